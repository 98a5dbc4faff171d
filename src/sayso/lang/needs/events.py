"""What a language brings for events: one ``EventWords(...)``, its `events`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words and patterns, lower case unless said otherwise."""
