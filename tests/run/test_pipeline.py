"""What a step's failure means: one report's fault, or the installation's."""

from __future__ import annotations

import gc
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


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_is_paused_for_a_batch_and_then_as_it_was(monkeypatch: pytest.MonkeyPatch, before: bool) -> None:
    plain, seen = parser.parsable, []

    def watching(text: str) -> str:
        seen.append(gc.isenabled())
        if "opened" in text:
            raise ValueError("stumbled")
        return plain(text)

    monkeypatch.setattr(parser, "parsable", watching)
    was = gc.isenabled()
    (gc.enable if before else gc.disable)()
    try:
        Pipeline(["parse"]).read(REPORTS)
        after = gc.isenabled()
    finally:
        (gc.enable if was else gc.disable)()
    assert seen and not any(seen)
    assert after is before
