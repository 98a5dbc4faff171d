"""Name pairs: whether two names, as written, are one someone's, in news of one matter and in lists of names.

Gold: pairs of names of one matter (NewsWCL50 and ECB+), and nomenklatura's name_bench. The files trained the matcher
(training/names/train.py prints F1 in folds, which is the honest figure): here is what ships, on what it has seen.

    news, lists           F1 at the score from which a case joins names
    news best, lists best F1 at the best threshold
    us a pair             CPU, each pair once
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.task import Record, Run, Score, Task
from sayso.nlp.names import JOINS, matcher_for

FILES: Final = {"news": "namepairs-news-dev.jsonl", "lists": "namepairs-bench-dev.jsonl"}


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """A score for each pair; 0 for one that cannot be judged."""
    matcher = matcher_for("en")
    for record in records:
        left, right = record.get("a"), record.get("b")
        known = isinstance(left, str) and isinstance(right, str)
        score = matcher.score(str(left), str(right)) if known else 0.0
        yield {"id": record.get("id"), "score": round(score, 6)}


def f1_at(scores: Sequence[float], labels: Sequence[bool], threshold: float) -> float:
    """F1 in per cent of the pairs from a threshold on."""
    said = [score >= threshold for score in scores]
    right = sum(yes and bool(label) for yes, label in zip(said, labels, strict=True))
    return 200 * right / (sum(said) + sum(map(bool, labels))) if any(said) or any(labels) else 0.0


def judge(records: Sequence[Record], predictions: Sequence[Record]) -> list[Score] | None:
    """F1 at the threshold that ships and at the best one; None where no answers are given."""
    if not records or any("match" not in record for record in records):
        return None
    scores = [prediction["score"] for prediction in predictions]
    labels = [record["match"] for record in records]
    best = max(f1_at(scores, labels, threshold) for threshold in set(scores))
    return [Score("F1", round(f1_at(scores, labels, JOINS), 1)), Score("F1 best", round(best, 1))]


def measure(run: Run) -> Iterator[Score]:
    """The scores of both files."""
    everything = []
    for name, file in FILES.items():
        records = [json.loads(line) for line in Path(run.gold / file).read_text(encoding="utf-8").splitlines()]
        everything += records
        predictions = list(predict(records))
        for score in judge(records, predictions) or ():
            yield Score(f"{name}{score.measure.removeprefix('F1')}", score.value)
    matcher_for.cache_clear()
    matcher = matcher_for("en")
    start = time.process_time()
    for record in everything:
        matcher.score(record["a"], record["b"])
    yield Score("us a pair", round(1e6 * (time.process_time() - start) / max(len(everything), 1), 1), less=True)


TASK: Final = Task("names", "actors", measure, needs=tuple(FILES.values()), predict=predict, judge=judge)
