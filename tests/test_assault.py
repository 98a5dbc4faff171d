"""A small assault, each part of it once; `python tests/helpers/assault.py --full` makes the whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from assault import Row, assault, attacked, seen, table
from tampering import fill_for_edits

pytestmark = pytest.mark.slow


def test_a_small_assault_finds_nothing_that_does_not_hold() -> None:
    rows = assault(some=10, bits=12, killed=2, mutants=40, light=True, few=True)
    assert all(row.tried for row in rows), table(rows)
    assert all(row.held for row in rows), table(rows)


def test_the_assault_would_see_what_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my.sayso"
    fill_for_edits(path)
    like = seen(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE statements SET manner = 'forged'")
    connection.close()
    row = Row("edits")
    attacked(path, like, row, "an edit")
    assert row == Row("edits", tried=1)
    monkeypatch.setattr("sayso.case.Case.check", lambda case: iter(()))
    attacked(path, like, row, "an edit that no check tells")
    monkeypatch.setattr("sayso.case.Case.check", lambda case: 1 / 0)
    attacked(path, like, row, "an edit that crashes")
    assert row == Row("edits", tried=3, unnoticed=1, crashes=1) and not row.held
    assert table([row]).splitlines()[-1].split() == ["all", "3", "0", "1", "1", "0", "0"]
