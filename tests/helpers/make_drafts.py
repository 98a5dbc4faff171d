"""Drafts of attributions from marked sentences, and rules run on them, for the tests of rules.

A marked sentence says which words are source, cue, content and carrier: ``{s:Ida Brenn} {q:said} {c:it rained}``. With
several drafts each has a number, ``{s2:...}``; marks may lie inside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sayso.extract.attributions.drafts import Draft
from sayso.extract.attributions.rules import RULES, run_rules
from sayso.extract.attributions.rules.registry import Context, parts_of
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp.tagger import Tagged
from sayso.text.layout import Layout
from sayso.values.report import Report

ENGLISH = load_language("en")
MARK: Final = re.compile(r"\{([sqcv])(\d?):|\}")
PARTS: Final = {"s": "source", "q": "cue", "c": "content", "v": "carrier"}


def draft(text: str, source: str, cue: str, content: str) -> Draft:
    def piece(words: str) -> list[tuple[int, int]]:
        start = text.index(words)
        return [(start, start + len(words))] if words else []

    return Draft(piece(source), piece(cue), piece(content), 0.8)


def parts(text: str, one: Draft) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([text[a:b] for a, b in pieces] for pieces in (one.source, one.cue, one.content))
    return source, cue, content


def unmarked(marked: str) -> tuple[str, list[Draft]]:
    """The text of a marked sentence, and the drafts that its marks show, in order of their numbers."""
    text, last = "", 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, Draft] = {}
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() == "}":
            part, number, start = opened.pop()
            made = found.setdefault(number, Draft([], [], [], 0.8))
            getattr(made, PARTS[part]).append((start, len(text)))
        else:
            opened.append((match[1], match[2], len(text)))
    assert not opened, marked
    for made in found.values():
        for part in PARTS.values():
            getattr(made, part).sort()
    return text + marked[last:], [found[number] for number in sorted(found)]


def context_of(text: str, drafts: Iterable[Draft] = (), tagged: Tagged | None = None) -> Context:
    """What rules are handed for a text in English; its zones are those that the step gives."""
    report = Report.of(text)
    return Context(report, Layout.of(text, ENGLISH.text), zones(report, ENGLISH), ENGLISH, tagged, list(drafts))


def run(names: str, text: str, drafts: Iterable[Draft] = (), tagged: Tagged | None = None) -> list[Draft]:
    """The drafts after some rules, named by their ids with spaces between."""
    context = context_of(text, drafts, tagged)
    run_rules([RULES[name] for name in names.split()], context)
    return context.drafts


def shown(text: str, drafts: Iterable[Draft]) -> list[tuple[str, ...]]:
    """Source, cue, content and carrier of each draft as words, in order of the text."""
    rows = [
        tuple(" ... ".join(text[a:b] for a, b in pieces) for pieces in parts_of(one)[:4])  # type: ignore[attr-defined]
        for one in drafts
    ]
    return sorted(rows)
