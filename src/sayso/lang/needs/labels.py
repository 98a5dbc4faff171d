"""What a language brings for labels: one ``LabelWords(...)``, its `labels`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Words that name and words that judge, lower case; lemmas unless said otherwise. A polarity is -1, 0 or 1.

    Naming
    names       nouns that say what somebody is held to be, with their polarity: wrecker, hero; 0 for those that tell
                somebody's lot and side, which outlets choose differently: exile, settler, rebel
    states      nouns for a state or a body that judge it where somebody names it so: regime, junta
    ruling      words before such a noun that leave it a body that rules: the military regime
    calls       verbs with whom they name as the object and the name behind it: "calls us wreckers"
    calls_as    verbs that do so with one of `as_`: "describes him as a hangman"
    refers      verbs that do so with `to` before and `as_` behind: "refers to them as wreckers"
    as_, to     such prepositions
    distance    words before a name by which a voice does not make it its own: so-called; a pattern
    by          prepositions before who does something in the passive
    of          prepositions before whose something is
    close       prepositions that go on with a name: "butcher of Karm"
    no          words before a noun that deny it: "is no spy"
    be          verbs that link a subject to what it is
    no_name     nouns that are no label whatever verb stands with them: name, number

    Judging
    adjectives, adverbs, verbs, nouns   with their polarity: of whom or of what somebody does; a verb of who does it
    undergone   verbs by which somebody judges another, with what they say of him: accuse, praise
    before      those adjectives that judge before a noun too, where others only say which one is meant
    amid        prepositions before a place that stands for who rules it: "their paymasters in the Isles"
    owned       names of that kind, of whom the place is: paymaster, puppet
    """

    names: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    ruling: frozenset[str] = NO_WORDS
    calls: frozenset[str] = NO_WORDS
    calls_as: frozenset[str] = NO_WORDS
    refers: frozenset[str] = NO_WORDS
    as_: frozenset[str] = NO_WORDS
    to: frozenset[str] = NO_WORDS
    distance: re.Pattern[str] = NEVER
    by: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    close: frozenset[str] = NO_WORDS
    no: frozenset[str] = NO_WORDS
    be: frozenset[str] = NO_WORDS
    no_name: frozenset[str] = NO_WORDS
    adjectives: Mapping[str, int] = field(default_factory=dict)
    before: Mapping[str, int] = field(default_factory=dict)
    adverbs: Mapping[str, int] = field(default_factory=dict)
    verbs: Mapping[str, int] = field(default_factory=dict)
    nouns: Mapping[str, int] = field(default_factory=dict)
    undergone: Mapping[str, int] = field(default_factory=dict)
    amid: frozenset[str] = NO_WORDS
    owned: frozenset[str] = NO_WORDS
