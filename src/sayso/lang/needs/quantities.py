"""What a language brings for finding quantities: one ``QuantityWords(...)``, its `quantities`."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern
from typing import Final

from sayso.lang.needs.forms import NEVER
from sayso.lang.needs.numbers import NumberWords
from sayso.values.terms import QuantityRole

# units by the names that are printed; the step itself reckons with these alone
YEAR: Final = "year"
MONTH: Final = "month"
WEEK: Final = "week"
DAY: Final = "day"
HOUR: Final = "hour"
MINUTE: Final = "minute"
PERCENT: Final = "percent"
TIMES: Final = "time"  # three times


@dataclass(frozen=True, slots=True, eq=False)
class QuantityWords:
    """What a language knows of quantities; all words are lower case.

    numbers      words for numbers
    vague        words that stand for a number between two bounds ("dozens"): low, high; no high bound is None
    few          words that multiply a scale vaguely ("several hundred"): the least and the most of them
    faint        those of them that make no number with an article alone: "some"
    grouped      words for a number that need an article or a number before them ("dozen")
    fractions    word -> share; the plural too
    heaps        words that need an article before and "of" behind ("a number of"): the least of them
    repeat       words between a vague number and itself ("thousands upon thousands")
    moved        words before a number and `range_join` that make it a change, not a range ("from 112 to 131")
    negation     word before "a single" that makes it nothing
    odd          words behind a number that leave its last places open ("seventy-odd", "two hundred and some")
    at           the word for "at"; `age_at` are words before it that make the number behind it an age ("retired at 68")
    age_of       words before "of" and a number, or before a bound, that make it an age ("a boy of 12")
    borrow       words before a number that may count what was counted before ("27 in Makilala and six in Digos")
    not_times    words behind "three times" that make it a comparison
    one          the word that is a pronoun too: no number behind `not_one_behind`, before `not_one_before`
    only         words that make it a number all the same
    clock        phrases behind a number that make it a time of day
    none         words for nothing before a noun ("no", "zero"); `nobody` are those that need no noun
    articles     "a", "an"
    single       words that make "a" a one ("a single grave")
    before       hedge in front of a number -> "" about, ">" at least, "<" at most
    behind       hedge behind a number -> the same
    between      words that open a range, with `range_join` between its ends; `range_marks` join without opening
    ratio        words between the two numbers of a share ("nine out of ten", "one in five")
    percent      words for per cent
    units        word behind a number -> (unit, role)
    tight_units  units only where they are glued to digits ("40m")
    currencies   mark or word -> unit; marks stand before the number
    age_before   words before a number that make it an age ("aged", "turned")
    age_behind   words behind a number and a unit of time that make it an age ("old")
    age_decade   words before "40s" that make it an age ("in his")
    names        words whose number is part of a name ("article", "room")
    stops        words that no counted noun holds: it ends before them
    skipped      words that may stand between a number and its noun without being part of it ("more", "other" is part)
    word_tail    pattern of what a word may end in beside letters ("isn't"); `own` is what stands behind an owner's '
    of           the word for "of"; `owners` are words that stand behind it before the noun
    people       plurals without their usual end, `people_ends` how more of them end ("fishermen");
    adjectives   those of them that are nouns only where no other plural follows
    verbs        forms of verbs that are no noun behind a number; others end in one of `verb_ends` or in `doing_end`
    states       what people are, counted as a noun ("512 dead") unless the sentence begins so, or behind `left`
    left         verbs that make them so ("left 60 wounded")
    parts        words that part the clauses in which a role is looked for
    strong       words behind a number, or its noun, that make it the size of a body
    pronouns     words that are counted without being a noun ("three of them")
    roles        role -> beginnings of words that show it, near the number
    toll         words whose number counts nothing named ("the toll rose to 131")
    measured     words before a number that name its unit ("magnitude-6.8"): word -> unit
    comparing    words behind "a third" that leave it a share ("a third more", "a third voted")
    something    words behind a hyphen that make a number somebody's age: "a 60-something"
    harm         beginnings of nouns of which "no" makes a nought, beside those of `roles`: "no casualties"
    charges      nouns that are counted in court ("two counts of murder"): nothing befell them
    spared       matches, in small letters, what ends before the number of those whom nothing befell: "a father of ",
                 "killed by "
    acts         matches, in small letters, what follows a counted noun that does something: "shot dead a ..."
    things       nouns for what can be neither killed nor wounded nor held
    """

    numbers: NumberWords
    vague: dict[str, tuple[int, int | None]]
    few: dict[str, tuple[int, int]]
    faint: frozenset[str]
    grouped: dict[str, int]
    fractions: dict[str, float]
    heaps: dict[str, int]
    repeat: frozenset[str]
    moved: frozenset[str]
    negation: frozenset[str]
    odd: frozenset[tuple[str, ...]]
    at: str
    age_at: frozenset[str]
    age_of: frozenset[str]
    borrow: frozenset[str]
    not_times: frozenset[str]
    one: str
    not_one_behind: frozenset[str]
    not_one_before: frozenset[str]
    only: frozenset[str]
    clock: frozenset[tuple[str, ...]]
    none: frozenset[str]
    nobody: frozenset[tuple[str, ...]]
    articles: frozenset[str]
    single: frozenset[str]
    before: dict[tuple[str, ...], str]
    behind: dict[tuple[str, ...], str]
    between: frozenset[tuple[str, ...]]
    range_join: frozenset[str]
    range_marks: frozenset[str]
    ratio: frozenset[tuple[str, ...]]
    percent: frozenset[tuple[str, ...]]
    units: dict[tuple[str, ...], tuple[str, QuantityRole]]
    tight_units: dict[str, str]
    currencies: dict[str, str]
    age_before: frozenset[str]
    age_behind: frozenset[str]
    age_decade: frozenset[tuple[str, ...]]
    names: frozenset[str]
    stops: frozenset[str]
    skipped: frozenset[str]
    word_tail: str
    own: str
    of: str
    owners: frozenset[str]
    people: frozenset[str]
    people_ends: tuple[str, ...]
    adjectives: frozenset[str]
    verb_ends: tuple[str, ...]
    doing_end: str
    verbs: frozenset[str]
    states: frozenset[str]
    left: frozenset[str]
    parts: tuple[str, ...]
    strong: tuple[str, ...]
    pronouns: frozenset[str]
    roles: tuple[tuple[QuantityRole, tuple[str, ...]], ...]
    toll: frozenset[str]
    measured: dict[str, str]
    comparing: frozenset[str] = frozenset()
    something: frozenset[str] = frozenset()
    harm: tuple[str, ...] = ()
    charges: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    spared: Pattern[str] = NEVER
    acts: Pattern[str] = NEVER
