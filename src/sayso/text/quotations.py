"""Paragraphs and quotation marks: what the encoder, the zones and the attributions all look at first.

Quotation marks in real reports are curly, straight, doubled single ones, guillemets, and often broken: a mark missing
at the end, one mark too many, a quotation that opens every paragraph and closes only the last. Nothing here fails on
any text; what cannot be paired is marked as broken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

OPENING: Final = "“„«‟❝"
CLOSING: Final = "”»❞"
STRAIGHT: Final = '"＂'
LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
BLANK: Final = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
MARK: Final = re.compile(r"[“„«‟❝”»❞\"＂]|''|``|‘‘|’’|[‘’']")
SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included.

    inner_start, inner_end   the words without the marks
    single      the marks were single ones
    broken      a mark is missing: it runs to the end of its paragraph
    continues   the same quotation goes on in the next one, which opens with a mark anew
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool = False
    broken: bool = False
    continues: bool = False


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, white space at their ends left out: [(start, end)], in order, apart.

    A line is a paragraph, unless the text is hard-wrapped: then a blank line parts them. A text counts as hard-wrapped
    where it has blank lines and most lines that are not followed by one end in mid-sentence and are of like length.

    >>> paragraph_spans("One.\\n\\nTwo.")
    [(0, 4), (6, 10)]
    """
    lines = [(m.start(), m.end()) for m in LINE.finditer(text) if not m.group().isspace()]
    if not _hard_wrapped(text, lines):
        spans = lines
    else:
        spans = []
        for start, end in lines:
            if spans and not BLANK.search(text, spans[-1][1], start):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return [trimmed for span in spans if (trimmed := trim(text, *span)) is not None]


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 4 or not BLANK.search(text):
        return False
    inner = [
        (start, end)
        for (start, end), (after, _) in zip(lines, lines[1:], strict=False)
        if not BLANK.search(text, end, after)
    ]
    if len(inner) < 3 or len(inner) < len(lines) / 3:
        return False
    open_ended = sum(not SENTENCE_END.search(text[start:end].rstrip()) for start, end in inner)
    lengths = sorted(end - start for start, end in inner)
    middle = lengths[len(lengths) // 2]
    alike = sum(0.75 * middle <= length <= 1.25 * middle for length in lengths)
    return 40 <= middle <= 100 and open_ended > 0.6 * len(inner) and alike > 0.6 * len(inner)


def find_quotations(text: str, paragraphs: list[tuple[int, int]] | None = None) -> list[Quotation]:
    """The outermost quotations of a text, in order and apart.

    A closing mark that is missing is taken to stand at the end of the paragraph; if the next paragraph opens with a
    mark too, or holds the closing mark before any opening one, the quotation goes on there (`continues`). Single marks
    count only outside double ones, and only where they are no apostrophes.

    >>> [text[q.start:q.end] for text in ['“No,” she said. “It is not.”'] for q in find_quotations(text)]
    ['“No,”', '“It is not.”']
    """
    if paragraphs is None:
        paragraphs = paragraph_spans(text)
    found: list[Quotation] = []
    carried = ""
    for number, (start, end) in enumerate(paragraphs):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else (end, end)
        found += _in_paragraph(text, start, end, after, carried)
        last = found[-1] if found else None
        goes_on = last is not None and last.continues and last.end == end
        carried = text[last.start] if goes_on and last and text[after[0]] not in OPENING + STRAIGHT else ""
    return found


def _closed_first(text: str, start: int, end: int) -> bool:
    """Whether the first mark of a paragraph is one that only closes."""
    for match in MARK.finditer(text, start, end):
        if match.group() not in ("‘", "’", "'"):
            return match.group() == "”"
    return False


def _in_paragraph(text: str, start: int, end: int, after: tuple[int, int], carried: str) -> list[Quotation]:
    """carried   the mark of a quotation that runs in from the paragraph before"""
    found: list[Quotation] = []
    # where the mark starts and ends, and which mark it is
    opened: tuple[int, int, str] | None = (start, start, carried) if carried else None
    for match in MARK.finditer(text, start, end):
        mark, at, past = match.group(), match.start(), match.end()
        if mark in ("‘", "’", "'"):
            continue
        if opened is None:
            if mark in CLOSING or mark == "’’":
                item = text[past : past + 1].isspace() and "«" not in text[past:end]  # it points at an item of a list
                if mark == "»" and not item:  # German »so« opens with it
                    opened = (at, past, mark)
                continue
            opened = (at, past, mark)
        elif _closes(opened[2], mark, text, at, past, start, end):
            found.append(Quotation(opened[0], past, opened[1], at))
            opened = None
        elif mark in OPENING and opened[2] in OPENING + STRAIGHT:
            continue  # a quotation inside a quotation, or one never closed: the first one runs on
    if opened is not None:
        marked = after[0] < after[1] and text[after[0]] in OPENING + STRAIGHT
        continues = marked or (opened[2] in "“„" and _closed_first(text, *after))
        found.append(Quotation(opened[0], end, opened[1], end, broken=not continues, continues=continues))
    return _with_singles(text, start, end, [q for q in found if q.inner_start < q.inner_end])


def _closes(opening: str, mark: str, text: str, at: int, past: int, start: int, end: int) -> bool:
    if opening == "„":
        return mark in "“”" + STRAIGHT
    if opening == "»":
        return mark in "«»"
    if mark in CLOSING or mark in ("''", "’’"):
        return True
    if mark in STRAIGHT:
        # a straight mark after a space and before a letter opens a quotation inside one that was never closed
        before = text[at - 1] if at > start else " "
        behind = text[past] if past < end else " "
        return not (before.isspace() and behind.isalnum() and opening in OPENING)
    return False


def _with_singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """Add quotations in single marks in the stretches between the double ones."""
    found: list[Quotation] = []
    position = start
    for double in [*doubles, None]:
        stop = double.start if double else end
        found += _singles(text, position, stop, start)
        if double:
            found.append(double)
            position = double.end
    return found


def _singles(text: str, start: int, end: int, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened = -1
    for match in re.finditer(r"[‘’']", text[start:end]):
        at = start + match.start()
        before = text[at - 1] if at > paragraph else " "
        behind = text[at + 1] if at + 1 < len(text) else " "
        opens = (before.isspace() or before in "([—–-:") and (behind.isalnum() or behind in "$£€¡¿")
        closes = not behind.isalnum() and not before.isspace()
        if opened < 0 and opens and match.group() != "’":
            opened = at
        elif opened >= 0 and closes and match.group() != "‘":
            # "the workers' rights" closes too early; a sentence mark, comma or the end of the words is surer
            if before in ".,!?;…" or behind in ".,!?;:)” \n" or at + 1 == end:
                found.append(Quotation(opened, at + 1, opened + 1, at, single=True))
                opened = -1
        elif opened >= 0 and opens:
            opened = at
    return found


def quoted_mask(text: str, quotations: list[Quotation]) -> bytearray:
    """One byte a character: 1 inside a quotation, its marks included."""
    mask = bytearray(len(text))
    for quotation in quotations:
        mask[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)
    return mask
