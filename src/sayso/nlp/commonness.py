"""How much a word tells of what a text is about, by how common it is: used to compare what two sentences say.

The vocabulary of the encoder lists words by how often they stand in its corpus, so that a word's place in it says how
common it is (Zipf, 1935). A word that is not in it is rare.
"""

from __future__ import annotations

import functools
import math
from typing import Final

from sayso.lang import language_for
from sayso.nlp.files import model_folder

FIRST_WORD: Final = 1996  # place of the most common word; before it stand marks, letters and pieces of other scripts
LEAST_LETTERS: Final = 3  # of a word; shorter ones are grammar, or initials
NOT_KNOWN: Final = 0.5  # what a word tells in a language without a model: about as much as the middle one of a text
VOCABULARY: Final = "vocab.txt"


@functools.lru_cache(maxsize=2)
def _places(code: str) -> tuple[dict[str, int], float]:
    """The words of a vocabulary by their place from 1 on; the logarithm of the last place, 0 without a model."""
    model = language_for(code).model
    if not model:
        return {}, 0.0
    path = model_folder(model) / VOCABULARY
    words = path.read_text(encoding="utf-8").split("\n")[FIRST_WORD:]
    return {word: place for place, word in enumerate(words, 1)}, math.log(len(words))


def weight(word: str, code: str) -> float:
    """How much a word of a language tells, 0 to 1: the rarer, the more.

    word   in small letters; "" and words of one or two letters tell nothing

    >>> [round(weight(word, "en"), 2) for word in ("the", "said", "camp", "oystercatcher")]
    [0.0, 0.16, 0.5, 1.0]
    """
    if len(word) < LEAST_LETTERS:
        return 0.0
    places, last = _places(code)
    if not last:
        return NOT_KNOWN
    place = places.get(word)
    return 1.0 if place is None else (math.log(place) / last) ** 2
