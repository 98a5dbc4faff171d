"""Whom the parts of an event stand for: mentions, and the group or state behind its members and organs.

A share stands for what it is a share of ("some of the monks"), a member for the group too ("members of the League"), an
organ for the state ("the Kestria cabinet"), "her country" for the one she speaks for. "Anyone" and "nobody" are no one,
and a village that is shelled, or left, is a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sayso.extract.events.arguments import Part
from sayso.extract.events.types import Kind
from sayso.lang.needs.events import ActorWords
from sayso.nlp.tree import Tree
from sayso.values.findings import Entity, Mention
from sayso.values.terms import VERBAL

ACTING: Final = frozenset({"agent", "patient", "recipient"})
BODIES: Final = frozenset({"Organization", "PublicBody"})


class Actors:
    """The mentions of one report by their head's token, and what their entities are known to belong to."""

    def __init__(
        self, tree: Tree, words: ActorWords, mentions: Iterable[Mention], entities: Iterable[Entity] = ()
    ) -> None:
        self.tree = tree
        self.words = words
        self.heads = _mentions_by_token(tree, mentions)
        self.known = {one.id: one for one in self.heads.values()}
        self.entities = {one.id: one for one in entities}
        self.owner = {mention: one for one in self.entities.values() for mention in one.mentions}
        self.bodies: dict[str, str | None] = {}  # id of an entity -> the one body it belongs to, as they turn up
        self.names: dict[str, Mention] = {}
        for one in self.heads.values():
            if one.kind == "name" and one.schema in BODIES:
                self.names.setdefault(one.head.text.lower(), one)

    def someone(self) -> frozenset[int]:
        """The tokens that stand for someone."""
        return frozenset(token for token in self.heads if self.tree.lower[token] not in self.words.nobody)

    def mention_of(self, trigger: int, part: Part, kind: Kind) -> Mention | None:
        """The mention that a part is, None where it stands for no one."""
        tree, token = self.tree, part.token
        if token not in self.heads and (tree.lower[token] in self.words.shares or tree.pos[token] == "NUM"):
            token = self._shared(token)
        mention = self.heads.get(token)
        if mention is None or tree.lower[token] in self.words.nobody:
            return None
        if part.role in ("patient", "recipient") and self._is_place(trigger, part, mention, kind):
            return None
        return mention

    def behind(self, part: Part, kind: Kind) -> Iterator[Mention]:
        """The groups and states whose act is that of a part."""
        if part.role not in ACTING or part.token not in self.heads:
            return
        token, mention = part.token, self.heads[part.token]
        lemma = self.tree.lemma[token]
        found: list[Mention | None] = []
        if mention.kind == "nominal":
            if lemma in self.words.members or lemma in self.words.organs:
                found += self._belongs(token, self.words.organs if lemma in self.words.organs else self.words.members)
            if lemma in self.words.own:
                found.append(self._own(token))
        elif mention.kind == "pronoun" and kind.type is not None and part.role == "agent":
            if self.tree.lower[token] in self.words.we:
                found.append(self._affiliation(mention))
        yield from (one for one in found if one is not None and one.id != mention.id)

    def _shared(self, token: int) -> int:
        """What a share is of: "none of the eleven pilots"."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] == "prep" and tree.lower[kid] in self.words.of:
                return next((k for k in tree.kids[kid] if tree.dep[k] == "pobj"), token)
        return token

    def _is_place(self, trigger: int, part: Part, mention: Mention, kind: Kind) -> bool:
        """Whether a place is no one here: shelled, left, closed; a school that is criticized is someone."""
        tree = self.tree
        if tree.lemma[trigger] in self.words.motion:
            home = tree.entity[part.token] in ("GPE", "LOC", "FAC") or mention.schema in BODIES
            return tree.dep[part.token] == "dobj" and (home or tree.lower[part.token] in self.words.it)
        verbal = kind.type in VERBAL
        return (
            part.role == "patient"
            and mention.kind == "nominal"
            and not verbal
            and tree.lemma[part.token] in self.words.places
        )

    def _belongs(self, token: int, allowed: frozenset[str]) -> list[Mention | None]:
        """Whose members or organ a noun names, by "of", an owner or the noun in front of it."""
        tree = self.tree
        found: list[Mention | None] = []
        for kid in tree.kids[token]:
            if tree.dep[kid] == "prep" and tree.lower[kid] in self.words.of:
                found += [self._body(k) for k in tree.kids[kid] if tree.dep[k] == "pobj"]
            elif tree.dep[kid] == "poss":
                found.append(self._body(kid))
            elif tree.dep[kid] in ("compound", "nmod") and tree.pos[kid] == "PROPN":
                found.append(self.names.get(tree.lower[kid]))
        return found

    def _body(self, token: int) -> Mention | None:
        """The mention of a body; of a pronoun too, if it stands for one."""
        mention = self.heads.get(token)
        if mention is None:
            return None
        if mention.kind == "pronoun":
            owner = self.owner.get(mention.id)
            return mention if owner is not None and owner.schema in BODIES else None
        return mention if mention.schema in BODIES else None

    def _own(self, token: int) -> Mention | None:
        """What "her country" is, where the report says to whom she belongs."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] == "poss" and kid in self.heads and tree.tag[kid] == "PRP$":
                return self._affiliation(self.heads[kid])
        return None

    def _affiliation(self, mention: Mention) -> Mention | None:
        """The one body that someone is said to belong to; None where there are several."""
        owner = self.owner.get(mention.id)
        if owner is None:
            return None
        if owner.id not in self.bodies:
            told = {fact.of for fact in owner.facts if fact.kind == "affiliation" and fact.of}
            self.bodies[owner.id] = next(iter(told)) if len(told) == 1 else None
        body = self.entities.get(self.bodies[owner.id] or "")
        if body is None or body.schema not in BODIES:
            return None
        return next((self.known[one] for one in body.mentions if one in self.known), None)


def _mentions_by_token(tree: Tree, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Token -> the mention whose head's last word it is; of two the wider one."""
    token_at = {end: i for i, end in enumerate(tree.end)}
    out: dict[int, Mention] = {}
    for mention in mentions:
        token = token_at.get(mention.head.end)
        if token is None:
            continue
        known = out.get(token)
        if known is None or mention.span.end - mention.span.start > known.span.end - known.span.start:
            out[token] = mention
    return out
