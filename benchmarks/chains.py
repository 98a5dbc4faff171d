"""How well chains of mentions fit others: MUC, B3, CEAFe, their mean (CoNLL), over chains of two mentions or more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Span = tuple[int, int]
Chains = Sequence[Iterable[Span]]
FITS: Final = 0.5  # a mention is moved to a gold mention with which it shares at least so much


def overlap(left: Span, right: Span) -> float:
    """The characters that two spans share, as a part of all that they cover together."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / (max(left[1], right[1]) - min(left[0], right[0])) if shared > 0 else 0.0


def fitted(span: Span, gold: Iterable[Span]) -> Span:
    """The gold mention that a span shares most with, where that is enough (FITS); else the span itself."""
    best = max(gold, key=lambda other: overlap(other, span), default=span)
    return best if overlap(best, span) >= FITS else span


def conll(gold: Mapping[str, Chains], found: Mapping[str, Chains]) -> dict[str, float]:
    """F of MUC, B3 and CEAFe in per cent, and "conll", their mean.

    gold, found   id of a document -> its chains; those of one mention count nothing
    """
    counts = {measure: np.zeros(4) for measure in ("muc", "b3", "ceafe")}
    for key, chains in gold.items():
        left, right = _sets(chains), _sets(found.get(key, ()))
        for measure, count in _document(left, right).items():
            counts[measure] += count
    out = {measure: 100 * _f(*count.tolist()) for measure, count in counts.items()}
    return out | {"conll": sum(out.values()) / 3}


def _sets(chains: Chains) -> list[frozenset[Span]]:
    sets = (frozenset(chain) for chain in chains)
    return [chain for chain in sets if len(chain) > 1]


def _f(hit: float, gold: float, right: float, found: float) -> float:
    recall, precision = hit / gold if gold else 0.0, right / found if found else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _document(left: list[frozenset[Span]], right: list[frozenset[Span]]) -> dict[str, npt.NDArray[np.float64]]:
    """Measure -> parts and whole of recall, parts and whole of precision."""
    in_left = {span: chain for chain in left for span in chain}
    in_right = {span: chain for chain in right for span in chain}
    both = in_left.keys() & in_right.keys()
    shared = {span: len(in_left[span] & in_right[span]) for span in both}
    b3 = sum(shared[s] / len(in_left[s]) for s in both), sum(shared[s] / len(in_right[s]) for s in both)
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in right] for a in left]).reshape(len(left), len(right))
    paired = best_pairing(alike)
    return {
        "muc": np.array([*_links(left, in_right), *_links(right, in_left)], dtype=float),
        "b3": np.array([b3[0], len(in_left), b3[1], len(in_right)]),
        "ceafe": np.array([paired, len(left), paired, len(right)]),
    }


def _links(chains: list[frozenset[Span]], other: Mapping[Span, frozenset[Span]]) -> tuple[int, int]:
    """Links of the chains that hold on the other side too, and all of them."""
    kept = wanted = 0
    for chain in chains:
        parts = {other.get(span, frozenset([span])) for span in chain}
        kept += len(chain) - len(parts)
        wanted += len(chain) - 1
    return kept, wanted


def best_pairing(gains: npt.NDArray[np.float64]) -> float:
    """The greatest sum of a pairing of rows with columns, each used once at most (the Hungarian method).

    gains   (rows, columns), none below 0
    """
    if gains.shape[0] > gains.shape[1]:
        gains = gains.T
    rows, columns = gains.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)  # of each column the row that has it, counted from 1; 0 for none
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        seen = np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            seen[column] = True
            costs = -gains[owner[column] - 1] - row_price[owner[column]] - column_price[1:]
            better = ~seen[1:] & (costs < least[1:])
            least[1:][better], before[1:][better] = costs[better], column
            following = 1 + int(np.argmin(np.where(seen[1:], np.inf, least[1:])))
            step = least[following]
            row_price[owner[seen]] += step
            column_price[seen] -= step
            least[~seen] -= step
            column = following
        while column:
            owner[column] = owner[before[column]]
            column = int(before[column])
    return float(sum(gains[owner[column] - 1, column - 1] for column in range(1, columns + 1) if owner[column]))
