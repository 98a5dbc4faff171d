"""The gold of who is who over reports: its form, its offsets where the news is there, and its scores."""

from __future__ import annotations

import hashlib

import pytest

from benchmarks import joined_gold
from benchmarks.gold_sets import is_blind
from benchmarks.task import PROJECT, Record
from benchmarks.tasks import joined as task
from benchmarks.tasks.actors import Said

NEWS = PROJECT.parent / "shared" / "data" / "news"
TEXTS = {"a": "Mara Veld left. The envoy wept.", "b": "Ms Veld met Tom Ode."}
CASE: Record = {
    "id": "made",
    "reports": [
        {"id": key, "file": "made", "field": "text", "sha256": hashlib.sha256(text.encode()).hexdigest()}
        for key, text in TEXTS.items()
    ],
    "actors": [
        {"name": "Mara Veld", "schema": "Person", "mentions": [[0, 0, 9], [0, 16, 25], [1, 0, 7]]},
        {"name": "Tom Ode", "schema": "Person", "mentions": [[1, 12, 19]]},
    ],
}


def given(envoy: str = "veld", later: str = "veld", ode: str = "ode") -> dict[str, list[Said]]:
    return {
        "a": [Said(0, 9, "Mara Veld", "veld"), Said(16, 25, "The envoy", envoy)],
        "b": [Said(0, 7, "Ms Veld", later), Said(12, 19, "Tom Ode", ode)],
    }


@pytest.mark.parametrize("blind", [False, True])
def test_every_case_has_the_form_and_lies_in_its_part(blind: bool) -> None:
    cases = joined_gold.load(blind=blind)

    assert len({case["id"] for case in cases}) == len(cases) == (4 if blind else 8)
    for case in cases:
        assert is_blind(case["id"]) == blind, case["id"]
        assert 3 <= len(case["reports"]) <= 6
        assert list(joined_gold.faults(case)) == [], case["id"]


@pytest.mark.parametrize("blind", [False, True])
def test_offsets_fit_the_texts(blind: bool) -> None:
    if not NEWS.is_dir():
        pytest.skip("the news that the gold was made from is not there")
    cases = joined_gold.load(blind=blind)
    held = joined_gold.texts(cases, NEWS)

    for case in cases:
        assert list(joined_gold.faults(case, held)) == [], case["id"]


def test_what_is_amiss_is_told() -> None:
    assert list(joined_gold.faults(CASE, TEXTS)) == []
    other = joined_gold.faults(CASE, {**TEXTS, "b": "another"})
    assert list(other) == ["b: another text than the one that was answered"]
    twice = {**CASE, "actors": [*CASE["actors"], {"name": None, "schema": "Person", "mentions": [[1, 12, 19]]}]}
    assert list(joined_gold.faults(twice)) == ["actors 1 and 2 share 12 to 19 of report 1"]


def test_the_gold_itself_scores_all() -> None:
    gold = task.owners(CASE)
    found = task.found_for(CASE, given(), TEXTS)

    assert task.b3(gold, found)[0] == task.between_reports(gold, found) == 100.0
    assert task.merged(CASE, found) == []


def test_named_people_in_one_identity_are_told_and_cost() -> None:
    gold = task.owners(CASE)
    found = task.found_for(CASE, given(ode="veld"), TEXTS)

    assert task.merged(CASE, found) == [("Mara Veld", "Tom Ode")]
    assert task.b3(gold, found)[1] < 100.0
    assert task.between_reports(gold, found) < 100.0


def test_what_is_not_found_or_left_apart_costs_recall() -> None:
    gold = task.owners(CASE)
    apart = task.found_for(CASE, given(later="other"), TEXTS)

    assert list(task.b3(gold, apart)[1:]) == pytest.approx([100.0, 66.7], abs=0.1)
    assert task.between_reports(gold, apart) == 0.0
    assert task.b3(gold, {})[:2] == (0.0, 0.0)
