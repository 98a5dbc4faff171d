"""Triads of a signed network: three of whom each is for or against each other, balanced or not.

A triad is balanced if the product of its signs is positive: all are friends, or two are against a third (Heider 1946;
Cartwright and Harary 1956).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Signed(Protocol):
    """What a triad is made of: who is for (+1) or against (-1) whom, and by how many claims."""

    @property
    def holder(self) -> str:
        """The id of who holds it."""

    @property
    def target(self) -> str:
        """The id of whom it is about."""

    @property
    def sign(self) -> int:
        """+1 or -1."""

    @property
    def count(self) -> int:
        """How many claims say so."""


@dataclass(frozen=True, slots=True)
class SignedTriad:
    """Three who are all for or against each other.

    nodes    their ids, in order
    signs    of the pairs first and second, first and third, second and third
    claims   how many say so
    """

    nodes: tuple[str, str, str]
    signs: tuple[int, int, int]
    claims: int = 0

    @property
    def balanced(self) -> bool:
        """Whether the product of the signs is positive."""
        return self.signs[0] * self.signs[1] * self.signs[2] > 0


def triads_of(edges: Iterable[Signed]) -> list[SignedTriad]:
    """All triads, the unbalanced ones first, those with the most claims first.

    A pair counts where everything that is said of it has one sign, in both directions; one that is said to be both for
    and against each other is in no triad, for nobody can say what its sign is.

    >>> from sayso.web.charts.network import NetworkEdge
    >>> [triad] = triads_of([NetworkEdge("a", "b", 1), NetworkEdge("b", "c", 1), NetworkEdge("c", "a", -1)])
    >>> triad.nodes, triad.signs, triad.balanced
    (('a', 'b', 'c'), (1, -1, 1), False)
    >>> pairs = (("a", "b", 1), ("b", "a", -1), ("b", "c", 1), ("c", "a", 1))
    >>> triads_of([NetworkEdge(*pair) for pair in pairs])
    []
    """
    signs: dict[tuple[str, str], set[int]] = defaultdict(set)
    claims: dict[tuple[str, str], int] = defaultdict(int)
    for edge in edges:
        if edge.holder != edge.target:
            pair = (min(edge.holder, edge.target), max(edge.holder, edge.target))
            signs[pair].add(edge.sign)
            claims[pair] += edge.count
    one = {pair: next(iter(held)) for pair, held in signs.items() if len(held) == 1}
    beside: dict[str, set[str]] = defaultdict(set)
    for first, second in one:
        beside[first].add(second)
    found = []
    for first, later in sorted(beside.items()):
        for second, third in itertools.combinations(sorted(later), 2):
            if (second, third) in one:
                pairs = ((first, second), (first, third), (second, third))
                held = (one[pairs[0]], one[pairs[1]], one[pairs[2]])
                found.append(SignedTriad((first, second, third), held, sum(claims[pair] for pair in pairs)))
    return sorted(found, key=_first)


def within(triads: Iterable[SignedTriad], nodes: Sequence[str]) -> list[SignedTriad]:
    """The triads all of whose three are among these nodes."""
    held = set(nodes)
    return [triad for triad in triads if held.issuperset(triad.nodes)]


def _first(triad: SignedTriad) -> tuple[bool, int, tuple[str, str, str]]:
    return triad.balanced, -triad.claims, triad.nodes
