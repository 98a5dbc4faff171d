"""A case, or readings alone, as JSON Lines and tables.

A table is one row a statement, or one an event; the latter also with the columns of POLECAT. A spreadsheet
runs a cell that begins with = + - @ or a tab or line end as a formula; such cells get an apostrophe in front, which a
spreadsheet does not show (source: OWASP, "CSV Injection"). Programs that need the very text take JSON Lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec

from sayso.case import Case
from sayso.errors import UsageError
from sayso.store.base import EVERYTHING, Filters
from sayso.values.json import failure_dict, judgement_dict, reading_to_json
from sayso.values.reading import Reading
from sayso.views import polecat
from sayso.views.events import event_rows
from sayso.views.statements import statements_of

COLUMNS: Final = (
    "published", "outlet", "chain", "speaker", "role", "cue", "content", "sentence", "style", "score", "path", "url",
    "report", "start", "end", "version",
)  # fmt: skip
EVENT_COLUMNS: Final = (
    "published", "outlet", "chain", "who", "what", "whom", "type", "mode", "context", "when", "earliest", "latest",
    "place", "country", "how_many", "state", "factuality", "because", "sentence", "path", "url", "report", "start",
    "end", "version",
)  # fmt: skip
FORMS: Final = ("jsonl", "csv", "events-csv", "polecat")
BOM: Final = "\ufeff"
FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?\Z")


def csv_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of a reading, one an attribution, with the keys of COLUMNS; what is unknown is "".

    `annotate --as csv` and `export --as csv` both print these.
    """
    report = reading.report
    for said in statements_of(reading):
        yield {
            "published": report.published or "",
            "outlet": report.outlet or "",
            "chain": said.chain,
            "speaker": said.speaker,
            "role": said.role,
            "cue": said.cue,
            "content": said.content,
            "sentence": said.sentence,
            "style": said.style,
            "score": "" if said.score is None else f"{said.score:.3f}",
            "path": report.paths[0] if report.paths else "",
            "url": report.url or "",
            "report": report.id,
            "start": said.start,
            "end": said.end,
            "version": said.version,
        }


def event_csv_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of a reading, one an event, with the keys of EVENT_COLUMNS; what is unknown is ""."""
    report = reading.report
    about = {
        "published": report.published or "", "outlet": report.outlet or "", "url": report.url or "",
        "path": report.paths[0] if report.paths else "", "report": report.id,
    }  # fmt: skip
    for row in event_rows(reading):
        held = {name: getattr(row, name) for name in EVENT_COLUMNS if hasattr(row, name)}
        yield about | held | {"sentence": " ".join(row.sentences(report.text))}


def safe_cell(value: Any) -> str:
    """The value as a cell that no spreadsheet runs. A NUL, which ends a file for some, becomes U+FFFD.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-3"), safe_cell("camp")
    ("'=HYPERLINK(1)", '-3', 'camp')
    """
    text = str(value).replace("\0", "\ufffd")
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "'" + text if FORMULA.match(text) and not NUMBER.match(text) else text


def csv_lines(readings: Iterable[Reading], *, bom: bool = False, events: bool = False) -> Iterator[str]:
    r"""The heads of the columns, then the rows, each with its line end "\r\n" (RFC 4180); a row may hold line ends.

    bom      put U+FEFF in front, by which Excel knows UTF-8
    events   one row an event; else one a statement
    """
    columns, rows = (EVENT_COLUMNS, event_csv_rows) if events else (COLUMNS, csv_rows)
    yield (BOM if bom else "") + _csv_line(columns)
    for reading in readings:
        for row in rows(reading):
            yield _csv_line(safe_cell(row[name]) for name in columns)


def polecat_lines(readings: Iterable[Reading], *, bom: bool = False) -> Iterator[str]:
    r"""Events with POLECAT's columns, tabs between them and "\n" behind; white space inside a cell is a space."""
    yield (BOM if bom else "") + "\t".join(polecat.COLUMNS) + "\n"
    for reading in readings:
        for row in polecat.polecat_rows(reading):
            cells = ("" if row.get(name) is None else row[name] for name in polecat.COLUMNS)
            yield "\t".join(safe_cell(" ".join(str(cell).split())) for cell in cells) + "\n"


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def jsonl_lines(
    case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None
) -> Iterator[bytes]:
    r"""The whole case: readings by date, outlet and id, then judgements by their number, then failures by path.

    Each line is UTF-8 with its "\n". The same case gives the same lines.
    on_lost   called with what is wrong with a damaged reading, which is left out
    """
    for reading in case.readings(filters, on_lost=on_lost):
        yield reading_to_json(reading) + b"\n"
    for judgement in case.judgements():
        yield msgspec.json.encode(judgement_dict(judgement)) + b"\n"
    for failure in case.failures():
        yield msgspec.json.encode(failure_dict(failure)) + b"\n"


def export(
    case: Case,
    form: str,
    filters: Filters = EVERYTHING,
    *,
    bom: bool = False,
    on_lost: Callable[[str], None] | None = None,
) -> Iterator[bytes]:
    """The case in one of FORMS, as pieces of UTF-8 to write one after the other. UsageError for another."""
    if form not in FORMS:
        raise UsageError(f"export: {form!r} is not known; expected one of {', '.join(FORMS)}")
    if form == "jsonl":
        return jsonl_lines(case, filters, on_lost=on_lost)
    readings = case.readings(filters, on_lost=on_lost)
    if form == "polecat":
        return (line.encode() for line in polecat_lines(readings, bom=bom))
    return (line.encode() for line in csv_lines(readings, bom=bom, events=form == "events-csv"))
