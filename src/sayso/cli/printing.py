"""What commands print for people and for programs, each kind of row in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.case import Case, Filters
from sayso.cli.options import Narrowing
from sayso.errors import SaysoError, UsageError
from sayso.text.printable import safe, safe_keeping_ends
from sayso.values.case import Hit, ReportRow, Said
from sayso.values.reading import Reading
from sayso.views.events import EventRow, Happened
from sayso.views.marked import marked_sentences
from sayso.views.statements import LINK

if TYPE_CHECKING:
    from sayso.extract.attributions import Explained

NOBODY: Final = "(nobody named)"
NO_DATE: Final = "no date told"
WIDEST_CELL: Final = 44  # code points; a longer cell runs over its column


def print_json(value: Any) -> None:
    """Print one value as JSON, on one line."""
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def tell(message: str) -> None:
    """Print a line on standard error."""
    print(message, file=sys.stderr)


def use_colour() -> bool:
    """Whether standard output is a terminal whose user wants colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_table(name: str, rows: list[dict[str, Any]], limit: int) -> None:
    """Print a list of a case: its name, how many rows, and the first of them in columns."""
    print(f"{name}: {len(rows)}")
    columns = [column for column in (rows[0] if rows else ()) if column not in ("sha256", "read", "url")]
    table = [columns, *([_cell(row.get(column)) for column in columns] for row in rows[:limit])]
    widths = [min(WIDEST_CELL, max(len(line[i]) for line in table)) for i in range(len(columns))]
    for line in table if rows else ():
        print(("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))).rstrip())
    if len(rows) > limit:
        print(f"  ... and {len(rows) - limit} more; --json gives all, --limit N so many")


def _cell(value: Any) -> str:
    return "" if value is None else safe(str(value))


# which reports are meant


def filters_of(case: Case, narrowing: Narrowing) -> Filters:
    """The reports that the options mean; an outlet in any letter case. UsageError for an outlet that is not there."""
    outlet = narrowing.outlet
    if outlet is not None:
        there = [str(row["outlet"]) for row in case.show("outlets") if row["outlet"]]
        if outlet not in there:
            same = [name for name in there if name.casefold() == outlet.casefold()]
            if len(same) != 1:
                listed = ", ".join(safe(name) for name in sorted(same or there)) or "none"
                raise UsageError(f"no outlet {outlet!r} in this case; there are: {listed}")
            outlet = same[0]
    if narrowing.since and narrowing.until and narrowing.since > narrowing.until + "-99":
        raise UsageError(f"nothing lies between {narrowing.since} and {narrowing.until}; give the earlier date first")
    return Filters(outlet=outlet, since=narrowing.since, until=narrowing.until, lang=narrowing.lang)


def report_called(case: Case, named: str) -> str:
    """The id of the report of this id, head of an id, or path; UsageError if it is none, or several."""
    found = [row.id for row in case.reports() if (named and row.id.startswith(named)) or named in row.paths]
    if len(found) != 1:
        what = f"{len(found)} reports are" if found else "no report is"
        raise UsageError(f"{what} called {named!r}; `sayso show {case.store.name} reports` lists ids and paths")
    return found[0]


def tell_unread(case: Case, filters: Filters) -> None:
    """Say how many of these reports are in languages that are not read: nothing in them is found."""
    unread = {row["language"] or "?": row["not_read"] for row in case.show("languages", filters) if row["not_read"]}
    if unread:
        count = sum(unread.values())
        languages = ", ".join(f"{safe(name)} {number}" for name, number in sorted(unread.items()))
        tell(f"{count} {'report is' if count == 1 else 'reports are'} in a language that is not read: {languages}")


# statements


def said_dict(found: Said) -> dict[str, Any]:
    """A statement and its report as JSON; what is empty is absent."""
    out = {**asdict(found.statement), **_about(found.report)}
    return {key: value for key, value in out.items() if value not in (None, "")}


def said_lines(found: Said, reading: Reading | None, *, ids: bool = False, reason: str = "") -> str:
    """A statement for people: its date and chain, its sentences with their words marked, and where it stands.

    reason    why it was found, in a line
    reading   that it is from; without it (it is damaged, say) the sentences stand unmarked in one line
    """
    report, statement = found.report, found.statement
    attribution = claim = None
    if reading is not None:
        attribution = next((one for one in reading.attributions if one.id == statement.id), None)
        claim = next((one for one in reading.claims if one.about == statement.id), None)
    if reading is not None and attribution is not None and claim is not None:
        sentences = marked_sentences(reading, attribution, claim.evidence, colour=use_colour())
    else:
        sentences = [safe(statement.sentence)]
    chain = [safe(name) for name in (statement.chain, "" if statement.speaker else NOBODY) if name]
    manner = "" if statement.manner == "says" else f"  ({statement.manner})"
    return "\n".join((
        f"{(report.published or 'no date')[:10]}  {LINK.join(chain)}{manner}",
        *(f"    {sentence}" for sentence in sentences),
        *((f"    why: {reason}",) if reason else ()),
        f"    {where(report, statement.start, statement.end)}" + (f"  id {statement.id}" if ids else ""),
    ))  # fmt: skip


class Readings:
    """The readings of a case by the ids of their reports; the last one is kept, for the statements that follow."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.last: Reading | None = None
        self.id = ""

    def of(self, report_id: str) -> Reading | None:
        """The reading, None if it is damaged or was just erased."""
        if self.id != report_id:
            self.id = report_id
            try:
                self.last = self.case.reading(report_id)
            except (KeyError, SaysoError):
                self.last = None
        return self.last


# why a statement was found


def explained_dict(one: Explained) -> dict[str, Any]:
    """How a statement came about, as JSON; what is empty is absent."""
    out = {**msgspec.to_builtins(one), "weighed": dict(one.weighed)}
    return {key: value for key, value in out.items() if value not in (None, "", [], {})}


def explained_lines(one: Explained) -> str:
    """How a statement came about, for people: its parts, what the model and the rules said, what removed it."""
    said = " ".join(
        f"{before}{safe(' … '.join(span.text for span in spans))}{after}"
        for before, spans, after in (("{", one.source, "}"), ("<", one.cue, ">"), ("[", one.content, "]"))
        if spans
    )
    state = f"removed by {one.removed_by}" if one.removed_by is not None else f"kept  {one.id}"
    return f"{said}\n    {state}\n    {why(one)}"


def why(one: Explained) -> str:
    """How sure the model was, how likely it is right and what weighed most, and the rules, in one line."""
    parts = [f"model {one.model_score:.2f}" if one.model_score is not None else "found by a rule"]
    if one.chance is not None:
        weighed = ", ".join(f"{name} {value:+.1f}" for name, value in one.weighed)
        parts.append(f"chance {one.chance:.2f}" + (f" ({weighed})" if weighed else ""))
    parts.append(f"rules: {', '.join(one.rules)}" if one.rules else "no rule")
    return "; ".join(parts)


# events


def event_dict(found: Happened) -> dict[str, Any]:
    """An event and its report as JSON; what is empty is absent."""
    out = {**asdict(found.event), "sentences": found.event.sentences(found.text)}
    del out["whos"], out["whoms"]
    out |= _about(found.report)
    return {key: value for key, value in out.items() if value not in (None, "", (), [])}


def event_lines(found: Happened, *, ids: bool = False) -> str:
    """An event for people: who did what to whom, its circumstances, the chain, the sentences, and where they stand."""
    event = found.event
    about = [part for part in (event.when, event.place, event.how_many) if part]
    lines = [
        f"{(found.report.published or 'no date')[:10]}  {deed(event)}  [{kind(event)}]",
        f"    {safe(event.chain or '(the report; its outlet is not known)')}",
        *((f"    {safe(' | '.join(about))}",) if about else ()),
        *(f"    {safe(sentence)}" for sentence in event.sentences(found.text)),
        f"    {where(found.report, event.start, event.end)}" + (f"  id {event.id}" if ids else ""),
    ]
    return "\n".join(lines)


def report_line(report: ReportRow) -> str:
    """A report in one line: its day, its outlet, its title or its file."""
    title = report.title or (report.paths[0] if report.paths else report.id)
    return f"{(report.published or 'no date')[:10]}  {safe(report.outlet or 'outlet not known')}: {safe(title)}"


def timeline_line(found: Happened) -> str:
    """An event in one line: its days, what was done, and who says so."""
    event = found.event
    first, last = event.earliest, event.latest
    days = first if first == last else f"{first or '..'}/{last or '..'}"
    days = days or NO_DATE
    place = f", {safe(event.place)}" if event.place else ""
    return f"{days:21}  {deed(event)}{place}  [{kind(event)}]  {safe(event.chain or 'outlet not known')}"


def deed(event: EventRow) -> str:
    """Who did what to whom: "the Front: attacked -> two guards"; "?" for who it is if the report does not tell."""
    return f"{safe(event.who) or '?'}: {safe(event.what)}" + (f" -> {safe(event.whom)}" if event.whom else "")


def kind(event: EventRow) -> str:
    """Type, mode and state, with the words that make it so: "ASSAULT firearms, denied: 'never'"."""
    words = " ".join(part for part in (event.type, event.mode) if part)
    state = event.state.replace("_", " ")
    because = f": {safe(event.because)!r}" if event.because and event.state != "done" else ""
    return ", ".join(part for part in (words, state + because) if part)


# reports found by their words


def hit_dict(hit: Hit) -> dict[str, Any]:
    """A report found by its words, as JSON."""
    return {
        "report": hit.report.id, "outlet": hit.report.outlet, "published": hit.report.published,
        "title": hit.report.title, "snippet": hit.snippet, "start": hit.start, "end": hit.end,
        "matches": hit.matches, "score": round(hit.score, 4), "paths": hit.report.paths,
    }  # fmt: skip


def hit_lines(hit: Hit, *, ids: bool = False) -> str:
    """A report found by its words, for people: date, outlet, title, a stretch with the words marked, and its place."""
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
    place = where(row, hit.start, hit.end) + (f"  id {row.id}" if ids else "")
    return f"{head}\n    {''.join(out).strip()}\n    {place}"


def where(report: ReportRow, start: int, end: int) -> str:
    """The place of something: the path of its report, its id if it has none, and the characters."""
    return f"{safe(report.path) if report.path else report.id}:{start}-{end}"


def _about(report: ReportRow) -> Mapping[str, Any]:
    return {
        "report": report.id, "outlet": report.outlet, "published": report.published, "url": report.url,
        "paths": list(report.paths),
    }  # fmt: skip
