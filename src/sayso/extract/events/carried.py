"""The day and the place that a deed has from the noun of what it is a part of, or from what that noun repeats.

    a repeat    "Gunmen attacked a post in Tarn on Monday. [The attack] ..." is the one that was told
    a result    "the blast on Monday that [killed] six", "six [died] in the blast", "the quake [left] 900 homeless";
                and the other way round: "the [quake] that hit Tarn on May 2"

Both ask for a noun that tells a deed by itself. A repeat has an article and nothing that would tell it from another,
and only one deed of that word must have been told with a day, or with a place. What an event tells itself stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.events.when import STANCES, Placed, is_day
from sayso.lang.needs.when import WhenWords
from sayso.lang.needs.where import WhereWords
from sayso.nlp.tree import Tree
from sayso.values.findings import Event, Time, When

OWN: tuple[str, ...] = ("amod", "compound", "nmod", "nummod", "poss", "prep", "relcl", "acl", "appos")
SUBJECTS: tuple[str, ...] = ("nsubj", "nsubjpass")
TOLD_TAGS: tuple[str, ...] = ("VBD", "VBN")


class Carried:
    """Hands days and places on between the events of one report.

    when, where   the words of both
    cues          starts of words that tell that somebody says something: these are on no day of a deed
    """

    def __init__(
        self, tree: Tree, when: WhenWords, where: WhereWords, times: Sequence[Time], cues: frozenset[int] = frozenset()
    ) -> None:
        self.tree, self.when, self.where, self.cues = tree, when, where, cues
        self.times = {time.id: time for time in times}

    def over(self, found: Sequence[Placed]) -> list[Placed]:
        """The events, each with the day and the place that it has from another."""
        at = {one.trigger: one for one in found}
        before: dict[str, list[Placed]] = {}
        for token in sorted(at):
            one = at[token]
            if self._repeats(token):
                one = self._from(one, before.get(self.tree.lemma[token], ()))
            held = self._told_by(token, at)
            one = self._from(one, [at[held]]) if held is not None else one
            at[token] = one
            before.setdefault(self.tree.lemma[token], []).append(one)
        for token in sorted(at):
            noun = self._part_of(token, at)
            if noun is not None:
                at[token] = self._from(at[token], [at[noun]])
        return [at[one.trigger] for one in found]

    def _from(self, one: Placed, others: Sequence[Placed]) -> Placed:
        """An event with the one day, and the one place, that these others have, where it has none."""
        event = one.event
        days = {value: when for other in others for value, when in self._days(other.event)}
        if len(days) == 1 and all(when.time is None for when in event.when):
            event = replace(event, when=(*event.when, *days.values()))
        places = list(dict.fromkeys(other.event.place for other in others if other.event.place is not None))
        if len(places) == 1 and event.place is None and all(part.role != "place" for part in one.parts):
            event = replace(event, place=places[0])
        return replace(one, event=event)

    def _days(self, event: Event) -> Iterator[tuple[str, When]]:
        for when in event.when:
            value = self.times[when.time].value if when.time is not None and when.rel == "at" else ""
            if is_day(value):
                yield value, when

    def _repeats(self, token: int) -> bool:
        """Whether a noun is one that was spoken of: with an article, and nothing that tells it from another."""
        tree = self.tree
        kids = tree.kids[token]
        the = any(tree.dep[kid] == "det" and tree.lower[kid] in self.when.definite for kid in kids)
        return the and tree.pos[token] == "NOUN" and not tree.has(token, *OWN)

    def _part_of(self, verb: int, at: dict[int, Placed]) -> int | None:
        """The noun of the deed that a verb tells a result of, or a part."""
        tree = self.tree
        if tree.tag[verb] not in TOLD_TAGS or tree.start[verb] in self.cues or at[verb].event.type in STANCES:
            return None
        if any(tree.tag[kid] == "MD" for kid in tree.kids[verb]):
            return None
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "nsubj" and self._deed(kid, at):
                return kid
            if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in self.where.amid:
                held = [noun for noun in tree.kids[kid] if tree.dep[noun] == "pobj" and self._deed(noun, at)]
                if held:
                    return held[0]
        above = tree.head[verb]
        return above if self._says_of(verb, above) and self._deed(above, at) else None

    def _told_by(self, noun: int, at: dict[int, Placed]) -> int | None:
        """The verb that says what the deed of a noun did: "the quake that [hit] Tarn on May 2"."""
        verbs = [kid for kid in self.tree.kids[noun] if kid in at and self._says_of(kid, noun)]
        return verbs[0] if verbs and self._deed(noun, at) else None

    def _says_of(self, verb: int, noun: int) -> bool:
        """Whether a verb's subject is the relative word that stands for a noun."""
        tree = self.tree
        subject = tree.child(verb, "nsubj") if tree.dep[verb] == "relcl" and tree.head[verb] == noun else None
        return subject is not None and tree.tag[subject] in ("WDT", "WP") and tree.tag[verb] in TOLD_TAGS

    def _deed(self, noun: int, at: dict[int, Placed]) -> bool:
        """Whether a noun tells a deed, and is no word of time: "in the [wake] of the raid"."""
        told = noun in at and self.tree.pos[noun] == "NOUN" and self.tree.lower[noun] not in self.when.relations
        return told and at[noun].event.type not in STANCES
