"""Units of measure that measure one thing: how many base units one of them is. Names are those that quantities have."""

from __future__ import annotations

from typing import Final

METRES: Final = {
    "mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0, "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "mile": 1609.344,
    "nautical mile": 1852.0,
}  # fmt: skip
KILOGRAMS: Final = {"gram": 0.001, "kg": 1.0, "tonne": 1000.0, "ton": 1000.0, "ounce": 0.02835}
SQUARE_METRES: Final = {
    "square metre": 1.0, "square foot": 0.0929, "acre": 4046.9, "hectare": 10_000.0, "square km": 1e6,
    "square mile": 2.59e6,
}  # fmt: skip
DAYS: Final = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
MEASURES: Final = (METRES, KILOGRAMS, SQUARE_METRES, DAYS)
PASSING_UNITS: Final = frozenset({"day", "week"})  # what goes on for so long goes on
CURRENCY_LETTERS: Final = 3  # of a code of ISO 4217


def is_currency(unit: str | None) -> bool:
    """Whether a unit is a currency by its code.

    >>> is_currency("EUR"), is_currency("km"), is_currency(None)
    (True, False, False)
    """
    return unit is not None and len(unit) == CURRENCY_LETTERS and unit.isascii() and unit.isupper()


def in_one_unit(unit: str | None, other: str | None) -> tuple[float, float] | None:
    """What to multiply amounts of both units with to compare them; None if they measure different things.

    >>> in_one_unit("km", "m"), in_one_unit("day", "km"), in_one_unit(None, None)
    ((1000.0, 1.0), None, (1.0, 1.0))
    """
    if unit == other:
        return 1.0, 1.0
    for factors in MEASURES:
        if unit in factors and other in factors:
            return factors[unit], factors[other]
    return None
