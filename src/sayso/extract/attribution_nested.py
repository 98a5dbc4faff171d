"""Statements told inside a statement: "Terzo said the government of Velmar had promised him that ...".

The tagger learned from text in which words have one role only, so it seldom gives what is told inside a content. Here a
verb of saying inside a content, with its subject before it and a clause with "that" behind it, is a statement too.
Parts of speech and subjects are those of the tagger's syntax heads; no parse is needed.
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
LIGHT: Final = frozenset({"give", "given", "gave", "make", "made"})
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
                forms = forms_of(word)
                if not any(form in language.manners for form in forms) and not _gives_word(
                    tagged, layout.text, starts, ends, verb, last, language, forms
                ):
                    continue
                found = _nested(tagged, layout.text, starts, ends, verb, first, last, piece)
                if found is not None:
                    drafts.append(found)
                    cues += found.cue


def _gives_word(
    tagged: Tagged,
    text: str,
    starts: list[int],
    ends: list[int],
    verb: int,
    last: int,
    language: Language,
    forms: list[str],
) -> bool:
    """Whether it is "has given its word that", "made the claim that": a light verb and a noun of saying."""
    if not LIGHT & set(forms):
        return False
    for t in range(verb + 1, min(verb + 5, last - 1)):
        if tagged.pos[t] == "NOUN":
            noun, after = (text[starts[k] : ends[k]].lower() for k in (t, t + 1))
            return after == "that" and any(form in language.manners for form in forms_of(noun))
    return False


def _clause_after(tagged: Tagged, text: str, starts: list[int], ends: list[int], verb: int, last: int) -> int | None:
    """Where what is told begins: at "that"; after "told residents" also at a subject, or at "to" before a verb."""
    near = range(verb + 1, min(verb + FARTHEST, last))
    words = {t: text[starts[t] : ends[t]].lower() for t in near}
    for t in near:
        if words[t] == "that" and tagged.dep[t] in ("mark", "det", "pobj", "dobj") and tagged.pos[t] == "SCONJ":
            return t
        if text[starts[t]] in ".;!?":
            return None
    if text[starts[verb] : ends[verb]].lower() != "told":
        return None
    for t in near:
        if t == verb + 1:  # whom it is told to
            continue
        if words[t] == "to" and t + 1 < last and tagged.pos[t + 1] == "VERB" and tagged.pos[t] == "PART":
            return t
        if tagged.dep[t] in ("nsubj", "nsubjpass", "expl"):
            while t - 1 > verb + 1 and tagged.dep[t - 1] in BEFORE_HEAD:
                t -= 1
            return t
    return None


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
    that = _clause_after(tagged, text, starts, ends, verb, last)
    if that is None or that + 2 >= last:
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
