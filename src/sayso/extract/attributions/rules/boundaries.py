"""Rules that put right what the tagger cut wrongly: a word of a name in the cue, an apposition in the content, who asks
for his name to be left out, a quotation that a few words part. Each changes the drafts, or some of them, in place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence, Set
from typing import Final

from sayso.extract.attributions.drafts import Draft, Layout, clause_start, holders, trimmed
from sayso.lang import Language
from sayso.nlp.tagger import Tagged

FINITE: Final = frozenset({"aux", "auxpass", "ROOT", "ccomp"})
SPLIT: Final = re.compile(r"[^.!?;\n“”\"„«»]{2,160}[,–—]\s*|,?\s*[^.!?;\n“”\"„«»,]{2,80}\s+[–—-]\s*")
NAMED_SOURCE: Final = 12  # words of a source that is taken whole
APPOSED: Final = 6  # words of a name or a role that an apposition parts from the rest
LONG: Final = 2  # letters
NAME_AND_ROLE: Final = re.compile(
    r", (?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}, (?P<role>(?:a|an|the|his|her|their|its) [^,.;:]{3,90}))\Z"
)
ARTICLES: Final = frozenset({"a", "an", "the"})


def mend_surnames(drafts: Sequence[Draft], text: str) -> None:
    """A capital word between source and cue belongs to the name, not to the cue: "Otieno [Were told]"."""
    for draft in drafts:
        if not draft.source or not draft.cue:
            continue
        start, end = draft.cue[0]
        first, _, rest = text[start:end].partition(" ")
        at = draft.source[-1][1]
        beside = rest and text[at:start] == " " and first[0].isupper() and first[1:].islower()
        if beside and first.isalpha() and text[draft.source[0][0] : at].split()[-1][0].isupper():
            draft.source[-1] = (draft.source[-1][0], start + len(first))
            draft.cue[0] = (start + len(first) + 1, end)


def without_names(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "Governor Said Hamdan", "Yusuf bin Said": a word that may be a verb is a name where it alone is capital."""
    text, kept = layout.text, []
    for draft in drafts:
        start, end = draft.cue[0] if len(draft.cue) == 1 else (0, 0)
        before = text[:start].split(" ")[-2:-1]
        low, high = layout.sentence_at(start)
        plain = [word for word in text[low:high].split() if len(word) > LONG and word.islower()]  # no line of capitals
        name = text[start:end] in language.forms.names and start > low and text[start - 1 : start] == " "
        if not (name and len(plain) > 1 and before and before[0][-1:].isalpha()):
            kept.append(draft)
    drafts[:] = kept


def mend_according(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "According to [a statement by X]": only the two words are the cue.

    And who says a sentence that ends "according to X, Y said" says all of it; X is no part of Y.
    """
    text = layout.text
    for draft in drafts:
        if len(draft.cue) == 1 and draft.source:
            start, end = draft.cue[0]
            found = language.forms.according_to.match(text, start, end)
            if found is not None and found.end() < end and text[end : draft.source[0][0]].strip(" ,") == "":
                draft.cue = [found.span("cue")]
                draft.source[0] = trimmed(text, found.end(), draft.source[0][1]) or draft.source[0]
    for match in language.forms.according_to.finditer(text):
        inner = next((d for d in drafts if len(d.cue) == 1 and d.cue[0] == match.span("cue") and d.source), None)
        named = [d for d in drafts if d.source or d.cue != [match.span("cue")]]
        if inner is None and not any(a < match.end() and match.start() < b for d in named for a, b in d.cue):
            inner = _according_inside(named, match.span("cue"), text)
            drafts[:] = named if inner is not None else drafts
        for draft in drafts:
            if draft is inner or not draft.source or not draft.content:
                continue
            if len(draft.source) > 1 and draft.source[0][0] - match.end() in (0, 1):
                draft.source = draft.source[1:]  # who spoke stands behind
            if inner is None or draft.source[0][0] < match.end() or layout.sentence_at(draft.start)[1] < match.end():
                continue
            start, end = inner.source[0]
            at = draft.source[0][0]
            if start < at < end and text[:at].rstrip().endswith(","):
                inner.source[0] = (start, end) = (start, len(text[:at].rstrip(" ,")))
            beside = end <= at and text[end:at].strip(" ,") == ""
            if beside and draft.content[-1][1] in range(match.start() - 3, match.end() + 1):
                draft.content[-1] = (draft.content[-1][0], end)


def _according_inside(drafts: list[Draft], cue: tuple[int, int], text: str) -> Draft | None:
    """ "[C, according to X], Y said": X says C, in what Y says; added where a content ends that way."""
    for draft in drafts:
        for start, end in draft.content:
            said = trimmed(text, start, cue[0]) if start < cue[0] and cue[1] < end else None
            who = trimmed(text, cue[1], end)
            if said is None or who is None or len(text[slice(*who)].split()) > NAMED_SOURCE:
                continue
            if any(mark in text[slice(*said)] for mark in (". ", "“", "”", '"')):
                continue  # where X's words begin is not known
            drafts.append(Draft([who], [cue], [said], draft.score, by_model=False))
            return drafts[-1]
    return None


def _name_and_role(draft: Draft, text: str, roles: Set[str]) -> None:
    """ "C, [Latif Rasuli, a forecaster with the weather office,] said": who spoke is no part of what he said."""
    start, end = draft.content[-1]
    if text[end : draft.cue[0][0]].strip(" ") != ",":
        return
    found = NAME_AND_ROLE.search(text, start, end)
    words = set(found.group("role").lower().split()) if found is not None else set()
    if found is not None and (words & roles or words & {"a", "an"}) and len(words) <= NAMED_SOURCE:
        draft.source = [found.span("who")]
        draft.content[-1] = (start, found.start())


def mend_appositions(drafts: Sequence[Draft], layout: Layout, language: Language) -> None:
    """ "C, [Latif Rasuli], a forecaster, said", "C, [its manager], Ida Brenn, told": name and role are one source."""
    text = layout.text
    who = language.roles | language.titles.keys()
    for draft in drafts:
        if draft.cue and draft.content and not draft.source:
            _name_and_role(draft, text, who)
        if not draft.source or not draft.cue or not draft.content:
            continue
        if len(draft.source) > 1 and draft.source[0][1] <= draft.cue[0][0] <= draft.source[1][0]:
            draft.source = draft.source[:1]  # "Ida Brenn told [Shata]"
        if len(draft.source) > 1 and text[: draft.source[1][0]].rstrip().endswith(language.forms.beside):
            draft.source = draft.source[:1]  # "Ida Brenn, in a meeting with [the envoy], said"
        (first, last), (start, end) = draft.content[-1], draft.source[0]
        at = text.rfind(", ", first, last) + 2
        if at < 2 or text[last:start].strip(" ") != "," or draft.cue[0][0] < end:
            continue
        part = text[at:last].split()
        role = text[start:end].split()
        if len(part) > APPOSED or text[last - 1] in "”\"’'":
            continue
        names = (
            all(word[0].isupper() or word in language.particles for word in part)
            and text[at:last] != text[at:last].upper()
        )
        plain = {word.lower().strip(",") for word in role[:6]}
        before = {word.lower() for word in part}
        leads = part[0].lower() in ARTICLES | language.possessors
        told = plain & who or (len(part) > 1 and role[0].lower() in ("a", "an"))
        if (names and role[0].lower() in ARTICLES | language.possessors and told) or (
            leads and before & who and role[0][0].isupper() and len(role) <= APPOSED
        ):
            draft.content[-1] = (first, len(text[:at].rstrip(" ,")))
            draft.source[0] = (at, end)


def mend_participles(drafts: Sequence[Draft], layout: Layout, language: Language) -> None:
    """ "X said it was late, [adding] that it rained" and "[Noting] that it rained, X left": X adds it and notes it."""
    text = layout.text
    for draft in drafts:
        if draft.source or not draft.cue or not language.forms.participle.fullmatch(text, *draft.cue[0]):
            continue
        start = draft.cue[0][0]
        low, high = layout.sentence_at(start)
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


def mend_told(drafts: Sequence[Draft], tagged: Tagged, text: str, language: Language) -> None:
    """ "Residents told [monitors] they had heard tanks": whom it was told is no part of what was told."""
    starts = tagged.tokens.starts.tolist()
    for draft in drafts:
        if not draft.cue or not draft.content or text[draft.cue[-1][1] : draft.content[0][0]] != " ":
            continue
        if text[draft.cue[-1][0] : draft.cue[-1][1]].split()[-1].lower() not in language.forms.telling_whom:
            continue
        start, end = draft.content[0]
        whom = language.forms.whom.match(text, start, end)
        if whom is None:
            continue
        tokens = range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, whom.end()))
        if not any(tagged.pos[k] in ("VERB", "AUX") for k in tokens):
            draft.content[0] = (whom.end(), end)


def mend_openings(drafts: Sequence[Draft], layout: Layout, language: Language) -> None:
    """A content before its cue that would begin with "of" or "is", or behind "in", begins where its sentence does.

    Not where another part of the draft stands between.
    """
    text = layout.text
    for draft in drafts:
        start, end = draft.content[0]
        low = clause_start(layout, start)
        first = text[start:end].split(maxsplit=1)[0].lower()
        before = text[low:start].split()[-1:] if text[start - 1 : start] == " " else []
        cut = first in language.forms.no_opening or (before and before[0].lower() in language.forms.no_ending)
        single = len(draft.content) == 1 and len(draft.source) == 1
        late = single and draft.cue and draft.cue[0][0] >= end and text[end : draft.source[0][0]].strip() == ","
        if not cut or not late or any(low <= a < start for a, _ in (*draft.source, *draft.cue)):
            continue
        piece = trimmed(text, low, end)
        if piece is not None and not any(mark in text[low:start] for mark in '“”"„:'):
            draft.content[0] = (piece[0], end)


def mend_parted(drafts: Sequence[Draft], tagged: Tagged, layout: Layout) -> None:
    """ "Exports, according to customs, [fell by a third]": a subject alone says nothing, so its verb belongs to it."""
    text = layout.text
    starts = tagged.tokens.starts.tolist()
    for draft in drafts:
        if len(draft.content) != 1 or not draft.cue or not draft.source:
            continue
        start, end = draft.content[0]
        aside = max(b for _, b in (*draft.source, *draft.cue))
        if min(a for a, _ in (*draft.source, *draft.cue)) < end or text[end:aside].lstrip()[:1] != ",":
            continue
        tokens = range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end))
        high = layout.sentence_at(start)[1]
        rest = trimmed(text, aside, high) if text[aside : aside + 1] == "," and aside < high else None
        if rest is None or any(tagged.pos[k] in ("VERB", "AUX") for k in tokens) or text[start] in "“\"„«‘'":
            continue
        first = bisect.bisect_left(starts, rest[0])
        if first < len(starts) and tagged.pos[first] in ("VERB", "AUX", "PART", "ADV"):
            draft.content.append(rest)


def mend_inverted(drafts: Sequence[Draft], tagged: Tagged, layout: Layout) -> None:
    """ "Two clerks, both of them new, said [the safe had been empty]": a clause behind the verb is said, not saying."""
    text = layout.text
    starts = tagged.tokens.starts.tolist()
    for draft in drafts:
        if len(draft.source) != 1 or len(draft.content) != 1 or len(draft.cue) != 1:
            continue
        (start, end), (low, high), (first, last) = draft.source[0], draft.content[0], draft.cue[0]
        if not high <= first < last <= start or text[last:start] != " " or text[low] in "“\"„«‘'":
            continue
        tokens = range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end))
        verbs = [k for k in tokens if tagged.pos[k] in ("VERB", "AUX") and tagged.dep[k] in FINITE]
        if not verbs or any(
            text[starts[k]] == "," or tagged.pos[k] in ("PRON", "SCONJ") for k in tokens if k < verbs[0]
        ):
            continue
        sentence = layout.sentence_at(start)
        content = trimmed(text, start, sentence[1])
        source = trimmed(text, clause_start(layout, low) if low - sentence[0] < 3 else low, first)
        if content is not None and source is not None:
            draft.source, draft.content = [source], [content]


def mend_unnamed(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "An aide who asked that his name be left out said C": the asking tells of the source, and is no statement."""
    text = layout.text
    for match in language.forms.unnamed.finditer(text):
        low, high = layout.sentence_at(match.start())
        asked = [d for d in drafts if any(match.start() <= a < match.end() for a, _ in d.cue)]
        told = [d for d in drafts if d not in asked and d.source and d.cue and match.end() <= d.cue[0][0] < high]
        for draft in told:
            within = match.start() < draft.source[0][0] and "," not in text[match.end() : draft.source[0][0]]
            if within and draft.source[-1][1] <= draft.cue[0][0]:
                start = trimmed(text, low + _after_comma(text[low : match.start()].rstrip(" ,")), draft.cue[0][0])
                draft.source = [start] if start is not None else draft.source
        drafts[:] = [d for d in drafts if d not in asked]


def _after_comma(before: str) -> int:
    found = max(before.rfind(mark) for mark in (", ", "; ", "” ", '" '))
    return found + 2 if found >= 0 else 0


def mend_split(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "“What they call a fence”, he said, “is a wall”, and he repeated, “a wall.”": one statement in pieces.

    A quotation that begins small, a comma and a few words after another, goes on from it; where those words say once
    more that "he" goes on, they are a second cue.
    """
    text = layout.text
    for before, quotation in zip(layout.quotations, layout.quotations[1:], strict=False):
        inner = text[quotation.inner_start : quotation.inner_end].lstrip()
        gap = text[before.end : quotation.start]
        if not inner[:1].islower() or not SPLIT.fullmatch(gap) or quotation.single != before.single:
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
        named = {" ".join(text[a:b] for a, b in other.source).lower() for other in others} - {""}
        if named - (language.pronouns.all - language.pronouns.first_singular):
            continue
        pieces = [piece for other in others for piece in other.content if piece[0] >= quotation.start]
        owner.content = sorted({*owner.content, (quotation.start, quotation.end), *pieces})
        second = next((other for other in others if other.source), others[0])
        owner.cue = sorted([*owner.cue, *second.cue])
        drafts[:] = [draft for draft in drafts if not any(draft is other for other in others)]
