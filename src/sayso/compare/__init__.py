"""Case steps: what compares reports. Each says what it needs and what it gives, as the steps of a reading do.

A comparison is one file here, with a function that registers itself, and one value that it gives:

    @case_step("pairs.v1", needs=("names",), gives="pairs", value=Pair)
    def pairs(names: Input[tuple[str, ...]]) -> Changes[Pair]: ...

It is handed an `Input` for each of its needs and gives `Changes` of what it gave before, or all that it gives. A step
that needs "reading", and nothing else, is called once for each report that is new or has changed, and gives one value
for it. `running` runs the steps in order and stores what they give; `case.result("pairs")` asks.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from sayso.errors import StepError

Value = TypeVar("Value")

# What a step may ask for without an earlier step: one report's reading; all readings, or only their texts, by report
# id; judgements in force; a number for each report that is larger for what was added later.
GIVEN: Final = ("reading", "readings", "texts", "judgements", "arrivals")
NAME: Final = re.compile(r"[a-z][a-z_]*\.v[0-9]+\Z")
HELPERS: Final = frozenset({"running"})  # modules of this folder that hold no step


@dataclass(frozen=True, slots=True)
class Input(Mapping[str, Value], Generic[Value]):
    """What a step needs: all of it by key, and which keys changed since the step last ran.

    changed   new ones and ones with another value, in order; all of them at the first run
    gone      keys that were there at the last run
    """

    digests: Mapping[str, str]
    read: Callable[[str], Value]
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __getitem__(self, key: str) -> Value:
        if key not in self.digests:
            raise KeyError(key)
        return self.read(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


@dataclass(frozen=True, slots=True)
class Changes(Generic[Value]):
    """What differs from what the step gave before.

    put    key -> value: new, or in the place of that of the same key
    gone   keys that hold no more; one that was not there does no harm
    """

    put: Mapping[str, Value] = field(default_factory=dict)
    gone: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One case step: its name with a version, the function, what it needs and gives, and the class of its values."""

    name: str
    function: Callable[..., Any]
    needs: tuple[str, ...]
    gives: str
    value: Any

    @property
    def each_report(self) -> bool:
        """Whether it is called once for each report."""
        return self.needs == ("reading",)


CASE_STEPS: Final[dict[str, CaseStep]] = {}


def case_step(
    name: str, *, needs: tuple[str, ...], gives: str, value: Any = Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as a case step.

    name    such as "identity.v1"; a new version where results change, which are then worked out anew
    needs   "reading" alone, or any of "readings", "texts", "judgements", "arrivals", "previous" (what it gave before)
            and what earlier steps give; the function takes them by these names
    gives   name of the result, which later steps and `case.result` ask for
    value   class of each value; its JSON is stored, and read back as this class
    Raises StepError where the name has no version, is taken, or the needs cannot be.
    """
    if not NAME.match(name):
        raise StepError(
            f"{name!r} is no name of a case step; expected lower case with a version, such as 'identity.v1'"
        )
    if "reading" in needs and len(needs) > 1:
        others = ", ".join(need for need in needs if need != "reading")
        raise StepError(f"{name} needs reading and {others}; a step for each report needs 'reading' alone, and one for"
                        " all of them 'readings'")  # fmt: skip

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        known = CASE_STEPS.get(name)
        if known is not None and known.function.__qualname__ != function.__qualname__:
            raise StepError(f"{name} is taken by {known.function.__module__}.{known.function.__qualname__}")
        CASE_STEPS[name] = CaseStep(name, function, needs, gives, value)
        return function

    return register


def load_case_steps() -> None:
    """Import every module of this folder, each of which registers a step."""
    for module in pkgutil.iter_modules(__path__):
        if module.name not in HELPERS:
            importlib.import_module(f"{__name__}.{module.name}")


def check_order(steps: Iterable[CaseStep]) -> None:
    """Raise StepError where a step needs what no earlier one gives; says which step would."""
    there = {*GIVEN, "previous"}
    for step in steps:
        for need in step.needs:
            if need not in there:
                giver = next((s.name for s in CASE_STEPS.values() if s.gives == need), None)
                advice = f"put {giver} before it" if giver else "no case step that is known gives it"
                raise StepError(f"{step.name} needs {need}, which no earlier case step gives; {advice}")
        there.add(step.gives)


def steps_for(result: str) -> tuple[CaseStep, ...]:
    """The steps that a result needs, in order, its own last. StepError where none gives it, or two need each other."""
    givers = {step.gives: step for step in CASE_STEPS.values()}
    if result not in givers:
        known = ", ".join(sorted(givers)) or "none"
        raise StepError(f"no case step gives {result!r}; known results are: {known}")
    order: list[CaseStep] = []
    waiting: list[str] = []

    def add(name: str) -> None:
        step = givers[name]
        if step in order:
            return
        if name in waiting:
            raise StepError(f"{' needs '.join([*waiting[waiting.index(name) :], name])}; one of them must do without")
        waiting.append(name)
        for need in step.needs:
            if need in givers:
                add(need)
        waiting.pop()
        order.append(step)

    add(result)
    check_order(order)
    return tuple(order)
