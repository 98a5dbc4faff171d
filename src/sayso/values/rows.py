"""Tables of rows that a case can be asked about, as values: what a table holds, what is asked of it, what is listed.

A view declares its table (`RowSpec`) beside the rows that it words; `sayso.views.tables` lists the tables; a store
makes room for each from the spec alone. Nothing here knows a database.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_type_hints

from sayso.errors import UsageError
from sayso.values.case import ReportRow

if TYPE_CHECKING:
    from sayso.values.reading import Reading

Kind = Literal["text", "integer", "real", "json"]
KINDS: Final[dict[Any, Kind]] = {str: "text", int: "integer", float: "real"}


@dataclass(frozen=True, slots=True)
class RowSpec:
    """One table of rows: its name, the class of its rows, how a reading gives them, and what can be asked of them.

    name      such as "statements"; lower-case letters and underscores
    row       a frozen dataclass with an `id`; its fields are the columns: str, int, float or None, or tuples of numbers
    draw      the rows of a reading, in the order in which they are listed
    version   raise it where one reading gives other rows than before: older cases then draw theirs anew
    searched  fields that are asked for words
    filtered  fields that are asked for one value
    ranked    fields of numbers in whose order rows are asked for
    dated     the two fields with ISO dates between which a row lies, "" for an open end; None where rows have no dates
    """

    name: str
    row: type
    draw: Callable[[Reading], Sequence[Any]]
    version: int = 1
    searched: tuple[str, ...] = ()
    filtered: tuple[str, ...] = ()
    ranked: tuple[str, ...] = ()
    dated: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        known = {name for name, _ in self.columns()}
        for name in ("id", *self.searched, *self.filtered, *self.ranked, *(self.dated or ())):
            if name not in known:
                raise TypeError(f"table {self.name}: {self.row.__name__} has no field {name!r}")

    def columns(self) -> list[tuple[str, Kind]]:
        """The fields of a row, in order, each with the kind of its values."""
        hints = get_type_hints(self.row)
        return [(f.name, _kind(hints[f.name])) for f in dataclasses.fields(self.row)]

    def span(self, row: Any) -> tuple[str, str] | None:
        """The first and last day of a row, an open end closed at the other one; None for a row without a date."""
        if self.dated is None:
            return None
        first, last = (getattr(row, name) for name in self.dated)
        return (first or last, last or first) if first or last else None


def _kind(hint: Any) -> Kind:
    if hint in KINDS:
        return KINDS[hint]
    return next((KINDS[part] for part in get_args(hint) if part in KINDS and type(None) in get_args(hint)), "json")


@dataclass(frozen=True, slots=True)
class RowQuery:
    """Which rows of a table are meant; what is empty narrows nothing, and all conditions must hold.

    words    (searched field, words): all of them stand in it; "words in order" and beginn* are understood
    equal    (filtered field, value)
    filled   filtered fields that are not ""
    less     (ranked field, number): rows in which it is less than that, or unknown
    between  first and last day, as `bounds` gives them: rows that may lie between them
    dated    True for rows with a date alone, False for those without
    by_date  in the order of their own dates, those without a date last; else as their reports were published
    rising   in the order of this ranked field, the smallest first, unknown ones last
    """

    table: str
    words: tuple[tuple[str, str], ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    filled: tuple[str, ...] = ()
    less: tuple[str, float] | None = None
    between: tuple[str, str] | None = None
    dated: bool | None = None
    by_date: bool = False
    rising: str = ""

    def holds(self, row: Any, spec: RowSpec) -> bool:
        """Whether a row fits all conditions but the words, which are for the store to compare."""
        span = spec.span(row)
        return (
            all(getattr(row, name) == value for name, value in self.equal)
            and all(getattr(row, name) != "" for name in self.filled)
            and (self.less is None or (held := getattr(row, self.less[0])) is None or held < self.less[1])
            and (self.dated is None or self.dated is (span is not None))
            and (
                self.between is None or (span is not None and span[0] <= self.between[1] and span[1] >= self.between[0])
            )
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """All that a store lists and searches of one report, as the judgements in force have it.

    report   without what the store itself knows: digest, paths, and whether the original is kept
    text     the text as it is searched, of the report's length
    rows     table -> its rows of this report
    """

    report: ReportRow
    text: str
    rows: Mapping[str, Sequence[Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows have one value in a column, and of the reports in which they stand: how many, from when to when.

    value        "" where it is unknown
    outlets      different ones, unknown ones not counted
    statements   of these reports
    read         how many of the reports were read: a step was run on them
    first, last  dates of publication as they stand in the reports; None where none is known
    """

    value: str
    rows: int
    reports: int
    outlets: int
    statements: int
    read: int
    first: str | None
    last: str | None

    @classmethod
    def of(cls, value: str, rows: int, reports: Collection[ReportRow]) -> Count:
        """The count of a value that so many rows have, which stand in these reports."""
        dates = [report.published for report in reports if report.published]
        return cls(
            value, rows, len(reports), len({report.outlet for report in reports} - {None}),
            sum(report.statements for report in reports), sum(report.read for report in reports),
            min(dates, default=None), max(dates, default=None),
        )  # fmt: skip


def bounds(first: str, last: str) -> tuple[str, str]:
    """Two dates of any precision as strings that ISO dates can be compared with; UsageError where one is none.

    >>> bounds("1980", "1983-06")
    ('1980', '1983-06-99')
    """
    for date in (first, last):
        pieces = date.split("-")
        lengths = [len(piece) for piece in pieces]
        if not all(piece.isascii() and piece.isdigit() for piece in pieces) or lengths not in ([4], [4, 2], [4, 2, 2]):
            raise UsageError(f"{date!r} is no date; expected a year, a month or a day, as 1980, 1980-05 or 1980-05-02")
    if first > last + "-99":
        raise UsageError(f"nothing lies between {first} and {last}; give the earlier date first")
    return first, last + "-99-99"[: 10 - len(last)]
