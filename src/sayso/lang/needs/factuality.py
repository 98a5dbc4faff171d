"""What a language brings for factuality: one ``FactualityWords(...)``, its `factuality`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """Words and patterns, lower case unless said otherwise."""
