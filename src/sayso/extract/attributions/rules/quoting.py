"""Who is quoted, and by whom: "X was quoted by Y as saying", "Y quoted X as saying", "Y had him say", "citing X".

Whoever is quoted is the source; whoever quotes him carries the words. Each rule takes the drafts so far and changes or
adds to them, in place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, Layout, Piece, trimmed, word_count
from sayso.lang import Language

RULE_SCORE: Final = 0.9
MOST_SOURCE_WORDS: Final = 14
MOST_CARRIER_WORDS: Final = 9
LEAST_CLAUSE: Final = 3  # words


def mend_quoted(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "X was quoted (by Y) as saying that C" and "C, X was quoted as saying": X is the source, C what he says."""
    text = layout.text
    for match in language.forms.quoted_as_saying.finditer(text):
        low, high = layout.sentence_at(match.start())
        cut = low + _subject_start(text[low : match.start()].rstrip())
        source = trimmed(text, cut, match.start())
        said = _said(text, (match.end(), high), (low, cut), language)
        if source is None or said is None or word_count(text, source) > MOST_SOURCE_WORDS:
            continue
        by = trimmed(text, *match.span("by")) if match.group("by") else None
        carrier = [by] if by is not None and not _is_time(text[slice(*by)], language) else []
        cue = [match.span("was"), match.span("saying")]
        _replace(drafts, match, Draft([source], cue, [said], RULE_SCORE, by_model=False, carrier=carrier))


def mend_quoting(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "Y quoted X as saying that C", "C, Y quoted X (as saying) on Sunday", "C, Y had him say": X says, Y carries it.

    Without "as saying" there must be a statement before Y, for somebody may quote a poem as well.
    """
    text = layout.text
    for form, late in ((language.forms.quoting, False), (language.forms.had_say, True)):
        for match in form.finditer(text):
            low, high = layout.sentence_at(match.start())
            cut = low + _subject_start(text[low : match.start()].rstrip())
            carrier = trimmed(text, cut, match.start())
            source = trimmed(text, *match.span("whom"))
            saying = match.group("saying")
            after = (match.end(), match.end() if late and word_count(text, (low, cut)) else high)
            said = _said(text, after, (low, cut), language)
            if source is None or said is None or word_count(text, source) > MOST_SOURCE_WORDS:
                continue
            before = said[1] <= match.start()
            if (not saying and not before) or not _someone(text[slice(*source)], language):
                continue
            if carrier is None or word_count(text, carrier) > MOST_CARRIER_WORDS:
                carrier = None
            cue = [match.span("cue"), *([match.span("saying")] if saying else [])]
            _replace(
                drafts, match, Draft([source], cue, [said], RULE_SCORE, False, carrier=[carrier] if carrier else [])
            )


def mend_citing(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "C, Y reported, citing X" and "Y, citing X, said C": X says C too."""
    text = layout.text
    for match in language.forms.citing.finditer(text):
        low, high = layout.sentence_at(match.start())
        source = trimmed(text, match.start("whom"), match.end("whom"))
        if (
            source is None
            or word_count(text, source) > MOST_SOURCE_WORDS
            or not _someone(text[slice(*source)], language)
        ):
            continue
        outer = [d for d in drafts if d.cue and low <= d.cue[0][0] < high and d.source and not _cut(d.cue, match)]
        outer = [d for d in outer if not any(a <= match.start() < b for a, b in d.content)]
        if not outer:
            continue
        told = max(outer, key=lambda d: d.size)
        drafts[:] = [d for d in drafts if not _cut(d.cue, match)]
        drafts.append(
            Draft(
                [source], [match.span("cue")], list(told.content), RULE_SCORE, by_model=False, carrier=list(told.source)
            )
        )


def mend_carriers(drafts: Sequence[Draft], layout: Layout, language: Language) -> None:
    """ "X was quoted by Y as saying", "printed in Y", "in an interview with the agency Y": Y carries the words.

    Changes the drafts in place. An interview may be with a person as well: there a word of an outlet is asked for.
    """
    text = layout.text
    for draft in drafts:
        if draft.carrier or not draft.source:
            continue
        anchor = draft.cue[0][0] if draft.cue else draft.source[0][0]
        low, high = layout.sentence_at(anchor)
        low, high = min(low, draft.source[0][0]), max(high, draft.source[-1][1])
        for form, sure in ((language.forms.carried, True), (language.forms.interviewed, False)):
            for match in form.finditer(text, low, high):
                start, end = match.span("who")
                told = any(a <= start and end <= b for a, b in draft.content) and not _beside_cue(draft, match)
                names = {word.lower().strip(".,’'") for word in match["who"].split()}
                if _is_time(match["who"], language) or names <= {"in", "the", "a"}:
                    continue
                outlet = names & (language.outlets | {"press", "news", "agence", "prensa"}) or match["who"].isupper()
                if not told and (sure or outlet) and not draft.carrier:
                    draft.carrier = [(start, end)]


def without_quoters(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "Quoted by Y, X said C": once Y is who carries X's words, Y says nothing of its own."""
    carriers = {piece for draft in drafts for piece in draft.carrier}
    drafts[:] = [
        draft
        for draft in drafts
        if not (
            draft.cue
            and draft.cue[0][0] == layout.sentence_at(draft.cue[0][0])[0]
            and draft.source
            and language.forms.quoted_by.match(layout.text, *draft.cue[0])
            and draft.source[0] in carriers
        )
    ]


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


def _said(text: str, after: Piece, before: Piece, language: Language) -> Piece | None:
    """What is said: what stands after "as saying", or before the subject where that only tells when and where."""
    stop = text.find(";", *after)
    if whom := language.forms.whom.match(text, min(after[0] + 1, after[1]), after[1]):  # "as telling farmers that"
        after = (whom.end(), after[1]) if text[: after[0]].endswith(language.forms.telling_as) else after
    said = trimmed(text, after[0], stop if stop >= 0 else after[1])
    words = text[slice(*said)].lower().split() if said is not None else []
    aside = bool(words) and words[0].strip(",") in language.locative | language.calendar | language.forms.asides
    short = len(words) < LEAST_CLAUSE or (len(words) == LEAST_CLAUSE and words[0] == "the")  # "as telling the Post"
    told_before = (
        text[slice(*before)].rstrip().endswith((",", '"', "”", "’")) and word_count(text, before) >= LEAST_CLAUSE
    )
    if short or (aside and told_before):
        said = trimmed(text, *before)
    if said is not None and text[said[1] : said[1] + 1] in (".", "!", "?") and text[said[0]] in '“"':
        said = (said[0], said[1] + 1)
    return said


def _replace(drafts: list[Draft], match: re.Match[str], draft: Draft) -> None:
    """Put a draft in the place of those with a cue in the match; not where it lies inside another's words."""
    kept = [d for d in drafts if not any(a < match.end() and match.start() < b for a, b in d.cue)]
    if len(kept) == len(drafts) and any(a <= match.start() < b for d in drafts for a, b in d.content):
        return
    drafts[:] = [*kept, draft]


def _beside_cue(draft: Draft, match: re.Match[str]) -> bool:
    return any(match.start() <= b and a <= match.end() for a, b in draft.cue)


def _cut(pieces: Sequence[Piece], match: re.Match[str]) -> bool:
    start, end = match.span("cue")
    return any(a < end and start < b for a, b in pieces)


def _is_time(phrase: str, language: Language) -> bool:
    return {word.lower().strip(".,’'") for word in phrase.split()} <= language.calendar | language.forms.asides | {"on"}


def _someone(phrase: str, language: Language) -> bool:
    """Whether a noun phrase names who may say something: not "citing a lack of proof", "citing Terzo's record"."""
    words = phrase.split()
    if words[0].lower() in language.pronouns.all and len(words) == 1:
        return True
    if any(word.endswith(("'s", "’s")) for word in words):
        words = words[-1:]  # "Velmar's ministry" says something, "Terzo's record" does not
        return words[0].lower() in language.roles | language.groups | language.bodies | language.public
    plain = {word.lower().strip('.,“”"') for word in words[:6]}
    plain |= {word.removesuffix("s") for word in plain}
    listed = language.roles | language.groups | language.crowds | language.bodies | language.public | {"source"}
    names = all(word[:1].isupper() or word.lower() in language.particles | {"the", "and"} for word in words)
    return names or bool(plain & listed)
