"""The record in SQLite: files, failures, judgements, log, ledger, settings, and what case steps have worked out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import msgspec

from sayso.errors import CaseError, DamagedBytes
from sayso.store import ledger
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.typed import check_kinds, made, unpacked_bytes, words
from sayso.text.erased_names import reworded
from sayso.values.case import FailureRow, FileRow, Judgement, LedgerRow, LogRow
from sayso.values.json import canonical, judgement_to_json

LOG_KINDS: Final = ((int,), *((str,),) * 10)
# Columns that may hold a name, and by what a row is found: tables WITHOUT ROWID have no number.
REWORDED: Final = {
    "paths": ("path",), "files": ("path", "hints"), "failures": ("path", "reason", "advice", "file"),
    "log": ("by", "options"), "ledger": ("thing",),
}  # fmt: skip
KEYS: Final = {
    "paths": ("report", "path"), "files": ("path", "hints"), "failures": ("path",), "log": ("number",),
    "ledger": ("number",),
}  # fmt: skip


class Record(Connection):
    """The part of SqliteStore that holds what was done and decided."""

    # files and failures

    def put_file(self, row: FileRow) -> None:
        values = (row.path, row.hints, row.size, row.modified, row.sha256, row.state)
        self._do("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, 0)", values)

    def put_failure(self, failure: FailureRow, file: str) -> None:
        values = (failure.path, failure.reader, failure.reason, failure.advice, failure.sha256, failure.at, file)
        self._do("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def forget_failures(self, file: str) -> list[str]:
        return [path for (path,) in self._rows("DELETE FROM failures WHERE file = ? RETURNING path", (file,))]

    # judgements, log, ledger, config

    def add_judgement(self, judgement: Judgement) -> tuple[Judgement, str]:
        ((number,),) = self._rows("SELECT coalesce(max(number), 0) + 1 FROM judgements")
        judgement = replace(judgement, id=f"j{number}")
        text = judgement_to_json(judgement).decode()
        digest = ledger.digest(text.encode())
        self._do("INSERT INTO judgements VALUES (?, ?, ?, ?)", (number, judgement.verb, text, digest))
        return judgement, digest

    def redact_judgement(self, judgement: Judgement) -> str:
        text = judgement_to_json(judgement).decode()
        digest = ledger.digest(text.encode())
        self._do("UPDATE judgements SET json = ?, digest = ? WHERE number = ?", (text, digest, int(judgement.id[1:])))
        return digest

    def append_log(self, row: LogRow) -> LogRow:
        last = self._rows("SELECT * FROM log ORDER BY number DESC LIMIT 1")
        newest = self._rows("SELECT hash FROM ledger ORDER BY number DESC LIMIT 1")
        row = replace(row, ledger=newest[0][0] if newest else "")
        row = ledger.sealed_log(row, log_row(last[0]) if last else None)
        values = (
            row.number, row.at, row.by, row.command, row.state, row.version, canonical(row.options).decode(),
            canonical(row.counts).decode(), row.ledger, row.previous, row.hash,
        )  # fmt: skip
        self._do(f"INSERT INTO log VALUES ({', '.join('?' * 11)})", values)
        return row

    def append_ledger(self, row: LedgerRow) -> LedgerRow:
        last = self._rows("SELECT * FROM ledger ORDER BY number DESC LIMIT 1")
        row = ledger.sealed_ledger(row, made(LedgerRow, last[0], "the ledger") if last else None)
        values = (row.number, row.at, row.deed, row.thing, row.sha256, row.digest, row.previous, row.hash)
        self._do("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        return row

    def set_config(self, key: str, value: str | None) -> None:
        if value is None:
            self._do("DELETE FROM config WHERE key = ?", (key,))
        else:
            self._do("INSERT OR REPLACE INTO config VALUES (?, ?)", (key, value))

    def file(self, path: str, hints: str) -> FileRow | None:
        # An older sayso marked files before it opened them, and blamed one that was marked at two kills.
        sql = (
            "SELECT path, hints, size, modified, sha256, state FROM files WHERE path = ? AND hints = ?"
            " AND state IN ('read', 'failed') AND starts < 2"
        )
        found = self._rows(sql, (path, hints))
        return made(FileRow, found[0], "the table of files") if found else None

    def files(self) -> list[FileRow]:
        sql = "SELECT path, hints, size, modified, sha256, state FROM files ORDER BY path, hints"
        return [made(FileRow, row, "the table of files") for row in self._rows(sql)]

    def failures(self) -> list[FailureRow]:
        sql = "SELECT path, reader, reason, advice, sha256, at FROM failures ORDER BY path"
        return [made(FailureRow, row, "the table of failures") for row in self._rows(sql)]

    def judgements(self) -> list[Judgement]:
        return [
            judgement_of(number, text) for number, text in self._rows("SELECT number, json FROM judgements ORDER BY 1")
        ]

    def judgement_count(self) -> int:
        return int(self._rows("SELECT count(*) FROM judgements")[0][0])

    def digests(self) -> Iterator[tuple[str, str, str]]:
        for report_id, sha256, packed in self._each("SELECT id, sha256, json FROM readings ORDER BY number"):
            check_kinds((report_id, sha256), ((str,), (str,)), "the table of readings")
            try:
                held = b"" if packed is None else unpacked_bytes(packed, f"report {report_id}")
                yield report_id, sha256, "" if packed is None else ledger.digest(held)
            except DamagedBytes:
                yield report_id, sha256, "damaged"
        for number, text in self._rows("SELECT number, json FROM judgements ORDER BY number"):
            yield f"j{number}", "", ledger.digest(text.encode()) if isinstance(text, str) else "damaged"

    def log(self) -> Iterator[LogRow]:
        for row in self._each("SELECT * FROM log ORDER BY number"):
            yield log_row(row)

    def ledger(self) -> Iterator[LedgerRow]:
        for row in self._each("SELECT * FROM ledger ORDER BY number"):
            yield made(LedgerRow, row, "the ledger")

    def changes(self) -> int:
        return int(self._rows("SELECT coalesce(max(number), 0) FROM ledger")[0][0])

    def reword(self, change: Callable[[str], str]) -> None:
        # the triggers that keep log and ledger as they are stand in the way: out, and back in the same transaction
        triggers = self._rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('log', 'ledger')"
        )
        for name, _ in triggers:
            self._do(f"DROP TRIGGER {name}")
        for table, columns in REWORDED.items():
            for key_values, *held in self._rows(
                f"SELECT json_array({', '.join(KEYS[table])}), {', '.join(columns)} FROM {table}"
            ):
                new = [_reworded(column, words, change) for column, words in zip(columns, held, strict=True)]
                if new != held:
                    marks = ", ".join(f"{column} = ?" for column in columns)
                    key = " AND ".join(f"{column} = ?" for column in KEYS[table])
                    self._do(f"UPDATE OR REPLACE {table} SET {marks} WHERE {key}", (*new, *json.loads(key_values)))
        for _, sql in triggers:
            self._do(sql)

    def config(self) -> dict[str, str]:
        return words(self._rows("SELECT key, value FROM config ORDER BY key"), "the table of settings")

    # what case steps have worked out

    def results(self, step: str) -> dict[str, str]:
        return words(self._rows("SELECT key, value FROM results WHERE step = ? ORDER BY key", (step,)), "results")

    def inputs(self, step: str) -> dict[str, str]:
        return words(self._rows("SELECT key, value FROM inputs WHERE step = ? ORDER BY key", (step,)), "inputs")

    def put_results(self, step: str, results: Mapping[str, str | None], inputs: Mapping[str, str | None]) -> None:
        for table, new in (("results", results), ("inputs", inputs)):
            gone = ((step, key) for key, value in new.items() if value is None)
            self._do_many(f"DELETE FROM {table} WHERE step = ? AND key = ?", gone)
            put = ((step, key, value) for key, value in new.items() if value is not None)
            self._do_many(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", put)

    def forget_results(self, step: str | None = None) -> None:
        for table in ("results", "inputs"):
            self._do(f"DELETE FROM {table} WHERE ? IS NULL OR step = ?", (step, step))

    def result_steps(self) -> list[str]:
        return [name for (name,) in self._rows("SELECT DISTINCT step FROM inputs ORDER BY step")]


def _reworded(column: str, held: Any, change: Callable[[str], str]) -> Any:
    if not isinstance(held, str):
        return held
    return canonical(reworded(_object(held), change)).decode() if column == "options" else change(held)


def judgement_of(number: int, text: str) -> Judgement:
    """The judgement of a row; CaseError where it cannot be read."""
    try:
        return msgspec.convert({"id": f"j{number}", **json.loads(text)}, Judgement)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
        raise CaseError(f"judgement j{number} is damaged: {error}") from error


def log_row(row: tuple[Any, ...]) -> LogRow:
    """The row of the log as its table has it."""
    check_kinds(row, LOG_KINDS, "the log")
    number, at, by, command, state, version, options, counts, newest, previous, sealed = row
    return LogRow(number, at, by, command, state, version, _object(options), _object(counts), newest, previous, sealed)


def _object(text: str) -> dict[str, Any]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return {"damaged": text}
    return held if isinstance(held, dict) else {"damaged": text}
