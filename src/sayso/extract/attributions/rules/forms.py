"""Rules for what the tagger was seldom shown: leads with a colon, dashes before a name, turns, quotations that go on.

Each takes the drafts so far and adds to them, in place. A stretch that a draft already holds as content is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import CLAUSE, Draft, Layout, Piece, clause_start, holders
from sayso.lang import Language
from sayso.text.quotations import Quotation
from sayso.values.report import Zone

RULE_SCORE: Final = 0.9
TURN_LABEL: Final = re.compile(r"\s*[\[(]{0,2}\s*(?P<label>[^\W_][^:\n\])]{0,70}?)\s*(?P<cue>:|\]|\)\)|\))\s*:?\s*")
LEAD_WORDS: Final = 12
DASH: Final = re.compile(r"\s{0,3}(?P<cue>[-–—―]{1,3})\s{0,2}(?P<source>[^\s–—―-][^\n–—―]*)")
DASH_BELOW: Final = re.compile(r"\s*(?P<cue>[-–—―]{1,3})\s{0,2}(?P<source>[^\n]+)")
POST: Final = re.compile(
    r"(?P<post>.*?\S)\s*(?P<cue>[-–—―])\s?(?P<source>[^\n()–—―]{1,60}\(@\w{1,20}\))(?:[ ,][^\n]{0,30})?\s*", re.S
)
DASHED_LEAD: Final = re.compile(r"(?P<source>[^\n.!?]{2,80}?)\s+(?P<cue>[-–—―]{1,2})\s+$")
NAME_START: Final = re.compile(r"(?:[A-Z\u00c0-\u00de\u0400-\u042f]|(?:an?|the|one)\s)")
WORD: Final = re.compile(r"[\w’']+")
IMPERSONAL: Final = re.compile(
    r"\b(?:is|was|were|are|been|being|be)\b|\b(?:emerged|emerges|transpired|appears|appeared|seems|seemed|turned out)\b"
)
HEARSAY_ADVERB: Final = re.compile(r"\b\w+ly\b", re.I)
ASIDE: Final = re.compile(
    r"[,–—]\s(?P<cue>it (?:is|was|has been) \w+|people say|they say|we (?:are|were) told)(?=[,–—]|\s[–—])", re.I
)
DATELINE: Final = re.compile(r"[^\n]{0,60}\(\w[\w .-]{1,30}\)\s*$|[A-Z][A-Z .’'-]{2,}(?:,[^\n]{0,40})?$")


def words_in(text: str, start: int, end: int) -> int:
    """How many words stand there."""
    return sum(1 for _ in WORD.finditer(text, start, end))


def covered(drafts: Sequence[Draft], start: int, end: int) -> float:
    """The largest share of a stretch that one draft's content holds."""
    best = 0
    for draft in drafts:
        best = max(best, sum(max(0, min(end, b) - max(start, a)) for a, b in draft.content))
    return best / max(1, end - start)


def mend_hearsay(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "It is understood that", "rumours say" name nobody; what is "reportedly" so stands on both sides of the word."""
    text, hearsay = layout.text, language.hearsay
    for draft in drafts:
        _name_nobody(draft, layout, language)
        source = " ".join(text[a:b] for a, b in draft.source).lower()
        cue = " ".join(text[a:b] for a, b in draft.cue).lower()
        if source in ("it", "there") and IMPERSONAL.search(cue):
            draft.source = []
            draft.by_model = draft.by_model and f"{source} {cue}" not in hearsay
        adverb = HEARSAY_ADVERB.search(text, draft.cue[0][0], draft.cue[0][1]) if len(draft.cue) == 1 else None
        if not draft.source and adverb is not None and adverb.group().lower() in hearsay:
            draft.cue = [adverb.span()]
            draft.by_model = False
            _both_sides(draft, layout)
    for match in ASIDE.finditer(text):
        phrase = match.group("cue").lower()
        if phrase in hearsay:
            drafts[:] = [d for d in drafts if not any(a < match.end() and match.start() < b for a, b in d.cue)]
            start = layout.sentence_at(match.start())[0]
            draft = Draft([], [match.span("cue")], [(start, match.start())], RULE_SCORE, by_model=False)
            _both_sides(draft, layout)
            drafts.append(draft)

    for match in HEARSAY_ADVERB.finditer(text):
        at = match.start()
        if match.group().lower() not in language.reportedly or covered(drafts, at, match.end()) > 0:
            continue
        if any(a < match.end() and at < b for d in drafts for a, b in [*d.cue, *d.source]):
            continue
        draft = Draft([], [match.span()], [(clause_start(layout, at), at)], RULE_SCORE, by_model=False)
        _both_sides(draft, layout)
        if len(draft.content) > 1 or draft.content[0][1] - draft.content[0][0] > 2 * match.end() - 2 * at:
            drafts.append(draft)


def add_believed(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "Ninety are feared dead": nobody in particular fears it."""
    for match in language.forms.believed.finditer(layout.text):
        start, end = match.span("cue")
        drafts[:] = [d for d in drafts if d.source or not any(a < end and start < b for a, b in d.cue)]
        if any(a < end and start < b for d in drafts for a, b in [*d.cue, *d.content]):
            continue
        draft = Draft([], [(start, end)], [(clause_start(layout, start), start)], RULE_SCORE, by_model=False)
        _both_sides(draft, layout)
        if len(draft.content) == 2:
            drafts.append(draft)


def add_talk(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "There is talk in the bazaar that C": the talk is nobody's."""
    for match in language.forms.talk.finditer(layout.text):
        start, end = match.span()
        content = _stripped(layout.text, match.start("opens"), layout.sentence_at(start)[1])
        around = [piece for d in drafts for piece in d.content if piece[0] < start and end < piece[1]]
        if content is not None and around:  # somebody tells of the talk: it goes no farther than his words
            content = _stripped(layout.text, content[0], min(content[1], *(b for _, b in around)))
        if content is None:
            continue
        drafts[:] = [d for d in drafts if not any(a < end and start < b for a, b in d.cue)]
        drafts.append(Draft([], [match.span("cue")], [content], RULE_SCORE, by_model=False))


def add_fronted(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "Per the latest census, C": the sentence is what its first words name the source of."""
    text = layout.text
    for start, end in layout.sentences:
        match = language.forms.fronted.match(text, start, end)
        content = _stripped(text, match.end(), end) if match is not None else None
        if match is None or content is None or any(a < match.end() and start < b for d in drafts for a, b in d.cue):
            continue
        if covered(drafts, *content) == 0:
            drafts.append(Draft([match.span("owner")], [match.span("cue")], [content], RULE_SCORE, by_model=False))


def _name_nobody(draft: Draft, layout: Layout, language: Language) -> None:
    """ "Reports say that", "word has it that": the words for nobody in particular are part of the cue."""
    text = layout.text
    source = " ".join(text[a:b] for a, b in draft.source).lower()
    if not draft.source and draft.cue:
        first = next(iter(WORD.findall(text[draft.cue[0][0] : draft.cue[0][1]])), "").lower()
        if first not in language.nobody:
            return
    elif source not in language.nobody:
        return
    draft.cue = sorted([*draft.source, *draft.cue])
    draft.source = []
    draft.by_model = False
    for number, (start, end) in enumerate(draft.content):
        clause_end = CLAUSE.search(text, start, end)
        if clause_end is not None and (piece := _stripped(text, start, clause_end.start())) is not None:
            draft.content[number] = piece


def _both_sides(draft: Draft, layout: Layout) -> None:
    start, end = draft.cue[0]
    sentence = layout.sentence_at(start)
    clause_end = CLAUSE.search(layout.text, end + 1, sentence[1])
    right = (end, clause_end.start() if clause_end else sentence[1])
    left = [piece for piece in draft.content if piece[0] < start]
    if left:  # from where the content began to the word
        left = [(left[0][0], start)]
    pieces = [*left, right]
    draft.content = [piece for a, b in pieces if (piece := _stripped(layout.text, a, b)) is not None] or draft.content


def _stripped(text: str, start: int, end: int) -> Piece | None:
    while start < end and not (text[start].isalnum() or text[start] in "\"“‘'«"):
        start += 1
    while start < end and text[end - 1] in " .,;:\n–—-":
        end -= 1
    return (start, end) if start < end else None


def add_turns(drafts: list[Draft], text: str, zones: Sequence[Zone], layout: Layout) -> None:
    """One attribution a turn of an interview or transcript: its label, the colon, and all that is said in it."""
    for zone in zones:
        if zone.kind != "turn":
            continue
        label = TURN_LABEL.match(text, zone.span.start, zone.span.end)
        if label is None or label.end() >= zone.span.end:
            continue
        content = _paragraph_pieces(layout, label.end(), zone.span.end)
        if not content:
            continue
        # what the tagger made of the turn as a whole is less than the turn
        for draft in list(drafts):
            inside = all(zone.span.start <= a and b <= zone.span.end for a, b in draft.content)
            says_label = any(a < label.end() for a, _ in [*draft.source, *draft.cue])
            if inside and (says_label or (not draft.source and draft.size > 0.5 * (zone.span.end - label.end()))):
                drafts.remove(draft)
        cue = [label.span("cue")] if label.group("cue") == ":" else []
        drafts.append(Draft([label.span("label")], cue, content, RULE_SCORE, by_model=False, turn=True))


def add_posts(drafts: list[Draft], text: str, zones: Sequence[Zone]) -> None:
    """``What is posted - Ida Brenn (@idabrenn)``: the whole post, said by who signs it."""
    for zone in zones:
        signature = POST.fullmatch(text, zone.span.start, zone.span.end) if zone.kind == "embed" else None
        if signature is None:
            continue
        drafts[:] = [d for d in drafts if not (zone.span.start <= d.start and d.end <= zone.span.end)]
        start, end = signature.span("post")
        content = [(start, end)] if text[start:end].strip() else []
        if content:
            drafts.append(
                Draft([signature.span("source")], [signature.span("cue")], content, RULE_SCORE, by_model=False)
            )


def _paragraph_pieces(layout: Layout, start: int, end: int) -> list[Piece]:
    return [(max(a, start), min(b, end)) for a, b in layout.paragraphs if a < end and b > start]


def add_leads(drafts: list[Draft], text: str, layout: Layout) -> None:
    """``Spokeswoman Ida Brenn: "..."``: a few words, a colon, a quotation."""
    for quotation in layout.quotations:
        before = text[: quotation.start].rstrip(" \u00a0")
        if not before.endswith(":") or quotation.start - len(before) > 2:
            continue
        colon = len(before) - 1
        start = max(layout.sentence_at(colon)[0], layout.paragraphs[layout.paragraph_at(colon)][0])
        if words_in(text, start, colon) > LEAD_WORDS or not words_in(text, start, colon):
            continue
        if words_in(text, quotation.start, quotation.end) < 2 or covered(drafts, quotation.start, quotation.end) > 0.5:
            continue
        drafts.append(
            Draft([(start, colon)], [(colon, colon + 1)], _run(layout, quotation), RULE_SCORE, by_model=False)
        )


def add_dashes(drafts: list[Draft], text: str, layout: Layout) -> None:
    """``"..." - Commissioner X`` to the end of the paragraph, on the next line too, and ``X - "..." - left``."""
    for quotation in layout.quotations:
        if quotation.single or words_in(text, quotation.start, quotation.end) < 2:
            continue
        found = _dash_after(text, layout, quotation) or _dash_before(text, layout, quotation)
        if found is None:
            continue
        source, cue = found
        told = holders(drafts, (quotation.start, quotation.end))
        if any(draft.source and draft.cue and draft.cue != [cue] for draft in told):
            continue
        for draft in told:
            drafts.remove(draft)
        drafts.append(Draft([source], [cue], [(quotation.start, quotation.end)], RULE_SCORE, by_model=False))


def _dash_after(text: str, layout: Layout, quotation: Quotation) -> tuple[Piece, Piece] | None:
    number = layout.paragraph_at(quotation.start)
    end = layout.paragraphs[number][1]
    if end <= quotation.end + 1 and number + 1 < len(layout.paragraphs):  # the dash begins the next line
        end = layout.paragraphs[number + 1][1]
        match = DASH_BELOW.match(text, quotation.end, end)
    else:
        match = DASH.match(text, quotation.end, end)
    if match is None or match.end() < end - 1 or not NAME_START.match(match.group("source")):
        return None
    start, stop = match.span("source")
    while stop > start and text[stop - 1] in " .,;":
        stop -= 1
    return ((start, stop), match.span("cue")) if 1 <= words_in(text, start, stop) <= 10 else None


def _dash_before(text: str, layout: Layout, quotation: Quotation) -> tuple[Piece, Piece] | None:
    start = layout.sentence_at(quotation.start)[0]
    match = DASHED_LEAD.match(text[start : quotation.start])
    if match is None or not NAME_START.match(match.group("source")) or DATELINE.match(match.group("source")):
        return None
    if not 1 <= words_in(text, start, start + match.end("source")) <= 8:
        return None
    return (start, start + match.end("source")), (start + match.start("cue"), start + match.end("cue"))


def _run(layout: Layout, quotation: Quotation) -> list[Piece]:
    """A quotation with those that it goes on in."""
    found = [(quotation.start, quotation.end)]
    number = layout.quotations.index(quotation)
    while layout.quotations[number].continues and number + 1 < len(layout.quotations):
        number += 1
        found.append((layout.quotations[number].start, layout.quotations[number].end))
    return found


def add_continuations(drafts: list[Draft], layout: Layout) -> None:
    """A quotation that goes on in the next paragraphs belongs to its attribution; one that follows without a source
    goes on from the quotation before it."""
    for quotation in layout.quotations:
        if quotation.continues:
            _extend(drafts, layout, quotation)
    owners = {id(q): owner for q in layout.quotations if (owner := _owner(drafts, (q.start, q.end))) is not None}
    last: tuple[Quotation, Draft] | None = None
    for quotation in layout.quotations:
        owner = owners.get(id(quotation))
        told = any(quotation.start <= a and b <= quotation.end for d in drafts for a, b in d.cue)
        if owner is None and last is not None and not told and _goes_on(layout, last[0], quotation):
            first = last[1].continues or last[1]
            owner = Draft([], [], [(quotation.start, quotation.end)], last[1].score, by_model=False, continues=first)
            drafts.append(owner)
        if owner is not None:
            last = (quotation, owner)


def _owner(drafts: Sequence[Draft], piece: Piece) -> Draft | None:
    """The smallest draft whose content holds most of a stretch."""
    return next(iter(holders(drafts, piece)), None)


def _goes_on(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation without a source goes on from one before it: whole sentences, near, of some length."""
    text = layout.text
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    if words_in(text, quotation.inner_start, quotation.inner_end) < 4 or not inner[:1].isupper():
        return False
    if inner[-1:] not in ".!?…," and not quotation.broken and not quotation.continues:
        return False
    distance = layout.paragraph_at(quotation.start) - layout.paragraph_at(before.start)
    starts_paragraph = layout.paragraphs[layout.paragraph_at(quotation.start)][0] == quotation.start
    return distance == 0 or (distance == 1 and starts_paragraph)


def _extend(drafts: list[Draft], layout: Layout, quotation: Quotation) -> None:
    owner = _owner(drafts, (quotation.start, quotation.end))
    if owner is None or len(owner.content) > 8:
        return
    for start, end in _run(layout, quotation)[1:]:
        other = _owner(drafts, (start, end))
        if other is owner:
            continue
        if other is not None:
            if other.source or other.cue:
                return
            drafts.remove(other)
        if start >= owner.content[-1][1]:
            owner.content.append((start, end))
