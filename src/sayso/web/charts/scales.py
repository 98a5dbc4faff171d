"""Scales: from a day or a number to a place in the drawing, with ticks that a reader can say aloud."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

BREAK: Final = 30.0  # pixels of a stretch of time that is left out
EMPTY_SHARE: Final = (
    0.3  # a stretch without a mark is left out if it takes more than this share of the time that is left
)
MAX_BREAKS: Final = 3
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
STEPS_DAYS: Final = (1, 2, 7, 14)
STEPS_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def day_number(text: str, *, end: bool = False) -> int | None:
    """An ISO date as a count of days; the first or the last day of a month or year. None where it is no date.

    >>> day_number("2031-05-04") - day_number("2031-05"), day_number("2031", end=True) - day_number("2031")
    (3, 364)
    >>> day_number("XXXX-05") is None
    True
    """
    pieces = text[:10].split("T")[0].split("-")
    if not all(piece.isascii() and piece.isdigit() for piece in pieces) or [len(p) for p in pieces] not in (
        [4], [4, 2], [4, 2, 2],
    ):  # fmt: skip
        return None
    year, month, day = (*map(int, pieces), *([0] * (3 - len(pieces))))
    try:
        if day:
            return datetime.date(year, month, day).toordinal()
        if not end:
            return datetime.date(year, month or 1, 1).toordinal()
        following = (year, month + 1) if month and month < 12 else (year + 1, 1)
        return datetime.date(*following, 1).toordinal() - 1 if following[0] <= 9999 else datetime.date.max.toordinal()
    except ValueError:
        return None


def iso(day: int) -> str:
    """A count of days as an ISO date."""
    return datetime.date.fromordinal(day).isoformat()


@dataclass(frozen=True, slots=True)
class TimeStretch:
    """A stretch of time that is drawn: days, and the pixels that it takes."""

    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days to pixels; long stretches in which nothing is told are left out, and shown as left out.

    stretches   in order; between two of them time is left out
    """

    stretches: tuple[TimeStretch, ...]

    @classmethod
    def over(cls, spans: Iterable[tuple[int, int]], left: float, right: float) -> DayScale:
        """The scale that shows all of these spans of days between two places.

        >>> scale = DayScale.over([(1, 1), (10, 12), (90_000, 90_010)], 0, 330)
        >>> len(scale.stretches), round(scale.at(1)) < 20, scale.at(90_010) < 330
        (2, True, True)
        """
        held = _merged(sorted(spans))
        if not held:
            return cls(())
        while len(held) > 1 + MAX_BREAKS:  # the shortest empty stretches are shown
            gaps = [held[i + 1][0] - held[i][1] for i in range(len(held) - 1)]
            least = gaps.index(min(gaps))
            held[least : least + 2] = [(held[least][0], held[least + 1][1])]
        while True:
            total = sum(last - first + 1 for first, last in held)
            gaps = [held[i + 1][0] - held[i][1] for i in range(len(held) - 1)]
            short = [i for i, gap in enumerate(gaps) if gap <= EMPTY_SHARE * (total + gap) or gap < 30]
            if not short:
                break
            least = min(short, key=gaps.__getitem__)
            held[least : least + 2] = [(held[least][0], held[least + 1][1])]
        room = right - left - BREAK * (len(held) - 1)
        margins = [max(0.6, 0.03 * (last - first)) for first, last in held]  # a mark on the first day is not cut off
        lengths = [last - first + 2 * margin for (first, last), margin in zip(held, margins, strict=True)]
        least_share = 0.12 if len(held) > 1 else 0.0
        shares = [max(length / sum(lengths), least_share) for length in lengths]
        stretches, position = [], left
        for (first, last), margin, share in zip(held, margins, shares, strict=True):
            width = room * share / sum(shares)
            per_day = width / (last - first + 2 * margin)
            stretches.append(TimeStretch(first, last, position + margin * per_day, position + width - margin * per_day))
            position += width + BREAK
        return cls(tuple(stretches))

    def at(self, day: float) -> float:
        """The place of a day; one outside is held at the nearest end."""
        for stretch in self.stretches:
            if day <= stretch.last:
                break
        span = stretch.last - stretch.first
        share = min(1.0, max(0.0, (day - stretch.first) / span)) if span else 0.5
        return stretch.left + share * (stretch.right - stretch.left)

    def breaks(self) -> list[float]:
        """The places where time is left out."""
        return [(a.right + b.left) / 2 for a, b in zip(self.stretches, self.stretches[1:], strict=False)]

    def ticks(self, apart: float) -> list[tuple[float, str]]:
        """(place, words), at least `apart` pixels from each other."""
        found: list[tuple[float, str]] = []
        for stretch in self.stretches:
            for day, text in _ticks(stretch, apart):
                place = self.at(day)
                if not found or place - found[-1][0] >= apart:
                    found.append((place, text))
        return found


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    held: list[tuple[int, int]] = []
    for first, last in spans:
        if held and first <= held[-1][1] + 1:
            held[-1] = (held[-1][0], max(last, held[-1][1]))
        else:
            held.append((first, last))
    return held


def _ticks(stretch: TimeStretch, apart: float) -> list[tuple[int, str]]:
    """Days of one stretch that get a word."""
    width = max(stretch.right - stretch.left, 1.0)
    days_apart = (stretch.last - stretch.first) * apart / width
    first, last = (datetime.date.fromordinal(day) for day in (stretch.first, stretch.last))
    for step in STEPS_DAYS:
        if step >= days_apart:
            begin = stretch.first if step < 7 else stretch.first + (-first.weekday()) % 7
            days = list(range(begin, stretch.last + 1, step)) or [stretch.first]
            return [(day, _day_words(datetime.date.fromordinal(day))) for day in days]
    step = next((step for step in STEPS_MONTHS if step * 30.4 >= days_apart), STEPS_MONTHS[-1])
    month = first.year * 12 + first.month - 1
    month += (first.day > 1) + (-(month + (first.day > 1))) % step
    made = []
    while month <= last.year * 12 + last.month - 1 and month // 12 <= 9999:
        day = datetime.date(month // 12, month % 12 + 1, 1)
        made.append((day.toordinal(), str(day.year) if step >= 12 else f"{MONTHS[day.month - 1]} {day.year}"))
        month += step
    return made or [(stretch.first, _day_words(first))]


def _day_words(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers to pixels, upwards; by powers of ten where they differ by more than a hundredfold.

    low, high     what is drawn
    bottom, top   the places of these
    """

    low: float
    high: float
    bottom: float
    top: float
    powers: bool = False

    @classmethod
    def over(cls, values: Sequence[float], bottom: float, top: float) -> NumberScale:
        """A scale with round ends that shows all values.

        >>> NumberScale.over([3390, 3400, 3300], 100, 0).ticks()[:2]
        [(100.0, '3,300'), (80.0, '3,320')]
        """
        low, high = min(values), max(values)
        if low > 0 and high / low > 100:
            return cls(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)), bottom, top, True)
        if low == high:
            low, high = (low - abs(low) * 0.1, high + abs(high) * 0.1) if low else (-1.0, 1.0)
        step = _round_step((high - low) / 5)
        return cls(math.floor(low / step) * step, math.ceil(high / step) * step, bottom, top)

    def at(self, value: float) -> float:
        """The place of a number; one outside is held at the nearest end."""
        low, high, held = self.low, self.high, min(max(value, self.low), self.high)
        if self.powers:
            low, high, held = math.log10(low), math.log10(high), math.log10(held)
        return self.bottom + (held - low) / (high - low) * (self.top - self.bottom)

    def ticks(self) -> list[tuple[float, str]]:
        """(place, words) from the lowest to the highest."""
        if self.powers:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            each = max(1, (last - first) // 6)
            return [(self.at(10.0**power), plain(10.0**power)) for power in range(first, last + 1, each)]
        step = _round_step((self.high - self.low) / 6)
        count = round((self.high - self.low) / step)
        return [(self.at(self.low + i * step), plain(self.low + i * step)) for i in range(count + 1)]


def _round_step(least: float) -> float:
    """1, 2 or 5 times a power of ten, at least this."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)


def plain(value: float) -> str:
    """A number as a reader writes it.

    >>> plain(3400.0), plain(0.125), plain(2.5e6), plain(4e12), plain(3e20)
    ('3,400', '0.125', '2.5 million', '4 trillion', '3e+20')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size <= abs(value) < size * 1000:
            return f"{value / size:.4g} {word}"
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.1f}"
