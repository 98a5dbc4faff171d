"""SEESAW: who is for or against whom, over all of its development stories; `relations` reads every twelfth one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.task import Run, Score, Task
from benchmarks.tasks.relations import SEESAW, lines_of, measure_stories


def measure(run: Run) -> Iterator[Score]:
    """The scores that `relations` tells too, of all stories."""
    yield from measure_stories(lines_of(run.gold / SEESAW))


TASK: Final = Task("seesaw", "relations", measure, asked=True, needs=(SEESAW,))
