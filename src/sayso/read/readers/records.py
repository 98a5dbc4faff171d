"""``.jsonl``: one report a line, read line by line, so that a file may be larger than memory."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Final

import msgspec

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.dates import iso_date
from sayso.read.original import Failure, Original, Read, make_read
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

# The longest line that is parsed: 32 MB of text (original.MAX_BYTES) with every second character escaped.
MAX_LINE: Final = 64 * 2**20
RECORD: Final = "application/x-sayso-record"
FIELDS: Final = ("id", "title", "outlet", "agency", "published", "url", "lang", "byline")
# Other names under which programs write these fields (schema.org, RSS, newspaper dumps); the first one there counts.
ALIASES: Final = {
    "published": ("date", "datePublished", "pubDate"),
    "outlet": ("publisher", "source"),
    "url": ("link",),
    "title": ("headline",),
    "text": ("body",),
}
TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
COLON: Final = re.compile(r"\s*:\s*")
ADVICE: Final = 'a line is {"text": "...", "id": "...", "outlet": "..."}, only "text" required'


def read_lines(original: Original) -> Iterator[Read | Failure | Original]:
    """The lines as members, "x.jsonl:3". A line over MAX_LINE is a Failure and is never held whole; blank ones pass."""
    lines = 0
    with original.open() as stream:
        for number, (line, digest) in enumerate(_lines(stream), start=1):
            if digest:
                reason = f"a line of over {MAX_LINE // 2**20} MB"
                yield Failure(f"{original.path}:{number}", "jsonl", reason, "one report a line, please", digest)
            elif line.strip(b"\xef\xbb\xbf \t\r"):
                yield original.member(f":{number}", line, media=RECORD)
            else:
                continue
            lines += 1
    if not lines:
        raise EmptyOriginal("no line in it", ADVICE)


def read_record(original: Original) -> Iterator[Read | Failure | Original]:
    """The report of one line: a JSON object with `text` and, if it likes, id, title, outlet, agency, published, url.

    Common other names of these are taken (ALIASES) and noted. A date that is none, and a field that is no string, is
    left out and noted. BrokenOriginal if the line is no such object, or the text holds a lone surrogate.
    """
    data = original.read(MAX_LINE)
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenOriginal(
            f"byte {error.start} of the line is no UTF-8", "JSON Lines are written in UTF-8"
        ) from error
    record = _object(decoded.removeprefix("\ufeff"))
    keys = _keys(record)
    text = record.get(keys["text"])
    if not isinstance(text, str):
        found = f'"text" is {_kind(text)}, expected a string' if "text" in record else 'no "text"'
        raise BrokenOriginal(found, ADVICE)
    if not text or text.isspace():
        raise EmptyOriginal('"text" is empty', ADVICE)
    at = _surrogate(text)
    if at >= 0:
        raise BrokenOriginal(f'"text" holds a lone surrogate at character {at}', "mend the program that wrote the line")
    found_in_text = of_text(text, text_words().credits)
    fields, notes = _fields(record, keys)
    read = make_read(
        original, text, data, own=fields.over(found_in_text.hints), credits=found_in_text.credits,
        dateline=found_in_text.dateline, media="application/json", charset="utf-8",
        runs=tuple(_runs(decoded, text, keys["text"])),
    )  # fmt: skip
    yield replace(read, notes=notes)


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, str]]:
    """Each line without its newline; for one that is too long nothing, and its digest."""
    while line := stream.readline(MAX_LINE + 2):
        body = line.removesuffix(b"\n").removesuffix(b"\r")
        if line.endswith(b"\n") or len(body) <= MAX_LINE:
            yield body, ""
            continue
        digest = hashlib.sha256(line)
        while (more := stream.readline(2**20)) and not more.endswith(b"\n"):
            digest.update(more)
        digest.update(more.removesuffix(b"\n"))
        yield b"", digest.hexdigest()


def _object(line: str) -> dict[str, Any]:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeEncodeError):
        try:  # msgspec refuses lone surrogates; the reason is told better by what is in the text
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BrokenOriginal(f"no JSON: {error}"[:200], ADVICE) from error
    except RecursionError as error:
        raise BrokenOriginal("no JSON that can be read: nested too deeply", ADVICE) from error
    if not isinstance(record, dict):
        raise BrokenOriginal(f"{_kind(record)}, expected an object", ADVICE)
    return record


def _keys(record: dict[str, Any]) -> dict[str, str]:
    """The key under which a record holds each field: its own name, else the first alias that holds a string."""
    keys = {}
    for name in ("text", *FIELDS):
        others = (other for other in ALIASES.get(name, ()) if isinstance(record.get(other), str))
        keys[name] = name if name in record else next(others, name)
    return keys


def _fields(record: dict[str, Any], keys: dict[str, str]) -> tuple[Hints, tuple[str, ...]]:
    """What a record says of its report, and what to note of it: an alias that was taken, a date that is none."""
    known: dict[str, str | None] = {}
    notes = [f'"{key}" is taken for "{name}"' for name, key in keys.items() if key != name]
    for name in FIELDS:
        value = record.get(keys[name])
        if isinstance(value, int) and name == "id":
            value = str(value)
        if isinstance(value, str) and value.strip() and _surrogate(value) < 0:
            known[name] = iso_date(value) if name == "published" else value
            if known[name] is None:
                notes.append(f'"{keys[name]}" is no date that can be read, and is left out; expected 2031-05-04')
    return Hints(**known, published_from="meta" if known.get("published") else None), tuple(notes)


def _runs(line: str, text: str, key: str) -> Iterator[tuple[int, int, int]]:
    """The map from the text, which stands under this key, to its line: the runs between escapes."""
    at = _value_start(line, key)
    if at is None:
        return
    position = 0
    end = at
    stop = TOKEN.match(line, at - 1)
    last = stop.end() - 1 if stop else at
    for match in ESCAPE.finditer(line, at, last):
        if match.start() > end:
            yield position, end, match.start() - end
            position += match.start() - end
        position += 1
        end = match.end()
    if last > end and position + last - end == len(text):
        yield position, end, last - end


def _value_start(line: str, name: str) -> int | None:
    """Where the string after this top-level key begins, behind its quotation mark; the last one counts."""
    depth, found = 0, None
    key = True
    for match in TOKEN.finditer(line):
        token = match.group()
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
        elif depth == 1:
            colon = COLON.match(line, match.end())
            key = colon is not None
            if key and token == f'"{name}"' and colon is not None and line[colon.end() : colon.end() + 1] == '"':
                found = colon.end() + 1
    return found


def _surrogate(text: str) -> int:
    """Where the first lone surrogate stands; -1 where there is none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return -1


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
