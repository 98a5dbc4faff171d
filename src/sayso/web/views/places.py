"""Where: the map of all places that reports name, and each place where it is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.case import Filters
from sayso.store.base import RowQuery
from sayso.values.case import ReportRow
from sayso.views.answers import Column
from sayso.views.evidence import shown as evidence_words
from sayso.views.places import UNCERTAIN, PlaceRow, read_spot
from sayso.web.charts import Spot, figure, standalone
from sayso.web.drawn import spots_map, spots_of
from sayso.web.shown import Looking, NotHere, Shown
from sayso.web.views.first import counts_of
from sayso.web.views.reports import outlets

Named = tuple[ReportRow, PlaceRow, str, int]  # a place in a report, the words around it, and where these begin
AROUND: Final = 160  # code points of the words around a place
POINTS: Final = ("places", "spot")  # table and column of what the map counts
SPOTS: Final[tuple[Column[Spot], ...]] = (
    Column("place", lambda spot: spot.name), Column("named", lambda spot: spot.count, "integer"),
    Column("uncertain", lambda spot: spot.uncertain, "flag"), Column("latitude", lambda spot: spot.latitude, "number"),
    Column("longitude", lambda spot: spot.longitude, "number"),
)  # fmt: skip
NAMED: Final[tuple[Column[Named], ...]] = (
    Column("published", lambda named: named[0].published, "date"), Column("outlet", lambda named: named[0].outlet),
    Column("place", lambda named: named[1].name), Column("words", lambda named: named[1].words),
    Column("country", lambda named: named[1].country), Column("score", lambda named: named[1].score, "number"),
    Column("events", lambda named: named[1].events, "integer"), Column("around", lambda named: named[2]),
    Column("report", lambda named: named[0].id), Column("id", lambda named: named[1].id),
    Column("gazetteer", lambda named: named[1].gazetteer), Column("start", lambda named: named[1].start, "integer"),
    Column("end", lambda named: named[1].end, "integer"),
)  # fmt: skip


def show_map(looking: Looking) -> Shown:
    """The places on a map, and in a table."""
    filters = looking.filters()
    spots, nowhere = looking.quick(("spots", filters), lambda: _spots(looking, filters))
    chart = looking.quick(("map", filters), lambda: spots_map(spots, title="Where: the places that reports name"))
    sheet = looking.of_list("places", "Places", SPOTS, spots, chosen="how often they are named")
    return Shown(
        "Map", "map.html", (sheet,), about={"without_a_point": nowhere},
        context={"drawing": figure(chart), "nowhere": nowhere, "outlets": outlets(looking)},
        files={"svg": ("image/svg+xml", lambda: standalone(chart))},
    )  # fmt: skip


def _spots(looking: Looking, filters: Filters) -> tuple[list[Spot], int]:
    """The places with a point, and how often one without a point is named."""
    counts = counts_of(looking, *POINTS)
    asked = {"outlet": filters.outlet, "since": filters.since, "until": filters.until, "lang": filters.lang}
    return spots_of(counts, asked), sum(count.rows for count in counts if not count.value)


def show_named(looking: Looking) -> Shown:
    """Where reports name one place, or the places of which no point is known."""
    at, name, filters = looking.words("at"), looking.words("name"), looking.filters()
    queries = [RowQuery("places", equal=(("spot", spot),)) for spot in _meant(looking, at, name)]

    def rows() -> list[tuple[ReportRow, PlaceRow]]:
        found = [pair for query in queries for pair in looking.case.rows(query, filters)]
        return sorted(
            found, key=lambda pair: (pair[0].published or "9", pair[0].outlet or "", pair[0].id, pair[1].start)
        )

    held = looking.quick(("named", at, name, filters), rows)

    def part(limit: int | None, skip: int) -> Iterable[Named]:
        known, text = "", ""  # of the report of the last place
        for row, place in held[skip : None if limit is None else skip + limit]:
            if known != row.id:
                known, text = row.id, looking.case.store.text(row.id) or ""
            yield (row, place, *_around(text, place))

    sheet = looking.sheet("places", "Where it is named", NAMED, len(held), part, chosen="date of publication")
    called = name if at else "Places of which no point is known"
    return Shown(called, "places.html", (sheet,), about={"place": name, "at": at}, context={"name": called})


def _meant(looking: Looking, at: str, name: str) -> list[str]:
    """The spots of a point and name, certain and uncertain ones; [""] for the places without a point."""
    if not at:
        return [""]
    spots = looking.quick("all spots", lambda: [count.value for count in looking.case.store.count("places", "spot")])
    found = [
        spot for spot in spots
        if spot.removeprefix(f"{UNCERTAIN} ").startswith(f"{at} ") and (place := read_spot(spot)) and place.name == name
    ]  # fmt: skip
    if not found:
        raise NotHere(f"No report names {name!r} at {at}; the map leads to all places.")
    return found


def _around(text: str, place: PlaceRow) -> tuple[str, int]:
    """The words around a place in its line, and where they begin."""
    start = max(0, place.start - AROUND)
    start = text.rfind("\n", start, place.start) + 1 or start
    end = text.find("\n", place.end, place.end + AROUND)
    end = end if end >= 0 else min(len(text), place.end + AROUND)
    return evidence_words(text, start, end), start
