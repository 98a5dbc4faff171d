"""Report -> spaCy Doc; made only for a step that asks for it, in batches, one Doc a report."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.errors import ModelError
from sayso.lang import Language
from sayso.registry import extractor
from sayso.types import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

LONGEST = 900_000  # characters; spaCy refuses a million, and memory grows with the length


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
    texts = (r.text[:LONGEST] for r in report)
    return list(nlp.pipe(texts, batch_size=8))
