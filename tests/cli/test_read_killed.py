"""`sayso read`, killed at thirty random moments, ends in the same case as one that was not.

The command is the real one, with its worker, its batches and its case; only the model is left out (read_lightly).
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from read_lightly import FIRST as SAID_FIRST

from sayso.case import open_case

pytestmark = pytest.mark.slow

FIRST = SAID_FIRST.encode()

SCRIPT = str(Path(__file__).resolve().parents[1] / "helpers" / "read_lightly.py")
KILLS = 30
FILES = 320


def write_reports(folder: Path) -> None:
    """A folder of small reports: single files, some in many in one file, one text under two names, a broken one."""
    rng = random.Random(5)
    for number in range(FILES):
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


def command(*arguments: str) -> list[str]:
    return [sys.executable, SCRIPT, *arguments]


def read(case: Path, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    made = command("read", str(folder), "--case", str(case), "--outlet-from", "folder", *more)
    return subprocess.run(made, capture_output=True, text=True, check=False)


def held(case: Path) -> list[Any]:
    """All that a case holds, but for when it was put there."""
    lines = subprocess.run(command("export", str(case), "--as", "jsonl"), capture_output=True, check=True).stdout
    found: list[Any] = [json.loads(line) for line in lines.splitlines()]
    connection = sqlite3.connect(case)
    for sql in (
        "SELECT path, hints, sha256, state FROM files ORDER BY path",
        "SELECT report, path FROM paths ORDER BY report, path",
        "SELECT sha256, size FROM originals ORDER BY sha256",
        "SELECT thing, deed, digest FROM ledger WHERE deed NOT IN ('failed', 'forgotten', 'logged') ORDER BY thing, digest",
    ):
        found += connection.execute(sql).fetchall()
    connection.close()
    return found


def reports_in(case: Path) -> int:
    connection = sqlite3.connect(case)
    try:
        return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:  # killed before there was a table
        return 0
    finally:
        connection.close()


def finished(case: Path, folder: Path, like: list[Any]) -> None:
    """Read what is left, and see that the case is like one that was never killed."""
    last = read(case, folder)
    assert last.returncode == 1
    assert held(case) == like
    checked = subprocess.run(command("check", str(case)), capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr.strip()) == (0, "clean"), checked.stdout
    assert not os.path.exists(f"{case}-wal"), "after it is closed it is one file"


def log_of(case: Path) -> list[dict[str, Any]]:
    with open_case(case, read_only=True) as opened:
        return [{"state": row.state, "counts": row.counts} for row in opened.log()]


def start(case: Path, folder: Path) -> subprocess.Popen[bytes]:
    made = command("read", str(folder), "--case", str(case), "--outlet-from", "folder")
    return subprocess.Popen(made, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def wait_for_first(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.strip() == FIRST:
            return


def test_read_killed_thirty_times_gives_the_case_of_one_that_was_not(tmp_path: Path) -> None:
    folder, whole = tmp_path / "reports", tmp_path / "whole.sayso"
    write_reports(folder)
    with start(whole, folder) as process:
        wait_for_first(process)
        began = time.monotonic()
        process.communicate()
        took = time.monotonic() - began
    assert process.returncode == 1, "some files are broken, and the rest is read"
    like = held(whole)
    rng = random.Random(0)
    sizes: list[list[int]] = [[0]]  # reports in each case after each kill
    while (kills := sum(len(one) - 1 for one in sizes)) < KILLS:
        case = tmp_path / f"killed-{len(sizes)}.sayso"
        with start(case, folder) as process:
            if kills % 5:  # else also while it starts, or passes over what it knows
                wait_for_first(process)
            time.sleep(rng.uniform(0, 0.15) * took)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        if process.returncode == -signal.SIGKILL:
            sizes[-1].append(reports_in(case) if case.exists() else 0)
        else:  # it was through: another case
            finished(case, folder, like)
            sizes.append([0])
    finished(tmp_path / f"killed-{len(sizes)}.sayso", folder, like)
    assert all(one == sorted(one) for one in sizes), "what was there once stays"
    among = sum(a < b for one in sizes for a, b in zip(one, one[1:], strict=False))
    assert among >= KILLS / 5, f"the kills did not fall among the readings: {sizes}"
