"""Report -> spaCy Doc; made only for a step that asks for it, in batches, one Doc a report.

Its names are not asked of the parser: the tagger says them in passing, and the parser's own took 46% of its time. Parts
of speech are looked up (sayso.nlp.word_classes).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from sayso.errors import ModelError
from sayso.lang import Language
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
WINDOW: Final = 100_000  # characters parsed as one; memory grows with them, and spaCy refuses a million
LONG_RUN: Final = 400  # characters without a space: the tokenizer's patterns take the square of them
SHORT_RUN: Final = 100  # characters in which a long run is shown to it
RUN: Final = re.compile(r"\S+")


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

    A text of more than WINDOW characters is parsed in windows, cut at line ends, else at sentence ends, else at spaces.
    """
    if not report:
        return []
    name = language[0].parser
    nlp, classes = load_parser(name), load_word_classes(name)
    lemmas = nlp.get_pipe(LEMMAS)
    texts = [parsable(r.text) for r in report]
    cut = [list(windows(text)) for text in texts]
    shown = (_tokens(nlp, text[a:b]) for text, stretches in zip(texts, cut, strict=True) for a, b in stretches)
    docs = nlp.pipe(shown, batch_size=8, disable=[NAMES, CLASSES, LEMMAS])
    return [_joined([lemmas(classes(next(docs))) for _ in stretches]) for stretches in cut]


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


def _tokens(nlp: Pipeline, text: str) -> str | Doc:
    """The text, or its tokens where it has a long run without a space: such a run is cut."""
    runs = [run for run in RUN.finditer(text) if run.end() - run.start() > LONG_RUN]
    if not runs:
        return text
    from spacy.tokens import Doc

    cuts = [at for run in runs for at in range(run.start() + SHORT_RUN, run.end(), SHORT_RUN)]
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        for token in nlp.tokenizer(text[start:end]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _joined(docs: list[Doc]) -> Doc:
    from spacy.tokens import Doc

    if len(docs) == 1:
        return docs[0]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None
    return joined


def parsable(text: str) -> str:
    """The text as spaCy takes it, of the same length: half a character, as JSON may hold one, is U+FFFD.

    >>> parsable("a\\ud83d b") == "a\\ufffd b"
    True
    """
    return SURROGATE.sub("\ufffd", text)
