"""The parse without what nobody reads, and parts of speech looked up: the same as the whole pipeline gives."""

from __future__ import annotations

import pytest
import spacy

from sayso.errors import ModelError
from sayso.lang import load_language
from sayso.nlp import word_classes
from sayso.nlp.files import model_folder
from sayso.nlp.parser import load_parser, parse
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.word_classes import Lemmas, WordClasses
from sayso.values.report import Report

ENGLISH = load_language("en")
TEXTS = (
    "The envoy, who had been told that the camp was closed, said he didn't know; there were two others.",
    "I'm gonna go. You gotta see it. Ain't it so? It ain't. Let's go, c'mon: there's nothin' here.\n\nY'all come.",
    "Had they done it, they'd have done it once.  \n Whose idea was that? That which he does, does he do it?",
    "",
    "   \n",
    "gon",
    "na ta 's n't",
)


def test_the_parse_is_that_of_the_whole_pipeline() -> None:
    bare = spacy.load(model_folder(ENGLISH.parser))
    docs = parse([Report.of(text) for text in TEXTS], [ENGLISH] * len(TEXTS))
    for text, doc in zip(TEXTS, docs, strict=True):
        whole = bare(text)
        assert [(t.text, t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_, t.head.i) for t in doc] == [
            (t.text, t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_, t.head.i) for t in whole
        ]


def test_word_classes_asked_once_are_given_again() -> None:
    nlp = load_parser(ENGLISH.parser)
    classes = WordClasses(nlp.get_pipe("attribute_ruler"), nlp.vocab)  # type: ignore[arg-type]
    off = ["ner", "attribute_ruler", "lemmatizer"]
    for _ in range(2):
        for text in TEXTS:
            doc = next(nlp.pipe([text], disable=off))
            assert [t.pos_ for t in classes(doc)] == [t.pos_ for t in nlp(text)]


def test_lemmas_are_the_lemmatizers_also_after_it_forgot_them(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_parser(ENGLISH.parser)
    lemmatizer = nlp.get_pipe("lemmatizer")
    lemmas = Lemmas(lemmatizer, nlp.vocab)  # type: ignore[arg-type]
    for most in (1000, 1000, 3):
        monkeypatch.setattr(word_classes, "MOST_KNOWN", most)
        for text in TEXTS:
            [doc] = nlp.pipe([text], disable=["ner", "lemmatizer"])
            assert [t.lemma_ for t in lemmas(doc)] == [t.lemma_ for t in nlp(text)]


@pytest.mark.parametrize(
    "pattern", [[{"SHAPE": "Xx"}], [{"TAG": "NN"}] * 3, [{"LOWER": {"FUZZY": "said"}}], [{"TAG": "NN"}, {"LOWER": "a"}]]
)
def test_a_ruler_that_looks_further_is_refused(pattern: list[dict[str, object]]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[pattern], attrs={"POS": "X"})  # type: ignore[attr-defined]
    with pytest.raises(ModelError, match="cannot be looked up"):
        WordClasses(ruler, nlp.vocab)  # type: ignore[arg-type]


def test_names_are_the_taggers() -> None:
    text = "On Monday Ida Brenn of Reuters left Velmar."
    report = Report.of(text)
    [doc] = parse([report], [ENGLISH])
    [tagged] = load_tagger(ENGLISH.model).tag([text])
    tree = Tree(doc, tagged)
    kinds = dict(zip(tree.words, tree.entity, strict=True))
    assert kinds["Ida"] == kinds["Brenn"] == "PERSON"
    assert kinds["left"] == ""
    assert kinds["Monday"] == "DATE"
    assert Tree(parse([Report.of("")], [ENGLISH])[0], load_tagger(ENGLISH.model).tag([""])[0]).entity == []


def parsed(text: str) -> Tree:
    [doc] = parse([Report.of(text)], [ENGLISH])
    return Tree(doc)


def arcs(tree: Tree, *words: str) -> list[tuple[str, str]]:
    """Label and head of each of these words."""
    at = [tree.words.index(word) for word in words]
    return [(tree.dep[i], tree.words[tree.head[i]]) for i in at]


def test_shot_dead_is_a_verb_and_its_particle() -> None:
    tree = parsed("Men on a motorbike shot dead a judge. They fled, and the judge was shot dead.")
    assert arcs(tree, "Men", "dead", "judge") == [("nsubj", "shot"), ("prt", "shot"), ("dobj", "shot")]
    assert tree.lemma[tree.words.index("shot")] == "shoot"
    assert "".join(tree.text[tree.start[i] : tree.end[i]] for i in range(len(tree))) == "".join(tree.words)
    assert arcs(parsed("A dead man had shot wounds."), "dead") == [("amod", "man")]
    both = parsed("Two gunmen on a motorcycle shot and wounded a politician.")
    assert arcs(both, "gunmen", "wounded") == [("nsubj", "shot"), ("conj", "shot")]


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Twelve people were killed and 30 wounded.", "30", "nsubjpass"),
        ("Twelve people were killed and 30 fled to the hills.", "30", "nsubj"),
        ("One guard was killed and two others injured by a mine.", "others", "nsubjpass"),
        ("Two trucks were burned, a bridge damaged and 14 drivers abducted, he said.", "bridge", "nsubjpass"),
        ("Three teachers were sacked and the union called a strike.", "union", "nsubj"),
        ("In Orle village, Bari province, a school was burned.", "school", "nsubjpass"),
        ("In Orle village, Bari province, a school was burned.", "province", "dep"),
    ],
)
def test_what_the_parser_misreads_is_mended(text: str, word: str, label: str) -> None:
    tree = parsed(text)
    assert tree.dep[tree.words.index(word)] == label


def test_an_empty_line_ends_a_sentence() -> None:
    tree = parsed("Credit: Ann Case\n\nThe minister said so.\nThat was all.")
    assert tree.sentence[tree.words.index("Case")] < tree.sentence[tree.words.index("minister")]
