"""What a language brings for attributions: one ``AttributionWords(...)``, its `attributions`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Words and patterns, lower case unless said otherwise."""
