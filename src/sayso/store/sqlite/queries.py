"""The reading side of a case in SQLite: rows, statements, search, counts."""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import msgspec

from sayso.errors import CaseError
from sayso.store.ledger import digest
from sayso.store.sqlite import search as search_words
from sayso.store.sqlite.events import EVENT, row_of
from sayso.store.sqlite.events import where as event_where
from sayso.values.case import (
    EVERYTHING,
    FailureRow,
    FileRow,
    Filters,
    Hit,
    Judgement,
    LedgerRow,
    LogRow,
    ReportRow,
    Said,
    Showing,
    Statement,
)
from sayso.values.json import reading_from_json
from sayso.values.reading import Reading
from sayso.views.events import EventQuery, EventRow, Happened

ROW: Final = (
    "r.id, r.sha256, r.digest, (SELECT json_group_array(path) FROM (SELECT path FROM paths WHERE report = r.id"
    " ORDER BY path)), r.outlet, r.published, r.lang, r.title, r.url, r.media, r.given_id, r.statements, r.read,"
    " r.kept, r.erased"
)
STATEMENT: Final = (
    "s.id, s.speaker, s.who, s.role, s.chain, s.cue, s.content, s.sentence, s.style, s.manner, s.score, s.start, s.end,"
    " s.version"
)
ORDER: Final = "r.published, r.outlet, r.id"
SHIFT: Final = 20  # a statement's number is its report's number << SHIFT, plus its place
SHOWN: Final[dict[str, str]] = {
    "outlets": (
        "SELECT coalesce(r.outlet, '') AS outlet, count(*) AS reports, sum(r.statements) AS statements,"
        " min(r.published) AS first, max(r.published) AS last FROM reports r WHERE {} GROUP BY 1 ORDER BY 2 DESC, 1"
    ),
    "dates": (
        "SELECT coalesce(substr(r.published, 1, 10), '') AS date, count(*) AS reports,"
        " count(DISTINCT r.outlet) AS outlets, sum(r.statements) AS statements"
        " FROM reports r WHERE {} GROUP BY 1 ORDER BY 1"
    ),
    "languages": (
        "SELECT coalesce(r.lang, '') AS language, count(*) AS reports, sum(r.read) AS read,"
        " count(*) - sum(r.read) AS not_read FROM reports r WHERE {} GROUP BY 1 ORDER BY 2 DESC, 1"
    ),
    "speakers": (
        "SELECT s.speaker AS speaker, count(*) AS statements, count(DISTINCT s.report) AS reports,"
        " count(DISTINCT r.outlet) AS outlets FROM statements s JOIN reports r ON r.number = s.report"
        " WHERE s.speaker <> '' AND {} GROUP BY 1 ORDER BY 2 DESC, 1"
    ),
}


class Queries:
    """What SqliteStore answers without writing. `_rows` runs one statement and tells errors as CaseError."""

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        raise NotImplementedError

    def _each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        raise NotImplementedError

    # reports

    def find(self, report_id: str) -> ReportRow | None:
        """See Store."""
        found = self._rows(f"SELECT {ROW} FROM reports r WHERE r.id = ?", (report_id,))
        return _report_row(found[0]) if found else None

    def report_ids(self, filters: Filters = EVERYTHING) -> list[str]:
        """See Store."""
        where, values = _where(filters)
        return [row[0] for row in self._rows(f"SELECT r.id FROM reports r WHERE {where} ORDER BY {ORDER}", values)]

    def reports(self, filters: Filters = EVERYTHING, *, erased: bool = False) -> Iterator[ReportRow]:
        """See Store."""
        where, values = _where(filters, erased=erased)
        for row in self._each(f"SELECT {ROW} FROM reports r WHERE {where} ORDER BY {ORDER}", values):
            yield _report_row(row)

    def reading(self, report_id: str) -> Reading:
        """See Store."""
        found = self._rows("SELECT digest, json FROM readings WHERE id = ?", (report_id,))
        if not found or found[0][1] is None:
            raise KeyError(report_id)
        reading = unpacked(report_id, *found[0])
        paths = [row[0] for row in self._rows("SELECT path FROM paths WHERE report = ? ORDER BY path", (report_id,))]
        if tuple(paths) != reading.report.paths:
            reading = replace(reading, report=replace(reading.report, paths=tuple(paths)))
        return reading

    def original(self, sha256: str) -> bytes | None:
        """See Store."""
        found = self._rows("SELECT data FROM originals WHERE sha256 = ?", (sha256,))
        if not found:
            return None
        try:
            return zlib.decompress(found[0][0])
        except zlib.error as error:
            raise CaseError(f"original {sha256}: its bytes are damaged ({error})") from error

    def text(self, report_id: str) -> str | None:
        """See Store."""
        found = self._rows("SELECT t.text FROM texts t JOIN reports r USING (number) WHERE r.id = ?", (report_id,))
        return str(found[0][0]) if found else None

    # questions

    def statements(self, report_id: str) -> list[Statement]:
        """See Store."""
        numbers = self._rows("SELECT number FROM reports WHERE id = ?", (report_id,))
        if not numbers:
            return []
        first = numbers[0][0] << SHIFT
        sql = f"SELECT {STATEMENT} FROM statements s WHERE s.number BETWEEN ? AND ? ORDER BY s.number"
        return [Statement(*row) for row in self._rows(sql, (first, first + (1 << SHIFT) - 1))]

    def said(self, who: str, about: str, filters: Filters) -> Iterator[Said]:
        """See Store."""
        where, values = _where(filters)
        parts = [search_words.match_query(who, "who")] if who else []
        parts += [search_words.match_query(about, "content")] if about else []
        source = "statements s JOIN reports r ON r.number = s.report"
        if parts:
            source += " JOIN statements_words w ON w.rowid = s.number"
            where, values = "statements_words MATCH ? AND " + where, (" AND ".join(parts), *values)
        # Numbers first: sorting whole rows would hold them all in memory.
        numbers = self._rows(f"SELECT s.number FROM {source} WHERE {where} ORDER BY {ORDER}, s.number", values)
        sql = f"SELECT {ROW}, {STATEMENT} FROM statements s JOIN reports r ON r.number = s.report WHERE s.number = ?"
        for (number,) in numbers:
            for row in self._rows(sql, (number,)):
                yield Said(_report_row(row[:15]), Statement(*row[15:]))

    def event_rows(self, report_id: str) -> list[EventRow]:
        """See Store."""
        numbers = self._rows("SELECT number FROM reports WHERE id = ?", (report_id,))
        if not numbers:
            return []
        first = numbers[0][0] << SHIFT
        sql = f"SELECT {EVENT} FROM events e WHERE e.number BETWEEN ? AND ? ORDER BY e.number"
        return [row_of(row) for row in self._rows(sql, (first, first + (1 << SHIFT) - 1))]

    def events(self, query: EventQuery, filters: Filters) -> Iterator[Happened]:
        """See Store."""
        meant, values = event_where(query)
        where, more = _where(filters)
        order = "e.first IS NULL, e.first, e.last, " if query.by_date else ""
        # Numbers first, as in `said`.
        numbers = self._rows(
            "SELECT e.number FROM events e JOIN reports r ON r.number = e.report"
            f" WHERE {meant} AND {where} ORDER BY {order}{ORDER}, e.number", (*values, *more),
        )  # fmt: skip
        sql = (
            f"SELECT {ROW}, {EVENT}, t.text FROM events e JOIN reports r ON r.number = e.report"
            " JOIN texts t ON t.number = e.report WHERE e.number = ?"
        )
        for (number,) in numbers:
            for row in self._rows(sql, (number,)):
                yield Happened(_report_row(row[:15]), row_of(row[15:-1]), row[-1])

    def search(self, words: str, filters: Filters, limit: int, skip: int) -> list[Hit]:
        """See Store."""
        query = search_words.match_query(words)
        where, values = _where(filters)
        if where == "r.erased = 0":  # an erased report is not in the index: the join is saved
            best = "SELECT w.rowid, rank FROM texts_words w WHERE texts_words MATCH ? ORDER BY rank LIMIT ? OFFSET ?"
        else:
            best = (
                "SELECT w.rowid, rank FROM texts_words w JOIN reports r ON r.number = w.rowid"
                f" WHERE texts_words MATCH ? AND {where} ORDER BY rank LIMIT ? OFFSET ?"
            )
        # Marks that no text can hold, for a text may hold anything.
        opened, closed = (f"\1{secrets.token_hex(8)}{end}\1" for end in "<>")
        marked = (
            f"SELECT {ROW}, highlight(texts_words, 1, ?, ?), t.text FROM texts_words w JOIN reports r ON"
            " r.number = w.rowid JOIN texts t ON t.number = w.rowid WHERE w.rowid = ? AND texts_words MATCH ?"
        )
        hits = []
        for number, rank in self._rows(best, (query, *values, limit, skip)):
            for row in self._rows(marked, (opened, closed, number, query)):
                matches = search_words.marked_offsets(row[15], opened, closed)
                start, end = search_words.snippet_bounds(row[16], matches)
                hits.append(Hit(_report_row(row[:15]), row[16][start:end], start, end, matches, -rank))
        return hits

    def show(self, what: Showing, filters: Filters) -> list[dict[str, Any]]:
        """See Store."""
        where, values = _where(filters)
        names, rows = self._named(SHOWN[what].format(where), values)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _named(self, sql: str, values: Sequence[Any]) -> tuple[list[str], list[Any]]:
        raise NotImplementedError

    # files, failures, judgements, log, ledger, config

    def file(self, path: str, hints: str) -> FileRow | None:
        """See Store."""
        sql = "SELECT path, hints, size, modified, sha256, state, starts FROM files WHERE path = ? AND hints = ?"
        found = self._rows(sql, (path, hints))
        return FileRow(*found[0]) if found else None

    def failures(self) -> list[FailureRow]:
        """See Store."""
        sql = "SELECT path, reader, reason, advice, sha256, at FROM failures ORDER BY path"
        return [FailureRow(*row) for row in self._rows(sql)]

    def judgements(self) -> list[Judgement]:
        """See Store."""
        return [
            judgement_of(number, text) for number, text in self._rows("SELECT number, json FROM judgements ORDER BY 1")
        ]

    def judgement_count(self) -> int:
        """See Store."""
        return int(self._rows("SELECT count(*) FROM judgements")[0][0])

    def digests(self) -> Iterator[tuple[str, str, str]]:
        """See Store."""
        for report_id, sha256, packed in self._each("SELECT id, sha256, json FROM readings ORDER BY number"):
            try:
                yield report_id, sha256, "" if packed is None else digest(zlib.decompress(packed))
            except zlib.error:
                yield report_id, sha256, "damaged"
        for number, text in self._rows("SELECT number, json FROM judgements ORDER BY number"):
            yield f"j{number}", "", digest(text.encode())

    def log(self) -> Iterator[LogRow]:
        """See Store."""
        for row in self._each("SELECT * FROM log ORDER BY number"):
            yield log_row(row)

    def ledger(self) -> Iterator[LedgerRow]:
        """See Store."""
        for row in self._each("SELECT * FROM ledger ORDER BY number"):
            yield LedgerRow(*row)

    def config(self) -> dict[str, str]:
        """See Store."""
        return dict(self._rows("SELECT key, value FROM config ORDER BY key"))


def unpacked(report_id: str, stored: str, packed: bytes) -> Reading:
    """The reading of a row of `readings`; CaseError where its bytes are not those that were stored."""
    try:
        line = zlib.decompress(packed)
    except zlib.error as error:
        raise CaseError(f"report {report_id}: its reading is damaged ({error}); read its original again") from error
    if digest(line) != stored:
        raise CaseError(f"report {report_id}: its reading was changed after it was stored; `sayso check` lists such")
    try:
        return reading_from_json(line)
    except (msgspec.MsgspecError, ValueError) as error:
        raise CaseError(f"report {report_id}: its reading does not hold together: {error}") from error


def judgement_of(number: int, text: str) -> Judgement:
    """The judgement of a row; CaseError where it cannot be read."""
    try:
        return msgspec.convert({"id": f"j{number}", **json.loads(text)}, Judgement)
    except (msgspec.MsgspecError, ValueError) as error:
        raise CaseError(f"judgement j{number} is damaged: {error}") from error


def log_row(row: tuple[Any, ...]) -> LogRow:
    """The row of the log as its table has it."""
    number, at, by, command, state, version, options, counts, ledger, previous, sealed = row
    return LogRow(number, at, by, command, state, version, _json(options), _json(counts), ledger, previous, sealed)


def _json(text: str) -> dict[str, Any]:
    try:
        held = json.loads(text)
    except ValueError:
        return {"damaged": text}
    return held if isinstance(held, dict) else {"damaged": text}


def _report_row(row: Any) -> ReportRow:
    columns: list[Any] = [*row[:3], tuple(json.loads(row[3])), *row[4:12], *map(bool, row[12:])]
    return ReportRow(*columns)


def _where(filters: Filters, *, erased: bool = False) -> tuple[str, tuple[Any, ...]]:
    parts, values = [f"r.erased = {int(erased)}"], []
    for sql, value in (
        ("r.outlet = ?", filters.outlet),
        ("substr(r.published, 1, length(?1)) >= ?1", filters.since),
        ("substr(r.published, 1, length(?1)) <= ?1", filters.until),
        ("r.lang = ?", filters.lang),
    ):
        if value is not None:
            parts.append(sql.replace("?1", "?"))
            values += [value] * sql.replace("?1", "?").count("?")
    return " AND ".join(parts), tuple(values)
