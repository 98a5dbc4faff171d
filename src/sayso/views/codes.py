"""Actor codes: of which country and which sector someone is, as the report says by title, role, name or description.

Called by the case step that compares actors, by what masks private persons, and by POLECAT's columns. Each code comes
with the words that are the reason. What the words leave open has no code: an envoy to a country is not of it, a former
minister holds no office, and two countries in one phrase are none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language, load_language
from sayso.lang.needs.offices import OfficeWords
from sayso.values.findings import Entity, Fact, Mention
from sayso.values.identities import ActorCode
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.world.agencies import agency_name
from sayso.world.capitals import countries_by_capital
from sayso.world.country_codes import ALPHA3, COUNTRIES, country_names
from sayso.world.scripts import APOSTROPHES, latin

STATE: Final = "GOV"
BETWEEN_STATES: Final = "IGO"
PRESS: Final = "MED"
WORD: Final = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?(?:'s\b|'(?!\w))?")
MAX_WORDS: Final = 24  # of a title or description; what comes behind says no more of whose it is
MAX_PHRASE: Final = 5  # words of a country's name, or of an office
MAX_BEFORE: Final = 60  # characters before a description in which its owner stands
BODIES: Final = ("Organization", "PublicBody", "LegalEntity")
STATELY: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# Sectors of those who are not in public by them: a resident, a refugee, a worker, a teacher, a doctor.
PRIVATE: Final = frozenset({"", "CVL", "REF", "LAB", "EDU", "HLH"})


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What a phrase says: country and sector, "" for unknown, and whether it tells of a public office."""

    country: str = ""
    sector: str = ""
    public: bool = False


class Codes:
    """The codes of the entities of one reading."""

    def __init__(self, reading: Reading, language: Language | None = None) -> None:
        self._phrases = phrases_of((language or load_language("en")).code)
        self._text = reading.report.text
        self._mentions = {mention.id: mention for mention in reading.mentions}
        self._entities = {entity.id: entity for entity in reading.entities}
        self._bodies: dict[str, tuple[ActorCode, ...]] = {}

    def of(self, entity: Entity) -> tuple[ActorCode, ...]:
        """Countries and sectors of someone, each once, by the place of the words that say so."""
        found = self._person(entity) if entity.schema == "Person" else self._body(entity)
        first: dict[str, ActorCode] = {}
        for code in sorted(found, key=lambda one: (one.start, one.end, one.code)):
            first.setdefault(code.code, code)
        return tuple(first.values())

    def is_public(self, entity: Entity) -> bool:
        """Whether the report gives a person an office, present or past, or a calling that is exercised in public."""
        return any(self._phrases.of_person(fact.value, True).public for fact in _offices(entity))

    def _person(self, entity: Entity) -> Iterator[ActorCode]:
        sector = outward = False
        for fact in _offices(entity):
            said = self._phrases.of_person(fact.value)
            outward |= self._phrases.is_outward(fact.value)
            sector |= bool(said.sector)
            yield from _coded(said, fact.span)
        for fact in entity.facts:
            if fact.kind != "affiliation":
                continue
            body = self._entities.get(fact.of or "")
            said = self._phrases.of_body(fact.value)
            if outward and not self._owns(fact.span):
                continue  # "Iran expert"
            held = self._body(body) if body is not None and body.schema in BODIES else ()
            codes = [code.code for code in held]
            country = said.country or next((code for code in codes if code in COUNTRIES), "")
            own = said.sector or next((code for code in codes if code not in COUNTRIES), "")
            yield from _coded(OfficeFacts(country, "" if sector else own), fact.span)

    def _owns(self, span: Span) -> bool:
        """Whether a body is told as whose someone is: "Iran's envoy", "the envoy of Iran"."""
        words = self._phrases.words
        before = _plain(self._text[max(0, span.start - MAX_BEFORE) : span.start]).split()
        behind = self._text[span.end : span.end + 2].translate(APOSTROPHES)
        return behind.startswith(words.ends) or any(word in words.owners for word in before[-2:])

    def _body(self, entity: Entity) -> tuple[ActorCode, ...]:
        if entity.id not in self._bodies:
            self._bodies[entity.id] = ()  # a body whose affiliation leads back to it
            self._bodies[entity.id] = tuple(self._of_body(entity))
        return self._bodies[entity.id]

    def _of_body(self, entity: Entity) -> Iterator[ActorCode]:
        for id_ in entity.mentions:
            mention = self._mentions[id_]
            if mention.kind == "pronoun":
                continue
            said = self._phrases.of_body(mention.span.text, entity.schema == "PublicBody")
            if not said.country and (owner := self._owner(mention)) and said.sector != BETWEEN_STATES:
                said = OfficeFacts(owner, said.sector)
            yield from _coded(said, mention.span)

    def _owner(self, mention: Mention) -> str:
        """The country whose a body is: Iran, of "Iran's Interior Ministry"."""
        start = mention.span.start
        before = self._text[max(0, start - MAX_BEFORE) : start].translate(APOSTROPHES).rstrip()
        end = next((end for end in self._phrases.words.ends if before.endswith(end)), None)
        return self._phrases.country_at_end(before[: -len(end)]) if end else ""


def _offices(entity: Entity) -> Iterator[Fact]:
    return (fact for fact in entity.facts if fact.kind in ("title", "role"))


def _coded(said: OfficeFacts, span: Span) -> Iterator[ActorCode]:
    for code in (said.country, said.sector):
        if code:
            yield ActorCode(code, span.start, span.end, span.text)


@functools.lru_cache(maxsize=4)
def phrases_of(code: str) -> OfficeTerms:
    """What reads titles and descriptions of a language; made once a process."""
    return OfficeTerms(load_language(code))


class OfficeTerms:
    """Reads titles, names and descriptions by the words of a language."""

    def __init__(self, language: Language) -> None:
        self.words: OfficeWords = language.titled
        self._not_held = language.bygone | self.words.shadows | self.words.none
        self._press = language.press
        self._articles = language.grammar.articles
        self._nouns = {name: code for name, code in country_names().items() if name not in self.words.unsure}
        self._nouns |= {
            _plain(form): self._nouns[_plain(name)]
            for form, name in language.same_country.items()
            if _plain(name) in self._nouns
        }
        self._peoples = _peoples(language, self.words.unsure)
        self.of_person = functools.lru_cache(maxsize=1 << 14)(self._of_person)
        self.of_body = functools.lru_cache(maxsize=1 << 14)(self._of_body)

    def is_outward(self, phrase: str) -> bool:
        """Whether someone deals with a country rather than being of it: expert, envoy."""
        head, _ = self._parted(self._taken(phrase))
        return bool(head) and head[-1].plain in self.words.outward

    def country_at_end(self, text: str) -> str:
        """The country whose name a text ends with, as alpha-3; "" for none."""
        words = [word.plain for word in self._taken(text[-MAX_BEFORE:])][-MAX_PHRASE:]
        ends = (" ".join(words[at:]) for at in range(len(words)))
        return next((self._nouns[name] for name in ends if name in self._nouns), "")

    def _of_person(self, phrase: str, bygone: bool = False) -> OfficeFacts:
        """What a title or role says; of a former office only that there was one, where `bygone` asks for it."""
        taken = self._taken(phrase)
        present = [word for word in taken if word.plain not in self._not_held]
        head, tail = self._parted(present)
        if not head or (len(present) < len(taken) and not bygone):
            return OfficeFacts()
        office = head[-1].plain
        body = self._behind(tail, acts=office in self.words.of_state)
        general = office in self.words.public | self.words.of_state | self.words.within
        sector = self._office([word.plain for word in head], [word.plain for word in tail], general)
        link = tail[0].plain if tail else ""
        if general and not sector and link in self.words.owners | self.words.members:
            sector = body.sector
        country = self._country_before(head, compound=office not in self.words.outward)
        if link in self.words.owners or (general and sector and link in self.words.members):
            country = _one(country, body.country)
        if not sector and country and office in self.words.of_state:
            sector = STATE
        public = (sector not in PRIVATE and office not in self.words.private) or office in self.words.public
        public |= any(word.plain in self.words.none for word in taken)
        return OfficeFacts(country, sector, public)

    def _office(self, head: Sequence[str], tail: Sequence[str], general: bool) -> str:
        """The sector of an office by its own words: "secretary of state", "rebel commander", "UN envoy"."""
        words = self.words
        whole = [*head, *tail]
        over = (  # phrases that go over the border: "secretary of state"
            " ".join(whole[start:end])
            for start in range(len(head))
            for end in range(min(len(whole), start + MAX_PHRASE), len(head), -1)
        )
        ending = (" ".join(head[start:]) for start in range(max(0, len(head) - MAX_PHRASE), len(head)))
        sector = next((words.persons[phrase] for phrase in (*over, *ending) if phrase in words.persons), "")
        mark = next((words.marks[word] for word in head[:-1] if word in words.marks), "")
        if mark and (general or sector in STATELY):
            return mark
        if _longest(head[:-1], words.bodies_between_states) and (general or sector in STATELY):
            return BETWEEN_STATES
        if sector or not general:
            return sector
        kind = _longest(head[:-1], words.kinds) or _longest(head[:-1], words.bodies)
        return words.kinds.get(kind) or words.bodies.get(kind, "")

    def _behind(self, tail: Sequence[OfficeWord], *, acts: bool) -> OfficeFacts:
        """What stands behind "of" or the like, as a body; also whose it is: "of Foreign Affairs of Iran"."""
        if len(tail) < 2:
            return OfficeFacts()
        said = self.of_body(" ".join(word.written for word in tail[1:]), acts)
        owner = max((at for at, word in enumerate(tail) if word.plain in self.words.owners), default=0)
        last = self._nouns.get(" ".join(word.plain for word in tail[owner + 1 :]), "") if owner else ""
        return OfficeFacts(said.country or last, said.sector)

    def _of_body(self, phrase: str, acts: bool = False) -> OfficeFacts:
        """What a body's name or description says.

        acts   whether it is a state that acts, where it is the name of a country or a capital
        """
        words = self.words
        taken = self._taken(phrase)
        head, tail = self._parted(taken)
        plain = [word.plain for word in taken]
        heads = [word.plain for word in head]
        name = " ".join(plain)
        if name in self._nouns:
            return OfficeFacts(self._nouns[name], STATE) if acts else OfficeFacts(self._nouns[name])
        if acts and name in countries_by_capital() and (code := self._nouns.get(countries_by_capital()[name])):
            return OfficeFacts(code, STATE)
        if _longest(heads, words.bodies_between_states) and not self._country_before(head, compound=False):
            return OfficeFacts("", BETWEEN_STATES)
        if name in words.rights:
            return OfficeFacts("", words.rights[name])
        if name and (agency_name(phrase) or name in self._press):
            return OfficeFacts("", PRESS)
        mark = next((words.marks[word] for word in heads[:-1] if word in words.marks), "")
        sector = self._sector_of_body(heads, [word.plain for word in tail])
        sector = mark if mark and (not sector or sector in STATELY) else sector
        country = self._country_before(head, compound=sector in STATELY)
        if sector and tail and tail[0].plain in words.owners:
            country = _one(country, self._behind(tail, acts=False).country)
        return OfficeFacts(country, sector)

    def _sector_of_body(self, head: Sequence[str], tail: Sequence[str]) -> str:
        """The sector by the last word before "of" that tells, else by what stands before it: "rebel group"."""
        words = self.words
        for end in range(len(head), 0, -1):
            for start in range(max(0, end - MAX_PHRASE), end):
                if (phrase := " ".join(head[start:end])) in words.bodies:
                    return words.bodies[phrase]
        over = " ".join([*head[-1:], *tail[:1], *tail[1:2]])  # "ministry of defence", "house of lords"
        return words.bodies.get(over) or words.kinds.get(_longest(head[:-1], words.kinds), "")

    def _country_before(self, head: Sequence[OfficeWord], *, compound: bool) -> str:
        """The one country that the words before a noun name; "" where they name none, or two.

        compound   whether the noun takes a country's bare name for its own: "Iran President", not "Iran Air"
        """
        found: set[str] = set()
        at = 0
        while at < len(head):
            for size in range(min(MAX_PHRASE, len(head) - at), 0, -1):
                phrase = " ".join(word.plain for word in head[at : at + size])
                if (code := self._peoples.get(phrase)) is not None:
                    found.add(code)
                elif (code := self._nouns.get(phrase)) is not None and at + size < len(head):
                    if phrase in self.words.theirs or head[at + size - 1].owner or compound:
                        found.add(code)
                else:
                    continue
                at += size - 1
                break
            else:
                if head[at].owner:
                    found.clear()  # "the Iranian president's brother"
            at += 1
        return found.pop() if len(found) == 1 else ""

    def _parted(self, taken: Sequence[OfficeWord]) -> tuple[list[OfficeWord], list[OfficeWord]]:
        """The words up to the first "of" or the like, and those from it on."""
        at = next((at for at, word in enumerate(taken) if at and word.plain in self.words.splits), len(taken))
        return list(taken[:at]), list(taken[at:])

    def _taken(self, phrase: str) -> list[OfficeWord]:
        """The words of a phrase without articles. US is a country's name where it is in capitals alone."""
        found: list[OfficeWord] = []
        for match in WORD.finditer(phrase.translate(APOSTROPHES)):
            written = match[0]
            end = next((end for end in self.words.ends if written.endswith(end)), "")
            bare = written.removesuffix(end)
            plain = _plain(bare)
            if plain in self._articles or (plain in self.words.theirs and not bare.replace(".", "").isupper()):
                continue
            found.append(OfficeWord(plain, written, bool(end)))
            if len(found) == MAX_WORDS:
                break
        return found


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A word of a phrase: as it is looked up, as it is written, and whether it says whose the next is."""

    plain: str
    written: str
    owner: bool = False


def _plain(text: str) -> str:
    return " ".join(latin(text).replace(".", "").split())


def _one(left: str, right: str) -> str:
    """The country that two places of a phrase name; "" where they name two."""
    return (left or right) if not left or not right or left == right else ""


def _longest(words: Sequence[str], table: Collection[str]) -> str:
    """The longest phrase of a table anywhere in the words; "" for none."""
    phrases = (
        " ".join(words[at : at + size])
        for at in range(len(words))
        for size in range(1, min(MAX_PHRASE, len(words)) + 1)
    )
    return max((phrase for phrase in phrases if phrase in table), key=len, default="")


def _peoples(language: Language, unsure: frozenset[str]) -> dict[str, str]:
    """Words for the people of a country and what is theirs -> alpha-3; without those of two countries."""
    found: dict[str, str] = {}
    twice = set(unsure)
    for code, words in language.places.country_demonyms.items():
        for form in (form for word in words for form in (_plain(word), _plain(word) + language.places.people_ending)):
            if found.setdefault(form, ALPHA3.get(code, "")) != ALPHA3.get(code, ""):
                twice.add(form)
    return {word: code for word, code in found.items() if code and word not in twice}
