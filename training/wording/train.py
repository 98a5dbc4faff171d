"""Fit the weights of sayso.compare.links.worded, and print them: on the open part of tests/gold/matters and on ECB+.

    PYTHONPATH=.:src python training/wording/train.py DATA/crossdoc READINGS

READINGS   a folder that keeps the readings of these reports as lines of JSON, so that a second run trains at once

Of ECB+ the topics that benchmarks leave out. Two sentences of two reports on one event of it tell of one thing if at
least half of the marked events of the one with fewer are events of the other; they do not if they have none in common.
What lies between is left out, and so are sentences in which no event is marked. All sentences of two reports on two
events of a topic, which are of one kind, tell of two things; some of them are taken. As ECB+ marks hardly a sentence
that tells of nothing else, its pairs weigh little, and the level of its chances is let free.

Printed too is what the weights give on each matter when they are fitted without it.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks import feed
from benchmarks.gold_sets import gold_of, read_lines
from benchmarks.task import Record
from benchmarks.tasks.same_event import DEV, REPORTS, TAGS
from sayso.case import open_case
from sayso.compare.links import WORDING_WEIGHTS, Side, likenesses, meant, side_of, wording_features
from sayso.values.json import reading_from_json, reading_to_json
from sayso.values.reading import Reading
from training.logistic import logistic

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int8]
Held = tuple[str, Floats, Ints]  # from where, (pairs, features), (pairs,)
ALIKE: Final = 0.5
EVERY: Final = 4  # of the reports one in so many is read: more pairs than weights need
OTHERS: Final = 60  # pairs of sentences of two reports on two events that are taken
RIDGE: Final = 0.15
WEIGH: Final = {"one event": 0.03, "two events": 0.1, "matters": 1.0}


def readings_of(records: Sequence[Record], path: Path) -> dict[str, Reading]:
    """The readings of these reports by their own ids, from the file where that is there."""
    if not path.exists():
        path.write_bytes(b"\n".join(reading_to_json(reading) for reading in feed.readings(records).values()))
    held = [reading_from_json(line) for line in path.read_bytes().split(b"\n")]
    return {str(reading.report.given_id): reading for reading in held}


def features_of(readings: Sequence[Reading]) -> Iterator[tuple[Side, Side, Floats]]:
    """Each two of some reports, made ready, and the features of their sentences."""
    with open_case(":memory:", create=True) as case:
        for reading in readings:
            case.add(reading)
        identity, tellings = case.result("identity"), case.result("tellings")
    who = {entity: one.id for one in identity.values() for entity in one.entities}
    sides = [side_of(report, tellings[report], who) for report in sorted(tellings) if tellings[report]]
    means = {side.report: meant(side) for side in sides}
    for one, other in itertools.combinations(sides, 2):
        mine, theirs = means[one.report], means[other.report]
        yield one, other, wording_features(one, other, mine, theirs, likenesses(one, other), who)[0]


def labels(one: Side, other: Side, events: Mapping[str, Sequence[tuple[int, str]]]) -> Ints:
    """(sentences, sentences): 1 of one thing, 0 not, -1 not known."""
    held = [
        [frozenset(chain for at, chain in events[side.report] if t.start <= at < t.end) for t in side.tellings]
        for side in (one, other)
    ]
    out = np.full((len(held[0]), len(held[1])), -1, dtype=np.int8)
    for i, mine in enumerate(held[0]):
        for j, theirs in enumerate(held[1]):
            if mine and theirs:
                share = len(mine & theirs) / min(len(mine), len(theirs))
                out[i, j] = 1 if share >= ALIKE else 0 if share == 0 else -1
    return out


def of_topic(records: Sequence[Record], readings: Mapping[str, Reading], rng: np.random.Generator) -> Iterator[Held]:
    """The pairs of sentences of one topic of ECB+."""
    events: dict[str, list[tuple[int, str]]] = {}
    about: dict[str, str] = {}
    for record in records:
        report = readings[record["id"]].report.id
        about[report] = record["subtopic"]
        events[report] = [
            (m["start"], m["chain"]) for m in record["mentions"] if m["selected"] and m["tag"].startswith(TAGS)
        ]
    for one, other, features in features_of([readings[record["id"]] for record in records]):
        if about[one.report] == about[other.report]:
            label = labels(one, other, events)
            yield "one event", features[label >= 0], label[label >= 0]
        else:
            held = features.reshape(-1, features.shape[2])
            held = rng.choice(held, min(OTHERS, len(held)), replace=False)
            yield "two events", held, np.zeros(len(held), np.int8)


def of_matter(matter: Record, readings: Mapping[str, Reading]) -> Iterator[Held]:
    """The pairs of sentences of one matter of the gold."""
    spans = {readings[report["id"]].report.id: report["sentences"] for report in matter["reports"]}
    for one, other, features in features_of([readings[report["id"]] for report in matter["reports"]]):
        places = [
            [next(n for n, (first, last) in enumerate(spans[side.report]) if first <= t.start < last)
             for t in side.tellings]
            for side in (one, other)
        ]  # fmt: skip
        turned = one.report != readings[matter["reports"][0]["id"]].report.id
        label = [[[j, i] if turned else [i, j] for j in places[1]] for i in places[0]]
        truth = np.array([[pair in matter["same"] for pair in row] for row in label], dtype=np.int8)
        yield "matters", features.reshape(-1, features.shape[2]), truth.ravel()


def fit(examples: Sequence[Held]) -> Floats:
    """Logistic regression by Newton's steps; ECB+'s pairs of one event have a level of their own, which is left out."""
    free = [np.full(len(label), float(kind == "one event")) for kind, _, label in examples]
    features = np.column_stack([np.concatenate([held for _, held, _ in examples]), np.concatenate(free)])
    truth = np.concatenate([label for _, _, label in examples]).astype(float)
    weights = np.concatenate([np.full(len(label), WEIGH[kind]) for kind, _, label in examples])
    return logistic(features, truth, weights, RIDGE)[:-1]


def main(folder: Path, kept: Path) -> None:
    """Print the weights as a table for compare/links/worded.py, and what they give on matters left out."""
    records = [record for record in read_lines(folder / REPORTS)[::EVERY] if record["topic"] not in DEV]
    asked = [{"id": record["id"], "text": record["text"], "outlet": record["id"]} for record in records]
    readings = readings_of(asked, kept / "ecb.jsonl")
    rng = np.random.default_rng(1)
    examples: list[Held] = []
    for topic in sorted({record["topic"] for record in records}):
        chosen = [record for record in records if record["topic"] == topic and record["id"] in readings]
        examples += of_topic(chosen, readings, rng)
    gold = gold_of("matters")
    told = readings_of([report for matter in gold for report in matter["reports"]], kept / "matters.jsonl")
    own = [list(of_matter(matter, told)) for matter in gold]
    for name, value in zip(WORDING_WEIGHTS, fit([*examples, *itertools.chain(*own)]), strict=True):
        print(f'    "{name}": {round(float(value), 2)},')
    chances, truths = [], []
    for held in own:
        found = fit([*examples, *(one for other in own if other is not held for one in other)])
        for _, features, label in held:
            chances.append(1 / (1 + np.exp(-features @ found)))
            truths.append(label)
    chance, truth = np.concatenate(chances), np.concatenate(truths)
    for least in (0.4, 0.5, 0.6, 0.7):
        right = float(truth[chance >= least].sum())
        shares = right / max(1, (chance >= least).sum()), right / truth.sum()
        print("{}: precision {:.0f}, recall {:.0f}".format(least, *(100 * share for share in shares)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
