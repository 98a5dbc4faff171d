"""The tagger: the best path, the runs of cues, and the model's files."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.errors import ModelError
from sayso.nlp.tagger import Tagger, best_paths, candidate_runs, load_tagger

SCORES = st.floats(-5, 5, width=32)


@given(arrays.arrays(np.float32, (1, 4, 3), elements=SCORES), arrays.arrays(np.float32, (3, 3), elements=SCORES))
def test_the_best_path_scores_as_high_as_any(emissions: np.ndarray, transitions: np.ndarray) -> None:
    def score(path: tuple[int, ...]) -> float:
        steps = sum(float(transitions[a, b]) for a, b in itertools.pairwise(path))
        return steps + sum(float(emissions[0, t, tag]) for t, tag in enumerate(path))

    found = best_paths(emissions, transitions, np.ones((1, 4), dtype=bool))[0]
    best = max(score(path) for path in itertools.product(range(3), repeat=4))
    assert score(tuple(found)) == pytest.approx(best, abs=1e-4)


@given(arrays.arrays(np.float32, (1, 3, 3), elements=SCORES), st.integers(0, 3), st.integers(0, 3))
def test_what_is_not_seen_changes_no_path(emissions: np.ndarray, before: int, after: int) -> None:
    transitions = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
    alone = best_paths(emissions, transitions, np.ones((1, 3), dtype=bool))
    wide = np.pad(emissions, ((0, 0), (before, after), (0, 0)), constant_values=7)
    seen = np.zeros((1, 3 + before + after), dtype=bool)
    seen[:, before : before + 3] = True
    padded = best_paths(wide, transitions, seen)
    assert padded[:, before : before + 3].tolist() == alone.tolist()
    assert not padded[~seen].any()


def test_no_tokens_have_no_path() -> None:
    assert best_paths(
        np.zeros((1, 0, 4), dtype=np.float32), np.zeros((4, 4), dtype=np.float32), np.zeros((1, 0), dtype=bool)
    ).shape == (1, 0)


def test_transitions_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match="4 tags"):
        best_paths(
            np.zeros((1, 2, 4), dtype=np.float32), np.zeros((3, 3), dtype=np.float32), np.ones((1, 2), dtype=bool)
        )


def test_a_sure_beginning_parts_two_cues() -> None:
    likely = np.array([0.0, 0.9, 0.8, 0.7, 0.1, 0.9], dtype=np.float32)
    begins = np.array([0.0, 0.9, 0.1, 0.6, 0.0, 0.8], dtype=np.float32)
    assert candidate_runs(likely, begins, 0.15) == [[1, 2], [3], [5]]


def test_a_model_that_is_not_whole_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not whole"):
        Tagger(tmp_path)


def test_a_model_that_is_not_installed_says_which_distribution() -> None:
    with pytest.raises(ModelError, match="sayso-xx"):
        load_tagger("sayso_xx")


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger("sayso_en")


def said(tagger: Tagger, text: str) -> list[tuple[str, str]]:
    tagged = tagger.tag([text])[0]
    starts, ends = tagged.tokens.starts, tagged.tokens.ends
    return [
        (
            text[starts[c.source[0]] : ends[c.source[-1]]] if c.source else "",
            text[starts[c.content[0]] : ends[c.content[-1]]],
        )
        for c in tagged.candidates
    ]


def test_plain_speech_is_found(tagger: Tagger) -> None:
    text = "The envoy told reporters on Monday that the camp would be closed by June."
    [(source, content)] = said(tagger, text)
    assert source == "The envoy"
    assert content.removesuffix(".") == "that the camp would be closed by June"


def test_a_report_gives_the_same_whatever_it_is_read_with(tagger: Tagger) -> None:
    texts = [
        "“We stay,” said Ida Brenn.",
        "It rained in the north. " * 60,
        "According to the ministry, 12 people fell ill.",
        "THE CAMP BURNS, SAYS ENVOY\n\n" + "Terzo, who had left, denied on Monday that he knew of it. " * 40,
    ]
    for text, among in zip(texts, tagger.tag(texts), strict=True):
        [alone] = tagger.tag([text])
        assert alone.candidates == among.candidates  # scores to the last bit
        assert (alone.chances == among.chances).all()
        assert (alone.pos, alone.dep, alone.names) == (among.pos, among.dep, among.names)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_tagged(tagger: Tagger, text: str) -> None:
    tagged = tagger.tag([text])[0]
    assert len(tagged.pos) == len(tagged.tokens) == len(tagged.chances)


def test_no_texts_and_empty_texts_give_nothing(tagger: Tagger) -> None:
    assert tagger.tag([]) == []
    assert tagger.tag(["", " \n"])[0].candidates == ()
