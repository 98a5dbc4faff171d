"""Characters with their places on a page -> lines, without those in the margins.

All of this is geometry and knows no PDF. Text that runs in another direction than most of its page is turned upright
first; `Line.box` turns it back. A line is what stands on one base line without a wide gap: in a row of two columns or
of a table there are two. Sizes and distances are points.
"""

from __future__ import annotations

import collections
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

Box = tuple[float, float, float, float]  # left, bottom, right, top

MARGIN: Final = 40.0  # where browsers put date, title, address and page number
RUNNING: Final = 0.12  # of the height: where other programs put a title that comes again on each page
GAP: Final = 0.17  # of the size of the letters: narrower is kerning
MADE: Final = 0.1  # the same where somebody else thinks that words part
ADDRESS: Final = re.compile(r"\s*((?:https?|file)://\S+)(?:\s+\d+/\d+)?\s*$", re.I)
IN_MARGIN: Final = re.compile(
    r"\s*(?:(?:page\s+)?\d+\s*(?:/|of)\s*\d+|(?:page\s+)?\d+|-\s*\d+\s*-|(?:https?|file)://\S+(?:\s+\d+/\d+)?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?(?:\s.*)?)\s*$",
    re.I,
)
INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"
SHAPES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it stands; white space has no box of use and only parts words.

    made   white space that the PDF does not hold: whoever read it thinks that words part here
    """

    text: str
    box: Box
    x: float
    y: float
    size: float
    turn: int = 0
    made: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of it that lies in one column or cell; upright, in points.

    base     of its letters, from the lower edge
    turn     quarters by which it was turned clockwise to stand upright
    spaced   whether white space stood before it
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    turn: int = 0
    spaced: bool = False

    @property
    def box(self) -> Box:
        """Where it is on the page as the PDF counts: from the lower left corner before any rotation of the page."""
        return turned((self.left, self.bottom, self.right, self.top), -self.turn)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page as drawn, and how far down and up it goes, upright."""

    bottom: float
    top: float
    lines: list[Line] = field(default_factory=list)


def turned(box: Box, quarters: int) -> Box:
    """A box after so many quarters clockwise around the corner of the page.

    >>> turned((10, 20, 30, 25), 1)
    (20, -30, 25, -10)
    >>> turned(turned((10, 20, 30, 25), 1), -1)
    (10, 20, 30, 25)
    """
    left, bottom, right, top = box
    for _ in range(quarters % 4):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


# lines


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Cut characters, in the order in which they were drawn, into lines; the usual direction of the page first."""
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    out: list[Line] = []
    for turn, held in sorted(by_turn.items(), key=lambda item: -len(item[1])):
        spaces = sum(glyph.text.isspace() and not glyph.made for glyph in held)
        # where a program draws its spaces, only a wide gap is another one; else any that is wider than kerning
        gap = 0.5 if spaces > 0.04 * len(held) else GAP
        growing = _Growing(page, turn, gap)
        for glyph in held:
            out.extend(growing.add(glyph))
        out.extend(growing.finish())
    return out


class _Growing:
    """A line while its characters come in."""

    def __init__(self, page: int, turn: int, gap: float) -> None:
        self.page, self.turn, self.gap = page, turn, gap
        self.spaced = False
        self.clear()

    def clear(self) -> None:
        self.parts: list[str] = []
        self.box: Box | None = None
        self.bases: list[float] = []
        self.sizes: list[float] = []
        self.made = False

    def add(self, glyph: Glyph) -> Iterator[Line]:
        if glyph.text.isspace():
            self.made = glyph.made
            if not glyph.made:
                self.space()
            return
        box = turned(glyph.box, self.turn)
        _, base, _, _ = turned((glyph.x, glyph.y, glyph.x, glyph.y), self.turn)
        if self.box is not None:
            distance = max(box[0] - self.box[2], self.box[0] - box[2])
            size = max(glyph.size, self.sizes[-1])
            if abs(base - self.bases[-1]) > 0.45 * size or distance > 2.2 * size:
                yield from self.finish()
            elif distance > (MADE if self.made else self.gap) * size:
                self.space()
        self.made = False
        self.parts.append(glyph.text)
        self.bases.append(base)
        self.sizes.append(glyph.size)
        a = self.box or box
        self.box = (min(a[0], box[0]), min(a[1], box[1]), max(a[2], box[2]), max(a[3], box[3]))

    def space(self) -> None:
        if not self.parts:
            self.spaced = True
        elif self.parts[-1] != " ":
            self.parts.append(" ")

    def finish(self) -> Iterator[Line]:
        ended = bool(self.parts) and self.parts[-1] == " "
        text = "".join(self.parts).translate(SHAPES)
        last = text.rstrip()[-1:]
        text = "".join(character for character in text if character not in INVISIBLE).strip()
        if last == "\u00ad":
            text += last
        if text and self.box is not None:
            base, size = statistics.median(self.bases), statistics.median(self.sizes)
            yield Line(text, self.page, *self.box, base, size, self.turn, self.spaced)
        self.spaced = ended
        self.clear()


# margins


def without_margins(pages: Sequence[PdfPage], title: str = "") -> tuple[list[list[Line]], str | None]:
    """The lines of each page without those in its margins, and the web address that stands there, if one does.

    Left out: a date, address or number of the page in the outermost 40 points; what comes again on other pages there,
    or at the same height further in on half of them; the document's title where the text has it too; small letters
    with nothing near them.
    """
    body = statistics.median([line.size for page in pages for line in page.lines] or [0.0])
    said = " ".join(line.text for page in pages for line in page.lines if _depth(line, page) >= MARGIN)
    seen: dict[tuple[str, int], set[int]] = collections.defaultdict(set)
    for number, page in enumerate(pages):
        for line in page.lines:
            seen[_shape(line, page)].add(number)
    addresses: collections.Counter[str] = collections.Counter()

    def leave_out(line: Line, page: PdfPage) -> bool:
        depth = _depth(line, page)
        again = len(seen[_shape(line, page)])
        if depth < MARGIN:
            address = ADDRESS.match(line.text)
            if address:
                addresses[address[1]] += 1
            if again > 1 or IN_MARGIN.match(line.text):
                return True
            words = line.text.rstrip("….")
            if words and title.startswith(words) and words in said:
                return True
            return line.size < 0.9 * body and _alone(line, page)
        return depth < RUNNING * (page.top - page.bottom) and again > 1 and again >= len(pages) / 2

    kept = [[line for line in page.lines if not leave_out(line, page)] for page in pages]
    whole = [address for address in addresses if address.lower().startswith("http") and "…" not in address]
    return kept, whole[0] if len(whole) == 1 else None


def _depth(line: Line, page: PdfPage) -> float:
    """How far a line's further edge is from the nearer end of its page."""
    return min(page.top - line.bottom, line.top - page.bottom)


def _alone(line: Line, page: PdfPage) -> bool:
    """Whether all that is not on a level with a line is further from it than two lines' height."""
    others = [other for other in page.lines if abs(other.base - line.base) > line.size]
    return all(max(other.bottom - line.top, line.bottom - other.top) > 1.2 * line.size for other in others)


def _shape(line: Line, page: PdfPage) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round((line.base - page.bottom) / 4)
