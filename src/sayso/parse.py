"""Report -> spaCy Doc; made only for a step that asks for it, in batches, one Doc a report."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from sayso.errors import ModelError
from sayso.lang import Language
from sayso.registry import extractor
from sayso.types import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

SURROGATE: Final = re.compile("[\ud800-\udfff]")
LONGEST: Final = 900_000  # characters; spaCy refuses a million, and memory grows with the length


@functools.lru_cache(maxsize=4)
def load_parser(name: str) -> Pipeline:
    """The spaCy pipeline of this package, loaded once a process."""
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise ModelError(f"the parser {name} is not installed: {error}; install the package {name}") from None


@extractor("parse.v1", gives="doc", many=True)
def parse(report: list[Report], language: list[Language]) -> list[Doc]:
    """One Doc a report; its token offsets are code points of report.text. Text past LONGEST is not parsed."""
    if not report:
        return []
    nlp = load_parser(language[0].parser)
    texts = (parsable(r.text[:LONGEST]) for r in report)
    return list(nlp.pipe(texts, batch_size=8))


def parsable(text: str) -> str:
    """The text as spaCy takes it, of the same length: half a character, as JSON may hold one, is U+FFFD.

    >>> parsable("a\\ud83d b") == "a\\ufffd b"
    True
    """
    return SURROGATE.sub("\ufffd", text)
