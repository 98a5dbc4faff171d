"""`sayso read`, killed as often as may be: reports to read, what a case holds, and campaigns of kills.

For tests/cli/test_read_killed.py and tests/helpers/assault.py. With LIGHT the model is left out (read_lightly), with REAL
it is the command itself.
"""

from __future__ import annotations

import contextlib
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

LIGHT: Final = (sys.executable, str(Path(__file__).with_name("read_lightly.py")))
REAL: Final = (sys.executable, "-P", "-m", "sayso")
HELD: Final = (
    "SELECT path, hints, sha256, state FROM files ORDER BY path",
    "SELECT report, path FROM paths ORDER BY report, path",
    "SELECT sha256, size FROM originals ORDER BY sha256",
    "SELECT path, reader, reason, advice, sha256 FROM failures ORDER BY path",
    "SELECT key, value FROM config ORDER BY key",
    "SELECT thing, deed, digest FROM ledger WHERE deed NOT IN ('failed', 'forgotten', 'logged') ORDER BY thing, digest",
)


def write_reports(folder: Path, files: int) -> None:
    """A folder of small reports: single files, some in many in one file, one text under two names, a broken one."""
    rng = random.Random(5)
    for number in range(files):
        place = folder / rng.choice(("Herald", "Courier"))
        place.mkdir(parents=True, exist_ok=True)
        text = (
            f"Envoy Terzo said that camp {number} would be closed.\n\n{'Rain fell on the valley. ' * rng.randrange(40)}"
        )
        if number % 40 == 7:
            lines = [
                {"id": f"{number}-{i}", "text": f"Ida Brenn denied that row {number}/{i} was true."} for i in range(60)
            ]
            (place / f"{number:04}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        elif number % 40 == 9:
            (place / f"{number:04}.txt").write_bytes(b"\0\1\2")
        else:
            (place / f"{number:04}.txt").write_text(text)
            if number % 40 == 11:
                (place / f"{number:04}-again.txt").write_text(text)


def reading(case: Path, folder: Path, program: tuple[str, ...] = LIGHT) -> list[str]:
    """The command that reads the folder into the case."""
    return [*program, "read", str(folder), "--case", str(case), "--outlet-from", "folder"]


def held(case: Path) -> list[Any]:
    """All that a case holds, but for when it was put there."""
    export = [*LIGHT, "export", str(case), "--as", "jsonl"]
    lines = subprocess.run(export, capture_output=True, check=True).stdout
    found: list[Any] = [{**json.loads(line), "at": ""} for line in lines.splitlines()]
    with contextlib.closing(sqlite3.connect(case)) as connection:
        for sql in HELD:
            found += connection.execute(sql).fetchall()
    return found


def failures(case: Path) -> list[tuple[str, str]]:
    """(path, reason) of each file that failed."""
    with contextlib.closing(sqlite3.connect(case)) as connection:
        return connection.execute("SELECT path, reason FROM failures ORDER BY path").fetchall()


@dataclass(frozen=True, slots=True)
class Campaign:
    """What came of kills of one case, and of one plain reading after them.

    done     kills that fell while the command ran
    blamed   failures that a case that was never killed has not
    differs  whether the case is another one than that, or `check` finds a fault in it
    """

    done: int
    blamed: list[tuple[str, str]]
    differs: bool


def campaign(
    case: Path, folder: Path, whole: Path, took: float, kills: int, seed: int, program: tuple[str, ...] = LIGHT
) -> Campaign:
    """Kill readings of the folder into the case at random moments, read once to the end, and compare with `whole`.

    took    seconds that one whole reading takes
    """
    rng = random.Random(seed)
    done = 0
    for _ in range(kills):
        process = subprocess.Popen(reading(case, folder, program), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.3, 1.1) * took)
        process.send_signal(signal.SIGKILL)
        done += process.wait() == -signal.SIGKILL
    subprocess.run(reading(case, folder, program), capture_output=True, check=False)
    checked = subprocess.run([*LIGHT, "check", str(case)], capture_output=True, check=False)
    blamed = sorted(set(failures(case)) - set(failures(whole)))
    return Campaign(done, blamed, bool(checked.returncode) or held(case) != held(whole))


def timed(case: Path, folder: Path, program: tuple[str, ...] = LIGHT) -> float:
    """Read the folder into the case without a kill; gives the seconds that it took."""
    began = time.monotonic()
    subprocess.run(reading(case, folder, program), capture_output=True, check=False)
    return time.monotonic() - began
