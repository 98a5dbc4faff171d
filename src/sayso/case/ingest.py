"""From a folder of originals to a case: what is new is opened in a worker, read by the steps, and added in order.

`Case.read` calls this, and the command `sayso read` calls `Case.read`. Nothing is printed here: whoever wants to show
how far it is gives a callback, which is handed an IngestProgress each time something happens.

A file is noted in the case after all of it was read. If the program is killed before, whatever file was open then is
opened again the next time, as often as that happens: a kill says nothing of the file. A file that brings down the
process that opens it (see `sayso.read.worker`) is a failure like any other.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from sayso.read import Failure, HintSource, LeftOut, Original, Read, find_originals
from sayso.read.worker import Worker
from sayso.run.executors import Executor
from sayso.run.pipeline import read_reports
from sayso.steps import Settings
from sayso.values.case import FileRow, FileState
from sayso.values.reading import Reading
from sayso.values.report import Report

if TYPE_CHECKING:
    from sayso.case import Case

READERS_VERSION: Final = "readers.v1"  # files read with another version are opened again
CHUNK: Final = 2**20  # bytes of a file that are hashed at a time

IngestDeed = Literal[
    "file", "added", "replaced", "known", "known file", "erased", "failed", "failed before", "left out", "note"
]
OnProgress = Callable[["IngestProgress"], None]


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """One thing that happened while originals were read into a case.

    what    "file"           an original is looked at next
            "added"          a report is in the case now; `found` is its Reading
            "replaced"       a report was read anew; `found` is the new Reading
            "known"          a report was in the case, and was not read again
            "known file"     just these bytes were read before with these hints, and the file was not opened
            "erased"         a report was erased from the case, and stays so
            "failed"         an original could not be read; `found` is the Failure
            "failed before"  a file failed in an earlier run, and was not opened
            "left out"       something is no report; `found` is the LeftOut
            "note"           something the user should know; `found` is its words, the same each time it is so
    path    of the original or report, as it is shown
    number  of this original, from 1; 0 before the first
    total   how many originals there are; 0 where that is not known, as of standard input
    """

    what: IngestDeed
    path: str
    number: int
    total: int
    found: Reading | Failure | LeftOut | str | None = None


@dataclass(frozen=True, slots=True)
class IngestCounts:
    """What came of reading originals into a case, in reports or files; `not_read` sums the files that were not read.

    added, known, erased   reports
    replaced               reports that were read anew
    known_files            files that were read before, and were not opened
    failed                 originals and reports that could not be read
    failed_before          files that were not opened, for they failed before
    left_out               files and members that are no reports
    """

    added: int = 0
    known: int = 0
    known_files: int = 0
    erased: int = 0
    failed: int = 0
    failed_before: int = 0
    left_out: int = 0
    replaced: int = 0

    @classmethod
    def of(cls, counts: Counter[str]) -> IngestCounts:
        """The counts as the log of a case names them, "left out" for `left_out`."""
        return cls(**{name: counts[name.replace("_", " ")] for name in cls.__slots__})

    @property
    def not_read(self) -> int:
        """How many originals and reports failed, now or before."""
        return self.failed + self.failed_before


class Ingest:
    """One run of reading originals into a case; `run` does it.

    worker       opens the originals, in a process of its own
    counts       is counted up as things happen, under the names of IngestProgress.what ("known files" for "known file")
    retry        open again what failed
    on_progress  called with each thing that happens; what it raises ends the run
    """

    def __init__(
        self,
        case: Case,
        worker: Worker,
        counts: Counter[str],
        *,
        hints: HintSource | None = None,
        settings: Settings | None = None,
        jobs: int | str | Executor | None = None,
        retry: bool = False,
        follow_links: bool = False,
        on_progress: OnProgress | None = None,
    ) -> None:
        self.case, self.worker, self.counts = case, worker, counts
        self.hints = hints or HintSource()
        self.settings, self.jobs, self.retry = settings or Settings(), jobs, retry
        self.follow_links, self.on_progress = follow_links, on_progress
        self.number = self.total = 0
        # what was handed to the steps and has not come back, in order; a file's end stands behind its reports
        self.not_analysed: set[str] = set()  # paths of files of which a report could be opened and no more
        self.pending: deque[tuple[Read, Original] | FileRow] = deque()

    def run(self, paths: Iterable[str]) -> None:
        """Read all that is new under these paths. CaseError where the case cannot be written; the rest is counted."""
        paths = list(paths)
        originals: Iterable[Original | Failure | LeftOut] = find_originals(
            paths, hints=self.hints, follow_links=self.follow_links
        )
        if all(os.path.isfile(path) or os.path.isdir(path) for path in paths):  # a pipe is gone after its turn
            originals = list(originals)
            self.total = sum(not isinstance(found, LeftOut) for found in originals)
        for found in read_reports(
            self._reports(originals), settings=self.settings, jobs=self.jobs, worker=self.worker,
            on_note=self._note,
        ):  # fmt: skip
            read, original = self._next_report()
            if isinstance(found, Failure):
                self.not_analysed.add(original.path)
                self._fail(found, original)
            else:
                self._tell(self.case.add(found, read.data), read.report.paths[0], found)
        self._finish_files()
        for note in self.hints.unmatched():
            self._tell("note", self.hints.file or "", note)

    def _tell(self, what: IngestDeed, path: str, found: Reading | Failure | LeftOut | str | None = None) -> None:
        """Count what happened, and call back."""
        if what not in ("file", "note"):
            self.counts["known files" if what == "known file" else what] += 1
        if self.on_progress is not None:
            self.on_progress(IngestProgress(what, path, self.number, self.total, found))

    def _note(self, note: str) -> None:
        self._tell("note", "", note)

    def _next_report(self) -> tuple[Read, Original]:
        self._finish_files()
        first = self.pending.popleft()
        assert not isinstance(first, FileRow)
        return first

    def _finish_files(self) -> None:
        while self.pending and isinstance(first := self.pending[0], FileRow):
            failed = first.path in self.not_analysed
            self.case.finish_file(replace(first, state="failed") if failed else first)
            self.pending.popleft()

    def _fail(self, failure: Failure, original: Original | None) -> None:
        self.case.add_failure(
            failure.path, failure.reader, failure.reason, failure.try_, failure.sha256,
            file=original.path if original else None,
        )  # fmt: skip
        self._tell("failed", failure.path, failure)

    def _reports(self, originals: Iterable[Original | Failure | LeftOut]) -> Iterator[Report]:
        """The reports that the case does not know, each noted in `pending`, for the steps to read."""
        for found in originals:
            if isinstance(found, LeftOut):
                self._tell("left out", found.path, found)
                continue
            self.number += 1
            self._tell("file", found.path)
            if isinstance(found, Failure):
                self._fail(found, None)
            else:
                yield from self._file(found)

    def _file(self, original: Original) -> Iterator[Report]:
        path, hints = original.path, _hints_key(original)
        size, modified, digest = _file_facts(original)
        answer = self.case.begin_file(path, sha256=digest, hints=hints, retry=self.retry)
        if answer != "read":
            self.hints.passed_over(path, root=original.root)
            self._tell("known file" if answer == "known" else "failed before", path)
            return
        reports = failures = 0
        for found in self.worker(original, hints=self.hints):
            self.hints.saw(found.report.paths[0] if isinstance(found, Read) else found.path, root=original.root)
            if isinstance(found, LeftOut):
                self._tell("left out", found.path, found)
                continue
            if isinstance(found, Failure):
                failures += 1
                self._fail(found, original)
                continue
            reports += 1
            report = found.report
            for note in found.notes:
                self._tell("note", report.paths[0], note)
            if self.case.knows(report.id, report.sha256, report.paths):
                self._tell("known", report.paths[0])
                continue
            self.pending.append((found, original))
            yield report
        state: FileState = "failed" if failures and not reports else "read"
        self.pending.append(FileRow(path, hints, size, modified, digest, state))


def _hints_key(original: Original) -> str:
    """What decides, beside a file's bytes, what is read from it: the readers' version, and what the user says."""
    return f"{READERS_VERSION} {hashlib.sha256(repr(original.hints).encode()).hexdigest()[:16]}"


def _file_facts(original: Original) -> tuple[int, float, str]:
    """Size in bytes, time of change and SHA-256 of a file; (0, 0.0, "") where it cannot be read."""
    try:
        digest = hashlib.sha256()
        size = 0
        with original.open() as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
        modified = original.file.stat().st_mtime if original.file is not None else 0.0
    except OSError:
        return 0, 0.0, ""
    return size, modified, digest.hexdigest()
