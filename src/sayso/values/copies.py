"""What reports share word for word: the fingerprint of one, and what two of them have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sayso.values.case import ReportRow

CopyLabel = Literal["copy", "partial", "passage"]
COPY_LABELS: Final[tuple[CopyLabel, ...]] = ("copy", "partial", "passage")  # the most shared text first
# From this share of the shorter report on, the other tells nothing of its own. At 0.5, 2 in 100 pairs of 10,000 made
# articles were no copies of one another, at 0.66 2 in 1,000 (`./run bench --only scale`).
REPEATS: Final = 0.66
FirstBecause = Literal["agency", "date"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What finds a report's copies among others, and what tells which was there first.

    words    how many words the report has
    hashes   of some of its runs of words: 64 bits each, in order, little-endian in base64
    text     SHA-256 of the text, its first 16 hex digits
    supplied  agencies that supplied the report, by its credits; in order, each once
    agency   the agency that the outlet itself is, if it is one
    """

    words: int
    hashes: str
    text: str
    outlet: str | None = None
    published: str | None = None
    supplied: tuple[str, ...] = ()
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that stands in two reports, in code points of each; a few words of it may be changed.

    words   how many words are the same
    stock   whether it is stock text of the outlet, such as a note that closes many of its reports
    """

    start: int
    end: int
    other_start: int
    other_end: int
    words: int
    stock: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share text. `a` is the one that was published first, as far as that is known.

    label      copy: half or more of the own words of the shorter one stand in both, in runs of eight or more; partial:
               0.15 or more of them, or of all its words; passage: less
    score      that share, 0..1
    passages   in the order of `a`; start and end are places in `a`, other_start and other_end in `b`
    first      which of the two the other was taken from; None if nothing tells
    because    what tells: "date", or "agency": the other credits the agency that published the first
    agencies   that both credit: then neither need be taken from the other, and the agency is the origin of both
    """

    a: str
    b: str
    label: CopyLabel
    score: float
    passages: tuple[SharedPassage, ...] = ()
    first: str | None = None
    because: FirstBecause | None = None
    agencies: tuple[str, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether so much is shared that one of both is no witness beside the other."""
        return self.label == "copy" and self.score >= REPEATS


@dataclass(frozen=True, slots=True)
class Copied:
    """Two reports that share text, with what the case lists of each."""

    copy: Copy
    a: ReportRow
    b: ReportRow

    @property
    def words(self) -> int:
        """How many words of shared passages are the same, stock text left out."""
        return sum(passage.words for passage in self.copy.passages if not passage.stock)
