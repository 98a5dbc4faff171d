"""Walks through the time expressions of one report and reckons each from what came before it, or from publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import Final

from sayso.extract.times.dates import Days, days_of, easter, move, narrow, value_at
from sayso.extract.times.expression import Expression
from sayso.extract.times.values import (
    Told,
    date_value,
    is_history,
    looks_ahead,
    month_of,
    open_value,
    published,
    with_part,
    with_range,
)
from sayso.lang.needs.times import TimeWords
from sayso.values.findings import Time
from sayso.values.ids import Ids
from sayso.values.report import Report

SENTENCE: Final = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])|\n")
ASIDE: Final = 10  # years from those told; tried 5, 10, 20, never, on WikiWars and GUM
SOON: Final = 92  # days ahead of publication that a day without a year may lie, told in whatever tense
TURN: Final = 11  # months back that turn the year: January after December; tried 9, 10, 11, never, on WikiWars


class Reckoner:
    """Walks through the expressions of one report in order and reckons each from what came before."""

    def __init__(self, report: Report, found: list[Expression], words: TimeWords) -> None:
        self.report, self.found, self.words = report, found, words
        self.text = report.text
        self.published = published(report)
        self.history = self.published is None or is_history(found, self.published)
        self.sentences = [0, *(match.end() for match in SENTENCE.finditer(self.text))]
        self.ids = Ids(report.id, "t")
        self.told: Told | None = None
        self.told_day: Told | None = None
        self.aside: Told | None = None  # a year far from those told, in mid-sentence: it leads that sentence alone
        self.before_christ: int | None = None
        self.set_end = -99  # where the last "every year" ended

    def run(self) -> list[Time]:
        """All of them."""
        made: list[Time] = []
        pair: list[int] = []
        for each in self.found:
            new = self._reckon(each, self.ids(each.start))
            if new is None:
                continue
            made.append(new)
            if each.joined and each.ranged and len(made) > 1 and pair:
                ends = (made[-2].value, new.value)
                made[-2:] = [with_range(made[-2], ends), with_range(new, ends)]
            pair = [len(made) - 1] if each.ranged else []
        return made

    # -- one expression

    def _reckon(self, each: Expression, name: str) -> Time | None:
        value, anchor = self._value(each, name)
        if not value:
            return None
        dated = each.type in ("DATE", "TIME") and not value.endswith("_REF")
        days = days_of(value) if dated else self._span_days(each)
        bounds = None
        if days is not None:
            bounds = narrow(value, each.mod, days)
        first, last = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
        if dated and days is None and anchor in ("published", "stated") and not value.startswith("BC"):
            anchor = "none" if "X" in value else anchor
        if each.mod == "BEFORE":
            first = None
        elif each.mod == "AFTER":
            last = None
        if dated and days is None and value[:2] != "BC" and "X" not in value:
            return None  # there is no such day
        span = self.report.span(each.start, each.end)
        if dated and days is not None:
            self._remember(each, name, value, days, anchor == "stated")
        if value.startswith("BC"):
            self.before_christ = each.year if each.year is not None else self.before_christ
        elif dated and days is not None:
            self.before_christ = None
        if each.type == "SET":
            self.set_end = each.end
        if each.type == "DURATION" and first:
            anchor = "published"
        elif each.type in ("DURATION", "SET"):
            anchor = "none"
        return Time(name, span, each.type, value, each.mod, None, first, last, anchor)

    def _remember(self, each: Expression, name: str, value: str, days: Days, stated: bool) -> None:
        if len(value) < 4:
            return  # a decade or a century leads no date
        told = Told(name, value, days, stated, each.start, each.end)
        if self.history and each.joined and each.ranged and len(value) == 4:
            return  # of a range of years the first leads: "(1975-1976) ... In March"
        aside = self.told is not None and len(value) == 4 and abs(days[0].year - self.told.days[0].year) > ASIDE
        if self.history and aside and each.start - self.sentences[self._sentence(each.start)] > 4:
            self.aside = told
            return
        self.told, self.aside = told, None
        if told.exact:
            self.told_day = told

    def _value(self, each: Expression, name: str) -> tuple[str, str]:
        """Value and anchor."""
        kind = each.kind
        if kind == "ready":
            ref = each.value.endswith("_REF")
            return each.value, ("published" if self.published else "none") if ref else "stated"
        if kind in ("duration", "span"):
            return each.value, "none"
        if kind == "date":
            return self._date(each)
        if kind == "decade":
            return self._decade(each), "stated"
        if kind == "clock":
            return self._clock(each)
        if kind == "part":
            return self._part(each)
        if kind == "weekday":
            return self._weekday(each, each.weekday or 1)
        if kind == "deictic":
            return self._deictic(each)
        if kind == "unit":
            return self._unit(each)
        if kind == "shift":
            return self._shift(each)
        if kind == "nth":
            return self._nth(each)
        return self._holiday(each)

    # -- what it is reckoned from

    def _leads(self, each: Expression) -> Told | None:
        """The time told before that a date without a year belongs to; None where publication leads."""
        told = self.told
        if told is None:
            return None
        if self.history:
            if self.aside is not None and self._sentence(self.aside.start) == self._sentence(each.start):
                return self.aside
            return told
        if each.start - told.end > 400 or not told.stated:
            return None
        here, there = self._sentence(each.start), self._sentence(told.start)
        if here - there > 1 or len(told.value) == 4 and (here != there or told.start - self.sentences[here] > 25):
            return None
        return told if len(told.value) >= 4 and told.value[0] != "X" else None

    def _sentence(self, position: int) -> int:
        return bisect_right(self.sentences, position) - 1

    def _future(self, each: Expression) -> bool:
        """Whether the sentence speaks of what is to come."""
        number = self._sentence(each.start)
        start = max(self.sentences[number], each.start - 400)
        end = self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.text)
        end = min(end, each.end + 300)
        return looks_ahead(self.text[start : each.start], self.text[each.end : end], self.words)

    # -- dates

    def _date(self, each: Expression) -> tuple[str, str]:
        if each.year is not None and each.sub != "short" and not each.relation:
            return with_part(date_value(each.year, each), each), "stated"
        if each.sub == "short":
            short = self._short_year(each)
            return (date_value(int(short), each) if each.month else short), "stated"
        if each.month is None and each.day is not None:
            return self._day_of_month(each)
        if each.relation.endswith("year"):
            return self._in_related_year(each)
        undated = with_part(date_value(None, each), each)
        if each.start - self.set_end < 8:  # "every year in May"
            return undated, "none"
        if self.before_christ is not None:
            return with_part(date_value(self.before_christ, each), each), "stated"
        told = self._leads(each)
        if told is not None and each.relation not in ("last", "next") or (told and self.published is None):
            assert told is not None
            return with_part(date_value(self._year_after(told, each), each), each), told.id
        if self.published is None:
            return undated, "none"
        year = self._year_by_tense(each, self.published)
        return with_part(date_value(year, each), each), "published"

    def _year_after(self, told: Told, each: Expression) -> int:
        """The year of a date told after another; "the previous April", "the next spring" move it by one."""
        year = told.days[0].year
        month = month_of(each)
        if self.history and month and len(told.value) >= 7 and told.value[5].isdigit() and not each.relation:
            if told.days[0].month - month >= TURN and told.value[:2] != "BC":
                return year + 1
        if each.relation in ("next", "following") and month and month <= told.days[0].month:
            return year + 1
        if each.relation in ("last", "previous") and month and month >= told.days[0].month:
            return year - 1
        return year

    def _year_by_tense(self, each: Expression, published: date) -> int:
        """The year of the nearest such date before publication, or behind it where the sentence looks ahead."""
        month = month_of(each) or 1
        day = each.day or 1
        here = (published.month, published.day) if each.day else (published.month, 1)
        then = (month, day)
        year = published.year
        length = 3 if each.sub and each.sub[0] in "SFWQ" and each.sub != "FA" or each.sub == "FA" else 1
        if each.relation in ("this", "same"):
            return year
        if each.relation in ("last", "previous"):
            return year if then < here and (each.day or month + length - 1 < published.month) else year - 1
        if each.relation in ("next", "following"):
            return year if then > here else year + 1
        if self._future(each):
            return year if then >= here or (not each.day and month + length - 1 >= published.month) else year + 1
        if then <= here:
            return year
        coming = days_of(f"{year:04}-{month:02}-{day:02}") if each.day else None
        # Whoever writes of a day most of a year ago names the year; one that comes soon needs none.
        return year if coming is not None and (coming[0] - published).days <= SOON else year - 1

    def _in_related_year(self, each: Expression) -> tuple[str, str]:
        relation = each.relation.split()[0]
        steps = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)
        told = self.told
        if told is not None and (relation in ("that", "same", "previous", "following") or self.published is None):
            return with_part(date_value(told.days[0].year + steps, each), each), told.id
        if self.published is not None:
            return with_part(date_value(self.published.year + steps, each), each), "published"
        return with_part(date_value(None, each), each), "none"

    def _short_year(self, each: Expression) -> str:
        """'99: of the century of what was told before, else the last such year before publication."""
        number = each.year or 0
        if self.told is not None and self.history:
            led = self.told.days[0].year
            year = led // 100 * 100 + number
            return f"{year - 100 if year > led + 20 else year:04}"
        year = (self.published.year if self.published else 2029) // 100 * 100 + number
        last = self.published.year if self.published else 2029
        return f"{year if year <= last else year - 100:04}"

    def _day_of_month(self, each: Expression) -> tuple[str, str]:
        told = self.told if self.told and len(self.told.value) >= 7 else None
        day = each.day or 1
        if told is not None:
            return with_part(f"{told.days[0]:%Y-%m}-{day:02}", each), told.id
        if self.published is None:
            return f"XXXX-XX-{day:02}", "none"
        month = self.published.year * 12 + self.published.month - 1
        if self._future(each) and day < self.published.day:
            month += 1
        elif not self._future(each) and day > self.published.day:
            month -= 1
        return with_part(f"{month // 12:04}-{month % 12 + 1:02}-{day:02}", each), "published"

    def _decade(self, each: Expression) -> str:
        century = self.told.days[0].year // 100 if self.told and self.history else 19
        return f"{century:02}{each.value}"

    def _nth(self, each: Expression) -> tuple[str, str]:
        """The first weekend of August, the last Monday of May."""
        month, anchor = self._date(Expression(each.start, each.end, "date", month=each.month, year=each.year,
                                              relation=each.relation))  # fmt: skip
        days = days_of(month)
        if days is None:
            return month, anchor
        wanted = each.weekday or 1
        fits = [
            days[0] + timedelta(n)
            for n in range((days[1] - days[0]).days + 1)
            if (days[0] + timedelta(n)).isoweekday() == wanted
        ]
        place = int(each.amount or 1)
        if not fits or place > len(fits):
            return month, anchor
        day = fits[place - 1 if place > 0 else -1]
        return value_at(day, each.unit), anchor

    def _holiday(self, each: Expression) -> tuple[str, str]:
        year = each.year
        anchor = "stated"
        if year is None:
            told = self._leads(each)
            if told is not None:
                year, anchor = told.days[0].year, told.id
            elif self.published is not None and each.value == "easter":
                year, anchor = self.published.year, "published"
        if year is None or not 1583 <= year <= 4099:
            return "XXXX-XX", "none"
        return (easter(year).isoformat() if each.value == "easter" else f"{year:04}-XX"), anchor

    # -- days of the week, parts of the day, clocks

    def _weekday(self, each: Expression, weekday: int) -> tuple[str, str]:
        base: date | None = self.published
        anchor = "published"
        if (base is None or self.history) and self.told_day is not None:
            base, anchor = self.told_day.days[0], self.told_day.id
        if base is None:
            return with_part(f"XXXX-WXX-{weekday}", each), "none"
        back = (base.isoweekday() - weekday) % 7
        on = (weekday - base.isoweekday()) % 7
        if each.relation in ("last", "previous"):
            day = base - timedelta(back or 7)
        elif each.relation in ("next", "following"):
            day = base + timedelta(on or 7)
        elif each.relation == "this" or (anchor == "published" and self._future(each)):
            day = base + timedelta(on)
        else:
            day = base - timedelta(back)
        return with_part(day.isoformat(), each), anchor

    def _near_day(self, each: Expression) -> Told | None:
        """The day told last, in this sentence or the one before."""
        told = self.told_day
        if told is None or (not self.history and self._sentence(each.start) - self._sentence(told.start) > 1):
            return None
        return told

    def _clock(self, each: Expression) -> tuple[str, str]:
        if each.relation == "today" and self.published:
            return f"{self.published.isoformat()}T{each.part}", "published"
        told = self._near_day(each)
        if told is None:
            return f"XXXX-XX-XXT{each.part}", "none"
        return f"{told.days[0].isoformat()}T{each.part}", told.id

    def _part(self, each: Expression) -> tuple[str, str]:
        if each.weekday is not None:
            return self._weekday(each, each.weekday)
        steps = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(each.relation, 0)
        if each.relation in ("last", "this", "next") and self.published is not None and not self.history:
            day = move(self.published, steps, "D")
            return (f"{day.isoformat()}T{each.part}" if day else ""), "published"
        if each.relation in ("that", "same", "previous", "following", "next", "this", "last"):
            told = self.told_day
            if told is not None:
                day = move(told.days[0], steps, "D")
                return (f"{day.isoformat()}T{each.part}" if day else ""), told.id
        return f"XXXX-XX-XXT{each.part}", "none"

    def _deictic(self, each: Expression) -> tuple[str, str]:
        if self.published is None:
            return with_part("XXXX-XX-XX", each), "none"
        day = move(self.published, each.amount or 0, "D")
        return (with_part(day.isoformat(), each) if day else ""), "published"

    # -- units: last week, the next day, five months later

    def _unit(self, each: Expression) -> tuple[str, str]:
        steps = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(each.relation, 0)
        unit = each.unit
        by_publication = each.relation in ("last", "next", "this") and unit != "D"
        told = self.told_day if unit == "D" else self.told
        if (
            unit == "D"
            and self.told is not None
            and self.told_day is not None
            and self.told_day.start < self.told.start
        ):
            told = self.told_day
        if self.published is not None and (told is None or (by_publication and not self.history)):
            day = move(self.published, steps, unit)
            return (with_part(value_at(day, unit), each) if day else ""), "published"
        if told is None:
            return self._before_christ(each, steps) or (with_part(open_value(unit), each), "none")
        day = move(told.days[0], steps, unit)
        return (with_part(value_at(day, unit), each) if day else ""), told.id

    def _before_christ(self, each: Expression, steps: int) -> tuple[str, str] | None:
        if self.before_christ is None or each.unit != "Y":
            return None
        return f"BC{-self.before_christ - steps:04}", "stated"

    def _shift(self, each: Expression) -> tuple[str, str]:
        unit = each.unit
        if each.amount is None:
            return ("PAST_REF" if each.direction < 0 else "FUTURE_REF"), "published" if self.published else "none"
        told: Told | None = None
        if each.relation != "ago":
            told = self.told_day if unit in ("D", "H", "m", "S") and self.told_day else self.told
        if told is None and self.published is None:
            return open_value(unit), "none"
        base = told.days[0] if told is not None else self.published
        assert base is not None
        day = move(base, each.amount * each.direction, unit)
        if day is None:
            return "", "none"
        if unit in ("H", "m", "S"):
            return f"{day.isoformat()}TXX", told.id if told else "published"
        return value_at(day, unit), told.id if told else "published"

    def _span_days(self, each: Expression) -> Days | None:
        """The past three years run to the day of publication, the next two months from it."""
        if each.kind != "span" or each.amount is None or self.published is None or self.history:
            return None
        back = each.relation in ("last", "past", "previous")
        if not back and each.relation not in ("next", "following"):
            return None
        other = move(self.published, -each.amount if back else each.amount, each.unit)
        if other is None:
            return None
        return (other, self.published) if back else (self.published, other)
