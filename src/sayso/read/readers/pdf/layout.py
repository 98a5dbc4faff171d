"""The lines of pages, with their places -> the text of an article, with the box of each line.

Columns are put one after the other, lines are joined to paragraphs, words that a line's end parted are made whole.
Geometry alone; `sayso.read.readers.pdf.lines` says what a line is.
"""

from __future__ import annotations

import collections
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sayso.read.readers.pdf.lines import Line

ENDS: Final = re.compile(r"[.!?:…][\"”’»'\u2019)\]]*$")
BULLET: Final = re.compile(r"[•▪‣◦●■]\s|[-–*]\s|\(?\d{1,2}[.)]\s")
SOFT: Final = "\u2010\u00ad"  # hyphens that a program puts where it parts a word
HYPHEN: Final = re.compile(r"(?<=[^\W_])[-\u2010\u00ad]$")
TO_HYPHEN: Final = re.compile(r"(?<![\w'’-])([\w'’-]*)[-\u2010\u00ad]$")
FROM_HYPHEN: Final = re.compile(r"([\w'’]*)")
WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


# order


def in_reading_order(lines: list[Line]) -> list[Line]:
    """Column after column; lines that cross the gutter part what stands above from what stands below.

    Mostly that is the order in which they were drawn, but for what floats: a browser draws it before all other text.
    Where a program drew row after row across columns, however many, they are put in order here; a table is left.
    """
    return _in_order(_with_drop_caps(lines))


def _in_order(lines: list[Line]) -> list[Line]:
    gutter = _gutter(lines)
    if gutter is None or not _drawn_in_rows(lines, gutter) or _is_table(lines, gutter):
        return _floats_put_back(lines)
    out: list[Line] = []
    held: list[Line] = []

    def flush() -> None:
        for side in ([line for line in held if line.right <= gutter], [line for line in held if line.right > gutter]):
            out.extend(_in_order(side))
        held.clear()

    for line in sorted(lines, key=lambda line: (-round(line.base), line.left)):
        if line.left < gutter < line.right:
            flush()
            out.append(line)
        else:
            held.append(line)
    flush()
    return out


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns part: a place that few lines cross and many stand on both sides of."""
    if len(lines) < 8:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(20, 81):
        place = left + (right - left) * step / 100
        crossing = sum(line.left < place < line.right for line in lines)
        before = sum(line.right <= place for line in lines)
        after = sum(line.left >= place for line in lines)
        if crossing <= 0.2 * len(lines) and min(before, after) >= 0.2 * len(lines):
            if best is None or crossing < best[0]:
                best = (crossing, place)
    return best[1] if best else None


def _drawn_in_rows(lines: Sequence[Line], gutter: float) -> bool:
    sides = [line.left >= gutter for line in lines if not line.left < gutter < line.right]
    changes = sum(a != b for a, b in zip(sides, sides[1:], strict=False))
    return changes > 0.5 * len(sides)


def _is_table(lines: Sequence[Line], gutter: float) -> bool:
    """Whether what stands beside a gutter is cells and not lines of text: text fills its column."""
    for side in ([line for line in lines if line.right <= gutter], [line for line in lines if line.left >= gutter]):
        widths = [line.right - line.left for line in side]
        words = statistics.median([line.text.count(" ") + 1 for line in side] or [0])
        if not widths or words < 3 and statistics.median(widths) < 0.6 * max(widths):
            return True
    return False


def _floats_put_back(lines: list[Line]) -> list[Line]:
    """Move what was drawn first though it stands lower than what was drawn next to where it stands."""
    first = 0
    while first + 1 < len(lines) and 0 <= lines[first].base - lines[first + 1].base < 3 * lines[first].size:
        first += 1
    first += 1
    block, rest = lines[:first], lines[first:]
    if not rest or rest[0].base <= block[0].base:
        return lines
    # drawn first, yet lower: before the line of its height that follows the last one above it
    place = 0
    while place < len(rest) and rest[place].base > block[0].base:
        place += 1
    while 0 < place < len(rest) and not _parts(rest, place, _pitch(rest)):
        place += 1  # not into the middle of a paragraph
    return rest[:place] + block + rest[place:]


# text


def assemble(lines: Iterable[Line]) -> tuple[str, tuple[tuple[int, int, int, float, float, float, float], ...]]:
    """Text with a blank line between paragraphs, and for each line (start, length, page, left, bottom, right, top).

    Cells of one row of a table are parted by a tab, its rows by a line's end.
    """
    lines = list(lines)
    pitch = _pitch(lines)
    joints = [_joint(lines, number, pitch) for number in range(1, len(lines))]
    texts = _unhyphenated([line.text for line in lines], joints)
    parts: list[str] = []
    boxes = []
    position = 0
    for number, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if number:
            parts.append(joints[number - 1])
            position += len(joints[number - 1])
        parts.append(text)
        left, bottom, right, top = (round(value, 1) for value in line.box)
        boxes.append((position, len(text), line.page, left, bottom, right, top))
        position += len(text)
    return "".join(parts), tuple(boxes)


def _with_drop_caps(lines: list[Line]) -> list[Line]:
    """Join the large letter at the head of an article with the line it begins, whenever it was drawn."""
    out = list(lines)
    for cap in [line for line in lines if len(line.text) <= 2 and line.text[-1].isalpha()]:
        beside = [
            line for line in out
            if line is not cap
            and line.page == cap.page
            and cap.size > 1.8 * line.size
            and cap.bottom < line.base < cap.top
            and -0.5 * line.size < line.left - cap.right < 1.5 * line.size
        ]  # fmt: skip
        if beside:
            first = max(beside, key=lambda line: line.base)
            # the box is that of the line, a little wider: the letter reaches down beside other lines
            out[out.index(first)] = replace(first, text=cap.text + " " * first.spaced + first.text, left=cap.left)
            out.remove(cap)
    return out


def _pitch(lines: Sequence[Line]) -> float:
    """The distance of two lines of one paragraph, as a multiple of the letters' size: the smallest that is usual."""
    steps = sorted(
        (a.base - b.base) / a.size
        for a, b in zip(lines, lines[1:], strict=False)
        if a.page == b.page and 0.5 * a.size < a.base - b.base < 4 * a.size and abs(a.size - b.size) < 0.05 * a.size
    )
    for step in steps:
        if sum(step <= other <= 1.08 * step for other in steps) >= max(2, 0.1 * len(steps)):
            return step
    return 1.4


def _joint(lines: Sequence[Line], number: int, pitch: float) -> str:
    """What stands between this line and the one before."""
    before, line = lines[number - 1], lines[number]
    if _in_row(before, line):
        return "\t"
    if number > 1 and _in_row(lines[number - 2], before):  # the end of a row, and of a table?
        row_begins = number + 1 < len(lines) and _in_row(line, lines[number + 1])
        return "\n" if row_begins and before.page == line.page and line.base < before.base else "\n\n"
    return "\n\n" if _parts(lines, number, pitch) else " "


def _in_row(before: Line, line: Line) -> bool:
    """Whether two lines are cells of one row, left to right."""
    level = abs(before.base - line.base) < 0.3 * min(before.size, line.size)
    if HYPHEN.search(before.text):
        return False
    return before.page == line.page and before.turn == line.turn and level and line.left >= before.right


def _parts(lines: Sequence[Line], number: int, pitch: float) -> bool:
    """Whether a new paragraph begins with this line."""
    before, line = lines[number - 1], lines[number]
    if abs(before.size - line.size) > 0.12 * before.size or before.turn != line.turn:
        return True
    drop = before.base - line.base
    if before.page != line.page or drop <= 0 or drop > 6 * before.size:  # another page or column
        return bool(ENDS.search(before.text)) and not line.text[:1].islower()
    if drop > pitch * 1.25 * before.size or BULLET.match(line.text):
        return True
    near = [other for other in lines[max(0, number - 4) : number + 4] if _same_column(other, line)]
    # an indented line; that of a paragraph of one line stands under another indented one
    indented = 0.7 * line.size < line.left - min(other.left for other in near) < 5 * line.size
    edge = max(other.right for other in near)
    if indented and (before.right < edge - 3 * line.size or ENDS.search(before.text)):
        return True
    # a line is broken where the next word does not fit any more, or where a paragraph ends
    word = line.text.partition(" ")[0]
    room = (len(word) + 1.5) * (line.right - line.left) / len(line.text)
    return bool(ENDS.search(before.text)) and before.right + room + 0.5 * line.size < edge


def _same_column(other: Line, line: Line) -> bool:
    return (
        other.page == line.page
        and other.left < line.right
        and other.right > line.left
        and abs(other.size - line.size) <= 0.12 * line.size
    )


def _unhyphenated(texts: list[str], joints: list[str]) -> list[str]:
    """Take away the hyphens that parted words at the ends of lines; the joints there become "".

    A hyphen that a program puts in (U+2010, U+00AD) can mostly be told from one that was typed. Where it cannot, a text
    of which many lines end in a hyphen was parted by a program, and one of which few do has compounds there; what the
    text itself writes elsewhere, joined or with the hyphen, is believed before either.
    """
    ends = [i for i, joint in enumerate(joints) if joint == " " and HYPHEN.search(texts[i])]
    if not ends:
        return texts
    heads = {i: TO_HYPHEN.search(texts[i]) for i in ends}
    tails = {i: FROM_HYPHEN.match(texts[i + 1]) for i in ends}
    # all but the parts at the ends of lines, which are mostly no words
    elsewhere = list(texts)
    for i in ends:
        elsewhere[i] = TO_HYPHEN.sub("", elsewhere[i])
        elsewhere[i + 1] = FROM_HYPHEN.sub("", elsewhere[i + 1], count=1)
    words = collections.Counter(WORD.findall("\n".join(elsewhere)))
    soft = {mark for mark in SOFT if not any(re.search(rf"\w{mark}\w", text) for text in texts)}
    typed = sum(texts[i][-1] not in soft for i in ends)
    parted = typed == len(ends) and typed >= 3 and typed > 0.03 * len(texts)
    out = list(texts)
    for i in ends:
        joints[i] = ""
        head, tail = (found[1] if found else "" for found in (heads[i], tails[i]))
        if texts[i][-1] in soft or _was_parted(head, tail, words, parted):
            out[i] = texts[i][:-1]
    return out


def _was_parted(head: str, tail: str, words: collections.Counter[str], parted: bool) -> bool:
    """Whether a program put the hyphen between these, in a text that was `parted` or not."""
    if not tail[:1].islower() or not head[-1:].isalpha():
        return False
    with_hyphen, joined = words[f"{head}-{tail}"], words[head + tail]
    if with_hyphen != joined:
        return joined > with_hyphen
    return parted and not (words[head] and words[tail] and len(head) > 2)
