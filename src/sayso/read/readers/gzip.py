"""``.gz``: one file, packed; it is read as the file without ``.gz`` would be."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.original import Failure, LeftOut, Original, Read
from sayso.read.unpacking import unpack_gzip


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return the one member. Raises BrokenOriginal, EmptyOriginal, TooLarge."""
    yield from unpack_gzip(original)
