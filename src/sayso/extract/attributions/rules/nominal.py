"""Nouns that tell of a statement: "X's claim that C", "a threat by X to do C", "X's answer was short: C"."""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.attributions.drafts import Draft, trimmed, word_count
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add, mend
from sayso.nlp.tagger import Tagged
from sayso.text.layout import Piece

BEFORE_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
FINITE: Final = frozenset({"aux", "auxpass", "ROOT", "ccomp"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "mark", "cc", "punct", "csubj"})
JOINS: Final = frozenset({"CCONJ", "SCONJ", "PART", "PUNCT"})
MIN_CLAUSE_WORDS: Final = 3


@mend(
    "owner-in-cue",
    example="{q:the traders' conviction} {c:that the mine was sold} grew.",
    becomes="the {s:traders'} {q:conviction} {c:that the mine was sold} grew.",
    keeps="{q:the conviction} {c:that the mine was sold} grew.",
)
def owner_in_cue(draft: Draft, context: Context) -> None:
    """Whose statement it is stands before its noun, and is the source: "the traders' conviction that C"."""
    if len(draft.cue) != 1 or not draft.content or draft.source or not _is_noun(draft, context):
        return
    owner = context.forms.possessive.match(context.text, *draft.cue[0])
    if owner is not None:
        draft.source = [owner.span("owner")]
        draft.cue = [(owner.end("owner") + 1, draft.cue[0][1])]


@mend(
    "noun-and-main-verb",
    example="{s:The warden's} {q:claim} {c:that nobody was hurt did not survive the day}.",
    becomes="{s:The warden's} {q:claim} {c:that nobody was hurt} did not survive the day.",
    keeps="{s:The warden} {q:claimed} {c:that nobody was hurt and that the gate was shut}.",
    tags=True,
)
def noun_and_main_verb(draft: Draft, context: Context) -> None:
    """What a claim says ends before the verb of its sentence: "X's claim that C [did not last]"."""
    if len(draft.cue) != 1 or not draft.content or not _is_noun(draft, context):
        return
    low, high = draft.content[0]
    if len(draft.content) != 1 or not context.text[draft.cue[0][1] : low].isspace():
        return
    stop = _main_verb(context.tags, context.tokens(low, high))
    piece = trimmed(context.text, low, context.starts[stop]) if stop is not None else None
    if piece is not None and word_count(context.text, piece) >= MIN_CLAUSE_WORDS:
        draft.content = [piece]


def _is_noun(draft: Draft, context: Context) -> bool:
    noun = context.text[slice(*draft.cue[0])].split()[-1:]
    return bool(noun) and noun[0].lower() in context.forms.statement_nouns


def _main_verb(tagged: Tagged, tokens: range) -> int | None:
    """The first token of the sentence's own verb inside a content that ran on: "that it was warned [did not survive]".

    It is the root, or a second verb with nothing between that could give it a subject of its own.
    """
    verb = joined = False
    for token in tokens[1:]:
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


@add(
    "claim-of-owner",
    example="{s:Velmar's} {q:threat} {c:to close the strait} was heard in Quell.",
    keeps="Velmar's strait was closed to ships.",
    tags=True,
)
def claim_of_owner(context: Context) -> None:
    """A noun that somebody owns and a clause behind it are a statement: "X's claim that C"."""
    _with_clause(context, context.forms.owned_noun)


@add(
    "claim-by",
    example="A {q:threat} by {s:the Ostran Brigade} {c:to blow up the bridge} stopped the trains.",
    keeps="A bridge by the Ostran Brigade to the camp was blown up.",
    tags=True,
)
def claim_by(context: Context) -> None:
    """A noun by somebody and a clause behind it are a statement: "a threat by X to do C"."""
    _with_clause(context, context.forms.noun_by)


def _with_clause(context: Context, form: re.Pattern[str]) -> None:
    for match in form.finditer(context.text):
        low, high = match.start("opens"), context.layout.sentence_at(match.start())[1]
        stop = _main_verb(context.tags, context.tokens(low, high))
        mark = context.forms.noun_clause_end.search(context.text, match.end(), high)
        ends = [high, *([context.starts[stop]] if stop is not None else []), *([mark.start()] if mark else [])]
        _add(context, match, trimmed(context.text, low, min(ends)))


@add(
    "had-one-question",
    example="{s:The divers} {q:had one question} for the harbour master: {c:where was the second boat?}",
    keeps="The divers had one boat for the harbour master: it was the second.",
)
def had_one_question(context: Context) -> None:
    """What somebody "had" to say and a colon open a statement: "X had one question for Y: C"."""
    for match in context.forms.noun_held.finditer(context.text):
        _behind_colon(context, match)


def _behind_colon(context: Context, match: re.Match[str]) -> None:
    _add(context, match, trimmed(context.text, match.end(), context.layout.sentence_at(match.start())[1]))


def _add(context: Context, match: re.Match[str], content: Piece | None) -> None:
    """Add what a noun tells, where no draft that somebody says has the noun or the content yet."""
    text, drafts = context.text, context.drafts
    if content is None or word_count(text, content) < MIN_CLAUSE_WORDS:
        return
    noun = match.span("noun")
    # what nobody says of the noun and its clause together is less than who says the clause
    parts = (noun, content)
    loose = [
        draft
        for draft in drafts
        if not draft.source and draft.by_model and any(a < y and x < b for a, b in draft.content for x, y in parts)
    ]
    kept = [d for d in drafts if not any(d is other for other in loose)]
    told = [piece for draft in kept for piece in (*draft.source, *draft.cue, *draft.content)]
    if any(a < noun[1] and noun[0] < b for a, b in told):
        return
    if any(a < content[1] and content[0] < b for draft in kept for a, b in draft.content):
        return
    owner = trimmed(text, *match.span("owner"))
    context.add(Draft([owner] if owner else [], [noun], [content], RULE_SCORE, by_model=False), instead_of=loose)
