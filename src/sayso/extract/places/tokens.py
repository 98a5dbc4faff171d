"""The words of a report as the search for places sees them, and what is found: a name that may be a place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.forms import NEVER
from sayso.lang.needs.places import PlaceWords
from sayso.text.quotations import paragraph_spans
from sayso.world.gazetteer import NONE
from sayso.world.place_names import SHORT

GAP_REACH: Final = 100  # characters before a word in which the end of a sentence is looked for; SENTENCE is quadratic
SENTENCE: Final = re.compile(r"[.!?:;…\"“”][\"”’')\]]*\s+[\"“‘'(\[]*\Z|[“\"]\Z|\A\s*\Z")


@dataclass(slots=True)
class ReportWord:
    """One word of the report: where it stands, in lower case, and whether it is capitalised or all capitals."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    shouted: bool
    joined: bool = False  # to the word before, as one name may be
    begins: bool = False  # a sentence, heading or quotation
    plain: bool = False  # stands in a line where capitals tell nothing


@dataclass(slots=True)
class PlaceName:
    """One name that may be a place: words first..last, what the gazetteer has for it, and its points."""

    first: int
    last: int
    key: str
    rows: list[tuple[int, bool]]
    points: float = 0.0
    demonym: bool = False
    in_name: bool = False
    person: bool = False
    sure: bool = False
    container: PlaceName | None = None
    kind: int = NONE
    abbreviation: bool = False


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """What the look-up needs beside the gazetteer: demonyms and abbreviations, as they are written, to rows."""

    demonyms: dict[str, int]
    abbreviations: dict[str, int]


@functools.lru_cache(maxsize=8)
def word_pattern(words: PlaceWords) -> re.Pattern[str]:
    """Return the pattern of a word: letters with points between, or with apostrophes but no owner's mark."""
    return re.compile(
        rf"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?|[^\W_]+(?:['’`](?!(?i:{words.own or NEVER.pattern})\b)[^\W\d_]+)*"
    )


def read_words(text: str, words: PlaceWords) -> list[ReportWord]:
    """Return the words of a text, with what can be known of them without any list."""
    starts = [start for start, _ in paragraph_spans(text)]
    found: list[ReportWord] = []
    edges: set[int] = set()  # starts of the first words of paragraphs, which may open with a mark
    reached = 0
    for match in word_pattern(words).finditer(text):
        start, end, piece = match.start(), match.end(), match.group()
        if piece.lower() == words.own and found and found[-1].end == start - 1 and text[start - 1] in "'’`":
            continue  # what is owned is the next piece after "Tehran's"
        while reached < len(starts) and starts[reached] <= start:
            edges.add(start)
            reached += 1
        capital = piece[0].isupper() or piece[:2].lower() in words.elided and piece[2:3].isupper()
        found.append(
            ReportWord(start, end, piece, piece.lower(), capital, capital and len(piece) > 1 and piece.isupper())
        )
    for before, word in zip([None, *found], found, strict=False):
        if before is None or word.start in edges:
            word.begins = True
            continue
        gap = text[before.end : word.start]
        if len(gap) == 1:
            word.joined = gap in " -\xa0/‐‑"
        elif gap == ". " and before.lower in SHORT or gap in (" & ", " - "):
            word.joined = gap != " - "
        elif gap.isspace() or gap[-1:] == " " and gap[:-1] in words.owner:
            word.joined = True  # a line's end inside a paragraph; Queen Anne's County
        word.begins = not word.joined and SENTENCE.search(gap, max(0, len(gap) - GAP_REACH)) is not None
        if "\n" in gap and not gap.isspace():
            word.begins = True
    _mark_plain(text, found, edges)
    return found


def _mark_plain(text: str, found: list[ReportWord], edges: set[int]) -> None:
    """Mark the words of headings: lines without a point at the end in which nearly every long word is capitalised."""
    line: list[ReportWord] = []
    for word in [*found, None]:
        if word is None or word.start in edges:
            long = [w for w in line if len(w.text) > 3]
            ends = bool(line) and text[line[-1].end : line[-1].end + 1] in (".", "!", "?")
            heading = sum(w.shouted if ends else w.capital for w in long) >= 0.75 * len(long)
            if len(long) >= 4 and heading:
                for w in line:
                    w.plain = True
            line = []
        if word is not None:
            line.append(word)
