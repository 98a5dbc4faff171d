"""python -m benchmarks: measure the tasks, print the table, compare with the floors.

Exit: 0 all floors hold, 1 a score is below its floor or a task crashed, 2 misuse, or a task that cannot predict.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks import floors as floor_file
from benchmarks.predict import predict
from benchmarks.table import Result, faults, lines
from benchmarks.task import PROJECT, Run, Task
from benchmarks.tasks import all_tasks
from sayso.errors import SaysoError

OK, BELOW, MISUSE = 0, 1, 2
SHARED: Final = PROJECT.parent / "shared" / "data"
PROGRAMS: Final = ("sayso", "sayso-en", "sayso-en-parser", "spacy", "onnxruntime")


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command."""
    parser = argparse.ArgumentParser(prog="run bench", description="How good sayso is, beside other programs.")
    parser.add_argument("--gold", type=Path, metavar="DIR", help="folder of gold (with --predict: the file of inputs)")
    parser.add_argument("--only", metavar="TASK,...", default="", help="these tasks; cost is measured only when named")
    parser.add_argument("--no-peers", action="store_true", help="sayso alone")
    parser.add_argument("--quick", action="store_true", help="cost: one ratio instead of five, no second core")
    parser.add_argument("--blind", action="store_true", help="forms: score the blind third too; once, at the end")
    parser.add_argument(
        "--raise-floors", action="store_true", help="write to floors.json what is better than its floor"
    )
    parser.add_argument(
        "--first-floors", action="store_true", help="the same, and a floor for each measure that has none"
    )
    parser.add_argument("--task", metavar="NAME", help="the task to predict for")
    parser.add_argument("--predict", type=Path, metavar="OUT.jsonl", help="write predictions for --gold FILE, and end")
    return parser


def chosen(tasks: Sequence[Task], only: str) -> list[Task]:
    """The tasks that --only names, else all but those that must be asked for. Raises KeyError for an unknown name."""
    names = [name.strip() for name in only.split(",") if name.strip()]
    known = {task.name: task for task in tasks}
    return [known[name] for name in names] if names else [task for task in tasks if not task.asked]


def measured(tasks: Sequence[Task], folder: Path | None, run: Run) -> Iterator[Result]:
    """One result a task, in order; a task whose gold or part of the program is missing says so."""
    for task in tasks:
        place = task.place(folder)
        if place is None:
            where = f"no {task.gold} in {folder}" if folder else "no folder of gold; name one with --gold DIR"
            yield Result(task.name, missing=where)
            continue
        run.say(f"measuring {task.name}")
        run.gold = place
        try:
            scores = list(task.measure(run))
        except SaysoError as error:
            yield Result(task.name, missing=str(error), failed=True)
        except Exception as error:  # a bug in one task must not cost the table of the others
            traceback.print_exc()
            yield Result(task.name, missing=f"crashed with {type(error).__name__}: {error}", failed=True, crashed=True)
        else:
            yield Result(task.name, scores, task.digest(place), own=task.own)


def versions(run: Run) -> str:
    """The versions of all that took part, on one line."""
    held = dict(run.versions)
    for name in PROGRAMS:
        try:
            held[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            held[name] = "not installed"
    held["Python"] = sys.version.split()[0]
    return "versions: " + ", ".join(f"{name} {version}" for name, version in sorted(held.items()))


def shown(folder: Path) -> str:
    """A folder as it is told: from here."""
    return os.path.relpath(folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    tasks = all_tasks()
    if options.predict or options.task:
        if not (options.predict and options.task and options.gold):
            parser.error("--task NAME, --gold FILE and --predict OUT.jsonl go together")
        return predict(options.task, options.gold, options.predict, tasks)
    folder = options.gold or (SHARED if SHARED.is_dir() else None)
    if options.gold and not options.gold.is_dir():
        parser.error(f"--gold: {options.gold} is no folder")
    try:
        wanted = chosen(tasks, options.only)
    except KeyError as error:
        parser.error(f"there is no task {error}; known are {', '.join(task.name for task in tasks)}")
    floors = floor_file.load()
    run = Run(PROJECT, quick=options.quick, blind=options.blind, peers=not options.no_peers)
    run.folder = folder
    results = list(measured(wanted, folder and Path(shown(folder)), run))
    print("\n".join(lines(results, floors)))
    print(versions(run))
    if options.raise_floors or options.first_floors:
        for result in results:
            floors = floor_file.raised(floors, result.task, result.scores, result.digest, first=options.first_floors)
        floor_file.save(floors)
    wrong = faults(results, floors)
    print("\n".join(wrong) if wrong else "no score is below its floor", file=sys.stderr)
    return BELOW if wrong else OK


if __name__ == "__main__":
    sys.exit(main())
