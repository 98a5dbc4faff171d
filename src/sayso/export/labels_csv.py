"""CSV with one row a label, for a spreadsheet; docs/reference/label-rows.md tells what each column holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from sayso.export.cells import csv_table, report_cells
from sayso.values.case import EVERYTHING, Filters
from sayso.values.reading import Reading
from sayso.views.evidence import shown
from sayso.views.labels import label_rows

if TYPE_CHECKING:
    from sayso.case import Case

COLUMNS: Final = (
    "published", "outlet", "chain", "by", "own", "label", "about", "kind", "polarity", "how", "sentence", "path", "url",
    "report", "start", "end", "version",
)  # fmt: skip


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """The heads of the columns, then the labels of a case, by date, outlet, report and place."""
    return csv_lines(case.readings(filters, on_lost=on_lost))


def csv_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """The heads of the columns, then a row a label of these readings."""
    return csv_table(COLUMNS, (row for reading in readings for row in csv_rows(reading)))


def csv_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of a reading, one a label, with the keys of COLUMNS; what is unknown is ""."""
    report = reading.report
    about = report_cells(report)
    for row in label_rows(reading):
        held = {name: getattr(row, name) for name in COLUMNS if hasattr(row, name)}
        sentence = " ".join(shown(report.text, start, end) for start, end in row.evidence)
        yield about | held | {"label": row.words, "sentence": sentence}
