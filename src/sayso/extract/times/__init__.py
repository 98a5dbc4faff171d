"""Times: expressions of a report as TIMEX3, each with the days it stands for and what it is reckoned from.

A date with a year is `stated`. One without is anchored in a time told before it (the id of that time is its anchor), in
the day of publication, or in nothing: then its value stays open (``XXXX-11-04``) and it has no days. Which of the two
dates leads depends on the report. If it mostly tells of years far from its publication, it is a history, and the last
date told leads; in news the day of publication leads, and the tense of the sentence says whether "Monday" is the last
one or the next. Source: Strötgen and Gertz (2013), "Multilingual and cross-domain temporal tagging", for the two kinds
of text; TimeML 1.2.1 for values.

The way through the folder: `tokens`, `grammar` (forms over classes of tokens, whose meanings are in `calendar_forms`
and `relative_forms`), then `anchoring` (with `told_times`, `years` and `relative`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sayso.extract.times.anchoring import Anchoring
from sayso.extract.times.expression import Expression, ExpressionKind
from sayso.extract.times.grammar import expressions
from sayso.lang import Language, load_language
from sayso.lang.needs.times import TimeWords
from sayso.steps import extractor
from sayso.values.findings import Time
from sayso.values.report import Report

NUMBER_BEFORE: Final = re.compile(r"[0-9][ \t]+$")
WORD_BEFORE: Final = re.compile(r"(\w+)\s+\Z")
INSIDE: Final = re.compile(r"[\w,] \Z")  # before a word that opens no sentence
NUMBER_BEHIND: Final = re.compile(r"[ \t]+[0-9]")


@extractor("times.v1", gives="times")
def times(report: Report, language: Language) -> tuple[Time, ...]:
    """Find the times of a report, in order."""
    return find_times(report, language.times) if language.times is not None else ()


def among_numbers(text: str, start: int, end: int) -> bool:
    """Return whether a number stands between two others, nothing but spaces apart: one of a table, and no year.

    >>> among_numbers("17 1980 23", 3, 7), among_numbers("in 1980 23 fled", 3, 7)
    (True, False)
    """
    if not text[start:end].isdigit():
        return False
    return NUMBER_BEFORE.search(text, max(0, start - 8), start) is not None and (
        NUMBER_BEHIND.match(text, end) is not None
    )


@lru_cache(maxsize=8)
def _called(words: TimeWords) -> re.Pattern[str]:
    """The pattern of somebody's name that holds a month: "June Price", "Theresa May"."""
    months = "|".join(sorted(word.title() for word in words.given))
    return re.compile(
        rf"(?<![\w.])(?:(?P<before>\w+)[ ,]+)?(?:(?P<first>{months}) (?P<last>[^\W\d_a-z][^\W\d_]+)"
        rf"|(?P<given>[^\W\d_a-z][^\W\d_]+)\.? (?P<sur>{months}))(?![ ]?[0-9]|\w)"
    )


def without_given_names(text: str, found: list[Expression], words: TimeWords) -> list[Expression]:
    """Return the expressions without months that are somebody's name where the text calls somebody so.

    >>> words = load_language("en").times
    >>> text = "Theresa May spoke. Aides told May so; in May it rained."
    >>> [text[each.start - 3 : each.end] for each in without_given_names(text, expressions(text, words), words)]
    ['in May']
    """
    bare = [each for each in found if text[each.start : each.end].lower() in words.given]
    if not bare:
        return found
    timed = words.words.keys() - words.given
    names: set[str] = set()
    for match in _called(words).finditer(text):
        before, beside = (match["before"] or "").lower(), (match["last"] or match["given"]).lower()
        if (
            beside not in timed
            and not before[:1].isdigit()
            and before not in words.before_month
            and beside not in words.no_given
        ):
            names.add(match["first"] or match["sur"])
    return [each for each in found if text[each.start : each.end] not in names or _timed(text, each, words)]


def without_names(text: str, found: list[Expression], words: TimeWords) -> list[Expression]:
    """Return the expressions without names: a part of the day with a capital, a month that is a verb in capitals.

    >>> words = load_language("en").times
    >>> text = "The outlet Dawn wrote that it opens at dawn and rests on Christmas Eve."
    >>> [text[each.start : each.end] for each in without_names(text, expressions(text, words), words)]
    ['dawn', 'Christmas Eve']
    """
    return [each for each in found if not _is_name(text, each, words)]


def _is_name(text: str, each: Expression, words: TimeWords) -> bool:
    said = text[each.start : each.end]
    if said.isupper():  # "A MARCH FOR PEACE"
        return said.lower() in words.capitals and not _timed(text, each, words)
    inside = INSIDE.search(text, max(0, each.start - 3), each.start) is not None
    return inside and each.kind == ExpressionKind.PART and said.istitle() and said.isalpha()


def _timed(text: str, each: Expression, words: TimeWords) -> bool:
    before = WORD_BEFORE.search(text, max(0, each.start - 24), each.start)
    return before is not None and before.group(1).lower() in words.before_month


def find_times(report: Report, words: TimeWords | None = None) -> tuple[Time, ...]:
    """Return the time expressions of a report, in order and apart; by English words unless others are given.

    Takes time that grows with the length of the text alone; fails on no text.

    >>> news = Report.of("He was freed on Monday, five years after the coup of 1980. On 4 November he spoke.",
    ...                  published="1985-11-06", published_from="user")
    >>> [(t.span.text, t.value, t.anchor) for t in find_times(news)][0]
    ('Monday', '1985-11-04', 'published')
    >>> [(t.value, t.anchor) for t in find_times(Report.of("They came on November 4."))]
    [('XXXX-11-04', 'none')]
    """
    words = words or load_language("en").times
    assert words is not None
    found = [one for one in expressions(report.text, words) if not among_numbers(report.text, one.start, one.end)]
    found = without_names(report.text, without_given_names(report.text, found, words), words)
    if not found:
        return ()
    return tuple(Anchoring(report, found, words).run())
