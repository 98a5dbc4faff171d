"""What an event counts: the quantities that lie in its parts, or that count one of them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.extract.events.when import Placed
from sayso.nlp.tree import Tree
from sayso.values.findings import Quantity


def quantities_of(tree: Tree, found: Sequence[Placed], quantities: Sequence[Quantity]) -> dict[int, tuple[str, ...]]:
    """Trigger -> the quantities of its parts.

    A quantity belongs to the events of the narrowest parts that hold it, and to those one of whose parts it counts:
    "seized [five bombs] ready to be used" counts what was seized.
    """
    out: dict[int, list[str]] = {}
    heads: dict[int, list[int]] = {}
    for one in found:
        for part in one.parts:
            if part.role in ("agent", "patient", "recipient") and one.trigger not in heads.setdefault(part.token, []):
                heads[part.token].append(one.trigger)
    held = sorted((tree.start[p.first], tree.end[p.last - 1], one.trigger) for one in found for p in one.parts)
    starts = [start for start, _, _ in held]
    for quantity in quantities:
        upto = bisect.bisect_right(starts, quantity.span.start)
        over = [
            (end - start, trigger)
            for start, end, trigger in held[max(0, upto - 400) : upto]
            if end >= quantity.span.end
        ]
        if over:
            narrowest = min(over)[0]
            for width, trigger in over:
                if width == narrowest and quantity.id not in out.setdefault(trigger, []):
                    out[trigger].append(quantity.id)
        for trigger in heads.get(_counted(tree, quantity), ()):
            if quantity.id not in out.setdefault(trigger, []):
                out[trigger].append(quantity.id)
    return {trigger: tuple(ids) for trigger, ids in out.items()}


def _counted(tree: Tree, quantity: Quantity) -> int:
    """The noun that a number counts; the number itself where it stands for those it counts."""
    word = tree.at(quantity.span.end - 1)
    while tree.dep[word] in ("nummod", "quantmod", "compound", "advmod") and tree.head[word] != word:
        word = tree.head[word]
    return word
