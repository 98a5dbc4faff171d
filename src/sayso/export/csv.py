"""CSV with one row a statement, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from sayso.export.cells import csv_table, report_cells
from sayso.values.case import EVERYTHING, Filters
from sayso.values.reading import Reading
from sayso.views.statements import statements_of

if TYPE_CHECKING:
    from sayso.case import Case

COLUMNS: Final = (
    "published", "outlet", "chain", "speaker", "role", "cue", "content", "sentence", "style", "score", "path", "url",
    "report", "start", "end", "version",
)  # fmt: skip


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """The heads of the columns, then the statements of a case, by date, outlet, report and place."""
    return csv_lines(case.readings(filters, on_lost=on_lost))


def csv_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """The heads of the columns, then a row a statement of these readings."""
    return csv_table(COLUMNS, (row for reading in readings for row in csv_rows(reading)))


def csv_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of a reading, one an attribution, with the keys of COLUMNS; what is unknown is ""."""
    about = report_cells(reading.report)
    for said in statements_of(reading):
        yield about | {
            "chain": said.chain,
            "speaker": said.speaker,
            "role": said.role,
            "cue": said.cue,
            "content": said.content,
            "sentence": said.sentence,
            "style": said.style,
            "score": "" if said.score is None else f"{said.score:.3f}",
            "start": said.start,
            "end": said.end,
            "version": said.version,
        }
