"""The text of a report with all that was found in it marked at once, however the stretches lie over each other.

The text is cut wherever a stretch begins or ends; each piece bears the kinds of all stretches that cover it, each drawn
in a way of its own (a line below, a colour, a frame ...), so that none hides another.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.values.case import Statement
from sayso.values.reading import Reading
from sayso.views.events import EventRow

KINDS: Final = ("content", "source", "cue", "event", "label", "quantity", "time", "place")
MAX_PARAGRAPHS: Final = 4000  # of a report that a page shows; the rest is in the download


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of the text: what is marked, as what, and the anchor of what it belongs to."""

    start: int
    end: int
    kind: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same stretches cover: their words, kinds, and where a click leads, "" for nowhere."""

    words: str
    kinds: tuple[str, ...] = ()
    anchor: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its pieces, and the statements, events and labels that begin in it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    statements: tuple[Statement, ...] = ()
    events: tuple[EventRow, ...] = ()
    labels: tuple[str, ...] = field(default=())  # ids


def anchor_of(thing: str) -> str:
    """What a thing of a report is called within it: "a1043" of "9f3c01d2a0b1c2d3/a1043"."""
    return thing.partition("/")[2]


def stretches(reading: Reading) -> Iterator[Stretch]:
    """All that is marked in a report."""
    for said in reading.attributions:
        anchor = anchor_of(said.id)
        for kind in ("content", "source", "cue"):
            for span in getattr(said, kind):
                yield Stretch(span.start, span.end, kind, anchor)
    for event in reading.events:
        for span in event.trigger:  # a second word of an event leads to the event
            yield Stretch(span.start, span.end, "event", anchor_of(event.part_of or event.id))
    for label in reading.labels:
        yield Stretch(label.span.start, label.span.end, "label", anchor_of(label.id))
    for kind, held in (("quantity", reading.quantities), ("time", reading.times), ("place", reading.places)):
        for value in held:
            yield Stretch(value.span.start, value.span.end, kind)


def paragraphs(reading: Reading, statements: Sequence[Statement], events: Sequence[EventRow]) -> list[Paragraph]:
    """The text of a report by paragraphs, at most MAX_PARAGRAPHS, each with what begins in it."""
    text = reading.report.text
    marks = sorted(stretches(reading), key=lambda mark: (mark.start, -mark.end))
    starts = [mark.start for mark in marks]
    found: list[Paragraph] = []
    at = 0
    for start, end in _lines(text):
        if len(found) >= MAX_PARAGRAPHS:
            break
        while at < len(marks) and marks[at].end <= start:
            at += 1
        here = marks[at : bisect.bisect_left(starts, end)]
        found.append(
            Paragraph(
                start, end, tuple(cut(text, start, end, here)),
                tuple(one for one in statements if start <= one.start < end),
                tuple(one for one in events if start <= one.start < end),
                tuple(one.id for one in reading.labels if start <= one.span.start < end),
            )
        )  # fmt: skip
    return found


def cut(text: str, start: int, end: int, marks: Sequence[Stretch]) -> Iterator[Piece]:
    """A stretch of a text, cut wherever a mark begins or ends.

    >>> marks = [Stretch(0, 12, "content", "a0"), Stretch(4, 8, "event", "e4")]
    >>> [(piece.words, piece.kinds, piece.anchor) for piece in cut("The camp was", 0, 12, marks)]
    [('The ', ('content',), 'a0'), ('camp', ('content', 'event'), 'e4'), (' was', ('content',), 'a0')]
    """
    ends = {start, end}
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    for mark in inside:
        ends |= {max(start, mark.start), min(end, mark.end)}
    order = sorted(ends)
    opening: list[Stretch] = []
    waiting = sorted(inside, key=lambda mark: mark.start)
    place = 0
    for left, right in zip(order, order[1:], strict=False):
        while place < len(waiting) and waiting[place].start <= left:
            opening.append(waiting[place])
            place += 1
        opening = [mark for mark in opening if mark.end > left]
        led = min((mark for mark in opening if mark.anchor), key=lambda mark: mark.end - mark.start, default=None)
        kinds = tuple(kind for kind in KINDS if any(mark.kind == kind for mark in opening))
        yield Piece(text[left:right], kinds, led.anchor if led else "", left)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand: stretches between line ends that hold more than blanks."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if line.strip():
            yield start, start + len(line.rstrip())
        start = end


def first_pieces(found: Iterable[Paragraph]) -> set[int]:
    """The places of the pieces that are links: the first of each thing, so that a keyboard stops once at each."""
    known: set[str] = set()
    starts = set()
    for paragraph in found:
        for piece in paragraph.pieces:
            if piece.anchor and piece.anchor not in known:
                known.add(piece.anchor)
                starts.add(piece.start)
    return starts
