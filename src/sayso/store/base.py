"""What any database does for a case.

A `Store` keeps rows and finds them; what they mean (judgements, what is known, what is to be read) is for the case to
say. The tests in tests/store/ run on every store. A new database is one class with these methods; they raise CaseError,
with what to try, where the database is locked, damaged, full or of another version.

Whatever is inside one ``with store.transaction():`` is there whole or not at all, also after ``kill -9``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from sayso.views.events import EventQuery, EventRow, Happened

__all__ = [
    "EVERYTHING", "SHOWINGS", "Deed", "EventQuery", "EventRow", "FailureRow", "FileAnswer", "FileRow", "Filters",
    "Finding", "Happened", "Hit", "Judgement", "LedgerRow", "LogRow", "ReportRow", "Said", "Showing", "Statement",
    "Store", "Subject",
]  # fmt: skip


class Store(Protocol):
    """One case in one database. Used from one thread at a time."""

    @property
    def name(self) -> str:
        """What to call it in messages: the path of the file."""

    def close(self) -> None:
        """Let go of it; what was put in is there. Twice does no harm."""

    def transaction(self, *, durable: bool = True) -> AbstractContextManager[None]:
        """All or nothing. One inside another is part of the outer one.

        durable   after the block it is there even if the power goes; else with the next that is, or at the next
                  durable one. Either way it withstands the end of the process.
        """

    # reports

    def put(self, reading: Reading, shown: Reading, original: bytes | None) -> str:
        """Put a reading in the place of its report, or as a new one; gives the digest of the JSON that is stored.

        reading   as read
        shown     as the judgements in force have it: what is listed and searched
        original  bytes to keep under the report's SHA-256; None keeps none
        """

    def put_shown(self, shown: Reading) -> None:
        """List and search a report anew, as this has it; the reading that is stored stays."""

    def add_paths(self, report_id: str, paths: Iterable[str]) -> int:
        """Note further places where a report was found; gives how many were new."""

    def erase(self, report_id: str) -> None:
        """Take out all of a report's words and, if no other report has it, its original; the row stays, as erased."""

    def find(self, report_id: str) -> ReportRow | None:
        """The row of a report, erased or not; None where it was never there."""

    def report_ids(self, filters: Filters = EVERYTHING) -> list[str]:
        """Ids of the reports that are not erased, in the one order: date, outlet, id; what has no date comes first."""

    def reports(self, filters: Filters = EVERYTHING, *, erased: bool = False) -> Iterator[ReportRow]:
        """Their rows, in that order; with `erased` those of the erased ones instead."""

    def reading(self, report_id: str) -> Reading:
        """A reading as read, with all paths where the report was found since.

        KeyError where there is none, or it is erased; CaseError where it is damaged.
        """

    def original(self, sha256: str) -> bytes | None:
        """An original's bytes; None where they are not kept. CaseError where they are damaged."""

    def text(self, report_id: str) -> str | None:
        """The text as it is searched, for checks."""

    # questions

    def statements(self, report_id: str) -> list[Statement]:
        """The statements of one report, in order of the text."""

    def said(self, who: str, about: str, filters: Filters) -> Iterator[Said]:
        """Statements by date, outlet, report and place; `who` and `about` are words, "" for anyone or anything."""

    def events(self, query: EventQuery, filters: Filters) -> Iterator[Happened]:
        """Events by the date, outlet and id of their reports and by place, or by their own dates."""

    def event_rows(self, report_id: str) -> list[EventRow]:
        """The events of one report, in order of the text."""

    def search(self, words: str, filters: Filters, limit: int, skip: int) -> list[Hit]:
        """Reports that hold all the words, the best first."""

    def show(self, what: Showing, filters: Filters) -> list[dict[str, Any]]:
        """Counts, each a flat row; see Case.show."""

    # files and failures

    def file(self, path: str, hints: str) -> FileRow | None:
        """What is known of a file read with these hints."""

    def put_file(self, row: FileRow) -> None:
        """Put a file's row in the place of the one of the same path and hints."""

    def put_failure(self, failure: FailureRow, file: str) -> None:
        """Put a failure in the place of the one of the same path. `file` is the file it lies in."""

    def forget_failures(self, file: str) -> None:
        """Forget the failures that lie in a file: it is read anew."""

    def failures(self) -> list[FailureRow]:
        """All failures, by path."""

    # judgements, log, ledger, config

    def add_judgement(self, judgement: Judgement) -> tuple[Judgement, str]:
        """Add one; gives it with its id ("j1", "j2", ...) and the digest of the JSON that is stored."""

    def redact_judgement(self, judgement: Judgement) -> str:
        """Put the redacted one in the place of that of the same id; gives the new digest."""

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""

    def judgement_count(self) -> int:
        """How many there are: whether another process has added one."""

    def digests(self) -> Iterator[tuple[str, str, str]]:
        """(thing, sha256, digest) of each reading and judgement, the digests reckoned from what is stored now.

        A damaged one has the digest "damaged", an erased one "".
        """

    def append_log(self, row: LogRow) -> LogRow:
        """Append a row, numbered and sealed, with the ledger's newest hash in it; gives it as it stands."""

    def append_ledger(self, row: LedgerRow) -> LedgerRow:
        """Append a row, numbered and sealed; gives it as it stands."""

    def log(self) -> Iterator[LogRow]:
        """The log, oldest first."""

    def ledger(self) -> Iterator[LedgerRow]:
        """The ledger, oldest first."""

    def config(self) -> dict[str, str]:
        """The settings that this case holds."""

    def set_config(self, key: str, value: str | None) -> None:
        """Set one, or take it out."""

    def check(self) -> Iterator[Finding]:
        """What the database itself finds wrong with its pages and indexes."""
