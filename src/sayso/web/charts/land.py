"""Land and borders of a part of the world as paths: Natural Earth, bundled, so that no map asks another machine.

`tools/land_outline.py` makes the data. The projection is equirectangular, its parallels drawn to scale at the middle of
the map.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

STEPS: Final = 180  # of a degree, as tools/land_outline.py writes them
FINE_BELOW: Final = 70.0  # degrees of longitude: a smaller part of the world is drawn from the finer data
AWAY: Final = 4.0  # pixels outside the drawing to which shapes go on, so that its edge shows no line
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is drawn, and how large.

    west, east, south, north   degrees
    width, height              pixels
    """

    west: float
    east: float
    south: float
    north: float
    width: float
    height: float

    @classmethod
    def around(cls, spots: Sequence[tuple[float, float]], width: float, height: float, least: float = 8.0) -> Frame:
        """The frame that shows all spots (latitude, longitude) with a margin, at least `least` degrees wide.

        >>> frame = Frame.around([(36.2, 43.9), (33.3, 44.4)], 960, 480)
        >>> frame.west < 43.9 < frame.east, round(frame.east - frame.west, 1)
        (True, 11.3)
        """
        south, north = min(lat for lat, _ in spots), max(lat for lat, _ in spots)
        west, east = min(lon for _, lon in spots), max(lon for _, lon in spots)
        middle = (south + north) / 2
        squeeze = max(0.35, math.cos(math.radians(min(70.0, abs(middle)))))  # a degree east in degrees north
        wide = max((east - west) * 1.3, least, (north - south) * 1.6 * (width / height) / squeeze)
        if wide >= 300:
            return cls.world(width, height)
        high = wide * squeeze * height / width
        if high > 150:
            return cls.world(width, height)
        west = min(max((west + east) / 2 - wide / 2, -180.0), 180.0 - wide)
        south = min(max(middle - high / 2, -89.0), 84.0 - high)
        return cls(west, west + wide, south, south + high, width, height)

    @classmethod
    def world(cls, width: float, height: float) -> Frame:
        """All of it but the pole of Antarctica, as high as it is at this width."""
        return cls(-180, 180, -86, 84, width, min(height, width * 170 / 360))

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The pixels of a place."""
        return (longitude - self.west) * self.per_degree_east, (self.north - latitude) * self.per_degree_north

    @property
    def per_degree_east(self) -> float:
        """Pixels of a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def per_degree_north(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / (self.north - self.south)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a place lies within the drawing."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


@functools.lru_cache(maxsize=64)
def paths(frame: Frame) -> tuple[str, str]:
    """The land as a filled path and the borders as a line, clipped to the frame, to half a pixel."""
    scale = "50m" if frame.east - frame.west < FINE_BELOW else "110m"
    land: list[str] = []
    borders: list[str] = []
    for kind, into in ((f"land_{scale}", land), (f"borders_{scale}", borders)):
        for line, low, high in _lines(kind):
            if low[0] > frame.east or high[0] < frame.west or low[1] > frame.north or high[1] < frame.south:
                continue
            pixels = (line - (frame.west, frame.north)) * (frame.per_degree_east, -frame.per_degree_north)
            if kind.startswith("land"):
                into.append(_path(_thinned(_clipped(pixels, frame.width, frame.height)), "Z"))
            else:
                into += [_path(_thinned(part), "") for part in _visible(pixels, frame.width, frame.height)]
    return "".join(land), "".join(borders)


@functools.cache
def _data() -> dict[str, Any]:
    file = importlib.resources.files("sayso.web.charts") / "data" / "land.npz"
    with importlib.resources.as_file(file) as path, np.load(path) as held:
        return dict(held)


@functools.cache
def _lines(kind: str) -> list[tuple[Points, Points, Points]]:
    """Lines in degrees, longitude and latitude, each with its lowest and highest corner."""
    steps, lengths = _data()[kind], _data()[f"{kind}_lengths"]
    found, start = [], 0
    for length in lengths.tolist():
        line = np.cumsum(steps[start : start + length], axis=0) / STEPS
        found.append((line, line.min(axis=0), line.max(axis=0)))
        start += length
    return found


def _clipped(ring: Points, width: float, height: float) -> Points:
    """The ring cut at the edges of the drawing (Sutherland and Hodgman 1974)."""
    for axis, bound, sign in ((0, -AWAY, 1), (0, width + AWAY, -1), (1, -AWAY, 1), (1, height + AWAY, -1)):
        if len(ring) == 0:
            return ring
        depth = sign * (ring[:, axis] - bound)
        inside = depth >= 0
        if inside.all():
            continue
        before, depth_before, was_inside = np.roll(ring, 1, axis=0), np.roll(depth, 1), np.roll(inside, 1)
        crosses = inside != was_inside
        share = np.divide(depth_before, depth_before - depth, out=np.zeros_like(depth), where=crosses)
        cuts = before + share[:, None] * (ring - before)
        both = np.empty((2 * len(ring), 2))
        both[0::2], both[1::2] = cuts, ring
        keep = np.empty(2 * len(ring), dtype=bool)
        keep[0::2], keep[1::2] = crosses, inside
        ring = both[keep]
    return ring


def _visible(line: Points, width: float, height: float) -> list[Points]:
    """The runs of a line that touch the drawing, with a point more at either end."""
    x, y = line[:, 0], line[:, 1]
    inside = (x > -AWAY) & (x < width + AWAY) & (y > -AWAY) & (y < height + AWAY)
    near = inside.copy()
    near[1:] |= inside[:-1]
    near[:-1] |= inside[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], near, [False]]).astype(np.int8)))
    return [line[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _thinned(line: Points) -> Points:
    """The line without points that fall on the one before, to half a pixel."""
    if len(line) < 3:
        return line
    cells = np.rint(line * 2)
    keep = np.ones(len(line), dtype=bool)
    keep[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    keep[-1] = True
    return line[keep]


def _path(line: Points, end: str) -> str:
    """A path in whole and half pixels, each point as the step from the one before."""
    if len(line) < 2:
        return ""
    cells = np.rint(line * 2).astype(np.int64)
    steps = np.diff(cells, axis=0)
    pieces = [f"M{_half(cells[0, 0])} {_half(cells[0, 1])}l"]
    pieces.append(" ".join(f"{_half(x)} {_half(y)}" for x, y in steps.tolist()))
    return "".join(pieces) + end


def _half(count: int) -> str:
    return str(count // 2) if count % 2 == 0 else f"{count / 2:.1f}"
