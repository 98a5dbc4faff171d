"""Whole readings of the example case against docs/reference/output.md, key by key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from sayso.read import HintSource, Read, read_paths
from sayso.read.hints import read_meta
from sayso.run.pipeline import Pipeline, read_reports
from sayso.values import terms
from sayso.values.json import reading_to_json
from sayso.values.parts import LISTS
from sayso.values.reading import Reading
from sayso.values.report import Report

Record = dict[str, Any]
ALLOWED = {
    ("zones", "kind"): terms.ZoneKind,
    ("mentions", "kind"): terms.MentionKind,
    ("mentions", "schema"): terms.Schema,
    ("entities", "schema"): terms.Schema,
    ("attributions", "style"): terms.Style,
    ("attributions", "manner"): terms.Manner,
    ("times", "type"): terms.TimexType,
    ("times", "mod"): terms.TimexMod,
    ("places", "use"): terms.PlaceUse,
    ("quantities", "role"): terms.QuantityRole,
    ("events", "factuality"): terms.Factuality,
    ("events", "state"): terms.State,
}
STATES = {"CT+": {"done"}, "CT-": {"denied"}, "PR-": {"denied"}, "PS-": {"denied", "unknown"}}
TIMEX = re.compile(
    r"(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-WE|-\d)?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|MI|AF|EV|NI|DT|[\dX]{2}(?::\d{2}(?::\d{2})?)?(?:Z|[+-]\d{2}:\d{2})?))?"
    r"|PT?[\dX.]+(?:[YMWDHSE]|MS|DE|CE|WE|Q)(?:T?[\dX.]+[YMWDHS])*|PAST_REF|PRESENT_REF|FUTURE_REF"
)
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def page(root: Path) -> dict[str, set[str]]:
    """Name of a list -> the keys that the page gives its items, those of their parts included."""
    text = (root / "docs" / "reference" / "output.md").read_text(encoding="utf-8")
    block = text.split("## One line a report: a Reading")[1].split("```text\n")[1].split("```")[0]
    found = {name: set(re.findall(r'"([a-z_]+)"', body)) for name, body in re.findall(
        r'"(\w+)": +\[(\{.*?)(?=\n "|\Z)', block, re.S)}  # fmt: skip
    found["report"] = set(re.findall(r'"([a-z0-9_]+)"', block.split('"zones"')[0]))
    return found


@pytest.fixture(scope="module")
def readings(root: Path) -> list[Reading]:
    folder = root / "examples" / "tarn-bridge" / "originals"
    hints = HintSource(rows=read_meta(str(folder / "meta.csv")))
    reports = [found.report for found in read_paths([str(folder)], hints=hints) if isinstance(found, Read)]
    made = list(read_reports(reports))
    assert len(made) == 8 and all(isinstance(one, Reading) for one in made)
    return made  # type: ignore[return-value]


@pytest.fixture(scope="module")
def lines(readings: list[Reading]) -> list[Record]:
    return [json.loads(reading_to_json(reading)) for reading in readings]


def items(lines: list[Record], *names: str) -> Iterator[tuple[Record, str, Record]]:
    for line in lines:
        for name in names or tuple(LISTS):
            for item in line.get(name, ()):
                yield line, name, item


def spans(value: Any) -> Iterator[Record]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for held in value.values():
            yield from spans(held)
    elif isinstance(value, list):
        for held in value:
            yield from spans(held)


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.keys() != {"start", "end", "text"}:
            yield from value
            for held in value.values():
                yield from keys(held)
    elif isinstance(value, list):
        for held in value:
            yield from keys(held)


def test_the_default_reading_fills_every_list_that_a_step_gives(lines: list[Record]) -> None:
    given = {name for line in lines for name in line if name in (*LISTS, "zones")}
    assert given >= {
        "zones", "mentions", "entities", "attributions", "times", "places", "quantities", "events", "claims",
    }  # fmt: skip


def test_no_key_is_there_that_the_page_does_not_name(lines: list[Record], page: dict[str, set[str]]) -> None:
    for _, name, item in items(lines, "zones", *LISTS):
        assert set(keys(item)) <= page[name], name


def test_every_span_says_what_the_text_says(lines: list[Record]) -> None:
    for line in lines:
        text = line["report"]["text"]
        for span in spans(line):
            assert span["text"] == text[span["start"] : span["end"]] and span["text"]


def test_an_id_is_of_its_report_its_kind_and_an_offset_where_it_begins(lines: list[Record]) -> None:
    for line, name, item in items(lines):
        assert re.fullmatch(rf"{line['report']['id']}/{LISTS[name]}\d+[a-z]*", item["id"]), item["id"]
    for line, _, event in items(lines, "events"):
        assert event["id"].startswith(f"{line['report']['id']}/e{event['trigger'][0]['start']}")


def test_a_value_of_a_closed_list_is_one_of_it(lines: list[Record]) -> None:
    for (name, key), allowed in ALLOWED.items():
        for _, _, item in items(lines, name):
            assert item.get(key) in (None, *get_args(allowed)), (name, key)


def test_every_id_that_is_used_is_there(lines: list[Record]) -> None:
    for line in lines:
        known = {item["id"] for name in LISTS for item in line.get(name, ())}
        for event in line.get("events", ()):
            used = [*event.get("actors", ()), *event.get("recipients", ()), *event.get("quantities", ())]
            used += [when.get("time") or when["event"] for when in event.get("when", ())]
            used += [event[key] for key in ("place", "inside", "part_of") if key in event]
            arguments = event.get("arguments", ())
            used += [a[key] for a in arguments for key in ("mention", "event") if key in a]
            assert set(used) <= known, event


def test_every_mention_is_in_one_entity(lines: list[Record]) -> None:
    for line in lines:
        owned = [mention for entity in line["entities"] for mention in entity["mentions"]]
        assert sorted(owned) == sorted(mention["id"] for mention in line["mentions"])


def test_an_argument_has_a_span_or_is_implicit(lines: list[Record]) -> None:
    for _, _, event in items(lines, "events"):
        for argument in event.get("arguments", ()):
            assert argument["role"] in get_args(terms.ArgumentRole)
            assert ("span" in argument) != argument.get("implicit", False)
            assert "mention" in argument or "span" in argument


def test_actors_and_recipients_are_the_mentions_among_the_arguments(lines: list[Record]) -> None:
    for _, _, event in items(lines, "events"):
        for key, roles in (("actors", {"agent"}), ("recipients", {"patient", "recipient"})):
            there = [a["mention"] for a in event.get("arguments", ()) if a["role"] in roles and "mention" in a]
            assert event.get(key, []) == list(dict.fromkeys(there))


def test_type_mode_and_context_are_those_of_plover(lines: list[Record]) -> None:
    for _, _, event in items(lines, "events"):
        assert event.get("type") in (None, *terms.MODES)
        assert "mode" not in event or event["mode"] in terms.MODES[event["type"]]
        assert set(event.get("context", ())) <= set(terms.CONTEXTS)


def test_factuality_and_state_go_together(lines: list[Record]) -> None:
    for _, _, event in items(lines, "events"):
        assert event["state"] in STATES.get(event["factuality"], {event["state"]}), event
        if event["state"] == "done":
            assert event["factuality"] in ("CT+", "PR+")


def test_a_time_is_strict_timex3_and_its_days_are_in_order(lines: list[Record]) -> None:
    for _, _, time in items(lines, "times"):
        assert TIMEX.fullmatch(time["value"]), time
        assert ("earliest" in time) == ("latest" in time) or time["anchor"] != "none"
        if "earliest" in time and "latest" in time:
            assert time["earliest"] <= time["latest"]


def test_each_thing_that_is_told_has_one_claim_and_its_evidence_holds_what_tells_it(
    lines: list[Record],
) -> None:
    for line in lines:
        about = [claim["about"] for claim in line["claims"]]
        things = [
            thing["id"] for name in ("attributions", "events", "labels", "relations") for thing in line.get(name, ())
        ]
        assert sorted(about) == sorted(things)
        triggers = {event["id"]: event["trigger"][0] for event in line.get("events", ())}
        for claim in line["claims"]:
            if claim["about"] in triggers:
                span = triggers[claim["about"]]
                assert any(e["start"] <= span["start"] and span["end"] <= e["end"] for e in claim["evidence"])


def test_no_claim_rests_on_headings_alone(lines: list[Record]) -> None:
    seen = 0
    for line in lines:
        heads = [z["span"] for z in line["zones"] if z["kind"] in ("title", "heading")]
        for claim in line["claims"]:
            inside = [any(h["start"] <= e["start"] < h["end"] for h in heads) for e in claim["evidence"]]
            assert not all(inside), claim
            seen += any(inside)
    assert seen, "the example has headings that tell something"


def test_a_chain_runs_from_the_outlet_to_the_speaker_of_what_tells_it(lines: list[Record]) -> None:
    for line in lines:
        inside = {thing["id"]: thing.get("inside") for thing in line.get("events", ())}
        chains = {claim["about"]: claim.get("chain", []) for claim in line["claims"]}
        for about, chain in chains.items():
            outlets = [voice["name"] for voice in chain if voice["kind"] == "outlet"]
            assert outlets == [line["report"]["outlet"]] and chain[0]["kind"] == "outlet"
            if about in inside and inside[about] is not None:
                assert chain == chains[inside[about]], "an event has the chain of the attribution that tells it"
            elif about in inside:
                assert all(voice["kind"] != "speaker" for voice in chain)


def test_a_report_is_read_the_same_whatever_it_is_read_with(root: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((root / "examples/tarn-bridge/originals").glob("*.txt"))[:3]
    ]
    pipeline = Pipeline()
    together = pipeline.read([Report.of(text) for text in texts])
    alone = [pipeline.read([Report.of(text)])[0] for text in reversed(texts)]
    assert all(isinstance(found, Reading) for found in together)
    assert together == alone[::-1]
