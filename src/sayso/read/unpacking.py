"""Unpacking a member of a container within a budget, into memory or a temporary file; called by readers of containers.

Names of members are only shown, never used as paths, so that ``../`` and absolute ones can do no harm.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.original import UNKNOWN, Budget, Failure, LeftOut, Original, Read

STEP: Final = 2**18  # bytes read at a time
SPOOL: Final = 2**22  # bytes; a member up to this size stays in memory
HEAD: Final = 4096  # bytes by which a member is known


def unpack_gzip(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return the one member of a gzip file (several streams in a row are one), named as the file without ``.gz``.

    A member of a kind that no reader knows is left out, unless the user named the file. The sound part of a damaged
    member is not returned: half a report is none. Raises BrokenOriginal, EmptyOriginal, TooLarge.
    """
    from sayso.read import reader_for

    budget = original.budget or Budget()
    budget.member()
    shown = original.path[:-3] if original.path.lower().endswith(".gz") else original.path + "!/data"
    with original.open() as packed, tempfile.SpooledTemporaryFile(max_size=SPOOL) as out:
        if original.path != original.root:
            begin = replace(original.member("", _first(packed)), path=shown)
            if begin.data and reader_for(begin, named=False) is None:
                yield LeftOut(original.path, UNKNOWN)
                return
        _gunzip(packed, out, budget)
        yield from spooled(original, out, shown, budget)


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


def spooled(
    original: Original, out: tempfile.SpooledTemporaryFile[bytes], path: str, budget: Budget
) -> Iterator[Original]:
    """Return the unpacked bytes in `out` as an Original; one larger than SPOOL is a file while it is read."""
    size = out.tell()
    out.seek(0)
    if size <= SPOOL:
        yield replace(original.member("", out.read(), budget=budget), path=path)
        return
    with tempfile.TemporaryFile(prefix="sayso-") as file:  # it has no name, so that nothing stays if we are killed
        while chunk := out.read(STEP):
            file.write(chunk)
        file.flush()
        yield replace(original.member("", descriptor=file.fileno(), budget=budget), path=path)
