"""What people type into a search box, and where its words stand in a text: the same on every store.

A word is what SQLite's FTS5 takes for one with ``unicode61 remove_diacritics 2``: letters, digits and private
characters, without case, Latin letters without their diacritics. A test compares the two character by character.
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sayso.errors import UsageError
from sayso.text.printable import storable
from sayso.values.case import Hit, ReportRow

PART: Final = re.compile(r'"([^"]*)"|(\S+)')
SNIPPET: Final = 240  # code points; three lines of a terminal
K1: Final = 1.2  # of bm25: how fast more of a word counts for less; FTS5 has the same
B: Final = 0.75  # of bm25: how much a long text counts for less; FTS5 has the same
# Which of U+0300 to U+0331 FTS5 takes out of a word; any other mark parts two words. Source: fts5_unicode2.c.
MARKS: Final = 0x000361F8 << 32 | 0x08029FDF


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are looked for in this order: as typed, and whether the last one may go on."""

    typed: str
    open_end: bool = False


class Token(NamedTuple):
    """One word of a text: as it is compared, and its code points."""

    word: str
    start: int
    end: int


Matches = tuple[tuple[int, int], ...]
Document = Sequence[list[Token]]  # the words of a title, those of a text


def phrases(words: str) -> list[Phrase]:
    """What is looked for: each word, "quoted words" in that order, beginn* with any ending; all must be there.

    UsageError if there is nothing to look for, or a quotation mark is not closed.

    >>> phrases('basij* "the camp"')
    [Phrase(typed='basij', open_end=True), Phrase(typed='the camp', open_end=False)]
    """
    if words.count('"') % 2:
        raise UsageError(f"{words!r}: a quotation mark is not closed; words in order stand between two of them")
    found = []
    for phrase, word in PART.findall(storable(words)):
        typed = (phrase or word).rstrip("*").strip()
        if any(character.isalnum() for character in typed):
            found.append(Phrase(typed, not phrase and word.endswith("*")))
    if not found:
        raise UsageError(f'{words!r} holds no word to look for; give words, "words in order" or beginn* of a word')
    return found


def tokens(text: str) -> list[Token]:
    """The words of a text.

    >>> [token.word for token in tokens("Çelik's Zoë-3")]
    ['celik', 's', 'zoe', '3']
    """
    found: list[Token] = []
    start, word = 0, ""
    for at, character in enumerate(text):
        folded = _folded(character)
        if folded is None or (not folded and not word):
            if word:
                found.append(Token(word, start, at))
            word = ""
        else:
            start = start if word else at
            word += folded
    if word:
        found.append(Token(word, start, len(text)))
    return found


@functools.lru_cache(maxsize=4096)
def _folded(character: str) -> str | None:
    """A character as it is compared, "" for a mark that is taken out, None for one that is no part of a word."""
    code = ord(character)
    if code < 128:
        return character.lower() if character.isalnum() else None
    if 0x300 <= code <= 0x331 and MARKS >> (code - 0x300) & 1:
        return ""
    category = unicodedata.category(character)
    if category[0] not in "LN" and category != "Co":
        return None
    folded = character.casefold() if len(character.casefold()) == 1 else character.lower()
    base = unicodedata.normalize("NFD", folded)
    if len(base) > 1 and base[0].isascii() and base[0].isalpha():
        return base[0]
    return folded if len(folded) == 1 else character


def places_of(phrase: Phrase, text: list[Token]) -> list[tuple[int, int]]:
    """Where a phrase stands in a text: (first token, token after its last one), each place once."""
    wanted = [token.word for token in tokens(phrase.typed)]
    if not wanted:
        return []
    *before, last = wanted
    found = []
    for at in range(len(text) - len(before)):
        ending = text[at + len(before)].word
        if (ending.startswith(last) if phrase.open_end else ending == last) and all(
            text[at + i].word == word for i, word in enumerate(before)
        ):
            found.append((at, at + len(wanted)))
    return found


def rank(wanted: Sequence[Phrase], documents: Mapping[str, Document]) -> dict[str, float]:
    """The documents that hold all the phrases, each with its score by bm25, larger is better, as FTS5 reckons it.

    Source: https://www.sqlite.org/fts5.html#the_bm25_function; a phrase that most documents hold counts 1e-6.
    """
    counts = {
        id_: [sum(len(places_of(phrase, column)) for column in columns) for phrase in wanted]
        for id_, columns in documents.items()
    }
    sizes = {id_: sum(map(len, columns)) for id_, columns in documents.items()}
    mean = sum(sizes.values()) / max(1, len(sizes))
    having = [sum(1 for found in counts.values() if found[i]) for i in range(len(wanted))]
    rarity = [math.log((len(documents) - n + 0.5) / (n + 0.5)) for n in having]
    scores = {}
    for id_, found in counts.items():
        if all(found):
            room = K1 * (1 - B + B * sizes[id_] / mean)
            weights = (max(1e-6, rare) * n * (K1 + 1) / (n + room) for rare, n in zip(rarity, found, strict=True))
            scores[id_] = sum(weights)
    return scores


def matches_of(wanted: Sequence[Phrase], text: list[Token]) -> Matches:
    """Where the phrases stand, in code points, in order; those that share a word are one."""
    merged: list[list[int]] = []
    for first, end in sorted(place for phrase in wanted for place in places_of(phrase, text)):
        if merged and first < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([first, end])
    return tuple((text[first].start, text[end - 1].end) for first, end in merged)


def hit(row: ReportRow, text: str, matches: Matches, score: float) -> Hit:
    """A report with a stretch of its text around the first match."""
    start, end = snippet_bounds(text, matches)
    return Hit(row, text[start:end], start, end, matches, score)


def snippet_bounds(text: str, matches: Matches) -> tuple[int, int]:
    """(start, end) of a stretch of about SNIPPET code points around the first match, cut at white space."""
    first = matches[0] if matches else (0, 0)
    start = max(0, first[0] - SNIPPET // 3)
    end = min(len(text), max(start + SNIPPET, first[1]))
    if start > 0:
        space = re.compile(r"\s").search(text, start, first[0])
        start = space.end() if space else start
    if end < len(text):
        cut = max(text.rfind(space, first[1], end) for space in (" ", "\n", "\t"))
        end = cut if cut > first[1] else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
