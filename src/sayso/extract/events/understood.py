"""Who is understood in an event though the words beside it do not say so: parts added to those that the network finds.

    promised    "Kestria promised that they would be freed": who promises sees to it
    planned     "Kestria's plan to close the camp", "announced plans to close it": who has the plan
    beside      "before leaving the city, she ...": the subject of the clause it hangs on
    owned       "its recognition of Dorvania" does it, "the general's arrest" undergoes it
    repeated    "expelled the monks ... The expulsion": as the sentence before said

A wrong agent is worse than none: a rule adds an agent only where none was found, and one that stands for someone.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from sayso.extract.events.arguments import Part, part_at
from sayso.extract.events.candidates import PEOPLE, kind_of
from sayso.extract.events.types import kind_of_event
from sayso.lang.needs.events import EventWords
from sayso.nlp.tree import NOUNS, Tree
from sayso.values.terms import VERBAL, ArgumentRole

BACK: Final = 3  # sentences in which an event may be told that a noun takes up
LOOKED_AT: Final = 80  # events before a noun that are looked at
STEM: Final = 4  # letters that a verb and its noun share: "decided", "decision"; three where type and mode agree
CLIMB: Final = 3  # verbs joined to one another whose subject is looked for


def with_understood(
    tree: Tree,
    words: EventWords,
    triggers: Sequence[int],
    held: Sequence[Sequence[Part]],
    someone: Set[int] | None = None,
) -> list[list[Part]]:
    """The parts of each trigger, with those that are only understood.

    held      the parts found for each trigger, in the order of the triggers
    someone   tokens that stand for someone; None: nobody looked, the kind of name decides
    """
    parts = dict(zip(triggers, map(list, held), strict=True))
    finder = _Finder(tree, words, parts, someone)
    for trigger in triggers:
        if tree.pos[trigger] in NOUNS:
            finder.noun(trigger)
        else:
            finder.verb(trigger)
    for trigger in triggers:  # a noun may take up what another rule has completed
        if tree.pos[trigger] in NOUNS:
            finder.repeated(trigger)
    return [parts[trigger] for trigger in triggers]


class _Finder:
    """Adds to the parts of the events of one report."""

    def __init__(self, tree: Tree, words: EventWords, parts: dict[int, list[Part]], someone: Set[int] | None) -> None:
        self.tree = tree
        self.words = words.understood
        self.actors = words.actors
        self.kinds = words.kinds
        self.parts = parts
        self.order = sorted(parts)
        self.someone = someone

    def verb(self, trigger: int) -> None:
        """Mend the roles of a verb's parts, and add who acts where nobody was found."""
        self.parts[trigger] = [self._mended(trigger, part) for part in self.parts[trigger]]
        if not self._has(trigger, "agent"):
            self._speaker(trigger)
        if not self._has(trigger, "agent"):
            found = self._promised(trigger) or self._planned(trigger) or self._beside(trigger) or self._willing(trigger)
            self._add(trigger, "agent", found)
        if self.someone is None:
            self._add(trigger, "agent", self._who_said(trigger))
        if not self._has(trigger, "recipient"):
            self._recipient_of_object(trigger)

    def noun(self, trigger: int) -> None:
        """The owner of what a noun tells: who does it, or who undergoes it."""
        tree = self.tree
        self.parts[trigger] = [
            p
            for p in self.parts[trigger]
            if (p.role != "agent" or self._does(trigger, p.token))
            and (p.role != "patient" or tree.near(trigger, p.token))
        ]
        owner = next((kid for kid in tree.kids[trigger] if tree.dep[kid] == "poss"), None)
        if owner is None or not self._is_someone(owner):
            return
        undergone = tree.lemma[trigger] in self.words.undergone
        of = any(tree.lower[kid] in self.words.of for kid in tree.kids[trigger] if tree.dep[kid] == "prep")
        if undergone and not of:
            name = {owner, *tree.kids[owner]}
            if not any(part.role == "patient" and part.token not in name for part in self.parts[trigger]):
                mine = [part for part in self.parts[trigger] if part.token == owner]
                self.parts[trigger] = [part for part in self.parts[trigger] if part.token not in name]
                first = (
                    replace(mine[0], role="patient") if mine else Part("patient", owner, owner, owner + 1, "PATIENT")
                )
                self.parts[trigger].insert(0, first)
        elif not self._has(trigger, "agent") and (of or tree.lemma[trigger] in self.kinds.nouns):
            if not any(part.token == owner for part in self.parts[trigger]):
                self.parts[trigger].insert(0, Part("agent", owner, owner, owner + 1, "AGENT"))

    def _does(self, noun: int, agent: int) -> bool:
        """Whether someone is tied to what a noun tells: in its phrase, by "by", or as the subject of "launched" it.

        The network takes others of the sentence too: "residents were alarmed by the attack". Of 232 agents of nouns in
        26 reports 181 stood outside the noun's phrase; of 37 of them, read by hand, 15 did it.
        """
        tree = self.tree
        if tree.left[noun] <= agent <= tree.right[noun]:
            return not tree.undergoes_beside(noun, agent)
        head = tree.head[agent]
        while tree.dep[agent] in ("conj", "appos", "compound") and head != agent:
            agent, head = head, tree.head[head]
        if tree.lower[head] in self.words.between and noun < head:
            return True
        verb = tree.head[noun]
        if tree.dep[noun] == "conj":
            noun, verb = verb, tree.head[verb]
        if tree.pos[verb] == "ADP":
            preposition, thing = tree.lower[verb], tree.head[verb]
            if tree.pos[thing] == "VERB":
                return self._does_in(noun, preposition, thing) and self._does_verb(thing, agent)
            if tree.pos[thing] not in NOUNS or tree.lemma[thing] not in self.words.sets:
                return False
            noun, verb = thing, tree.head[thing]  # "set a date for the closure"
        elif tree.pos[verb] == "VERB" and tree.lemma[verb] not in self.words.does:
            return False
        return tree.dep[noun] in ("dobj", "nsubjpass") and self._does_verb(verb, agent)

    def _does_in(self, noun: int, preposition: str, verb: int) -> bool:
        """Whether the subject of a verb does what a noun behind a preposition tells: "engaged in", "met for talks"."""
        lemma = self.tree.lemma[noun]
        if lemma in self.kinds.senses.strikes and self.tree.head[noun] == noun - 1:
            return self.tree.lemma[verb] in self.words.engages  # "went on strike"
        if preposition in self.words.inside:
            return self.tree.lemma[verb] in self.words.engages or (
                lemma in self.words.saying and self.tree.lemma[verb] in self.words.telling
            )
        return preposition in self.words.occasion and kind_of_event(self.tree, self.kinds, noun).type == "CONSULT"

    def _does_verb(self, verb: int, agent: int) -> bool:
        """Whether someone is the subject of a verb, said or understood, or it is done by him."""
        held = any(part.role == "agent" and part.token == agent for part in self.parts.get(verb, ()))
        return held or self._subject(verb) == agent

    def repeated(self, trigger: int) -> None:
        """The parts of the verb that a noun takes up: "expelled ... The expulsion"; none where two could be it."""
        tree = self.tree
        if self._has(trigger, "agent") or self._has(trigger, "patient"):
            return
        if not any(tree.lower[kid] in self.words.definite for kid in tree.kids[trigger] if tree.dep[kid] == "det"):
            return
        if any(tree.lower[kid] in self.words.told_anew for kid in tree.kids[trigger]):
            return
        sentence = tree.sentence[trigger]
        told: dict[tuple[int, ...], int] = {}
        place = bisect.bisect_left(self.order, trigger)
        for other in reversed(self.order[max(0, place - LOOKED_AT) : place]):
            near = 0 < sentence - tree.sentence[other] <= BACK
            if near and tree.pos[other] == "VERB" and self._same_family(other, trigger):
                told[tuple(part.token for part in self.parts[other] if part.role in ("agent", "patient"))] = other
        if len(told) == 1:
            for part in self.parts[next(iter(told.values()))]:
                if part.role in ("agent", "patient") and self._is_someone(part.token):
                    self.parts[trigger].append(replace(part, implicit=True))

    # who is understood

    def _speaker(self, verb: int) -> None:
        """Who says it, where the network took the subject behind or after the words for what they are about."""
        tree = self.tree
        kind = kind_of_event(tree, self.kinds, verb).type
        if kind not in VERBAL or tree.passive(verb):
            return
        self.parts[verb] = [
            replace(part, role="agent") if part.role == "patient" and self._subject_of(part.token, verb) else part
            for part in self.parts[verb]
        ]

    def _subject_of(self, token: int, verb: int) -> bool:
        return self.tree.head[token] == verb and self.tree.dep[token] == "nsubj"

    def _who_said(self, verb: int) -> list[Part]:
        """Whom the subject of "said it would" stands for, where nobody has led the pronouns of the text."""
        tree = self.tree
        own = [part.token for part in self.parts[verb] if part.role == "agent"]
        if not any(tree.lower[token] in self.words.third for token in own):
            return []
        for _ in range(CLIMB):
            head = tree.head[verb]
            if tree.dep[verb] == "ccomp" and tree.lemma[head] in self.words.telling:
                subject = self._subject(head)
                return [] if subject is None else [self._part("agent", subject)]
            if head == verb or tree.dep[verb] not in ("xcomp", "conj", "ccomp"):
                return []
            verb = head
        return []

    def _willing(self, word: int) -> list[Part]:
        """Who is willing or ready: the subject of the verb that the adjective hangs on."""
        tree = self.tree
        if tree.pos[word] != "ADJ" or tree.dep[word] != "acomp":
            return []
        subject = self._subject(tree.head[word])
        return [] if subject is None else [self._part("agent", subject, implicit=False)]

    def _promised(self, verb: int) -> list[Part]:
        """Who promised that something would be done: the agents of the promise."""
        tree = self.tree
        if not tree.passive(verb) or tree.dep[verb] != "ccomp":
            return []
        if not any(tree.lower[kid] in self.words.will for kid in tree.kids[verb] if tree.dep[kid] == "aux"):
            return []
        head = tree.head[verb]
        if tree.pos[head] in NOUNS:
            return self._holders(head) if tree.lemma[head] in self.words.plans else []
        if (
            tree.lemma[head] not in self.words.commits
            or tree.passive(head)
            or any(tree.dep[k] == "neg" for k in tree.kids[head])
        ):
            return []
        return self._agents(head)

    def _planned(self, verb: int) -> list[Part]:
        """Whose plan it is to do something."""
        tree = self.tree
        head = tree.head[verb]
        if tree.passive(verb) or tree.subject(verb) is not None:
            return []
        if tree.dep[verb] == "pcomp" and tree.lower[head] in self.words.planned:
            head = tree.head[head]
        elif tree.dep[verb] not in ("acl", "relcl", "xcomp", "ccomp") or not self._infinitive(verb):
            return []
        if tree.pos[head] not in NOUNS or tree.lemma[head] not in self.words.plans:
            return []
        return self._holders(head)

    def _beside(self, verb: int) -> list[Part]:
        """The subject of the clause that an -ing form hangs on by "before", "while", "without"."""
        tree = self.tree
        if tree.tag[verb] != "VBG" or tree.subject(verb) is not None or tree.passive(verb):
            return []
        head = tree.head[verb]
        if tree.dep[verb] == "pcomp" and tree.lower[head] in self.words.beside:
            by = tree.lower[head] in self.words.by
            head = tree.head[head]
            if by and tree.passive(head):
                return []
        elif tree.dep[verb] != "advcl" or not any(tree.lower[kid] in self.words.beside for kid in tree.kids[verb]):
            return []
        if tree.pos[head] != "VERB":
            return []
        subject = self._subject(head)
        return [] if subject is None else [self._part("agent", subject)]

    def _recipient_of_object(self, verb: int) -> None:
        """Whom what is imposed, signed or launched meets: "imposed sanctions on Kestria"; only where it is someone."""
        tree = self.tree
        if self.someone is None:
            return
        for thing in tree.kids[verb]:
            if tree.dep[thing] not in ("dobj", "nsubjpass") or tree.pos[thing] not in NOUNS:
                continue
            if tree.lemma[verb] not in self.words.meets and (
                tree.lemma[verb] not in self.kinds.light or kind_of_event(tree, self.kinds, thing).type is None
            ):
                continue
            for kid in tree.kids[thing]:
                if tree.dep[kid] == "prep" and tree.lower[kid] in self.words.towards:
                    for noun in tree.kids[kid]:
                        if tree.dep[noun] == "pobj" and noun in self.someone:
                            self.parts[verb].append(self._part("recipient", noun, implicit=False))

    # helpers

    def _mended(self, verb: int, part: Part) -> Part:
        """A part whose role the noun's kind or the verb gives away."""
        tree, token = self.tree, part.token
        object_ = tree.dep[token] == "dobj" and tree.head[token] == verb
        if (
            part.role == "place"
            and object_
            and kind_of(tree, token) in PEOPLE
            and tree.lemma[verb] not in self.actors.motion
        ):
            return replace(part, role="patient")
        if part.role == "agent" and part.implicit and tree.dep[verb] == "xcomp" and tree.passive(verb):
            return replace(part, role="patient")  # "was found shot"
        if part.role == "recipient" and tree.lemma[verb] in self.actors.motion and tree.dep[token] == "pobj":
            return replace(part, role="destination")
        head = tree.head[token]
        if (
            part.role == "place"
            and tree.lower[head] in self.words.by
            and tree.head[head] == verb
            and tree.passive(verb)
        ):
            if kind_of(tree, token) in PEOPLE:
                return replace(part, role="agent")
        if part.role == "destination" and tree.lemma[verb] in self.words.transfer and kind_of(tree, token) in PEOPLE:
            if tree.has(verb, "dobj", "nsubjpass"):
                return replace(part, role="recipient")
        if part.role == "recipient" and not part.implicit and tree.dep[token] in ("pobj", "conj"):
            prep = tree.head[token]
            while tree.dep[prep] in ("conj", "appos"):
                prep = tree.head[prep]
            if (
                tree.lower[prep] in self.words.accompanied
                and tree.head[prep] == verb
                and tree.lemma[verb] not in self.words.together
            ):
                if kind_of_event(tree, self.kinds, verb).type not in ("CONSULT", "AGREE", "COOPERATE"):
                    return replace(part, role="other")
        return part

    def _agents(self, trigger: int) -> list[Part]:
        """Who does what a verb tells, as understood farther down."""
        found = [replace(part, implicit=True) for part in self.parts.get(trigger, ()) if part.role == "agent"]
        if found:
            return found
        subject = self._subject(trigger)
        return [] if subject is None or self.tree.passive(trigger) else [self._part("agent", subject)]

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb, or of the one that it is joined to."""
        tree = self.tree
        for _ in range(CLIMB):
            subject = tree.subject(verb)
            if subject is not None:
                return subject if tree.pos[subject] in NOUNS or tree.pos[subject] == "PRON" else None
            if tree.dep[verb] != "conj":
                return None
            verb = tree.head[verb]
        return None

    def _holders(self, noun: int) -> list[Part]:
        """Whose plan, promise or threat a noun is: its owner, who it is by, or the subject of "announced"."""
        tree = self.tree
        for kid in tree.kids[noun]:
            if tree.dep[kid] == "poss":
                return [self._part("agent", kid)]
        for kid in tree.kids[noun]:
            if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in self.words.giver:
                return [self._part("agent", k) for k in tree.kids[kid] if tree.dep[k] == "pobj"]
        verb = tree.head[noun]
        if tree.dep[noun] == "dobj" and tree.lemma[verb] in self.words.holds:
            return self._agents(verb)
        return []

    def _same_family(self, verb: int, noun: int) -> bool:
        """Whether a noun may tell what a verb told: letters in common, and for three of them the same type and mode."""
        left, right = self.tree.lemma[verb], self.tree.lemma[noun]
        shared = next(
            (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
        )
        if shared >= max(STEM, min(len(left), len(right)) - 3):
            return True
        one, other = kind_of_event(self.tree, self.kinds, verb), kind_of_event(self.tree, self.kinds, noun)
        return shared >= 3 and one.mode is not None and (one.type, one.mode) == (other.type, other.mode)

    def _infinitive(self, verb: int) -> bool:
        return any(
            self.tree.lower[kid] in self.words.infinitive for kid in self.tree.kids[verb] if self.tree.dep[kid] == "aux"
        )

    def _has(self, trigger: int, role: str) -> bool:
        return any(part.role == role for part in self.parts[trigger])

    def _is_someone(self, token: int) -> bool:
        if self.someone is not None:
            return token in self.someone
        kind = kind_of(self.tree, token)
        return kind in PEOPLE or (self.tree.pos[token] in ("PRON", "NOUN") and kind != "TIME")

    def _part(self, role: ArgumentRole, token: int, *, implicit: bool = True) -> Part:
        return part_at(self.tree, role, token, implicit=implicit)

    def _add(self, trigger: int, role: str, found: Sequence[Part]) -> None:
        """Add parts for one role, those that stand for someone and have no other part in the event."""
        taken = {part.token for part in self.parts[trigger]} | {trigger}
        for part in found:
            if part.token not in taken and self._is_someone(part.token):
                self.parts[trigger].append(replace(part, role=role))  # type: ignore[arg-type]
