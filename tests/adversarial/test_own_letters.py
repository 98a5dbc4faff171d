"""Every pattern of the program on texts of its own letters: the time grows as the text does."""

from __future__ import annotations

import math
import re
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import pytest
from pattern_letters import only_matched, patterns, pumps, text_of

SEEN: Final = 1e-3  # seconds from which a ratio tells something; a linear pattern takes a hundredth of it


class Growth(NamedTuple):
    """Two lengths of a text and what tells that the time between them grows far more than the length."""

    length: int  # characters
    times: int  # the longer text
    most: float  # times the time of the shorter text
    cut: float  # seconds of the clock after which a pattern is stopped: it is no linear one
    rounds: int  # of which the least time counts, since other work on the machine only adds to it


# A quick look at every text, and a second at what seemed steep, with room for a busy machine: a linear pattern takes 4
# and 16 times the time, a quadratic one 16 and 256. What is bounded grows up to its bound and only seems steep at first.
QUICK: Final = Growth(400, 4, 9, 1, 5)
SURE: Final = Growth(1600, 16, 64, 4, 2)
# What is only tried at one place of a text and not searched for in it, though other code is called alike.
MATCHED: Final = frozenset({
    "lang.en.ATTRIBUTIONS.forms.whom", "lang.en.ATTRIBUTIONS.manner.denied", "lang.en.LANGUAGE.text.credits.alone",
    "lang.en.LANGUAGE.text.credits.dateline", "lang.en.LANGUAGE.text.credits.source", "lang.en.LANGUAGE.zones.label",
    "store.sqlite.NAME", "read.EXPORT", "read.MAIL", "read.READERS.4.magic", "read.READERS.5.magic", "read.READERS.19.magic",
    "read.readers.html.metadata.BY",
})  # fmt: skip
# What is shown so many characters at most.
BOUNDED: Final = {
    "extract.attributions.rules.boundaries.SPLIT": "boundaries.MAX_SPLIT",
    "extract.attributions.rules.marks.POST": "an embed is a line of 800 characters",
    "extract.places.tokens.SENTENCE": "tokens.GAP_REACH",
    "extract.times.WORD_BEFORE": "24 characters",
    "read.readers.html.META_CHARSET": "the first 4,096 bytes",
    "read.readers.records.TOKEN": "a line that is JSON, so that each string of it ends",
}


class _Cut(Exception):
    """It took too long."""


@contextmanager
def _stopped_in_time(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _Cut

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _seconds(pattern: re.Pattern[Any], text: Any, *, search: bool, cut: float) -> float:
    started = time.process_time()  # of this process alone: the clock runs on while others have the processor
    try:
        with _stopped_in_time(cut):
            if search:
                deque(pattern.finditer(text), maxlen=0)
            else:
                pattern.match(text)
                pattern.fullmatch(text)
    except _Cut:
        return math.inf
    return time.process_time() - started


def steep(pattern: re.Pattern[Any], *, search: bool) -> str | None:
    """The letters on which the time of a pattern grows far more than the text."""
    for before, piece in pumps(pattern):
        if all(_grows(pattern, before, piece, growth, search=search) for growth in (QUICK, SURE)):
            return f"{before!r} and then {piece!r} over and over"
    return None


def _grows(pattern: re.Pattern[Any], before: str, piece: str, growth: Growth, *, search: bool) -> bool:
    sizes = growth.length, growth.times * growth.length
    short, long = (text_of(pattern, before, piece, size) for size in sizes)
    least_short = least_long = math.inf
    for number in range(growth.rounds):
        least_long = min(least_long, _seconds(pattern, long, search=search, cut=growth.cut))
        if least_long < SEEN:
            return False
        if least_long == math.inf and number:  # cut twice: a third round would say the same
            return True
        least_short = min(least_short, _seconds(pattern, short, search=search, cut=growth.cut))
        if least_long < growth.most * least_short:
            return False
    return True


@pytest.mark.slow
def test_no_pattern_runs_long_on_its_own_letters() -> None:
    found = patterns()
    assert len(found) > 200
    assert MATCHED | BOUNDED.keys() <= found.keys()
    bad = {
        where: letters
        for where, pattern in found.items()
        if where not in BOUNDED
        and (letters := steep(pattern, search=where not in MATCHED and not only_matched(where))) is not None
    }
    assert bad == {}


@pytest.mark.parametrize("pattern", [r"\s+$", r"(\w+\s?)+:", r"a.*b.*c", r"[ \t]*<"])
def test_a_pattern_that_runs_long_is_seen(pattern: str) -> None:
    assert steep(re.compile(pattern), search=True) is not None


@pytest.mark.parametrize("pattern", [r"\w+", r"(?<!\s)\s++$", r"[ \t]{0,20}<", r"a[^a]{0,9}b"])
def test_a_pattern_that_is_linear_is_not(pattern: str) -> None:
    assert steep(re.compile(pattern), search=True) is None
