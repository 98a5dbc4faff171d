"""Who calls whom what: a matrix of holders and labels, and each use with its sentence."""

from __future__ import annotations

from typing import Any, Final

from sayso.views.columns import LABELS
from sayso.web.charts import LabelCell, figure, label_matrix
from sayso.web.shown import Looking, Shown, address
from sayso.web.views.reports import outlets

MOST_CELLS: Final = 4000
OUTLET: Final = "an outlet that is not known"
NOBODY: Final = "someone not named"


def show(looking: Looking) -> Shown:
    """The labels that are asked for, the most frequent first."""
    about, by, filters = looking.words("about"), looking.words("by"), looking.filters()
    rows = looking.answer("labels", None, filters)
    label = looking.words("label").casefold()
    found = [
        one for one in rows
        if holds(one.about, about) and holds(called(one), by) and (not label or one.label == label)
    ]  # fmt: skip
    cells = [
        LabelCell(
            called(one), one.label, one.count, one.polarity, one.count if one.how == "denied" else 0,
            address("/labels", **{**looking.given, "by": called(one), "label": one.label}),
            address("/labels", **{**looking.given, "by": called(one)}),
        )
        for one in found[:MOST_CELLS]
    ]  # fmt: skip
    targets: dict[str, int] = {}
    for one in rows:
        if one.about:
            targets[one.about] = targets.get(one.about, 0) + one.count
    sheet = looking.of_list("labels", "Labels", LABELS, found, chosen="how often")
    title = f"Who calls {about} what" if about else "Who calls whom what"
    return Shown(
        title, "labels.html", (sheet,), about={"about": about, "by": by},
        context={
            "outlets": outlets(looking), "drawing": figure(label_matrix(cells, title=title)) if cells else None,
            "targets": sorted(targets.items(), key=lambda item: (-item[1], item[0]))[:12], "called": called,
            "words": about,
        },
    )  # fmt: skip


def holds(name: str, words: str) -> bool:
    """Whether all words stand in a name, in any case of letters."""
    return all(word in name.casefold() for word in words.casefold().split())


def called(one: Any) -> str:
    """The holder, for people."""
    return one.by or (OUTLET if one.own else NOBODY)
