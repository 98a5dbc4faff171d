"""What the columns of a file hold, looked at before it is used: SQLite keeps any kind of value in any column.

A case may come from anybody. What is not of its kind is told in a line that names the table, and steers no terminal.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import zlib
from collections.abc import Hashable, Sequence
from typing import Any, Final, TypeVar, cast, get_args, get_type_hints

from sayso.errors import CaseError, DamagedBytes

Row = TypeVar("Row")
MAX_UNPACKED: Final = 2**28  # bytes of one original, or of one reading as JSON; zlib packs zeros a thousandfold
KINDS: Final[dict[Any, tuple[type, ...]]] = {str: (str,), int: (int,), float: (float, int), bool: (int,)}


@functools.cache
def kinds_of(row: Any) -> tuple[tuple[type, ...], ...]:
    """For each field of a dataclass, the types that its column may hold; () for any, of fields that are no scalar."""
    hints = get_type_hints(row)
    return tuple(_kinds(hints[field.name]) for field in dataclasses.fields(row))


def _kinds(hint: Any) -> tuple[type, ...]:
    if hint in KINDS:
        return KINDS[hint]
    parts = get_args(hint)
    if type(None) in parts:
        return (*(kind for part in parts for kind in KINDS.get(part, ())), type(None))
    return (str,) if parts and all(isinstance(part, str) for part in parts) else ()  # a Literal is a word


def check_kinds(cells: Sequence[Any], kinds: Sequence[tuple[type, ...]], what: str) -> None:
    """CaseError, with the column's number, if a cell is of none of the types of its column; () stands for any."""
    for place, (cell, wanted) in enumerate(zip(cells, kinds, strict=True), 1):
        if wanted and not isinstance(cell, wanted):
            expected = " or ".join("nothing" if kind is type(None) else kind.__name__ for kind in wanted)
            raise CaseError(
                f"{what} is damaged: its column {place} holds {type(cell).__name__}, expected {expected};"
                " `sayso check` lists what does not hold"
            )


def made(row: type[Row], cells: Sequence[Any], what: str) -> Row:
    """The row of a dataclass with these cells, in the order of its fields; CaseError if one is of the wrong kind."""
    check_kinds(cells, kinds_of(cast("Hashable", row)), what)
    return row(*cells)


def words(rows: Sequence[Sequence[Any]], what: str) -> dict[str, str]:
    """Pairs of words as a dict; CaseError if one is no pair of words."""
    for row in rows:
        check_kinds(row, ((str,), (str,)), what)
    return {row[0]: row[1] for row in rows}


def from_json(text: Any, what: str) -> Any:
    """The value of JSON; CaseError if it is none, or lies deeper in itself than anything that is written here."""
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise CaseError(f"{what} is damaged: {type(error).__name__} in its JSON; `sayso check` says which") from error


def unpacked_bytes(packed: Any, what: str, most: int = MAX_UNPACKED) -> bytes:
    """What zlib packed; DamagedBytes if it is damaged, or unpacks to more than `most` bytes, which it then does not."""
    if not isinstance(packed, bytes):
        raise DamagedBytes(f"{what} is damaged: no bytes, but {type(packed).__name__}")
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(packed, most + 1)
    except zlib.error as error:
        raise DamagedBytes(f"{what} is damaged ({error})") from error
    if len(data) > most:
        raise DamagedBytes(f"{what} unpacks to over {most / 2**20:,.0f} MB, as a bomb does; it is not unpacked")
    if not engine.eof:
        raise DamagedBytes(f"{what} is damaged (it ends in the middle)")
    return data
