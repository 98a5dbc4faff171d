"""Two reports laid side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.values.accounts import AccountShown
from sayso.values.case import ReportRow
from sayso.values.copies import CopyLabel, SharedPassage
from sayso.values.findings import Quantity
from sayso.values.numbers import NumberPair
from sayso.values.spans import Span


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """What one of two reports tells alone.

    report    its id
    quoted    what those are called who speak in it and not in the other one
    named     the same of those who are named in it, and do not speak
    dates     the words for days, where no expression of the other report may mean them
    numbers   that stand in it alone and count nothing that a number of the other one counts
    """

    report: str
    quoted: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    dates: tuple[Span, ...] = ()
    numbers: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two reports laid side by side.

    label, score   as of a Copy; None and 0 if they share no text
    passages       that stand in both, in the order of `one`
    numbers        of both that count the same thing, in the order of `one`
    told           what both tell of, with the claims of these two reports alone, and how they stand to each other
    only           what each of the two tells alone
    """

    one: ReportRow
    other: ReportRow
    label: CopyLabel | None
    score: float
    passages: tuple[SharedPassage, ...]
    numbers: tuple[NumberPair, ...]
    told: tuple[AccountShown, ...] = ()
    only: tuple[OnlyIn, ...] = ()
