"""Who speaks in an attribution, to whom, through whom, and in which manner."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions.drafts import Draft
from sayso.lang import Language
from sayso.lang.needs.attributions import MannerWords
from sayso.text.layout import Piece
from sayso.values.findings import Mention
from sayso.values.terms import SOMEONE, Manner

NEAR: Final = 60  # characters between a verb and whom it names
SHORT_NAME: Final = re.compile(r"[A-Z]{3,6}(?:-[A-Z]{2,6})?")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END: Final = re.compile(r"[.!?;][\"”’]?\s")
SHORT_QUESTION: Final = 4  # words; a shorter one asks whatever it begins with
RECALL: Final = 800  # characters in which "the station" is one that was named
BEFORE_CLAUSE: Final = " ,–—-)"  # between a name and "which": "the agency (IAEA), which"
QUOTE_REACH: Final = 12  # characters behind an outlet's name in which it "quotes"


@dataclass(frozen=True, slots=True)
class Words:
    """Who is in an attribution, as mention ids."""

    speaker: str | None = None
    addressee: str | None = None
    via: tuple[str, ...] = ()
    together: tuple[str, ...] = ()


class Voices:
    """Looks up mentions around attributions of one report."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: Language) -> None:
        self.text = text
        self.mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self.mentions]
        self._ends: dict[int, list[Mention]] = {}  # those that are no pronouns, by where they end
        for mention in self.mentions:
            if mention.kind != "pronoun":
                self._ends.setdefault(mention.span.end, []).append(mention)
        self._heads = sorted((m.head.start, number) for number, m in enumerate(self.mentions))
        self.language = language
        self.words = language.attributions.voices
        self.agencies = {name.casefold() for pair in language.agencies.items() for name in pair}

    def is_outlet(self, mention: Mention) -> bool:
        """Whether a mention is an agency, paper or station: by the language's lists, its words, or those beside it."""
        words = self.words.article.sub("", mention.span.text)
        if mention.kind == "pronoun":
            return False
        if words.casefold() in self.agencies or words.casefold() in self.language.press:
            return True
        if mention.kind != "name":
            return False
        before = WORD.findall(self.text, max(0, mention.span.start - NEAR), mention.span.start)[-1:]
        behind = self.words.kind_behind.match(self.text, mention.span.end)
        kinds = self.language.outlets | self.words.kinds
        if (before and before[0].lower() in kinds) or (behind and behind.group("kind").lower() in kinds):
            return True
        return mention.schema != "Person" and bool(self.words.outlet.search(words))

    def _tells_kind(self, mention: Mention) -> bool:
        """ "[The French daily] Le Monde": the kind of the outlet whose name follows."""
        behind = mention.span.end + 1
        return any(self.is_outlet(m) for m in self.starting(behind, behind + 1))

    def _is_told_short(self, mention: Mention, before: str) -> bool:
        """ "Told KRLD", without an article: a station; a body has one ("told the FBI") or is a known word."""
        known = self.language.bodies | self.language.public | self.language.countries
        word = mention.span.text
        if mention.kind != "name" or not SHORT_NAME.fullmatch(word) or word.lower() in known:
            return False
        return self.words.told_name.search(before) is not None and not self.text.isupper()

    def read(self, draft: Draft) -> Words:
        """Speaker, addressee and carriers of a draft; the Q of an interview is nobody."""
        if draft.turn and " ".join(self.text[a:b] for a, b in draft.source).lower() in self.words.asker:
            return Words()
        speaker = self._author(self._antecedent(self.in_source(draft.source) or self._relative(draft)))
        around = self._sentence_mentions(draft)
        carrier = self._known_outlet(draft.carrier) or self.in_source(draft.carrier)
        own = speaker is not None and carrier is not None and carrier.span.overlaps(speaker.span)
        via = [carrier.id] if carrier and not own else []
        addressee = None
        for mention in around:
            if speaker is not None and mention.id == speaker.id or _inside(mention, draft.source):
                continue
            before = self.text[max(0, mention.span.start - NEAR) : mention.span.start]
            outlet = self.is_outlet(mention) or self._is_told_short(mention, before)
            if (
                outlet
                and not self._tells_kind(mention)
                and mention.id not in via
                and (
                    self.words.carried.search(before)
                    or self.words.quotes.match(self.text[mention.span.end :].lstrip()[:QUOTE_REACH])
                )
            ):
                via.append(mention.id)
            earlier = self._outlet_meant(mention) if not via and self.words.carried.search(before) else None
            if earlier is not None:
                via.append(earlier.id)
            if addressee is None and self.words.told.search(before):
                addressee = mention.id
        earlier_ones = self._told_before(draft)
        speaker = earlier_ones[0] if earlier_ones else speaker
        found = earlier_ones if len(earlier_ones) > 1 else self._together(draft) if speaker is not None else []
        together = tuple(m.id for m in found)
        return Words(together[0] if together else speaker.id if speaker else None, addressee, tuple(via), together)

    def _together(self, draft: Draft) -> list[Mention]:
        """Those who say it together, "[Tarvik] and [the guild]"; [] where one says it, or it isn't sure.

        Each must be a mention of its own, so that no name with "and" in it is cut; a description needs an article or
        to be of many. What stands between commas behind a name tells who that is and is nobody else.
        """
        if len(draft.source) != 1 or draft.turn:
            return []
        start, end = draft.source[0]
        joints = list(self.words.joint.finditer(self.text, start, end))
        country = self.text[start:end].lower() in self.language.countries
        if country or not any(joint.group().strip(" ,") for joint in joints):
            return []
        if lead := self.words.both.match(self.text, start, end):
            start = lead.end()
        parts = [*zip([start, *(j.end() for j in joints)], [*(j.start() for j in joints), end], strict=True)]
        near = [m for m in self.starting(start, end) if m.kind != "pronoun"]
        # a source may stop short of what a title begins with: "Velmaran [PRESIDENT BRENN and the envoy]"
        near += [m for m in self._with_head_in([(start, end)]) if m.kind == "name" and m.span.start < start]
        if any(m.span.start < joint.start() and joint.end() < m.span.end for m in near for joint in joints):
            return []
        found: list[Mention] = []
        for number, (a, b) in enumerate(parts):
            mention = self._of_part([m for m in near if a <= m.head.start and m.span.end <= b], b)
            told_of = (
                number > 0 and not joints[number - 1].group().strip(" ,") and found[-1:] and found[-1].kind == "name"
            )
            if told_of and (mention is None or mention.kind != "name"):
                continue  # "Ida Brenn, the mayor, and Tom Aldo"
            if mention is None or not (mention.kind == "name" or self._of_its_own(mention)):
                return []
            if {word.lower() for word in WORD.findall(self.text, a, mention.span.start)} & self.words.leads:
                return []  # "The lawyer for Brenn and the guild" is one
            found.append(mention)
        names = sum(m.kind == "name" for m in found)
        sure = not any("," in joint.group() for joint in joints) or names > 1 or not names
        return found if len(found) > 1 and sure else []

    def _told_before(self, draft: Draft) -> list[Mention]:
        """Those for whom "they" or "both" stands, if they are the subject of the sentence before and alone in it.

        "Ford and Lane found a wreck. They asked ...": no one else there may be several. "The ministers of Velmar and
        Ostrany met. Both said ...": one mention of two.
        """
        word = " ".join(self.text[a:b] for a, b in draft.source).lower()
        if word not in self.words.pair or draft.turn:
            return []
        at = draft.source[0][0]
        ends = [m.end() for m in SENTENCE_END.finditer(self.text, max(0, at - RECALL), at)]
        if not ends or self.text[ends[-1] : at].strip() or "\n" in self.text[ends[-1] - 1 : at]:
            return []
        start = ends[-2] if len(ends) > 1 else max(0, at - RECALL)
        near = [m for m in self.starting(start, ends[-1]) if m.kind != "pronoun"]
        if not near or self.text[start : near[0].span.start].strip():
            return []
        if near[0].many and word in self.words.two:
            return near[:1]
        if len(near) < 2 or any(m.many for m in near):
            return []
        joint = self.words.joint.fullmatch(self.text, near[0].span.end, near[1].span.start)
        named = near[0].kind == near[1].kind == "name" and near[0].span.end <= near[1].span.start
        return near[:2] if named and joint is not None and joint.group().strip(" ,") else []

    def _of_part(self, found: Sequence[Mention], end: int) -> Mention | None:
        """Whom a part of a list stands for: the name that it ends with, else its widest mention."""
        named = next((m for m in found if m.kind == "name" and m.span.end == end), None)
        return named or max(found, key=lambda m: m.span.end - m.span.start, default=None)

    def _of_its_own(self, mention: Mention) -> bool:
        """Whether a description is of somebody of its own: "the guild", "villagers", not "founder of the guild"."""
        first = WORD.match(self.text, mention.span.start)
        word = first.group().lower() if first is not None else ""
        bodies = self.language.bodies | self.language.public | self.language.groups
        return mention.many or word in self.words.determiners or mention.head.text.lower() in bodies

    def _outlet_meant(self, mention: Mention) -> Mention | None:
        """ "Told the station": the outlet named last before it, not too far off."""
        kinds = self.language.outlets | self.words.kinds
        if mention.kind != "nominal" or mention.head.text.lower() not in kinds or len(mention.span.text.split()) > 3:
            return None
        before = self.starting(max(0, mention.span.start - RECALL), mention.span.start)
        return next((m for m in reversed(before) if m.kind == "name" and self.is_outlet(m)), None)

    def _known_outlet(self, pieces: Sequence[Piece]) -> Mention | None:
        """The outlet that a carrier's words name: "the French daily [Le Monde]"."""
        known = self.agencies | self.language.press
        near = (m for a, b in sorted(pieces) for m in self.starting(a, b))
        return next((m for m in near if _inside(m, pieces) and m.span.text.casefold() in known), None)

    def in_source(self, source: Sequence[Piece]) -> Mention | None:
        """The mention that a source's words stand for: the first that is no mere owner, as wide as it comes."""
        found = self._with_head_in(source)
        if not found:  # the source stops inside a name: "[Ferry pilot Otto] Went told"
            found = [m for a, b in sorted(source) for m in self.starting(a, b) if m.kind == "name"]
        found = [m for m in found if m.span.text.lower() not in self.language.possessors] or found
        if (bearer := self._bearer(found, source)) is not None:
            return bearer
        for mention in found:
            wider = any(m is not mention and m.span.covers(mention.span) and m.span != mention.span for m in found)
            owner = self.words.possessive.match(self.text, mention.span.end)
            if not wider and not (owner and len(found) > 1):
                return self._named_within(mention, found) or mention
        return found[0] if found else None

    def _bearer(self, found: Sequence[Mention], source: Sequence[Piece]) -> Mention | None:
        """ "President of Velmar [Ida Brenn]": the person that a source ends with, behind an office and whose it is."""
        last = found[-1] if len(found) > 1 and len(source) == 1 else None
        if last is None or (last.kind, last.schema) != ("name", "Person") or last.span.end < source[0][1]:
            return None
        owner = next((m for m in found if m.kind == "name" and m.span.end == last.span.start - 1), None)
        before = [word.lower() for word in WORD.findall(self.text, source[0][0], (owner or last).span.start)]
        if owner is None:  # "Minister of Trade, Industry and Mines Ida Brenn"
            tasks = self.language.portfolios | self.language.grammar.both
            before = before[: max((n for n, word in enumerate(before, 1) if word not in tasks), default=0)]
            before = before[-2:-1] if self.language.mentions.whose.issuperset(before[-1:]) else []
        office = any(word in self.language.titles or word in self.language.roles for word in before)
        return last if office and (owner is None or owner.schema != "Person") else None

    def starting(self, low: int, high: int) -> Sequence[Mention]:
        """The mentions that start in [low, high), in order."""
        return self.mentions[bisect.bisect_left(self._starts, low) : bisect.bisect_left(self._starts, high)]

    def _with_head_in(self, pieces: Iterable[Piece]) -> list[Mention]:
        """The mentions whose head lies in one of the pieces, in order."""
        numbers: set[int] = set()
        for a, b in pieces:
            first, last = (bisect.bisect_left(self._heads, (at, -1)) for at in (a, b))
            numbers.update(n for _, n in self._heads[first:last] if self.mentions[n].head.end <= b)
        return [self.mentions[number] for number in sorted(numbers)]

    def _named_within(self, mention: Mention, found: Sequence[Mention]) -> Mention | None:
        """ "The head of the office [Ida Brenn]": the name that a description ends with, where no word leads to it."""
        if mention.kind != "nominal":
            return None
        for other in found:
            if other.kind == "name" and other.schema == "Person" and other.span.end == mention.span.end:
                words = WORD.findall(self.text, mention.span.start, other.span.start)
                titles = self.language.titles.keys() | self.language.roles | self.language.demonyms
                while words and words[-1].lower() in titles:
                    words.pop()
                if not words or words[-1].lower() not in self.words.leads:
                    return other
        return None

    def _antecedent(self, mention: Mention | None) -> Mention | None:
        """ "A guide from the camp, who asked": whom "who" stands for; the mention itself where it is no such word."""
        if mention is None or mention.span.text.lower() not in self.language.pronouns.who:
            return mention
        near = [m for end in self._back(mention.span.start, " ,–—-") for m in self._ends.get(end, ())]
        if near:
            return min(near, key=lambda m: (m.span.start, -m.span.end))
        # a guide [from the camp] who: the phrase that the last mention closes
        at = mention.span.start
        return next((m for end in (at, at - 1, at - 2) for m in self._ends.get(end, ())), mention)

    def _relative(self, draft: Draft) -> Mention | None:
        """Whom a source of one word, "who" or "which", stands for; in "a law of Velmar that" it is no one."""
        source = " ".join(self.text[a:b] for a, b in draft.source).lower()
        which = source in self.words.relatives
        if not which and source not in self.language.pronouns.who:
            return None
        at = draft.source[0][0]
        ends = {at - 1, at - 2, *(self._back(at, BEFORE_CLAUSE)[1:] if which else ())}
        near = [m for end in sorted(ends) for m in self._ends.get(end, ()) if not which or m.schema in SOMEONE]
        persons = [m for m in near if m.schema == "Person"]
        found = max(persons or near, key=lambda m: m.span.end - m.span.start, default=None)
        at = found.span.start if which and found is not None else 0
        before = WORD.findall(self.text, max(0, at - NEAR), at)[-1:]
        return None if before and before[0].lower() in self.words.leads else found

    def _back(self, at: int, marks: str) -> list[int]:
        """A place, and those before it as far as only these marks stand between."""
        places = [at]
        while places[-1] and self.text[places[-1] - 1] in marks:
            places.append(places[-1] - 1)
        return places

    def _author(self, mention: Mention | None) -> Mention | None:
        """Who speaks by a document: "Terzo's statement", "a report by the ministry"; else the document itself.

        People without a name are not told apart by what they wrote: "letters by two nurses" speak themselves.
        """
        if mention is None or mention.kind != "nominal" or mention.schema != "Document":
            return mention
        within = [
            m
            for m in self.starting(mention.span.start, mention.span.end)
            if m is not mention
            and mention.span.covers(m.span)
            and m.span != mention.span
            and m.schema in SOMEONE
            and (m.kind == "name" or m.schema != "Person")
        ]
        for owner in within:
            before = self.text[mention.span.start : owner.span.start].strip().lower()
            owns = self.words.possessive.match(self.text, owner.span.end) and owner.span.end < mention.head.start
            if owns and (not before or before in self.words.determiners):
                return owner
        tied = [
            m for m in within if self.words.authored.fullmatch(self.text, mention.head.end, m.span.start) is not None
        ]
        return max(tied, key=lambda m: m.span.end - m.span.start, default=mention)

    def manner(self, draft: Draft) -> Manner:
        """The manner of the first word of the cue that has one other than "says", else what the content's form says."""
        manners, words = self.language.manners, self.language.attributions.manner
        first = self.text[draft.content[0][0] : draft.content[0][1]].strip(" ,'‘’“”\"")
        for start, end in draft.cue:
            for match in WORD.finditer(self.text, start, end):
                following = WORD.search(self.text, match.end(), match.end() + 12)
                behind = f" {following.group().lower()}" if following else ""
                forms = forms_of(match.group().lower(), words)
                keys = [*(form + behind for form in forms), *forms]
                manner = next((manners[key] for key in keys if key in manners), None)
                if manner == "asks" and words.asked_to.search(first):
                    return "demands"  # "asked the prince to head the council", "asked for an escort"
                if any(form in words.ordering for form in forms) and words.ordered.match(first):
                    return "demands"  # "told her to leave", "insist that it be shut"
                if manner is not None and manner != "says":
                    return manner
        if words.denied.match(first):
            return "denies"
        asked = self._is_question(first) and (draft.turn or self._quoted(draft) or not draft.cue or self._marked(draft))
        return "asks" if asked else "says"

    def _is_question(self, content: str) -> bool:
        """Whether the last sentence is one that asks; "He calls and asks: why not?" tells of a question."""
        last = re.split(r"(?<=[.!?])\s+", content)[-1].lower().split()
        return content.endswith("?") and (
            last[0].replace("’", "'") in self.language.attributions.manner.questions or len(last) < SHORT_QUESTION
        )

    def _quoted(self, draft: Draft) -> bool:
        return self.text[draft.content[0][0]] in "“\"„«‘'"

    def _marked(self, draft: Draft) -> bool:
        """Whether the content follows a colon: "The question was simple: who had the key?"."""
        at = draft.content[0][0]
        while at and self.text[at - 1].isspace():
            at -= 1
        return self.text[at - 1 : at] == ":"

    def _sentence_mentions(self, draft: Draft) -> list[Mention]:
        """Mentions near the cue and source that are not in the content."""
        parts = [*draft.source, *draft.cue]
        if not parts:
            return []
        low = min(a for a, _ in parts) - 2 * NEAR
        high = max(b for _, b in parts) + 2 * NEAR
        return [
            m
            for m in self.starting(low, high)
            if m.span.end <= high and not _inside(m, draft.content)
            and not SENTENCE_END.search(self.text[min(m.span.end, high) : min(a for a, _ in parts)])
            and not SENTENCE_END.search(self.text[max(b for _, b in parts) : m.span.start])
        ]  # fmt: skip


def _inside(mention: Mention, pieces: Iterable[Piece]) -> bool:
    return any(a <= mention.span.start and mention.span.end <= b for a, b in pieces)


def forms_of(word: str, words: MannerWords) -> list[str]:
    """A word and what it may be an inflection of, likeliest first; no dictionary is asked.

    >>> forms_of("denied", MannerWords(endings=("ed",), mute=frozenset({"ed"}), mute_letter="e", changed=("i", "y")))
    ['denied', 'deny', 'denie', 'deni']
    """
    out = [word]
    if word in words.lemmas:
        out.append(words.lemmas[word])
    for ending in words.endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem.endswith(words.changed[0]):
                out.append(stem[: -len(words.changed[0])] + words.changed[1])
            if ending in words.mute:
                out.append(stem + words.mute_letter)
            out.append(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
    return out
