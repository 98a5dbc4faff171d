"""What a case knows of the files that it was read from, so that none is read twice."""

from __future__ import annotations

from dataclasses import replace

from sayso.case.journal import Journal, as_utf8, now
from sayso.store.ledger import failure_digest, file_digest, file_thing
from sayso.values.case import FailureRow, FileAnswer, FileRow


class Files(Journal):
    """The half of a Case that notes which files were read and which failed."""

    def add_failure(
        self, path: str, reader: str, reason: str, advice: str = "", sha256: str = "", *, file: str | None = None
    ) -> None:
        """Note that an original could not be read.

        file   the file on disk that it lies in, where it is a member; a new reading of that file forgets the failure
        """
        words = [self._clean(said) for said in (path, reason, advice, file if file is not None else path)]
        failure = FailureRow(words[0], reader, words[1], words[2], sha256, now())
        with self.store.transaction():
            self._note_failure(failure, words[3])

    def begin_file(self, path: str, *, sha256: str = "", hints: str = "", retry: bool = False) -> FileAnswer:
        """Ask whether to open a file; if so, the failures that lay in it are forgotten, for it is read anew.

        sha256  of the whole file; "" where it cannot be read
        hints   what else decides what is read from it (outlet, version of the readers), as one string
        retry   open it also where it failed before
        Gives "read"; "known" where just these bytes were read with these hints; "failed" where they failed. A file
        that was open when the program was killed is not known, and is opened again.
        """
        path, hints = self._clean(path), self._clean(hints)
        with self.store.transaction(durable=False):
            known = self.store.file(path, hints)
            if known is not None and known.sha256 == sha256:
                if known.state == "read":
                    return "known"
                if sha256 and not retry:
                    return "failed"
            for gone in self.store.forget_failures(path):
                self._enter("forgotten", gone, "", "")
        return "read"

    def finish_file(self, row: FileRow) -> None:
        """Note that all of a file is in the case, or that it failed as a whole."""
        with self.store.transaction(durable=False):
            row = replace(row, path=self._clean(row.path), hints=self._clean(row.hints))
            self.store.put_file(row)
            self._enter("file", file_thing(row), "", file_digest(row))

    def _clean(self, words: str) -> str:
        """Words as a case keeps them: as UTF-8, without names that were erased."""
        return self.erased_names.line(str(as_utf8(words)))

    def _note_failure(self, failure: FailureRow, file: str) -> None:
        self.store.put_failure(failure, file)
        self._enter("failed", failure.path, "", failure_digest(failure))
