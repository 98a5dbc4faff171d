"""Labels beside marks, none upon another: each takes the first free place around its mark, or is left to the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from sayso.web.charts.markup import element, fitted, width_of

GAP = 4.0  # pixels between a mark and its label
LINE = 1.2  # the height of a line as a share of the font's size


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share a place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Whether all of it lies in the other."""
        return (
            self.left >= other.left and self.right <= other.right
            and self.top >= other.top and self.bottom <= other.bottom
        )  # fmt: skip


@dataclass(slots=True)
class Labels:
    """What is taken in a drawing, and the labels that were put there.

    within   the drawing; no label leaves it
    taken    boxes of marks and labels
    """

    within: Box
    taken: list[Box] = field(default_factory=list)

    def mark(self, x: float, y: float, radius: float) -> None:
        """Take the place of a round mark."""
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def put(
        self,
        text: str,
        x: float,
        y: float,
        radius: float,
        *,
        size: float = 12,
        most: float = 150,
        class_: str = "label",
    ) -> Markup:
        """A label beside the mark at x, y; "" where no place around it is free."""
        shown = fitted(text, most, size)
        width, height = width_of(shown, size), size * LINE
        for box, anchor in _around(x, y, radius + GAP, width, height):
            if box.inside(self.within) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                at = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
                return element("text", shown, x=at, y=box.top + 0.85 * size, text_anchor=anchor, class_=class_)
        return Markup("")


def _around(x: float, y: float, away: float, width: float, height: float) -> Iterable[tuple[Box, str]]:
    """Boxes around a mark, the likeliest for the eye first, each with where its text begins."""
    middle, slant = y - height / 2, away * 0.7
    yield Box(x + away, middle, x + away + width, middle + height), "start"
    yield Box(x - away - width, middle, x - away, middle + height), "end"
    yield Box(x - width / 2, y - away - height, x + width / 2, y - away), "middle"
    yield Box(x - width / 2, y + away, x + width / 2, y + away + height), "middle"
    for top in (y - slant - height, y + slant):
        yield Box(x + slant, top, x + slant + width, top + height), "start"
        yield Box(x - slant - width, top, x - slant, top + height), "end"
