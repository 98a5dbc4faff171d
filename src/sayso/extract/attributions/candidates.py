"""From the tagger's candidates to drafts that are likely: the named rules, then the chance of each draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.extract.attributions.drafts import Draft, drafts_of
from sayso.extract.attributions.rules import in_order
from sayso.extract.attributions.rules.registry import Context, Trace, run_rules
from sayso.extract.attributions.score import chances, features
from sayso.extract.attributions.windows import move, windows_of
from sayso.lang import Language
from sayso.nlp.tagger import Tagged
from sayso.text.layout import Layout
from sayso.values.report import Report, Zone


def drafts_before_scoring(
    report: Report,
    tagged: Tagged | None,
    zones: Sequence[Zone],
    layout: Layout,
    language: Language,
    trace: Trace | None = None,
) -> list[Draft]:
    """The tagger's candidates and what rules make of them and add; many are no attributions yet.

    tagged   None for a language without a tagger: rules alone find what they can
    trace    takes note of what each rule did; without one nothing is noted
    """
    drafts: list[Draft] = []
    for window in windows_of(report, tagged, zones, layout):
        found = drafts_of(window.report.text, window.tagged, window.layout) if window.tagged is not None else []
        removed = len(trace.removed) if trace is not None else 0
        if trace is not None:
            trace.scores.update((id(draft), draft.score) for draft in found)
        context = Context(window.report, window.layout, window.zones, language, window.tagged, found)
        run_rules(in_order(), context, trace)
        gone = [draft for draft, _ in trace.removed[removed:]] if trace is not None else []
        for draft in (*context.drafts, *gone) if window.start else ():
            move(draft, window.start)
        drafts += context.drafts
    return drafts


def keep_likely(
    drafts: list[Draft],
    text: str,
    quoted: bytearray,
    language: Language,
    weights: Mapping[str, float],
    least: float,
    min_score: float | None = None,
) -> list[Draft]:
    """Give each draft the chance that it is right as its score, and take out the unlikely ones; gives those taken out.

    A rule has decided already, so what it found is left out only below the `min_score` that somebody asked for, which
    stands in for `least` too. What goes on from a draft that is left out is left out with it.

    least   chance below which what the tagger found is left out
    """
    for draft, chance in zip(drafts, chances(features(drafts, text, quoted, language), weights), strict=True):
        draft.score = 1.0 if draft.turn else chance
    out = {
        id(d) for d in drafts if d.score < (min_score or 0) or (min_score is None and d.by_model and d.score < least)
    }
    unlikely = [d for d in drafts if id(d) in out or (d.continues and id(d.continues) in out)]
    left_out = {id(draft) for draft in unlikely}
    drafts[:] = [d for d in drafts if id(d) not in left_out]
    return unlikely
