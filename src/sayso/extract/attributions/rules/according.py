""" "According to X": two words are the cue, and who says a sentence that ends so says all of it."""

from __future__ import annotations

from typing import Final

from sayso.extract.attributions.drafts import Draft, trimmed, word_count
from sayso.extract.attributions.rules.registry import Context, add, join, mend
from sayso.extract.attributions.rules.stretches import stripped
from sayso.text.layout import Piece

MAX_SOURCE_WORDS: Final = 12
NO_STRETCH: Final = (". ", "“", "”", '"')  # what a stretch may not hold if its first word is not known for sure


@mend(
    "according-to",
    example="{c:Two were shot at dawn}, {q:according to a statement} {s:from the court}.",
    becomes="{c:Two were shot at dawn}, {q:according to} {s:a statement from the court}.",
    keeps="{c:Two were shot at dawn}, {q:according to} {s:the court}.",
)
def according_to(draft: Draft, context: Context) -> None:
    """Only the two words are the cue: "according to [a statement by X]"."""
    if len(draft.cue) != 1 or not draft.source:
        return
    start, end = draft.cue[0]
    found = context.forms.according_to.match(context.text, start, end)
    if found is not None and found.end() < end and context.text[end : draft.source[0][0]].strip(" ,") == "":
        draft.cue = [found.span("cue")]
        draft.source[0] = trimmed(context.text, found.end(), draft.source[0][1]) or draft.source[0]


@mend(
    "according-to-sentence",
    example="{q:According to} {s:the nurses}, {c:the men came at night. They took the boat}.",
    becomes="{q:According to} {s:the nurses}, {c:the men came at night}. They took the boat.",
    keeps="{q:According to} {s:the nurses}, {c:“the men came at night. They took the boat.”}",
)
def according_to_sentence(draft: Draft, context: Context) -> None:
    """What opens a sentence holds for that sentence: "According to X, C. They denied it."."""
    if len(draft.cue) != 1 or not draft.by_model or not context.forms.according_to.match(context.text, *draft.cue[0]):
        return
    start, stop = context.layout.sentence_at(draft.cue[0][0])
    if start != draft.cue[0][0] or any(q.start < stop < q.end for q in context.layout.quotations):
        return
    kept = [(a, min(b, stop)) for a, b in draft.content if a < stop]
    if kept and kept != draft.content:
        draft.content = [piece for a, b in kept if (piece := stripped(context.text, a, b)) is not None]


@add(
    "according-to-inside",
    example="{c2:{c1:Masked men took the herd}, {q1:according to} {s1:boys in the barn}}, {s2:Aldo} {q2:explained}.",
    keeps="{c1:“Masked men took the herd. They left, according to boys who hid in the barn}, {s1:Aldo} {q1:explained}.",
)
def according_to_inside(context: Context) -> None:
    """What somebody says may end in whose words they are: "[C, according to X], Y said"; X says C."""
    drafts = context.drafts
    for match in context.found(context.forms.according_to):
        cue = match.span("cue")
        if any(len(d.cue) == 1 and d.cue[0] == cue and d.source for d in drafts):
            continue
        nameless = [d for d in drafts if not d.source and d.cue == [cue]]
        named = [d for d in drafts if d.source or d.cue != [cue]]
        if any(a < match.end() and match.start() < b for d in named for a, b in d.cue):
            continue
        for draft in named:
            found = _inside(draft, cue, context.text)
            if found is not None:
                context.add(found, instead_of=nameless)
                break


def _inside(draft: Draft, cue: Piece, text: str) -> Draft | None:
    """Who says the part of a content that ends "according to X"; None if it is not sure where X's words begin."""
    for start, end in draft.content:
        said = trimmed(text, start, cue[0]) if start < cue[0] and cue[1] < end else None
        who = trimmed(text, cue[1], end)
        if said is None or who is None or word_count(text, who) > MAX_SOURCE_WORDS:
            continue
        if not any(mark in text[slice(*said)] for mark in NO_STRETCH):
            return Draft([who], [cue], [said], draft.score, by_model=False)
    return None


@join(
    "according-to-and-said",
    example="{c1:{c2:Half of it was spoilt}}, {q1:according to} {s1:the ward's own log}, {s2:Dr. Brenn} {q2:said}.",
    becomes="{c2:{c1:Half of it was spoilt}, {q1:according to} {s1:the ward's own log}}, {s2:Dr. Brenn} {q2:said}.",
    keeps="{c1:Half of it was spoilt}, {q1:according to} {s1:the log}. {s2:Brenn} {q2:said} {c2:it was late}.",
)
def according_to_and_said(context: Context) -> None:
    """Who says a sentence that ends "according to X" says all of it; X is no part of who said it."""
    text, drafts = context.text, context.drafts
    for match in context.found(context.forms.according_to):
        inner = next((d for d in drafts if len(d.cue) == 1 and d.cue[0] == match.span("cue") and d.source), None)
        for draft in drafts:
            if draft is inner or not draft.source or not draft.content:
                continue
            if len(draft.source) > 1 and draft.source[0][0] - match.end() in (0, 1):
                draft.source = draft.source[1:]  # who spoke stands behind
            late = context.layout.sentence_at(draft.start)[1] < match.end()
            if inner is None or draft.source[0][0] < match.end() or late:
                continue
            start, end = inner.source[0]
            at = draft.source[0][0]
            if start < at < end and text[:at].rstrip().endswith(","):
                inner.source[0] = (start, end) = (start, len(text[:at].rstrip(" ,")))
            beside = end <= at and text[end:at].strip(" ,") == ""
            if beside and draft.content[-1][1] in range(match.start() - 3, match.end() + 1):
                draft.content[-1] = (draft.content[-1][0], end)
