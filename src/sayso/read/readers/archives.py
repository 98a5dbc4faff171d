"""``.gz`` and ``.zip``: members are read in turn, never written under their names, within a budget.

Names of members are only shown, never used as paths, so that ``../`` and absolute ones can do no harm.
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, ReadError, TooLarge
from sayso.read.original import UNKNOWN, Budget, Failure, LeftOut, Original, Read

STEP: Final = 2**18
SPOOL: Final = 2**22  # members up to here stay in memory
HEAD: Final = 4096  # bytes by which a member is known
# Documents that are zip files inside, by a member that each of them has.
OFFICE: Final = {
    "[Content_Types].xml": ("an office document (.docx, .xlsx, .pptx)", "save it as PDF, HTML or text"),
    "META-INF/container.xml": ("a book (.epub)", "save it as HTML or text"),
    "META-INF/manifest.xml": ("an office document (.odt, .ods)", "save it as PDF, HTML or text"),
    "Index/Document.iwa": ("an office document (.pages, .numbers)", "save it as PDF, HTML or text"),
}


def read_gzip(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """The one member of a gzip file (several streams in a row are one), named as the file without ``.gz``.

    One of a kind that no reader knows is left out unless somebody named the file. What was whole before a damage is not
    given on: half a report is none. Raises BrokenOriginal, EmptyOriginal, TooLarge.
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
        yield from _member(original, out, shown, budget)


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


def _member(
    original: Original, out: tempfile.SpooledTemporaryFile[bytes], path: str, budget: Budget
) -> Iterator[Original]:
    """What was unpacked as an Original; on disk while it is read where it is large."""
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


def read_zip(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """The members of a zip file, in its order, ``bundle.zip!/a.html``; a second one of a name becomes ``a#2.html``.

    Folders are passed over; what is hidden, and a kind that no reader knows, is left out after a look at its first
    bytes. A member that is encrypted or damaged is a Failure, and the next ones are read.
    Raises BrokenOriginal (damaged, or an office document), TooLarge.
    """
    budget = original.budget or Budget()
    with original.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BrokenOriginal(f"damaged zip file: {error}", "fetch the file again") from error
        seen: dict[str, int] = {}
        with archive:
            for name in OFFICE:
                if name in archive.NameToInfo:
                    raise BrokenOriginal(f"{OFFICE[name][0]}, which no reader knows", OFFICE[name][1])
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                if entry.filename.startswith("__MACOSX/") or entry.filename.rpartition("/")[2].startswith("."):
                    yield LeftOut(f"{original.path}!/{entry.filename}", "hidden")
                    continue
                budget.member()
                count = seen[entry.filename] = seen.get(entry.filename, 0) + 1
                name = "!/" + (_numbered(entry.filename, count) if count > 1 else entry.filename)
                yield from _zipped(original, archive, entry, name, budget)


def _numbered(name: str, count: int) -> str:
    """The name of a second member of the same name; its end stays, because that tells the reader."""
    folder, slash, last = name.rpartition("/")
    stem, dot, end = last.rpartition(".")
    return f"{folder}{slash}{stem}#{count}.{end}" if dot else f"{name}#{count}"


def _zipped(
    original: Original, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, budget: Budget
) -> Iterator[Failure | LeftOut | Original]:
    from sayso.read import reader_for

    try:
        if entry.flag_bits & 1:
            raise BrokenOriginal("encrypted", "unpack it with its password")
        with archive.open(entry) as stream, tempfile.SpooledTemporaryFile(max_size=SPOOL) as out:
            head = stream.read(HEAD)
            if reader_for(original.member(name, head), named=False) is None:
                yield LeftOut(original.path + name, UNKNOWN)
                return
            written, chunk = 0, head
            while chunk:
                written += len(chunk)
                budget.add(len(chunk), packed=entry.compress_size, out=written)
                out.write(chunk)
                chunk = stream.read(STEP)
            yield from _member(original, out, original.path + name, budget)
    except TooLarge:
        raise
    except ReadError as error:
        yield Failure.of(original.member(name), error, "zip")
    except NotImplementedError:
        reason = BrokenOriginal("packed or encrypted in a way that is not known here", "unpack it by hand")
        yield Failure.of(original.member(name), reason, "zip")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        what = "its checksum differs" if "CRC" in str(error) else "its head or its data makes no sense"
        broken = BrokenOriginal(f"damaged in the zip file: {what}", "fetch it again")
        yield Failure.of(original.member(name), broken, "zip")
