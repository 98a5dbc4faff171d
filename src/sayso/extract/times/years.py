"""From where a date takes its year: stated, told before, "last" or "next", every year's, or the publication's.

Each function returns the value and what anchors it, in that order of preference; see `date_with_year`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from sayso.extract.times.expression import BACK, ON, Expression, ExpressionKind, UnitRelation
from sayso.extract.times.told_times import BEHIND, NO_TENSE, ToldTime, ToldTimes
from sayso.extract.times.written_values import date_value, month_of, with_part
from sayso.world.feasts import FIRST_YEAR, LAST_YEAR, feasts
from sayso.world.timex import Days, TimeUnit, days_of, open_value, value_at, year_and_month

SOON_DAYS: Final = 92  # days ahead of publication that a day without a year may lie, where no tense tells otherwise
JUST_PAST_DAYS: Final = 45  # days before publication that a day without a year may lie, though "until" looks ahead
TURN_MONTHS: Final = 11  # months back that turn the year: January after December; tried 9, 10, 11, never, on WikiWars
NOW: Final = 2029  # the year up to which '29 is taken for 2029 in a report without a date
CENTURY_AHEAD: Final = 20  # years from those told that a year of two digits may lie ahead
DEFAULT_CENTURY: Final = 19  # of a decade without one: "the eighties"
MONTHS: Final = 12  # of a year
YEAR_DIGITS: Final = 4


class Anchored(NamedTuple):
    """A TIMEX3 value and what anchors it: "stated", "published", "none" or the id of a time told before.

    No value at all means that the expression stands for no time.
    """

    value: str
    anchor: str


def stated(value: str) -> Anchored:
    """Return a value that the expression itself gives in full."""
    return Anchored(value, "stated")


def from_publication(value: str) -> Anchored:
    """Return a value that the day of publication anchors."""
    return Anchored(value, "published")


def from_told(told: ToldTime, value: str) -> Anchored:
    """Return a value that a time told before anchors."""
    return Anchored(value, told.id)


def unanchored(value: str) -> Anchored:
    """Return a value that nothing anchors."""
    return Anchored(value, "none")


def date_with_year(expression: Expression, told: ToldTimes) -> Anchored:
    """Return a date with its year: stated; of a year told, or published, before or after; else by tense.

    The order: a year that it states, with four digits or two; the month told before, if it is a day alone; "of last
    year"; none, if it is one of every year; a year before Christ that leads; the time told before it; publication.
    """
    if expression.two_digits:
        return _with_two_digits(expression, told)
    if expression.year is not None and not expression.related:
        return stated(with_part(date_value(expression.year, expression), expression))
    if expression.month is None and expression.day is not None:
        return _day_of_month(expression, told)
    if expression.of_year:
        return _in_related_year(expression, told)
    undated = with_part(date_value(None, expression), expression)
    if told.of_every_year(expression):
        return unanchored(undated)
    if told.before_christ is not None:
        return stated(with_part(date_value(told.before_christ, expression), expression))
    leading = told.leading(expression)
    if leading is not None and (
        told.published is None or expression.relation not in (UnitRelation.LAST, UnitRelation.NEXT)
    ):
        year = _year_after(leading, expression)
        return from_told(leading, with_part(date_value(year, expression), expression))
    if told.published is None:
        return unanchored(undated)
    year = _year_from_publication(expression, told.published, told)
    days = days_of(date_value(year, expression))
    if days is not None and told.doubtful(expression) and (told.history or (told.published - days[1]).days > SOON_DAYS):
        return unanchored(undated)
    return from_publication(with_part(date_value(year, expression), expression))


def _with_two_digits(expression: Expression, told: ToldTimes) -> Anchored:
    """'99: in the century of what was told before, else the last such year before publication."""
    number = expression.year or 0
    if told.last is not None and told.history:
        near = told.last.days[0].year
        year = near // 100 * 100 + number
        year = year - 100 if year > near + CENTURY_AHEAD else year
    else:
        latest = told.published.year if told.published else NOW
        year = latest // 100 * 100 + number
        year = year if year <= latest else year - 100
    return stated(date_value(year, expression) if expression.month else f"{year:04}")


def _year_after(told: ToldTime, expression: Expression) -> int:
    """Return the year of a date told after another; "the previous April", "the next spring" move it by one."""
    year = told.days[0].year
    month = month_of(expression)
    exact = len(told.value) >= 7 and told.value[5].isdigit() and told.value[:2] != "BC"
    if month and exact and expression.relation is None and told.days[0].month - month >= TURN_MONTHS:
        return year + 1
    if expression.relation in ON and month and month <= told.days[0].month:
        return year + 1
    if expression.relation in BACK and month and month >= told.days[0].month:
        return year - 1
    return year


def _year_from_publication(expression: Expression, published: date, told: ToldTimes) -> int:
    """Return the year of the nearest such date before publication, or after it if the sentence looks ahead."""
    month, day = month_of(expression) or 1, expression.day or 1
    here, there = (published.month, published.day if expression.day else 1), (month, day)
    year = published.year
    last_month = month + (2 if expression.sub and expression.sub[0] in "SFWQ" else 0)  # of a season or quarter
    if expression.relation in (UnitRelation.THIS, UnitRelation.SAME):
        return year
    if expression.relation in BACK:
        return year if there < here and (expression.day or last_month < published.month) else year - 1
    if expression.relation in ON:
        return year if there > here else year + 1
    if told.ahead(expression):
        past = days_of(f"{year:04}-{month:02}-{day:02}") if expression.day else None
        if past is not None and 0 <= (published - past[0]).days <= JUST_PAST_DAYS:
            return year  # "they were told to wait until May 2"
        return year if there >= here or (not expression.day and last_month >= published.month) else year + 1
    if there <= here:
        return year
    if told.meant(expression):
        return year  # "has called a strike for June 3"
    if told.tense(expression) == BEHIND and not told.beside(expression):
        return year - 1  # what has been done lies before the day on which it was printed
    coming = days_of(f"{year:04}-{month:02}-{day:02}") if expression.day else None
    # Whoever writes of a day most of a year ago names the year; one that comes soon needs none.
    return year if coming is not None and (coming[0] - published).days <= SOON_DAYS else year - 1


def _in_related_year(expression: Expression, told: ToldTimes) -> Anchored:
    """May of last year, of that year: of the time told before, or of publication."""
    by_told = expression.relation in (
        UnitRelation.THAT,
        UnitRelation.SAME,
        UnitRelation.PREVIOUS,
        UnitRelation.FOLLOWING,
    )
    if told.last is not None and (by_told or told.published is None):
        year = told.last.days[0].year + expression.steps
        return from_told(told.last, with_part(date_value(year, expression), expression))
    if told.published is not None:
        year = told.published.year + expression.steps
        return from_publication(with_part(date_value(year, expression), expression))
    return unanchored(with_part(date_value(None, expression), expression))


def _day_of_month(expression: Expression, told: ToldTimes) -> Anchored:
    """The 24th: of the month told before, or of the nearest month by tense."""
    day = expression.day or 1
    if told.last is not None and len(told.last.value) >= 7:
        return from_told(told.last, with_part(f"{told.last.days[0]:%Y-%m}-{day:02}", expression))
    if told.published is None:
        return unanchored(f"XXXX-XX-{day:02}")
    month = told.published.year * 12 + told.published.month - 1
    ahead = told.ahead(expression)
    if ahead and day < told.published.day:
        month += 1
    elif not ahead and day > told.published.day:
        month -= 1
    return from_publication(with_part(f"{month // 12:04}-{month % 12 + 1:02}-{day:02}", expression))


def decade_with_century(expression: Expression, told: ToldTimes) -> Anchored:
    """Return "the eighties" in the century of what was told before, in the last one if nothing was."""
    century = told.last.days[0].year // 100 if told.last and told.history else DEFAULT_CENTURY
    return stated(f"{century:02}{expression.value}")


def nth_of_month(expression: Expression, told: ToldTimes) -> Anchored:
    """Return the first weekend of August, the last Monday of May; the month if it has no such day."""
    month = date_with_year(
        Expression(expression.start, expression.end, ExpressionKind.DATE, month=expression.month, year=expression.year,
                   relation=expression.relation, of_year=expression.of_year), told
    )  # fmt: skip
    days = days_of(month.value)
    if days is None:
        return month
    every = (days[0] + timedelta(n) for n in range((days[1] - days[0]).days + 1))
    fitting = [day for day in every if day.isoweekday() == (expression.weekday or 1)]
    place = int(expression.amount or 1)
    if not fitting or place > len(fitting):
        return month
    day = fitting[place - 1 if place > 0 else -1]
    return Anchored(value_at(day, expression.unit or TimeUnit.DAY), month.anchor)


def week_of(expression: Expression, told: ToldTimes) -> Anchored:
    """Return the week, or the weekend, in which a date lies: "the weekend of 4 May"."""
    date_of = date_with_year(replace(expression, kind=ExpressionKind.DATE, unit=None), told)
    days = days_of(date_of.value)
    unit = expression.unit or TimeUnit.WEEK
    return Anchored(value_at(days[0], unit), date_of.anchor) if days else unanchored(open_value(unit))


def months_of(expression: Expression, told: ToldTimes) -> Anchored:
    """Return the first or last months of a year: a quarter, a half, or an interval."""
    year = date_with_year(replace(expression, kind=ExpressionKind.DATE), told)
    if len(year.value) != YEAR_DIGITS or not year.value.isdigit():
        return unanchored("XXXX")
    count = int(expression.amount or 1)
    first = 1 if expression.direction > 0 else MONTHS - count + 1
    if count in (3, 6):
        return Anchored(f"{year.value}-{'Q' if count == 3 else 'H'}{(first + count - 1) // count}", year.anchor)
    begin, end = f"{year.value}-{first:02}", f"{year.value}-{first + count - 1:02}"
    return Anchored(begin if count == 1 else f"{begin}/{end}", year.anchor)


def months_to(expression: Expression, told: ToldTimes) -> Anchored:
    """Return the months that end with one: "the year to March"."""
    wanted = replace(expression, kind=ExpressionKind.DATE, amount=None)
    end = date_with_year(wanted, told)
    if expression.year is None and told.published is not None and not told.history:
        end = from_publication(date_value(_year_from_publication(wanted, told.published, told), wanted))
    days = days_of(end.value)
    if days is None:
        return unanchored("XXXX")
    year, month = year_and_month(days[0].year, days[0].month - int(expression.amount or MONTHS) + 1)
    return Anchored(f"{year:04}-{month:02}/{end.value}", end.anchor)


def holiday(expression: Expression, told: ToldTimes) -> Anchored:
    """Return a feast that moves through the year: by its days where they are reckoned, others by their year alone.

    Without a year it is the nearest one to publication by tense, or of the year told before.
    """
    year, anchor = expression.year, "stated"
    if expression.of_year:
        related = _in_related_year(replace(expression, kind=ExpressionKind.DATE), told)
        year, anchor = (int(related.value), related.anchor) if related.value.isdigit() else (None, "none")
    elif year is None:
        leading = told.leading(expression)
        if leading is not None:
            year, anchor = leading.days[0].year, leading.id
        elif told.published is not None:
            return _nearest_feast(expression, told, told.published)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return unanchored("XXXX-XX")
    held = feasts(expression.value, year) if anchor in ("stated", "published") else []
    return Anchored(_interval(held[0]) if held else f"{year:04}-XX", anchor)


def _nearest_feast(expression: Expression, told: ToldTimes, published: date) -> Anchored:
    """Return the feast last before publication, or the next one, as the sentence or "last" and "next" say."""
    every = [days for year in range(published.year - 2, published.year + 3) for days in feasts(expression.value, year)]
    if expression.relation is None and told.tense(expression) == NO_TENSE:
        return unanchored("XXXX-XX")  # "In Ramadan the guns fall silent"
    ahead = expression.relation in ON or (expression.relation not in BACK and told.ahead(expression))
    if expression.relation == UnitRelation.THIS:
        fitting = [days for days in every if days[0].year == published.year]
    elif ahead:
        fitting = [days for days in every if days[1] >= published]
    else:
        fitting = [days for days in every if days[0] <= published][::-1]
    return from_publication(_interval(fitting[0])) if fitting else unanchored("XXXX-XX")


def _interval(days: Days) -> str:
    first, last = days
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
