"""Who is for or against whom on short texts of our own: the floors of the gold of sides, and each kind by an example."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.compare.relations import told_relations
from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report

GOLD = Path(__file__).resolve().parents[2] / "gold"
FLOORS = {"F": 90.0, "precision": 95.0, "hard clean": 100.0}


@functools.cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_sides", GOLD / "score_sides.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@functools.cache
def pipeline() -> Pipeline:
    return Pipeline(("labels", "claims"))


def read(*texts: str) -> list[Reading]:
    found = list(pipeline().read([Report.of(text) for text in texts]))
    assert all(isinstance(one, Reading) for one in found), found
    return [one for one in found if isinstance(one, Reading)]


def sides(reading: Reading) -> list[dict[str, Any]]:
    """The relations of a report as the scorer takes them."""
    words = {mention.id: mention.span.text for mention in reading.mentions if mention.kind != "pronoun"}
    forms = {
        entity.id: [*([entity.name] if entity.name else []), *(words[m] for m in entity.mentions if m in words)]
        for entity in reading.entities
    }
    return [
        {"holder": forms.get(one.holder, []), "target": forms[one.target], "sign": one.sign, "sure": one.certain}
        for one in told_relations(reading)
    ]


def test_the_open_part_scores_no_less_than_its_floors() -> None:
    cases = scorer().load()
    found = {case["id"]: sides(reading) for case, reading in zip(cases, read(*(c["text"] for c in cases)), strict=True)}
    scores = scorer().score(cases, found)
    assert {name: value for name, value in scores.items() if value < FLOORS.get(name, 0.0)} == {}


def test_each_part_has_its_cases() -> None:
    assert (len(scorer().load()), len(scorer().load(blind=True))) == (38, 22)


TOLD = {
    "a promise of what they need": ("Keld promised safety to the exiles of Tarn.", ("Keld", "exiles", 1)),
    "a promise that nothing is done to them": (
        "Greta Lunn promised the exiles of Tarn that they would not be deported.", ("Greta Lunn", "exiles", 1)
    ),
    "what is refused": ("Keld refused asylum to Halim Terzo in May.", ("Keld", "Halim Terzo", -1)),
    "who stands behind somebody": ("The Orrin Front has grown under the protection of Keld.", ("Keld", "Front", 1)),
    "what is held to be so": ("Mary Lunn is regarded as an ally of Halim Terzo.", ("Mary Lunn", "Halim Terzo", 1)),
    "who makes a treaty": ("Keld and Velmar signed a treaty of friendship.", ("Keld", "Velmar", 1)),
    "what is done to a body's people": ("Keld attacked soldiers of Velmar on Friday.", ("Keld", "Velmar", -1)),
    "what is said of somebody's words": (
        "Halim Terzo's promise was worthless nonsense, Mary Lunn said on Friday.", ("Mary Lunn", "Halim Terzo", -1)
    ),
    "who is said to have done harm": (
        "Velmar is responsible for the massacre, Mary Lunn said.", ("Mary Lunn", "Velmar", -1)
    ),
    "what should be done to them": ("Halim Terzo must be tried, Mary Lunn said on Friday.", ("Mary Lunn", "Halim Terzo", -1)),
    "that they cannot be trusted": (
        "Mary Lunn said on Friday that Halim Terzo could not be trusted.", ("Mary Lunn", "Halim Terzo", -1)
    ),
    "what they are asked to stop": ("Velmar called on Keld to stop the arrests of reporters.", ("Velmar", "Keld", -1)),
    "what somebody writes": ("Mary Lunn's letter accused Halim Terzo of theft.", ("Mary Lunn", "Halim Terzo", -1)),
    "a writing that says it": ("Mary Lunn wrote a letter criticizing Halim Terzo.", ("Mary Lunn", "Halim Terzo", -1)),
}  # fmt: skip

NOT_TOLD = [
    "The bridge must be repaired, Mary Lunn said of Keld.",
    "Halim Terzo must be tired, Mary Lunn said on Friday.",
    "Mary Lunn asked Halim Terzo to stop by on Friday.",
    "Mary Lunn's bus hit Halim Terzo's gate.",
    "Keld promised its voters that the mill would be closed.",
    "The Orrin Front grew without the protection of Keld.",
    "Keld will host the games in June.",
    "Velmar is responsible for schools, Mary Lunn said.",
    "Velmar beat Keld 3-1 in the final.",
    "Halim Terzo's promise was new, Mary Lunn said.",
]


@pytest.mark.parametrize("kind", TOLD)
def test_a_side_is_told_by(kind: str) -> None:
    text, (holder, target, sign) = TOLD[kind]
    (reading,) = read(text)
    assert any(
        one["sign"] == sign and one["sure"] and any(holder in form for form in one["holder"])
        and any(target in form for form in one["target"])
        for one in sides(reading)
    ), sides(reading)  # fmt: skip


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_side_is_told_by(text: str) -> None:
    (reading,) = read(text)
    assert [one for one in sides(reading) if one["sure"]] == []
