"""A case, or readings alone, in the formats of other programs: one file a format, and the table of them.

A new format is a module with a `lines` function and a line in FORMATS; `sayso export --as` knows it then.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from sayso.errors import UsageError
from sayso.values.case import EVERYTHING, Filters

if TYPE_CHECKING:
    from sayso.case import Case


class Lines(Protocol):
    """What the module of a format does."""

    def __call__(self, case: Case, filters: Filters, *, on_lost: Callable[[str], None] | None) -> Iterator[str]:
        """The case as lines, each with its end; `on_lost` is told of each damaged reading, which is left out."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the module of this package that writes it, what it holds, and whether it is a table.

    table   a spreadsheet opens it, so that U+FEFF may be put in front, by which Excel knows UTF-8
    empty   what to tell a person where nothing came of a case, and why
    """

    module: str
    help: str
    table: bool = True
    empty: str = ""

    def load(self) -> Lines:
        """The function itself; its module is imported only now."""
        lines: Lines = importlib.import_module(f"{__name__}.{self.module}").lines
        return lines


FORMATS: Final[dict[str, Format]] = {
    "csv": Format("csv", "one row a statement"),
    "jsonl": Format("jsonl", "all of it, one reading a line", table=False),
    "events-csv": Format("events_csv", "one row an event"),
    "labels-csv": Format("labels_csv", "one row a label"),
    "polecat": Format("polecat", "events with POLECAT's columns"),
    "training": Format(
        "training", "reviewed statements, to train on", table=False,
        empty="no statement of these reports was judged yet; accept, reject or correct some first (their ids: "
              "sayso said CASE --ids), or use the queue of sayso serve",
    ),
}  # fmt: skip
BOM: Final = "\ufeff"


def export(
    case: Case,
    form: str,
    filters: Filters = EVERYTHING,
    *,
    bom: bool = False,
    on_lost: Callable[[str], None] | None = None,
) -> Iterator[bytes]:
    """The case in one of FORMATS, as pieces of UTF-8 to write one after the other. The same case gives the same bytes.

    bom       begin a table with U+FEFF
    on_lost   called with what is wrong with a damaged reading, which is left out; without it CaseError is raised
    UsageError if the format is not known.
    """
    if form not in FORMATS:
        raise UsageError(f"export: {form!r} is not known; expected one of {', '.join(FORMATS)}")
    found = FORMATS[form]
    lines = found.load()(case, filters, on_lost=on_lost)
    return _encoded(lines, bom=bom and found.table)


def _encoded(lines: Iterator[str], *, bom: bool) -> Iterator[bytes]:
    if bom:
        yield BOM.encode()
    for line in lines:
        yield line.encode()
