"""How fast a case takes readings in, answers and checks.

    python tests/helpers/measure_case.py 8516 [--length 4]                  synthetic readings
    python tests/helpers/measure_case.py --case my.sayso [--read PATH...]   a case that there is, or one read from these

Prints a line a figure, wall and CPU; on a machine that does other things only the CPU figures mean anything. In the
synthetic readings each word stands in nearly every text, which is the worst a search can meet.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.values.json import reading_to_json

WORDS = (
    "camp bridge talks ceasefire ministry Terzo Aldo Qazem closed attacked summer valley markets said the will".split()
)


@contextmanager
def measured(what: str, count: int) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what}: {count / wall:.0f}/s wall, {count / cpu:.0f}/s CPU, {wall:.1f} s", flush=True)


def memory(process: int | str = "self") -> int:
    """Resident memory in MB, on Linux."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4 // 1024


def quantiles(what: str, ask: Callable[[str], object], known: list[str]) -> None:
    rng = random.Random(1)
    walls, cpus = [], []
    for _ in range(400):
        words = " ".join(rng.choice(known) for _ in range(rng.choice((1, 2, 3))))
        wall, cpu = time.perf_counter(), time.process_time()
        ask(words)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    walls.sort()
    cpus.sort()
    print(f"{what}: p50 {walls[200]:.1f} ms, p95 {walls[380]:.1f} ms wall; p95 {cpus[380]:.1f} ms CPU", flush=True)


def syncing(case: Case, drafts: list, durable: bool) -> None:
    """Add as Case does, each reading synced to the disk, or with no sync at all."""
    for reading, original in drafts:
        with case.store.transaction(durable=durable):
            case.add(reading, original)


def own_words(case: Case) -> list[str]:
    """Words of a case's own texts, half of them among the 300 commonest, half rare."""
    texts = [case.reading(report_id).report.text.lower() for report_id in case.store.report_ids()[:400]]
    held = Counter(word for text in texts for word in set(re.findall(r"[a-z]{3,}", text)))
    common = [word for word, _ in held.most_common(300)]
    rare = [word for word, count in held.items() if count <= 3]
    return common + random.Random(0).sample(rare, min(300, len(rare)))


def measure_questions(path: Path) -> None:
    """Search and said, in the words of the case itself, then a check."""
    with open_case(path, read_only=True) as case:
        words = own_words(case)
        count = len(case.store.report_ids())
        print(f"{count} reports, {path.stat().st_size / count:.0f} bytes each")
        quantiles("search", case.search, words)
        quantiles("said", lambda asked: next(iter(case.said("", asked)), None), words)
    with open_case(path) as case, measured("check", count):
        print(f"{len(list(case.check()))} findings")
    print(f"{memory()} MB of memory after it")


def measure_read(paths: list[str], path: Path) -> int:
    """Read into a case with the command, and print its memory and CPU time while reports come in."""
    command = [sys.executable, "-m", "sayso", "read", *paths, "--case", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    told = 0
    while process.poll() is None:
        time.sleep(1)
        with contextlib.suppress(sqlite3.Error, OSError, IndexError):
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
                count = int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
            if count >= told + 100:
                told = count
                ticks = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
                cpu = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
                print(f"{count} reports: {memory(process.pid)} MB, {cpu:.0f} s of CPU", flush=True)
    return process.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of a case.")
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--length", type=int, default=1)
    parser.add_argument("--case", type=Path, help="ask and check this case, and make none; with --read, read into it")
    parser.add_argument("--read", nargs="+", metavar="PATH", help="read these into --case, and watch the memory")
    options = parser.parse_args()
    if options.read:
        measure_read(options.read, options.case)
    if options.case:
        measure_questions(options.case)
        return
    few = list(make_readings(300, seed=1, length=options.length))
    with tempfile.TemporaryDirectory() as folder:
        for name, durable in (("each synced", True), ("never synced", False)):
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
            quantiles("search", case.search, WORDS)
            quantiles("said", lambda words: next(iter(case.said("", words)), None), WORDS)
            with measured("readings", options.count):
                for _ in case.readings():
                    pass
        with open_case(path) as case, measured("check", options.count):
            print(f"{len(list(case.check()))} findings")


if __name__ == "__main__":
    main()
