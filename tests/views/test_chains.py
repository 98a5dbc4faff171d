"""Who vouches: chains, agencies under one name, and the evidence of claims."""

from __future__ import annotations

import pytest

from sayso.extract.claims import claims
from sayso.lang import load_language
from sayso.values.findings import Attribution, Entity, Event, Mention, Voice
from sayso.values.report import Credit, Report, Zone
from sayso.views.chains import Chains
from sayso.world.agencies import AGENCIES, NAME_OF, agency_name, full_names

TEXT = "Envoy Terzo told the Associated Press that he had left. Brenn denied it. AP said so."

ENGLISH = load_language("en")


def names(chain: tuple[Voice, ...]) -> list[tuple[str, str | None]]:
    return [(voice.kind, voice.name) for voice in chain]


def chains(report: Report, *, nested: bool = False) -> Chains:
    def mention(words: str, kind: str = "name") -> Mention:
        start = report.text.index(words)
        span = report.span(start, start + len(words))
        return Mention(f"{report.id}/m{start}", span, span, kind)  # type: ignore[arg-type]

    terzo, agency, brenn = mention("Envoy Terzo"), mention("the Associated Press"), mention("Brenn")
    short = mention("AP")
    entities = [Entity(f"{report.id}/n0", (terzo.id,), "Terzo", "Person"), Entity(f"{report.id}/n2", (brenn.id,))]
    told = Attribution(f"{report.id}/a12", (report.span(38, 54),), speaker=terzo.id, via=(agency.id,))
    denied = Attribution(
        f"{report.id}/a62", (report.span(69, 71),), speaker=brenn.id, inside=told.id if nested else None
    )
    said = Attribution(f"{report.id}/a76", (report.span(81, 83),), speaker=short.id)
    return Chains(report, [terzo, agency, brenn, short], entities, [told, denied, said])


def test_a_chain_runs_from_the_outlet_through_the_agency_to_the_speaker() -> None:
    report = Report.of(TEXT, outlet="Daily")
    assert names(chains(report).of(f"{report.id}/a12")) == [("outlet", "Daily"), ("agency", "AP"), ("speaker", "Terzo")]
    assert names(chains(report).of(None)) == [("outlet", "Daily")]
    assert chains(Report.of(TEXT)).of(None) == ()


def test_an_agency_that_is_credited_and_told_is_one_voice() -> None:
    report = Report.of(TEXT, outlet="Daily", credits=(Credit("Associated Press"), Credit("AP")))
    found = chains(report)
    assert names(found.of(f"{report.id}/a12")) == [("outlet", "Daily"), ("agency", "AP"), ("speaker", "Terzo")]
    assert names(found.of(f"{report.id}/a76")) == [("outlet", "Daily"), ("agency", "AP")]


def test_what_is_quoted_inside_has_the_outer_voice_before_it() -> None:
    report = Report.of(TEXT, outlet="Daily")
    inner = chains(report, nested=True).of(f"{report.id}/a62")
    assert [voice.name for voice in inner] == ["Daily", "AP", "Terzo", "Brenn"]


@pytest.mark.parametrize(
    ("form", "name"),
    [("AP", "AP"), ("The Associated Press", "AP"), ("Mehr", "Mehr News Agency"), ("Daily", None), ("DPA", "dpa")],
)
def test_an_agency_has_one_name_however_it_is_written(form: str, name: str | None) -> None:
    assert agency_name(form) == name


def test_no_form_is_of_two_agencies() -> None:
    forms = [form for name, others in AGENCIES.items() for form in {name, *others}]
    assert len(forms) == len(set(forms)) == len(NAME_OF)
    assert set(full_names()) == set(NAME_OF)


def test_a_heading_is_evidence_beside_the_sentence_that_says_it_too_and_never_alone() -> None:
    text = "Camp closed\n\nIt rained in Quell. The camp was closed by police on Monday. Nobody was hurt."
    report = Report.of(text, outlet="Daily")
    zones = (Zone("heading", report.span(0, 11)), Zone("body", report.span(13, len(text))))
    event = Event(f"{report.id}/e5", (report.span(5, 11),))
    (claim,) = claims(report, zones, (), (), (), (event,), ENGLISH)
    assert [span.text for span in claim.evidence] == ["Camp closed", "The camp was closed by police on Monday."]
    alone = Report.of("Camp closed", outlet="Daily")
    only = (Zone("heading", alone.span(0, 11)),)
    assert claims(alone, only, (), (), (), (Event(f"{alone.id}/e5", (alone.span(5, 11),)),), ENGLISH) == ()


def test_the_words_that_say_who_says_it_are_evidence_of_an_event() -> None:
    text = "“We left. They burned the camp,” she said."
    report = Report.of(text)
    said = Attribution(f"{report.id}/a0", (report.span(1, 31),), cue=(report.span(37, 41),))
    event = Event(f"{report.id}/e3", (report.span(4, 8),), inside=said.id)
    *_, claim = claims(report, (), (), (), (said,), (event,), ENGLISH)
    assert [span.text for span in claim.evidence] == ["“We left.", "They burned the camp,” she said."]
