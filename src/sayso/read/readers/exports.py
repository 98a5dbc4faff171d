"""Exports of news databases as text: LexisNexis, Nexis Uni, Factiva, ProQuest. Each document is a member ``x.txt!/3``.

The heads of such documents are fields (outlet, date, byline, length) and no part of the text: read as text, "Length"
and "Byline" would be speakers. The forms are those that the databases write; field names are English in all of them.
The same files as RTF come here by way of the reader of RTF.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import decode_text
from sayso.read.original import Budget, Failure, LeftOut, Original, Read
from sayso.values.report import Hints

LEXIS_BEGIN: Final = re.compile(r"\s*\d{1,5} of \d{1,5} DOCUMENTS?\s*\Z")
NEXIS_END: Final = re.compile(r"\s*End of Document\s*\Z")
FACTIVA_END: Final = re.compile(r"\s*Document [A-Za-z]{1,8}[0-9A-Za-z]{12,30}\s*\Z")
PROQUEST_BEGIN: Final = re.compile(r"\s*Document \d{1,5} of \d{1,5}\s*\Z")
RULE: Final = re.compile(r"\s*[_=-]{20,}\s*\Z")
WORD_COUNT: Final = re.compile(r"\s*[\d,]{1,9} words\s*\Z")
FIELD: Final = re.compile(r"([A-Z][A-Za-z-]{1,24}(?: [A-Za-z-]{2,20}){0,3}):[ \t]*(.*)\Z")
COPYRIGHT: Final = re.compile(r"\s*(?:copyright\b|\(c\)|©)", re.IGNORECASE)
EDITION: Final = re.compile(r"\bedition\b", re.IGNORECASE)
BY: Final = re.compile(r"(?i:by)[ \t]+")
MONTHS: Final = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
DAY_FIRST: Final = re.compile(r"\b(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})\b")
MONTH_FIRST: Final = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b")
HEAD: Final = frozenset({
    "byline", "section", "length", "dateline", "headline", "highlight", "series", "body", "source", "correction-date",
})  # fmt: skip
TAIL: Final = frozenset({
    "load-date", "language", "publication-type", "subject", "graphic", "url", "document-type", "journal code",
    "classification", "company", "organization", "person", "geographic", "country", "city", "state", "industry", "type",
    "ticker", "category", "acc-no", "notes", "document-date", "pub-type", "journal-code",
})  # fmt: skip
# What Factiva writes before a field; those of TEXT hold the report, those of AFTER end it.
CODES: Final = frozenset(
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN ART CLM DE".split()
)
AFTER: Final = frozenset("CT RF CO IN NS RE IPC IPD PUB AN ART DE".split())
CODE: Final = re.compile(r"([A-Z]{2,3})(?:[ \t]+(.*))?\Z")
ADVICE: Final = "export it again with the full text"


class Document(NamedTuple):
    """One document of an export: its text, and what its head says."""

    text: str
    said: Hints


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return the documents of an export, in its order, numbered from 1.

    One without text is a Failure; the list of documents before the first one is left out.
    Raises BrokenOriginal if no document can be told apart, EmptyOriginal.
    """
    decoded, _ = decode_text(original.read(), original.charset)
    lines = decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    budget = original.budget or Budget()
    found = 0
    for part in _parts(lines):
        document = next((made for form in FORMS if (made := form(part)) is not None), None)
        if document is None:
            if not found and sum(len(line.split()) for line in part) > 1:
                yield LeftOut(f"{original.path}!/0", "what stands before the first document of an export")
            continue
        found += 1
        budget.member()
        name = f"!/{found}"
        if not document.text.strip():
            error = EmptyOriginal("a document of an export without text", ADVICE)
            yield Failure.of(original.member(name), error, "export")
            continue
        yield original.member(
            name, document.text.encode("utf-8", "replace"), media="text/plain", charset="utf-8", carried=document.said,
            budget=budget,
        )  # fmt: skip
    if not found:
        raise BrokenOriginal("an export of a database, but its documents cannot be told apart", ADVICE)


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """The lines between the marks at which documents begin or end."""
    held: list[str] = []
    for line in lines:
        begins = LEXIS_BEGIN.match(line) or PROQUEST_BEGIN.match(line)
        ends = NEXIS_END.match(line) or FACTIVA_END.match(line)
        if not begins and not ends:
            held.append(line)
            continue
        yield held
        held = []
    yield held


def _lexis(lines: list[str]) -> Document | None:
    """LexisNexis and Nexis Uni: centred lines or a title, fields, the text, more fields."""
    at = next((n for n, line in enumerate(lines) if _name(line) in HEAD), None)
    if at is None:
        return None
    fields: dict[str, str] = {}
    place, last = at, ""
    while place < len(lines):
        line = lines[place]
        name = _name(line)
        if name == "body":
            place += 1
            break
        if name in HEAD:
            last = name
            fields.setdefault(name, _value(line))
        elif last and line.strip() and lines[place - 1].strip() and not _is_long(fields[last]):
            fields[last] += " " + line.strip()  # a value that goes on in the next line
        elif line.strip():
            break
        place += 1
    end = next((n for n in range(place, len(lines)) if _name(lines[n]) in TAIL), len(lines))
    text = _without_copyright(lines[place:end])
    head = [line for line in lines[:at] if line.strip() and not COPYRIGHT.match(line) and not RULE.match(line)]
    date = next((n for n, line in enumerate(head) if _date(line)), None)
    centred = bool(head) and head[0].startswith("    ")
    title, outlet = fields.get("headline"), None
    if date is not None and centred:
        outlet = " ".join(line.strip() for line in head[:date]) or None
        title = title or " ".join(line.strip() for line in head[date + 1 :] if not line.startswith("    ")) or None
    elif date is not None and date:
        outlet = head[date - 1].strip()
        # as RTF the lines are centred without spaces: outlet, date, edition, title
        titles = head[: date - 1] or [line for line in head[date + 1 :] if not EDITION.search(line)]
        title = title or " ".join(line.strip() for line in titles) or None
    return _document(text, title, outlet, fields.get("byline"), _date(head[date]) if date is not None else None)


def _factiva(lines: list[str]) -> Document | None:
    """Factiva: fields behind codes, or, as it is shown, a title, the number of words, date, outlet, copyright, text."""
    coded = [
        match for line in lines if (match := CODE.match(line.strip())) and match[1] in ("HD", "WC", "PD", "LP", "TD")
    ]
    if len({match[1] for match in coded}) >= 3:
        return _coded(lines)
    at = next((n for n, line in enumerate(lines) if WORD_COUNT.match(line)), None)
    if at is None:
        return None
    head = [line.strip() for line in lines[:at] if line.strip()]
    rest = [(n, line.strip()) for n, line in enumerate(lines) if n > at and line.strip()]
    dates = [index for index, (_, line) in enumerate(rest[:3]) if _date(line)]
    begin = next((n for n, line in rest[:14] if COPYRIGHT.match(line)), None)
    if not dates or begin is None or not head:
        return None
    names = [line for _, line in rest[dates[0] + 1 :] if not re.match(r"\d\d?:\d\d", line)]
    byline = next((line for line in head[1:] if BY.match(line)), None)
    title = " ".join(line for line in head if line != byline)
    return _document(lines[begin + 1 :], title, names[0] if names else None, byline, _date(rest[dates[0]][1]))


def _coded(lines: list[str]) -> Document:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = CODE.match(line.strip()) if line[:1].strip() else None
        known = match is not None and match[1] in CODES
        if known and code in ("LP", "TD") and match is not None:
            # a line of the report may begin with capitals: a code stands alone there, or far from what follows
            apart = match[2] is None or re.match(r"[A-Z]{2,3}(?:\t|  )", line.strip()) is not None
            known = apart and match[1] in AFTER | {"TD"}
        if known and match is not None:
            code = match[1]
            fields.setdefault(code, []).append(match[2] or "")
        elif code:
            fields[code].append(line)
    one = {code: " ".join(" ".join(values).split()) or None for code, values in fields.items()}
    text = [*fields.get("LP", ()), "", *fields.get("TD", ())]
    return _document(text, one.get("HD"), one.get("SN"), one.get("BY"), _date(one.get("PD") or ""))


def _proquest(lines: list[str]) -> Document | None:
    """ProQuest: every part is a field, the text too ("Full text:")."""
    fields: dict[str, list[str]] = {}
    name = ""
    for number, line in enumerate(lines):
        match = FIELD.match(line)
        blank = number == 0 or not lines[number - 1].strip()
        if match is not None and blank and (name != "full text" or match[1].lower() in PROQUEST_AFTER):
            name = match[1].lower()
            fields.setdefault(name, []).append(match[2])
        elif name and not RULE.match(line):
            fields[name].append(line)
    if "title" not in fields or not fields.keys() & {"full text", "abstract", "publication title", "publication info"}:
        return None
    one = {name: " ".join(" ".join(values).split()) or None for name, values in fields.items()}
    outlet = one.get("publication title") or (one.get("publication info") or "").partition(";")[0].strip() or None
    date = _date(one.get("publication date") or "") or _date(one.get("publication info") or "")
    text = fields.get("full text") or fields.get("abstract") or []
    made = _document(text, one.get("title"), outlet, one.get("author"), date)
    address = one.get("document url") or one.get("url")
    return Document(made.text, Hints(url=address).over(made.said)) if address and "://" in address else made


PROQUEST_AFTER: Final = frozenset({
    "subject", "location", "people", "company / organization", "company", "title", "publication title", "pages",
    "publication year", "publication date", "year", "publisher", "place of publication", "country of publication",
    "publication subject", "issn", "source type", "language of publication", "document type", "proquest document id",
    "document url", "copyright", "last updated", "database", "credit", "links", "identifier / keyword", "section",
})  # fmt: skip
FORMS: Final[tuple[Callable[[list[str]], Document | None], ...]] = (_proquest, _lexis, _factiva)


def _name(line: str) -> str:
    """The name of the field that begins in this line, in small letters; "" if none does."""
    word = line.strip()
    if word.lower() in ("body", "classification", "graphic", "notes"):
        return word.lower()
    match = FIELD.match(line.strip()) if line[:1].strip() else None
    return match[1].lower() if match is not None else ""


def _value(line: str) -> str:
    return line.partition(":")[2].strip()


def _is_long(value: str) -> bool:
    return len(value) > 300


def _without_copyright(lines: list[str]) -> list[str]:
    """The lines of a text without the notice of copyright at its end, centred over two lines or so."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("    ") or COPYRIGHT.match(lines[end - 1])):
        end -= 1
    return lines[:end]


def _document(
    lines: list[str], title: str | None, outlet: str | None, byline: str | None, date: str | None
) -> Document:
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
    byline = BY.sub("", byline.strip(" .;"), count=1) if byline else None
    return Document(
        text,
        Hints(
            title=" ".join(title.split()) if title else None, outlet=" ".join(outlet.split()) if outlet else None,
            byline=byline or None, published=date, published_from="meta" if date else None,
        ),
    )  # fmt: skip


def _date(line: str) -> str | None:
    """The first date in a line with its month in words, as "May 3, 2031 Saturday" or "3 May 2031"."""
    for form, order in ((MONTH_FIRST, (3, 1, 2)), (DAY_FIRST, (3, 2, 1))):
        for match in form.finditer(line[:500]):
            year, month, day = (match[n] for n in order)
            number = MONTHS.get(month[:3].lower())
            if number is not None:
                try:
                    return datetime.date(int(year), number, int(day)).isoformat()
                except ValueError:
                    continue
    return None
