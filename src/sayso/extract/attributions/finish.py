"""From drafts to attributions: their ids, style and manner, who speaks, and which statement lies inside which."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.extract.attributions.carried import carried_on
from sayso.extract.attributions.drafts import Draft, Near, shared_of
from sayso.extract.attributions.voices import Voices
from sayso.lang import Language
from sayso.text.layout import Piece
from sayso.values.findings import Attribution, Mention
from sayso.values.ids import Ids
from sayso.values.report import Report
from sayso.values.spans import Span
from sayso.values.terms import Style

LOOSE_CHARACTERS = 2  # outside quotation marks in a content that is still direct
HELD_SHARE = 0.8  # of a content that must lie in another's, for the one to be told inside the other


def give_ids(report: Report, drafts: Sequence[Draft]) -> None:
    """Give each draft the id of its attribution: of the report, and of where its cue or else its first word begins."""
    ids = Ids(report.id, "a")
    for draft in drafts:
        draft.id = ids(draft.cue[0][0] if draft.cue else draft.start)


def finished(
    report: Report, drafts: Sequence[Draft], mentions: Sequence[Mention], quoted: bytearray, language: Language
) -> tuple[Attribution, ...]:
    """The attributions that drafts stand for, in their order.

    quoted   1 for each code point inside quotation marks
    """
    give_ids(report, drafts)
    voices = Voices(report.text, mentions, language)
    near = Near([(draft.content[0][0], draft.content[-1][1]) for draft in drafts])
    made = []
    for draft in drafts:
        outer = _innermost(draft, drafts, near)
        words = voices.read(draft)
        made.append(
            Attribution(
                id=draft.id,
                content=spans_of(report, draft.content),
                source=spans_of(report, draft.source),
                cue=spans_of(report, draft.cue),
                style="direct" if draft.turn else style_of(draft.content, report.text, quoted),
                manner=voices.manner(draft),
                inside=outer.id if outer else None,
                continues=draft.continues.id if draft.continues else None,
                speaker=words.speaker,
                speakers=words.together,
                addressee=words.addressee,
                via=words.via,
                # nothing was measured of turns; a label says who speaks
                score=None if draft.turn else round(draft.score, 3),
            )
        )
    carried_on(made, voices)
    return _inherit_speakers(made)


def style_of(content: Sequence[Piece], text: str, quoted: bytearray) -> Style:
    """direct where all words are quoted, indirect where none is, mixed between."""
    inside = outside = 0
    for start, end in content:
        for at in range(start, end):
            if text[at].isalnum():
                inside += quoted[at]
                outside += 1 - quoted[at]
    return "indirect" if not inside else "direct" if outside <= LOOSE_CHARACTERS else "mixed"


def spans_of(report: Report, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """Pieces as spans of the report, in order; pieces that overlap become one.

    A rule that lengthens a content may meet another of its pieces.
    """
    apart: list[Piece] = []
    for start, end in sorted(pieces):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(report.span(start, end) for start, end in apart)


def _inherit_speakers(made: list[Attribution]) -> tuple[Attribution, ...]:
    """What goes on from another attribution has its speaker."""
    by_id = {a.id: a for a in made}
    for number, attribution in enumerate(made):
        if attribution.continues and not attribution.speaker:
            first = by_id[attribution.continues]
            made[number] = by_id[attribution.id] = dataclasses.replace(
                attribution, speaker=first.speaker, speakers=first.speakers, via=first.via, addressee=first.addressee
            )
    return tuple(made)


def _innermost(draft: Draft, drafts: Sequence[Draft], near: Near) -> Draft | None:
    """The smallest other draft whose content holds this one's cue and most of its content.

    near   from the first to the last point of each draft's content
    """
    best: Draft | None = None
    length = draft.size
    for number in near.touching(draft.content[0][0], draft.content[-1][1]):
        other = drafts[number]
        if other is draft:
            continue
        size = other.size
        # a cue-less one cannot hold and be held; the larger one holds
        if size <= length or (best is not None and size >= best.size) or shared_of(draft, other) < HELD_SHARE * length:
            continue
        if all(any(c <= a and b <= d for c, d in other.content) for a, b in draft.cue):
            best = other
    return best
