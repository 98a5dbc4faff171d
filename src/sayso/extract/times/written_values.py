"""The TIMEX3 values of dates as they are written: with their year or without, with a part of the day or without."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.times.expression import Expression
from sayso.values.findings import Time
from sayso.world.timex import SEASON_MONTH


def date_value(year: int | None, expression: Expression) -> str:
    """Return the value of a date in this year; XXXX stands for a year that is not known."""
    written = "XXXX" if year is None else f"BC{-year:04}" if year < 0 else f"{year:04}"
    if expression.sub:
        return f"{written}-{expression.sub}"
    if expression.month is None:
        return written
    return f"{written}-{expression.month:02}" + (f"-{expression.day:02}" if expression.day is not None else "")


def with_part(value: str, expression: Expression) -> str:
    """Return a value with the part of the day or the clock time, if the expression gives one."""
    return f"{value}T{expression.part}" if expression.part else value


def month_of(expression: Expression) -> int | None:
    """Return the month that an expression states, or the first month of its season, quarter or half; else None."""
    if expression.month is not None:
        return expression.month
    if expression.sub in SEASON_MONTH:
        return SEASON_MONTH[expression.sub]
    if expression.sub[:1] == "Q":
        return 3 * int(expression.sub[1]) - 2
    return 6 * int(expression.sub[1]) - 5 if expression.sub[:1] == "H" else None


def with_range(time: Time, ends: tuple[str, str]) -> Time:
    """Return the time with the values of the two ends of its range."""
    return replace(time, range=ends)
