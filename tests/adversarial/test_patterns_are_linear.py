"""Patterns that once ran long: four times the text takes about four times the time, where it took sixteen times."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Iterable
from typing import Final

import pytest

from sayso.extract import quantities
from sayso.extract.attributions.rules import marks
from sayso.lang import load_language
from sayso.text import sentences

LENGTH: Final = 5000  # characters; a quadratic pattern takes 10 ms and more on them
TIMES: Final = 4
MOST: Final = 10  # times the time at LENGTH; a linear pattern takes about 4, a quadratic one 16
ROUNDS: Final = 5  # the fastest of them counts, and a ratio is measured at most so often anew


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        deque(_found(pattern, text), maxlen=0)
        best = min(best, time.process_time() - started)
    return best


def _found(pattern: re.Pattern[str], text: str) -> Iterable[object]:
    yield pattern.match(text)
    if pattern is not marks.TURN_LABEL:  # which is only matched
        yield from pattern.finditer(text)


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [
        pytest.param(sentences.END, ".", id="stops"),
        pytest.param(quantities.SENTENCE, "\t", id="tabs"),
        pytest.param(load_language("en").attributions.forms.owned_noun, "a-", id="hyphens"),
        pytest.param(marks.TURN_LABEL, " ", id="spaces"),
    ],
)
def test_four_times_the_text_takes_about_four_times_the_time(pattern: re.Pattern[str], piece: str) -> None:
    short, long = (piece * (n // len(piece)) + "\0" for n in (LENGTH, TIMES * LENGTH))
    ratios = (_seconds(pattern, long) / max(_seconds(pattern, short), 1e-4) for _ in range(ROUNDS))
    assert any(ratio < MOST for ratio in ratios)
