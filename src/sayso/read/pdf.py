"""``.pdf``: the text in reading order, columns one after the other, each line with its page and box.

PDFium gives characters in the order in which they were drawn. A browser draws column after column; where a program drew
row after row across the columns, the lines are put in order here. Lines that stand in the margin of several pages
(titles, addresses, page numbers) are left out.
"""

from __future__ import annotations

import collections
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, TooLarge
from sayso.read.credits import of_text
from sayso.read.original import Failure, Hints, Original, Read, make_read

MAX_PAGES: Final = 5_000
MAX_CHARACTERS: Final = 20_000_000
HYPHENS: Final = "\x02\ufffe\u00ad"  # how PDFium marks a hyphen at the end of a line
MARGIN: Final = 40.0  # points; where browsers put date, title, address and page number
IN_MARGIN: Final = re.compile(
    r"\s*(?:(?:page\s+)?\d+\s*(?:/|of)\s*\d+|\d+|(?:https?|file)://\S+(?:\s+\d+/\d+)?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?(?:\s.*)?)\s*$",
    re.I,
)
ENDS: Final = re.compile(r"[.!?:…][\"”’»')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of it that lies in one column; points from the lower left corner of its page."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    hyphen: bool = False


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """The one report of a PDF. Raises BrokenOriginal (encrypted, damaged), EmptyOriginal (pictures only), TooLarge."""
    import pypdfium2

    data = original.read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BrokenOriginal("encrypted PDF", "save it without a password") from error
        raise BrokenOriginal(f"damaged PDF: {error}", "fetch it again, or print it anew") from error
    try:
        if len(document) > MAX_PAGES:
            raise TooLarge(f"a PDF of {len(document):,} pages", "split it into reports")
        pages = list(_pages(document))
        meta = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise BrokenOriginal(f"damaged PDF: {error}", "fetch it again, or print it anew") from error
    finally:
        document.close()
    lines = [line for page in without_margins(pages) for line in in_reading_order(page[1])]
    text, boxes = assemble(lines)
    if not text:
        raise EmptyOriginal("a PDF without text, of pictures only", "let a program for OCR read it first")
    found = of_text(text)
    own = Hints(title=_clean(meta.get("Title")), byline=_clean(meta.get("Author"))).over(found.hints)
    made = make_read(
        original, text, data, own=own, credits=found.credits, dateline=found.dateline, media="application/pdf"
    )
    yield replace(made, report=replace(made.report, boxes=boxes))


def _clean(value: object) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text or None


def _pages(document: Any) -> Iterator[tuple[float, list[Line]]]:
    """For each page its height and lines as drawn."""
    total = 0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        count = textpage.count_chars()
        total += max(0, count)
        if total > MAX_CHARACTERS:
            raise TooLarge(f"a PDF of over {MAX_CHARACTERS:,} characters", "split it into reports")
        yield page.get_height(), list(_lines(textpage, count, number))
        textpage.close()
        page.close()


def _lines(textpage: Any, count: int, page: int) -> Iterator[Line]:
    """Cut the characters where PDFium breaks a line, and where a gap is wider than any between words."""
    import pypdfium2.raw as raw

    line = _Growing(page)
    for i in range(count):
        character = chr(raw.FPDFText_GetUnicode(textpage.raw, i) or 0xFFFD)
        if character in "\r\n":
            yield from line.finish()
            continue
        if character in HYPHENS:
            line.hyphen = True
            continue
        if raw.FPDFText_IsGenerated(textpage.raw, i) == 1 or character.isspace():
            line.space()
            continue
        left, bottom, right, top = textpage.get_charbox(i, loose=True)
        size = raw.FPDFText_GetFontSize(textpage.raw, i) or top - bottom
        if line.far(left, bottom, max(size, 1.0)):
            yield from line.finish()
        line.add(character, left, bottom, right, top, size)
    yield from line.finish()


class _Growing:
    """A line while its characters come in."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.clear()

    def clear(self) -> None:
        self.characters: list[str] = []
        self.box: tuple[float, float, float, float] | None = None
        self.sizes: list[float] = []
        self.hyphen = False

    def space(self) -> None:
        if self.characters and self.characters[-1] != " ":
            self.characters.append(" ")

    def far(self, left: float, bottom: float, size: float) -> bool:
        """Whether the next character stands in another column, or further down."""
        if self.box is None:
            return False
        return left - self.box[2] > 2.2 * size or left < self.box[0] - size or abs(bottom - self.box[1]) > 1.5 * size

    def add(self, character: str, left: float, bottom: float, right: float, top: float, size: float) -> None:
        self.hyphen = False  # only one that ends the line joins words
        self.characters.append(character)
        self.sizes.append(size)
        a = self.box or (left, bottom, right, top)
        self.box = (min(a[0], left), min(a[1], bottom), max(a[2], right), max(a[3], top))

    def finish(self) -> Iterator[Line]:
        text = "".join(self.characters).strip()
        if text and self.box is not None:
            yield Line(text, self.page, *self.box, statistics.median(self.sizes), self.hyphen)
        self.clear()


def without_margins(pages: Sequence[tuple[float, list[Line]]]) -> list[tuple[float, list[Line]]]:
    """Leave out what stands in the upper or lower margin and comes again on other pages, or is a number or address."""

    def in_margin(line: Line, height: float) -> bool:
        return line.top > height - MARGIN or line.bottom < MARGIN

    shape = re.compile(r"\d+")
    seen = collections.Counter(
        shape.sub("0", line.text) for height, lines in pages for line in lines if in_margin(line, height)
    )
    return [
        (height, [
            line for line in lines
            if not in_margin(line, height) or (seen[shape.sub("0", line.text)] < 2 and not IN_MARGIN.match(line.text))
        ])
        for height, lines in pages
    ]  # fmt: skip


def in_reading_order(lines: list[Line]) -> list[Line]:
    """Column after column; lines that cross the gutter part what stands above from what stands below."""
    gutter = _gutter(lines)
    if gutter is None or not _drawn_in_rows(lines, gutter):
        return lines
    out: list[Line] = []
    held: list[Line] = []

    def flush() -> None:
        out.extend(line for line in held if line.right <= gutter)
        out.extend(line for line in held if line.right > gutter)
        held.clear()

    for line in sorted(lines, key=lambda line: (-round(line.bottom), line.left)):
        if line.left < gutter < line.right:
            flush()
            out.append(line)
        else:
            held.append(line)
    flush()
    return out


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a page's two columns part: a place near the middle that few lines cross and many stand on both sides of."""
    if len(lines) < 8:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        place = left + (right - left) * step / 100
        crossing = sum(line.left < place < line.right for line in lines)
        before = sum(line.right <= place for line in lines)
        after = sum(line.left >= place for line in lines)
        if crossing <= 0.2 * len(lines) and min(before, after) >= 0.25 * len(lines):
            if best is None or crossing < best[0]:
                best = (crossing, place)
    return best[1] if best else None


def _drawn_in_rows(lines: Sequence[Line], gutter: float) -> bool:
    sides = [line.left >= gutter for line in lines if not line.left < gutter < line.right]
    changes = sum(a != b for a, b in zip(sides, sides[1:], strict=False))
    return changes > 0.5 * len(sides)


def assemble(lines: Sequence[Line]) -> tuple[str, tuple[tuple[int, int, int, float, float, float, float], ...]]:
    """Text with a blank line between paragraphs, and for each line (start, length, page, left, bottom, right, top)."""
    pitch = _pitch(lines)
    parts: list[str] = []
    boxes = []
    position = 0
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is not None:
            joint = "\n\n" if _parts(lines, number, pitch) else "" if before.hyphen else " "
            parts.append(joint)
            position += len(joint)
        parts.append(line.text)
        box = (round(value, 1) for value in (line.left, line.bottom, line.right, line.top))
        boxes.append((position, len(line.text), line.page, *box))
        position += len(line.text)
    return "".join(parts), tuple(boxes)  # type: ignore[arg-type]


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, as a multiple of the letters' size."""
    steps = [
        (a.bottom - b.bottom) / a.size
        for a, b in zip(lines, lines[1:], strict=False)
        if a.page == b.page and 0 < a.bottom - b.bottom < 4 * a.size and abs(a.size - b.size) < 0.5
    ]
    return statistics.median(steps) if steps else 1.4


def _parts(lines: Sequence[Line], number: int, pitch: float) -> bool:
    """Whether a new paragraph begins with this line."""
    before, line = lines[number - 1], lines[number]
    if abs(before.size - line.size) > 0.12 * before.size:
        return True
    drop = before.bottom - line.bottom
    if before.page != line.page or drop <= 0 or drop > 6 * before.size:  # another page or column
        return bool(ENDS.search(before.text)) and not line.text[:1].islower()
    if drop > (pitch * 1.3) * before.size:
        return True
    indented = line.left - before.left > 0.9 * line.size and ENDS.search(before.text)
    return bool(indented)
