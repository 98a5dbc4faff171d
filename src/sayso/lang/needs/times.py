"""What a language brings for finding times: one ``TimeWords(...)``, its `times`.

The step cuts a text into tokens and gives each a class; the language says which words have which class, in which forms
the classes stand for a time, and which letters it writes beside digits. The classes and forms that the step itself
asks about are the two closed lists below; a language may have more classes, which its forms alone name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from sayso.lang.needs.forms import NEVER
from sayso.lang.needs.numbers import NumberWords

MOVING_DAY: Final = "XX"  # value of a feast whose day is not reckoned; see sayso.world.feasts for those that are


class TokenClass(StrEnum):
    """What a token is, as far as the step asks; the comment says what it stands for in English."""

    # made by the step from digits and marks
    ISODATE = auto()  # 1980-11-04
    SLASHDATE = auto()  # 4/11/1980
    CLOCK = auto()  # 17:30, 5 p.m., noon
    CLOCK_FOUR = auto()  # 0530
    DECADE = auto()  # 1980s
    DECADE_SHORT = auto()  # '80s
    DECADE_TWO = auto()  # 80s
    YEAR = auto()  # 1980
    YEAR_SHORT = auto()  # '80
    TWO_DIGITS = auto()  # 32 to 99
    THREE_DIGITS = auto()  # 480
    DAY = auto()  # 1 to 31
    ZERO_DAY = auto()  # 04
    AMOUNT = auto()  # any other number in digits
    NUMBER = auto()  # a number in digits before it is looked at
    NUMBER_WORD = auto()  # seven, two hundred
    ORDINAL = auto()  # fourth
    ORDINAL_DIGITS = auto()  # 4th
    QUARTER_NUMBER = auto()  # Q3, H1
    WORD = auto()  # a word before it is looked up
    PLAIN = auto()  # a word or number that has nothing to do with time
    OWN = auto()  # 's
    DASH = auto()
    COMMA = auto()
    DOT = auto()
    SLASH = auto()
    COLON = auto()
    QUOTE = auto()
    OPEN = auto()  # ( or [
    CLOSE = auto()
    PERCENT = auto()
    MONEY = auto()
    LINE = auto()  # the end of a line
    BREAK = auto()  # the end of a sentence, paragraph or clause
    # words of the calendar
    MONTH = auto()
    MONTH_OR_VERB = auto()  # March, May
    MONTH_SHORT = auto()  # Nov
    WEEKDAY = auto()
    WEEKDAYS = auto()
    WEEKDAY_SHORT = auto()
    UNIT_YEAR = auto()
    UNITS_YEAR = auto()
    UNIT_WEEK = auto()
    UNITS_WEEK = auto()
    UNIT_DAY = auto()
    UNITS_DAY = auto()
    UNIT_WEEKEND = auto()
    QUARTER = auto()
    HALF = auto()
    SEASON = auto()
    SEASON_FALL = auto()  # a season's name that means something else as well
    PART = auto()  # morning
    PARTS = auto()  # mornings
    PART_ADVERB = auto()  # overnight
    DECADE_WORD = auto()  # eighties
    HOLIDAY = auto()
    HOLIDAY_PART = auto()  # a word that with a weekday or behind another names a feast: Good (Friday), Eid
    NEW = auto()
    EVE = auto()
    BC = auto()
    AD = auto()
    ZONE = auto()  # GMT
    TODAY = auto()
    YESTERDAY = auto()
    TOMORROW = auto()
    TONIGHT = auto()
    SET = auto()  # daily
    # words that say which one, how many, or where in it
    EARLY = auto()
    LATE = auto()
    MID = auto()
    EDGE = auto()  # beginning, end
    LAST = auto()
    PAST = auto()
    PREVIOUS = auto()
    NEXT = auto()
    FOLLOWING = auto()
    THIS = auto()
    THAT = auto()
    SAME = auto()
    AGO = auto()
    AHEAD = auto()  # afterwards
    BACK = auto()  # beforehand
    BEFORE = auto()
    AFTER = auto()
    EVERY = auto()
    PER = auto()
    OTHER = auto()
    LONG = auto()
    FEW = auto()
    NUMBEROF = auto()
    APPROX = auto()
    MORE = auto()
    OVER = auto()
    LESS = auto()
    UNDER = auto()
    THAN = auto()
    LEAST = auto()
    MOST = auto()
    UP = auto()
    # small words
    THE = auto()
    A = auto()
    OF = auto()
    ON = auto()
    TO = auto()
    AND = auto()
    FROM = auto()
    AWAY = auto()  # "from" alone


class FormName(StrEnum):
    """The forms of time expressions; the comment says what each is in English."""

    WRITTEN = auto()  # 1980-11-04
    CLOCKS = auto()  # 1030 to 1200 today
    CLOCK = auto()  # 5 p.m. GMT
    DAYS_MONTH = auto()  # 4 and 5 November 1980
    MONTH_DAYS = auto()  # November 4 to 8
    NTH = auto()  # the last Monday of May
    MONTH = auto()  # early November 1980
    SEASON = auto()  # the spring of 1980
    QUARTER = auto()  # the third quarter
    DECADE = auto()  # the late 1980s
    CENTURY = auto()  # the 19th century
    ERA = auto()  # 480 BC
    YEARS = auto()  # 1980-83
    AGE = auto()  # 12-year-old: no time
    WEEK_OF = auto()  # the weekend of 4 May
    WEEKEND = auto()  # the weekend
    MONTHS_OF = auto()  # the last three months of 1980
    MONTHS_TO = auto()  # the year to March
    FROM_DAY = auto()  # two weeks from Sunday
    SHIFT = auto()  # five months later
    SPAN = auto()  # the past three years
    EVERY = auto()  # every Monday
    RECENT = auto()  # recent weeks
    YEAR = auto()  # mid 1980
    DURATION = auto()  # two and a half years
    DAY_NEAR = auto()  # the day before yesterday
    UNIT_NEAR = auto()  # the week before
    PART = auto()  # Monday morning
    WEEKDAY = auto()  # last Monday
    UNIT = auto()  # last week
    DEICTIC = auto()  # today
    NOW = auto()  # at present
    REFERENCE = auto()  # recently
    SET = auto()  # daily
    HOLIDAY = auto()  # Christmas Eve
    ORDINAL_DAY = auto()  # on the 24th


@dataclass(frozen=True, slots=True, eq=False)
class LettersByDigits:
    """Letters that a language writes beside the digits of a time: patterns of lower case.

    ordinal     behind a place in a row: 4th
    decade      behind a decade: 1980s
    half_day    behind an hour on a clock of twelve: p.m.
    half_days   first letter of `half_day` -> hours that it adds to an hour from 0 to 11
    hour        behind a clock of twenty-four: 17:30 hrs
    era         behind a decade of two digits, after a space: 80s BC
    parts       letter before the number of a part of the year -> Q (quarter) or H (half): Q3, H1
    """

    ordinal: str = NEVER.pattern
    decade: str = NEVER.pattern
    half_day: str = NEVER.pattern
    half_days: dict[str, int] | None = None
    hour: str = NEVER.pattern
    era: str = NEVER.pattern
    parts: dict[str, str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """What a language knows of time.

    words      word, lower case -> (class, value); the value is a number or a piece of a TIMEX3 value
    letters    what is written beside digits
    capitals   words that have their class only with a capital ("May", "March", "Sun"); else they are plain words
    sets       name used in forms -> the classes it stands for
    forms      (name of the form, pattern over classes); of those that fit at a token the first in this list wins
    core       classes without which there is no time expression: only text near one of them is looked at
    future     words of a sentence that speak of what is to come
    past       words of a sentence that speak of what has been
    past_end   how verbs in the past end
    tense_word pattern of one word as `future` and `past` list it
    numbers    words for numbers
    not_years  words behind which four digits are no year ("Flight 1965")
    bound      a verb in the past with what makes it tell nothing of its time: "was to", "set for"
    clause     what parts two clauses of a sentence, each with a tense of its own
    given      months that are given names as well
    no_given   words behind such a month that make it neither name nor time: "April Fools"
    meant_for      words before a day that something is meant for, whatever the tense: "called a strike for June 3"
    before_month   words before such a month that make it none: "In April President ..."
    in_a_row       nouns and adjectives behind a number in a row, which is no day: the 13th session
    not_seasons  words in capitals behind a season's name that make it part of another: "the Spring Revolution"
    prefixes   what may be joined to a year by a hyphen ("post-1980")
    counted    words before which four digits are a count ("1979 members")
    since      words before which such a count is a year all the same ("since 1979 members have")
    beside     pattern of what may stand between a time of day and its date ("5 p.m. on Tuesday")
    range      pattern of what may stand between the two ends of a range
    listing    words of `range` that make a list, not a range, unless a word of `bracket` stands before
    of, at     the words for these two, with the space before them
    day_first  whether 4/11/2010 is the fourth of November
    """

    words: dict[str, tuple[str, int | str]]
    letters: LettersByDigits
    capitals: frozenset[str]
    sets: dict[str, str]
    forms: tuple[tuple[str, str], ...]
    core: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    past_end: str
    tense_word: re.Pattern[str]
    numbers: NumberWords
    not_years: frozenset[str]
    prefixes: frozenset[str]
    counted: frozenset[str]
    since: frozenset[str]
    beside: str
    range: str
    listing: frozenset[str]
    bracket: frozenset[str]
    of: str
    at: str
    day_first: bool = True
    given: frozenset[str] = frozenset()
    no_given: frozenset[str] = frozenset()
    meant_for: frozenset[str] = frozenset()
    before_month: frozenset[str] = frozenset()
    in_a_row: frozenset[str] = frozenset()
    not_seasons: frozenset[str] = frozenset()
    bound: re.Pattern[str] = NEVER
    clause: re.Pattern[str] = NEVER
