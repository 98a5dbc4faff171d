"""What the forms of spans and of relative time mean: durations, sets, "five months later", "last week"."""

from __future__ import annotations

from typing import Final

from sayso.extract.times.expression import Expression, Maker, Part, is_noun, period
from sayso.extract.times.tokens import Tokens
from sayso.values.terms import TimexMod


def _age(part: Part) -> list[Expression]:
    return []


def _amount(part: Part) -> float | None:
    """How many units: a number, the mean of two, a half; None where it is not said ("several")."""
    numbers = [
        float(part.tokens.values[part.first + i])
        for i, name in enumerate(part.names)
        if name in ("day", "three", "year_two", "amount", "word", "year")
    ]
    if numbers:
        return numbers[-1] + (0.5 if part.has("half") else 0)
    if part.has("half"):
        return 1.5 if part.has("and") else 0.5
    if part.has("few", "numberof") or any(name.startswith("units") for name in part.names):
        return None
    return 1.0


def _hedge(part: Part) -> TimexMod | None:
    for i, name in enumerate(part.names):
        if name in ("more", "less", "over", "under", "least", "most", "up", "approx"):
            return part.tokens.values[part.first + i]  # type: ignore[return-value]
        if name.startswith("unit"):
            return None
    return None


def _shift(part: Part) -> list[Expression]:
    if part.has("long") and not part.unit:
        return [part.make("ready", value="PAST_REF", mod=None)]
    direction = 0
    for i, name in enumerate(part.names):
        if name in ("ago", "ahead", "back", "before", "after"):
            direction = int(part.tokens.values[part.first + i])
        elif name in ("late", "early") and i:
            direction = 1 if name == "late" else -1
    # "more than a year ago" is before that year, "more than a year later" after it
    mod = _hedge(part)
    if mod in ("MORE_THAN", "LESS_THAN"):
        mod = "BEFORE" if (mod == "MORE_THAN") == (direction < 0) else "AFTER"
    return [
        part.make("shift", unit=part.unit, amount=_amount(part), direction=direction, mod=mod,
                  relation="ago" if part.has("ago") else "")
    ]  # fmt: skip


def _span(part: Part) -> list[Expression]:
    amount = _amount(part)
    return [
        part.make("span", type="DURATION", value=period(amount, part.unit), relation=part.relation, unit=part.unit,
                  amount=amount, mod=_hedge(part))
    ]  # fmt: skip


def _every(part: Part) -> list[Expression]:
    amount = part.number("day", "three", "year_two", "amount", "word", "ordinal", "ordinal_digits")
    if part.has("other"):
        amount = 2
    if part.has("weekday"):
        value = f"XXXX-WXX-{part.number('weekday')}"
    elif part.has("part"):
        value = f"XXXX-XX-XXT{part.find('part')}"
    elif part.has("season"):
        value = f"XXXX-{part.find('season')}"
    elif part.has("month", "month_may_march", "month_short"):
        value = f"XXXX-{part.number('month', 'month_may_march', 'month_short'):02}"
    elif amount and amount > 1:
        value = period(amount, part.unit)
    elif part.has("per"):
        value = period(1, part.unit)
    else:
        value = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE"}.get(
            part.unit, period(1, part.unit)
        )
    return [part.make("duration", type="SET", value=value, mod=None)]


def _duration(part: Part) -> list[Expression]:
    if part.has("long") and not part.has("day", "three", "year_two", "amount", "word", "a", "few"):
        value = period(None if part.names[0].startswith("units") else 1, part.unit)
        return [part.make("duration", type="DURATION", value=value, mod=None)]
    amount = _amount(part)
    tokens = part.tokens
    if part.names[0] == "a" and len(part.names) > 1 and part.names[1] in ("day", "three", "year_two", "amount", "word"):
        part = Part(tokens, part.first + 1, part.last)  # "a two-day strike": the article is the strike's
    if part.has("half") and part.has("dash") and part.unit == "Y" and amount == 0.5:
        amount, unit = 6, "M"
    else:
        unit = part.unit
    rate = part.names[0] == "a" and len(part.names) == 2 and _rate(tokens, part.first)
    return [part.make("duration", type="SET" if rate else "DURATION", value=period(amount, unit), mod=_hedge(part))]


def _rate(tokens: Tokens, i: int) -> bool:
    """Whether "a day" says how often: a number or a counted noun stands just before it."""
    if i == 0:
        return False
    before = tokens.names[i - 1]
    return before in ("day", "three", "year_two", "amount", "word", "percent") or (is_noun(tokens, i - 1))


def _ready(value: str | None = None) -> Maker:
    def make(part: Part) -> list[Expression]:
        found = value
        if found is None:
            said = [str(v) for v in part.tokens.values[part.first : part.last] if str(v).endswith("_REF")]
            found = said[0] if said else "PAST_REF"  # "in the past"
        return [part.make("ready", value=found, mod=None)]

    return make


def _day_near(part: Part) -> list[Expression]:
    back = part.has("before")
    return [part.make("deictic", amount=-2 if back else 2, mod=None)]


def _unit_near(part: Part) -> list[Expression]:
    relation = "previous" if part.has("before") else "following"
    if part.has("part"):
        return [part.make("part", type="TIME", part=str(part.find("part")), relation=relation, mod=None)]
    if part.unit in ("H", "m", "S"):
        return []
    return [part.make("unit", unit=part.unit, relation=relation, mod=None)]


def _part(part: Part) -> list[Expression]:
    value = part.find("part", "parts", "part_adverb")
    weekday = part.number("weekday", "weekday_short")
    if part.has("weekday_short") and not part.has("part"):
        return []
    return [part.make("part", type="TIME", part=str(value), weekday=weekday, relation=part.relation)]


def _weekday(part: Part) -> list[Expression]:
    if part.has("weekdays"):
        return [part.make("duration", type="SET", value=f"XXXX-WXX-{part.number('weekdays')}", mod=None)]
    return [part.make("weekday", weekday=part.number("weekday"), relation=part.relation)]


def _unit(part: Part) -> list[Expression]:
    relation = part.relation or ("this" if part.has("own") else "the")
    if relation == "past" or (relation == "last" and part.unit in ("DE", "CE")):
        return [
            part.make("span", type="DURATION", value=period(1, part.unit), relation="last", unit=part.unit, amount=1)
        ]
    if part.unit in ("H", "m", "S"):
        return []
    if relation == "next" and part.has("the"):
        relation = "following"  # "the next year" is the one after what was told, "next year" the one after this
    if part.has("edge") and part.has("dash"):
        relation = "the"
    return [part.make("unit", unit=part.unit, relation=relation)]


def _deictic(part: Part) -> list[Expression]:
    if part.has("tonight"):
        hour = part.number("day")
        clock = "NI" if hour is None else f"{hour + 12 if hour < 12 else hour:02}:00"
        return [part.make("deictic", type="TIME", amount=0, part=clock, mod=None)]
    return [part.make("deictic", amount=part.number("today", "yesterday", "tomorrow"), mod=None)]


def _set(part: Part) -> list[Expression]:
    return [part.make("duration", type="SET", value=str(part.find("set")), mod=None)]


UNIT_MAKERS: Final[dict[str, Maker]] = {
    "age": _age,
    "shift": _shift,
    "span": _span,
    "every": _every,
    "recent": _ready("PAST_REF"),
    "duration": _duration,
    "day_near": _day_near,
    "unit_near": _unit_near,
    "part": _part,
    "weekday": _weekday,
    "unit": _unit,
    "deictic": _deictic,
    "now": _ready("PRESENT_REF"),
    "reference": _ready(),
    "set": _set,
}
