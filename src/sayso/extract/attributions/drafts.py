"""Drafts of attributions in characters: made of the tagger's candidates, and what is asked of them by every rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.nlp.tagger import CueCandidate, Tagged
from sayso.text.layout import Layout, Piece

MAX_HOLE = 2  # tokens; a hole in a content that is no longer is closed
QUOTATION_SHARE = 0.4  # of a quotation that makes all of it content; .3, .5 and .7 were worse on PolNeAR dev
EDGE = " \t\n\r,;–—-"  # what a content neither begins nor ends with, unless inside quotation marks


@dataclass
class Draft:
    """An attribution in the making; pieces are code points, in order and apart.

    by_model   no rule has decided yet that it is a statement: its score does
    turn       a turn of an interview: all of it is the speaker's own words
    carrier    who prints what the source says: "reported, citing him"
    """

    source: list[Piece]
    cue: list[Piece]
    content: list[Piece]
    score: float
    by_model: bool = True
    turn: bool = False
    continues: Draft | None = None
    id: str = ""
    carrier: list[Piece] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The first character of any part."""
        return min(piece[0] for piece in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """The end of the last part."""
        return max(piece[1] for piece in (*self.source, *self.cue, *self.content))

    @property
    def size(self) -> int:
        """Characters of the content."""
        return sum(end - start for start, end in self.content)


class Near:
    """Which of many stretches touch another one: those that begin near enough are looked at."""

    def __init__(self, stretches: Sequence[Piece]) -> None:
        self._ordered = sorted((start, end, number) for number, (start, end) in enumerate(stretches))
        self._longest = max((end - start for start, end in stretches), default=0)

    def touching(self, start: int, end: int) -> list[int]:
        """The numbers of the stretches that share a character with this one, in order."""
        first, past = (bisect_left(self._ordered, (at, -1, -1)) for at in (start - self._longest, end))
        return sorted(number for _, high, number in self._ordered[first:past] if start < high)


def drafts_of(text: str, tagged: Tagged, layout: Layout) -> list[Draft]:
    """The tagger's candidates in characters: holes closed, marks at the edges put right."""
    found = []
    for candidate in tagged.candidates:
        content = pieces(tagged, _closed(candidate))
        _reach_out(content, candidate, layout)
        content = tidy_content(text, content, layout)
        if not content:
            continue
        source = [p for piece in pieces(tagged, candidate.source) if (p := _words_only(text, piece))]
        found.append(Draft(source, pieces(tagged, candidate.cue), content, candidate.score))
    return found


def _reach_out(content: list[Piece], candidate: CueCandidate, layout: Layout) -> None:
    """A content that was cut where the tagger could see no further goes on to the end of its quotation or sentence."""
    if candidate.cut[0]:
        start = layout.stretch_at(content[0][0])[0]
        content[0] = (min(start, content[0][0]), content[0][1])
    if candidate.cut[1]:
        end = layout.stretch_at(content[-1][1] - 1)[1]
        content[-1] = (content[-1][0], max(end, content[-1][1]))


def whole_quotation(draft: Draft, layout: Layout) -> None:
    """A content that holds most of a quotation holds all of it, as far as no cue or source of its own stands there."""
    if not draft.content:
        return
    low, high = min(start for start, _ in draft.content), max(end for _, end in draft.content)
    first = bisect_right(layout.quotations, low, key=lambda quotation: quotation.end)
    past = bisect_left(layout.quotations, high, key=lambda quotation: quotation.start)
    for quotation in layout.quotations[first:past]:  # the others share nothing with the content
        length = quotation.end - quotation.start
        for number, (start, end) in enumerate(draft.content):
            shared = min(end, quotation.end) - max(start, quotation.start)
            if shared <= 0 or shared == length or quotation.single or quotation.broken:
                continue
            rest = len(draft.content) > 1 and quotation.start < start and end == quotation.end  # the end of one more
            if shared < QUOTATION_SHARE * length and not rest:
                continue
            parts = [*draft.cue, *draft.source]
            if any(a < quotation.end and quotation.start < b for a, b in parts):
                continue
            draft.content[number] = (min(start, quotation.start), max(end, quotation.end))
    merged: list[Piece] = []
    for start, end in sorted(draft.content):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    draft.content = merged


def _closed(candidate: CueCandidate) -> list[int]:
    """The content's tokens with short holes closed, where nothing of source or cue lies in them."""
    taken = {*candidate.source, *candidate.cue}
    out: list[int] = []
    for token in candidate.content:
        if out and 1 < token - out[-1] <= MAX_HOLE + 1 and not any(t in taken for t in range(out[-1] + 1, token)):
            out += range(out[-1] + 1, token)
        out.append(token)
    return out


def pieces(tagged: Tagged, numbers: Iterable[int]) -> list[Piece]:
    """Token numbers -> stretches of characters; neighbours in one paragraph are one stretch."""
    tokens = tagged.tokens
    out: list[Piece] = []
    last = -2
    for token in numbers:
        start, end = int(tokens.starts[token]), int(tokens.ends[token])
        if token == last + 1 and tokens.paragraph[token] == tokens.paragraph[last]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
        last = token
    return out


def _words_only(text: str, piece: Piece) -> Piece | None:
    """The stretch without marks at its ends; None where no word is in it."""
    start, end = piece
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
        end -= 1
    return (start, end) if start < end else None


def tidy_content(text: str, content: list[Piece], layout: Layout) -> list[Piece]:
    """Take in the marks of quotations that are wholly there, leave out loose commas and dashes at the ends."""
    out: list[Piece] = []
    for start, end in content:
        first = bisect_right(layout.quotations, start - 2, key=lambda quotation: quotation.end)
        for number in range(first, len(layout.quotations)):
            quotation = layout.quotations[number]
            if quotation.start >= end + 2:
                break
            # an edge that lies at the edge of a quotation's words moves to its mark
            if 0 <= start - quotation.start <= 2 and start <= quotation.inner_start:
                start = quotation.start
            if 0 <= quotation.end - end <= 2 and end >= quotation.inner_end and start <= quotation.inner_end:
                end = quotation.end
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE:
            end -= 1
        if text[end - 1 : end] == "." and text[end - 4 : end - 1].islower() and not _quoted(layout, end - 1):
            end -= 1  # the full stop of an indirect sentence; "U.S." keeps its own
        if any(text[at].isalnum() for at in range(start, end)):
            out.append((start, end))
    return out


def _quoted(layout: Layout, at: int) -> bool:
    return layout.quotation_at(at) is not None


def trimmed(text: str, start: int, end: int) -> Piece | None:
    """The stretch without spaces and stops at its ends; None where no word is left."""
    while start < end and text[start] in EDGE + ":":
        start += 1
    while start < end and text[end - 1] in EDGE + ":.":
        end -= 1
    return (start, end) if any(text[at].isalnum() for at in range(start, end)) else None


def word_count(text: str, piece: Piece) -> int:
    """How many words stand there, parted by spaces."""
    return len(text[slice(*piece)].split())


def holders(drafts: Iterable[Draft], piece: Piece) -> list[Draft]:
    """The drafts whose content holds most of a stretch, the smallest first."""
    start, end = piece
    found = [d for d in drafts if 2 * sum(max(0, min(end, b) - max(start, a)) for a, b in d.content) > end - start]
    return sorted(found, key=lambda draft: draft.size)


def clause_start(layout: Layout, at: int, clause_end: re.Pattern[str]) -> int:
    """Where the clause that holds a position starts: its sentence, or behind what ends a clause in it."""
    low = layout.sentence_at(at)[0]
    return max([low, *(match.end() for match in clause_end.finditer(layout.text, low, at))])


def in_text_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts in order of their first character, of two the longer first."""
    return tuple(sorted(drafts, key=lambda draft: (draft.start, -draft.end)))


def shared_of(a: Draft, b: Draft) -> int:
    """The characters that two contents share."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
