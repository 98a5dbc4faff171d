"""RSS, Atom and JSON feeds: each entry is a member ``feed.xml!/1``, read as the page or text that it carries."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import decode
from sayso.read.dates import iso_date
from sayso.read.original import Budget, Failure, Original, Read
from sayso.values.report import Hints

DECLARED: Final = re.compile(rb"\s*<\?xml[^>]*encoding\s*=\s*([\"'])([\w.:-]+)\1")
ADVICE: Final = "give the pages themselves"
logger = logging.getLogger(__name__)
TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*+>|&[a-zA-Z]+;|&#")


def read_xml(original: Original) -> Iterator[Read | Failure | Original]:
    """The entries of an RSS or Atom feed, well or badly formed. Entities from outside are never fetched.

    Raises BrokenOriginal where it is no feed, EmptyOriginal where it has no entry with text.
    """
    import feedparser

    data = _as_utf8(original.read(), original.charset)
    # a stream, because a string might be taken for an address, and bytes for the name of a file
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (
        ValueError,
        OverflowError,
        TypeError,
        LookupError,
        AttributeError,
    ) as error:  # dates and numbers of no sense
        logger.debug("feedparser failed", exc_info=True)
        raise BrokenOriginal("a feed that cannot be taken apart: a field of it makes no sense", ADVICE) from error
    if not feed.get("version") and not feed.get("entries"):
        found = re.search(rb"<([A-Za-z][\w:.-]*)", data[:2000].replace(b"<?xml", b""))
        what = f"its first element is <{found.group(1).decode('ascii', 'replace')}>" if found else "no element in it"
        raise BrokenOriginal(f"no RSS or Atom feed: {what}", ADVICE)
    outlet = _text(feed.feed.get("title"))
    language = _text(feed.feed.get("language"))
    entries = []
    for entry in feed.entries:
        body = [c.get("value") for c in entry.get("content", ()) if c.get("value")] or [entry.get("summary")]
        date = entry.get("published") or entry.get("updated")
        entries.append((
            body[0], entry.get("title"), entry.get("author"), date, entry.get("link"), entry.get("id"),
        ))  # fmt: skip
    yield from _members(original, entries, outlet, language)


def _as_utf8(data: bytes, declared: str | None) -> bytes:
    """A feed in UTF-8 that says so, whatever it was and said: feedparser's own guess needs a library of its own."""
    named = DECLARED.match(data)
    text, _ = decode(data, declared or (named.group(2).decode("ascii") if named else None))
    text = text.removeprefix("\ufeff")
    return re.sub(r"^\s*<\?xml[^>]*\?>", '<?xml version="1.0" encoding="utf-8"?>', text, count=1).encode(
        "utf-8", "replace"
    )


def read_json(original: Original) -> Iterator[Read | Failure | Original]:
    """The items of a JSON feed (jsonfeed.org, 1 and 1.1)."""
    try:
        text, _ = decode(original.read(), original.charset)
        feed = msgspec.json.decode(text.removeprefix("\ufeff"))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise BrokenOriginal(f"no JSON: {error}"[:200], "see that the file is whole") from error
    except RecursionError as error:
        raise BrokenOriginal("no JSON that can be read: nested too deeply", "see that the file is whole") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise BrokenOriginal("JSON, but no feed: it has no list of items", "give .jsonl with one report a line")
    entries = []
    for item in feed["items"]:
        if isinstance(item, dict):
            author = item.get("author") or next(iter(item.get("authors") or ()), None)
            entries.append((
                item.get("content_html") or item.get("content_text") or item.get("summary"), item.get("title"),
                author.get("name") if isinstance(author, dict) else author, item.get("date_published"),
                item.get("url"), item.get("id"),
            ))  # fmt: skip
    yield from _members(original, entries, _text(feed.get("title")), _text(feed.get("language")))


def _members(
    original: Original, entries: list[tuple[Any, ...]], outlet: str | None, language: str | None
) -> Iterator[Original]:
    budget = original.budget or Budget()
    found = 0
    for number, (body, title, author, date, link, given) in enumerate(entries, start=1):
        text = _text(body)
        if not text:
            continue
        budget.member()
        found += 1
        published = iso_date(str(date)) if date else None
        carried = Hints(
            id=_text(given), title=_text(title), outlet=outlet, byline=_text(author), published=published,
            published_from="feed" if published else None, url=_text(link), lang=(language or "")[:2].lower() or None,
        )  # fmt: skip
        media = "text/html" if TAG.search(text) else "text/plain"
        yield original.member(
            f"!/{number}", text.encode("utf-8", "replace"), media=media, charset="utf-8", carried=carried, budget=budget
        )
    if not found:
        raise EmptyOriginal(
            f"none of its {len(entries)} entries has text" if entries else "a feed without entries", ADVICE
        )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
