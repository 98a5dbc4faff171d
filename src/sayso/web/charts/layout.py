"""Places for the nodes of a network: a layout by forces, the same each time for the same network.

Who is tied lies near each other, friends nearer than enemies; the rest is pushed apart (Fruchterman and Reingold 1991).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]

ROUNDS: Final = 300
GOLDEN: Final = math.pi * (3 - math.sqrt(5))  # the angle by which the seeds of a sunflower follow each other
FRIENDS: Final = 0.8  # how far from each other, as a share of what each node has for itself
ENEMIES: Final = 1.5
EVEN: Final = 0.6  # the share that the order along each axis has in a place; the rest is the forces'
SEPARATIONS: Final = 200


def spread(
    count: int,
    ties: Sequence[tuple[int, int, int]],
    width: float,
    height: float,
    sizes: Sequence[tuple[float, float]],
) -> Places:
    """(count, 2) float64: x and y of each node, in pixels, between 0 and width or height.

    ties    (node, other node, sign +1 or -1)
    sizes   width and height of what is drawn around each node: node and label do not lie on those of another, as far
            as there is room
    O(ROUNDS * count**2).

    >>> places = spread(2, [(0, 1, 1)], 200, 100, [(60, 20), (60, 20)])
    >>> bool(abs(places[0] - places[1]).max() >= 20), bool((places >= 0).all())
    (True, True)
    """
    if count == 0:
        return np.zeros((0, 2))
    turns = np.arange(count) * GOLDEN
    places = np.sqrt(np.arange(count) + 0.5)[:, None] * np.column_stack([np.cos(turns), np.sin(turns)])
    places /= max(1.0, float(np.abs(places).max()))
    own = math.sqrt(1.0 / count)
    pull = _pulls(count, ties)
    for turn in range(ROUNDS if count > 1 else 0):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
        push = own**2 / distance
        force = (apart / distance[..., None]) * (push - pull * distance**2 / own)[..., None]
        step = force.sum(axis=1) - 0.4 * places  # what is tied to nothing must not drift away
        length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)
        heat = 0.12 * (1 - turn / ROUNDS)
        places = places + step / length[:, None] * np.minimum(length, heat)[:, None]
    return _separated(_fitted(places, width, height, sizes), width, height, np.array(sizes, dtype=np.float64))


def _pulls(count: int, ties: Sequence[tuple[int, int, int]]) -> NDArray[np.float64]:
    """How strongly each pair is drawn together."""
    pull = np.zeros((count, count))
    for one, other, sign in ties:
        strength = 1 / (FRIENDS if sign > 0 else ENEMIES)
        pull[one, other] = pull[other, one] = max(pull[one, other], strength)
    return pull


def _fitted(places: Places, width: float, height: float, sizes: Sequence[tuple[float, float]]) -> Places:
    """The places drawn out to fill the drawing, as far as labels at its rim leave it."""
    halves = np.array(sizes).max(axis=0) / 2
    room = np.maximum(np.array([width, height]) - 2 * halves, 1.0)
    low, high = places.min(axis=0), places.max(axis=0)
    extent = np.where(high - low > 1e-6, high - low, 1.0)
    share = np.where(high - low > 1e-6, (places - low) / extent, 0.5)
    if len(places) > 2:  # one that lies far out must not press all others together
        order = np.argsort(np.argsort(share, axis=0, kind="stable"), axis=0, kind="stable")
        share = (1 - EVEN) * share + EVEN * order / (len(places) - 1)
    fitted: Places = halves + share * room
    return fitted


def _separated(places: Places, width: float, height: float, sizes: Places) -> Places:
    """The places pushed apart until no two boxes meet, or no more can be done."""
    low, high = sizes / 2, np.array([width, height]) - sizes / 2
    order = np.arange(len(places))
    for _ in range(SEPARATIONS):
        apart = places[:, None, :] - places[None, :, :]
        overlap = (sizes[:, None, :] + sizes[None, :, :]) / 2 - np.abs(apart)
        np.einsum("iij->ij", overlap)[:] = 0
        meets = (overlap > 0).all(axis=2)
        if not meets.any():
            break
        # along the axis on which less is missing; of two on one spot the later one goes right or down
        along_x = overlap[..., 0] < overlap[..., 1]
        sign = np.where(apart == 0, np.sign(order[:, None] - order[None, :])[..., None], np.sign(apart))
        move = np.zeros_like(apart)
        move[..., 0] = np.where(meets & along_x, sign[..., 0] * overlap[..., 0] / 2, 0)
        move[..., 1] = np.where(meets & ~along_x, sign[..., 1] * overlap[..., 1] / 2, 0)
        places = np.minimum(np.maximum(places + 0.6 * move.sum(axis=1), low), np.maximum(high, low))
    return places
