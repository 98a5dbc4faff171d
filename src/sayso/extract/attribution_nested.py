"""Statements told inside a statement: "Terzo said the government of Velmar had promised him that ...".

The tagger learned from text in which words have one role only, so it seldom gives what is told inside a content. Here a
verb of saying inside a content, with its subject before it and a clause with "that" behind it, is a statement too. Parts
of speech and subjects are those of the tagger's syntax heads; no parse is needed.
"""

from __future__ import annotations

import bisect
from typing import Final

from sayso.extract.attribution_drafts import Draft, Layout, Piece
from sayso.extract.attribution_voices import forms_of
from sayso.lang import Language
from sayso.tagger import Tagged

NESTED_SCORE: Final = 0.6
BEFORE_HEAD: Final = frozenset({"det", "amod", "compound", "poss", "case", "nummod", "nmod", "predet", "quantmod"})
AFTER_HEAD: Final = frozenset({"prep", "pobj", "det", "amod", "compound", "poss", "case"})
BETWEEN: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
FARTHEST: Final = 7  # tokens from the verb to its "that": told the agency in Haldmark that


def add_nested(drafts: list[Draft], tagged: Tagged, layout: Layout, language: Language) -> None:
    """Add the statements told inside the contents of drafts, in place."""
    starts = tagged.tokens.starts.tolist()
    ends = tagged.tokens.ends.tolist()
    cues = [piece for draft in drafts for piece in draft.cue]
    for outer in list(drafts):
        for piece in outer.content:
            first, last = bisect.bisect_left(starts, piece[0]), bisect.bisect_left(starts, piece[1])
            for verb in range(first, last):
                if tagged.pos[verb] != "VERB" or any(a <= starts[verb] < b for a, b in cues):
                    continue
                word = layout.text[starts[verb] : ends[verb]].lower()
                if not any(form in language.saying for form in forms_of(word)):
                    continue
                found = _nested(tagged, layout.text, starts, ends, verb, first, last, piece)
                if found is not None:
                    drafts.append(found)
                    cues += found.cue


def _nested(
    tagged: Tagged, text: str, starts: list[int], ends: list[int], verb: int, first: int, last: int, piece: Piece
) -> Draft | None:
    head = verb - 1
    while head >= first and tagged.dep[head] in BETWEEN:
        head -= 1
    cue_start = head + 1
    subject = head
    while subject >= first and tagged.dep[subject] in AFTER_HEAD:  # the government of Velmar
        subject -= 1
    if subject < first or tagged.dep[subject] not in ("nsubj", "nsubjpass"):
        return None
    # told of the past, or told to someone: without this it is as often a thought as a statement (dev LINK -0.6)
    words = [text[starts[t] : ends[t]].lower() for t in range(cue_start, verb + 1)]
    if words[-1] != "told" and not {"had", "has", "have"} & set(words):
        return None
    begin = subject
    while begin > first and tagged.dep[begin - 1] in BEFORE_HEAD:
        begin -= 1
    that = next(
        (t for t in range(verb + 1, min(verb + FARTHEST, last)) if text[starts[t] : ends[t]].lower() == "that"), None
    )
    if that is None or tagged.dep[that] != "mark" or that + 2 >= last:
        return None
    stop = next((t for t in range(that, last) if text[starts[t]] in ".;!?" and tagged.tokens.stops[t]), last - 1)
    end = min(ends[stop], piece[1])
    while end > starts[that] and text[end - 1] in " .,;:”\"’'":
        end -= 1
    return Draft(
        [(starts[begin], ends[head])],
        [(starts[cue_start], ends[verb])],
        [(starts[that], end)],
        NESTED_SCORE,
        by_model=False,
    )
