"""``.eml``: the body of a mail is a report, each attachment a member ``mail.eml!/name``.

The parts are chosen as a mail program shows them, but by what is lost: an empty or stub plain part beside HTML does not
win, and the longest of several texts in a row is the one that the head speaks of.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import decode, decode_text
from sayso.read.original import UNKNOWN, Budget, Failure, LeftOut, Original, Read, make_read
from sayso.read.shown import shown_text
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

MAX_PARTS: Final = 10_000
MAX_NESTED: Final = 50  # multiparts inside one another; real mails have four at most
STUB: Final = 0.5  # a plain part with a smaller share of the HTML's words does not stand for it
MAX_FOOTER_WORDS: Final = 80  # of what a mailing list puts below each mail
LIST_HEADS: Final = ("List-Id", "List-Unsubscribe", "List-Post", "List-Help", "X-BeenThere", "Mailing-List")
BOUNDARY: Final = re.compile(r";\s*boundary\s*=\s*(?:\"([^\"\n]*)\"|([^;\s\"][^;\n]*))", re.IGNORECASE)
BEGINS_PART: Final = re.compile(rb"^--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?=Content-|MIME-)", re.MULTILINE | re.IGNORECASE)
RULED: Final = re.compile(r"\s*(?:[_=*~-] ?){10,}[ \t]*(?:\r?\n|\Z)|\s*-- ?\r?\n")
WORD: Final = re.compile(r"\w+")


class _Mail(EmailMessage):
    """A message whose boundary is read as it stands: Python's cuts one without quotation marks at its "="."""

    def get_boundary(self, failobj: Any = None) -> Any:
        """Return the boundary between the parts."""
        raw = next((str(value) for name, value in self.raw_items() if name.lower() == "content-type"), "")
        found = BOUNDARY.search(raw)
        if found is None:
            return super().get_boundary(failobj)
        return (found.group(1) or found.group(2) or "").rstrip() or failobj


@dataclass(frozen=True)
class _Text:
    """One part of text that is shown as part of the mail itself."""

    part: Any
    html: bool

    @cached_property
    def raw(self) -> bytes:
        return _payload(self.part)

    @cached_property
    def words(self) -> int:
        """How many words it shows; addresses are none."""
        try:
            text, _ = decode(self.raw, _charset(self.part))
        except BrokenOriginal:
            return 0
        words = (shown_text(text) if self.html else text).split()
        return sum(len(WORD.findall(word)) for word in words if "://" not in word and "@" not in word)

    @cached_property
    def ruled(self) -> bool:
        """Whether it begins with a line of dashes, as what a list or a server puts below a mail does."""
        return RULED.match(self.raw.decode("latin-1")) is not None


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """The body, then the attachments in their order; pictures, footers of lists and the like are left out.

    Of a plain text and HTML that say the same the plain one is read, unless it is a stub. Subject, sender's name and
    date go along. Raises BrokenOriginal if it has no head of a mail, EmptyOriginal if nothing in it can be read.
    """
    data = original.read()
    try:
        message: Any = email.message_from_bytes(data, _class=_Mail, policy=email.policy.default)
        if not message.keys():
            raise BrokenOriginal("no mail: it has no head", "save the message as .eml, with its head")
        texts: list[_Text] = []
        others: list[Any] = []
        _sort(message, texts, others)
    except RecursionError as error:
        raise BrokenOriginal("parts inside parts, too deep to be a mail", "save what it holds by hand") from error
    budget = original.budget or Budget()
    carried = _hints(message)
    body = max((text for text in texts if text.words), key=lambda text: text.words, default=None)
    found, left = 0, []
    if body is not None:
        for member in _body(original, body, carried, data, budget):
            found += 1
            yield member
    listed = any(_header(message, name) for name in LIST_HEADS)
    for number, part in enumerate(_rest(texts, others, body), start=1):
        if number > MAX_PARTS:
            raise BrokenOriginal(f"over {MAX_PARTS:,} parts in one mail")
        if isinstance(part, _Text):
            if part.words <= MAX_FOOTER_WORDS and (part.ruled or listed):
                yield LeftOut(f"{original.path}!/part{number}", "the footer of a mailing list")
                continue
            part = part.part
        budget.member()
        for one in _attachment(original, part, number, carried, budget):
            found += not isinstance(one, LeftOut)
            if isinstance(one, LeftOut):
                left.append(one.reason.partition(":")[0])
            yield one
    if not found:
        kinds = [kind for kind in dict.fromkeys(left) if kind.isprintable()]
        held = f"; it holds {', '.join(kinds)[:200]}" if kinds else ""
        raise EmptyOriginal(
            f"a mail without text or attachments that can be read{held}", "look at it in a mail program"
        )


def _sort(part: Any, texts: list[_Text], others: list[Any], depth: int = 0) -> None:
    """Put each leaf of a mail with the texts that it shows or with its attachments, in their order."""
    if depth > MAX_NESTED:
        raise BrokenOriginal(f"over {MAX_NESTED} parts inside one another", "save what it holds by hand")
    kind = part.get_content_type()
    inner = _inner(part)
    if inner is None:
        shown = part.get_content_disposition() != "attachment" and not part.get_filename()
        if shown and (kind in ("text/plain", "text/html") or part.get_content_maintype() == "multipart"):
            texts.append(_Text(part, kind == "text/html"))
        else:
            others.append(part)
    elif kind == "multipart/alternative":
        choices: list[_Text] = []
        for one in inner:
            _sort(one, choices, others, depth + 1)
        texts += _chosen(choices)
    else:
        for number, one in enumerate(inner):
            # what stands beside a page (multipart/related) belongs to it and is no text of its own
            _sort(one, texts if kind != "multipart/related" or not number else [], others, depth + 1)


def _chosen(choices: list[_Text]) -> list[_Text]:
    """Return the texts of one kind out of several that say the same: plain ones, unless most words are in the HTML."""
    plain = [text for text in choices if not text.html and text.words]
    pages = [text for text in choices if text.html and text.words]
    if plain and sum(text.words for text in plain) >= STUB * sum(text.words for text in pages):
        return plain
    return pages or plain


def _inner(part: Any) -> list[Any] | None:
    """Return the parts of a multipart, or None for a leaf; those of one whose boundary is wrong are looked for."""
    if part.get_content_type() == "message/rfc822" or part.get_content_maintype() != "multipart":
        return None
    if part.is_multipart():
        return list(part.iter_parts())
    data = part.get_payload(decode=True)  # as bytes: what it gives as text has lost each letter that is not ASCII
    found = BEGINS_PART.search(data) if isinstance(data, bytes) else None
    if found is None:
        return None
    head = b'Content-Type: %b; boundary="%b"\n\n' % (part.get_content_type().encode(), found.group(1))
    again: Any = email.message_from_bytes(head + data, _class=_Mail, policy=email.policy.default)
    return list(again.iter_parts()) if again.is_multipart() else None


def _rest(texts: list[_Text], others: list[Any], body: _Text | None) -> Iterator[Any]:
    """The texts that are not the body and say something, then the attachments."""
    yield from (text for text in texts if text is not body and text.words)
    yield from others


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


def _body(original: Original, body: _Text, carried: Hints, data: bytes, budget: Budget) -> Iterator[Read | Original]:
    part = body.part
    if body.html:
        yield original.member(
            "!/body.html", body.raw, media="text/html", charset=_charset(part), carried=carried, budget=budget
        )
        return
    text, charset = decode_text(body.raw, _charset(part))
    text = _lines(text.removeprefix("\ufeff"), part)
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


def _attachment(
    original: Original, part: Any, number: int, carried: Hints, budget: Budget
) -> Iterator[LeftOut | Original]:
    from sayso.read import reader_for

    name = part.get_filename() or f"part{number}"
    media = part.get_content_type()
    if media == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        try:
            data = inner.as_bytes() if inner is not None else _payload(part)
        except RecursionError as error:
            raise BrokenOriginal("mails inside mails, too deep to be read", "save what it holds by hand") from error
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
    """The bytes of a leaf; of a multipart whose parts cannot be found, its text as it stands."""
    try:
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), str):
            text: str = part.get_payload()
            return text.encode("utf-8", "surrogateescape")
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
