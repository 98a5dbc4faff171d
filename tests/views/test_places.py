"""Places as rows: what a map counts, and how certain it is."""

from __future__ import annotations

import pytest
from make_readings import make_reading

from sayso.case import open_case
from sayso.store.base import RowQuery
from sayso.values.findings import Argument, Claim, Event, Place
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.places import PlaceSpot, place_rows, read_spot
from sayso.views.tables import TABLES

TEXT = "Rain fell in Tarn. Baghdad denied it. The Tarn Herald asked in Springfield, near nowhere."


def reading() -> Reading:
    report = Report.of(TEXT, outlet="Daily")

    def place(words: str, use: str, score: float | None, **more: object) -> Place:
        start = TEXT.rindex(words)
        return Place(f"{report.id}/p{start}", report.span(start, start + len(words)), use, score=score, **more)  # type: ignore[arg-type]

    tarn = Place(
        f"{report.id}/p13", report.span(13, 17), "place", "geonames:1", "Tarn", "FR", 43.7954, 2.27, score=0.95
    )
    here = Argument("place", report.span(10, 17), report.span(13, 17))
    fell = Event(f"{report.id}/e5", (report.span(5, 9),), (here,), place=tarn.id)
    claim = Claim(f"{report.id}/c0", fell.id, (), (report.span(0, 18),))
    return Reading(
        report, ("places.v1", "events.v1"), events=(fell,), claims=(claim,),
        places=(
            tarn, place("Baghdad", "government", 0.9, latitude=33.3, longitude=44.4), place("Tarn", "in_name", 1.0),
            place("Springfield", "place", 0.3, name="Springfield", country="US", latitude=39.8, longitude=-89.6),
            place("nowhere", "place", None),
        ),
    )  # fmt: skip


def test_a_row_is_a_place_and_no_government_and_no_part_of_a_name() -> None:
    rows = place_rows(reading())
    assert [(row.name, row.spot, row.events) for row in rows] == [
        ("Tarn", "43.795 2.270 FR Tarn", 1), ("Springfield", "? 39.800 -89.600 US Springfield", 0), ("nowhere", "", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("spot", ["", "?", "? ", "1 2", "x 2 FR Tarn", "1 y FR Tarn"])
def test_what_is_no_spot_is_none(spot: str) -> None:
    assert read_spot(spot) is None


def test_a_spot_says_all_its_parts() -> None:
    assert read_spot("-1.500 0.000 - Camp of the   spaces") == PlaceSpot("Camp of the   spaces", "", -1.5, 0.0, True)


def test_a_case_counts_and_finds_places() -> None:
    with open_case(":memory:") as case:
        case.add(reading())
        case.add(make_reading(1)[0])
        counts = {count.value: count.rows for count in case.store.count("places", "spot")}
        assert counts == {"43.795 2.270 FR Tarn": 1, "? 39.800 -89.600 US Springfield": 1, "": 1}
        found = case.rows(RowQuery("places", equal=(("spot", "43.795 2.270 FR Tarn"),)))
        assert [row.words for _, row in found] == ["Tarn"]
    assert "places" in {spec.name for spec in TABLES}
