"""Which sentences of two reports tell of one thing in other words.

`sides` finds what shares words. What it leaves open is weighed here: whether the words of one sentence mean what those
of the other do, whether both name the same, count the same, are told at the same place of their reports, and how much
both reports are on one matter. The weights (training/wording) know no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.compare.links.deeds import trigger_words
from sayso.compare.links.sides import TOPIC, Floats, Pair, Side, days_between
from sayso.nlp.wording import vectors_of

LEAST_NEAR: Final = 0.25  # cosine from which two words mean something alike; 0.1 to 0.3 do as well, 0.4 less
MOST_DAYS: Final = 14  # between two reports whose sentences are held against each other
LEAST_RELATED: Final = 0.12  # likeness of two reports from which they are on one matter; less for short ones
LEAST_UNDATED: Final = 0.35  # the same where nothing tells that they are of one time: of 540 such pairs of one paper's
# reports of 25 years, of which none was right, the most related had 0.3
LITTLE: Final = 0.5  # added to the weight of a sentence, so that a short one is not wholly said by another
LEAST_TOLD: Final = 0.8  # weight of the words of two sentences that are near; "a promise is a promise" is less
LEAST_NUMBER: Final = 3  # a smaller number tells nothing by itself
LEAST_CHANCE: Final = 0.6  # from which two sentences that suit each other best tell of one thing
SURE_CHANCE: Final = 0.9  # from which they do, whatever else suits them
KEPT: Final = 512  # reports whose meaning is kept while others are held against them
# Printed by training/wording/train.py, in the order of `wording_features`.
WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -2.28,
    "likeness": 0.16,
    "said in the other": -0.49,
    "the less of both": -0.16,
    "meaning": 3.28,
    "number in both": 1.47,
    "same role": 1.26,
    "chief words": -0.27,
    "reports": -1.3,
    "beyond others": 4.25,
    "less of both, beyond others": 5.01,
    "one voice": -0.26,
    "two voices": 1.1,
}


@dataclass(frozen=True, slots=True)
class Meant:
    """What the sentences of a report mean, as it is held against others.

    vectors   (words, width) of all sentences, one after the other; `weights` of the words; `begins` the first of each
    mean      (sentences, width) of length 1
    chief     (words, width) of the words of its events, and `chief_begins`
    """

    vectors: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float32]
    begins: npt.NDArray[np.int64]
    mean: npt.NDArray[np.float32]
    chief: npt.NDArray[np.float32]
    chief_begins: npt.NDArray[np.int64]


def meant(side: Side) -> Meant:
    """The meaning of a report's sentences; each has an empty word, so that none is without one."""
    forms: list[str] = []
    weights: list[float] = []
    begins: list[int] = []
    chief: list[str] = []
    chief_begins: list[int] = []
    for at, one in enumerate(side.tellings):
        begins.append(len(forms))
        forms += ["", *(one.forms or (stem for stem, _ in one.words))]
        weights += [0.0, *(side.features[at].get(stem, 0.0) for stem, _ in one.words)]
        chief_begins.append(len(chief))
        chief += ["", *(word for deed in one.deeds for word in trigger_words(one, deed))]
    code = side.tellings[0].lang
    vectors = vectors_of(forms, code)
    held = np.sqrt(np.array(weights, dtype=np.float32))  # plain ones make too much of one rare word
    mean = np.add.reduceat(vectors * held[:, None], begins, axis=0)
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-6)
    return Meant(vectors, held, np.array(begins), mean, vectors_of(chief, code), np.array(chief_begins))


class Wording:
    """What sentences mean, of all reports of a case; the meaning of the last ones is kept."""

    def __init__(self, sides: Mapping[str, Side], who: Mapping[str, str]) -> None:
        self._who = who
        self._meant = lru_cache(maxsize=KEPT)(lambda report: meant(sides[report]))

    def alike(self, one: Side, other: Side, likeness: Floats) -> dict[Pair, float]:
        """The sentences of two reports that tell of one thing, by the chance that they do.

        likeness   (sentences, sentences) of those that share words, see `likenesses`
        """
        days = days_between(one.published, other.published)
        if not one.tellings or not other.tellings or one.report == other.report or (days or 0) > MOST_DAYS:
            return {}
        least = LEAST_RELATED * min(len(one.topic), len(other.topic)) / TOPIC if days is not None else LEAST_UNDATED
        if related(one, other) < least:
            return {}
        mine, theirs = self._meant(one.report), self._meant(other.report)
        features, told = wording_features(one, other, mine, theirs, likeness, self._who)
        chance = 1 / (1 + np.exp(-features @ np.array(list(WEIGHTS.values()))))
        chance[told < LEAST_TOLD] = 0.0
        best = (chance == chance.max(axis=0)) & (chance == chance.max(axis=1, keepdims=True))
        chosen = np.argwhere((best & (chance >= LEAST_CHANCE)) | (chance >= SURE_CHANCE))
        return {(i, j): float(chance[i, j]) for i, j in chosen.tolist()}


def related(one: Side, other: Side) -> float:
    """How much two reports are on one matter, 0 to 1, by the names and rare words that both have."""
    shared = sum(weight * other.topic[name] for name, weight in one.topic.items() if name in other.topic)
    whole = sum(w * w for w in one.topic.values()) * sum(w * w for w in other.topic.values())
    return shared / whole**0.5 if whole else 0.0


def wording_features(
    one: Side, other: Side, mine: Meant, theirs: Meant, likeness: Floats, who: Mapping[str, str]
) -> tuple[Floats, Floats]:
    """What the model sees of each pair of sentences, and how much both tell.

    Returns (sentences, sentences, features), and (sentences, sentences): the weight of the words that are near.
    """
    shape = len(one.tellings), len(other.tellings)
    near = mine.vectors @ theirs.vectors.T
    near[near < LEAST_NEAR] = 0.0
    _equal(near, one, other, mine, theirs)
    of_mine, told_mine = _covered(near, mine, theirs)
    of_theirs, told_theirs = (table.T for table in _covered(near.T, theirs, mine))
    both = 2 * of_mine * of_theirs / np.maximum(of_mine + of_theirs, 1e-6)
    least = np.minimum(of_mine, of_theirs)
    chief = np.maximum.reduceat(
        np.maximum.reduceat(mine.chief @ theirs.chief.T, mine.chief_begins, axis=0), theirs.chief_begins, axis=1
    )
    numbers = [
        [frozenset(n.value for n in t.numbers if n.value is not None and n.value > LEAST_NUMBER) for t in side.tellings]
        for side in (one, other)
    ]
    roles = [[frozenset(n.role for n in t.numbers if n.role != "other") for t in s.tellings] for s in (one, other)]
    voices = [[frozenset(who.get(e, e) for e in t.speakers) for t in side.tellings] for side in (one, other)]
    same_voice = _meet(*voices) > 0
    speak = [np.array([bool(held) for held in side]) for side in voices]
    out = np.stack(
        [
            np.ones(shape), likeness, both, least,
            mine.mean @ theirs.mean.T, np.minimum(_meet(*numbers), 2), _meet(*roles) > 0, chief,
            np.full(shape, related(one, other)), _beyond(both), _beyond(least), same_voice,
            np.outer(*speak) & ~same_voice,
        ], axis=2,
    )  # fmt: skip
    return np.asarray(out, dtype=np.float64), np.minimum(told_mine, told_theirs)


def _equal(near: npt.NDArray[np.float32], one: Side, other: Side, mine: Meant, theirs: Meant) -> None:
    """The same stem is the same word, also of a word that has no vector."""
    where: dict[str, list[int]] = {}
    for begin, t in zip(theirs.begins.tolist(), other.tellings, strict=True):
        for at, (stem, _) in enumerate(t.words, begin + 1):
            where.setdefault(stem, []).append(at)
    rows: list[int] = []
    columns: list[int] = []
    for begin, t in zip(mine.begins.tolist(), one.tellings, strict=True):
        for at, (stem, _) in enumerate(t.words, begin + 1):
            held = where.get(stem, ())
            rows += [at] * len(held)
            columns += held
    near[rows, columns] = 1.0


def _covered(near: npt.NDArray[np.float32], mine: Meant, theirs: Meant) -> tuple[Floats, Floats]:
    """(sentences, sentences): which share of what mine tells is told by theirs, and how much that is."""
    best = np.maximum.reduceat(near, theirs.begins, axis=1) * mine.weights[:, None]
    whole = np.add.reduceat(mine.weights, mine.begins) + LITTLE
    told = np.add.reduceat(best, mine.begins, axis=0).astype(np.float64)
    return told / whole[:, None], told


def _meet(one: Sequence[frozenset[object]], other: Sequence[frozenset[object]]) -> npt.NDArray[np.int64]:
    """(sentences, sentences): how many things are in both."""
    out = np.zeros((len(one), len(other)), dtype=np.int64)
    for j, theirs in enumerate(other):
        if theirs:
            out[:, j] = [len(mine & theirs) for mine in one]
    return out


def _beyond(values: Floats) -> Floats:
    """How far each value is above the best other one in its row and column; above nothing where there is none."""
    least = np.full(values.shape, np.inf)
    for axis in (0, 1):
        ordered = -np.sort(-values, axis=axis)
        first = ordered.take([0], axis=axis)
        second = ordered.take([1], axis=axis) if values.shape[axis] > 1 else np.zeros_like(first)
        least = np.minimum(least, values - np.where(values == first, second, first))
    return least
