"""What a report tells of someone, and who is kept apart, by the whole of the steps: facts, parts, wishes, names."""

from __future__ import annotations

import functools

import pytest

from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.values.findings import Entity
from sayso.values.reading import Reading
from sayso.values.report import Report


@functools.cache
def pipeline() -> Pipeline:
    return Pipeline(("entities",))


@functools.cache
def read(text: str) -> Reading:
    (reading,) = pipeline().read([Report.of(text)])
    assert not isinstance(reading, Failure), reading
    return reading


def entity(text: str, words: str, number: int = 0) -> Entity:
    """The entity of the mention with these words; several of the same by number."""
    reading = read(text)
    found = [m for m in reading.mentions if m.span.text == words]
    assert found, f"{words!r} is none of {[m.span.text for m in reading.mentions]}"
    held = reading.entity_of(found[number].id)
    assert held is not None
    return held


def facts(text: str, words: str) -> set[tuple[str, str]]:
    return {(fact.kind, fact.value) for fact in entity(text, words).facts}


def names(text: str) -> set[str]:
    return {m.span.text for m in read(text).mentions if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "words", "wish"),
    [
        ("A senior official said the talks had failed, speaking on condition of anonymity.", "A senior official", "on condition of anonymity"),
        ("An aide briefed on the talks, who declined to be identified, said: “We will not sign.”", "An aide", "who declined to be identified"),
        ("“It is over,” said a diplomat who asked not to be named.", "a diplomat", "who asked not to be named"),
    ],
)  # fmt: skip
def test_who_asks_not_to_be_named_is_an_entity_without_a_name(text: str, words: str, wish: str) -> None:
    reading = read(text)
    held = next(
        e
        for e in reading.entities
        if any(m.span.text.startswith(words) for m in reading.mentions if m.id in e.mentions)
    )

    assert held.name is None
    assert held.anonymous is not None and held.anonymous.text == wish


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("FFO spokeswoman Ida Brenn, 41, said no.", "FFO spokeswoman Ida Brenn", ("title", "FFO spokeswoman")),
        ("FFO spokeswoman Ida Brenn, 41, said no.", "FFO spokeswoman Ida Brenn", ("affiliation", "FFO")),
        ("FFO spokeswoman Ida Brenn, 41, said no.", "FFO spokeswoman Ida Brenn", ("age", "41")),
        ("Karl Vesk, for the Harbour Union, said no.", "Karl Vesk", ("affiliation", "the Harbour Union")),
        ("Karl Vesk, a lawyer with the Harbour Union, said no.", "Karl Vesk", ("role", "a lawyer with the Harbour Union")),
        ("Karl Vesk, a lawyer with the Harbour Union, said no.", "Karl Vesk", ("affiliation", "the Harbour Union")),
        ("Anna Berg (34) was hurt.", "Anna Berg", ("age", "34")),
        ("The driver, who is 29, fled on foot.", "The driver", ("age", "29")),
        ("A 43-year-old man was killed.", "A 43-year-old man", ("age", "43")),
    ],
)  # fmt: skip
def test_title_role_affiliation_and_age_are_facts(text: str, words: str, wanted: tuple[str, str]) -> None:
    assert wanted in facts(text, words)


def test_an_affiliation_leads_to_the_body() -> None:
    text = "FFO spokeswoman Ida Brenn said no. The FFO left the talks."
    of = next(fact.of for fact in entity(text, "FFO spokeswoman Ida Brenn").facts if fact.kind == "affiliation")

    assert of == entity(text, "The FFO").id


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Women, 34, and men took part.", "Women", "age"),
        ("A native of Iceland left. Iceland was glad.", "A native of Iceland", "affiliation"),
        ("Karl Vesk, for the Harbour Union of all people said no.", "Karl Vesk", "affiliation"),
        ("Karl Vesk, for years, said no.", "Karl Vesk", "affiliation"),
        ("Karl Vesk, a professor of international business, said no.", "Karl Vesk", "affiliation"),
        ("Former Aldo adviser Karl Vesk left. Rurik Aldo was glad.", "Rurik Aldo", "title"),
    ],
)
def test_what_is_not_said_is_no_fact(text: str, words: str, kind: str) -> None:
    assert kind not in {fact for fact, _ in facts(text, words)}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The Front's armed wing said it was ready.", "The Front's armed wing", "The Front"),
        ("The Front for a Free Ostrany said its press office was closed.", "its press office", "The Front for a Free Ostrany"),
        ("The Foreign Ministry of Iceland protested. Iceland said it was ready.", "The Foreign Ministry of Iceland", "Iceland"),
        ("Iceland's finance ministry said it was ready.", "Iceland's finance ministry", "Iceland"),
        ("The FFO Press Office is closed. The FFO said so.", "The FFO Press Office", "The FFO"),
        ("The Quell Brigades are an armed wing of the Front.", "The Quell Brigades", "the Front"),
    ],
)  # fmt: skip
def test_a_part_knows_its_whole_where_the_text_says_it(text: str, part: str, whole: str) -> None:
    assert entity(text, part).part_of == entity(text, whole).id


def test_a_part_leads_to_no_circle() -> None:
    text = "The Quell Brigades are the armed wing of the Front. The Front is the political wing of the Quell Brigades."
    above = {e.id: e.part_of for e in read(text).entities}
    for start in above:
        step: str | None = start
        seen: set[str] = set()
        while step is not None:
            assert step not in seen
            seen.add(step)
            step = above[step]


@pytest.mark.parametrize(
    ("text", "bare", "whose"),
    [
        ("Edward Van Halm died on Tuesday, his son, Wolf Van Halm, told the paper. Van Halm was fond of the sea.", "Van Halm", "Edward Van Halm"),
        ("Donald Trask arrived. Trask said no. Melanie Trask came too. Trask then left.", "Trask", "Donald Trask"),
        ("President Aldo met Mira Aldo, his wife, on Friday. Aldo said the war was over.", "Aldo", "President Aldo"),
        ("Minister R. Aldo left. Aldo said no. The lawyer, Mira Aldo, said a list had been read to her. Ms Aldo warned him.", "Ms Aldo", "Mira Aldo"),
    ],
)  # fmt: skip
def test_a_surname_alone_is_not_the_relatives(text: str, bare: str, whose: str) -> None:
    last = [m for m in read(text).mentions if m.span.text == bare][-1]

    assert read(text).entity_of(last.id) == entity(text, whose)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("President Aldo met Mira Aldo, his wife, on Friday.", "President Aldo", "Mira Aldo"),
        ("Judge Aldo spoke first. Senator Mira Aldo left.", "Judge Aldo", "Senator Mira Aldo"),
        ("Edward Van Halm died, his son, Wolf Van Halm, said.", "Edward Van Halm", "Wolf Van Halm"),
        (
            "The Finnish president left. President Karl Vesk met President Ida Brenn.",
            "The Finnish president",
            "President Karl Vesk",
        ),
    ],
)
def test_two_of_one_surname_are_two(text: str, left: str, right: str) -> None:
    assert entity(text, left) != entity(text, right)


def test_who_speaks_is_nobody_described_in_anothers_quoted_words() -> None:
    text = "The sum was “a schoolboy's sum”, she wrote. Aldo told the house that none had left. It was late, he said."

    assert entity(text, "he") == entity(text, "Aldo")


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Karl “Kalle” Vesk spoke. Kalle Vesk then left.", "Karl “Kalle” Vesk", "Kalle Vesk"),
        ("The U.S. said no. The United States left the talks.", "The U.S.", "The United States"),
        ("The Kingdom of Norway said no. Norway left the talks.", "The Kingdom of Norway", "Norway"),
        ("The Ministry of Trade, Industry and Energy (MTIE) said no. MTIE gave no date.", "The Ministry of Trade, Industry and Energy", "MTIE"),
        ("The former envoy to Norway Anna Berg testified. Berg was tired.", "Anna Berg", "Berg"),
    ],
)  # fmt: skip
def test_two_forms_of_a_name_are_one(text: str, left: str, right: str) -> None:
    assert entity(text, left) == entity(text, right)


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        ("The plant makes 3 GW of power, the firm said.", "GW"),
        ("COVID-19 spread fast, said Anna Berg.", "COVID-19"),
        ("Nobody knows who wrote it.\n\nOrigin\n\nAnna Berg said she saw it first.", "Origin"),
        ("The Republic of Norway and Denmark have signed.", "The Republic of Norway and Denmark"),
        ("THE ARMY SENT UNITS TO THE TOWN, AND HELICOPTERS LANDED AT NOON.", "HELICOPTERS"),
        ("TEHRAN- Karl Vesk said no.", "TEHRAN- Karl Vesk"),
        ("The mayor of San Francisco met Anna Berg. San Francisco is old.", "Francisco"),
    ],
)
def test_units_illnesses_and_headings_of_one_word_are_nobodys_names(text: str, no_name: str) -> None:
    assert no_name not in names(text)


@pytest.mark.parametrize("words", ["paper", "board"])
def test_a_bare_noun_behind_a_preposition_is_no_body(words: str) -> None:
    text = f"The deal looks good on {words}, said Anna Berg."

    assert words not in {m.span.text for m in read(text).mentions}


def test_a_treaty_is_a_document() -> None:
    assert (
        entity("The Treaty of Haldmark was signed. The UN welcomed it.", "The Treaty of Haldmark").schema == "Document"
    )


@pytest.mark.parametrize(
    ("text", "pronoun", "whose"),
    [
        ("“We blew up the bridge,” said a spokesman for the Harbour Front. “I cannot say more.”", "We", "the Harbour Front"),
        ("“We blew up the bridge,” said a spokesman for the Harbour Front. “I cannot say more.”", "I", "a spokesman for the Harbour Front"),
        ("“We were asleep,” said FFO spokeswoman Ida Brenn. “My house shook.”", "We", "FFO"),
        ("“We were asleep,” said FFO spokeswoman Ida Brenn. “My house shook.”", "My", "FFO spokeswoman Ida Brenn"),
        ("“We will build it,” Mayor Ida Brenn said.", "We", "Mayor Ida Brenn"),
        ("“You have lied to us,” Karl Vesk told Mayor Ida Brenn.", "You", "Mayor Ida Brenn"),
        ("“You have lied to us,” Karl Vesk told Mayor Ida Brenn.", "us", "Karl Vesk"),
        ("In a letter to the mayor, the villagers wrote: “You promised us water. We have none.”", "You", "the mayor"),
        ("In a letter to the mayor, the villagers wrote: “You promised us water. We have none.”", "We", "the villagers"),
        ("Daily News: Why did you leave?\n\nIda Brenn: I was tired.\n\nDaily News: Will you be back?\n\nIda Brenn: No.\n", "you", "Ida Brenn"),
    ],
)  # fmt: skip
def test_i_we_and_you_are_who_speaks_and_is_spoken_to(text: str, pronoun: str, whose: str) -> None:
    assert entity(text, pronoun) == entity(text, whose)


def test_a_group_of_some_is_not_any_group() -> None:
    text = "The Harbour Union met on Monday. The group of eight lawyers left. The group was glad."

    assert entity(text, "The group of eight lawyers") != entity(text, "The Harbour Union")


def test_what_describes_a_country_does_not_name_it() -> None:
    text = "The Islamic Republic said no. Iran left the talks."

    assert entity(text, "The Islamic Republic").name == "Iran"
    assert entity(text, "The Islamic Republic") == entity(text, "Iran")
