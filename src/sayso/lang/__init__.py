"""What a language brings: word lists, patterns and the names of its parser and model; rules name no word themselves.

A language is one folder ``lang/xx`` with one ``LANGUAGE = Language(...)``.
"""

from __future__ import annotations

import functools
import importlib
from dataclasses import dataclass, field
from typing import Final

from sayso.errors import UsageError
from sayso.lang.needs.attributions import AttributionWords
from sayso.lang.needs.chains import ChainWords
from sayso.lang.needs.counts import CountWords
from sayso.lang.needs.entities import EntityWords
from sayso.lang.needs.events import EventWords
from sayso.lang.needs.factuality import FactualityWords
from sayso.lang.needs.figures import FigureWords
from sayso.lang.needs.grammar import Grammar
from sayso.lang.needs.labels import LabelWords
from sayso.lang.needs.mentions import MentionWords
from sayso.lang.needs.name_parts import NameWords
from sayso.lang.needs.offices import OfficeWords
from sayso.lang.needs.parsing import Parsing
from sayso.lang.needs.places import PlaceWords
from sayso.lang.needs.pronouns import PronounKind
from sayso.lang.needs.quantities import QuantityWords
from sayso.lang.needs.relations import RelationWords
from sayso.lang.needs.same_events import SameEventWords
from sayso.lang.needs.text import TextWords
from sayso.lang.needs.times import TimeWords
from sayso.lang.needs.zones import ZoneWords
from sayso.values.terms import Manner

READ_IN: Final = "en"  # what a report is read in whose language is not known


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Pronouns by person and what they can stand for, all lower case, every form.

    all   every form of every kind
    """

    first_singular: frozenset[str] = frozenset()
    first_plural: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    it: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    all: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms = (getattr(self, kind) for kind in PronounKind)
        object.__setattr__(self, "all", frozenset().union(*forms))

    def kind(self, word: str) -> PronounKind | None:
        """The first kind, in the order of `PronounKind`, that has this form; None for a word that is no pronoun."""
        return next((kind for kind in PronounKind if word in getattr(self, kind)), None)


@dataclass(frozen=True, slots=True)
class Language:
    """The words and patterns of one language; lists hold lower-case lemmas or words unless said otherwise.

    code         ISO 639-1
    parser       name of the distribution with the parser's files
    model        name of the distribution with the tagger's weights
    manners      verb or noun of saying -> manner
    titles       words before a name: {word: "f", "m" or ""}
    roles        nouns for someone who may speak ("envoy", "ministry")
    groups       nouns for a body of people, which "it" or "they" may stand for
    first_names  given name, lower case -> "f" or "m"
    address      titles that are no office: Mr, Lady, Sheikh
    gendered     nouns for persons of one gender: {noun: "f" or "m"}
    kin          nouns for someone's someone: wife, colleague; "his wife" is not him
    agencies     name of a news agency as written -> its name in full
    reportedly   adverbs that alone make hearsay of a clause
    nobody       words in the place of a source that name nobody: reports, rumour
    rumour       those of them that say little: rumour, gossip
    bodies       words by which a capitalised name is that of a body
    public       words for bodies of the state, in names and as nouns
    documents    nouns for what is written and may be a source
    crowds       nouns that mean many people without a plural's ending
    calendar     months and days, which are no one's names
    no_names     other words in capitals that are no one's: units, illnesses, things
    papers       words that end the name of an agreement or a law: treaty, resolution
    parts        nouns for a part of a body: wing, ministry
    kinds_of_part   what makes such a noun a body whatever it is: armed
    dative       prepositions before whom something is written to
    spokes       nouns for who speaks for a body and says "we" for it: spokesman
    outsiders    nouns for persons who are of a place or against a body, not of one: native, critic
    bygone       words before an office that is held no more: former
    portfolios   what offices are for: trade, health
    same_country forms of a country's name -> the one form they stand for
    vague        words that stand for someone unknown: everyone, others
    locative     prepositions before a place
    reflexive    pronouns that stand for their own clause's subject
    countries    names of countries and of unions of them
    demonyms     words for the people of a country, religion or party
    particles    small words inside a person's name
    possessors   pronouns before what somebody has: his, our
    families     nouns and titles for one kind of office: the commander may be a brigadier
    press        names of papers, stations and sites, lower case
    ranks        titles of which one man has one at a time: major, lieutenant
    offices      nouns for one office: spokesman, spokesperson
    outlets      nouns for a paper, station or agency, which may end or precede its name
    answerer     labels of who answers in an interview: A
    times        words and forms of time expressions; without them no time is found
    quantities   hedges, units, words for numbers; without them no quantity is found
    places       words around the names of places; without them only names that are sure are found
    attributions what the step of that name asks, see lang/needs/attributions.py
    mentions     what the step of that name asks, see lang/needs/mentions.py
    chains, entities   what the steps of these names ask, see lang/needs/chains.py and entities.py
    name_parts   words around and inside names, see lang/needs/name_parts.py
    titled       offices and bodies by their sectors, see lang/needs/offices.py
    zones        what the step of that name asks, see lang/needs/zones.py
    events       what the step of that name asks, see lang/needs/events.py
    factuality   what the step of that name asks, see lang/needs/factuality.py
    labels       what the step of that name asks, see lang/needs/labels.py
    figures      words around a number that tell which count it is, see lang/needs/figures.py
    relations    what the step of that name asks, see lang/needs/relations.py
    same_events  words that may tell one event, see lang/needs/same_events.py
    text         what the text itself is split by, see lang/needs/text.py
    grammar      small words and endings that many steps ask for, see lang/needs/grammar.py
    parsing      how the parser's labels are called here, see lang/needs/parsing.py
    """

    code: str
    name: str
    parser: str
    model: str
    pronouns: Pronouns
    manners: dict[str, Manner] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    first_names: dict[str, str] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    according: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    reportedly: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    rumour: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    anonymous: tuple[str, ...] = ()
    address: frozenset[str] = frozenset()
    gendered: dict[str, str] = field(default_factory=dict)
    kin: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    kinds_of_part: frozenset[str] = frozenset()
    dative: frozenset[str] = frozenset()
    spokes: frozenset[str] = frozenset()
    outsiders: frozenset[str] = frozenset()
    bygone: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    same_country: dict[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    reflexive: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    possessors: frozenset[str] = frozenset()
    families: tuple[frozenset[str], ...] = ()
    press: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    offices: tuple[frozenset[str], ...] = ()
    outlets: frozenset[str] = frozenset()
    answerer: frozenset[str] = frozenset()
    times: TimeWords | None = None
    quantities: QuantityWords | None = None
    places: PlaceWords = PlaceWords()
    attributions: AttributionWords = AttributionWords()
    mentions: MentionWords = MentionWords()
    chains: ChainWords = ChainWords()
    counts: CountWords = CountWords()
    entities: EntityWords = EntityWords()
    name_parts: NameWords = NameWords()
    titled: OfficeWords = OfficeWords()
    zones: ZoneWords = ZoneWords()
    events: EventWords = EventWords()
    factuality: FactualityWords = FactualityWords()
    labels: LabelWords = LabelWords()
    figures: FigureWords = FigureWords()
    relations: RelationWords = RelationWords()
    same_events: SameEventWords = SameEventWords()
    text: TextWords = TextWords()
    grammar: Grammar = Grammar()
    parsing: Parsing = Parsing()


def words(text: str) -> frozenset[str]:
    """The words of a text that lists them, white space between.

    >>> sorted(words("he him his"))
    ['he', 'him', 'his']
    """
    return frozenset(text.split())


def load_language(code: str) -> Language:
    """The language of this code; UsageError where there is none."""
    try:
        module = importlib.import_module(f"sayso.lang.{code}")
    except ModuleNotFoundError:
        raise UsageError(
            f"no language {code!r}; there is lang/en/, add a folder lang/{code}/ with one LANGUAGE = Language(...)"
        ) from None
    language: Language = module.LANGUAGE
    return language


@functools.lru_cache(maxsize=64)
def language_for(code: str | None) -> Language:
    """The language that a report of this code was read in; for one that sayso does not read, one without any words.

    >>> language_for(None).code, language_for("xx").code, language_for("xx").manners
    ('en', 'xx', {})
    """
    code = code or READ_IN
    try:
        return load_language(code)
    except UsageError:
        return Language(code, code, "", "", Pronouns())
