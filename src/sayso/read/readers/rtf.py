r"""``.rtf``: the text of a document, from its control words alone.

RTF is text with ``\words`` and groups in braces (Microsoft, "Rich Text Format Specification", 1.9.1). Pictures, fonts,
styles, running heads and the like are groups whose first word says what they are, and are passed over. The text has no
map: its words are cut by control words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import REPLACEMENT, replaced_note
from sayso.read.original import Budget, Failure, Original, Read, make_read
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

TOKEN: Final = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])|"
    rb"(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|(?P<odd>\\)"
)
WHOLE: Final = re.compile(rb"\\u(?:-3|65533)(?!\d)")  # U+FFFD as the document has it itself
CHARACTERS: Final = {
    b"par": "\n\n", b"sect": "\n\n", b"page": "\n\n", b"row": "\n\n", b"line": "\n", b"cell": "\n\n", b"tab": "\t",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
SIGNS: Final = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n\n", b"\r": "\n\n"}
PASSED_OVER: Final = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"pict", b"object", b"header", b"headerl", b"headerr", b"headerf",
    b"footer", b"footerl", b"footerr", b"footerf", b"info", b"filetbl", b"revtbl", b"listtable",
    b"listoverridetable", b"themedata", b"datastore", b"latentstyles", b"xmlnstbl", b"fldinst", b"bkmkstart",
    b"bkmkend", b"annotation", b"atnid", b"atnauthor", b"nonshppict", b"xe", b"tc", b"rxe", b"generator", b"rsidtbl",
    b"mmathPr", b"pgdsctbl", b"ftnsep", b"ftnsepc", b"aftnsep", b"aftnsepc",
})  # fmt: skip
KEPT_STARRED: Final = frozenset({b"shppict", b"shpinst", b"shptxt"})  # groups behind \* that hold text boxes
INFO: Final = {b"title": "title", b"author": "byline"}
MAX_GROUPS: Final = 10_000  # inside one another


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """Return the one report of a document, or, if it is the export of a database, its text to be split into reports.

    Raises BrokenOriginal if it is no RTF, EmptyOriginal.
    """
    from sayso.read import reader_for

    data = original.read()
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise BrokenOriginal("no RTF: it does not begin with {\\rtf", "save it as PDF, HTML or text")
    text, own = rtf_text(data)
    if not text:
        raise EmptyOriginal("an RTF document without text", "if it holds pictures, let a program for OCR read them")
    inside = original.member("", text.encode("utf-8", "replace"), kind_name="text.txt", charset="utf-8",
                             budget=original.budget or Budget())  # fmt: skip
    entry = reader_for(inside)
    if entry is not None and entry.name == "export":
        yield inside
        return
    found = of_text(text, text_words().credits)
    made = make_read(
        original, text, data, own=own.over(found.hints), credits=found.credits, dateline=found.dateline,
        media="application/rtf",
    )  # fmt: skip
    lost = text.count(REPLACEMENT) - len(WHOLE.findall(data))
    yield replace(made, notes=(replaced_note(lost, "character"),)) if lost > 0 else made


def rtf_text(data: bytes) -> tuple[str, Hints]:
    """Return the text of an RTF document, a blank line between two paragraphs, and its title and author."""
    out: list[str] = []
    info: dict[str, list[str]] = {}
    # of each open group: whether it is passed over, the field of the head it is, how many characters follow a \u
    groups: list[tuple[bool, str, int]] = []
    skipped, field, fallback = False, "", 1
    charset, waiting, starred, place = "cp1252", 0, False, 0
    held = bytearray()

    def put(text: str) -> None:
        if field:
            info.setdefault(field, []).append(text)
        elif not skipped:
            out.append(text)

    def flush() -> None:
        if held:
            put(held.decode(charset, "replace"))
            held.clear()

    while token := TOKEN.match(data, place):
        place = token.end()
        kind = token.lastgroup if token.lastgroup != "number" else "word"
        if kind == "hex":
            if waiting:
                waiting -= 1
            else:
                held.append(int(token["hex"], 16))
            continue
        if kind == "text":
            piece = token["text"]
            taken = min(waiting, len(piece))
            waiting -= taken
            held += piece[taken:]
            starred = False
            continue
        if kind == "end":
            continue
        flush()
        if kind == "brace":
            waiting, starred = 0, False
            if token["brace"] == b"{":
                if len(groups) >= MAX_GROUPS:
                    raise BrokenOriginal(f"over {MAX_GROUPS:,} groups inside one another", "save it anew")
                groups.append((skipped, field, fallback))
            elif groups:
                skipped, field, fallback = groups.pop()
            continue
        if kind == "sign":
            sign = token["sign"]
            starred = sign == b"*"
            if sign in SIGNS:
                put(SIGNS[sign])
            continue
        if kind != "word":
            continue
        word = token["word"]
        number = int(token["number"]) if token["number"] else None
        if word == b"bin":
            place += max(0, number or 0)  # so many bytes are a picture's
        elif word in INFO and skipped and not field:
            field = INFO[word]
        elif word in PASSED_OVER or (starred and word not in KEPT_STARRED):
            skipped = True
        elif word == b"ansicpg" and number:
            charset = _charset(number) or charset
        elif word in (b"mac", b"pc", b"pca"):
            charset = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}[word]
        elif word == b"uc":
            fallback = max(0, min(number or 0, 16))
        elif word == b"u" and number is not None:
            put(_character(number))
            waiting = fallback
        elif word in CHARACTERS:
            put(CHARACTERS[word])
        starred = False
    flush()
    text = _joined("".join(out))
    said = {key: " ".join("".join(value).split()) or None for key, value in info.items()}
    return text, Hints(title=said.get("title"), byline=said.get("byline"))


def _character(number: int) -> str:
    """The half of a surrogate pair stays one until both are joined."""
    return chr(number % 65536)


def _joined(text: str) -> str:
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[ \t]*\n[ \t]*(?:\n\s*)+", "\n\n", text).strip()


def _charset(number: int) -> str | None:
    try:
        return codecs.lookup("utf-8" if number == 65001 else f"cp{number}").name
    except LookupError:
        return None
