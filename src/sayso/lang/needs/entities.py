"""What a language brings for entities: one ``EntityWords(...)``, its `entities`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Words and patterns, lower case unless said otherwise."""
