"""A case in one SQLite file, with full-text search.

While somebody writes, the file is in WAL mode (readers and one writer at once; ``my.sayso-wal`` beside it); whoever
closes it last puts it back to one plain file, which can be handed on, also on a medium that cannot be written. Why it
is synced as it is: docs/decisions/0004-case-durability.md.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

from sayso.errors import CaseError
from sayso.store import ledger
from sayso.store.sqlite import schema
from sayso.store.sqlite.errors import WAIT, DamagedCase, telling
from sayso.store.sqlite.record import Record
from sayso.store.sqlite.reports import Reports
from sayso.store.sqlite.rows import RowTable
from sayso.store.sqlite.shape import NAME, altered, check_shape, is_ours, missing
from sayso.values.case import Deed, Finding, LedgerRow
from sayso.values.rows import RowSpec
from sayso.views.tables import TABLES

PRIVATE: Final = 0o600  # for its owner alone


class SqliteStore(Reports, Record):
    """See Store. Made by `open_store`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool, tables: Sequence[RowSpec] = TABLES
    ) -> None:
        super().__init__(path, connection, read_only=read_only)
        self.tables = {spec.name: RowTable(spec) for spec in tables}

    def check(self) -> Iterator[Finding]:
        """See Store: pages and indexes of the file, then the word indexes against the texts."""
        try:
            for (message,) in self._rows("PRAGMA integrity_check(100)"):
                if message != "ok":
                    yield Finding(self.name, f"the file is damaged: {message}")
            for what in missing(self._rows, self.name):
                yield Finding(self.name, f"its {what} is not there: somebody took it out")
        except CaseError as error:
            yield Finding(self.name, str(error))
            return
        # SQLite checks a word index by a command that writes, so a copy is checked: a file without a name, which is
        # gone with the connection. The case itself is never opened to write for it.
        try:
            with telling(self.name), contextlib.closing(sqlite3.connect("", isolation_level=None)) as copy:
                copy.execute("PRAGMA trusted_schema = OFF")
                self._connection.backup(copy)
                yield from self._check_words(copy)
        except CaseError as error:
            yield Finding(self.name, f"the word indexes are not checked: {error}", fault=False)

    def _check_words(self, copy: sqlite3.Connection) -> Iterator[Finding]:
        for index in self.word_indexes:
            try:
                copy.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError:
                yield Finding(
                    index, "the word index does not fit the texts: a search may miss some", "export and read anew"
                )


def open_store(
    path: Path,
    *,
    create: bool = False,
    read_only: bool = False,
    wait: float = WAIT,
    tables: Sequence[RowSpec] = TABLES,
) -> SqliteStore:
    """Open a case's file, or make one.

    wait     seconds for which another process's transaction is waited for
    tables   of rows that it is to hold; those that it lacks, and those of another version, are made anew, without rows
    Raises CaseError where there is none, it is another program's, of a newer version, damaged, or cannot be opened.
    """
    there = _look_at_head(path, create=create, tables=tables)
    if not there:
        _make_private(path)
    uri = path.absolute().as_uri() + (_looking(path) if read_only else "?mode=rwc" if create else "?mode=rw")
    with telling(str(path)):
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    store = SqliteStore(path, connection, read_only=read_only, tables=tables)
    try:
        with telling(str(path)):
            connection.execute("PRAGMA trusted_schema = OFF")  # a case may come from anybody
            connection.execute("PRAGMA secure_delete = ON")  # what is taken out is overwritten
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA cache_size = -16000")  # 16 MB, so that memory stays flat
            if not there and create:
                connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
            connection.execute("BEGIN")  # both as of one moment, for another process may be making it
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            held = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
            connection.execute("COMMIT")
        if version <= 0 and held:
            _refuse_foreign(path, tables, "a database of another program; give the path of a case")
        if version > schema.VERSION:
            _refuse_foreign(
                path, tables, f"a case of version {version}, this sayso knows versions up to {schema.VERSION};"
                " install a newer sayso",
            )  # fmt: skip
        if version:
            check_shape(store._rows, str(path), version, store.tables.values())
        if read_only and (version < schema.VERSION or _stale(store) or store.undrawn()):
            raise CaseError(
                f"{path}: a case of version {version} must be opened once to write, to bring it up; where you may write"
                f" to it, `sayso config {path}` does so"
            )
        if version < schema.VERSION:
            _migrate(store, connection)
        if version < schema.VERSION or (not read_only and _stale(store)):
            _make_tables(store)
    except BaseException:
        store.close()
        raise
    return store


def _make_private(path: Path) -> None:
    """Make the file of a new case, its owner's alone; SQLite gives what it puts beside it the same permissions."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
        path.chmod(PRIVATE)  # an empty file was there already
    except OSError as error:
        raise CaseError(f"{path}: cannot be opened: {error.strerror or error}") from error


def _looking(path: Path) -> str:
    """How a file is opened to look at it: immutable if it says that it has a log beside it, and has none.

    SQLite would make one, which leaves files beside the case, and cannot be done on a medium that cannot be written.
    """
    with path.open("rb") as stream:
        in_wal = stream.read(20)[18:20] == b"\x02\x02"
    return "?mode=ro&immutable=1" if in_wal and not Path(f"{path}-wal").exists() else "?mode=ro"


def _look_at_head(path: Path, *, create: bool, tables: Sequence[RowSpec]) -> bool:
    """Whether there is something in the file; CaseError where it is no case."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError as error:
        if create:
            return False
        raise CaseError(f"{path}: no case there; `sayso read PATH --case {path}` makes one") from error
    except OSError as error:
        raise CaseError(f"{path}: cannot be opened: {error.strerror or error}") from error
    if not head:
        if create:
            return False
        raise CaseError(f"{path}: nothing in it; `sayso read PATH --case {path}` makes a case")
    if head[:16] != b"SQLite format 3\0" or len(head) < 100:
        raise DamagedCase(
            f"{path}: no case, or its head is damaged; where it was one, `sayso check` says what is lost and"
            " `sayso export` gives what is left"
        )
    (application,) = struct.unpack(">I", head[68:72])
    if application not in (schema.APPLICATION, 0):
        told = f"a database of another program (application {application:#x}); give the path of a case"
        _refuse_foreign(path, tables, told)
    return True


def _refuse_foreign(path: Path, tables: Sequence[RowSpec], told: str) -> NoReturn:
    """Raise what is the matter with a file whose head says that it is no case of ours: DamagedCase if all else is ours.

    Nothing is written to it, nor beside it.
    """
    uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
    with telling(str(path)), contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        ours = is_ours(connection.execute, str(path), [RowTable(spec) for spec in tables])
    if ours:
        raise DamagedCase(
            f"{path}: {told}; all else in it is a case of version {schema.VERSION}: if its head is damaged, `sayso"
            " check` says what is lost, `sayso export` gives what is left"
        )
    raise CaseError(f"{path}: {told}")


def _migrate(store: SqliteStore, connection: sqlite3.Connection) -> None:
    """Take the steps that the file has not taken, all or none. Another process may have taken them meanwhile."""
    with store.transaction(), telling(store.name):
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for step in schema.MIGRATIONS[version:]:
            for sql in step:
                connection.execute(sql)
        if version:
            _enter_what_was_there(store, version)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def _enter_what_was_there(store: SqliteStore, version: int) -> None:
    """Enter into the ledger what it did not hold in cases of this version."""
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    held: list[tuple[Deed, str, str, str]] = []
    if version < schema.WITH_PATHS_IN_LEDGER:
        held += [("path", id_, "", ledger.path_digest(path)) for id_, path in store._rows("SELECT * FROM paths")]
        held += [("failed", failure.path, "", ledger.failure_digest(failure)) for failure in store.failures()]
        held += [("logged", f"log{row.number}", "", row.hash) for row in list(store.log())]
    if version < schema.WITH_FILES_IN_LEDGER:
        held += [("kept", sha256, sha256, sha256) for sha256 in sorted(store.originals())]
        held += [("configured", key, "", ledger.value_digest(value)) for key, value in store.config().items()]
        held += [("file", ledger.file_thing(row), "", ledger.file_digest(row)) for row in store.files()]
    for deed, thing, sha256, digest in held:
        store.append_ledger(LedgerRow(0, at, deed, thing, sha256, digest))


def _stale(store: SqliteStore) -> list[str]:
    """The tables of rows whose columns or version are not those wanted, and those that this program does not know."""
    known = dict(store._rows("SELECT name, version FROM drawn"))
    made = {name for (name,) in store._rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    stale = [name for name in known if name not in store.tables]
    strange = altered(store._rows, store.name, store.tables.values())
    for name, table in store.tables.items():
        columns = [(column, kind) for _, column, kind, *_ in store._rows(f"PRAGMA table_info({name})")]
        words = tuple(column for _, column, *_ in store._rows(f"PRAGMA table_info({table.words or 'drawn'})"))
        right = columns == table.columns and (not table.words or words == table.spec.searched)
        if not right or (name in known and known[name] != table.spec.version) or name not in made or name in strange:
            stale.append(name)
    return stale


def _make_tables(store: SqliteStore) -> None:
    """Make the tables of rows that are not there as wanted; their rows are drawn by the case that opens it."""
    with store.transaction():
        for name in _stale(store):  # another process may have made them meanwhile
            store._do("DELETE FROM drawn WHERE name = ?", (name,))
            if NAME.match(name) and name not in schema.FIXED:  # a case may come from anybody
                store._do(f"DROP TABLE IF EXISTS {name}_words")
                store._do(f"DROP TABLE IF EXISTS {name}")
            for sql in store.tables[name].create() if name in store.tables else ():
                store._do(sql)
        for table in store.tables.values():
            for sql in table.indexes():
                store._do(sql)
        if not store._rows("SELECT 1 FROM readings LIMIT 1"):
            store.drawn()
