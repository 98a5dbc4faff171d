"""Quantities: numbers that count or measure something, with bounds, hedge, unit, what they count and its role.

Works sentence by sentence on tokens, without a parse. Numbers inside dates and times of day (those that the step of
times found) are no quantities; nor are ordinals, numbers in names, scores, phone and page numbers.
tests/gold/quantities/README.md says what counts as one, and its bounds.

The way through the folder: `tokens`, `numbers` (what number is written), `nouns` (what it counts), `measures` (units,
hedges, ages), `sentence` (all of it put together).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from sayso.extract.quantities.sentence import FoundQuantity, SentenceReader
from sayso.lang import Language, load_language
from sayso.lang.needs.quantities import QuantityWords
from sayso.steps import extractor
from sayso.values.findings import Quantity, Time
from sayso.values.ids import Ids
from sayso.values.report import Report

SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]*(?:[A-Z]|(?<![0-9]\. )[0-9]))|(?<!\s)\s*\n\s*")
LONGEST_SENTENCE: Final = 4000  # characters of a sentence that are looked at together


@extractor("quantities.v1", gives="quantities")
def quantities(report: Report, language: Language, times: Sequence[Time]) -> tuple[Quantity, ...]:
    """Find the quantities of a report, in order."""
    return find_quantities(report, times, language.quantities) if language.quantities is not None else ()


def find_quantities(
    report: Report, times: Sequence[Time] = (), words: QuantityWords | None = None
) -> tuple[Quantity, ...]:
    """Return the quantities of a report, in order and apart.

    times   those of the report: what lies in a date or a time of day is passed over
    words   English ones unless others are given
    Takes time that grows with the length of the text alone; fails on no text.

    >>> [q] = find_quantities(Report.of("The group has about 3,400 members."))
    >>> q.value, q.hedge.text, q.counts.text, q.role
    (3400.0, 'about', 'members', 'members')
    """
    words = words or load_language("en").quantities
    assert words is not None
    dated = sorted((time.span.start, time.span.end) for time in times if time.type != "DURATION")
    ids = Ids(report.id, "q")
    out: list[Quantity] = []
    for start, end in _sentences(report.text, _candidate(words)):
        first = max(0, bisect_right(dated, (start, 0)) - 1)
        inside = []
        for number in range(first, len(dated)):
            if dated[number][0] >= end:
                break
            if dated[number][1] > start:
                inside.append(dated[number])
        reader = SentenceReader(report.text, start, end, inside, words)
        out += [_quantity(report, each, ids) for each in reader.read()]
    return tuple(out)


def _quantity(report: Report, each: FoundQuantity, ids: Ids) -> Quantity:
    return Quantity(
        ids(each.start),
        report.span(each.start, each.end),
        each.value,
        each.low,
        each.high,
        report.span(*each.hedge) if each.hedge else None,
        report.span(*each.counts) if each.counts else None,
        each.role,
        each.unit,
    )


@lru_cache(maxsize=8)
def _candidate(words: QuantityWords) -> re.Pattern[str]:
    """Finds what a quantity has at least: a digit, or a word for a number."""
    known = {*words.numbers.units, *words.numbers.scales, *words.vague, *words.few, *words.grouped, *words.fractions}
    known |= {*words.none, *words.heaps, *words.single, *(phrase[-1] for phrase in words.nobody)}
    known -= words.faint
    return re.compile(rf"[0-9]|\b(?:{'|'.join(sorted(known))})\b")


def _sentences(text: str, candidate: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Return the sentences with a candidate, long ones in pieces."""
    start = 0
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    for match in SENTENCE.finditer(text):
        yield from _pieces(lowered, start, match.start(), candidate)
        start = match.end()
    yield from _pieces(lowered, start, len(text), candidate)


def _pieces(lowered: str, start: int, end: int, candidate: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        cut = lowered.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield from _pieces(lowered, start, cut, candidate)
        start = cut
    if start < end and candidate.search(lowered, start, end):
        yield start, end
