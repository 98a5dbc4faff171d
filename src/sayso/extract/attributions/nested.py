"""Statements told inside a statement: "Terzo said the government of Velmar had promised him that ...".

The tagger learned from text in which words have one role only, so it gives nothing of what is told inside a content. A
content that holds a verb of telling is therefore shown to it once more, alone, as if it were a report; what it finds
there counts where it is clearly a statement: a verb of telling, a source that is no "I" or "you", and a clause, a
quotation, or what somebody was asked to do.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, drafts_of
from sayso.extract.attributions.rules import RULES, run_rules
from sayso.extract.attributions.rules.registry import Context
from sayso.lang import Language
from sayso.lang.needs.attributions import Telling
from sayso.nlp.tagger import Tagged
from sayso.text.layout import Layout, Piece
from sayso.values.report import Report

MIN_SCORE: Final = 0.75  # several were read: lower, one in three is no statement
MAX_LENGTH: Final = 900  # characters
MIN_LENGTH: Final = 20
MIN_WORDS: Final = 3
MAX_CUE_WORDS: Final = 4
WORD: Final = re.compile(r"[\w’']+")
QUOTE_MARKS: Final = "“\"„«‘'"
CLAUSE_START: Final = re.compile(r"[A-Z]|\d")

Tag = Callable[[Sequence[str]], list[Tagged]]


def nested(drafts: Sequence[Draft], tagged: Tagged, layout: Layout, language: Language, tag: Tag) -> list[Draft]:
    """The statements told inside the contents of drafts.

    tagged   what the tagger says of the whole report
    tag      the tagger: texts -> what it says of each
    """
    held = Cues(piece for draft in drafts for piece in draft.cue)
    starts = tagged.tokens.starts.tolist()

    def named(at: int) -> bool:
        return tagged.pos[bisect.bisect_right(starts, at) - 1] == "PROPN"

    stretches = [
        part
        for draft in drafts
        for piece in draft.content
        for clause in _clauses(piece, layout.text, language.attributions.telling)
        if (part := _stretch(clause, layout, language)) and _tells(layout.text, part, held, named, language)
    ]
    if not stretches:
        return []
    texts = [layout.text[start:end] for start, end in stretches]
    found: list[Draft] = []
    for (start, _), text, said in zip(stretches, texts, tag(texts), strict=True):
        inside = Layout.of(text, language.text)
        context = Context(Report.of(text), inside, (), language, said, drafts_of(text, said, inside))
        run_rules([RULES["told-whom-no-content"]], context)
        for draft in context.drafts:
            told = _is_told(draft, text, language.attributions.telling) or _is_hearsay(draft, text, language)
            if draft.score >= MIN_SCORE and told:
                _take_in_whom(draft, text, language.attributions.telling)
                cue = _moved(draft.cue, start)
                if not any(held.touch(a, b) for a, b in cue):
                    found.append(Draft(_moved(draft.source, start), cue, _moved(draft.content, start), draft.score))
                    held.add(cue)
    return found


class Cues:
    """Where cues stand: one mark a character of them."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._at: set[int] = set()
        self.add(pieces)

    def add(self, pieces: Iterable[Piece]) -> None:
        """Take in some more."""
        for start, end in pieces:
            self._at.update(range(start, end))

    def touch(self, start: int, end: int) -> bool:
        """Whether a character of this stretch is one of a cue."""
        return any(at in self._at for at in range(start, end))


def _take_in_whom(draft: Draft, text: str, telling: Telling) -> None:
    """ "asked [Prince Talal to lead it]": whom it is asked of belongs to the content, as PolNeAR has it."""
    start, end = draft.content[0]
    if next(_words(text, start, end), "") in telling.wants and draft.cue[-1][1] < start:
        if not any(draft.cue[-1][1] <= a < start for a, _ in draft.source):
            draft.content[0] = (draft.cue[-1][1] + 1, end)


def _moved(pieces: list[Piece], by: int) -> list[Piece]:
    return [(start + by, end + by) for start, end in pieces]


def _words(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    return (match.group().lower() for match in WORD.finditer(text, start, len(text) if end is None else end))


def _clauses(piece: Piece, text: str, telling: Telling) -> Iterator[Piece]:
    """A content in parts: "[that four had gone], and [that the police had told him ...]"."""
    start, end = piece
    for match in telling.parts.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _stretch(piece: Piece, layout: Layout, language: Language) -> Piece | None:
    """The part of a content without "that" and outer marks; None where it is too short or too long to look at."""
    start, end = piece
    if opening := language.attributions.telling.lead.match(layout.text, start, end):
        start = opening.end()
        if any(mark in QUOTE_MARKS for mark in opening.group()):  # those at the end are theirs
            while end > start and layout.text[end - 1] in '”"» ,':
                end -= 1
    return (start, end) if MIN_LENGTH <= end - start <= MAX_LENGTH else None


def _tells(text: str, piece: Piece, held: Cues, named: Callable[[int], bool], language: Language) -> bool:
    """Whether a stretch may tell of a telling: a verb of it that is no cue already, nor a name ("the United States"),
    nor unsaid ("would say", "to put"). Of 339 stretches with such a verb in dev, Wikinews and Tehran Times texts 203
    are left, and all 42 statements that were found in them.

    named   whether the tagger takes the word that begins there for a name
    """
    telling = language.attributions.telling
    before = ""
    for match in WORD.finditer(text, *piece):
        word = match.group().lower()
        if before and (word in telling.verbs or word in language.nobody) and not named(match.start()):
            unsaid = before in telling.unsaid and not _phrased(text[slice(*piece)].lower(), language)
            if not unsaid and not held.touch(*match.span()):
                return True
        before = word
    return False


def _phrased(words: str, language: Language) -> bool:
    return any(phrase in words for phrase in language.hearsay)


def _is_hearsay(draft: Draft, text: str, language: Language) -> bool:
    cue = " ".join(_words(text, *draft.cue[0])) if len(draft.cue) == 1 else ""
    return not draft.source and _phrased(cue, language)


def _is_told(draft: Draft, text: str, telling: Telling) -> bool:
    if not draft.source or len(draft.cue) != 1:
        return False
    cue = list(_words(text, *draft.cue[0]))
    verbs = [word for word in cue if word in telling.verbs]
    if not verbs or len(cue) > MAX_CUE_WORDS or any(word in telling.unsaid for word in cue):
        return False
    content = text[draft.content[0][0] : draft.content[-1][1]]
    if sum(1 for _ in _words(content)) < MIN_WORDS:
        return False
    quoted = content[0] in QUOTE_MARKS
    source = " ".join(" ".join(text[a:b] for a, b in draft.source).lower().split())
    if source in telling.here or (source in telling.third and not quoted and not telling.had & set(cue)):
        return False
    first = next(_words(content))
    if verbs[0] in telling.denying or first.endswith(telling.acting):
        return True
    if first in telling.wants:
        return verbs[0] in telling.whom
    return quoted or first in telling.openers or CLAUSE_START.match(content) is not None
