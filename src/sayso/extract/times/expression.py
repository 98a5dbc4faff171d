"""One time expression as it is written, and the tokens of a match that it is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any, Final, cast

from sayso.extract.times.tokens import MONTHS, TimeTokens
from sayso.lang.needs.times import TokenClass
from sayso.values.terms import TimexMod, TimexType
from sayso.world.timex import TimeUnit

ORDINALS: Final = (TokenClass.ORDINAL, TokenClass.ORDINAL_DIGITS)
COUNTS: Final = (
    TokenClass.DAY, TokenClass.THREE_DIGITS, TokenClass.TWO_DIGITS, TokenClass.AMOUNT, TokenClass.NUMBER_WORD,
)  # fmt: skip
MODS: Final = (TokenClass.EARLY, TokenClass.LATE, TokenClass.MID, TokenClass.EDGE)
ONE_UNIT, MANY_UNITS = "unit_", "units_"  # how the classes of words for units begin


class ExpressionKind(StrEnum):
    """What an expression says, and so what has to be reckoned."""

    READY = auto()  # its value is known as it stands
    DURATION = auto()  # how long, or how often
    SPAN = auto()  # a length that ends or starts now: the past three years
    DATE = auto()
    NTH = auto()  # the last Monday of May
    HOLIDAY = auto()
    DECADE = auto()  # one without its century
    CLOCK = auto()
    PART = auto()  # of a day
    WEEKDAY = auto()
    DEICTIC = auto()  # yesterday
    UNIT = auto()  # last week
    SHIFT = auto()  # five months later
    WEEK_OF = auto()  # the weekend of 4 May
    WEEKEND = auto()  # the weekend
    MONTHS_OF = auto()  # the last three months of 1980
    MONTHS_TO = auto()  # the year to March
    FROM_DAY = auto()  # two weeks from Sunday


class UnitRelation(StrEnum):
    """Which one of its unit an expression means; where it says two, the first in this list counts."""

    PAST = auto()
    PREVIOUS = auto()
    FOLLOWING = auto()
    LAST = auto()
    NEXT = auto()
    THAT = auto()
    SAME = auto()
    THIS = auto()
    THE = auto()  # the year's end
    AGO = auto()
    TODAY = auto()


STATED_RELATIONS: Final = tuple(
    one for one in UnitRelation if one not in (UnitRelation.THE, UnitRelation.AGO, UnitRelation.TODAY)
)
BACK: Final = (UnitRelation.LAST, UnitRelation.PREVIOUS)
ON: Final = (UnitRelation.NEXT, UnitRelation.FOLLOWING)
STEPS: Final = dict.fromkeys(BACK, -1) | dict.fromkeys(ON, 1)  # others stay where they are


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression as written; what it does not say is absent.

    value      the TIMEX3 value where nothing has to be reckoned (kind READY, and durations)
    sub        what stands for the month in a value: a season (SP), quarter (Q3) or half (H1)
    part       what stands behind T in a value: a part of the day (MO) or a clock time (17:30)
    relation   which one of its unit it is; of its year where `of_year`: "May of last year"
    two_digits its year is written with two digits: '80
    amount     how many units, absent where unknown; direction -1 back, +1 on, 0 neither
    joined     it is the second end of a range, or the next of a list, that began in the expression before it
    """

    start: int
    end: int
    kind: ExpressionKind
    type: TimexType = "DATE"
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    sub: str = ""
    part: str = ""
    relation: UnitRelation | None = None
    of_year: bool = False
    two_digits: bool = False
    unit: TimeUnit | None = None
    amount: float | None = None
    direction: int = 0
    mod: TimexMod | None = None
    joined: bool = False
    ranged: bool = False

    @property
    def related(self) -> bool:
        """Whether it says which year, month, day ... it is, and not by a number."""
        return self.relation is not None or self.of_year

    @property
    def steps(self) -> int:
        """How many of its units its relation leads away: -1 for last, +1 for next, 0 for this."""
        return STEPS.get(self.relation, 0) if self.relation is not None else 0


class FormMatch:
    """The tokens of one match of a form, with what its maker asks of them."""

    def __init__(self, tokens: TimeTokens, first: int, last: int) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.names = tokens.names[first:last]

    def find(self, *names: TokenClass) -> int | float | str | None:
        """Return the value of the first token of one of these classes."""
        for i, name in enumerate(self.names):
            if name in names:
                return self.tokens.values[self.first + i]
        return None

    def number(self, *names: TokenClass) -> int | None:
        """Return the same if it is a number, as a whole one."""
        value = self.find(*names)
        return int(value) if isinstance(value, (int, float)) else None

    def has(self, *names: TokenClass) -> bool:
        """Return whether a token of one of these classes is there."""
        return any(name in names for name in self.names)

    def at(self, *names: TokenClass) -> list[int]:
        """Return where, among all tokens, those of these classes stand."""
        return [self.first + i for i, name in enumerate(self.names) if name in names]

    @property
    def start(self) -> int:
        """Where its text starts."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Where its text ends: a full stop belongs to it only behind a shortened month."""
        last = self.last
        if self.names[-1] == TokenClass.DOT and len(self.names) > 1 and self.names[-2] != TokenClass.MONTH_SHORT:
            last -= 1
        return self.tokens.ends[last - 1]

    @property
    def mod(self) -> TimexMod | None:
        """START, MID, END or APPROX, by its words."""
        value = self.find(*MODS)
        if value is not None:
            return cast(TimexMod, value)
        return "APPROX" if self.has(TokenClass.APPROX) else None

    @property
    def relation(self) -> UnitRelation | None:
        """Which one of its unit it is, by its words; "previous" outdoes "same" and "this"."""
        return next((one for one in STATED_RELATIONS if one in self.names), None)

    @property
    def unit(self) -> TimeUnit | None:
        """Its unit of time."""
        for i, name in enumerate(self.names):
            if name.startswith((ONE_UNIT, MANY_UNITS)):
                return TimeUnit(str(self.tokens.values[self.first + i]))
        return None

    @property
    def units(self) -> TimeUnit:
        """The same for a form that always has one."""
        unit = self.unit
        assert unit is not None
        return unit

    @property
    def month(self) -> int | None:
        """The month it names."""
        return self.number(*MONTHS)

    @property
    def year(self) -> int | None:
        """The year it states."""
        return self.number(TokenClass.YEAR)

    def make(self, kind: ExpressionKind, **fields: Any) -> Expression:
        """Return an Expression over all of its text."""
        fields.setdefault("mod", self.mod)
        return Expression(self.start, self.end, kind, **fields)


Maker = Callable[[FormMatch], list[Expression]]


def own_year(match: FormMatch) -> dict[str, Any]:
    """Return what a date says of its year, as fields of Expression: its number, or which one it is ("last")."""
    year = match.year
    before_christ = match.has(TokenClass.BC)
    if year is None and (before_christ or match.names[-1] == TokenClass.THREE_DIGITS):
        values = match.tokens.values[match.first : match.last]
        year = next((int(value) for value in reversed(values) if isinstance(value, int)), None)
    if year is not None:
        return {"year": -year if before_christ else year}
    if match.has(TokenClass.UNIT_YEAR):
        return {"relation": match.relation, "of_year": True}
    return {}


def own_or_related_year(match: FormMatch) -> dict[str, Any]:
    """Return the same, or else which of its kind the date is: "last May"."""
    return own_year(match) or {"relation": match.relation}


def is_noun(tokens: TimeTokens, i: int) -> bool:
    """Return whether a plain word in the plural stands there: what a number before it counts."""
    if i >= len(tokens.names) or tokens.names[i] != TokenClass.PLAIN:
        return False
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    return word.islower() and (tokens.is_plural(word) or word in tokens.words.counted)
