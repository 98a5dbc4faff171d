"""./run bench --task NAME --gold FILE --predict OUT.jsonl: predictions for given inputs, in the scorer's form."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.task import Record, Task
from benchmarks.tasks import AWAITED
from sayso.errors import SaysoError

OK, MISUSE = 0, 2


def read(path: Path) -> list[Record]:
    """The lines of a JSON Lines file. Raises OSError or ValueError, which names the line."""
    records = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    records.append(json.loads(line))
                except ValueError as error:
                    raise ValueError(f"{path}:{number} is no JSON: {error}") from None
    return records


def why_not(name: str, tasks: Iterable[Task]) -> str:
    """Why a task cannot predict, in words."""
    known = {task.name: task for task in tasks}
    if name in AWAITED:
        return f"{name} uses {AWAITED[name]}, which is not there yet"
    if name in known:
        return f"{name} needs no predictions of its own: give the texts to `sayso annotate` and convert its readings"
    names = sorted({*AWAITED, *(task.name for task in known.values() if task.predict)})
    return f"there is no task {name!r}; those that predict are {', '.join(names)}"


def predict(name: str, inputs: Path, out: Path, tasks: list[Task]) -> int:
    """Write predictions; gives the exit status: 0 done, 2 where it cannot be done. Nothing is written then."""
    task = next((task for task in tasks if task.name == name and task.predict), None)
    if task is None or task.predict is None:
        print(f"bench: {why_not(name, tasks)}", file=sys.stderr)
        return MISUSE
    try:
        records = read(inputs)
        predictions = list(task.predict(records))
        with out.open("w", encoding="utf-8") as file:
            for prediction in predictions:
                file.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    except (OSError, ValueError, SaysoError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return MISUSE
    for score in (task.judge(records, predictions) if task.judge else None) or ():
        print(f"{name} {score.measure}: {score.value:g}")
    return OK
