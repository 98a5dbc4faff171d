"""The tasks, each a module with one TASK. One with a plain ``measure(gold) -> {measure: value}`` is adopted below."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.task import Run, Score, Task
from sayso.errors import SaysoError

ORDER: Final = (
    "attribution",
    "forms",
    "case",
    "coref",
    "who",
    "deeds",
    "time",
    "quantities",
    "places",
    "events",
    "types",
    "factuality",
    "stance",
    "relations",
    "copies",
    "numbers",
    "accounts",
    "matters",
    "same-event",
    "html",
    "pdf",
)
# Tasks of `--predict` -> the module of the program that they use.
AWAITED: Final[dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Adopted:
    """A module whose measure takes the place of its gold and gives numbers by name.

    measures   those that go into the table
    scale      what they are multiplied with, to be in per cent
    less       those of which less is better
    """

    task: str
    module: str
    gold: str
    measures: tuple[str, ...]
    scale: float = 1.0
    own: bool = False
    less: tuple[str, ...] = ()

    def as_task(self) -> Task:
        """The same as a Task; the module is imported when it is measured."""
        return Task(self.task, self.gold, self._measure, own=self.own)

    def _measure(self, run: Run) -> Iterator[Score]:
        found = importlib.import_module(f"{__name__}.{self.module}").measure(run.gold)
        for name in self.measures:
            yield Score(name, round(self.scale * found[name], 1), less=name in self.less)


ADOPTED: Final = (
    Adopted(
        "html", "html_text", "news/html", ("f1", "precision", "recall", "mapped", "must", "must_not"), scale=100,
        less=("must_not",),
    ),
)  # fmt: skip


def task_of(module: str) -> Task | None:
    """The TASK of a module; where it cannot be imported, one that says so when it is measured."""
    try:
        return getattr(importlib.import_module(f"{__name__}.{module}"), "TASK", None)
    except ImportError as error:
        reason = f"tasks/{module}.py cannot be imported: {error}"

    def measure(run: Run) -> Iterable[Score]:
        raise SaysoError(reason)

    return Task(module, "", measure, own=True)


def all_tasks() -> list[Task]:
    """Every task there is, in the order of the table."""
    adopted = {one.module: one.as_task() for one in ADOPTED}
    found: dict[str, Task] = {}
    for info in pkgutil.iter_modules(__path__):
        task = adopted.get(info.name) or task_of(info.name)
        if task is not None:
            found[task.name] = task
    return [found.pop(name) for name in ORDER if name in found] + list(found.values())
