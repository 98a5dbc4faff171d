"""``.txt`` and ``.md``: the text exactly as it stands, and what its head and foot say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.read.charset import decode_text, replaced_notes
from sayso.read.dates import iso_date
from sayso.read.original import Failure, Original, Read, make_read
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD: Final = re.compile(r"^([A-Za-z_]+)[ \t]*:(.*)$", re.MULTILINE)
FIELDS: Final = {
    "id": "id", "title": "title", "outlet": "outlet", "source": "outlet", "agency": "agency", "author": "byline",
    "byline": "byline", "date": "published", "published": "published", "url": "url", "link": "url", "lang": "lang",
}  # fmt: skip


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """The one report of a text file. UTF-8 comes back exactly, line ends too; only a byte order mark is left out.

    Front matter between lines of `---` gives title, outlet, date and the like; it stays in the text.
    Raises EmptyOriginal, BrokenOriginal (no text, or a NUL in it) and TooLarge.
    """
    data = original.read()
    decoded, charset = decode_text(data, original.charset)
    start = 1 if decoded.startswith("\ufeff") else 0
    made = plain_read(original, decoded[start:], data, charset=charset, start=start)
    yield replace(made, notes=replaced_notes(decoded, data, charset))


def plain_read(original: Original, text: str, data: bytes, *, charset: str, start: int = 0) -> Read:
    """The report of a plain text, with what its front matter, head and foot say of it.

    charset   that `data` was decoded in
    start     where in the decoded original the text begins
    """
    found = of_text(text, text_words().credits)
    return make_read(
        original, text, data, own=front_matter(text).over(found.hints), credits=found.credits, dateline=found.dateline,
        media="text/markdown" if original.suffix in (".md", ".markdown") else "text/plain",
        charset=charset, runs=((0, start, len(text)),),
    )  # fmt: skip


def front_matter(text: str) -> Hints:
    """What the lines ``key: value`` between two lines of ``---`` at the head of a text say; a bad date is left out."""
    match = FRONT.match(text)
    known: dict[str, str | None] = {}
    for key, value in FIELD.findall(match.group(1)) if match else ():
        name = FIELDS.get(key.lower())
        value = value.strip(" \t\r").strip("\"'")
        if name and value and not known.get(name):
            known[name] = iso_date(value) if name == "published" else value
    return Hints(**known, published_from="meta" if known.get("published") else None)
