"""What a language brings for who does what a verb without a subject tells: ``ControlWords(...)``, in `events`."""

from __future__ import annotations

from dataclasses import dataclass

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Lemmas of verbs and nouns, word forms of prepositions and small words.

    influences      verbs whose object, or the noun behind a word of `asked_by`, is to do what hangs on them
    asked_by        prepositions before who is asked: "called on", "appealed to"
    commits         verbs whose subject is to do it, whoever else is named
    blames          verbs over someone and, behind a word of `charged`, what he did: "accused of shelling"
    accuses         of these the ones that say so of a noun's deed too: "blamed for the attack"
    charged         prepositions before what someone is accused of, thanked for or kept from
    beside          prepositions before what the subject does at the same time: "escaped by crossing"
    responsible     adjectives and nouns for who did what stands behind them, if someone is it
    responsibility  nouns for having done it, as the object of a verb of `takes`
    takes           verbs by which someone says that it was him
    carries         verbs of doing a deed that a noun tells: "admitted carrying out the ambush"
    disowns         verbs over them by which somebody says that it was not him
    behind          the preposition in "was behind the attack"
    be              the verb in it
    own_doing       nouns that whom they are "of" does himself: "the resignation of the premier"
    nobody, no      words that stand for no one; determiners that make a noun stand for no one
    to              the mark of an infinitive
    conveys         verbs that bring people to where they are to be: "flown to a hospital"
    upon            prepositions before whom or what violence is turned against
    idioms          verb and object, of which the object is nobody and nothing by itself: "open fire"
    fires           of these the ones that are done to whom a word of `upon` stands before
    """

    influences: frozenset[str] = NO_WORDS
    asked_by: frozenset[str] = NO_WORDS
    commits: frozenset[str] = NO_WORDS
    blames: frozenset[str] = NO_WORDS
    accuses: frozenset[str] = NO_WORDS
    charged: frozenset[str] = NO_WORDS
    beside: frozenset[str] = NO_WORDS
    responsible: frozenset[str] = NO_WORDS
    responsibility: frozenset[str] = NO_WORDS
    takes: frozenset[str] = NO_WORDS
    carries: frozenset[str] = NO_WORDS
    disowns: frozenset[str] = NO_WORDS
    behind: frozenset[str] = NO_WORDS
    be: frozenset[str] = NO_WORDS
    own_doing: frozenset[str] = NO_WORDS
    nobody: frozenset[str] = NO_WORDS
    no: frozenset[str] = NO_WORDS
    to: frozenset[str] = NO_WORDS
    conveys: frozenset[str] = NO_WORDS
    upon: frozenset[str] = NO_WORDS
    idioms: frozenset[str] = NO_WORDS
    fires: frozenset[str] = NO_WORDS
