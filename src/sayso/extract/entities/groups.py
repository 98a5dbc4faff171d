"""Someone while a report is read from its first word to its last: the mentions so far, and what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.extract.entities.context import Item
from sayso.lang.needs.pronouns import PERSONAL, PronounKind

RANK: Final = {"S": 5, "P": 4, "O": 3, "B": 3, "I": 2, "G": 1, "T": 1, "R": 2, "X": 0}


class Group:
    """The mentions that are one someone.

    members   all items that belong here for sure, later ones included; what they tell (gender, schema) holds at once
    seen      the items passed so far, in order
    impersonal   whether all names among them are those of no person
    noun      the latest of them that is no pronoun
    told      the words of those of them that were asked for so far (entities.nominals)
    """

    __slots__ = ("_held", "best", "body", "gender", "impersonal", "lemmas", "many", "members", "named", "noun",
                 "person", "plain", "schema", "seen", "single", "spoke", "sure", "told", "told_of")  # fmt: skip

    def __init__(self, members: Iterable[Item]) -> None:
        self.members: list[Item] = []
        self.seen: list[Item] = []
        self._held: set[int] = set()
        self.told: set[str] = set()
        self.told_of = 0  # how many of `seen` are in `told`
        self.best: Item | None = None
        self.noun: Item | None = None
        self.gender = ""
        self.sure = False
        self.named = self.person = self.body = self.many = self.plain = self.spoke = False
        self.single = self.impersonal = True
        self.schema = "Thing"
        self.lemmas: set[str] = set()
        for item in members:
            self.take(item)

    def take(self, item: Item) -> None:
        """Add what an item tells."""
        self.members.append(item)
        self._held.add(item.index)
        schema = item.mention.schema
        # a pronoun may have been given to the wrong one: it makes no gender sure
        sure = item.sure and (item.mention.kind != "pronoun" or len(self.members) == 1)
        if item.gender and (not self.gender or (sure and not self.sure)):
            self.gender, self.sure = item.gender, sure
        if item.name:
            self.named = True
            self.single = self.single and len(item.words) < 2
            self.impersonal = self.impersonal and item.impersonal
            self.lemmas.update(item.title)
        elif item.mention.kind == "nominal":
            self.lemmas.add(item.lemma)
            self.plain = True
        if schema == "Person" and item.mention.kind != "pronoun" or item.kind in PERSONAL:
            self.person = True
        self.body = self.body or item.body
        if schema != "Thing" and item.mention.kind != "pronoun" and (self.schema == "Thing" or item.name):
            self.schema = schema
        # "We ask for justice," he said: who says "we" is one all the same
        self.many = self.many or (item.mention.many and item.kind is not PronounKind.FIRST_PLURAL)

    def holds(self, item: Item | None) -> bool:
        """Whether an item is one of the members."""
        return item is not None and item.index in self._held

    def see(self, item: Item, *, speaks: bool) -> None:
        """Pass an item: it is the latest one now; the most prominent one of its sentence is kept."""
        self.seen.append(item)
        if self.best is None or self.best.sentence != item.sentence or RANK[item.role] > RANK[self.best.role]:
            self.best = item
        self.spoke = self.spoke or speaks
        if item.mention.kind != "pronoun":
            self.noun = item

    @property
    def named_by(self) -> Item:
        """The latest item passed that is no pronoun; else the first of all that is none, else the latest."""
        if self.noun is not None:
            return self.noun
        return next((item for item in self.members[:8] if item.mention.kind != "pronoun"), self.last)

    @property
    def last(self) -> Item:
        """The latest item passed; the first of all where none was."""
        return self.seen[-1] if self.seen else self.members[0]
