"""Entities: which mentions are one someone, and what the report says of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.entities import entities
from sayso.extract.entities.bodies import initials_of
from sayso.extract.mentions import someones
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.findings import Attribution, Entity, Mention
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report, Zone
from sayso.values.spans import Span

ENGLISH = load_language("en")


class Read:
    """A text read as far as entities; contents and their sources are given by their words."""

    def __init__(self, text: str, *said: tuple[str, str], turns: tuple[tuple[str, str], ...] = ()) -> None:
        self.report = Report.of(text)
        tree = Tree(load_parser(ENGLISH.parser)(text))
        self.mentions = someones(self.report, tree, ENGLISH)
        ids = Ids(self.report.id, "a")
        given_ = []
        for source, content in said:
            start = text.index(content)
            speaker = self.mention(source, after=start if source in text[start + len(content) :] else 0)
            given_.append(
                Attribution(ids(start), (self.span(content),), (speaker.span,), style="direct", speaker=speaker.id)
            )
        zones = tuple(Zone("turn", self.span(words), self.mention(who).id) for who, words in turns)
        self.attributions = tuple(given_)
        self.entities = entities(self.report, tree, None, self.mentions, self.attributions, zones, ENGLISH)
        Reading(self.report, mentions=self.mentions, entities=self.entities, attributions=self.attributions)

    def span(self, words: str) -> Span:
        start = self.report.text.index(words)
        return self.report.span(start, start + len(words))

    def mention(self, words: str, *, after: int = 0) -> Mention:
        return next(m for m in self.mentions if m.span.text == words and m.span.start >= after)

    def entity(self, words: str, number: int = 0) -> Entity:
        found = [m for m in self.mentions if m.span.text == words][number]
        return next(e for e in self.entities if found.id in e.mentions)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Halim Terzo spoke first. Terzo then left the hall.", "Halim Terzo", "Terzo"),
        ("Halim Terzo spoke first. Mr. Terzo then left the hall.", "Halim Terzo", "Mr. Terzo"),
        ("Minister R. Aldo said so. Rurik Aldo was angry.", "Minister R. Aldo", "Rurik Aldo"),
        ("The Front for a Free Ostrany (FFO) agreed. FFO said so.", "The Front for a Free Ostrany", "FFO"),
        (
            "The Front for a Free Ostrany agreed. Later the Front denied it.",
            "The Front for a Free Ostrany",
            "the Front",
        ),
        (
            "UNRO has counted them. The United Nations Resettlement Office said so.",
            "UNRO",
            "The United Nations Resettlement Office",
        ),
        ("Envoy Halim Terzo spoke. The envoy then left.", "Envoy Halim Terzo", "The envoy"),
        ("Halim Terzo, the envoy of Ostrany, spoke.", "Halim Terzo", "the envoy of Ostrany"),
        ("Mira Aldo, a lawyer, spoke. She said no.", "Mira Aldo", "She"),
        ("Spokeswoman Robin Brenn arrived. She said no.", "Spokeswoman Robin Brenn", "She"),
        ("The interior ministry said so. It gave no reason.", "The interior ministry", "It"),
    ],
)
def test_two_ways_to_name_someone_are_one_entity(text: str, left: str, right: str) -> None:
    read = Read(text)

    assert read.entity(left) == read.entity(right)


FIRST = '"The camp will close," Halim Terzo said. '


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (FIRST + '"Nobody will be moved," the former lawmaker added.', "the former lawmaker"),
        (FIRST + '"Nobody will be moved," the official said.', "the official"),
        (FIRST + '"Nobody will be moved," the top diplomat said.', "the top diplomat"),
    ],
)
def test_who_goes_on_is_who_spoke(text: str, who: str) -> None:
    read = Read(text, ("Halim Terzo", "The camp will close"), (who, "Nobody will be moved"))

    assert read.entity(who) == read.entity("Halim Terzo")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (FIRST + '"Nobody will be moved," a former lawmaker added.', "a former lawmaker"),
        (FIRST + '"Nobody will be moved," the mayor of the town said.', "the mayor of the town"),
        (FIRST + '"Nobody will be moved," the officials added.', "the officials"),
        (FIRST + '"Nobody will be moved," the woman added.', "the woman"),
        (FIRST + '"Nobody will be moved," the health official said.', "the health official"),
    ],
)
def test_another_who_speaks_is_somebody_else(text: str, who: str) -> None:
    read = Read(text, ("Halim Terzo", "The camp will close"), (who, "Nobody will be moved"))

    assert read.entity(who) != read.entity("Halim Terzo")


def test_a_paper_that_reported_it_is_no_official() -> None:
    text = FIRST + 'It will not, the Daily Gazette reported. "Nobody will be moved," the official said.'
    read = Read(text, ("Halim Terzo", "The camp"), ("the Daily Gazette", "It will not"), ("the official", "Nobody"))

    assert read.entity("the official") == read.entity("Halim Terzo")


def test_of_two_who_spoke_the_official_of_his_office_is_he() -> None:
    text = (
        'Halim Terzo, the foreign ministry spokesman, said: "The camp will close." '
        '"It will not," Karl Vesk said. "Nobody will be moved," the foreign ministry official said.'
    )
    who = "the foreign ministry official"
    read = Read(text, ("Halim Terzo", "The camp"), ("Karl Vesk", "It will not"), (who, "Nobody"))

    assert read.entity(who) != read.entity("Karl Vesk")


def test_who_is_named_beside_an_office_is_no_earlier_bearer() -> None:
    text = "Minister of Science and Technology Ana Duarte called for peace. The minister of labor, Karl Vesk, agreed."
    read = Read(text)

    assert read.entity("Ana Duarte") != read.entity("Karl Vesk")


def test_of_two_who_spoke_the_official_may_be_either() -> None:
    text = FIRST + '"It will not," Karl Vesk said. "Nobody will be moved," the official said.'
    read = Read(text, ("Halim Terzo", "The camp"), ("Karl Vesk", "It will not"), ("the official", "Nobody"))

    assert read.entity("the official") not in (read.entity("Halim Terzo"), read.entity("Karl Vesk"))


def test_two_people_of_one_surname_are_kept_apart() -> None:
    read = Read(
        "Rurik Aldo, the minister, spoke. Mira Aldo, the lawyer, did not. Ms Aldo said nothing. Mr Aldo laughed."
    )

    assert read.entity("Rurik Aldo") != read.entity("Mira Aldo")
    assert read.entity("Ms Aldo") == read.entity("Mira Aldo")
    assert read.entity("Mr Aldo") == read.entity("Rurik Aldo")


def test_he_and_she_go_by_title_and_first_name() -> None:
    read = Read("Ms Brenn met Mr Vesk in the hall. He said nothing. She said a lot.")

    assert read.entity("He") == read.entity("Mr Vesk")
    assert read.entity("She") == read.entity("Ms Brenn")


def test_what_a_verb_is_done_to_is_not_its_subject() -> None:
    read = Read("Anna Berg met Julia Stone. Berg thanked her.")

    assert read.entity("her") == read.entity("Julia Stone")


def test_i_inside_a_quotation_is_who_speaks() -> None:
    read = Read("“I carried my own bag,” Juno Salk said.", ("Juno Salk", "I carried my own bag"))

    assert read.entity("I") == read.entity("Juno Salk") == read.entity("my")


def test_a_third_person_inside_a_quotation_is_not_who_speaks() -> None:
    text = "Karl Vesk came in with Peter Idris. “He is late,” Vesk said."
    read = Read(text, ("Vesk", "He is late"))

    assert read.entity("He") != read.entity("Karl Vesk")


def test_a_pronoun_that_is_a_source_is_not_inside_its_own_content() -> None:
    text = "Juno Salk came home. “It was late,” she said, “and I was tired.”"
    start = text.index("It was late")
    read = Read(text)
    speaker = read.mention("she")
    content = (read.report.span(start, start + 12), read.span("and I was tired."))
    attribution = Attribution(
        Ids(read.report.id, "a")(start), content, (speaker.span,), style="direct", speaker=speaker.id
    )
    tree = Tree(load_parser(ENGLISH.parser)(text))
    found = entities(read.report, tree, None, read.mentions, (attribution,), (), ENGLISH)
    owner = {m: e for e in found for m in e.mentions}

    assert owner[speaker.id] == owner[read.mention("Juno Salk").id] == owner[read.mention("I").id]


def test_in_a_dialogue_the_turn_says_who_i_is() -> None:
    text = "SALK: I carried it.\nALDO: May I speak?"
    read = Read(text, turns=(("SALK", "SALK: I carried it."), ("ALDO", "ALDO: May I speak?")))

    assert read.entity("I", 0) == read.entity("SALK")
    assert read.entity("I", 1) == read.entity("ALDO")


def test_the_name_is_the_longest_one_without_title_and_article() -> None:
    read = Read("Envoy Halim Terzo spoke. Terzo left. The Front for a Free Ostrany was glad.")

    assert read.entity("Terzo").name == "Halim Terzo"
    assert read.entity("The Front for a Free Ostrany").name == "Front for a Free Ostrany"


def test_someone_without_a_name_has_none() -> None:
    assert Read("A senior official denied it.").entity("A senior official").name is None


def test_title_role_and_affiliation_have_their_spans() -> None:
    read = Read(
        "Doran Vesk, a spokesman for the Velmar government, declined to answer. First Secretary Juno Salk left."
    )
    vesk = {(f.kind, f.span.text) for f in read.entity("Doran Vesk").facts}
    salk = {(f.kind, f.value) for f in read.entity("First Secretary Juno Salk").facts}

    assert ("role", "a spokesman for the Velmar government") in vesk
    assert ("affiliation", "the Velmar government") in vesk
    assert ("title", "First Secretary") in salk


def test_an_age_is_a_fact() -> None:
    facts = Read("Anna Berg, 34, a nurse, said no.").entity("Anna Berg").facts

    assert ("age", "34") in {(f.kind, f.value) for f in facts}


@pytest.mark.parametrize("wish", ["on condition of anonymity", "asking not to be named"])
def test_the_wish_not_to_be_named_is_kept(wish: str) -> None:
    entity = Read(f"A senior official said the talks had failed, {wish}.").entity("A senior official")

    assert entity.anonymous is not None and entity.anonymous.text == wish


def test_an_acronym_may_leave_out_the_small_words() -> None:
    assert "unro" in initials_of(("united", "nations", "resettlement", "office"), ENGLISH.entities.small)
    assert initials_of(("terzo",), ENGLISH.entities.small) == set()


@pytest.mark.parametrize(
    "text", ["", "12 34", "THE MINISTER SAID HE WOULD RESIGN. HE DID.", "he\n\nshe\n\nit", "(((he"]
)
def test_bad_input_is_read_without_complaint(text: str) -> None:
    Read(text)


def test_a_sentence_of_five_thousand_words_takes_no_more_than_its_share() -> None:
    text = "Mr Vesk said that he met " + ", ".join(f"Anna Berg{i % 90} and her friend" for i in range(1000)) + "."
    report = Report.of(text)
    tree = Tree(load_parser(ENGLISH.parser)(text))
    found = someones(report, tree, ENGLISH)
    before = time.process_time()
    entities(report, tree, None, found, (), (), ENGLISH)

    assert time.process_time() - before < 5


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.text(alphabet="THe terzo, saidI it's\n\"“” .-(Ms)Aldo", max_size=300)))
def test_every_mention_is_in_exactly_one_entity(text: str) -> None:
    report = Report.of(text)
    tree = Tree(load_parser(ENGLISH.parser)(text))
    found = someones(report, tree, ENGLISH)
    made = entities(report, tree, None, found, (), (), ENGLISH)
    Reading(report, mentions=found, entities=made)

    assert sorted(m for e in made for m in e.mentions) == sorted(m.id for m in found)
