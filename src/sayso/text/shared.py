"""Words that two texts share: a text made ready, its fingerprint, and the passages that stand in both.

What is compared are words in small letters, without marks: other quotation marks or dashes make no other text. Used by
`compare/copies`, and wherever two texts are laid side by side.

Sources: Schleimer, Wilkerson and Aiken (2003), "Winnowing: local algorithms for document fingerprinting"; runs on a
diagonal of the table of equal shingles, as in dot plots (Gibbs and McIntyre, 1970).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.text.quotations import find_quotations

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]

SHINGLE_WORDS: Final = 5
WINDOW_SHINGLES: Final = 4  # every run of SHINGLE_WORDS + WINDOW_SHINGLES - 1 = 8 words has a hash in the fingerprint
RUN_WORDS: Final = 8  # what counts as shared; shorter runs are turns of phrase
MAX_GAP_WORDS: Final = 6  # changed, added or left out inside one passage
MAX_PLACES: Final = 8  # of one shingle in the other text; what stands more often is a refrain
FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
SHIFT: Final = np.uint64(33)


@dataclass(frozen=True, slots=True)
class WordsOfText:
    """A text as words.

    starts, ends   (words,) int32: where each word stands, in code points
    own            (words,) bool: whether it stands outside quotations
    shingles       (words - SHINGLE_WORDS + 1,) uint64: a hash of the words from each on, in small letters; the same
                   in every run of the program
    order          (shingles,) int32: the places of the shingles, in order of their hash
    ordered        (shingles,) uint64: the shingles in that order
    """

    starts: Numbers
    ends: Numbers
    own: npt.NDArray[np.bool_]
    shingles: Hashes
    order: Numbers
    ordered: Hashes

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def own_words(self) -> int:
        """How many words are the report's own."""
        return int(self.own.sum())


@dataclass(frozen=True, slots=True)
class SharedWords:
    """A passage of words that stands in two texts: words [a, a_end) of one, [b, b_end) of the other.

    runs   [(a, b, words)]: what is the same word for word, in order; between them are changes
    """

    a: int
    a_end: int
    b: int
    b_end: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(words for _, _, words in self.runs)


@lru_cache(maxsize=1)
def _characters() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.uint32]]:
    """For each code point up to U+FFFF: whether words hold it, and its small letter. Others stand in no word."""
    letters = [chr(code) for code in range(1 << 16)]
    small = [letter.lower() for letter in letters]
    return (
        np.array([letter.isalnum() for letter in letters]),
        np.array([ord(low) if len(low) == 1 else ord(letter) for letter, low in zip(letters, small, strict=True)],
                 dtype=np.uint32),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of FACTOR from 0 to count, and of its inverse, modulo 2**64."""
    inverse = np.uint64(pow(int(FACTOR), -1, 1 << 64))
    made = []
    for factor in (FACTOR, inverse):
        steps = np.full(count + 1, factor, dtype=np.uint64)
        steps[0] = 1
        made.append(np.multiply.accumulate(steps))
    return made[0], made[1]


def words_of(text: str) -> WordsOfText:
    """A text made ready to be compared.

    >>> prepared = words_of('He said: "No."')
    >>> len(prepared), prepared.own.tolist(), prepared.starts.tolist()
    (3, [True, True, False], [0, 3, 10])
    """
    is_letter, small = _characters()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = np.where(codes < len(small), codes, 0)
    edges = np.flatnonzero(np.diff(is_letter[codes].astype(np.int8), prepend=0, append=0)).astype(np.int32)
    starts, ends = edges[::2], edges[1::2]
    # a word's hash is a polynomial of its letters, taken as a difference of the sums up to its ends
    powers, inverses = _powers(1 << max(12, len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(small[codes] * powers[: len(codes)], out=sums[1:])
    hashes = _mixed((sums[ends] - sums[starts]) * inverses[starts])
    own = np.ones(len(hashes), dtype=np.bool_)
    for quotation in find_quotations(text):
        first, last = np.searchsorted(starts, (quotation.start, quotation.end))
        own[first:last] = False
    shingles = _shingles(hashes)
    order = np.argsort(shingles).astype(np.int32)
    return WordsOfText(starts.copy(), ends.copy(), own, shingles, order, shingles[order])


def _mixed(hashes: Hashes) -> Hashes:
    """Hashes with their high bits mixed into the low ones; in a new array."""
    mixed = (hashes ^ (hashes >> SHIFT)) * MIX
    return mixed ^ (mixed >> SHIFT)


def _shingles(hashes: Hashes) -> Hashes:
    """A hash of each SHINGLE_WORDS words that follow each other."""
    count = max(0, len(hashes) - SHINGLE_WORDS + 1)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE_WORDS if count else 0):
        total = total * FACTOR + hashes[offset : offset + count]
    return _mixed(total)


def fingerprint(words: WordsOfText) -> Hashes:
    """Hashes in order, each once: of every run of RUN_WORDS words at least one, two in five of all shingles."""
    shingles = words.shingles
    if not len(shingles):
        return shingles
    width = min(WINDOW_SHINGLES, len(shingles))
    count = len(shingles) - width + 1
    least = shingles[:count].copy()
    for offset in range(1, width):
        np.minimum(least, shingles[offset : offset + count], out=least)
    return np.unique(least)


def shared_passages(one: WordsOfText, other: WordsOfText) -> list[SharedWords]:
    """The passages of RUN_WORDS words or more that stand in both texts, in the order of the first text.

    A passage may hold small changes (MAX_GAP_WORDS) and its pieces may stand in another order in the other text. No
    word of either text is in two passages; the longest is found first.

    >>> [passage.words for passage in shared_passages(words_of("a b c d e f X g h i j k"),
    ...                                              words_of("z a b c d e f Y g h i j k"))]
    [11]
    """
    passages: list[SharedWords] = []
    used_one, used_other = np.zeros(len(one), np.bool_), np.zeros(len(other), np.bool_)
    for _, chain in sorted((-sum(run[2] for run in chain), chain) for chain in _chains(_runs(one, other))):
        kept = [piece for run in chain for piece in _free(run, used_one, used_other)] if passages else chain
        for piece in _chains(kept) if kept != chain else [chain]:
            if sum(run[2] for run in piece) < RUN_WORDS:
                continue
            for a, b, words in piece:
                used_one[a : a + words] = used_other[b : b + words] = True
            (a, b, _), (last_a, last_b, words) = piece[0], piece[-1]
            passages.append(SharedWords(a, last_a + words, b, last_b + words, tuple(piece)))
    return sorted(passages, key=lambda passage: passage.a)


def _free(
    run: tuple[int, int, int], used_one: npt.NDArray[np.bool_], used_other: npt.NDArray[np.bool_]
) -> list[tuple[int, int, int]]:
    """The stretches of a run, of SHINGLE_WORDS words or more, that no passage has taken yet, in either text."""
    a, b, words = run
    taken = np.ones(words + 2, np.bool_)  # what lies before and behind the run is none of it
    np.logical_or(used_one[a : a + words], used_other[b : b + words], out=taken[1:-1])
    edges = np.flatnonzero(taken[1:] != taken[:-1]).tolist()
    if edges == [0, words]:
        return [run]
    pieces = [(a + start, b + start, end - start) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [piece for piece in pieces if piece[2] >= SHINGLE_WORDS]


def _runs(one: WordsOfText, other: WordsOfText) -> list[tuple[int, int, int]]:
    """All maximal runs of SHINGLE_WORDS words or more: [(place in one, place in the other, words)]."""
    if not len(one.ordered) or not len(other.ordered):
        return []
    first = np.searchsorted(other.ordered, one.ordered)
    hits = np.flatnonzero(other.ordered[np.minimum(first, len(other.ordered) - 1)] == one.ordered)
    if not len(hits):
        return []
    first, here = first[hits], one.order[hits]
    times = np.minimum(np.searchsorted(other.ordered, one.ordered[hits], side="right") - first, MAX_PLACES)
    if int(times.max()) > 1:
        nth = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
        here, first = np.repeat(here, times), np.repeat(first, times) + nth
    diagonal = here - other.order[first]
    by_diagonal = np.lexsort((here, diagonal))
    here, diagonal = here[by_diagonal], diagonal[by_diagonal]
    breaks = (diagonal[1:] != diagonal[:-1]) | (here[1:] != here[:-1] + 1)
    edges = [0, *(np.flatnonzero(breaks) + 1).tolist(), len(here)]
    starts, begin = here.tolist(), diagonal.tolist()
    return [
        (starts[i], starts[i] - begin[i], after - i + SHINGLE_WORDS - 1)
        for i, after in zip(edges[:-1], edges[1:], strict=True)
    ]


def _chains(runs: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Runs that follow each other in both texts with small gaps, as one chain each."""
    chains: list[list[tuple[int, int, int]]] = []
    for run in sorted(runs):
        for chain in reversed(chains[-MAX_PLACES:]):
            a, b, words = chain[-1]
            gaps = (run[0] - a - words, run[1] - b - words)
            if min(gaps) >= 0 and max(gaps) <= MAX_GAP_WORDS:
                chain.append(run)
                break
        else:
            chains.append([run])
    return chains


def covered_share(words: WordsOfText, runs: list[tuple[int, int]]) -> tuple[float, float]:
    """Which share of a text's own words, and of all its words, stands in these runs [(place, words)]; 0 of none.

    >>> covered_share(words_of('He said: "No way."'), [(0, 1)])
    (0.5, 0.25)
    """
    covered = np.zeros(len(words), np.bool_)
    for place, count in runs:
        covered[place : place + count] = True
    own = float((covered & words.own).sum()) / max(1, words.own_words)
    return own, float(covered.sum()) / max(1, len(words))
