"""What a language brings for when an event is: ``WhenWords(...)``, in `events`."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.values.terms import TimeRelation

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WhenWords:
    """How an event stands to a time; word forms.

    relations  word -> the relation it tells: "since", "by"
    clauses    the same for words before a clause or a noun that tells another event: "until the war began"
    soon       words by which little time lies between two events: "shortly after"
    past       auxiliaries of a verb in the past
    perfect    those of one that tells what is done by now
    frames     words before a clause that tells when its verb's deed was: "when"
    occurs     verbs that only say that a deed was: "took place"; lemmas
    means      prepositions before a verb that tells how another thing is done: "by"
    definite   articles of what was spoken of: "the attack"
    on         the preposition of a day: "on Monday"
    ranges     what stands between the ends of a range: "from May 2 to May 7"
    others     words before a noun that is none of those told: "another attack"
    occasions  prepositions before a deed on whose occasion another one is done: "at the election"
    """

    relations: dict[str, TimeRelation] = field(default_factory=dict)
    clauses: dict[str, TimeRelation] = field(default_factory=dict)
    soon: frozenset[str] = NO_WORDS
    past: frozenset[str] = NO_WORDS
    perfect: frozenset[str] = NO_WORDS
    frames: frozenset[str] = NO_WORDS
    occurs: frozenset[str] = NO_WORDS
    means: frozenset[str] = NO_WORDS
    occasions: frozenset[str] = NO_WORDS
    definite: frozenset[str] = NO_WORDS
    on: frozenset[str] = NO_WORDS
    ranges: frozenset[str] = NO_WORDS
    others: frozenset[str] = NO_WORDS
