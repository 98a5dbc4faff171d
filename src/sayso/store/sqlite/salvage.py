"""What is left of a damaged case, as a case of its own.

The file is taken apart page by page. A record is known for one of ours by its columns, and counts only where its digest
fits what it holds. What is lost is told by the ledger, which has a small row for each report and judgement.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sayso.errors import CaseError
from sayso.store.ledger import digest, stored_things
from sayso.store.sqlite import SqliteStore, open_store, schema
from sayso.store.sqlite.pages import records
from sayso.store.sqlite.record import judgement_of
from sayso.store.sqlite.reports import unpacked
from sayso.store.sqlite.typed import unpacked_bytes
from sayso.values.case import Finding, LedgerRow, ReportRow
from sayso.values.rows import Listing, RowSpec
from sayso.values.terms import VERBS
from sayso.views.tables import TABLES

ID: Final = re.compile(r"[0-9a-f]{16}\Z")
HASH: Final = re.compile(r"[0-9a-f]{64}\Z")
# Tables whose rows are put over as they are, with the number of their columns.
COPIED: Final = {"log": 11, "ledger": 8, "failures": 7}


def is_damaged(store: SqliteStore) -> bool:
    """Whether SQLite finds its own structure broken. One pass over the file: about a second for 300 MB."""
    try:
        return bool(store._rows("PRAGMA quick_check(1)") != [("ok",)])
    except CaseError:
        return True


def salvage(path: Path, tables: Sequence[RowSpec] = TABLES) -> tuple[SqliteStore, list[Finding]]:
    """A new case in a folder that goes when it is closed, with all that is left, and what was lost.

    Its tables of rows are undrawn: see Store.undrawn.
    Raises CaseError where not one report is left.
    """
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    try:
        store = Salvaged(folder, path, tables)
        try:
            with store.transaction(durable=False):
                findings = _fill(store, path)
        except BaseException:
            store.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return store, findings


class Salvaged(SqliteStore):
    """The store of what is left; `name` is still the damaged file's."""

    def __init__(self, folder: Path, damaged: Path, tables: Sequence[RowSpec]) -> None:
        made = open_store(folder / "left.sayso", create=True, tables=tables)
        super().__init__(damaged, made._connection, read_only=False, tables=tables)
        self._wrote = True
        self._folder = folder

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _fill(store: Salvaged, path: Path) -> list[Finding]:
    size = schema.PAGE_SIZE
    judged: set[str] = set()
    for number, (name, row) in _known(path, size, ("judgements", *COPIED)):
        if name != "judgements":
            values = [number, *row[1:]] if row[0] is None else row
            store._do(f"INSERT OR IGNORE INTO {name} VALUES ({', '.join('?' * len(row))})", values)
        elif digest(row[2].encode()) == row[3]:
            judgement_of(number, row[2])  # which raises where it cannot be read
            judged.add(f"j{number}")
            store._do("INSERT OR IGNORE INTO judgements VALUES (?, ?, ?, ?)", (number, *row[1:]))
    wanted = stored_things(store.ledger())
    numbers = _fill_readings(store, path, size, wanted)
    named: set[str] = set()
    for _, (_, row) in _known(path, size, ("paths",)):
        store._do("INSERT OR IGNORE INTO paths SELECT id, ? FROM readings WHERE id = ?", (row[1], row[0]))
        named.add(row[0])
    held = set(store.report_ids()) | judged
    lost = [entry for entry in wanted.values() if entry.deed != "erased" and entry.thing not in held]
    findings = [Finding(str(path), f"the file is damaged: {len(held) - len(judged)} reports are left")]
    pages, there = _pages(path, size)
    if pages > there:
        findings.append(Finding(str(path), f"it is cut off: {there} of {pages} pages are left", "look for a copy"))
    for report_id in sorted(named - held - wanted.keys()):
        findings.append(Finding(f"report {report_id}", "lost", "read its original again"))
    for gone in lost:
        what = "judgement" if gone.thing.startswith("j") else "report"
        advice = "read its original again" if what == "report" else "judge anew"
        findings.append(Finding(f"{what} {gone.thing}", f"lost; it was {gone.deed} {gone.at}", advice))
    unknown = max(numbers, default=0) - len(numbers) - sum(1 for gone in lost if not gone.thing.startswith("j"))
    if unknown > 0:
        findings.append(Finding(str(path), f"up to {unknown} more reports are lost of which not even the id is left"))
    if not held:
        raise CaseError(f"{path}: the file is damaged, and nothing of a case is left in it; look for a copy")
    return findings


def _fill_readings(store: Salvaged, path: Path, size: int, wanted: dict[str, LedgerRow]) -> set[int]:
    """Put over what can be read of readings and originals; gives the numbers of all readings of which a row is left."""
    numbers = set()
    put: dict[str, str] = {}
    for number, (name, row) in _known(path, size, ("readings", "originals")):
        if name == "originals":
            try:
                data = unpacked_bytes(row[2], "an original")
            except CaseError:
                continue
            if digest(data) == row[0]:
                store._do("INSERT OR IGNORE INTO originals VALUES (?, ?, ?)", row)
            continue
        numbers.add(number)
        if row[4] is None:
            continue
        try:
            reading = unpacked(row[1], row[3], row[4])
        except CaseError:
            continue
        newest = wanted[row[1]].digest if row[1] in wanted else row[3]
        if row[1] not in put or (put[row[1]] != newest and row[3] == newest):
            store.put(reading, Listing(ReportRow(row[1], reading.report.sha256, "", ()), ""), None)
            put[row[1]] = row[3]
    store._do("DELETE FROM drawn")
    return numbers


def _pages(path: Path, size: int) -> tuple[int, int]:
    """How many pages the head says there are, and how many there are; the same where the head is lost."""
    there = path.stat().st_size // size
    with path.open("rb") as stream:
        head = stream.read(32)
    said = int.from_bytes(head[28:32], "big") if head.startswith(b"SQLite format 3\0") else 0
    return said or there, there


def _known(path: Path, size: int, names: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, list[Any]]]]:
    for number, row in records(path, size):
        name = _table(row)
        if name in names:
            yield number or 0, (name, row)


def _table(row: list[Any]) -> str:
    """The table of a record, by its columns; "" for one that is none of those that are put over."""

    def is_hash(value: Any) -> bool:
        return isinstance(value, str) and (HASH.match(value) is not None)

    def is_id(value: Any) -> bool:
        return isinstance(value, str) and ID.match(value) is not None

    def words(values: list[Any]) -> bool:
        return all(isinstance(value, str) for value in values)

    match len(row):
        case 2 if is_id(row[0]) and isinstance(row[1], str):
            return "paths"
        case 3 if is_hash(row[0]) and isinstance(row[1], int) and isinstance(row[2], bytes):
            return "originals"
        case 4 if row[0] is None and words(row[1:]) and row[1] in VERBS and is_hash(row[3]):
            return "judgements"
        case 5 if row[0] is None and is_id(row[1]) and isinstance(row[4], bytes | None):
            return "readings"
        case 7 if words(row):
            return "failures"
        case 8 if row[0] is None and words(row[1:]) and is_hash(row[7]):
            return "ledger"
        case 11 if row[0] is None and words(row[1:]) and is_hash(row[10]):
            return "log"
    return ""
