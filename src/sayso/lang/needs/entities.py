"""What a language brings for entities: one ``EntityWords(...)``, its `entities`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Words and patterns, lower case unless said otherwise.

    Names
    small             words inside a name that may have no letter in its acronym: of, the
    state_titles      words before the name of a country that belong to its long form: Kingdom (of)
    of                words behind which a name says whose it is: of
    transliteration   letters of another script -> how the language writes them (a table for `str.translate`)

    Appositions
    place_links       prepositions between a description and the place it ends with: envoy to
    apposition_openers  words beside articles that open a description: one (of the founders)
    described_by      how a description that follows a name begins: the, his, Velmar's

    Descriptions
    known             words that open a description of someone known: the, this
    any_body          nouns that any body may be called by without another word: group, party
    any_person        nouns that any speaker may be called by without another word: official
    ranking           words before such a noun that anybody of rank may be given: top, senior
    adding            words by which who spoke goes on: add, also
    any_state         nouns that any state may be called by without another word: country
    not_telling       words before a noun that do not say which one: same

    Places
    where             prepositions before a name that is a place there and no one: in, near
    whither           further ones before a place that somebody goes to or comes from: to, from
    double            nouns that are a body in one sentence and none in another: campaign, state

    Facts
    age               an age, in one of its groups
    of_body           prepositions between someone and the body that he is of: of, with
    for_body          those of them that may stand between commas behind a name: "Vesk, for the union, said"

    Dialogues
    addressed_before  what stands in a line before the name of whom it is spoken to; a pattern that ends the text
    addressed_after   what stands behind it
    names_self        what stands before the name of who speaks: my name is

    Pronouns
    no_object         objects by which nobody does anything to anything: "take effect"
    behind, be        preposition and verb by which a deed was somebody's own: "it was behind the attack"
    told_apart        prepositions that a candidate's features tell apart; the others are "else"
    """

    behind: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    state_titles: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    transliteration: dict[int, str] = field(default_factory=dict)
    place_links: frozenset[str] = frozenset()
    apposition_openers: frozenset[str] = frozenset()
    described_by: re.Pattern[str] = NEVER
    known: frozenset[str] = frozenset()
    any_body: frozenset[str] = frozenset()
    any_person: frozenset[str] = frozenset()
    ranking: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    any_state: frozenset[str] = frozenset()
    not_telling: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    whither: frozenset[str] = frozenset()
    double: frozenset[str] = frozenset()
    age: re.Pattern[str] = NEVER
    of_body: frozenset[str] = frozenset()
    for_body: frozenset[str] = frozenset()
    addressed_before: re.Pattern[str] = NEVER
    addressed_after: re.Pattern[str] = NEVER
    names_self: re.Pattern[str] = NEVER
    no_object: frozenset[str] = frozenset()
    told_apart: frozenset[str] = frozenset()
