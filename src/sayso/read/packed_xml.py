"""XML files within a zip file, as books and office documents hold them; called by their readers.

They are unpacked within a budget and read as a stream of events, so that no size, depth or entity can do harm.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Final, Protocol
from xml.parsers import expat

from sayso.errors import BrokenOriginal, TooLarge
from sayso.read.original import MAX_BYTES, Budget

STEP: Final = 2**16  # bytes that are unpacked and parsed at a time


class XmlEvents(Protocol):
    """What is told of each element and text, in order; a name is its namespace, a space and the name itself."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text stands here."""


def pieces(archive: zipfile.ZipFile, name: str, budget: Budget, *, what: str) -> Iterator[bytes]:
    """Return one file of the archive in pieces, unpacked.

    what   the kind of document in messages, such as "book"
    Raises BrokenOriginal if the file is encrypted, TooLarge, and what zipfile does if it is damaged.
    """
    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise BrokenOriginal(f"an encrypted {what}", "save it without its password")
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(STEP):
            size += len(piece)
            budget.add(len(piece), packed=entry.compress_size, out=size)
            if size > MAX_BYTES:
                raise TooLarge(f"over {MAX_BYTES // 2**20} MB in one file of the {what}", "split it")
            yield piece


def parse(
    archive: zipfile.ZipFile,
    name: str,
    into: XmlEvents,
    budget: Budget,
    *,
    what: str,
    try_: str,
    doctype: bool = False,
) -> None:
    """Tell `into` of all that stands in one XML file of the archive.

    what, try_   the kind of document in messages, and what to do if its XML is damaged
    doctype      the file may have a document type, but declare no entity
    Raises BrokenOriginal if it is encrypted, declares entities or is no XML, TooLarge.
    """

    def refuse(*_: object) -> None:
        raise BrokenOriginal(f"the {what} declares entities of its own", "save it as PDF, HTML or text")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = into.start
    parser.EndElementHandler = into.end
    parser.CharacterDataHandler = into.characters
    if doctype:
        parser.EntityDeclHandler = refuse
    else:
        parser.StartDoctypeDeclHandler = refuse
    try:
        for piece in pieces(archive, name, budget, what=what):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BrokenOriginal(f"a damaged {what}: {name} is no XML that can be read", try_) from error
