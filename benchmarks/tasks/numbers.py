"""Numbers: two numbers of two reports on one matter agree, are compatible, conflict, or count different things.

Gold: number pairs of ECB+ (90 of 152 agree), and tests/gold/accounts. The weights were fitted with both; the honest
figures are those of training/numbers/README.md, on topics left out.

    SET LABEL, SET macro   F1 of each label, and their mean
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from benchmarks.gold_sets import gold_of, read_lines
from benchmarks.task import Record, Run, Score, Task
from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.match.numbers import tie_of
from sayso.values.findings import Quantity
from sayso.values.numbers import NumberInText
from sayso.values.report import Report

REPORTS: Final = "ecbplus_train_dev.jsonl"
PAIRS: Final = "number_pairs_dev.jsonl"
LABELS: Final = ("agree", "compatible", "conflict", "different")
NEUTRAL: Final = "different"


@lru_cache(maxsize=1024)
def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, by the steps that a reading takes."""
    report = Report.of(text)
    return find_quantities(report, find_times(report))


def number_of(side: Mapping[str, Any]) -> NumberInText:
    """The number of one side of a pair, with the quantity that overlaps it most. KeyError or TypeError for no side."""
    text, start, end = str(side["text"]), int(side["start"]), int(side["end"])
    shared = [(min(q.span.end, end) - max(q.span.start, start), -q.span.start, q) for q in quantities_of(text)]
    best = max(shared, key=lambda one: one[:2], default=None)
    quantity = best[2] if best is not None and best[0] > 0 else None
    return NumberInText(text, start, end, quantity, side.get("published") or None)


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """The label of each pair; "different" for one that cannot be judged."""
    for record in records:
        try:
            label = str(tie_of(number_of(record["a"]), number_of(record["b"])).label)
        except (KeyError, TypeError, ValueError):
            label = NEUTRAL
        yield {"pair": record.get("pair"), "label": label}


def scores(truth: Sequence[str], said: Sequence[str]) -> list[Score]:
    """F1 of each label and their mean, in per cent."""
    found = []
    for label in LABELS:
        right = sum(a == b == label for a, b in zip(truth, said, strict=True))
        total = sum((a == label) + (b == label) for a, b in zip(truth, said, strict=True))
        found.append(200 * right / total if total else 0.0)
    return [
        Score(name, round(value, 1)) for name, value in zip((*LABELS, "macro"), (*found, sum(found) / 4), strict=True)
    ]


def judge(records: Sequence[Record], predictions: Sequence[Record]) -> list[Score] | None:
    """The scores; None where no answers are given."""
    if not records or any("label" not in record for record in records):
        return None
    return scores([record["label"] for record in records], [prediction["label"] for prediction in predictions])


def measure(run: Run) -> Iterator[Score]:
    """The scores of the development pairs, and of our own."""
    texts = {record["id"]: record["text"] for record in read_lines(run.gold / REPORTS)}
    pairs = read_lines(run.gold / PAIRS)
    for pair in pairs:
        for side in (pair["a"], pair["b"]):
            side["text"] = texts[side["doc"]]
    for name, records in (("ECB+", pairs), ("own", gold_of("accounts"))):
        for score in judge(records, list(predict(records))) or ():
            yield Score(f"{name} {score.measure}", score.value)


TASK: Final = Task("numbers", "crossdoc", measure, needs=(REPORTS, PAIRS), predict=predict, judge=judge)
