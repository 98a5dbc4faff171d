"""Train the two models of sayso.match.numbers, and say how good they are on topics that they have not seen.

usage: python training/numbers/train.py DATA/crossdoc

The first model compares what stands around two numbers. Nobody marked pairs for it: in reports of one event (ECB+), two
numbers of one unit or noun that are equal, and over 3, mostly count one thing, and unequal ones mostly two. The second
takes its sum and how far the numbers are apart, and learns from marked pairs: those of ECB+, and tests/gold/accounts.

Each topic is judged by models that saw none of it. Prints F of each label, and both tables for match/numbers.py.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from unittest import mock

import numpy as np
import numpy.typing as npt

from benchmarks.tasks.numbers import number_of, quantities_of
from sayso.match import numbers
from sayso.match.numbers import around_features, by_value, number_features, surroundings, tie_of
from sayso.values.numbers import NumberInText

OWN: Final = Path(__file__).resolve().parents[2] / "tests/gold/accounts/accounts.jsonl"
LABELS: Final = ("agree", "compatible", "conflict", "different")
MOST_EQUAL: Final = 120  # pairs of one event
SMALL: Final = 3  # equal numbers up to this are often equal by chance
OWN_WEIGHT: Final = 0.5  # own pairs are hard on purpose
AROUND_RIDGE, NUMBERS_RIDGE = 3.0, 1.0
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """A marked pair; `topic` is what is left out together."""

    one: NumberInText
    other: NumberInText
    label: str
    topic: str
    own: bool


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def equal_and_unequal(reports: Sequence[dict[str, Any]]) -> Iterator[tuple[list[float], bool, str]]:
    """Features of pairs of numbers of one event, whether they are equal, and their topic."""
    rng = random.Random(1)
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for report in reports:
        events[report["subtopic"]].append(report)
    for held in events.values():
        found = [
            (report["id"], NumberInText(report["text"], q.span.start, q.span.end, q))
            for report in held
            for q in quantities_of(report["text"])
            if q.value is not None
        ]
        nouns = [surroundings(number).noun for _, number in found]
        pairs: dict[bool, list[tuple[NumberInText, NumberInText]]] = {True: [], False: []}
        for i, (report, one) in enumerate(found):
            for j, (other_report, other) in enumerate(found[:i]):
                a, b = one.quantity, other.quantity
                assert a is not None and b is not None and a.value is not None
                if report == other_report or a.unit != b.unit or (a.unit is None and not nouns[i] & nouns[j]):
                    continue
                if a.value != b.value or a.value > SMALL:
                    pairs[a.value == b.value].append((one, other))
        for both in pairs.values():
            rng.shuffle(both)
        equal = pairs[True][:MOST_EQUAL]
        for same, chosen in ((True, equal), (False, pairs[False][: 2 * len(equal) + 20])):
            for one, other in chosen:
                yield around_features(one, other), same, str(held[0]["topic"])


def marked(folder: Path, texts: dict[str, str]) -> Iterator[Pair]:
    for line in lines(folder / "number_pairs_dev.jsonl"):
        sides = [number_of({**line[side], "text": texts[line[side]["doc"]]}) for side in "ab"]
        yield Pair(sides[0], sides[1], line["label"], line["a"]["doc"].split("_")[0], own=False)
    for line in lines(OWN):
        yield Pair(number_of(line["a"]), number_of(line["b"]), line["label"], line["pair"], own=True)


def fit(features: Floats, truth: Floats, ridge: float, weights: Floats | None = None) -> Floats:
    """Logistic regression by Newton's steps; the first feature is the bias, which is hardly held back."""
    found = np.zeros(features.shape[1])
    weights = np.ones(len(truth)) if weights is None else weights
    hold = np.full(len(found), ridge)
    hold[0] = 0.01
    for _ in range(100):
        chance = 1 / (1 + np.exp(-features @ found))
        slope = features.T @ (weights * (chance - truth)) + hold * found
        curve = (features.T * (weights * chance * (1 - chance))) @ features + np.diag(hold)
        step = np.linalg.solve(curve, slope)
        found -= step
        if abs(step).max() < 1e-6:
            break
    return found


def second(pairs: Sequence[Pair], around: Floats) -> Floats:
    """Fit the second model to the pairs whose numbers are not the same."""
    features, truth, weights = [], [], []
    for pair in pairs:
        label, _ = by_value(pair.one, pair.other)
        if label != "agree" and pair.one.quantity and pair.other.quantity:
            total = float(around @ np.array(around_features(pair.one, pair.other)))
            features.append(number_features(pair.one, pair.other, label, total))
            truth.append(pair.label != "different")
            weights.append(OWN_WEIGHT if pair.own else 1.0)
    return fit(np.array(features), np.array(truth, float), NUMBERS_RIDGE, np.array(weights))


def f_scores(truth: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    out = {}
    for label in LABELS:
        right = sum(a == b == label for a, b in zip(truth, said, strict=True))
        total = sum((a == label) + (b == label) for a, b in zip(truth, said, strict=True))
        out[label] = round(200 * right / total, 1) if total else 0.0
    return out | {"macro": round(sum(out.values()) / len(LABELS), 1)}


def table(weights: Floats) -> dict[str, float]:
    return {str(n): round(float(weight), 3) for n, weight in enumerate(weights)}


def main(folder: Path) -> None:
    reports = list(lines(folder / "ecbplus_train_dev.jsonl"))
    made = list(equal_and_unequal(reports))
    features, truth = np.array([one[0] for one in made]), np.array([one[1] for one in made], float)
    topics = np.array([one[2] for one in made])
    pairs = list(marked(folder, {report["id"]: report["text"] for report in reports}))
    print(f"{len(made)} pairs without marks, {len(pairs)} marked")

    @lru_cache
    def first(left_out: str) -> Floats:
        kept = topics != left_out
        return fit(features[kept], truth[kept], AROUND_RIDGE)

    said: dict[int, str] = {}
    for topic in sorted({pair.topic for pair in pairs}):
        around = first(topic if topic in topics else "")
        both = second([pair for pair in pairs if pair.topic != topic], around)
        with mock.patch.multiple(numbers, AROUND=table(around), NUMBERS=table(both)):
            said |= {n: tie_of(p.one, p.other).label for n, p in enumerate(pairs) if p.topic == topic}
    for own in (False, True):
        chosen = [n for n, pair in enumerate(pairs) if pair.own == own]
        scores = f_scores([pairs[n].label for n in chosen], [said[n] for n in chosen])
        print("own" if own else "ECB+", scores)
    around = first("")
    print("AROUND", list(table(around).values()))
    print("NUMBERS", list(table(second(pairs, around)).values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
