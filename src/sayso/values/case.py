"""What a store takes and gives back, besides readings: rows, hits, judgements, findings. All frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from sayso.values.spans import Span
from sayso.values.terms import Verb

# What may be the matter with a file that is about to be opened (see Case.begin_file).
FileAnswer = Literal["read", "known", "failed"]
FileState = Literal["read", "failed"]
Deed = Literal[
    "added", "replaced", "erased", "judged", "redacted", "path", "failed", "forgotten", "logged", "kept", "dropped",
    "configured", "file", "blackened",
]  # fmt: skip
Showing = Literal["reports", "outlets", "dates", "languages", "speakers", "failures"]

SHOWINGS: Final[tuple[str, ...]] = ("reports", "outlets", "dates", "languages", "speakers", "failures")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which reports are meant; what is None narrows nothing. Outlet, language and dates are those now in force.

    since, until   ISO dates, both included; a report without a date lies in no such interval
    """

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    lang: str | None = None

    def hold(self, row: ReportRow) -> bool:
        """Whether a report is meant; dates are compared as far as they are given, "2031" with a year."""
        day = row.published
        return (
            (self.outlet is None or row.outlet == self.outlet)
            and (self.since is None or (day is not None and day[: len(self.since)] >= self.since))
            and (self.until is None or (day is not None and day[: len(self.until)] <= self.until))
            and (self.lang is None or row.lang == self.lang)
        )


EVERYTHING: Final = Filters()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution as a row: who said what, in words. Absent parts are "".

    chain      the names from who prints to who vouches last, the speaker at its end, joined by " > "
    who        all that the speaker is called in the report: name, words of the mention, roles, aliases
    content    spans joined by " … "; `start` and `end` are the code points from its first to its last
    sentence   the evidence of the attribution's claim
    version    the step that found it, such as "attributions.v1"
    """

    id: str
    speaker: str
    who: str
    role: str
    chain: str
    cue: str
    content: str
    sentence: str
    style: str
    manner: str
    score: float | None
    start: int
    end: int
    version: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as the case lists it; outlet, date and the like are those now in force.

    digest   SHA-256 of the reading's JSON as stored; "" for an erased one
    read     whether any step was run on it; a report in a language that is not read is kept all the same
    kept     whether the original's bytes are in the case
    """

    id: str
    sha256: str
    digest: str
    paths: tuple[str, ...]
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    media: str | None = None
    given_id: str | None = None
    statements: int = 0
    read: bool = True
    kept: bool = False
    erased: bool = False

    @property
    def path(self) -> str:
        """The first of its paths, "" where none is known."""
        return self.paths[0] if self.paths else ""

    @property
    def day(self) -> str:
        """The day of publication, "" where none is known."""
        return (self.published or "")[:10]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the report it stands in."""

    report: ReportRow
    statement: Statement


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words searched for.

    snippet   ``report.text[start:end]``, a stretch around the first match; the head of the text where only the
              title matches
    matches   the words found, as code points of the whole text, in order and apart
    score     bm25, larger is better
    """

    report: ReportRow
    snippet: str
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class FailureRow:
    """An original that was not read: why, and what to try. `at` is when, in UTC."""

    path: str
    reader: str
    reason: str
    advice: str = ""
    sha256: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file all of which was read, or which failed.

    hints   what else decides what is read from it, as a digest or words; other hints are another reading of it
    state   "read", or "failed" if nothing but failures came out of it
    """

    path: str
    hints: str
    size: int
    modified: float
    sha256: str
    state: FileState


@dataclass(frozen=True, slots=True)
class Subject:
    """What a judgement is about: a whole report (kind "report"), or one thing of it by kind and spans.

    kind    "report", or a list of a reading: "mentions", "entities", "attributions" and so on
    spans   what stands for the thing in the text; it is found again by them when the report is read anew
    """

    report: str
    kind: str = "report"
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided. Added and never edited; the newest counts. `at` is in UTC.

    value    set: {field: value or None}; undo: the id of a judgement; rename: a name; correct: {field: value}
    effect   what it changed, for people, where it has just been made: "changes 3 statements"; it is not stored
    """

    id: str
    verb: Verb
    subjects: tuple[Subject, ...] = ()
    value: Any = None
    why: str = ""
    by: str = ""
    at: str = ""
    effect: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log. `hash` is SHA-256 over the previous row's hash and this row's canonical JSON.

    state    "begun" before anything is done, "done" after; a command that was killed has no second row
    ledger   hash of the newest row of the ledger at that moment: this seals all that the case then held
    """

    number: int
    at: str
    by: str
    command: str
    state: str
    version: str
    options: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    ledger: str = ""
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One change of what the case holds.

    deed     a report was "added", "replaced", "erased", or found at a "path"; a judgement was "judged" or "redacted";
             an original "failed", and that was "forgotten" because it is read anew; a row of the log was "logged";
             an original's bytes were "kept" or "dropped", a setting "configured", all of a "file" read; a row of log
             or ledger, or a path of a report, was "blackened" because it held a name that was erased
    thing    id of the report or judgement, path of the failure, "log" and the number of a row of the log, SHA-256 of
             the bytes, key of the setting, hints and path of the file; "ledger" and the number of one of its rows
    sha256   of the original of a report, and of bytes that are kept or dropped; the digest of a path before it was
             blackened; else ""
    digest   what `check` compares with: of the JSON that is stored ("" once erased), of the path, of the row of the
             failure or file, of the setting's value ("" if it was taken out), the hash of the row of the log; of a row
             as it was blackened, whose own hash stays
    """

    number: int
    at: str
    deed: Deed
    thing: str
    sha256: str
    digest: str
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: where, what, and what to try. Only what has ``fault`` is a fault; the rest is told."""

    where: str
    what: str
    advice: str = ""
    fault: bool = True

    def __str__(self) -> str:
        """One line for people."""
        return f"{self.where}: {self.what}" + (f"; {self.advice}" if self.advice else "")
