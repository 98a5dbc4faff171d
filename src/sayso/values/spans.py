"""A stretch of a report's text, the evidence of everything that is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import SpanError
from sayso.values.ids import fail


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a report: code points, end excluded; always as long as its text, never empty."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise SpanError(f"{self.start}:{self.end} cannot hold a text of {len(self.text)} characters: {self.text!r}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def check_apart(owner: str, name: str, spans: Sequence[Span]) -> None:
    """Raise ValueFault, with whose spans they are, unless they are in order and do not overlap."""
    if len(spans) < 2:
        return
    for left, right in zip(spans, spans[1:], strict=False):
        if left.end > right.start:
            fail(f"{owner} {name}: {left.start}:{left.end} and {right.start}:{right.end} are not in order and apart")
