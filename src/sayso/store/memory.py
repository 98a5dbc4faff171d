"""A case in memory, gone when it is closed: for questions to paths, for tests, and as the shortest example of a store.

Its answers are those of every other store. Words are compared one by one, without an index: made for some thousand
reports.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from sayso.store import ledger
from sayso.store.base import Store
from sayso.store.words import hit, matches_of, phrases, places_of, rank, tokens
from sayso.text.erased_names import reworded
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
)
from sayso.values.json import judgement_to_json, reading_to_json
from sayso.values.reading import Reading
from sayso.values.rows import Count, Listing, RowQuery, RowSpec
from sayso.views.tables import TABLES

NAMES: Final = (
    "readings", "originals", "paths", "listings", "files", "failures", "judgements", "log", "ledger", "config",
    "results", "inputs",
)  # fmt: skip
GONE: Final = object()
Row = TypeVar("Row")


class MemoryStore(Store):
    """See Store. Every table is a dict, and every write notes what was there, so that a transaction can be undone."""

    name, read_only = ":memory:", False

    def __init__(self, tables: Sequence[RowSpec] = TABLES) -> None:
        self.specs = {spec.name: spec for spec in tables}
        self._held: dict[str, dict[Any, Any]] = {name: {} for name in NAMES}
        self._undo: list[tuple[str, Any, Any]] | None = None

    def _put(self, table: str, key: Any, value: Any) -> None:
        if self._undo is None:
            raise RuntimeError("writing outside of a transaction")
        self._undo.append((table, key, self._held[table].get(key, GONE)))
        if value is GONE:
            self._held[table].pop(key, None)
        else:
            self._held[table][key] = value

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        if self._undo is not None:
            yield
            return
        self._undo = []
        try:
            yield
        except BaseException:
            for table, key, value in self._undo[::-1]:
                self._put(table, key, value)
            raise
        finally:
            self._undo = None

    # reports

    def put(self, reading: Reading, listing: Listing, original: bytes | None) -> str:
        digest = ledger.digest(reading_to_json(reading))
        self._put("readings", reading.report.id, (reading, digest))
        if original is not None and reading.report.sha256 not in self._held["originals"]:
            self._put("originals", reading.report.sha256, original)
        self.add_paths(reading.report.id, reading.report.paths)
        self.put_listing(listing)
        return digest

    def put_listing(self, listing: Listing) -> None:
        _, digest = self._held["readings"][listing.report.id]
        words = (tokens(listing.report.title or ""), tokens(listing.text))
        self._put("listings", listing.report.id, (replace(listing.report, digest=digest), listing, words))

    def add_paths(self, report_id: str, paths: Iterable[str]) -> int:
        known = self._held["paths"].get(report_id, frozenset())
        self._put("paths", report_id, known | set(paths))
        return len(self._held["paths"][report_id]) - len(known)

    def erase(self, report_id: str) -> None:
        row = self._held["listings"][report_id][0]
        bare = replace(row, digest="", title=None, url=None, given_id=None, statements=0, read=False, erased=True)
        self._put("listings", report_id, (bare, None, ()))
        self._put("readings", report_id, (None, ""))
        if not any(r.sha256 == row.sha256 and not r.erased for r, _, _ in self._held["listings"].values()):
            self._put("originals", row.sha256, GONE)

    def drop_original(self, sha256: str) -> None:
        self._put("originals", sha256, GONE)

    def find(self, report_id: str) -> ReportRow | None:
        if report_id not in self._held["listings"]:
            return None
        row: ReportRow = self._held["listings"][report_id][0]
        kept = not row.erased and row.sha256 in self._held["originals"]
        return replace(row, paths=tuple(sorted(self._held["paths"][report_id])), kept=kept)

    def reports(
        self, filters: Filters = EVERYTHING, *, erased: bool = False, limit: int | None = None, skip: int = 0
    ) -> Iterator[ReportRow]:
        rows = [row for row, _, _ in self._held["listings"].values() if row.erased is erased]
        rows = sorted(filter(filters.hold, rows), key=lambda r: (r.published or "", r.outlet or "", r.id))
        for row in _part(rows, limit, skip):
            yield self.find(row.id) or row

    def reading(self, report_id: str) -> Reading:
        reading: Reading | None = self._held["readings"][report_id][0]
        if reading is None:
            raise KeyError(report_id)
        return replace(reading, report=replace(reading.report, paths=tuple(sorted(self._held["paths"][report_id]))))

    def original(self, sha256: str) -> bytes | None:
        return self._held["originals"].get(sha256)

    def originals(self) -> set[str]:
        return set(self._held["originals"])

    def text(self, report_id: str) -> str | None:
        _, listing, _ = self._held["listings"].get(report_id, (None, None, None))
        return listing.text if listing is not None else None

    # questions

    def rows(self, table: str, report_id: str) -> list[Any]:
        name = self.specs[table].name
        _, listing, _ = self._held["listings"].get(report_id, (None, None, None))
        return list(listing.rows.get(name, ())) if listing is not None else []

    def find_rows(
        self, query: RowQuery, filters: Filters = EVERYTHING, *, limit: int | None = None, skip: int = 0
    ) -> Iterator[tuple[ReportRow, Any]]:
        spec = self.specs[query.table]
        wanted = [(name, phrase) for name, words in query.words for phrase in phrases(words)]
        found = [
            (report, row)
            for report in self.reports(filters)
            for row in self.rows(query.table, report.id)
            if query.holds(row, spec) and all(places_of(phrase, tokens(getattr(row, name))) for name, phrase in wanted)
        ]
        if query.by_date:
            found.sort(key=lambda pair: (spec.span(pair[1]) is None, spec.span(pair[1]) or ()))
        if query.rising:
            ranks = [(value is None, value or 0) for value in (getattr(row, query.rising) for _, row in found)]
            found = [found[at] for at in sorted(range(len(found)), key=ranks.__getitem__)]
        yield from _part(found, limit, skip)

    def search(self, words: str, filters: Filters, limit: int, skip: int) -> list[Hit]:
        wanted = phrases(words)
        known = {id_: held for id_, (_, listing, held) in self._held["listings"].items() if listing is not None}
        scores = rank(wanted, known)
        best = [row for row in map(self.find, scores) if row is not None and filters.hold(row)]
        best.sort(key=lambda row: -scores[row.id])
        page = best[skip : skip + limit]
        return [hit(r, self.text(r.id) or "", matches_of(wanted, known[r.id][1]), scores[r.id]) for r in page]

    def count_hits(self, words: str, filters: Filters = EVERYTHING) -> int:
        return len(self.search(words, filters, len(self._held["listings"]), 0))

    def count(self, table: str, column: str, filters: Filters = EVERYTHING) -> list[Count]:
        groups: dict[str, list[ReportRow]] = {}
        for report in self.reports(filters):
            for row in [report] if table == "reports" else self.rows(table, report.id):
                groups.setdefault(getattr(row, column) or "", []).append(report)
        found = [Count.of(value, len(rows), {row.id: row for row in rows}.values()) for value, rows in groups.items()]
        return sorted(found, key=lambda count: (-count.rows, count.value))

    # files and failures

    def file(self, path: str, hints: str) -> FileRow | None:
        return self._held["files"].get((path, hints))

    def put_file(self, row: FileRow) -> None:
        self._put("files", (row.path, row.hints), row)

    def files(self) -> list[FileRow]:
        return [row for _, row in sorted(self._held["files"].items())]

    def put_failure(self, failure: FailureRow, file: str) -> None:
        self._put("failures", failure.path, (failure, file))

    def forget_failures(self, file: str) -> list[str]:
        gone = [path for path, (_, lies_in) in self._held["failures"].items() if lies_in == file]
        for path in gone:
            self._put("failures", path, GONE)
        return gone

    def failures(self) -> list[FailureRow]:
        return [row for _, (row, _) in sorted(self._held["failures"].items())]

    # judgements, log, ledger, config

    def add_judgement(self, judgement: Judgement) -> tuple[Judgement, str]:
        judgement = replace(judgement, id=f"j{len(self._held['judgements']) + 1}")
        return judgement, self.redact_judgement(judgement)

    def redact_judgement(self, judgement: Judgement) -> str:
        self._put("judgements", judgement.id, judgement)
        return ledger.digest(judgement_to_json(judgement))

    def judgements(self) -> list[Judgement]:
        return list(self._held["judgements"].values())

    def digests(self) -> Iterator[tuple[str, str, str]]:
        for id_, (reading, _) in self._held["readings"].items():
            row = self._held["listings"][id_][0]
            yield id_, row.sha256, "" if reading is None else ledger.digest(reading_to_json(reading))
        for judgement in self.judgements():
            yield judgement.id, "", ledger.digest(judgement_to_json(judgement))

    def append_log(self, row: LogRow) -> LogRow:
        newest: LedgerRow | None = self._held["ledger"].get(len(self._held["ledger"]))
        row = replace(row, ledger=newest.hash if newest else "")
        row = ledger.sealed_log(row, self._held["log"].get(len(self._held["log"])))
        self._put("log", row.number, row)
        return row

    def append_ledger(self, row: LedgerRow) -> LedgerRow:
        row = ledger.sealed_ledger(row, self._held["ledger"].get(len(self._held["ledger"])))
        self._put("ledger", row.number, row)
        return row

    def log(self) -> Iterator[LogRow]:
        return iter(list(self._held["log"].values()))

    def ledger(self) -> Iterator[LedgerRow]:
        return iter(list(self._held["ledger"].values()))

    def reword(self, change: Callable[[str], str]) -> None:
        for report_id, paths in list(self._held["paths"].items()):
            self._put("paths", report_id, frozenset(map(change, paths)))
        for key, row in list(self._held["files"].items()):
            new = replace(row, path=change(row.path), hints=change(row.hints))
            self._put("files", key, GONE)
            self._put("files", (new.path, new.hints), new)
        for path, (failure, file) in list(self._held["failures"].items()):
            held = [change(word) for word in (failure.path, failure.reason, failure.advice)]
            self._put("failures", path, GONE)
            new_failure = replace(failure, path=held[0], reason=held[1], advice=held[2])
            self._put("failures", new_failure.path, (new_failure, change(file)))
        for number, logged in list(self._held["log"].items()):
            options = reworded(logged.options, change)
            self._put("log", number, replace(logged, options=options, by=change(logged.by)))
        for number, entry in list(self._held["ledger"].items()):
            self._put("ledger", number, replace(entry, thing=change(entry.thing)))

    def scrub(self) -> None:
        """See Store: nothing is left in memory that can be looked at."""

    def config(self) -> dict[str, str]:
        return dict(sorted(self._held["config"].items()))

    def set_config(self, key: str, value: str | None) -> None:
        self._put("config", key, GONE if value is None else value)

    # what case steps have worked out

    def results(self, step: str) -> dict[str, str]:
        return dict(self._held["results"].get(step, {}))

    def inputs(self, step: str) -> dict[str, str]:
        return dict(self._held["inputs"].get(step, {}))

    def put_results(self, step: str, results: Mapping[str, str | None], inputs: Mapping[str, str | None]) -> None:
        for table, new in (("results", results), ("inputs", inputs)):
            held = {**self._held[table].get(step, {}), **new}
            self._put(table, step, {key: value for key, value in held.items() if value is not None})

    def forget_results(self, step: str | None = None) -> None:
        for table in ("results", "inputs"):
            for name in [step] if step is not None else list(self._held[table]):
                self._put(table, name, GONE)

    def result_steps(self) -> list[str]:
        return sorted(self._held["inputs"])


def _part(rows: Sequence[Row], limit: int | None, skip: int) -> Sequence[Row]:
    return rows[skip : None if limit is None else skip + limit]
