"""Make the map's land and borders, src/sayso/web/charts/data/land.npz, from Natural Earth.

usage: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
       python tools/land_outline.py package

`world-atlas` is Natural Earth 4.1 (public domain) as TopoJSON. Two scales are kept: 1:110 million for the world, and
1:50 million, thinned, for a part of it. Each is a set of lines: rings of land, and borders, which two countries share.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "src" / "sayso" / "web" / "charts" / "data" / "land.npz"
STEPS: Final = 180  # of a degree: 0.006 degrees are 600 metres
# Scale -> how far a point may lie beside the line that is kept, in degrees, and how large an island must be.
SCALES: Final = {"110m": (0.05, 0.0), "50m": (0.02, 0.02)}
Points = NDArray[np.float64]


def decoded(topology: dict[str, Any]) -> list[Points]:
    """The arcs in degrees, longitude and latitude."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(np.array(arc), axis=0) * scale + move for arc in topology["arcs"]]


def thinned(line: Points, tolerance: float) -> Points:
    """The line without points that lie nearer than `tolerance` to what is kept (Douglas and Peucker 1973)."""
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        inner, chord = line[first + 1 : last] - line[first], line[last] - line[first]
        length = float(np.hypot(*chord))
        if length:
            far = np.abs(inner[:, 0] * chord[1] - inner[:, 1] * chord[0]) / length
        else:
            far = np.hypot(inner[:, 0], inner[:, 1])
        worst = int(far.argmax())
        if far[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            stack += [(first, middle), (middle, last)]
    return line[keep]


def joined(ring: list[int], arcs: list[Points]) -> Points:
    """A ring made of arcs; one with a negative number is run backwards."""
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
    return np.concatenate([part if i == 0 else part[1:] for i, part in enumerate(parts)])


def unrolled(ring: Points) -> list[Points]:
    """A ring that crosses 180 degrees, once on each side of the map; one around the pole is closed along it."""
    jumps = np.concatenate([[0], np.cumsum(-360 * np.rint(np.diff(ring[:, 0]) / 360))])
    whole = ring + np.column_stack([jumps, np.zeros(len(ring))])
    if jumps[-1]:
        pole = -90.0 if ring[:, 1].mean() < 0 else 90.0
        ends = [[whole[-1, 0], pole], [whole[0, 0], pole], whole[0]]
        whole = np.concatenate([whole, ends])
    shifts = [shift for shift in (-360, 0, 360) if whole[:, 0].max() + shift > -180 and whole[:, 0].min() + shift < 180]
    return [whole + (shift, 0) for shift in shifts]


def polygons(shape: dict[str, Any]) -> Iterator[list[list[int]]]:
    """The polygons of a shape, each a list of rings of arcs."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from polygons(part)
    elif shape["type"] == "Polygon":
        yield shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        yield from shape["arcs"]


def lines_of(topology: dict[str, Any], tolerance: float, smallest: float) -> tuple[list[Points], list[Points]]:
    """Rings of land and borders between countries, thinned; `smallest` is an area in square degrees."""
    whole = decoded(topology)
    arcs = [thinned(arc, tolerance) for arc in whole]
    rings = []
    for polygon in polygons(topology["objects"]["land"]):
        for ring in polygon:
            line = joined(ring, arcs)
            x, y = line[:, 0], line[:, 1]
            if len(line) > 3 and abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2 >= smallest:
                rings += unrolled(line)
    used: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        own = {
            number if number >= 0 else ~number for polygon in polygons(country) for ring in polygon for number in ring
        }
        used.update(own)
    return rings, [arcs[number] for number, count in sorted(used.items()) if count > 1]


def main(arguments: list[str]) -> int:
    """Read the files of world-atlas, write OUT."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    arrays: dict[str, NDArray[np.int32]] = {}
    for scale, (tolerance, smallest) in SCALES.items():
        topology = json.loads(Path(arguments[0], f"countries-{scale}.json").read_text(encoding="utf-8"))
        for kind, lines in zip(("land", "borders"), lines_of(topology, tolerance, smallest), strict=True):
            points = np.rint(np.concatenate(lines) * STEPS).astype(np.int32)
            lengths = np.array([len(line) for line in lines])
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
            steps[starts] = points[starts]  # each line begins with its place; the rest are steps, which pack well
            arrays[f"{kind}_{scale}"] = steps.astype(np.int32)
            arrays[f"{kind}_{scale}_lengths"] = lengths.astype(np.int32)
            print(f"{kind} {scale}: {len(lines)} lines, {len(points)} points")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(OUT, **arrays)  # type: ignore[arg-type]  # one of its own arguments is a bool
    print(f"{OUT.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
