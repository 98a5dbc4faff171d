"""Reports: the list of all, one with what was found in it marked, its original, and one claim of it to be cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from starlette.responses import Response

from sayso.store.effects import CORRECTABLE
from sayso.values.case import ReportRow, Said
from sayso.values.reading import Reading
from sayso.views.columns import STATEMENTS
from sayso.views.events import EventRow, event_rows
from sayso.views.evidence import shown as evidence_words
from sayso.views.names import Names
from sayso.views.statements import statements_of
from sayso.web.marking import anchor_of, first_pieces, paragraphs
from sayso.web.shown import Looking, NotHere, Shown, attributes

ID: Final = re.compile(r"[0-9a-f]{16}\Z")
THING: Final = re.compile(r"[a-z][0-9]+[a-z]*\Z")
LISTED: Final = attributes(
    "published outlet title statements lang read path url id sha256",
    published="date",
    statements="integer",
    read="flag",
)
FOUND: Final = tuple(column for column in STATEMENTS if column.name not in ("path", "url"))


def show_all(looking: Looking) -> Shown:
    """The reports of the case, a page of them."""
    case, filters = looking.case, looking.filters()
    total = looking.quick(("reports", filters), lambda: case.count_reports(filters))

    def part(limit: int | None, skip: int) -> Iterable[ReportRow]:
        return case.reports(filters, limit=limit, skip=skip)

    sheet = looking.sheet("reports", "Reports", LISTED, total, part, chosen="date of publication, then outlet")
    return Shown("Reports", "reports.html", (sheet,), context={"outlets": outlets(looking)})


def outlets(looking: Looking) -> list[str]:
    """The names of the outlets, for the filters."""
    return looking.quick(
        "outlet names", lambda: [str(row["outlet"]) for row in looking.case.show("outlets") if row["outlet"]]
    )


def show(looking: Looking) -> Shown:
    """One report."""
    row, reading = _found(looking)
    statements, events = (looking.case.store.rows(table, row.id) for table in ("statements", "events"))
    text = paragraphs(reading, statements, events)
    shown_to = text[-1].end if text else 0
    said = [Said(row, one) for one in statements]
    return Shown(
        row.title or row.path or row.id, "report.html",
        (looking.of_list("statements", "Statements", FOUND, said, chosen="place in the text", most=len(said) or 1),),
        about=_about(row, reading),
        context={
            "row": row, "reading": reading, "paragraphs": text, "links": first_pieces(text), "names": Names(reading),
            "labels": {label.id: label for label in reading.labels},
            "left_out": max(0, len(reading.report.text.rstrip()) - shown_to), "anchor": anchor_of,
            "outlets": outlets(looking),
        },
    )  # fmt: skip


def original(looking: Looking) -> Response:
    """The original's bytes to be saved: never shown, for a browser might run them."""
    row = _row(looking)
    data = looking.case.original(row.id)
    if data is None:
        raise NotHere("The case does not keep this original; the report's paths say where it was.")
    name = re.sub(r"[^A-Za-z0-9.-]+", "_", row.path.rpartition("/")[2])[-80:].lstrip(".") or "original"
    return Response(
        data, media_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{row.id}_{name}"', "Content-Security-Policy": "sandbox",
        },
    )  # fmt: skip


def claim(looking: Looking) -> Shown:
    """One statement or event with its sentences, chain and place: what a footnote names."""
    row, reading = _found(looking)
    local = looking.parts["thing"]
    if not THING.match(local):
        raise NotHere(f"{local!r} is no id of a thing in a report.")
    thing = _meant(reading, row.id, local)
    statement, event = (
        next((one for one in looking.case.store.rows(table, row.id) if one.id == thing), None)
        for table in ("statements", "events")
    )
    rejected = statement is None and event is None
    if rejected:  # what was rejected is in no list any more, but a footnote that names it still leads here
        reading = looking.case.store.reading(row.id)
        thing = _meant(reading, row.id, local)
        statement = next((one for one in statements_of(reading) if one.id == thing), None)
        event = next((one for one in event_rows(reading) if one.id == thing), None)
    held: Any = statement or event
    if held is None:
        raise NotHere(f"Report {row.id} has no statement or event {local}.")
    spans = event.evidence if event is not None else ()
    if not spans:
        spans = tuple((s.start, s.end) for one in reading.claims if one.about == thing for s in one.evidence)
    text = reading.report.text
    sentences = [(start, end, evidence_words(text, start, end)) for start, end in spans]
    return Shown(
        "Claim", "claim.html",
        about={
            "id": thing, "report": row.id, "sha256": row.sha256, "outlet": row.outlet, "published": row.published,
            "chain": held.chain, "start": held.start, "end": held.end, "steps": list(reading.steps),
            "evidence": [{"start": start, "end": end, "text": text[start:end]} for start, end, _ in sentences],
            **(_told_of(event) if event is not None else {"cue": held.cue, "content": held.content}),
        },
        context={
            "row": row, "statement": statement, "event": event, "sentences": sentences, "local": local, "thing": thing,
            "correctable": CORRECTABLE, "rejected": rejected,
        },
    )  # fmt: skip


def _meant(reading: Reading, report: str, local: str) -> str:
    """The id of the thing that an id within a report means, its own or that of its claim."""
    told = next((one for one in reading.claims if one.id == f"{report}/{local}"), None)
    return told.about if told is not None else f"{report}/{local}"


def _told_of(event: EventRow) -> dict[str, Any]:
    names = (
        "who",
        "what",
        "whom",
        "type",
        "mode",
        "when",
        "earliest",
        "latest",
        "place",
        "how_many",
        "state",
        "factuality",
    )
    return {name: value for name in names if (value := getattr(event, name))}


def _row(looking: Looking) -> ReportRow:
    report = looking.parts["report"]
    row = looking.case.store.find(report) if ID.match(report) else None
    if row is None:
        raise NotHere(f"There is no report {report}.")
    if row.erased:
        raise NotHere(f"Report {report} was erased; its id and what was judged of it stay.")
    return row


def _found(looking: Looking) -> tuple[ReportRow, Reading]:
    row = _row(looking)
    return row, looking.reading(row.id)


def _about(row: ReportRow, reading: Reading) -> dict[str, Any]:
    report = reading.report
    told = {
        "id": row.id, "title": row.title, "outlet": row.outlet, "published": row.published, "lang": row.lang,
        "url": row.url, "media": row.media, "sha256": row.sha256, "paths": list(row.paths), "byline": report.byline,
        "agencies": [credit.agency for credit in report.credits], "steps": list(reading.steps), "kept": row.kept,
        "characters": len(report.text),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value not in (None, "", [])}
