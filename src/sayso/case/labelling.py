"""What a case knows of labels: who calls whom what, over all reports, as a table of counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.store.base import Store
from sayso.text.printable import safe
from sayso.values.case import Filters, ReportRow
from sayso.values.identities import Identity
from sayso.values.rows import RowQuery
from sayso.views.answers import Table
from sayso.views.columns import LABELS
from sayso.views.labels import Called, LabelRow, counted


def labels_table(
    store: Store, identities: Mapping[str, Identity], target: Identity | None, by: str, which: Filters
) -> Table[Called]:
    """The labels of one target, or of everybody; see Case.labels."""
    name_of = {entity: one.name for one in identities.values() for entity in one.entities}
    wanted = frozenset(target.entities) if target is not None else None
    words = by.casefold().split()

    def rows() -> Iterator[tuple[ReportRow, LabelRow]]:
        for report, row in store.find_rows(RowQuery("labels"), which):
            if wanted is not None and row.target not in wanted:
                continue
            held = f"{row.bys} {name_of.get(row.holder, '')}".casefold()
            if all(word in held for word in words):
                yield report, row

    texts: dict[str, str] = {}

    def text(report: str) -> str:
        if report not in texts:
            texts.clear()  # rows come report by report
            texts[report] = store.text(report) or ""
        return texts[report]

    found = counted(rows(), lambda entity, name: name_of.get(entity) or name, text)
    of = f" of {safe(target.name)!r}" if target is not None else ""
    return Table(f"labels{of}" + (f" by {by!r}" if by else ""), LABELS, lambda: found)
