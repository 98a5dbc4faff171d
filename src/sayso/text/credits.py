"""What the head and the foot of a text say of it: dateline, date, byline, and the agency that supplied it.

A credit found here holds for the report. "He told the Mehr News Agency" is no credit: it holds for that attribution,
and the step that finds attributions sees it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.text import CreditWords
from sayso.text.datelines import find_dateline
from sayso.text.quotations import paragraph_spans
from sayso.values.report import Credit, Hints
from sayso.values.spans import Span
from sayso.world.agencies import agency_name

HEAD, FOOT = 4, 3  # paragraphs that are looked at
HEAD_CHARACTERS: Final = 20_000
FOOT_CHARACTERS: Final = 4000
MAX_HEAD_LINE: Final = 120  # characters of a line that may be a byline, a date or a credit
MAX_FOOT_LINE: Final = 300
TAIL_CHARACTERS: Final = 120  # at the end of the last line, in which a credit is looked for
NOTE_CHARACTERS: Final = 600  # at the end of a line, in which a note of who wrote is looked for
CENTURY_TURNS: Final = 50  # a year of two digits from here on is of the last century


@dataclass(frozen=True, slots=True)
class TextCredits:
    """What a text says of itself. The hints hold the byline, and the date where it has a year."""

    hints: Hints = Hints()
    credits: tuple[Credit, ...] = ()
    dateline: Span | None = None
    byline: Span | None = None


def of_text(text: str, words: CreditWords) -> TextCredits:
    """Dateline, date, byline and agencies as the head and the foot of a text give them; what is not there is empty.

    >>> from sayso.lang import load_language
    >>> english = load_language("en").text.credits
    >>> found = of_text('HALDMARK, May 3 (OPS) -- "No," he told the Ostrany Press Service.', english)
    >>> found.dateline.text, found.credits[0].agency, found.hints.published
    ('HALDMARK, May 3 (OPS)', 'Ostrany Press Service', None)
    """
    paragraphs = paragraph_spans(text[:HEAD_CHARACTERS])
    if not paragraphs:
        return TextCredits()
    dateline: Span | None = None
    byline: Span | None = None
    date: str | None = None
    credits: dict[str, Credit] = {}
    name: str | None = None
    for start, end in paragraphs[:HEAD]:
        line = text[start:end]
        found = find_dateline(text, start, end, words)
        if found is not None:
            dateline = _span(text, start + found.start, start + found.end)
            date = date or full_date(found.date, words)
            if found.agency:
                name_of, first, last = found.agency
                credits[name_of] = Credit(name_of, _span(text, start + first, start + last))
            break
        if end - start > MAX_HEAD_LINE:
            break
        by = words.byline.match(line)
        if by is not None and byline is None:
            people = [person for person in re.split(r",\s+", by["name"]) if not agency_name(person)]
            name, byline = ", ".join(people) or None, _span(text, start, end)
        day = words.date_line.match(line)
        if day is not None and full_date(day["date"], words) and date is None:
            date, dateline = full_date(day["date"], words), dateline or _span(text, start, end)
        for credit in _agencies(text, start, line, words, (words.alone, words.source)):
            credits.setdefault(credit.agency, credit)
        for form in words.agency.finditer(line[by.start("name") :] if by is not None else ""):
            at = start + by.start("name") + form.start() if by is not None else start
            agency = agency_name(form.group()) or form.group()
            credits.setdefault(agency, Credit(agency, _span(text, at, at + len(form.group()))))
    for credit in _foot(text, words):
        credits.setdefault(credit.agency, credit)
    hints = Hints(byline=name, published=date, published_from="dateline" if date else None)
    return TextCredits(hints, tuple(sorted(credits.values(), key=_start)), dateline, byline)


def full_date(date: str, words: CreditWords) -> str | None:
    """The ISO date of words that hold day, month and year; a year of two digits from 50 on is of the last century.

    >>> from sayso.lang import load_language
    >>> english = load_language("en").text.credits
    >>> full_date("May 3, 2031", english), full_date("25 OCT 89", english), full_date("May 3", english)
    ('2031-05-03', '1989-10-25', None)
    """
    match = words.full_date.fullmatch(date.strip())
    if match is None:
        return None
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= CENTURY_TURNS else 2000
    try:
        return datetime.date(year, words.months.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _foot(text: str, words: CreditWords) -> Iterator[Credit]:
    tail = max(0, len(text) - FOOT_CHARACTERS)
    paragraphs = [(start + tail, end + tail) for start, end in paragraph_spans(text[tail:])][-FOOT:]
    for number, (start, end) in enumerate(paragraphs):
        line = text[start:end]
        if end - start < MAX_FOOT_LINE:
            yield from _agencies(text, start, line, words, (words.alone, words.source))
        if any(hint in line for hint in words.foot_hints):
            yield from _agencies(text, start, line, words, (words.helped, words.contributed))
        if number == len(paragraphs) - 1:
            at = max(0, len(line) - TAIL_CHARACTERS)
            match = words.tail.search(line, at)
            if match is not None:
                yield from _credits(text, start, match, words)
        match = words.reporting.search(line, max(0, len(line) - NOTE_CHARACTERS))
        if match is not None:
            yield Credit(
                words.reporting_agency, _span(text, start + match.start(), start + len(line[: match.end()].rstrip()))
            )


def _agencies(
    text: str, start: int, line: str, words: CreditWords, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[Credit]:
    for pattern in patterns:
        match = pattern.search(line) if pattern in (words.helped, words.contributed) else pattern.match(line)
        if match is not None:
            yield from _credits(text, start, match, words)
            return


def _credits(text: str, start: int, match: re.Match[str], words: CreditWords) -> Iterator[Credit]:
    form = match["agency"]
    yield Credit(
        agency_name(form) or " ".join(form.split()),
        _span(text, start + match.start("agency"), start + match.end("agency")),
    )
    more = match.groupdict().get("more") or ""
    for other in words.agency.finditer(more):
        at = start + match.start("more") + other.start()
        yield Credit(agency_name(other.group()) or other.group(), _span(text, at, at + len(other.group())))


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _start(credit: Credit) -> int:
    return credit.span.start if credit.span is not None else -1
