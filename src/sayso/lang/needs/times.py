"""What a language brings for finding times: one ``TimeWords(...)``, its `times`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lang.needs.numbers import NumberWords


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """What a language knows of time.

    words      word, lower case -> (class, value); the value is a number or a piece of a TIMEX3 value
    capitals   words that have their class only with a capital ("May", "March", "Sun"); else they are plain words
    sets       name used in forms -> the classes it stands for
    forms      (name of the form, pattern over classes); of those that fit at a token the first in this list wins
    core       classes without which there is no time expression: only text near one of them is looked at
    future     words of a sentence that speak of what is to come
    past       words of a sentence that speak of what has been
    past_end   how verbs in the past end
    numbers    words for numbers
    not_years  words behind which four digits are no year ("Flight 1965")
    counted    words before which four digits are a count ("1979 members")
    since      words before which such a count is a year all the same ("since 1979 members have")
    beside     pattern of what may stand between a time of day and its date ("5 p.m. on Tuesday")
    range      pattern of what may stand between the two ends of a range
    listing    words of `range` that make a list, not a range, unless a word of `bracket` stands before
    of, at     the words for these two, with the space before them
    day_first  whether 4/11/2010 is the fourth of November
    """

    words: dict[str, tuple[str, int | str]]
    capitals: frozenset[str]
    sets: dict[str, str]
    forms: tuple[tuple[str, str], ...]
    core: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    past_end: str
    numbers: NumberWords
    not_years: frozenset[str]
    counted: frozenset[str]
    since: frozenset[str]
    beside: str
    range: str
    listing: frozenset[str]
    bracket: frozenset[str]
    of: str
    at: str
    day_first: bool = True
