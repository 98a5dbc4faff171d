"""TIMEX3 values and the days they stand for: reading, narrowing and moving them. The calendar, of no language.

Used by the step of times, and by what compares its values with others. Days are those of the Gregorian calendar as
`datetime` counts them, from year 1 to 9999; what lies outside (480 BC) has a value and no days. Seasons begin on the
first of March, June, September and December; a winter has the year of its December. Source: TimeML 1.2.1, Annotation
Guidelines (2006), 2.2; decades, centuries, seasons and narrowed values by the rules of tests/gold/times/README.md.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

Days = tuple[date, date]  # first and last


class TimeUnit(StrEnum):
    """Units of time, by the letters that a TIMEX3 value has for them; a fortnight is written as two weeks."""

    YEAR = "Y"
    MONTH = "M"
    WEEK = "W"
    DAY = "D"
    HOUR = "H"
    MINUTE = "m"
    SECOND = "S"
    WEEKEND = "WE"
    DECADE = "DE"
    CENTURY = "CE"
    FORTNIGHT = "F"
    QUARTER = "Q"


WITHIN_A_DAY: Final = (TimeUnit.HOUR, TimeUnit.MINUTE, TimeUnit.SECOND)
MONTHS_IN: Final = {
    TimeUnit.YEAR: 12,
    TimeUnit.DECADE: 120,
    TimeUnit.CENTURY: 1200,
    TimeUnit.MONTH: 1,
    TimeUnit.QUARTER: 3,
}
DAYS_IN: Final = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7, TimeUnit.FORTNIGHT: 14, TimeUnit.WEEKEND: 7}
SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|-W(?P<week>\d\d)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T.*)?\Z"
)
SHORT: Final = re.compile(r"\d{2,3}\Z")  # a century or a decade
MONTH: Final = re.compile(r"\d{4}-\d\d\Z")


def days_of(value: str) -> Days | None:
    """Return the first and last day of a TIMEX3 value, or of two with a slash between.

    None if it has none: it is open, before Christ, or no such day.

    >>> [day.isoformat() for day in days_of("198")]
    ['1980-01-01', '1989-12-31']
    >>> days_of("1980-02-30") is None and days_of("XXXX-11-04") is None
    True
    """
    if SHORT.match(value):
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return (date(max(first, 1), 1, 1), date(first + span - 1, 12, 31))
    if "/" in value:
        ends = [days_of(part) for part in value.split("/", 1)]
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    found = VALUE.match(value)
    if not found:
        return None
    year = int(found["year"])
    try:
        return _days(year, found)
    except ValueError:  # no such day: 30 February, the year 0, week 53 of a year that has 52
        return None


def _days(year: int, found: re.Match[str]) -> Days:
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["month"]:
        return months(year, int(found["month"]), 1)
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        if found["weekend"]:
            return monday + timedelta(5), monday + timedelta(6)
        if found["weekday"]:
            day = monday + timedelta(int(found["weekday"]) - 1)
            return day, day
        return monday, monday + timedelta(6)
    if found["quarter"]:
        return months(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return months(year, 6 * int(found["half"]) - 5, 6)
    if found["season"]:
        return months(year, SEASON_MONTH[found["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def months(year: int, month: int, count: int) -> Days:
    """Return the first and last day of so many months, from this one on; ValueError outside years 1 to 9999."""
    last_year, last_month = year_and_month(year, month + count - 1)
    return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def year_and_month(year: int, month: int) -> tuple[int, int]:
    """Return year and month for a month that may lie outside 1..12.

    >>> year_and_month(1980, 14), year_and_month(1980, 0)
    ((1981, 2), (1979, 12))
    """
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def narrow(value: str, mod: str | None, days: Days) -> Days:
    """Return the days of a value that its mod leaves: the early 1980s are 1980 to 1983.

    START, MID and END take a third of a decade, century, year or month; APPROX one unit more on both sides.
    """
    first, last = days
    if mod not in ("START", "MID", "END", "APPROX"):
        return days
    if SHORT.match(value):
        span = 10 ** (4 - len(value))
        cut = {"START": (0, 3), "MID": (3, 6), "END": (6, 9), "APPROX": (-10, 19)}[mod]
        if span == 100:
            cut = {"START": (0, 33), "MID": (33, 66), "END": (66, 99), "APPROX": (-100, 199)}[mod]
        year = int(value) * span
        return date(max(1, year + cut[0]), 1, 1), date(min(9999, year + cut[1]), 12, 31)
    if len(value) == 4:
        if mod == "APPROX":
            return date(max(1, first.year - 1), 1, 1), date(min(9999, first.year + 1), 12, 31)
        return months(first.year, {"START": 1, "MID": 5, "END": 9}[mod], 4)
    if MONTH.match(value):
        if mod == "APPROX":
            before, after = year_and_month(first.year, first.month - 1), year_and_month(first.year, first.month + 1)
            return months(*before, 1)[0], months(*after, 1)[1]
        if mod == "START":
            return first, first.replace(day=10)
        return (first.replace(day=11), first.replace(day=20)) if mod == "MID" else (first.replace(day=21), last)
    if mod == "APPROX" and first == last:
        return first - timedelta(1), last + timedelta(1)
    return days


def move(day: date, amount: float, unit: TimeUnit) -> date | None:
    """Return the day that lies so many units later (earlier if negative); None outside years 1 to 9999.

    Hours, minutes and seconds leave the day as it is.
    """
    try:
        if unit in MONTHS_IN:
            year, month = year_and_month(day.year, day.month + round(amount * MONTHS_IN[unit]))
            return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        return day + timedelta(days=round(amount * DAYS_IN.get(unit, 0)))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def value_at(day: date, unit: TimeUnit) -> str:
    """Return the TIMEX3 value of the year, month, week ... in which a day lies.

    >>> value_at(date(2010, 11, 3), TimeUnit.WEEK), value_at(date(2010, 11, 3), TimeUnit.DECADE)
    ('2010-W44', '201')
    """
    year, week, _ = day.isocalendar()
    return {
        TimeUnit.YEAR: f"{day.year:04}",
        TimeUnit.MONTH: f"{day.year:04}-{day.month:02}",
        TimeUnit.WEEK: f"{year:04}-W{week:02}",
        TimeUnit.FORTNIGHT: f"{year:04}-W{week:02}",
        TimeUnit.WEEKEND: f"{year:04}-W{week:02}-WE",
        TimeUnit.DECADE: f"{day.year // 10:03}",
        TimeUnit.CENTURY: f"{day.year // 100:02}",
        TimeUnit.QUARTER: f"{day.year:04}-Q{(day.month + 2) // 3}",
    }.get(unit, day.isoformat())


def open_value(unit: TimeUnit) -> str:
    """Return the TIMEX3 value of a date in this unit that nothing anchors.

    >>> open_value(TimeUnit.MONTH), open_value(TimeUnit.HOUR)
    ('XXXX-XX', 'XXXX-XX-XX')
    """
    return {
        TimeUnit.YEAR: "XXXX",
        TimeUnit.MONTH: "XXXX-XX",
        TimeUnit.WEEK: "XXXX-WXX",
        TimeUnit.WEEKEND: "XXXX-WXX-WE",
        TimeUnit.DECADE: "XXX",
        TimeUnit.CENTURY: "XX",
    }.get(unit, "XXXX-XX-XX")


def period(amount: float | None, unit: TimeUnit) -> str:
    """Return the TIMEX3 value of a duration; X if it is not said how many.

    >>> period(1.5, TimeUnit.YEAR), period(None, TimeUnit.HOUR), period(3, TimeUnit.FORTNIGHT)
    ('P1.5Y', 'PTXH', 'P6W')
    """
    if unit == TimeUnit.FORTNIGHT:
        amount, unit = (None if amount is None else 2 * amount), TimeUnit.WEEK
    number = "X" if amount is None else f"{amount:g}" if amount < 10**6 else f"{amount:.0f}"
    return f"PT{number}{unit.upper()}" if unit in WITHIN_A_DAY else f"P{number}{unit}"


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar. Source: Meeus, Astronomical Algorithms (1991), chapter 8.

    >>> easter(1916).isoformat()
    '1916-04-23'
    """
    century = year // 100
    golden = year % 19
    full = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - full - year % 100 % 4) % 7
    shift = (golden + 11 * full + 22 * weekday) // 451
    month, day = divmod(full + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
