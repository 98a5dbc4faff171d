"""Events with POLECAT's columns, parted by tabs, one row a pair of actor and recipient; see sayso.views.polecat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.export.cells import safe_cell, tsv_line
from sayso.values.case import EVERYTHING, Filters
from sayso.values.reading import Reading
from sayso.views.polecat import COLUMNS, polecat_rows

if TYPE_CHECKING:
    from sayso.case import Case


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """The heads of the columns, then the events of a case, by date, outlet, report and place."""
    return polecat_lines(case.readings(filters, on_lost=on_lost))


def polecat_lines(readings: Iterable[Reading]) -> Iterator[str]:
    r"""The heads of the columns, then the rows of these readings, each with "\n"; white space in a cell is a space.

    A cell with a quotation mark is quoted as in CSV: a reader of tables takes a mark at its head for the begin of a
    quoted cell, and would put all cells up to the next mark into one.
    """
    yield tsv_line(COLUMNS)
    for reading in readings:
        for row in polecat_rows(reading):
            cells = ("" if row.get(name) is None else row[name] for name in COLUMNS)
            yield tsv_line(safe_cell(" ".join(str(cell).split())) for cell in cells)
