"""Reading anew what a case holds, for a newer model, newer steps or newer readers: `sayso read --again`.

The original is opened again if the case has its bytes, or the file still has them; else the text is taken as it was
read. What is known of a report (outlet, date, title ...) stays known, so that it keeps its id. The judgements stand
beside the readings, and are found again by the words that they are about.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.case.checks import check_judgements
from sayso.case.ingest import IngestDeed, IngestProgress, OnProgress
from sayso.errors import CaseError
from sayso.read import Failure, Original, Read
from sayso.read.original import MAX_BYTES
from sayso.read.readers.records import RECORD
from sayso.read.worker import Worker
from sayso.run.executors import Executor
from sayso.run.pipeline import made_by, read_reports
from sayso.steps import Settings
from sayso.values.case import Finding
from sayso.values.reading import Reading
from sayso.values.report import Hints, Report

if TYPE_CHECKING:
    from sayso.case import Case

MEMBER: Final = re.compile(r"!/|!@|:\d+\Z")  # in the path of what lies in a container
MADE_BY: Final = "made_by"  # the option of the log that says by what readings were made
MEDIA: Final = {"application/json": RECORD}  # what a reader calls its reports, and the name by which it is found


class Again:
    """One run of reading anew; `run` does it.

    worker       opens the originals, in a process of its own
    counts       is counted up: "replaced" and "failed"; a report that fails keeps the reading that it has
    on_progress  called with an IngestProgress each time something happens
    """

    def __init__(
        self,
        case: Case,
        worker: Worker,
        counts: Counter[str],
        *,
        settings: Settings | None = None,
        jobs: int | str | Executor | None = None,
        on_progress: OnProgress | None = None,
    ) -> None:
        self.case, self.worker, self.counts = case, worker, counts
        self.settings, self.jobs, self.on_progress = settings or Settings(), jobs, on_progress
        self.number = self.total = 0
        self.by_text = 0
        self.pending: deque[bytes | None] = deque()  # the originals of what was handed to the steps, in order

    def run(self, report_ids: Sequence[str]) -> None:
        """Read these reports anew. CaseError where the case cannot be written; the rest is counted."""
        self.total = len(report_ids)
        for found in read_reports(
            self._reports(report_ids), settings=self.settings, jobs=self.jobs, worker=self.worker, on_note=self._note
        ):
            original = self.pending.popleft()
            if isinstance(found, Failure):
                self._tell("failed", found.path, found)
            else:
                self.case.replace(found, original)
                self._tell("replaced", found.report.paths[0] if found.report.paths else found.report.id, found)
        if self.by_text:
            self._note(
                f"of {self.by_text} reports the original is not at hand as it was; the text that was read is taken"
            )
        for finding in self._lost(set(report_ids)):
            self._note(str(finding))

    def _tell(self, what: IngestDeed, path: str, found: Reading | Failure | str | None = None) -> None:
        if what in ("replaced", "failed"):
            self.counts[what] += 1
        if self.on_progress is not None:
            self.on_progress(IngestProgress(what, path, self.number, self.total, found))

    def _note(self, note: str) -> None:
        self._tell("note", "", note)

    def _lost(self, report_ids: set[str]) -> Iterator[Finding]:
        """The judgements on these reports that mean nothing any more."""
        about = {j.id for j in self.case.judgements() if report_ids & {subject.report for subject in j.subjects}}
        if about:
            yield from (f for f in check_judgements(self.case.store) if f.where.split()[1] in about)

    def _reports(self, report_ids: Sequence[str]) -> Iterator[Report]:
        for report_id in report_ids:
            row = self.case.store.find(report_id)
            if row is None or row.erased:  # meanwhile
                continue
            self.number += 1
            self._tell("file", row.path)
            try:
                known = self.case.store.reading(report_id).report
                kept = self.case.store.original(row.sha256) if row.kept else None
            except CaseError as error:
                self._tell("failed", row.path, Failure(row.path, "case", str(error), "read its original again"))
                continue
            report = self._opened(known, kept)
            self.by_text += report is None
            self.pending.append(kept)
            yield known if report is None else replace(report, paths=known.paths)

    def _opened(self, known: Report, kept: bytes | None) -> Report | None:
        """The report as it is read from its original now; None where that is not at hand, or gives it no more."""
        for original in _originals(known, kept):
            for found in self.worker(original):
                if isinstance(found, Read) and (found.report.id, found.report.sha256) == (known.id, known.sha256):
                    return found.report
        return None


def _originals(known: Report, kept: bytes | None) -> Iterator[Original]:
    """Where a report can be opened again: its bytes, else each file that has them still."""
    agency = next((credit.agency for credit in known.credits if credit.span is None), None)
    hints = Hints(
        id=known.given_id, title=known.title, outlet=known.outlet, agency=agency, byline=known.byline,
        published=known.published, published_from=known.published_from, url=known.url,
    )  # fmt: skip
    media = MEDIA.get(known.media or "", known.media)
    for path in known.paths or ("",):
        charset = known.charset if MEMBER.search(path) else None
        said = Original(path, media=media, charset=charset, hints=hints, carried=Hints(lang=known.lang))
        if kept is not None:
            yield replace(said, data=kept)
            return
        if path and _digest(Path(path)) == known.sha256:
            yield replace(said, file=Path(path))


def _digest(file: Path) -> str:
    """SHA-256 of a file; "" where there is none, or it is too large for a report's original."""
    try:
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            return ""
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def noted_now() -> dict[str, str]:
    """The option that the log keeps of a command that reads."""
    return {MADE_BY: made_by()}


def older(case: Case) -> list[str]:
    """Ids of the reports whose readings another model or other steps made than are here now, in the case's order.

    What made a reading stands in the log, in the row of the command that wrote it.
    """
    begun = {f"log{row.number}": row for row in case.store.log() if row.state == "begun"}
    made: dict[str, str] = {}
    by = ""
    for entry in case.store.ledger():
        if entry.deed == "logged" and (row := begun.get(entry.thing)) is not None:
            by = row.options.get(MADE_BY, "")
        elif entry.deed in ("added", "replaced"):
            made[entry.thing] = by
    now = noted_now()[MADE_BY]
    return [report_id for report_id in case.store.report_ids() if made.get(report_id) != now]
