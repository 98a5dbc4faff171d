"""Source, cue and content: the tagger's candidates, tidied, and rules where it is weak; who speaks, what lies in what.

The tagger finds most. Rules add what has a form of its own and that it was seldom shown: a name and a
colon before a quotation, a quotation and a dash before a name, turns of an interview, a quotation that goes on over
paragraphs or after its cue. What a rule finds never replaces what the tagger is sure of.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from sayso.extract.attributions.drafts import Draft, Layout, drafts_of, whole_quotations
from sayso.extract.attributions.nested import nested
from sayso.extract.attributions.rules.boundaries import (
    mend_according,
    mend_appositions,
    mend_inverted,
    mend_openings,
    mend_parted,
    mend_participles,
    mend_split,
    mend_surnames,
    mend_told,
    mend_unnamed,
    without_names,
)
from sayso.extract.attributions.rules.forms import (
    add_believed,
    add_continuations,
    add_dashes,
    add_fronted,
    add_leads,
    add_posts,
    add_talk,
    add_turns,
    mend_hearsay,
)
from sayso.extract.attributions.rules.headlines import add_headlines
from sayso.extract.attributions.rules.nominal import add_nominal, mend_nominal
from sayso.extract.attributions.rules.not_statements import without_idle
from sayso.extract.attributions.rules.quoting import (
    mend_carriers,
    mend_citing,
    mend_quoted,
    mend_quoting,
    without_quoters,
)
from sayso.extract.attributions.score import chances, features, shared_of
from sayso.extract.attributions.voices import Voices
from sayso.lang import Language
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.steps import Settings, extractor
from sayso.text import quotations
from sayso.values.findings import Attribution, Mention
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone
from sayso.values.spans import Span
from sayso.values.terms import Style


@extractor("drafts.v1", gives="drafts")
def drafts(
    report: Report, tagged: Tagged, zones: tuple[Zone, ...], language: Language, settings: Settings
) -> tuple[Draft, ...]:
    """Source, cue and content of all attributions of a report, nested ones too, in order of their first word.

    Who stands behind a source is not known yet: mentions are found with the drafts at hand.
    """
    tagger = load_tagger(language.model)
    layout = Layout.of(report.text)
    quoted = quotations.quoted_mask(report.text, layout.quotations)
    found = drafts_before_scoring(report, tagged, zones, layout, language)
    keep_likely(found, report.text, quoted, language, tagger.meta["chance"], tagger.meta["keep"], settings.min_score)
    inner = nested(found, tagged, layout, language, tagger.tag)
    for draft, chance in zip(
        inner, chances(features(inner, report.text, quoted, language), tagger.meta["chance"]), strict=True
    ):
        draft.score = chance
    inner = [draft for draft in inner if draft.score >= (settings.min_score or 0)]
    return tuple(sorted([*found, *inner], key=lambda draft: (draft.start, -draft.end)))


@extractor("attributions.v1", gives="attributions")
def attributions(
    report: Report, drafts: tuple[Draft, ...], mentions: tuple[Mention, ...], language: Language
) -> tuple[Attribution, ...]:
    """All attributions of a report, in order of their first word."""
    layout = Layout.of(report.text)
    quoted = quotations.quoted_mask(report.text, layout.quotations)
    return _finish(report, drafts, mentions, quoted, language)


def drafts_before_scoring(
    report: Report, tagged: Tagged, zones: Sequence[Zone], layout: Layout, language: Language
) -> list[Draft]:
    """The tagger's candidates and what rules make of them and add; many are no attributions yet."""
    drafts = drafts_of(report.text, tagged, layout)
    drafts = [draft for draft in drafts if not _in_boilerplate(draft, zones)]
    for draft in drafts:
        whole_quotations(draft, layout)
    without_names(drafts, layout, language)
    mend_inverted(drafts, tagged, layout)
    mend_appositions(drafts, layout, language)
    mend_openings(drafts, layout, language)
    mend_parted(drafts, tagged, layout)
    mend_told(drafts, tagged, report.text, language)
    mend_according(drafts, layout, language)
    mend_participles(drafts, layout, language)
    mend_quoted(drafts, layout, language)
    mend_quoting(drafts, layout, language)
    mend_unnamed(drafts, layout, language)
    mend_nominal(drafts, tagged, layout, language)
    mend_hearsay(drafts, layout, language)
    add_believed(drafts, layout, language)
    add_talk(drafts, layout, language)
    _leave_datelines(drafts, report, zones)
    add_turns(drafts, report.text, zones, layout)
    add_posts(drafts, report.text, zones)
    add_leads(drafts, report.text, layout)
    add_dashes(drafts, report.text, layout)
    add_headlines(drafts, tagged, zones, layout, language)
    mend_split(drafts, layout, language)
    mend_citing(drafts, layout, language)
    mend_surnames(drafts, report.text)
    mend_carriers(drafts, layout, language)
    without_quoters(drafts, layout, language)
    without_idle(drafts, layout, zones, language)
    add_fronted(drafts, layout, language)
    add_nominal(drafts, tagged, layout, language)
    drafts = without_doubles(drafts)
    add_continuations(drafts, layout)
    return drafts


def keep_likely(
    drafts: list[Draft],
    text: str,
    quoted: bytearray,
    language: Language,
    weights: Mapping[str, float],
    least: float,
    min_score: float | None = None,
) -> None:
    """Give each draft the chance that it is right as its score, and leave out the tagger's below `least`, in place.

    A rule has decided already, so what it found is left out only below the `min_score` that somebody asked for, which
    stands in for `least` too. What goes on from a draft that is left out is left out with it.
    """
    for draft, chance in zip(drafts, chances(features(drafts, text, quoted, language), weights), strict=True):
        draft.score = 1.0 if draft.turn else chance
    out = {
        id(d) for d in drafts if d.score < (min_score or 0) or (min_score is None and d.by_model and d.score < least)
    }
    drafts[:] = [d for d in drafts if id(d) not in out and not (d.continues and id(d.continues) in out)]


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the weaker of two drafts that say the same: much the same content, and cues in one place."""
    kept: list[tuple[Draft, int, int]] = []
    for draft in sorted(drafts, key=lambda d: -d.score):
        start, end = draft.start, draft.end
        if not any(low < end and start < high and _same(draft, other) for other, low, high in kept):
            kept.append((draft, start, end))
    return [draft for draft, _, _ in kept]


def _same(a: Draft, b: Draft) -> bool:
    if a.cue and b.cue and any(x[0] < y[1] and y[0] < x[1] for x in a.cue for y in b.cue):
        return True
    shared = shared_of(a, b)
    # "he repeated [the word twice, “a wall.”]" holds "he twice [“a wall.”]"
    for inner, outer in ((a, b), (b, a)):
        alike = inner.by_model and inner.source in ([], outer.source)
        if alike and shared == inner.size and _lie_in(inner.cue, outer.content):
            return True
    longer = max(sum(x[1] - x[0] for x in draft.content) for draft in (a, b))
    sources = {*a.source} & {*b.source}
    only_mark = any(len(draft.cue) == 1 and draft.cue[0][1] - draft.cue[0][0] == 1 for draft in (a, b))
    return shared > 0.9 * longer and (bool(sources) or not a.source or not b.source or only_mark)


def _lie_in(pieces: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return bool(pieces) and all(any(c <= a and b <= d for c, d in others) for a, b in pieces)


def _in_boilerplate(draft: Draft, zones: Sequence[Zone]) -> bool:
    return any(
        zone.kind == "boilerplate" and zone.span.start <= draft.start and draft.end <= zone.span.end for zone in zones
    )


def _leave_datelines(drafts: Sequence[Draft], report: Report, zones: Sequence[Zone]) -> None:
    """A dateline is no part of a source or a content: ``TEHRAN - Military sources reported``."""
    ends = [zone.span.end for zone in zones if zone.kind == "dateline"]
    ends += [report.dateline.end] if report.dateline is not None else []
    for end in ends:
        while end < len(report.text) and report.text[end] in " -–—:":
            end += 1
        for draft in drafts:
            for pieces in (draft.source, draft.content):
                for number, (a, b) in enumerate(pieces):
                    if a < end < b:
                        pieces[number] = (end, b)


def style_of(content: Sequence[tuple[int, int]], text: str, quoted: bytearray) -> Style:
    """direct where all words are quoted, indirect where none is."""
    inside = outside = 0
    for start, end in content:
        for at in range(start, end):
            if text[at].isalnum():
                inside += quoted[at]
                outside += 1 - quoted[at]
    return "indirect" if not inside else "direct" if outside <= 2 else "mixed"


def _finish(
    report: Report,
    drafts: Sequence[Draft],
    mentions: Sequence[Mention],
    quoted: bytearray,
    language: Language,
) -> tuple[Attribution, ...]:
    ids = Ids(report.id, "a")
    for draft in drafts:
        draft.id = ids(draft.cue[0][0] if draft.cue else draft.start)
    voices = Voices(report.text, mentions, language)
    contents = [(draft, draft.content[0][0], draft.content[-1][1]) for draft in drafts]
    made = []
    for draft in drafts:
        outer = _innermost(draft, contents)
        words = voices.read(draft)
        made.append(
            Attribution(
                id=draft.id,
                content=_spans(report, draft.content),
                source=_spans(report, draft.source),
                cue=_spans(report, draft.cue),
                style="direct" if draft.turn else style_of(draft.content, report.text, quoted),
                manner=voices.manner(draft),
                inside=outer.id if outer else None,
                continues=draft.continues.id if draft.continues else None,
                speaker=words.speaker,
                addressee=words.addressee,
                via=words.via,
                score=None
                if draft.turn
                else round(draft.score, 3),  # nothing was measured of turns; a label says who speaks
            )
        )
    return _inherit_speakers(made)


def _inherit_speakers(made: list[Attribution]) -> tuple[Attribution, ...]:
    """What goes on from another attribution has its speaker."""
    by_id = {a.id: a for a in made}
    for number, attribution in enumerate(made):
        if attribution.continues and not attribution.speaker:
            first = by_id[attribution.continues]
            made[number] = by_id[attribution.id] = dataclasses.replace(
                attribution, speaker=first.speaker, via=first.via, addressee=first.addressee
            )
    return tuple(made)


def _spans(report: Report, pieces: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(report.span(start, end) for start, end in pieces)


def _innermost(draft: Draft, contents: Sequence[tuple[Draft, int, int]]) -> Draft | None:
    """The smallest other draft whose content holds this one's cue and most of its content.

    contents   all drafts, each with the first and the last point of its content
    """
    best: Draft | None = None
    length, start, end = draft.size, draft.content[0][0], draft.content[-1][1]
    for other, low, high in contents:
        if high <= start or end <= low or other is draft:
            continue
        size = other.size
        # a cue-less one cannot hold and be held; the larger one holds
        if size <= length or (best is not None and size >= best.size) or shared_of(draft, other) < 0.8 * length:
            continue
        if all(any(c <= a and b <= d for c, d in other.content) for a, b in draft.cue):
            best = other
    return best
