"""What a language brings for finding places: one ``PlaceWords(...)``, its `places`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Words around the names of places, lower case.

    before         words after which a name is most likely a place: in, near
    before_or_verb those of them that are more often something else: left
    weak_before    words after which it may be one: of, for
    area_before    words that single out a part of a place: northern, downtown
    kinds          nouns for kinds of places -> kind of gazetteer.KINDS, or "" for any
    directions     words of "the north of"
    bodies         words by which a name with a place in it is that of a body: University, Police
    streets        words that make a name that of a street
    nature         words that make a name that of a river, a lake, a park
    ordinary       names of places that are words of the language first of all
    surnames       names of places that are surnames first of all
    given          names of countries that are given names as well: Israel Vega
    days           names of months and days
    languages, of_speech   names of languages, and words that tell them from peoples
    governs        verbs that a government is the subject of
    houses_govern  verbs that a seat of government is the subject of, beside these: "the White House was silent"
    governed       verbs that a government is the object of
    owned          nouns that are a government's: "Tehran's envoy"
    relations      nouns that stand before "between Tehran and Washington"
    measures       units of distance
    nearness       words between a distance and the place it is measured from
    particles      small words inside a name
    compounds      words that a hyphen joins to a place: London-based
    of, the, inside, between  the words for these four, where the step asks for one alone
    own            letters that make an owner behind an apostrophe; `owner` are both together: 's
    owner_mark     pattern of all marks of an owner right behind a name, with those of a plural
    elided         articles that a name begins with in small letters: d'
    listing        what stands between the names of a list, with its spaces
    pairing        what stands between two names of which each makes the other likelier
    nearness_alone words of `nearness` that need no distance before them
    two_letters    names of two letters, as they are written: US
    country_demonyms, region_demonyms, other_demonyms  key of a place -> words for its people and what is theirs:
                   of a country by its ISO code, of a region by that and its name ("GB/Scotland"), of others by their id
    town_demonyms  the same of a town, by the ISO code of its country and its name ("FR/Paris")
    people_ending  what makes the plural of such a word; `people_alike` are ends of those that are their own plural
    people_before  words after which a name is a person's, beside titles
    articles       small words with which a name may begin: al-Tanf
    belongs        nouns for who and what belongs to a place: a Paris man
    spoilers       nouns before which a name is no place: West Nile virus
    papers         words that end the name of a newspaper
    tongues        words that make a people's name that of a language
    """

    before: frozenset[str] = frozenset()
    before_or_verb: frozenset[str] = frozenset()
    weak_before: frozenset[str] = frozenset()
    area_before: frozenset[str] = frozenset()
    kinds: dict[str, str] = field(default_factory=dict)
    directions: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    nature: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    of_speech: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    houses_govern: frozenset[str] = frozenset()
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
    compounds: frozenset[str] = frozenset()
    of: str = ""
    the: str = ""
    inside: str = ""
    between: str = ""
    own: str = ""
    owner: frozenset[str] = frozenset()
    owner_mark: re.Pattern[str] = NEVER
    elided: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset({", ", "; "})
    pairing: frozenset[str] = frozenset({", ", "; ", "/", "-"})
    nearness_alone: frozenset[str] = frozenset()
    two_letters: frozenset[str] = frozenset()
    country_demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    region_demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    other_demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    town_demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people_ending: str = ""
    people_alike: tuple[str, ...] = ()
