"""The gold of whole reports for deeds: its form always, its offsets where the news that it was made from is there."""

from __future__ import annotations

import copy
import hashlib

import pytest

from benchmarks import deeds_gold
from benchmarks.gold_sets import is_blind
from benchmarks.task import PROJECT, Record

NEWS = PROJECT.parent / "shared" / "data" / "news"
TEXT = "On 3 May 2031 rebels shelled Tarn. The mayor said two men died."
MADE: Record = {
    "id": "made-1",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "events": [
        {
            "trigger": [[21, 28]],
            "type": ["ASSAULT"],
            "state": ["done"],
            "who": [{"forms": ["rebels"]}],
            "whom": [{"forms": ["Tarn"]}],
            "when": {"value": "2031-05-03", "told": [[3, 13]]},
            "where": {"forms": ["Tarn"], "country": ["IT"]},
            "many": [],
            "say": [None],
            "main": True,
        },
        {
            "trigger": [[58, 62]],
            "type": [None],
            "state": ["done"],
            "who": [],
            "whom": [{"forms": ["men"]}],
            "when": None,
            "where": None,
            "many": [{"value": 2, "counts": "men"}],
            "say": ["mayor"],
        },
    ],
    "also": [[45, 49]],
}


@pytest.mark.parametrize("blind", [False, True])
def test_every_report_has_the_form_and_lies_in_its_part(blind: bool) -> None:
    records = deeds_gold.load(blind=blind)

    assert len({record["id"] for record in records}) == len(records) == (10 if blind else 20)
    for record in records:
        assert is_blind(record["id"]) == blind, record["id"]
        assert list(deeds_gold.faults(record)) == [], record["id"]


@pytest.mark.parametrize("blind", [False, True])
def test_offsets_fit_the_texts(blind: bool) -> None:
    if not NEWS.is_dir():
        pytest.skip("the news that the gold was made from is not there")
    records = deeds_gold.load(blind=blind)
    rows = deeds_gold.rows(records, NEWS)

    assert set(rows) == {record["id"] for record in records}
    for record in records:
        assert list(deeds_gold.faults(record, rows[record["id"]]["text"])) == [], record["id"]


def broken(part: str) -> Record:
    record = copy.deepcopy(MADE)
    shelled, died = record["events"]
    match part:
        case "no main event":
            del shelled["main"]
        case "two events at":
            died["trigger"] = [[21, 28]]
        case "no trigger":
            died["trigger"] = []
        case "state":
            died["state"] = ["ended"]
        case "type":
            died["type"] = ["KILL"]
        case "say-so":
            died["say"] = []
        case "time '":
            shelled["when"]["value"] = "May 2031"
        case "relation":
            shelled["when"]["rel"] = "at"
        case "without days":
            shelled["when"] = {"value": "XXXX-05-03", "told": []}
        case "country":
            shelled["where"]["country"] = ["ITA"]
        case "another text":
            record["sha256"] = "0" * 64
        case "whole words":
            record["also"] = [[45, 48]]
        case "not in the text":
            shelled["who"][0]["forms"] = ["soldiers"]
    return record


def test_what_holds_together_has_no_fault() -> None:
    assert list(deeds_gold.faults(MADE, TEXT)) == []


@pytest.mark.parametrize(
    "part",
    ["no main event", "two events at", "no trigger", "state", "type", "say-so", "time '", "relation", "without days"]
    + ["country", "another text", "whole words", "not in the text"],
)
def test_what_does_not_hold_together_is_told(part: str) -> None:
    assert any(part in fault for fault in deeds_gold.faults(broken(part), TEXT))
