"""Distances on the earth's surface."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
EARTH_RADIUS_KM: Final = 6371.0


def great_circle(lat: Floats, lon: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Return kilometres along the surface between points in degrees, element by element (haversine).

    >>> bool(abs(great_circle(np.array([48.85]), np.array([2.35]), np.array([51.5]), np.array([-0.13]))[0] - 343) < 2)
    True
    """
    a, b, c, d = np.radians(lat), np.radians(lon), np.radians(lat2), np.radians(lon2)
    h = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(h))))
