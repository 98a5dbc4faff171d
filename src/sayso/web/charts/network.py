"""The network of who is for and against whom: directed edges in two colours and two kinds of line."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts.chart import NARROW, WIDE, Chart, legend, svg
from sayso.web.charts.labels import LINE, Box, Labels
from sayso.web.charts.layout import spread
from sayso.web.charts.markup import element, fitted, joined, linked, width_of
from sayso.web.charts.triads import SignedTriad, triads_of, within

MOST_NODES: Final = 40
MOST_EDGES: Final = 160
MOST_TRIADS: Final = 8  # that are drawn; the unbalanced ones first
LABEL: Final = 118.0  # the widest label of a node, in pixels
SIZE: Final = 12.0
MARGIN: Final = 10.0
TIP: Final = 9.0  # length of an arrow's head
LEGEND: Final = (("line edge for", "for: from who holds it to whom it is about"), ("line edge against", "against"))
TRIADS: Final = (
    ("area triad unbalanced", "three who are not balanced"), ("area triad balanced", "three who are balanced"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """Someone: id, name, and the address of what the case knows of them."""

    id: str
    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Who is for (+1) or against (-1) whom, by how many claims; `href` leads to the table of these.

    why     in words, such as "2 claims of the Herald, from 2031-05-02 to 2031-05-04"
    """

    holder: str
    target: str
    sign: int
    count: int = 1
    href: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """What is drawn, with its places: nodes by id to x, y and radius."""

    nodes: Sequence[NetworkNode]
    edges: Sequence[NetworkEdge]
    triads: Sequence[SignedTriad]
    at: dict[str, tuple[float, float, float]]


def network(
    nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], *, title: str, key: str = "network",
    total: int | None = None, chosen: str = "the actors with the most claims", most: int = MOST_NODES,
    triads: Sequence[SignedTriad] | None = None,
) -> Chart:  # fmt: skip
    """The edges between those who are in most of them; what has no edge is left out.

    total    how many edges there are, where `edges` are not all
    triads   those to draw, as far as all three are shown; None for all that the edges make. What several voices say
             is no graph of anybody's: give () for it
    """
    kept, drawn = _chosen(nodes, edges, most)
    triads = within(triads_of(drawn) if triads is None else triads, [node.id for node in kept])
    names = {node.id: node.name for node in kept}
    unbalanced = sum(not triad.balanced for triad in triads)
    about = (
        f"{len(kept)} actors and {len(drawn)} directed relations: {sum(e.sign > 0 for e in drawn)} for, "
        f"{sum(e.sign < 0 for e in drawn)} against. {len(triads)} triads, {unbalanced} of them not balanced. Each line "
        "links to its claims, each name to the actor."
    )
    shown = {
        name: _drawing(kept, drawn, triads, f"{key}-{name}", title, about, width)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    rows = [_row(edge, names) for edge in drawn]
    count = len(edges) if total is None else total
    held = legend(*LEGEND, *(TRIADS if triads else ()))
    return Chart("network", title, shown["wide"], shown["narrow"], len(drawn), count, chosen, rows, held)


def _chosen(
    nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], most: int
) -> tuple[list[NetworkNode], list[NetworkEdge]]:
    """Those who are in most claims, and the edges between them that have most."""
    known = {node.id: node for node in nodes}
    real = [e for e in edges if e.holder in known and e.target in known and e.holder != e.target]
    claims: dict[str, int] = defaultdict(int)
    for edge in real:
        claims[edge.holder] += edge.count
        claims[edge.target] += edge.count
    held = set(sorted(claims, key=lambda node: (-claims[node], node))[:most])
    inner = sorted(
        (e for e in real if e.holder in held and e.target in held), key=lambda e: (-e.count, e.holder, e.target, e.sign)
    )[:MOST_EDGES]
    tied = {node for edge in inner for node in (edge.holder, edge.target)}
    return [known[node] for node in sorted(tied, key=lambda node: (-claims[node], node))], inner


def _row(edge: NetworkEdge, names: dict[str, str]) -> dict[str, Any]:
    return {
        "holder": names[edge.holder], "target": names[edge.target], "sign": edge.sign, "claims": edge.count,
        "holder_id": edge.holder, "target_id": edge.target, "why": edge.why, "href": edge.href,
    }  # fmt: skip


def _drawing(
    nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], triads: Sequence[SignedTriad], key: str, title: str,
    about: str, width: float,
) -> Markup:  # fmt: skip
    narrow = width < WIDE / 2
    most = 84.0 if narrow else LABEL
    height = max(240.0, 30.0 * len(nodes)) if narrow else max(260.0, min(720.0, 160 + 22.0 * len(nodes)))
    number = {node.id: i for i, node in enumerate(nodes)}
    degree: dict[str, int] = defaultdict(int)
    for edge in edges:
        degree[edge.holder] += 1
        degree[edge.target] += 1
    radii = [min(6 + 1.6 * math.sqrt(degree[node.id]), 13.0) for node in nodes]
    sizes = [
        (max(width_of(fitted(node.name, most, SIZE), SIZE), 2 * radius) + 8, 2 * radius + SIZE * LINE * 2 + 4)
        for node, radius in zip(nodes, radii, strict=True)
    ]
    ties = [(number[e.holder], number[e.target], e.sign) for e in edges]
    places = spread(len(nodes), ties, width - 2 * MARGIN, height - 2 * MARGIN, sizes)
    at = {
        node.id: (float(x) + MARGIN, float(y) + MARGIN, radius)
        for node, (x, y), radius in zip(nodes, places, radii, strict=True)
    }
    laid = Laid(nodes, edges, triads, at)
    parts = [*_triads(laid), *_edges(laid), *_nodes(laid, width, height, most)]
    return svg(key, title, about, width, height, *parts, class_="network")


def _triads(laid: Laid) -> list[Markup]:
    names = {node.id: node.name for node in laid.nodes}
    parts = []
    for triad in laid.triads[:MOST_TRIADS]:
        points = " ".join(f"{laid.at[node][0]:.0f},{laid.at[node][1]:.0f}" for node in triad.nodes)
        kind = "balanced" if triad.balanced else "unbalanced"
        words = element("title", f"{kind}: {', '.join(names[node] for node in triad.nodes)}")
        parts.append(element("polygon", words, points=points, class_=f"triad {kind}"))
    return parts


def _edges(laid: Laid) -> list[Markup]:
    names = {node.id: node.name for node in laid.nodes}
    beside: dict[tuple[str, str], int] = defaultdict(int)  # edges between a pair that are drawn already
    parts = []
    for edge in laid.edges:
        pair = (min(edge.holder, edge.target), max(edge.holder, edge.target))
        bend = beside[pair]
        beside[pair] += 1
        others = sum(1 for e in laid.edges if {e.holder, e.target} == set(pair))
        kind = "for" if edge.sign > 0 else "against"
        words = f"{names[edge.holder]} is {kind} {names[edge.target]}: {edge.count:,} claim{'s' * (edge.count != 1)}"
        words += f" ({edge.why})" if edge.why else ""
        line, tip = _arrow(laid.at[edge.holder], laid.at[edge.target], bend if others > 1 else None)
        width = 1.4 + 0.7 * math.log2(1 + edge.count)
        marks = (
            element("path", d=line, class_="hit"),
            element("path", d=line, stroke_width=width, class_=f"edge {kind}"),
            element("path", d=tip, class_=f"tip {kind}"),
        )
        parts.append(linked(edge.href, words, *marks, class_="tie"))
    return parts


def _arrow(
    start: tuple[float, float, float], end: tuple[float, float, float], bend: int | None
) -> tuple[str, str]:  # fmt: skip
    """The line from one node to the other and the head of its arrow; the lines of a pair lie beside each other."""
    (x, y, radius), (to_x, to_y, to_radius) = start, end
    length = max(math.hypot(to_x - x, to_y - y), 1.0)
    along = ((to_x - x) / length, (to_y - y) / length)
    across = (-along[1], along[0])
    out = 0.0 if bend is None else (16.0 + 13.0 * (bend // 2))  # to its own right: a line and its answer lie apart
    middle = ((x + to_x) / 2 + out * across[0], (y + to_y) / 2 + out * across[1])
    # where the curve leaves the one node and meets the other
    from_angle = math.atan2(middle[1] - y, middle[0] - x)
    to_angle = math.atan2(to_y - middle[1], to_x - middle[0])
    left, top = x + radius * math.cos(from_angle), y + radius * math.sin(from_angle)
    tip_x = to_x - (to_radius + 2) * math.cos(to_angle)
    tip_y = to_y - (to_radius + 2) * math.sin(to_angle)
    foot_x, foot_y = tip_x - TIP * math.cos(to_angle), tip_y - TIP * math.sin(to_angle)
    side = (-0.45 * TIP * math.sin(to_angle), 0.45 * TIP * math.cos(to_angle))
    line = f"M{left:.1f} {top:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {foot_x:.1f} {foot_y:.1f}"
    head = (
        f"M{tip_x:.1f} {tip_y:.1f}L{foot_x + side[0]:.1f} {foot_y + side[1]:.1f}"
        f"L{foot_x - side[0]:.1f} {foot_y - side[1]:.1f}Z"
    )
    return line, head


def _nodes(laid: Laid, width: float, height: float, most: float) -> list[Markup]:
    labels = Labels(Box(2, 2, width - 2, height - 2))
    for x, y, radius in laid.at.values():
        labels.mark(x, y, radius)
    parts = []
    for node in laid.nodes:
        x, y, radius = laid.at[node.id]
        text = fitted(node.name, most, SIZE)
        wide = width_of(text, SIZE) / 2
        below = Box(x - wide, y + radius + 2, x + wide, y + radius + 2 + SIZE * LINE)
        if any(below.meets(box) for box in labels.taken) or not below.inside(labels.within):
            label = labels.put(node.name, x, y, radius, size=SIZE, most=most, class_="label halo")
        else:
            labels.taken.append(below)
            label = element("text", text, x=x, y=below.top + 0.85 * SIZE, text_anchor="middle", class_="label halo")
        dot = element("circle", cx=x, cy=y, r=radius, class_="node")
        parts.append(linked(node.href, node.name, joined(dot, label), class_="actor"))
    return parts
