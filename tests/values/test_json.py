"""Values to JSON and back."""

from __future__ import annotations

import dataclasses
import json
import typing

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SpanError, ValueFault
from sayso.values import json as output
from sayso.values.findings import (
    Argument,
    Attribution,
    Claim,
    Entity,
    Event,
    Fact,
    Label,
    Mention,
    Place,
    Quantity,
    Relation,
    Time,
    Voice,
    When,
)
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report, Zone
from sayso.values.spans import Span

TEXT = "Envoy Terzo told OPS in Tarn that about 40 wreckers were taken on 2 May. He praised Velmar."
REPORT = Report.of(
    TEXT,
    outlet="Ostrany Herald",
    paths=("a.txt", "b.zip!/a.txt"),
    given_id="r1",
    media="text/plain",
    title="Taken",
    byline="A. B.",
    dateline=Span(24, 28, "Tarn"),
    url="https://news.example/1",
    lang="en",
    published="2031-05-02",
    published_from="meta",
    credits=(Credit("OPS", Span(17, 20, "OPS"), "attribution"),),
    charset="utf-8",
    map=((0, 0, len(TEXT)),),
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return REPORT.span(start, start + len(words))


def id_of(kind: str, words: str) -> str:
    return f"{REPORT.id}/{kind}{TEXT.index(words)}"


def full_reading() -> Reading:
    """A reading in which every list is held, and every field of every value."""
    terzo, he, wreckers = (id_of("m", words) for words in ("Envoy", "He", "wreckers"))
    attribution, event, time, place, quantity = (
        id_of(kind, words) for kind, words in zip("aetpq", ("told", "taken", "2 May", "Tarn", "about 40"), strict=True)
    )
    other = f"{REPORT.id}/a73"
    entity, group = id_of("n", "Envoy"), id_of("n", "wreckers")
    label = Label(
        id_of("l", "wreckers"), span("wreckers"), "naming", wreckers, terzo, -1, "reported", attribution, (time,)
    )
    return Reading(
        REPORT,
        ("zones.v1", "claims.v1"),
        zones=(Zone("body", REPORT.span(0, len(TEXT)), terzo, fragment=True),),
        mentions=(
            Mention(terzo, span("Envoy Terzo"), span("Terzo"), "name", "Person"),
            Mention(wreckers, span("wreckers"), span("wreckers"), "nominal", "Organization", many=True),
            Mention(he, span("He"), span("He"), "pronoun", "Person"),
        ),
        entities=(
            Entity(
                entity, (terzo, he), "Terzo", "Person", group, span("He"),
                (Fact("role", "envoy", span("Envoy"), group, attribution),),
            ),
            Entity(group, (wreckers,)),
        ),
        attributions=(
            Attribution(
                attribution, (span("about 40 wreckers were taken on 2 May"),), (span("Envoy Terzo"),), (span("told"),),
                "mixed", "denies", other, None, terzo, wreckers, (he,), 0.5, (terzo, wreckers),
            ),
            Attribution(other, (span("Velmar"),), continues=attribution),
        ),
        times=(
            Time(time, span("2 May"), "DATE", "2031-05-02", "APPROX", ("2031-05-01", "2031-05-03"), "2031-05-01",
                 "2031-05-03", "published"),
            Time(id_of("t", "May"), span("May"), "DATE", "2031-05", anchor=time),
        ),
        places=(
            Place(place, span("Tarn"), "place", "geonames:1", "Tarn", "VL", 0.0, 1.5, id_of("p", "Velmar"), place, 0.0),
            Place(id_of("p", "Velmar"), span("Velmar"), "government"),
        ),
        quantities=(
            Quantity(quantity, span("about 40"), 40, 35, 45, span("about"), span("wreckers"), "held", "persons", group),
        ),
        events=(
            Event(
                event, (span("taken"),),
                (
                    Argument("patient", span("about 40 wreckers"), span("wreckers"), wreckers, None),
                    Argument("agent", mention=terzo, implicit=True),
                    Argument("topic", span("praised"), event=event),
                ),
                "COERCE", "arrest", ("political",), (When("at", time), When("before", event=event)), place, (quantity,),
                "CT+", "done", (span("praised"),), event, attribution, 0.25,
            ),
        ),
        labels=(label,),
        relations=(
            Relation(id_of("r", "praised"), terzo, wreckers, -1, "told", (span("praised Velmar"),), "PR+", attribution, (time,)),
        ),
        claims=(
            Claim(
                id_of("c", "taken"), event,
                (Voice("outlet", "Ostrany Herald"), Voice("agency", "OPS"), Voice("speaker", "Terzo", terzo, (wreckers,))), (span(TEXT),),
            ),
        ),
    )  # fmt: skip


def test_a_reading_with_everything_in_it_comes_back_as_it_was() -> None:
    reading = full_reading()
    for value in (*Reading.__slots__,):
        assert getattr(reading, value), f"the example lacks {value}"
    assert output.reading_from_json(output.reading_to_json(reading)) == reading


@given(st.text(), st.none() | st.text(min_size=1))
def test_any_text_that_is_unicode_comes_back_as_it_was(text: str, outlet: str | None) -> None:
    reading = Reading(Report.of(text, outlet=outlet))
    line = output.reading_to_json(reading)
    assert b"\n" not in line
    assert output.reading_from_json(line) == reading


def test_what_is_derived_is_written_and_passed_over_on_the_way_in() -> None:
    raw = json.loads(output.reading_to_json(full_reading()))
    assert raw["version"] == output.VERSION
    assert raw["kind"] == "reading"
    assert raw["attributions"][0]["speaker_entity"] == id_of("n", "Envoy")
    assert "speaker_entity" not in raw["attributions"][1]
    assert raw["events"][0]["actors"] == [id_of("m", "Envoy")]
    assert raw["events"][0]["recipients"] == [id_of("m", "wreckers")]


def test_keys_that_readers_do_not_know_are_passed_over() -> None:
    raw = json.loads(output.reading_to_json(full_reading()))
    raw["news"] = raw["report"]["news"] = raw["attributions"][0]["news"] = {"x": 1}
    assert output.reading_from_json(json.dumps(raw)) == full_reading()


def test_a_key_is_absent_where_it_would_be_null_false_or_empty() -> None:
    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, held in value.items():
                assert held is not None and held is not False and held != [] and held != {}, name
                assert held != "" or name == "text"
                walk(held, name)
        elif isinstance(value, list):
            for held in value:
                walk(held, key)

    walk(json.loads(output.reading_to_json(full_reading())))
    bare = json.loads(output.reading_to_json(Reading(Report.of(""), ("zones.v1",))))
    assert set(bare) == {"version", "kind", "steps", "report"}
    assert set(bare["report"]) == {"id", "text", "sha256"}


def test_a_number_that_is_0_is_written() -> None:
    raw = json.loads(output.reading_to_json(full_reading()))
    assert raw["zones"][0]["span"]["start"] == 0
    assert raw["places"][0]["latitude"] == 0.0
    assert raw["places"][0]["score"] == 0.0


def test_the_place_that_a_place_lies_in_is_called_in() -> None:
    raw = json.loads(output.reading_to_json(full_reading()))
    assert raw["places"][0]["in"] == id_of("p", "Velmar")
    assert "within" not in raw["places"][0]


def test_reading_a_dict_leaves_the_dict_as_it_was() -> None:
    raw = output.reading_dict(full_reading())
    before = json.dumps(raw)
    output.reading_from_dict(raw)
    assert json.dumps(raw) == before


def test_the_way_in_checks_what_values_promise() -> None:
    line = output.reading_to_json(full_reading()).decode()
    with pytest.raises((SpanError, ValueFault, msgspec.ValidationError), match="was the text changed"):
        output.reading_from_json(line.replace('"text":"taken"', '"text":"takin"'))
    with pytest.raises((ValueFault, msgspec.ValidationError), match="no mode of"):
        output.reading_from_json(line.replace('"arrest"', '"troops"'))
    with pytest.raises(msgspec.ValidationError, match="Invalid enum value"):
        output.reading_from_json(line.replace('"denies"', '"shouts"'))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"report": 1}',
        b'{"places": 1}',
        b'{"places": [1]}',
        b'{"report": {"id": "x", "text": ""}}',
        b"\xff",
    ],
)
def test_a_line_that_is_no_reading_is_refused(line: bytes) -> None:
    with pytest.raises((ValueFault, msgspec.MsgspecError)):
        output.reading_from_json(line)


def test_every_value_of_a_reading_is_one_that_json_can_hold() -> None:
    seen: set[type] = set()

    def walk(annotation: object) -> None:
        if dataclasses.is_dataclass(annotation) and isinstance(annotation, type) and annotation not in seen:
            seen.add(annotation)
            for held in typing.get_type_hints(annotation).values():
                walk(held)
        for part in typing.get_args(annotation):
            walk(part)

    walk(Reading)
    assert {Report, Claim, Argument, When, Voice, Fact, Credit} <= seen
    msgspec.json.schema(Reading)
