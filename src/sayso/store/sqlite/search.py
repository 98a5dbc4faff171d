"""What people type into a search box -> a query of the word index, and from its answer to offsets."""

from __future__ import annotations

import re
from typing import Final

from sayso.errors import UsageError

PART: Final = re.compile(r'"([^"]*)"?|(\S+)')
SNIPPET: Final = 240  # code points; three lines of a terminal
UNSAVED: Final = {0: " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def match_query(words: str, column: str = "") -> str:
    """The FTS5 query for words: all must be there; "quoted words" in that order; a star at the end for any ending.

    Everything is quoted, so that no word is taken for an operator of the index. With `column` only there. UsageError
    where there is nothing to look for.

    >>> match_query('basij* "the camp" OR', "content")
    '{content} : ("basij"* AND "the camp" AND "OR")'
    """
    parts = []
    for phrase, word in PART.findall(searchable(words)):
        star = "*" if not phrase and word.endswith("*") else ""
        term = (phrase or word).rstrip("*").strip()
        if any(character.isalnum() for character in term):
            parts.append('"' + term.replace('"', '""') + '"' + star)
    if not parts:
        raise UsageError(f'{words!r} holds no word to look for; give words, "words in order" or beginn* of a word')
    query = " AND ".join(parts)
    return f"{{{column}}} : ({query})" if column else query


def marked_offsets(marked: str, opened: str, closed: str) -> tuple[tuple[int, int], ...]:
    """Where the words between the marks stand in the text without them, in code points.

    >>> marked_offsets("the [[camp]] and the [[camp]]s", "[[", "]]")
    ((4, 8), (17, 21))
    """
    found = []
    position = 0
    for i, piece in enumerate(marked.split(opened)):
        if i:
            word, _, piece = piece.partition(closed)
            found.append((position, position + len(word)))
            position += len(word)
        position += len(piece)
    return tuple(found)


def snippet_bounds(text: str, matches: tuple[tuple[int, int], ...]) -> tuple[int, int]:
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


def searchable(text: str) -> str:
    """The text as an index takes it, of the same length: a NUL ends a text there, a lone surrogate none."""
    return text.translate(UNSAVED) if "\0" in text or not text.isascii() and _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
