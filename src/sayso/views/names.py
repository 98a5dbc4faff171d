"""What to call those whom a reading speaks of; each mention is looked up once."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.values.findings import Entity, Mention
from sayso.values.reading import Reading


class Names:
    """The names of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._mentions: dict[str, Mention] = {mention.id: mention for mention in reading.mentions}
        self._owner = {mention: entity for entity in reading.entities for mention in entity.mentions}

    def of(self, mention: str) -> str:
        """The entity's name, else the first words for it that are no pronoun, else the words of the mention."""
        entity = self._owner.get(mention)
        if entity is None:
            return self._mentions[mention].span.text
        return entity.name or self._first_words(entity) or self._mentions[mention].span.text

    def _first_words(self, entity: Entity) -> str | None:
        held = (self._mentions[mention] for mention in entity.mentions)
        return next((mention.span.text for mention in held if mention.kind != "pronoun"), None)

    def each(self, mentions: Iterable[str]) -> list[str]:
        """What to call those whom these mentions stand for, each once."""
        return list(dict.fromkeys(self.of(mention) for mention in mentions))

    def all_of(self, mention: str) -> str:
        """All that someone is called, each once: for the search, not for show."""
        entity = self._owner.get(mention)
        words = [self.of(mention), self._mentions[mention].span.text]
        if entity is not None:
            words += [self._mentions[m].span.text for m in entity.mentions if self._mentions[m].kind != "pronoun"]
            words += [fact.value for fact in entity.facts if fact.kind in ("alias", "role", "title", "affiliation")]
        return " | ".join(dict.fromkeys(words))

    def role_of(self, mention: str | None) -> str:
        """The titles, roles and affiliations that the report gives for someone, each once."""
        entity = self._owner.get(mention) if mention else None
        facts = entity.facts if entity is not None else ()
        return "; ".join(dict.fromkeys(f.value for f in facts if f.kind in ("title", "role", "affiliation")))
