"""What reading costs: CPU against the bare spaCy parse, memory, and what a second core gives.

    CPU, bare parses         process CPU seconds of attribution with speakers, from .jsonl to JSON, by those of the
                             pinned spaCy pipeline with all its components; one thread, models loaded, in turn; median
                             of five ratios
    whole, CPU, bare parses  the same for a whole reading: every step that `sayso annotate` takes unasked
    memory peak, GB          of a process that makes whole readings of the reports once (10**9 bytes)
    two cores                how much faster two processes are than one on this machine, by the clock, for whole
                             readings: the time for 3n reports less that for n, so that starting does not count

Each is measured in a process of its own, the two ratios in one, with one thread for every library. Measure on a quiet
machine.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

import spacy

from benchmarks import feed, polnear
from benchmarks.task import PROJECT, Record, Run, Score, Task
from sayso.errors import SaysoError
from sayso.lang import load_language
from sayso.nlp.files import model_folder
from sayso.read import Failure
from sayso.run.executors import THREADS
from sayso.run.pipeline import read_reports
from sayso.values.json import reading_to_json

SPEAKERS: Final = ("attributions", "entities")
WHOLE: Final = ()  # all of the usual steps
RATIOS: Final = {"CPU, bare parses": SPEAKERS, "whole, CPU, bare parses": WHOLE}
ROUNDS: Final = 5
PARSE_BATCH: Final = 8  # texts a batch, as sayso has it; 24 reports took 5.6 s of CPU one by one, 4.6 by 8, 64 or 1000
CHILD: Final = "benchmarks.tasks.cost"


def records_of(folder: Path) -> list[Record]:
    """PolNeAR's reports as records of .jsonl."""
    return [{"id": document.name, "text": document.text} for document in polnear.load(folder)]


def read_all(path: Path, only: Sequence[str] = WHOLE, jobs: int = 1) -> int:
    """Read a .jsonl as `sayso annotate` does, and make its JSON; gives how many readings there were."""
    count = 0
    for found in read_reports(feed.reports_of(path), only=only, jobs=jobs):
        if isinstance(found, Failure):  # what is not read costs nothing, so no figure would be true
            raise SaysoError(found.reason)
        count += bool(reading_to_json(found))
    return count


def cpu(function: Callable[[], object]) -> float:
    """CPU seconds of this process that a call takes, all its threads together."""
    gc.collect()
    began = time.process_time()
    function()
    return time.process_time() - began


def clock(function: Callable[[], object]) -> float:
    """Seconds by the clock that a call takes."""
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def ratios(records: Sequence[Record], rounds: int) -> dict[str, list[float]]:
    """CPU of sayso by that of the bare parse for each of RATIOS, in turn, after each has read two reports."""
    parser = spacy.load(model_folder(load_language("en").parser))  # as it comes; sayso speeds its own up
    texts = [record["text"] for record in records]
    found: dict[str, list[float]] = {name: [] for name in RATIOS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        feed.write_lines(records[:2], path)
        read_all(path)
        list(parser.pipe(texts[:2]))
        feed.write_lines(records, path)
        for _ in range(rounds):
            bare = cpu(lambda: list(parser.pipe(texts, batch_size=PARSE_BATCH)))
            for name, steps in RATIOS.items():
                found[name].append(cpu(lambda steps=steps: read_all(path, steps)) / bare)  # type: ignore[misc]
    return found


def peak(records: Sequence[Record]) -> float:
    """Largest memory of this process in GB, once it has read the reports; 0 where the system does not tell."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        feed.write_lines(records, path)
        read_all(path)
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1e9 if sys.platform == "darwin" else held * 1024 / 1e9


def two_cores(records: Sequence[Record]) -> float:
    """How many times faster two processes read than one."""
    with tempfile.TemporaryDirectory() as folder:
        once, thrice = Path(folder) / "once.jsonl", Path(folder) / "thrice.jsonl"
        feed.write_lines(records, once)
        feed.write_lines((dict(r, id=f"{r['id']}-{n}") for n in range(3) for r in records), thrice)
        read_all(once)
        one, two = (
            clock(lambda jobs=jobs: read_all(thrice, jobs=jobs)) - clock(lambda jobs=jobs: read_all(once, jobs=jobs))  # type: ignore[misc]
            for jobs in (1, 2)
        )
    return one / two


def in_child(what: str, gold: Path, rounds: int) -> Any:
    """What a process of its own measures, one thread a library. Raises SaysoError with its last line if it fails."""
    paths = os.pathsep.join([str(PROJECT), *filter(None, sys.path)])
    environment = os.environ | dict.fromkeys(THREADS, "1") | {"PYTHONPATH": paths}
    command = [sys.executable, "-m", CHILD, what, str(gold), str(rounds)]
    done = subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["the child process failed"])[-1]
        raise SaysoError(last.removeprefix("sayso.errors.").partition(": ")[2] or last)
    return json.loads(done.stdout)


def measure(run: Run) -> Iterable[Score]:
    """Measure all four; with `quick` one ratio each and no second core."""
    for name, found in in_child("ratios", run.gold, 1 if run.quick else ROUNDS).items():
        run.say(f"{name}: " + " ".join(f"{ratio:.2f}" for ratio in found))
        yield Score(name, round(median(found), 2), {"bare parse": 1.0}, less=True)
    yield Score("memory peak, GB", round(in_child("peak", run.gold, 1), 2), less=True)
    if not run.quick:
        yield Score("two cores", round(in_child("two_cores", run.gold, 1), 2))


def main() -> int:
    """One measurement, as a child of `measure`; prints JSON."""
    what, gold, rounds = sys.argv[1:]
    records = records_of(Path(gold))
    found: object
    if what == "ratios":
        found = ratios(records, int(rounds))
    elif what == "peak":
        found = peak(records)
    else:
        found = two_cores(records)
    print(json.dumps(found))
    return 0


TASK: Final = Task("cost", "attribution/polnear/dev", measure, asked=True)

if __name__ == "__main__":
    sys.exit(main())
