"""The gold of who is who: its form always, its offsets where the news that it was made from is there."""

from __future__ import annotations

import copy
import hashlib

import pytest

from benchmarks import who_gold
from benchmarks.gold_sets import is_blind
from benchmarks.task import PROJECT, Record

NEWS = PROJECT.parent / "shared" / "data" / "news"
TEXT = "Mara Veld left. The envoy said she and Tom Ode were well; they agreed."
MADE: Record = {
    "id": "made-1",
    "file": "made/made.jsonl",
    "field": "text",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "chains": [
        {
            "name": "Mara Veld",
            "schema": "Person",
            "mentions": [[0, 9, "name"], [16, 25, "description"], [31, 34, "pronoun"]],
        },
        {"name": "Tom Ode", "schema": "Person", "mentions": [[39, 46, "name"]]},
        {"name": None, "schema": None, "split": [0, 1], "mentions": [[58, 62, "pronoun"]]},
    ],
    "statements": [[[16, 25, 0]]],
}


@pytest.mark.parametrize("blind", [False, True])
def test_every_report_has_the_form_and_lies_in_its_part(blind: bool) -> None:
    records = who_gold.load(blind=blind)

    assert len({record["id"] for record in records}) == len(records) == (8 if blind else 16)
    for record in records:
        assert is_blind(record["id"]) == blind, record["id"]
        assert list(who_gold.faults(record)) == [], record["id"]


@pytest.mark.parametrize("blind", [False, True])
def test_offsets_fit_the_texts(blind: bool) -> None:
    if not NEWS.is_dir():
        pytest.skip("the news that the gold was made from is not there")
    records = who_gold.load(blind=blind)
    texts = who_gold.texts(records, NEWS)

    assert set(texts) == {record["id"] for record in records}
    for record in records:
        assert list(who_gold.faults(record, texts[record["id"]])) == [], record["id"]


def broken(part: str) -> Record:
    record = copy.deepcopy(MADE)
    chains = record["chains"]
    match part:
        case "no mention":
            chains[1]["mentions"] = []
        case "share":
            chains[1]["mentions"].insert(0, [16, 25, "description"])
        case "cross":
            chains[1]["mentions"].insert(0, [20, 34, "description"])
        case "schema":
            chains[1]["schema"] = "Somebody"
        case "split":
            chains[2]["split"] = [0, 2]
        case "is no mention":
            record["statements"][0][0][2] = 1
        case "without a speaker":
            record["statements"].append([])
        case "another text":
            record["sha256"] = "0" * 64
        case "whole words":
            chains[1]["mentions"][0][1] = 45
        case "has the name":
            chains[1]["name"] = "Tom Oder"
        case "whether a mention is a name":
            chains[1]["name"] = None
        case "out of order":
            chains[0]["mentions"].reverse()
    return record


def test_what_holds_together_has_no_fault() -> None:
    assert list(who_gold.faults(MADE, TEXT)) == []


@pytest.mark.parametrize(
    "part",
    ["no mention", "share", "cross", "schema", "split", "is no mention", "without a speaker", "another text"]
    + ["whole words", "has the name", "whether a mention is a name", "out of order"],
)
def test_what_does_not_hold_together_is_told(part: str) -> None:
    assert any(part in fault for fault in who_gold.faults(broken(part), TEXT))


def test_the_form_of_gum_keeps_single_mentions_apart() -> None:
    made = who_gold.as_gum(MADE, TEXT)

    assert [[m["text"] for m in chain] for chain in made["clusters"]] == [["Mara Veld", "The envoy", "she"]]
    assert len(made["gum_clusters"]) == 3
    assert [source["text"] for source in made["attribution_sources"]] == ["The envoy"]
    assert [m["pron"] for m in made["clusters"][0]] == [False, False, True]
