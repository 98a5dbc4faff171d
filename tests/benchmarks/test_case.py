"""The case's form and its scorer: a small reading, cases worked out by hand, and the gold against itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import case_output
from benchmarks.case_events import as_list, same_time
from benchmarks.tasks import case
from sayso.values.findings import Attribution, Claim, Entity, Event, Label, Mention, Quantity, Time, Voice, When
from sayso.values.json import reading_dict, reading_to_json
from sayso.values.reading import Reading
from sayso.values.report import Report

TEXT = 'Envoy Halim Terzo told OPS: "They shot seven wreckers in 1980." He left.'
ACTORS = [
    {"id": "terzo", "name": "Halim Terzo", "names": ["Terzo", "the envoy"]},
    {"id": "ops", "name": "OPS", "names": ["Ostrany Press Service"]},
    {"id": "front", "name": "FFO", "names": ["Front for a Free Ostrany", "the wreckers"]},
]


def small_reading() -> Reading:
    report = Report.of(TEXT, outlet="Herald", given_id="r1")

    def at(words: str) -> Any:
        start = TEXT.index(words)
        return report.span(start, start + len(words))

    def key(kind: str) -> str:
        return f"{report.id}/{kind}"

    def mention(name: str, words: str, kind: Any) -> Mention:
        return Mention(key(name), at(words), at(words), kind)

    outlet, agency = Voice("outlet", "Herald"), Voice("agency", "OPS", key("m23"))
    chain = (outlet, agency, Voice("speaker", "Halim Terzo", key("m6")))
    return Reading(
        report,
        mentions=(
            mention("m6", "Halim Terzo", "name"),
            mention("m23", "OPS", "name"),
            mention("m29", "They", "pronoun"),
            mention("m45", "wreckers", "nominal"),
            mention("m64", "He", "pronoun"),
        ),
        entities=(Entity(key("n6"), (key("m6"), key("m64")), "Halim Terzo"), Entity(key("n29"), (key("m29"),))),
        attributions=(
            Attribution(key("a0"), (at('"They shot seven wreckers in 1980."'),), (at("Envoy Halim Terzo"),),
                        (at("told OPS:"),), speaker=key("m6"), via=(key("m23"),)),
            Attribution(key("a64"), (at("left"),)),
        ),
        times=(Time(key("t57"), at("1980"), "DATE", "1980", earliest="1980-01-01", latest="1980-12-31"),),
        quantities=(Quantity(key("q39"), at("seven"), 7), Quantity(key("q40"), at("even"), low=3)),
        events=(
            Event(key("e34"), (at("shot"),), when=(When("at", key("t57")),), quantities=(key("q39"), key("q40")),
                  state="denied", inside=key("a0")),
        ),
        labels=(
            Label(key("l45"), at("wreckers"), "naming", target=key("m45"), inside=key("a0")),
            Label(key("l23"), at("OPS"), "naming", target=key("m23")),
            Label(key("l29"), at("They"), "naming", target=key("m29"), how="reported"),
        ),
        claims=(
            Claim(key("c0"), key("a0"), chain, (at(TEXT[:62]),)),
            Claim(key("c1"), key("a64"), (outlet,), (at("He left."),)),
            Claim(key("c2"), key("e34"), chain, (at(TEXT[:62]),)),
        ),
    )  # fmt: skip


def test_a_reading_becomes_a_line_with_names_for_ids_and_a_chain_without_the_outlet() -> None:
    (line,) = case_output.convert([reading_dict(small_reading())])

    assert line == {
        "report": "r1",
        "attributions": [
            {"source": [[0, 17]], "cue": [[18, 27]], "content": [[28, 63]], "speaker": "Halim Terzo",
             "chain": ["OPS", "Halim Terzo"]},
            {"source": [], "cue": [], "content": [[67, 71]], "speaker": None, "chain": []},
        ],
        "events": [
            {"trigger": [34, 38], "who": [], "whom": [], "when": "1980-01-01/1980-12-31", "factuality": "denied",
             "say_so": ["OPS", "Halim Terzo"], "numbers": [7]}
        ],
        "labels": [
            {"span": [45, 53], "by": "Halim Terzo", "about": "wreckers"},
            {"span": [23, 26], "by": None, "about": "OPS"},
            {"span": [29, 33], "by": "", "about": None},
        ],
    }  # fmt: skip


def test_the_lines_of_a_case_become_one(root: Path) -> None:
    reading = small_reading()
    key = reading.report.id
    lines: list[dict[str, Any]] = [
        reading_dict(reading),
        {"kind": "identity", "id": "i1", "name": "Halim Terzo", "names": ["Terzo"]},
        {"kind": "identity", "id": "i2", "name": "FFO"},
        {"kind": "relation", "holder": "i1", "target": "i2", "sign": -1, "claims": [f"{key}/c0"]},
        {"kind": "figure", "id": "f", "quantities": [f"{key}/q39"]},
        {"kind": "account", "id": "x", "claims": [f"{key}/c0", f"{key}/c1", f"{key}/c2"]},
        {"kind": "tie", "tie": "copies", "left": f"{key}/c0", "right": f"{key}/c1"},
        {"kind": "tie", "tie": "conflicts", "left": f"{key}/c0", "right": f"{key}/c2"},
        {"kind": "judgement", "id": "j"},
    ]

    *_, line = case_output.convert(lines)

    evidence = {"report": "r1", "span": [0, 62]}
    assert line == {
        "case": True,
        "actors": [{"name": "Halim Terzo", "names": ["Terzo"]}, {"name": "FFO", "names": []}],
        "relations": [{"from": "Halim Terzo", "to": "FFO", "sign": -1, "evidence": [evidence]}],
        "numbers": [{"members": [{"report": "r1", "span": [39, 44], "value": 7}]}],
        "accounts": [
            {"members": [
                evidence | {"copy": f"{key}/c0"}, {"report": "r1", "span": [64, 72], "copy": f"{key}/c0"}, evidence,
            ]}
        ],
    }  # fmt: skip


def test_copies_join_through_others() -> None:
    ties = [{"tie": "copies", "left": a, "right": b} for a, b in ("ab", "cd", "bc")]

    assert {one["copy"] for one in case_output.copies(ties).values()} == {"a"}


def test_the_program_stands_alone(tmp_path: Path, root: Path) -> None:
    readings = tmp_path / "readings.jsonl"
    readings.write_bytes(reading_to_json(small_reading()) + b"\n")

    command = [sys.executable, "-I", str(root / "benchmarks" / "case_output.py"), str(readings)]
    done = subprocess.run(command, capture_output=True, check=True)

    assert [json.loads(line)["report"] for line in done.stdout.splitlines()] == ["r1"]


def want(**held: Any) -> dict[str, Any]:
    one = {"report": "r1", "source": [[0, 17]], "cue": [[18, 27]], "content": [[28, 63]]}
    return one | {"speaker_id": "terzo", "chain_ids": ["ops", "terzo"]} | held


def got(**held: Any) -> dict[str, Any]:
    one = {"source": [[6, 17]], "cue": [[18, 22]], "content": [[28, 63]]}
    return one | {"speaker": "Terzo", "chain": ["OPS", "Terzo"]} | held


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]], *more: dict[str, Any]) -> dict[str, float]:
    output = [{"report": "r1", "attributions": found}, *more]
    return case.figures(case.score({"actors": ACTORS, "attributions": gold}, {"r1": TEXT}, output))


def test_a_right_attribution_scores_everywhere() -> None:
    assert set(scored([want()], [got()]).values()) == {100.0}


def test_another_source_breaks_the_link_alone() -> None:
    found = scored([want()], [got(source=[[64, 66]])])

    assert (found["content F"], found["link F"], found["cue F"], found["speaker F"]) == (100.0, 0.0, 100.0, 100.0)


@pytest.mark.parametrize(
    ("speaker", "right"),
    [("Halim Terzo", 100.0), ("Halim", 100.0), ("THE ENVOY’s", 100.0), ("Ostrany", 0.0), ("he", 0.0), (None, 0.0)],
)
def test_a_speaker_is_right_whose_name_leads_to_one_actor(speaker: str | None, right: float) -> None:
    assert scored([want()], [got(speaker=speaker)])["speaker recall"] == right


def test_a_name_may_lead_through_the_actors_of_the_output() -> None:
    actors = {"case": True, "actors": [{"name": "His Excellency", "names": ["Halim Terzo"]}]}

    assert scored([want()], [got(speaker="His Excellency")], actors)["speaker F"] == 100.0


@pytest.mark.parametrize(("chain", "right"), [(["Terzo"], 0.0), (["Terzo", "OPS"], 0.0), (["OPS", "Halim"], 100.0)])
def test_a_chain_is_right_link_by_link(chain: list[str], right: float) -> None:
    assert scored([want()], [got(chain=chain)])["chain recall"] == right


def test_what_matches_nothing_costs_precision_unless_it_is_a_piece() -> None:
    extra, piece = got(content=[[64, 71]], source=[]), got(content=[[34, 53]])

    assert scored([want()], [got(), extra])["content precision"] == 50.0
    assert scored([want()], [got(), piece])["content precision"] == 100.0


def test_optional_gold_may_be_found_or_left_out() -> None:
    arguable = want(content=[[64, 71]], source=[[64, 66]], cue=[], optional=True)

    assert scored([want(), arguable], [got()])["link F"] == 100.0
    assert scored([want(), arguable], [got(), got(content=[[64, 71]], source=[])])["link F"] == 100.0


def test_without_a_source_none_must_be_given() -> None:
    gold = want(source=[], speaker_id=None, chain_ids=[])

    assert scored([gold], [got(source=[])])["no source recall"] == 100.0
    assert scored([gold], [got()])["no source recall"] == 0.0


def test_the_example_against_itself_gives_100(tarn_bridge: Path) -> None:
    gold, records, texts = case.load(tarn_bridge / "gold")
    names = {actor["id"]: actor["name"] for actor in gold["actors"]}
    events = [
        one | {slot: [names[a] for a in as_list(one[slot])] for slot in ("who", "whom", "say_so")}
        | {"numbers": [number["value"] for number in one.get("numbers", ())]}
        for one in gold["events"]
    ]  # fmt: skip
    output = [
        {"report": r, "attributions": [a for a in gold["attributions"] if a["report"] == r],
         "events": [e for e in events if e["report"] == r]}
        for r in texts
    ]  # fmt: skip

    assert [record["id"] for record in records] == list(texts)
    assert set(case.figures(case.score(gold, texts, output)).values()) == {100.0}


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("1980/1983", "1980-01-01/1983-12-31", True),
        ("1981", "1980/1983", False),
        ("198", "1980/1983", True),
        ("2031-11-04", "XXXX-11-04", True),
        ("XXXX-11-05", "XXXX-11-04", False),
        ("2003-02-30", "2003-03", False),
        (None, "2003-03", False),
        ("1997/..", "1997/..", True),
    ],
)
def test_two_times_agree_where_they_share_enough_days(found: str | None, gold: str, same: bool) -> None:
    assert same_time(found, gold) is same


def event(**changed: object) -> dict[str, object]:
    held: dict[str, object] = {
        "report": "r1", "trigger": [35, 39], "who": ["the envoy"], "whom": [], "when": "1980", "factuality": "done",
        "say_so": ["OPS", "Terzo"], "numbers": [7],
    }  # fmt: skip
    return held | changed


def slots(found: list[dict[str, object]]) -> dict[str, float]:
    wanted = event(who=["terzo"], say_so=["terzo"], factuality="reported as done", numbers=[{"value": 7}])
    gold = {"actors": ACTORS, "attributions": [], "events": [wanted]}
    return case.figures(case.score(gold, {"r1": TEXT}, [{"report": "r1", "attributions": [], "events": found}]))


def test_an_event_is_found_by_its_trigger_and_scored_slot_by_slot() -> None:
    assert set(slots([event()]).values()) == {100.0}
    assert slots([])["events recall"] == 0.0
    other = slots([event(who=["OPS"], when="1999", factuality="denied", say_so=[], numbers=[])])
    assert [other[f"event {name} recall"] for name in ("who", "whom", "when", "factuality", "say-so", "numbers")] == [
        0.0, 100.0, 0.0, 0.0, 0.0, 0.0,
    ]  # fmt: skip
