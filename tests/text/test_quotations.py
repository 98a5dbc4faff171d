"""Paragraphs and quotation marks, in texts of every kind and in any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotations import Quotation, find_quotations, paragraph_spans, quoted_mask, trim

MARKS = "“”„«»\"''‘’`❝❞‟＂ \n\t.,ab1—(\u2028\r"
ANY_TEXT = st.one_of(st.text(), st.text(alphabet=MARKS))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@given(ANY_TEXT)
def test_paragraphs_of_any_text_are_apart_trimmed_and_leave_out_only_white_space(text: str) -> None:
    spans = paragraph_spans(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert trim(text, start, end) == (start, end)
        position = end
    assert not text[position:].strip()


@given(ANY_TEXT)
def test_quotations_of_any_text_are_apart_and_inside_one_paragraph(text: str) -> None:
    paragraphs = paragraph_spans(text)
    position = 0
    for quotation in find_quotations(text):
        assert position <= quotation.start < quotation.inner_start < quotation.inner_end <= quotation.end <= len(text)
        assert any(start <= quotation.start and quotation.end <= end for start, end in paragraphs)
        assert not (quotation.broken and quotation.continues)
        position = quotation.end


@given(ANY_TEXT)
def test_the_mask_of_any_text_is_set_just_inside_its_quotations(text: str) -> None:
    quotations = find_quotations(text)
    mask = quoted_mask(text, quotations)
    assert len(mask) == len(text)
    assert sum(mask) == sum(q.end - q.start for q in quotations)


@given(
    st.text(alphabet="ab ,.", min_size=1).filter(str.strip), st.sampled_from(["“”", '""', "„“", "„”", "«»", "»«", "❝❞"])
)
def test_words_between_a_pair_of_marks_are_a_quotation(words: str, marks: str) -> None:
    text = f"She said {marks[0]}{words}{marks[1]} there."
    assert find_quotations(text) == [Quotation(9, 11 + len(words), 10, 10 + len(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” she said. “It is not.”", ["“No,”", "“It is not.”"]),
        ('"No," she said. "It is not."', ['"No,"', '"It is not."']),
        ("``No,'' she said.", ["``No,''"]),
        ("‘‘No,’’ she said.", ["‘‘No,’’"]),
        ("“He called it ‘a lie’ twice,” she said.", ["“He called it ‘a lie’ twice,”"]),
        ("She said ‘it is not’, and left.", ["‘it is not’"]),
        ("'We don't know,' she said.", ["'We don't know,'"]),
        ("It is the workers' right, and Velmar's.", []),
        ("In the '80s they had '90s hair.", []),
        ("No marks at all.", []),
        ("”", []),
        ("“”", []),
        ('"', []),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_that_is_missing_is_taken_to_stand_at_the_end_of_the_paragraph() -> None:
    text = "He said: “It is closed.\nThe camp is small."
    assert find_quotations(text) == [Quotation(9, 23, 10, 23, broken=True)]


def test_a_quotation_that_opens_every_paragraph_goes_on_to_the_last() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    found = find_quotations(text)
    assert [q.continues for q in found] == [True, True, False]
    assert [q.broken for q in found] == [False, False, False]
    assert quoted(text) == ["“One.", "“Two.", "“Three,”"]


def test_a_quotation_whose_closing_mark_stands_in_the_next_paragraph_goes_on_there() -> None:
    text = "He said, “We gave way on the road.\n\nOn the well we will not,” and left."
    assert [(text[q.start : q.end], q.continues) for q in find_quotations(text)] == [
        ("“We gave way on the road.", True),
        ("On the well we will not,”", False),
    ]


def test_each_line_is_a_paragraph() -> None:
    assert paragraph_spans("One.\nTwo.\r\n\r\n  Three. \n") == [(0, 4), (5, 9), (15, 21)]


def test_the_lines_of_a_hard_wrapped_text_are_joined_up_to_a_blank_line() -> None:
    paragraph = "The envoy of Ostrany said on Monday that the camp would be\nclosed before the summer, and that nobody who lives in it\n" \
        "would be handed over, whatever the papers of Velmar may say\nabout it."  # fmt: skip
    text = f"{paragraph}\n\n{paragraph}"
    assert [text[slice(*span)] for span in paragraph_spans(text)] == [paragraph, paragraph]


def test_a_text_of_one_very_long_line_takes_no_longer_than_its_length_asks() -> None:
    assert len(find_quotations("“a” " * 5_000)) == 5_000
    assert find_quotations("'a " * 5_000) == []
