"""Small decision trees, one after another (gradient boosting), in NumPy: for a few thousand rows of numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Tree = list[list[float]]  # rows: feature, threshold, yes, no; a leaf has feature -1 and its value as threshold


@dataclass(frozen=True)
class Settings:
    """How trees are grown.

    trees, depth   how many, and how many questions one asks
    rate           share of each tree's answer that is taken
    least          rows, by weight, that a leaf must hold
    smooth         how strongly a leaf's answer is drawn to nothing
    falling        features that may only lower the score as they grow, rising those that may only lift it
    """

    trees: int = 60
    depth: int = 3
    rate: float = 0.15
    least: float = 6.0
    smooth: float = 3.0
    falling: tuple[int, ...] = ()
    rising: tuple[int, ...] = ()


def grow(rows: np.ndarray, gradient: np.ndarray, hessian: np.ndarray, settings: Settings) -> Tree:
    """One tree that answers the gradient."""
    tree: Tree = []
    weight = hessian_weight(hessian)

    def value(chosen: np.ndarray) -> float:
        return float(gradient[chosen].sum() / (hessian[chosen].sum() + settings.smooth))

    def gain(chosen: np.ndarray) -> float:
        return float(gradient[chosen].sum() ** 2 / (hessian[chosen].sum() + settings.smooth))

    def split(feature: int, chosen: np.ndarray) -> tuple[float, float] | None:
        """The gain of the best question about a feature, and its threshold; None where none may be asked."""
        column = rows[chosen, feature]
        order = np.argsort(column, kind="stable")
        column = column[order]
        cuts = np.flatnonzero(column[1:] > column[:-1])
        if not len(cuts):
            return None
        sums = np.cumsum(np.stack([gradient, hessian, weight])[:, chosen[order]], axis=1)
        low, all_of = sums[:, cuts], sums[:, -1:]
        high = all_of - low
        gains = (low[0] ** 2) / (low[1] + settings.smooth) + (high[0] ** 2) / (high[1] + settings.smooth)
        allowed = np.minimum(low[2], high[2]) >= settings.least
        no, yes = low[0] / (low[1] + settings.smooth), high[0] / (high[1] + settings.smooth)
        if feature in settings.falling:
            allowed &= yes <= no
        if feature in settings.rising:
            allowed &= yes >= no
        if not allowed.any():
            return None
        at = int(np.argmax(np.where(allowed, gains, -1)))
        return float(gains[at]), float((column[cuts[at]] + column[cuts[at] + 1]) / 2)

    def node(chosen: np.ndarray, depth: int, low: float, high: float) -> int:
        at = len(tree)
        tree.append([-1, min(max(value(chosen), low), high), 0, 0])
        if depth == 0:
            return at
        best, best_gain = None, 1e-6 + gain(chosen)
        for feature in range(rows.shape[1]):
            found = split(feature, chosen)
            if found is not None and found[0] > best_gain:
                best_gain, threshold = found
                above = rows[chosen, feature] > threshold
                best = (feature, threshold, chosen[above], chosen[~above])
        if best is not None:
            feature, threshold, yes, no = best
            yes_low, yes_high, no_low, no_high = low, high, low, high
            middle = (value(yes) + value(no)) / 2
            if feature in settings.falling:
                yes_high, no_low = min(high, middle), max(low, middle)
            elif feature in settings.rising:
                yes_low, no_high = max(low, middle), min(high, middle)
            tree[at] = [
                feature,
                threshold,
                node(yes, depth - 1, yes_low, yes_high),
                node(no, depth - 1, no_low, no_high),
            ]
        return at

    node(np.arange(len(rows)), settings.depth, -np.inf, np.inf)
    return tree


def hessian_weight(hessian: np.ndarray) -> np.ndarray:
    """How much each row counts for the size of a leaf."""
    return np.minimum(1.0, 4 * hessian + 0.2)


def answer(tree: Tree, rows: np.ndarray) -> np.ndarray:
    """What a tree says of each row."""
    found = np.zeros(len(rows))

    def walk(at: int, chosen: np.ndarray) -> None:
        feature, threshold, yes, no = tree[at]
        if feature < 0:
            found[chosen] = threshold
            return
        above = rows[chosen, int(feature)] > threshold
        walk(int(yes), chosen[above])
        walk(int(no), chosen[~above])

    walk(0, np.arange(len(rows)))
    return found


def boost(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray, settings: Settings) -> tuple[float, list[Tree]]:
    """The score to start from and the trees; a score is the start plus rate times what each tree says (log odds)."""
    share = float((weights * labels).sum() / weights.sum())
    start = float(np.log(share / (1 - share)))
    score = np.full(len(rows), start)
    trees = []
    for _ in range(settings.trees):
        chance = 1 / (1 + np.exp(-score))
        tree = grow(rows, weights * (labels - chance), weights * chance * (1 - chance), settings)
        trees.append(tree)
        score += settings.rate * answer(tree, rows)
    return start, trees
