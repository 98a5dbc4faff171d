"""One row a reporting verb: every list of such verbs is derived from the rows."""

from __future__ import annotations

import dataclasses

import pytest

from sayso.lang import load_language
from sayso.lang.en.reporting import LISTS, REPORTING, row
from sayso.lang.needs.reporting import ReportingLists, ReportingVerb, reporting_lists

ENGLISH = load_language("en")
BLORT = "blort blorted denies whom - speaks inside_they orders aside quoted insists"


def test_a_row_reaches_every_list() -> None:
    lists = reporting_lists([*REPORTING, row(BLORT)])
    forms = {"blort", "blorts", "blorted", "blorting"}
    for field in dataclasses.fields(ReportingLists):
        new = set(getattr(lists, field.name)) - set(getattr(LISTS, field.name))
        assert new and new <= forms, field.name
    assert lists.manners["blort"] == "denies" and lists.signs["blort"] == -1 and lists.lemmas["blorted"] == "blort"


def test_the_language_has_its_lists_from_the_rows() -> None:
    words = ENGLISH.attributions
    assert ENGLISH.saying == LISTS.saying
    assert LISTS.manners.items() <= ENGLISH.manners.items()
    assert words.telling.verbs >= LISTS.telling
    assert (words.telling.whom, words.telling.denying) == (LISTS.ordering, LISTS.denying)
    assert words.forms.telling_whom == LISTS.whom
    assert words.manner.ordering == LISTS.insisting
    assert LISTS.lemmas.items() <= words.manner.lemmas.items()
    assert all(words.forms.participle.fullmatch(form) for form in LISTS.aside)
    assert all(words.forms.quoted_as_saying.search(f"was quoted as {form}") for form in LISTS.quoted)
    assert all(words.voices.told.search(f"he {form} ") for form in LISTS.told)


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("say said says to .", ("said", "said", "says", "saying")),
        ("deny . denies . .", ("denied", "denied", "denies", "denying")),
        ("argue . says . .", ("argued", "argued", "argues", "arguing")),
        ("stress . says . .", ("stressed", "stressed", "stresses", "stressing")),
        ("write wrote/written says to .", ("wrote", "written", "writes", "writing")),
        ("admit admitted says to .", ("admitted", "admitted", "admits", "admitting")),
        ("guarantee . promises . .", ("guaranteed", "guaranteed", "guarantees", "guaranteeing")),
        ("convey . says . .", ("conveyed", "conveyed", "conveys", "conveying")),
    ],
)
def test_regular_forms_are_spelled_as_in_english(line: str, forms: tuple[str, ...]) -> None:
    verb = row(line)
    assert (verb.past, verb.done, verb.present, verb.doing) == forms


@pytest.mark.parametrize(
    ("use", "forms"),
    [
        ("inside", {"blorted"}),
        ("inside_he", {"blorted", "blorts"}),
        ("inside_they", {"blorted", "blorts", "blort"}),
        ("speaks", set()),
    ],
)
def test_a_use_tells_which_forms_make_a_statement_inside_one(use: str, forms: set[str]) -> None:
    assert row(f"blort . says . . {use}").inside == forms


def test_signs_tell_praise_from_blame() -> None:
    assert {LISTS.signs[verb] for verb in ("praise", "hail", "welcome")} == {1}
    assert {LISTS.signs[verb] for verb in ("accuse", "blame", "condemn")} == {-1}
    assert "say" not in LISTS.signs


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"manner": "mumbles"}, "the manner 'mumbles' is none of says"),
        ({"sign": 2}, "the sign is 2"),
        ({"uses": frozenset({"shouts"})}, "unknown uses shouts"),
        ({"past": ""}, "a form of 'blort' is empty"),
    ],
)
def test_a_row_that_cannot_be_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        dataclasses.replace(row(BLORT), **change)  # type: ignore[arg-type]


def test_a_verb_has_one_row() -> None:
    verb: ReportingVerb = row(BLORT)
    with pytest.raises(ValueError, match="two rows for blort"):
        reporting_lists([verb, verb])
