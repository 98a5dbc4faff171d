"""The rules beside the tagger, on their own: no model is loaded here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_drafts import ENGLISH, run

from sayso.extract.attributions import style_of
from sayso.extract.attributions.drafts import Draft, tidy_content
from sayso.text import quotations
from sayso.text.layout import Layout


def texts(text: str, pieces: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in pieces]


def piece(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('Spokeswoman Ida Brenn: "Nobody has left."', "Spokeswoman Ida Brenn", '"Nobody has left."'),
        ("It rained. The mayor: “Wells first.”", "The mayor", "“Wells first.”"),
        ("Ida Brenn, of the Front: «Oui, toujours.»", "Ida Brenn, of the Front", "«Oui, toujours.»"),
    ],
)
def test_a_few_words_and_a_colon_before_a_quotation_are_its_source(text: str, source: str, content: str) -> None:
    drafts: list[Draft] = []
    drafts = run("colon-lead", text, drafts)
    assert [(texts(text, d.source), texts(text, d.content)) for d in drafts] == [([source], [content])]


@pytest.mark.parametrize(
    "text",
    [
        "He named the film: “Dawn”",  # one word is a title
        "After a long night of talks that led to nothing at all for anybody in town, one line: “We go on.”",
        "She said “no.”",
    ],
)
def test_other_colons_are_left_alone(text: str) -> None:
    drafts: list[Draft] = []
    drafts = run("colon-lead", text, drafts)
    assert drafts == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"We will not send them back." - Minister R. Aldo', "Minister R. Aldo"),
        ("“Since four in the morning.” — Tuncay, baker", "Tuncay, baker"),
        ("“Ask me tomorrow.” - a soldier", "a soldier"),
        ("“Nobody asked us first.”\n― Ida Brenn", "Ida Brenn"),
        ('Deputy Saleh Mirzo - "I will not sit in a locked chamber" - left.', "Deputy Saleh Mirzo"),
    ],
)
def test_a_dash_parts_a_quotation_from_its_source(text: str, source: str) -> None:
    drafts: list[Draft] = []
    drafts = run("dash-after dash-before", text, drafts)
    assert [texts(text, d.source) for d in drafts] == [[source]]


def test_a_dash_before_the_rest_of_a_sentence_is_no_source() -> None:
    text = "“We have no blankets at all” – and she lifted the last one."
    drafts: list[Draft] = []
    drafts = run("dash-after dash-before", text, drafts)
    assert drafts == []


def test_a_quotation_over_paragraphs_is_one_content_in_pieces() -> None:
    text = "“One thing is sure,” he said, “we stay.\n\n“Nobody goes.\n\n“Not today.”"
    first = Draft(
        [piece(text, "he")], [piece(text, "said")], [piece(text, "“One thing is sure,”"), piece(text, "“we stay.")], 0.9
    )
    run("over-paragraphs goes-on", text, [first])
    assert texts(text, first.content) == ["“One thing is sure,”", "“we stay.", "“Nobody goes.", "“Not today.”"]


def test_a_quotation_without_a_source_goes_on_from_the_one_before() -> None:
    text = "“No shots,” the caretaker told us. The yard smelled. “Just a lorry, and then quiet.”"
    first = Draft([piece(text, "the caretaker")], [piece(text, "told")], [piece(text, "“No shots,”")], 0.9)
    drafts = [first]
    drafts = run("over-paragraphs goes-on", text, drafts)
    assert drafts[1].continues is first
    assert texts(text, drafts[1].content) == ["“Just a lorry, and then quiet.”"]


def test_scare_quotes_do_not_go_on_from_anything() -> None:
    text = "“No shots,” the caretaker told us. The so-called “peace” held."
    drafts = [Draft([piece(text, "the caretaker")], [piece(text, "told")], [piece(text, "“No shots,”")], 0.9)]
    drafts = run("over-paragraphs goes-on", text, drafts)
    assert len(drafts) == 1


def test_a_turn_is_said_by_its_label() -> None:
    text = "Q: Who shot first?\n\nIda Brenn: They did.\n\nI saw it."
    drafts: list[Draft] = []
    drafts = run("turn", text, drafts)
    assert [(texts(text, d.source), texts(text, d.content)) for d in drafts] == [
        (["Q"], ["Who shot first?"]),
        (["Ida Brenn"], ["They did.", "I saw it."]),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "after"),
    [
        ("Rumour has it that the mill is sold; nobody knows.", "Rumour", "has it", "that the mill is sold; nobody knows",
         ([], ["Rumour", "has it"], ["that the mill is sold"])),
        ("The bridge, we are told, will hold.", "we", "are told", "The bridge",
         ([], ["we are told"], ["The bridge", "will hold"])),
        ("The guards allegedly fled at dawn.", "", "", "",
         ([], ["allegedly"], ["The guards", "fled at dawn"])),
    ],
)  # fmt: skip
def test_hearsay_has_no_source_and_goes_round_its_words(
    text: str, source: str, cue: str, content: str, after: tuple[list[str], ...]
) -> None:
    drafts = [Draft([piece(text, source)], [piece(text, cue)], [piece(text, content)], 0.9)] if cue else []
    drafts = run("nobody-named impersonal adverb-of-hearsay hearsay-aside reportedly", text, drafts)
    assert [tuple(texts(text, part) for part in (d.source, d.cue, d.content)) for d in drafts] == [after]


def test_of_two_that_say_the_same_the_surer_stays() -> None:
    a = Draft([(0, 3)], [(4, 8)], [(9, 40)], 0.9)
    b = Draft([], [(4, 8)], [(9, 41)], 0.6)
    assert run("says-the-same", "said " * 10, [b, a]) == [a]


def test_marks_of_a_whole_quotation_belong_to_the_content() -> None:
    text = "She said: “We go on,” and left."
    layout = Layout.of(text, ENGLISH.text)
    assert texts(text, tidy_content(text, [piece(text, "We go on,")], layout)) == ["“We go on,”"]


def test_style_tells_how_much_is_quoted() -> None:
    text = "that Velmar “is determined” to close it"
    mask = quotations.quoted_mask(text, quotations.find_quotations(text))
    assert style_of([(0, len(text))], text, mask) == "mixed"
    assert style_of([piece(text, "“is determined”")], text, mask) == "direct"
    assert style_of([piece(text, "that Velmar")], text, mask) == "indirect"


@given(st.text(alphabet="aB .:,“”\"-—\n'«»", max_size=200))
def test_no_text_breaks_the_rules_and_every_piece_holds_a_word(text: str) -> None:
    drafts: list[Draft] = []
    drafts = run("colon-lead", text, drafts)
    drafts = run("dash-after dash-before", text, drafts)
    drafts = run("over-paragraphs goes-on", text, drafts)
    for draft in drafts:
        for start, end in (*draft.source, *draft.cue, *draft.content):
            assert 0 <= start < end <= len(text)
