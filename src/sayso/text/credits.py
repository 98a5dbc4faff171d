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

from sayso.text.quotations import paragraph_spans
from sayso.values.report import Credit, Hints
from sayso.values.spans import Span
from sayso.world.agencies import AMBIGUOUS, NAME_OF, NO_AGENCY, agency_name, spelled_out

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,?\s+)?"
DATE: Final = rf"(?i:{WEEKDAY}(?:{MONTH}\s+{DAY}|{DAY}\s+{MONTH})(?:,?\s+(?:\d{{4}}|\d\d))?)(?!\w)"
UPPER: Final = r"[A-ZÀ-ÖØ-Þ]"
CAPITALS: Final = rf"{UPPER}[A-ZÀ-ÖØ-Þ.'’]+(?:[- ]{UPPER}[A-ZÀ-ÖØ-Þ.'’]*){{0,3}}"
NAME: Final = rf"{UPPER}[\w.'’]+(?:[- ](?:de|la|al|el|es|of|the|and|{UPPER}[\w.'’]*)){{0,3}}"
REGION: Final = rf"(?:,\s+{NAME}|\s\({UPPER}[\w. ]+\)(?=,))?"
DASH: Final = r"(?:--+|[-–—―]|(?<= )_)"
# PLACE (, REGION) (, DATE) (AGENCY) DASH. In capitals the place may stand alone; else a date or an agency must follow.
DATELINE: Final = re.compile(
    rf"(?P<place>(?:(?P<capitals>{CAPITALS}(?:/{CAPITALS})*)(?!\w)|{NAME}){REGION})"
    rf"(?:,?\s*\(?(?P<date>{DATE})\)?)?"
    r"(?:,?\s*[(\[](?P<agency>[^()\[\]\n]{2,50})[)\]])?"
    rf"\s*[,.:]?\s*(?P<dash>{DASH})\s*(?=\S)"
)
AGENCY_DASH: Final = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)\s*(?P<dash>{DASH})\s+(?=\S)")
# Words in capitals before a dash that are no place.
NO_PLACE: Final = re.compile(
    r"(?:UPDATE|EXCLUSIVE|BREAKING|CORRECTED|FACTBOX|ANALYSIS|NEWS|OPINION|EXPLAINER|WATCH|VIDEO|PHOTOS?|LIVE|"
    r"INTERVIEW|"
    r"REFILE|WRAPUP|TIMELINE|SPECIAL|REPORT|EDITORIAL|COLUMN|COMMENT|ADVERTISEMENT|READ|RELATED|NOTE|PART|CHAPTER|"
    r"NATO|OPEC|UNESCO|UNICEF|COVID|FIFA|UEFA)\b"
)
CONTENT_START: Final = re.compile(rf"[\"“”„«'‘’(\[…\d$€£¥#@]|{UPPER}|[^\W\d_a-z]")
PERSON: Final = rf"{UPPER}[\w.’'-]+(?:\s+(?:{UPPER}[\w.’'-]*|de|da|del|van|von|bin|al|el|la|le)){{1,4}}"
BYLINE: Final = re.compile(
    rf"(?:By|BY|by|Written by|Reported by|Words by)[ :]+(?P<name>{PERSON}(?:(?:,| and| &)\s+{PERSON}){{0,3}})"
    rf"(?:(?:\s*[,|/–—-]\s*|\s+(?:of|for)\s+|\s+)(?P<rest>\S.{{0,60}}))?\Z"
)
DATE_LINE: Final = re.compile(
    rf"(?:(?:Published|Posted|Updated)(?: on)?:?\s+)?(?P<date>{DATE})(?:[ ,|at]+\d\d?:\d\d.*)?\.?\Z"
)
REPORTING: Final = re.compile(
    r"[(\[]?(?:Additional\s+)?[Rr]eporting\s+by\s+[^;()\n]{3,200};\s*(?:[^()\n]{0,200};\s*)?"
    r"(?:Writing|Editing|[Ww]riting and editing|Compiled|Additional reporting)\s+by\s+[^()\n;]{3,120}[)\]]?\.?\s*\Z"
)
SURE: Final = "|".join(sorted((re.escape(form) for form in NAME_OF if form not in AMBIGUOUS), key=len, reverse=True))
SOME: Final = rf"(?:{SURE})(?!\w)"
OTHER: Final = (
    rf"{UPPER}[\w’'-]+(?:\s+{UPPER}[\w’'-]+){{0,3}}\s+(?:News\s+Agency|Press\s+Agency|News|Press\s+Service|Newswire)"
)
ALONE: Final = re.compile(rf"[\s(\[–—/©-]*(?P<agency>{SOME})(?P<more>(?:\s*[/,&+]\s*{SOME})*)[\s)\].]*\Z")
SOURCE: Final = re.compile(
    rf"[(\[–—-]*\s*(?:Source|Sources|SOURCE|Credit|From|Via|Courtesy)\s*(?::|"
    rf"of)?\s*(?:the\s+)?(?P<agency>{SOME}|{OTHER}|(?:{'|'.join(map(re.escape, NAME_OF))})(?!\w))"
    r"[\s)\].]*\Z"
)
TAIL: Final = re.compile(
    rf"[.!?”\"’)…]\s*(?:{DASH}\s*|[(\[]\s*|/\s*)(?P<agency>{SOME})(?P<more>(?:\s*/\s*{SOME})*)[)\]/.]*\s*\Z"
)
HELPED: Final = re.compile(
    rf"\(?(?:With (?:inputs?|reporting|material|information|files|contributions?) (?:from|by)|"
    rf"Based on reporting by)\s+(?:the\s+)?(?P<agency>{SOME})"
)
CONTRIBUTED: Final = re.compile(rf"(?P<agency>{SOME})[^.\n]{{0,60}}\s+contributed to this (?:report|story|article)")
HEAD, FOOT = 4, 3  # paragraphs that are looked at


@dataclass(frozen=True, slots=True)
class TextCredits:
    """What a text says of itself. The hints hold the byline, and the date where it has a year."""

    hints: Hints = Hints()
    credits: tuple[Credit, ...] = ()
    dateline: Span | None = None
    byline: Span | None = None


def of_text(text: str) -> TextCredits:
    """Dateline, date, byline and agencies as the head and the foot of a text give them; what is not there is empty.

    >>> found = of_text('HALDMARK, May 3 (OPS) -- "No," he told the Ostrany Press Service.')
    >>> found.dateline.text, found.credits[0].agency, found.hints.published
    ('HALDMARK, May 3 (OPS)', 'Ostrany Press Service', None)
    """
    paragraphs = paragraph_spans(text[:20_000])
    if not paragraphs:
        return TextCredits()
    dateline: Span | None = None
    byline: Span | None = None
    date: str | None = None
    credits: dict[str, Credit] = {}
    name: str | None = None
    for start, end in paragraphs[:HEAD]:
        line = text[start:end]
        match = _dateline(line)
        if match is not None:
            dateline = _span(text, start, start + len(line[: match.start("dash")].rstrip(" ,:\t")))
            date = date or full_date(match.groupdict().get("date") or "")
            form = match["agency"]
            agency = _dateline_agency(form, text, dated=bool(match.groupdict().get("date"))) if form else None
            if agency:
                credits[agency] = Credit(
                    agency, _span(text, start + match.start("agency"), start + match.end("agency"))
                )
            break
        if end - start > 120:
            break
        by = BYLINE.match(line)
        if by is not None and byline is None:
            people = [person for person in re.split(r",\s+", by["name"]) if not agency_name(person)]
            name, byline = ", ".join(people) or None, _span(text, start, end)
        day = DATE_LINE.match(line)
        if day is not None and full_date(day["date"]) and date is None:
            date, dateline = full_date(day["date"]), dateline or _span(text, start, end)
        for credit in _agencies(text, start, line, (ALONE, SOURCE)):
            credits.setdefault(credit.agency, credit)
        for form in re.finditer(SOME, line[by.start("name") :] if by is not None else ""):
            at = start + by.start("name") + form.start() if by is not None else start
            agency = agency_name(form.group()) or form.group()
            credits.setdefault(agency, Credit(agency, _span(text, at, at + len(form.group()))))
    for credit in _foot(text):
        credits.setdefault(credit.agency, credit)
    hints = Hints(byline=name, published=date, published_from="dateline" if date else None)
    return TextCredits(hints, tuple(sorted(credits.values(), key=_start)), dateline, byline)


def full_date(words: str) -> str | None:
    """The ISO date of words that hold day, month and year; a year of two digits from 50 on is of the last century.

    >>> full_date("May 3, 2031"), full_date("25 OCT 89"), full_date("May 3")
    ('2031-05-03', '1989-10-25', None)
    """
    match = re.fullmatch(
        rf"(?i){WEEKDAY}(?:(?P<month>[a-z]+)\.?\s+(?P<day>\d+)|(?P<day2>\d+)(?:st|nd|rd|th)?\s+(?P<month2>[a-z]+)\.?)"
        r"(?:st|nd|rd|th)?,?\s+(?P<year>\d{4}|\d\d)",
        words.strip(),
    )
    if match is None:
        return None
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= 50 else 2000
    try:
        return datetime.date(year, MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _dateline(line: str) -> re.Match[str] | None:
    """The dateline that a paragraph begins with."""
    match = AGENCY_DASH.match(line)
    if match is not None:
        return match if agency_name(match["agency"]) else None
    match = DATELINE.match(line)
    if match is None or NO_PLACE.match(line):
        return None
    dash, after = match["dash"], line[match.end() :]
    loose = line[match.end("dash") : match.end("dash") + 1].isspace()
    if not CONTENT_START.match(after) or (len(dash) == 1 and not loose and dash == "-"):
        return None
    marked = bool(match["date"]) or bool(match["agency"])
    if not match["capitals"]:
        # "Kabul (Pajhwok) -": a name in small letters needs more than a dash
        known = match["agency"] and (agency_name(match["agency"]) or not _is_place_note(match["agency"]))
        return match if match["date"] or known else None
    if not marked and (after.isupper() or len(match["capitals"]) < 3 or len(line) < 60):
        return None
    return match


def _is_place_note(words: str) -> bool:
    return words in NO_AGENCY or words.lower() == words or bool(re.search(r"\d|[.!?;]", words))


def _dateline_agency(form: str, text: str, *, dated: bool) -> str | None:
    """The agency in brackets before the dash: a known one, or any that can be one by its form."""
    form = " ".join(form.split())
    known = agency_name(form)
    if known:
        return known
    first = re.split(r"\s*[/,]\s*", form)[0]
    if agency_name(first):
        return agency_name(first)
    if form in NO_AGENCY or form.lower() == form or re.search(r"[.!?;:]", form):
        return None
    named = re.fullmatch(
        rf"[A-Z][A-Z-]{{1,9}}|{UPPER}[\w’'-]+(?: (?:of |and |the )?{UPPER}[\w’'-]+){{0,4}}|.*\b(?:News|Press|"
        rf"Agency|Wire|Service|Radio|Television|TV)\b.*",
        form,
    )
    if named or (dated and form.isupper()):
        return spelled_out(form, text) or form
    return None


def _foot(text: str) -> Iterator[Credit]:
    tail = max(0, len(text) - 4000)
    paragraphs = [(start + tail, end + tail) for start, end in paragraph_spans(text[tail:])][-FOOT:]
    for number, (start, end) in enumerate(paragraphs):
        line = text[start:end]
        if end - start < 300:
            yield from _agencies(text, start, line, (ALONE, SOURCE))
        if (
            "contributed to this" in line or "With " in line or "Based on" in line
        ):  # the patterns are slow on long lines
            yield from _agencies(text, start, line, (HELPED, CONTRIBUTED))
        if number == len(paragraphs) - 1:
            at = max(0, len(line) - 120)
            match = TAIL.search(line, at)
            if match is not None:
                yield from _credits(text, start, match)
        match = REPORTING.search(line, max(0, len(line) - 600))
        if match is not None:
            yield Credit("Reuters", _span(text, start + match.start(), start + len(line[: match.end()].rstrip())))


def _agencies(text: str, start: int, line: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Credit]:
    for pattern in patterns:
        match = pattern.search(line) if pattern in (HELPED, CONTRIBUTED) else pattern.match(line)
        if match is not None:
            yield from _credits(text, start, match)
            return


def _credits(text: str, start: int, match: re.Match[str]) -> Iterator[Credit]:
    form = match["agency"]
    yield Credit(
        agency_name(form) or " ".join(form.split()),
        _span(text, start + match.start("agency"), start + match.end("agency")),
    )
    more = match.groupdict().get("more") or ""
    for other in re.finditer(SOME, more):
        at = start + match.start("more") + other.start()
        yield Credit(agency_name(other.group()) or other.group(), _span(text, at, at + len(other.group())))


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _start(credit: Credit) -> int:
    return credit.span.start if credit.span is not None else -1
