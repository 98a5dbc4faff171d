"""What a view shows, as a value that a template draws and that leaves as JSON or CSV: lists, head, files.

A view is a function of a `Looking` that gives a `Shown`; `sayso.web.views` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter, methodcaller
from typing import Any, Final, TypeVar
from urllib.parse import quote, urlencode

from sayso.case import Case, Filters
from sayso.case.asking import which_reports
from sayso.errors import UsageError
from sayso.values.reading import Reading
from sayso.views.answers import Column, Kind, Table
from sayso.web.held import Held

Value = TypeVar("Value")
PER_PAGE: Final = 30  # rows
MAX_PER_PAGE: Final = 200
MAX_PAGE: Final = 1_000_000
MAX_WORDS: Final = 500  # characters of what is asked for
FORMATS: Final = ("json", "csv")  # of every view; some give files of further formats


class NotHere(Exception):  # noqa: N818 - what the page of an address that means nothing says
    """There is nothing of this address in the case."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of which a page shows a part, and a download all.

    name     what the list is called in JSON, and by `?list=` in CSV
    what     its caption, in words
    columns  as the exports have them
    total    how many rows there are
    chosen   which rows come first, in words: "n of N, chosen by ..."
    part     gives rows: (how many, or None for all; how many are passed over)
    first    the first row of the part that is shown, from 0
    rows     the part that is shown
    """

    name: str
    what: str
    columns: Sequence[Column[Any]]
    total: int
    chosen: str
    part: Callable[[int | None, int], Iterable[Any]] = field(repr=False)
    first: int = 0
    rows: tuple[Any, ...] = ()
    per: int = PER_PAGE

    def cells(self, row: Any) -> dict[str, Any]:
        """A row as its columns have it, what is unknown left out."""
        cells = ((column.name, column.of(row)) for column in self.columns)
        return {name: value for name, value in cells if value is not None and value != ""}

    def all_rows(self) -> Iterator[Any]:
        """Every row, also those that are not shown."""
        return iter(self.part(None, 0))

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1."""
        return max(1, -(-self.total // self.per))

    @property
    def page(self) -> int:
        """The number of this page, from 1."""
        return self.first // self.per + 1


@dataclass(frozen=True, slots=True)
class Shown:
    """One view, worked out.

    title     of the page
    template  that draws it
    sheets    its lists; the first is what `.csv` gives, `?list=NAME` another
    about     what the head says, as JSON has it
    context   what the template needs besides
    files     format -> (media type, what gives the content): "svg", "graphml"
    again     part of it is still being worked out: the page is to be loaded again after so many seconds; 0 for never
    lasting   whether it is the same as long as the case does not change
    """

    title: str
    template: str
    sheets: tuple[Sheet, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, tuple[str, Callable[[], str]]] = field(default_factory=dict)
    again: int = 0
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks at what: the case, what is held of it, the address and what is asked there.

    parts    of the address: {"report": "4cd622bb5f5e01b2"}
    given    what stands behind "?", the last of each name
    patient  whether to wait for what takes long, as a download does
    """

    case: Case
    held: Held
    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    patient: bool = False
    read_only: bool = True
    token: str = ""
    by: str = ""
    told: tuple[str, str] | None = None
    stale: set[Hashable] = field(default_factory=set)  # what is shown as it was before the last change
    missing: set[Hashable] = field(default_factory=set)  # what is not there yet, and is left out

    def words(self, name: str) -> str:
        """What is asked under a name, "" for nothing; UsageError if it is longer than any question."""
        value = self.given.get(name, "").strip()
        if len(value) > MAX_WORDS:
            raise UsageError(f"{name} has {len(value):,} characters; expected at most {MAX_WORDS}")
        return value

    @property
    def asked(self) -> dict[str, str]:
        """What stands behind "?" but for which part of a list it is."""
        return {name: value for name, value in self.given.items() if name not in ("page", "per", "list")}

    def choice(self, name: str, *values: str) -> str:
        """One of some words, the first if nothing is asked; UsageError for another."""
        value = self.words(name) or values[0]
        if value not in values:
            raise UsageError(f"{name} is {value!r}; expected one of {', '.join(filter(None, values))}")
        return value

    def number(self, name: str, usual: int, most: int) -> int:
        """A number from 1 to `most`; UsageError for anything else."""
        value = self.words(name)
        if not value:
            return usual
        if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= most):
            raise UsageError(f"{name} is {value!r}; expected a number from 1 to {most:,}")
        return int(value)

    def filters(self) -> Filters:
        """Which reports are meant: outlet, since, until and lang. UsageError for a date that is none."""
        words = {name: self.words(name) or None for name in ("outlet", "since", "until", "lang")}
        return which_reports(None, **words)

    def quick(self, key: Any, make: Callable[[], Value]) -> Value:
        """What `make` gives, held until the case changes; not where this page shows something as of before a change."""
        return make() if self.stale else self.held.quick(self.case, key, make)

    def reading(self, report: str) -> Reading:
        """The reading of a report, held for the next page that needs it. KeyError for none, or an erased one."""
        return self.held.reading(self.case, report)

    def slow(self, name: Hashable, make: Callable[[Case], Value]) -> Value:
        """What takes long, held until the case changes; see Held.slow."""
        return self.held.slow(self.case, name, make, patient=self.patient, stale=self.stale)

    def sheet(
        self,
        name: str,
        what: str,
        columns: Sequence[Column[Any]],
        total: int,
        part: Callable[[int | None, int], Iterable[Any]],
        *,
        chosen: str,
        most: int | None = None,
        per: int = PER_PAGE,
    ) -> Sheet:
        """A list, and of it the page that is asked for by `page` and `per`.

        most    show no more than the first so many, for a list beside others
        per     rows of a page, unless the address says otherwise
        """
        per = most if most is not None else self.number("per", per, MAX_PER_PAGE)
        page = self.number("page", 1, MAX_PAGE) if most is None else 1
        first = (min(page, max(1, -(-total // per))) - 1) * per
        rows = tuple(part(per, first)) if total else ()
        return Sheet(name, what, columns, total, chosen, part, first, rows, per)

    def table(self, name: str, what: str, table: Table[Any], *, chosen: str, most: int | None = None) -> Sheet:
        """A list that a case has answered."""
        # what a table is called in words does not tell all that was asked of it
        asked = tuple(sorted(self.asked.items()))
        total = self.quick(("count", name, table.what, self.path, asked), lambda: len(table))

        def part(limit: int | None, skip: int) -> Iterable[Any]:
            return table[skip : skip + limit] if limit is not None else iter(table)

        return self.sheet(name, what, table.spec, total, part, chosen=chosen, most=most)

    def answer(self, method: str, *given: Any, **named: Any) -> Any:
        """What a method of the case gives, where that takes long, held until the case changes; rows for a table."""
        if not hasattr(self.case, method):
            raise NotHere(f"This version of sayso knows no {method} of a case.")
        return self.slow((method, given, tuple(sorted(named.items()))), methodcaller(method, *given, **named))

    def at_hand(self, name: Hashable, make: Callable[[Case], Value]) -> Value | None:
        """What was last worked out under a name, None if it never was; nobody waits for it. See Held.at_hand."""
        found = self.held.at_hand(self.case, name, make)
        if found is None:
            self.missing.add(name)
        elif not self.held.is_current(self.case, name):
            self.stale.add(name)
        return found

    @property
    def whole(self) -> bool:
        """Whether all that is shown is as of now, and nothing is left out that is still being worked out."""
        return not self.stale and not self.missing

    def of_list(
        self,
        name: str,
        what: str,
        columns: Sequence[Column[Any]],
        rows: Sequence[Any],
        *,
        chosen: str,
        most: int | None = None,
        places: Sequence[int] | None = None,
    ) -> Sheet:
        """A list that is held in memory.

        places   of the rows that are meant, in their order; None for all
        """

        def part(limit: int | None, skip: int) -> Iterable[Any]:
            shown = slice(skip, None if limit is None else skip + limit)
            return rows[shown] if places is None else (rows[place] for place in places[shown])

        total = len(rows if places is None else places)
        return self.sheet(name, what, columns, total, part, chosen=chosen, most=most)


def fields(names: str, **kinds: Kind) -> list[Column[Mapping[str, Any]]]:
    """Columns of rows that are mappings, by their keys; `kinds` of those that are no text."""
    return [Column(name, lambda row, name=name: row.get(name), kinds.get(name, "text")) for name in names.split()]  # type: ignore[misc]


def attributes(names: str, **kinds: Kind) -> list[Column[Any]]:
    """Columns of rows that are values, by the names of their attributes; `kinds` of those that are no text."""
    return [Column(name, attrgetter(name), kinds.get(name, "text")) for name in names.split()]


def address(path: str, **given: Any) -> str:
    """An address within the pages, with what is not empty behind "?".

    >>> address("/said", who="Halim Terzo", about="")
    '/said?who=Halim+Terzo'
    """
    return _address(path, tuple((name, str(value)) for name, value in given.items() if value not in (None, "")))


@lru_cache(maxsize=4096)
def _address(path: str, given: tuple[tuple[str, str], ...]) -> str:
    return quote(path, safe="/") + (f"?{urlencode(given)}" if given else "")
