"""What the step `relations` asks of a language: ``RelationWords(...)``; all lower case, verbs and nouns as lemmas.

A sign is +1 for what one does for someone and -1 for what one does against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.lang.needs.events import listed
from sayso.lang.needs.forms import NEVER

NO_WORDS: frozenset[str] = frozenset()
Pairs = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Words by which someone is for or against somebody.

    verbs      verbs whose doer is for or against whom it is done to; they count before the type of the event does, and
               a sign of 0 says that it means nothing: "warn", "interview"
    pairs      first word -> what must follow it, and the sign: particles and objects, then the preposition before whom
               it is aimed at: "lash" -> ("out", "at")
    moving     verbs that tell how their object stands to their subject: "anger", "impress"
    nouns      what someone is to somebody, behind the verb "to be" or beside a name: "supporter", "critic"
    mutual     those of them that go both ways: "ally", "enemy"
    bygone     words before such a noun by which it is so no more: "former"
    linked     prepositions between such a noun and whose it is: "of", "to", "with"
    adjectives adjective -> what stands before whom it is aimed at, and the sign: "critical" "of"
    behind     second halves of a word whose first half is whose doing it is: "backed", "sponsored"; with signs
    leaning    first halves of a word whose second half is whom it is aimed at: "pro", "anti"; with signs
    hyphens    what joins halves
    copulas    verbs between someone and what they are: "be", "become", "remain"
    becoming   those of them by which it is so from now on alone
    not_yet    auxiliaries and verbs by which it is not so yet, or only ought to be: "ought", "could", "make"
    doubts     verbs above a clause by which it is not said to be so
    negations  words by which it is not so
    of         the preposition between a thing and whose it is
    names      nouns that nobody uses for whom they do not praise or blame, with signs: "hero", "traitor"
    calling    verbs of calling somebody something: "call", "brand"
    good, bad  words of praise and blame, which say how a speaker stands to whom they are said of
    pledging   verbs by which somebody is promised or given what they need: "promise", "grant"
    refusing   verbs by which they are refused it: "deny"
    boons      nouns for what is promised or given to those whom one is for: "safety", "asylum"
    harming    verbs for what is done to nobody whom one protects, besides `verbs` of sign -1: "touch", "extradite"
    noone      words for nobody, of whom it is promised
    backing    nouns by which one stands behind another: "under the protection of"
    under      prepositions before such a noun
    from_whom  prepositions between such a noun and whose it is
    hosting    verbs of having a body in one's country, as a habit: "hosts the exiles"
    belonging  nouns for people and things of a body or state, done to whom it is done to that: "member", "embassy"
    seen       verbs by which somebody is held to be something, with one of `as_` behind: "is seen as a rival"
    as_        such prepositions
    guilty     adjectives for whoever did harm, before one of `for_`: "responsible"
    fault      nouns for it, that lie with somebody: "responsibility"
    lying      verbs between such a noun and whoever it lies with
    with_      prepositions behind them
    for_       prepositions between guilt and the harm
    harms      nouns for harm, besides those of blame: "blast"
    treaties   verb -> what two make by it together: "sign" a treaty
    apart      verbs that several do to each other, without an object: "clash"
    ought      auxiliaries by which something should be done: "should", "must"
    dues       verbs for what should be done to somebody one is against, besides `verbs`: "try", "remove"
    trusting   verbs that are against somebody where they cannot be done: "trust"
    leaving    verbs of giving up an office: "resign"
    urging     verbs of asking somebody to do something; `upon`: prepositions before who is asked
    stopping   verbs of no longer doing: "stop"
    writings   things that somebody says something by: "letter"
    courts     who dismisses what is brought before them by their office: "court"
    games      words by which a sentence tells of a game, where to beat somebody is no enmity
    score      how a result is written behind such a verb; a pattern
    """

    verbs: dict[str, int] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=dict)
    moving: dict[str, int] = field(default_factory=dict)
    nouns: dict[str, int] = field(default_factory=dict)
    mutual: frozenset[str] = NO_WORDS
    bygone: frozenset[str] = NO_WORDS
    linked: frozenset[str] = NO_WORDS
    adjectives: dict[str, tuple[frozenset[str], int]] = field(default_factory=dict)
    behind: dict[str, int] = field(default_factory=dict)
    leaning: dict[str, int] = field(default_factory=dict)
    hyphens: frozenset[str] = NO_WORDS
    copulas: frozenset[str] = NO_WORDS
    becoming: frozenset[str] = NO_WORDS
    not_yet: frozenset[str] = NO_WORDS
    doubts: frozenset[str] = NO_WORDS
    negations: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    names: dict[str, int] = field(default_factory=dict)
    calling: frozenset[str] = NO_WORDS
    good: frozenset[str] = NO_WORDS
    bad: frozenset[str] = NO_WORDS
    pledging: frozenset[str] = NO_WORDS
    refusing: frozenset[str] = NO_WORDS
    boons: frozenset[str] = NO_WORDS
    harming: frozenset[str] = NO_WORDS
    noone: frozenset[str] = NO_WORDS
    backing: frozenset[str] = NO_WORDS
    under: frozenset[str] = NO_WORDS
    from_whom: frozenset[str] = NO_WORDS
    hosting: frozenset[str] = NO_WORDS
    belonging: frozenset[str] = NO_WORDS
    seen: frozenset[str] = NO_WORDS
    as_: frozenset[str] = NO_WORDS
    guilty: frozenset[str] = NO_WORDS
    fault: frozenset[str] = NO_WORDS
    lying: frozenset[str] = NO_WORDS
    with_: frozenset[str] = NO_WORDS
    for_: frozenset[str] = NO_WORDS
    harms: frozenset[str] = NO_WORDS
    treaties: dict[str, frozenset[str]] = field(default_factory=dict)
    apart: frozenset[str] = NO_WORDS
    ought: frozenset[str] = NO_WORDS
    dues: frozenset[str] = NO_WORDS
    trusting: frozenset[str] = NO_WORDS
    leaving: frozenset[str] = NO_WORDS
    urging: frozenset[str] = NO_WORDS
    upon: frozenset[str] = NO_WORDS
    stopping: frozenset[str] = NO_WORDS
    writings: frozenset[str] = NO_WORDS
    courts: frozenset[str] = NO_WORDS
    games: frozenset[str] = NO_WORDS
    score: re.Pattern[str] = NEVER


def signed(plus: str, minus: str, none: str = "") -> dict[str, int]:
    """Words of three lists with their signs.

    >>> signed("back, help", "sue", "warn")
    {'back': 1, 'help': 1, 'sue': -1, 'warn': 0}
    """
    return {word: sign for text, sign in ((plus, 1), (minus, -1), (none, 0)) for word in listed(text)}


def pairs(entries: Iterable[tuple[str, int]]) -> Pairs:
    """Entries of several words by the first of them, those of most words first.

    >>> pairs([("side with", 1), ("side against", -1)])
    {'side': ((('with',), 1), (('against',), -1))}
    """
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for entry, sign in entries:
        first, *rest = entry.split()
        found.setdefault(first, []).append((tuple(rest), sign))
    return {first: tuple(sorted(held, key=lambda one: -len(one[0]))) for first, held in found.items()}
