"""Copies: which pairs of reports of one topic share most of their text, or part of it.

Gold: pairs of ECB+ reports, labelled by aligning their words outside quotations. Pairs between partial and none are
left out. The label of a pair that is not found is independent.

    copy               F1 of copies
    copy and partial   F1 of both together
    words a second     in thousands, from the texts to the pairs, CPU of one core
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from benchmarks.gold_sets import read_lines
from benchmarks.task import Record, Run, Score, Task
from sayso.compare.copies import find_copies, fingerprint_of
from sayso.text.shared import words_of
from sayso.values.report import Report

FILES: Final = ("ecbplus_train_dev.jsonl", "wirecopy_pairs_dev.jsonl")
PUBLISHED: Final = re.compile(r"\d{4}-\d\d-\d\d(T[0-9:.+Z-]+)?")
GREY: Final = "grey"


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """The pairs of each topic that are copies, or partly so."""
    topics: dict[Any, dict[str, Record]] = {}
    for record in records:
        topics.setdefault(record.get("topic"), {})[str(record.get("id"))] = record
    for reports in topics.values():
        words = {name: words_of(str(record.get("text") or "")) for name, record in reports.items()}
        prints = {name: fingerprint_of(report_of(record), words[name]) for name, record in reports.items()}
        for copy in find_copies(prints, words.__getitem__):
            if copy.label != "passage":
                a, b = reports[copy.a]["id"], reports[copy.b]["id"]
                yield {"a": a, "b": b, "label": copy.label, "score": copy.score}


def report_of(record: Record) -> Report:
    """The report of a line; a date that is none is left out."""
    published = record.get("published")
    dated = isinstance(published, str) and PUBLISHED.fullmatch(published)
    return Report.of(
        str(record.get("text") or ""), outlet=record.get("outlet") or None, published=published if dated else None
    )


def scores(gold: Sequence[Mapping[str, Any]], found: Sequence[Record]) -> Iterator[Score]:
    """F1 of copies, and of copies and partial ones together."""
    labels = {frozenset((one["a"], one["b"])): one["label"] for one in found}
    pairs = [(one["label"], labels.get(frozenset((one["a"], one["b"])))) for one in gold if one["label"] != GREY]
    for name, wanted in (("copy", ("copy",)), ("copy and partial", ("copy", "partial"))):
        right = sum(truth in wanted and said in wanted for truth, said in pairs)
        total = sum((truth in wanted) + (said in wanted) for truth, said in pairs)
        yield Score(name, round(200 * right / total, 1) if total else 0.0)


def measure(run: Run) -> Iterator[Score]:
    """The scores of the development pairs."""
    records = read_lines(run.gold / FILES[0])
    words = sum(len(words_of(record["text"])) for record in records)
    start = time.process_time()
    found = list(predict(records))
    seconds = time.process_time() - start
    yield from scores([json.loads(line) for line in (run.gold / FILES[1]).open(encoding="utf-8")], found)
    yield Score("words a second, thousands", round(words / seconds / 1000))


TASK: Final = Task("copies", "crossdoc", measure, needs=FILES, predict=predict)
