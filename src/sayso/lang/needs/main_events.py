"""What a language brings for what a report is about: ``MainWords(...)``, in `events`."""

from __future__ import annotations

from dataclasses import dataclass

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MainWords:
    """Lemmas, of verbs unless said otherwise.

    carries   verbs that with the noun of an event as their object are one event: "made a tour", "filed a suit"
    happens   verbs that are one event with the noun of it as their subject: "fighting broke out"
    tells     verbs over what is told, which is the news and not that it was told: "said that 12 were killed"
    unveils   verbs that do so over a clause alone: "announced that", but not "announced a law"
    empty     verbs that tell too little to be what a report is about
    """

    carries: frozenset[str] = NO_WORDS
    happens: frozenset[str] = NO_WORDS
    tells: frozenset[str] = NO_WORDS
    unveils: frozenset[str] = NO_WORDS
    empty: frozenset[str] = NO_WORDS
