"""Report -> spaCy Doc; made only for a step that asks for it, in batches, one Doc a report.

Its names are not asked of the parser: the tagger says them in passing, and the parser's own took 46% of its time. Parts
of speech are looked up (sayso.nlp.word_classes).
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, Final, cast

from sayso.errors import ModelError
from sayso.lang import Language
from sayso.lang.needs.parsing import Parsing
from sayso.nlp.files import model_folder
from sayso.nlp.word_classes import WordClasses
from sayso.steps import extractor
from sayso.text.offline import importing
from sayso.values.report import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

SURROGATE: Final = re.compile("[\ud800-\udfff]")
NAMES, CLASSES, LEMMAS = "ner", "attribute_ruler", "lemmatizer"  # as spaCy calls these components
BLANK: Final = re.compile(r"\n[^\S\n]*\n")
LONGEST: Final = 900_000  # characters; spaCy refuses a million, and memory grows with the length


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


@extractor("parse.v1", gives="doc", many=True)
def parse(report: list[Report], language: list[Language]) -> list[Doc]:
    """One Doc a report, without entities; its token offsets are code points of report.text.

    Text past LONGEST is not parsed.
    """
    if not report:
        return []
    name = language[0].parser
    nlp, classes = load_parser(name), load_word_classes(name)
    lemmas = nlp.get_pipe(LEMMAS)
    parsing = language[0].parsing
    made = [by_paragraphs(nlp.make_doc(parsable(r.text[:LONGEST]))) for r in report]
    shown = [reworded(doc, parsing) for doc in made]
    docs = nlp.pipe(shown, batch_size=8, disable=[NAMES, CLASSES, LEMMAS])
    return [lemmas(classes(restored(doc, own, parsing))) for doc, own in zip(docs, made, strict=True)]


def by_paragraphs(doc: Doc) -> Doc:
    """The Doc, told that a sentence begins behind each empty line: the parser runs on over one without a full stop."""
    for token in doc[:-1]:
        if token.is_space and BLANK.search(token.text):
            doc[token.i + 1].is_sent_start = True
    return doc


def reworded(doc: Doc, parsing: Parsing) -> Doc:
    """The same Doc, or one in which "shot dead" reads as an adverb and a verb that the parser knows."""
    words = [token.lower_ for token in doc] if any(verb in doc.text for verb, _ in parsing.resultatives) else []
    places = {i for i, pair in enumerate(itertools.pairwise(words)) if pair in parsing.resultatives}
    verbs = {
        i
        for i, (*three, after) in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False))
        if tuple(three) in parsing.joined and (after in parsing.opens or after.isdigit())
    }
    if not places and not verbs:
        return doc
    adverb, verb = parsing.plain
    shown = [
        adverb if i in places else verb if i - 1 in places else parsing.finite if i in verbs else token.text
        for i, token in enumerate(doc)
    ]
    return by_paragraphs(type(doc)(doc.vocab, words=shown, spaces=[bool(token.whitespace_) for token in doc]))


def restored(doc: Doc, own: Doc, parsing: Parsing) -> Doc:
    """What the parser says of a reworded Doc, as said of the Doc's own words: the verb, then its particle."""
    if doc is own:
        return doc
    heads = [token.head.i for token in doc]
    labels, tags = [token.dep_ for token in doc], [token.tag_ for token in doc]
    for i in range(len(own) - 1):
        if doc[i].text != own[i].text and doc[i + 1].text != own[i + 1].text:
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
