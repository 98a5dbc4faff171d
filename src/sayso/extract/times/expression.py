"""One time expression as it is written, and the tokens of a match that it is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sayso.extract.times.tokens import Tokens, is_plural
from sayso.values.terms import TimexMod, TimexType


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression as written; what it does not say is absent.

    kind       date, decade, century, era, clock, part, weekday, unit, near, shift, span, day, holiday, ready
    value      the TIMEX3 value where nothing has to be reckoned (kind ready, and durations)
    sub        what stands for the month in a value: a season (SP), quarter (Q3) or half (H1)
    part       what stands behind T in a value: a part of the day (MO) or a clock time (17:30)
    relation   last, previous, next, following, this, that, same: which one of its unit it is
    unit       Y M W D H m S WE DE CE; amount of them, absent where unknown; direction -1 back, +1 on, 0 neither
    joined     it is the second end of a range, or the next of a list, that began in the expression before it
    """

    start: int
    end: int
    kind: str
    type: TimexType = "DATE"
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    sub: str = ""
    part: str = ""
    relation: str = ""
    unit: str = ""
    amount: float | None = None
    direction: int = 0
    mod: TimexMod | None = None
    joined: bool = False
    ranged: bool = False


class Part:
    """The tokens of one match of a form, with what its maker asks of them."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.names = tokens.names[first:last]

    def find(self, *names: str) -> int | float | str | None:
        """Value of the first token of one of these classes."""
        for i, name in enumerate(self.names):
            if name in names:
                return self.tokens.values[self.first + i]
        return None

    def number(self, *names: str) -> int | None:
        """The same, where it is a whole number."""
        value = self.find(*names)
        return int(value) if isinstance(value, (int, float)) else None

    def has(self, *names: str) -> bool:
        """Whether a token of one of these classes is there."""
        return any(name in names for name in self.names)

    @property
    def start(self) -> int:
        """Where its text starts."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Where its text ends: a full stop belongs to it only behind a shortened month."""
        last = self.last
        if self.names[-1] == "dot" and len(self.names) > 1 and self.names[-2] != "month_short":
            last -= 1
        return self.tokens.ends[last - 1]

    @property
    def mod(self) -> TimexMod | None:
        """START, MID, END or APPROX, by its words."""
        for i, name in enumerate(self.names):
            if name in ("early", "late", "mid", "edge"):
                return self.tokens.values[self.first + i]  # type: ignore[return-value]
        return "APPROX" if self.has("approx") else None

    @property
    def relation(self) -> str:
        """The class that says which one of its unit it is; "previous" outdoes "same" and "this"."""
        found = [name for name in self.names if name in RELATIONS]
        found.sort(key=RELATIONS.index)
        return found[0] if found else ""

    @property
    def unit(self) -> str:
        """The letters of its unit of time."""
        for i, name in enumerate(self.names):
            if name.startswith("unit"):
                return str(self.tokens.values[self.first + i])
        return ""

    @property
    def year(self) -> int | None:
        """The year it states."""
        return self.number("year")

    def make(self, kind: str, **fields: Any) -> Expression:
        """An Expression over all of its text."""
        fields.setdefault("mod", self.mod)
        return Expression(self.start, self.end, kind, **fields)


RELATIONS: Final = ("past", "previous", "following", "last", "next", "that", "same", "this")


Maker = Callable[[Part], list[Expression]]


def own_year(part: Part) -> dict[str, Any]:
    """What a date says of its year: the number, or which year it is ("last", "that")."""
    year = part.year
    if year is None and (part.has("bc") or part.names[-1] == "three"):
        year = next((int(v) for v in reversed(part.tokens.values[part.first : part.last]) if isinstance(v, int)), None)
    if year is not None:
        return {"year": -year if part.has("bc") else year}
    if part.has("unit_year"):
        return {"relation": f"{part.relation} year"}
    return {}


def is_noun(tokens: Tokens, i: int) -> bool:
    """Whether a plain word in the plural stands there: what a number before it counts."""
    if i >= len(tokens.names) or tokens.names[i] != "x":
        return False
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    return word.islower() and (is_plural(word) or word in tokens.words.counted)


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration; X where it is not said how many.

    >>> period(1.5, "Y"), period(None, "M"), period(2, "H"), period(3, "F")
    ('P1.5Y', 'PXM', 'PT2H', 'P6W')
    """
    if unit == "F":
        amount, unit = (None if amount is None else 2 * amount), "W"
    number = "X" if amount is None else f"{amount:g}" if amount < 10**6 else f"{amount:.0f}"
    if unit in ("H", "m", "S"):
        return f"PT{number}{unit.upper()}"
    return f"P{number}{unit}"
