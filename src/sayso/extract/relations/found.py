"""What the parts of this step hand on: one signed tie between two mentions, and who the mentions of a report are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.relations import RelationWords
from sayso.nlp.tree import Tree
from sayso.values.findings import Entity, Mention
from sayso.values.terms import SOMEONE, Factuality, RelationBasis

MAX_BEFORE: Final = 4  # words between a noun and its preposition


@dataclass(frozen=True, slots=True)
class Found:
    """One relation before it has an id.

    words   tokens that show it, in order
    event   id of the event that tells it, "" for none
    sure    whether words alone say it, with no model
    """

    holder: str
    target: str
    sign: int
    basis: RelationBasis
    words: tuple[int, ...]
    factuality: Factuality = "CT+"
    event: str = ""
    sure: bool = True


def under(tree: Tree, words: RelationWords, noun: int) -> bool:
    """Whether a noun stands under a preposition by which somebody has it: "with the full backing"."""
    for token in range(noun - 1, max(-1, noun - MAX_BEFORE - 1), -1):
        if tree.lower[token] in words.under:
            return True
        if tree.pos[token] not in ("DET", "ADJ", "ADV"):
            return False
    return False


class Somebodies:
    """The mentions that are someone, by the token of their head.

    examples   prepositions before an example: "such as", "like"
    countries  whether a country that is named as a place is someone too: it is where it is told to be an ally
    """

    def __init__(
        self,
        tree: Tree,
        mentions: Iterable[Mention],
        entities: Sequence[Entity],
        examples: frozenset[str] = frozenset(),
        *,
        countries: bool = False,
    ) -> None:
        self.tree, self.examples = tree, examples
        self.owner = {mention: entity for entity in entities for mention in entity.mentions}
        self.as_places: set[str] = set()  # ids of entities
        self.known: dict[str, Mention] = {}
        self.at: dict[int, Mention] = {}
        self.token: dict[str, int] = {}
        token_at = {end: number for number, end in enumerate(tree.end)}
        for mention in mentions:
            owner = self.owner.get(mention.id)
            self.known[mention.id] = mention
            token = token_at.get(mention.head.end)
            if countries and token is not None and owner is not None and owner.schema == "Address":
                if tree.entity[token] == "GPE":
                    self.as_places.add(owner.id)
            if token is None or not self.someone(mention.id):
                continue
            self.token[mention.id] = token
            held = self.at.get(token)
            if held is None or mention.span.end - mention.span.start > held.span.end - held.span.start:
                self.at[token] = mention

    def someone(self, mention: str) -> str:
        """The id of the entity that a mention stands for, "" for what is no one."""
        owner = self.owner.get(mention)
        known = owner is not None and (owner.schema in SOMEONE or owner.id in self.as_places)
        return owner.id if owner is not None and known else ""

    def schema(self, mention: str) -> str:
        """What kind of someone it is, "" where that is not known."""
        owner = self.owner.get(mention)
        return owner.schema if owner is not None else ""

    def named(self, mention: str) -> bool:
        """Whether the report has a name for them."""
        owner = self.owner.get(mention)
        return owner is not None and bool(owner.name)

    def apart(self, one: str, other: str) -> bool:
        """Whether two mentions are two someones, neither of which is a part of the other."""
        first, second = self.owner.get(one), self.owner.get(other)
        if first is None or second is None or first.id == second.id:
            return False
        return first.part_of != second.id and second.part_of != first.id

    def joined(self, token: int) -> Iterator[Mention]:
        """The mention of a token and those that are joined to it: "Iran and Syria", "states such as Iran"."""
        waiting = [token]
        for one in waiting:
            if one in self.at:
                yield self.at[one]
            for kid in self.tree.kids[one]:
                if self.tree.dep[kid] == "conj":
                    waiting.append(kid)
                elif self.tree.dep[kid] == "prep" and self.tree.lower[kid] in self.examples:
                    waiting += [inner for inner in self.tree.kids[kid] if self.tree.dep[inner] == "pobj"]

    def with_examples(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """These mentions, and the examples that are given of them."""
        found = dict.fromkeys(mentions)
        for mention in tuple(found):
            token = self.token.get(mention)
            if token is not None and any(self.tree.lower[kid] in self.examples for kid in self.tree.kids[token]):
                found |= {one.id: None for one in self.joined(token)}
        return tuple(found)
