"""A case: readings kept in one file, with the judgements, failures and log that belong to them.

    with sayso.open_case("matter.sayso") as case:
        with case.logged("read", options={"paths": ["reports/"]}) as counts:
            for reading, original in ...:
                counts[case.add(reading, original)] += 1
        for said in case.said("Salehi", about="sanctions"):
            print(said.report.outlet, said.statement.content)

A reading is never changed: what a person decides stands beside it as a judgement, and what the case gives is worked out
from both. Each reading is there whole or not at all, whatever happens to the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Literal

from sayso.case.accounting import Accounting
from sayso.case.door import Door
from sayso.case.erasing import Erasing, original_holds
from sayso.case.files import Files
from sayso.case.journal import as_utf8, now
from sayso.case.relating import Relating
from sayso.errors import CaseError
from sayso.store.base import Store
from sayso.store.blackening import without_names
from sayso.store.ledger import digest, path_digest
from sayso.store.open import MEMORY, WAIT, open_any
from sayso.values.case import Filters, Finding
from sayso.values.json import failure_dict
from sayso.values.reading import Reading
from sayso.values.rows import RowSpec
from sayso.views.events import EventQuery
from sayso.views.tables import TABLES

__all__ = ["Case", "EventQuery", "Filters", "failure_dict", "now", "open_case"]

Added = Literal["added", "known", "erased"]


def open_case(
    path: str | os.PathLike[str],
    *,
    create: bool = False,
    read_only: bool = False,
    damaged: Literal["refuse", "salvage"] = "refuse",
    wait: float = WAIT,
    tables: Sequence[RowSpec] = TABLES,
    mask_private: bool = False,
) -> Case:
    """Open a case, or make one.

    path       of its file, or ":memory:" for a case that is gone when the program ends
    create     make it where there is none
    read_only  for looking; several may look while one writes
    damaged    "salvage" gives, for a damaged file, a case of all that is left; what it lacks is in `case.damage`
    wait       seconds for which another process's transaction is waited for
    tables     of rows that the case can be asked about
    mask_private  look at it without the names of private persons: a copy is made first, and nothing can be written
    Raises CaseError where there is none, it is of a newer version, damaged, or cannot be opened.
    """
    address = os.fspath(path)
    create = (create or address == MEMORY) and not mask_private
    store, damage = open_any(
        address, create=create, read_only=read_only or mask_private, damaged=damaged, wait=wait, tables=tables
    )
    try:
        case = Case(store, damage=damage, tables=tables)
        return _masked(case, tables) if mask_private else case
    except BaseException:
        store.close()
        raise


class Case(Door, Accounting, Relating, Erasing, Files):
    """See the module. Used from one thread at a time; each thread or process opens its own."""

    def __init__(
        self,
        store: Store,
        *,
        by: str | None = None,
        damage: tuple[Finding, ...] = (),
        tables: Sequence[RowSpec] = TABLES,
    ) -> None:
        super().__init__(store, by=by, tables=tables)
        self.damage = damage
        if not store.read_only and store.undrawn():
            self._draw()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, which is then one plain file."""
        self.store.close()

    # adding

    def add(self, reading: Reading, original: bytes | None = None) -> Added:
        """Add a reading, in one transaction.

        original   the bytes that the report's id was made from; kept unless the case is set not to keep originals
        Gives "added"; "known" where the report is there (its new paths are noted); "erased" where it was erased, and
        stays so. ValueFault or CaseError where bytes and digest disagree.
        """
        reading = _encodable(reading)
        sha256 = reading.report.sha256
        if original is not None and digest(original) != sha256:
            raise CaseError(f"report {reading.report.id}: the bytes handed along are not those of its SHA-256 {sha256}")
        reading, original = self._without_erased(reading, original)
        report = reading.report
        with self.store.transaction():
            if self._note_known(report.id, report.sha256, report.paths):
                found = self.store.find(report.id)
                return "erased" if found is not None and found.erased else "known"
            kept = original if self.config.get("originals", "true") != "false" else None
            stored = self.store.put(reading, self.listing(reading), kept)
            self._enter("added", report.id, report.sha256, stored)
            self._enter_kept(report.sha256, kept)
            self._enter_paths(report.id, report.paths)
        return "added"

    def replace(self, reading: Reading, original: bytes | None = None) -> None:
        """Put a newer reading in the place of that of the same report; its judgements are found again by their spans.

        KeyError where the report is not there, CaseError where it was erased.
        """
        reading, original = self._without_erased(_encodable(reading), original)
        report = reading.report
        with self.store.transaction():
            if self._row(report.id).sha256 != report.sha256:
                raise CaseError(f"report {report.id}: another original has this id; was it changed?")
            kept = original if self.config.get("originals", "true") != "false" else None
            self._add_paths(report.id, report.paths)
            stored = self.store.put(reading, self.listing(reading), kept)
            self._enter("replaced", report.id, report.sha256, stored)
            self._enter_kept(report.sha256, kept)

    def knows(self, report_id: str, sha256: str, paths: Iterable[str] = ()) -> bool:
        """Whether a report is there, so that it need not be read; notes further paths where it was found.

        CaseError where another original has this id.
        """
        with self.store.transaction(durable=False):
            return self._note_known(report_id, sha256, tuple(as_utf8(path) for path in paths))

    # within

    def _without_erased(self, reading: Reading, original: bytes | None) -> tuple[Reading, bytes | None]:
        """A reading without the names that were erased, and its original if it may be kept: it holds none of them."""
        erased = self.erased_names
        if not erased:
            return reading, original
        clean = without_names(reading, erased)
        if clean is not reading:
            self._drop_containers(reading.report.paths)
            return clean, None
        return clean, None if original is not None and original_holds(original, reading.report, erased) else original

    def _note_known(self, report_id: str, sha256: str, paths: Iterable[str]) -> bool:
        row = self.store.find(report_id)
        if row is None:
            return False
        if row.sha256 != sha256:
            raise CaseError(
                f"report {report_id}: the originals {row.sha256} and {sha256} have the same id; one is forged"
            )
        self._add_paths(report_id, paths)
        return True

    def _add_paths(self, report_id: str, paths: Iterable[str]) -> None:
        for path in map(self.erased_names.line, paths):
            if self.store.add_paths(report_id, [path]):
                self._enter_paths(report_id, [path])

    def _enter_paths(self, report_id: str, paths: Iterable[str]) -> None:
        for path in dict.fromkeys(paths):
            self._enter("path", report_id, "", path_digest(path))

    def _enter_kept(self, sha256: str, original: bytes | None) -> None:
        if original is not None:
            self._enter("kept", sha256, sha256, sha256)

    def _draw(self) -> None:
        """Make all that is listed anew: tables that were not there before, or are of another version now."""
        with self.store.transaction():
            for report_id in self.store.report_ids():
                try:
                    reading = self.store.reading(report_id)
                except CaseError:
                    continue  # a damaged one has no rows, and `check` tells of it
                self.store.put_listing(self.listing(reading))
            self.store.drawn()


def _masked(case: Case, tables: Sequence[RowSpec]) -> Case:
    from sayso.case.masking import masked  # it is made of cases itself

    return masked(case, tables)


def _encodable(reading: Reading) -> Reading:
    paths = tuple(as_utf8(path) for path in reading.report.paths)
    if paths == reading.report.paths:
        return reading
    return replace(reading, report=replace(reading.report, paths=paths))
