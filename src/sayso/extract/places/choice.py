"""Which of the places that bear a name is meant: all the names of a report are decided together.

Each name is a group of candidates. A candidate is the likelier the more people live there, the more of the report's
other names lie in its district, region and country, and the nearer they are to it; "Paris, Texas" settles a name by
itself. The groups' probabilities are worked out three times over, each time from those before.

Source: the combination follows Leidner (2007), "Toponym resolution in text", chapter 4 (one sense a discourse, minimal
distance, containment, population); the weights were found by trying on half of LGL, GeoWebNews and GeoVirus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.world.earth import great_circle
from sayso.world.gazetteer import CONTINENT, COUNTRY, DISTRICT, NONE, REGION, TOWN, Gazetteer, PlaceTable

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
MOST_CANDIDATES: Final = 150  # candidates of one name that are weighed, the most populous ones
MOST_GROUPS: Final = 500  # names that are decided together
ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence adds to a candidate's log odds."""

    population: float = 0.55
    country: float = 4.0
    region: float = 1.8
    district: float = -0.5
    area: float = 5.5
    alternate: float = -1.5
    in_country: float = 1.9
    in_region: float = 1.6
    in_district: float = 1.3
    near: float = 1.2
    near_km: float = 120.0
    told: float = 6.0
    same: float = 4.0
    asked: float = 3.0
    capital: float = 2.4
    great: float = -4.0


@dataclass(slots=True)
class NameGroup:
    """One name of a report, or one name with what stands after its comma.

    key      the normal name
    rows     candidates; `chief` says for each whether it is its chief name
    count    how often it stands in the report
    wanted   rows of which one should hold it ("Texas" after "Paris,"), empty where nothing was said
    holding  rows that hold what stands before the comma: "Texas" after "Paris,"
    kind     kind that the words beside it ask for ("Kirkuk province"), -1 for none
    """

    key: str
    rows: Ints
    chief: npt.NDArray[np.bool_]
    count: int = 1
    wanted: frozenset[int] = frozenset()
    holding: frozenset[int] = frozenset()
    kind: int = NONE
    bare: NameGroup | None = None
    chosen: int = NONE
    score: float = 0.0
    odds: Floats = field(default_factory=lambda: np.zeros(0))


def choose(groups: Sequence[NameGroup], gazetteer: Gazetteer, weights: Weights = Weights()) -> None:
    """Set `chosen` and `score` (probability, 0..1) of every group; rows beyond the file are the extra list's.

    Of more than MOST_GROUPS names so many at a time are decided together, in their order: each looks at all others.
    """
    known = [group for group in groups if len(group.rows)]
    for start in range(0, len(known), MOST_GROUPS):
        _choose(known[start : start + MOST_GROUPS], gazetteer, weights)


def _choose(groups: Sequence[NameGroup], gazetteer: Gazetteer, weights: Weights) -> None:
    table = gazetteer.columns(np.concatenate([group.rows for group in groups]))
    sizes = np.array([len(group.rows) for group in groups])
    owner = np.repeat(np.arange(len(groups)), sizes)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    prior = _prior(groups, table, weights) + weights.capital * np.isin(table.row, list(gazetteer.capitals))
    strength = np.log2(1.0 + np.array([group.count for group in groups], dtype=float))
    countries, country_of = np.unique(table.country, return_inverse=True)
    holders = np.where(table.kind == REGION, table.row, table.region)
    regions, region_of = np.unique(holders, return_inverse=True)
    seats = np.where(table.kind == DISTRICT, table.row, table.district)
    districts, district_of = np.unique(seats, return_inverse=True)
    odds = prior.copy()
    for _ in range(ROUNDS):
        share = _softmax(odds, starts, sizes)
        mass = share * strength[owner]
        odds = prior.copy()
        for label, labels, missing, weight in (
            (country_of, countries, NONE, weights.in_country),
            (region_of, regions, NONE, weights.in_region),
            (district_of, districts, NONE, weights.in_district),
        ):
            odds += weight * _support(label, labels == missing, owner, mass, len(groups))
        odds += weights.near * _nearness(table.latitude, table.longitude, owner, share, mass, starts, weights.near_km)
        for group, start, size in zip(groups, starts.tolist(), sizes.tolist(), strict=True):
            if group.bare is not None:
                best = int(group.rows[np.argmax(odds[start : start + size])])
                for other, begin, count in zip(groups, starts.tolist(), sizes.tolist(), strict=True):
                    if other is group.bare:
                        odds[begin : begin + count] += weights.same * (other.rows == best)
    share = _softmax(odds, starts, sizes)
    for group, start, size in zip(groups, starts.tolist(), sizes.tolist(), strict=True):
        best = int(np.argmax(odds[start : start + size]))
        group.chosen, group.score = int(group.rows[best]), float(share[start + best])
        group.odds = odds[start : start + size]


def _prior(groups: Sequence[NameGroup], table: PlaceTable, weights: Weights) -> Floats:
    odds = weights.population * table.population
    for kind, weight in ((COUNTRY, weights.country), (REGION, weights.region), (DISTRICT, weights.district)):
        odds = odds + weight * (table.kind == kind)
    odds = odds + weights.area * (table.kind >= CONTINENT)
    odds = odds + weights.alternate * ~np.concatenate([group.chief for group in groups])
    position = 0
    for group in groups:
        stretch = slice(position, position + len(group.rows))
        position = stretch.stop
        if group.wanted:
            wanted = list(group.wanted)
            inside = np.isin(table.row[stretch], wanted) | np.isin(-2 - table.country[stretch], wanted)
            inside |= np.isin(table.region[stretch], wanted) | np.isin(table.district[stretch], wanted)
            odds[stretch] += weights.told * inside
        if group.holding:
            odds[stretch] += weights.told * np.isin(table.row[stretch], list(group.holding))
        if group.kind != NONE:
            odds[stretch] += weights.asked * (table.kind[stretch] == group.kind)
        elif group.kind == NONE:
            # a great city that its own region is named after: "New York" alone is the city
            great = (table.kind[stretch] == TOWN) & (table.population[stretch] >= 6.0) & group.chief
            seats = table.region[stretch][great]
            odds[stretch] += weights.great * np.isin(table.row[stretch], seats[seats != NONE])
    return np.asarray(odds, dtype=np.float64)


def _softmax(odds: Floats, starts: Ints, sizes: Ints) -> Floats:
    top = np.repeat(np.maximum.reduceat(odds, starts), sizes)
    raised = np.exp(odds - top)
    return np.asarray(raised / np.repeat(np.add.reduceat(raised, starts), sizes))


def _support(label: Ints, none: npt.NDArray[np.bool_], owner: Ints, mass: Floats, groups: int) -> Floats:
    """log(1 + mass that the other groups have under each candidate's label)."""
    count = len(none)
    by_group = np.bincount(owner * count + label, weights=mass, minlength=groups * count).reshape(groups, count)
    total = by_group.sum(axis=0)
    others = total[label] - by_group[owner, label]
    return np.asarray(np.where(none[label], 0.0, np.log1p(np.maximum(others, 0.0))))


def _nearness(
    latitude: Floats, longitude: Floats, owner: Ints, share: Floats, mass: Floats, starts: Ints, scale: float
) -> Floats:
    """log(1 + mass of the other groups' best candidates, each fading with its distance)."""
    parts = np.split(share, starts[1:])
    best = np.array([start + int(np.argmax(part)) for start, part in zip(starts, parts, strict=True)])
    distance = great_circle(latitude[:, None], longitude[:, None], latitude[best][None, :], longitude[best][None, :])
    pull = np.exp(-distance / scale) * mass[best][None, :]
    pull[owner[:, None] == owner[best][None, :]] = 0.0
    return np.asarray(np.log1p(pull.sum(axis=1)))
