"""A report as it was read, what somebody says of it (hints), and the zones of its text."""

from __future__ import annotations

import bisect
import datetime
import hashlib
import re
from dataclasses import dataclass, fields
from typing import Any, Final

from sayso.errors import SpanError
from sayso.values.ids import fail
from sayso.values.spans import Span
from sayso.values.terms import CreditScope, PublishedFrom, ZoneKind

REPR_WORDS: Final = 40  # characters of an outlet or title in a repr, so that the whole stays under 200 on one line


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency that supplied a report, or one attribution of it, and the words that say so."""

    agency: str
    span: Span | None = None
    scope: CreditScope = "report"


@dataclass(frozen=True, slots=True)
class Hints:
    """What someone says about a report: the user, the container it lies in, or the file itself. None is unknown.

    published        ISO date, or date and time
    published_from   who says the date: "user", "feed", "meta" or "dateline"
    """

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    lang: str | None = None

    def over(self, other: Hints) -> Hints:
        """These hints, and the other ones where these say nothing. A date keeps who said it."""
        merged = {field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        if self.published:
            merged["published_from"] = self.published_from
        elif other.published:
            merged["published_from"] = other.published_from
        return Hints(**merged)


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """One report as read. The text is kept exactly; the original's bytes lie beside it, under their SHA-256.

    map     runs (text start, original start, length): ``original[o:o + n] == text[t:t + n]``, where the original is the
            file's bytes decoded in its charset and all three count code points
    boxes   for a PDF instead: (text start, length, page from 0, left, bottom, right, top) of each line, in points
    """

    id: str
    text: str
    paths: tuple[str, ...] = ()
    sha256: str = ""
    given_id: str | None = None
    media: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: Span | None = None
    url: str | None = None
    lang: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    credits: tuple[Credit, ...] = ()
    charset: str | None = None
    map: tuple[tuple[int, int, int], ...] = ()
    boxes: tuple[tuple[int, int, int, float, float, float, float], ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{16}", self.id):
            fail(f"{self.id!r} is no report id; expected 16 hex digits")
        if self.published is not None and not re.fullmatch(
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+Z-]+)?", self.published
        ):
            fail(f"report {self.id}: published is {self.published!r}, expected an ISO date")
        if (self.published is None) != (self.published_from is None):
            fail(f"report {self.id}: a date of publication goes with where it is from")
        for text_start, original_start, length in self.map:
            if not (0 <= text_start < text_start + length <= len(self.text) and original_start >= 0):
                fail(f"report {self.id}: the run {text_start, original_start, length} of the map lies outside the text")
        for span in (self.dateline, *(credit.span for credit in self.credits)):
            if span is not None:
                self.check(span)

    @classmethod
    def of(
        cls,
        text: str,
        *,
        outlet: str | None = None,
        published: str | datetime.date | None = None,
        original: bytes | None = None,
        **others: Any,
    ) -> Report:
        """Make a report from its text; the other fields are given by name.

        published   a date, or an ISO string; `published_from` is "user" unless given too

        The id is the first 16 hex digits of SHA-256 over the original's bytes, a NUL, and the outlet; without an
        original the bytes are the text in UTF-8. ValueFault where a value cannot be.

        >>> Report.of("Terzo spoke.", outlet="Daily").id == Report.of("Terzo spoke.", outlet="Herald").id
        False
        >>> Report.of("Terzo spoke.", published="2031-05-04").published_from
        'user'
        """
        if published is not None:
            others["published"] = published if isinstance(published, str) else published.isoformat()
            if others.get("published_from") is None:
                others["published_from"] = "user"
        data = text.encode("utf-8", "surrogatepass") if original is None else original
        return cls(
            id=report_id(data, outlet), text=text, outlet=outlet, sha256=hashlib.sha256(data).hexdigest(), **others
        )

    def __repr__(self) -> str:
        """Which report it is, in a line of at most REPR characters."""
        return f"Report({self.called()}: {len(self.text):,} characters)"

    def called(self) -> str:
        """Id, outlet, date and the head of the title, as they stand in a short repr; what is unknown is left out."""
        parts = [repr(self.id), *(short_repr(held) for held in (self.outlet, self.title) if held)]
        return ", ".join([*parts, *((self.published[:10],) if self.published else ())])

    def span(self, start: int, end: int) -> Span:
        """The span of these code points; SpanError where they lie outside the text.

        >>> Report.of("Terzo spoke.").span(0, 5)
        Span(start=0, end=5, text='Terzo')
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"report {self.id}: {start}:{end} lies outside its {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def check(self, span: Span) -> None:
        """Raise SpanError unless the report says there what the span says."""
        found = self.text[span.start : span.end]
        if found != span.text:
            raise SpanError(
                f"report {self.id}, {span.start}:{span.end}: the span says {span.text!r}, the report says {found!r}; "
                "was the text changed after reading?"
            )

    def original_range(self, span: Span) -> tuple[int, int] | None:
        """Where the span stands in the decoded original, or None where an end of it has no counterpart there."""
        found = []
        for position in (span.start, span.end - 1):
            i = bisect.bisect_right(self.map, position, key=lambda run: run[0]) - 1
            if i < 0 or position >= self.map[i][0] + self.map[i][2]:
                return None
            found.append(self.map[i][1] + position - self.map[i][0])
        return found[0], found[1] + 1


def short_repr(text: str, width: int = REPR_WORDS) -> str:
    """The repr of a text, or of its head with "..." behind; white space is one space. At most `width` characters.

    >>> short_repr("The  camp would be closed", 12), short_repr("a camp", 12)
    ("'The cam'...", "'a camp'")
    """
    words = repr(" ".join(text[:width].split()))
    if len(words) <= width and len(text) <= width:
        return words
    return words[: width - 4].rstrip("\\'\" ") + words[-1] + "..."


def report_id(original: bytes, outlet: str | None) -> str:
    """16 hex digits of SHA-256 over the original's bytes, a NUL, and the outlet as first read."""
    return hashlib.sha256(original + b"\0" + (outlet or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Zone:
    """What kind of text a stretch is; a fragment starts or ends in mid-sentence."""

    kind: ZoneKind
    span: Span
    speaker: str | None = None
    fragment: bool = False
