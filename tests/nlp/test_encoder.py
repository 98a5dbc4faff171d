"""What the encoder takes in: tokens, wordpieces, windows and batches, of any text."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.nlp import encoder
from sayso.nlp.encoder import PIECES_A_TOKEN, Tokens, Vocabulary, collate, tokenize, windows

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{c}" for c in LETTERS), *'.,"\'?!:;-—()1234567890',
    *(f"##{c}" for c in "0123456789"), "the", "camp", "said", "close", "##d", "un", "##aff", "##able", "trump", "##ing",
    "ostrany", "will", "be", "##s",
]  # fmt: skip
VOCABULARY = Vocabulary(WORDS)
ANY_TEXT = st.one_of(st.text(), st.text(alphabet="aB1 .“”\"'’\n\r\u2028é\u0301—?"))
SENTENCES = st.lists(
    st.sampled_from(["The camp will be closed.", '"Unaffable," Trump said.', "Ostrany's\n", "\n\n", "x" * 90]),
    max_size=120,
)


def reference_pieces(word: str) -> list[str]:
    """WordPiece as Devlin et al. (2019) wrote it down: lower case, accents off, marks parted, longest match first."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = [""]
    for character in plain:
        if character.isalnum():
            parts[-1] += character
        else:
            parts += [character, ""]
    output: list[str] = []
    for part in filter(None, parts):
        pieces: list[str] = []
        start = 0
        while start < len(part):
            end = len(part)
            while start < end and ("##" if start else "") + part[start:end] not in VOCABULARY.ids:
                end -= 1
            if start == end:
                pieces = ["[UNK]"]
                break
            pieces.append(("##" if start else "") + part[start:end])
            start = end
        output += pieces
    return output[:PIECES_A_TOKEN]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("camp", ["camp"]),
        ("Closed", ["close", "##d"]),
        ("unaffable", ["un", "##aff", "##able"]),
        ("Ostrany's", ["ostrany", "'", "s"]),
        ("Ostrany’s", ["ostrany", "'", "s"]),
        ("CAMPÉ", ["camp", "##e"]),
        ("“", ['"']),
        ("日", ["[UNK]"]),
        ("camp日", ["[UNK]"]),
        ("qqqqqqqq", ["q", *["##q"] * 5]),
    ],
)
def test_a_word_is_cut_into_its_longest_known_pieces_at_most_six(word: str, pieces: list[str]) -> None:
    assert [WORDS[number] for number in VOCABULARY(word)] == pieces


@given(st.text(alphabet=LETTERS + LETTERS.upper() + "éÜ0123456789'", min_size=1, max_size=20))
def test_pieces_are_those_of_the_reference_algorithm(word: str) -> None:
    assert [WORDS[number] for number in VOCABULARY(word)] == reference_pieces(word)


def test_a_vocabulary_of_another_kind_is_refused() -> None:
    with pytest.raises(ModelError, match=r"lacks '\[CLS\]'"):
        Vocabulary(["the", "camp"])


def test_a_vocabulary_of_junk_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "MAX_KNOWN_WORDS", 50)
    vocabulary = Vocabulary(WORDS)
    for number in range(200):
        vocabulary(str(number))
        assert len(vocabulary._known) <= 51


@given(ANY_TEXT)
def test_tokens_of_any_text_are_apart_and_leave_out_only_white_space(text: str) -> None:
    tokens = tokenize(text, VOCABULARY)
    position = 0
    for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
    for feature in (tokens.case, tokens.quoted, tokens.paragraph, tokens.stops, tokens.starts, tokens.ends):
        assert len(feature) == len(tokens)
    assert all(1 <= len(pieces) <= PIECES_A_TOKEN for pieces in tokens.pieces)
    assert all(0 <= case <= encoder.OTHER_CASE for case in tokens.case)
    assert list(tokens.paragraph) == sorted(tokens.paragraph)


def length_of(tokens: Tokens, start: int, end: int) -> int:
    begins = sum(tokens.paragraph[i] != tokens.paragraph[i - 1] for i in range(start + 1, end))
    return sum(map(len, tokens.pieces[start:end])) + begins + 2


@given(
    st.one_of(ANY_TEXT, SENTENCES.map(" ".join)), st.integers(PIECES_A_TOKEN + 2, 80), st.integers(8, 80) | st.none()
)
def test_windows_cover_every_token_of_any_text_once_and_fit(text: str, size: int, first: int | None) -> None:
    tokens = tokenize(text, VOCABULARY)
    cut = windows(tokens, size, first=first)
    assert [i for start, end in cut for i in range(start, end)] == list(range(len(tokens)))
    for number, (start, end) in enumerate(cut):
        assert length_of(tokens, start, end) <= (first if first and not number else size)


def test_a_window_ends_with_a_sentence_where_it_can() -> None:
    tokens = tokenize("The camp will be closed. " * 40, VOCABULARY)
    assert all(tokens.stops[end - 1] for _, end in windows(tokens, 64))


def test_a_quotation_mark_after_the_end_of_a_sentence_belongs_to_it() -> None:
    tokens = tokenize('"The camp will close." Trump said', VOCABULARY)
    assert [i for i, stop in enumerate(tokens.stops) if stop] == [6]


@given(SENTENCES.map(" ".join), st.integers(10, 60))
def test_each_token_is_found_again_in_the_batch_at_its_first_piece(text: str, size: int) -> None:
    tokens = tokenize(text, VOCABULARY)
    cut = windows(tokens, size)
    if not cut:
        return
    batch = collate([(tokens, start, end) for start, end in cut], VOCABULARY)
    feed = batch.feed()
    assert set(feed) == {"ids", "case", "quoted", "begins", "mask", "first"}
    assert batch.ids.shape == batch.case.shape == batch.quoted.shape == batch.begins.shape == batch.mask.shape
    assert batch.ids.shape[1] % 8 == 0
    for row, (start, end) in enumerate(cut):
        assert batch.mask[row].sum() == length_of(tokens, start, end)
        assert not batch.ids[row][~batch.mask[row]].any()
        for column, i in enumerate(range(start, end)):
            at = batch.first[row, column]
            assert tuple(batch.ids[row, at : at + len(tokens.pieces[i])]) == tokens.pieces[i]
            assert batch.case[row, at] == tokens.case[i]
            assert batch.quoted[row, at] == tokens.quoted[i]
    assert (batch.ids[np.arange(len(cut)), 0] == VOCABULARY.start).all()


@pytest.mark.parametrize(
    ("word", "number"), [("camp", 0), ("Camp", 1), ("UN", 2), ("A", 1), ("3,400", 3), ("“", 4), ("日", 0)]
)
def test_the_case_of_a_word_is_one_of_five(word: str, number: int) -> None:
    assert encoder.case_class(word) == number
