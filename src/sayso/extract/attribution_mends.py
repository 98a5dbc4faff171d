"""Rules that mend drafts of the tagger where a form of words says plainly what is source, cue and content.

"X was quoted by Y as saying", "Y reported, citing X", "X's claim that ... did not last". Each takes the
drafts so far and changes or adds to them, in place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import Final

from sayso.extract.attribution_drafts import Draft, Layout, Piece
from sayso.lang import Language
from sayso.tagger import Tagged

RULE_SCORE: Final = 0.9
BEFORE_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
FINITE: Final = frozenset({"aux", "auxpass", "ROOT", "ccomp"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "mark", "cc", "punct", "csubj"})
JOINS: Final = frozenset({"CCONJ", "SCONJ", "PART", "PRON", "PUNCT"})
MOST_SOURCE_WORDS: Final = 14
LEAST_CLAUSE: Final = 3  # words
SHORT: Final = 12  # words
EDGE: Final = " ,;:–—-\n"


def trimmed(text: str, start: int, end: int) -> Piece | None:
    """The stretch without spaces and stops at its ends; None where no word is left."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE + ".":
        end -= 1
    return (start, end) if any(text[at].isalnum() for at in range(start, end)) else None


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def mend_quoted(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "X was quoted (by Y) as saying that C" and "C, X was quoted as saying": X is the source, C what he says."""
    text = layout.text
    for match in language.forms.quoted_as_saying.finditer(text):
        low, high = layout.sentence_at(match.start())
        before = text[low : match.start()].rstrip()
        cut = _boundary(before, len(before))
        if before.endswith(",") and cut > 0:  # an apposition belongs to the name before it: "Rolim, a banker, was"
            cut = _boundary(before, cut - 1)
        source = trimmed(text, low + cut, match.start())
        said = trimmed(text, match.end(), high)
        where = said is not None and text[slice(*said)].split()[0].lower() in language.locative | {"by", "during"}
        if (
            said is None
            or _words(text, *said) < LEAST_CLAUSE
            or (where and _words(text, low, low + cut) >= LEAST_CLAUSE)
        ):
            said = trimmed(text, low, low + cut)
        if source is None or said is None or _words(text, *source) > MOST_SOURCE_WORDS:
            continue
        if text[said[1] : said[1] + 1] in ".!?" and text[said[0]] in '“"':
            said = (said[0], said[1] + 1)
        kept = [d for d in drafts if not any(a < match.end() and match.start() < b for a, b in d.cue)]
        if len(kept) == len(drafts) and any(a <= match.start() < b for d in drafts for a, b in d.content):
            continue  # inside another's words
        cue = [match.span("was"), match.span("saying")]
        drafts[:] = [*kept, Draft([source], cue, [said], RULE_SCORE, by_model=False)]


def _boundary(before: str, end: int) -> int:
    """Where the last part of a sentence's beginning starts: behind the last comma, semicolon or closing mark."""
    found = max(before.rfind(mark, 0, end) for mark in (", ", "; ", "” ", '" ', ",” ", '," '))
    return found + 1 if found >= 0 else 0


def mend_citing(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """ "C, Y reported, citing X" and "Y, citing X, said C": X says C too."""
    text = layout.text
    for match in language.forms.citing.finditer(text):
        low, high = layout.sentence_at(match.start())
        source = trimmed(text, match.start("whom"), match.end("whom"))
        if source is None or _words(text, *source) > MOST_SOURCE_WORDS or not _someone(text[slice(*source)], language):
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
                if names <= language.calendar | {"on", "in", "the", "a"}:
                    continue
                outlet = names & (language.outlets | {"press", "news", "agence", "prensa"}) or match["who"].isupper()
                if not told and (sure or outlet) and not draft.carrier:
                    draft.carrier = [(start, end)]


def _beside_cue(draft: Draft, match: re.Match[str]) -> bool:
    return any(match.start() <= b and a <= match.end() for a, b in draft.cue)


def mend_surnames(drafts: Sequence[Draft], text: str) -> None:
    """A capital word between source and cue belongs to the name, not to the cue: "Otieno [Were told]", in place."""
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


def _someone(phrase: str, language: Language) -> bool:
    """Whether a noun phrase names who may say something: not "citing a lack of proof", "citing Terzo's record"."""
    words = phrase.split()
    if any(word.endswith(("'s", "’s")) for word in words):
        words = words[-1:]  # "Velmar's ministry" says something, "Terzo's record" does not
        return words[0].lower() in language.roles | language.groups | language.bodies | language.public
    plain = {word.lower().strip('.,“”"') for word in words[:6]}
    plain |= {word.removesuffix("s") for word in plain}
    listed = language.roles | language.groups | language.crowds | language.bodies | language.public | {"source"}
    names = all(word[:1].isupper() or word.lower() in language.particles | {"the", "and"} for word in words)
    return names or bool(plain & listed)


def _cut(pieces: Sequence[Piece], match: re.Match[str]) -> bool:
    start, end = match.span("cue")
    return any(a < end and start < b for a, b in pieces)


def mend_nominal(drafts: list[Draft], tagged: Tagged, layout: Layout, language: Language) -> None:
    """ "X's claim that C did not last": what C is ends before the verb of the sentence, and X is the source."""
    text = layout.text
    starts = tagged.tokens.starts.tolist()
    for draft in drafts:
        if len(draft.cue) != 1 or not draft.content:
            continue
        start, end = draft.cue[0]
        noun = text[start:end].split()[-1:]
        if not noun or noun[0].lower() not in language.forms.statement_nouns:
            continue
        owner = language.forms.possessive.match(text, start, end)
        if owner is not None and not draft.source:
            draft.source = [owner.span("owner")]
            draft.cue = [(owner.end("owner") + 1, end)]
        low, high = draft.content[0]
        if len(draft.content) != 1 or not text[end:low].isspace():
            continue
        stop = _main_verb(tagged, bisect.bisect_left(starts, low), bisect.bisect_left(starts, high))
        piece = trimmed(text, low, starts[stop]) if stop is not None else None
        if piece is not None and _words(text, *piece) >= LEAST_CLAUSE:
            draft.content = [piece]


def _main_verb(tagged: Tagged, first: int, last: int) -> int | None:
    """The first token of the sentence's own verb inside a content that ran on: "that it was warned [did not survive]".

    It is the root, or a second verb with nothing between that could give it a subject of its own.
    """
    verb = joined = False
    for token in range(first + 1, last):
        pos, dep = tagged.pos[token], tagged.dep[token]
        if pos in ("VERB", "AUX"):
            begins = tagged.dep[token - 1] not in BEFORE_VERB
            if dep == "ROOT" or (verb and begins and not joined and dep in FINITE):
                while tagged.dep[token - 1] in BEFORE_VERB:
                    token -= 1
                return token
            verb = verb or pos == "VERB" or dep in ("ccomp", "acl")
            joined = joined and dep in BEFORE_VERB
        elif pos in JOINS or dep in SUBJECTS:
            joined = True
    return None


def without_idle(drafts: list[Draft], layout: Layout, language: Language) -> None:
    """Leave out what says nothing ("had said nothing"), "a plan according to which", and what another says, in place.

    `"First," Ana said, "count. Second," she went on, "count again."` is one statement where its pieces are Ana's.
    """
    text = layout.text
    out = []
    for draft in drafts:
        content = " ".join(text[a:b] for a, b in draft.content).lower().strip(" .,")
        cue = " ".join(text[a:b] for a, b in draft.cue).lower()
        source = " ".join(text[a:b] for a, b in draft.source).lower().split()[:1]
        relative = bool(source) and source[0] in language.telling.here and cue in language.according
        same = "".join(source) in language.pronouns.all and any(
            other is not draft and len(other.content) > 1 and other.start < draft.cue[0][0] < other.end
            and all(piece in other.content for piece in draft.content)
            for other in drafts if draft.cue
        )  # fmt: skip
        asked = text[draft.cue[0][0] : draft.end].lower() if draft.cue else ""
        if len(asked.split()) <= SHORT and any(phrase in asked for phrase in language.anonymous):
            continue  # "asking not to be named" tells of the speaker; it is no statement
        if not draft.source and draft.by_model and len(content.split()) < LEAST_CLAUSE:
            continue  # nobody says next to nothing
        if content not in language.forms.nothing and not relative and not same:
            out.append(draft)
    drafts[:] = out
