"""What an entity is, by its words and by what the learned head says of its mentions: a person, a body, a place, nobody.

The rules of mentions say what its words look like. The head (chaining/someone.py) has seen what such words stand for in
their sentence; where it is sure of all mentions together, it decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from sayso.extract.entities.chaining import BODY, NOBODY, PERSON, PLACE, PhraseChains
from sayso.extract.entities.context import Item, ReportContext
from sayso.lang import Language
from sayso.values.findings import Place
from sayso.values.terms import SOMEONE, Schema

# Log odds from which the mean over an entity's mentions says that it is nobody: for names; for nouns that are a body in
# one sentence and none in another (campaign, state, class); for other nouns of bodies; chosen on ECB+'s and GUM's parts
# that measure, and on the open part of tests/gold/who.
NAMES, DOUBLE, OTHERS, ROLES = 0.8, 0.0, 1.0, 1.0
# Log odds of place and nobody together against person and body, over which an entity is none, by its schema: right in
# .96 or more of persons and bodies on ECB+'s part that measures; what governs must do nothing, or be far over.
NO_ONE: Final = {"Person": 1.0, "Organization": 1.0, "LegalEntity": 1.0, "PublicBody": 2.0}
NO_STATE: Final = 4.0
SPOKEN_OF: Final = 2.5  # the least for a description, and for a name that ends as bodies are called: the Orrin Front
IMPERSONAL: Final = 3.0  # log odds from which a name is that of no person, whatever its words look like
PLACE_LEAST: Final = 0.35  # how likely an entity is a place, for one that stands as a place alone to be none
SURE_PLACE: Final = 0.6  # for one that nowhere acts
MET_LEAST: Final = 0.06  # how likely it is a person or body, for one behind "to" to be met there and not only reached
BEFORE_NOUN: Final = frozenset({"compound", "nmod", "amod"})
LOOSE: Final = frozenset({"I", "X"})  # roles behind a preposition, and none
REACHED: Final = frozenset({"I", "X", "O"})  # roles of a town that is told with its country
MAX_LISTED: Final = 12  # names of one list
DOERS: Final = frozenset({"S", "B"})  # roles of who does something
ATTRIBUTE: Final = "attr"


class Standing:
    """What is learned of the mentions of a report; nothing where there are no chains.

    Says of the items which are no persons for sure.
    """

    def __init__(self, context: ReportContext, chains: PhraseChains | None, places: Sequence[Place] = ()) -> None:
        self._context = context
        self._of: dict[int, np.ndarray] = {}
        self._placed = _placed(context, places)
        for index in self._placed:
            context.items[index].impersonal = True
        if chains is None:
            return
        for item in context.items:
            found = chains.standing.get(item.head)
            if found is not None and item.mention.kind != "pronoun":
                self._of[item.index] = found
                item.impersonal |= bool(np.logaddexp.reduce(found[[BODY, PLACE, NOBODY]]) - found[PERSON] > IMPERSONAL)

    def of(self, items: Sequence[Item]) -> np.ndarray | None:
        """(4,) the mean logarithm over the mentions that are no pronouns; None where nothing is known."""
        held = [self._of[item.index] for item in items if item.index in self._of]
        return np.mean(held, axis=0) if held else None

    def schema(self, items: Sequence[Item], schema: Schema) -> Schema:
        """The schema of an entity whose words say `schema`, and which speaks nowhere."""
        if schema in SOMEONE and self._named_as_places(items):
            return "Address"
        found = self.of(items)
        if found is None or schema not in SOMEONE:
            return schema
        if self._only_a_place(items, found):
            return "Address"
        if self._no_one(items, schema, found):
            return "Address" if found[PLACE] > found[NOBODY] else "Thing"
        return "Thing" if found[NOBODY] - np.logaddexp.reduce(found[:NOBODY]) > self._least(items) else schema

    def _named_as_places(self, items: Sequence[Item]) -> bool:
        """Whether each name of it is that of a town or a region, and stands where a place is told."""
        names = [item for item in items if item.name]
        return bool(names) and all(item.index in self._placed for item in names)

    def _least(self, items: Sequence[Item]) -> float:
        """The log odds from which an entity of these mentions is nobody; infinite where its words are sure."""
        language, labels = self._context.language, self._context.tree.dep
        least = DOUBLE
        if all(labels[item.head] in BEFORE_NOUN for item in items):
            items = [item for item in items if item.name and _known_body(item, language)]  # "the Hubble telescope"
        for item in items:
            if item.name:
                if _known_body(item, language):
                    return np.inf
                least = max(least, NAMES)
            elif item.mention.kind == "nominal":
                double = DOUBLE if item.lemma in language.entities.double else OTHERS
                least = max(least, ROLES if item.lemma in language.roles else double)
        return least

    def _no_one(self, items: Sequence[Item], schema: Schema, found: np.ndarray) -> bool:
        """Whether its mentions are those of a place or a thing: "the website", "Sierra Nevada", "the Jesuit center"."""
        if self._least(items) == np.inf or any(self._is_state(item) or self._peoples(item) for item in items):
            return False
        odds = np.logaddexp(found[PLACE], found[NOBODY]) - np.logaddexp(found[PERSON], found[BODY])
        acts = schema == "PublicBody" and any(item.role in DOERS for item in items)
        # as bodies are: the Orrin Front
        called = any(item.name and item.body and len(item.words) > 1 for item in items)
        least = NO_STATE if acts or called else NO_ONE[schema]
        sure = any(item.name for item in items) and not any(item.body for item in items)
        return bool(odds > (least if sure else max(least, SPOKEN_OF)))

    def _is_state(self, item: Item) -> bool:
        """Whether a mention is that of a country, or of what any state may be called."""
        language = self._context.language
        if item.name:
            return " ".join(item.words) in language.countries
        return item.mention.kind == "nominal" and item.lemma in language.entities.any_state

    def _only_a_place(self, items: Sequence[Item], found: np.ndarray) -> bool:
        """Whether all mentions stand where something is or goes to, or say only what it is: "Cuba is a country".

        A town or a castle is none either where it is only spoken of; a state may be meant.
        """
        likely = np.exp(found)
        if likely[PLACE] < max(PLACE_LEAST, likely[PERSON]) or any(
            self._peoples(item) or self._has_offices(item) for item in items
        ):
            return False
        if likely[PLACE] > SURE_PLACE and not any(self._may_act(item) for item in items):
            return True
        met = likely[PERSON] + likely[BODY] >= MET_LEAST and all(item.mention.schema != "Person" for item in items)
        return all(self._as_place(item, met=met) for item in items)

    def _peoples(self, item: Item) -> bool:
        """Whether a mention names people by where they come from: "Iranians"."""
        language, lower = self._context.language, self._context.tree.lower[item.head]
        return item.mention.many and not language.demonyms.isdisjoint(language.grammar.singulars(lower))

    def _has_offices(self, item: Item) -> bool:
        """Whether somebody is named by an office of the place: "the foreign minister of Kestria"."""
        tree = self._context.tree
        link = tree.head[item.head]
        return (
            item.name and tree.dep[item.head] == "pobj" and tree.lemma[tree.head[link]] in self._context.language.roles
        )

    def _may_act(self, item: Item) -> bool:
        """Whether a mention of a place acts or owns, or is a state."""
        language = self._context.language
        state = item.lemma in language.public or item.lemma in language.entities.any_state
        body = item.body and item.mention.schema != "Person"
        return not item.name or state or body or item.role not in LOOSE or " ".join(item.words) in language.countries

    def _as_place(self, item: Item, *, met: bool) -> bool:
        tree, where = self._context.tree, self._context.language.entities
        if item.mention.kind == "pronoun":
            return False
        if item.role == "I":
            return item.preposition in where.where or (item.preposition in where.whither and not met)
        label, above = tree.dep[item.head], tree.head[item.head]
        if label in BEFORE_NOUN:
            return item.name and tree.words[above].islower()
        if tree.lemma[max(item.verb, 0)] not in self._context.language.grammar.copula or item.verb < 0:
            return False
        return item.role == "T" or (item.role == "S" and any(tree.dep[k] == ATTRIBUTE for k in tree.kids[item.verb]))


def _known_body(item: Item, language: Language) -> bool:
    """Whether a name is that of an agency or an outlet."""
    return item.mention.span.text in language.agencies or " ".join(item.words) in language.press


def _placed(context: ReportContext, places: Sequence[Place]) -> set[int]:
    """The names, by index, that stand as places: "in Randolph, Iowa", "the provinces of Talmin and Quell".

    The gazetteer has them, and they stand where something is, where several are from, or before a noun that is no body
    ("the Natanz nuclear site"); or a word says what they are. A name with a title, one that acts or owns something, and
    one that has offices is somebody; a country may be.
    """
    spots = {place.span.start: place.span.end for place in places if place.use == "place"}
    where, whither, tree, out = context.language.entities.where, context.language.entities.whither, context.tree, set()
    for item in context.items:
        if not item.name or item.title:
            continue
        if item.role == "I" and _territory(context, item):
            out.add(item.index)
            continue
        if " ".join(item.words) in context.language.countries or (
            spots.get(tree.start[item.first]) != tree.end[item.last]
        ):
            continue
        beside = item.last + 2 < len(tree) and tree.words[item.last + 1] == "," and tree.start[item.last + 2] in spots
        known = where | whither if item.conjunct else where
        loose = item.role in LOOSE and item.preposition in known
        if (item.role in REACHED if beside else loose) or _of_a_thing(context, item):
            out.add(item.index)
    return out


def _territory(context: ReportContext, item: Item) -> bool:
    """Whether a noun says that a name is a town's, a region's or a water's: "the provinces of Talmin and Quell"."""
    tree, words = context.tree, context.language.entities
    k = item.head
    for _ in range(MAX_LISTED):
        if tree.dep[k] != "conj":
            break
        k = tree.head[k]
    link = tree.head[k]
    noun = tree.head[link]
    return tree.dep[k] == "pobj" and tree.lower[link] in words.of and tree.lemma[noun] in words.territories


def _of_a_thing(context: ReportContext, item: Item) -> bool:
    """Whether a name only says which thing it is: "the Natanz nuclear site", not "the Natanz police"."""
    tree, language = context.tree, context.language
    above = tree.head[item.head]
    if tree.dep[item.head] not in BEFORE_NOUN or not tree.words[above].islower() or tree.pos[above] != "NOUN":
        return False
    forms = {tree.lemma[above], tree.lower[above]}
    acting = language.groups | language.roles | language.public | language.bodies | language.crowds | language.outlets
    return forms.isdisjoint(acting) and forms.isdisjoint(language.manners)
