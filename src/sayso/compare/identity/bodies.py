"""Bodies that are called by whose they are, and governments by where they sit.

"Velmar's interior ministry" and "Velmar's Interior Ministry" are one, and so are "Iran" and "the Islamic Republic of
Iran"; "the Iranian government" is Iran. "The government in Haldmark", and "Haldmark"
where it speaks, are the state whose government sits there: a known capital's, else that of the government which the
same person speaks for in another report.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Final

from sayso.compare.identity.groups import Groups
from sayso.lang import load_language
from sayso.nlp.names import NameMatcher
from sayso.values.identities import Actor
from sayso.world.capitals import countries_by_capital
from sayso.world.country_codes import ALPHA3, country_names, plain_country

STATE: Final = "PublicBody"
BODIES: Final = ("PublicBody", "Organization")
Key = frozenset[str]


@functools.cache
def peoples() -> dict[str, str]:
    """Words for what is a country's -> its alpha-3 code, those of one country alone.

    >>> peoples()["chinese"], peoples().get("american", "")
    ('CHN', 'USA')
    """
    found: dict[str, set[str]] = defaultdict(set)
    for country, words in load_language("en").places.country_demonyms.items():
        for word in words:
            found[plain_country(word)].add(ALPHA3.get(country, ""))
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


class OwnedBodies:
    """Joins bodies by whose they are and where they sit.

    actors   of all reports
    named    words of a name of no person -> the entities that bear it
    company  report -> names in it
    unite    joins two entities for these reasons
    against  whether the reports speak of two
    """

    def __init__(
        self,
        actors: Sequence[Actor],
        groups: Groups,
        matcher: NameMatcher,
        named: Mapping[str, Sequence[int]],
        company: Mapping[str, Set[str]],
        unite: Callable[[int, int, Sequence[str], float], bool],
        against: Callable[[int, int], bool],
    ) -> None:
        self._actors = actors
        self._groups = groups
        self._matcher = matcher
        self._named = named
        self._company = company
        self._unite = unite
        self._against = against
        self._described: dict[Key, list[int]] = defaultdict(list)
        self._placed: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))  # -> place -> entities

    def link(self) -> None:
        """Make the joins."""
        for at, actor in enumerate(self._actors):
            if not actor.anonymous and actor.schema in BODIES:
                self._take(at, actor)
        for words, held in self._described.items():
            for at in held[1:]:
                if not self._against(held[0], at):
                    self._unite(held[0], at, ("words",), 1.0)
            for owner in words:
                if words - {owner} <= self._matcher.taking.governments:
                    self._join_state(owner, held)
        self._countries()
        states = self._states_of_seats()
        self._seats(states)
        self._capitals_that_speak()
        self._embassies(states)

    def _take(self, at: int, actor: Actor) -> None:
        """Note what a body is called by whose it is."""
        for form in actor.forms:
            if actor.name and not (form.text == actor.name and actor.of and self._matcher.parts(form.text).body):
                continue
            head, place = self._where(form.text)
            words = self._words(head)
            if actor.name:
                words |= self._words(actor.of[0])
            if place:
                self._placed[words][place].append(at)
            elif len(words) > 1 and any(map(self._bearers, words)):
                self._described[words].append(at)

    def _countries(self) -> None:
        """Join the names of one country, where they are those of a state that acts, and its government by its people.

        "The Chinese government" and "Chinese authorities" are China.
        """
        states: dict[str, list[int]] = defaultdict(list)
        for at, actor in enumerate(self._actors):
            if actor.schema == STATE and not actor.anonymous:
                code = country_names().get(plain_country(actor.name), "") if actor.name else self._ruled(actor)
                if code:
                    states[code].append(at)
        for held in states.values():
            held.sort(key=lambda at: not self._actors[at].name)  # a name first, for the names of groups
            for at in held[1:]:
                self._unite(held[0], at, ("words",), 1.0)

    def _ruled(self, actor: Actor) -> str:
        """The country whose government is described by the people's name; "" for none."""
        governments = self._matcher.taking.governments
        for form in actor.forms:
            words = self._words(form.text)
            people = words - governments
            if words & governments and len(people) == 1:
                return peoples().get(next(iter(people)), "")
        return ""

    def _words(self, text: str) -> Key:
        return frozenset(self._matcher.parts(text).words)

    def _where(self, text: str) -> tuple[str, str]:
        """A description without where the body sits, and the name of that place, "" for none."""
        for word in self._matcher.taking.sits:
            head, _, tail = text.partition(f" {word} ")
            place = self._matcher.parts(tail).key if tail else ""
            if place in self._named:
                return head, place
        return text, ""

    def _bearers(self, name: str) -> Sequence[int]:
        """The entities of a name, in whatever form of a country's name."""
        return self._named.get(name) or self._named.get(self._matcher.parts(name).key, ())

    def _join_state(self, name: str, held: Sequence[int]) -> None:
        """The government of a state is the state that acts."""
        state = next((at for at in self._bearers(name) if self._actors[at].schema == "PublicBody"), None)
        for at in held if state is not None else ():
            assert state is not None
            self._unite(state, at, ("words",), 1.0)

    def _states_of_seats(self) -> dict[str, str]:
        """Place -> the state whose government sits there: the only one that is told."""
        governments = self._matcher.taking.governments
        states: dict[int, set[str]] = defaultdict(set)
        seats: dict[int, set[str]] = defaultdict(set)
        for at, actor in enumerate(self._actors):
            if actor.schema != "Person" or not actor.name:
                continue
            for text in actor.of:
                head, place = self._where(text)
                words = self._words(head)
                if place and words <= governments:
                    seats[self._groups.first(at)].add(place)
                elif words & governments and len(words - governments) == 1:
                    states[self._groups.first(at)] |= {word for word in words - governments if self._bearers(word)}
        told: dict[str, set[str]] = defaultdict(set)
        for person, places in seats.items():
            for place in places:
                told[place] |= states[person]
        known = countries_by_capital()
        found = {place: next(iter(held)) for place, held in told.items() if len(held) == 1}
        return {place: state for place, state in found.items() if known.get(place, state) == state}

    def _seats(self, states: Mapping[str, str]) -> None:
        """Join a government that is called by where it sits with its state, and with the place where that speaks."""
        for words, held in self._placed.items():
            if not words <= self._matcher.taking.governments:
                continue
            for place, entities in held.items():
                state = states.get(place) or countries_by_capital().get(place, "")
                for at in self._speaking(place):
                    self._unite(entities[0], at, ("words",), 1.0)
                self._join_state(state, entities)

    def _capitals_that_speak(self) -> None:
        """Join a capital that speaks with its country, where the report names that too."""
        for place, country in countries_by_capital().items():
            if place in self._named and self._bearers(country):
                keys = {country, self._matcher.parts(country).key}
                spoken = [at for at in self._speaking(place) if keys & self._company[self._actors[at].report]]
                self._join_state(country, spoken)

    def _speaking(self, place: str) -> Iterator[int]:
        return (
            at for at in self._named.get(place, ()) if self._actors[at].speaks and self._actors[at].schema in BODIES
        )

    def _embassies(self, states: Mapping[str, str]) -> None:
        """Join "Ostrany's embassy" with the only one that is told, where the report names the place or its state."""
        for words, places in self._placed.items():
            if len(places) != 1 or not any(map(self._bearers, words)):
                continue
            ((place, entities),) = places.items()
            state = states.get(place) or countries_by_capital().get(place, place)
            around = {place, state, self._matcher.parts(state).key}
            for at in entities[1:]:
                if not self._against(entities[0], at):
                    self._unite(entities[0], at, ("words",), 1.0)
            for at in self._described.get(words, ()):
                if around & self._company[self._actors[at].report] and not self._against(entities[0], at):
                    self._unite(entities[0], at, ("words", "context"), 1.0)
