"""What the forms of spans and of relative time mean: durations, sets, "five months later", "last week"."""

from __future__ import annotations

from typing import Final, cast

from sayso.extract.times.expression import (
    COUNTS,
    MANY_UNITS,
    ONE_UNIT,
    ORDINALS,
    Expression,
    ExpressionKind,
    FormMatch,
    Maker,
    UnitRelation,
    is_noun,
)
from sayso.extract.times.tokens import MONTHS, TimeTokens
from sayso.lang.needs.times import FormName, TokenClass
from sayso.values.terms import TimexMod
from sayso.world.timex import WITHIN_A_DAY, TimeUnit, open_value, period

HEDGES: Final = (
    TokenClass.MORE, TokenClass.LESS, TokenClass.OVER, TokenClass.UNDER, TokenClass.LEAST, TokenClass.MOST,
    TokenClass.UP, TokenClass.APPROX,
)  # fmt: skip
DIRECTIONS: Final = (TokenClass.AGO, TokenClass.AHEAD, TokenClass.BACK, TokenClass.BEFORE, TokenClass.AFTER)
OPEN_SETS: Final = (TimeUnit.YEAR, TimeUnit.MONTH, TimeUnit.WEEK, TimeUnit.DAY, TimeUnit.WEEKEND)


def _age(match: FormMatch) -> list[Expression]:
    return []


def _amount(match: FormMatch) -> float | None:
    """Return how many units: a number, the second of two, a half; None if it is not said ("several")."""
    numbers = [float(match.tokens.values[i]) for i in match.at(*COUNTS, TokenClass.YEAR)]
    if numbers:
        return numbers[-1] + (0.5 if match.has(TokenClass.HALF) else 0)
    if match.has(TokenClass.HALF):
        return 1.5 if match.has(TokenClass.AND) else 0.5
    if match.has(TokenClass.FEW, TokenClass.NUMBEROF) or any(name.startswith(MANY_UNITS) for name in match.names):
        return None
    return 1.0


def _hedge(match: FormMatch) -> TimexMod | None:
    for i, name in enumerate(match.names):
        if name in HEDGES:
            return cast(TimexMod, match.tokens.values[match.first + i])
        if name.startswith((ONE_UNIT, MANY_UNITS)):
            return None
    return None


def _shift(match: FormMatch) -> list[Expression]:
    if match.has(TokenClass.LONG) and not match.unit:
        return [match.make(ExpressionKind.READY, value="PAST_REF", mod=None)]
    direction = 0
    for i, name in enumerate(match.names):
        if name in DIRECTIONS:
            direction = int(match.tokens.values[match.first + i])
        elif name in (TokenClass.LATE, TokenClass.EARLY) and i:
            direction = 1 if name == TokenClass.LATE else -1
    # "more than a year ago" is before that year, "more than a year later" after it
    mod = _hedge(match)
    if mod in ("MORE_THAN", "LESS_THAN"):
        mod = "BEFORE" if (mod == "MORE_THAN") == (direction < 0) else "AFTER"
    return [
        match.make(
            ExpressionKind.SHIFT,
            unit=match.unit or TimeUnit.QUARTER,
            amount=_amount(match),
            direction=direction,
            mod=mod,
            relation=UnitRelation.AGO if match.has(TokenClass.AGO) else None,
        )
    ]


def _from_day(match: FormMatch) -> list[Expression]:
    """Return two weeks from Sunday, a week ago on Tuesday, Friday week."""
    weekday = match.number(TokenClass.WEEKDAY)
    day = match.number(TokenClass.TODAY, TokenClass.YESTERDAY, TokenClass.TOMORROW)
    amount = match.number(*COUNTS) or (None if match.has(TokenClass.FEW) else 1)
    if amount is None or match.units in WITHIN_A_DAY:
        return []
    direction = -1 if match.has(TokenClass.AGO) else 1
    return [
        match.make(
            ExpressionKind.FROM_DAY, unit=match.units, amount=amount, direction=direction, weekday=weekday,
            day=None if weekday else day or 0, mod=None,
        )
    ]  # fmt: skip


def _weekend(match: FormMatch) -> list[Expression]:
    return [match.make(ExpressionKind.WEEKEND, unit=TimeUnit.WEEKEND, mod=None)]


def _span(match: FormMatch) -> list[Expression]:
    amount = _amount(match)
    return [
        match.make(
            ExpressionKind.SPAN,
            type="DURATION",
            value=period(amount, match.units),
            relation=match.relation,
            unit=match.units,
            amount=amount,
            mod=_hedge(match),
        )
    ]


def _every(match: FormMatch) -> list[Expression]:
    amount = match.number(*COUNTS, *ORDINALS)
    if match.has(TokenClass.OTHER):
        amount = 2
    if match.has(TokenClass.WEEKDAY):
        value = f"XXXX-WXX-{match.number(TokenClass.WEEKDAY)}"
    elif match.has(TokenClass.PART):
        value = f"XXXX-XX-XXT{match.find(TokenClass.PART)}"
    elif match.has(TokenClass.SEASON):
        value = f"XXXX-{match.find(TokenClass.SEASON)}"
    elif match.has(*MONTHS):
        value = f"XXXX-{match.month:02}"
    elif amount and amount > 1:
        value = period(amount, match.units)
    elif match.has(TokenClass.PER):
        value = period(1, match.units)
    else:
        value = open_value(match.units) if match.units in OPEN_SETS else period(1, match.units)
    return [match.make(ExpressionKind.DURATION, type="SET", value=value, mod=None)]


def _duration(match: FormMatch) -> list[Expression]:
    if match.has(TokenClass.LONG) and not match.has(*COUNTS, TokenClass.A, TokenClass.FEW):
        value = period(None if match.names[0].startswith(MANY_UNITS) else 1, match.units)
        return [match.make(ExpressionKind.DURATION, type="DURATION", value=value, mod=None)]
    amount = _amount(match)
    tokens = match.tokens
    if match.names[0] == TokenClass.A and len(match.names) > 1 and match.names[1] in COUNTS:
        match = FormMatch(tokens, match.first + 1, match.last)  # "a two-day strike": the article is the strike's
    if match.has(TokenClass.HALF) and match.has(TokenClass.DASH) and match.unit == TimeUnit.YEAR and amount == 0.5:
        amount, unit = 6, TimeUnit.MONTH
    else:
        unit = match.units
    rate = match.names[0] == TokenClass.A and len(match.names) == 2 and _rate(tokens, match.first)
    return [
        match.make(
            ExpressionKind.DURATION, type="SET" if rate else "DURATION", value=period(amount, unit), mod=_hedge(match)
        )
    ]


def _rate(tokens: TimeTokens, i: int) -> bool:
    """Return whether "a day" says how often: a number or a counted noun stands just before it."""
    if i == 0:
        return False
    before = tokens.names[i - 1]
    return before in (*COUNTS, TokenClass.PERCENT) or (is_noun(tokens, i - 1))


def _ready(value: str | None = None) -> Maker:
    def make(match: FormMatch) -> list[Expression]:
        found = value
        if found is None:
            said = [str(v) for v in match.tokens.values[match.first : match.last] if str(v).endswith("_REF")]
            found = said[0] if said else "PAST_REF"  # "in the past"
        return [match.make(ExpressionKind.READY, value=found, mod=None)]

    return make


def _day_near(match: FormMatch) -> list[Expression]:
    back = match.has(TokenClass.BEFORE)
    return [match.make(ExpressionKind.DEICTIC, amount=-2 if back else 2, mod=None)]


def _unit_near(match: FormMatch) -> list[Expression]:
    relation = UnitRelation.PREVIOUS if match.has(TokenClass.BEFORE) else UnitRelation.FOLLOWING
    if match.has(TokenClass.PART):
        return [
            match.make(
                ExpressionKind.PART, type="TIME", part=str(match.find(TokenClass.PART)), relation=relation, mod=None
            )
        ]
    if match.unit in WITHIN_A_DAY:
        return []
    return [match.make(ExpressionKind.UNIT, unit=match.units, relation=relation, mod=None)]


def _part(match: FormMatch) -> list[Expression]:
    value = match.find(TokenClass.PART, TokenClass.PARTS, TokenClass.PART_ADVERB)
    weekday = match.number(TokenClass.WEEKDAY, TokenClass.WEEKDAY_SHORT)
    if match.has(TokenClass.WEEKDAY_SHORT) and not match.has(TokenClass.PART):
        return []
    return [match.make(ExpressionKind.PART, type="TIME", part=str(value), weekday=weekday, relation=match.relation)]


def _weekday(match: FormMatch) -> list[Expression]:
    if match.has(TokenClass.WEEKDAYS):
        return [
            match.make(
                ExpressionKind.DURATION, type="SET", value=f"XXXX-WXX-{match.number(TokenClass.WEEKDAYS)}", mod=None
            )
        ]
    return [match.make(ExpressionKind.WEEKDAY, weekday=match.number(TokenClass.WEEKDAY), relation=match.relation)]


def _unit(match: FormMatch) -> list[Expression]:
    relation = match.relation or (UnitRelation.THIS if match.has(TokenClass.OWN) else UnitRelation.THE)
    if relation == UnitRelation.PAST or (
        relation == UnitRelation.LAST and match.unit in (TimeUnit.DECADE, TimeUnit.CENTURY)
    ):
        return [
            match.make(
                ExpressionKind.SPAN,
                type="DURATION",
                value=period(1, match.units),
                relation=UnitRelation.LAST,
                unit=match.units,
                amount=1,
            )
        ]
    if match.unit in WITHIN_A_DAY:
        return []
    if relation == UnitRelation.NEXT and match.has(TokenClass.THE):
        relation = UnitRelation.FOLLOWING  # "the next year" follows the year told, "next year" the one of publication
    if match.has(TokenClass.EDGE) and match.has(TokenClass.DASH):
        relation = UnitRelation.THE
    return [match.make(ExpressionKind.UNIT, unit=match.units, relation=relation)]


def _deictic(match: FormMatch) -> list[Expression]:
    if match.has(TokenClass.TONIGHT):
        hour = match.number(TokenClass.DAY)
        clock = "NI" if hour is None else f"{hour + 12 if hour < 12 else hour:02}:00"
        return [match.make(ExpressionKind.DEICTIC, type="TIME", amount=0, part=clock, mod=None)]
    return [
        match.make(
            ExpressionKind.DEICTIC,
            amount=match.number(TokenClass.TODAY, TokenClass.YESTERDAY, TokenClass.TOMORROW),
            mod=None,
        )
    ]


def _set(match: FormMatch) -> list[Expression]:
    return [match.make(ExpressionKind.DURATION, type="SET", value=str(match.find(TokenClass.SET)), mod=None)]


RELATIVE_MAKERS: Final[dict[FormName, Maker]] = {
    FormName.AGE: _age,
    FormName.SHIFT: _shift,
    FormName.FROM_DAY: _from_day,
    FormName.WEEKEND: _weekend,
    FormName.SPAN: _span,
    FormName.EVERY: _every,
    FormName.RECENT: _ready("PAST_REF"),
    FormName.DURATION: _duration,
    FormName.DAY_NEAR: _day_near,
    FormName.UNIT_NEAR: _unit_near,
    FormName.PART: _part,
    FormName.WEEKDAY: _weekday,
    FormName.UNIT: _unit,
    FormName.DEICTIC: _deictic,
    FormName.NOW: _ready("PRESENT_REF"),
    FormName.REFERENCE: _ready(),
    FormName.SET: _set,
}
