"""What a task of the benchmarks is: where its gold lies, how it is measured and, for some, how inputs are predicted."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).resolve().parents[1]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """One number of a table.

    measure   its name, told apart inside the task
    value     in per cent, or the unit that the name tells ("memory peak, GB")
    peers     name of another program -> its value, measured in this run
    less      whether less is better
    """

    measure: str
    value: float
    peers: Mapping[str, float] = field(default_factory=dict)
    less: bool = False


@dataclass(slots=True)
class Run:
    """How one run of the benchmarks is done, and what it finds out besides scores.

    gold       the folder or file of the task at hand
    folder     the folder of gold that all tasks share; None where there is none
    quick      do less where that costs only certainty
    blind      score the blind third too
    peers      run other programs as well
    versions   program -> version, filled in by whoever runs it
    """

    gold: Path
    quick: bool = False
    blind: bool = False
    peers: bool = True
    versions: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def say(self, text: str) -> None:
        """Print a word on what is going on, on standard error."""
        print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Task:
    """One task.

    gold      path under the folder of gold; under the project where `own`
    measure   gives the scores of a run; raises SaysoError where a part of the program or its model is not there
    own       the gold lies in this repository
    asked     only measured when --only names it, because it takes long or needs a quiet machine
    needs     files under the gold's folder that the measure reads; all of them where empty. The digest is of these.
    predict   inputs -> predictions, one each, in order; answers among the inputs are never looked at
    judge     inputs with answers and predictions -> scores; None where the inputs hold no answers
    """

    name: str
    gold: str
    measure: Callable[[Run], Iterable[Score]]
    own: bool = False
    asked: bool = False
    needs: tuple[str, ...] = ()
    predict: Callable[[Sequence[Record]], Iterable[Record]] | None = None
    judge: Callable[[Sequence[Record], Sequence[Record]], Sequence[Score] | None] | None = None

    def place(self, folder: Path | None) -> Path | None:
        """Where the gold is; None where it is not there.

        folder   the folder of gold, None where there is none
        """
        base = PROJECT if self.own else folder
        if base is None or not (base / self.gold).exists():
            return None
        found = base / self.gold
        return found if all((found / name).exists() for name in self.needs) else None

    def digest(self, place: Path) -> str:
        """SHA-256 of the gold: hex digits over the names and bytes of its files, in order of name."""
        return digest(place / name for name in self.needs) if self.needs else digest([place])


def digest(places: Iterable[Path]) -> str:
    """SHA-256 over the files at or under these places: of each its path from there, its size and its bytes."""
    total = hashlib.sha256()
    for place in places:
        files = sorted(p for p in place.rglob("*") if p.is_file()) if place.is_dir() else [place]
        for file in files:
            data = file.read_bytes()
            name = file.relative_to(place).as_posix() if place.is_dir() else file.name
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()
