"""Times that are told by their distance from a day: weekdays, parts of a day, clocks, last week, five months later.

They are reckoned from the day of publication or from a time told before; each function says from which.
"""

from __future__ import annotations

from datetime import date, timedelta

from sayso.extract.times.expression import BACK, ON, Expression, ExpressionKind, UnitRelation
from sayso.extract.times.told_times import BEHIND, ToldTimes
from sayso.extract.times.written_values import with_part
from sayso.extract.times.years import Anchored, from_publication, from_told, stated, unanchored
from sayso.world.timex import WITHIN_A_DAY, Days, TimeUnit, move, open_value, value_at

SATURDAY = 6
NO_TIME = unanchored("")


def weekday(expression: Expression, told: ToldTimes) -> Anchored:
    """Return Monday: the last one before publication, the next by tense; in a history that of the day told last."""
    base: date | None = told.published
    anchor = "published"
    if (base is None or told.history) and told.last_day is not None:
        base, anchor = told.last_day.days[0], told.last_day.id
    wanted = expression.weekday or 1
    if base is None:
        return unanchored(with_part(f"XXXX-WXX-{wanted}", expression))
    back = (base.isoweekday() - wanted) % 7
    on = (wanted - base.isoweekday()) % 7
    if not timedelta(7) <= base - date.min <= date.max - date.min - timedelta(7):  # at an end of the calendar
        return unanchored(with_part(f"XXXX-WXX-{wanted}", expression))
    if expression.relation in BACK:
        day = base - timedelta(back or 7)
    elif expression.relation in ON:
        day = base + timedelta(on or 7)
    elif expression.relation == UnitRelation.THIS and on and told.tense(expression) == BEHIND:
        day = base - timedelta(back)  # "This Sunday she crossed the strait", told on Tuesday
    elif expression.relation == UnitRelation.THIS or (not told.history and told.ahead(expression)):
        day = base + timedelta(on)
    else:
        day = base - timedelta(back)
    return Anchored(with_part(day.isoformat(), expression), anchor)


def clock(expression: Expression, told: ToldTimes) -> Anchored:
    """Return a time of day on the day told near by."""
    if expression.relation == UnitRelation.TODAY and told.published:
        return from_publication(f"{told.published.isoformat()}T{expression.part}")
    near = told.near_day(expression)
    if near is None:
        return unanchored(f"XXXX-XX-XXT{expression.part}")
    return from_told(near, f"{near.days[0].isoformat()}T{expression.part}")


def part_of_day(expression: Expression, told: ToldTimes) -> Anchored:
    """Return Monday morning, last night (from publication), that evening (of the day told last)."""
    if expression.weekday is not None:
        return weekday(expression, told)
    unknown = unanchored(f"XXXX-XX-XXT{expression.part}")
    by_publication = expression.relation in (UnitRelation.LAST, UnitRelation.THIS, UnitRelation.NEXT)
    if by_publication and told.published is not None and not told.history:
        day = move(told.published, expression.steps, TimeUnit.DAY)
        return from_publication(with_part(day.isoformat(), expression)) if day else NO_TIME
    if told.last_day is None or expression.relation in (None, UnitRelation.PAST):
        near = None if told.history or told.tense(expression) != BEHIND else told.near_day(expression)
        return from_told(near, with_part(near.days[0].isoformat(), expression)) if near else unknown
    day = move(told.last_day.days[0], expression.steps, TimeUnit.DAY)
    return from_told(told.last_day, with_part(day.isoformat(), expression)) if day else NO_TIME


def deictic(expression: Expression, told: ToldTimes) -> Anchored:
    """Return yesterday, today, tomorrow: from publication alone."""
    if told.published is None:
        return unanchored(with_part("XXXX-XX-XX", expression))
    day = move(told.published, expression.amount or 0, TimeUnit.DAY)
    return from_publication(with_part(day.isoformat(), expression)) if day else NO_TIME


def unit(expression: Expression, told: ToldTimes) -> Anchored:
    """Return last week (from publication), the next day (from the day told last), that year (from what was told)."""
    kind = expression.unit or TimeUnit.DAY
    of_now = expression.relation in (UnitRelation.LAST, UnitRelation.NEXT, UnitRelation.THIS) and kind != TimeUnit.DAY
    base = told.last_day if kind == TimeUnit.DAY else told.last
    if told.published is not None and (base is None or (of_now and not told.history)):
        begun = kind != TimeUnit.WEEKEND or told.published.isoweekday() >= SATURDAY
        over = expression.relation == UnitRelation.THIS and not begun and told.tense(expression) == BEHIND
        day = move(told.published, expression.steps - over, kind)  # "this weekend", told on Monday of what was done
        return from_publication(with_part(value_at(day, kind), expression)) if day else NO_TIME
    if of_now and not told.history:
        base = None  # "this month" is of the day of printing, which nobody knows
    if base is None:
        if told.before_christ is not None and kind == TimeUnit.YEAR:
            return stated(f"BC{-told.before_christ - expression.steps:04}")
        return unanchored(with_part(open_value(kind), expression))
    day = move(base.days[0], expression.steps, kind)
    return from_told(base, with_part(value_at(day, kind), expression)) if day else NO_TIME


def shift(expression: Expression, told: ToldTimes) -> Anchored:
    """Return three years ago (from publication), five months later (from what was told last)."""
    kind = expression.unit or TimeUnit.DAY
    if expression.amount is None:
        reference = "PAST_REF" if expression.direction < 0 else "FUTURE_REF"
        return from_publication(reference) if told.published else unanchored(reference)
    small = kind in WITHIN_A_DAY
    base = None
    if expression.relation != UnitRelation.AGO:
        base = told.last_day if (small or kind == TimeUnit.DAY) and told.last_day else told.last
    if base is not None and base.is_year and kind != TimeUnit.YEAR and not told.history and told.published is None:
        base = None  # "five days later" than 2018
    start = base.days[0] if base is not None else told.published
    if start is None:
        return unanchored(open_value(kind))
    day = move(start, expression.amount * expression.direction, kind)
    if day is None:
        return NO_TIME
    value = f"{day.isoformat()}TXX" if small else value_at(day, kind)
    return from_told(base, value) if base is not None else from_publication(value)


def weekend(expression: Expression, told: ToldTimes) -> Anchored:
    """Return the weekend: the last one before publication, or the one to come, by tense."""
    if told.published is None or told.history:
        return unanchored(open_value(TimeUnit.WEEKEND))
    weeks = -1 if told.published.isoweekday() < SATURDAY and not told.ahead(expression) else 0
    day = move(told.published, weeks, TimeUnit.WEEK)
    return from_publication(value_at(day, TimeUnit.WEEKEND)) if day else NO_TIME


def from_day(expression: Expression, told: ToldTimes) -> Anchored:
    """Return two weeks from Sunday (the one to come), a week ago on Tuesday (the last one), Friday week."""
    unit_of = expression.unit or TimeUnit.DAY
    if told.published is None or told.history:
        return unanchored("XXXX-XX-XX")
    start = move(told.published, expression.day or 0, TimeUnit.DAY)
    if expression.weekday is not None:
        gap = expression.weekday - told.published.isoweekday()
        start = move(told.published, gap % 7 if expression.direction > 0 else -(-gap % 7), TimeUnit.DAY)
    day = move(start, (expression.amount or 0) * expression.direction, unit_of) if start else None
    return from_publication(day.isoformat()) if day else NO_TIME


def span_days(expression: Expression, told: ToldTimes) -> Days | None:
    """Return the days of the past three years, which end at publication, of the next two months, which begin there."""
    if expression.kind != ExpressionKind.SPAN or expression.amount is None or told.published is None or told.history:
        return None
    back = expression.relation in (*BACK, UnitRelation.PAST)
    if not back and expression.relation not in ON:
        return None
    amount = -expression.amount if back else expression.amount
    other = move(told.published, amount, expression.unit or TimeUnit.DAY)
    if other is None:
        return None
    return (other, told.published) if back else (told.published, other)
