"""`sayso read`, killed at fifteen random moments, ends in the same case as one that was not.

The command is the real one, with its worker, its batches and its case; only the model is left out (read_lightly), but in
the last test, which has it.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from killing import LIGHT, REAL, campaign, failures, held, reading, timed, write_reports
from read_lightly import FIRST as SAID_FIRST

from sayso.case import open_case

pytestmark = pytest.mark.slow

FIRST = SAID_FIRST.encode()

KILLS = 15  # tests/helpers/assault.py makes a hundred
FILES = 200


def command(*arguments: str) -> list[str]:
    return [*LIGHT, *arguments]


def read(case: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(reading(case, folder), capture_output=True, text=True, check=False)


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
    return subprocess.Popen(reading(case, folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def wait_for_first(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.strip() == FIRST:
            return


def test_read_killed_again_and_again_gives_the_case_of_one_that_was_not(tmp_path: Path) -> None:
    folder, whole = tmp_path / "reports", tmp_path / "whole.sayso"
    write_reports(folder, FILES)
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


def test_with_the_model_too_no_file_is_blamed_for_a_kill(tmp_path: Path) -> None:
    folder, whole = tmp_path / "reports", tmp_path / "whole.sayso"
    write_reports(folder, 20)
    took = timed(whole, folder, REAL)
    assert len(failures(whole)) == 1 and reports_in(whole) == 78
    found = campaign(tmp_path / "killed.sayso", folder, whole, took, kills=3, seed=1, program=REAL)
    assert found.blamed == [] and not found.differs
    assert found.done, "no kill fell while it read"
