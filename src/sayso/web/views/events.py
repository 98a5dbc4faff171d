"""Who did what to whom: events by who, whom, type and state, the timeline, and the places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from sayso.case import EventQuery
from sayso.case.asking import event_query
from sayso.errors import UsageError
from sayso.values.rows import Count
from sayso.values.terms import MODES, STATES
from sayso.web.charts import Chart, figure, standalone
from sayso.web.charts.density import EARLIER, LATER, bars
from sayso.web.drawn import events_over_time, events_timeline
from sayso.web.shown import Looking, Shown
from sayso.web.views.first import counts_of
from sayso.web.views.reports import outlets

KINDS: Final = ("any", "ALL", *MODES)
DATES: Final = ("events", "earliest")  # table and column of what is counted over time


def query_of(looking: Looking, *, dated: bool | None = None) -> EventQuery:
    """The events that an address means."""
    given = {name: looking.words(name) for name in ("who", "whom", "first", "last", "state")}
    between = None
    if given["first"] or given["last"]:
        between = (given["first"] or given["last"], given["last"] or given["first"])
    kind = looking.words("type") or "any"
    if kind not in KINDS:
        raise UsageError(f"type is {kind!r}; expected one of {', '.join(KINDS)}")
    main = bool(looking.words("main"))
    return event_query(given["who"], given["whom"], kind, given["state"] or None, between, dated, main)


def show(looking: Looking) -> Shown:
    """Events, by the dates of their reports."""
    found = looking.case.events(query_of(looking), looking.filters())
    sheet = looking.table("events", "Events", found, chosen="date of publication, main events of a report first")
    context = _choices(looking) | {"timeline": False, "drawings": [], "window": None}
    return Shown("Events", "events.html", (sheet,), context=context)


def timeline(looking: Looking) -> Shown:
    """Dated events in the order of their own dates: of the time that the reports cover, unless dates are asked."""
    everything, filters = replace(query_of(looking, dated=True), by_date=True), looking.filters()
    window = _covered(looking) if everything.between is None and not looking.words("all") else None
    meant, outside = everything, 0
    if window is not None:
        within = replace(everything, between=window)
        inside = _count(looking, within)
        if inside:
            meant, outside = within, _count(looking, everything) - inside
        else:
            window = None
    found = looking.case.events(meant, filters)
    sheet = looking.table("events", "Dated events", found, chosen="their own dates")
    rest = replace(everything, dated=False)
    undated = _count(looking, rest)

    def chart() -> Chart:
        return events_timeline(sheet.rows, title="Timeline: events by their own dates", total=sheet.total)

    asked = tuple(sorted(looking.given.items()))
    drawings = looking.quick(("timeline", asked), lambda: [*_over_time(looking), figure(chart())] if sheet.rows else [])
    return Shown(
        "Timeline", "events.html", (sheet,), about={"undated": undated, "outside": outside},
        context=_choices(looking)
        | {"timeline": True, "undated": undated, "drawings": drawings, "window": window, "outside": outside},
        files={"svg": ("image/svg+xml", lambda: standalone(chart()))},
    )  # fmt: skip


def _count(looking: Looking, query: EventQuery) -> int:
    """How many events a query means, of the reports that are asked for."""
    filters = looking.filters()
    return looking.quick(("events", query, filters), lambda: len(looking.case.events(query, filters)))


def _covered(looking: Looking) -> tuple[str, str] | None:
    """The time that the reports cover: from the first day of publication to the last.

    Where no day is known, the time in which most dated events lie; None where there are none.
    """

    def covered() -> tuple[str, str] | None:
        counts = [count for count in looking.case.show("outlets") if count["first"]]
        if counts:
            return min(count["first"] for count in counts)[:10], max(count["last"] for count in counts)[:10]
        made = bars({count.value: count.rows for count in _dated_counts(looking)})
        made = [bar for bar in made if not bar.name.startswith((EARLIER, LATER))]
        return (made[0].first, made[-1].last) if made else None

    return looking.quick(("covered", looking.filters()), covered)


def _dated_counts(looking: Looking) -> Sequence[Count]:
    return counts_of(looking, *DATES)


def _over_time(looking: Looking) -> list[Markup]:
    """How many events there are over time, of all kinds: there where nothing is asked but of which reports."""
    if any(looking.words(name) for name in ("who", "whom", "type", "state", "first", "last", "main")):
        return []
    return [figure(events_over_time(_dated_counts(looking), dict(looking.given, type="ALL")))]


def _choices(looking: Looking) -> dict[str, object]:
    return {"outlets": outlets(looking), "types": tuple(MODES), "states": STATES}
