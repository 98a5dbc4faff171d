"""What a case knows of the files that it was read from, so that none is read twice or blamed for what it did not do."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from sayso.case.journal import Journal, as_utf8, now
from sayso.store.ledger import failure_digest
from sayso.values.case import FailureRow, FileAnswer, FileRow

MAX_UNFINISHED_STARTS: Final = 2  # starts without an end after which a file is not opened any more


class Files(Journal):
    """The half of a Case that marks files before they are opened."""

    def add_failure(
        self, path: str, reader: str, reason: str, advice: str = "", sha256: str = "", *, file: str | None = None
    ) -> None:
        """Note that an original could not be read.

        file   the file on disk that it lies in, where it is a member; a new reading of that file forgets the failure
        """
        failure = FailureRow(as_utf8(path), reader, as_utf8(reason), as_utf8(advice), sha256, now())
        with self.store.transaction():
            self._note_failure(failure, as_utf8(file if file is not None else path))

    def has_read(self, path: str, *, sha256: str, hints: str = "") -> bool:
        """Whether just these bytes of a file were read to the end with these hints."""
        known = self.store.file(as_utf8(path), hints)
        return known is not None and known.state == "read" and known.sha256 == sha256

    def begin_file(
        self, path: str, *, size: int, modified: float, sha256: str = "", hints: str = "", retry: bool = False
    ) -> FileAnswer:
        """Ask whether to open a file; where so, it is marked as started first, so that a crash can be laid to it.

        sha256  of the whole file; "" where it cannot be read
        hints   what else decides what is read from it (outlet, version of the readers), as one string
        retry   open it also where it failed before
        Gives "read"; "known" where just these bytes were read with these hints; "failed" where they failed; "stuck"
        where it was started twice and never opened to the end, which is noted as a failure.
        """
        path = as_utf8(path)
        row = FileRow(path, hints, size, modified, sha256, "started", 1)
        with self.store.transaction(durable=False):
            known = self.store.file(path, hints)
            if known is not None and known.sha256 == sha256:
                if known.state == "read":
                    return "known"
                if known.state == "failed" and sha256 and not retry:
                    return "stuck" if known.starts >= MAX_UNFINISHED_STARTS else "failed"
                if known.state == "started" and not retry:
                    if known.starts >= MAX_UNFINISHED_STARTS:
                        self._give_up(known)
                        return "stuck"
                    row = replace(row, starts=known.starts + 1)
            for gone in self.store.forget_failures(path):
                self._enter("forgotten", gone, "", "")
            self.store.put_file(row)
        return "read"

    def opened_file(self, path: str, *, hints: str = "") -> None:
        """Note that a file was opened to its end: should the process end before `finish_file`, it is not to blame."""
        self._mark(path, hints, "opened")

    def finish_file(self, path: str, *, hints: str = "", failed: bool = False) -> None:
        """Note that all of a file is in the case, or that it failed as a whole."""
        self._mark(path, hints, "failed" if failed else "read")

    def _give_up(self, row: FileRow) -> None:
        self.store.put_file(replace(row, state="failed"))
        reason = f"started {row.starts} times and the process ended each time before it was opened; left unopened"
        failure = FailureRow(row.path, "sayso", reason, "read it alone with --retry", row.sha256, now())
        self._note_failure(failure, row.path)

    def _note_failure(self, failure: FailureRow, file: str) -> None:
        self.store.put_failure(failure, file)
        self._enter("failed", failure.path, "", failure_digest(failure))

    def _mark(self, path: str, hints: str, state: Literal["opened", "read", "failed"]) -> None:
        with self.store.transaction(durable=False):
            known = self.store.file(as_utf8(path), hints)
            if known is None:
                raise KeyError(path)
            self.store.put_file(replace(known, state=state, starts=0))
