"""Actor codes: what titles, roles, names and descriptions say of country and sector, and what they leave open."""

from __future__ import annotations

import pytest

from sayso.lang import load_language
from sayso.values.findings import Entity, Fact, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.spans import Span
from sayso.values.terms import FactKind, Schema
from sayso.views.codes import Codes, phrases_of
from sayso.world.country_codes import ALPHA3

PHRASES = phrases_of("en")


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Iranian Foreign Minister", "IRN", "GOV"),
        ("U.S. Ambassador to Iraq", "USA", "GOV"),
        ("US Secretary of State", "USA", "GOV"),
        ("president of France", "FRA", "GOV"),
        ("Iran President", "IRN", "GOV"),
        ("Minister of Foreign Affairs of Iran", "IRN", "GOV"),
        ("spokesman for the Iranian Foreign Ministry", "IRN", "GOV"),
        ("head of the Iraqi army", "IRQ", "MIL"),
        ("member of the Iraqi parliament", "IRQ", "LEG"),
        ("Venezuelan opposition leader", "VEN", "OPP"),
        ("rebel commander", "", "REB"),
        ("Brigadier General", "", "MIL"),
        ("chairman of the Senate Foreign Relations Committee", "", "LEG"),
        ("UN envoy to Iraq", "", "IGO"),
        ("British journalist", "GBR", "MED"),
        ("police reporter", "", "MED"),
        ("police chief", "", "COP"),
        ("Iranian lawyer", "IRN", ""),
    ],
)
def test_a_title_or_role_tells(phrase: str, country: str, sector: str) -> None:
    said = PHRASES.of_person(phrase)
    assert (said.country, said.sector) == (country, sector)


@pytest.mark.parametrize(
    "phrase",
    [
        "president", "leader", "Iran expert", "former Iraqi Prime Minister", "shadow minister", "president-elect",
        "presidential candidate", "the Iranian president's brother", "wife", "football coach", "let us alone",
        "", "█████", "secretary general", "director",
    ],
)  # fmt: skip
def test_what_a_title_leaves_open_has_no_country_and_no_sector(phrase: str) -> None:
    said = PHRASES.of_person(phrase)
    assert (said.country, said.sector) == ("", "")


@pytest.mark.parametrize("phrase", ["ambassador to Iraq", "governor of Georgia", "American-Iranian businessman",
                                    "envoy for Syria", "ambassador to the United Nations"])  # fmt: skip
def test_where_somebody_is_sent_and_two_countries_are_no_country(phrase: str) -> None:
    assert PHRASES.of_person(phrase).country == ""


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Iranian Foreign Ministry", "IRN", "GOV"),
        ("Iraqi army", "IRQ", "MIL"),
        ("US Congress", "USA", "LEG"),
        ("Supreme Court of India", "IND", "JUD"),
        ("the rebel group", "", "REB"),
        ("Human Rights Watch", "", "NGO"),
        ("UN Security Council", "", "IGO"),
        ("European Parliament", "", "IGO"),
        ("Reuters", "", "MED"),
        ("Police Academy", "", "EDU"),
        ("Iran Air", "", ""),
        ("Iran Policy Committee", "", ""),
        ("Friends of Syria", "", ""),
        ("National Iranian American Council", "", ""),
        ("the group", "", ""),
    ],
)
def test_a_body_tells_by_its_name(phrase: str, country: str, sector: str) -> None:
    said = PHRASES.of_body(phrase)
    assert (said.country, said.sector) == (country, sector)


@pytest.mark.parametrize(
    ("phrase", "public"),
    [
        ("former minister", True), ("spokeswoman", True), ("presidential candidate", True), ("lawyer", True),
        ("resident", False), ("refugee", False), ("wife", False), ("teacher", False), ("shopkeeper", False),
        ("Iraqi soldier", False), ("member of the family", False), ("", False),
    ],
)  # fmt: skip
def test_who_is_in_public(phrase: str, public: bool) -> None:
    assert PHRASES.of_person(phrase, True).public is public


def reading(text: str, *entities: tuple[str, Schema, str]) -> Reading:
    """A report whose entities are named by these words; the role stands right before the name."""
    report = Report.of(text)
    mentions, found = [], []
    for name, schema, role in entities:
        at = text.index(name)
        span = report.span(at, at + len(name))
        mentions.append(Mention(f"{report.id}/m{at}", span, span, "name", schema))
        facts = (Fact("title", role, report.span(at - len(role) - 1, at - 1)),) if role else ()
        found.append(Entity(f"{report.id}/n{at}", (mentions[-1].id,), name, schema, facts=facts))
    return Reading(report, mentions=tuple(mentions), entities=tuple(found))


def codes(made: Reading, at: int = 0) -> list[tuple[str, str]]:
    return [(code.code, code.text) for code in Codes(made).of(made.entities[at])]


def test_a_code_has_the_words_that_are_the_reason() -> None:
    made = reading(
        "Iranian Foreign Minister Halim Terzo met them.", ("Halim Terzo", "Person", "Iranian Foreign Minister")
    )
    assert codes(made) == [("GOV", "Iranian Foreign Minister"), ("IRN", "Iranian Foreign Minister")]
    (one, _) = Codes(made).of(made.entities[0])
    assert made.report.text[one.start : one.end] == one.text


def test_a_country_that_acts_is_a_government_and_a_place_is_none() -> None:
    assert codes(reading("Iran denied it.", ("Iran", "PublicBody", ""))) == [("GOV", "Iran"), ("IRN", "Iran")]
    assert codes(reading("Iran is large.", ("Iran", "Organization", ""))) == [("IRN", "Iran")]


def test_a_body_is_of_the_country_whose_name_stands_before_it() -> None:
    made = reading("Iraq’s Interior Ministry denied it.", ("Interior Ministry", "PublicBody", ""))
    assert codes(made) == [("GOV", "Interior Ministry"), ("IRQ", "Interior Ministry")]


def affiliated(text: str, kind: FactKind, role: str, body: str) -> Reading:
    made = reading(text, (body, "PublicBody", ""), ("Terzo", "Person", ""))
    at, place = text.index(role), text.index(body)
    facts = (
        Fact(kind, role, Span(at, at + len(role), role)),
        Fact("affiliation", body, Span(place, place + len(body), body), made.entities[0].id),
    )
    person = Entity(made.entities[1].id, made.entities[1].mentions, "Terzo", "Person", facts=facts)
    return Reading(made.report, mentions=made.mentions, entities=(made.entities[0], person))


def test_who_speaks_for_a_body_has_its_codes_and_who_studies_a_country_has_not() -> None:
    said = affiliated("A spokesman of the Iraqi Army, Terzo, denied it.", "role", "spokesman", "Iraqi Army")
    assert codes(said, 1) == [("IRQ", "Iraqi Army"), ("MIL", "Iraqi Army")]
    assert codes(affiliated("The Iran expert Terzo denied it.", "role", "expert", "Iran"), 1) == []
    assert ("IRN", "Iran") in codes(affiliated("The envoy of Iran, Terzo, denied it.", "role", "envoy", "Iran"), 1)


def test_the_tables_hold_together() -> None:
    assert len(ALPHA3) == len(set(ALPHA3.values())) == 250
    assert all(len(two) == 2 and len(three) == 3 for two, three in ALPHA3.items())
    words = load_language("en").titled
    for table in (words.persons, words.bodies, words.marks, words.kinds, words.rights):
        assert all(word == word.lower().strip() and word for word in table)
    assert not words.public & {"resident", "witness", "refugee"}
