"""The command in this process, without the model: sentences of the form "Somebody said that ..." are found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer
from read_lightly import light_readings

from sayso import cli
from sayso.case import again, ingest


@pytest.fixture
def ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, kept_workers: None
) -> Callable[..., Answer]:
    """Run the command in an empty folder; gives its Answer."""
    monkeypatch.setattr(ingest, "read_reports", light_readings)
    monkeypatch.setattr(again, "read_reports", light_readings)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        return Answer(status, *capsys.readouterr())

    return run
