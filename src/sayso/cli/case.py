"""Commands on a case: read, show, said, search, failed, export, check, set, log, config."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from typing import Any

import msgspec

from sayso.case import Case, Filters, open_case
from sayso.cli.events import timeline
from sayso.cli.progress import Progress
from sayso.cli.reading import use_colour
from sayso.errors import UsageError
from sayso.export import export as export_pieces
from sayso.values.case import Hit, Said
from sayso.views.marked import safe, safe_keeping_ends

OK, SOME_FAILED = 0, 1


def filters_of(options: argparse.Namespace) -> Filters:
    """The reports that the options mean."""
    return Filters(outlet=options.outlet, since=options.since, until=options.until, lang=options.lang)


def print_json(value: Any) -> None:
    """One value as JSON, on one line."""
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


# reading


def read(options: argparse.Namespace) -> int:
    """Add to a case all that is new under the paths."""
    progress = Progress()
    with open_case(options.case, create=True) as case:
        if options.no_originals:
            case.configure("originals", "false")
        counts = case.read(
            options.paths, meta=options.meta, outlet=options.outlet, outlet_from=options.outlet_from,
            published=options.published, places=options.places, min_score=options.min_score, jobs=options.jobs,
            limit=options.limit, limit_memory=options.limit_memory, retry=options.retry,
            on_progress=progress.ingest,
        )  # fmt: skip
    if counts.failed_before or counts.stuck:
        print(
            f"{counts.failed_before + counts.stuck} files failed before and were not opened; `sayso failed"
            f" {safe(options.case)}` says why, --retry tries them again",
            file=sys.stderr,
        )
    return progress.done()


# asking


def show(options: argparse.Namespace) -> int:
    """Lists and counts of what the case holds, or its events by date."""
    if options.timeline:
        return timeline(options)
    with open_case(options.case, read_only=True) as case:
        what = options.what or ("outlets", "dates", "languages", "speakers")
        for name in what if isinstance(what, tuple) else (what,):
            rows = [dict(row) for row in case.show(name, filters_of(options))]
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
        rows = [dict(row) for row in case.show("failures")]
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
