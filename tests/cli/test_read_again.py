"""`sayso read --again`: what it says, and what it refuses. Without the model (conftest)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer

from sayso.case import again

pytestmark = pytest.mark.slow

Ask = Callable[..., Answer]
LINE = "sayso read --again older --case my.sayso` reads them anew"


@pytest.fixture
def case(ask: Ask, tmp_path: Path) -> str:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Envoy Terzo said that the camp would be closed.")
    told = ask("read", "in", "--case", "my.sayso")
    assert told.status == 0 and LINE not in told.err
    return "my.sayso"


def test_read_tells_of_older_readings_until_they_are_read_anew(
    ask: Ask, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "0 reports were read anew" in ask("read", "--again", "older", "--case", case).err
    monkeypatch.setattr(again, "made_by", lambda: "a newer model")
    told = ask("read", "in", "--case", case)
    assert f"1 readings in the case were made by another model or other steps; `{LINE}" in told.err
    told = ask("read", "--again", "older", "--case", case)
    assert told.status == 0 and "1 reports were read anew" in told.err
    assert LINE not in ask("read", "in", "--case", case).err
    assert "1 reports were read anew" in ask("read", "--again", "all", "--case", case).err
    assert ask("check", case).status == 0
    assert ask("said", case, "Terzo").out.count("<said>") == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("read in --again all --case my.sayso", "in: --again reads what the case holds"),
        ("read --again all --outlet Herald --case my.sayso", "--outlet: --again reads what the case holds"),
        ("read --again all --retry --case my.sayso", "--retry: --again reads what the case holds"),
        ("read --again all --case none.sayso", "none.sayso: no case there"),
        ("read --again now --case my.sayso", "'now' is not one of 'older', 'all'"),
        ("read --case my.sayso", "give texts to read, or --again older"),
    ],
)
def test_what_cannot_be_meant_is_refused(ask: Ask, case: str, line: str, reason: str) -> None:
    told = ask(*line.split())
    assert told.status == 2 and reason in told.err
