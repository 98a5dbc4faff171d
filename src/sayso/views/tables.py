"""The tables that a case can be asked about, and what is listed of a reading: rows are made here and nowhere else.

A new table is a `RowSpec` beside its view and a line in TABLES; the stores make room for it, and cases that were made
before draw its rows from their readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Final

from sayso.text.printable import storable
from sayso.values.case import ReportRow
from sayso.values.reading import Reading
from sayso.values.rows import Listing, RowSpec
from sayso.views.events import EVENTS
from sayso.views.labels import LABELS
from sayso.views.places import PLACES
from sayso.views.statements import STATEMENTS

TABLES: Final[tuple[RowSpec, ...]] = (STATEMENTS, EVENTS, LABELS, PLACES)


def listing(shown: Reading, tables: Sequence[RowSpec] = TABLES) -> Listing:
    """What a store lists and searches of a reading.

    shown   the reading as the judgements in force have it
    """
    report = shown.report
    rows = {spec.name: [_storable(row) for row in spec.draw(shown)] for spec in tables}
    row = ReportRow(
        report.id, report.sha256, "", (), report.outlet, report.published, report.lang, report.title, report.url,
        report.media, report.given_id, len(shown.attributions), bool(shown.steps),
    )  # fmt: skip
    return Listing(_storable(row), storable(report.text), rows)


def _storable(row: Any) -> Any:
    """The row with all its words as any database can hold them."""
    changed = {}
    for name, value in ((f.name, getattr(row, f.name)) for f in fields(row)):
        if isinstance(value, str) and (kept := storable(value)) is not value:
            changed[name] = kept
    return replace(row, **changed) if changed else row
