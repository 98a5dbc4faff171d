"""Whom someone promises, gives or refuses what they need, stands behind, or has in their house.

"Three governments promised the exiles safety", "they lived under the protection of Velmar", "Velmar hosts the Front".
A promise of something else is none of these: whoever promises voters a closure is for nobody by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sayso.extract.relations.found import Found, Somebodies, under
from sayso.extract.relations.told import SaidToBe
from sayso.lang import Language
from sayso.nlp.tree import NOUNS, SUBJECTS, VERBS, Tree
from sayso.values.findings import Mention
from sayso.values.terms import RelationBasis

CLAUSES: Final = ("ccomp", "xcomp", "advcl")
HABITS: Final = frozenset({"VBZ", "VBP"})  # "hosts" tells of more than one evening
MAX_BELOW: Final = 20  # words behind a passive verb among which who does it is looked for
MAX_CLIMB: Final = 4  # words above a noun up to its verb
PAST: Final = "VBN"  # "has hosted", "is hosted"


class Favours:
    """Reads favours and refusals off one report."""

    def __init__(self, tree: Tree, language: Language, people: Somebodies, states: SaidToBe) -> None:
        self.tree, self.words, self.people, self.states = tree, language.relations, people, states
        self.by = language.labels.by

    def found(self) -> Iterator[Found]:
        """All of them, in the order of the text."""
        tree, words = self.tree, self.words
        for token in range(len(tree)):
            lemma = tree.lemma[token]
            if tree.pos[token] in VERBS:
                if lemma in words.pledging:
                    yield from self._given(token, 1)
                elif lemma in words.refusing:
                    yield from self._given(token, -1)
                if lemma in words.hosting:
                    yield from self._hosted(token)
            elif lemma in words.backing and tree.pos[token] in NOUNS:
                yield from self._backed(token)

    # what is promised, given or refused

    def _given(self, verb: int, sign: int) -> Iterator[Found]:
        tree = self.tree
        passive = tree.passive(verb)
        holders = self._doers(verb, passive=passive)
        receivers, boon = self._to_whom(verb, passive=passive)
        if boon is None and sign > 0 and receivers:
            boon = next((kid for kid in tree.kids[verb] if tree.dep[kid] in CLAUSES and self._spares(kid)), None)
        if boon is not None:
            yield from self._ties(holders, receivers, sign, "act", verb, (verb, boon))

    def _doers(self, verb: int, *, passive: bool) -> list[Mention]:
        tree = self.tree
        if not passive:
            subject = tree.child(verb, "nsubj")
            return list(self.people.joined(subject)) if subject is not None else []
        by = [kid for kid in tree.kids[verb] if tree.dep[kid] == "agent"]
        if not by:  # "promised to the miners by Stahl": the parser may hang it on the miners
            below = range(verb + 1, min(tree.right[verb] + 1, verb + MAX_BELOW))
            by = [kid for kid in below if tree.lower[kid] in self.by and tree.dep[kid] == "prep"][:1]
        return [one for kid in by for inner in tree.kids[kid] for one in self.people.joined(inner)]

    def _to_whom(self, verb: int, *, passive: bool) -> tuple[list[Mention], int | None]:
        """Who is to have it, and the word for what they are to have, None for none of `boons`."""
        tree, words = self.tree, self.words
        receivers: list[Mention] = []
        boon = None
        for kid in tree.kids[verb]:
            dep = tree.dep[kid]
            if tree.lemma[kid] in words.boons and (dep in ("dobj", "oprd", "attr") or (passive and dep in SUBJECTS)):
                boon = kid
                receivers += self._whose(kid)
                near = (k for k in tree.kids[kid] if tree.dep[k] in ("compound", "nmod"))
                receivers += [self.people.at[k] for k in near if k in self.people.at]  # "refused [Reyl asylum]"
            elif dep in ("dative", "dobj") or (passive and dep in SUBJECTS):
                receivers += self.people.joined(kid)
            if dep in ("prep", "dative"):
                for inner in tree.kids[kid]:
                    if tree.dep[inner] != "pobj":
                        continue
                    if tree.lemma[inner] in words.boons and tree.lower[kid] in words.of:  # "assured it of support"
                        boon = inner
                    elif tree.lower[kid] in words.linked and tree.lower[kid] not in words.of:
                        receivers += self.people.joined(inner)
        return receivers, boon

    def _whose(self, noun: int) -> Iterator[Mention]:
        """Whose safety it is: "the safety of Reyl", "her safety"."""
        tree = self.tree
        for kid in tree.kids[noun]:
            if tree.dep[kid] == "prep" and tree.lower[kid] in self.words.linked:
                for inner in tree.kids[kid]:
                    yield from self.people.joined(inner)

    def _spares(self, verb: int) -> bool:
        """Whether a clause says that no harm is done: "nobody would touch them", "they will not be handed over"."""
        tree, words = self.tree, self.words
        lemma = tree.lemma[verb]
        if words.verbs.get(lemma) != -1 and lemma not in words.harming:
            return False
        subject = tree.child(verb, "nsubj", "nsubjpass")
        nobody = subject is not None and tree.lower[subject] in words.noone
        return nobody or any(tree.lower[kid] in words.negations for kid in tree.kids[verb])

    # who stands behind somebody

    def _backed(self, noun: int) -> Iterator[Found]:
        tree, words = self.tree, self.words
        if not under(tree, words, noun) or self._without(noun):
            return
        verb = tree.head[noun]
        for _ in range(MAX_CLIMB):
            if tree.pos[verb] in VERBS:
                break
            verb = tree.head[verb]
        else:
            return
        backers = [
            one for kid in tree.kids[noun]
            if tree.dep[kid] == "poss" or (tree.dep[kid] == "prep" and tree.lower[kid] in words.from_whom)
            for inner in ([kid] if tree.dep[kid] == "poss" else tree.kids[kid])
            for one in self.people.joined(inner)
        ]  # fmt: skip
        subject = tree.child(verb, *SUBJECTS)
        backed = list(self.people.joined(subject)) if subject is not None and subject != noun else []
        if subject == noun:  # "with the backing of Velmar, the Front took it" may be read as one phrase
            heads = {self.people.token[one.id] for one in backers}
            beside = (kid for head in heads for kid in tree.kids[head] if tree.dep[kid] == "appos")
            backed = [self.people.at[kid] for kid in beside if kid in self.people.at]
        yield from self._ties(backers, backed, 1, "told", verb, (noun,))

    def _without(self, noun: int) -> bool:
        return any(self.tree.lower[kid] in self.words.negations for kid in self.tree.kids[noun])

    # who has somebody in their house

    def _hosted(self, verb: int) -> Iterator[Found]:
        """Bodies by states and bodies, as a habit: a club hosts another for a game, a minister one for a dinner."""
        tree, people = self.tree, self.people
        passive = tree.passive(verb)
        if tree.tag[verb] not in HABITS and not (tree.tag[verb] == PAST and tree.has(verb, "aux", "auxpass")):
            return
        at = tree.child(verb, *SUBJECTS) if passive else tree.child(verb, "dobj")
        guests = list(people.joined(at)) if at is not None else []
        hosts = [one for one in self._doers(verb, passive=passive) if people.schema(one.id) != "Person"]
        guests = [one for one in guests if people.schema(one.id) in ("Organization", "PublicBody")]
        yield from self._ties(hosts, guests, 1, "act", verb, (verb,))

    def _ties(
        self,
        holders: Iterable[Mention],
        targets: Iterable[Mention],
        sign: int,
        basis: RelationBasis,
        verb: int,
        words: tuple[int, ...],
    ) -> Iterator[Found]:
        value = self.states.factuality(verb)
        for holder in holders:
            for target in targets:
                if self.people.apart(holder.id, target.id):
                    yield Found(holder.id, target.id, sign, basis, tuple(sorted(words)), value)
