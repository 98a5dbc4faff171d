"""Words to look for -> a query of SQLite's word index, and from its answer to offsets."""

from __future__ import annotations

from sayso.store.words import Matches, phrases


def match_query(words: str, column: str = "") -> str:
    """The FTS5 query for words: all must be there; see sayso.store.words.phrases.

    Everything is quoted, so that no word is taken for an operator of the index. With `column` only there. UsageError
    where there is nothing to look for.

    >>> match_query('basij* "the camp" OR', "content")
    '{content} : ("basij"* AND "the camp" AND "OR")'
    """
    parts = []
    for phrase in phrases(words):
        quoted = phrase.typed.replace('"', '""')
        parts.append(f'"{quoted}"' + ("*" if phrase.open_end else ""))
    query = " AND ".join(parts)
    return f"{{{column}}} : ({query})" if column else query


def marked_offsets(marked: str, opened: str, closed: str) -> Matches:
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
