"""A language is a folder: one of twenty words in tests/lang/toy is found, and rules find statements with it alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso.lang
from sayso.errors import UsageError
from sayso.extract.attributions.candidates import drafts_before_scoring
from sayso.extract.attributions.finish import finished
from sayso.extract.zones import zones
from sayso.lang import Language, load_language
from sayso.text.layout import Layout
from sayso.values.findings import Attribution
from sayso.values.report import Report

TOY = Path(__file__).parent / "toy"


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    monkeypatch.setattr(sayso.lang, "__path__", [*sayso.lang.__path__, str(TOY)])
    yield load_language("xx")
    sys.modules.pop("sayso.lang.xx", None)


def said(text: str, language: Language) -> tuple[Attribution, ...]:
    """What the step finds by rules alone: no tagger, no mentions."""
    report, layout = Report.of(text), Layout.of(text, language.text)
    drafts = drafts_before_scoring(report, None, zones(report, language), layout, language)
    return finished(report, drafts, (), bytearray(len(text)), language)


def test_a_folder_is_all_that_a_language_needs(toy: Language) -> None:
    assert (toy.code, toy.name) == ("xx", "Toy")


def test_without_its_folder_there_is_none() -> None:
    with pytest.raises(UsageError, match="no language 'xx'"):
        load_language("xx")


def test_rules_find_who_says_what_with_the_words_of_the_folder(toy: Language) -> None:
    found = said("Pluvis. La muelisto diris ke la puto estas seka. D-ro. Aldo neas ke gi pluvos.", toy)
    assert [(a.source[0].text, a.cue[0].text, a.content[0].text, a.manner) for a in found] == [
        ("La muelisto", "diris", "ke la puto estas seka", "says"),
        ("Aldo", "neas", "ke gi pluvos", "denies"),
    ]


def test_rules_take_out_what_says_nothing_in_it(toy: Language) -> None:
    assert said("La muelisto: “Nenio.”", toy) == ()


def test_its_abbreviations_end_no_sentence(toy: Language) -> None:
    assert len(Layout.of("D-ro. Aldo venis. Li ridis.", toy.text).sentences) == 2


def test_in_another_language_the_same_words_say_nothing() -> None:
    assert said("La muelisto diris ke la puto estas seka.", load_language("en")) == ()
