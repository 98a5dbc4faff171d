"""Two events of two reports, by their words: is it one event?

`same_event` is the chance that two words for events, each with its sentence, tell one event; `report_likeness` tells
how much two reports are on one matter, which it needs; `group_events` makes groups of the chances. They are pure
functions of the texts and know nothing of a case.

The weights (training/same_event) know no words: they weigh whether the words for both events are one, or kin, and how
much of their sentences and reports is the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.lang.needs.same_events import SameEventWords

WORD: Final = re.compile(r"[^\W\d_]+")
CAPITAL: Final = re.compile(r"\b[A-Z]\w+")
NUMBER: Final = re.compile(r"\d[\d.,]*\d|\d")
LEAST_LETTERS: Final = 3
BESIDE: Final = 4  # words on each side of an event
PREFIX: Final = 4  # letters by which two words may be forms of one
MOST_ALIKE: Final = 0.5  # likeness of two reports from which on more makes no difference
ONE_REPORT: Final = 0.35  # likeness that two events of one report are held to have
ON_ONE_MATTER: Final = 0.05
LEAST: Final = 0.35  # mean chance from which two groups are one event; from 0.25 to 0.45 CoNLL moves by 2 points
Words = frozenset[str]
Floats = npt.NDArray[np.float64]

# Printed by training/same_event/train.py, in the order of `event_features`.
WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -4.04,
    "one word": 1.04,
    "all words": 1.08,
    "one beginning": 1.74,
    "reports alike": 3.8,
    "sentences alike": 2.25,
    "other names": -0.47,
    "numbers in both": 0.59,
    "beside on the left": 0.18,
    "beside on the right": 0.18,
    "one word, reports alike": 3.97,
    "one word, sentences alike": -0.3,
    "each in the other sentence": -3.23,
    "on one matter": 1.28,
    "kin": 1.36,
    "kin, reports alike": -1.09,
    "kin, sentences alike": -0.47,
    "both said": -0.88,
    "both said, sentences alike": 4.56,
    "one word of saying": -1.94,
    "one word of saying, sentences alike": -1.72,
}


@dataclass(frozen=True, slots=True)
class EventInText:
    """A word for an event with what stands around it, as stems.

    words         of the event itself
    left, right   those next to it on each side, in its sentence
    sentence      all of the sentence
    names, numbers   of the sentence
    kin           numbers of the groups of words that may tell one event, that of saying left out
    said          whether it is a word of saying
    """

    words: Words
    left: Words
    right: Words
    sentence: Words
    names: Words
    numbers: Words
    kin: frozenset[int]
    said: bool = False


def event_in_text(text: str, start: int, end: int, sentence: tuple[int, int], known: SameEventWords) -> EventInText:
    """The event that stands from `start` to `end`.

    sentence   where its sentence begins and ends
    known      what the language knows of words for events
    """
    begin, stop = min(sentence[0], start), max(sentence[1], end)
    left, right = (_stems(part, known) for part in (text[begin:start], text[end:stop]))
    own = [known.stem(word) for word in WORD.findall(text[start:end]) if word.lower() not in known.small]
    words = frozenset(own or [text[start:end].lower()])
    names = {name.lower() for name in CAPITAL.findall(text, begin, start) + CAPITAL.findall(text, end, stop)}
    numbers = NUMBER.findall(text, begin, start) + NUMBER.findall(text, end, stop)
    kin = frozenset[int]().union(*(known.kin.get(word, frozenset()) for word in words))
    return EventInText(
        words, frozenset(left[-BESIDE:]), frozenset(right[:BESIDE]), words.union(left, right),
        frozenset(names - known.small), frozenset(numbers), kin - {known.saying}, known.saying in kin,
    )  # fmt: skip


def _stems(text: str, known: SameEventWords) -> list[str]:
    return [
        known.stem(word)
        for word in WORD.findall(text)
        if len(word) >= LEAST_LETTERS and word.lower() not in known.small
    ]


def report_likeness(texts: Sequence[str], known: SameEventWords) -> Floats:
    """(texts, texts): how much two reports are on one matter, 0 to 1, by the words that few of them hold.

    >>> from sayso.lang import load_language
    >>> known = load_language("en").same_events
    >>> found = report_likeness(["Rebels took Keld.", "Keld was taken by rebels.", "Rice is dear."], known)
    >>> bool(found[0, 1] > 0.9), float(found[0, 2])
    (True, 0.0)
    """
    counts = [Counter(_stems(text, known)) for text in texts]
    held = Counter(word for count in counts for word in count)
    place = {word: at for at, word in enumerate(sorted(held))}
    table = np.zeros((len(texts), len(place)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            table[row, place[word]] = (1 + math.log(times)) * rarity(held[word], len(texts))
    sizes = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(sizes > 0, sizes, 1.0)
    return np.asarray(table @ table.T)


def rarity(reports: int, of: int) -> float:
    """What it tells that a word stands in so many reports of all: the logarithm of (all + 1) / those."""
    return math.log((of + 1) / max(1, reports))


def may_be_one(one: EventInText, other: EventInText) -> bool:
    """Whether two events are called alike at all; others are never told to be one."""
    said = one.said and other.said
    return bool(said or one.words & other.words or one.kin & other.kin or _one_beginning(one, other))


def same_event(one: EventInText, other: EventInText, alike: float | None, tells: Callable[[str], float]) -> float:
    """The chance that both are one event.

    alike   `report_likeness` of their reports; None for two of one report
    tells   what it tells that both sentences hold a stem, as `rarity`
    """
    if not may_be_one(one, other):
        return 0.0
    total = sum(w * x for w, x in zip(WEIGHTS.values(), event_features(one, other, alike, tells), strict=True))
    return 1 / (1 + math.exp(-total))


def event_features(
    one: EventInText, other: EventInText, alike: float | None, tells: Callable[[str], float]
) -> list[float]:
    """What the model sees of two events."""
    same = float(bool(one.words & other.words))
    reports = ONE_REPORT if alike is None else min(alike, MOST_ALIKE)
    sentences = _likeness(one.sentence - one.words, other.sentence - other.words, tells)
    said = float(one.said and other.said)
    kin = float(bool(one.kin & other.kin)) * (1 - same)
    names = bool(one.names and other.names) and not one.names & other.names
    crossed = bool(one.words & other.sentence) and bool(other.words & one.sentence)
    return [
        1.0, same, float(one.words == other.words), float(not same and _one_beginning(one, other)), reports, sentences,
        float(names), min(2.0, len(one.numbers & other.numbers)), min(2.0, len(one.left & other.left)),
        min(2.0, len(one.right & other.right)), same * reports, same * sentences, float(crossed and not same),
        float(reports > ON_ONE_MATTER), kin, kin * reports, kin * sentences, said * (1 - same),
        said * (1 - same) * sentences, said * same, said * same * sentences,
    ]  # fmt: skip


def _one_beginning(one: EventInText, other: EventInText) -> bool:
    beginnings = {word[:PREFIX] for word in one.words if len(word) >= PREFIX}
    return any(word[:PREFIX] in beginnings for word in other.words if len(word) >= PREFIX)


def _likeness(one: Words, other: Words, tells: Callable[[str], float]) -> float:
    """How much of what two sets of stems tell is in both, 0 to 1."""
    whole = math.sqrt(sum(map(tells, one)) * sum(map(tells, other)))
    return sum(map(tells, one & other)) / whole if whole else 0.0


def group_events(chances: Floats, least: float = LEAST) -> list[int]:
    """Events in groups by their chances of being one, the likeliest first, by the mean chance between two groups.

    chances   (events, events), symmetric
    Returns for each event the place of the first event of its group.

    >>> group_events(np.array([[1, 0.9, 0.1], [0.9, 1, 0.1], [0.1, 0.1, 1]]))
    [0, 0, 2]
    """
    count = len(chances)
    alike = np.array(chances, dtype=float)
    if not count:
        return []
    np.fill_diagonal(alike, -1.0)
    sizes = np.ones(count)
    group = np.arange(count)
    best = alike.argmax(axis=1)
    while True:
        values = alike[np.arange(count), best]
        at = int(values.argmax())
        other = int(best[at])
        if values[at] < least or at == other:
            return [int(first) for first in group]
        first, second = sorted((at, other))
        joined = (alike[first] * sizes[first] + alike[second] * sizes[second]) / (sizes[first] + sizes[second])
        sizes[first] += sizes[second]
        alike[first], alike[:, first] = joined, joined
        alike[second], alike[:, second] = -1.0, -1.0
        alike[first, first] = -1.0
        group[group == second] = first
        best = alike.argmax(axis=1)
