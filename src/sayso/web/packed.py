"""What was worked out of a large case, held small: in blocks that are packed, of which the last few are open.

Two hundred thousand identities are 300 MB as values, and 50 MB so; a page needs a few dozen of them. Whatever works out
what takes long gives its answers so (`sayso.web.apart`, `sayso.web.held`).
"""

from __future__ import annotations

import itertools
import pickle
import zlib
from collections.abc import Hashable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import lru_cache
from typing import Any, Final, TypeVar, overload

from sayso.views.answers import Table

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
BLOCK: Final = 8  # values: four times as many take half the room, and one of them four times as long to find
OPEN: Final = 256  # blocks
LEVEL: Final = 1  # of zlib: the higher ones take several times as long for a tenth less


class PackedRows(Sequence[Value]):
    """Values in order; each can be pickled, and is given anew whenever it is asked for."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, values: Iterable[Value]) -> None:
        given = iter(values)
        self._blocks: list[bytes] = []
        self._count = 0
        while block := tuple(itertools.islice(given, BLOCK)):
            self._blocks.append(zlib.compress(pickle.dumps(block, pickle.HIGHEST_PROTOCOL), LEVEL))
            self._count += len(block)
        self._opened = lru_cache(maxsize=OPEN)(self._open)

    def _open(self, number: int) -> tuple[Value, ...]:
        block: tuple[Value, ...] = pickle.loads(zlib.decompress(self._blocks[number]))
        return block

    def __getstate__(self) -> tuple[list[bytes], int]:
        """All but the blocks that are open."""
        return self._blocks, self._count

    def __setstate__(self, state: tuple[list[bytes], int]) -> None:
        """What `__getstate__` gave."""
        self._blocks, self._count = state
        self._opened = lru_cache(maxsize=OPEN)(self._open)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, at: int | slice) -> Value | tuple[Value, ...]:
        """The value at a place, or those of a slice."""
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(self._count)))
        place = at + self._count if at < 0 else at
        if not 0 <= place < self._count:
            raise IndexError(at)
        return self._opened(place // BLOCK)[place % BLOCK]

    def __iter__(self) -> Iterator[Value]:
        for number in range(len(self._blocks)):
            yield from self._open(number)  # who goes through all of them closes no block that others need

    def __eq__(self, other: object) -> bool:
        """Whether it has the same values as another sequence."""
        if not isinstance(other, (PackedRows, list, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))


class Packed(Mapping[Key, Value]):
    """Values by key, in order."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, values: Mapping[Key, Value]) -> None:
        self._places = {key: place for place, key in enumerate(values)}
        self._rows = PackedRows(values.values())

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __getitem__(self, key: Key) -> Value:
        return self._rows[self._places[key]]

    def values(self) -> PackedValues[Value]:
        """The values, block by block."""
        return PackedValues(self)

    def items(self) -> ItemsView[Key, Value]:
        """Each key with its value, block by block."""
        return PackedItems(self)

    @property
    def rows(self) -> PackedRows[Value]:
        """The values, in order."""
        return self._rows


class PackedValues(ValuesView[Value]):
    """The values of a `Packed`."""

    def __iter__(self) -> Iterator[Value]:
        return iter(self._mapping.rows)  # type: ignore[attr-defined]

    def __reversed__(self) -> Iterator[Value]:
        return reversed(self._mapping.rows)  # type: ignore[attr-defined]


class PackedItems(ItemsView[Key, Value]):
    """The keys of a `Packed` with their values."""

    def __iter__(self) -> Iterator[tuple[Key, Value]]:
        return zip(self._mapping, self._mapping.rows, strict=True)  # type: ignore[attr-defined]


def packed(made: Any) -> Any:
    """What was worked out, small: the rows of a table, values in order or by key; anything else as it is."""
    if isinstance(made, (Table, list)):
        return PackedRows(made)
    return Packed(made) if type(made) is dict else made
