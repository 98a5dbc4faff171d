"""Small parts that times are reckoned with: values of dates and units, the day of publication, the kind of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.extract.times.dates import SEASON_MONTH, Days
from sayso.extract.times.expression import Expression
from sayso.lang.needs.times import TimeWords
from sayso.values.findings import Time
from sayso.values.report import Report

HISTORY_YEARS: Final = 3  # fewer stated years than this do not make a history
HISTORY_SHARE: Final = 0.6  # share of them that must lie two years or more before publication
WORD: Final = re.compile(r"'ll|[a-z]+'?t?")


@dataclass(slots=True)
class Told:
    """A time told before: what later ones may be reckoned from."""

    id: str
    value: str
    days: Days
    stated: bool
    start: int
    end: int

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.days[0] == self.days[1]


def published(report: Report) -> date | None:
    """Return the day a report was printed, None if it is not known."""
    try:
        return date.fromisoformat(report.published[:10]) if report.published else None
    except ValueError:
        return None


def is_history(found: list[Expression], published: date) -> bool:
    """Return whether most of the years that a text states lie far from the day it was printed."""
    years = [each.year for each in found if each.kind == "date" and each.year is not None and each.sub != "short"]
    far = sum(abs(published.year - year) > 1 for year in years)
    return len(years) >= HISTORY_YEARS and far >= HISTORY_SHARE * len(years)


def date_value(year: int | None, each: Expression) -> str:
    """The value of a date of this year; XXXX where it is None."""
    written = "XXXX" if year is None else f"BC{-year:04}" if year < 0 else f"{year:04}"
    if each.sub and each.sub != "short":
        return f"{written}-{each.sub}"
    if each.month is None:
        return written
    return f"{written}-{each.month:02}" + (f"-{each.day:02}" if each.day is not None else "")


def with_part(value: str, each: Expression) -> str:
    """Return a TIMEX3 value with the part of the day, if the expression gives one."""
    return f"{value}T{each.part}" if each.part else value


def month_of(each: Expression) -> int | None:
    """Return the month that an expression states, or the first month of its season, quarter or half; else None."""
    if each.month is not None:
        return each.month
    if each.sub in SEASON_MONTH:
        return SEASON_MONTH[each.sub]
    if each.sub[:1] == "Q":
        return 3 * int(each.sub[1]) - 2
    return 6 * int(each.sub[1]) - 5 if each.sub[:1] == "H" else None


def open_value(unit: str) -> str:
    """Return the TIMEX3 value of a date in this unit of which nothing is known."""
    return {
        "Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX", "DE": "XXX", "CE": "XX",
    }.get(unit, "XXXX-XX-XX")  # fmt: skip


def with_range(time: Time, ends: tuple[str, str]) -> Time:
    """Return the time with the values of its two ends."""
    return Time(time.id, time.span, time.type, time.value, time.mod, ends, time.earliest, time.latest, time.anchor)


def looks_ahead(before: str, behind: str, words: TimeWords) -> bool:
    """Whether a sentence speaks of what is to come: by the last word that shows it before a time, else behind.

    >>> from sayso.lang.en.times import ENGLISH_TIMES
    >>> looks_ahead("The minister arrived on Wednesday and leaves on ", ".", ENGLISH_TIMES)
    True
    """
    led = WORD.findall(before.lower())[::-1]
    for number, word in enumerate(led):
        if word in words.future:
            return True
        if _is_past(word, words):
            # "will be freed": a participle behind a word of the future
            return any(nearby in words.future for nearby in led[number + 1 : number + 4])
    for word in WORD.findall(behind.lower()):
        if word in words.future or _is_past(word, words):
            return word in words.future
    return False


def _is_past(word: str, words: TimeWords) -> bool:
    return word in words.past or (word.endswith(words.past_end) and len(word) > 4)
