"""Numbers of several reports that count the same thing: what each report counts, and the figures of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sayso.values.case import ReportRow
from sayso.values.numbers import NumberInText, NumberReason
from sayso.values.terms import State

Moved = Literal["agree", "compatible", "update", "conflict"]
FigureReason = Literal[NumberReason, "told as a change", "same voice", "another day"]
MOVES: Final[tuple[Moved, ...]] = ("conflict", "update", "compatible", "agree")  # what a figure is called after


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity of a report, with what tells what it counts.

    number   the quantity in the text around it; its spans are those of that stretch
    start    where the stretch begins in the report, in code points
    first    id of the first quantity of this report that counts the same thing; its own id if it is the first
    moved    whether the text tells that the number before it became this one: "from 38 to 41"
    names    words of the names in its sentence, lower case
    people   whether it counts persons; anyone: by a word for persons of any kind, as "people"
    marks    kinds of count that the words beside it tell ("new", "part", "suspected"), as the language names them
    state    of the event that it belongs to; None without one
    trigger  the word of that event, lower case
    days     between which that event is, ISO; "" for an open end
    places   of that event: what each is called or its id, then what it lies in
    scope    countries and other places that its sentence names, who speaks left out
    voices   who vouches, the outlet left out: agency, speaker, whom he quotes
    sentence   where its sentence begins and ends in the report
    """

    number: NumberInText
    start: int
    first: str
    moved: bool = False
    names: tuple[str, ...] = ()
    people: bool = False
    anyone: bool = False
    marks: tuple[str, ...] = ()
    state: State | None = None
    trigger: str = ""
    days: tuple[str, str] = ("", "")
    places: tuple[tuple[str, ...], ...] = ()
    scope: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    sentence: tuple[int, int] = (0, 0)

    @property
    def id(self) -> str:
        """The id of the quantity."""
        assert self.number.quantity is not None
        return self.number.quantity.id

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class CountedThings:
    """All that a report counts, in order, and whom and what the report is about.

    about   words of the names that it has most, lower case, the most frequent first
    """

    about: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureTie:
    """How two numbers of a figure stand to each other, by the ids of the quantities that tell each first.

    moved     agree: one number; compatible: both can be true; update: the later one takes the place of the earlier;
              conflict: they cannot both be true
    because   what makes it so
    """

    one: str
    other: str
    moved: Moved
    because: FigureReason


@dataclass(frozen=True, slots=True)
class Figure:
    """Quantities, of one report or several, that count the same thing.

    id           made of the quantity that was told first
    quantities   ids, by the day of publication, report and place
    moved        the first of MOVES that any two of the numbers are
    counts       what they count, in the words of a report; "" if none says so
    ties         of each two different numbers, by the quantities that tell them first
    """

    id: str
    quantities: tuple[str, ...]
    moved: Moved
    counts: str = ""
    ties: tuple[FigureTie, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """One number of a figure as a report tells it.

    written       the words of the number, with its hedge; `counts` what stands there for what it counts
    chain         the names from who prints to who vouches last, joined by " > "
    start, end    of the number, in code points of the report
    sentence      that tells it
    copied_from   id of an earlier report that has the same sentence word for word; "" if there is none
    """

    id: str
    report: ReportRow
    value: float | None
    low: float | None
    high: float | None
    unit: str
    written: str
    hedge: str
    counts: str
    chain: str
    start: int
    end: int
    sentence: str
    copied_from: str = ""


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure with each of its numbers as it is told; `why` says of each two that conflict or update in words."""

    figure: Figure
    numbers: tuple[ToldNumber, ...]
    why: tuple[str, ...] = ()

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len({number.report.id for number in self.numbers})

    @property
    def origins(self) -> int:
        """How many of its numbers are not copied from another."""
        return sum(not number.copied_from for number in self.numbers)

    @property
    def first(self) -> str:
        """The day of the first report that tells it; "" where none has a date."""
        return min((number.report.day for number in self.numbers if number.report.day), default="")

    @property
    def last(self) -> str:
        """The day of the last one."""
        return max((number.report.day for number in self.numbers if number.report.day), default="")

    @property
    def least(self) -> float | None:
        """The smallest of its numbers; None where all are vague."""
        return min((number.value for number in self.numbers if number.value is not None), default=None)

    @property
    def most(self) -> float | None:
        """The largest of them."""
        return max((number.value for number in self.numbers if number.value is not None), default=None)

    @property
    def written(self) -> str:
        """Its different numbers in words, in the order in which they were first told."""
        return "; ".join(dict.fromkeys(number.written for number in self.numbers))
