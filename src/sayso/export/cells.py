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

from sayso.values.report import Report

FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
# What a terminal takes for orders, but for tabs and line ends, and what turns the order of a line; the marks of
# direction (U+200E, U+200F, U+061C), which texts in Arabic and Hebrew need, stay.
CONTROL: Final = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?\Z")


def safe_cell(value: Any) -> str:
    """The value as a cell that no spreadsheet runs. A NUL, which ends a file for some, becomes U+FFFD,
    and other control characters are shown.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-3"), safe_cell("camp")
    ("'=HYPERLINK(1)", '-3', 'camp')
    """
    text = CONTROL.sub(_shown, str(value).replace("\0", "\ufffd"))
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "'" + text if FORMULA.match(text) and not NUMBER.match(text) else text


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def csv_line(cells: Iterable[str]) -> str:
    r"""The cells as one line with its end, "\r\n" (RFC 4180); a cell may hold line ends.

    >>> csv_line(["a", "b, c"])
    'a,"b, c"\r\n'
    """
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def tsv_line(cells: Iterable[str]) -> str:
    r"""The cells as one line with its end, parted by tabs; one with a quotation mark, tab or line end is quoted.

    >>> tsv_line(["a b", 'the "c" d'])
    'a b\t"the ""c"" d"\n'
    """
    line = io.StringIO()
    csv.writer(line, delimiter="\t", lineterminator="\n").writerow(cells)
    return line.getvalue()


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    r"""The heads of the columns, then the rows, each a line of cells that no spreadsheet runs.

    >>> list(csv_table(("a", "b"), [{"b": "=1+1", "a": 2}]))
    ['a,b\r\n', "2,'=1+1\r\n"]
    """
    yield csv_line(columns)
    for row in rows:
        yield csv_line(safe_cell(row[name]) for name in columns)


def report_cells(report: Report) -> dict[str, str]:
    """What each row tells of its report: published (a day), outlet, url, path, report; "" for what is unknown."""
    return {
        "published": day(report.published), "outlet": report.outlet or "", "url": report.url or "",
        "path": report.paths[0] if report.paths else "", "report": report.id,
    }  # fmt: skip


def day(published: str | None) -> str:
    """The day of a date or a date with a time; "" if there is none.

    >>> day("2031-05-04T18:20:00Z"), day(None)
    ('2031-05-04', '')
    """
    return (published or "")[:10]
