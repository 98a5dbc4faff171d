"""What a language brings for zones: one ``ZoneWords(...)``, its `zones`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """Words and patterns, lower case unless said otherwise."""
