"""How places are scored: names matched one to one, and right within 161 km or by their id."""

from __future__ import annotations

from typing import Any

from benchmarks.tasks import places
from sayso.values.findings import Place
from sayso.values.report import Report

REPORT = Report.of("Paris, Texas, is not Paris. Iraqi grain went there.")


def place(start: int, end: int, gazetteer: str, point: tuple[float, float]) -> Place:
    return Place(f"{REPORT.id}/p{start}", REPORT.span(start, end), "place", gazetteer, None, None, *point)


GOLD: list[dict[str, Any]] = [
    {"start": 0, "end": 5, "lat": 33.66, "lon": -95.56, "geonameid": 4717560},
    {"start": 7, "end": 12, "lat": 31.25, "lon": -99.25, "geonameid": 4736286},
    {"start": 21, "end": 26, "lat": 48.85, "lon": 2.35, "geonameid": 2988507},
    {"start": 28, "end": 33, "lat": None, "lon": None, "kind": "Demonym"},
]


def test_gold_against_itself_is_all_right() -> None:
    found = [place(t["start"], t["end"], f"geonames:{t['geonameid']}", (t["lat"], t["lon"])) for t in GOLD[:3]]
    held = places.tally(GOLD, found)

    assert (held["right"], held["found points"], held["gold points"], held["matched"]) == (3, 3, 3, 3)
    assert [score.value for score in places.scores("own", [held])] == [100.0, 100.0, 100.0]


def test_a_place_far_away_is_found_but_wrong_and_what_is_set_aside_costs_nothing() -> None:
    found = [place(0, 5, "geonames:1", (48.85, 2.35)), place(7, 12, "geonames:1", (31.3, -99.2))]
    found += [place(28, 33, "geonames:99237", (33.0, 44.0)), place(34, 39, "geonames:2", (0.0, 0.0))]
    held = places.tally(GOLD, found)

    assert (held["matched"], held["right"], held["found"], held["gold"]) == (2, 1, 3, 3)
