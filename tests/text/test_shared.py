"""Words that two texts share: runs, changed words, pieces in another order, offsets."""

from __future__ import annotations

import random

import pytest

from sayso.text.shared import RUN_WORDS, SHINGLE_WORDS, fingerprint, shared_passages, words_of

LEAD = "The envoy left the talks in Keld on Monday and flew home to Ostrany without a word to the press."
NEXT = "A second round, which both sides had agreed on in March, is now in doubt, officials in the capital fear."
OTHER = "Farmers in the north have had no rain since the spring, and the price of bread has doubled in a year."


def shared(one: str, other: str) -> list[tuple[str, str, int]]:
    """The passages as they stand in both texts, and how many words are the same."""
    a, b = words_of(one), words_of(other)
    return [
        (one[a.starts[p.a] : a.ends[p.a_end - 1]], other[b.starts[p.b] : b.ends[p.b_end - 1]], p.words)
        for p in shared_passages(a, b)
    ]


def test_a_passage_is_given_by_its_characters_on_both_sides() -> None:
    found = shared(f"{OTHER} {LEAD}", f"(OPS) -- {LEAD.upper()}\n\n{NEXT}")
    assert found == [(LEAD[:-1], LEAD.upper()[:-1], 20)]


def test_a_changed_word_does_not_break_a_passage() -> None:
    changed = LEAD.replace("Monday", "Tuesday").replace("flew", "went back")
    assert [(len(one.split()), words) for one, _, words in shared(LEAD, changed)] == [(20, 17)]


def test_pieces_in_another_order_are_all_found() -> None:
    found = shared(f"{LEAD} {NEXT} {OTHER}", f"{OTHER} {LEAD} Nobody had seen him go, and nobody asked. {NEXT}")
    assert sum(words for *_, words in found) == len(f"{LEAD} {NEXT} {OTHER}".split())
    assert [one[:9] for one, *_ in found] == ["The envoy", "A second ", "Farmers i"]


def test_turns_of_phrase_are_not_shared_text() -> None:
    assert shared("He said at the end of the day it was done.", "At the end of the day nobody won.") == []
    assert shared("", LEAD) == [] == shared("One two three.", "One two three.")


def test_no_word_is_in_two_passages() -> None:
    twice = f"{LEAD} {OTHER} {LEAD}"
    passages = shared_passages(words_of(LEAD), words_of(twice))
    assert sum(passage.words for passage in passages) == 20
    again = shared_passages(words_of(twice), words_of(twice))
    assert sum(passage.words for passage in again) == len(words_of(twice))


@pytest.mark.parametrize("text", ["", "one", "𝒳 ß İstanbul 3,400 don’t", "\ud800 x\ny"])
def test_words_stand_where_they_are(text: str) -> None:
    words = words_of(text)
    for start, end in zip(words.starts, words.ends, strict=True):
        assert text[start:end].isalnum()
    assert (len(fingerprint(words)) > 0) == (len(words) >= SHINGLE_WORDS)


def test_every_run_that_counts_has_a_hash_of_the_fingerprint() -> None:
    rng = random.Random(7)
    vocabulary = [f"w{n}" for n in range(50)]
    for _ in range(50):
        run = [rng.choice(vocabulary) for _ in range(RUN_WORDS)]
        texts = [
            " ".join(
                [*rng.choices(vocabulary, k=rng.randrange(30)), *run, *rng.choices(vocabulary, k=rng.randrange(30))]
            )
            for _ in range(2)
        ]
        prints = [set(fingerprint(words_of(text)).tolist()) for text in texts]
        assert prints[0] & prints[1]


def test_quoted_words_are_not_the_reports_own() -> None:
    words = words_of('"We will leave," the envoy said.')
    assert words.own.tolist() == [False] * 3 + [True] * 3 and words.own_words == 3
