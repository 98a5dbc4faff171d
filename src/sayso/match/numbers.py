"""Two numbers of two reports on one matter: do they agree, can both be true, do they conflict, or count two things?

First whether they count the same thing: by role and unit where these tell, else by a small logistic model of what
stands around them. Then how the numbers themselves stand: bounds, hedges, rounding, other units, a later count. Nothing
is told of which is true.

The model (training/numbers) knows no words: it compares those around one number with those around the other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.values.findings import Quantity
from sayso.values.numbers import NumberInText, NumberLabel, NumberReason, NumberTie
from sayso.world.units import PASSING_UNITS, in_one_unit, is_currency

WORD: Final = re.compile(r"[^\W\d_]+")
NAME: Final = re.compile(r"(?<=[^\W\d_A-Z][ ])[A-Z][a-z]+|(?<=[,’'][ ])[A-Z][a-z]+")
SENTENCE_START: Final = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“])|\n")
STEM: Final = 5  # letters of a word that are compared: "injured" and "injuring" are one
LEAST_LETTERS: Final = 4  # of a word that is compared far from the number; shorter ones are mostly grammar
NEAR: Final = 60  # characters on each side
BESIDE: Final = 35
FAR: Final = 300  # characters of a sentence on each side
NEXT_WORDS: Final = 3
HEDGE: Final = 0.12  # of a hedged number: "almost 100" holds 89
SAME_MEASURE: Final = 0.15  # between amounts in two units
RATES: Final = 3.0  # two currencies whose amounts are further apart are told as a conflict
LEAST_ROUNDED: Final = 20
COUNTED: Final = frozenset({"killed", "wounded", "held", "members"})  # people in one of these states are in no other
GROWING: Final = frozenset({"killed", "wounded", "held", "duration"})

# Printed by training/numbers/train.py, in the order of `around_features` and `number_features`.
AROUND: Final = {
    "bias": -2.067,
    "stems near": 1.822,
    "stems on the right": 0.755,
    "stems on the left": -0.391,
    "stems of the sentence": 0.58,
    "three words before": 1.153,
    "three words behind": 0.839,
    "how many near": -0.053,
    "how many of the sentence": 0.265,
    "a name in both": 0.038,
    "names, and none in both": -0.576,
    "noun in both": -0.357,
    "nouns, and none in both": -0.027,
    "no noun": -0.099,
    "both killed, wounded, held or members": 0.709,
    "roles clash": -2.098,
    "another role": -0.48,
    "one apart from its noun": -0.856,
    "two stems on the left": 0.551,
    "two stems on the right": -0.713,
    "both ages": 0.435,
    "ages with a name in both": -0.202,
    "one unit": 0.535,
    "both money": -0.106,
}
NUMBERS: Final = {
    "bias": 0.8,
    "around": 0.283,
    "log of the ratio": -1.369,
    "near each other": -0.339,
    "can both be true": 1.6,
    "ages, near each other": 0.612,
    "ages, apart": -1.307,
}
SAME: Final = 0.4  # chance from which two numbers that conflict are told to count the same; chosen by cross-validation
SAME_COMPATIBLE: Final = 0.5  # the same for two that can both be true
PARTNERS: Final = ("agree", "compatible", "conflict")  # in which order numbers find their partner
LEAST_AROUND: Final = 1.0  # `around_sum` from which numbers of two whole reports are paired
SEVERAL: Final = 2  # numbers of one unit in a sentence, of which it cannot be told what each measures
HELD: Final = 4096  # numbers whose surroundings are kept while two reports are compared
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class AroundNumber:
    """What stands around a number: stems of words near, on each side, in its sentence; names; what it counts."""

    near: Words
    left: Words
    right: Words
    before: Words
    behind: Words
    sentence: Words
    names: Words
    noun: Words
    apart: bool  # something stands between the number and its noun: "two more victims"


def tie_of(one: NumberInText, other: NumberInText) -> NumberTie:
    """How two numbers stand to each other."""
    label, because = by_value(one, other)
    chance = same_thing(one, other, label)
    a, b = one.quantity, other.quantity
    if label == "agree":
        apart = a is not None and b is not None and _cannot_be_one(a, b)
        return NumberTie("different", "other unit or role", chance) if apart else NumberTie(label, because, chance)
    if a is None or b is None or _cannot_be_one(a, b):
        return NumberTie("different", "other unit or role", chance)
    if chance < (SAME if label == "conflict" else SAME_COMPATIBLE):
        return NumberTie("different", "other context", chance)
    return NumberTie(label, because, chance)


def ties_between(
    one: Sequence[NumberInText], other: Sequence[NumberInText]
) -> list[tuple[NumberInText, NumberInText, NumberTie]]:
    """The numbers of two reports that most likely count the same thing, each in one pair at most; in order of `one`.

    Most numbers of two reports count two things, so more is asked than of one pair (LEAST_AROUND): a reader who sees
    three foolish conflicts stops reading. Vague numbers ("several") are left out: they tell nothing beside another. A
    number that agrees with one of the other report does not conflict with another one.
    """
    found = []
    for i, first in enumerate(one):
        for j, second in enumerate(other):
            if not alike(first.quantity, second.quantity):
                continue
            around = around_sum(first, second)
            tie = tie_of(first, second)
            if tie.label != "different" and around >= LEAST_AROUND:
                found.append((PARTNERS.index(tie.label), -around, i, j, tie))
    taken: set[tuple[int, int]] = set()
    chosen = []
    for *_, i, j, tie in sorted(found, key=lambda each: each[:4]):
        if not taken & {(0, i), (1, j)}:
            taken |= {(0, i), (1, j)}
            chosen.append((i, one[i], other[j], tie))
    return [each[1:] for each in sorted(chosen, key=lambda each: each[0])]


def of_two_things(
    value: float | None, other: float | None, mine: Collection[float], theirs: Collection[float], *, measured: bool
) -> bool:
    """Whether two numbers that differ are told of two things, by all numbers of their kind in both sentences.

    "Exports rose by 15 percent, imports by 14": who repeats the sentence does not contradict it.

    mine, theirs   the numbers of that kind in the sentence of each
    measured       of a unit: then it has no noun that tells which of several it is
    """
    if value in theirs or other in mine:
        return True
    return measured and min(len(mine), len(theirs)) >= SEVERAL


def alike(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two quantities have values, and one role and unit, and count what is called alike, if at all."""
    if a is None or b is None or a.value is None or b.value is None or a.role != b.role:
        return False
    if a.unit != b.unit and not (is_currency(a.unit) and is_currency(b.unit)):
        return False
    if a.counts is None and b.counts is None:
        return a.unit is not None
    return a.counts is not None and b.counts is not None and bool(_stems(a.counts.text) & _stems(b.counts.text))


def around_sum(one: NumberInText, other: NumberInText) -> float:
    """The sum of the first model: how much what stands around two numbers is alike; 0 is even."""
    return sum(weight * value for weight, value in zip(AROUND.values(), around_features(one, other), strict=True))


def same_thing(one: NumberInText, other: NumberInText, label: NumberLabel) -> float:
    """The chance that two numbers count the same thing, by the model; `label` is how the numbers stand if they do."""
    around = around_sum(one, other)
    numbers = number_features(one, other, label, around)
    return 1 / (1 + math.exp(-sum(w * value for w, value in zip(NUMBERS.values(), numbers, strict=True))))


def number_features(one: NumberInText, other: NumberInText, label: NumberLabel, around: float) -> list[float]:
    """What the second model sees; `around` is the sum of the first."""
    a, b = one.quantity, other.quantity
    ratio = 1.0
    if a is not None and b is not None and a.value and b.value and a.value > 0 and b.value > 0:
        ratio = abs(math.log(a.value / b.value))
    ages = a is not None and b is not None and a.role == b.role == "age"
    near = ratio < 0.08
    return [1.0, around, min(ratio, 3.0), float(ratio < 0.25), float(label == "compatible"), float(ages and near),
            float(ages and not near)]  # fmt: skip


def around_features(one: NumberInText, other: NumberInText) -> list[float]:
    """What the first model sees: how much of what stands around two numbers is the same."""
    x, y = surroundings(one), surroundings(other)
    a, b = one.quantity, other.quantity
    role, other_role = (a.role if a else "other"), (b.role if b else "other")
    unit, other_unit = (a.unit if a else None), (b.unit if b else None)
    clash = _roles_clash(role, other_role)
    names = bool(x.names & y.names)
    ages = role == other_role == "age"
    flags = (
        names, bool(x.names and y.names) and not names,
        bool(x.noun & y.noun), bool(x.noun and y.noun) and not x.noun & y.noun, not x.noun and not y.noun,
        role == other_role and role in COUNTED, clash, role != other_role and not clash,
        x.apart != y.apart, len(x.left & y.left) > 1, len(x.right & y.right) > 1, ages, ages and names,
        unit == other_unit and unit is not None, is_currency(unit) and is_currency(other_unit),
    )  # fmt: skip
    return [
        1.0, _share(x.near, y.near), _share(x.right, y.right), _share(x.left, y.left), _share(x.sentence, y.sentence),
        _share(x.before, y.before), _share(x.behind, y.behind), min(4, len(x.near & y.near)),
        min(8, len(x.sentence & y.sentence)) / 2, *map(float, flags),
    ]  # fmt: skip


@lru_cache(maxsize=HELD)
def surroundings(number: NumberInText) -> AroundNumber:
    """What stands around a number, in its line."""
    text, quantity = number.text, number.quantity
    start, end = (quantity.span.start, quantity.span.end) if quantity else (number.start, number.end)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left, right = text[max(line_start, start - NEAR) : start], text[end : min(line_end, end + NEAR)]
    breaks = [found.end() for found in SENTENCE_START.finditer(text, max(0, start - FAR), start)]
    after = SENTENCE_START.search(text, end, min(len(text), end + FAR))
    sentence = text[breaks[-1] if breaks else max(0, start - FAR) : after.start() if after else end + FAR]
    counts = quantity.counts if quantity else None
    behind = text[counts.end : counts.end + NEAR // 2] if counts and counts.start >= end else right[: NEAR // 2]
    return AroundNumber(
        near=_stems(left) | _stems(right),
        left=_stems(left[-BESIDE:]),
        right=_stems(right[:BESIDE]),
        before=frozenset(word.lower()[:STEM] for word in WORD.findall(left)[-NEXT_WORDS:]),
        behind=frozenset(word.lower()[:STEM] for word in WORD.findall(behind)[:NEXT_WORDS]),
        sentence=_stems(sentence),
        names=frozenset(name.lower() for name in NAME.findall(f"{left} {right}")),
        noun=_stems(counts.text) if counts else frozenset(),
        apart=counts is not None and counts.start - end > 1,
    )


def _stems(text: str) -> Words:
    return frozenset(word.lower()[:STEM] for word in WORD.findall(text) if len(word) >= LEAST_LETTERS)


def _share(one: Words, other: Words) -> float:
    """Which share of the smaller set is in both."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _roles_clash(role: str, other: str) -> bool:
    return role != other and ((role in COUNTED and other in COUNTED) or "age" in (role, other))


def _cannot_be_one(a: Quantity, b: Quantity) -> bool:
    """Whether role or unit say that two quantities count two things."""
    same_measure = in_one_unit(a.unit, b.unit) is not None or (is_currency(a.unit) and is_currency(b.unit))
    return not same_measure or _roles_clash(a.role, b.role)


# the numbers themselves


def by_value(one: NumberInText, other: NumberInText) -> tuple[NumberLabel, NumberReason]:
    """How two numbers stand if they count the same thing."""
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        same = _plain(one) == _plain(other)
        return ("agree", "same number") if same and a is b else ("conflict", "numbers")
    if a.unit == b.unit and a.value == b.value and (a.value is not None or (a.low, a.high) == (b.low, b.high)):
        return "agree", "same number"
    if a.unit != b.unit and is_currency(a.unit) and is_currency(b.unit):
        near = bool(a.value and b.value) and abs(math.log(a.value / b.value)) < math.log(RATES)  # type: ignore[operator]
        return ("compatible", "other currency") if near else ("conflict", "numbers")
    first, second = in_one_unit(a.unit, b.unit) or (1.0, 1.0)
    (low, high), (other_low, other_high) = _bounds(a, first), _bounds(b, second)
    if first != second:
        near = low <= other_high * (1 + SAME_MEASURE) and other_low <= high * (1 + SAME_MEASURE)
        return ("compatible", "other unit") if near else ("conflict", "numbers")
    if low <= other_high and other_low <= high:
        return "compatible", "bounds"
    if _rounded(a, b):
        return "compatible", "rounding"
    return _later(one, other)


def _later(one: NumberInText, other: NumberInText) -> tuple[NumberLabel, NumberReason]:
    """Compatible if it is a count that grows, and the larger one is of a later day; or a time that goes on."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or a.value is None or b.value is None:
        return "conflict", "numbers"
    days = (one.published or "")[:10], (other.published or "")[:10]
    if all(days) and days[0] != days[1] and a.role == b.role and a.role in GROWING:
        if (days[0] < days[1]) == (a.value < b.value):
            return "compatible", "later count"
    elif not all(days) and a.role == b.role == "duration" and a.unit in PASSING_UNITS and a.unit == b.unit:
        return "compatible", "going on"
    return "conflict", "numbers"


def _bounds(quantity: Quantity, factor: float) -> tuple[float, float]:
    """The least and the most that a quantity says."""
    value, low, high = quantity.value, quantity.low, quantity.high
    if value is None or low is not None or high is not None:
        return (0.0 if low is None else low * factor), (math.inf if high is None else high * factor)
    if quantity.hedge is None:
        return value * factor, value * factor
    least, most = sorted((value * (1 - HEDGE), value * (1 + HEDGE)))
    return least * factor, most * factor


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one number is the other, rounded: 3,400 is 3,412 to hundreds."""
    if a.value is None or b.value is None or "age" in (a.role, b.role) or min(a.value, b.value) < LEAST_ROUNDED:
        return False
    places = _last_place(a.value), _last_place(b.value)
    return places[0] != places[1] and abs(a.value - b.value) <= max(places) / 2


def _last_place(value: float) -> float:
    """The worth of the last digit that is not 0.

    >>> _last_place(3400.0), _last_place(1.38), _last_place(7.0)
    (100.0, 0.01, 1.0)
    """
    digits = f"{value:.6f}".rstrip("0")
    if not digits.endswith("."):
        return float(10.0 ** -(len(digits) - digits.index(".") - 1))
    whole = digits[:-1]
    return float(10.0 ** (len(whole) - len(whole.rstrip("0"))))


def _plain(number: NumberInText) -> str:
    """The first word of a number, for those that are no quantities."""
    found = re.search(r"\w+", number.text[number.start : number.end])
    return found.group().lower() if found else ""
