"""Commands on a case: read, show, said, search, failed, export, check, set, log, config."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import msgspec

from sayso.case import Case, Filters, open_case
from sayso.cli.events import timeline
from sayso.cli.progress import Progress
from sayso.cli.reading import hints_of, limits_of, settings_of, use_colour
from sayso.errors import UsageError
from sayso.export import export as export_pieces
from sayso.read import Failure, LeftOut, Original, Read, find_originals
from sayso.read.worker import Worker
from sayso.run.pipeline import read_reports
from sayso.values.case import Hit, Said
from sayso.values.report import Report
from sayso.views.marked import safe, safe_keeping_ends

OK, SOME_FAILED = 0, 1
READERS_VERSION = "readers.v1"  # another one reads known bytes anew


def filters_of(options: argparse.Namespace) -> Filters:
    """The reports that the options mean."""
    return Filters(outlet=options.outlet, since=options.since, until=options.until, lang=options.lang)


def print_json(value: Any) -> None:
    """One value as JSON, on one line."""
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


# reading


def read(options: argparse.Namespace) -> int:
    """Add to a case all that is new under the paths."""
    shown = {
        name: getattr(options, name)
        for name in ("paths", "meta", "outlet", "outlet_from", "published", "places", "jobs")
    }
    with open_case(options.case, create=True) as case:
        if options.no_originals:
            case.configure("originals", "false")
        with case.logged("read", options=shown) as counts, Worker(limits_of(options)) as worker:
            return _Reading(case, worker, options, counts).run()


class _Reading:
    """One run of `read`: originals in, readings into the case, in order, each file marked before it is opened."""

    def __init__(self, case: Case, worker: Worker, options: argparse.Namespace, counts: Counter[str]) -> None:
        self.case, self.worker, self.options, self.counts = case, worker, options, counts
        self.hints = hints_of(options)
        self.originals = list(find_originals(options.paths, hints=self.hints))
        self.progress = Progress(total=sum(not isinstance(found, LeftOut) for found in self.originals))
        # what was handed to the steps and has not come back, in order; a file's end stands behind its reports
        self.pending: deque[tuple[str, Read | None, Original, bool]] = deque()
        self.open: tuple[str, str] | None = None  # path and hints of the file that is marked as started

    def run(self) -> int:
        settings = settings_of(self.options)
        try:
            for found in read_reports(self._reports(), settings=settings, jobs=self.options.jobs):
                hints, read_, original, _ = self._next_report()
                assert read_ is not None
                if isinstance(found, Failure):
                    self._fail(found, original)
                    continue
                self.counts[self.case.add(found, read_.data)] += 1
                self.progress.reading(found)
                self._not_to_blame(original.path, hints)
        except KeyboardInterrupt:
            if self.open is not None:
                self._not_to_blame(*self.open)
            raise
        self._finish_files()
        left = self.counts["failed before"] + self.counts["stuck"]
        if left:
            print(
                f"{left} files failed before and were not opened; `sayso failed {safe(self.options.case)}` says why,"
                " --retry tries them again",
                file=sys.stderr,
            )
        return self.progress.done()

    def _not_to_blame(self, path: str, hints: str) -> None:
        """Of a file that is still being read: what comes out of it is in the case, or a person ends the reading."""
        if self.open == (path, hints):
            self.case.opened_file(path, hints=hints)
            self.open = None

    def _next_report(self) -> tuple[str, Read | None, Original, bool]:
        self._finish_files()
        return self.pending.popleft()

    def _finish_files(self) -> None:
        while self.pending and self.pending[0][1] is None:
            hints, _, original, failed = self.pending.popleft()
            self.case.finish_file(original.path, hints=hints, failed=failed)

    def _fail(self, failure: Failure, original: Original | None) -> None:
        self.case.add_failure(
            failure.path, failure.reader, failure.reason, failure.try_, failure.sha256,
            file=original.path if original else None,
        )  # fmt: skip
        self.counts["failed"] += 1
        self.progress.failure(failure)

    def _leave_out(self, found: LeftOut) -> None:
        self.counts["left out"] += 1
        self.progress.left_out(found)

    def _reports(self) -> Iterator[Report]:
        for found in self.originals:
            if isinstance(found, LeftOut):
                self._leave_out(found)
                continue
            self.progress.originals += 1
            self.progress.show()
            if isinstance(found, Failure):
                self._fail(found, None)
            else:
                yield from self._file(found)

    def _file(self, original: Original) -> Iterator[Report]:
        hints = f"{READERS_VERSION} {hashlib.sha256(repr(original.hints).encode()).hexdigest()[:16]}"
        size, modified, digest = _facts(original)
        if not self.case.has_read(original.path, sha256=digest, hints=hints):
            self.worker.start()  # before the file is marked: should it not come up, no file is to blame
        answer = self.case.begin_file(
            original.path, size=size, modified=modified, sha256=digest, hints=hints, retry=self.options.retry
        )
        if answer in ("failed", "stuck"):
            self.counts["failed before" if answer == "failed" else answer] += 1
            self.progress.failures += 1
            return
        if answer == "known":
            self.counts["known files"] += 1
            self.progress.known += 1
            return
        self.open = original.path, hints
        reports = failures = 0
        for found in self.worker(original, hints=self.hints):
            if isinstance(found, LeftOut):
                self._leave_out(found)
                continue
            if isinstance(found, Failure):
                failures += 1
                self._fail(found, original)
                continue
            reports += 1
            report = found.report
            if self.case.knows(report.id, report.sha256, report.paths):
                self.counts["known"] += 1
                self.progress.known += 1
                continue
            self.pending.append((hints, found, original, False))
            yield report
        self.open = None
        self.case.opened_file(original.path, hints=hints)
        self.pending.append((hints, None, original, failures > 0 and not reports))


def _facts(original: Original) -> tuple[int, float, str]:
    """Size, time of change and SHA-256 of a file; nothing where it cannot be read."""
    try:
        digest = hashlib.sha256()
        size = 0
        with original.open() as stream:
            while chunk := stream.read(2**20):
                digest.update(chunk)
                size += len(chunk)
        modified = original.file.stat().st_mtime if original.file is not None else 0.0
    except OSError:
        return 0, 0.0, ""
    return size, modified, digest.hexdigest()


# asking


def show(options: argparse.Namespace) -> int:
    """Lists and counts of what the case holds, or its events by date."""
    if options.timeline:
        return timeline(options)
    with open_case(options.case, read_only=True) as case:
        what = options.what or ("outlets", "dates", "languages", "speakers")
        for name in what if isinstance(what, tuple) else (what,):
            rows = case.show(name, filters_of(options))
            if options.json:
                print_json(rows if isinstance(what, str) else {name: rows})
            else:
                _table(name, rows, options.limit or 20)
    return OK


def _table(name: str, rows: list[dict[str, Any]], limit: int) -> None:
    print(f"{name}: {len(rows)}")
    columns = [column for column in (rows[0] if rows else ()) if column not in ("sha256", "read", "url")]
    table = [columns, *([_cell(row.get(column)) for column in columns] for row in rows[:limit])]
    widths = [min(44, max(len(line[i]) for line in table)) for i in range(len(columns))]
    for line in table if rows else ():
        print(("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))).rstrip())
    if len(rows) > limit:
        print(f"  ... and {len(rows) - limit} more; --json gives all, --limit N so many")


def _cell(value: Any) -> str:
    return "" if value is None else safe(str(value))


def said(options: argparse.Namespace, who: str) -> int:
    """What someone said, oldest first."""
    count = 0
    with open_case(options.case, read_only=True) as case:
        for found in case.said(who, options.about or None, filters_of(options)):
            score = found.statement.score
            if score is not None and score < (options.min_score or 0):
                continue
            count += 1
            print_json(_said_dict(found)) if options.json else print(_said_lines(found) + "\n")
    print(f"{count} statements", file=sys.stderr)
    return OK


def _said_dict(found: Said) -> dict[str, Any]:
    out = {**asdict(found.statement), "report": found.report.id, "outlet": found.report.outlet}
    out |= {"published": found.report.published, "url": found.report.url, "paths": list(found.report.paths)}
    return {key: value for key, value in out.items() if value not in (None, "")}


def _said_lines(found: Said) -> str:
    report, statement = found.report, found.statement
    manner = "" if statement.manner == "says" else f"  ({statement.manner})"
    sentence = safe(statement.sentence)
    content = safe(statement.content)
    if use_colour():
        for part in content.split(" … "):
            sentence = sentence.replace(part, f"\x1b[4m{part}\x1b[0m", 1)
    where = safe(report.paths[0]) if report.paths else report.id
    chain = safe(statement.chain or "(nobody named)")
    date = (report.published or "no date")[:10]
    return f"{date}  {chain}{manner}\n    {sentence}\n    {where}:{statement.start}-{statement.end}"


def search(options: argparse.Namespace) -> int:
    """Reports that hold all the words, the best first."""
    with open_case(options.case, read_only=True) as case:
        hits = case.search(" ".join(options.words), filters_of(options), limit=options.limit)
        for hit in hits:
            if options.json:
                print_json({
                    "report": hit.report.id, "outlet": hit.report.outlet, "published": hit.report.published,
                    "title": hit.report.title, "snippet": hit.snippet, "start": hit.start, "end": hit.end,
                    "matches": hit.matches, "score": round(hit.score, 4), "paths": hit.report.paths,
                })  # fmt: skip
            else:
                print(_hit_lines(hit) + "\n")
    print(f"{len(hits)} reports", file=sys.stderr)
    return OK


def _hit_lines(hit: Hit) -> str:
    before, after = ("\x1b[1m", "\x1b[0m") if use_colour() else ("[", "]")
    out, position = [], hit.start
    for start, end in hit.matches:
        if hit.start <= start and end <= hit.end:
            out.append(safe_keeping_ends(hit.snippet[position - hit.start : start - hit.start]))
            out.append(before + safe(hit.snippet[start - hit.start : end - hit.start]) + after)
            position = end
    out.append(safe_keeping_ends(hit.snippet[position - hit.start :]))
    row = hit.report
    head = f"{(row.published or 'no date')[:10]}  {safe(row.outlet or 'unknown outlet')}  {safe(row.title or '')}"
    return (
        f"{head}\n    {''.join(out).strip()}\n    {safe(row.paths[0]) if row.paths else row.id}:{hit.start}-{hit.end}"
    )


def failed(options: argparse.Namespace) -> int:
    """What could not be read, with its reason."""
    with open_case(options.case, read_only=True) as case:
        rows = case.show("failures")
    if options.json:
        print_json(rows)
        return OK
    for row in rows:
        advice = f"; {safe(row['try'])}" if row.get("try") else ""
        print(f"{safe(row['path'])}: {safe(row['reason'])}{advice}")
    print(f"{len(rows)} failures", file=sys.stderr)
    return OK


def export(options: argparse.Namespace) -> int:
    """The case as CSV or JSON lines; from a damaged case what is left."""
    lost: list[str] = []
    out = sys.stdout.buffer
    with open_case(options.case, read_only=True, damaged="salvage") as case:
        for finding in case.damage:
            lost.append(str(finding))
        for piece in export_pieces(case, options.form, filters_of(options), bom=options.bom, on_lost=lost.append):
            out.write(piece)
    for what in lost:
        print(safe(what), file=sys.stderr)
    return SOME_FAILED if lost else OK


def check(options: argparse.Namespace) -> int:
    """Every span, every hash, the log's chain; a fault is a line, and the status is 1."""
    faults = 0
    writable = os.access(options.case, os.W_OK)  # an index can be checked only by who may write
    with open_case(options.case, read_only=not writable, damaged="salvage") as case:
        for finding in case.check():
            faults += finding.fault
            if options.json:
                print_json(asdict(finding))
            else:
                print(("" if finding.fault else "note: ") + safe(str(finding)))
    print(f"{faults} faults" if faults else "clean", file=sys.stderr)
    return SOME_FAILED if faults else OK


# deciding


def set_report(options: argparse.Namespace) -> int:
    """Mend what was read wrongly of a report; a judgement beside the reading."""
    fields = {}
    for name in ("outlet", "agency", "published", "title", "byline", "url", "lang"):
        value = getattr(options, name)
        if value is not None:
            fields[name] = value or None
    if not fields:
        raise UsageError(
            "set: nothing to set; give --outlet, --published, --title, --agency, --byline, --url or --lang"
        )
    with open_case(options.case) as case, case.logged("set", options={"report": options.report, **fields}):
        judgement = case.set_report(_report_id(case, options.report), why=options.why, **fields)
    print_json({"judgement": judgement.id}) if options.json else print(f"judgement {judgement.id}")
    return OK


def judge(options: argparse.Namespace) -> int:
    """Add a judgement of any verb."""
    value: Any = options.value
    if value is not None:
        try:
            value = json.loads(value)
        except ValueError:
            value = options.value  # a bare word is itself
    with open_case(options.case) as case, case.logged("judge", options={"verb": options.verb}):
        judgement = case.judge(options.verb, options.subjects, value, options.why)
    print_json({"judgement": judgement.id}) if options.json else print(f"judgement {judgement.id}")
    return OK


def _report_id(case: Case, named: str) -> str:
    """The id of a report named by its id, the head of it, or its path."""
    found = [row.id for row in case.reports() if row.id.startswith(named) or named in row.paths]
    if len(found) != 1:
        what = f"{len(found)} reports are" if found else "no report is"
        raise UsageError(f"set: {what} called {named!r}; `sayso show CASE reports` lists ids and paths")
    return found[0]


def log(options: argparse.Namespace) -> int:
    """Who did what to the case, oldest first."""
    with open_case(options.case, read_only=True) as case:
        for row in case.log():
            if options.json:
                print_json(asdict(row))
            else:
                counts = ", ".join(f"{name} {count}" for name, count in row.counts.items())
                what = f"{row.command} {row.state}  {safe(counts)}"
                print(f"{row.number}  {row.at}  {safe(row.by)}  {what}  {row.hash[:12]}")
    return OK


def config(options: argparse.Namespace) -> int:
    """Settings of a case, and what the command line would use; KEY=VALUE sets, KEY= takes out."""
    with open_case(options.case, read_only=not options.settings) as case:
        for setting in options.settings:
            key, equals, value = setting.partition("=")
            if not equals or not key:
                raise UsageError(f"config: {setting!r}; expected KEY=VALUE, such as originals=false")
            case.configure(key, value or None)
        held = dict(case.config)
    environment = {key: value for key, value in os.environ.items() if key.startswith("SAYSO_")}
    if options.json:
        print_json({"case": held, "environment": environment})
    else:
        for key, value in sorted(held.items()):
            print(f"{safe(key)} = {safe(value)}")
        for key, value in sorted(environment.items()):
            print(f"{safe(key)} = {safe(value)}  (environment)")
    return OK
