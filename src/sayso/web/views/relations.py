"""Who is for or against whom, according to whom: a network of signed edges, its triads, and the table of just that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sayso.web.charts import NetworkEdge, NetworkNode, figure, graphml, network, standalone
from sayso.web.shown import Looking, Shown, address, fields
from sayso.web.views.people import called
from sayso.web.views.reports import outlets

RELATIONS: Final = fields(
    "holder_name stands target_name by told certain first last holder target", told="integer", certain="flag",
    first="date", last="date",
)  # fmt: skip
GRAPHS: Final = fields(
    "by since until members edges balanced unbalanced frustration_least frustration_most", members="integer",
    edges="integer", balanced="integer", unbalanced="integer", frustration_least="integer", frustration_most="integer",
)  # fmt: skip
SIGNS: Final = {1: "for", -1: "against"}
UNKNOWN: Final = "an outlet that is not known"
MOST_TRIADS: Final = 20


def show(looking: Looking) -> Shown:
    """The relations that are asked for, as a network and as a table."""
    by, name, filters = looking.words("by"), looking.words("name"), looking.filters()
    sign = looking.choice("sign", "", "for", "against")
    found = looking.answer("relations", filters=filters)
    voices: dict[str, int] = {}
    for one in found:
        voices[one.by] = voices.get(one.by, 0) + len(one.told)
    wanted = name.casefold().split()
    rows = [
        row for row in (_row(looking, one) for one in found)
        if (not by or row["by"] == by) and (not sign or row["stands"] == sign)
        and (not wanted or any(all(w in row[end].casefold() for w in wanted) for end in ("holder_name", "target_name")))
    ]  # fmt: skip
    nodes = [
        NetworkNode(id_, held, f"/people/{id_}")
        for id_, held in {row[end]: row[f"{end}_name"] for row in rows for end in ("holder", "target")}.items()
        if id_
    ]
    edges = _edges(looking, rows)
    title = "Who is for or against whom" + (f", according to {by}" if by else "")
    # what several voices say is no graph of anybody's: triads are drawn for one voice alone
    triads = None if by or len(voices) == 1 else ()
    chart = looking.quick(
        ("network", tuple(sorted(looking.given.items()))), lambda: network(nodes, edges, title=title, triads=triads)
    )
    one_pair = looking.words("holder"), looking.words("target")
    if any(one_pair):
        rows = [row for row in rows if one_pair == (row["holder"], row["target"])]
    sheet = looking.of_list("relations", "Relations", RELATIONS, rows, chosen="how often they are told")
    return Shown(
        title, "relations.html", (sheet,), about={"by": by, "name": name},
        context={
            "drawing": figure(chart) if edges else None, "outlets": outlets(looking), "name": name, "by": by,
            "voices": sorted(voices, key=lambda voice: (-voices[voice], voice)),
        },
        files={
            "svg": ("image/svg+xml", lambda: standalone(chart)),
            "graphml": ("application/graphml+xml", lambda: graphml(nodes, edges)),
        },
    )  # fmt: skip


def _edges(looking: Looking, rows: Sequence[Mapping[str, Any]]) -> list[NetworkEdge]:
    """One edge for each pair and sign, whoever tells it, with the voices that do."""
    held: dict[tuple[str, str, int], list[Mapping[str, Any]]] = {}
    for row in (row for row in rows if row["holder"]):
        held.setdefault((row["holder"], row["target"], row["sign"]), []).append(row)
    edges = []
    for (holder, target, sign), told in held.items():
        voices = ", ".join(dict.fromkeys(row["by"] or UNKNOWN for row in told))
        count = sum(row["told"] for row in told)
        edges.append(NetworkEdge(holder, target, sign, count, _just(looking, told[0]), f"according to {voices}"))
    return edges


def _holder(looking: Looking, one: Any) -> str:
    return (called(looking, one.holder) or one.holder) if one.holder else one.by or UNKNOWN


def _row(looking: Looking, one: Any) -> dict[str, Any]:
    days = sorted(told.day for told in one.told if told.day)
    return {
        "holder": one.holder, "holder_name": _holder(looking, one), "sign": one.sign,
        "stands": SIGNS[one.sign], "target": one.target, "target_name": called(looking, one.target) or one.target,
        "by": one.by, "told": len(one.told), "certain": one.certain, "first": days[0] if days else "",
        "last": days[-1] if days else "", "relation": one,
    }  # fmt: skip


def _just(looking: Looking, row: Mapping[str, Any]) -> str:
    """The address of the table of one edge."""
    return address(
        "/relations",
        **{**looking.given, "sign": row["stands"], "holder": row["holder"], "target": row["target"], "page": ""},
    )


def balance(looking: Looking) -> Shown:
    """How balanced the graph of each voice is."""
    filters, each = looking.filters(), looking.choice("each", "", "year", "month")
    found = looking.answer("balance", filters=filters, each=each)
    rows = [
        {
            "by": one.by, "since": one.since or "", "until": one.until or "", "balanced": one.balanced,
            "members": len({end for edge in one.edges for end in (edge.left, edge.right)}),
            "edges": sum(bool(edge.sign) for edge in one.edges), "unbalanced": one.unbalanced,
            "frustration_least": one.least, "frustration_most": one.most, "graph": one,
        }
        for one in found
    ]  # fmt: skip
    sheet = looking.of_list("balance", "Balance", GRAPHS, rows, chosen="time, then number of edges")
    names = {
        end: called(looking, end) or end
        for row in sheet.rows for triad in row["graph"].triads[:MOST_TRIADS] for end in triad.members
    }  # fmt: skip
    context = {"outlets": outlets(looking), "names": names, "most": MOST_TRIADS, "each": each}
    return Shown("Balance", "balance.html", (sheet,), about={"each": each}, context=context)
