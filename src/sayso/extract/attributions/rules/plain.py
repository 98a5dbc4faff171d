"""Sentences that are plain statements, which the tagger passes over beside one that it found: "They denied it"."""

from __future__ import annotations

from sayso.extract.attributions.drafts import Draft
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add
from sayso.extract.attributions.rules.stretches import stripped
from sayso.text.quotations import Quotation


@add(
    "plainly-said",
    example="It rained. {s:They} {q:told} the court {c:that they had slept}.",
    keeps="It rained. They told nobody. They denied him water. They blamed no one.",
)
def plainly_said(context: Context) -> None:
    """A pronoun that opens a sentence, a verb that always tells, and what is told: "They denied it", "It blamed X"."""
    text = context.text
    for start, end in context.layout.sentences:
        match = context.forms.plainly_said.match(text, start, end)
        content = stripped(text, match.start("opens"), end) if match is not None else None
        if match is None or content is None:
            continue
        here = [d for d in context.drafts if any(a < end and start < b for a, b in (*d.source, *d.cue, *d.content))]
        doubted = [d for d in here if d.by_model and d.source == [match.span("owner")] and d.score < RULE_SCORE]
        if len(doubted) < len(here) or any(_holds(quotation, start) for quotation in context.layout.quotations):
            continue
        made = Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False)
        if len(doubted) == 1 and doubted[0].cue[0][1] <= match.end("cue"):
            made.content = doubted[0].content
        context.add(made, instead_of=doubted)


def _holds(quotation: Quotation, at: int) -> bool:
    return quotation.start <= at < quotation.end
