"""One report made ready to meet others, and which of the sentences of two are alike.

Sentences are compared by the names, words, numbers and kinds of event in them. A word tells less where it is common,
and where it stands in many sentences of its own report: all of them are about the camp. Of two reports a sentence is
linked to the one that is likest, if that one likes it best too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.compare import Input
from sayso.store.ledger import digest
from sayso.values.copies import SharedPassage
from sayso.values.tellings import Testimony

TOPIC: Final = 48  # names and words of a report by which it finds others
LEAST_RARE: Final = 0.45  # weight of a word that finds other reports
NAME: Final = 0.6  # weight of someone beside that of a word, 0..1
NUMBER: Final = 0.5  # of a number that both have
KIND: Final = 0.4  # of the kind of an event, and of what a number counts
EVERYWHERE: Final = 0.25  # what is left of a weight where the word stands in all sentences of the report
LINKED: Final = 0.36  # likeness from which two sentences tell of one thing
LINKED_VOICE: Final = 0.24  # the same where one speaker says both
LONG_AFTER_DAYS: Final = 60  # between two reports: what is said again later is often said of something else
LONG_AFTER: Final = 0.12  # by which such sentences must be more alike
LITTLE: Final = 0.6  # added to the squared length of a sentence, so that two words in common are little
LEAST_SHARED: Final = 2  # features that two sentences share
LEAST_TOLD: Final = 0.75  # sum of the weights of the words that both have, without names: what they tell of these
LEAST_TOLD_VOICE: Final = 0.6  # the same where one speaker says both
COPIED: Final = 0.66  # of a sentence that stands in shared text: then it is a copy
WORD: Final = re.compile(r"[^\W\d_]+")
DAY: Final = 10  # characters of an ISO day
DIGITS: Final = 12  # of a likeness
KEPT: Final = 1500  # reports that are kept ready, of about 0.5 MB each
Features = Mapping[str, float]
Floats = npt.NDArray[np.float64]
Pair = tuple[int, int]  # a sentence of each of two reports, by their places in `tellings`


@dataclass(frozen=True, slots=True)
class Brief:
    """What one report is told by among all of them.

    topic    the names and words by which it finds others, by weight
    basis    digest of all that is compared
    """

    report: str
    published: str
    topic: Features
    basis: str


@dataclass(frozen=True, slots=True)
class Side(Brief):
    """One report made ready to meet another: its tellings, and their features by weight.

    lengths  (tellings,) of their features, for a cosine
    places   of each feature, the column in a table of tellings and features
    rows, columns, weights   what is not 0 in that table
    spoken   of each sentence of a speaker, its words in small letters with a space around each; "" of the report's own
    """

    tellings: Sequence[Testimony]
    features: Sequence[Features]
    lengths: Floats
    places: Mapping[str, int]
    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    weights: Floats
    spoken: Sequence[str]


class Sides(Mapping[str, Side]):
    """The reports of a case, made ready one by one; the last ones are kept.

    tellings   of each report
    who        entity -> identity
    """

    def __init__(self, tellings: Input[tuple[Testimony, ...]], who: Mapping[str, str]) -> None:
        self._tellings = tellings
        self._side = lru_cache(maxsize=KEPT)(
            lambda report: side_of(report, tellings[report], who, tellings.digests[report])
        )

    def __getitem__(self, report: str) -> Side:
        return self._side(report)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tellings)

    def __len__(self) -> int:
        return len(self._tellings)


def side_of(report: str, tellings: Sequence[Testimony], who: Mapping[str, str], basis: str = "") -> Side:
    """A report made ready to meet others.

    who     entity -> identity; an entity without one is itself
    basis   digest of the tellings
    """
    raw = [dict(_features(one, who)) for one in tellings]
    count: dict[str, int] = {}
    for held in raw:
        for name in held:
            count[name] = count.get(name, 0) + 1
    last = math.log(len(raw) + 1) or 1.0
    features = [
        {name: weight * (1 - (1 - EVERYWHERE) * math.log(count[name]) / last) for name, weight in held.items()}
        for held in raw
    ]
    lengths = [math.sqrt(LITTLE + sum(weight * weight for weight in held.values())) for held in features]
    places = {name: at for at, name in enumerate(count)}
    table = [(row, places[name], weight) for row, held in enumerate(features) for name, weight in held.items()]
    rows, columns, weights = zip(*table, strict=True) if table else ((), (), ())
    topic: dict[str, float] = {}
    for held in raw:
        for name, weight in held.items():
            if weight >= LEAST_RARE and name[0] not in "#%":
                topic[name] = weight
    chosen = sorted(topic, key=lambda name: (-topic[name] * (1 + math.log(count[name])), name))[:TOPIC]
    used = sorted({entity for one in tellings for entity in (*one.named, *one.speakers, *_parts(one))})
    known = " ".join(f"{entity}={who.get(entity, '')}" for entity in used)
    return Side(
        report, tellings[0].published if tellings else "", {name: topic[name] for name in chosen},
        digest(f"{basis} {known}".encode()), tellings, features, np.array(lengths), places,
        np.array(rows, np.int64), np.array(columns, np.int64), np.array(weights, np.float64),
        [_spoken(one) if one.speakers else "" for one in tellings],
    )  # fmt: skip


def _spoken(one: Testimony) -> str:
    return f" {' '.join(WORD.findall(one.sentence.lower()))} "


def _features(one: Testimony, who: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    yield from one.words
    for entity in one.named:
        yield f"@{who.get(entity, entity)}", NAME
    for number in one.numbers:
        if number.value is not None and number.value > 1:
            yield f"#{number.value:g}", NUMBER
        if number.role != "other":
            yield f"%{number.role}", KIND
    for deed in one.deeds:
        if deed.type:
            yield f"%{deed.type} {deed.mode}", KIND


def _parts(one: Testimony) -> Iterator[str]:
    for deed in one.deeds:
        yield from deed.agents
        yield from deed.patients


def likenesses(one: Side, other: Side) -> Floats:
    """(sentences, sentences): how alike those are that share some features, 0 for the others.

    The cosine of their features, 0 to 1, less for short sentences.
    """
    shared = [(at, other.places[name]) for name, at in one.places.items() if name in other.places]
    columns = np.array(shared, np.int64).reshape(-1, 2)
    mine, theirs = _table(one, columns[:, 0]), _table(other, columns[:, 1])
    common = (mine > 0).astype(np.float32) @ (theirs > 0).astype(np.float32).T
    # rounded, so that it is the same in whatever order a library adds
    found = np.round(mine @ theirs.T / np.outer(one.lengths, other.lengths), DIGITS)
    found[common < LEAST_SHARED] = 0.0
    return found


def _table(side: Side, columns: npt.NDArray[np.int64]) -> Floats:
    """(sentences, columns): the weights of some features of each sentence, 0 where it has them not."""
    at = np.full(len(side.places), -1)
    at[columns] = np.arange(len(columns))
    column = at[side.columns]
    kept = column >= 0
    table = np.zeros((len(side.tellings), len(columns)))
    table[side.rows[kept], column[kept]] = side.weights[kept]
    return table


def told_in_both(one: Features, other: Features) -> float:
    """What two sentences both tell of the names in them: the sum of the weights of the words that both have."""
    return sum(min(weight, other[name]) for name, weight in one.items() if name in other and name[0] != "@")


def mutual(likeness: Floats, one: Side, other: Side, who: Mapping[str, str]) -> Iterator[tuple[Pair, float]]:
    """The pairs that like each other best, and enough."""
    if not likeness.size:
        return
    days = days_between(one.published, other.published)
    later = LONG_AFTER if days is None or days > LONG_AFTER_DAYS else 0.0
    best = (likeness == likeness.max(axis=0)) & (likeness == likeness.max(axis=1, keepdims=True))
    for i, j in np.argwhere(best & (likeness >= LINKED_VOICE)).tolist():
        score = float(likeness[i, j])
        voice = one_voice(one.tellings[i], other.tellings[j], who) and bool(one.tellings[i].speakers)
        least, words = (LINKED_VOICE, LEAST_TOLD_VOICE) if voice else (LINKED + later, LEAST_TOLD)
        if score >= least and told_in_both(one.features[i], other.features[j]) >= words:
            yield (i, j), score


def one_quotation(one: Side, other: Side, who: Mapping[str, str]) -> Iterator[Pair]:
    """The sentences of one speaker of which one holds a short quotation of the other: "before the summer"."""
    for turned, (side, beside) in enumerate(((one, other), (other, one))):
        for at, telling in enumerate(side.tellings):
            for quoted in telling.quoted:
                for place, spoken in enumerate(beside.spoken):
                    if f" {quoted} " in spoken and one_voice(telling, beside.tellings[place], who):
                        yield (place, at) if turned else (at, place)


def days_between(one: str, other: str) -> int | None:
    """How many days lie between two dates of publication; None where either is not known to the day.

    >>> days_between("2031-05-02", "2031-05-04T10:00:00Z"), days_between("2031-05", "2031-05-04")
    (2, None)
    """
    if min(len(one), len(other)) < DAY:
        return None
    return abs((date.fromisoformat(one[:DAY]) - date.fromisoformat(other[:DAY])).days)


def near_in_time(a: Testimony, b: Testimony) -> bool:
    """Whether two reports are of one time; what is months apart may be another event of the kind.

    So may be what has no day. Of a report that is known to the year or the month it is enough that this may be so.
    """
    if a.report == b.report:
        return True
    days = days_between(a.published, b.published)
    if days is None:
        return bool(a.published and b.published) and a.published[:4] == b.published[:4]
    return days <= LONG_AFTER_DAYS


def one_voice(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether two sentences have a speaker in common, or none and one agency or outlet."""
    mine, theirs = ({who.get(entity, entity) for entity in one.speakers} for one in (a, b))
    if mine or theirs:
        return bool(mine & theirs)
    if a.agencies or b.agencies:
        return bool({*a.agencies} & {*b.agencies})
    return a.outlet == b.outlet and (bool(a.outlet) or a.report == b.report)


def copied(one: Side, other: Side, passages: Sequence[SharedPassage]) -> set[Pair]:
    """The sentences that stand in both."""
    found: set[Pair] = set()
    for passage in passages:
        mine = _overlaps(one.tellings, passage.start, passage.end)
        theirs = _overlaps(other.tellings, passage.other_start, passage.other_end) if mine else []
        for i, length in mine:
            for j, other_length in theirs:
                a, b = one.tellings[i], other.tellings[j]
                # the same words stand at the same distance from the passage's beginning, but for changes in it
                apart = abs((a.start - passage.start) - (b.start - passage.other_start))
                near = min(a.end - a.start, b.end - b.start) / 2
                part = min(length / (a.end - a.start), other_length / (b.end - b.start))
                if part >= COPIED and apart < near and _same_part(a, b):
                    found.add((i, j))
    return found


def _same_part(a: Testimony, b: Testimony) -> bool:
    """Whether two tellings of one sentence are about the same part of it: most words of each are in both."""
    one, other = {stem for stem, _ in a.words}, {stem for stem, _ in b.words}
    return 3 * len(one & other) >= 2 * max(len(one), len(other))


def _overlaps(tellings: Sequence[Testimony], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that a stretch touches, each with how much of it lies there."""
    return [
        (at, min(one.end, end) - max(one.start, start))
        for at, one in enumerate(tellings)
        if one.start < end and start < one.end
    ]
