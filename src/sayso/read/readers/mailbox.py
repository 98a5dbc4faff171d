"""``.mbox`` and ``.emlx``: mailboxes of many mails, each a member ``x.mbox!/1``, and Apple Mail's files of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, TooLarge
from sayso.read.original import MAX_BYTES, Budget, Failure, Original, Read

FROM: Final = re.compile(
    rb"From [^\r\n]{1,300}\d\d:\d\d[^\r\n]{0,100}\r?\n\Z"
)  # "From ida@front.example Fri May  2 10:00:00 2031"
HEAD: Final = re.compile(rb"[!-9;-~]+[ \t]*:")  # the name of a field (RFC 5322)
QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
SIZE: Final = re.compile(rb"[ \t]*(\d{1,9})[ \t]*\r?\n")
MAX_LINE: Final = 2**20  # bytes; a longer line is taken in pieces


def read_mbox(original: Original) -> Iterator[Read | Failure | Original]:
    """Return the mails of a mailbox, in its order, numbered from 1.

    A mail begins at a line "From ..." with a time in it, behind a blank line and before the name of a field (RFC 4155);
    lines ">From" inside a mail lose their mark. A mail over the limit of a report's original is a Failure, and the
    next ones are read. Raises EmptyOriginal if there is none.
    """
    budget = original.budget or Budget()
    number = 0
    with original.open() as stream:
        for number, data in enumerate(_mails(stream), start=1):
            budget.member()
            budget.add(len(data or b""), packed=len(data or b""), out=len(data or b""))
            if data is None:
                error = TooLarge(f"over {MAX_BYTES // 2**20} MB in one mail", "save its attachments as files")
                yield Failure.of(original.member(f"!/{number}"), error, "mbox")
            else:
                yield original.member(f"!/{number}", QUOTED.sub(rb"\1", data), media="message/rfc822", budget=budget)
    if not number:
        raise EmptyOriginal("a mailbox without a mail", "if it is one mail, save it as .eml")


def _mails(stream: BinaryIO) -> Iterator[bytes | None]:
    """The mails as they stand, without their "From " lines; None for one that is too large."""
    held: list[bytes] = []
    size, started, blank, whole = 0, False, True, True
    line = stream.readline(MAX_LINE)
    while line:
        following = stream.readline(MAX_LINE)
        if blank and FROM.match(line) and HEAD.match(following):
            if started:
                yield b"".join(held) if size <= MAX_BYTES else None
            held, size, started = [], 0, True
        elif started:
            size += len(line)
            if size <= MAX_BYTES:
                held.append(line)
            else:
                held.clear()
        blank = whole and not line.strip(b"\r\n")
        whole = line.endswith(b"\n")
        line = following
    if started:
        yield b"".join(held) if size <= MAX_BYTES else None


def read_emlx(original: Original) -> Iterator[Read | Failure | Original]:
    """Return the mail in a file of Apple Mail: a line with its size, the mail, and a list of properties, passed over.

    Raises BrokenOriginal if the first line is no size or the file is shorter than it says.
    """
    data = original.read()
    found = SIZE.match(data)
    size = int(found.group(1)) if found else -1
    if found is None or found.end() + size > len(data):
        raise BrokenOriginal("no .emlx file: its first line is not the size of a mail", "save the mail as .eml")
    mail = data[found.end() : found.end() + size]
    yield original.member("", mail, media="message/rfc822", budget=original.budget or Budget())
