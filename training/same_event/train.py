"""Fit the weights of sayso.match.events on the topics of ECB+ that its benchmark leaves out, and print them.

    PYTHONPATH=.:src python training/same_event/train.py DATA/crossdoc

Pairs that are called alike at all are looked at, of one topic each; of those that are not one event a tenth, at ten times
the weight.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.gold_sets import read_lines
from benchmarks.task import Record
from benchmarks.tasks.same_event import DEV, REPORTS, Topic, gold_of, marked
from sayso.match.events import WEIGHTS, event_features, may_be_one
from training.logistic import logistic

Floats = npt.NDArray[np.float64]
KEPT: Final = 0.1
RIDGE: Final = 1.0


def pairs(records: list[Record], rng: random.Random) -> tuple[list[list[float]], list[bool]]:
    """The features of pairs of events of one topic, and whether they are one."""
    topic = Topic([marked(record) for record in records])
    chains = [chain for record in records for chain in gold_of(record).values()]
    features, truth = [], []
    for i, one in enumerate(topic.events):
        for j in range(i + 1, len(topic.events)):
            same = chains[i] == chains[j]
            if may_be_one(one, topic.events[j]) and (same or rng.random() < KEPT):
                features.append(event_features(one, topic.events[j], topic.between(i, j), topic.tells))
                truth.append(same)
    return features, truth


def main(folder: Path) -> None:
    """Print the weights as a table for match/events.py."""
    topics: dict[str, list[Record]] = {}
    for record in read_lines(folder / REPORTS):
        if record["topic"] not in DEV:
            topics.setdefault(record["topic"], []).append(record)
    rng = random.Random(1)
    features: list[list[float]] = []
    truth: list[bool] = []
    for records in topics.values():
        more, right = pairs(records, rng)
        features += more
        truth += right
    same = np.array(truth, dtype=float)
    found = logistic(np.array(features), same, np.where(same > 0, 1.0, 1 / KEPT), RIDGE)
    print(f"{len(truth)} pairs, {int(same.sum())} of them one event")
    for name, value in zip(WEIGHTS, found, strict=True):
        print(f'    "{name}": {round(float(value), 2)},')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
