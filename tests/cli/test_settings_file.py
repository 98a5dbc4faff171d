"""sayso.toml: what it sets is told once, and one that came with the reports sets nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer

from sayso.case import open_case

Ask = Callable[..., Answer]
TOLD = "note: sayso.toml in this folder sets"
PASSED_OVER = "note: sayso.toml lies in a folder that is read"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports with a sayso.toml in it, beside the folder in which the command runs."""
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("Envoy Terzo said that the camp would close.")
    (folder / "deep" / "b.txt").write_text("Envoy Terzo denied that the camp was open.")
    (folder / "sayso.toml").write_text('outlet = "Forged"\npublished = "1999-12-31"\n')
    return folder


def outlets(case: Path) -> set[str | None]:
    with open_case(case, read_only=True) as opened:
        return {row.outlet for row in opened.reports()}


def test_what_counts_is_told_once_and_what_does_not_is_not(ask: Ask, reports: Path, tmp_path: Path) -> None:
    Path("sayso.toml").write_text('outlet = "Courier"\ncase = "my.sayso"\njobs = 1\n')
    read = ask("read", "reports/a.txt")
    assert read.status == 0 and outlets(tmp_path / "my.sayso") == {"Courier"}
    [line] = [line for line in read.err.splitlines() if line.startswith(TOLD)]
    assert "outlet = 'Courier'" in line and "case = 'my.sayso'" in line and "jobs = 1" in line
    [line] = [
        line
        for line in ask("read", "reports/a.txt", "--outlet", "Herald", "--jobs", "1").err.splitlines()
        if TOLD in line
    ]
    assert line == f"{TOLD} case = 'my.sayso'"
    for command in (("log",), ("said", "Terzo"), ("show", "outlets")):
        assert ask(*command).err.count("case = 'my.sayso'") == 1, command
    assert TOLD not in ask("log", "my.sayso").err
    assert TOLD not in ask("said", "my.sayso", "--json").out


@pytest.mark.parametrize(
    ("where", "paths"),
    [
        ("reports", ("a.txt",)), ("reports", (".",)), ("reports", ("deep",)), ("reports/deep", ("..",)),
        ("reports", ("../reports",)), ("reports", ("../link",)), ("reports", ("../other.txt", "a.txt")),
    ],
)  # fmt: skip
def test_a_file_that_came_with_the_reports_sets_nothing(
    ask: Ask, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, paths: tuple[str, ...]
) -> None:
    (tmp_path / "link").symlink_to(reports, target_is_directory=True)
    (tmp_path / "other.txt").write_text("Ida Brenn said that it rained.")
    (reports / "deep" / "sayso.toml").write_text('outlet = "Forged"\n')
    monkeypatch.chdir(tmp_path / where)
    case = tmp_path / "my.sayso"
    asked = ask("read", *paths, "--case", case)
    if paths == ("deep",):  # the file lies above what is read, beside other reports: it is the user's own folder
        assert TOLD in asked.err and outlets(case) == {"Forged"}
        return
    assert asked.status == 0, asked.err
    assert asked.err.count(PASSED_OVER) == 1 and TOLD not in asked.err
    assert outlets(case) == {None}
    said = ask("said", *paths)
    assert said.status == 0 and PASSED_OVER in said.err and "Forged" not in said.out


def test_a_case_that_only_such_a_file_names_is_not_taken(
    ask: Ask, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "sayso.toml").write_text('case = "forged.sayso"\n')
    monkeypatch.chdir(reports)
    asked = ask("read", "a.txt")
    assert asked.status == 2 and PASSED_OVER in asked.err and "no case is given" in asked.err
    assert not os.path.exists("forged.sayso")


def test_a_file_beside_a_case_still_sets_what_asks_it(ask: Ask, reports: Path) -> None:
    assert ask("read", "reports/a.txt", "--case", "my.sayso").status == 0
    Path("sayso.toml").write_text('case = "my.sayso"\n')
    asked = ask("said", "Terzo")
    assert asked.status == 0 and "camp" in asked.out and asked.err.count(TOLD) == 1, asked.err
