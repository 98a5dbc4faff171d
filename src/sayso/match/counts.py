"""Two numbers with what they count: can they count the same thing, and how likely do they?

First what rules it out: another unit or role, another place, other days, a part, a plan. Then how much speaks for it:
what stands around both (`numbers`), the same noun, names in both sentences, and a number that is not met by chance.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final

from sayso.match.numbers import STEM, around_sum, by_value
from sayso.values.figures import Counted
from sayso.values.findings import Quantity
from sayso.world.units import in_one_unit, is_currency

SAME_SERIES: Final = 0.3  # logarithm of the ratio of two bare numbers that stand in one row or near each other
NEAR: Final = 0.2  # the same of numbers that may be two counts of one thing
FAR: Final = 0.9  # of numbers that are held to be two counts of one thing at all, unless it is one that grows
LEAST_TELLING: Final = 20
TELLING_DIGITS: Final = 2  # a bare number of more digits than this tells by itself that it is the same
LARGE: Final = 100
VERY_LARGE: Final = 1000
WORD: Final = re.compile(r"[^\W\d_]+")
PEOPLE: Final = frozenset({"killed", "wounded", "held", "members"})
# What speaks for one count; chosen looking at clusters of real reports and at tests/gold/accounts.
WEIGHTS: Final = {
    "same noun": 0.8,
    "both people": 0.4,
    "one bare": -0.6,
    "two digits": 1.0,
    "three digits": 2.6,
    "near": 0.4,
    "near and large": 1.2,
    "a name": 0.6,
    "apart": -0.8,
    "one place": -0.3,  # one sentence names a place, and the other none: the numbers are the same
    "one place, two numbers": -1.0,
    "same trigger": 0.6,
}
MOST_NAMES: Final = 3
SMALL: Final = 12


def can_be_one(one: Counted, other: Counted, *, told: bool = False) -> bool:
    """Whether nothing rules out that both count the same thing; `told` if the text says that one became the other."""
    a, b = one.number.quantity, other.number.quantity
    if a is None or b is None or measure(a) != measure(b):
        return False
    if a.role != b.role and a.role in PEOPLE and b.role in PEOPLE:
        return False
    if told:
        return True
    same = same_value(one, other)
    loose = {"part"} if same else set()  # "41 of them" are "the 41 men"
    if set(one.marks) - loose != set(other.marks) - loose or (one.scope and other.scope and not _meet(one, other)):
        return False
    if not same and (_is_other_stage(one, other) or _is_too_far(one, other)):
        return False
    if not _called_alike(one, other, same):
        return False
    if one.places and other.places and not _one_place(one.places, other.places):
        return False
    return not (one.trigger == other.trigger and _days_apart(one.days, other.days))


def measure(quantity: Quantity) -> str:
    """What a quantity measures: one word for all units of one measure; "" for a count.

    >>> from sayso import Quantity, Report
    >>> report = Report.of("12 km")
    >>> measure(Quantity(report.id + "/q0", report.span(0, 5), 12.0, unit="km"))
    'm'
    """
    if is_currency(quantity.unit):
        return "money"
    if quantity.role == "share":
        return "share"
    for base in ("m", "kg", "hectare", "day"):
        if quantity.unit is not None and in_one_unit(quantity.unit, base) is not None:
            return base
    return quantity.unit or ""


def _meet(one: Counted, other: Counted) -> bool:
    return not set(one.scope).isdisjoint(other.scope)


def _is_other_stage(one: Counted, other: Counted) -> bool:
    """Whether one was done, and the other is planned or only thought of."""
    return (one.state == "done") != (other.state == "done") and bool(
        {one.state, other.state} & {"not_yet", "hypothetical"}
    )


def _is_too_far(one: Counted, other: Counted) -> bool:
    """Whether two numbers that are not told as a change are so far apart that they hardly count one thing."""
    label, because = by_value(one.number, other.number)
    return closeness(one, other) > FAR and (label == "conflict" or because == "bounds")


def _measured(one: Counted) -> bool:
    quantity = one.number.quantity
    return quantity is not None and (quantity.unit is not None or quantity.role != "other")


def _called_alike(one: Counted, other: Counted, same: bool) -> bool:
    """Whether both are called alike, or nothing tells; nine children are a part of the 23 people.

    same   whether the numbers are the same: then one that is met by chance tells nothing
    """
    mine, theirs = nouns(one), nouns(other)
    if not mine and not theirs and not one.people and not other.people and not _measured(one):
        return same and digits(amount(one)) > TELLING_DIGITS
    if not mine or not theirs or mine & theirs:
        return True
    if one.people and other.people:
        if max(amount(one), amount(other)) < LEAST_TELLING:  # two women are not the two lieutenants
            return same and (one.anyone or other.anyone)
        return closeness(one, other) <= NEAR
    return same and digits(amount(one)) > 1 and amount(one) >= LEAST_TELLING


def _one_place(places: tuple[tuple[str, ...], ...], others: tuple[tuple[str, ...], ...]) -> bool:
    """Whether any of these is, or lies in, one of those, or the other way round."""
    return any(one[0] in other or other[0] in one for one in places for other in others)


def _days_apart(days: tuple[str, str], others: tuple[str, str]) -> bool:
    (first, last), (first_other, last_other) = days, others
    return bool((last and first_other and last < first_other) or (last_other and first and last_other < first))


def amount(one: Counted) -> float:
    """The number; the middle of two bounds that it lies between; nan where one of them is open."""
    quantity = one.number.quantity
    if quantity is None:
        return math.nan
    if quantity.value is not None:
        return quantity.value
    low, high = quantity.low, quantity.high
    return (low + high) / 2 if low is not None and high is not None else math.nan


def closeness(one: Counted, other: Counted) -> float:
    """The logarithm of the ratio of two numbers; infinity where one is nought or less."""
    a, b = amount(one), amount(other)
    return abs(math.log(a) - math.log(b)) if a > 0 and b > 0 else math.inf


def same_value(one: Counted, other: Counted) -> bool:
    """Whether both give one number, whatever hedges it."""
    return by_value(one.number, other.number)[0] == "agree"


def same_noun(one: Counted, other: Counted) -> bool:
    """Whether what both count is called alike, as far as it is called anything."""
    a, b = nouns(one), nouns(other)
    if not a or not b:
        return not a and not b or one.people == other.people
    return bool(a & b)


def nouns(one: Counted) -> frozenset[str]:
    """Stems of what is counted; of the last word where there are several."""
    quantity = one.number.quantity
    if quantity is None or quantity.counts is None:
        return frozenset()
    return frozenset(word.casefold()[:STEM] for word in WORD.findall(quantity.counts.text)[-1:])


def digits(value: float) -> int:
    """How many digits of a number tell something: nought at its end does not.

    >>> digits(3400.0), digits(3150.0), digits(7.0), digits(1e30)
    (2, 3, 1, 1)
    """
    shown = f"{value:.6g}".lower().partition("e")[0].replace(".", "").strip("-0")
    return len(shown)


def likeness(one: Counted, other: Counted, weight: Callable[[str], float]) -> float:
    """How much speaks for one count; above 0 they are told to be one.

    weight   of a name that both sentences hold, 0 to 1: less for one that most reports hold
    """
    total = around_sum(one.number, other.number)
    a, b = one.number.quantity, other.number.quantity
    assert a is not None and b is not None
    mine, theirs = nouns(one), nouns(other)
    if mine & theirs:
        total += WEIGHTS["same noun"]
    elif one.people and other.people and min(amount(one), amount(other)) >= LEAST_TELLING:
        total += WEIGHTS["both people"]
    elif not mine or not theirs:
        total += WEIGHTS["one bare"]
    if same_value(one, other) and a.value is not None:
        told = digits(a.value)
        total += WEIGHTS["three digits"] if told > 2 else WEIGHTS["two digits"] if told > 1 else 0.0
    elif closeness(one, other) <= NEAR and min(amount(one), amount(other)) >= LARGE:
        total += WEIGHTS["near and large" if min(amount(one), amount(other)) >= VERY_LARGE else "near"]
    shared = set(one.names) & set(other.names)
    total += WEIGHTS["a name"] * min(MOST_NAMES, sum(weight(name) for name in shared))
    if one.names and other.names and not shared:
        total += WEIGHTS["apart"]
    if bool(one.scope) != bool(other.scope):
        total += WEIGHTS["one place" if same_value(one, other) else "one place, two numbers"]
    if one.trigger and one.trigger[:STEM] == other.trigger[:STEM]:
        total += WEIGHTS["same trigger"]
    return total
