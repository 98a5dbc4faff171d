"""A map of places: a circle for each, its area by how much is told of it; what is uncertain is drawn as uncertain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts import land
from sayso.web.charts.chart import NARROW, WIDE, Chart, legend, svg
from sayso.web.charts.labels import Box, Labels
from sayso.web.charts.markup import element, linked

MOST: Final = 150  # circles
LEAST_RADIUS: Final = 4.0
LARGEST_RADIUS: Final = 26.0
SHAPE: Final = {WIDE: 480.0, NARROW: 260.0}  # width -> height in pixels
SOURCE: Final = "Land and borders: Natural Earth; borders are those in fact, whoever claims them."
LEGEND: Final = (
    ("mark spot", "a place; the larger, the more is told of it"),
    ("mark spot uncertain", "not certain which place is meant"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and how much is told of it.

    uncertain   it is not certain that this place is meant; `why` says why in words
    """

    name: str
    latitude: float
    longitude: float
    count: int = 1
    href: str = ""
    uncertain: bool = False
    why: str = ""


def place_map(
    spots: Sequence[Spot], *, title: str, key: str = "map", total: int | None = None, chosen: str = "the most events",
    most: int = MOST,
) -> Chart:  # fmt: skip
    """The places, the part of the world around them; total: how many there are, where `spots` are not all."""
    real = [
        spot for spot in spots
        if math.isfinite(spot.latitude) and math.isfinite(spot.longitude) and abs(spot.latitude) <= 90
        and abs(spot.longitude) <= 180
    ]  # fmt: skip
    kept = sorted(real, key=lambda spot: (-spot.count, spot.name, spot.latitude, spot.longitude))[:most]
    uncertain = sum(spot.uncertain for spot in kept)
    about = (
        f"{len(kept)} places, {uncertain} of them not certain. The area of a circle is how much is told of the place. "
        "Each circle links to what it shows."
    )
    drawn = {
        name: _drawing(kept, f"{key}-{name}", title, about, width)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    count = len(real) if total is None else total
    rows = [_row(spot) for spot in kept]
    held = legend(*LEGEND)
    return Chart("map", title, drawn["wide"], drawn["narrow"], len(kept), count, chosen, rows, held)


def _row(spot: Spot) -> dict[str, Any]:
    return {
        "place": spot.name, "latitude": spot.latitude, "longitude": spot.longitude, "count": spot.count,
        "uncertain": spot.uncertain, "why": spot.why, "href": spot.href,
    }  # fmt: skip


def _drawing(kept: Sequence[Spot], key: str, title: str, about: str, width: float) -> Markup:
    places = [(spot.latitude, spot.longitude) for spot in kept]
    size = (width, SHAPE[width])
    frame = land.Frame.around(places, *size) if places else land.Frame.world(*size)
    height = frame.height
    filled, lines = land.paths(frame)
    parts = [
        element("rect", x=0, y=0, width=width, height=height, class_="sea"),
        element("path", d=filled, class_="land"),
        element("path", d=lines, class_="border"),
    ]
    largest = max((spot.count for spot in kept), default=1)
    scale = min(1.0, width / WIDE + 0.3)
    labels = Labels(Box(2, 2, width - 2, height - 16))
    circles = []
    for spot in kept:
        x, y = frame.at(spot.latitude, spot.longitude)
        radius = max(LEAST_RADIUS, LARGEST_RADIUS * scale * math.sqrt(spot.count / max(largest, 9)))
        labels.mark(x, y, radius * 0.8)
        circles.append((spot, x, y, radius))
    for spot, x, y, radius in circles:  # the largest first, so that the small ones lie above and can be reached
        name = f"{spot.name}?" if spot.uncertain else spot.name
        label = labels.put(name, x, y, radius, most=110 if width < WIDE else 150, class_="label halo")
        words = f"{spot.name}: {spot.count:,}" + (
            f"; not certain{': ' + spot.why if spot.why else ''}" if spot.uncertain else ""
        )
        kind = "spot uncertain" if spot.uncertain else "spot"
        parts.append(
            linked(spot.href, words, element("circle", cx=x, cy=y, r=radius, class_=kind), label, class_="place")
        )
    parts.append(element("text", SOURCE if width == WIDE else SOURCE.partition(";")[0], x=width - 6, y=height - 5,
                         text_anchor="end", class_="credit halo"))  # fmt: skip
    return svg(key, title, about, width, height, *parts, class_="map")
