"""``.tar``, also packed by gzip, bzip2 or xz: the members are read in turn, within a budget."""

from __future__ import annotations

import bz2
import contextlib
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.original import Budget, Failure, LeftOut, Original, Read
from sayso.read.unpacking import STEP, numbered, unpacked

PACKED: Final[dict[bytes, Callable[[], Any]]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(wbits=31), b"BZh": bz2.BZ2Decompressor,
    # liblzma may ask for as much memory as the file says; xz -9 needs 65 MB
    b"\xfd7zXZ\0": lambda: lzma.LZMADecompressor(memlimit=2**27),
}  # fmt: skip
DAMAGED: Final = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, OverflowError)
MAX_NAME: Final = 4096  # characters; a longer one is no path


class _Unpacked(io.RawIOBase):
    """What a packed stream unpacks to, several packed streams in a row as one; it counts what is taken from it."""

    def __init__(self, packed: BinaryIO, engine: Callable[[], Any], budget: Budget) -> None:
        self.packed, self.engine, self.budget = packed, engine, budget
        self.now = engine()
        self.rest = b""  # bytes read from the packed stream that the engine has not taken
        self.held = b""  # bytes unpacked that nobody has taken
        self.size = 0

    def readable(self) -> bool:
        """It can be read, from start to end only."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as one step goes. 0 only at the end."""
        while not self.held:
            if self.now.eof:
                self.rest = (self.now.unused_data or self.rest).lstrip(b"\0") or self.packed.read(STEP)
                if not self.rest:
                    return 0
                self.now = self.engine()
            data = self._more()
            self.held = self.now.decompress(data, STEP)
            if not (data or self.held or self.now.eof or not getattr(self.now, "needs_input", True)):
                raise EOFError
            self.rest = getattr(self.now, "unconsumed_tail", b"")
            self.size += len(self.held)
            self.budget.add(len(self.held), packed=max(1, self.packed.tell()), out=self.size)
        part, self.held = self.held[: len(buffer)], self.held[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def _more(self) -> bytes:
        """What the engine takes next. bz2 and lzma hold back themselves what they have not unpacked yet."""
        if self.rest:
            return self.rest
        if not getattr(self.now, "needs_input", True):
            return b""
        return self.packed.read(STEP)


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return the members of a tar archive, in its order, ``a.tar!/b.txt``; a second one of a name is ``b#2.txt``.

    Folders are passed over; links, devices, hidden files and kinds that no reader knows are left out.
    If the archive is cut or damaged, what came before is read, and the rest is one Failure.
    Raises BrokenOriginal (no tar archive), EmptyOriginal, TooLarge.
    """
    budget = original.budget or Budget()
    passing = Budget(size=2**60)  # what is passed over is not kept, but must not go on for ever
    seen: dict[str, int] = {}
    found = 0
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(original.open())
        head = stream.read(8)
        stream.seek(0)
        engine = next((engine for magic, engine in PACKED.items() if head.startswith(magic)), None)
        source: Any = stream if engine is None else io.BufferedReader(_Unpacked(stream, engine, passing), STEP)
        try:
            archive = stack.enter_context(tarfile.open(fileobj=source, mode="r|" if engine else "r:"))
            for entry in archive:
                found += 1
                budget.member()
                yield from _member(original, archive, entry, seen, budget)
                archive.members.clear()  # type: ignore[attr-defined]  # it keeps the heads of all, for asking by name
        except DAMAGED as error:
            if not found:
                raise BrokenOriginal(
                    "no tar archive that can be read: damaged or cut", "fetch the file again"
                ) from error
            broken = BrokenOriginal("the archive is damaged or cut behind this member", "fetch the file again")
            yield Failure.of(original.member("!/", None), broken, "tar")
    if not found:
        raise EmptyOriginal("an archive without members")


def _member(
    original: Original, archive: tarfile.TarFile, entry: tarfile.TarInfo, seen: dict[str, int], budget: Budget
) -> Iterator[LeftOut | Original]:
    shown = entry.name.encode("utf-8", "replace").decode("utf-8")[:MAX_NAME].removeprefix("./")
    if entry.isdir():
        return
    if not entry.isreg():
        yield LeftOut(f"{original.path}!/{shown}", "a link" if entry.islnk() or entry.issym() else "not a regular file")
        return
    if shown.rpartition("/")[2].startswith("."):
        yield LeftOut(f"{original.path}!/{shown}", "hidden")
        return
    count = seen[shown] = seen.get(shown, 0) + 1
    name = "!/" + (numbered(shown, count) if count > 1 else shown)
    taken = archive.extractfile(entry)
    if taken is None:
        return
    with taken as stream:
        yield from unpacked(original, stream, name, budget, packed=entry.size)
