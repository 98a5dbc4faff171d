"""How far one word of a name is from another: edit costs learned from real pairs of spellings.

What transliterations and spellings often change (q and k, a vowel more or less, a letter doubled) costs little; any
other change costs about one. `training/names/` learns the costs.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

NOTHING: Final[dict[str, float]] = {}
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
        # what it costs to write one letter for another
        self._instead: dict[str, dict[str, float]] = {}
        for letters, cost in costs.items():
            if len(letters) == 2:
                one, two = letters[0], letters[1]
                self._instead.setdefault(one, {})[two] = self._instead.setdefault(two, {})[one] = cost
        # what a change costs at least that writes, drops or replaces a letter
        self._least: dict[str, float] = {}
        for letters, cost in costs.items():
            for letter in set(letters):
                self._least[letter] = min(cost, self._least.get(letter, other))
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

    def within(self, left: str, right: str, most: float) -> float:
        """The distance where it is at most `most`; else that or anything larger, with less work."""
        if left[0] != right[0] and left[-2:] != right[-2:] and left[0] + right[0] not in self._starts:
            return FAR
        least, other = self._least.get, self._other
        for word, against in ((left, right), (right, left)):  # letters of one alone must each be written or dropped
            if sum([least(letter, other) for letter in word if letter not in against]) > most:
                return FAR
        return self._distance(left, right)

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
        swapped, places = right[::-1], range(len(right))
        before: list[float] = []
        row = [0.0]
        for cost in add:
            row.append(row[-1] + cost)
        last = NONE
        for a in left:
            drop = get(a, other)
            if a == last:
                drop = min(drop, get(a + a, other))
            instead = self._instead.get(a, NOTHING).get
            swaps = last != a and last + a in swapped if last else False
            aside = row[0] + drop
            now = [aside]
            for j, b, best, above, cost in zip(places, right, row, row[1:], add, strict=False):
                if a != b:
                    best += instead(b, other)
                    if swaps and last == b and j and right[j - 1] == a:
                        best = min(best, before[j - 1] + swap)
                above += drop
                if above < best:
                    best = above
                aside += cost
                if aside < best:
                    best = aside
                now.append(best)
                aside = best
            if min(now) > far:
                return FAR
            before, row, last = row, now, a
        return row[-1]
