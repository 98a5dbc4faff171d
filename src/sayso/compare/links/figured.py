"""Numbers that the figures of the case have as one count, by the two reports in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.values.figures import Figure, Moved
from sayso.values.findings import Quantity
from sayso.values.tellings import SignKind

KINDS: Final[Mapping[Moved, SignKind]] = {
    "agree": "agrees", "compatible": "compatible", "update": "later", "conflict": "differs",
}  # fmt: skip
Figured = tuple[str, str, SignKind]  # ids of two quantities, and how they stand
Number = tuple[float | None, float | None, float | None, str | None]


def figured(figures: Iterable[Figure], numbers: Mapping[str, Number]) -> dict[tuple[str, str], list[Figured]]:
    """The pairs of numbers of each two reports that meet in a figure; of one report, those that differ.

    numbers   `number_of` the quantities that are told, by id; others are passed over
    A number is paired with the one before it that is the same, and with the first of each other that it is tied to, so
    that a figure of hundreds of reports has not all of its pairs.
    """
    found: dict[tuple[str, str], list[Figured]] = {}
    for figure in figures:
        ties = {}
        for tie in figure.ties:
            if tie.one in numbers and tie.other in numbers:
                one, other = numbers[tie.one], numbers[tie.other]
                ties[one, other] = ties[other, one] = KINDS[tie.moved]
        first: dict[Number, str] = {}
        last: dict[Number, str] = {}
        for id_ in figure.quantities:
            if id_ not in numbers:
                continue
            number = numbers[id_]
            met: list[tuple[str, SignKind]] = [(last[number], "agrees")] if number in last else []
            met += [(held, ties[number, key]) for key, held in first.items() if (number, key) in ties]
            first.setdefault(number, id_)
            last[number] = id_
            for held, kind in met:
                reports = held.partition("/")[0], id_.partition("/")[0]
                if reports[0] != reports[1] or kind in ("later", "differs"):
                    found.setdefault(reports, []).append((held, id_, kind))
    return found


def number_of(quantity: Quantity) -> Number:
    """What tells whether two quantities are the same number."""
    return quantity.value, quantity.low, quantity.high, quantity.unit
