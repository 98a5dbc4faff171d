"""A reading's places as rows: where something is told to be, with its point on the map and how certain that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.values.findings import Place
from sayso.values.reading import Reading
from sayso.values.rows import RowSpec

# Of the score, which is how likely the chosen place is among all of its name. In LGL, GeoWebNews and GeoVirus, by
# `is_right` of benchmarks/tasks/places.py, 226 of 389 places below lie where they should, and 4,310 of 4,540 others.
CERTAIN_FROM: Final = 0.6
UNCERTAIN: Final = "?"  # what a spot begins with whose place is not certain


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place where a report names it. What is absent is "" or None.

    words       as the report has them
    name        the gazetteer's, else the words
    spot        latitude, longitude, country and name, by which a map counts, "?" in front where it is not certain; ""
                for a place of which no point is known
    events      how many events of the report are told to be there
    """

    id: str
    words: str
    name: str
    country: str
    gazetteer: str
    spot: str
    latitude: float | None
    longitude: float | None
    score: float | None
    events: int
    start: int
    end: int


def place_rows(reading: Reading) -> list[PlaceRow]:
    """The rows of a reading, one a mention of a place, in the order of the text.

    What stands for a government or for people, and what is part of a name, is no place.

    >>> from sayso import Place, Report
    >>> report = Report.of("It rained in Baghdad.")
    >>> place = Place(report.id + "/p13", report.span(13, 20), "place", "geonames:98182", "Baghdad", "IQ", 33.34, 44.4)
    >>> [row] = place_rows(Reading(report, places=(place,)))
    >>> row.spot, row.events
    ('33.340 44.400 IQ Baghdad', 0)
    """
    events = Counter(event.place for event in reading.events if event.place and not event.part_of)
    return [_row(place, events[place.id]) for place in reading.places if place.use == "place"]


def _row(place: Place, events: int) -> PlaceRow:
    words = " ".join(place.span.text.split())
    name, country = place.name or words, place.country or ""
    spot = ""
    if place.latitude is not None and place.longitude is not None:
        spot = f"{place.latitude:.3f} {place.longitude:.3f} {country or '-'} {name}"
        spot = spot if place.score is None or place.score >= CERTAIN_FROM else f"{UNCERTAIN} {spot}"
    return PlaceRow(
        place.id, words, name, country, place.gazetteer or "", spot, place.latitude, place.longitude, place.score,
        events, place.span.start, place.span.end,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """What a spot says: see PlaceRow."""

    name: str
    country: str
    latitude: float
    longitude: float
    certain: bool


def read_spot(spot: str) -> PlaceSpot | None:
    """The parts of a spot; None where it is none.

    >>> read_spot("? 33.340 44.400 IQ Camp Ashraf")
    PlaceSpot(name='Camp Ashraf', country='IQ', latitude=33.34, longitude=44.4, certain=False)
    >>> read_spot("33 x") is None
    True
    """
    certain = not spot.startswith(f"{UNCERTAIN} ")
    pieces = (spot if certain else spot[2:]).split(" ", 3)
    try:
        latitude, longitude, country, name = float(pieces[0]), float(pieces[1]), pieces[2], pieces[3]
    except (ValueError, IndexError):
        return None
    return PlaceSpot(name, "" if country == "-" else country, latitude, longitude, certain)


PLACES: Final = RowSpec("places", PlaceRow, place_rows, searched=("words",), filtered=("spot", "name"))
