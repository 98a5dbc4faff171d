"""One report made ready to meet others, and which of the sentences of two are alike.

Sentences are compared by the names, words, numbers and kinds of event in them. A word tells less where it is common,
and where it stands in many sentences of its own report: all of them are about the camp. Of two reports a sentence is
linked to the one that is likest, if that one likes it best too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

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
DAY: Final = 10  # characters of an ISO day
Features = Mapping[str, float]
Pair = tuple[int, int]  # a sentence of each of two reports, by their places in `tellings`


@dataclass(frozen=True, slots=True)
class Side:
    """One report made ready: its tellings, their features by weight, where each feature stands, and its topic.

    lengths  of the features of each telling, for a cosine
    basis    digest of all that is compared
    """

    report: str
    published: str
    tellings: Sequence[Testimony]
    features: Sequence[Features]
    lengths: Sequence[float]
    places: Mapping[str, Sequence[int]]
    topic: Features
    basis: str


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
    places: dict[str, list[int]] = {}
    topic: dict[str, float] = {}
    for at, held in enumerate(raw):
        for name, weight in held.items():
            places.setdefault(name, []).append(at)
            if weight >= LEAST_RARE and name[0] not in "#%":
                topic[name] = weight
    chosen = sorted(topic, key=lambda name: (-topic[name] * (1 + math.log(count[name])), name))[:TOPIC]
    used = sorted({entity for one in tellings for entity in (*one.named, *one.speakers, *_parts(one))})
    known = " ".join(f"{entity}={who.get(entity, '')}" for entity in used)
    return Side(
        report, tellings[0].published if tellings else "", tellings, features, lengths, places,
        {name: topic[name] for name in chosen}, digest(f"{basis} {known}".encode()),
    )  # fmt: skip


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


def likenesses(one: Side, other: Side) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """How alike sentences are, for those that share some features: by all of them, and what both tell of the names.

    The first is the cosine of the features, 0 to 1, less for short sentences; the second the sum of the weights of the
    words that both have.
    """
    dots: dict[Pair, float] = {}
    told: dict[Pair, float] = {}
    common: dict[Pair, int] = {}
    for name in filter(other.places.__contains__, one.places):
        theirs = [(j, other.features[j][name]) for j in other.places[name]]
        for i in one.places[name]:
            weight = one.features[i][name]
            for j, its in theirs:
                pair = i, j
                dots[pair] = dots.get(pair, 0.0) + weight * its
                common[pair] = common.get(pair, 0) + 1
                if name[0] != "@":
                    told[pair] = told.get(pair, 0.0) + (weight if weight < its else its)
    return {
        (i, j): dot / (one.lengths[i] * other.lengths[j])
        for (i, j), dot in dots.items()
        if common[i, j] >= LEAST_SHARED and dot
    }, told


def mutual(
    likeness: Mapping[Pair, float], told: Mapping[Pair, float], one: Side, other: Side, who: Mapping[str, str]
) -> Iterator[tuple[Pair, float]]:
    """The pairs that like each other best, and enough."""
    days = days_between(one.published, other.published)
    later = LONG_AFTER if days is None or days > LONG_AFTER_DAYS else 0.0
    best: dict[Pair, float] = {}
    for (i, j), score in likeness.items():
        best[0, i] = max(best.get((0, i), 0.0), score)
        best[1, j] = max(best.get((1, j), 0.0), score)
    for (i, j), score in likeness.items():
        if score == best[0, i] == best[1, j]:
            voice = one_voice(one.tellings[i], other.tellings[j], who) and bool(one.tellings[i].speakers)
            least, words = (LINKED_VOICE, LEAST_TOLD_VOICE) if voice else (LINKED + later, LEAST_TOLD)
            if score >= least and told.get((i, j), 0.0) >= words:
                yield (i, j), score


def days_between(one: str, other: str) -> int | None:
    """How many days lie between two dates of publication; None where either is not known to the day.

    >>> days_between("2031-05-02", "2031-05-04T10:00:00Z"), days_between("2031-05", "2031-05-04")
    (2, None)
    """
    if min(len(one), len(other)) < DAY:
        return None
    return abs((date.fromisoformat(one[:DAY]) - date.fromisoformat(other[:DAY])).days)


def near_in_time(a: Testimony, b: Testimony) -> bool:
    """Whether two reports may be of one time; what is months apart may be another event of the kind."""
    days = days_between(a.published, b.published)
    return a.published[:4] == b.published[:4] if days is None else days <= LONG_AFTER_DAYS


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
