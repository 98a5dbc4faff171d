"""What the step `relations` asks of a language: ``RelationWords(...)``; all lower case, verbs and nouns as lemmas.

A sign is +1 for what one does for someone and -1 for what one does against them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.lang.needs.events import listed

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
