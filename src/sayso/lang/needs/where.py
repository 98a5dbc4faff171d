"""What a language brings for where an event is: ``WhereWords(...)``, in `events`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhereWords:
    """Words before a place that say where something is (`inside`: "in Homs"; `settlements` before `of`: "town of")."""

    inside: frozenset[str] = frozenset()
    of: str = ""
    settlements: frozenset[str] = frozenset()
