"""Stance: how a sentence speaks of a person in it, on NewsMTSC's development part (Hamborg and Donnay 2021).

macro F1   mean F1 of against, neither and for; the network learned from the training part
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.task import Record, Run, Score, Task
from sayso.extract.relations import stance_towards
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors

FILE: Final = "newsmtsc-dev.jsonl"
POLARITIES: Final = (-1, 0, 1)
AT_ONCE: Final = 64


def polarity(record: Record, tree: Tree, vectors: WordVectors | None) -> int:
    """The likeliest polarity towards the target; 0 for one that cannot be judged."""
    span = record.get("target")
    if vectors is None or not isinstance(span, list) or len(span) != 2:
        return 0
    chances = stance_towards(tree, vectors, load_language("en"), (span[0], span[1]))
    return POLARITIES[chances.index(max(chances))]


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """A polarity for each sentence."""
    english = load_language("en")
    parser, tagger = load_parser(english.parser), load_tagger(english.model)
    for start in range(0, len(records), AT_ONCE):
        some = records[start : start + AT_ONCE]
        texts = [str(record.get("text") or "") for record in some]
        for record, tags, doc in zip(some, tagger.tag(texts), parser.pipe(texts), strict=True):
            tree = Tree(doc, tags, english.parsing)
            yield {"id": record.get("id"), "polarity": polarity(record, tree, WordVectors.of(tree, tags))}


def judge(records: Sequence[Record], predictions: Sequence[Record]) -> list[Score] | None:
    """Macro F1 and accuracy; None where no answers are given."""
    if not records or any("polarity" not in record for record in records):
        return None
    gold, found = ([one["polarity"] for one in several] for several in (records, predictions))
    f1 = []
    for kind in POLARITIES:
        right = sum(a == b == kind for a, b in zip(gold, found, strict=True))
        f1.append(200 * right / max(1, gold.count(kind) + found.count(kind)))
    accuracy = 100 * sum(a == b for a, b in zip(gold, found, strict=True)) / len(gold)
    return [Score("macro F1", round(sum(f1) / len(f1), 1)), Score("accuracy", round(accuracy, 1))]


def measure(run: Run) -> Iterator[Score]:
    """The scores on the file."""
    records = [json.loads(line) for line in (run.gold / FILE).read_text(encoding="utf-8").split("\n") if line.strip()]
    yield from judge(records, list(predict(records))) or ()


TASK: Final = Task("stance", "labels", measure, needs=(FILE,), predict=predict, judge=judge)
