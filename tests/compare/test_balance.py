"""Balance: triads, blocks and the frustration index, against every division tried, and on graphs that are hard to bear."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from sayso.compare.balance import EXACT, MAX_TRIADS, balance_of, balances, blocks, edges_of, triads_of
from sayso.values.relations import CaseRelation, Edge, ToldRelation


def frustration(edges: Sequence[Edge]) -> int:
    """By its definition: the fewest edges against any division in two camps."""
    nodes = sorted({end for edge in edges for end in (edge.left, edge.right)})
    return min(
        sum((sides[e.left] == sides[e.right]) != (e.sign > 0) for e in edges if e.sign and e.left != e.right)
        for division in itertools.product((0, 1), repeat=len(nodes))
        for sides in (dict(zip(nodes, division, strict=True)),)
    )


def some_edges(rng: random.Random, members: int, density: float) -> list[Edge]:
    nodes = [f"n{number:02}" for number in range(members)]
    return [
        Edge(one, two, rng.choice((-1, -1, 1, 1, 0))) for one, two in itertools.combinations(nodes, 2)
        if rng.random() < density
    ]  # fmt: skip


def told(holder: str, target: str, sign: int, *, value: str = "CT+", by: str = "Herald", day: str = "") -> CaseRelation:
    one = ToldRelation(
        f"4cd622bb5f5e01b2/r{ord(holder)}", f"c {holder} {target} {sign}", holder, target, sign,
        "told", value, "outlet", by, day=day,  # type: ignore[arg-type]
    )  # fmt: skip
    return CaseRelation(holder, target, sign, by, (one,))


@pytest.mark.parametrize("seed", range(40))
def test_the_index_is_that_of_its_definition(seed: int) -> None:
    rng = random.Random(seed)
    edges = some_edges(rng, rng.randint(2, 8), rng.choice((0.3, 0.6, 1.0)))
    found = balance_of(edges)
    assert found.exact and found.most == frustration(edges)
    sides = dict(found.sides)
    assert found.most == sum((sides[e.left] == sides[e.right]) != (e.sign > 0) for e in edges if e.sign)


@pytest.mark.parametrize("seed", range(10))
def test_triads_are_those_that_three_loops_find(seed: int) -> None:
    edges = some_edges(random.Random(seed), 9, 0.6)
    signs = {(edge.left, edge.right): edge.sign for edge in edges if edge.sign}
    expected = {
        three: signs[three[:2]] * signs[three[1:]] * signs[three[0], three[2]]
        for three in itertools.combinations(sorted({n for pair in signs for n in pair}), 3)
        if three[:2] in signs and three[1:] in signs and (three[0], three[2]) in signs
    }
    found = balance_of(edges)
    assert {triad.members: 1 if triad.balanced else -1 for triad in found.triads} == expected
    assert (found.balanced, found.unbalanced) == tuple(list(expected.values()).count(sign) for sign in (1, -1))


def test_two_friends_with_one_enemy_are_balanced_and_three_enemies_are_not() -> None:
    friends = balance_of([Edge("a", "b", 1), Edge("a", "c", -1), Edge("b", "c", -1)])
    assert (friends.balanced, friends.unbalanced, friends.most) == (1, 0, 0)
    assert dict(friends.sides)["a"] == dict(friends.sides)["b"] != dict(friends.sides)["c"]
    enemies = balance_of([Edge("a", "b", -1), Edge("a", "c", -1), Edge("b", "c", -1)])
    assert (enemies.balanced, enemies.unbalanced, enemies.least, enemies.most) == (0, 1, 1, 1)


def edge(one: str, other: str, sign: int) -> Edge:
    """An edge between two, whichever is told first."""
    return Edge(min(one, other), max(one, other), sign)


@pytest.mark.parametrize("edges", [[], [Edge("a", "a", -1)], [Edge("a", "b", 0)]])
def test_what_has_no_signed_edge_has_index_nought(edges: list[Edge]) -> None:
    found = balance_of(edges)
    assert (found.balanced, found.unbalanced, found.least, found.most, found.triads) == (0, 0, 0, 0, ())


def test_a_ring_with_one_enmity_has_no_triad_and_index_one() -> None:
    ring = [edge(f"n{k}", f"n{(k + 1) % 6}", -1 if k == 2 else 1) for k in range(6)]
    found = balance_of(ring)
    assert (found.triads, found.least, found.most) == ((), 1, 1)


def test_two_thousand_members_are_bounded_and_a_chain_of_them_needs_no_recursion() -> None:
    rng = random.Random(3)
    nodes = [f"n{number:04}" for number in range(2_000)]
    chain = [edge(*pair, rng.choice((-1, 1))) for pair in itertools.pairwise(nodes)]
    assert balance_of(chain).most == 0
    pairs = {tuple(sorted(rng.sample(nodes, 2))) for _ in range(9_000)}
    found = balance_of([Edge(one, two, rng.choice((-1, 1))) for one, two in sorted(pairs)])
    assert 0 < found.least < found.most < 4_500 and not found.exact
    assert found.unbalanced >= 1 and len(found.sides) <= 2_000


def test_two_camps_of_a_thousand_are_balanced_for_certain() -> None:
    rng = random.Random(4)
    pairs = {tuple(sorted(rng.sample(range(1_000), 2))) for _ in range(5_000)}
    found = balance_of([Edge(f"n{a:04}", f"n{b:04}", 1 if (a < 500) == (b < 500) else -1) for a, b in sorted(pairs)])
    assert (found.least, found.most, found.unbalanced) == (0, 0, 0)


def test_a_dense_graph_lists_some_triads_and_counts_all() -> None:
    nodes = [f"n{number:02}" for number in range(EXACT + 5)]
    found = balance_of([Edge(one, two, -1) for one, two in itertools.combinations(nodes, 2)])
    assert found.unbalanced == 2_300 and len(found.triads) == MAX_TRIADS and found.triads_left_out == 300
    assert found.least <= found.most


def test_one_who_knows_all_is_no_bridge_between_two_blocks_twice() -> None:
    graph = {"a": {"b": 1, "c": 1, "d": 1, "e": 1}, "b": {"a": 1, "c": 1}, "c": {"a": 1, "b": 1}, "d": {"a": 1, "e": 1},
             "e": {"a": 1, "d": 1}}  # fmt: skip
    assert sorted(sorted(block) for block in blocks(graph)) == [["a", "b", "c"], ["a", "d", "e"]]
    assert list(triads_of(graph)) == [("a", "b", "c"), ("a", "d", "e")]


def test_only_what_is_certain_counts_and_what_contradicts_is_in_no_triad() -> None:
    relations = [
        told("a", "b", 1), told("b", "c", -1), told("a", "c", -1), told("c", "a", 1), told("b", "d", -1, value="PR+"),
    ]  # fmt: skip
    edges = edges_of(relations)
    assert [(e.left, e.right, e.sign) for e in edges] == [("a", "b", 1), ("a", "c", 0), ("b", "c", -1)]
    assert edges[1].claims == ("c a c -1", "c c a 1")
    assert balance_of(edges).triads == ()


def test_voices_are_not_put_together() -> None:
    relations = [told("a", "b", 1), told("b", "c", -1), told("a", "c", -1, by="Courier")]
    assert [(one.by, len(one.edges), one.balanced) for one in balances(relations)] == [
        ("Courier", 1, 0),
        ("Herald", 2, 0),
    ]


def test_what_is_told_of_someone_and_themselves_is_left_out() -> None:
    assert edges_of([told("a", "a", -1)]) == []
