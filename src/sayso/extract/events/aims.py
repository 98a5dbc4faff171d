"""Whom or what a deed is turned against, and what only looks like that.

against   "an attack on a market": the market, not who died of it, nor the kind of attack ("a [suicide] attack")
brought   "was flown to a hospital": where someone is brought to is a place, and gets nothing
idiom     "opened [fire]", "lost their [lives]": part of the verb
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from sayso.extract.events.arguments import Part, part_at
from sayso.extract.events.candidates import PEOPLE, kind_of
from sayso.extract.events.types import Kind
from sayso.lang.needs.control import ControlWords
from sayso.nlp.tree import NOUNS, Tree

VIOLENT: Final = "ASSAULT"
DESCRIBES: Final = frozenset({"compound", "amod", "nmod"})


def with_aims(
    tree: Tree,
    words: ControlWords,
    triggers: Sequence[int],
    kinds: Sequence[Kind],
    held: Sequence[Sequence[Part]],
    someone: Set[int] | None = None,
) -> list[list[Part]]:
    """The parts of each trigger, with whom or what it is turned against.

    kinds     what the lexicon says of each trigger
    held      the parts found for each trigger, in the order of the triggers
    someone   tokens that stand for someone; None: nobody looked, the kind of name decides
    """
    finder = _Aims(tree, words, someone)
    return [
        finder.of_noun(trigger, kind, list(parts))
        if tree.pos[trigger] in NOUNS
        else finder.of_verb(trigger, list(parts))
        for trigger, kind, parts in zip(triggers, kinds, held, strict=True)
    ]


class _Aims:
    def __init__(self, tree: Tree, words: ControlWords, someone: Set[int] | None) -> None:
        self.tree, self.words, self.someone = tree, words, someone

    def of_noun(self, noun: int, kind: Kind, parts: list[Part]) -> list[Part]:
        """The parts of a noun, those of a noun of violence mended."""
        tree = self.tree
        if kind.type != VIOLENT:
            return parts
        struck = self._struck(noun)
        kept = []
        for part in parts:
            apart = part.token not in struck and tree.head[tree.head[part.token]] != noun
            describes = tree.head[part.token] == noun and tree.dep[part.token] in DESCRIBES
            if part.role == "patient" and (struck and apart or describes and not self._is_someone(part.token)):
                continue
            if part.token in struck and part.role not in ("patient", "recipient"):
                first = part.first + (tree.lower[part.first] in self.words.upon)
                part = replace(part, role="patient", first=first)
            kept.append(part)
        known = {part.token for part in kept}
        return kept + [part_at(tree, "patient", one, implicit=False) for one in struck if one not in known]

    def of_verb(self, verb: int, parts: list[Part]) -> list[Part]:
        """The parts of a verb without the object that belongs to it, and with places for where someone is brought."""
        tree, out = self.tree, list[Part]()
        fired = {f"{tree.lemma[verb]} {tree.lemma[kid]}" for kid in tree.kids[verb] if tree.dep[kid] == "dobj"}
        fired &= self.words.fires
        for part in parts:
            if part.role == "patient" and f"{tree.lemma[verb]} {tree.lemma[part.token]}" in self.words.idioms:
                continue
            if fired and part.role not in ("agent", "patient", "recipient") and self._upon(part.token):
                first = part.first + (tree.lower[part.first] in self.words.upon)
                part = replace(part, role="patient", first=first)
            if part.role == "recipient" and self._brought(verb, part, out):
                part = replace(part, role="destination")
            out.append(part)
        return out

    def _struck(self, noun: int) -> list[int]:
        """Whom or what violence is turned against by a word such as "on", and those joined to him."""
        tree = self.tree
        found = [one for kid in tree.kids[noun] if tree.dep[kid] == "prep" for one in tree.kids[kid] if self._upon(one)]
        return found + [k for one in found for k in tree.kids[one] if tree.dep[k] == "conj" and tree.pos[k] in NOUNS]

    def _upon(self, token: int) -> bool:
        """Whether a word such as "on" stands over a noun that is no time."""
        tree, above = self.tree, self.tree.head[token]
        on = tree.dep[token] == "pobj" and tree.lower[above] in self.words.upon
        return on and tree.pos[token] in NOUNS and kind_of(tree, token) != "TIME"

    def _brought(self, verb: int, part: Part, before: Sequence[Part]) -> bool:
        tree, token = self.tree, part.token
        if tree.dep[token] == "conj" and any(p.role == "destination" and p.token == tree.head[token] for p in before):
            return True
        if tree.lemma[verb] not in self.words.conveys or tree.dep[token] != "pobj" or kind_of(tree, token) == "PERSON":
            return False
        return any(tree.dep[kid] in ("dobj", "nsubjpass") and self._is_someone(kid) for kid in tree.kids[verb])

    def _is_someone(self, token: int) -> bool:
        if self.someone is not None:
            return token in self.someone
        return kind_of(self.tree, token) in PEOPLE
