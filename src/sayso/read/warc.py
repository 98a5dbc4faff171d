"""``.warc`` and ``.warc.gz``: the pages of a web archive, each a member ``x.warc.gz!@offset``."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, ReadError, TooLarge
from sayso.read.original import MAX_BYTES, Budget, Failure, Hints, Original, Read

MEDIA: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml",
                "application/atom+xml", "application/feed+json", "message/rfc822")  # fmt: skip


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """Every record that holds a page: responses with status 200 and resources, of a kind that can be read.

    The address and the charset of the header go along. WARC-Date is when it was fetched, not when it was published, so
    it is not used. A damaged record is a Failure; what stands before and, where the archive allows, behind it is read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    budget = original.budget or Budget()
    records = pages = 0
    with original.open() as stream:
        iterator = ArchiveIterator(stream, no_record_parse=False, verify_http=False, arc2warc=True)
        while True:
            try:
                record = next(iterator)
                records += 1
                page = _page(record, budget)
                offset = iterator.get_record_offset()  # goes to the end of the record, so only after it was read
                if page is not None:
                    pages += 1
                    data, media, charset, address = page
                    yield original.member(
                        f"!@{offset}", data, media=media, charset=charset, carried=Hints(url=address), budget=budget
                    )
            except StopIteration:
                break
            except TooLarge:
                raise
            except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, ReadError) as error:
                if not records:
                    raise BrokenOriginal(f"no web archive that can be read: {error}"[:200], "fetch it again") from error
                name = f"!@{iterator.get_record_offset()}"
                yield Failure.of(
                    original.member(name), BrokenOriginal(f"damaged: {error}"[:200], "fetch it again"), "warc"
                )
                break
    if not records:
        raise EmptyOriginal("no record in it")
    if not pages:
        raise EmptyOriginal(f"{records} records, none of them a page", "it may hold only pictures, scripts or requests")


def _page(record: Any, budget: Budget) -> tuple[bytes, str, str | None, str | None] | None:
    """Bytes, media type, charset and address of a record that holds a page; None for another."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", "203"):
        return None
    kind = headers.get_header("Content-Type") if headers is not None else None
    message = Message()
    message["Content-Type"] = kind or record.rec_headers.get_header("Content-Type") or "application/octet-stream"
    media = message.get_content_type()
    if media not in MEDIA:
        return None
    budget.member()
    data = record.content_stream().read(MAX_BYTES + 1)
    budget.add(len(data), packed=len(data), out=len(data))
    if headers is None and isinstance(record.length, int) and len(data) < min(record.length, MAX_BYTES):
        raise BrokenOriginal(f"a record of {record.length} bytes ends after {len(data)}")
    return data, media, message.get_content_charset(), record.rec_headers.get_header("WARC-Target-URI")
