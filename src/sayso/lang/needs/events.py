"""What a language brings for events: one ``EventWords(...)``, its `events`, of one part for each task of the step.

Its tables are written as text that an analyst can read and mend; the readers of such text stand at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.lang.needs.control import ControlWords
from sayso.lang.needs.main_events import MainWords
from sayso.lang.needs.senses import SenseWords
from sayso.lang.needs.when import WhenWords
from sayso.lang.needs.where import WhereWords
from sayso.values.terms import EVENT_TYPES, MODES, EventType

TypeMode = tuple[EventType, str]  # PLOVER's type and mode; "" where an entry leaves the mode open
NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Which words tell an event, beyond what the trained model says; lemmas.

    things   nouns for things, people, places, measures and thoughts: never an event
    states   adjectives that tell how someone fares: "dead"; other adjectives tell no event
    adverbs  endings of adverbs that a parser takes for verbs in a text of capitals
    naming   verbs whose participle before a noun only describes it: "the alleged plan"
    plural   endings of the plural, for forms that the parser took for a lemma
    endings  how words of happening end, a feature of the model; the first that fits counts, so their order is trained
    """

    things: frozenset[str] = NO_WORDS
    states: frozenset[str] = NO_WORDS
    adverbs: tuple[str, ...] = ()
    naming: frozenset[str] = NO_WORDS
    plural: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartWords:
    """Which phrase plays which part in an event: prepositions, word forms.

    endings      how nouns of happening end, a feature of the trained network; the first that fits counts
    examples     words before an example of a noun: "as", "including"
    cut          of these the ones that end a phrase behind a comma, or behind a word of `such`
    such         words that announce an example
    origin       prepositions of where something comes from
    destination  prepositions of where it goes
    towards      of these the ones that are no dative: a thing behind them is a destination
    instrument   prepositions of what it is done with
    topic        prepositions of what is talked about
    against      of these the ones before whom it meets, if someone stands behind them
    recipient    prepositions of whom it is done to
    outcomes     nouns behind them for what becomes of someone: "beaten to death"
    around       prepositions before where something is, whatever stands behind them: "near"
    sites        nouns of where something is, behind one of `at`, or where it goes, behind one of `destination`; lemmas
    at           prepositions of where it is, if a site stands behind them
    """

    endings: tuple[str, ...] = ()
    examples: frozenset[str] = NO_WORDS
    cut: frozenset[str] = NO_WORDS
    such: frozenset[str] = NO_WORDS
    origin: frozenset[str] = NO_WORDS
    destination: frozenset[str] = NO_WORDS
    towards: frozenset[str] = NO_WORDS
    instrument: frozenset[str] = NO_WORDS
    topic: frozenset[str] = NO_WORDS
    against: frozenset[str] = NO_WORDS
    recipient: frozenset[str] = NO_WORDS
    outcomes: frozenset[str] = NO_WORDS
    around: frozenset[str] = NO_WORDS
    sites: frozenset[str] = NO_WORDS
    at: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Whom a phrase stands for; lemmas unless said otherwise.

    shares    words for how many, before a word of `of` and whom they are of
    of        the preposition between a part and its whole
    we        first person plural, word forms
    it        pronoun of a place that is left, word forms
    nobody    words that stand for no one who could be named
    members   those whose act is that of the group they belong to
    organs    what a state acts through
    own       what "her" or "their" makes the one that someone belongs to: "said her country would"
    places    places that may act by their people, but are no one where something is done to them by hand
    motion    verbs whose object is where one goes from, to or through
    """

    shares: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    we: frozenset[str] = NO_WORDS
    it: frozenset[str] = NO_WORDS
    nobody: frozenset[str] = NO_WORDS
    members: frozenset[str] = NO_WORDS
    organs: frozenset[str] = NO_WORDS
    own: frozenset[str] = NO_WORDS
    places: frozenset[str] = NO_WORDS
    motion: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class UnderstoodWords:
    """Who takes part in an event though nobody says so; lemmas, prepositions and small words as word forms.

    commits      verbs whose subject sees to what is promised
    will         auxiliaries of the future
    plans        nouns whose owner is to do what they plan
    holds        verbs whose subject owns the plan that is their object: "announced plans to"
    does         verbs whose subject does what their object tells: "launched an attack"
    sets         objects between someone and what he is to do: "set a date for the closure"
    engages      verbs whose subject does what stands behind a word of `inside`: "engaged in fighting"
    telling      verbs of saying and thinking
    saying       what something is said in: "told reporters in an interview"
    beside       words before a form that shares the subject of the clause it hangs on: "before leaving, she"
    undergone    nouns whose owner undergoes them: "the general's arrest"
    transfer     verbs that bring a thing to someone
    towards      prepositions between what is imposed or signed and whom it meets
    meets        verbs whose object need be no event: "signed a treaty with"
    together     verbs that one does with someone who takes part
    third        pronouns of someone else
    by, of, inside, accompanied  the prepositions for these
    between      prepositions before those who do what a noun tells
    giver        prepositions before whose plan it is: "a promise by", "an offer from"
    planned      prepositions between a plan and what is planned
    occasion     prepositions between "met" and what it was for: talks
    definite     determiners by which a noun takes up what was told
    told_anew    prepositions that give a noun parts of its own, so that it takes up nothing
    infinitive   the mark of an infinitive
    """

    commits: frozenset[str] = NO_WORDS
    will: frozenset[str] = NO_WORDS
    plans: frozenset[str] = NO_WORDS
    holds: frozenset[str] = NO_WORDS
    does: frozenset[str] = NO_WORDS
    sets: frozenset[str] = NO_WORDS
    engages: frozenset[str] = NO_WORDS
    telling: frozenset[str] = NO_WORDS
    saying: frozenset[str] = NO_WORDS
    beside: frozenset[str] = NO_WORDS
    undergone: frozenset[str] = NO_WORDS
    transfer: frozenset[str] = NO_WORDS
    towards: frozenset[str] = NO_WORDS
    meets: frozenset[str] = NO_WORDS
    together: frozenset[str] = NO_WORDS
    third: frozenset[str] = NO_WORDS
    by: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    inside: frozenset[str] = NO_WORDS
    accompanied: frozenset[str] = NO_WORDS
    between: frozenset[str] = NO_WORDS
    giver: frozenset[str] = NO_WORDS
    planned: frozenset[str] = NO_WORDS
    occasion: frozenset[str] = NO_WORDS
    definite: frozenset[str] = NO_WORDS
    told_anew: frozenset[str] = NO_WORDS
    infinitive: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """A row of the table of PLOVER: a verb of one class over an object of another is this to PLOVER.

    verb     a class of verbs
    thing    a class of nouns, or "@TYPE" for any noun of that type
    example  a sentence that the row acts on
    """

    verb: str
    thing: str
    type: EventType
    mode: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class KindWords:
    """Which words are which PLOVER type and mode; lemmas unless said otherwise.

    verbs, nouns   word -> type and mode
    pairs          first word -> the other words of the entry, type and mode: "set fire"
    classes        name of a class -> its words, some with a particle behind a space
    rules          what a verb of one class over an object of another is; the first that fits wins
    modes          type -> word near the event -> mode, where the entry leaves it open
    contexts       word of an event's phrases -> PLOVER's context
    light          verbs that say nothing of their own where the object is an event
    loose          single words behind a verb that an object says more than: "withdraw from"
    need_object    verbs that mean what `verbs` say of them only over an object: "struck a convoy"
    of_people      verbs that mean it only where they are done to people or a country: "held two students"
    persons        nouns and pronouns for people
    personal       how other nouns for people end; `measures` how nouns of measures end that end so too
    people         forms of nouns of `nouns` that are people: "exiles"
    plural         endings of the plural: "contacts" may be listed in the plural alone
    no_kin         nouns that do not tell what the verb they are made of tells, and verbs so of nouns
    families       endings of a noun and of the verb it is made of, the longest fitting first
    nature         what harms people without meaning to
    nature_by      prepositions before it: "killed in an earthquake"
    says           verbs that may announce what their subject will do or others must
    duty           auxiliaries of what others must do
    intent         auxiliaries of what someone will do
    shares         nouns that say how much of the noun behind a word of `of` is meant
    of, under      the prepositions between a share and its whole, and in "was put under investigation"
    inside         the preposition that is no part of an entry: "take part in"
    fire           nouns that a weapon in front of them makes an attack: "rocket fire"
    showing        nouns that are no event of people if a word of `of` stands behind them: "a demonstration of power"
    senses         what tells senses of one word apart
    yielding       verbs whose object stands behind a word of `yielded`: "bowed to demands"
    """

    verbs: dict[str, TypeMode] = field(default_factory=dict)
    nouns: dict[str, TypeMode] = field(default_factory=dict)
    pairs: dict[str, tuple[tuple[str, TypeMode], ...]] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    rules: tuple[ObjectRule, ...] = ()
    modes: dict[EventType, dict[str, str]] = field(default_factory=dict)
    contexts: dict[str, str] = field(default_factory=dict)
    light: frozenset[str] = NO_WORDS
    loose: frozenset[str] = NO_WORDS
    need_object: frozenset[str] = NO_WORDS
    of_people: frozenset[str] = NO_WORDS
    persons: frozenset[str] = NO_WORDS
    personal: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    people: frozenset[str] = NO_WORDS
    plural: tuple[str, ...] = ()
    no_kin: frozenset[str] = NO_WORDS
    families: tuple[tuple[str, str], ...] = ()
    nature: frozenset[str] = NO_WORDS
    nature_by: frozenset[str] = NO_WORDS
    says: frozenset[str] = NO_WORDS
    duty: frozenset[str] = NO_WORDS
    intent: frozenset[str] = NO_WORDS
    shares: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    under: frozenset[str] = NO_WORDS
    inside: frozenset[str] = NO_WORDS
    fire: frozenset[str] = NO_WORDS
    showing: frozenset[str] = NO_WORDS
    yielding: frozenset[str] = NO_WORDS
    yielded: frozenset[str] = NO_WORDS
    senses: SenseWords = SenseWords()

    def entries(self) -> set[str]:
        """Every entry as it is written: verbs, nouns, pairs, and the words of classes."""
        out = {*self.verbs, *self.nouns}
        out |= {f"{first} {rest}" for first, several in self.pairs.items() for rest, _ in several}
        return out.union(*self.classes.values())

    def without(self, entries: set[str]) -> KindWords:
        """A copy that lacks these entries, in every table.

        >>> whole = KindWords(verbs={"raid": ("ASSAULT", "")}, classes={"hold": frozenset({"hold", "open"})})
        >>> whole.without({"raid", "open"}).entries()
        {'hold'}
        """
        return replace(
            self,
            verbs={word: kind for word, kind in self.verbs.items() if word not in entries},
            nouns={word: kind for word, kind in self.nouns.items() if word not in entries},
            pairs={
                first: tuple(one for one in several if f"{first} {one[0]}" not in entries)
                for first, several in self.pairs.items()
            },
            classes={name: members - entries for name, members in self.classes.items()},
        )


@dataclass(frozen=True, slots=True)
class CodingWords:
    """What decides which events of a report PLOVER would code, and whom they meet; word forms.

    told        forms of words by which something is only told
    agreed      forms of words for what several do with each other
    joined      the word between two who act together
    own_means   classes of `KindWords` for what is sent or called up and is the sender's own: troops
    """

    told: frozenset[str] = NO_WORDS
    agreed: frozenset[str] = NO_WORDS
    joined: str = ""
    own_means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventWords:
    """All that the step asks of a language; all lower case."""

    triggers: TriggerWords = TriggerWords()
    parts: PartWords = PartWords()
    actors: ActorWords = ActorWords()
    understood: UnderstoodWords = UnderstoodWords()
    when: WhenWords = WhenWords()
    kinds: KindWords = KindWords()
    coding: CodingWords = CodingWords()
    where: WhereWords = WhereWords()
    control: ControlWords = ControlWords()
    main: MainWords = MainWords()


# Readers of the tables


def listed(text: str) -> tuple[str, ...]:
    """The words of a list with commas between them.

    >>> listed("call off, end")
    ('call off', 'end')
    """
    return tuple(word for part in text.split(",") if (word := part.strip()))


def read_kind(text: str) -> TypeMode:
    """Type and mode of "TYPE mode"; ValueError where PLOVER has no such type or mode.

    >>> read_kind("COERCE arrest"), read_kind("ASSAULT")
    (('COERCE', 'arrest'), ('ASSAULT', ''))
    """
    name, _, mode = text.strip().partition(" ")
    for known in EVENT_TYPES:
        if known == name and (not mode or mode in MODES[known]):
            return known, mode
    raise ValueError(f"PLOVER has no type and mode {text!r}; they are listed in sayso.values.terms.MODES")


def read_lexicon(
    text: str,
) -> tuple[dict[str, TypeMode], dict[str, TypeMode], dict[str, tuple[tuple[str, TypeMode], ...]]]:
    """Verbs, nouns and pairs of lines "TYPE mode: words"; "+" opens a line of nouns, a blank one that goes on.

    >>> read_lexicon('''
    ... COERCE arrest: arrest, take
    ...   custody
    ... +COERCE: blockade
    ... ''')[1]
    {'blockade': ('COERCE', '')}
    """
    verbs: dict[str, TypeMode] = {}
    nouns: dict[str, TypeMode] = {}
    pairs: dict[str, list[tuple[str, TypeMode]]] = {}
    for line in whole_lines(text):
        name, _, words = line.partition(": ")
        where = nouns if name.startswith("+") else verbs
        kind = read_kind(name.removeprefix("+"))
        for word in listed(words):
            first, _, rest = word.partition(" ")
            if rest and where is verbs:
                pairs.setdefault(first, []).append((rest, kind))
            else:
                where.setdefault(word, kind)
    return verbs, nouns, {first: tuple(several) for first, several in pairs.items()}


def read_classes(text: str) -> dict[str, frozenset[str]]:
    """Name of a class -> its words, of lines "name: words".

    >>> read_classes("hold: hold, open, call")["hold"] == {"hold", "open", "call"}
    True
    """
    pairs = (line.partition(": ") for line in whole_lines(text))
    return {name: frozenset(listed(words)) for name, _, words in pairs}


def read_rules(text: str) -> tuple[ObjectRule, ...]:
    """The rows of a table "verbs | objects | TYPE mode | example".

    >>> read_rules("end | curbs | CONCEDE | They lifted the ban.")
    (ObjectRule(verb='end', thing='curbs', type='CONCEDE', mode='', example='They lifted the ban.'),)
    """
    rows = ([cell.strip() for cell in line.split("|")] for line in whole_lines(text))
    return tuple(ObjectRule(verb, thing, *read_kind(kind), example) for verb, thing, kind, example in rows)


def by_word(table: dict[str, str]) -> dict[str, str]:
    """Word -> value, of a table of value -> words; the last value of a word counts.

    >>> by_word({"aerial": "jet, drone"})
    {'jet': 'aerial', 'drone': 'aerial'}
    """
    return {word: value for value, words in table.items() for word in listed(words)}


def whole_lines(text: str) -> list[str]:
    """The lines of a table, each with those that go on with it; an indented line goes on."""
    return text.strip().replace("\n  ", " ").splitlines()
