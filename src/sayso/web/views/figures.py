"""Figures: numbers of several reports that count the same thing, how they moved, and which conflict."""

from __future__ import annotations

from typing import Any, Final

from sayso.views.columns import FIGURES
from sayso.web.charts import ToldValue, figure, number_chart, standalone
from sayso.web.shown import Looking, NotHere, Shown, fields
from sayso.web.views.reports import outlets

MOVES: Final = ("", "conflict", "update", "compatible", "agree")
NUMBERS: Final = fields(
    "published outlet written value low high unit counts chain sentence copied_from report start end id",
    published="date", value="number", low="number", high="number", start="integer", end="integer",
)  # fmt: skip


def show_all(looking: Looking) -> Shown:
    """The figures that are asked for, those with conflicts first."""
    words, moved = looking.words("about"), looking.choice("moved", *MOVES)
    rows = looking.answer("figures", words, looking.filters(), moved=moved or None)
    sheet = looking.of_list("figures", "Figures", FIGURES, rows, chosen="conflicts, then number of reports")
    return Shown(
        "Figures", "figures.html", (sheet,), about={"about": words, "moved": moved},
        context={"outlets": outlets(looking), "moves": MOVES[1:], "words": words},
    )  # fmt: skip


def show(looking: Looking) -> Shown:
    """One figure: each of its numbers as a report tells it."""
    given = looking.parts["figure"]
    rows = looking.answer("figures")
    places = looking.quick("figure places", lambda: {one.figure.id: place for place, one in enumerate(rows)})
    found = rows[places[given]] if given in places else None
    if found is None:
        raise NotHere(f"There is no figure {given}; when a report comes, a figure may get another id.")
    conflicting = {end for tie in found.figure.ties if tie.moved == "conflict" for end in (tie.one, tie.other)}
    values = [
        ToldValue(
            one.value, one.report.day, one.chain.split(" > ")[-1], one.low, one.high, one.written,
            f"/reports/{one.report.id}#p{one.start}", one.id in conflicting,
        )
        for one in found.numbers
    ]  # fmt: skip
    title = f"How many: {found.figure.counts}" if found.figure.counts else "How many"
    chart = number_chart(values, title=title)
    numbers = [_number(one) for one in found.numbers]
    return Shown(
        title, "figure.html",
        (looking.of_list("numbers", "Numbers", NUMBERS, numbers, chosen="time", most=len(numbers) or 1),),
        about={
            "id": found.figure.id, "counts": found.figure.counts, "moved": found.figure.moved, "why": list(found.why),
        },
        context={"told": found, "drawing": figure(chart), "conflicting": conflicting},
        files={"svg": ("image/svg+xml", lambda: standalone(chart))},
    )  # fmt: skip


def _number(one: Any) -> dict[str, Any]:
    names = "written value low high unit counts chain sentence copied_from start end id"
    held = {name: getattr(one, name) for name in names.split()}
    return held | {"published": one.report.published, "outlet": one.report.outlet, "report": one.report.id}
