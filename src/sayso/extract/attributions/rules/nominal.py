"""Nouns that tell of a statement: "X's claim that C did not last", "a threat by X to do C", "X's answer was short: C".

Each rule takes the drafts so far and changes or adds to them, in place.
"""

from __future__ import annotations

import bisect
import re
from typing import Final

from sayso.extract.attributions.drafts import Draft, Layout, Piece, trimmed, word_count
from sayso.lang import Language
from sayso.nlp.tagger import Tagged

RULE_SCORE: Final = 0.9
BEFORE_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
FINITE: Final = frozenset({"aux", "auxpass", "ROOT", "ccomp"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "mark", "cc", "punct", "csubj"})
JOINS: Final = frozenset({"CCONJ", "SCONJ", "PART", "PUNCT"})
LEAST_CLAUSE: Final = 3  # words
CLAUSE_END: Final = re.compile(r"[,;:—–\n]|\s-\s|\bbut\b")


def mend_nominal(drafts: list[Draft], tagged: Tagged, layout: Layout, language: Language) -> None:
    """ "X's claim that C did not last": what C is ends before the verb of the sentence, and X is the source."""
    text = layout.text
    starts = tagged.tokens.starts.tolist()
    for draft in drafts:
        if len(draft.cue) != 1 or not draft.content:
            continue
        start, end = draft.cue[0]
        noun = text[start:end].split()[-1:]
        if not noun or noun[0].lower() not in language.forms.statement_nouns:
            continue
        owner = language.forms.possessive.match(text, start, end)
        if owner is not None and not draft.source:
            draft.source = [owner.span("owner")]
            draft.cue = [(owner.end("owner") + 1, end)]
        low, high = draft.content[0]
        if len(draft.content) != 1 or not text[end:low].isspace():
            continue
        stop = _main_verb(tagged, bisect.bisect_left(starts, low), bisect.bisect_left(starts, high))
        piece = trimmed(text, low, starts[stop]) if stop is not None else None
        if piece is not None and word_count(text, piece) >= LEAST_CLAUSE:
            draft.content = [piece]


def _main_verb(tagged: Tagged, first: int, last: int) -> int | None:
    """The first token of the sentence's own verb inside a content that ran on: "that it was warned [did not survive]".

    It is the root, or a second verb with nothing between that could give it a subject of its own.
    """
    verb = joined = False
    for token in range(first + 1, last):
        pos, dep = tagged.pos[token], tagged.dep[token]
        if pos in ("VERB", "AUX"):
            begins = tagged.dep[token - 1] not in BEFORE_VERB
            if dep == "ROOT" or (verb and begins and not joined and dep in FINITE):
                while tagged.dep[token - 1] in BEFORE_VERB:
                    token -= 1
                return token
            verb = verb or pos == "VERB" or dep in ("ccomp", "acl")
            joined = joined and dep in BEFORE_VERB
        elif pos in JOINS or dep in SUBJECTS:
            joined = True
    return None


def add_nominal(drafts: list[Draft], tagged: Tagged, layout: Layout, language: Language) -> None:
    """ "X's claim that C", "a threat by X to do C", "X's answer was short: C", where no draft has the noun or C yet."""
    text = layout.text
    starts = tagged.tokens.starts.tolist()
    for form in (language.forms.owned_noun, language.forms.noun_by):
        for match in form.finditer(text):
            low, high = match.start("opens"), layout.sentence_at(match.start())[1]
            stop = _main_verb(tagged, bisect.bisect_left(starts, low), bisect.bisect_left(starts, high))
            mark = CLAUSE_END.search(text, match.end(), high)
            ends = [high, *([starts[stop]] if stop is not None else []), *([mark.start()] if mark else [])]
            _add(drafts, text, match, trimmed(text, low, min(ends)))
    for match in (*language.forms.noun_colon.finditer(text), *language.forms.noun_held.finditer(text)):
        _add(drafts, text, match, trimmed(text, match.end(), layout.sentence_at(match.start())[1]))


def _add(drafts: list[Draft], text: str, match: re.Match[str], content: Piece | None) -> None:
    if content is None or word_count(text, content) < LEAST_CLAUSE:
        return
    noun = match.span("noun")
    # what nobody says of the noun and its clause together is less than who says the clause
    parts = (noun, content)
    loose = [
        draft
        for draft in drafts
        if not draft.source and draft.by_model and any(a < y and x < b for a, b in draft.content for x, y in parts)
    ]
    kept = [d for d in drafts if d not in loose]
    told = [piece for draft in kept for piece in (*draft.source, *draft.cue, *draft.content)]
    if any(a < noun[1] and noun[0] < b for a, b in told):
        return
    if any(a < content[1] and content[0] < b for draft in kept for a, b in draft.content):
        return
    drafts[:] = kept
    owner = trimmed(text, *match.span("owner"))
    drafts.append(Draft([owner] if owner else [], [match.span("noun")], [content], RULE_SCORE, by_model=False))
