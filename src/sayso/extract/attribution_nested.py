"""Statements told inside a statement: "Terzo said the government of Velmar had promised him that ...".

The tagger learned from text in which words have one role only, so it gives nothing of what is told inside a content. A
content that holds a verb of telling is therefore shown to it once more, alone, as if it were a report; what it finds
there counts where it is clearly a statement: a verb of telling, a source that is no "I" or "you", and a clause, a
quotation, or what somebody was asked to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.extract.attribution_drafts import Draft, Layout, Piece, drafts_of
from sayso.lang import Language, Telling
from sayso.tagger import Tagged

LEAST_SCORE: Final = 0.9  # dev: at .7 three in ten of what is found are no statements
LONGEST: Final = 900  # characters
SHORTEST: Final = 20
LEAST_WORDS: Final = 3
MOST_CUE_WORDS: Final = 4
WORD: Final = re.compile(r"[\w’']+")
OPENING: Final = re.compile(r"(?:that\s+|[“\"„«]|[‘'](?=\w))+")
QUOTE_MARKS: Final = "“\"„«‘'"
CLAUSE_START: Final = re.compile(r"[A-Z]|\d")

Tag = Callable[[Sequence[str]], list[Tagged]]


def nested(drafts: Sequence[Draft], layout: Layout, language: Language, tag: Tag) -> list[Draft]:
    """The statements told inside the contents of drafts.

    tag   the tagger: texts -> what it says of each
    """
    stretches = [
        part for draft in drafts for piece in draft.content if (part := _stretch(piece, layout, language.telling))
    ]
    if not stretches:
        return []
    texts = [layout.text[start:end] for start, end in stretches]
    found: list[Draft] = []
    held = [piece for draft in drafts for piece in draft.cue]
    for (start, _), text, tagged in zip(stretches, texts, tag(texts), strict=True):
        for draft in drafts_of(text, tagged, Layout.of(text)):
            if draft.score >= LEAST_SCORE and _is_told(draft, text, language.telling):
                cue = _moved(draft.cue, start)
                if not any(a < y and x < b for a, b in cue for x, y in held):
                    found.append(Draft(_moved(draft.source, start), cue, _moved(draft.content, start), draft.score))
                    held += cue
    return found


def _moved(pieces: list[Piece], by: int) -> list[Piece]:
    return [(start + by, end + by) for start, end in pieces]


def _words(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    return (match.group().lower() for match in WORD.finditer(text, start, len(text) if end is None else end))


def _stretch(piece: Piece, layout: Layout, telling: Telling) -> Piece | None:
    """The part of a content worth a second look, without "that" and outer marks; None where it tells of no telling."""
    start, end = piece
    if opening := OPENING.match(layout.text, start, end):
        start = opening.end()
    while end > start and layout.text[end - 1] in '”"» ,':
        end -= 1
    if not SHORTEST <= end - start <= LONGEST:
        return None
    words = list(_words(layout.text, start, end))
    tells = any(word in telling.verbs for word in words[1:])
    return (start, end) if tells else None


def _is_told(draft: Draft, text: str, telling: Telling) -> bool:
    if not draft.source or len(draft.cue) != 1:
        return False
    cue = list(_words(text, *draft.cue[0]))
    verbs = [word for word in cue if word in telling.verbs]
    if not verbs or len(cue) > MOST_CUE_WORDS or any(word in telling.unsaid for word in cue):
        return False
    content = text[draft.content[0][0] : draft.content[-1][1]]
    if sum(1 for _ in _words(content)) < LEAST_WORDS:
        return False
    quoted = content[0] in QUOTE_MARKS
    source = " ".join(" ".join(text[a:b] for a, b in draft.source).lower().split())
    if source in telling.here or (source in telling.third and not quoted and not telling.had & set(cue)):
        return False
    first = next(_words(content))
    if first in telling.wants:
        return verbs[0] in telling.whom
    return quoted or first in telling.openers or CLAUSE_START.match(content) is not None
