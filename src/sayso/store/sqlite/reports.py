"""Reports in SQLite: their readings, what is listed and searched of them, and the answers to questions."""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

import msgspec

from sayso.errors import CaseError, TooLargeForCase
from sayso.store import ledger
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.rows import SHIFT, RowTable, bounds, words_query
from sayso.store.sqlite.search import marked_offsets, match_query
from sayso.store.sqlite.typed import MAX_UNPACKED, check_kinds, from_json, kinds_of, made, unpacked_bytes, words
from sayso.store.words import hit
from sayso.values.case import EVERYTHING, Filters, Hit, ReportRow
from sayso.values.json import reading_from_json, reading_to_json
from sayso.values.reading import Reading
from sayso.values.rows import Count, Listing, RowQuery

LEVEL: Final = 3  # of zlib for readings; 6 is 12 % smaller and takes 2.4 times as long: tests/helpers/measure_case.py
ROW: Final = (
    "r.id, r.sha256, r.digest, (SELECT json_group_array(path) FROM (SELECT path FROM paths WHERE report = r.id"
    " ORDER BY path)), r.outlet, r.published, r.lang, r.title, r.url, r.media, r.given_id, r.statements, r.read,"
    " r.kept, r.erased"
)
ORDER: Final = "r.published, r.outlet, r.id"
PRESENT: Final = "r.erased = 0"  # the condition that no filter narrows
MANY: Final = 2000  # rows; sorting 10,000 takes 200 ms of CPU, going through 50,000 until a page is full 25
ALL: Final = -1  # as SQLite's LIMIT
AT_ONCE: Final = 200  # rows that are taken from the file together
OWN_ROWS: Final = f"e.number BETWEEN r.number << {SHIFT} AND ((r.number + 1) << {SHIFT}) - 1"  # of the table `e`
OF_WORDS: Final = f"r.number = w.rowid >> {SHIFT}"  # the report of a row of a word index `w`
# What reports are counted by -> its SQL.
COUNTED: Final = {
    "outlet": "coalesce(r.outlet, '')",
    "day": "coalesce(substr(r.published, 1, 10), '')",
    "lang": "coalesce(r.lang, '')",
}


REPORT_KINDS: Final = tuple((str,) if kind == () else kind for kind in kinds_of(ReportRow))  # its paths come as JSON


class Reports(Connection):
    """The part of SqliteStore that holds reports and answers questions."""

    tables: dict[str, RowTable]

    @property
    def word_indexes(self) -> list[str]:
        """The names of the word indexes."""
        return ["texts_words", *(table.words for table in self.tables.values() if table.words)]

    def put(self, reading: Reading, listing: Listing, original: bytes | None) -> str:
        report = reading.report
        line = reading_to_json(reading)
        if max(len(line), len(original or b"")) > MAX_UNPACKED:
            raise TooLargeForCase(
                f"report {report.id}: it or its reading has over {MAX_UNPACKED // 2**20} MB, more than a case keeps"
            )
        digest = ledger.digest(line)
        row = (report.sha256, digest, zlib.compress(line, LEVEL))
        if not self._do("UPDATE readings SET sha256 = ?, digest = ?, json = ? WHERE id = ?", (*row, report.id)):
            self._do("INSERT INTO readings (sha256, digest, json, id) VALUES (?, ?, ?, ?)", (*row, report.id))
        if original is not None:
            self._do(
                "INSERT INTO originals (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (report.sha256, len(original), zlib.compress(original)),
            )
            self._do("UPDATE reports SET kept = 1 WHERE sha256 = ? AND erased = 0", (report.sha256,))
        self.add_paths(report.id, report.paths)
        self.put_listing(listing)
        return digest

    def put_listing(self, listing: Listing) -> None:
        row = listing.report
        found = self._rows("SELECT number, digest FROM readings WHERE id = ?", (row.id,))
        if not found:
            raise KeyError(row.id)
        ((number, digest),) = found
        self._forget_listing(number)
        self._do(
            "INSERT INTO reports (number, id, sha256, digest, outlet, published, lang, title, url, media, given_id,"
            " statements, read, kept, erased) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            " EXISTS (SELECT 1 FROM originals WHERE sha256 = ?), 0)",
            (
                number, row.id, row.sha256, digest, row.outlet, row.published, row.lang, row.title, row.url, row.media,
                row.given_id, row.statements, row.read, row.sha256,
            ),
        )  # fmt: skip
        text = (number, row.title or "", listing.text)
        self._do("INSERT INTO texts (number, title, text) VALUES (?, ?, ?)", text)
        self._do("INSERT INTO texts_words (rowid, title, text) VALUES (?, ?, ?)", text)
        for name, table in self.tables.items():
            held = [((number << SHIFT) + i, row) for i, row in enumerate(listing.rows.get(name, ()))]
            self._do_many(table.insert, (table.values(place, number, row) for place, row in held))
            if table.words:
                self._do_many(table.insert_words, (table.words_of(place, row) for place, row in held))

    def _forget_listing(self, number: int) -> None:
        """Delete derived rows. FTS5 needs the old text to delete its entries."""
        if not self._do("DELETE FROM reports WHERE number = ?", (number,)):
            return
        self._do(
            "INSERT INTO texts_words (texts_words, rowid, title, text)"
            " SELECT 'delete', number, title, text FROM texts WHERE number = ?", (number,),
        )  # fmt: skip
        self._do("DELETE FROM texts WHERE number = ?", (number,))
        for table in self.tables.values():
            if table.words:
                self._do(table.forget_words, bounds(number))
            self._do(table.forget, bounds(number))

    def undrawn(self) -> list[str]:
        known = dict(self._rows("SELECT name, version FROM drawn"))
        return [name for name, table in self.tables.items() if known.get(name) != table.spec.version]

    def drawn(self) -> None:
        for name, table in self.tables.items():
            self._do("INSERT OR REPLACE INTO drawn VALUES (?, ?)", (name, table.spec.version))

    def add_paths(self, report_id: str, paths: Iterable[str]) -> int:
        sql = "INSERT INTO paths (report, path) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return sum(self._do(sql, (report_id, path)) for path in paths)

    def erase(self, report_id: str) -> None:
        # The word indexes are made anew: a word that was taken out stands in them until then.
        ((number, sha256),) = self._rows("SELECT number, sha256 FROM readings WHERE id = ?", (report_id,))
        row = self._rows("SELECT outlet, published, lang, media FROM reports WHERE number = ?", (number,))[0]
        self._forget_listing(number)
        self._do(
            "INSERT INTO reports (number, id, sha256, digest, outlet, published, lang, media, statements, read, kept,"
            " erased) VALUES (?, ?, ?, '', ?, ?, ?, ?, 0, 0, 0, 1)", (number, report_id, sha256, *row),
        )  # fmt: skip
        self._do("UPDATE readings SET json = NULL, digest = '' WHERE number = ?", (number,))
        if not self._rows("SELECT 1 FROM reports WHERE sha256 = ? AND erased = 0", (sha256,)):
            self._do("DELETE FROM originals WHERE sha256 = ?", (sha256,))
        for index in self.word_indexes:
            self._do(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")

    def drop_original(self, sha256: str) -> None:
        self._do("DELETE FROM originals WHERE sha256 = ?", (sha256,))
        self._do("UPDATE reports SET kept = 0 WHERE sha256 = ?", (sha256,))

    def scrub(self) -> None:
        with self.transaction():
            for index in self.word_indexes:
                self._do(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        for sql in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            for row in self._rows(sql):
                if row[0]:
                    raise CaseError(
                        f"{self.name}: another process has it open, and what was erased stands in its journal; close it"
                        " there, and erase the name once more"
                    )

    def find(self, report_id: str) -> ReportRow | None:
        found = self._rows(f"SELECT {ROW} FROM reports r WHERE r.id = ?", (report_id,))
        return _report_row(found[0]) if found else None

    def report_ids(self, filters: Filters = EVERYTHING) -> list[str]:
        where, values = _where(filters)
        return [row[0] for row in self._rows(f"SELECT r.id FROM reports r WHERE {where} ORDER BY {ORDER}", values)]

    def reports(
        self, filters: Filters = EVERYTHING, *, erased: bool = False, limit: int | None = None, skip: int = 0
    ) -> Iterator[ReportRow]:
        where, values = _where(filters, erased=erased)
        sql = f"SELECT {ROW} FROM reports r WHERE {where} ORDER BY {ORDER} LIMIT ? OFFSET ?"
        for row in self._each(sql, (*values, ALL if limit is None else limit, skip)):
            yield _report_row(row)

    def count_reports(self, filters: Filters = EVERYTHING) -> int:
        where, values = _where(filters)
        return int(self._rows(f"SELECT count(*) FROM reports r WHERE {where}", values)[0][0])

    def reading(self, report_id: str) -> Reading:
        found = self._rows("SELECT digest, json FROM readings WHERE id = ?", (report_id,))
        if not found or found[0][1] is None:
            raise KeyError(report_id)
        reading = unpacked(report_id, *found[0])
        rows = self._rows("SELECT path, path FROM paths WHERE report = ? ORDER BY path", (report_id,))
        paths = list(words(rows, "the table of paths"))
        if tuple(paths) != reading.report.paths:
            reading = replace(reading, report=replace(reading.report, paths=tuple(paths)))
        return reading

    def original(self, sha256: str) -> bytes | None:
        found = self._rows("SELECT data FROM originals WHERE sha256 = ?", (sha256,))
        if not found:
            return None
        return unpacked_bytes(found[0][0], f"original {sha256}")

    def originals(self) -> set[str]:
        rows = self._rows("SELECT sha256, sha256 FROM originals")
        return set(words(rows, "the table of originals"))

    def text(self, report_id: str) -> str | None:
        found = self._rows("SELECT t.text FROM texts t JOIN reports r USING (number) WHERE r.id = ?", (report_id,))
        if not found:
            return None
        check_kinds(found[0], ((str,),), f"the text of report {report_id}")
        return str(found[0][0])

    # questions

    def rows(self, table: str, report_id: str) -> list[Any]:
        held = self.tables[table]
        numbers = self._rows("SELECT number FROM reports WHERE id = ?", (report_id,))
        if not numbers:
            return []
        number = numbers[0][0]
        sql = f"SELECT {held.selected} FROM {table} e WHERE e.number BETWEEN ? AND ? AND e.report = ? ORDER BY e.number"
        return [held.row(row) for row in self._rows(sql, (*bounds(number), number))]

    def find_rows(
        self, query: RowQuery, filters: Filters = EVERYTHING, *, limit: int | None = None, skip: int = 0
    ) -> Iterator[tuple[ReportRow, Any]]:
        table = self.tables[query.table]
        meant, values = table.where(query)
        where, more = _where(filters)
        number = "e.number"
        order = "e.first IS NULL, e.first, e.last, " if query.by_date and table.spec.dated else ""
        source = f"{table.name} e JOIN reports r ON r.number = e.report"
        if alone := table.words_alone(query):
            number, values = "w.rowid", [alone]
            source, meant = f"{table.words} w JOIN reports r ON {OF_WORDS}", f"{table.words} MATCH ?"
        elif order and (query.dated or query.between):
            order = "e.first, e.last, "  # as their index has them: a part is there without the rest
            source = f"{table.name} e CROSS JOIN reports r ON r.number = e.report"
        elif query.rising:
            order = f'e."{query.rising}" NULLS LAST, '
            source = f"{table.name} e CROSS JOIN reports r ON r.number = e.report"  # the rows first, by their index
        elif limit is not None and not order and not query.equal and self._are_many(query):
            # the reports in their order, and the rows of each: it ends where the part does, and sorts nothing
            meant, values = table.where(query, in_order=True)
            source = f"reports r CROSS JOIN {table.name} e ON {OWN_ROWS}"
        # Numbers first: sorting whole rows would hold them all in memory.
        numbers = self._rows(
            f"SELECT {number} FROM {source} WHERE {meant} AND {where} ORDER BY {order}{ORDER}, {number}"
            " LIMIT ? OFFSET ?",
            (*values, *more, ALL if limit is None else limit, skip),
        )
        sql = f"SELECT e.number, {table.selected}, {ROW} FROM {table.name} e JOIN reports r ON r.number = e.report"
        cells, report = None, None
        for start in range(0, len(numbers), AT_ONCE):
            part = [number for (number,) in numbers[start : start + AT_ONCE]]
            marks = ", ".join("?" * len(part))
            held = {row[0]: row[1:] for row in self._rows(f"{sql} WHERE e.number IN ({marks})", tuple(part))}
            for row in (held[number] for number in part if number in held):
                if report is None or row[table.width :] != cells:  # most rows come report by report
                    cells = row[table.width :]
                    report = _report_row(cells)
                yield report, table.row(row[: table.width])

    def _are_many(self, query: RowQuery) -> bool:
        """Whether so many rows hold the words of a query that going through all of them beats sorting those."""
        if not query.words:
            return True
        table = self.tables[query.table]
        asked = (words_query(query),)
        return int(self._rows(f"SELECT count(*) FROM {table.words} WHERE {table.words} MATCH ?", asked)[0][0]) > MANY

    def count_rows(self, query: RowQuery, filters: Filters = EVERYTHING) -> int:
        table = self.tables[query.table]
        meant, values = table.where(query)
        where, more = _where(filters)
        source, joined = f"{table.name} e", "r.number = e.report"
        if alone := table.words_alone(query):
            source, joined, meant, values = f"{table.words} w", OF_WORDS, f"{table.words} MATCH ?", [alone]
        if where != PRESENT:  # an erased report has no rows: the join is saved
            source, meant, values = f"{source} JOIN reports r ON {joined}", f"{meant} AND {where}", [*values, *more]
        return int(self._rows(f"SELECT count(*) FROM {source} WHERE {meant}", values)[0][0])

    def search(self, words: str, filters: Filters, limit: int, skip: int) -> list[Hit]:
        query = match_query(words)
        where, values = _where(filters)
        if where == PRESENT:  # an erased report is not in the index: the join is saved
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
                check_kinds(row[15:], ((str,), (str,)), "the table of texts")
                matches = marked_offsets(row[15], opened, closed)
                hits.append(hit(_report_row(row[:15]), row[16], matches, -rank))
        return hits

    def count_hits(self, words: str, filters: Filters = EVERYTHING) -> int:
        query = match_query(words)
        where, values = _where(filters)
        source = "texts_words w" if where == PRESENT else "texts_words w JOIN reports r ON r.number = w.rowid"
        found = f"SELECT count(*) FROM {source} WHERE texts_words MATCH ?" + (
            f" AND {where}" if where != PRESENT else ""
        )
        return int(self._rows(found, (query, *values))[0][0])

    def count(self, table: str, column: str, filters: Filters = EVERYTHING) -> list[Count]:
        where, values = _where(filters)
        if table == "reports":
            source = f"(SELECT {COUNTED[column]} AS value, number AS report, 1 AS n FROM reports r)"
        else:
            if column not in {name for name, _ in self.tables[table].spec.columns()}:
                raise KeyError(column)
            name = f"coalesce(\"{column}\", '')"
            source = f"(SELECT {name} AS value, report, count(*) AS n FROM {table} GROUP BY 1, 2)"
        sql = (
            "SELECT e.value, sum(e.n), count(*), count(DISTINCT r.outlet), sum(r.statements), sum(r.read),"
            f" min(r.published), max(r.published) FROM {source} e JOIN reports r ON r.number = e.report WHERE {where}"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return [made(Count, row, f"the table of {table}") for row in self._rows(sql, values)]


def unpacked(report_id: str, stored: str, packed: bytes) -> Reading:
    """The reading of a row of `readings`; CaseError where its bytes are not those that were stored."""
    line = unpacked_bytes(packed, f"report {report_id}: its reading")
    if ledger.digest(line) != stored:
        raise CaseError(f"report {report_id}: its reading was changed after it was stored; `sayso check` lists such")
    try:
        return reading_from_json(line)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise CaseError(f"report {report_id}: its reading does not hold together: {error}") from error


def _report_row(row: Any) -> ReportRow:
    check_kinds(row, REPORT_KINDS, "the table of reports")
    paths = tuple(from_json(row[3], "the table of paths"))
    check_kinds(paths, ((str,),) * len(paths), "the table of paths")
    columns: list[Any] = [*row[:3], paths, *row[4:12], *map(bool, row[12:])]
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
