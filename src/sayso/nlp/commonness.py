"""How much a word tells of what a text is about, by how common it is: used to compare what two sentences say.

The vocabulary of the encoder lists words by how often they stand in its corpus, so that a word's place in it says how
common it is (Zipf, 1935). A word that is not in it is rare.
"""

from __future__ import annotations

import functools
import math
from typing import Final

from sayso.lang import load_language
from sayso.nlp.files import model_folder

FIRST_WORD: Final = 1996  # place of the most common word; before it stand marks, letters and pieces of other scripts
LEAST_LETTERS: Final = 3  # of a word; shorter ones are grammar, or initials
VOCABULARY: Final = "vocab.txt"


@functools.lru_cache(maxsize=2)
def _places(code: str) -> tuple[dict[str, int], float]:
    """The words of a language's vocabulary by their place from 1 on; the logarithm of the last place."""
    path = model_folder(load_language(code).model) / VOCABULARY
    words = path.read_text(encoding="utf-8").split("\n")[FIRST_WORD:]
    return {word: place for place, word in enumerate(words, 1)}, math.log(len(words))


def weight(word: str, code: str = "en") -> float:
    """How much a word tells, 0 to 1: the rarer, the more.

    word   in small letters; "" and words of one or two letters tell nothing

    >>> weight("the"), round(weight("said"), 2), round(weight("camp"), 2), weight("oystercatcher")
    (0.0, 0.16, 0.5, 1.0)
    """
    if len(word) < LEAST_LETTERS:
        return 0.0
    places, last = _places(code)
    place = places.get(word)
    return 1.0 if place is None else (math.log(place) / last) ** 2
