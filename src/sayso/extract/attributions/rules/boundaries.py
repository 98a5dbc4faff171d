"""Rules that put right where the tagger cut wrongly: a word of a name in the cue, an apposition in the content."""

from __future__ import annotations

import bisect
import re
from collections.abc import Set
from typing import Final

from sayso.extract.attributions.drafts import Draft, clause_start, holders, trimmed, whole_quotation
from sayso.extract.attributions.rules.registry import Context, drop, join, mend
from sayso.text.layout import Piece

FINITE: Final = frozenset({"aux", "auxpass", "ROOT", "ccomp"})
VERBS: Final = frozenset({"VERB", "AUX"})
INSIDE: Final = frozenset({"det", "poss", "case", "amod", "compound", "nummod"})  # of a word that a noun follows
SPLIT: Final = re.compile(r"[^.!?;\n“”\"„«»]{2,160}[,–—]\s*|,?\s*[^.!?;\n“”\"„«»,]{2,80}\s+[–—-]\s*")
MAX_SPLIT: Final = 400  # characters between two parts of a quotation; SPLIT is quadratic in white space
MAX_SOURCE_WORDS: Final = 12  # of a source that is taken whole
MAX_APPOSED_WORDS: Final = 6  # of a name or a role that an apposition parts from the rest
SHORT_WORD: Final = 2  # letters; shorter words don't show whether a line is in capitals
DASHES: Final = " -–—:"
QUOTE_MARKS: Final = "“\"„«‘'"
MIN_CODES: Final = 3  # different ones, for a text to be an export
MANY_CODES: Final = 40  # the first ones, among which they must be


@mend(
    "whole-quotation",
    example="“{c:We will stay here} tonight,” {s:she} {q:said}.",
    becomes="{c:“We will stay here tonight,”} {s:she} {q:said}.",
    keeps="{c:We will stay} here tonight, {s:she} {q:said}.",
)
def most_of_a_quotation(draft: Draft, context: Context) -> None:
    """A content that holds most of a quotation holds all of it."""
    whole_quotation(draft, context.layout)


@drop(
    "name-not-verb",
    example="{s:Governor} {q:Said} {c:Hamdan sat beside him}.",
    keeps="{s:The governor} {q:said} {c:Hamdan was late}.",
)
def name_not_verb(draft: Draft, context: Context) -> bool:
    """A word that may be a verb is a name where it has a capital inside a sentence: "Governor Said Hamdan"."""
    text = context.text
    start, end = draft.cue[0] if len(draft.cue) == 1 else (0, 0)
    before = text[:start].split(" ")[-2:-1]
    low, high = context.layout.sentence_at(start)
    plain = [word for word in text[low:high].split() if len(word) > SHORT_WORD and word.islower()]  # no capitals
    name = text[start:end] in context.forms.names and start > low and text[start - 1 : start] == " "
    return bool(name and len(plain) > 1 and before and before[0][-1:].isalpha())


@mend(
    "verb-behind-clause",
    example="{c:The clerk and a man, both new to the bank,} {q:said} {s:Quell had emptied the safe} in May.",
    becomes="{s:The clerk and a man, both new to the bank}, {q:said} {c:Quell had emptied the safe in May}.",
    keeps="{c:The safe was empty}, {q:said} {s:the clerk who had opened it}.",
    tags=True,
)
def verb_behind_clause(draft: Draft, context: Context) -> None:
    """A clause behind the verb is said, not saying: "Two clerks said [the safe had been empty]"."""
    if len(draft.source) != 1 or len(draft.content) != 1 or len(draft.cue) != 1:
        return
    text, tagged, starts = context.text, context.tags, context.starts
    (start, end), (low, high), (first, last) = draft.source[0], draft.content[0], draft.cue[0]
    if not high <= first < last <= start or text[last:start] != " " or text[low] in QUOTE_MARKS:
        return
    tokens = context.tokens(start, end)
    verbs = [k for k in tokens if tagged.pos[k] in VERBS and tagged.dep[k] in FINITE]
    if not verbs or any(text[starts[k]] == "," or tagged.pos[k] in ("PRON", "SCONJ") for k in tokens if k < verbs[0]):
        return
    sentence = context.layout.sentence_at(start)
    content = trimmed(text, start, sentence[1])
    opens = clause_start(context.layout, low, context.forms.clause_end) if low - sentence[0] < 3 else low
    source = trimmed(text, opens, first)
    if content is not None and source is not None:
        draft.source, draft.content = [source], [content]


@mend(
    "speaker-behind-content",
    example="{c:The road is shut, Ida Brenn, a forecaster with the army}, {q:said}, Kestria Radio reported.",
    becomes="{c:The road is shut}, {s:Ida Brenn, a forecaster with the army}, {q:said}, Kestria Radio reported.",
    keeps="{c:They lost Kestria Mills, Port Aldo, the old road}, {q:said} the mayor.",
)
def speaker_behind_content(draft: Draft, context: Context) -> None:
    """A name with its role that ends a content without a source is who said it."""
    if draft.source or not draft.cue or not draft.content:
        return
    text = context.text
    start, end = draft.content[-1]
    if text[end : draft.cue[0][0]].strip(" ") != ",":
        return
    found = context.forms.name_and_role.search(text, start, end)
    words = set(found.group("role").lower().split()) if found is not None else set()
    told = words & _someone(context) or words & context.forms.indefinite
    if found is not None and told and len(words) <= MAX_SOURCE_WORDS:
        draft.source = [found.span("who")]
        draft.content[-1] = (start, found.start())


@mend(
    "told-whom-no-source",
    example="{c:The snow will stay}, {s:Ida Brenn} {q:told} {s:Shata}.",
    becomes="{c:The snow will stay}, {s:Ida Brenn} {q:told} Shata.",
    keeps="{c:The snow will stay}, {s:Ida Brenn} {q:told} Shata.",
)
def told_whom_no_source(draft: Draft, context: Context) -> None:
    """A second piece of a source behind the cue is whom it was told: "Ida Brenn told [Shata]"."""
    if draft.content and draft.cue and len(draft.source) > 1:
        if draft.source[0][1] <= draft.cue[0][0] <= draft.source[1][0]:
            draft.source = draft.source[:1]


@mend(
    "met-is-no-source",
    example="{s:Ida Brenn}, in a meeting with {s:the envoy}, {q:said} {c:the road is shut}.",
    becomes="{s:Ida Brenn}, in a meeting with the envoy, {q:said} {c:the road is shut}.",
    keeps="{s:Ida Brenn} and {s:the envoy} {q:said} {c:the road is shut}.",
)
def met_is_no_source(draft: Draft, context: Context) -> None:
    """Whom the source only met does not speak: "Ida Brenn, in a meeting with [the envoy], said"."""
    if draft.content and draft.cue and len(draft.source) > 1:
        if context.text[: draft.source[1][0]].rstrip().endswith(context.forms.beside):
            draft.source = draft.source[:1]


@mend(
    "name-and-role",
    example="{c:The snow will stay, Latif Ruse}, {s:a forecaster with the weather office}, {q:said}.",
    becomes="{c:The snow will stay}, {s:Latif Ruse, a forecaster with the weather office}, {q:said}.",
    keeps="{c:The snow will stay in Quell, Ostran}, {s:Latif Ruse} {q:said}.",
)
def name_and_role(draft: Draft, context: Context) -> None:
    """A name and its role, parted by a comma, are one source."""
    if not draft.source or not draft.cue or not draft.content:
        return
    text, language, articles = context.text, context.language, context.forms.articles
    (first, last), (start, end) = draft.content[-1], draft.source[0]
    at = text.rfind(", ", first, last) + 2
    if at < 2 or text[last:start].strip(" ") != "," or draft.cue[0][0] < end:
        return
    part = text[at:last].split()
    role = text[start:end].split()
    if len(part) > MAX_APPOSED_WORDS or text[last - 1] in "”\"’'":
        return
    names = (
        all(word[0].isupper() or word in language.particles for word in part) and text[at:last] != text[at:last].upper()
    )
    who = _someone(context)
    plain = {word.lower().strip(",") for word in role[:MAX_APPOSED_WORDS]}
    before = {word.lower() for word in part}
    leads = part[0].lower() in articles | language.possessors
    told = plain & who or (len(part) > 1 and role[0].lower() in context.forms.indefinite)
    if (names and role[0].lower() in articles | language.possessors and told) or (
        leads and before & who and role[0][0].isupper() and len(role) <= MAX_APPOSED_WORDS
    ):
        draft.content[-1] = (first, len(text[:at].rstrip(" ,")))
        draft.source[0] = (at, end)


def _someone(context: Context) -> Set[str]:
    return context.language.roles | context.language.titles.keys()


@mend(
    "begins-with-its-sentence",
    example="It rained. Snow in the south {c:of the country will stay}, {s:Radio Velmar} {q:reported}.",
    becomes="It rained. {c:Snow in the south of the country will stay}, {s:Radio Velmar} {q:reported}.",
    keeps="It rained. Snow {c:covers the south}, {s:Radio Velmar} {q:reported}.",
)
def begins_with_its_sentence(draft: Draft, context: Context) -> None:
    """A content that would begin with "of" or "is", behind "in", or inside a noun phrase, begins with its sentence.

    Only before its cue, and not where another part of the draft stands between.
    """
    text = context.text
    start, end = draft.content[0]
    low = clause_start(context.layout, start, context.forms.clause_end)
    first = text[start:end].split(maxsplit=1)[0].lower()
    before = text[low:start].split()[-1:] if text[start - 1 : start] == " " else []
    cut = first in context.forms.no_opening or (before and before[0].lower() in context.forms.no_ending)
    if before and not cut and context.tagged is not None:
        cut = context.tags.dep[context.tokens(start - len(before[0]) - 1, start)[-1]] in INSIDE
    single = len(draft.content) == 1 and len(draft.source) == 1
    late = single and draft.cue and draft.cue[0][0] >= end and text[end : draft.source[0][0]].strip() == ","
    if not cut or not late or any(low <= a < start for a, _ in (*draft.source, *draft.cue)):
        return
    piece = trimmed(text, low, end)
    if piece is not None and not any(mark in text[low:start] for mark in '“”"„:'):
        draft.content[0] = (piece[0], end)


@mend(
    "parted-subject",
    example="{c:Exports of salt}, {q:according to} {s:the customs office}, fell by a third last year.",
    becomes="{c:Exports of salt}, {q:according to} {s:the customs office}, {c:fell by a third last year}.",
    keeps="{c:Exports fell}, {q:according to} {s:the customs office}, last year.",
    tags=True,
)
def parted_subject(draft: Draft, context: Context) -> None:
    """A subject alone says nothing, so its verb behind the aside belongs to it: "Exports, say customs, [fell]"."""
    if len(draft.content) != 1 or not draft.cue or not draft.source:
        return
    text, tagged = context.text, context.tags
    start, end = draft.content[0]
    aside = max(b for _, b in (*draft.source, *draft.cue))
    if min(a for a, _ in (*draft.source, *draft.cue)) < end or text[end:aside].lstrip()[:1] != ",":
        return
    high = context.layout.sentence_at(start)[1]
    rest = trimmed(text, aside, high) if text[aside : aside + 1] == "," and aside < high else None
    subject = not any(tagged.pos[k] in VERBS for k in context.tokens(start, end))
    if rest is None or not subject or text[start] in QUOTE_MARKS:
        return
    first = context.tokens(0, rest[0]).stop
    if first < len(context.starts) and tagged.pos[first] in ("VERB", "AUX", "PART", "ADV"):
        draft.content.append(rest)


@mend(
    "told-whom-no-content",
    example="{s:Farmers} {q:told} {c:the two monitors they had heard lorries}.",
    becomes="{s:Farmers} {q:told} the two monitors {c:they had heard lorries}.",
    keeps="{s:Farmers} {q:said} {c:the two monitors they had met were late}.",
    tags=True,
)
def told_whom_no_content(draft: Draft, context: Context) -> None:
    """Whom it was told is no part of what was told: "Residents told [monitors] they had heard tanks"."""
    text = context.text
    if not draft.cue or not draft.content or text[draft.cue[-1][1] : draft.content[0][0]] != " ":
        return
    if text[draft.cue[-1][0] : draft.cue[-1][1]].split()[-1].lower() not in context.forms.telling_whom:
        return
    start, end = draft.content[0]
    whom = context.forms.whom.match(text, start, end)
    if whom is not None and not any(context.tags.pos[k] in VERBS for k in context.tokens(start, whom.end())):
        draft.content[0] = (whom.end(), end)


@mend(
    "participle",
    example="{s1:Terzo} {q1:said} {c1:the fund was empty}, {q2:adding} {c2:that the union knew}.",
    becomes="{s1:{s2:Terzo}} {q1:said} {c1:the fund was empty}, {q2:adding} {c2:that the union knew}.",
    keeps="{s1:Terzo} {q1:said} {c1:the fund was empty}. {q2:Adding} {c2:that the union knew} helps nobody.",
)
def participle(draft: Draft, context: Context) -> None:
    """Who says the verb beside a participle adds or notes it too: "X said it was late, [adding] that it rained"."""
    text, drafts = context.text, context.drafts
    if draft.source or not draft.cue or not context.forms.participle.fullmatch(text, *draft.cue[0]):
        return
    start = draft.cue[0][0]
    low, high = context.layout.sentence_at(start)
    near = [d for d in drafts if d is not draft and d.source and d.cue and low <= d.cue[0][0] < high]
    if start == low:  # who it is follows
        after = [d for d in near if d.cue[0][0] > draft.end and not _holds(d, start)]
        owner = min(after, key=lambda d: d.cue[0][0], default=None)
    else:
        before = [d for d in near if d.cue[0][0] < start and not _holds(d, start)]
        inside = [d for d in near if d.cue[0][0] < start and _holds(d, start) and d.source[0][0] > start]
        owner = max(before or inside, key=lambda d: d.cue[0][0], default=None)
        if owner is not None and text[:start].rstrip()[-1:] not in ',;–—-”"':
            owner = None
    if owner is not None:
        draft.source = list(owner.source)


def _holds(draft: Draft, at: int) -> bool:
    return any(a <= at < b for a, b in draft.content)


@drop(
    "asking-not-to-be-named",
    example="{s:A senior clerk}, {q:asking} that {c:her name not be used}, said the money was gone.",
    keeps="{s:A senior clerk} {q:asked} {c:that the gate be shut}.",
)
def asking_not_to_be_named(draft: Draft, context: Context) -> bool:
    """Asking not to be named tells of the source, and is no statement."""
    return any(_cue_in(draft, match) for match in context.found(context.forms.unnamed))


def _cue_in(draft: Draft, match: re.Match[str]) -> bool:
    return any(match.start() <= a < match.end() for a, _ in draft.cue)


@mend(
    "no-dateline",
    example="{s:HALDMARK, May 3 (OPS) -- The envoy Halim Terzo} {q:said} {c:the camp would be closed}.",
    becomes="HALDMARK, May 3 (OPS) -- {s:The envoy Halim Terzo} {q:said} {c:the camp would be closed}.",
    keeps="HALDMARK, May 3 (OPS) -- {s:The envoy Halim Terzo} {q:said} {c:the camp would be closed}.",
)
def no_dateline(draft: Draft, context: Context) -> None:
    """A dateline is no part of a source or a content: ``TEHRAN - Military sources reported``."""
    text, report = context.text, context.report
    ends = [zone.span.end for zone in context.zones if zone.kind == "dateline"]
    ends += [report.dateline.end] if report.dateline is not None else []
    for end in ends:
        while end < len(text) and text[end] in DASHES:
            end += 1
        for pieces in (draft.source, draft.content):
            for number, (a, b) in enumerate(pieces):
                if a < end < b:
                    pieces[number] = (end, b)


@join(
    "quotation-in-pieces",
    example="{c1:“What they call a fence”}, {s1:Ida Brenn} {q1:said}, {c1:“is a wall”}, and {s2:she} {q2:repeated} "
    "{c2:the word, “a wall.”}",
    becomes="{c1:“What they call a fence”}, {s1:Ida Brenn} {q1:said}, {c1:“is a wall”}, and she {q1:repeated} "
    "the word, {c1:“a wall.”}",
    keeps="{c1:“What they call a fence,”} {s1:Ida Brenn} {q1:said}. {c2:“Is it a wall?”} {s2:he} {q2:asked}.",
)
def quotation_in_pieces(context: Context) -> None:
    """A quotation that begins small, a comma and a few words after another, goes on from it.

    Where those words say once more that "he" goes on, they are a second cue.
    """
    text, drafts, layout, pronouns = context.text, context.drafts, context.layout, context.language.pronouns
    for before, quotation in zip(layout.quotations, layout.quotations[1:], strict=False):
        inner = text[quotation.inner_start : quotation.inner_end].lstrip()
        gap = text[before.end : quotation.start]
        if (
            not inner[:1].islower()
            or len(gap) > MAX_SPLIT
            or not SPLIT.fullmatch(gap)
            or quotation.single != before.single
        ):
            continue
        if not (text[before.end - 2 : before.end - 1] == "," or gap.lstrip()[:1] in (",", "–", "—")):
            continue
        owner = next(iter(holders(drafts, (before.start, before.end))), None)
        others = holders(drafts, (quotation.start, quotation.end))
        if owner is None or owner in others[:1] or not owner.source or not owner.cue:
            continue
        others = [other for other in others if other is not owner]
        if not others:
            if any(before.end <= a and b <= quotation.start for a, b in owner.cue):
                owner.content = sorted([*owner.content, (quotation.start, quotation.end)])
            continue
        named = {context.words(other.source) for other in others} - {""}
        if named - (pronouns.all - pronouns.first_singular):
            continue
        pieces: list[Piece] = [piece for other in others for piece in other.content if piece[0] >= quotation.start]
        owner.content = sorted({*owner.content, (quotation.start, quotation.end), *pieces})
        second = next((other for other in others if other.source), others[0])
        owner.cue = sorted([*owner.cue, *second.cue])
        drafts[:] = [draft for draft in drafts if not any(draft is other for other in others)]


@mend(
    "no-field-code",
    example="HD Rain\nPD 3 March 2031\n{s:LP The mayor} {q:said} {c:it rained}.",
    becomes="HD Rain\nPD 3 March 2031\nLP {s:The mayor} {q:said} {c:it rained}.",
    keeps="{s:PD Brandt} {q:said} {c:it rained}.",
)
def no_field_code(draft: Draft, context: Context) -> None:
    """A code that a database writes before the report is no part of who speaks: "LP The mayor said"."""
    codes = context.found(context.language.zones.code)
    if len({code["code"] for code in codes[:MANY_CODES]}) < MIN_CODES:
        return
    for part in (draft.source, draft.content):
        for number, (start, end) in enumerate(part):
            at = bisect.bisect_right(codes, start, key=lambda code: code.start()) - 1
            if at >= 0 and start < codes[at].end() < end:
                part[number] = (codes[at].end(), end)


@mend(
    "surname-in-cue",
    example="{s:Mary} {q:Otieno told} {c:the panel it rained}.",
    becomes="{s:Mary Otieno} {q:told} {c:the panel it rained}.",
    keeps="{s:The mayor} {q:Otieno told} {c:the panel it rained}.",
)
def surname_in_cue(draft: Draft, context: Context) -> None:
    """A capital word between source and cue belongs to the name, not to the cue: "Mary [Otieno told]"."""
    if not draft.source or not draft.cue:
        return
    text = context.text
    start, end = draft.cue[0]
    first, _, rest = text[start:end].partition(" ")
    at = draft.source[-1][1]
    beside = rest and text[at:start] == " " and first[0].isupper() and first[1:].islower()
    if beside and first.isalpha() and text[draft.source[0][0] : at].split()[-1][0].isupper():
        draft.source[-1] = (draft.source[-1][0], start + len(first))
        draft.cue[0] = (start + len(first) + 1, end)
