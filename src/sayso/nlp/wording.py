"""What words mean, as small vectors: how near two words are, and two sentences that are said in other words.

The vectors (training/wording) are the encoder's own embeddings of whole words, made small: "kidnapped" is near
"abducted", "quake" near "earthquake". They know nothing of the sentence that a word stands in, and cost a look-up.

Called by the comparison of accounts.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.lang import language_for
from sayso.nlp.commonness import VOCABULARY
from sayso.nlp.files import model_folder
from sayso.nlp.vectors import arrays_of

FILE: Final = "words.npz"
ENDING: Final = 3  # letters at most that are cut off a word that has no vector
LEAST_CUT: Final = 7  # letters of a word of which they are
SCALE: Final = 300.0  # of the largest numbers in a vector of length 1 some are cut at 127
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@functools.lru_cache(maxsize=2)
def _table(code: str) -> tuple[dict[str, int], Floats]:
    """Word -> its row, and (words, width) float32: vectors of length 1."""
    model = language_for(code).model
    if not model:
        return {}, np.zeros((0, 1), np.float32)
    folder = model_folder(model)
    with arrays_of(folder / FILE) as held:
        vectors, rows = held["vectors"].astype(np.float32), held["rows"].tolist()
    words = (folder / VOCABULARY).read_text(encoding="utf-8").split("\n")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {words[row]: at for at, row in enumerate(rows)}, vectors


@functools.lru_cache(maxsize=100_000)
def _row(word: str, code: str) -> int:
    """The row of a word, or of what is left if an ending is cut off ("torch" for "torched"); -1 for none."""
    places, _ = _table(code)
    cut = ENDING if len(word) >= LEAST_CUT else 0
    return next((places[word[:end]] for end in range(len(word), len(word) - cut - 1, -1) if word[:end] in places), -1)


def vectors_of(words: Iterable[str], code: str) -> Floats:
    """(words, width) float32: the vector of each word, of length 1; nought for a word that has none.

    words   in small letters
    code    of their language; "" where it is not known

    >>> quake, earthquake, minister = vectors_of(["quake", "earthquake", "minister"], "en")
    >>> bool(quake @ earthquake > 0.7), bool(abs(quake @ minister) < 0.3)
    (True, True)
    """
    _, vectors = _table(code)
    rows = [_row(word, code) for word in words]
    found = vectors[rows] if len(vectors) else np.zeros((len(rows), 1), np.float32)
    found[[at for at, row in enumerate(rows) if row < 0]] = 0.0
    return np.asarray(found, dtype=np.float32)


def nearness(some: Iterable[str], others: Iterable[str], code: str) -> float:
    """How near the two words are, one of each, that are nearest: -1 to 1, and 1 for one word; 0 without words.

    >>> [round(nearness([one], [other], "en"), 1) for one, other in (("soldiers", "troops"), ("keld", "keld"))]
    [0.8, 1.0]
    """
    mine, theirs = tuple(some), tuple(others)
    if not mine or not theirs:
        return 0.0
    if set(mine) & set(theirs):
        return 1.0
    return float((vectors_of(mine, code) @ vectors_of(theirs, code).T).max())
