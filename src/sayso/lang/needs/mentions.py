"""What a language brings for mentions: one ``MentionWords(...)``, its `mentions`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Words and patterns, lower case unless said otherwise."""
