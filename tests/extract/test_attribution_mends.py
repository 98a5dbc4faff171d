"""Rules that mend drafts where the words say plainly who says what: no model is loaded here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attribution_drafts import Draft, Layout
from sayso.extract.attribution_mends import mend_citing, mend_quoted, without_idle
from sayso.extract.attribution_rules import add_believed
from sayso.lang import load_language

ENGLISH = load_language("en")


def draft(text: str, source: str, cue: str, content: str) -> Draft:
    def piece(words: str) -> list[tuple[int, int]]:
        start = text.index(words)
        return [(start, start + len(words))] if words else []

    return Draft(piece(source), piece(cue), piece(content), 0.8)


def parts(text: str, one: Draft) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([text[a:b] for a, b in pieces] for pieces in (one.source, one.cue, one.content))
    return source, cue, content


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
    mend_quoted(drafts, Layout.of(text), ENGLISH)
    assert [(parts(text, d)[0], parts(text, d)[2]) for d in drafts] == [([source], [content])]


def test_whom_a_report_cites_says_it_too() -> None:
    text = "The mine was shut in May, Radio Velmar reported, citing the chamber of guilds."
    drafts = [draft(text, "Radio Velmar", "reported", "The mine was shut in May")]
    drafts.append(draft(text, "Radio Velmar", "citing", "the chamber of guilds"))
    mend_citing(drafts, Layout.of(text), ENGLISH)
    assert [parts(text, d) for d in drafts] == [
        (["Radio Velmar"], ["reported"], ["The mine was shut in May"]),
        (["the chamber of guilds"], ["citing"], ["The mine was shut in May"]),
    ]


@pytest.mark.parametrize("reason", ["a lack of proof", "Terzo's record in Quell", "rising costs"])
def test_a_reason_that_is_cited_says_nothing(reason: str) -> None:
    text = f"The council shut the mine, Radio Velmar reported, citing {reason}."
    drafts = [draft(text, "Radio Velmar", "reported", "The council shut the mine")]
    mend_citing(drafts, Layout.of(text), ENGLISH)
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor had said nothing for a week.", "The mayor", "had said", "nothing"),
        ("They left by the plan, according to which each post was to be handed over.",
         "which each post was to be handed over", "according to", "They left by the plan"),
    ],
)  # fmt: skip
def test_what_says_nothing_is_left_out(text: str, source: str, cue: str, content: str) -> None:
    drafts = [draft(text, source, cue, content)]
    without_idle(drafts, Layout.of(text), ENGLISH)
    assert drafts == []


def test_what_is_feared_is_said_by_nobody_in_particular() -> None:
    text = "It rained. Some ninety people are feared dead under the hill at Quell."
    drafts: list[Draft] = []
    add_believed(drafts, Layout.of(text), ENGLISH)
    assert [parts(text, d) for d in drafts] == [
        ([], ["are feared"], ["Some ninety people", "dead under the hill at Quell"])
    ]


@given(st.text('ab \n.,“”"wasquotedciting', max_size=120))
def test_no_text_makes_a_piece_without_a_word(text: str) -> None:
    layout, drafts = Layout.of(text), []
    for mend in (mend_quoted, mend_citing, add_believed, without_idle):
        mend(drafts, layout, ENGLISH)
    for one in drafts:
        for start, end in [*one.source, *one.cue, *one.content]:
            assert any(character.isalnum() for character in text[start:end])
