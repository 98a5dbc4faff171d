"""Who is quoted, and by whom: "X was quoted by Y as saying", "Y quoted X as saying", "Y had him say", "citing X".

Whoever is quoted is the source; whoever quotes him carries the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, trimmed, word_count
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add, mend
from sayso.text.layout import Piece

MAX_SOURCE_WORDS: Final = 14
MAX_CARRIER_WORDS: Final = 9
MIN_CLAUSE_WORDS: Final = 3
HEAD_WORDS: Final = 6  # of a noun phrase, in which a word shows that it is somebody


@add(
    "was-quoted",
    example="{s:Envoy Terzo} {q:was quoted} by the Ostrany agency {q:as saying} {c:that the camp would close}.",
    keeps="The firm was quoted at nine on Friday.",
)
def was_quoted(context: Context) -> None:
    """Who was quoted (by Y) as saying is the source, and Y carries his words."""
    text = context.text
    for match in context.forms.quoted_as_saying.finditer(text):
        low, high = context.layout.sentence_at(match.start())
        cut = low + _subject_start(text[low : match.start()].rstrip())
        source = trimmed(text, cut, match.start())
        said = _said(context, (match.end(), high), (low, cut))
        if source is None or said is None or word_count(text, source) > MAX_SOURCE_WORDS:
            continue
        by = trimmed(text, *match.span("by")) if match.group("by") else None
        carrier = [by] if by is not None and not _is_time(text[slice(*by)], context) else []
        cue = [match.span("was"), match.span("saying")]
        _replace(context, match, Draft([source], cue, [said], RULE_SCORE, by_model=False, carrier=carrier))


@add(
    "quoted-him",
    example="{c:The bridge is shut}, Vatan {q:quoted} {s:the deputy head of the port} on Saturday.",
    keeps="In her speech the minister quoted a poem on the sea.",
)
def quoted_him(context: Context) -> None:
    """Who quotes X as saying C carries what X says.

    Without "as saying" there must be a statement before, for somebody may quote a poem as well.
    """
    _quoting(context, context.forms.quoting, late=False)


@add(
    "had-him-say",
    example="{c:“The knife will rust,”} the paper Vatan {q:had} {s:Bishop Dorn} {q:say}; he does not recall it.",
    keeps="The paper had much to say on the knife.",
)
def had_him_say(context: Context) -> None:
    """Who has X say C carries what X says."""
    _quoting(context, context.forms.had_say, late=True)


def _quoting(context: Context, form: re.Pattern[str], *, late: bool) -> None:
    """late   what is said may stand before the subject alone"""
    text = context.text
    for match in form.finditer(text):
        low, high = context.layout.sentence_at(match.start())
        cut = low + _subject_start(text[low : match.start()].rstrip())
        carrier = trimmed(text, cut, match.start())
        source = trimmed(text, *match.span("whom"))
        saying = match.group("saying")
        after = (match.end(), match.end() if late and word_count(text, (low, cut)) else high)
        said = _said(context, after, (low, cut))
        if source is None or said is None or word_count(text, source) > MAX_SOURCE_WORDS:
            continue
        before = said[1] <= match.start()
        if (not saying and not before) or not _someone(text[slice(*source)], context):
            continue
        if carrier is None or word_count(text, carrier) > MAX_CARRIER_WORDS:
            carrier = None
        cue = [match.span("cue"), *([match.span("saying")] if saying else [])]
        made = Draft([source], cue, [said], RULE_SCORE, by_model=False, carrier=[carrier] if carrier else [])
        _replace(context, match, made)


@add(
    "citing",
    example="{c1:{c2:The mine was shut}}, {s1:Radio Velmar} {q1:reported}, {q2:citing} {s2:the chamber of guilds}.",
    keeps="{c1:The mine was shut in May}, {s1:Radio Velmar} {q1:reported}, citing a lack of proof.",
)
def citing(context: Context) -> None:
    """Whom a report cites says it too: "C, Y reported, citing X"."""
    text, drafts = context.text, context.drafts
    for match in context.forms.citing.finditer(text):
        low, high = context.layout.sentence_at(match.start())
        source = trimmed(text, match.start("whom"), match.end("whom"))
        named = source is not None and word_count(text, source) <= MAX_SOURCE_WORDS
        if source is None or not named or not _someone(text[slice(*source)], context):
            continue
        outer = [d for d in drafts if d.cue and low <= d.cue[0][0] < high and d.source and not _cut(d.cue, match)]
        outer = [d for d in outer if not any(a <= match.start() < b for a, b in d.content)]
        if not outer:
            continue
        told = max(outer, key=lambda d: d.size)
        cited = Draft(
            [source], [match.span("cue")], list(told.content), RULE_SCORE, by_model=False, carrier=list(told.source)
        )
        context.add(cited, instead_of=[d for d in drafts if _cut(d.cue, match)])


@mend(
    "carried-by",
    example="Quoted by Vatan, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
    becomes="Quoted by {v:Vatan}, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
    keeps="Met by Vatan, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
)
def carried_by(draft: Draft, context: Context) -> None:
    """Words that were quoted, printed or aired by Y are carried by Y."""
    _carrier(draft, context, context.forms.carried, sure=True)


@mend(
    "interviewed-by",
    example="In an interview with the daily Vatan, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
    becomes="In an interview with {v:the daily Vatan}, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
    keeps="In an interview with Ida Brenn, {s:Envoy Terzo} {q:said} {c:the camp would close}.",
)
def interviewed_by(draft: Draft, context: Context) -> None:
    """Words from an interview with Y are carried by Y, if a word shows that Y is an outlet and no person."""
    _carrier(draft, context, context.forms.interviewed, sure=False)


def _carrier(draft: Draft, context: Context, form: re.Pattern[str], *, sure: bool) -> None:
    """sure   whoever the form names is an outlet"""
    if draft.carrier or not draft.source:
        return
    language = context.language
    anchor = draft.cue[0][0] if draft.cue else draft.source[0][0]
    low, high = context.layout.sentence_at(anchor)
    low, high = min(low, draft.source[0][0]), max(high, draft.source[-1][1])
    for match in form.finditer(context.text, low, high):
        start, end = match.span("who")
        told = any(a <= start and end <= b for a, b in draft.content) and not _beside_cue(draft, match)
        names = {word.lower().strip(".,’'") for word in match["who"].split()}
        if _is_time(match["who"], context) or names <= context.forms.no_name:
            continue
        outlet = names & (language.outlets | context.forms.outlet_words) or match["who"].isupper()
        if not told and (sure or outlet):
            draft.carrier = [(start, end)]
            return


def _subject_start(before: str) -> int:
    """Where the subject that ends a sentence's beginning starts: behind the last mark, an apposition taken along."""
    cut = _boundary(before, len(before))
    if before.endswith(",") and cut > 0:  # "Rolim, a banker, was"
        cut = _boundary(before, cut - 1)
    return cut


def _boundary(before: str, end: int) -> int:
    """Where the last part of a sentence's beginning starts: behind the last comma, semicolon or closing mark."""
    found = max(before.rfind(mark, 0, end) for mark in (", ", "; ", "” ", '" ', ",” ", '," '))
    return found + 1 if found >= 0 else 0


def _said(context: Context, after: Piece, before: Piece) -> Piece | None:
    """What is said: what stands after "as saying", or before the subject where that only tells when and where."""
    text, language, forms = context.text, context.language, context.forms
    stop = text.find(";", *after)
    if whom := forms.whom.match(text, min(after[0] + 1, after[1]), after[1]):  # "as telling farmers that"
        after = (whom.end(), after[1]) if text[: after[0]].endswith(forms.telling_as) else after
    said = trimmed(text, after[0], stop if stop >= 0 else after[1])
    words = text[slice(*said)].lower().split() if said is not None else []
    aside = bool(words) and words[0].strip(",") in language.locative | language.calendar | forms.asides
    # "as telling the Post"
    short = len(words) < MIN_CLAUSE_WORDS or (len(words) == MIN_CLAUSE_WORDS and words[0] in forms.definite)
    ends = text[slice(*before)].rstrip().endswith((",", '"', "”", "’"))
    if short or (aside and ends and word_count(text, before) >= MIN_CLAUSE_WORDS):
        said = trimmed(text, *before)
    if said is not None and text[said[1] : said[1] + 1] in (".", "!", "?") and text[said[0]] in '“"':
        said = (said[0], said[1] + 1)
    return said


def _replace(context: Context, match: re.Match[str], draft: Draft) -> None:
    """Put a draft in the place of those with a cue in the match; not where it lies inside another's words."""
    gone = [d for d in context.drafts if any(a < match.end() and match.start() < b for a, b in d.cue)]
    if not gone and any(a <= match.start() < b for d in context.drafts for a, b in d.content):
        return
    context.add(draft, instead_of=gone)


def _beside_cue(draft: Draft, match: re.Match[str]) -> bool:
    return any(match.start() <= b and a <= match.end() for a, b in draft.cue)


def _cut(pieces: Sequence[Piece], match: re.Match[str]) -> bool:
    start, end = match.span("cue")
    return any(a < end and start < b for a, b in pieces)


def _is_time(phrase: str, context: Context) -> bool:
    times = context.language.calendar | context.forms.asides | context.forms.before_day
    return {word.lower().strip(".,’'") for word in phrase.split()} <= times


def _someone(phrase: str, context: Context) -> bool:
    """Whether a noun phrase names who may say something: not "citing a lack of proof", "citing Terzo's record"."""
    language, forms = context.language, context.forms
    words = phrase.split()
    if words[0].lower() in language.pronouns.all and len(words) == 1:
        return True
    if any(word.endswith(forms.possessive_endings) for word in words):
        words = words[-1:]  # "Velmar's ministry" says something, "Terzo's record" does not
        return words[0].lower() in language.roles | language.groups | language.bodies | language.public
    plain = {word.lower().strip('.,“”"') for word in words[:HEAD_WORDS]}
    plain |= {word.removesuffix(forms.plural) for word in plain if forms.plural}
    listed = language.roles | language.groups | language.crowds | language.bodies | language.public | forms.speakers
    names = all(word[:1].isupper() or word.lower() in language.particles | forms.in_names for word in words)
    return names or bool(plain & listed)
