"""Stretches of text that several rules measure: their words, how much of them is content, their ends without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, held_by
from sayso.text.layout import Piece

WORD: Final = re.compile(r"[\w’']+")


def words_in(text: str, start: int, end: int) -> int:
    """How many words stand there."""
    return sum(1 for _ in WORD.finditer(text, start, end))


def covered(drafts: Sequence[Draft], start: int, end: int) -> float:
    """The largest share of a stretch that one draft's content holds."""
    return max((held_by(draft, start, end) for draft in drafts), default=0) / max(1, end - start)


def stripped(text: str, start: int, end: int) -> Piece | None:
    """The stretch from its first word or opening mark to its last without marks; None where nothing is left."""
    while start < end and not (text[start].isalnum() or text[start] in "\"“‘'«"):
        start += 1
    while start < end and text[end - 1] in " .,;:\n–—-":
        end -= 1
    return (start, end) if start < end else None
