"""Reports, failures, speed and time left on standard error; one line that is written over where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections import Counter

from sayso.case.ingest import IngestProgress
from sayso.read import Failure, LeftOut
from sayso.text.printable import safe
from sayso.values.reading import Reading

OK, SOME_FAILED = 0, 1
REDRAWN = 0.2  # seconds between two states of the line


class Progress:
    """Counts what is read; `total` is how many originals there are, None if that is not known."""

    def __init__(self, total: int | None = None) -> None:
        self.began = time.monotonic()
        self.total = total
        self.reports = self.failures = self.known = self.originals = 0
        self.unread: Counter[str] = Counter()
        self.noted: set[str] = set()
        self.live = sys.stderr.isatty()
        self.shown = 0.0

    def reading(self, reading: Reading) -> None:
        """Count a reading; one in a language that is not read is counted by its language too."""
        self.reports += 1
        if not reading.steps:
            self.unread[reading.report.lang or "?"] += 1
        self.show()

    def ingest(self, step: IngestProgress) -> None:
        """Show what happened while originals are read into a case."""
        self.originals, self.total = step.number, step.total or None
        match step.found:
            case Reading() as reading:
                self.reading(reading)
            case Failure() as failure:
                self.failure(failure)
            case LeftOut() as found:
                self.left_out(found)
            case str() as note:
                self.note(step.path, note)
            case None:
                self.known += step.what in ("known", "known file")
                self.failures += step.what == "failed before"
                self.show()

    def show(self) -> None:
        """Write the line anew, five times a second at most."""
        if self.live and time.monotonic() - self.shown > REDRAWN:
            self.shown = time.monotonic()
            print(f"\r\x1b[K{self.line()}", end="", file=sys.stderr, flush=True)

    def failure(self, failure: Failure) -> None:
        """Count a failure and print it as one line of JSON."""
        self.failures += 1
        sys.stderr.write(self._clear() + failure.to_json().decode("utf-8", "backslashreplace") + "\n")

    def left_out(self, found: LeftOut) -> None:
        """Say what is no report."""
        print(f"{self._clear()}left out: {safe(found.path)}: {safe(found.reason)}", file=sys.stderr)

    def note(self, path: str, text: str) -> None:
        """Say once what was noted of an original, or of none; the same of further ones is not said again."""
        if text not in self.noted:
            self.noted.add(text)
            of = f"{safe(path)}: " if path else ""
            print(f"{self._clear()}note: {of}{safe(text)}", file=sys.stderr)

    def line(self) -> str:
        """The state in one line."""
        seconds = max(1e-3, time.monotonic() - self.began)
        parts = [f"{self.reports} reports read"]
        if self.known:
            parts.append(f"{self.known} known")
        parts += [f"not read: {lang} {count}" for lang, count in sorted(self.unread.items())]
        parts += [f"{self.failures} failed", f"{self.reports / seconds:.1f} reports/s"]
        if self.total and 0 < self.originals < self.total:
            left = seconds / self.originals * (self.total - self.originals)
            parts.append(f"{left / 60:.0f} min left" if left > 90 else f"{left:.0f} s left")
        return ", ".join(parts)

    def at(self, what: str) -> None:
        """Show on a terminal what is done behind the reading, which may take minutes."""
        if self.live:
            print(f"\r\x1b[K{self.line()}; {what}", end="", file=sys.stderr, flush=True)

    def done(self) -> int:
        """Say the sum, and give the exit status."""
        print(self._clear() + self.line(), file=sys.stderr)
        return SOME_FAILED if self.failures else OK

    def _clear(self) -> str:
        return "\r\x1b[K" if self.live else ""
