"""What to call those whom a reading speaks of: every view, page and export asks here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from sayso.values.findings import Entity, Mention
from sayso.values.reading import Reading

MOST_WORDS: Final = 200  # words for someone that a row holds
NOT_NAMED: Final = "(someone not named)"
OPENS: Final = re.compile(r"(?:\A|[.!?:\n–—-])[\s\"“”‘’'(]{0,8}\Z")  # before what begins a sentence
BEFORE: Final = 8  # characters in which it stands


class Names:
    """The names of one reading; each mention is looked up once.

    >>> from sayso import Entity, Mention, Report
    >>> report = Report.of("Halim Terzo said he was there.")
    >>> name = Mention(report.id + "/m0", report.span(0, 11), report.span(6, 11), "name", "Person")
    >>> he = Mention(report.id + "/m17", report.span(17, 19), report.span(17, 19), "pronoun", "Person")
    >>> terzo = Entity(report.id + "/n0", (name.id, he.id), "Halim Terzo", "Person")
    >>> Names(Reading(report, mentions=(name, he), entities=(terzo,))).of(he.id)
    'Halim Terzo'
    """

    def __init__(self, reading: Reading) -> None:
        self._know(reading.mentions, reading.entities)

    @classmethod
    def among(cls, mentions: Iterable[Mention], entities: Iterable[Entity]) -> Names:
        """The names of a reading that is not whole yet: for the steps that come after coreference."""
        names = cls.__new__(cls)
        names._know(mentions, entities)
        return names

    def _know(self, mentions: Iterable[Mention], entities: Iterable[Entity]) -> None:
        self._mentions: dict[str, Mention] = {mention.id: mention for mention in mentions}
        self._owner = {mention: entity for entity in entities for mention in entity.mentions}
        self._words: dict[str, tuple[str, ...]] = {}  # id of an entity -> all that it is called
        self._roles: dict[str, str] = {}
        self._called: dict[str, str] = {}  # id of an entity -> what it is called, as they turn up

    def of(self, mention: str) -> str:
        """The entity's name, else the first words for it that are no pronoun, else the words of the mention."""
        entity = self._owner.get(mention)
        if entity is None:
            return self._mentions[mention].span.text
        called = self._called.get(entity.id)
        if called is None:
            held = (self._mentions[m] for m in entity.mentions)
            words = (m.span.text for m in held if m.kind != "pronoun")
            called = self._called[entity.id] = entity.name or next(words, "")
        return called or self._mentions[mention].span.text

    def listed(self, mention: str, text: str) -> str:
        """What a list calls someone: the name; a description as it stands inside a sentence; NOT_NAMED for "we" alone.

        text   of the report; "The official" that begins a sentence is "the official" where it has "the" elsewhere
        """
        entity = self._owner.get(mention)
        if entity is None or entity.name:
            return self.of(mention)
        told = next((one for m in entity.mentions if (one := self._mentions[m]).kind != "pronoun"), None)
        if told is None:
            return NOT_NAMED
        words, start = told.span.text, told.span.start
        first = words.partition(" ")[0]
        small = first.lower()
        if told.kind != "nominal" or not first.istitle() or not OPENS.search(text, max(0, start - BEFORE), start):
            return words
        return small + words[len(first) :] if re.search(rf"\b{re.escape(small)}\b", text) else words

    def someone(self, mention: str) -> str:
        """The id of the entity that a mention belongs to; the mention's own before coreference was done."""
        entity = self._owner.get(mention)
        return entity.id if entity is not None else mention

    def each(self, mentions: Iterable[str]) -> list[str]:
        """What to call those whom these mentions stand for, each once."""
        return list(dict.fromkeys(self.of(mention) for mention in mentions))

    def all_of(self, mention: str) -> str:
        """All that someone is called, each once: for the search, not for show."""
        words = [self.of(mention), self._mentions[mention].span.text]
        entity = self._owner.get(mention)
        return " | ".join(dict.fromkeys([*words, *(self._words_of(entity) if entity is not None else ())]))

    def _words_of(self, entity: Entity) -> tuple[str, ...]:
        """The words for someone that are no pronouns and what the facts call it, each once; at most MOST_WORDS."""
        found = self._words.get(entity.id)
        if found is None:
            held = (self._mentions[m] for m in entity.mentions)
            words = [mention.span.text for mention in held if mention.kind != "pronoun"]
            words += [fact.value for fact in entity.facts if fact.kind in ("alias", "role", "title", "affiliation")]
            found = self._words[entity.id] = tuple(islice(dict.fromkeys(words), MOST_WORDS))
        return found

    def role_of(self, mention: str | None) -> str:
        """The titles, roles and affiliations that the report gives for someone, each once."""
        entity = self._owner.get(mention) if mention else None
        if entity is None:
            return ""
        if entity.id not in self._roles:
            told = dict.fromkeys(f.value for f in entity.facts if f.kind in ("title", "role", "affiliation"))
            self._roles[entity.id] = "; ".join(islice(told, MOST_WORDS))
        return self._roles[entity.id]
