"""``.warc`` and ``.warc.gz``: the pages of a web archive, each a member ``x.warc.gz!@offset``."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from sayso.errors import BrokenOriginal, EmptyOriginal, ReadError, TooLarge
from sayso.read.original import MAX_BYTES, Budget, Failure, LeftOut, Original, Read
from sayso.read.unpacking import unpack_gzip
from sayso.values.report import Hints

MEDIA: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml",
                "application/atom+xml", "application/feed+json", "message/rfc822")  # fmt: skip
XML: Final = ("text/xml", "application/xml")  # feeds often say no more; so do site maps and pictures
BROKEN: Final = (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, OverflowError, zlib.error, ReadError)
STEP: Final = 2**18
CUT: Final = "it ends in the middle, as where the file was cut"
LENGTH: Final = re.compile(rb"(?im)^content-length:\s*(\d{1,15})\s*$")
logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it logs what it mends in a damaged head, at any length


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio is untyped
    INC_RECORD = ""  # it writes of a wrong Content-Length to standard error; what follows tells whether that matters


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Every record that holds a page: responses with status 200, resources and conversions, of a kind that can be read.

    The address and the charset of the header go along. WARC-Date is when it was fetched, not when it was published, so
    it is not used. A damaged record is a Failure; what stands before and behind it is read. The other records are left
    out, and said as one sum. An archive that was gzipped as a whole is unpacked first.
    Raises BrokenOriginal (no web archive), EmptyOriginal (no page in it), TooLarge.
    """
    budget = original.budget or Budget()
    skipping = Budget(size=2**60)  # what is passed over is not kept, but must not go on for ever
    records = pages = failures = others = 0
    start: int | None = 0
    furthest = 0  # where the iterator began last; it must move on, whatever the lengths in the file say
    with original.open() as stream:
        if _is_one_gzip(stream):
            yield from unpack_gzip(original)
            return
        while start is not None:
            stream.seek(start)
            furthest = start
            iterator = _Records(stream, arc2warc=True)
            try:
                for record in iterator:
                    records += 1
                    start = max(start, iterator.offset)
                    page = _page(record, budget, stream, start)
                    if page is None:
                        others += record.rec_type != "warcinfo"
                        _skip(record, skipping, stream, start)
                        continue
                    pages += 1
                    data, media, charset, address = page
                    yield original.member(
                        f"!@{start}", data, media=media, charset=charset, carried=Hints(url=address), budget=budget
                    )
                last, start = start, None
                broken_at = _cut_at(stream, last)
                reason = CUT
            except TooLarge:
                raise
            except BROKEN as error:
                if not records:
                    raise BrokenOriginal(f"no web archive that can be read: {_why(error)}", "fetch it again") from error
                broken_at = max(start, iterator.offset, furthest)
                reason = _why(error)
                start = _next_record(stream, broken_at + 1)
            if broken_at is not None:
                failures += 1
                broken = BrokenOriginal(f"a damaged record: {reason}", "fetch it again")
                yield Failure.of(original.member(f"!@{broken_at}"), broken, "warc")
    if not records:
        raise EmptyOriginal("no record in it")
    if not pages and not failures:
        raise EmptyOriginal(f"{records} records, none of them a page", "it may hold only pictures, scripts or requests")
    if others:
        yield LeftOut(original.path, f"{others} records that are no page, such as pictures, requests and scripts")


def _why(error: BaseException) -> str:
    """The reason in words; warcio's own shows the bytes that it met."""
    if isinstance(error, ReadError):
        return error.reason
    if isinstance(error, OverflowError):
        return "its head says that it is longer than any file"
    return "no record begins here" if isinstance(error, ArchiveLoadFailed) else "its head or its data make no sense"


def _is_one_gzip(stream: BinaryIO) -> bool:
    """Whether this is one gzip member that goes on behind its first record; the stream is at its start again.

    Such an archive has no place in the file at which a record begins.
    """
    engine, held, seen, size = zlib.decompressobj(wbits=31), b"", 0, -1
    try:
        while not engine.eof and (data := stream.read(STEP)) and (seen or data.startswith(b"\x1f\x8b")):
            while data and not engine.eof:
                chunk = engine.decompress(data, STEP)
                data = engine.unconsumed_tail
                seen += len(chunk)
                if size < 0:
                    held += chunk
                    head, blank, _ = held.partition(b"\r\n\r\n")
                    if blank:
                        length = LENGTH.search(head)
                        size = len(head) + 4 + (int(length.group(1)) if length else 0)
                    elif len(held) > 2**20:
                        return False
                if 0 <= size < seen - 16:  # the blank lines between two records, and a little more
                    return True
    except zlib.error:
        pass
    finally:
        stream.seek(0)
    return False


def _cut_at(stream: BinaryIO, last: int) -> int | None:
    """Where a record begins that the end of the file cuts, so early that warcio passes it over; None where none does.

    last   where the last record begins that was whole
    """
    stream.seek(last)
    if stream.read(2) != b"\x1f\x8b":
        begin = _next_record(stream, last + 1)
        while begin is not None:
            stream.seek(begin)
            if b"\r\n\r\n" not in stream.read(2**16):
                return begin
            begin = _next_record(stream, begin + 1)
        return None
    stream.seek(last)
    engine, begin, read = zlib.decompressobj(wbits=31), last, last
    try:
        while data := stream.read(STEP):
            read += len(data)
            while data:
                engine.decompress(data, STEP)
                data = engine.unconsumed_tail
                if engine.eof and engine.unused_data:
                    data = engine.unused_data
                    begin, engine = read - len(data), zlib.decompressobj(wbits=31)
    except zlib.error:
        return begin
    return None if engine.eof else begin


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins, from this place of the file on; None where there is none."""
    stream.seek(0)
    packed = stream.read(2) == b"\x1f\x8b"
    mark = b"\x1f\x8b\x08" if packed else b"\nWARC/1."
    stream.seek(start)
    held, place = b"", start
    while data := stream.read(STEP):
        held += data
        at = -1
        while (at := held.find(mark, at + 1)) >= 0:
            if not packed:
                return place + at + 1
            try:
                if zlib.decompressobj(wbits=31).decompress(held[at : at + 4096], 7).startswith(b"WARC/1."):
                    return place + at
            except zlib.error:
                continue
        place += max(0, len(held) - 4096)
        held = held[-4096:]
    return None


def _skip(record: Any, budget: Budget, stream: BinaryIO, start: int) -> None:
    """Pass over a record that is no page. Raises TooLarge if it unpacks without end."""
    size = 0
    while chunk := record.raw_stream.read(STEP):
        size += len(chunk)
        budget.add(len(chunk), packed=stream.tell() - start, out=size)


def _page(
    record: Any, budget: Budget, stream: BinaryIO, start: int
) -> tuple[bytes, str, str | None, str | None] | None:
    """Bytes, media type, charset and address of a record that holds a page; None for another."""
    if not (record.rec_headers.get_header("Content-Length") or "").strip().isdigit():
        raise BrokenOriginal("its head does not say how long it is")
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", "203"):
        return None
    kind = headers.get_header("Content-Type") if headers is not None else None
    message = Message()
    message["Content-Type"] = kind or record.rec_headers.get_header("Content-Type") or "application/octet-stream"
    media = message.get_content_type()
    if media not in MEDIA and media not in XML:
        return None
    data = record.content_stream().read(MAX_BYTES + 1)
    if media in XML:
        from sayso.read import reader_for

        entry = reader_for(Original("page", data=data[:4096]), named=False)
        if entry is None or entry.name != "feed":
            return None
    budget.member()
    # what was taken from the file since the record began, rounded up to a buffer
    budget.add(len(data), packed=stream.tell() - start, out=len(data))
    missing = getattr(record.raw_stream, "limit", 0)
    if missing and len(data) <= MAX_BYTES and not record.raw_stream.read(1):
        raise BrokenOriginal(CUT)
    return data, media, message.get_content_charset(), record.rec_headers.get_header("WARC-Target-URI")
