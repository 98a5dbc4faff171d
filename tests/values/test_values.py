"""The values keep what they promise."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SpanError, ValueFault
from sayso.values.findings import (
    Argument,
    Attribution,
    Claim,
    Entity,
    Event,
    Label,
    Mention,
    Place,
    Quantity,
    Relation,
    Time,
    Voice,
    When,
)
from sayso.values.ids import Ids
from sayso.values.parts import LISTS, references_of, spans_of
from sayso.values.reading import Reading, innermost
from sayso.values.report import Credit, Report, Zone
from sayso.values.spans import Span, check_apart

REPORT = Report.of("Envoy Terzo said the camp would close. He denied it.", outlet="Ostrany Herald")
TERZO, CAMP, HE = REPORT.span(6, 11), REPORT.span(17, 25), REPORT.span(39, 41)
ID = f"{REPORT.id}/a6"


def mention(at: Span, **others: Any) -> Mention:
    return Mention(f"{REPORT.id}/m{at.start}", at, at, "name", **others)


@given(st.text(), st.integers(-3, 60), st.integers(-3, 60))
def test_a_span_is_the_text_at_its_offsets_or_an_error_for_any_text(text: str, start: int, end: int) -> None:
    report = Report.of(text)
    if 0 <= start < end <= len(text):
        span = report.span(start, end)
        assert span.text == text[start:end]
        report.check(span)
    else:
        with pytest.raises(SpanError):
            report.span(start, end)


@given(st.text(), st.text(min_size=1), st.integers(0, 60))
def test_a_span_that_the_report_does_not_say_is_refused(text: str, words: str, start: int) -> None:
    report = Report.of(text)
    span = Span(start, start + len(words), words)
    if text[start : start + len(words)] == words:
        report.check(span)
    else:
        with pytest.raises(SpanError, match="was the text changed"):
            report.check(span)


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (3, 2, "ab"), (-1, 1, "ab"), (0, 3, "ab")])
def test_a_span_is_never_empty_and_as_long_as_its_text(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanError):
        Span(start, end, text)


def test_spans_overlap_where_they_share_a_character() -> None:
    assert REPORT.span(0, 5).overlaps(REPORT.span(4, 6))
    assert not REPORT.span(0, 5).overlaps(REPORT.span(5, 6))
    assert REPORT.span(0, 5).covers(REPORT.span(4, 5))
    assert not REPORT.span(0, 5).covers(REPORT.span(4, 6))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=6))
def test_spans_are_apart_just_where_none_begins_before_the_last_has_ended(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length, "x" * length) for start, length in pairs]
    apart = all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))
    if apart:
        check_apart("these", "spans", spans)
    else:
        with pytest.raises(ValueFault, match="not in order and apart"):
            check_apart("these", "spans", spans)


def test_the_same_words_under_another_outlet_are_another_report() -> None:
    again = Report.of(REPORT.text, outlet="Ostrany Herald")
    other = Report.of(REPORT.text, outlet="Velmar Courier")
    assert again.id == REPORT.id
    assert other.id != REPORT.id
    assert other.sha256 == REPORT.sha256


def test_a_report_keeps_a_text_that_is_no_proper_unicode() -> None:
    assert Report.of("lone \ud800 surrogate\0").text == "lone \ud800 surrogate\0"


@pytest.mark.parametrize(
    "others",
    [
        {"published": "May 2031", "published_from": "meta"},
        {"published": "٢٠٣١-٠٥-٠٢", "published_from": "meta"},
        {"published": "2 May 2031"},
        {"published_from": "meta"},
        {"map": ((0, 0, 99),)},
        {"map": ((-1, 0, 2),)},
        {"map": ((0, -1, 2),)},
        {"map": ((0, 0, 0),)},
        {"dateline": Span(0, 5, "OTHER")},
        {"credits": (Credit("Reuters", Span(0, 7, "Reuters")),)},
    ],
)
def test_a_report_refuses_what_cannot_be_true_of_it(others: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="report"):
        Report.of("Envoy Terzo", **others)


def test_a_report_knows_where_its_date_is_from() -> None:
    assert Report.of("Envoy Terzo", published="2031-05-02").published_from == "user"
    with pytest.raises(ValueError, match="goes with where it is from"):
        Report("4cd622bb5f5e01b2", "Envoy Terzo", published="2031-05-02")


def test_a_span_is_found_again_in_the_original_through_the_map() -> None:
    original = "<p>Envoy</p><p>Terzo</p>"
    report = Report.of("Envoy\nTerzo", map=((0, 3, 5), (6, 15, 5)))
    for span in (report.span(0, 5), report.span(1, 3), report.span(6, 11)):
        found = report.original_range(span)
        assert found is not None
        assert original[slice(*found)] == span.text
    assert report.original_range(report.span(0, 11)) == (3, 20)
    assert report.original_range(report.span(0, 6)) is None  # the line end has no counterpart
    assert Report.of("no map").original_range(Span(0, 2, "no")) is None


@given(st.lists(st.integers(0, 5), max_size=400))
def test_ids_differ_and_read_as_ids(starts: list[int]) -> None:
    ids = Ids("4cd622bb5f5e01b2", "e")
    given_out = [ids(start) for start in starts]
    assert len(set(given_out)) == len(given_out)
    for value in given_out:
        assert Event(value, (CAMP,)).id == value


def test_the_second_id_at_an_offset_ends_in_b() -> None:
    ids = Ids("4cd622bb5f5e01b2", "e")
    assert [ids(7) for _ in range(27)][:3] == [f"4cd622bb5f5e01b2/e7{end}" for end in ("", "b", "c")]
    assert ids(7).rstrip(string.ascii_lowercase).endswith("/e7")


@pytest.mark.parametrize(
    "value", ["", "a6", "4cd622bb5f5e01b2/a", "4cd622bb5f5e01b/a1", "4cd622bb5f5e01b2/a1\n", "x" * 16 + "/a1"]
)
def test_what_is_no_id_is_refused(value: str) -> None:
    with pytest.raises(ValueFault, match="is no id"):
        Attribution(value, (CAMP,))


BROKEN = {
    "an attribution without content": lambda: Attribution(ID, ()),
    "content out of order": lambda: Attribution(ID, (CAMP, TERZO)),
    "a score above 1": lambda: Attribution(ID, (CAMP,), score=1.5),
    "a score that is no number": lambda: Attribution(ID, (CAMP,), score=float("nan")),
    "a head outside its mention": lambda: Mention(ID, TERZO, CAMP, "name"),
    "an entity without mentions": lambda: Entity(ID, ()),
    "a time that ends before it begins": lambda: Time(
        ID, CAMP, "DATE", "2031-05", earliest="2031-05-02", latest="2031-05-01"
    ),
    "a latitude alone": lambda: Place(ID, CAMP, latitude=1.0),
    "an event without a trigger": lambda: Event(ID, ()),
    "an event of no PLOVER type": lambda: Event(ID, (CAMP,), type="DEMAND"),
    "a mode of another type": lambda: Event(ID, (CAMP,), type="COERCE", mode="troops"),
    "a mode without a type": lambda: Event(ID, (CAMP,), mode="troops"),
    "an implicit argument with a span": lambda: Argument("agent", CAMP, mention=ID, implicit=True),
    "an implicit argument of nobody": lambda: Argument("agent", implicit=True),
    "an argument of no words": lambda: Argument("agent"),
    "an argument's head outside it": lambda: Argument("agent", CAMP, head=TERZO),
    "a quantity without a number": lambda: Quantity(ID, CAMP),
    "a relation in time to nothing": lambda: When("at"),
    "a relation in time to two things": lambda: When("at", time=ID, event=ID),
    "a polarity of 2": lambda: Label(ID, CAMP, "naming", polarity=2),
    "a relation without a sign": lambda: Relation(ID, ID, ID, 0, "act", (CAMP,)),
    "a relation without evidence": lambda: Relation(ID, ID, ID, 1, "act", ()),
    "a voice of nobody": lambda: Voice("speaker"),
    "a claim without evidence": lambda: Claim(ID, ID, (), ()),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_value_refuses_to_be(what: str) -> None:
    with pytest.raises(ValueFault):
        BROKEN[what]()


def test_actors_and_recipients_are_a_view_of_the_arguments() -> None:
    event = Event(
        f"{REPORT.id}/e12",
        (CAMP,),
        (
            Argument("agent", TERZO, mention="x"),
            Argument("agent", HE, mention="x"),
            Argument("patient", CAMP, mention="y"),
            Argument("agent", CAMP),
            Argument("recipient", CAMP, mention="z"),
        ),
    )
    assert event.actors == ("x",)
    assert event.recipients == ("y", "z")


def test_a_reading_gives_a_mention_and_its_entity() -> None:
    he = Mention(f"{REPORT.id}/m39", HE, HE, "pronoun")
    terzo = mention(TERZO)
    entity = Entity(f"{REPORT.id}/n6", (terzo.id, he.id), name="Terzo")
    reading = Reading(REPORT, mentions=(terzo, he, mention(CAMP)), entities=(entity,))
    assert reading.mention(he.id) is he
    assert reading.entity_of(he.id) is entity
    assert reading.entity_of(f"{REPORT.id}/m17") is None
    with pytest.raises(KeyError):
        reading.mention("nobody")


def _attribution(offset: int, **others: Any) -> Attribution:
    return Attribution(f"{REPORT.id}/a{offset}", (CAMP,), **others)


BROKEN_READINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "words that the report does not say": ("the report says", {"zones": (Zone("body", Span(0, 5, "other")),)}),
    "an id given twice": ("given twice", {"mentions": (mention(TERZO), mention(TERZO))}),
    "a speaker who is not there": ("not there", {"attributions": (_attribution(1, speaker=f"{REPORT.id}/m9"),)}),
    "a mention in two entities": (
        "in two entities",
        {
            "mentions": (mention(TERZO),),
            "entities": (
                Entity(f"{REPORT.id}/n6", (f"{REPORT.id}/m6",)),
                Entity(f"{REPORT.id}/n7", (f"{REPORT.id}/m6",)),
            ),
        },
    ),
    "attributions inside each other": (
        "comes back",
        {
            "attributions": (
                _attribution(1, inside=f"{REPORT.id}/a2"),
                _attribution(2, inside=f"{REPORT.id}/a3"),
                _attribution(3, inside=f"{REPORT.id}/a2"),
            )
        },
    ),
    "an anchor that is not there": (
        "not there",
        {"times": (Time(f"{REPORT.id}/t1", CAMP, "DATE", "2031", anchor=f"{REPORT.id}/t9"),)},
    ),
}


@pytest.mark.parametrize("what", BROKEN_READINGS)
def test_a_reading_is_whole_or_not_at_all(what: str) -> None:
    says, parts = BROKEN_READINGS[what]
    with pytest.raises(ValueError, match=says):
        Reading(REPORT, **parts)


def test_every_span_and_id_of_a_reading_is_found() -> None:
    quantity = Quantity(f"{REPORT.id}/q17", CAMP, 1.0, hedge=TERZO, counts=HE, of=f"{REPORT.id}/n6")
    claim = Claim(f"{REPORT.id}/c17", quantity.id, (Voice("speaker", mention="m"),), (CAMP,))
    assert list(spans_of(quantity)) == [CAMP, TERZO, HE]
    assert list(references_of(quantity)) == [f"{REPORT.id}/n6"]
    assert list(references_of(claim)) == [quantity.id, "m"]


def test_every_list_of_a_reading_has_its_letter() -> None:
    names = set(Reading.__slots__) - {"report", "steps", "zones"}
    assert names == set(LISTS)
    assert len(set(LISTS.values())) == len(LISTS)


def test_the_innermost_attribution_at_a_point() -> None:
    """Of contents of one length that which begins later is the inner one; a gap between two pieces is in neither."""
    text = "a " * 40
    report = Report.of(text)
    outer = Attribution(f"{report.id}/a0", (report.span(0, 20), report.span(30, 60)))
    inner = Attribution(f"{report.id}/a1", (report.span(10, 20), report.span(30, 40)), inside=outer.id)
    later = Attribution(f"{report.id}/a2", (report.span(35, 55),))
    found = innermost((outer, inner, later), [0, 10, 20, 29, 30, 36, 39, 45, 59, 60])
    assert found == [
        outer.id, inner.id, None, None, inner.id, later.id, later.id, later.id, outer.id, None,
    ]  # fmt: skip
    assert innermost((), [0, 3]) == [None, None]
