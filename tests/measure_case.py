"""How fast a case takes readings in, answers and checks: `python tests/measure_case.py 8516 [--length 4]`.

Prints a line a figure, wall and CPU; on a machine that does other things only the CPU figures mean anything. The
readings are synthetic: each word stands in nearly every text, which is the worst a search can meet.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.output import reading_to_json

WORDS = (
    "camp bridge talks ceasefire ministry Terzo Aldo Qazem closed attacked summer valley markets said the will".split()
)


@contextmanager
def measured(what: str, count: int) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what}: {count / wall:.0f}/s wall, {count / cpu:.0f}/s CPU, {wall:.1f} s", flush=True)


def memory() -> int:
    """Resident memory in MB, on Linux."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 // 1024


def quantiles(what: str, ask: Callable[[str], object]) -> None:
    rng = random.Random(1)
    walls, cpus = [], []
    for _ in range(400):
        words = " ".join(rng.choice(WORDS) for _ in range(rng.choice((1, 2, 3))))
        wall, cpu = time.perf_counter(), time.process_time()
        ask(words)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    walls.sort()
    cpus.sort()
    print(f"{what}: p50 {walls[200]:.1f} ms, p95 {walls[380]:.1f} ms wall; p95 {cpus[380]:.1f} ms CPU", flush=True)


def syncing(case: Case, drafts: list, durable: bool | None) -> None:
    """Add as Case does (None), or with every transaction synced, or with none."""
    for reading, original in drafts:
        if durable is False:
            case.store._synced = time.monotonic()  # type: ignore[attr-defined]
        if durable:
            with case.store.transaction(durable=True):
                case.add(reading, original)
        else:
            case.add(reading, original)


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of a case.")
    parser.add_argument("count", type=int)
    parser.add_argument("--length", type=int, default=1)
    options = parser.parse_args()
    few = list(make_readings(300, seed=1, length=options.length))
    with tempfile.TemporaryDirectory() as folder:
        for name, durable in (("each synced", True), ("synced once a second", None), ("never synced", False)):
            with open_case(Path(folder) / f"{durable}.sayso", create=True) as case, measured(f"add, {name}", len(few)):
                syncing(case, few, durable)
        lines = [reading_to_json(reading) for reading, _ in few]
        for level in (1, 3, 6, 9):
            with measured(f"zlib {level}", len(lines)):
                size = sum(len(zlib.compress(line, level)) for line in lines)
            print(f"  {size / len(lines):.0f} bytes a reading of {sum(map(len, lines)) / len(lines):.0f}")
        path = Path(folder) / "my.sayso"
        with open_case(path, create=True) as case, measured("make and add", options.count):
            for number, (reading, original) in enumerate(make_readings(options.count, length=options.length)):
                case.add(reading, original)
                if number in (500, options.count - 1):
                    print(f"  {memory()} MB of memory after {number + 1}")
        print(f"{path.stat().st_size / options.count:.0f} bytes a reading")
        with open_case(path, read_only=True) as case:
            quantiles("search", case.search)
            quantiles("said", lambda words: next(case.said("", words), None))
            with measured("readings", options.count):
                for _ in case.readings():
                    pass
        with open_case(path) as case, measured("check", options.count):
            print(f"{len(list(case.check()))} findings")


if __name__ == "__main__":
    main()
