"""How far one word of a name is from another: edit costs learned from real pairs of spellings.

What transliterations and spellings often change (q and k, a vowel more or less, a letter doubled) costs little; any
other change costs about one. `training/names/` learns the costs.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

NONE: Final = ""  # in a pair of letters: one that is not there
FAR: Final = 9.0  # the distance of words that have too little in common to look further
FAR_SHARE: Final = 0.5  # of the longer word's letters: what costs more is far
MAX_WORD_LETTERS: Final = 40


class Edits:
    """Distances by a table of costs.

    costs     two letters, or a letter alone, -> what it costs to write the second for the first, or to leave it out or
              add it; "aa" to double it. What is not there costs `other`
    swap      what it costs to write two letters in the other order
    variants  pairs of words that are one name: ("bob", "robert")
    """

    def __init__(
        self,
        costs: Mapping[str, float],
        *,
        swap: float = 0.8,
        other: float = 1.0,
        variants: frozenset[str] = frozenset(),
    ) -> None:
        self.costs = dict(costs)
        self._swap = swap
        self._other = other
        self.variants = variants
        # letters that are written for one another, so that a word may begin with either
        self._starts = frozenset(pair for two in costs if len(set(two)) == 2 for pair in (two, two[::-1]))
        self._varied = frozenset(word for pair in variants for word in pair.split())
        self.distance = functools.lru_cache(maxsize=1 << 17)(self._distance)

    def cost(self, change: str) -> float:
        """What one change costs, called as in the table."""
        return self.costs.get(change, self._other)

    def is_variant(self, left: str, right: str) -> bool:
        """Whether two words are known as forms of one name."""
        if left not in self._varied or right not in self._varied:
            return False
        return (f"{left} {right}" if left < right else f"{right} {left}") in self.variants

    def _distance(self, left: str, right: str) -> float:
        """What it costs to make one word of the other; at least `FAR` where they have little in common.

        >>> Edits({"kq": 0.2}).distance("kazemi", "qazemi"), Edits({}).distance("tam", "tami")
        (0.2, 1.0)
        """
        if left == right:
            return 0.0
        if not left or not right:
            return FAR
        if left[0] != right[0] and left[-2:] != right[-2:] and left[0] + right[0] not in self._starts:
            return FAR
        left, right = left[:MAX_WORD_LETTERS], right[:MAX_WORD_LETTERS]
        if len(left) > len(right):
            left, right = right, left
        letters = set(left)
        if len(right) > 2 * len(left) + 2 or 2 * len(letters & set(right)) < len(letters):
            return FAR
        far = FAR_SHARE * len(right)
        costs, other, swap = self.costs, self._other, self._swap
        get = costs.get
        add = [get(b, other) for b in right]  # a letter more
        for j in range(1, len(right)):
            if right[j] == right[j - 1]:
                add[j] = min(add[j], get(right[j] + right[j], other))
        before: list[float] = []
        row = [0.0]
        for cost in add:
            row.append(row[-1] + cost)
        last = NONE
        for a in left:
            drop = get(a, other)
            if a == last:
                drop = min(drop, get(a + a, other))
            now = [row[0] + drop]
            left_cell = now[0]
            for j, b in enumerate(right):
                if a == b:
                    best = row[j]
                else:
                    best = row[j] + get(a + b if a < b else b + a, other)
                    if last == b and j and right[j - 1] == a:
                        best = min(best, before[j - 1] + swap)
                above = row[j + 1] + drop
                if above < best:
                    best = above
                aside = left_cell + add[j]
                if aside < best:
                    best = aside
                now.append(best)
                left_cell = best
            if min(now) > far:
                return FAR
            before, row, last = row, now, a
        return row[-1]
