"""``.txt`` and ``.md``: the text exactly as it stands, and what its head and foot say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import decode
from sayso.read.dates import iso_date
from sayso.read.original import Failure, Original, Read, make_read
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

# What people rename to .txt. Looked at only where the bytes are no UTF-8, or hold a NUL.
KINDS: Final = (
    (b"%PDF-", "a PDF", ".pdf"), (b"PK\x03\x04", "a zip archive or an office document", ".zip or .docx"),
    (b"\x1f\x8b", "gzip data", ".gz"), (b"\x89PNG", "a picture", ".png"), (b"\xff\xd8\xff", "a picture", ".jpg"),
    (b"GIF8", "a picture", ".gif"), (b"\x7fELF", "a program", ""), (b"MZ", "a program", ""),
    (b"\xd0\xcf\x11\xe0", "an old office document", ".doc"), (b"SQLite format 3", "a database", ".sqlite"),
)  # fmt: skip
FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD: Final = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
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
    text = decoded[start:]
    found = of_text(text, text_words().credits)
    yield make_read(
        original, text, data, own=front_matter(text).over(found.hints), credits=found.credits, dateline=found.dateline,
        media="text/markdown" if original.suffix in (".md", ".markdown") else "text/plain",
        charset=charset, runs=((0, start, len(text)),),
    )  # fmt: skip


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text and its charset; EmptyOriginal or BrokenOriginal where it is none."""
    if not data:
        raise EmptyOriginal("nothing in it")
    try:
        decoded, charset = decode(data, declared)
    except BrokenOriginal as error:
        raise _binary(data) from error
    if "\0" in decoded:
        raise _binary(data)
    if not decoded.strip("\ufeff \t\r\n\f\v") or decoded.isspace():
        raise EmptyOriginal("nothing but white space in it")
    return decoded, charset


def front_matter(text: str) -> Hints:
    """What the lines ``key: value`` between two lines of ``---`` at the head of a text say; a bad date is left out."""
    match = FRONT.match(text)
    known: dict[str, str | None] = {}
    for key, value in FIELD.findall(match.group(1)) if match else ():
        name = FIELDS.get(key.lower())
        value = value.strip("\"'")
        if name and value and not known.get(name):
            known[name] = iso_date(value) if name == "published" else value
    return Hints(**known, published_from="meta" if known.get("published") else None)


def _binary(data: bytes) -> BrokenOriginal:
    for magic, what, suffix in KINDS:
        if data.startswith(magic):
            return BrokenOriginal(
                f"no text but {what}", f"give it its own name ({suffix})" if suffix else "leave it out"
            )
    at = data.find(b"\0")
    if at >= 0:
        return BrokenOriginal(f"a NUL at byte {at}: it is binary, or damaged", "save it as text in UTF-8")
    return BrokenOriginal("no text in any charset that is known", "save it as text in UTF-8")
