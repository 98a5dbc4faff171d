"""Source, cue and content: the tagger's candidates, tidied, and rules where it is weak; who speaks, what lies in what.

The tagger finds most. Rules add what has a form of its own and that it was seldom shown: a name and a
colon before a quotation, a quotation and a dash before a name, turns of an interview, a quotation that goes on over
paragraphs or after its cue. What a rule finds never replaces what the tagger is sure of.
"""

from __future__ import annotations

from sayso.extract.attributions.candidates import drafts_before_scoring, keep_likely
from sayso.extract.attributions.drafts import Draft, in_text_order
from sayso.extract.attributions.explain import Explained, about_rule, explain_attributions
from sayso.extract.attributions.finish import finished, style_of
from sayso.extract.attributions.nested import nested
from sayso.extract.attributions.rules.registry import RULES, Rule, Trace
from sayso.extract.attributions.score import NAMES, chances, features
from sayso.lang import Language
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.steps import Settings, extractor
from sayso.text import quotations
from sayso.text.layout import Layout
from sayso.values.findings import Attribution, Mention
from sayso.values.report import Report, Zone

__all__ = (
    "NAMES", "RULES", "Draft", "Explained", "Layout", "Rule", "Trace", "about_rule", "attributions", "drafts",
    "drafts_before_scoring", "explain_attributions", "features", "style_of",
)  # fmt: skip


@extractor("drafts.v1", gives="drafts")
def drafts(
    report: Report, tagged: Tagged, zones: tuple[Zone, ...], language: Language, settings: Settings
) -> tuple[Draft, ...]:
    """Source, cue and content of all attributions of a report, nested ones too, in order of their first word.

    Who stands behind a source is not known yet: mentions are found with the drafts at hand.
    """
    tagger = load_tagger(language.model)
    weights = tagger.meta["chance"]
    layout = Layout.of(report.text, language.text)
    quoted = quotations.quoted_mask(report.text, layout.quotations)
    found = drafts_before_scoring(report, tagged, zones, layout, language)
    keep_likely(found, report.text, quoted, language, weights, tagger.meta["keep"], settings.min_score)
    inner = nested(found, tagged, layout, language, tagger.tag)
    for draft, chance in zip(inner, chances(features(inner, report.text, quoted, language), weights), strict=True):
        draft.score = chance
    inner = [draft for draft in inner if draft.score >= (settings.min_score or 0)]
    return in_text_order([*found, *inner])


@extractor("attributions.v1", gives="attributions")
def attributions(
    report: Report,
    drafts: tuple[Draft, ...],
    someones: tuple[Mention, ...],
    mentions: tuple[Mention, ...],
    language: Language,
) -> tuple[Attribution, ...]:
    """All attributions of a report, in order of their first word.

    someones   who may speak; each is one of the mentions, which a reading has to hold
    """
    known = {mention.id for mention in mentions}
    quoted = quotations.quoted_mask(report.text, quotations.find_quotations(report.text))
    return finished(report, drafts, [one for one in someones if one.id in known], quoted, language)
