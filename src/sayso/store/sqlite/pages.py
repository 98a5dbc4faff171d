"""The records of a SQLite file, page by page, without its trees: for a file that SQLite itself will not read.

Source: "Database File Format", https://www.sqlite.org/fileformat2.html, 1.6 and 2.1. The table that a record belongs to
is not written on its page; whoever asks must know it by its columns.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

LEAVES: Final = (0x0D, 0x0A)  # of a table, of an index (a table WITHOUT ROWID is one)
MOST_TWICE: Final = 2  # times the file's size that all records have: in a sound file each byte belongs to one
MAX_COLUMNS: Final = 64
BROKEN: Final = (IndexError, ValueError, struct.error, OverflowError)


def records(path: Path, page_size: int) -> Iterator[tuple[int | None, list[Any]]]:
    """Every record that can be read: (rowid, columns), in the order of the pages; None as rowid in an index.

    What is damaged is passed over, record by record. A column of text that is no UTF-8 makes its record a damaged one.
    """
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        pages, left = size // page_size, MOST_TWICE * size
        for number in range(1, pages + 1):
            page = _page(stream, number, page_size)
            head = 100 if number == 1 else 0
            if page[head] not in LEAVES:
                continue
            (cells,) = struct.unpack_from(">H", page, head + 3)
            for i in range(min(cells, page_size // 4)):
                try:
                    (at,) = struct.unpack_from(">H", page, head + 8 + 2 * i)
                    if (length := _varint(page, at)[0]) > min(left, pages * page_size):
                        continue
                    left -= max(length, 0)
                    yield _cell(stream, page, at, page_size, pages, table=page[head] == 0x0D)
                except BROKEN:
                    continue


def _page(stream: BinaryIO, number: int, page_size: int) -> bytes:
    stream.seek((number - 1) * page_size)
    return stream.read(page_size)


def _cell(
    stream: BinaryIO, page: bytes, at: int, page_size: int, pages: int, *, table: bool
) -> tuple[int | None, list[Any]]:
    size, at = _varint(page, at)
    rowid: int | None = None
    if table:
        rowid, at = _varint(page, at)
    if not 0 < size <= pages * page_size:
        raise ValueError("no payload of that size fits the file")
    most = page_size - 35 if table else (page_size - 12) * 64 // 255 - 23
    if size <= most:
        payload = page[at : at + size]
    else:
        least = (page_size - 12) * 32 // 255 - 23
        local = least + (size - least) % (page_size - 4)
        local = local if local <= most else least
        payload = _overflow(
            stream, page[at : at + local], struct.unpack_from(">I", page, at + local)[0], size, page_size
        )
    if len(payload) != size:
        raise ValueError("the payload is cut off")
    return rowid, _columns(payload)


def _overflow(stream: BinaryIO, local: bytes, number: int, size: int, page_size: int) -> bytes:
    parts, held = [local], len(local)
    while number and held < size:
        page = _page(stream, number, page_size)
        parts.append(page[4 : 4 + size - held])
        held += len(parts[-1])
        (number,) = struct.unpack_from(">I", page, 0)
    return b"".join(parts)


def _columns(payload: bytes) -> list[Any]:
    head, at = _varint(payload, 0)
    types = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
        if len(types) > MAX_COLUMNS:
            raise ValueError("more columns than any of our tables has")
    values: list[Any] = []
    for kind in types:
        length = (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]
        raw = payload[at : at + length]
        if len(raw) != length:
            raise ValueError("the record is cut off")
        at += length
        if kind == 0:
            values.append(None)
        elif kind <= 6:
            values.append(int.from_bytes(raw, "big", signed=True))
        elif kind == 7:
            values.append(struct.unpack(">d", raw)[0])
        elif kind in (8, 9):
            values.append(kind - 8)
        elif kind % 2:
            values.append(raw.decode("utf-8"))
        else:
            values.append(raw)
    return values


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """(value, position after it) of the big-endian number of one to nine bytes at a position."""
    value = 0
    for i in range(8):
        byte = data[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    return value << 8 | data[at + 8], at + 9
