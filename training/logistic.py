"""Logistic regression by Newton's steps, for the few weights that comparisons are scored with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
STEPS = 60
FAR = 30.0  # sums beyond are as good as sure, and would overflow


def logistic(features: Floats, truth: Floats, weights: Floats, ridge: float) -> Floats:
    """(features,) the weights that make `truth` (0 or 1) likeliest; each row counts by its weight.

    ridge   how strongly weights are drawn to 0
    """
    found = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -FAR, FAR)))
        slope = features.T @ (weights * (chance - truth)) + ridge * found
        curve = (features.T * (weights * chance * (1 - chance))) @ features + ridge * np.eye(len(found))
        step = np.linalg.solve(curve, slope)
        found -= step
        if abs(step).max() < 1e-6:
            break
    return found
