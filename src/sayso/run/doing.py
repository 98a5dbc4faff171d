"""Who is at work on what: a step is announced before it is run, so that a process that watches can say what ran out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

ALL: Final = ""  # instead of a report's id: the step takes the whole batch at once

Told = Callable[[str, str], None]


class Announcer:
    """Calls whoever watches this process; nobody does unless `to` is set. `step` is the last one that began."""

    def __init__(self) -> None:
        self.to: Told | None = None
        self.step = ""

    def __call__(self, step: str, report: str = ALL) -> None:
        """Say that a step begins to work on a report, by its id, or on a whole batch."""
        self.step = step
        if self.to is not None:
            self.to(step, report)


doing: Final = Announcer()
