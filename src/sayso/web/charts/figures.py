"""How a number moved: the values that are told of one thing, over time and by voice; those in conflict are marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts.chart import NARROW, WIDE, Chart, legend, svg
from sayso.web.charts.labels import Box, Labels
from sayso.web.charts.markup import element, joined, linked, width_of
from sayso.web.charts.scales import DayScale, NumberScale, day_number, plain

MOST: Final = 200  # values
MOST_VOICES: Final = 6  # that have a line and a colour of their own; the others are grey
HEIGHT: Final = 300.0
TOP: Final = 14.0
BOTTOM: Final = 36.0  # pixels for the days
NO_DATE: Final = 76.0  # pixels for values without a date
RADIUS: Final = 5.0


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One value that is told.

    value       the number; None where only bounds are told
    low, high   between which it lies, where it is not exact; None for an open end
    day         ISO date for which, or on which, it is told; "" where none is known
    voice       who tells it
    words       as the report has it: "about 3,400 members"
    conflict    it cannot be true together with another one of these
    """

    value: float | None
    day: str = ""
    voice: str = ""
    low: float | None = None
    high: float | None = None
    words: str = ""
    href: str = ""
    conflict: bool = False

    @property
    def held(self) -> tuple[float, ...]:
        """What of it is known: number and bounds."""
        return tuple(number for number in (self.value, self.low, self.high) if number is not None)

    @property
    def chief(self) -> float:
        """Where its mark is drawn: the number, else the middle of its bounds, or the one that it has."""
        bounds = self.held
        return self.value if self.value is not None else sum(bounds) / len(bounds)


def number_chart(
    values: Sequence[ToldValue], *, title: str, key: str = "numbers", total: int | None = None,
    chosen: str = "the earliest", most: int = MOST,
) -> Chart:  # fmt: skip
    """The values over time; total: how many there are, where `values` are not all."""
    real = [value for value in values if value.held and all(abs(number) < 1e300 for number in value.held)]
    kept = sorted(real, key=lambda v: (day_number(v.day) is None, v.day, v.chief, v.voice))[:most]
    voices = _voices(kept)
    conflicts = sum(value.conflict for value in kept)
    about = (
        f"{len(kept)} values, told by {len({v.voice for v in kept})} voices; {conflicts} of them in conflict with "
        "another. Each mark links to its claim."
    )
    drawn = {
        name: _drawing(kept, voices, f"{key}-{name}", title, about, width)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    rows = [_row(value) for value in kept]
    marks = [(f"mark voice-{i}", voice or "nobody named") for i, voice in enumerate(voices)]
    marks += [("mark voice-other", "other voices")] if len({v.voice for v in kept}) > len(voices) else []
    marks += [("cross voice-conflict", "in conflict with another")] if conflicts else []
    count = len(real) if total is None else total
    held = legend(*marks)
    return Chart("numbers", title, drawn["wide"], drawn["narrow"], len(kept), count, chosen, rows, held)


def _voices(values: Sequence[ToldValue]) -> list[str]:
    """Those who tell most values, the first to tell one first."""
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        counts[value.voice] += 1
    most = set(sorted(counts, key=lambda voice: -counts[voice])[:MOST_VOICES])
    return [voice for voice in counts if voice in most]


def _row(value: ToldValue) -> dict[str, Any]:
    return {
        "day": value.day[:10] or None, "value": value.value, "low": value.low, "high": value.high, "voice": value.voice,
        "words": value.words, "conflict": value.conflict, "href": value.href,
    }  # fmt: skip


def _drawing(
    values: Sequence[ToldValue], voices: Sequence[str], key: str, title: str, about: str, width: float
) -> Markup:
    if not values:
        return svg(key, title, about, width, 40)
    numbers = NumberScale.over([number for value in values for number in value.held], HEIGHT - BOTTOM, TOP)
    left = 12 + max(width_of(words, 11) for _, words in numbers.ticks())
    days = [(day, day) for value in values if (day := day_number(value.day)) is not None]
    undated = len(days) < len(values)
    right = width - 12
    scale = DayScale.over(days, left + (NO_DATE if undated else 0), right)
    parts = [*_axes(numbers, scale, left, right, undated)]
    at: list[tuple[ToldValue, float, float]] = []
    loose = 0
    for value in values:
        day = day_number(value.day)
        if day is None:  # beside each other, so that none hides another
            x = left + 14 + (loose * 13) % (NO_DATE - 28)
            loose += 1
        else:
            x = scale.at(day)
        at.append((value, x, numbers.at(value.chief)))
    labels = Labels(Box(left + 2, 2, right, HEIGHT - BOTTOM))
    for _, x, y in at:
        labels.mark(x, y, RADIUS + 1)
    parts += _lines(at, voices)
    for value, x, y in at:
        parts.append(_mark(value, x, y, numbers, voices, labels))
    return svg(key, title, about, width, HEIGHT, *parts, class_="numbers")


def _axes(numbers: NumberScale, scale: DayScale, left: float, right: float, undated: bool) -> list[Markup]:
    parts = []
    for y, words in numbers.ticks():
        parts.append(element("line", x1=left, x2=right, y1=y, y2=y, class_="grid"))
        parts.append(element("text", words, x=left - 6, y=y + 4, text_anchor="end", class_="tick"))
    base = HEIGHT - BOTTOM
    first = left + (NO_DATE if undated else 0)
    ticks = scale.ticks(92)
    for x, words in ticks:
        anchor = (
            "middle"
            if len(ticks) == 1 and not undated
            else "end"
            if x > right - 46
            else "start"
            if x < first + 46
            else "middle"
        )
        parts.append(element("line", x1=x, x2=x, y1=base, y2=base + 5, class_="grid"))
        parts.append(element("text", words, x=x, y=base + 19, text_anchor=anchor, class_="tick"))
    for x in scale.breaks():
        parts.append(element("rect", x=x - 7, y=TOP, width=14, height=base - TOP, class_="left-out"))
        parts.append(
            element("path", d=f"M{x - 5:.0f} {base - 6}l4 6l-4 6M{x + 1:.0f} {base - 6}l4 6l-4 6", class_="tear")
        )
    if undated:
        parts.append(
            element("text", "no date", x=left + NO_DATE / 2 - 8, y=base + 19, text_anchor="middle", class_="tick")
        )
    return parts


def _lines(at: Sequence[tuple[ToldValue, float, float]], voices: Sequence[str]) -> list[Markup]:
    """A line through the dated values of each voice."""
    parts = []
    for number, voice in enumerate(voices):
        points = [(x, y) for value, x, y in at if value.voice == voice and day_number(value.day) is not None]
        if len(points) > 1:
            joined_points = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(element("polyline", points=joined_points, class_=f"course voice-{number}"))
    return parts


def _mark(
    value: ToldValue, x: float, y: float, numbers: NumberScale, voices: Sequence[str], labels: Labels
) -> Markup:  # fmt: skip
    kind = f"voice-{voices.index(value.voice)}" if value.voice in voices else "voice-other"
    marks = []
    if value.low is not None or value.high is not None:
        marks.append(_bounds(value, x, numbers, kind))
    marks.append(element("circle", cx=x, cy=y, r=RADIUS, class_=f"value {kind}"))
    if value.conflict:
        reach = RADIUS + 4
        marks.append(element("circle", cx=x, cy=y, r=reach, class_="conflict"))
        marks.append(element("path", d=f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8", class_="cross"))
    told = value.words or plain(value.chief)
    words = f"{told}; {value.voice or 'nobody named'}; {value.day[:10] or 'no date'}"
    words += "; in conflict with another value" if value.conflict else ""
    label = labels.put(plain(value.chief), x, y, RADIUS + 4, size=11, most=90, class_="label halo small")
    return linked(value.href, words, joined(*marks), label, class_="told")


def _bounds(value: ToldValue, x: float, numbers: NumberScale, kind: str) -> Markup:
    """A bar from the low to the high bound; an open end goes a little way and has no cap."""
    chief = numbers.at(value.chief)
    low = numbers.at(value.low) if value.low is not None else min(chief + 26, numbers.bottom)
    high = numbers.at(value.high) if value.high is not None else max(chief - 26, numbers.top)
    bar = element("line", x1=x, x2=x, y1=low, y2=high, class_=f"bounds {kind}")
    caps = [
        element("line", x1=x - 4, x2=x + 4, y1=y, y2=y, class_=f"bounds {kind}")
        for y, bound in ((low, value.low), (high, value.high))
        if bound is not None
    ]
    return joined(bar, *caps)
