"""How two numbers of two reports stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.values.findings import Quantity

NumberLabel = Literal["agree", "compatible", "conflict", "different"]
NumberReason = Literal[
    "same number", "bounds", "rounding", "other currency", "other unit", "later count", "going on", "numbers",
    "other unit or role", "other context",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number with what stands around it.

    quantity     None for a number that is no quantity, such as one inside a date
    start, end   its place in the text, in code points
    published    ISO date of the report
    """

    text: str
    start: int
    end: int
    quantity: Quantity | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class NumberTie:
    """How two numbers stand to each other.

    label    agree: one number of one thing; compatible: both can be true; conflict: they cannot; different: they are of
             two things
    because  what makes it so
    chance   that both count the same thing, 0..1, by what stands around them
    """

    label: NumberLabel
    because: NumberReason
    chance: float


@dataclass(frozen=True, slots=True)
class NumberPair:
    """A number of each of two reports that most likely count the same thing, and how they stand to each other."""

    one: Quantity
    other: Quantity
    tie: NumberTie
