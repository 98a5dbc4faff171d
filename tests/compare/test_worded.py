"""What tells of one thing in other words; who did it, where, and whether: what two sentences show beside each other."""

from __future__ import annotations

from typing import Any

import pytest
from make_claims import claiming

from sayso.case import open_case
from sayso.compare.links import likenesses, side_of
from sayso.compare.links.deeds import DeedWords
from sayso.compare.links.sides import one_quotation
from sayso.compare.links.signs import signs
from sayso.compare.links.worded import Wording, related
from sayso.nlp.wording import nearness, vectors_of
from sayso.values import tellings
from sayso.values.reading import Reading
from sayso.values.tellings import ToldDeed

SEIZED = "Gunmen kidnapped the consul of Marland outside her villa in Dorn, the colleague said."
TAKEN = "The envoy of Marland was abducted by armed men near her house in Dorn, the neighbour said."
RAIN = "Farmers in the north fear for the harvest of plums after weeks of rain, the council said."
PRICES = "The price of bread in Marland has doubled since the spring, the bakers said."


def told(*readings: Reading) -> list[tuple[str, ...]]:
    """The texts of each account."""
    with open_case(":memory:", create=True) as case:
        for reading in readings:
            case.add(reading)
        return [tuple(claim.sentence for claim in account.claims) for account in case.accounts()]


def test_words_that_mean_one_thing_are_near_and_others_are_not() -> None:
    assert nearness(["kidnapped"], ["abducted"], "en") > 0.7 > 0.3 > nearness(["kidnapped"], ["bread"], "en")
    assert nearness(["dorn"], ["dorn"], "en") == 1.0 and nearness([], ["dorn"], "en") == 0.0
    assert not vectors_of(["zzyzx"], "en").any() and not vectors_of(["camp"], "xx").any()


def test_one_thing_in_other_words_is_one_account() -> None:
    one = claiming(f"{SEIZED} {RAIN}", "2031-05-03", "Herald")
    other = claiming(f"{PRICES} {TAKEN}", "2031-05-04", "Post")
    assert told(one, other) == [(SEIZED, TAKEN)]


def test_months_later_it_is_another_thing() -> None:
    one = claiming(f"{SEIZED} {RAIN}", "2031-05-03", "Herald")
    other = claiming(f"{PRICES} {TAKEN}", "2031-09-04", "Post")
    assert told(one, other) == []


def test_reports_that_have_little_in_common_and_no_day_may_be_of_two_years() -> None:
    one, other = claiming(f"{SEIZED} {RAIN}", None, "Herald"), claiming(f"{PRICES} {TAKEN}", None, "Post")
    assert told(one, other) == []


def test_a_quotation_of_one_speaker_is_known_in_another_report() -> None:
    said = "The camp will be closed before the summer, and that is our last word"
    whole = telling("a" * 16, said, "camp", speakers=("a/n0",))
    part = telling("b" * 16, "a sudden end", "sudden", speakers=("b/n0",), quoted=("before the summer",))
    for who, expected in (({"a/n0": "envoy", "b/n0": "envoy"}, [(0, 0)]), ({"a/n0": "envoy", "b/n0": "nurse"}, [])):
        one, other = side_of("a" * 16, (whole,), who), side_of("b" * 16, (part,), who)
        assert list(one_quotation(one, other, who)) == list(one_quotation(other, one, who)) == expected


def test_reports_of_two_matters_share_nothing() -> None:
    one = claiming(RAIN, "2031-05-03", "Herald")
    other = claiming(TAKEN, "2031-05-03", "Post")
    assert told(one, other) == []


def test_an_empty_report_and_one_without_words_are_held_against_others() -> None:
    full = side_of("a" * 16, (telling("a" * 16, "the ferry sank", "ferry", "sank"),), {})
    bare = side_of("b" * 16, (telling("b" * 16, "1 2 3"),), {})
    none = side_of("c" * 16, (), {})
    wording = Wording({side.report: side for side in (full, bare, none)}, {})
    assert related(full, full) == pytest.approx(1.0) and related(full, none) == 0.0
    assert all(wording.alike(full, other, likenesses(full, other)) == {} for other in (full, bare, none))


def telling(report: str, text: str, *words: str, **others: Any) -> tellings.Testimony:
    """A sentence that is the whole of its report."""
    claim = f"{report}/c0"
    held = {"words": tuple((word[:5], 0.6) for word in words), "forms": words, "published": "2031-05-03", **others}
    return tellings.Testimony(claim, f"{report}/e0", 0, len(text), 0, text, **held)


BURNT = "Troops burned the homes in Orm"
TORCHED = "Rebels torched the houses in Orm"


def of_fire(report: str, text: str, doer: str, **others: Any) -> tellings.Testimony:
    """A telling of a fire: who set it, to what, and whose words that is."""
    words = text.lower().split()
    trigger = next(word for word in words if word in ("burned", "torched", "feared"))
    start = text.index(trigger)
    deed = {"agents": (f"{report}/n1",), "doers": (doer,), "undergoers": tuple(w for w in words if w in ("homes", "houses")),
            "by": (0, len(doer)), "state": "done", "type": "COERCE", **others.pop("deed", {})}  # fmt: skip
    event = ToldDeed(f"{report}/e0", start, start + len(trigger), (trigger[:5],), **deed)
    return telling(report, text, *words, deeds=(event,), speakers=(f"{report}/n0",), **others)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, [("differs", "actor")]),
        ({}, {"doer": "troops"}, []),
        ({}, {"doer": "soldiers"}, []),  # they are the troops
        ({}, {"deed": {"state": "not_yet"}}, []),
        ({}, {"deed": {"undergoers": ("bridge",)}}, []),
        ({}, {"published": "2031-11-03"}, []),
        ({}, {"deed": {"first": "2031-05-03", "last": "2031-05-03"}}, [("differs", "actor")]),
        (
            {"deed": {"first": "2031-04-30", "last": "2031-04-30"}},
            {"deed": {"first": "2031-05-03", "last": "2031-05-03"}},
            [],
        ),
    ],
)
def test_one_deed_that_two_voices_tell_of_two_doers(
    one: dict[str, Any], other: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    doer = other.get("doer", "rebels")
    a = of_fire("a" * 16, BURNT, "troops", **one)
    b = of_fire(
        "b" * 16, TORCHED.replace("Rebels", doer.title()), doer, **{k: v for k, v in other.items() if k != "doer"}
    )
    found = [(sign.kind, sign.on) for sign in signs(a, b, (), 0.5, same_text=False, who={})]
    assert [sign for sign in found if sign[0] == "differs"] == expected


def test_one_deed_that_two_voices_tell_of_two_places() -> None:
    orm, dorn = (
        of_fire(name * 16, text, "troops", deed={"agents": ("n",), "places": (place,), "where": (1, 2)})
        for name, text, place in (("a", BURNT, "orm"), ("b", TORCHED.replace("Rebels", "Troops"), "dorn"))
    )
    assert [(s.kind, s.on) for s in signs(orm, dorn, (), 0.5, same_text=False, who={})] == [("differs", "place")]
    inside = of_fire("b" * 16, TORCHED, "troops", deed={"agents": ("n",), "places": ("hill", "orm"), "where": (1, 2)})
    assert ("differs", "place") not in [(s.kind, s.on) for s in signs(orm, inside, (), 0.5, same_text=False, who={})]


def test_triggers_of_two_kinds_are_two_events() -> None:
    feared = TORCHED.replace("torched", "feared")
    one, other = of_fire("a" * 16, BURNT, "troops"), of_fire("b" * 16, feared, "rebels", deed={"type": ""})
    assert not DeedWords.of(one, one.deeds[0], other, other.deeds[0]).one_trigger
