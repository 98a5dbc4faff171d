"""Statements that marks show and the tagger was seldom shown: colons and dashes before a name, turns, posts, headlines.

A stretch that a draft already holds as content is left to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from sayso.extract.attributions.drafts import Draft, holders
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add
from sayso.extract.attributions.rules.stretches import covered, stripped, words_in
from sayso.text.layout import Layout, Piece
from sayso.text.quotations import Quotation
from sayso.values.report import Zone

# possessive white space: as a label begins with a letter or figure, giving some back would only cost time
TURN_LABEL: Final = re.compile(
    r"\s*+(?:[\[(]{1,2}+\s*+)?(?P<label>[^\W_][^:\n\])]{0,70}?)\s*+(?P<cue>:|\]|\)\)|\))\s*+:?\s*+"
)
MAX_LEAD_WORDS: Final = 12
MAX_SIGNATURE_WORDS: Final = 10
MAX_DASHED_LEAD_WORDS: Final = 8
COVERED_SHARE: Final = 0.5
DASH: Final = re.compile(r"\s{0,3}(?P<cue>[-–—―]{1,3})\s{0,2}(?P<source>[^\s–—―-][^\n–—―]*)")
DASH_BELOW: Final = re.compile(r"\s*(?P<cue>[-–—―]{1,3})\s{0,2}(?P<source>[^\n]+)")
POST: Final = re.compile(
    r"(?P<post>.*?\S)\s*(?P<cue>[-–—―])\s?(?P<source>[^\n()–—―]{1,60}\(@\w{1,20}\))(?:[ ,][^\n]{0,30})?\s*", re.S
)
DASHED_LEAD: Final = re.compile(r"(?P<source>[^\n.!?]{2,80}?)\s+(?P<cue>[-–—―]{1,2})\s+$")
DATELINE: Final = re.compile(r"[^\n]{0,60}\(\w[\w .-]{1,30}\)\s*$|[A-Z][A-Z .’'-]{2,}(?:,[^\n]{0,40})?$")


@add(
    "turn",
    example="{s1:Q}{q1::} {c1:Who shot first?}\n\n{s2:Ida Brenn}{q2::} {c2:They did.}\n\n{c2:I saw it.}",
    keeps="Ida Brenn is the mayor: she was there.",
)
def turn(context: Context) -> None:
    """A turn of an interview or transcript is said by its label, all of it."""
    text = context.text
    # by where their content begins: a draft inside one turn lies in no other, nor does what is made of one
    drafts = sorted((d for d in context.drafts if d.content), key=_first)
    for zone in context.zones:
        if zone.kind != "turn":
            continue
        dashed = context.language.zones.dashed.match(text, zone.span.start, zone.span.end)
        label = dashed or TURN_LABEL.match(text, zone.span.start, zone.span.end)
        if label is None or label.end() >= zone.span.end or context.language.zones.silent.match(text, *_bounds(zone)):
            continue
        content = _paragraph_pieces(context.layout, label.end(), zone.span.end)
        if not content:
            continue
        # what the tagger made of the turn as a whole is less than the turn
        gone = []
        for draft in drafts[bisect_left(drafts, zone.span.start, key=_first) :]:
            if _first(draft) >= zone.span.end:
                break
            inside = all(zone.span.start <= a and b <= zone.span.end for a, b in draft.content)
            says_label = any(a < label.end() for a, _ in [*draft.source, *draft.cue])
            whole = not draft.source and draft.size > COVERED_SHARE * (zone.span.end - label.end())
            if inside and (says_label or whole):
                gone.append(draft)
        cue = [label.span("cue")] if dashed or label.group("cue") == ":" else []
        made = Draft([label.span("label")], cue, content, RULE_SCORE, by_model=False, turn=True)
        context.add(made, instead_of=gone)


def _bounds(zone: Zone) -> Piece:
    return zone.span.start, zone.span.end


def _first(draft: Draft) -> int:
    return min(start for start, _ in draft.content)


def _paragraph_pieces(layout: Layout, start: int, end: int) -> list[Piece]:
    return [(max(a, start), min(b, end)) for a, b in layout.paragraphs if a < end and b > start]


@add(
    "post",
    example="It rained.\n\n{c:The towers are dark.} {q:—} {s:Ida Brenn (@idabrenn)} May 3, 2031\n\nIt rained on.",
    keeps="It rained.\n\nThe towers are dark — Ida Brenn has no light.",
)
def post(context: Context) -> None:
    """A post is said by who signs it, all of it: ``What is posted - Ida Brenn (@idabrenn)``."""
    text = context.text
    for zone in context.zones:
        signature = POST.fullmatch(text, zone.span.start, zone.span.end) if zone.kind == "embed" else None
        if signature is None:
            continue
        gone = [d for d in context.drafts if zone.span.start <= d.start and d.end <= zone.span.end]
        content = signature.span("post")
        made = Draft([signature.span("source")], [signature.span("cue")], [content], RULE_SCORE, by_model=False)
        context.add(made, instead_of=gone)


@add(
    "colon-lead",
    example="It rained. {s:The mayor}{q::} {c:“Wells first.”}",
    keeps="He named the film: “Dawn”",
)
def colon_lead(context: Context) -> None:
    """A few words, a colon and a quotation: the words name who says it."""
    text, layout = context.text, context.layout
    for quotation in layout.quotations:
        low = max(0, quotation.start - 3)
        before = text[low : quotation.start].rstrip(" \u00a0")
        if not before.endswith(":"):
            continue
        colon = low + len(before) - 1
        start = max(layout.sentence_at(colon)[0], layout.paragraphs[layout.paragraph_at(colon)][0])
        if not 0 < words_in(text, start, colon) <= MAX_LEAD_WORDS:
            continue
        held = covered(context.drafts, quotation.start, quotation.end) > COVERED_SHARE
        if held or words_in(text, quotation.start, quotation.end) < 2:
            continue
        content = layout.run_of(quotation)
        context.add(Draft([(start, colon)], [(colon, colon + 1)], content, RULE_SCORE, by_model=False))


@add(
    "dash-after",
    example="{c:“We will not send them back.”} {q:-} {s:Minister R. Aldo}",
    keeps="“We have no blankets at all” – and she lifted the last one.",
)
def dash_after(context: Context) -> None:
    """A quotation, a dash and a name to the end of the paragraph, on the next line too: the name says it."""
    for quotation in context.layout.quotations:
        found = _dash_after(context, quotation) if _may_be_signed(context, quotation) else None
        if found is not None:
            _sign(context, quotation, *found)


@add(
    "dash-before",
    example="{s:Deputy Saleh Mirzo} {q:-} {c:“I will not sit in a locked chamber”} - left.",
    keeps="QUELL - “The mine is shut” is all that a sign says.",
)
def dash_before(context: Context) -> None:
    """A name, a dash and a quotation: the name says it."""
    for quotation in context.layout.quotations:
        if not _may_be_signed(context, quotation) or _dash_after(context, quotation) is not None:
            continue
        found = _dash_before(context, quotation)
        if found is not None:
            _sign(context, quotation, *found)


def _may_be_signed(context: Context, quotation: Quotation) -> bool:
    return not quotation.single and words_in(context.text, quotation.start, quotation.end) >= 2


def _sign(context: Context, quotation: Quotation, source: Piece, cue: Piece) -> None:
    told = holders(context.drafts, (quotation.start, quotation.end))
    if not any(draft.source and draft.cue and draft.cue != [cue] for draft in told):
        made = Draft([source], [cue], [(quotation.start, quotation.end)], RULE_SCORE, by_model=False)
        context.add(made, instead_of=told)


def _dash_after(context: Context, quotation: Quotation) -> tuple[Piece, Piece] | None:
    """Source and cue behind a quotation."""
    text, layout = context.text, context.layout
    number = layout.paragraph_at(quotation.start)
    end = layout.paragraphs[number][1]
    if end <= quotation.end + 1 and number + 1 < len(layout.paragraphs):  # the dash begins the next line
        end = layout.paragraphs[number + 1][1]
        match = DASH_BELOW.match(text, quotation.end, end)
    else:
        match = DASH.match(text, quotation.end, end)
    if match is None or match.end() < end - 1 or not context.forms.name_start.match(match.group("source")):
        return None
    start, stop = match.span("source")
    while stop > start and text[stop - 1] in " .,;":
        stop -= 1
    return ((start, stop), match.span("cue")) if 1 <= words_in(text, start, stop) <= MAX_SIGNATURE_WORDS else None


def _dash_before(context: Context, quotation: Quotation) -> tuple[Piece, Piece] | None:
    """Source and cue before a quotation."""
    text = context.text
    start = context.layout.sentence_at(quotation.start)[0]
    match = DASHED_LEAD.match(text[start : quotation.start])
    if match is None or DATELINE.match(match.group("source")):
        return None
    if not context.forms.name_start.match(match.group("source")):
        return None
    if not 1 <= words_in(text, start, start + match.end("source")) <= MAX_DASHED_LEAD_WORDS:
        return None
    return (start, start + match.end("source")), (start + match.start("cue"), start + match.end("cue"))


@add(
    "fronted-source",
    example="{q:Per} {s:the last census}, {c:nine in ten islanders own no boat}.",
    keeps="Per capita, they own little.",
)
def fronted_source(context: Context) -> None:
    """A sentence may open with the words that name its source: "Per the latest census, C"."""
    text = context.text
    for start, end in context.layout.sentences:
        match = context.forms.fronted.match(text, start, end)
        content = stripped(text, match.end(), end) if match is not None else None
        if match is None or content is None:
            continue
        if any(a < match.end() and start < b for d in context.drafts for a, b in d.cue):
            continue
        if covered(context.drafts, *content) == 0:
            context.add(Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False))


@add(
    "said-that",
    example="{s:The old miller} {q:said} {c:that the well was dry}. It rained.",
    keeps="The old mill and that of the well were dry.",
)
def said_that(context: Context) -> None:
    """Where a language has no tagger, a subject, a verb of saying and "that" show the plainest of statements."""
    if context.tagged is not None:
        return
    for match in context.forms.said_that.finditer(context.text):
        content = stripped(context.text, match.start("opens"), context.layout.sentence_at(match.start())[1])
        if content is not None:
            context.add(Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False))
