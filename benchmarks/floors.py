"""The lowest scores that are accepted, from floors.json; a floor is raised with the change that earned it.

A line of floors.json is ``"task measure": {"floor", "bar", "gold", "command", "less"}``:

    floor     lowest score accepted (highest, where `less`); null until it was measured with a model as shipped
    bar       what we aim for, if there is one
    gold      SHA-256 of the gold it was measured on (`Task.digest`); another gold is not compared
    command   what to type to measure it

A floor goes down only by hand, in a change of its own that tells the reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.task import Score

PATH: Final = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Floor:
    """What is asked of one measure; see the module."""

    command: str
    gold: str | None = None
    floor: float | None = None
    bar: float | None = None
    less: bool = False

    def __post_init__(self) -> None:
        if self.floor is not None and self.gold is None:
            raise ValueError("a floor needs the digest of the gold it was measured on")
        if self.gold is not None and (len(self.gold) != 64 or set(self.gold) - set("0123456789abcdef")):
            raise ValueError(f"{self.gold!r} is no SHA-256 in hex digits")
        for value in (self.floor, self.bar):
            if value is not None and not math.isfinite(value):
                raise ValueError(f"{value} is no score")

    def holds(self, value: float) -> bool:
        """Whether a value is accepted."""
        if self.floor is None:
            return True
        return value <= self.floor if self.less else value >= self.floor


Floors = dict[str, Floor]


def load(path: Path = PATH) -> Floors:
    """Read the floors. Raises ValueError or TypeError where a line is not as the module says."""
    return {name: Floor(**line) for name, line in json.loads(path.read_text(encoding="utf-8")).items()}


def save(floors: Mapping[str, Floor], path: Path = PATH) -> None:
    """Write the floors, one a line, in order of name."""
    lines = []
    for name in sorted(floors):
        held = {key: value for key, value in asdict(floors[name]).items() if value not in (None, False)}
        lines.append(f"  {json.dumps(name)}: {json.dumps(held)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def raised(
    floors: Mapping[str, Floor], task: str, scores: Iterable[Score], gold: str, *, first: bool = False
) -> Floors:
    """The floors with those of one task lifted to these scores; on the same gold none goes down.

    first   a measure without a floor gets one too
    """
    out = dict(floors)
    for score in scores:
        name = f"{task} {score.measure}"
        old = out.get(name) or Floor(f"./run bench --only {task}", less=score.less)
        if first if old.floor is None else old.gold != gold or old.holds(score.value):
            out[name] = replace(old, floor=score.value, gold=gold)
    return out
