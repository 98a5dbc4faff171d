"""``.eml``: the body of a mail is a report, each attachment a member ``mail.eml!/name``."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.original import UNKNOWN, Budget, Failure, LeftOut, Original, Read, make_read
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

MAX_PARTS: Final = 10_000


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """The body (plain text before HTML), then the attachments in their order; pictures and the like are left out.

    Subject, sender's name and date go along. Raises BrokenOriginal where it has no head of a mail.
    """
    data = original.read()
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise BrokenOriginal("no mail: it has no head", "save the message as .eml, with its head")
    budget = original.budget or Budget()
    carried = _hints(message)
    body = message.get_body(("plain", "html"))
    found = 0
    if body is not None:
        for member in _body(original, body, carried, data, budget):
            found += 1
            yield member
    for number, part in enumerate(_attachments(message, body), start=1):
        if number > MAX_PARTS:
            raise BrokenOriginal(f"over {MAX_PARTS:,} parts in one mail")
        budget.member()
        found += 1
        yield from _attachment(original, part, number, carried, budget)
    if not found:
        raise EmptyOriginal("a mail without text or attachments")


def _hints(message: EmailMessage) -> Hints:
    published = None
    date = _header(message, "Date")
    if date:
        try:
            published = parsedate_to_datetime(date).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            published = None
    sender = _header(message, "From")
    name = email.utils.parseaddr(sender)[0] if sender else ""
    return Hints(
        id=_header(message, "Message-ID"), title=_header(message, "Subject"), byline=name or None,
        published=published, published_from="meta" if published else None,
    )  # fmt: skip


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, LookupError, AttributeError, TypeError, OverflowError):  # it stumbles over broken heads
        return None
    text = " ".join(str(value).split()).encode("utf-8", "replace").decode("utf-8") if value else ""
    return text or None


def _body(original: Original, body: Any, carried: Hints, data: bytes, budget: Budget) -> Iterator[Read | Original]:
    raw = _payload(body)
    if body.get_content_type() == "text/html":
        yield original.member(
            "!/body.html", raw, media="text/html", charset=_charset(body), carried=carried, budget=budget
        )
        return
    from sayso.read.readers.plain import decode_text

    text, charset = decode_text(raw, _charset(body))
    text = _lines(text.removeprefix("\ufeff"), body)
    found = of_text(text, text_words().credits)
    source = replace(original, carried=carried.over(original.carried))
    # the id and hash are those of the whole mail; the text is the body decoded, so the map stays empty
    yield make_read(
        source, text, data, own=found.hints, credits=found.credits, dateline=found.dateline,
        media="message/rfc822", charset=charset,
    )  # fmt: skip


def _lines(text: str, part: Any) -> str:
    """The text as it was written: CRLF is how mails travel, and lines that end in a space go on (RFC 3676)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (part.get_param("format") or "") != "flowed":
        return text
    text = re.sub(r"^-- $", "--", text, flags=re.MULTILINE)  # the line before a signature is no flowing one
    joint = "" if (part.get_param("delsp") or "") == "yes" else " "
    return re.sub(r"(?m)^ (?=[ >]|From )", "", re.sub(r"(?<=[^\n]) \n(?=[^\n>])", joint, text))


def _attachments(message: EmailMessage, body: Any) -> Iterator[Any]:
    chosen = {id(body)}
    stack: list[Any] = [message]
    while stack:
        part = stack.pop()
        if part.get_content_type() == "message/rfc822":
            yield part
        elif part.is_multipart():
            alternatives = part.get_content_type() == "multipart/alternative"
            inner = list(part.iter_parts())
            if alternatives and any(id(p) in chosen for p in inner):
                inner = [p for p in inner if p.get_content_maintype() not in ("text",)]
            stack += reversed(inner)
        elif id(part) not in chosen:
            yield part


def _attachment(
    original: Original, part: Any, number: int, carried: Hints, budget: Budget
) -> Iterator[LeftOut | Original]:
    from sayso.read import reader_for

    name = part.get_filename() or f"part{number}"
    media = part.get_content_type()
    if media == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        data = inner.as_bytes() if inner is not None else _payload(part)
        name = name if name.endswith(".eml") else f"{name}.eml"
    elif part.get_content_maintype() in ("text", "application", "message"):
        data = _payload(part)
    else:
        yield LeftOut(f"{original.path}!/{name}", f"{media}: {UNKNOWN}")
        return
    budget.add(len(data), packed=len(data), out=len(data))
    hints = Hints(published=carried.published, published_from=carried.published_from)
    member = original.member(
        f"!/{name}", data, media=None if media in ("application/octet-stream", "message/rfc822") else media,
        charset=_charset(part), carried=hints, budget=budget,
    )  # fmt: skip
    yield member if reader_for(member, named=False) is not None else LeftOut(member.path, f"{media}: {UNKNOWN}")


def _payload(part: Any) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, AssertionError, UnicodeError) as error:
        raise BrokenOriginal(f"a part that cannot be decoded: {error}") from error
    return data if isinstance(data, bytes) else b""


def _charset(part: Any) -> str | None:
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return None
    return charset if isinstance(charset, str) else None
