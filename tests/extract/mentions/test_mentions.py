"""Mentions: which words stand for someone, how far they go, and what they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.extract.mentions import someones
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.findings import Mention
from sayso.values.report import Report, Zone

ENGLISH = load_language("en")


def read(text: str) -> tuple[Mention, ...]:
    return someones(Report.of(text), Tree(load_parser(ENGLISH.parser)(text)), ENGLISH)


def told(text: str) -> dict[str, Mention]:
    return {m.span.text: m for m in read(text)}


def test_a_name_has_its_title_and_its_surname_as_head() -> None:
    found = told("Envoy Halim Terzo told reporters that Prime Minister Ana Duarte had resigned.")

    assert found["Envoy Halim Terzo"].head.text == "Terzo"
    assert found["Envoy Halim Terzo"].schema == "Person"
    assert found["Prime Minister Ana Duarte"].head.text == "Duarte"


def test_what_a_body_is_for_is_a_part_of_its_name() -> None:
    found = told("The Directorate General of Civil Aviation said there was no fire.")
    assert found["The Directorate General of Civil Aviation"].schema in ("PublicBody", "Organization")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Colonel Jan Wirth met June Hart and Clara March in May.", {"Colonel Jan Wirth", "June Hart", "Clara March"}),
        ("Theresa May resigned, and Mrs May left on May 3.", {"Theresa May", "Mrs May"}),
        ("The March Movement met on Sunday, March 3, for the May Day march.", {"The March Movement"}),
    ],
)
def test_a_word_of_the_calendar_is_a_part_of_the_name_of_who_is_called_so(text: str, names: set[str]) -> None:
    reading = sayso.read_text(text, only=("mentions",))
    assert {m.span.text for m in reading.mentions if m.kind == "name"} == names


def test_a_name_and_its_apposition_are_two_mentions() -> None:
    found = told("Halim Terzo, the envoy of Ostrany, left the room on Friday.")

    assert {"Halim Terzo", "the envoy of Ostrany"} <= set(found)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("A senior official in the ministry denied it.", "A senior official in the ministry"),
        ("Residents of the camp said they were afraid.", "Residents of the camp"),
        ("The police said nothing.", "The police"),
        ("About forty farmers, who had walked all night, asked for water.", "About forty farmers"),
        ("Velmar sources said the road was closed.", "Velmar sources"),
        ("The organization rejected the claim.", "The organization"),
    ],
)
def test_a_description_is_the_whole_phrase_without_a_relative_clause(text: str, span: str) -> None:
    assert span in told(text)


def test_the_genitive_is_no_part_of_a_name() -> None:
    assert "Terzo" in told("He read Terzo's letter to Mr. Terzo.") and "Mr. Terzo" in told("He met Mr. Terzo's son.")


def test_the_name_of_a_body_goes_on_behind_for_and_of() -> None:
    found = told("The Front for a Free Ostrany and the Ministry of Foreign Affairs agreed.")

    assert found["The Front for a Free Ostrany"].schema == "Organization"
    assert found["the Ministry of Foreign Affairs"].schema == "PublicBody"


def test_a_country_that_acts_is_a_public_body_and_one_where_things_happen_is_no_mention() -> None:
    found = told("France asked for a meeting. The meeting was held in Spain.")

    assert found["France"].schema == "PublicBody"
    assert "Spain" not in found


@pytest.mark.parametrize("text", ["It is clear that the road is closed.", "It rained.", "It is said that he left."])
def test_an_it_that_stands_for_no_one_is_no_mention(text: str) -> None:
    assert not [m for m in read(text) if m.span.text == "It"]


def test_pronouns_know_whether_they_are_many() -> None:
    found = told("They told us that he had lost his hat.")

    assert found["They"].many and found["us"].many and not found["he"].many
    assert all(m.kind == "pronoun" for m in found.values())


def test_months_and_labels_are_no_names() -> None:
    found = told("Q: Who left in May?\nSALK: The envoy did.")

    assert "May" not in found
    assert found["Q"].kind == "nominal" and found["SALK"].schema == "Person"


def test_a_name_in_another_script_is_found() -> None:
    assert "Халим Терзо" in told("The note was signed by Халим Терзо on Monday.")


def test_upper_case_text_has_its_names_and_roles() -> None:
    found = read("THE MINISTER SAID PRESIDENT ALFREDO CRISTIANI WILL MEET THE GUERRILLAS IN MEXICO CITY ON FRIDAY.")
    heads = {m.head.text for m in found}

    assert {"MINISTER", "GUERRILLAS"} <= heads
    assert "CRISTIANI" in heads


@pytest.mark.parametrize("text", ["", " ", "\n\n", "12 345 6.7", "!!!", "\u200b", "'s"])
def test_a_text_without_anyone_has_no_mention(text: str) -> None:
    assert read(text) == ()


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.text(alphabet="THE terzo, saidI it's\n\"“” he .-(A)", max_size=200)))
def test_mentions_of_any_text_read_back(text: str) -> None:
    report = Report.of(text)
    found = someones(report, Tree(load_parser(ENGLISH.parser)(text)), ENGLISH)

    for mention in found:
        report.check(mention.span)
        report.check(mention.head)
    assert len({m.id for m in found}) == len(found)
    assert len({(m.span.start, m.span.end) for m in found}) == len(found)


def test_the_place_of_a_dateline_is_no_ones_name() -> None:
    text = "HALDMARK _ The envoy met Halim Terzo in the town."
    report = Report.of(text)
    tree = Tree(load_parser(ENGLISH.parser)(text))
    dateline = Zone("dateline", report.span(0, 8))
    found = {m.span.text for m in someones(report, tree, ENGLISH, zones=(dateline,))}
    assert "HALDMARK" not in found
    assert "Halim Terzo" in found
    assert "HALDMARK" in {m.span.text for m in someones(report, tree, ENGLISH)}


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mira Aldo ran for president in 2029.", "president"),
        ("Mira Aldo was named chairman of the union on Friday.", "chairman of the union"),
        ("As president, Mira Aldo signed it.", "president"),
        ("The state of emergency ended on Friday.", "The state of emergency"),
        ("The navy patrols the Gulf of Tarn.", "the Gulf of Tarn"),
        ("Halim Terzo denied it.\nMA", "MA"),
    ],
)
def test_an_office_a_condition_and_a_water_are_nobody(text: str, gone: str) -> None:
    assert gone not in told(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The president signed it.", "The president"),
        ("The union waited for its chairman.", "its chairman"),
        ("The state of Ostrany protested.", "The state of Ostrany"),
        ("Doctor Veronica Lake denied it.", "Doctor Veronica Lake"),
        ("The road was closed by the FFO.", "the FFO"),
    ],
)
def test_whoever_holds_an_office_or_has_such_a_name_is_somebody(text: str, span: str) -> None:
    assert span in told(text)


def test_a_storm_is_no_person() -> None:
    found = told("Typhoon Marla struck the coast. Mira Aldo missed the Tarn Film Festival.")

    assert [span for span, m in found.items() if m.schema == "Person"] == ["Mira Aldo"]


def test_in_capitals_a_name_of_two_plain_words_is_one() -> None:
    found = told("THREE TRAFFICKERS WERE SENT TO THE UNITED STATES ON FRIDAY AFTER A LONG TRIAL.")

    assert "UNITED STATES" in next(span for span in found if "STATES" in span)
    assert not any(span.endswith("UNITED") for span in found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Minister of Roads and Urban Development Karl Vesk said the road was open.", ["Karl Vesk"]),
        ("Iranian Minister of Science, Research and Technology Karl Vesk called for peace.", ["Karl Vesk"]),
        ("He met Minister of Trade Karl Vesk.", ["Karl Vesk"]),
        ("Deputy Industry, Mining and Trade Minister Karl Vesk agreed.", ["Trade Minister Karl Vesk"]),
        ("Velmar, Trade Minister Karl Vesk said, is late.", ["Velmar", "Trade Minister Karl Vesk"]),
        ("The head of NRWX Karl Vesk said it was late.", ["NRWX", "Karl Vesk"]),
        ("The Lost 52 Project announced that it had found the wreck.", ["The Lost 52 Project"]),
        ("The Ministry of Roads and Urban Development said so.", ["The Ministry of Roads and Urban Development"]),
    ],
)
def test_what_an_office_is_for_is_nobody(text: str, named: list[str]) -> None:
    assert [m.span.text for m in read(text) if m.kind == "name"] == named
