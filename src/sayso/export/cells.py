r"""Cells and lines of tables that a spreadsheet may open.

A spreadsheet runs a cell that begins with = + - @ or a tab or line end as a formula; such cells get an apostrophe in
front, which a spreadsheet does not show (source: OWASP, "CSV Injection"). Programs that need the very text take JSON
Lines. Dates are days in ISO 8601 in every table, so that a column of them has one form.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?\Z")


def safe_cell(value: Any) -> str:
    """The value as a cell that no spreadsheet runs. A NUL, which ends a file for some, becomes U+FFFD.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-3"), safe_cell("camp")
    ("'=HYPERLINK(1)", '-3', 'camp')
    """
    text = str(value).replace("\0", "\ufffd")
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "'" + text if FORMULA.match(text) and not NUMBER.match(text) else text


def csv_line(cells: Iterable[str]) -> str:
    r"""The cells as one line with its end, "\r\n" (RFC 4180); a cell may hold line ends.

    >>> csv_line(["a", "b, c"])
    'a,"b, c"\r\n'
    """
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    r"""The heads of the columns, then the rows, each a line of cells that no spreadsheet runs.

    >>> list(csv_table(("a", "b"), [{"b": "=1+1", "a": 2}]))
    ['a,b\r\n', "2,'=1+1\r\n"]
    """
    yield csv_line(columns)
    for row in rows:
        yield csv_line(safe_cell(row[name]) for name in columns)


def day(published: str | None) -> str:
    """The day of a date or a date with a time; "" if there is none.

    >>> day("2031-05-04T18:20:00Z"), day(None)
    ('2031-05-04', '')
    """
    return (published or "")[:10]
