"""Walks through the time expressions of one report and anchors each: says which days it stands for, and from what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sayso.extract.times import relative, years
from sayso.extract.times.expression import Expression, ExpressionKind
from sayso.extract.times.told_times import ToldTime, ToldTimes
from sayso.extract.times.written_values import with_range
from sayso.extract.times.years import Anchored
from sayso.lang.needs.times import TimeWords
from sayso.values.findings import Time
from sayso.values.ids import Ids
from sayso.values.report import Report
from sayso.world.timex import days_of, narrow

BEFORE_CHRIST: Final = "BC"  # how such values begin
UNKNOWN: Final = "X"  # stands in a value for each digit that is not known


class Anchoring:
    """The expressions of one report in order, each anchored in what came before it or in the day of publication."""

    def __init__(self, report: Report, found: Sequence[Expression], words: TimeWords) -> None:
        self.report, self.found = report, found
        self.told = ToldTimes(report, found, words)
        self.ids = Ids(report.id, "t")

    def run(self) -> list[Time]:
        """Return the times of all expressions that stand for one."""
        made: list[Time] = []
        opened = False  # whether the time before this expression begins a range
        for expression in self.found:
            time = self._time(expression, self.ids(expression.start))
            if time is None:
                continue
            made.append(time)
            if expression.joined and expression.ranged and len(made) > 1 and opened:
                ends = (made[-2].value, time.value)
                made[-2:] = [with_range(made[-2], ends), with_range(time, ends)]
            opened = expression.ranged
        return made

    def _time(self, expression: Expression, name: str) -> Time | None:
        """Return the time of one expression, and remember it; None if it stands for no time or for no such day."""
        value, anchor = VALUES[expression.kind](expression, self.told)
        if not value:
            return None
        dated = expression.type in ("DATE", "TIME") and not value.endswith("_REF")
        before_christ, known = value.startswith(BEFORE_CHRIST), UNKNOWN not in value
        days = days_of(value) if dated else relative.span_days(expression, self.told)
        if dated and days is None and not before_christ:
            if known:
                return None
            anchor = "none" if anchor in ("published", "stated") else anchor
        bounds = narrow(value, expression.mod, days) if days is not None else None
        first, last = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
        if expression.mod == "BEFORE":
            first = None
        elif expression.mod == "AFTER":
            last = None
        if dated and days is not None:
            told = ToldTime(name, value, days, anchor == "stated", expression.start, expression.end)
            self.told.remember_date(expression, told)
        if before_christ:
            self.told.remember_before_christ(expression.year)
        if expression.type == "SET":
            self.told.remember_set(expression)
        if expression.type in ("DURATION", "SET"):
            anchor = "published" if expression.type == "DURATION" and first else "none"
        span = self.report.span(expression.start, expression.end)
        return Time(name, span, expression.type, value, expression.mod, None, first, last, anchor)


def _ready(expression: Expression, told: ToldTimes) -> Anchored:
    """Return a value that is known as written; "recently" is told from publication."""
    if not expression.value.endswith("_REF"):
        return years.stated(expression.value)
    return years.from_publication(expression.value) if told.published else years.unanchored(expression.value)


def _length(expression: Expression, told: ToldTimes) -> Anchored:
    """Return how long, or how often."""
    return years.unanchored(expression.value)


VALUES: Final[dict[ExpressionKind, Callable[[Expression, ToldTimes], Anchored]]] = {
    ExpressionKind.READY: _ready,
    ExpressionKind.DURATION: _length,
    ExpressionKind.SPAN: _length,
    ExpressionKind.DATE: years.date_with_year,
    ExpressionKind.NTH: years.nth_of_month,
    ExpressionKind.HOLIDAY: years.holiday,
    ExpressionKind.DECADE: years.decade_with_century,
    ExpressionKind.CLOCK: relative.clock,
    ExpressionKind.PART: relative.part_of_day,
    ExpressionKind.WEEKDAY: relative.weekday,
    ExpressionKind.DEICTIC: relative.deictic,
    ExpressionKind.UNIT: relative.unit,
    ExpressionKind.SHIFT: relative.shift,
    ExpressionKind.WEEK_OF: years.week_of,
    ExpressionKind.MONTHS_OF: years.months_of,
    ExpressionKind.MONTHS_TO: years.months_to,
    ExpressionKind.WEEKEND: relative.weekend,
    ExpressionKind.FROM_DAY: relative.from_day,
}
