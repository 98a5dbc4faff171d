"""Figures in words and as JSON: each number as its report tells it, and why two of them conflict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from sayso.text.printable import safe
from sayso.values.case import ReportRow
from sayso.values.copies import Copy
from sayso.values.figures import Counted, CountedThings, Figure, FigureReason, FigureTie, FigureTold, ToldNumber
from sayso.views.evidence import shown
from sayso.views.statements import LINK

WORD: Final = re.compile(r"[^\W_]+")
REASONS: Final[Mapping[FigureReason, str]] = {
    "same number": "the same number",
    "bounds": "both can be true: the bounds of one hold the other",
    "rounding": "both can be true: one is the other, rounded",
    "other currency": "both can be true: two currencies, amounts near each other",
    "other unit": "both can be true: one amount in two units",
    "later count": "a larger count of a later day",
    "going on": "it went on in between",
    "numbers": "they cannot both be true",
    "other unit or role": "another unit",
    "other context": "told of something else",
    "told as a change": "the text tells that one became the other",
    "same voice": "the same voice at a later date",
    "another day": "counted on a later day",
}


class FigureView:
    """Words the figures of a case.

    counted   report id -> what it counts
    report    the row of a report; KeyError for one that is not meant
    text      the text of a report
    copies    what reports share
    """

    def __init__(
        self,
        counted: Mapping[str, CountedThings],
        report: Callable[[str], ReportRow],
        text: Callable[[str], str],
        copies: Iterable[Copy] = (),
    ) -> None:
        self._counted = {one.id: one for held in counted.values() for one in held.counted}
        self._report, self._text = report, text
        self._earlier: dict[str, list[tuple[Copy, bool]]] = {}
        for copy in copies:
            self._earlier.setdefault(copy.b, []).append((copy, False))
            if copy.first == copy.b:
                self._earlier.setdefault(copy.a, []).append((copy, True))

    def told(self, figure: Figure) -> FigureTold:
        """A figure with its numbers, of those reports that are meant."""
        held = [self._counted[id_] for id_ in figure.quantities if self._is_meant(self._counted[id_])]
        every = [self._number(one, held) for one in held]
        # what one report says twice in the same words is told once
        numbers = tuple({(n.report.id, n.written, n.sentence): n for n in reversed(every)}.values())[::-1]
        known = {number.id: number for number in numbers}
        why = tuple(self._why(tie, known) for tie in figure.ties if tie.one in known and tie.other in known
                    and tie.moved in ("conflict", "update"))  # fmt: skip
        return FigureTold(figure, numbers, why)

    def holds(self, figure: Figure, words: frozenset[str]) -> bool:
        """Whether all these words, lower case, stand in a sentence of one of its numbers, or tell what it counts."""
        if not words:
            return True
        called = frozenset(WORD.findall(figure.counts.casefold()))
        for id_ in figure.quantities:
            one = self._counted[id_]
            if self._is_meant(one):
                start, end = one.sentence
                if words <= called.union(WORD.findall(self._text(one.report)[start:end].casefold()), one.names):
                    return True
        return False

    def _is_meant(self, one: Counted) -> bool:
        try:
            self._report(one.report)
        except KeyError:
            return False
        return True

    def _number(self, one: Counted, held: list[Counted]) -> ToldNumber:
        quantity, row, text = one.number.quantity, self._report(one.report), self._text(one.report)
        assert quantity is not None
        start, end = one.start + quantity.span.start, one.start + quantity.span.end
        return ToldNumber(
            one.id, row, quantity.value, quantity.low, quantity.high, quantity.unit or "", text[start:end],
            quantity.hedge.text if quantity.hedge is not None else "",
            quantity.counts.text if quantity.counts is not None else "",
            LINK.join([*([row.outlet] if row.outlet else []), *one.voices]),
            start, end, shown(text, *one.sentence), self._copied(one, start, end, held),
        )  # fmt: skip

    def _copied(self, one: Counted, start: int, end: int, held: list[Counted]) -> str:
        """The id of the report that this number was taken from, with the words around it."""
        places = {(other.report, other.start + other.number.start): other for other in held}
        for copy, turned in self._earlier.get(one.report, ()):
            for passage in copy.passages:
                here = (passage.start, passage.end) if turned else (passage.other_start, passage.other_end)
                there = (passage.other_start, passage.other_end) if turned else (passage.start, passage.end)
                if passage.stock or not (here[0] <= start and end <= here[1]):
                    continue
                source = copy.b if turned else copy.a
                for (report, at), other in places.items():
                    if report == source and there[0] <= at < there[1] and _says(other) == _says(one):
                        return source
        return ""

    def _why(self, tie: FigureTie, known: Mapping[str, ToldNumber]) -> str:
        one, other = known[tie.one], known[tie.other]
        return f"{tie.moved}: {_by(one)}; {_by(other)}: {REASONS[tie.because]}"


def _says(one: Counted) -> tuple[float | None, float | None, float | None]:
    quantity = one.number.quantity
    assert quantity is not None
    return quantity.value, quantity.low, quantity.high


def _by(number: ToldNumber) -> str:
    """ "3,150 (2031-05-07, Velmar Courier > the interior ministry)"."""
    return f"{number.written} ({', '.join(part for part in (number.report.day, number.chain) if part)})"


def figure_told_dict(told: FigureTold) -> dict[str, Any]:
    """A figure as JSON, with each number as it is told; what is empty is absent."""
    figure = told.figure
    out = {
        "id": figure.id, "counts": figure.counts, "moved": figure.moved, "reports": told.reports,
        "origins": told.origins, "numbers": [_number_dict(number) for number in told.numbers],
        "ties": [{"one": tie.one, "other": tie.other, "moved": tie.moved, "why": REASONS[tie.because]}
                 for tie in figure.ties],
    }  # fmt: skip
    return {key: value for key, value in out.items() if value not in ("", [], None)}


def _number_dict(number: ToldNumber) -> dict[str, Any]:
    names = ("id", "value", "low", "high", "unit", "written", "hedge", "counts", "chain", "start", "end", "sentence",
             "copied_from")  # fmt: skip
    out = {"report": number.report.id, "published": number.report.published, "outlet": number.report.outlet}
    out |= {name: getattr(number, name) for name in names}
    return {key: value for key, value in out.items() if value is not None and value != ""}


def figure_lines(told: FigureTold, *, where: Callable[[ReportRow, int, int], str], ids: bool = False) -> Iterator[str]:
    """A figure for people: what is counted, each number by date with who vouches, and why two of them conflict."""
    figure = told.figure
    copied = told.reports and len(told.numbers) - told.origins
    counts = safe(figure.counts) or "a number"
    yield (
        f"{counts}: {figure.moved}, {len(told.numbers)} times in {told.reports} reports"
        + (f", {copied} of them copied" if copied else "") + (f"  id {figure.id}" if ids else "")
    )  # fmt: skip
    for number in told.numbers:
        day = number.report.day or "no date"
        chain = safe(number.chain) or "(the report; its outlet is not known)"
        yield f"    {day}  {safe(number.written)}  {chain}" + (f"  id {number.id}" if ids else "")
        yield f"        {safe(' '.join(number.sentence.split()))}"
        copy = f"  copied from {number.copied_from}" if number.copied_from else ""
        yield f"        {where(number.report, number.start, number.end)}{copy}"
    for why in told.why:
        yield f"    {safe(why)}"


def figure_dict(figure: Figure) -> dict[str, Any]:
    """The line of a figure in an export; see docs/reference/output.md."""
    return {
        "kind": "figure", "id": figure.id, "counts": figure.counts, "quantities": list(figure.quantities),
        "moved": figure.moved,
    }  # fmt: skip
