"""Who does what a verb without a subject of its own tells: the subject or the object of the word over it.

    object    "asked the envoy to leave", "accused the army of shelling it", "kept them from voting"
    subject   "promised the envoy to leave", "recalled him to protest", "shot him while fleeing"
    blame     "blamed the rebels for the attack", "claimed responsibility for it", "was behind it": whose deed it is

Control is a matter of the verb above (Jackendoff and Culicover 2003, "The semantic basis of control in English"): what
influences someone is done by him, what someone commits himself to by himself. Where neither can be told, None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.events.arguments import Part, part_at
from sayso.extract.events.types import kind_of_event
from sayso.lang.needs.control import ControlWords
from sayso.lang.needs.events import EventWords, KindWords
from sayso.nlp.tree import NOUNS, SUBJECTS, Tree
from sayso.values.terms import ArgumentRole

DEPTH: Final = 5  # verbs without a subject over one another
LIST: Final = 10  # members of a list of controllers
RELATIVE: Final = frozenset({"WP", "WDT"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def with_doers(
    tree: Tree, words: EventWords, triggers: Sequence[int], held: Sequence[Sequence[Part]], *, nouns: bool
) -> list[list[Part]]:
    """The parts of each trigger, with the agents (of a passive: the patients) that control settles in place of others.

    nouns   of nouns, by who is blamed; else of verbs
    """
    control = Control(tree, words.control)
    out = []
    for trigger, parts in zip(triggers, map(list, held), strict=True):
        if (tree.pos[trigger] in NOUNS) is not nouns:
            out.append(parts)
            continue
        if nouns:
            parts = _of_noun(tree, words, trigger, parts)
        doers = control.blamed(trigger) if nouns else control.doers(trigger)
        if doers is not None:
            parts = _set(tree, parts, doers, "patient" if not nouns and tree.passive(trigger) else "agent")
        if not nouns:
            parts = [part for part in parts if part.role != "agent" or not control.nobody(part.token)]
        out.append(parts)
    if not nouns:
        out = [_asked(tree, words.control, trigger, parts) for trigger, parts in zip(triggers, out, strict=True)]
        parts_of = dict(zip(triggers, out, strict=True))
        for trigger in triggers:
            parts_of[trigger] += _object_of_next(tree, words.kinds, trigger, parts_of)
    return out


def _of_noun(tree: Tree, words: EventWords, noun: int, parts: list[Part]) -> list[Part]:
    """The parts, with who stands behind "of" in his role: victims of a killing undergo it, who resigns does it."""
    wrong: ArgumentRole = "agent"
    right: ArgumentRole = "patient"
    if tree.lemma[noun] in words.control.own_doing and not any(part.role == "agent" for part in parts):
        wrong, right = right, wrong
    elif tree.lemma[noun] not in words.understood.undergone:
        return parts
    of = words.actors.of
    return [
        replace(part, role=right)
        if part.role == wrong and tree.head[tree.head[part.token]] == noun and tree.lower[tree.head[part.token]] in of
        else part
        for part in parts
    ]


def _asked(tree: Tree, words: ControlWords, verb: int, parts: list[Part]) -> list[Part]:
    """The parts, whom somebody calls on no longer a place: "called on [both sides] to stop"."""
    if tree.lemma[verb] not in words.influences:
        return parts
    return [
        replace(part, role="recipient", first=_behind(tree, part))
        if part.role in ("place", "topic")
        and tree.head[tree.head[part.token]] == verb
        and tree.lower[tree.head[part.token]] in words.asked_by
        and tree.has(verb, "xcomp", "ccomp")
        and not tree.has(verb, "dobj")
        else part
        for part in parts
    ]


def _behind(tree: Tree, part: Part) -> int:
    """The first token of a part without the preposition in front of it."""
    return part.first + 1 if tree.head[part.token] == part.first else part.first


def _set(tree: Tree, parts: Sequence[Part], doers: Sequence[int], role: ArgumentRole) -> list[Part]:
    """The parts with these doers, and no others, in a role; what is done to them stays."""
    known = {part.token for part in parts if part.role == role}
    kept = [
        part for part in parts if part.role != role or part.token in doers or (role == "patient" and not part.implicit)
    ]
    kept = [part for part in kept if part.role == role or part.token not in doers]
    return kept + [part_at(tree, role, one, implicit=True) for one in doers if one not in known]


def _object_of_next(tree: Tree, kinds: KindWords, verb: int, parts: dict[int, list[Part]]) -> list[Part]:
    """Whom a verb is done to where the next one has the object: "shot and killed a judge"."""
    after = verb + 2
    if tree.pos[verb] in NOUNS or after >= len(tree) or tree.dep[after] != "conj" or tree.head[after] != verb:
        return []
    if tree.dep[verb + 1] != "cc" or tree.passive(verb) or any(part.role == "patient" for part in parts[verb]):
        return []
    if kind_of_event(tree, kinds, verb).type not in ("ASSAULT", "COERCE") and tree.lemma[verb] not in kinds.need_object:
        return []
    return [part for part in parts.get(after, ()) if part.role == "patient" and tree.head[part.token] >= after]


class Control:
    """Looks up from a word to whom its doer is; every method takes the index of a token."""

    def __init__(self, tree: Tree, words: ControlWords) -> None:
        self.tree = tree
        self.words = words

    def doers(self, verb: int, depth: int = 0) -> list[int] | None:
        """The heads of who does what a verb without a subject tells; None where the parse does not settle it."""
        tree = self.tree
        if depth > DEPTH or tree.subject(verb) is not None:
            return None
        above, label = tree.head[verb], tree.dep[verb]
        if label == "conj" and tree.pos[above] == "VERB":
            return self._of_joined(verb, above, depth)
        if label == "pcomp" and tree.pos[above] == "ADP":
            governor = tree.head[above]
            if tree.dep[above] != "prep" or tree.pos[governor] != "VERB":
                return None
            if tree.lower[above] in self.words.charged and tree.lemma[governor] in self.words.blames:
                return self._objects(governor, verb)
            return self._unless_passive(governor, depth) if tree.lower[above] in self.words.beside else None
        if tree.pos[above] != "VERB":
            return None
        if label == "advcl" and tree.tag[verb] == "VBG":
            return self._unless_passive(above, depth)
        infinitive = any(tree.lower[kid] in self.words.to for kid in tree.kids[verb] if tree.dep[kid] == "aux")
        if label == "xcomp" and tree.tag[verb] == "VBG":
            return None if tree.has(above, "dobj") or tree.passive(above) else self._subjects(above, depth)
        if label not in ("xcomp", "advcl", "ccomp") or not infinitive:
            return None
        if tree.lemma[above] in self.words.influences:
            return self._objects(above, verb) or self._subjects(above, depth)
        if tree.lemma[above] in self.words.commits or tree.has(above, "dobj"):
            return self._unless_passive(above, depth)
        return None

    def blamed(self, noun: int) -> list[int] | None:
        """The heads of who did what a noun tells, by the voice of its sentence; [] for nobody, None if not said."""
        tree, words = self.tree, self.words
        preposition = tree.head[noun]
        if tree.dep[noun] == "dobj" and tree.subject(preposition) is None and tree.lemma[preposition] in words.carries:
            above = tree.head[preposition] if tree.dep[preposition] == "xcomp" else tree.head[tree.head[preposition]]
            return [] if tree.lemma[above] in words.disowns else self.doers(preposition)
        if tree.dep[noun] != "pobj":
            return None
        above = tree.head[preposition]
        if tree.lower[preposition] in words.behind and tree.lemma[above] in words.be:
            return self._someone(above)
        if tree.lower[preposition] not in words.charged:
            return None
        if tree.pos[above] == "VERB" and tree.lemma[above] in words.accuses:
            return self._objects(above, noun)
        if tree.lemma[above] in words.responsible and tree.lemma[tree.head[above]] in words.be:
            return self._someone(tree.head[above])
        had = tree.child(above, "dobj") if tree.pos[above] == "VERB" else None
        if had is not None and had < preposition and tree.lemma[had] in words.responsibility:
            return self._someone(above) if tree.lemma[above] in words.takes else []
        if tree.lemma[above] in words.responsibility:
            verb = tree.head[above]
            if tree.dep[above] == "dobj" and tree.lemma[verb] in words.takes:
                return self._someone(verb)
            return []
        return None

    def _someone(self, verb: int) -> list[int]:
        """The subject of a verb that is not denied; [] where it is, or where the subject is no one."""
        tree = self.tree
        if any(tree.dep[kid] == "neg" or tree.lower[kid] in self.words.nobody for kid in tree.kids[verb]):
            return []
        return [one for one in self._subjects(verb, 0) or [] if not self.nobody(one)]

    def nobody(self, token: int) -> bool:
        """Whether a word stands for no one: "nobody", "no group", "neither side"."""
        tree, words = self.tree, self.words
        return tree.lower[token] in words.nobody or any(
            tree.lower[kid] in words.no and tree.dep[kid] in ("det", "neg", "preconj") for kid in tree.kids[token]
        )

    def _of_joined(self, verb: int, first: int, depth: int) -> list[int] | None:
        """Whose a verb is that is joined to one without a subject: "to kneel, and shot them" is of the verb above."""
        tree = self.tree
        if tree.subject(first) is not None or tree.passive(first) != tree.passive(verb):
            return None
        above = tree.head[first]
        if tree.tag[verb] in ("VBD", "VBZ") and tree.tag[first] == "VB" and tree.pos[above] == "VERB":
            return self._unless_passive(above, depth)
        return self.doers(first, depth + 1)

    def _unless_passive(self, verb: int, depth: int) -> list[int] | None:
        """The subject of an active verb."""
        return None if self.tree.passive(verb) else self._subjects(verb, depth)

    def _subjects(self, verb: int, depth: int) -> list[int] | None:
        """The subject of a verb, of the one it is joined to, or who does it without one."""
        tree = self.tree
        for _ in range(DEPTH):
            subject = tree.subject(verb)
            if subject is not None:
                return self._list(subject, verb)
            if tree.dep[verb] != "conj" or tree.pos[tree.head[verb]] not in ("VERB", "AUX"):
                break
            verb = tree.head[verb]
        return self.doers(verb, depth + 1)

    def _objects(self, verb: int, before: int) -> list[int] | None:
        """Whom a verb influences: its object, its passive's subject, or who stands behind a preposition of asking."""
        tree = self.tree
        if tree.passive(verb):
            subject = tree.subject(verb)
            if subject is None and tree.dep[verb] == "acl":
                subject = tree.head[verb]
            return None if subject is None else self._list(subject, verb)
        for kid in tree.kids[verb]:
            if tree.dep[kid] in ("dobj", "dative") and kid < before and tree.pos[kid] in NOMINAL:
                return self._list(kid, verb)
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "prep" and kid < before and tree.lower[kid] in self.words.asked_by:
                for noun in tree.kids[kid]:
                    if tree.dep[noun] == "pobj" and noun != before:
                        return self._list(noun, verb)
        return None

    def _list(self, token: int, verb: int) -> list[int] | None:
        """A noun and those joined to it; the noun before a relative clause for its pronoun."""
        tree = self.tree
        if tree.tag[token] in RELATIVE:
            antecedent = tree.relative_clause(verb)
            if antecedent is None:
                return None
            token = antecedent
        if tree.pos[token] not in NOMINAL and tree.dep[token] not in SUBJECTS:
            return None
        out = [token]
        for _ in range(LIST):
            after = next((k for k in tree.kids[out[-1]] if tree.dep[k] == "conj" and tree.pos[k] in NOUNS), None)
            if after is None:
                break
            out.append(after)
        return out
