"""Unpacking a member of a container within a budget, into memory or a temporary file; called by readers of containers.

Names of members are only shown, never used as paths, so that ``../`` and absolute ones can do no harm.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.original import UNKNOWN, Budget, Failure, LeftOut, Original, Read

STEP: Final = 2**18  # bytes read at a time
SPOOL: Final = 2**22  # bytes; a member up to this size stays in memory
HEAD: Final = 4096  # bytes by which a member is known


def unpack_gzip(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return what a gzip file holds (several streams in a row are one), under the path of the file.

    Its kind is told by the name without ``.gz``. If no reader knows it, it is left out, unless the user named the file.
    The sound part of a damaged member is not returned: half a report is none.
    Raises BrokenOriginal, EmptyOriginal, TooLarge.
    """
    from sayso.read import reader_for

    budget = original.budget or Budget()
    budget.member()
    kind_name = original.name[:-3] if original.name.lower().endswith(".gz") else "data"
    with original.open() as packed, tempfile.SpooledTemporaryFile(max_size=SPOOL) as out:
        if original.path != original.root:
            begin = original.member("", _first(packed), kind_name=kind_name)
            if begin.data and reader_for(begin, named=False) is None:
                yield LeftOut(original.path, UNKNOWN)
                return
        _gunzip(packed, out, budget)
        yield from spooled(original, out, "", budget, kind_name=kind_name)


def _first(packed: IO[bytes]) -> bytes:
    """The first bytes of what is packed, as far as it is sound; the stream is where it was."""
    data = packed.read(HEAD)
    packed.seek(0)
    try:
        return zlib.decompressobj(wbits=31).decompress(data, HEAD)
    except zlib.error:
        return b""


def _gunzip(packed: IO[bytes], out: IO[bytes], budget: Budget) -> None:
    engine = zlib.decompressobj(wbits=31)
    read = written = 0
    while data := packed.read(STEP):
        read += len(data)
        while data:
            try:
                chunk = engine.decompress(data, STEP)
            except zlib.error as error:
                raise BrokenOriginal(f"damaged gzip data: {error}", "fetch the file again") from error
            written += len(chunk)
            budget.add(len(chunk), packed=read, out=written)
            out.write(chunk)
            data = engine.unconsumed_tail
            if engine.eof:
                data = engine.unused_data.lstrip(b"\0")  # tapes and some servers pad with zeros
                if data:
                    engine = zlib.decompressobj(wbits=31)
    if not engine.eof and read:
        raise BrokenOriginal("gzip data that ends in the middle", "fetch the file again")
    if not read:
        raise EmptyOriginal("nothing in it")


def numbered(name: str, count: int) -> str:
    """The name of the second or a later member of one name; its end stays, because that tells the reader.

    >>> numbered("b/a.txt", 2), numbered("a", 3)
    ('b/a#2.txt', 'a#3')
    """
    folder, slash, last = name.rpartition("/")
    stem, dot, end = last.rpartition(".")
    return f"{folder}{slash}{stem}#{count}.{end}" if dot else f"{name}#{count}"


def unpacked(
    original: Original, stream: IO[bytes], name: str, budget: Budget, *, packed: int
) -> Iterator[LeftOut | Original]:
    """Return what a stream holds as a member of this name; it is left out if no reader knows its name and first bytes.

    packed   bytes that the member takes in the archive
    Raises TooLarge, and what the stream does where it is damaged.
    """
    from sayso.read import reader_for

    with tempfile.SpooledTemporaryFile(max_size=SPOOL) as out:
        chunk = stream.read(HEAD)
        if reader_for(original.member(name, chunk), named=False) is None:
            yield LeftOut(original.path + name, UNKNOWN)
            return
        written = 0
        while chunk:
            written += len(chunk)
            budget.add(len(chunk), packed=packed, out=written)
            out.write(chunk)
            chunk = stream.read(STEP)
        yield from spooled(original, out, name, budget)


def spooled(
    original: Original, out: tempfile.SpooledTemporaryFile[bytes], name: str, budget: Budget, *, kind_name: str = ""
) -> Iterator[Original]:
    """Return the unpacked bytes in `out` as a member of this name; one larger than SPOOL is a file while it is read.

    kind_name   see Original
    """
    size = out.tell()
    out.seek(0)
    if size <= SPOOL:
        yield original.member(name, out.read(), budget=budget, kind_name=kind_name)
        return
    with tempfile.TemporaryFile(prefix="sayso-") as file:  # it has no name, so that nothing stays if we are killed
        while chunk := out.read(STEP):
            file.write(chunk)
        file.flush()
        yield original.member(name, descriptor=file.fileno(), budget=budget, kind_name=kind_name)
