"""Steps of a reading: each a function that says by its parameters' names what it needs, and by `gives` what it adds.

A step is handed the results of earlier steps and calls no other. With ``many=True`` it takes and gives lists, one item
a report, for work that is faster in batches. Plug-ins are found through the entry point ``sayso.extractors``.
"""

from __future__ import annotations

import importlib.metadata
import inspect
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.errors import StepError, UsageError

GIVEN: Final = ("report", "language", "settings")  # what every step may ask for without an earlier step
NAME: Final = re.compile(r"[a-z][a-z_]*\.v[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user asks of all steps of a reading; a step that heeds it has a parameter `settings`.

    min_score   attributions less likely than this are left out, 0 to 1; the model's own least chance where None
    places      path of a CSV file of places that the gazetteer has not (docs/reference/places.md)
    """

    min_score: float | None = None
    places: str | None = None

    @classmethod
    def given(cls, min_score: float | None, places: str | os.PathLike[str] | None) -> Settings:
        """Return the settings as a person gives them. UsageError if min_score is not from 0 to 1."""
        if min_score is not None and not 0 <= min_score <= 1:
            raise UsageError(f"min_score is {min_score!r}; expected a number from 0 to 1")
        return cls(min_score, os.fspath(places) if places is not None else None)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name with a version, the function, what it needs and gives, and whether it takes lists."""

    name: str
    function: Callable[..., Any]
    needs: tuple[str, ...]
    gives: str
    many: bool = False

    @property
    def plain_name(self) -> str:
        """The name without its version."""
        return self.name.rpartition(".")[0]

    @property
    def version(self) -> int:
        """The number in the name: 2 for "times.v2"."""
        return int(self.name.rpartition(".v")[2])


STEPS: Final[dict[str, Step]] = {}


def extractor(name: str, *, gives: str, many: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as a step. Its parameters' names are what it needs.

    name    such as "attributions.v1"; a new version where results change
    gives   name of the result, which later steps may ask for
    Raises StepError where the name has no version, or is taken by another function.
    """
    if not NAME.match(name):
        raise StepError(f"{name!r} is no name of a step; expected lower case with a version, such as 'times.v1'")

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        known = STEPS.get(name)
        if known is not None and known.function.__qualname__ != function.__qualname__:
            raise StepError(f"{name} is taken by {known.function.__module__}.{known.function.__qualname__}")
        needs = tuple(inspect.signature(function).parameters)
        STEPS[name] = Step(name, function, needs, gives, many)
        return function

    return register


def load_plugins() -> None:
    """Import the modules that other packages name under the entry point ``sayso.extractors``."""
    for point in importlib.metadata.entry_points(group="sayso.extractors"):
        point.load()


def check_order(steps: Iterable[Step]) -> None:
    """Raise StepError where a step needs what no earlier one gives; says which step would."""
    there = set(GIVEN)
    for step in steps:
        for need in step.needs:
            if need not in there:
                giver = next((s.name for s in STEPS.values() if s.gives == need), None)
                advice = f"put {giver} before it" if giver else "no step that is known gives it"
                raise StepError(f"{step.name} needs {need}, which no earlier step gives; {advice}")
        there.add(step.gives)


def select(names: Sequence[str], default: Sequence[str]) -> tuple[Step, ...]:
    """The named steps and all they need, in the order of `default`; later names follow in the order given.

    A version may be left out. Raises StepError for a name that is not known.
    """
    wanted = {find(name, default).name for name in names}
    order = [*default, *(name for name in STEPS if name not in default)]
    givers = {STEPS[name].gives: STEPS[name] for name in reversed(order) if name in STEPS}
    pending = list(wanted)
    while pending:
        for need in STEPS[pending.pop()].needs:
            if need not in GIVEN:
                if need not in givers:
                    raise StepError(f"a step needs {need}, which no step gives")
                giver = givers[need].name
                if giver not in wanted:
                    wanted.add(giver)
                    pending.append(giver)
    chosen = tuple(STEPS[name] for name in order if name in wanted)
    check_order(chosen)
    return chosen


def find(name: str, default: Sequence[str] = ()) -> Step:
    """The step of this name; without a version the one that `default` holds, else the newest."""
    if name in STEPS:
        return STEPS[name]
    matches = [step for step in STEPS.values() if name in (step.plain_name, step.gives)]
    usual = [step for step in matches if step.name in default]
    if not matches:
        known = ", ".join(sorted({step.plain_name for step in STEPS.values()}))
        raise StepError(f"no step is called {name!r}; known are {known}")
    return (usual or sorted(matches, key=lambda step: (step.plain_name, step.version)))[-1]
