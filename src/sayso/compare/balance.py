"""How balanced the signed graph of a voice is: its triads, and how few edges stand against a division in two camps.

A triad is balanced if the product of its signs is +1: "the enemy of my enemy is my friend" (Heider 1946; Cartwright and
Harary 1956). A graph is balanced if it falls into two camps with all edges for inside them and all edges against
between them; the frustration index is the least number of edges that stand against any such division (Harary 1959).
Only what is told as a plain fact counts, and nothing is put together over voices.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.compare import Input, case_step
from sayso.values.relations import Balance, CaseRelation, Edge, Triad

EXACT: Final = 20  # members of a block whose every division can be tried: 2 ** 19 of them
MAX_TRIADS: Final = 2_000  # that are listed; all are counted
MAX_SWEEPS: Final = 50  # over the members of a large block, each moved to the better side
Graph = Mapping[str, Mapping[str, int]]


@case_step("balance.v1", needs=("relations",), gives="balance", value=Balance)
def balance(relations: Input[CaseRelation]) -> dict[str, Balance]:
    """The balance of each voice over all its reports, by voice."""
    return {one.speaker or one.by: one for one in balances(relations.values())}


def balances(relations: Iterable[CaseRelation], since: str | None = None, until: str | None = None) -> list[Balance]:
    """For each voice, in order of name, the graph of what it tells as certain.

    since, until   what is noted of the stretch of time; the relations are taken as they are given
    """
    voices: dict[tuple[str, str], list[CaseRelation]] = defaultdict(list)
    for one in relations:
        if one.certain:
            voices[one.by, one.speaker].append(one)
    return [
        replace(balance_of(edges_of(held)), by=by, speaker=speaker, since=since, until=until)
        for (by, speaker), held in sorted(voices.items())
    ]


def edges_of(relations: Iterable[CaseRelation]) -> list[Edge]:
    """The edges of what is certain, in order of their ends; sign 0 where relations of both signs lie between two."""
    signs: dict[tuple[str, str], set[int]] = defaultdict(set)
    told: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in relations:
        certain = [telling for telling in one.told if telling.certain]
        if certain and one.holder and one.holder != one.target:
            ends = (min(one.holder, one.target), max(one.holder, one.target))
            signs[ends].add(one.sign)
            told[ends] += [(telling.day or "9", telling.claim) for telling in certain if telling.claim]
    return [
        Edge(*ends, next(iter(held)) if len(held) == 1 else 0, tuple(dict.fromkeys(c for _, c in sorted(told[ends]))))
        for ends, held in sorted(signs.items())
    ]


def balance_of(edges: Sequence[Edge]) -> Balance:
    """Triads and frustration index of a graph; edges with sign 0, and from someone to themselves, count for nothing.

    >>> a = balance_of([Edge("a", "b", -1), Edge("a", "c", -1), Edge("b", "c", 1)])
    >>> a.balanced, a.unbalanced, a.most
    (1, 0, 0)
    >>> b = balance_of([Edge("a", "b", -1), Edge("a", "c", -1), Edge("b", "c", -1)])
    >>> b.balanced, b.unbalanced, b.least, b.most
    (0, 1, 1, 1)
    """
    signed = {(e.left, e.right): e for e in edges if e.sign and e.left != e.right}
    graph: dict[str, dict[str, int]] = defaultdict(dict)
    for (left, right), edge in signed.items():
        graph[left][right] = graph[right][left] = edge.sign
    listed: list[Triad] = []
    counts = {True: 0, False: 0}
    for one, two, three in triads_of(graph):
        triad = Triad((signed[one, two], signed[one, three], signed[two, three]))
        counts[triad.balanced] += 1
        if len(listed) < MAX_TRIADS:
            listed.append(triad)
    least = 0
    sides: dict[str, int] = {}
    for block in blocks(graph):
        low, division = divided(block)
        least += low
        _join(sides, division)
    for node in sorted(graph):
        sides.setdefault(node, 0)
    most = sum((sides[left] == sides[right]) != (edge.sign > 0) for (left, right), edge in signed.items())
    camps = tuple(sorted(sides.items()))
    return Balance("", tuple(edges), tuple(listed), counts[True], counts[False], least, most, camps)


def triads_of(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """All triads, each in order and once, in order; each edge is looked at from the end with fewer edges."""
    for one in sorted(graph):
        later = sorted(other for other in graph[one] if other > one)
        for two, three in itertools.combinations(later, 2) if len(later) < 400 else _closed(graph, later):
            if three in graph[two]:
                yield one, two, three


def _closed(graph: Graph, later: Sequence[str]) -> Iterator[tuple[str, str]]:
    known = set(later)
    for two in later:
        for three in sorted(known & graph[two].keys()):
            if three > two:
                yield two, three


def blocks(graph: Graph) -> Iterator[dict[str, dict[str, int]]]:
    """The parts of a graph that hold together without any one member (its biconnected components).

    What they need to be balanced adds up: no circle runs through two of them. Each comes after the one that it hangs
    on. Without recursion (Hopcroft and Tarjan 1973).
    """
    depth: dict[str, int] = {}
    low: dict[str, int] = {}
    for root in sorted(graph):
        if root in depth:
            continue
        depth[root] = low[root] = 0
        waiting: list[tuple[str, str | None, Iterator[str]]] = [(root, None, iter(sorted(graph[root])))]
        passed: list[tuple[str, str]] = []
        found: list[dict[str, dict[str, int]]] = []
        while waiting:
            node, parent, rest = waiting[-1]
            step = next(rest, None)
            if step is None:
                waiting.pop()
                if parent is None:
                    continue
                low[parent] = min(low[parent], low[node])
                if low[node] >= depth[parent]:
                    block: dict[str, dict[str, int]] = defaultdict(dict)
                    while True:
                        left, right = passed.pop()
                        block[left][right] = block[right][left] = graph[left][right]
                        if (left, right) == (parent, node):
                            break
                    found.append(dict(block))
            elif step not in depth:
                depth[step] = low[step] = depth[node] + 1
                passed.append((node, step))
                waiting.append((step, node, iter(sorted(graph[step]))))
            elif step != parent and depth[step] < depth[node]:
                passed.append((node, step))
                low[node] = min(low[node], depth[step])
        yield from reversed(found)


def _join(sides: dict[str, int], division: Mapping[str, int]) -> None:
    """Lay a block's division beside those before it: turned over where the member that they share lies otherwise."""
    shared = next((node for node in division if node in sides), None)
    turn = shared is not None and sides[shared] != division[shared]
    for node, side in division.items():
        sides.setdefault(node, 1 - side if turn else side)


def divided(block: Graph) -> tuple[int, dict[str, int]]:
    """Divide a block in two camps: a lower bound of the edges that must stand against it, and the best division found.

    Of up to EXACT members every division is tried, so that the bound is met.
    """
    nodes = sorted(block)
    if len(nodes) == 2:
        one, two = nodes
        return 0, {one: 0, two: 0 if block[one][two] > 0 else 1}
    if len(nodes) <= EXACT:
        return _best(block, nodes)
    division = _settled(block, nodes)
    return _apart(block, nodes), division


def _best(block: Graph, nodes: Sequence[str]) -> tuple[int, dict[str, int]]:
    """Try every division, each by moving one member of the one before it (Gray code): a move costs its own edges."""
    number = {node: at for at, node in enumerate(nodes)}
    friends, foes = (
        [sum(1 << number[other] for other, s in block[node].items() if s == sign) for node in nodes] for sign in (1, -1)
    )
    state = _mask(number, _settled(block, nodes))
    bound = _apart(block, nodes)
    best, now = state, _against(block, number, state)
    least = now
    for turn in range(1, 1 << (len(nodes) - 1)):
        if least == bound:
            break
        at = (turn & -turn).bit_length() - 1  # the last member never moves: a division and its opposite are one
        same = state if state >> at & 1 else ~state
        wrong = (foes[at] & same).bit_count() + (friends[at] & ~same).bit_count()
        now += len(block[nodes[at]]) - 2 * wrong
        state ^= 1 << at
        if now < least:
            best, least = state, now
    return least, {node: best >> at & 1 for at, node in enumerate(nodes)}


def _mask(number: Mapping[str, int], division: Mapping[str, int]) -> int:
    return sum(side << number[node] for node, side in division.items())


def _against(block: Graph, number: Mapping[str, int], state: int) -> int:
    """How many edges stand against a division."""
    pairs = ((one, two, sign) for one in block for two, sign in block[one].items() if one < two)
    return sum(((state >> number[one] ^ state >> number[two]) & 1 == 0) != (sign > 0) for one, two, sign in pairs)


def _settled(block: Graph, nodes: Sequence[str]) -> dict[str, int]:
    """A good division: along a tree of edges from the member with most of them, then each member to its better side."""
    root = max(nodes, key=lambda node: (len(block[node]), node))
    sides = {root: 0}
    waiting = [root]
    for node in waiting:
        for other in sorted(block[node], key=lambda other: -len(block[other])):
            if other not in sides:
                sides[other] = sides[node] if block[node][other] > 0 else 1 - sides[node]
                waiting.append(other)
    for _ in range(MAX_SWEEPS):
        moved = False
        for node in nodes:
            wrong = sum((sides[node] == sides[other]) != (sign > 0) for other, sign in block[node].items())
            if 2 * wrong > len(block[node]):
                sides[node] = 1 - sides[node]
                moved = True
        if not moved:
            break
    return sides


def _apart(block: Graph, nodes: Sequence[str]) -> int:
    """A lower bound: unbalanced triads that share no edge, taken as they come; each costs an edge of its own."""
    used: set[tuple[str, str]] = set()
    count = 0
    for one, two, three in triads_of(block):
        edges = ((one, two), (one, three), (two, three))
        if block[one][two] * block[one][three] * block[two][three] < 0 and used.isdisjoint(edges):
            used.update(edges)
            count += 1
    return max(count, int(any(True for _ in _odd(block, nodes))))


def _odd(block: Graph, nodes: Sequence[str]) -> Iterator[str]:
    """The members at which a division along a tree of edges fails: none if the block is balanced."""
    sides = {nodes[0]: 0}
    waiting = [nodes[0]]
    for node in waiting:
        for other, sign in block[node].items():
            side = sides[node] if sign > 0 else 1 - sides[node]
            if other not in sides:
                sides[other] = side
                waiting.append(other)
            elif sides[other] != side:
                yield other
