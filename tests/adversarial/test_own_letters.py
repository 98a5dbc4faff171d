"""Every pattern of the program on texts of its own letters: four times the text takes about four times the time."""

from __future__ import annotations

import re
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from tests.helpers.pattern_letters import patterns, pumps, text_of

SHORT: Final = 400  # characters
TIMES: Final = 4
MOST: Final = 9  # times the time at SHORT; a linear pattern takes about 4, n log n 5, a quadratic one 16
SEEN: Final = 1e-3  # seconds from which a ratio tells something; a linear pattern takes a hundredth of it
ROUNDS: Final = 5
CUT: Final = 0.3  # seconds of CPU after which a pattern is stopped: it is no linear one
# What is only tried at one place of a text and not searched for in it, so that it may look over all of the text there.
MATCHED: Final = frozenset({
    "compare.NAME", "export.cells.NUMBER", "extract.attributions.rules.marks.DASH_BELOW",
    "extract.attributions.rules.marks.DATELINE", "extract.times.tokens.YEAR_NEXT", "extract.zones.CAPITALS_RUN_IN",
    "lang.en.ATTRIBUTIONS.forms.possessive", "lang.en.ENTITIES.addressed_after", "lang.en.ENTITIES.described_by",
    "lang.en.LANGUAGE.text.credits.agency_form", "lang.en.LANGUAGE.text.credits.alone",
    "lang.en.LANGUAGE.text.credits.dateline", "lang.en.LANGUAGE.text.credits.full_date",
    "lang.en.LANGUAGE.text.credits.source", "lang.en.LANGUAGE.zones.caption", "lang.en.LANGUAGE.zones.label",
    "lang.en.LANGUAGE.zones.paper", "lang.en.LANGUAGE.zones.run_in", "lang.en.LANGUAGE.zones.stage", "read.EXPORT",
    "read.READERS.4.magic", "read.READERS.5.magic", "read.readers.exports.COPYRIGHT",
    "read.readers.exports.LEXIS_BEGIN", "read.readers.exports.RULE", "read.readers.exports.WORD_COUNT",
    "read.readers.html.metadata.BY", "read.readers.mail.RULED", "read.readers.mailbox.HEAD",
    "read.readers.mailbox.SIZE", "read.readers.pdf.lines.ADDRESS", "read.readers.pdf.lines.IN_MARGIN",
    "text.sentences.BEGINS",
})  # fmt: skip
# What is shown so many characters at most.
BOUNDED: Final = {
    "extract.attributions.rules.boundaries.SPLIT": "boundaries.MAX_SPLIT",
    "extract.attributions.rules.marks.POST": "an embed is a line of 800 characters",
    "extract.places.tokens.SENTENCE": "tokens.GAP_REACH",
    "read.readers.html.META_CHARSET": "the first 4,096 bytes",
}


class _Cut(Exception):
    """It took too long."""


@contextmanager
def _stopped_in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _Cut

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, CUT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _seconds(pattern: re.Pattern[Any], text: Any, *, search: bool) -> float:
    started = time.process_time()
    try:
        with _stopped_in_time():
            if search:
                deque(pattern.finditer(text), maxlen=0)
            else:
                pattern.match(text)
                pattern.fullmatch(text)
    except _Cut:
        return CUT
    return time.process_time() - started


def steep(pattern: re.Pattern[Any], *, search: bool) -> str | None:
    """The letters on which a pattern takes far more than four times the time for four times the text."""
    for before, piece in pumps(pattern):
        # what is bounded grows up to its bound: only what is steep at the longer length too is steep
        if all(_grows(pattern, before, piece, length, search=search) for length in (SHORT, TIMES * SHORT)):
            return f"{before!r} and then {piece!r} over and over"
    return None


def _grows(pattern: re.Pattern[Any], before: str, piece: str, length: int, *, search: bool) -> bool:
    short, long = (text_of(pattern, before, piece, size) for size in (length, TIMES * length))
    for _ in range(ROUNDS):
        taken = _seconds(pattern, long, search=search)
        if taken < SEEN or (taken < MOST * _seconds(pattern, short, search=search) and taken < CUT):
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
        if where not in BOUNDED and (letters := steep(pattern, search=where not in MATCHED)) is not None
    }
    assert bad == {}


@pytest.mark.parametrize("pattern", [r"\s+$", r"(\w+\s?)+:", r"a.*b.*c", r"[ \t]*<"])
def test_a_pattern_that_runs_long_is_seen(pattern: str) -> None:
    assert steep(re.compile(pattern), search=True) is not None


@pytest.mark.parametrize("pattern", [r"\w+", r"(?<!\s)\s++$", r"[ \t]{0,20}<", r"a[^a]{0,9}b"])
def test_a_pattern_that_is_linear_is_not(pattern: str) -> None:
    assert steep(re.compile(pattern), search=True) is None
