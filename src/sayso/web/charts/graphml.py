"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx open."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from sayso.web.charts.markup import clean
from sayso.web.charts.network import NetworkEdge, NetworkNode

HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="sign" for="edge" attr.name="sign" attr.type="int"/>
  <key id="claims" for="edge" attr.name="claims" attr.type="int"/>
  <key id="why" for="edge" attr.name="why" attr.type="string"/>
  <graph id="relations" edgedefault="directed">
"""


def graphml(nodes: Iterable[NetworkNode], edges: Iterable[NetworkEdge]) -> str:
    """All nodes and edges, nothing left out; an edge whose ends are not among the nodes is no part of it.

    >>> nodes = [NetworkNode("a", "<A>"), NetworkNode("b", "B")]
    >>> print(graphml(nodes, [NetworkEdge("a", "b", -1, 2)]).split("directed")[1])
    ">
        <node id="a"><data key="label">&lt;A&gt;</data></node>
        <node id="b"><data key="label">B</data></node>
        <edge id="e0" source="a" target="b"><data key="sign">-1</data><data key="claims">2</data></edge>
      </graph>
    </graphml>
    """
    lines = []
    known = set()
    for node in nodes:
        known.add(node.id)
        lines.append(f'    <node id="{_text(node.id)}">{_data("label", node.name)}</node>')
    held = [edge for edge in edges if edge.holder in known and edge.target in known]
    for number, edge in enumerate(held):
        data = _data("sign", str(edge.sign)) + _data("claims", str(edge.count)) + _data("why", edge.why)
        ends = f'source="{_text(edge.holder)}" target="{_text(edge.target)}"'
        lines.append(f'    <edge id="e{number}" {ends}>{data}</edge>')
    return HEAD + "".join(line + "\n" for line in lines) + "  </graph>\n</graphml>\n"


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{_text(value)}</data>' if value else ""


def _text(value: str) -> str:
    return html.escape(clean(value))
