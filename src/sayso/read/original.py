"""What goes through the readers: an original comes in, reports, failures and further originals come out.

A reader is a function ``(Original) -> Iterator[Read | Failure | LeftOut | Original]``. An Original that it gives back
is a member (of an archive, a mail, a feed, a file of records) to be read in turn. What it raises as a ReadError
becomes a Failure of its original; a reader of many members gives a Failure for a bad one and goes on, and a LeftOut
for one that is no report of any kind.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from sayso.errors import ReadError, TooLarge
from sayso.text.language import language_of
from sayso.values.case import FailureRow
from sayso.values.json import failure_dict
from sayso.values.report import Credit, Hints, Report
from sayso.values.spans import Span

# One report's original. 32 MB of text are 5 million words, fifty novels; a page or a mail of that size is no report,
# and decoding, aligning and tagging it would take some 1.5 GB.
MAX_BYTES: Final = 32 * 2**20

# Controls that JSON leaves as they are, and turns of direction.
STEERING: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Budget:
    """How much may be unpacked from one archive, whatever lies in it; TooLarge once it is spent.

    size      bytes, all members together
    members   how many
    ratio     unpacked bytes for each packed one, looked at from the first megabyte on
    """

    def __init__(self, size: int = 2 * 2**30, members: int = 100_000, ratio: float = 200.0) -> None:
        self.size, self.members, self.ratio = size, members, ratio
        self.bytes = self.count = 0

    def member(self) -> None:
        """Count one more member."""
        self.count += 1
        if self.count > self.members:
            raise TooLarge(f"over {self.members:,} members in one archive", "unpack it and read the folder")

    def add(self, unpacked: int, *, packed: int, out: int) -> None:
        """Count bytes unpacked just now; `out` of `packed` so far from this member."""
        self.bytes += unpacked
        if self.bytes > self.size:
            raise TooLarge(f"over {self.size / 2**30:.3g} GB in one archive", "unpack it and read the folder")
        if out > 2**20 and out > self.ratio * max(1, packed):
            raise TooLarge(f"it unpacks to over {self.ratio:.0f} times its size, as a bomb does", "unpack it by hand")


class _Descriptor(io.RawIOBase):
    """An open file read from a place of its own, so that several streams over one file do not disturb each other."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor, self._place = descriptor, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = os.pread(self._descriptor, len(buffer), self._place)
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place}.get(whence)
        self._place = (os.fstat(self._descriptor).st_size if start is None else start) + offset
        if self._place < 0:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return self._place

    def tell(self) -> int:
        return self._place


@dataclass(frozen=True, slots=True)
class Original:
    """Something to read: a file on disk, or the bytes of a member.

    path      as shown: "reports/a.txt", "bundle.zip!/a.html", "x.warc.gz!@512", "x.jsonl:3", "-"
    kind_name the name whose end tells the kind, if it is not the path: "a.txt" for the inside of "a.txt.gz"
    data      the bytes; None where they are those of `file`
    file      where the bytes lie on disk
    descriptor   number of an open file that holds the bytes, for a process that may open none itself, or for a member
                 that was unpacked into a file without a name
    media     media type where the container says it ("text/html"); else the name and the bytes decide
    charset   where the container says it (the header of a web archive's record, of a part of a mail)
    hints     what the user says of it; this wins over what the file says itself
    carried   what the container says of it; this counts where the file itself says nothing
    depth     how many containers it lies in
    root      the path that was given and under which it was found, as shown
    budget    what may still be unpacked from the outermost container
    """

    path: str
    data: bytes | None = None
    file: Path | None = None
    media: str | None = None
    charset: str | None = None
    hints: Hints = Hints()
    carried: Hints = Hints()
    depth: int = 0
    root: str = ""
    budget: Budget | None = None
    descriptor: int | None = None
    kind_name: str = ""

    def open(self) -> BinaryIO:
        """A stream of its bytes, for readers that go through it piece by piece. OSError where it cannot be opened."""
        if self.data is not None:
            return io.BytesIO(self.data)
        if self.descriptor is not None:
            return io.BufferedReader(_Descriptor(self.descriptor))
        return self._file().open("rb")

    def opened(self, descriptor: int) -> Original:
        """The same original, its bytes those of an open file; whoever opened it closes it after the last use."""
        return replace(self, descriptor=descriptor)

    def read(self, limit: int = MAX_BYTES) -> bytes:
        """All its bytes; TooLarge where there are more than `limit`, without reading further."""
        if self.data is not None:
            data = self.data
        else:
            with self.open() as stream:
                data = stream.read(limit + 1)
        if len(data) > limit:
            raise TooLarge(
                f"over {limit // 2**20} MB in one report's original",
                "split it into one file a report, or give it as .jsonl with one report a line",
            )
        return data

    def head(self, size: int = 4096) -> bytes:
        """Its first bytes, to see what it is."""
        if self.data is not None:
            return self.data[:size]
        with self.open() as stream:
            return stream.read(size)

    def member(self, name: str, data: bytes | None = None, **others: Any) -> Original:
        """A member of this container; `name` is put behind the path as it stands ("!/a.html", ":3", "!@512")."""
        return replace(
            self, path=self.path + name, data=data, depth=self.depth + 1,
            **{"file": None, "descriptor": None, "media": None, "charset": None, "kind_name": "", **others},
        )  # fmt: skip

    @property
    def name(self) -> str:
        """The last part of its path, or of the name that tells its kind."""
        return (self.kind_name or self.path).rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The end of its name in lower case, with the dot; "" where there is none."""
        stem, dot, end = self.name.rpartition(".")
        return (dot + end).lower() if stem else ""

    def _file(self) -> Path:
        if self.file is None:
            raise ReadError(f"{self.path}: neither bytes nor a file")
        return self.file


@dataclass(frozen=True, slots=True)
class Read:
    """A report, and the bytes it was read from (a record's own inside a container), for a store to keep.

    notes   what the user should know of how it was read, such as a field that was left out; the same words for every
            report of which the same is true, so that they can be said once
    seconds   of CPU that opening it took, as the process says that opened it; 0 where none did
    """

    report: Report
    data: bytes
    notes: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """An original that could not be read: why, and what to try."""

    path: str
    reader: str
    reason: str
    try_: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, original: Original, error: ReadError, reader: str, data: bytes | None = None) -> Failure:
        """The failure of an original that raised this error; the digest is known where the bytes are."""
        known = data if data is not None else original.data
        digest = hashlib.sha256(known).hexdigest() if known is not None else ""
        return cls(original.path, reader, error.reason, error.advice, digest)

    def to_json(self) -> bytes:
        """One line of JSON without its end: kind, path, sha256, reader, reason, try; what is empty is absent.

        A path may hold what steers a terminal; that is escaped, as JSON allows.
        """
        row = FailureRow(self.path, self.reader, self.reason, self.try_, self.sha256)
        return STEERING.sub(
            lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(failure_dict(row)).decode()
        ).encode()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is no report and was not opened, such as a picture: which, and why. It is said, and no failure."""

    path: str
    reason: str


Reader = Callable[[Original], Iterator["Read | Failure | LeftOut | Original"]]
UNKNOWN: Final = "no reader knows this kind of file"


def make_read(
    original: Original,
    text: str,
    data: bytes,
    *,
    own: Hints = Hints(),
    credits: tuple[Credit, ...] = (),
    dateline: Span | None = None,
    media: str | None = None,
    charset: str | None = None,
    runs: tuple[tuple[int, int, int], ...] = (),
) -> Read:
    """The report of a text, with what the user says first, then the file itself, then its container.

    own       what the file says itself (meta tags, fields of a record, dateline)
    credits   agencies that the text names; one that a hint names is put first unless it is among them
    data      the original's bytes: with the outlet they make the report's id
    runs      the map from the text to the original decoded in `charset`
    """
    known = original.hints.over(own).over(original.carried)
    # pages of many papers say lang="en" whatever they hold: a sure look at the text is believed before them
    lang = original.hints.lang or language_of(text) or known.lang
    if known.agency and known.agency not in {credit.agency for credit in credits}:
        credits = (Credit(known.agency), *credits)
    report = Report.of(
        text, outlet=known.outlet, original=data, paths=(original.path,), given_id=known.id, media=media,
        title=known.title, byline=known.byline, dateline=dateline, url=known.url, lang=lang,
        published=known.published, published_from=known.published_from, credits=credits, charset=charset, map=runs,
    )  # fmt: skip
    return Read(report, data)
