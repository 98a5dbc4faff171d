"""What a language brings for mentions: one ``MentionWords(...)``, its `mentions`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Words and patterns, lower case unless said otherwise.

    Pronouns
    may_be_empty    pronouns that may stand for no one: it
    weather         verbs whose subject is no one: rain
    seeming         verbs whose subject is no one before a clause: it seems that

    Descriptions
    personal_endings  endings of nouns for persons: -man, -ist
    no_one          vague words that stand for no one by themselves: none
    nobody_known    words that make a noun stand for nobody in particular: any, every, no
    new             articles of what was not told of before, as in a predicate: a
    taken_for       prepositions before what someone is taken for, no one new: as
    offices_behind  prepositions before a bare noun that means an office and nobody: as (president), (run) for
    conditions      nouns behind "state of" that make it no country: emergency
    vague_many      vague words for several: others
    those           words that stand for persons before a relative clause: those who
    asks            the label of who asks in an interview: q
    bare_after      prepositions beside those of places before a bare noun that means no one: (go) to church
    phrase_ends     words that end a noun phrase behind its head: who, and, because

    Sources
    joining         words before a source that only join it to its sentence: by, when
    bound           words that bind a further noun to the chief one: of, close to
    clauses         words that open a clause about a source: who, because
    counted         numbers and amounts that may stand for persons: two, several
    numbered        parts of a document that are counted: paragraph two
    of              words behind which it is said whose something is: of
    small           words written small inside the name of a body: of, the, for

    Names
    abstract_endings  endings of words that are no one's name: -ism
    elided          a word of a name that begins with a short article: d'Urgence
    office_surnames titles that are surnames too: king
    not_leading     particles that do not lead on to a further word of a name: of
    whose           words behind which a body's name says whose it is or what for: of, for
    goes_on         words on which a body's name may go on, those included: on, against
    before_place    words beside prepositions of places before a country that a person's name may follow: envoy to
    outlet_words    words beside nouns for outlets that may end the name of one: news
    prefixes        what stands before a hyphen and a title: vice-
    suffixes        what stands behind a surname: jr
    sites           first words of the names of sites: Camp, Fort
    site_ends       chief words of the names of waters, mountains and ways: Gulf, Airport
    occasions       chief words of the names of feasts, prizes and treaties: Festival, Award
    storms          first words of the names of storms and other things that strike: Typhoon
    corps, guards   words before one of the second list, which make it a body: coast guard
    company_ends    last words of the names of companies: Oil, Motors
    its             the owner's pronoun by which a name is that of no person: its
    it              the pronoun that does so behind "said"
    state_nouns     nouns of which a state is the owner: embassy, envoy (to)
    state_links     prepositions between these and the state: of, to
    verb_endings    endings of verbs; a surname in capitals that looks like a verb has none
    """

    sites: frozenset[str] = frozenset()
    corps: frozenset[str] = frozenset()
    guards: frozenset[str] = frozenset()
    company_ends: frozenset[str] = frozenset()
    its: frozenset[str] = frozenset()
    it: frozenset[str] = frozenset()
    may_be_empty: frozenset[str] = frozenset()
    weather: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()
    personal_endings: tuple[str, ...] = ()
    no_one: frozenset[str] = frozenset()
    nobody_known: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    offices_behind: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    storms: frozenset[str] = frozenset()
    site_ends: frozenset[str] = frozenset()
    taken_for: frozenset[str] = frozenset()
    vague_many: frozenset[str] = frozenset()
    those: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    bare_after: frozenset[str] = frozenset()
    phrase_ends: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    abstract_endings: tuple[str, ...] = ()
    elided: re.Pattern[str] = NEVER
    office_surnames: frozenset[str] = frozenset()
    not_leading: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    goes_on: frozenset[str] = frozenset()
    before_place: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    state_nouns: frozenset[str] = frozenset()
    state_links: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
