"""What a language brings for reading numbers in words: one ``NumberWords(...)``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers, lower case.

    units    words below a hundred -> value ("seven", "twelve", "ninety")
    scales   words that multiply what stands before them ("hundred", "million") -> factor
    short    letters written behind digits that multiply them ("1.2m", "3bn") -> factor
    ordinals words for places in a row -> number ("first", "twenty-first" is made of "twenty" and "first")
    joiner   word that may stand inside a number ("two hundred and six")
    """

    units: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    ordinals: dict[str, int]
    joiner: str
