"""What a language brings for text: one ``TextWords(...)``, its `text`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextWords:
    """Words and patterns, lower case unless said otherwise."""
