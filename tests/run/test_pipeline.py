"""What a step's failure means: one report's fault, or the installation's."""

from __future__ import annotations

from typing import NoReturn

import pytest

from sayso.errors import ModelError
from sayso.nlp import parser
from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report

REPORTS = [Report.of("The camp was closed."), Report.of("The camp was opened.")]


def test_a_missing_parser_ends_the_reading_and_blames_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> NoReturn:
        raise ModelError(f"{name} is not installed")

    monkeypatch.setattr(parser, "load_parser", missing)
    with pytest.raises(ModelError, match="sayso_en_parser is not installed"):
        Pipeline(["parse"]).read(REPORTS)


def test_a_report_that_a_step_fails_on_is_a_failure_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = parser.parsable

    def stumbling(text: str) -> str:
        if "opened" in text:
            raise ValueError("stumbled")
        return plain(text)

    monkeypatch.setattr(parser, "parsable", stumbling)
    read, failed = Pipeline(["parse"]).read(REPORTS)
    assert isinstance(read, Reading)
    assert isinstance(failed, Failure)
    assert failed.reason == "the step `parse` failed with ValueError: stumbled"
