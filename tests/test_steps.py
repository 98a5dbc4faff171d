"""Steps are put in order by what they need and give."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sayso import steps as registry
from sayso.errors import StepError
from sayso.steps import extractor


@pytest.fixture(autouse=True)
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "STEPS", {})

    @extractor("words.v1", gives="words")
    def words(report: Any) -> list[str]:
        return []

    @extractor("speakers.v1", gives="speakers")
    def speakers(report: Any, words: Any, language: Any) -> list[str]:
        return []

    @extractor("speakers.v2", gives="speakers", many=True)
    def newer_speakers(report: Any, words: Any) -> list[str]:
        return []

    @extractor("claims.v1", gives="claims")
    def claims(report: Any, speakers: Any) -> list[str]:
        return []

    yield


DEFAULT = ("words.v1", "speakers.v1", "claims.v1")


def names(*wanted: str) -> list[str]:
    return [step.name for step in registry.select(wanted, DEFAULT)]


def test_a_step_brings_all_it_needs_in_the_usual_order() -> None:
    assert names("claims.v1") == list(DEFAULT)
    assert names("speakers.v1", "words.v1") == ["words.v1", "speakers.v1"]
    assert names() == []


def test_a_version_may_be_left_out_and_is_then_the_usual_one() -> None:
    assert names("speakers") == ["words.v1", "speakers.v1"]
    assert registry.find("speakers").name == "speakers.v2"


def test_a_step_is_found_by_what_it_gives_too() -> None:
    @extractor("finder.v1", gives="found")
    def finder(report: Any) -> None: ...

    assert registry.find("found").name == "finder.v1"


def test_the_newest_version_is_not_the_one_that_sorts_last() -> None:
    @extractor("speakers.v10", gives="speakers")
    def newest(report: Any) -> None: ...

    assert registry.find("speakers").name == "speakers.v10"


def test_an_unknown_step_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(StepError, match="'verbs'; known are claims, speakers, words"):
        names("verbs")


def test_a_need_that_an_later_step_gives_is_told_with_the_step_that_gives_it() -> None:
    with pytest.raises(
        StepError, match="claims.v1 needs speakers, which no earlier step gives; put speakers.v1 before"
    ):
        registry.check_order([registry.STEPS["claims.v1"]])


def test_a_need_that_nobody_gives_is_told() -> None:
    @extractor("lost.v1", gives="lost")
    def lost(nothing: Any) -> None: ...

    with pytest.raises(StepError, match="needs nothing"):
        names("lost")


@pytest.mark.parametrize("name", ["words", "Words.v1", "words.1", "words.v1\n", ".v1"])
def test_a_name_has_a_version(name: str) -> None:
    with pytest.raises(StepError, match="is no name of a step"):
        extractor(name, gives="words")


def test_a_name_is_taken_once() -> None:
    def other(report: Any) -> None: ...

    with pytest.raises(StepError, match="words.v1 is taken by"):
        extractor("words.v1", gives="words")(other)


def test_a_module_that_is_loaded_anew_keeps_its_name() -> None:
    extractor("words.v1", gives="words")(registry.STEPS["words.v1"].function)
    assert registry.STEPS["words.v1"].plain_name == "words"


def test_plug_ins_are_found_by_their_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    class Point:
        def load(self) -> None:
            loaded.append("it")

    def entry_points(*, group: str) -> list[Point]:
        return [Point()] if group == "sayso.extractors" else []

    found: Callable[..., Any] = entry_points
    monkeypatch.setattr(importlib.metadata, "entry_points", found)
    registry.load_plugins()
    assert loaded == ["it"]
