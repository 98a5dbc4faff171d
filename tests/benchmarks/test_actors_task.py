"""The task of actors over reports: B3, pairs of names, wrong merges, and the baseline."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.tasks import actors as task
from benchmarks.tasks.actors import Document, Said
from sayso.values.findings import Entity, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report

GOLD = [
    Document("r1", "1", "", (Said(0, 10, "Halim Tam", "tam"), Said(20, 23, "Tam", "tam"), Said(30, 40, "Mira Aldo", "aldo"))),
    Document("r2", "1", "", (Said(0, 6, "envoy", "tam"), Said(10, 12, "he", "tam"), Said(50, 60, "Rurik Aldo", "rurik"))),
]  # fmt: skip


def given(**by: str) -> dict[str, list[Said]]:
    """The gold's mentions with other entities: name of a word -> entity."""
    return {
        one.id: [said._replace(entity=by.get(said.text.replace(" ", "_"), said.entity)) for said in one.mentions]
        for one in GOLD
    }


def test_the_gold_itself_scores_all() -> None:
    assert task.scores(GOLD, given()) == {"B3": 100.0, "NAMEPAIR": 100.0}
    assert task.wrong_merges(GOLD, given()) == []


def test_a_wrong_merge_costs_and_is_told_by_names() -> None:
    merged = given(Mira_Aldo="x", Rurik_Aldo="x")
    found = task.scores(GOLD, merged)
    assert found["B3"] < 100 and found["NAMEPAIR"] < 100
    assert task.wrong_merges(GOLD, merged) == [("1", "Mira Aldo", "Rurik Aldo")]


def test_what_is_left_apart_costs_recall() -> None:
    assert task.scores(GOLD, given(envoy="y"))["NAMEPAIR"] == 50.0
    assert task.scores(GOLD, {})["B3"] == 0.0 or task.scores(GOLD, {})["NAMEPAIR"] == 0.0


def test_it_says_what_the_scorer_of_the_gold_says(tmp_path: Path) -> None:
    place = Path(__file__).resolve().parents[3] / "shared" / "scorers" / "actors_score.py"
    if not place.exists():
        pytest.skip("the scorer is not there")
    spec = importlib.util.spec_from_file_location("actors_score", place)
    assert spec is not None and spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ceafe = lambda key, answer: (0, 1, 1)  # it needs scipy, and is not compared
    score: Callable[..., dict[str, Any]] = module.score
    gold = [{"id": d.id, "topic": d.topic, "mentions": [m._asdict() for m in d.mentions]} for d in GOLD]
    for made in (
        given(),
        given(Mira_Aldo="x", Rurik_Aldo="x"),
        given(envoy="y", Tam="z"),
        {"r1": [Said(2, 8, "x", "q")]},
    ):
        pred = {id_: [m._asdict() for m in held] for id_, held in made.items()}
        theirs = score(json.loads(json.dumps(gold)), pred)
        ours = task.scores(GOLD, made)
        assert (ours["B3"], ours["NAMEPAIR"]) == (theirs["B3"][2], theirs["NAMEPAIR"][2])


def test_the_baseline_joins_by_the_head_word() -> None:
    report = Report.of("Halim Tam met Tam and the envoys.")
    spans = [report.span(0, 9), report.span(14, 17), report.span(22, 32)]
    heads = [report.span(6, 9), report.span(14, 17), report.span(26, 32)]
    mentions = tuple(
        Mention(f"{report.id}/m{s.start}", s, h, "name", "Person") for s, h in zip(spans, heads, strict=True)
    )
    entities = tuple(Entity(f"{report.id}/n{m.span.start}", (m.id,), m.span.text, "Person") for m in mentions)
    found = task.by_head([Reading(report, mentions=mentions, entities=entities)])[report.id]
    assert [said.entity for said in found] == ["tam", "tam", "envoy"]
