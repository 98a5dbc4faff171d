"""Report -> spaCy Doc; made only for a step that asks for it, in batches, one Doc a report.

Its names are not asked of the parser: the tagger says them in passing, and the parser's own took 46% of its time. Parts
of speech and lemmas are looked up (sayso.nlp.word_classes).
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np

from sayso.errors import ModelError
from sayso.lang import Language, load_language
from sayso.lang.needs.parsing import Parsing
from sayso.nlp.casing import LEMMAS, Casing
from sayso.nlp.files import model_folder
from sayso.nlp.word_classes import Lemmas, WordClasses
from sayso.steps import extractor
from sayso.text.credits import of_text
from sayso.text.offline import importing
from sayso.values.report import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

SURROGATE: Final = re.compile("[\ud800-\udfff]")
NAMES, CLASSES = "ner", "attribute_ruler"  # as spaCy calls these components, beside LEMMAS
WINDOW: Final = 100_000  # characters parsed as one; memory grows with them, and spaCy refuses a million
LONG_RUN: Final = 400  # characters without a space: the tokenizer's patterns take the square of them
SHORT_RUN: Final = 100  # characters in which a long run is shown to it
RUN: Final = re.compile(r"\S+")
MARKS: Final = frozenset({"|", "_", "/"})  # between a dateline and what follows it, beside punctuation
BLANK: Final = re.compile(r"\n[^\S\n]*\n")


@functools.lru_cache(maxsize=4)
def load_parser(name: str) -> Pipeline:
    """The spaCy pipeline whose files the distribution `name` holds, loaded once a process.

    Its matrices are multiplied by numpy and not by BLIS, which spaCy takes: 85 against 29 GFLOPS on one core of an AMD
    EPYC, .24 instead of .40 of the whole parse, and of 45,576 tokens of news not one parsed otherwise.
    """
    with importing():
        import spacy
        from thinc.api import NumpyOps

    folder = model_folder(name)
    try:
        nlp = spacy.load(folder)
    except OSError as error:
        raise ModelError(f"the parser in {folder} cannot be loaded: {error}; install {name} again") from None
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)  # rules have none
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:  # Apple's and a GPU's are faster still
                node.ops = ops
    return nlp


@functools.lru_cache(maxsize=4)
def load_word_classes(name: str) -> WordClasses:
    """What this pipeline's attribute ruler says, looked up; made once a process."""
    nlp = load_parser(name)
    return WordClasses(cast("AttributeRuler", nlp.get_pipe(CLASSES)), nlp.vocab)


@functools.lru_cache(maxsize=4)
def load_lemmas(name: str) -> Lemmas:
    """What this pipeline's lemmatizer says, looked up; made once a process."""
    nlp = load_parser(name)
    return Lemmas(cast("Lemmatizer", nlp.get_pipe(LEMMAS)), nlp.vocab)


@functools.lru_cache(maxsize=4)
def load_casing(name: str, code: str) -> Casing:
    """How words in capitals are shown to this pipeline, by the words of a language; made once a process."""
    return Casing(load_parser(name), load_language(code))


@extractor("parse.v1", gives="doc", many=True)
def parse(report: list[Report], language: list[Language]) -> list[Doc]:
    """One Doc a report, without entities; its token offsets are code points of report.text.

    A text of more than WINDOW characters is parsed in windows, cut at line ends, else at sentence ends, else at spaces.
    """
    if not report:
        return []
    name = language[0].parser
    nlp, classes, lemmas = load_parser(name), load_word_classes(name), load_lemmas(name)
    texts = [parsable(r.text) for r in report]
    parsing = language[0].parsing
    made = [
        [
            by_paragraphs(_apart(_tokens(nlp, text[a:b]), one, lang) if a == 0 else _tokens(nlp, text[a:b]))
            for a, b in windows(text)
        ]
        for one, lang, text in zip(report, language, texts, strict=True)
    ]
    casing = load_casing(name, language[0].code)
    shown = (reworded(doc, parsing, casing) for own in made for doc in own)
    # a batch is held in memory at once, and windows of a long text are long
    at_once = 1 if any(len(own) > 1 for own in made) else 8
    docs = nlp.pipe(shown, batch_size=at_once, disable=[NAMES, CLASSES, LEMMAS])
    return [_joined([lemmas(classes(restored(next(docs), doc, parsing))) for doc in own]) for own in made]


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The text in stretches of at most WINDOW characters, one behind the other; an empty one of an empty text.

    >>> list(windows("a" * 99_990 + ".\\nShe left." + "b" * 20))
    [(0, 99992), (99992, 100021)]
    """
    start = 0
    while len(text) - start > WINDOW:
        low, high = start + WINDOW // 2, start + WINDOW
        ends = (text.rfind(mark, low, high) + len(mark) for mark in ("\n", ". ", " "))
        cut = next((end for end in ends if end > low), high)
        yield start, cut
        start = cut
    yield start, len(text)


def _tokens(nlp: Pipeline, text: str) -> Doc:
    """The tokens of a text; a long run without a space is cut, and in it a row of one mark is a token.

    A million quotation marks, each a token, took 2.2 GB.
    """
    runs = [run for run in RUN.finditer(text) if run.end() - run.start() > LONG_RUN]
    if not runs:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    begins = [run.start() for run in runs]
    cuts = [at for run in runs for at in range(run.start() + SHORT_RUN, run.end(), SHORT_RUN)]
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        for token in nlp.tokenizer(text[start:end]):
            mark, at = token.text, start + token.idx
            run = runs[max(0, bisect_right(begins, at) - 1)]
            row = len(mark) == 1 and not mark.isalnum() and run.start() < at < run.end()
            if row and words[-1][0] == words[-1][-1] == mark and len(words[-1]) < SHORT_RUN:
                words[-1] += mark
                spaces[-1] = bool(token.whitespace_)
            else:
                words.append(mark)
                spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _joined(docs: list[Doc]) -> Doc:
    from spacy.tokens import Doc

    if len(docs) == 1:
        return docs[0]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None
    return joined


def _apart(doc: Doc, report: Report, language: Language) -> Doc:
    """The tokens with the byline and the dateline as sentences of their own: neither is a part of what was done."""
    byline = of_text(report.text, language.text.credits).byline
    edges = [edge for span in (byline, report.dateline) if span is not None for edge in (span.start, span.end)]
    edges = sorted(edge for edge in edges if edge > 0)
    for token in doc[1:] if edges else ():
        if not edges:
            break
        if token.idx >= edges[0] and not (token.is_punct or token.is_space or token.text in MARKS):
            token.is_sent_start = True
            edges = [edge for edge in edges if edge > token.idx]
    return doc


def by_paragraphs(doc: Doc) -> Doc:
    """The Doc, told that a sentence begins behind each empty line: the parser runs on over one without a full stop."""
    from spacy.attrs import IS_SPACE

    spaces: Any = doc.to_array(IS_SPACE)[:-1]
    for i in np.flatnonzero(spaces).tolist():
        if BLANK.search(doc[i].text):
            doc[i + 1].is_sent_start = True
    return doc


def reworded(doc: Doc, parsing: Parsing, casing: Casing | None = None) -> Doc:
    """The same Doc, or one that the parser knows better.

    "Shot dead" reads as an adverb and a verb, and a line in capitals as one in small letters.
    """
    own = [token.text for token in doc]
    cased = own if casing is None else casing.shown(own)
    small = doc.text.lower()
    words = [token.lower_ for token in doc] if any(verb in small for verb, _ in parsing.resultatives) else []
    places = {i for i, pair in enumerate(itertools.pairwise(words)) if pair in parsing.resultatives}
    verbs = {
        i
        for i, (*three, after) in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False))
        if tuple(three) in parsing.joined and (after in parsing.opens or after.isdigit())
    }
    if not places and not verbs and cased == own:
        return doc
    adverb, verb = parsing.plain
    shown = [
        adverb if i in places else verb if i - 1 in places else parsing.finite if i in verbs else word
        for i, word in enumerate(cased)
    ]
    new = type(doc)(doc.vocab, words=shown, spaces=[bool(token.whitespace_) for token in doc])
    for token in doc[1:]:
        if token.is_sent_start:
            new[token.i].is_sent_start = True
    return new


def restored(doc: Doc, own: Doc, parsing: Parsing) -> Doc:
    """What the parser says of a reworded Doc, as said of the Doc's own words: the verb, then its particle."""
    if doc is own:
        return doc
    heads = [token.head.i for token in doc]
    labels, tags = [token.dep_ for token in doc], [token.tag_ for token in doc]
    for i in range(len(own) - 1):
        if doc[i].lower_ != own[i].lower_ and doc[i + 1].lower_ != own[i + 1].lower_:
            verb, particle = i, i + 1
            above = heads[particle]
            heads = [verb if head == particle else head for head in heads]
            heads[verb] = verb if above == particle else above
            heads[particle] = verb
            labels[verb], tags[verb] = labels[particle], tags[particle]
            labels[particle], tags[particle] = "prt", "RP"
    spaces = [bool(token.whitespace_) for token in own]
    return type(own)(own.vocab, words=[t.text for t in own], spaces=spaces, heads=heads, deps=labels, tags=tags)


def parsable(text: str) -> str:
    """The text as spaCy takes it, of the same length: half a character, as JSON may hold one, is U+FFFD.

    >>> parsable("a\\ud83d b") == "a\\ufffd b"
    True
    """
    return SURROGATE.sub("\ufffd", text)
