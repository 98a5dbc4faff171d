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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, Literal

from sayso.case.checks import check_store
from sayso.case.door import Door, failure_dict
from sayso.case.journal import now
from sayso.errors import CaseError
from sayso.store.base import (
    EVERYTHING,
    FailureRow,
    FileAnswer,
    FileRow,
    Filters,
    Finding,
    ReportRow,
    Store,
)
from sayso.store.ledger import digest
from sayso.store.sqlite import open_store
from sayso.store.sqlite.errors import WAIT, DamagedCase
from sayso.store.sqlite.salvage import is_damaged, salvage
from sayso.values.reading import Reading
from sayso.views.events import EventQuery

__all__ = ["Case", "EventQuery", "Filters", "failure_dict", "now", "open_case"]

Added = Literal["added", "known", "erased"]
MAX_UNFINISHED_STARTS: Final = 2  # a file that was started so often and never opened to its end is not opened again


def open_case(
    path: str | os.PathLike[str],
    *,
    create: bool = False,
    read_only: bool = False,
    damaged: Literal["refuse", "salvage"] = "refuse",
    wait: float = WAIT,
) -> Case:
    """Open a case, or make one.

    create     make it where there is none
    read_only  for looking; several may look while one writes
    damaged    "salvage" gives, for a damaged file, a case of all that is left; what it lacks is in `case.damage`
    wait       seconds for which another process's transaction is waited for
    Raises CaseError where there is none, it is of a newer version, damaged, or cannot be opened.
    """
    file = Path(path)
    if damaged == "refuse":
        return Case(open_store(file, create=create, read_only=read_only, wait=wait))
    try:
        store = open_store(file, create=create, read_only=read_only, wait=wait)
        if not is_damaged(store):
            return Case(store)
        store.close()
    except DamagedCase:
        pass
    left, damage = salvage(file)
    return Case(left, damage=tuple(damage))


class Case(Door):
    """See the module. Used from one thread at a time; each thread or process opens its own."""

    def __init__(self, store: Store, *, by: str | None = None, damage: tuple[Finding, ...] = ()) -> None:
        super().__init__(store, by=by)
        self.damage = damage

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
        report = reading.report
        if original is not None and digest(original) != report.sha256:
            raise CaseError(f"report {report.id}: the bytes handed along are not those of its SHA-256 {report.sha256}")
        with self.store.transaction():
            if self._note_known(report.id, report.sha256, report.paths):
                found = self.store.find(report.id)
                return "erased" if found is not None and found.erased else "known"
            kept = original if self.config.get("originals", "true") != "false" else None
            stored = self.store.put(reading, self._shown(reading), kept)
            self._enter("added", report.id, report.sha256, stored)
        return "added"

    def replace(self, reading: Reading, original: bytes | None = None) -> None:
        """Put a newer reading in the place of that of the same report; its judgements are found again by their spans.

        KeyError where the report is not there, CaseError where it was erased.
        """
        reading = _encodable(reading)
        report = reading.report
        with self.store.transaction():
            if self._row(report.id).sha256 != report.sha256:
                raise CaseError(f"report {report.id}: another original has this id; was it changed?")
            kept = original if self.config.get("originals", "true") != "false" else None
            stored = self.store.put(reading, self._shown(reading), kept)
            self._enter("replaced", report.id, report.sha256, stored)

    def knows(self, report_id: str, sha256: str, paths: Iterable[str] = ()) -> bool:
        """Whether a report is there, so that it need not be read; notes further paths where it was found.

        CaseError where another original has this id.
        """
        with self.store.transaction(durable=False):
            return self._note_known(report_id, sha256, tuple(_path(path) for path in paths))

    def add_failure(
        self, path: str, reader: str, reason: str, advice: str = "", sha256: str = "", *, file: str | None = None
    ) -> None:
        """Note that an original could not be read.

        file   the file on disk that it lies in, where it is a member; a new reading of that file forgets the failure
        """
        failure = FailureRow(_path(path), reader, reason, advice, sha256, now())
        with self.store.transaction():
            self.store.put_failure(failure, _path(file if file is not None else path))

    def has_read(self, path: str, *, sha256: str, hints: str = "") -> bool:
        """Whether just these bytes of a file were read to the end with these hints."""
        known = self.store.file(_path(path), hints)
        return known is not None and known.state == "read" and known.sha256 == sha256

    def begin_file(
        self, path: str, *, size: int, modified: float, sha256: str = "", hints: str = "", retry: bool = False
    ) -> FileAnswer:
        """Ask whether to open a file; where so, it is marked as started first, so that a crash can be laid to it.

        sha256  of the whole file; "" where it cannot be read
        hints   what else decides what is read from it (outlet, version of the readers), as one string
        retry   open it also where it failed before
        Gives "read"; "known" where just these bytes were read with these hints; "failed" where they failed; "stuck"
        where it was started twice and never opened to the end, which is noted as a failure.
        """
        path = _path(path)
        row = FileRow(path, hints, size, modified, sha256, "started", 1)
        with self.store.transaction(durable=False):
            known = self.store.file(path, hints)
            if known is not None and known.sha256 == sha256:
                if known.state == "read":
                    return "known"
                if known.state == "failed" and sha256 and not retry:
                    return "stuck" if known.starts >= MAX_UNFINISHED_STARTS else "failed"
                if known.state == "started" and not retry:
                    if known.starts >= MAX_UNFINISHED_STARTS:
                        self._give_up(known)
                        return "stuck"
                    row = replace(row, starts=known.starts + 1)
            self.store.forget_failures(path)
            self.store.put_file(row)
        return "read"

    def opened_file(self, path: str, *, hints: str = "") -> None:
        """Note that a file was opened to its end: should the process end before `finish_file`, it is not to blame."""
        self._mark(path, hints, "opened")

    def finish_file(self, path: str, *, hints: str = "", failed: bool = False) -> None:
        """Note that all of a file is in the case, or that it failed as a whole."""
        self._mark(path, hints, "failed" if failed else "read")

    # asking

    def readings(
        self, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None, as_read: bool = False
    ) -> Iterator[Reading]:
        """The readings, by date, outlet and id, one at a time, as the judgements in force show them.

        on_lost   called with what is wrong with a damaged one, which is then left out; without it CaseError is raised
        as_read   as first read, without what was set
        """
        for report_id in self.store.report_ids(filters):
            try:
                reading = self.store.reading(report_id)
            except KeyError:
                continue  # erased since the list was made
            except CaseError as error:
                if on_lost is None:
                    raise
                on_lost(str(error))
                continue
            yield reading if as_read else self._shown(reading)

    def reading(self, report_id: str) -> Reading:
        """The reading of a report, as the judgements in force show it. KeyError for none, or an erased one."""
        return self._shown(self.store.reading(report_id))

    def original(self, report_id: str) -> bytes | None:
        """The bytes of a report's original; None where they are not kept."""
        return self.store.original(self._row(report_id).sha256)

    def reports(self, filters: Filters = EVERYTHING, *, erased: bool = False) -> Iterator[ReportRow]:
        """The rows of the reports, by date, outlet and id; with `erased` those of the erased ones."""
        return self.store.reports(filters, erased=erased)

    def failures(self) -> list[FailureRow]:
        """What could not be read, by path."""
        return self.store.failures()

    def check(self) -> Iterator[Finding]:
        """What was found wrong, one thing at a time; findings with ``fault=False`` tell what cannot be verified."""
        yield from self.damage
        yield from check_store(self.store)

    @property
    def config(self) -> dict[str, str]:
        """The settings that this case holds. "originals": "false" keeps no originals from then on."""
        return self.store.config()

    # within

    def _note_known(self, report_id: str, sha256: str, paths: Iterable[str]) -> bool:
        row = self.store.find(report_id)
        if row is None:
            return False
        if row.sha256 != sha256:
            raise CaseError(
                f"report {report_id}: the originals {row.sha256} and {sha256} have the same id; one is forged"
            )
        self.store.add_paths(report_id, paths)
        return True

    def _give_up(self, row: FileRow) -> None:
        self.store.put_file(replace(row, state="failed"))
        reason = f"started {row.starts} times and the process ended each time before it was opened; left unopened"
        self.store.put_failure(
            FailureRow(row.path, "sayso", reason, "read it alone with --retry", row.sha256, now()), row.path
        )

    def _mark(self, path: str, hints: str, state: Literal["opened", "read", "failed"]) -> None:
        with self.store.transaction(durable=False):
            known = self.store.file(_path(path), hints)
            if known is None:
                raise KeyError(path)
            self.store.put_file(replace(known, state=state, starts=0))


def _encodable(reading: Reading) -> Reading:
    paths = tuple(_path(path) for path in reading.report.paths)
    if paths == reading.report.paths:
        return reading
    return replace(reading, report=replace(reading.report, paths=paths))


def _path(path: str) -> str:
    """The path as UTF-8 can hold it: a byte of a name that is none is written as \\udcXX."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
