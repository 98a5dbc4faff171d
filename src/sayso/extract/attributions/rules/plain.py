"""Sentences that are plain statements, which the tagger passes over beside one that it found: "They denied it"."""

from __future__ import annotations

import bisect
from typing import Final

from sayso.extract.attributions.drafts import Draft, Near
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add
from sayso.extract.attributions.rules.stretches import covered, stripped
from sayso.text.layout import Layout

MAX_LEAD: Final = 80  # characters before a quotation that is a part of what is told


@add(
    "plainly-said",
    example="It rained. {s:They} {q:told} the court {c:that they had slept}.",
    keeps="It rained. They told nobody. They denied him water. They blamed no one.",
)
def plainly_said(context: Context) -> None:
    """A pronoun that opens a sentence, a verb that always tells, and what is told: "They denied it", "It blamed X"."""
    text, drafts = context.text, list(context.drafts)
    near = Near([(draft.start, draft.end) for draft in drafts])
    for start, end in context.layout.sentences:
        match = context.forms.plainly_said.match(text, start, end)
        content = stripped(text, match.start("opens"), end) if match is not None else None
        if match is None or content is None:
            continue
        touching = (drafts[number] for number in near.touching(start, end))
        here = [d for d in touching if any(a < end and start < b for a, b in (*d.source, *d.cue, *d.content))]
        doubted = [d for d in here if d.by_model and d.source == [match.span("owner")] and d.score < RULE_SCORE]
        if len(doubted) < len(here) or _quoted(context.layout, start):
            continue
        made = Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False)
        if len(doubted) == 1 and doubted[0].cue[0][1] <= match.end("cue"):
            made.content = doubted[0].content
        context.add(made, instead_of=doubted)


@add(
    "asked-and-quoted",
    example="Asked whether it would rain, {s:Terzo} {q:shrugged}. {c:“Not today.”} It rained.",
    keeps="Asked whether it would rain, Terzo shrugged. The “Old Mill” was shut.",
)
def asked_and_quoted(context: Context) -> None:
    """Who is asked and makes a sign says the quotation that follows: "Asked about it, X shrugged. 'Not today.'"."""
    text, layout = context.text, context.layout
    for quotation in layout.quotations:
        start, end = layout.sentence_at(max(0, quotation.start - 2))
        match = context.forms.asked.match(text, start, end) if end <= quotation.start else None
        if match is None or text[end : quotation.start].strip() or "\n" in text[end : quotation.start]:
            continue
        told = any(quotation.start <= a < quotation.end + 1 for d in context.drafts for a, _ in d.cue)
        if told or covered([d for d in context.drafts if d.source], quotation.start, quotation.end):
            continue
        content = (quotation.start, quotation.end)
        gone = [d for d in context.drafts if not d.source and d.content == [content]]
        made = Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False)
        context.add(made, instead_of=gone)


@add(
    "told-in-part-quoted",
    example="It rained. {s:Karl} {q:told} me {c:I “couldn't leave the camp”} but I did.",
    keeps="It rained. Karl told me of the “Old Mill” in the camp.",
)
def told_in_part_quoted(context: Context) -> None:
    """A clause that is quoted in part: "Karl told me I 'couldn't leave'"."""
    text, layout = context.text, context.layout
    for quotation in layout.quotations:
        start = max(layout.sentence_at(quotation.start)[0], quotation.start - MAX_LEAD)
        match = context.forms.told_in_part.search(text, start, quotation.start)
        if match is None or match.end() != quotation.start or quotation.broken:
            continue
        content = (match.start("opens"), quotation.end)
        here = [d for d in context.drafts if any(a < content[1] and match.start() < b for a, b in (*d.cue, *d.content))]
        if not any(d.source or not d.by_model for d in here):
            made = Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False)
            context.add(made, instead_of=here)


def _quoted(layout: Layout, at: int) -> bool:
    """Whether a place lies in a quotation."""
    number = bisect.bisect_right(layout.quotations, at, key=lambda quotation: quotation.start) - 1
    return number >= 0 and at < layout.quotations[number].end
