"""One connection to a case's file: statements, transactions, and the one plain file that is left at the end."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sayso.store.base import Store
from sayso.store.sqlite.errors import telling

CHUNK: Final = 500  # rows


class Connection(Store):
    """What the parts of SqliteStore have in common. What SQLite raises comes as a CaseError."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self._read_only = read_only
        self._connection = connection
        self._depth = 0
        self._wrote = False
        self._closed = False

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def read_only(self) -> bool:
        return self._read_only

    def close(self) -> None:
        # leaves one plain file unless another process has it open
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

    def state(self) -> tuple[int, int]:
        return int(self._rows("PRAGMA data_version")[0][0]), self._connection.total_changes

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
