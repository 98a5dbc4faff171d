"""What people judged of statements, in the form from which `training/attribution` learns: one report a line.

Accepted and corrected statements are right, rejected ones are wrong: the sentences of both are known. All the rest of a
report is set aside, for nobody has looked whether anything was missed there, or found that should not be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.store.effects import Decisions, by_report, decisions
from sayso.store.judging import in_force
from sayso.text.printable import escaped
from sayso.values.case import EVERYTHING, Filters
from sayso.values.findings import Attribution
from sayso.values.reading import Reading
from sayso.values.spans import Span

if TYPE_CHECKING:
    from sayso.case import Case

REVIEWED: Final = "reviewed"  # stands where a corpus has the name of an annotator; who judged stays in the case
UNKNOWN: Final = re.compile(b"\0+")


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """A line for each report of which a statement was judged, by date, outlet and id.

    name        the report's id
    text        whole; spans are code points of it, [start, end)
    ann         {"reviewed": the right statements, each with its spans of source, cue and content, style and manner}
    discard     spans that were not looked at
    rejected    the wrong statements, by the same spans; a trainer needs only that they are not among the right ones
    """
    judged = by_report(in_force(case.judgements()))
    for reading in case.readings(filters, on_lost=on_lost, as_read=True, among=judged):
        record = reviewed(reading, decisions(reading, judged[reading.report.id]))
        if record is not None:
            yield escaped(msgspec.json.encode(record).decode()) + "\n"


def reviewed(reading: Reading, decided: Decisions) -> dict[str, Any] | None:
    """The record of one report, see `lines`; None where no statement of it was judged.

    reading   as first read
    """
    right, wrong, unjudged = [], [], []
    for said in reading.attributions:
        if said.id in decided.rejected:
            wrong.append(said)
        elif said.id in decided.accepted or said.id in decided.corrections:
            corrected: dict[str, Any] = {**decided.corrections.get(said.id, {})}
            right.append(replace(said, **corrected))
        else:
            unjudged.append(said)
    if not right and not wrong:
        return None
    # a tagger learns a statement by its cue: one without a cue teaches nothing, and is not taught to be none either
    taught = [said for said in right if said.cue]
    known = bytearray(len(reading.report.text))
    for said in (*right, *wrong):
        _mark(known, (*_evidence(reading, said), *_spans(said)), 1)
    for said in (*unjudged, *(said for said in right if not said.cue)):
        _mark(known, _spans(said), 0)
    for said in taught:
        _mark(known, _spans(said), 1)
    return {
        "name": reading.report.id, "text": reading.report.text, "ann": {REVIEWED: [_record(said) for said in taught]},
        "discard": [found.span() for found in UNKNOWN.finditer(known)], "rejected": [_record(said) for said in wrong],
    }  # fmt: skip


def _spans(said: Attribution) -> tuple[Span, ...]:
    return (*said.source, *said.cue, *said.content)


def _evidence(reading: Reading, said: Attribution) -> tuple[Span, ...]:
    return tuple(span for claim in reading.claims if claim.about == said.id for span in claim.evidence)


def _mark(known: bytearray, spans: Iterable[Span], value: int) -> None:
    for span in spans:
        known[span.start : span.end] = bytes([value]) * (span.end - span.start)


def _record(said: Attribution) -> dict[str, Any]:
    pieces = {name: [(span.start, span.end) for span in getattr(said, name)] for name in ("source", "cue", "content")}
    return {"id": said.id, **pieces, "style": said.style, "manner": said.manner}
