"""Labels: who is called what by whom, which words judge whom, and what is no label."""

from __future__ import annotations

import functools

import pytest

from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.values.findings import Label
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.labels import LabelRow, label_rows


@functools.cache
def pipeline() -> Pipeline:
    return Pipeline()


@functools.cache
def read(text: str) -> Reading:
    [found] = pipeline().read([Report.of(text, outlet="Daily")])
    assert not isinstance(found, Failure)
    return found


def rows(text: str, kind: str = "naming") -> list[LabelRow]:
    return [row for row in label_rows(read(text)) if row.kind == kind]


def told(text: str, kind: str = "naming") -> list[tuple[str, str, str, int, str]]:
    return [(row.by, row.words, row.about, row.polarity, row.how) for row in rows(text, kind)]


CALLED = [
    ("Halim Terzo called Ida Brenn a wrecker.", ("Halim Terzo", "wrecker", "Ida Brenn", -1, "reported")),
    (
        "President Orso described Halim Terzo as a coward.",
        ("Orso", "coward", "Halim Terzo", -1, "reported"),
    ),
    (
        "Halim Terzo was branded a traitor by President Orso on Monday.",
        ("Orso", "traitor", "Halim Terzo", -1, "reported"),
    ),
    (
        "Halim Terzo was dubbed the butcher of Karm by his opponents.",
        ("his opponents", "butcher of Karm", "Halim Terzo", -1, "reported"),
    ),
    (
        "The members of the Front are referred to as wreckers in Ostrany.",
        ("", "wreckers", "The members of the Front", -1, "reported"),
    ),
    ("Halim Terzo, known as the butcher, fled.", ("", "butcher", "Halim Terzo", -1, "reported")),
    ("They did not call Halim Terzo a liar.", ("They", "liar", "Halim Terzo", -1, "denied")),
]


@pytest.mark.parametrize(("text", "wanted"), CALLED, ids=[text for text, _ in CALLED])
def test_who_is_said_to_call_somebody_something(text: str, wanted: tuple[str, str, str, int, str]) -> None:
    found = told(text)
    assert [row[1:] for row in found] == [wanted[1:]]
    assert found[0][0] in (wanted[0], "")  # where the program does not know who, it says so


def test_a_holder_who_is_named_is_found() -> None:
    assert [row.by for row in rows("President Orso described Halim Terzo as a coward.")] == ["Orso"]
    assert [row.by for row in rows("Halim Terzo was branded a traitor by President Orso.")] == ["Orso"]


def test_a_description_is_of_whom_it_stands_for_and_in_the_voice_around_it() -> None:
    text = (
        "About 3,400 members of the so-called Front for a Free Ostrany live there. The wreckers came in 1982. "
        'It was, Halim Terzo said, "an invention of the wreckers".'
    )
    found = {(row.by, row.own, row.words, row.polarity) for row in rows(text)}
    assert {("Daily", 1, "so-called", -1), ("Daily", 1, "wreckers", -1), ("Halim Terzo", 0, "wreckers", -1)} <= found


def test_what_a_subject_is_said_to_be_is_a_label_and_its_denial_is_one() -> None:
    text = 'Halim Terzo is no terrorist, his lawyer said. "He is a hero." Halim Terzo denied that he was a spy.'
    assert {(words, polarity, how) for _, words, _, polarity, how in told(text)} == {
        ("terrorist", -1, "denied"), ("hero", 1, "used"), ("spy", -1, "denied")
    }  # fmt: skip


def test_a_name_for_what_somebody_owns_is_said_of_the_state_in_which_they_sit() -> None:
    text = 'Velmar and the Isles are rivals. "The wreckers have their paymasters in Velmar," Halim Terzo said.'
    assert ("Halim Terzo", "paymasters", "Velmar", -1, "used") in told(text)


PLAIN = [
    "The minister, Rurik Aldo, met the envoy. The minister said nothing more.",
    "The company said it was sorry. The company will pay.",
    "Halim Terzo, the envoy of Ostrany, spoke to Ida Brenn, a lawyer and mother of two.",
    "Nobody called the car a wreck. He called the meeting a success.",
    "Halim Terzo called the police on Monday. Ida Brenn called him a taxi.",
    "The sea's legal regime is settled by treaty. The non-proliferation regime holds.",
    "Halim Terzo, known as Hal, was named ambassador in 2029.",
    "Spokesman Doran Vesk said the senior officials and special envoys had left.",
    "There was no traitor in the room, and nobody was a liar.",
    "The killer was never found.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_offices_plain_names_and_things_are_no_labels(text: str) -> None:
    assert [row for row in told(text) if row[3]] == []


def test_a_word_that_judges_is_laid_to_whom_it_judges() -> None:
    text = (
        "President Orso was erratic and dishonest, Ida Brenn said. Orso's hypocrisy angered her. He lied to parliament."
    )
    found = {(by, words, about, polarity) for by, words, about, polarity, _ in told(text, "evaluation")}
    assert ("Ida Brenn", "erratic and dishonest", "Orso", -1) in found
    assert any(words == "hypocrisy" and about == "Orso" for _, words, about, _ in found)
    assert any(words == "lied" and about == "Orso" for _, words, about, _ in found)


def test_praise_is_of_whom_is_praised_and_a_word_denied_turns() -> None:
    found = told("Ida Brenn praised Halim Terzo. Halim Terzo is not honest.", "evaluation")
    assert ("Ida Brenn", "praised", "Halim Terzo", 1, "reported") in found
    assert any(words == "honest" and polarity == -1 for _, words, _, polarity, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Halim Terzo met Ida Brenn in Sorvane on Friday and signed the agreement.",
        "The top official shared a special report with the major companies.",
        "Ida Brenn called Halim Terzo's plan a disgrace.",
    ],
)
def test_what_does_not_judge_a_person_is_no_evaluation(text: str) -> None:
    assert told(text, "evaluation") == []


def test_every_label_has_a_claim_and_a_target() -> None:
    found = read("Halim Terzo called Ida Brenn a wrecker. She is a reckless liar, he said.")
    about = {claim.about for claim in found.claims}
    assert found.labels
    assert {label.id for label in found.labels} <= about
    assert all(label.target for label in found.labels)


def test_labels_stand_in_order_and_no_two_share_a_word() -> None:
    text = "\n\n".join(text for text, _ in CALLED)
    labels: tuple[Label, ...] = read(text).labels
    assert len(labels) >= len(CALLED)
    for left, right in zip(labels, labels[1:], strict=False):
        assert left.span.end <= right.span.start


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "so-called", "calls calls calls", "so-called so-called so-called", "is a"]
)
def test_texts_without_anybody_have_none(text: str) -> None:
    assert read(text).labels == ()
