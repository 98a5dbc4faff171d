"""How much there is over time: a bar for each day, month, year or decade, which leads to just that."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from sayso.web.charts.chart import NARROW, WIDE, Chart, svg
from sayso.web.charts.markup import element, linked, width_of
from sayso.web.charts.scales import day_number

MOST_BARS: Final = 48
EARLIER: Final = "before "  # how the name of the bar of the rare early ones begins
LATER: Final = "after "  # and that of the rare late ones
FAR: Final = 30  # years from the rest, from which on rare ones are one bar
HEIGHT: Final = 110.0
BASE: Final = 84.0  # pixels from the top to the foot of the bars
TOP: Final = 16.0
LEFT: Final = 4.0
UNITS: Final[Sequence[tuple[int, str]]] = ((10, "day"), (7, "month"), (4, "year"), (3, "decade"), (2, "century"))


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A stretch of time and how much lies in it.

    name          "2031-05-02", "2031-05", "2031", "2030s" or "1900s (century)"
    first, last   ISO dates that `between` of a question takes
    """

    name: str
    first: str
    last: str
    count: int


def bars(counts: Mapping[str, int]) -> list[TimeBar]:
    """Counts by ISO date as bars of one unit, the finest that fits; rare early ones and rare late ones are a bar each.

    What has no date is left out. Between the first bar and the last none is missing.

    >>> [(bar.name, bar.count) for bar in bars({"2031-05-02": 2, "2031-05-04": 1, "": 7})]
    [('2031-05-02', 2), ('2031-05-03', 0), ('2031-05-04', 1)]
    >>> [(bar.name, bar.count) for bar in bars({"1200": 9, "2031-05-02": 50, "2031-05-03": 40, "2109": 1})]
    [('before 2031', 9), ('2031-05-02', 50), ('2031-05-03', 40), ('after 2031', 1)]
    """
    held = {day: count for day, count in counts.items() if len(day) >= 4 and day_number(day) is not None}
    if not held:
        return []
    days = sorted(held)
    total = sum(held.values())
    sums = itertools.accumulate(held[day] for day in days)
    middle = next(day for day, seen in zip(days, sums, strict=True) if seen * 2 >= total)  # half of all lies up to it
    # a date a century ahead is a slip of a text or of its reading, and would thin out all
    late = _rare(reversed(days), held, total / 50, middle)
    days = days[: len(days) - len(late)]
    early = _rare(days, held, total / 4, days[-1])  # up to a quarter may lie before the rest, which is then seen finer
    rest = days[len(early) :]
    digits = next((n for n, _ in UNITS if len(_keys(rest[0], rest[-1], n)) <= MOST_BARS), UNITS[-1][0])
    filled = dict.fromkeys(_keys(rest[0], rest[-1], digits), 0)
    for day in rest:
        filled[_key(day, digits)] += held[day]
    made = [_bar(key, digits, count) for key, count in filled.items()]
    if early:
        made.insert(
            0, TimeBar(f"{EARLIER}{rest[0][:4]}", early[0][:4], early[-1][:10], sum(held[day] for day in early))
        )
    if late:
        made.append(TimeBar(f"{LATER}{rest[-1][:4]}", late[-1][:10], late[0][:10], sum(held[day] for day in late)))
    return made


def _key(day: str, digits: int) -> str:
    """A day with as many digits as the unit has; a date that is told less finely stands for its beginning."""
    return (day[:10] + "-01-01"[len(day[:10]) - 4 :])[:digits]


def _keys(first: str, last: str, digits: int) -> list[str]:
    """All keys from the first to the last; too many are cut off."""
    start, end = (datetime.date.fromordinal(day_number(day) or 1) for day in (first, last))
    if digits == 10:
        count = min((end - start).days, MOST_BARS) + 1
        return [datetime.date.fromordinal(start.toordinal() + i).isoformat() for i in range(count)]
    if digits == 7:
        low, high = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
        return [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(low, min(high, low + MOST_BARS) + 1)]
    each = 10 ** (4 - digits)
    return [f"{year:0{digits}}" for year in range(start.year // each, end.year // each + 1)]


def _bar(key: str, digits: int, count: int) -> TimeBar:
    zeros = 4 - digits
    if zeros <= 0:
        return TimeBar(key, key, key, count)
    name = f"{key}0s" if zeros == 1 else f"{key}00s (century)"
    return TimeBar(name, key + "0" * zeros, key + "9" * zeros, count)


def _rare(days: Iterable[str], held: Mapping[str, int], most: float, near: str) -> list[str]:
    """The first days that hold no more than `most` together, and lie FAR from one in the midst of the others."""
    found: list[str] = []
    seen = 0
    for day in days:
        seen += held[day]
        if seen > most or abs(int(day[:4]) - int(near[:4])) < FAR:
            break
        found.append(day)
    return found


def density(
    counts: Mapping[str, int], *, title: str, unit: str, href: Callable[[TimeBar], str], key: str = "density"
) -> Chart:
    """A bar for each stretch of time.

    counts   ISO date -> how much lies there; "" for what has no date
    unit     what is counted, in words: "events"
    href     the address of just what a bar stands for
    """
    made = bars(counts)
    total = sum(counts.values())
    dated = sum(bar.count for bar in made)
    about = f"{dated:,} {unit} dated in {len(made)} bars, {total - dated:,} without one. Each bar links to them."
    drawn = {
        name: _drawing(made, f"{key}-{name}", title, about, width, unit, href)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    rows = [_row(bar, href(bar)) for bar in made]
    without = f" {total - dated:,} more have no date;" if total > dated else ""
    more = element("span", f"{unit[:1].upper()}{unit[1:]};{without}")
    return Chart("density", title, drawn["wide"], drawn["narrow"], dated, dated, "date", rows, more)


def _row(bar: TimeBar, href: str) -> dict[str, Any]:
    return {"time": bar.name, "first": bar.first, "last": bar.last, "count": bar.count, "href": href}


def _drawing(
    made: Sequence[TimeBar], key: str, title: str, about: str, width: float, unit: str, href: Callable[[TimeBar], str]
) -> Markup:  # fmt: skip
    most = max((bar.count for bar in made), default=1) or 1
    each = (width - 2 * LEFT) / max(len(made), 8)
    parts = [element("line", x1=0, x2=width, y1=BASE, y2=BASE, class_="grid")]
    told = False  # the highest bar has its number
    free = -1.0  # where the next name may begin
    for i, bar in enumerate(made):
        x = LEFT + i * each
        high = max((BASE - TOP) * bar.count / most, 2.0 if bar.count else 0.0)
        marks = [
            element("rect", x=x, y=TOP, width=each, height=BASE - TOP, class_="row"),
            element("rect", x=x + 0.1 * each, y=BASE - high, width=0.8 * each, height=high, class_="bar"),
        ]
        words = f"{bar.name}: {bar.count:,} {unit}"
        parts.append(linked(href(bar) if bar.count else "", words, *marks, class_="line"))
        wide = width_of(bar.name, 11)
        left = min(max(x + each / 2 - wide / 2, 0.0), width - wide)
        if left >= free:
            parts.append(element("text", bar.name, x=left, y=BASE + 16, class_="tick"))
            free = left + wide + 10
        if bar.count == most and not told:
            told = True
            most_words = f"{bar.count:,}"
            at = min(max(x + each / 2, width_of(most_words, 11) / 2), width - width_of(most_words, 11) / 2)
            parts.append(element("text", most_words, x=at, y=TOP - 4, text_anchor="middle", class_="tick"))
    return svg(key, title, about, width, HEIGHT, *parts, class_="density")
