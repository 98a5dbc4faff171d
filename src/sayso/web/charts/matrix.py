"""Who calls whom what: a table of holders and labels, each cell a count that leads to the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts.chart import Chart
from sayso.web.charts.markup import MAX_TITLE, element, local, shortened

MOST_HOLDERS: Final = 40
MOST_LABELS: Final = 24
LONGEST: Final = 40  # characters of a head; all of it stands in its title
SIGNS: Final = {-1: "−", 0: "", 1: "+"}
SIGNS_TOLD: Final = "How often: − a label against whom it is about, + one for them."
SENSES: Final = {-1: "against", 0: "", 1: "for"}


@dataclass(frozen=True, slots=True)
class LabelCell:
    """A holder calls the target by a label, so often.

    polarity   -1, 0 or 1: whether the label speaks against the target or for it
    denied     how many of these deny that the label fits
    """

    holder: str
    label: str
    count: int = 1
    polarity: int = 0
    denied: int = 0
    href: str = ""
    holder_href: str = ""


def label_matrix(cells: Sequence[LabelCell], *, title: str, total: int | None = None) -> Chart:
    """Holders by rows and labels by columns, those with the most uses first; a cell of one pair is the sum of them.

    total   how many pairs there are, where `cells` are not all
    Both drawings of the chart are the same table, which can be moved sideways on a narrow screen.
    """
    by_holder: dict[str, int] = defaultdict(int)
    by_label: dict[str, int] = defaultdict(int)
    held: dict[tuple[str, str], LabelCell] = {}
    for cell in cells:
        by_holder[cell.holder] += cell.count
        by_label[cell.label] += cell.count
        before = held.get((cell.holder, cell.label))
        held[cell.holder, cell.label] = cell if before is None else _sum(before, cell)
    labels = sorted(by_label, key=lambda name: (-by_label[name], name))[:MOST_LABELS]
    using = {holder for holder, label in held if label in labels}  # nobody else, whose row would be empty
    holders = sorted(using, key=lambda name: (-by_holder[name], name))[:MOST_HOLDERS]
    shown = [held[pair] for holder in holders for label in labels if (pair := (holder, label)) in held]
    table = _table(holders, labels, held, title, by_holder, by_label)
    count = len(held) if total is None else total
    rows = [_row(cell) for cell in shown]
    signs = element("span", SIGNS_TOLD) if any(cell.polarity for cell in shown) else Markup("")
    return Chart("matrix", title, table, table, len(shown), count, "the most uses", rows, signs)


def _sum(one: LabelCell, other: LabelCell) -> LabelCell:
    polarity = one.polarity if one.polarity == other.polarity else 0
    count, denied = one.count + other.count, one.denied + other.denied
    return LabelCell(one.holder, one.label, count, polarity, denied, one.href, one.holder_href)


def _row(cell: LabelCell) -> dict[str, Any]:
    return {
        "holder": cell.holder, "label": cell.label, "count": cell.count, "polarity": cell.polarity,
        "denied": cell.denied, "href": cell.href,
    }  # fmt: skip


def _table(
    holders: Sequence[str], labels: Sequence[str], held: dict[tuple[str, str], LabelCell], title: str,
    by_holder: dict[str, int], by_label: dict[str, int],
) -> Markup:  # fmt: skip
    hrefs = {cell.holder: cell.holder_href for cell in held.values()}
    corner = element("th", "Who", scope="col", class_="holder")
    heads = [element("th", element("span", *_head(label)), scope="col", class_="label-head") for label in labels]
    heads.append(element("th", "all", scope="col", class_="sum"))
    lines = []
    for holder in holders:
        name = shortened(holder or "the report itself", LONGEST)
        link = element("a", name, href=hrefs[holder]) if local(hrefs[holder]) else element("span", name)
        cells = [_cell(held.get((holder, label))) for label in labels]
        every = element("td", f"{by_holder[holder]:,}", class_="sum")
        lines.append(element("tr", element("th", link, scope="row", class_="holder"), *cells, every))
    sums = [element("td", f"{by_label[label]:,}", class_="sum") for label in labels]
    whole = element("td", f"{sum(by_holder.values()):,}", class_="sum")
    foot = element("tr", element("th", "all", scope="row", class_="holder sum"), *sums, whole)
    return element(
        "div",
        element(
            "table", element("caption", title), element("thead", element("tr", corner, *heads)),
            element("tbody", *lines), element("tfoot", foot), class_="matrix",
        ),
        class_="scroll", tabindex="0", role="region", aria_label=shortened(title, MAX_TITLE),
    )  # fmt: skip


def _head(label: str) -> list[str]:
    shown = shortened(label, LONGEST)
    return [shown] if shown == label else [element("title", label), shown]


def _cell(cell: LabelCell | None) -> Markup:
    if cell is None:
        return element("td", class_="none")
    words = f"{cell.count:,}{SIGNS[cell.polarity]}"
    said = f"{shortened(cell.holder or 'the report itself', 80)}, “{shortened(cell.label, 80)}”: {cell.count:,}"
    said += f", {SENSES[cell.polarity]}" if cell.polarity else ""
    said += f", {cell.denied:,} of them denied" if cell.denied else ""
    inner = (
        element("a", words, href=cell.href, title=said, aria_label=said)
        if local(cell.href)
        else element("span", words, title=said)
    )
    kind = {-1: "against", 0: "neutral", 1: "for"}[cell.polarity]
    return element("td", inner, class_=f"{kind} {'denied' if cell.denied == cell.count else ''}".strip())
