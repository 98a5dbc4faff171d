"""Tables: what a case answers, as a sequence of rows that a notebook shows and a data frame takes.

A table is made with the columns of its kind (`sayso.views.columns`) and a way to ask for its rows. It asks when a row
is wanted: a loop takes one row at a time and keeps none; indexing, `len` and a notebook keep those they have seen.
"""

from __future__ import annotations

import html
import importlib
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar, overload

from sayso.errors import UsageError
from sayso.text.printable import safe

Row = TypeVar("Row")
Kind = Literal["text", "date", "integer", "number", "flag"]
COUNTED: Final = 10_000  # rows that are counted for a notebook; over that it says "over 10,000", and stays quick
SHOWN: Final = 20  # rows that a notebook shows
CELL: Final = 240  # characters of a cell that a notebook shows
REPR_NAME: Final = 100  # characters of a table's name in its repr
PEEKED: Final = 1  # rows asked for at once, so that a question that cannot be asked raises where it is asked
EXTRA: Final = "pip install 'sayso[notebook]'"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name, what its cells are, and how a row's cell is made.

    kind   "date" is an ISO day such as 2031-05-04. In a column of dates or numbers what is unknown is None, in one of
           text it is ""
    """

    name: str
    cell: Callable[[Row], Any]
    kind: Kind = "text"

    def of(self, row: Row) -> Any:
        """The cell of a row."""
        value = self.cell(row)
        if self.kind == "date":
            return day(value)
        return "" if value is None and self.kind == "text" else value


def day(value: str | None) -> str | None:
    """The day of an ISO date or date and time, as every table and export has it; None where there is none.

    >>> day("2031-05-04T18:20:00Z"), day("2031-05-04"), day("")
    ('2031-05-04', '2031-05-04', None)
    """
    return value.partition("T")[0] or None if value else None


class Table(Sequence[Row]):
    """Rows in order, each a frozen value; `columns` says what they show in a data frame.

    what      what it holds, for people: "statements by Terzo"
    ask       gives the rows from the first one; asked again for each loop, so that a long table fills no memory
    part      gives so many rows without the first ones: (how many, how many are passed over)
    count     gives how many rows there are
    A table with `part` and `count` is cut and counted where its rows are kept, so that a page of it costs a page.
    UsageError where the question cannot be asked.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        what: str,
        columns: Sequence[Column[Row]],
        ask: Callable[[], Iterable[Row]],
        *,
        part: Callable[[int, int], Iterable[Row]] | None = None,
        count: Callable[[], int] | None = None,
    ) -> None:
        self.what = what
        self._columns = tuple(columns)
        self._ask = ask
        self._part = part
        self._count = count
        self._held: list[Row] = []  # the first rows
        # those behind them; None where all are held
        self._rest: Iterator[Row] | None = iter(ask() if part is None else _later(ask))
        if part is None:
            self._hold(PEEKED)
        else:
            part(PEEKED, 0)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, as `to_dicts` and the data frames have them."""
        return tuple(column.name for column in self._columns)

    def __iter__(self) -> Iterator[Row]:
        held = tuple(self._held)
        if self._rest is None:
            return iter(held)
        # the question that was begun serves this loop; whoever wants more rows later asks anew
        rest, self._rest = self._rest, itertools.islice(_later(self._ask), len(held), None)
        return itertools.chain(held, rest)

    @property
    def spec(self) -> tuple[Column[Row], ...]:
        """The columns themselves, for whoever writes the cells of rows one by one."""
        return self._columns

    def __len__(self) -> int:
        if self._count is not None and self._rest is not None:
            return self._count()
        self._hold(None)
        return len(self._held)

    def __bool__(self) -> bool:
        return self._hold(1) > 0

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Table[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Table[Row]:
        """The row at a place, or a table of those in a slice."""
        if isinstance(at, int):
            self._hold(at + 1 if at >= 0 else None)
            return self._held[at]
        ends = (at.start or 0, at.stop if at.stop is not None else -1, at.step or 1)
        if self._part is not None and ends[2] == 1 and min(ends) >= 0:
            part = tuple(self._part(max(0, ends[1] - ends[0]), ends[0]))
            return Table(self.what, self._columns, lambda: part)
        self._hold(at.stop if min(ends) >= 0 else None)
        rows = tuple(self._held[at])
        return Table(self.what, self._columns, lambda: rows)

    def __eq__(self, other: object) -> bool:
        """Whether it has the same rows as another table, or as a list of rows."""
        if not isinstance(other, (Table, list, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    def __repr__(self) -> str:
        """What it holds and how many rows, on one line."""
        return f"<Table: {safe(self.what)[:REPR_NAME]}; {self._counted()}>"

    def _repr_html_(self) -> str:
        """The first rows for a notebook, every cell escaped and shortened."""
        count = self._counted()
        heads = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(map(self._html_cell, self._columns, itertools.repeat(row)))}</tr>"
                       for row in self._held[:SHOWN])  # fmt: skip
        more = ""
        if len(self._held) > SHOWN:
            more = f"; {SHOWN} are shown: take a slice such as [{SHOWN}:{2 * SHOWN}], loop, or .to_pandas() for all"
        caption = f"{html.escape(safe(self.what))}: {count}{more}"
        return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"

    def _html_cell(self, column: Column[Row], row: Row) -> str:
        value = column.of(row)
        if isinstance(value, float):
            value = f"{value:.3f}"
        text = "" if value is None else safe(str(value))
        short = text if len(text) <= CELL else text[: CELL - 1] + "…"
        return f"<td>{html.escape(short)}</td>"

    def _counted(self) -> str:
        """ "1 row", "3,400 rows", "over 10,000 rows" where there are more; holds so many."""
        held = self._hold(COUNTED + 1)
        return f"over {COUNTED:,} rows" if held > COUNTED else f"{held:,} row{'s' * (held != 1)}"

    def _hold(self, count: int | None) -> int:
        """Hold the first `count` rows, all for None; gives how many are held."""
        if self._rest is not None:
            wanted = None if count is None else max(0, count - len(self._held))
            self._held += itertools.islice(self._rest, wanted)
            if count is None or len(self._held) < count:
                self._rest = None
        return len(self._held)

    # into other hands

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict a row, with a key for each column."""
        return [{column.name: column.of(row) for column in self._columns} for row in self]

    def to_pandas(self) -> Any:
        """A pandas DataFrame. Days are ISO strings that `pandas.to_datetime` takes; what is unknown is missing.

        UsageError, with what to install, where pandas is not there.
        """
        pandas = _needs("pandas")
        kinds = {"text": "string", "date": "string", "integer": "Int64", "number": "float64", "flag": "boolean"}
        return pandas.DataFrame({
            name: pandas.Series(cells, dtype=kinds[kind]) for name, kind, cells in self._by_column()
        })  # fmt: skip

    def to_polars(self) -> Any:
        """A polars DataFrame, as `to_pandas`."""
        polars = _needs("polars")
        kinds = {"text": polars.String, "date": polars.String, "integer": polars.Int64}
        kinds |= {"number": polars.Float64, "flag": polars.Boolean}
        return polars.DataFrame([
            polars.Series(name, cells, dtype=kinds[kind]) for name, kind, cells in self._by_column()
        ])  # fmt: skip

    def to_arrow(self) -> Any:
        """A pyarrow Table, as `to_pandas`."""
        arrow = _needs("pyarrow")
        kinds = {"text": arrow.string(), "date": arrow.string(), "integer": arrow.int64()}
        kinds |= {"number": arrow.float64(), "flag": arrow.bool_()}
        return arrow.table({
            name: arrow.array(cells, kinds[kind]) for name, kind, cells in self._by_column()
        })  # fmt: skip

    def _by_column(self) -> Iterator[tuple[str, Kind, list[Any]]]:
        """Name, kind and cells of each column; the rows are taken once, and not kept."""
        cells: list[list[Any]] = [[] for _ in self._columns]
        for row in self:
            for column, into in zip(self._columns, cells, strict=True):
                value = column.of(row)
                # a name of a file may hold what UTF-8 cannot, and data frames take UTF-8 alone
                into.append(value.encode("utf-8", "replace").decode() if isinstance(value, str) else value)
        for column, held in zip(self._columns, cells, strict=True):
            yield column.name, column.kind, held


def _later(ask: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    """The rows, asked for when the first one is wanted."""
    yield from ask()


def _needs(module: str) -> Any:
    """Import what a data frame is made with, or say what to install."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(f"{module} is not installed ({error}); {EXTRA} brings it, to_dicts() needs nothing") from None
