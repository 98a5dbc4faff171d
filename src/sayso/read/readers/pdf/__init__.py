"""``.pdf``: the text in reading order, columns one after the other, each line with its page and box.

PDFium gives characters in the order in which they were drawn, with their places; what a line, a column and a paragraph
are is found in `lines` and `layout` beside this file. The title, address, date and number that a browser prints into
the margin are left out; the address becomes the report's.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, TooLarge
from sayso.read.original import Failure, Original, Read, make_read
from sayso.read.readers.pdf.layout import assemble, in_reading_order
from sayso.read.readers.pdf.lines import Glyph, PdfPage, lines_of, turned, without_margins
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

MAX_PAGES: Final = 5_000
MAX_CHARACTERS: Final = 20_000_000
HYPHENS: Final = "\x02\ufffe"  # how PDFium marks a hyphen at the end of a line
UNKNOWN: Final = 0.3  # share of characters without a meaning from which on a text is none


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """The one report of a PDF.

    Raises BrokenOriginal (encrypted, damaged, fonts that do not say which letters they draw), EmptyOriginal (pictures
    only), TooLarge.
    """
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
        meta = {key: _said(document, key) for key in ("Title", "Author")}
    except pypdfium2.PdfiumError as error:
        raise BrokenOriginal(f"damaged PDF: {error}", "fetch it again, or print it anew") from error
    finally:
        document.close()
    title = _clean(meta.get("Title"))
    kept, address = without_margins(pages, title or "")
    text, boxes = assemble(line for lines in kept for line in in_reading_order(lines))
    if not text:
        raise EmptyOriginal("a PDF without text, of pictures only", "let a program for OCR read it first")
    if _unknown(text) > UNKNOWN:
        raise BrokenOriginal(
            "a PDF whose fonts do not say which letters they draw", "print it anew, or let a program for OCR read it"
        )
    found = of_text(text, text_words().credits)
    own = Hints(title=title, byline=_clean(meta.get("Author")), url=address).over(found.hints)
    made = make_read(
        original, text, data, own=own, credits=found.credits, dateline=found.dateline, media="application/pdf"
    )
    yield replace(made, report=replace(made.report, boxes=boxes))


def _said(document: Any, key: str) -> str:
    """A field of the document's information; "" where it is no text. A title that is odd must not cost the report."""
    try:
        value = document.get_metadata_value(key)
    except ValueError:  # half a surrogate pair
        return ""
    return value.replace("\0", " ") if isinstance(value, str) else ""


def _clean(value: object) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text or None


def _unknown(text: str) -> float:
    """The share of characters that are no letters of any script, but stand for glyphs of one font."""
    solid = [character for character in text if not character.isspace()]
    return sum(not character.isprintable() or character == "\ufffd" for character in solid) / max(1, len(solid))


def _pages(document: Any) -> Iterator[PdfPage]:
    total = 0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        count = max(0, textpage.count_chars())
        total += count
        if total > MAX_CHARACTERS:
            raise TooLarge(f"a PDF of over {MAX_CHARACTERS:,} characters", "split it into reports")
        lines = lines_of(list(_glyphs(textpage, count)), number)
        _, bottom, _, top = turned(page.get_cropbox(), lines[0].turn if lines else 0)
        yield PdfPage(bottom, top, lines)
        textpage.close()
        page.close()


def _glyphs(textpage: Any, count: int) -> Iterator[Glyph]:
    """The characters of a page in the order drawn; those that PDFium made up are marked."""
    import pypdfium2.raw as raw

    handle = textpage.raw
    left, bottom, right, top = (ctypes.c_double() for _ in range(4))
    rect, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    turn = 0
    for i in range(count):
        code = raw.FPDFText_GetUnicode(handle, i)
        made = raw.FPDFText_IsGenerated(handle, i) == 1
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character in HYPHENS:
            character = "-"
        if character.isspace():
            yield Glyph(" ", (0, 0, 0, 0), 0, 0, 0, turn, made)
            continue
        if not raw.FPDFText_GetMatrix(handle, i, matrix) or not raw.FPDFText_GetLooseCharBox(handle, i, rect):
            continue
        raw.FPDFText_GetCharOrigin(handle, i, left, bottom)
        box = (rect.left, rect.bottom, rect.right, rect.top)
        size = raw.FPDFText_GetFontSize(handle, i) * math.hypot(matrix.c, matrix.d)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        yield Glyph(character, box, left.value, bottom.value, max(size, 1.0), turn)
