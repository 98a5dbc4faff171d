"""What any database does for a case: the seam between what is meant and where it is kept.

A `Store` keeps rows and finds them. It words nothing and decides nothing: a case and the views make the rows
(`sayso.views.tables.listing`), and what they mean (judgements, what is known, what is to be read) is for the case.

A new database is one folder with a class that has these methods (some have a plain way of their own here), and a line
in `sayso.store.open`. It makes room for the tables that it is handed as `RowSpec`s, of which it knows no more than the
spec says. The tests in tests/store/ run on every store. Each method raises CaseError, with what to try, where the
database is locked, damaged, full or of another version. Whatever is inside one ``with store.transaction():`` is there
whole or not at all, also after ``kill -9``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sayso.values.case import (
    EVERYTHING,
    SHOWINGS,
    Deed,
    FailureRow,
    FileAnswer,
    FileRow,
    Filters,
    Finding,
    Hit,
    Judgement,
    LedgerRow,
    LogRow,
    ReportRow,
    Said,
    Showing,
    Statement,
    Subject,
)
from sayso.values.reading import Reading
from sayso.values.rows import Count, Listing, RowQuery, RowSpec
from sayso.views.events import EventQuery, EventRow, Happened

__all__ = [
    "EVERYTHING", "SHOWINGS", "Count", "Deed", "EventQuery", "EventRow", "FailureRow", "FileAnswer", "FileRow",
    "Filters", "Finding", "Happened", "Hit", "Judgement", "LedgerRow", "Listing", "LogRow", "ReportRow", "RowQuery",
    "RowSpec", "Said", "Showing", "Statement", "Store", "Subject",
]  # fmt: skip


class Store(Protocol):
    """One case in one database. Used from one thread at a time."""

    @property
    def name(self) -> str:
        """What to call it in messages: the path of the file, or ":memory:"."""

    @property
    def read_only(self) -> bool:
        """Whether it was opened for looking alone."""

    def close(self) -> None:
        """Let go of it; what was put in is there. Twice does no harm."""
        return None

    def transaction(self, *, durable: bool = True) -> AbstractContextManager[None]:
        """All or nothing. One inside another is part of the outer one.

        durable   after the block it is there even if the power goes; else with the next that is, or at the next
                  durable one. Either way it withstands the end of the process.
        """

    def state(self) -> Any:
        """What is another value after anything was written, by whomever; None where that is not known."""
        return None

    # reports

    def put(self, reading: Reading, listing: Listing, original: bytes | None) -> str:
        """Put a reading in the place of its report, or as a new one; return the digest of the JSON that is stored.

        reading   as read
        listing   what is listed and searched of it
        original  bytes to keep under the report's SHA-256; None keeps none
        """

    def put_listing(self, listing: Listing) -> None:
        """List and search a report anew; the reading that is stored stays. KeyError where it was never put."""

    def undrawn(self) -> list[str]:
        """Names of the tables whose rows are not those of the readings: new ones, and ones of another version.

        The case then puts all listings anew and calls `drawn`, both in one transaction.
        """
        return []

    def drawn(self) -> None:
        """Note that all tables hold the rows of the readings."""
        return None

    def add_paths(self, report_id: str, paths: Iterable[str]) -> int:
        """Note further places where a report was found; return how many were new."""

    def erase(self, report_id: str) -> None:
        """Take out all of a report's words and, if no other report has it, its original; the row stays, as erased."""

    def drop_original(self, sha256: str) -> None:
        """Keep an original no longer; the reports read from it stay."""

    def find(self, report_id: str) -> ReportRow | None:
        """The row of a report, erased or not; None where it was never there."""

    def report_ids(self, filters: Filters = EVERYTHING) -> list[str]:
        """Ids of the reports that are not erased, by date, outlet and id; those without a date come first."""
        return [row.id for row in self.reports(filters)]

    def reports(
        self, filters: Filters = EVERYTHING, *, erased: bool = False, limit: int | None = None, skip: int = 0
    ) -> Iterator[ReportRow]:
        """Their rows, in that order; with `erased` those of the erased ones instead.

        limit, skip   only so many, without the first ones
        """

    def count_reports(self, filters: Filters = EVERYTHING) -> int:
        """How many rows `reports` gives."""
        return len(self.report_ids(filters))

    def reading(self, report_id: str) -> Reading:
        """A reading as read, with all paths where the report was found since.

        KeyError where there is none, or it is erased; CaseError where it is damaged.
        """

    def original(self, sha256: str) -> bytes | None:
        """An original's bytes; None where they are not kept. CaseError where they are damaged."""

    def originals(self) -> set[str]:
        """SHA-256 of all originals that are kept."""

    def text(self, report_id: str) -> str | None:
        """The text of a report as it is searched; None where there is none."""

    # questions

    def rows(self, table: str, report_id: str) -> list[Any]:
        """The rows that a table holds of one report, in the order of their drawing. KeyError for no such table."""

    def find_rows(
        self, query: RowQuery, filters: Filters = EVERYTHING, *, limit: int | None = None, skip: int = 0
    ) -> Iterator[tuple[ReportRow, Any]]:
        """The rows that a query means, each with its report: by date, outlet and id of the reports and by place.

        limit, skip   only so many, without the first ones
        UsageError where the words of a query hold no word.
        """

    def count_rows(self, query: RowQuery, filters: Filters = EVERYTHING) -> int:
        """How many rows `find_rows` gives. UsageError as there."""
        return sum(1 for _ in self.find_rows(query, filters))

    def search(self, words: str, filters: Filters, limit: int, skip: int) -> list[Hit]:
        """Reports that hold all the words in title or text, the best first. UsageError for no word."""

    def count_hits(self, words: str, filters: Filters = EVERYTHING) -> int:
        """How many reports `search` finds. UsageError for no word."""

    def count(self, table: str, column: str, filters: Filters = EVERYTHING) -> list[Count]:
        """Rows of a table by what a column holds, those with the most first, then by value.

        table   one of the tables, or "reports", whose columns are "outlet", "day" and "lang"
        """

    # files and failures

    def file(self, path: str, hints: str) -> FileRow | None:
        """What is known of a file read with these hints."""

    def put_file(self, row: FileRow) -> None:
        """Put a file's row in the place of the one of the same path and hints."""

    def files(self) -> list[FileRow]:
        """All files all of which was read or failed, by path and hints."""

    def put_failure(self, failure: FailureRow, file: str) -> None:
        """Put a failure in the place of the one of the same path. `file` is the file it lies in."""

    def forget_failures(self, file: str) -> list[str]:
        """Forget the failures that lie in a file, for it is read anew; return their paths."""

    def failures(self) -> list[FailureRow]:
        """All failures, by path."""

    # judgements, log, ledger, config

    def add_judgement(self, judgement: Judgement) -> tuple[Judgement, str]:
        """Add one; return it with its id ("j1", "j2", ...) and the digest of the JSON that is stored."""

    def redact_judgement(self, judgement: Judgement) -> str:
        """Put the redacted one in the place of that of the same id; return the new digest."""

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""

    def judgement_count(self) -> int:
        """How many there are: whether another process has added one."""
        return len(self.judgements())

    def digests(self) -> Iterator[tuple[str, str, str]]:
        """(thing, sha256, digest) of each reading and judgement, the digests reckoned from what is stored now.

        A damaged one has the digest "damaged", an erased one "".
        """

    def append_log(self, row: LogRow) -> LogRow:
        """Append a row, numbered and sealed, with the ledger's newest hash in it; return it as it stands."""

    def append_ledger(self, row: LedgerRow) -> LedgerRow:
        """Append a row, numbered and sealed; return it as it stands."""

    def log(self) -> Iterator[LogRow]:
        """The log, oldest first."""

    def ledger(self) -> Iterator[LedgerRow]:
        """The ledger, oldest first."""

    def changes(self) -> int:
        """The number of the ledger's newest row: it grows with whatever is done to the case, by any process."""
        return sum(1 for _ in self.ledger())

    def reword(self, change: Callable[[str], str]) -> None:
        """Put other words in the places of those of paths, files, failures, log and ledger; their hashes stay.

        change   gives the words for those that are there; what becomes the same as another one takes its place
        """

    def scrub(self) -> None:
        """Leave nothing of what was taken out or overwritten: in free pages, word indexes and journals.

        Outside of a transaction. CaseError where another process has the case open, so that something may be left.
        """

    def config(self) -> dict[str, str]:
        """The settings that this case holds, by their keys."""

    def set_config(self, key: str, value: str | None) -> None:
        """Set one, or take it out."""

    def check(self) -> Iterator[Finding]:
        """What the database itself finds wrong with its pages and indexes."""
        return iter(())

    # what case steps have worked out (see sayso.compare); all of it can be worked out anew

    def results(self, step: str) -> dict[str, str]:
        """Key -> value as JSON: what a step of this name has worked out; {} where it never ran."""

    def inputs(self, step: str) -> dict[str, str]:
        """Input -> digest: what a step had before it when it last ran."""

    def put_results(self, step: str, results: Mapping[str, str | None], inputs: Mapping[str, str | None]) -> None:
        """Put results and inputs of a step in the place of those of the same keys; None takes one out."""

    def forget_results(self, step: str | None = None) -> None:
        """Forget all that a step has worked out; what all steps have, for None."""

    def result_steps(self) -> list[str]:
        """The names of the steps that have run."""
