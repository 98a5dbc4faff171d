"""Events as the rows of POLECAT: one a pair of actor and recipient, under the names of its columns.

docs/reference/event-rows.md tells what each column holds, and what is left empty and why. The columns that POLECAT has
none of (how certain it is, on whose say-so, where it is written) stand at the end, so that a program that knows
POLECAT's finds them where they are. Source: Halterman and others (2023), "PLOVER and POLECAT".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.values.findings import Event, Place
from sayso.values.reading import Reading
from sayso.values.terms import QUAD
from sayso.views.codes import Codes
from sayso.views.events import EventRow, event_rows
from sayso.views.names import Names
from sayso.world.country_codes import COUNTRIES

COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    "Earliest", "Latest", "State", "Factuality", "Because", "Say-So", "Sentence", "Report", "Start", "End",
)  # fmt: skip
MOST: Final = 20  # pairs of one event; more come only from a list
HYPOTHETICAL: Final = frozenset({"hypothetical", "not_yet"})  # PLOVER's context for what did not happen, or not yet
Row = dict[str, object]


def polecat_rows(reading: Reading) -> Iterator[Row]:
    """The rows of a reading's events that have a PLOVER type, with the keys of COLUMNS; what is not known is absent."""
    story = _story(reading)
    parties = _Parties(reading)
    rows = {row.id: row for row in event_rows(reading)}
    places = {place.id: place for place in reading.places}
    for event in reading.events:
        row = rows.get(event.id)
        if row is None or not row.type:  # it has none, or is told by the word of another event too
            continue
        common = _about(event, row, reading.report.text) | _where(places.get(event.place or "")) | story
        pairs = [(a, r) for a in event.actors or (None,) for r in event.recipients or (None,)]
        for actor, recipient in pairs[:MOST]:
            yield common | parties.of("Actor", actor) | parties.of("Recipient", recipient)


def _about(event: Event, row: EventRow, text: str) -> Row:
    contexts = [*event.context, *(("hypothetical",) if event.state in HYPOTHETICAL else ())]
    return {
        "Event ID": event.id,
        "Event Date": row.earliest if row.earliest == row.latest else "",
        "Event Type": row.type,
        "Event Mode": row.mode,
        "Quad Code": QUAD[row.type].upper(),
        "Contexts": ";".join(dict.fromkeys(contexts)),
        "Version": row.version,
        "Earliest": row.earliest,
        "Latest": row.latest,
        "State": event.state,
        "Factuality": event.factuality,
        "Because": row.because,
        "Say-So": row.chain,
        "Sentence": " ".join(row.sentences(text)),
        "Start": row.start,
        "End": row.end,
    }


def _where(place: Place | None) -> Row:
    if place is None:
        return {}
    source, _, number = (place.gazetteer or "").partition(":")
    return {
        "Placename": place.name,
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": number if source == "geonames" else "",
        "Raw Placename": place.span.text,
    }


def _story(reading: Reading) -> Row:
    """What is the same for all events of a report."""
    report = reading.report

    def named(*schemas: str) -> str:
        return ";".join(dict.fromkeys(e.name for e in reading.entities if e.name and e.schema in schemas))

    return {
        "Source": report.outlet,
        "Publication Date": (report.published or "")[:10],
        "Story People": named("Person"),
        "Story Organizations": named("Organization", "PublicBody", "LegalEntity"),
        "Story Locations": ";".join(dict.fromkeys(place.name for place in reading.places if place.name)),
        "Language": report.lang,
        "Report": report.id,
    }


class _Parties:
    """Who acts and who is acted upon, in POLECAT's columns."""

    def __init__(self, reading: Reading) -> None:
        self.names = Names(reading)
        self.words: Mapping[str, str] = {mention.id: mention.span.text for mention in reading.mentions}
        spoken = [place for place in reading.places if place.use in ("government", "demonym", "in_name")]
        starts = {place.span.start: place for place in spoken if place.country}
        codes = Codes(reading)
        self.sectors: dict[str, str] = {}  # by mention; the first of an entity is the primary one
        for entity in reading.entities:
            told = ";".join(code.code for code in codes.of(entity) if code.code not in COUNTRIES)
            self.sectors |= dict.fromkeys(entity.mentions, told)
        self.country: dict[str, str] = {}
        for mention in reading.mentions:
            for position in range(mention.span.start, min(mention.span.end, mention.span.start + 200)):
                place = starts.get(position)
                if place is not None and mention.span.covers(place.span):
                    self.country[mention.id] = place.country or ""
                    break

    def of(self, side: str, mention: str | None) -> Row:
        """Name, country, sectors, title and words of one; nothing for nobody."""
        if mention is None:
            return {}
        return {
            f"{side} Name": self.names.of(mention),
            f"{side} Country": self.country.get(mention),
            f"Primary {side} Sector": self.sectors.get(mention, "").partition(";")[0],
            f"{side} Sectors": self.sectors.get(mention),
            f"{side} Title": self.names.role_of(mention),
            f"{side} Name Raw": self.words[mention],
        }
