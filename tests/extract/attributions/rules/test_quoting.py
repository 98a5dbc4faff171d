"""Who is quoted and who quotes him: no model is loaded here."""

from __future__ import annotations

import pytest
from make_drafts import draft, parts, run

from sayso.extract.attributions.drafts import Draft


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Envoy Terzo was quoted by the Ostrany agency as saying that the camp would close.",
         "Envoy Terzo", "that the camp would close"),
        ("The camp would close by May, Envoy Terzo was quoted by the Ostrany agency as saying.",
         "Envoy Terzo", "The camp would close by May"),
        ("On Monday, Rurik Aldo, a judge, was cited by Radio Velmar as saying the mine was shut.",
         "Rurik Aldo, a judge", "the mine was shut"),
        ("The bells must come home, Bishop Dorn was quoted as saying in a letter of the synod.",
         "Bishop Dorn", "The bells must come home"),
        ("“Nobody is left there,” Ida Brenn was quoted as saying.", "Ida Brenn", "“Nobody is left there,”"),
    ],
)  # fmt: skip
def test_who_was_quoted_as_saying_is_the_source(text: str, source: str, content: str) -> None:
    drafts: list[Draft] = []
    drafts = run("was-quoted", text, drafts)
    assert [(parts(text, d)[0], parts(text, d)[2]) for d in drafts] == [([source], [content])]


def test_who_quoted_him_carries_it_and_whom_he_told_is_no_part_of_it() -> None:
    text = "Minister Brenn was quoted by the state news agency as telling farmers that the seed would come."
    drafts: list[Draft] = []
    drafts = run("was-quoted", text, drafts)
    assert [(parts(text, d)[::2], [text[a:b] for a, b in d.carrier]) for d in drafts] == [
        ((["Minister Brenn"], ["that the seed would come"]), ["the state news agency"])
    ]


def test_whom_a_report_cites_says_it_too() -> None:
    text = "The mine was shut in May, Radio Velmar reported, citing the chamber of guilds."
    drafts = [draft(text, "Radio Velmar", "reported", "The mine was shut in May")]
    drafts.append(draft(text, "Radio Velmar", "citing", "the chamber of guilds"))
    drafts = run("citing", text, drafts)
    assert [parts(text, d) for d in drafts] == [
        (["Radio Velmar"], ["reported"], ["The mine was shut in May"]),
        (["the chamber of guilds"], ["citing"], ["The mine was shut in May"]),
    ]


@pytest.mark.parametrize("reason", ["a lack of proof", "Terzo's record in Quell", "rising costs"])
def test_a_reason_that_is_cited_says_nothing(reason: str) -> None:
    text = f"The council shut the mine, Radio Velmar reported, citing {reason}."
    drafts = [draft(text, "Radio Velmar", "reported", "The council shut the mine")]
    drafts = run("citing", text, drafts)
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("text", "source", "content", "carrier"),
    [
        ("Radio Ostran quoted Rurik Aldo, a cave expert, as saying on Thursday that the mine needs a roof.",
         "Rurik Aldo, a cave expert", "on Thursday that the mine needs a roof", "Radio Ostran"),
        ("Two hundred firms came to the fair, the Vatan agency quoted Ida Brenn as saying on Sunday.",
         "Ida Brenn", "Two hundred firms came to the fair", "the Vatan agency"),
        ("Two hundred firms came to the fair, Vatan quoted the deputy head of the port on Saturday.",
         "the deputy head of the port", "Two hundred firms came to the fair", "Vatan"),
        ("“If it rains, we swim,” Vatan quoted him as saying after the session in Quell.",
         "him", "“If it rains, we swim,”", "Vatan"),
        ("“The knife will rust,” the paper Vatan had Bishop Dorn say; he does not recall it.",
         "Bishop Dorn", "“The knife will rust,”", "the paper Vatan"),
    ],
)  # fmt: skip
def test_who_quotes_carries_the_words_of_who_is_quoted(text: str, source: str, content: str, carrier: str) -> None:
    drafts = [
        draft(text, "Vatan" if "Vatan" in text else "Radio Ostran", "had" if " had " in text else "quoted", source)
    ]
    drafts = run("quoted-him had-him-say", text, drafts)
    assert [(parts(text, d)[0], parts(text, d)[2], [text[a:b] for a, b in d.carrier]) for d in drafts] == [
        ([source], [content], [carrier])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In her speech the minister quoted a poem on the sea.",
        "He was quoted by Vatan on Monday.",
        "The firm was cited for lack of care, quoted prices on Friday and closed.",
    ],
)
def test_who_quotes_a_poem_or_a_price_carries_nobody(text: str) -> None:
    drafts: list[Draft] = []
    drafts = run("quoted-him had-him-say", text, drafts)
    assert drafts == []


def test_who_quoted_a_speaker_before_he_speaks_carries_his_words() -> None:
    text = "Quoted by Vatan, Envoy Terzo said the camp would close."
    drafts = run("carried-by interviewed-by", text, [draft(text, "Envoy Terzo", "said", "the camp would close")])
    assert [(parts(text, d)[0], [text[a:b] for a, b in d.carrier]) for d in drafts] == [(["Envoy Terzo"], ["Vatan"])]
