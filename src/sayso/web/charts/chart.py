"""A chart as a value: drawings for wide and narrow screens, what it shows of how much, and the rows behind it."""

from __future__ import annotations

import importlib.resources
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts.markup import element, joined

WIDE: Final = 960.0  # pixels of a drawing for a wide screen
NARROW: Final = 328.0  # and for a telephone, 360 wide with its margins
XMLNS: Final = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Chart:
    """See the module.

    kind            "timeline", "map", "network" or "numbers"
    title           what it shows, for who hears the page
    wide, narrow    the drawing as SVG; both say the same
    shown, total    how many marks of how many
    chosen          by what those that are shown were chosen, such as "the most claims"; of no meaning where all are
    rows            what is shown, as rows for a table, CSV and JSON
    legend          what the marks mean
    """

    kind: str
    title: str
    wide: Markup
    narrow: Markup
    shown: int
    total: int
    chosen: str
    rows: Sequence[Mapping[str, Any]] = ()
    legend: Markup = field(default_factory=lambda: Markup(""))

    @property
    def note(self) -> str:
        """ "60 of 1,204, chosen by the most claims", or "all 60 shown"."""
        if self.shown == self.total:
            return f"all {self.total:,} shown" if self.total != 1 else "the only one shown"
        return f"{self.shown:,} of {self.total:,}, chosen by {self.chosen}"


def svg(key: str, title: str, about: str, width: float, height: float, *children: str, class_: str = "") -> Markup:
    """One drawing with its title and description. It is a group of links, and no picture to those who hear it.

    key   begins the ids in it, which must be its own in a page
    """
    return element(
        "svg", element("title", title, id=f"{key}-title"), element("desc", about, id=f"{key}-about"), *children,
        xmlns=XMLNS, viewBox=f"0 0 {width:.0f} {height:.0f}", width=width, height=height, role="group",
        aria_labelledby=f"{key}-title", aria_describedby=f"{key}-about", class_=f"chart {class_}".strip(),
    )  # fmt: skip


def figure(chart: Chart, *, data: str = "", empty: str = "") -> Markup:
    """The chart in a page: one of its two drawings is shown, by how wide the screen is; caption, legend, note.

    data    address of what it shows, without its ending: links to data.svg, data.csv and data.json
    empty   what to do where there is nothing to show
    """
    if not chart.total:
        return element("p", empty or f"{chart.title}: nothing to show.", class_="empty")
    links = [element("a", kind.upper(), href=f"{data}.{kind}", class_="data") for kind in ("svg", "csv", "json")]
    said = element("span", chart.note, class_="note")
    return element(
        "figure",
        element("div", chart.wide, class_="drawn-wide"),
        element("div", chart.narrow, class_="drawn-narrow"),
        element("figcaption", chart.legend, Markup(" "), said, *(joined(Markup(" "), link) for link in links if data)),
        class_=f"chart-{chart.kind}",
    )


def standalone(chart: Chart) -> str:
    """The wide drawing as a file of its own, with the style in it."""
    style = Markup(f"<style>{css()}</style>")
    head, mark, rest = chart.wide.partition(">")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{mark}{style}{rest}\n'


def css() -> Markup:
    """The style of all charts, light and dark."""
    file = importlib.resources.files("sayso.web") / "static" / "charts.css"
    return Markup(file.read_text(encoding="utf-8"))


def legend(*items: tuple[str, str]) -> Markup:
    """What marks mean: (class of the sample, words)."""
    entries = [
        element("li", element("svg", *_sample(kind), viewBox="0 0 24 12", width=24, height=12, aria_hidden="true",
                              class_="chart sample"), " ", words)
        for kind, words in items
    ]  # fmt: skip
    return element("ul", *entries, class_="legend")


def _sample(kind: str) -> list[Markup]:
    shape, _, classes = kind.partition(" ")
    if shape == "line":
        return [element("line", x1=1, y1=6, x2=23, y2=6, class_=classes)]
    if shape == "bar":
        return [element("rect", x=1, y=2, width=22, height=8, rx=3, class_=classes)]
    if shape == "cross":
        return [
            element("circle", cx=12, cy=6, r=5, class_=classes),
            element("path", d="M8 2l8 8m0-8l-8 8", class_="cross"),
        ]
    if shape == "area":
        return [element("path", d="M2 11L12 1L22 11Z", class_=classes)]
    return [element("circle", cx=12, cy=6, r=5, class_=classes)]
