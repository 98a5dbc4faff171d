"""Who is for or against whom, according to whom: a network of signed edges, its triads, and the table of just that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sayso.web.charts import Chart, NetworkEdge, NetworkNode, figure, graphml, network, standalone
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
CLAIMS: Final = 3  # of a relation, to which its row leads


def show(looking: Looking) -> Shown:
    """The relations that are asked for, as a network and as a table."""
    by, name, filters = looking.words("by"), looking.words("name"), looking.filters()
    sign = looking.choice("sign", "", "for", "against")
    found = looking.answer("relations", filters=filters)
    everything = looking.quick(("relations", filters), lambda: [_row(looking, one) for one in found])
    voices = looking.quick(("voices", filters), lambda: _voices(everything))
    wanted = name.casefold().split()
    rows = looking.quick(("relations of", by, name, sign, filters), lambda: [
        row for row in everything
        if (not by or row["by"] == by) and (not sign or row["stands"] == sign)
        and (not wanted or any(all(w in row[end].casefold() for w in wanted) for end in ("holder_name", "target_name")))
    ])  # fmt: skip
    title = "Who is for or against whom" + (f", according to {by}" if by else "")
    asked = looking.asked

    def graph() -> tuple[list[NetworkNode], list[NetworkEdge]]:
        ends = {row[end]: row[f"{end}_name"] for row in rows for end in ("holder", "target")}
        return [NetworkNode(id_, held, f"/people/{id_}") for id_, held in ends.items() if id_], _edges(rows, asked)

    def chart() -> Chart:
        # what several voices say is no graph of anybody's: triads are drawn for one voice alone
        return network(*graph(), title=title, triads=None if by or len(voices) == 1 else ())

    drawing = looking.quick(
        ("network", *sorted(asked.items())), lambda: figure(chart()) if any(row["holder"] for row in rows) else None
    )
    one_pair = looking.words("holder"), looking.words("target")
    if any(one_pair):
        rows = [row for row in rows if one_pair == (row["holder"], row["target"])]
    sheet = looking.of_list("relations", "Relations", RELATIONS, rows, chosen="how often they are told")
    return Shown(
        title, "relations.html", (sheet,), about={"by": by, "name": name},
        context={"drawing": drawing, "outlets": outlets(looking), "name": name, "by": by, "voices": voices},
        files={
            "svg": ("image/svg+xml", lambda: standalone(chart())),
            "graphml": ("application/graphml+xml", lambda: graphml(*graph())),
        },
    )  # fmt: skip


def _voices(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Who tells of relations, those that tell most first."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row["by"]] += row["told"]
    return sorted(found, key=lambda voice: (-found[voice], voice))


def _edges(rows: Sequence[Mapping[str, Any]], asked: Mapping[str, str]) -> list[NetworkEdge]:
    """One edge for each pair and sign, whoever tells it, with the voices that do."""
    held: dict[tuple[str, str, int], list[Mapping[str, Any]]] = {}
    for row in (row for row in rows if row["holder"]):
        held.setdefault((row["holder"], row["target"], row["sign"]), []).append(row)
    edges = []
    for (holder, target, sign), told in held.items():
        voices = ", ".join(dict.fromkeys(row["by"] or UNKNOWN for row in told))
        count = sum(row["told"] for row in told)
        edges.append(NetworkEdge(holder, target, sign, count, _just(asked, told[0]), f"according to {voices}"))
    return edges


def _holder(looking: Looking, one: Any) -> str:
    return (called(looking, one.holder) or one.holder) if one.holder else one.by or UNKNOWN


def _row(looking: Looking, one: Any) -> dict[str, Any]:
    days = sorted(told.day for told in one.told if told.day)
    return {
        "holder": one.holder, "holder_name": _holder(looking, one), "sign": one.sign,
        "stands": SIGNS[one.sign], "target": one.target, "target_name": called(looking, one.target) or one.target,
        "by": one.by, "told": len(one.told), "certain": one.certain, "first": days[0] if days else "",
        "last": days[-1] if days else "", "claims": one.claims[:CLAIMS], "of": len(one.claims),
    }  # fmt: skip


def _just(asked: Mapping[str, str], row: Mapping[str, Any]) -> str:
    """The address of the table of one edge."""
    return address(
        "/relations", **{**asked, "sign": row["stands"], "holder": row["holder"], "target": row["target"]}
    )  # fmt: skip


def balance(looking: Looking) -> Shown:
    """How balanced the graph of each voice is."""
    filters, each = looking.filters(), looking.choice("each", "", "year", "month")
    found = looking.answer("balance", filters=filters, each=each)
    rows = looking.quick(("balances", filters, each), lambda: [
        {
            "by": one.by, "since": one.since or "", "until": one.until or "", "balanced": one.balanced,
            "members": len({end for edge in one.edges for end in (edge.left, edge.right)}),
            "edges": sum(bool(edge.sign) for edge in one.edges), "unbalanced": one.unbalanced,
            "frustration_least": one.least, "frustration_most": one.most, "place": place,
        }
        for place, one in enumerate(found)
    ])  # fmt: skip
    sheet = looking.of_list("balance", "Balance", GRAPHS, rows, chosen="time, then number of edges")
    graphs = {row["place"]: found[row["place"]] for row in sheet.rows}
    names = {
        end: called(looking, end) or end
        for graph in graphs.values() for triad in graph.triads[:MOST_TRIADS] for end in triad.members
    }  # fmt: skip
    context = {"outlets": outlets(looking), "names": names, "most": MOST_TRIADS, "each": each, "graphs": graphs}
    return Shown("Balance", "balance.html", (sheet,), about={"each": each}, context=context)
