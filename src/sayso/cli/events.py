"""Commands on a case's events: who did what to whom, and when."""

from __future__ import annotations

import argparse
import itertools
import sys
from dataclasses import asdict
from typing import Any, Final

import msgspec

from sayso.case import Case, EventQuery, Filters, open_case
from sayso.errors import UsageError
from sayso.values.terms import MODES
from sayso.views.events import EventRow, Happened
from sayso.views.marked import safe

OK: Final = 0
ALL: Final = "ALL"
OFTEN: Final = 10  # kinds of events that are named where nothing was found
ANY: Final = EventQuery(type="any")


def query_of(options: argparse.Namespace) -> EventQuery:
    """The events that the options mean; UsageError for a type that PLOVER has not."""
    kind = (options.type or "any").upper()
    if kind not in (*MODES, ALL, "ANY"):
        raise UsageError(f"{options.type!r} is no type; expected {ALL} or one of {', '.join(MODES)}")
    return EventQuery(
        who=options.who,
        whom=options.whom,
        type={"ANY": "any", ALL: ""}.get(kind, kind),
        state=options.state or "",
        between=tuple(options.between) if options.between else None,
    )


def events(options: argparse.Namespace) -> int:
    """Who did what to whom, oldest report first."""
    query, filters = query_of(options), _filters(options)
    count = 0
    with open_case(options.case, read_only=True) as case:
        for found in itertools.islice(case.events(query, filters), options.limit):
            count += 1
            _print_json(event_dict(found)) if options.json else print(event_lines(found) + "\n")
        if not count:
            print(_advice(case, query, filters), file=sys.stderr)
    print(f"{count} events", file=sys.stderr)
    return OK


def timeline(options: argparse.Namespace) -> int:
    """The dated events of a case in the order of their dates, then how many have none."""
    filters = _filters(options)
    with open_case(options.case, read_only=True) as case:
        count = 0
        dated = EventQuery(type="any", dated=True, by_date=True)
        for found in itertools.islice(case.events(dated, filters), options.limit):
            count += 1
            if options.json:
                _print_json(event_dict(found))
            else:
                print(timeline_line(found))
        undated = sum(1 for _ in case.events(EventQuery(type="any", dated=False), filters))
    print(f"{count} dated events; {undated} more have no date: `sayso events` shows them", file=sys.stderr)
    return OK


def event_dict(found: Happened) -> dict[str, Any]:
    """An event and its report as JSON; what is empty is absent."""
    out = {**asdict(found.event), "sentences": found.event.sentences(found.text)}
    del out["whos"], out["whoms"]
    out |= {"report": found.report.id, "outlet": found.report.outlet, "published": found.report.published}
    out |= {"url": found.report.url, "paths": list(found.report.paths)}
    return {key: value for key, value in out.items() if value not in (None, "", (), [])}


def event_lines(found: Happened) -> str:
    """An event for people: who did what to whom, its circumstances, the chain, the sentences, and where they stand."""
    event = found.event
    about = [part for part in (event.when, event.place, event.how_many) if part]
    lines = [
        f"{(found.report.published or 'no date')[:10]}  {deed(event)}  [{kind(event)}]",
        f"    {safe(event.chain or '(the report; its outlet is not known)')}",
        *((f"    {safe(' | '.join(about))}",) if about else ()),
        *(f"    {safe(sentence)}" for sentence in event.sentences(found.text)),
        f"    {safe(found.report.path or found.report.id)}:{event.start}-{event.end}",
    ]
    return "\n".join(lines)


def timeline_line(found: Happened) -> str:
    """An event in one line: its days, what was done, and who says so."""
    event = found.event
    first, last = event.earliest, event.latest
    days = first if first == last else f"{first or '..'}/{last or '..'}"
    place = f", {safe(event.place)}" if event.place else ""
    return f"{days:21}  {deed(event)}{place}  [{kind(event)}]  {safe(event.chain or 'outlet not known')}"


def deed(event: EventRow) -> str:
    """ "the Front: attacked -> two guards"; a place is left for who or whom is not told."""
    return f"{safe(event.who) or '?'}: {safe(event.what)}" + (f" -> {safe(event.whom)}" if event.whom else "")


def kind(event: EventRow) -> str:
    """ "ASSAULT firearms, denied by 'never'": type, mode and state, with the words that make it so."""
    words = " ".join(part for part in (event.type, event.mode) if part)
    state = event.state.replace("_", " ")
    because = f": {safe(event.because)!r}" if event.because and event.state != "done" else ""
    return ", ".join(part for part in (words, state + because) if part)


def _advice(case: Case, query: EventQuery, filters: Filters) -> str:
    """What to try where nothing was found: what there is, or what narrows too much."""
    narrowed = [f"--{name}" for name in ("who", "whom", "type", "state", "between") if getattr(query, name)]
    if query.type == "any":
        narrowed.remove("--type")
    kinds: dict[str, int] = {}
    for found in case.events(ANY, filters):
        kinds[found.event.type] = kinds.get(found.event.type, 0) + 1
    if not kinds:
        return "the case holds no events of these reports; `sayso show` lists what was read, `sayso read` reads more"
    often = ", ".join(f"{name} {count}" for name, count in sorted(kinds.items(), key=lambda k: -k[1])[:OFTEN])
    less = f"; leave out one of {', '.join(narrowed)}" if len(narrowed) > 1 else ""
    return f"nothing fits{less}. There are: {often}. A name must be written as in the reports; --type ALL looks wider"


def _filters(options: argparse.Namespace) -> Filters:
    return Filters(outlet=options.outlet, since=options.since, until=options.until, lang=options.lang)


def _print_json(value: Any) -> None:
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
