"""A timeline: one line a thing, by the day that is told. What is vague is drawn as the time within which it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from markupsafe import Markup

from sayso.web.charts.chart import NARROW, WIDE, Chart, legend, svg
from sayso.web.charts.markup import element, fitted, joined, linked
from sayso.web.charts.scales import DayScale, day_number

How = Literal["day", "between", "lasting", "from", "until", "none"]

MOST: Final = 60  # lines of dated things
MOST_UNDATED: Final = 20
LINE: Final = 24.0  # pixels of a line where words and marks stand side by side
TWO_LINES: Final = 42.0  # and where the words stand above the marks
WORDS: Final = 330.0  # pixels for the words of a line on a wide screen
HEAD: Final = 34.0  # pixels above the first line
MARGIN: Final = 12.0
RADIUS: Final = 5.0
LEGEND: Final = (
    ("mark day", "on this day"), ("bar between", "some time between these days"), ("bar lasting", "all this time"),
    ("mark day hollow", "hollow: planned, denied or not certain"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing on a timeline.

    label            what it is called there
    earliest, latest ISO dates between which it lies; "" for an open end, both "" where no date is told
    href             address of the table or page of just this
    lasting          it took all of this time; else it lies somewhere in it
    hollow           it is planned, denied, hypothetical, or nobody knows whether it happened
    note             what stands behind the label, such as "denied"
    weight           what is kept where there are more than can be shown: the heaviest
    """

    label: str
    earliest: str = ""
    latest: str = ""
    href: str = ""
    lasting: bool = False
    hollow: bool = False
    note: str = ""
    weight: float = 0.0

    @property
    def how(self) -> How:
        """How exactly the time is told."""
        first, last = day_number(self.earliest), day_number(self.latest, end=True)
        if first is None or last is None:
            return "from" if first is not None else "until" if last is not None else "none"
        return "day" if first == last else "lasting" if self.lasting else "between"

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day that are told; an open end is closed at the other one."""
        first, last = day_number(self.earliest), day_number(self.latest, end=True)
        if first is None or last is None:
            held = first if first is not None else last
            return (held, held) if held is not None else (0, 0)
        return min(first, last), max(first, last)

    def when(self) -> str:
        """The time in words, with the dates as they are told."""
        match self.how:
            case "day":
                return self.earliest[:10]
            case "from":
                return f"{self.earliest[:10]} or later"
            case "until":
                return f"{self.latest[:10]} or earlier"
            case "none":
                return "no date told"
        return f"{self.earliest[:10]} to {self.latest[:10]}"


def timeline(
    things: Sequence[Dated], *, title: str, key: str = "timeline", total: int | None = None, chosen: str = "weight",
    most: int = MOST,
) -> Chart:  # fmt: skip
    """The things by their dates, those without a date in lines of their own at the end.

    total    how many there are, where `things` are not all
    chosen   by what those that are shown are chosen
    key      begins the ids in the drawings
    """
    dated = [thing for thing in things if thing.how != "none"]
    undated = [thing for thing in things if thing.how == "none"]
    kept = sorted(_heaviest(dated, most), key=lambda thing: (thing.days, thing.label))
    loose = _heaviest(undated, MOST_UNDATED)
    about = (
        f"{len(kept)} dated lines from the earliest to the latest, and {len(loose)} for which no date is told. Each "
        "line links to what it shows."
    )
    drawn = {
        name: _drawing(kept, loose, len(undated), f"{key}-{name}", title, about, width)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    return Chart(
        "timeline", title, drawn["wide"], drawn["narrow"], len(kept) + len(loose),
        len(things) if total is None else total, chosen, [_row(thing) for thing in (*kept, *loose)], legend(*LEGEND),
    )  # fmt: skip


def _heaviest(things: Sequence[Dated], most: int) -> list[Dated]:
    """The heaviest, in the order in which they were given."""
    order = sorted(range(len(things)), key=lambda i: (-things[i].weight, i))[:most]
    return [things[i] for i in sorted(order)]


def _row(thing: Dated) -> dict[str, Any]:
    return {
        "label": thing.label, "earliest": thing.earliest[:10] or None, "latest": thing.latest[:10] or None,
        "how": thing.how, "note": thing.note, "href": thing.href,
    }  # fmt: skip


def _drawing(
    kept: Sequence[Dated], loose: Sequence[Dated], undated: int, key: str, title: str, about: str, width: float
) -> Markup:
    narrow = width < 2 * WORDS
    left, step = (MARGIN, TWO_LINES) if narrow else (WORDS + 2 * MARGIN, LINE)
    scale = DayScale.over([thing.days for thing in kept], left, width - MARGIN)
    bottom = HEAD + step * len(kept)
    parts = [*_axis(scale, bottom, width)] if kept else []
    for i, thing in enumerate(kept):
        top = HEAD + i * step
        parts.append(_line(thing, scale, top, width, narrow))
    height = bottom + MARGIN
    if loose:
        words = f"No date told: {undated:,}" + (f", {len(loose)} of them shown" if len(loose) < undated else "")
        parts.append(element("text", words, x=MARGIN, y=height + 18, class_="heading"))
        height += 28
        for thing in loose:
            label = element("text", fitted(_called(thing), width - 2 * MARGIN), x=MARGIN, y=height + 15, class_="label")
            parts.append(linked(thing.href, f"{_called(thing)}: no date told", label, class_="line"))
            height += LINE
        height += MARGIN
    return svg(key, title, about, width, height, *parts, class_="timeline")


def _axis(scale: DayScale, bottom: float, width: float) -> list[Markup]:
    parts = []
    for place, words in scale.ticks(92):
        parts.append(element("line", x1=place, x2=place, y1=HEAD - 8, y2=bottom, class_="grid"))
        anchor = "end" if place > width - 50 else "start" if place < 50 else "middle"
        parts.append(element("text", words, x=place, y=HEAD - 16, text_anchor=anchor, class_="tick"))
    for place in scale.breaks():
        tear = f"M{place - 5:.0f} {HEAD - 10}l4 6l-4 6M{place + 1:.0f} {HEAD - 10}l4 6l-4 6"
        parts.append(element("rect", x=place - 7, y=HEAD - 8, width=14, height=bottom - HEAD + 8, class_="left-out"))
        parts.append(element("path", d=tear, class_="tear"))
    return parts


def _called(thing: Dated) -> str:
    return f"{thing.label} ({thing.note})" if thing.note else thing.label


def _line(thing: Dated, scale: DayScale, top: float, width: float, narrow: bool) -> Markup:
    room = width - 2 * MARGIN if narrow else WORDS
    label = element("text", fitted(_called(thing), room), x=MARGIN, y=top + 15, class_="label")
    middle = top + (30 if narrow else 11)
    back = element("rect", x=0, y=top, width=width, height=TWO_LINES if narrow else LINE, class_="row")
    marks = _marks(thing, scale, middle, width)
    return linked(thing.href, f"{thing.when()}: {_called(thing)}", back, label, marks, class_="line")


def _marks(thing: Dated, scale: DayScale, y: float, width: float) -> Markup:
    first, last = thing.days
    left, right = scale.at(first), scale.at(last)
    hollow = " hollow" if thing.hollow else ""
    if thing.how == "day":
        return element("circle", cx=left, cy=y, r=RADIUS, class_=f"day{hollow}")
    if thing.how in ("between", "lasting"):
        if right - left < 2 * RADIUS:
            left, right = (left + right) / 2 - RADIUS, (left + right) / 2 + RADIUS
        return element(
            "rect", x=left, y=y - RADIUS, width=right - left, height=2 * RADIUS, rx=4, class_=f"{thing.how}{hollow}"
        )
    ahead = 1 if thing.how == "from" else -1
    end = left + ahead * min(46.0, width - MARGIN - left if ahead > 0 else left - MARGIN)
    reach = element("line", x1=left, x2=end, y1=y, y2=y, class_="reach")
    tip = element("path", d=f"M{end:.1f} {y:.1f}l{-ahead * 7} -4v8z", class_="tip")
    return joined(reach, tip, element("circle", cx=left, cy=y, r=RADIUS, class_=f"day{hollow}"))
