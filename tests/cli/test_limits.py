"""`--limit` in every command that reads: a report whose analysis does not end is a failure, the rest is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HANGS = "Brakna"  # a word at which a step of the test does not end
KILLS = "Ostrany"  # a word at which the process of the analysis is killed once
TEXT = "Envoy Halim Terzo said that the camp would close."
# Python imports this first in each process that it starts.
PATCH = f"""
import dataclasses, os, sys
if "-P" in sys.orig_argv:
    import sayso.extract.zones
    from sayso.steps import STEPS
    plain = STEPS["zones.v1"]
    def zones(report, language):
        while "{HANGS}" in report.text:
            pass
        if "{KILLS}" in report.text and not os.path.exists("killed"):
            open("killed", "w").close()
            os.kill(os.getpid(), 9)
        return plain.function(report, language)
    STEPS["zones.v1"] = dataclasses.replace(plain, function=zones)
    sayso.extract.zones.zones = zones
"""
REASON = "the analysis ran out of 1 s, in the step `zones`"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "patch").mkdir()
    (tmp_path / "patch" / "sitecustomize.py").write_text(PATCH)
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(TEXT)
    (made / "b.txt").write_text(f"{TEXT} {HANGS}.")
    (made / "c.txt").write_text(f"{TEXT} It rained.")
    return made


def sayso(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder.parent / "patch"), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        env={**os.environ, "PYTHONPATH": path}, cwd=folder.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip


def failures(ran: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    lines = [json.loads(line) for line in ran.stderr.splitlines() if line.startswith("{")]
    return [(Path(line["path"]).name, line["reason"]) for line in lines]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_annotate_goes_on_behind_a_report_whose_analysis_does_not_end(folder: Path, jobs: str) -> None:
    ran = sayso(folder, "annotate", str(folder), "--only", "zones", "--limit", "1", "--jobs", jobs)
    assert ran.returncode == 1 and "Traceback" not in ran.stderr
    assert [json.loads(line)["report"]["text"] for line in ran.stdout.splitlines()] == [TEXT, f"{TEXT} It rained."]
    assert failures(ran) == [("b.txt", REASON)]


@pytest.mark.parametrize("jobs", [("--jobs", "2"), ()])
def test_a_process_that_is_killed_is_told_and_nothing_is_lost(folder: Path, jobs: tuple[str, ...]) -> None:
    (folder / "b.txt").write_text(f"{TEXT} {KILLS}.")
    ran = sayso(folder, "annotate", str(folder), "--only", "zones", *jobs)
    assert ran.returncode == 0 and "Traceback" not in ran.stderr
    assert len(ran.stdout.splitlines()) == 3
    assert [line for line in ran.stderr.splitlines() if "killed" in line] == [
        "note: analysis killed, signal 9, in the step `zones`, as a system does that has no memory left;"
        " what it was reading is read again"
    ]


@pytest.mark.model
def test_read_notes_it_and_tries_it_again_only_if_asked(folder: Path) -> None:
    case = str(folder.parent / "my.sayso")
    ran = sayso(folder, "read", str(folder), "--case", case, "--limit", "1")
    assert (ran.returncode, failures(ran)) == (1, [("b.txt", REASON)])
    assert sayso(folder, "failed", case).stdout.count("ran out of 1 s") == 1
    again = sayso(folder, "read", str(folder), "--case", case, "--limit", "1")
    assert "1 files failed before and were not opened" in again.stderr and failures(again) == []
    (folder.parent / "patch" / "sitecustomize.py").write_text("")
    retried = sayso(folder, "read", str(folder), "--case", case, "--retry")
    assert retried.returncode == 0, retried.stderr
    assert sayso(folder, "failed", case).stdout == ""
    assert sayso(folder, "said", case).stdout.count("<said>") == 3


@pytest.mark.model
def test_said_and_explain_of_texts_are_bounded_too(folder: Path) -> None:
    said = sayso(folder, "said", str(folder), "--limit", "1")
    assert (said.returncode, failures(said)) == (1, [("b.txt", REASON)])
    assert said.stdout.count("<said>") == 2
    explained = sayso(folder, "explain", str(folder), "--limit", "1")
    assert (explained.returncode, failures(explained)) == (1, [("b.txt", REASON)])
    assert explained.stdout.count("== ") == 2
