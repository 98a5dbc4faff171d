"""How the words around somebody speak of them: for, against, or neither; a small network on the encoder's vectors.

Each word of the sentence is looked at beside the one spoken of: its vector, its lemma, how far off it is in text and
in the parse. A few heads of attention gather what matters (Luong and others 2015; target-dependent as in Hamborg and
Donnay 2021). No pass of the encoder is added. training/relations/ makes the weights, which belong to one encoder.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.lang.needs.relations import RelationWords
from sayso.nlp.files import model_folder
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors, matrices_of

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "stance.npz"
MATRICES: Final = (
    "near", "far", "path", "tone", "lemma", "lemma_in", "aim", "inner_bias", "heed", "aim_out", "hidden", "hidden_bias",
    "out", "out_bias",
)  # fmt: skip
LEMMAS: Final = 4096  # rows that lemmas share by their checksum
WIDEST: Final = 48  # words on either side that are looked at
STEPS: Final = (1, 2, 3, 5, 9, 17)  # words off, where a farther one has another code
FARTHEST: Final = 3  # steps up or down the parse that are told apart
PATHS: Final = (FARTHEST + 1) ** 2 + 1
PLACES: Final = 2 * len(STEPS) + 1
TONES: Final = 3 * 3 + 1
AGAINST, NEITHER, FOR = range(3)
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody spoken of, as the network sees the words around them.

    words    tokens of the tree that are looked at
    aim      rows of `words` that are the one spoken of
    place, path   a code for each word: how far off it is in the text and in the parse
    """

    words: range
    aim: tuple[int, ...]
    place: Codes
    path: Codes


def spoken_of(tree: Tree, head: int, first: int, last: int) -> Spoken:
    """Look at the sentence around somebody.

    head, first, last   tokens of the mention: its head word, its first and its last word
    """
    begin, end = tree.sentences[tree.sentence[head]]
    words = range(max(begin, first - WIDEST), min(end, last + 1 + WIDEST))
    rows = np.arange(words.start, words.stop)
    off = np.maximum(rows - last, 0) + np.minimum(rows - first, 0)
    place = len(STEPS) + np.sign(off) * np.searchsorted(STEPS, np.abs(off), side="right")
    aim = tuple(range(max(0, first - words.start), min(len(words), last + 1 - words.start)))
    return Spoken(words, aim or (head - words.start,), place, _paths(tree, head, words))


def word_codes(tree: Tree, words: RelationWords, tokens: Sequence[int]) -> tuple[Codes, Codes]:
    """For each token what it says by itself: the code of its tone, and that of its lemma."""
    tone = np.array([_tone(tree, words, token) for token in tokens], dtype=np.int64)
    lemma = np.array([zlib.crc32(tree.lemma[token].encode()) % LEMMAS for token in tokens], dtype=np.int64)
    return tone, lemma


def _tone(tree: Tree, words: RelationWords, word: int) -> int:
    """The code of what a word says by itself: praise or blame, what its verb does to somebody, a negation."""
    lemma, lower = tree.lemma[word], tree.lower[word]
    if lower in words.negations:
        return TONES - 1
    good = (lemma in words.good or lower in words.good) - (lemma in words.bad or lower in words.bad)
    deed = words.verbs.get(lemma, 0) if tree.pos[word] == "VERB" else words.nouns.get(lemma, 0)
    return (good + 1) * 3 + deed + 1


def _paths(tree: Tree, head: int, words: range) -> Codes:
    """For each word how many steps up, then down the parse lead to it; far ones share a code."""
    above: dict[int, int] = {}
    node = head
    while node not in above and len(above) <= FARTHEST:
        above[node] = len(above)
        node = tree.head[node]
    out = np.full(len(words), PATHS - 1, dtype=np.int64)
    for row, word in enumerate(words):
        node = word
        for down in range(FARTHEST + 1):
            if node in above:
                out[row] = above[node] * (FARTHEST + 1) + down
                break
            node = tree.head[node]
    return out


class StanceNetwork:
    """Several networks whose chances are averaged: each matrix has one more axis in front than is told here.

    With d numbers of a vector, m of a word, a heads of attention, h of the hidden layer:

    near        (d, m): from a word's vector;  far (PLACES, m), path (PATHS, m): what its place adds
    tone        (TONES, m): what it adds that a word praises, blames or denies
    lemma, lemma_in   (LEMMAS, e), (e, m): what its lemma adds
    aim, inner_bias   (d, m), (m,): what the one spoken of adds to each word
    heed        (m, a): how much each head heeds a word
    aim_out     (d, m): the one spoken of by itself
    hidden, hidden_bias   ((a + 1) m, h), (h,);  out, out_bias  (h, 3), (3,)
    encoder     digest of the encoder whose vectors it was trained on
    """

    def __init__(self, matrices: dict[str, np.ndarray], encoder: str = "") -> None:
        missing = [name for name in MATRICES if name not in matrices]
        if missing:
            raise ModelError(f"{FILE} is not whole: missing {missing}; install the model anew")
        self.encoder = encoder
        count = len(matrices["out_bias"])
        self.of = [{name: np.asarray(matrices[name][k], dtype="float32") for name in MATRICES} for k in range(count)]
        self.lemmas = [of["lemma"] @ of["lemma_in"] for of in self.of]

    def chances(self, vectors: WordVectors, tree: Tree, words: RelationWords, several: Sequence[Spoken]) -> Floats:
        """(several, 3) float32: the chance that the words are against, neither, or for each one.

        What a word is by itself is worked out once, however many are spoken of beside it.
        """
        if not several:
            return np.zeros((0, 3), dtype="float32")
        tokens = sorted({token for one in several for token in one.words})
        row = dict(zip(tokens, range(len(tokens)), strict=True))
        tone, lemma = word_codes(tree, words, tokens)
        held = vectors[tokens]
        total = np.zeros((len(several), 3), dtype="float32")
        aims = np.stack([held[[row[one.words[k]] for k in one.aim]].mean(0) for one in several])
        for of, lemmas in zip(self.of, self.lemmas, strict=True):
            alone = held @ of["near"] + of["tone"][tone] + lemmas[lemma] + of["inner_bias"]
            aimed, own = aims @ of["aim"], np.maximum(aims @ of["aim_out"], 0)
            pooled = []
            for k, one in enumerate(several):
                start = row[one.words.start]
                inner = alone[start : start + len(one.words)] + of["far"][one.place] + of["path"][one.path] + aimed[k]
                np.maximum(inner, 0, out=inner)
                heed = inner @ of["heed"]
                heed = np.exp(heed - heed.max(0))
                pooled.append(((heed / heed.sum(0)).T @ inner).ravel())
            hidden = np.concatenate([np.stack(pooled), own], 1) @ of["hidden"] + of["hidden_bias"]
            scores = np.maximum(hidden, 0) @ of["out"] + of["out_bias"]
            grown = np.exp(scores - scores.max(1, keepdims=True))
            total += grown / grown.sum(1, keepdims=True)
        found: Floats = (total / len(self.of)).astype("float32")
        return found


def read_stance(path: Path) -> StanceNetwork:
    """StanceNetwork from its file; ModelError where it cannot be read. Nothing is unpickled."""
    return StanceNetwork(*matrices_of(path, MATRICES))


@functools.lru_cache(maxsize=2)
def load_stance(name: str) -> StanceNetwork:
    """The network of this model's distribution, read once a process."""
    return read_stance(model_folder(name) / FILE)
