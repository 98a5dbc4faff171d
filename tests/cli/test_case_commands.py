"""A case through the command: what is read once, what is told, and what it withstands. Without the model (read_lightly)."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from kept_workers import KeptWorker
from read_lightly import FIRST, light_readings

from sayso import cli
from sayso.case import ingest, open_case
from sayso.read import worker
from sayso.store.sqlite import schema

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("worker_class")]

SCRIPT = str(Path(__file__).resolve().parents[1] / "helpers" / "read_lightly.py")
TEXT = "Envoy Terzo said that camp {} would be closed.\n"
DEADLY = '''
import time
from sayso.read import ReaderEntry

def read(original):
    """Takes longer than anybody waits."""
    time.sleep(600)
    yield

ENTRY = ReaderEntry("deadly", "deadly:read", (".deadly",), text=True)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four reports, two in each of two outlets."""
    for number, outlet in enumerate(("Herald", "Herald", "Courier", "Courier")):
        (tmp_path / "reports" / outlet).mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / outlet / f"{number}.txt").write_text(TEXT.format(number))
    return tmp_path / "reports"


@pytest.fixture
def case(tmp_path: Path) -> str:
    return str(tmp_path / "my.sayso")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command, in this process."""
    made = [str(argument) for argument in arguments]
    out, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        patch.setattr(ingest, "read_reports", light_readings)
        patch.setattr(worker, "Worker", KeptWorker)
        status = cli.main(made)
    printed = [stream.buffer.getvalue().decode() for stream in (out, told)]
    return subprocess.CompletedProcess(made, status, *printed)


def run_with(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own."""
    made = [sys.executable, SCRIPT, *map(str, arguments)]
    return subprocess.run(made, capture_output=True, text=True, check=False, env=environment)


def to_read(folder: Path, case: str) -> list[object]:
    return ["read", folder, "--case", case, "--outlet-from", "folder"]


def read(folder: Path, case: str, *more: object) -> subprocess.CompletedProcess[str]:
    return run(*to_read(folder, case), *more)


def reports(case: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("show", case, "reports", "--json").stdout)
    return found


def with_reader(folder: Path) -> dict[str, str]:
    """An environment in which files ending in .deadly have a reader."""
    package = folder / "package"
    (package / "deadly-1.dist-info").mkdir(parents=True)
    (package / "deadly-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1\n")
    (package / "deadly-1.dist-info" / "entry_points.txt").write_text("[sayso.readers]\ndeadly = deadly:ENTRY\n")
    (package / "deadly.py").write_text(DEADLY)
    return {**os.environ, "PYTHONPATH": f"{package}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}


# once


def test_a_second_read_reads_only_new_bytes(folder: Path, case: str) -> None:
    assert "4 reports read" in read(folder, case).stderr
    (folder / "Herald" / "new.txt").write_text(TEXT.format("new"))
    (folder / "Herald" / "0.txt").write_text(TEXT.format("other"))
    assert "2 reports read, 3 known" in read(folder, case).stderr
    assert len(reports(case)) == 6, "what an older file said stays"


def test_a_read_says_where_outlets_or_dates_are_not_known(folder: Path, case: str) -> None:
    told = run("read", folder, "--case", case).stderr
    assert "4 of 4 reports have no outlet and 4 of 4 have no date" in told and "--meta" in told and "sayso set" in told
    assert "have no" not in run("read", folder, "--case", case).stderr  # nothing new: it was said
    with_both = run("read", folder, "--case", f"{case}2", "--outlet", "Herald", "--published", "2031-05-04")
    assert "have no" not in with_both.stderr
    assert "4 of 4 reports have no date" in run("read", folder, "--case", f"{case}3", "--outlet", "Herald").stderr


def test_the_same_bytes_under_two_paths_are_one_report_and_under_two_outlets_two_witnesses(
    folder: Path, case: str
) -> None:
    for place in (folder / "Herald" / "copy.txt", folder / "Courier" / "copy.txt"):
        place.write_bytes((folder / "Herald" / "0.txt").read_bytes())
    read(folder, case)
    found = [row for row in reports(case) if row["path"].endswith(("0.txt", "copy.txt"))]
    assert [row["outlet"] for row in found] == ["Courier", "Herald"]
    assert len({row["sha256"] for row in found}) == 1 and len({row["id"] for row in found}) == 2
    lines = run("export", case, "--as", "jsonl").stdout.splitlines()
    (herald,) = [json.loads(line)["report"]["paths"] for line in lines if '"Herald"' in line and "camp 0" in line]
    assert [Path(path).name for path in herald] == ["0.txt", "copy.txt"]


def test_without_originals_check_says_what_it_cannot_verify(folder: Path, case: str) -> None:
    read(folder, case, "--no-originals")
    checked = run("check", case)
    assert checked.returncode == 0 and "original" in checked.stdout and checked.stdout.startswith("note: ")
    connection = sqlite3.connect(case)
    assert connection.execute("SELECT count(*) FROM originals").fetchone() == (0,)
    connection.close()


# files that do harm


def killed_while_it_opens(folder: Path, case: str, env: dict[str, str]) -> None:
    """Read, and end the command without a word as soon as the process that it started has bad.deadly open."""
    command = [sys.executable, SCRIPT, "read", str(folder), "--case", case, "--outlet-from", "folder"]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not (opening := opens(process.pid, "bad.deadly")):
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    for number in opening:  # it sleeps, and nobody waits for it any more
        os.kill(number, signal.SIGKILL)


def opens(process: int, name: str) -> list[int]:
    """The processes that a process started and that have a file of this name open."""
    found = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for number in children.read_text().split():
            with contextlib.suppress(OSError):  # it was quicker
                if any(os.readlink(file).endswith(name) for file in Path(f"/proc/{number}/fd").iterdir()):
                    found.append(int(number))
    return found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="which files are open is told by Linux")
def test_a_file_that_is_open_at_every_kill_is_opened_again(folder: Path, case: str) -> None:
    (folder / "Courier" / "bad.deadly").write_bytes(b"slow")
    environment = with_reader(folder.parent)
    for _ in range(3):
        killed_while_it_opens(folder, case, environment)
    last = run_with(environment, *to_read(folder, case), "--limit", "1")
    assert "it took over 1 s" in last.stderr, "it was opened"
    assert len(reports(case)) == 4, "the others are read"


def test_a_reader_that_takes_longer_than_the_limit_is_one_failure(folder: Path, case: str) -> None:
    (folder / "Courier" / "bad.deadly").write_bytes(b"slow")
    found = run_with(with_reader(folder.parent), *to_read(folder, case), "--limit", "1")
    assert found.returncode == 1 and "it took over 1 s" in found.stderr and "--limit" in found.stderr
    assert len(reports(case)) == 4


def test_a_file_of_many_reports_is_not_blamed_while_reports_come_out_of_it(tmp_path: Path, case: str) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"text": TEXT.format(number)}) + "\n" for number in range(2000)))
    held = [0]
    while len(held) < 4:
        with subprocess.Popen(
            [sys.executable, SCRIPT, "read", str(file), "--case", case], stderr=subprocess.DEVNULL
        ) as process:
            while process.poll() is None and (not Path(case).exists() or count(case) <= held[-1]):
                time.sleep(0.02)
            process.send_signal(signal.SIGKILL)
        held.append(count(case))
    assert held[-1] < 2000, "it was through before it was killed often enough"
    last = run("read", file, "--case", case)
    assert last.returncode == 0 and count(case) == 2000


def count(case: str) -> int:
    with contextlib.suppress(sqlite3.Error):  # not yet made
        connection = sqlite3.connect(f"file:{case}?mode=rw", uri=True, timeout=30)
        with contextlib.closing(connection):
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    return 0


def test_what_was_set_is_gone_from_the_file_with_an_erased_report(folder: Path, case: str) -> None:
    read(folder, case)
    report = reports(case)[0]["id"]
    words = ("Xyzzyplugh", "Quuxley", "grault.example")
    run("set", case, report, "--title", words[0], "--byline", words[1], "--url", f"http://{words[2]}/")
    assert any(word.encode() in Path(case).read_bytes() for word in words)
    assert run("judge", case, "erase", report, "--why", "an order").returncode == 0
    assert [word for word in words if word.encode() in Path(case).read_bytes()] == []
    assert run("check", case).returncode == 0


# what else may happen


def test_where_there_is_no_room_the_command_says_so_and_goes_on_later(tmp_path: Path, case: str) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    rng = random.Random(3)
    for number in range(120):
        words = " ".join(rng.choices(("camp", "bridge", "talks", "summer", "valley", "markets"), k=6000))
        (folder / f"{number}.txt").write_text(f"{TEXT.format(number)}\n{words}")
    made = [sys.executable, SCRIPT, "read", str(folder), "--case", case]
    # a limit of the size of any file, which a program meets as it meets a full disk; nothing can even be opened
    found = subprocess.run(["bash", "-c", 'ulimit -f 1000; exec "$@"', "-", *made], capture_output=True, text=True)
    assert found.returncode == 2 and "Traceback" not in found.stderr
    assert "the process that opens files cannot work" in found.stderr and "ulimit" in found.stderr
    # the same once it runs
    with subprocess.Popen(made, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while process.stderr.readline().strip() != FIRST:
            pass
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
        told = process.communicate()[1]
    assert process.returncode == 2 and "Traceback" not in told
    assert "what was stored before is kept" in told and "run the command again" in told
    assert 0 < count(case) < 120
    last = run("read", folder, "--case", case)
    assert last.returncode == 0, last.stderr
    assert count(case) == 120
    assert run("check", case).returncode == 0


def test_two_reads_at_once_both_end_well(tmp_path: Path, case: str) -> None:
    folders = []
    for name in ("a", "b"):
        folders.append(tmp_path / name)
        folders[-1].mkdir()
        for number in range(60):
            (folders[-1] / f"{number}.txt").write_text(TEXT.format(number if number < 20 else f"{number} of {name}"))
    made = [[sys.executable, SCRIPT, "read", str(one), "--case", case] for one in folders]
    processes = [subprocess.Popen(one, stderr=subprocess.PIPE, text=True) for one in made]
    told = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], told
    assert count(case) == 100
    assert run("check", case).returncode == 0


def test_while_another_writes_the_command_waits(folder: Path, case: str) -> None:
    read(folder, case)
    with open_case(case) as writer, writer.store.transaction():
        made = [sys.executable, SCRIPT, "config", case, "originals=false"]
        process = subprocess.Popen(made, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            process.communicate(timeout=3)
    out, told = process.communicate(timeout=30)
    assert process.returncode == 0 and "originals = false" in out, told


@pytest.mark.parametrize("command", ["show", "said", "export", "check", "read"])
def test_a_case_of_a_newer_version_is_named_by_every_command(folder: Path, case: str, command: str) -> None:
    read(folder, case)
    connection = sqlite3.connect(case)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = Path(case).read_bytes()
    arguments: dict[str, list[Any]] = {
        "said": [case, "Terzo"],
        "read": [folder, "--case", case],
        "export": [case, "--as", "csv"],
    }
    found = run(command, *arguments.get(command, [case]))
    salvaged = command in ("export", "check")  # a flipped bit of the version looks the same: what is sound is shown
    assert found.returncode == (1 if salvaged else 2) and "Traceback" not in found.stderr
    assert salvaged or "install a newer sayso" in found.stderr
    assert Path(case).read_bytes() == before


@pytest.mark.parametrize("harm", ["head", "middle"])
def test_of_a_damaged_case_check_says_what_is_lost_and_export_gives_the_rest(
    folder: Path, case: str, harm: str
) -> None:
    for number in range(60):
        (folder / "Herald" / f"more-{number}.txt").write_text(TEXT.format(f"more {number}") * 20)
    read(folder, case)
    data = bytearray(Path(case).read_bytes())
    at = 0 if harm == "head" else len(data) // 2
    data[at : at + 20_000] = bytes(100) + os.urandom(19_900) if harm == "middle" else bytes(100) + data[100:20_000]
    Path(case).write_bytes(data)
    checked = run("check", case)
    assert checked.returncode == 1 and "damaged" in checked.stdout and "Traceback" not in checked.stderr
    exported = run("export", case, "--as", "jsonl")
    kinds = [json.loads(line)["kind"] for line in exported.stdout.splitlines()]
    assert kinds.count("reading") == 64 if harm == "head" else 30 < kinds.count("reading") <= 64
    assert exported.returncode == 1 and exported.stderr, "what is lost is told beside it"
    if harm == "head":
        asked = run("said", case, "Terzo")
        assert asked.returncode == 2 and "sayso check" in asked.stderr and "sayso export" in asked.stderr
