"""What a language brings for finding places: one ``PlaceWords(...)``, its `places`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around the names of places, lower case.

    before         words after which a name is most likely a place: in, near
    weak_before    words after which it may be one: of, for
    area_before    words that single out a part of a place: northern, downtown
    kinds          nouns for kinds of places -> kind of gazetteer.KINDS, or "" for any
    directions     words of "the north of"
    bodies         words by which a name with a place in it is that of a body: University, Police
    streets        words that make a name that of a street
    nature         words that make a name that of a river, a lake, a park
    ordinary       names of places that are words of the language first of all
    surnames       names of places that are surnames first of all
    days           names of months and days
    languages, of_speech   names of languages, and words that tell them from peoples
    governs        verbs that a government is the subject of
    governed       verbs that a government is the object of
    owned          nouns that are a government's: "Tehran's envoy"
    relations      nouns that stand before "between Tehran and Washington"
    measures       units of distance
    nearness       words between a distance and the place it is measured from
    particles      small words inside a name
    people_before  words after which a name is a person's, beside titles
    articles       small words with which a name may begin: al-Tanf
    belongs        nouns for who and what belongs to a place: a Paris man
    spoilers       nouns before which a name is no place: West Nile virus
    papers         words that end the name of a newspaper
    tongues        words that make a people's name that of a language
    """

    before: frozenset[str] = frozenset()
    weak_before: frozenset[str] = frozenset()
    area_before: frozenset[str] = frozenset()
    kinds: dict[str, str] = field(default_factory=dict)
    directions: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    nature: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    of_speech: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    nearness: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    people_before: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    belongs: frozenset[str] = frozenset()
    spoilers: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()
