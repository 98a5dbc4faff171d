"""A case in one SQLite file, with full-text search.

While somebody writes, the file is in WAL mode (readers and one writer at once; ``my.sayso-wal`` beside it); whoever
closes it last puts it back to one plain file, which can be handed on, also on a medium that cannot be written. Why it
is synced as it is: docs/decisions/0004-case-durability.md.
"""

from __future__ import annotations

import contextlib
import sqlite3
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sayso.errors import CaseError
from sayso.store import judging, ledger
from sayso.store.sqlite import events, schema
from sayso.store.sqlite.errors import WAIT, DamagedCase, telling
from sayso.store.sqlite.queries import SHIFT, Queries, log_row, unpacked
from sayso.store.sqlite.search import searchable
from sayso.values.case import FailureRow, FileRow, Finding, Judgement, LedgerRow, LogRow, Statement
from sayso.values.json import reading_to_json
from sayso.values.reading import Reading
from sayso.views.events import event_rows
from sayso.views.statements import statements_of

LEVEL: Final = 3  # of zlib for readings; 6 is 12 % smaller and takes 2.4 times as long: tests/helpers/measure_case.py
CHUNK: Final = 500
WORD_INDEXES: Final = ("texts_words", "statements_words", "events_words")


class SqliteStore(Queries):
    """See Store. Made by `open_store`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._depth = 0
        self._wrote = False
        self._closed = False

    @property
    def name(self) -> str:
        """The path of the file."""
        return str(self.path)

    def close(self) -> None:
        """See Store. Leaves one plain file unless another process has it open."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(sqlite3.Error):
            if self._wrote:
                self._connection.execute("PRAGMA busy_timeout = 0")  # another process may have it; it will do it then
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    # one statement

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with telling(self.name):
            return self._connection.execute(sql, values).fetchall()

    def _each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        with telling(self.name):
            cursor = self._connection.execute(sql, values)
        while True:
            with telling(self.name):
                rows = cursor.fetchmany(CHUNK)
            if not rows:
                return
            yield from rows

    def _named(self, sql: str, values: Sequence[Any]) -> tuple[list[str], list[Any]]:
        with telling(self.name):
            cursor = self._connection.execute(sql, values)
            return [column[0] for column in cursor.description], cursor.fetchall()

    def _do(self, sql: str, values: Sequence[Any] = ()) -> int:
        if not self._depth:
            raise RuntimeError("writing outside of a transaction")
        with telling(self.name):
            return self._connection.execute(sql, values).rowcount

    def _do_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        with telling(self.name):
            self._connection.executemany(sql, values)

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """See Store."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        with telling(self.name):
            if not self._wrote:
                with contextlib.suppress(sqlite3.OperationalError):  # somebody reads just now: it goes on without
                    self._connection.execute("PRAGMA journal_mode = WAL")
                self._wrote = True
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            with telling(self.name):
                self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # a full disk has rolled it back already
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    # reports

    def put(self, reading: Reading, shown: Reading, original: bytes | None) -> str:
        """See Store."""
        report = reading.report
        line = reading_to_json(reading)
        digest = ledger.digest(line)
        row = (report.sha256, digest, zlib.compress(line, LEVEL))
        if not self._do("UPDATE readings SET sha256 = ?, digest = ?, json = ? WHERE id = ?", (*row, report.id)):
            self._do("INSERT INTO readings (sha256, digest, json, id) VALUES (?, ?, ?, ?)", (*row, report.id))
        if original is not None:
            self._do(
                "INSERT INTO originals (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (report.sha256, len(original), zlib.compress(original)),
            )
        self.add_paths(report.id, report.paths)
        self.put_shown(shown)
        return digest

    def put_shown(self, shown: Reading) -> None:
        """See Store."""
        report = shown.report
        ((number, digest),) = self._rows("SELECT number, digest FROM readings WHERE id = ?", (report.id,))
        self._forget_drawn(number)
        statements = statements_of(shown)
        self._do(
            "INSERT INTO reports (number, id, sha256, digest, outlet, published, lang, title, url, media, given_id,"
            " statements, read, kept, erased) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            " EXISTS (SELECT 1 FROM originals WHERE sha256 = ?), 0)",
            (
                number, report.id, report.sha256, digest, report.outlet, report.published, report.lang, report.title,
                report.url, report.media, report.given_id, len(statements), bool(shown.steps), report.sha256,
            ),
        )  # fmt: skip
        text = (number, searchable(report.title or ""), searchable(report.text))
        self._do("INSERT INTO texts (number, title, text) VALUES (?, ?, ?)", text)
        self._do("INSERT INTO texts_words (rowid, title, text) VALUES (?, ?, ?)", text)
        rows = [((number << SHIFT) + i, *_statement_values(row)) for i, row in enumerate(statements)]
        marks = ", ".join("?" * 16)
        self._do_many(f"INSERT INTO statements VALUES ({marks})", ((place, number, *values) for place, *values in rows))
        self._do_many(
            "INSERT INTO statements_words (rowid, who, content) VALUES (?, ?, ?)",
            ((place, values[2], values[6]) for place, *values in rows),
        )
        self.put_events(number, shown)

    def put_events(self, number: int, shown: Reading) -> None:
        """List and search the events of the report of this number."""
        happened = [((number << SHIFT) + i, row) for i, row in enumerate(event_rows(shown))]
        self._do_many(events.INSERT, (events.values(place, number, row) for place, row in happened))
        self._do_many(
            events.INSERT_WORDS,
            ((place, searchable(row.whos), searchable(row.whoms)) for place, row in happened),
        )

    def _forget_drawn(self, number: int) -> None:
        """Take out what is drawn from a reading; a word index must be told the words that it shall forget."""
        if not self._do("DELETE FROM reports WHERE number = ?", (number,)):
            return
        self._do(
            "INSERT INTO texts_words (texts_words, rowid, title, text)"
            " SELECT 'delete', number, title, text FROM texts WHERE number = ?", (number,),
        )  # fmt: skip
        self._do("DELETE FROM texts WHERE number = ?", (number,))
        bounds = (number << SHIFT, ((number + 1) << SHIFT) - 1)
        self._do(
            "INSERT INTO statements_words (statements_words, rowid, who, content)"
            " SELECT 'delete', number, who, content FROM statements WHERE number BETWEEN ? AND ?", bounds,
        )  # fmt: skip
        self._do("DELETE FROM statements WHERE number BETWEEN ? AND ?", bounds)
        self._do(events.FORGET_WORDS, bounds)
        self._do(events.FORGET, bounds)

    def add_paths(self, report_id: str, paths: Iterable[str]) -> int:
        """See Store."""
        sql = "INSERT INTO paths (report, path) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return sum(self._do(sql, (report_id, path)) for path in paths)

    def erase(self, report_id: str) -> None:
        """See Store. The word indexes are made anew: a word that was taken out stands in them until then."""
        ((number, sha256),) = self._rows("SELECT number, sha256 FROM readings WHERE id = ?", (report_id,))
        row = self._rows("SELECT outlet, published, lang, media FROM reports WHERE number = ?", (number,))[0]
        self._forget_drawn(number)
        self._do(
            "INSERT INTO reports (number, id, sha256, digest, outlet, published, lang, media, statements, read, kept,"
            " erased) VALUES (?, ?, ?, '', ?, ?, ?, ?, 0, 0, 0, 1)", (number, report_id, sha256, *row),
        )  # fmt: skip
        self._do("UPDATE readings SET json = NULL, digest = '' WHERE number = ?", (number,))
        if not self._rows("SELECT 1 FROM reports WHERE sha256 = ? AND erased = 0", (sha256,)):
            self._do("DELETE FROM originals WHERE sha256 = ?", (sha256,))
        for index in WORD_INDEXES:
            self._do(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")

    # files and failures

    def put_file(self, row: FileRow) -> None:
        """See Store."""
        values = (row.path, row.hints, row.size, row.modified, row.sha256, row.state, row.starts)
        self._do("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def put_failure(self, failure: FailureRow, file: str) -> None:
        """See Store."""
        values = (failure.path, failure.reader, failure.reason, failure.advice, failure.sha256, failure.at, file)
        self._do("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def forget_failures(self, file: str) -> None:
        """See Store."""
        self._do("DELETE FROM failures WHERE file = ?", (file,))

    # judgements, log, ledger, config

    def add_judgement(self, judgement: Judgement) -> tuple[Judgement, str]:
        """See Store."""
        ((number,),) = self._rows("SELECT coalesce(max(number), 0) + 1 FROM judgements")
        judgement = replace(judgement, id=f"j{number}")
        text = _judgement_json(judgement)
        digest = ledger.digest(text.encode())
        self._do("INSERT INTO judgements VALUES (?, ?, ?, ?)", (number, judgement.verb, text, digest))
        return judgement, digest

    def redact_judgement(self, judgement: Judgement) -> str:
        """See Store."""
        text = _judgement_json(judgement)
        digest = ledger.digest(text.encode())
        self._do("UPDATE judgements SET json = ?, digest = ? WHERE number = ?", (text, digest, int(judgement.id[1:])))
        return digest

    def append_log(self, row: LogRow) -> LogRow:
        """See Store."""
        last = self._rows("SELECT * FROM log ORDER BY number DESC LIMIT 1")
        newest = self._rows("SELECT hash FROM ledger ORDER BY number DESC LIMIT 1")
        row = replace(row, ledger=newest[0][0] if newest else "")
        row = ledger.sealed_log(row, log_row(last[0]) if last else None)
        values = (
            row.number,
            row.at,
            row.by,
            row.command,
            row.state,
            row.version,
            _json(row.options),
            _json(row.counts),
        )
        self._do(f"INSERT INTO log VALUES ({', '.join('?' * 11)})", (*values, row.ledger, row.previous, row.hash))
        return row

    def append_ledger(self, row: LedgerRow) -> LedgerRow:
        """See Store."""
        last = self._rows("SELECT * FROM ledger ORDER BY number DESC LIMIT 1")
        row = ledger.sealed_ledger(row, LedgerRow(*last[0]) if last else None)
        values = (row.number, row.at, row.deed, row.thing, row.sha256, row.digest, row.previous, row.hash)
        self._do("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        return row

    def set_config(self, key: str, value: str | None) -> None:
        """See Store."""
        if value is None:
            self._do("DELETE FROM config WHERE key = ?", (key,))
        else:
            self._do("INSERT OR REPLACE INTO config VALUES (?, ?)", (key, value))

    # checks

    def check(self) -> Iterator[Finding]:
        """See Store: pages and indexes of the file, then the word indexes against the texts."""
        try:
            for (message,) in self._rows("PRAGMA integrity_check(100)"):
                if message != "ok":
                    yield Finding(self.name, f"the file is damaged: {message}")
        except CaseError as error:
            yield Finding(self.name, str(error))
            return
        for index in WORD_INDEXES:
            if self.read_only:
                yield Finding(index, "not checked: the case is open to read only", fault=False)
                continue
            try:
                with self.transaction(durable=False):
                    self._do(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except CaseError:
                yield Finding(
                    index, "the word index does not fit the texts: a search may miss some", "export and read anew"
                )


def _statement_values(row: Statement) -> tuple[Any, ...]:
    texts = (row.speaker, row.who, row.role, row.chain, row.cue, row.content, row.sentence)
    return (row.id, *map(searchable, texts), row.style, row.manner, row.score, row.start, row.end, row.version)


def _judgement_json(judgement: Judgement) -> str:
    body = judging.judgement_dict(judgement)
    del body["kind"], body["id"]
    return _json(body)


def _json(value: Any) -> str:
    return ledger.canonical(value).decode("ascii")


def open_store(path: Path, *, create: bool = False, read_only: bool = False, wait: float = WAIT) -> SqliteStore:
    """Open a case's file, or make one.

    wait   seconds for which another process's transaction is waited for
    Raises CaseError where there is none, it is another program's, of a newer version, damaged, or cannot be opened.
    """
    there = _look_at_head(path, create=create)
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc" if create else "?mode=rw")
    with telling(str(path)):
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    store = SqliteStore(path, connection, read_only=read_only)
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
            tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
            connection.execute("COMMIT")
        if version == 0 and tables:
            raise CaseError(f"{path}: a database of another program; give the path of a case")
        if version > schema.VERSION:
            raise CaseError(
                f"{path}: a case of version {version}, this sayso knows versions up to {schema.VERSION};"
                " install a newer sayso"
            )
        if version < schema.VERSION:
            if read_only:
                raise CaseError(f"{path}: a case of version {version} must be opened once to write, to bring it up")
            _migrate(store, connection)
    except BaseException:
        store.close()
        raise
    return store


def _look_at_head(path: Path, *, create: bool) -> bool:
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
        raise CaseError(
            f"{path}: a database of another program (application {application:#x}); give the path of a case"
        )
    return True


def _migrate(store: SqliteStore, connection: sqlite3.Connection) -> None:
    """Take the steps that the file has not taken, all or none. Another process may have taken them meanwhile."""
    with store.transaction(), telling(store.name):
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for step in schema.MIGRATIONS[version:]:
            for sql in step:
                connection.execute(sql)
        if 0 < version < schema.WITH_EVENTS:
            _draw_events(store)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def _draw_events(store: SqliteStore) -> None:
    """Fill the table of events that a case has just got; a damaged reading has none, and `check` tells of it."""
    changes = judging.changes(judging.in_force(store.judgements()))
    for number, report_id, digest, packed in store._rows("SELECT number, id, digest, json FROM readings"):
        if packed is not None:
            with contextlib.suppress(CaseError):
                reading = unpacked(report_id, digest, packed)
                store.put_events(number, judging.shown(reading, changes.get(report_id, {})))
