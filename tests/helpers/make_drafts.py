"""Drafts of attributions by the words of their parts, for the tests of rules."""

from __future__ import annotations

from sayso.extract.attributions.drafts import Draft
from sayso.lang import load_language

ENGLISH = load_language("en")


def draft(text: str, source: str, cue: str, content: str) -> Draft:
    def piece(words: str) -> list[tuple[int, int]]:
        start = text.index(words)
        return [(start, start + len(words))] if words else []

    return Draft(piece(source), piece(cue), piece(content), 0.8)


def parts(text: str, one: Draft) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([text[a:b] for a, b in pieces] for pieces in (one.source, one.cue, one.content))
    return source, cue, content
