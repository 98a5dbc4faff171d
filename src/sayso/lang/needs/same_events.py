"""What a language brings for telling whether two words tell one event: ``SameEventWords(...)``, its `same_events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SameEventWords:
    """Words for events, all lower case.

    endings     endings of words, the longest first, that are cut off before two are compared: "shooting", "shoots"
    irregular   forms that no cutting brings together -> the one that stands for them
    small       words that tell nothing of an event
    kin         stem -> numbers of the groups that it is in: what is in one group may tell one event ("die", "killing")
    saying      the number of the group of verbs of saying; two statements are one event only if much else fits
    """

    endings: tuple[str, ...] = ()
    irregular: Mapping[str, str] = field(default_factory=dict)
    small: frozenset[str] = NONE
    kin: Mapping[str, frozenset[int]] = field(default_factory=dict)
    saying: int = -1

    def stem(self, word: str) -> str:
        """What is left of a word without its ending; at least three letters stay."""
        return stem(word, self.endings, self.irregular)


def stem(word: str, endings: tuple[str, ...], irregular: Mapping[str, str]) -> str:
    """The word in lower case, its ending cut off, and one of two same letters that then end it.

    >>> stem("Stopped", ("ed", "s"), {}), stem("shot", ("s",), {"shot": "shoot"})
    ('stop', 'shoot')
    """
    word = word.lower()
    word = irregular.get(word, word)
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word
