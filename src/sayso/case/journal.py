"""A store that keeps the record: what is done to it is in its log and ledger, and people's judgements stand in it.

The half of a Case that writes about what was done; what a Case adds and answers is in `sayso.case`.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from sayso.errors import CaseError, SaysoError, UsageError
from sayso.store import effects, judging
from sayso.store.base import Deed, Judgement, LedgerRow, LogRow, ReportRow, Store, Subject
from sayso.store.ledger import value_digest
from sayso.text.erased_names import ErasedNames, reworded
from sayso.values.reading import Reading
from sayso.values.rows import Listing, RowSpec
from sayso.values.terms import Verb
from sayso.views.tables import TABLES, listing

# What a case can be set to, with the values of each: "originals" says whether originals' bytes are kept from then on.
SETTINGS: Final = {"originals": ("true", "false")}
USER: Final = ("LOGNAME", "USER", "LNAME", "USERNAME")  # variables that hold a name, as getpass has them
ERASED: Final = "erased"  # the setting in which the digests of erased names are kept
WORDED: Final = ("rename", "set", "note")  # verbs whose value is in words of whoever judges
MEMBER: Final = re.compile("!/")  # parts the path of a container from that of its member


def now() -> str:
    """The time in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Journal:
    """See the module. `by` is who is said to have done it: the name of the user, unless given."""

    def __init__(self, store: Store, *, by: str | None = None, tables: Sequence[RowSpec] = TABLES) -> None:
        self.store = store
        self.tables = tuple(tables)
        self.by = by if by is not None else _user()
        self._decided: dict[str, tuple[Judgement, ...]] = {}  # by report, as of the first so many judgements
        self._judged = 0
        self._erased_as: str | None = None
        self._erased = ErasedNames()

    @contextlib.contextmanager
    def logged(self, command: str, *, options: Mapping[str, Any] | None = None) -> Iterator[Counter[str]]:
        """Write a row of the log before and one after a command.

        Gives a counter; what it holds at the end is in the second row. A command that was killed has no second row;
        one that raised has one with the state "failed".
        """
        counts: Counter[str] = Counter()
        held = as_utf8(dict(options or {}))
        self._log(command, "begun", held, {})
        try:
            yield counts
        except BaseException:
            with contextlib.suppress(SaysoError):  # the error itself matters more
                self._log(command, "failed", held, dict(counts))
            raise
        self._log(command, "done", held, dict(counts))

    @property
    def erased_names(self) -> ErasedNames:
        """What was erased from the case by name, and is kept out of what is added."""
        held = self.store.config().get(ERASED)
        if held != self._erased_as:
            self._erased_as, self._erased = held, ErasedNames.from_json(held)
        return self._erased

    def configure(self, key: str, value: str | None) -> None:
        """Set a setting, or take it out with None. It is in the log.

        UsageError for one that is not known, a value that it cannot have, and what is no UTF-8.
        """
        judging.check_words("config", (key, value))
        if value is not None and key not in SETTINGS:
            raise UsageError(f"config: {key!r} is not known; expected one of {', '.join(SETTINGS)}")
        if value is not None and value not in SETTINGS[key]:
            raise UsageError(f"config: {key} is {value!r}; expected {' or '.join(SETTINGS[key])}")
        with self.store.transaction():
            self.store.set_config(key, value)
            self._enter("configured", key, "", value_digest(value))
            self._log("config", "done", {key: value}, {})

    def judge(
        self,
        verb: Verb,
        subjects: Iterable[str | Subject] = (),
        value: Any = None,
        why: str = "",
        by: str | None = None,
    ) -> Judgement:
        """Add a judgement; return it with its id, and in `effect` what it changed, or that it has no effect yet.

        subjects   ids of reports or of things in them ("4cd622bb5f5e01b2/a1043"), or Subjects
        value      set: {field: value, or None to take it away}; undo: id or number of a judgement; rename: the name;
                   correct: {field: right value}
        UsageError where verb, subjects and value do not go together; nothing is written then.
        """
        found = tuple(s if isinstance(s, Subject) else self._subject(s) for s in subjects)
        if verb == "undo":
            value = judging.judgement_id(value)
        line = self.erased_names.line
        value, why = reworded(value, line) if verb in WORDED else value, line(why)
        judgement = Judgement("", verb, found, value, why, by if by is not None else self.by, now())
        judging.check_judgement(judgement, {j.id: j for j in self.judgements()}.get)
        effects.check_correction(judgement)
        try:
            with self.store.transaction():
                return self._judge(judgement)
        except BaseException:
            self._judged = -1  # what was decided for a moment is not decided
            raise

    def set_report(self, report_id: str, *, why: str = "", by: str | None = None, **fields: str | None) -> Judgement:
        """Mend what was read wrongly of a report: outlet, agency, published, title, byline, url, lang; None takes away.

        It is a judgement: ids stay, and it can be undone. ValueFault where a value cannot be.
        """
        return self.judge("set", [report_id], fields, why, by)

    def meant(self, judgement: Judgement) -> list[str | None]:
        """The ids that a judgement's subjects have in the readings now; None for one that no longer fits."""
        ids: list[str | None] = []
        for subject in judgement.subjects:
            try:
                ids.append(judging.attach(subject, self.store.reading(subject.report)))
            except KeyError:
                ids.append(None)
        return ids

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first, undone ones too."""
        return self.store.judgements()

    def log(self) -> Iterator[LogRow]:
        """The log, oldest first."""
        return self.store.log()

    # within

    def _judge(self, judgement: Judgement) -> Judgement:
        judgement, stored = self.store.add_judgement(judgement)
        self._enter("judged", judgement.id, "", stored)
        touched = self._touched(judgement)
        changed: Counter[str] = Counter()
        for report_id in touched:
            row = self.store.find(report_id)
            if judgement.verb == "erase":
                self._erase(report_id)
            elif row is not None and not row.erased and self._may_act(judgement):
                changed += self._list_anew(self.store.reading(report_id))
        self._log("judge", "done", {"judgement": judgement.id, "verb": judgement.verb}, {"reports": len(touched)})
        return replace(judgement, effect=_effect(judgement, changed, len(touched)))

    def _may_act(self, judgement: Judgement) -> bool:
        return judgement.verb == "undo" or effects.EFFECTS[judgement.verb].decide is not None

    def _list_anew(self, reading: Reading) -> Counter[str]:
        """List a report as the judgements in force have it; return how many rows of each table that changes."""
        listed, before = self.listing(reading), self.store.find(reading.report.id)
        changed: Counter[str] = Counter()
        for name, rows in listed.rows.items():
            old = {row.id: row for row in self.store.rows(name, reading.report.id)}
            new = {row.id: row for row in rows}
            changed[name] = sum(old.get(id_) != new.get(id_) for id_ in old.keys() | new.keys())
        if before is not None and replace(before, digest="", paths=(), kept=False) != listed.report:
            changed["reports"] = 1
        self.store.put_listing(listed)
        return +changed

    def _row(self, report_id: str) -> ReportRow:
        row = self.store.find(report_id)
        if row is None:
            raise KeyError(report_id)
        if row.erased:
            raise CaseError(f"report {report_id}: it was erased")
        return row

    def listing(self, reading: Reading) -> Listing:
        """What the store lists and searches of a reading, as the judgements in force show it."""
        return listing(self.as_shown(reading), self.tables)

    def as_shown(self, reading: Reading) -> Reading:
        """A reading as the judgements in force show it."""
        return effects.as_decided(reading, self._decided_about(reading.report.id))

    def _decided_about(self, report_id: str) -> tuple[Judgement, ...]:
        if self.store.judgement_count() != self._judged:  # another process may add one at any time
            judgements = self.judgements()
            self._judged, self._decided = len(judgements), effects.by_report(judging.in_force(judgements))
        return self._decided.get(report_id, ())

    def _subject(self, subject_id: str) -> Subject:
        report_id = subject_id.partition("/")[0]
        try:
            return judging.subject_of(subject_id, self.store.reading(report_id))
        except KeyError:
            raise UsageError(f"{subject_id}: no report {report_id} in {self.store.name}; `show` lists them") from None

    def _touched(self, judgement: Judgement) -> list[str]:
        if judgement.verb == "undo":
            meant = next(j for j in self.judgements() if j.id == judgement.value)
            return self._touched(meant)
        return list(dict.fromkeys(subject.report for subject in judgement.subjects))

    def _erase(self, report_id: str) -> None:
        erased = self._row(report_id)
        self.store.erase(report_id)
        if erased.kept and erased.sha256 not in self.store.originals():
            self._enter("dropped", erased.sha256, erased.sha256, "")
        self._drop_containers(erased.paths)
        self.store.forget_results()  # they may hold its words
        self._enter("erased", report_id, erased.sha256, "")
        others: dict[str, None] = {}
        for judgement in self.judgements():
            black = judging.redacted(judgement, report_id)
            if black != judgement:
                self._enter("redacted", judgement.id, "", self.store.redact_judgement(black))
                others |= dict.fromkeys(subject.report for subject in judgement.subjects)
        self._judged = -1  # a judgement that lost its words may have lost its effect on other reports
        for other in others:
            row = self.store.find(other)
            if row is not None and not row.erased:
                self._list_anew(self.store.reading(other))

    def _drop_containers(self, paths: Iterable[str]) -> None:
        """Take out the originals of the mails that the paths lie in: they hold the attachment that was erased."""
        names = {path[: at.start()] for path in paths for at in MEMBER.finditer(path)}
        if not names:
            return
        for row in list(self.store.reports()):
            if row.kept and not names.isdisjoint(row.paths):
                self.store.drop_original(row.sha256)
                self._enter("dropped", row.sha256, row.sha256, "")

    def _enter(self, deed: Deed, *of: str) -> None:
        self.store.append_ledger(LedgerRow(0, now(), deed, *of))

    def _log(self, command: str, state: str, options: dict[str, Any], counts: dict[str, int]) -> None:
        with self.store.transaction():
            options = reworded(options, self.erased_names.line)
            row = self.store.append_log(LogRow(0, now(), self.by, command, state, _version(), options, counts))
            self._enter("logged", f"log{row.number}", "", row.hash)


def as_utf8(value: Any) -> Any:
    """The value with all its words as UTF-8 can hold them: a byte of a name that is none is written as \\udcXX."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, Mapping):
        return {as_utf8(key): as_utf8(held) for key, held in value.items()}
    return [as_utf8(part) for part in value] if isinstance(value, (list, tuple)) else value


def _effect(judgement: Judgement, changed: Counter[str], reports: int) -> str:
    """What a judgement did, for people: "changes 3 statements, 1 event"."""
    if judgement.verb == "erase":
        return f"takes out the words of {_number(reports, 'reports')}"
    if changed:
        return "changes " + ", ".join(_number(count, name) for name, count in sorted(changed.items()))
    effect = effects.EFFECTS.get(judgement.verb)
    if effect is not None:
        fits = any(subject.kind in (*effect.kinds, "claims") for subject in judgement.subjects)
        if effect.decide is None and effect.kinds:  # same and differ: across reports
            return effect.told if fits else effects.NONE_YET
        if not fits:
            return effect.told
    return "recorded; nothing that is listed changes"


def _number(count: int, names: str) -> str:
    return f"{count} {names.removesuffix('s') if count == 1 else names}"


def _version() -> str:
    try:
        return importlib.metadata.version("sayso")
    except importlib.metadata.PackageNotFoundError:
        return "0"


def _user() -> str:
    """The name that the environment gives, else the number of the user.

    It is not looked up: where users are kept on a server, that would go over the network.
    """
    named = next((name for variable in USER if (name := os.environ.get(variable))), "")
    return named or (f"uid {os.getuid()}" if hasattr(os, "getuid") else "")
