"""Why a statement was found, and why another was not: the model's score, the chance, the rules that touched it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions.candidates import drafts_before_scoring, keep_likely
from sayso.extract.attributions.drafts import Draft, in_text_order
from sayso.extract.attributions.finish import give_ids, spans_of
from sayso.extract.attributions.nested import nested
from sayso.extract.attributions.rules import RULES
from sayso.extract.attributions.rules.registry import Trace
from sayso.extract.attributions.score import NAMES, chances, features
from sayso.lang import Language
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.steps import Settings
from sayso.text import quotations
from sayso.text.layout import Layout
from sayso.values.report import Report, Zone
from sayso.values.spans import Span

UNLIKELY: Final = "unlikely"  # removed because its chance of being right is too low, not by a rule
NESTED: Final = "nested"  # found as the tagger looked once more, at the content of another statement alone
WEIGHED: Final = 3  # features that are told of each draft


@dataclass(frozen=True, slots=True)
class Explained:
    """One statement, kept or removed, and how it came about.

    id            the id of its attribution; None for one that was removed
    source, cue, content   its parts, as last seen
    model_score   the tagger's own score of the cue, 0 to 1; None where a rule found it
    chance        the chance that it is right, 0 to 1; None for a turn, which a label decides, and for one that a rule
                  removed before chances were taken
    weighed       the features that weighed most in the chance: (name, weight times value in log odds), heaviest first
    rules         ids of the rules that made or changed it, in order; "nested" where it was found inside another
    removed_by    the id of the rule that removed it, or "unlikely"; None for one that was kept
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    model_score: float | None
    chance: float | None
    weighed: tuple[tuple[str, float], ...] = ()
    rules: tuple[str, ...] = ()
    removed_by: str | None = None
    id: str | None = None

    @property
    def start(self) -> int:
        """The first character of any part."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


def about_rule(id: str) -> str:
    """What a rule is for, in one sentence; "" for "unlikely" and "nested", which are no rules."""
    return RULES[id].about if id in RULES else ""


def explain_attributions(
    report: Report, tagged: Tagged, zones: Sequence[Zone], language: Language, settings: Settings
) -> tuple[Explained, ...]:
    """Every statement of a report that was kept, as the step orders them, then every candidate that was removed.

    Takes the way of the step `drafts` once more, and notes what each rule does.
    """
    layout = Layout.of(report.text, language.text)
    tagger = load_tagger(language.model)
    quoted = quotations.quoted_mask(report.text, layout.quotations)
    weights = tagger.meta["chance"]
    trace = Trace()
    found = drafts_before_scoring(report, tagged, zones, layout, language, trace)
    model_scores = trace.scores
    rows = {id(draft): row for draft, row in zip(found, features(found, report.text, quoted, language), strict=True)}
    unlikely = keep_likely(found, report.text, quoted, language, weights, tagger.meta["keep"], settings.min_score)
    inner = nested(found, tagged, layout, language, tagger.tag)
    for draft in inner:
        trace.touched.setdefault(id(draft), []).append(NESTED)
        model_scores[id(draft)] = draft.score
    inner_rows = features(inner, report.text, quoted, language)
    rows |= {id(draft): row for draft, row in zip(inner, inner_rows, strict=True)}
    for draft, chance in zip(inner, chances(inner_rows, weights), strict=True):
        draft.score = chance
    unlikely += [draft for draft in inner if draft.score < (settings.min_score or 0)]
    kept = in_text_order([*found, *(draft for draft in inner if draft.score >= (settings.min_score or 0))])
    give_ids(report, kept)

    def explained(draft: Draft, removed_by: str | None) -> Explained:
        row = rows.get(id(draft))
        weighed = (
            []
            if row is None or draft.turn
            else [(n, float(weights.get(n, 0.0) * v)) for n, v in zip(NAMES, row, strict=True)]
        )
        weighed = sorted((one for one in weighed if one[1]), key=lambda one: -abs(one[1]))[:WEIGHED]
        return Explained(
            spans_of(report, draft.source), spans_of(report, draft.cue), spans_of(report, draft.content),
            model_scores.get(id(draft)),
            None if row is None or draft.turn else draft.score,
            tuple((name, round(value, 2)) for name, value in weighed),
            trace.rules_of(draft),
            removed_by,
            draft.id if removed_by is None else None,
        )  # fmt: skip

    removed = [explained(draft, rule) for draft, rule in trace.removed]
    removed += [explained(draft, UNLIKELY) for draft in unlikely]
    removed.sort(key=lambda one: one.start)
    return (*(explained(draft, None) for draft in kept), *removed)
