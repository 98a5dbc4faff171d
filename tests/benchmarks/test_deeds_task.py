"""The benchmark of deeds: what each of its numbers counts, on one report made up by hand."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

from benchmarks.task import Record
from benchmarks.tasks import deeds
from sayso.values.findings import Argument, Claim, Entity, Event, Mention, Place, Quantity, Time, Voice, When
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.spans import Span

TEXT = "On 3 May 2031 rebels shelled Tarn. They killed two men, the mayor said. Peace reigned."
REPORT = Report.of(TEXT)


def i(short: str) -> str:
    """An id as the program gives them."""
    return f"{REPORT.id}/{short}"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return REPORT.span(start, start + len(words))


GOLD: Record = {
    "id": "made-1",
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
            "trigger": [[40, 46]],
            "type": ["ASSAULT"],
            "state": ["done"],
            "who": [{"forms": ["rebels"]}],
            "whom": [{"forms": ["men"]}],
            "when": {"value": "2031-05-03", "told": [], "optional": True},
            "where": None,
            "many": [{"value": 2, "counts": "men"}],
            "say": ["mayor"],
        },
    ],
    "also": [],
}
SHELLED = Event(
    i("e0"),
    (at("shelled"),),
    (Argument("agent", at("rebels"), at("rebels"), i("m0")), Argument("patient", at("Tarn"), at("Tarn"))),
    type="ASSAULT",
    when=(When("at", i("t0")),),
    place=i("p0"),
    main=True,
)
KILLED = Event(
    i("e1"),
    (at("killed"),),
    (Argument("agent", at("They"), at("They"), i("m1")), Argument("patient", at("two men"), at("men"))),
    type="ASSAULT",
    quantities=(i("q0"),),
)
RIGHT = Reading(
    REPORT,
    mentions=(
        Mention(i("m0"), at("rebels"), at("rebels"), "nominal"),
        Mention(i("m1"), at("They"), at("They"), "pronoun"),
        Mention(i("m2"), at("the mayor"), at("mayor"), "nominal"),
    ),
    entities=(Entity(i("n0"), (i("m0"), i("m1"))), Entity(i("n1"), (i("m2"),))),
    times=(Time(i("t0"), at("3 May 2031"), "DATE", "2031-05-03", earliest="2031-05-03", latest="2031-05-03"),),
    places=(Place(i("p0"), at("Tarn"), country="IT"),),
    quantities=(Quantity(i("q0"), at("two"), value=2),),
    events=(SHELLED, KILLED),
    claims=(
        Claim(i("c0"), i("e0"), (), (at("rebels"),)),
        Claim(i("c1"), i("e1"), (Voice("outlet", "Lantern"), Voice("speaker", mention=i("m2"))), (at("killed"),)),
    ),
)


def values(reading: Reading, gold: Record = GOLD) -> dict[str, float]:
    return {score.measure: score.value for score in deeds.scores([deeds.Judge(gold, reading)])}


def changed(event: Event, **given: Any) -> Reading:
    """The right reading with one event told otherwise."""
    other = dataclasses.replace(event, **given)
    return dataclasses.replace(RIGHT, events=tuple(other if e.id == event.id else e for e in RIGHT.events))


def test_what_is_all_right_has_all() -> None:
    assert values(RIGHT) == {
        "events found": 100.0,
        **dict.fromkeys(deeds.ASPECTS, 100.0),
        "typed that are none": 0.0,
        "main found": 100.0,
    }


def test_who_finds_nothing_gets_nothing() -> None:
    held = values(Reading(REPORT))

    assert set(held.values()) == {0.0}


@pytest.mark.parametrize(
    ("aspect", "event", "given"),
    [
        ("who", SHELLED, {"arguments": SHELLED.arguments[1:]}),
        ("who", KILLED, {"arguments": (Argument("agent", at("the mayor"), at("mayor"), i("m2")), KILLED.arguments[1])}),
        ("whom", KILLED, {"arguments": (*KILLED.arguments, Argument("recipient", at("Peace"), at("Peace")))}),
        ("when", SHELLED, {"when": ()}),
        ("when", SHELLED, {"when": (When("before", i("t0")),)}),
        ("where", SHELLED, {"place": None}),
        ("where", KILLED, {"place": i("p0")}),
        ("numbers", KILLED, {"quantities": ()}),
        ("happened", KILLED, {"state": "denied"}),
        ("type", KILLED, {"type": "PROTEST"}),
    ],
)
def test_one_wrong_of_two_is_half_and_of_one_is_none(aspect: str, event: Event, given: dict[str, Any]) -> None:
    alone = aspect == "numbers" or (event is SHELLED and aspect in ("when", "where"))
    held = values(changed(event, **given))

    assert held[aspect] == (0.0 if alone else 50.0)
    assert [value for name, value in held.items() if name not in (aspect, "typed that are none")] == [100.0] * 9


def test_a_voice_that_nobody_has_is_wrong() -> None:
    own = dataclasses.replace(RIGHT, claims=(RIGHT.claims[0], dataclasses.replace(RIGHT.claims[1], chain=())))
    other = Claim(i("c0"), i("e0"), (Voice("agency", "Lantern"),), (at("rebels"),))

    assert values(own)["say-so"] == 0.0
    assert values(dataclasses.replace(RIGHT, claims=(other, RIGHT.claims[1])))["say-so"] == 50.0


def test_a_typed_event_that_the_gold_has_not_is_none_unless_it_stands_beside() -> None:
    more = Event(i("e2"), (at("reigned"),), type="AGREE", main=True)
    reading = dataclasses.replace(RIGHT, events=(*RIGHT.events, more))
    start = TEXT.index("reigned")

    assert values(reading)["typed that are none"] == 33.3
    assert values(reading, {**GOLD, "also": [[start, start + 7]]})["typed that are none"] == 0.0


def test_main_is_any_of_those_the_program_has() -> None:
    assert values(changed(SHELLED, main=False))["main found"] == 0.0


def test_they_may_stand_on_either_side_where_both_do_it() -> None:
    gold = copy.deepcopy(GOLD)
    gold["events"][0] |= {"who": [{"forms": ["rebels"]}, {"forms": ["Tarn"]}], "whom": [], "mutual": True}

    assert values(RIGHT, gold)["who"] == 100.0
    assert values(changed(SHELLED, arguments=SHELLED.arguments[:1]), gold)["who"] == 50.0


@pytest.mark.parametrize(
    ("asked", "words", "value", "first", "last", "right"),
    [
        ({"value": "2031-05"}, "3 May 2031", "2031-05-03", "2031-05-03", "2031-05-03", True),
        ({"value": "2031-05-03"}, "3 May 2031", "2031-05", "2031-05-01", "2031-05-31", False),
        ({"value": "2031-05-01/2031-05-02"}, "3 May 2031", "2031-05-03", "2031-05-03", "2031-05-03", False),
        ({"value": "XXXX-05-03", "told": [[3, 8]]}, "3 May", "XXXX-05-03", None, None, True),
        ({"value": "XXXX-05-03", "told": [[3, 8]]}, "3 May", "2030-05-03", "2030-05-03", "2030-05-03", False),
        ({"value": "XXXX-05-03", "told": [[74, 79]]}, "3 May", "XXXX-05-03", None, None, False),
        ({"value": "2031-05-03"}, "3 May", "XXXX-05-03", None, None, False),
        ({"value": "2031-05-03", "rel": "since"}, "3 May", "2031-05-03", "2031-05-03", "2031-05-03", False),
    ],
)
def test_times(asked: Record, words: str, value: str, first: str | None, last: str | None, right: bool) -> None:
    time = Time(i("t0"), at(words), "DATE", value, earliest=first, latest=last)

    assert deeds.is_time({"told": [], **asked}, "during", time) == right
