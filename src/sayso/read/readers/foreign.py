"""Kinds that people have and no reader knows: a failure that names the kind and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.errors import BrokenOriginal
from sayso.read.original import Failure, Original, Read

# 7z needs py7zr, which is under the LGPL and brings seven compiled packages; RAR has no free library at all.
KINDS: Final = (
    (b"7z\xbc\xaf\x27\x1c", "a .7z archive", "unpack it and read the folder"),
    (b"Rar!\x1a\x07", "a .rar archive", "unpack it and read the folder"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document or a mail of Outlook (.doc, .msg)",
     "save a document as .docx, a mail as .eml"),
)  # fmt: skip


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """Raise BrokenOriginal with the name of the kind."""
    head = original.head()
    for magic, what, advice in KINDS:
        if head.startswith(magic):
            raise BrokenOriginal(f"{what}, which no reader knows", advice)
    raise BrokenOriginal(f"no reader knows this kind of file ({original.suffix})", "save it as PDF, HTML or text")
