"""Who calls whom what: a matrix of holders and labels, and each use with its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from markupsafe import Markup

from sayso.case import Case, Filters
from sayso.views.columns import LABELS
from sayso.views.labels import Called
from sayso.web.charts import LabelCell, figure, label_matrix
from sayso.web.packed import PackedRows
from sayso.web.shown import Looking, Shown, address
from sayso.web.views.reports import outlets

MOST_CELLS: Final = 4000
MOST_TARGETS: Final = 12
OUTLET: Final = "an outlet that is not known"
NOBODY: Final = "someone not named"


@dataclass(frozen=True, slots=True)
class Uses:
    """The labels of a case, the most frequent first.

    rows    each with its uses
    heads   of each: whom it is about, who uses it, the label
    """

    rows: PackedRows[Called]
    heads: tuple[tuple[str, str, str], ...]


def show(looking: Looking) -> Shown:
    """The labels that are asked for, the most frequent first."""
    about, by, filters = looking.words("about"), looking.words("by"), looking.filters()
    held: Uses = looking.slow(("labels", filters), partial(_uses, filters))
    label = looking.words("label").casefold()
    places = looking.quick(("labels of", about, by, label, filters), lambda: _places(held, about, by, label))

    sheet = looking.of_list("labels", "Labels", LABELS, held.rows, chosen="how often", places=places)
    title = f"Who calls {about} what" if about else "Who calls whom what"
    asked = looking.asked
    return Shown(
        title, "labels.html", (sheet,), about={"about": about, "by": by},
        context={
            "outlets": outlets(looking), "called": called, "words": about,
            "drawing": looking.quick(("matrix", *sorted(asked.items())), lambda: _matrix(held, places, title, asked)),
            "targets": looking.quick(("targets", filters), lambda: _targets(held)),
        },
    )  # fmt: skip


def _uses(filters: Filters, case: Case) -> Uses:
    rows = list(case.labels(None, filters))
    return Uses(PackedRows(rows), tuple((one.about, called(one), one.label) for one in rows))


def _places(held: Uses, about: str, by: str, label: str) -> Sequence[int]:
    """Where the labels stand that are asked for."""
    return [
        place for place, (whom, who, what) in enumerate(held.heads)
        if holds(whom, about) and holds(who, by) and (not label or what == label)
    ]  # fmt: skip


def _matrix(held: Uses, places: Sequence[int], title: str, asked: dict[str, str]) -> Markup | None:
    """Holders and labels; None where there are none."""
    cells = []
    for place in places[:MOST_CELLS]:
        one, (_, who, label) = held.rows[place], held.heads[place]
        cells.append(LabelCell(
            who, label, one.count, one.polarity, one.count if one.how == "denied" else 0,
            address("/labels", **{**asked, "by": who, "label": label}), address("/labels", **{**asked, "by": who}),
        ))  # fmt: skip
    total = len({held.heads[place][1:] for place in places})
    return figure(label_matrix(cells, title=title, total=total)) if cells else None


def _targets(held: Uses) -> list[tuple[str, int]]:
    """Whom most labels are about, and how often."""
    found: Counter[str] = Counter()
    for (about, _, _), one in zip(held.heads, held.rows, strict=True):
        if about:
            found[about] += one.count
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_TARGETS]


def holds(name: str, words: str) -> bool:
    """Whether all words stand in a name, in any case of letters."""
    return all(word in name.casefold() for word in words.casefold().split())


def called(one: Called) -> str:
    """The holder, for people."""
    return one.by or (OUTLET if one.own else NOBODY)
