"""Train the linear models of events: which words tell one, and whether readers say it happened.

    python training/events/train.py DATA OUT

DATA   a folder with events/ecbplus_topics1-35.jsonl and events/uds_factuality_ewt_train.jsonl
OUT    the folder that gets event-triggers.tsv and event-happened.tsv (models/sayso_en/src/sayso_en/data)

Needs scikit-learn, which running does not. Nothing is drawn at random; the same data give the same files. The parts of
an event are roles.py's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from benchmarks.tasks.events import ECB_DEV, plain_tokens
from sayso.extract.events import TRIGGERS, trigger_candidates, trigger_features
from sayso.extract.factuality import FILE as HAPPENED
from sayso.extract.factuality import Judge, happened_features
from sayso.lang import load_language
from sayso.nlp.files import model_folder
from sayso.nlp.linear import BIAS
from sayso.nlp.tree import Tree

ENGLISH = load_language("en")
NLP = spacy.load(model_folder(ENGLISH.parser))


def parse(sentences: Iterable[Sequence[str]]) -> list[Tree]:
    """One tree a sentence of tokens."""
    docs = [Doc(NLP.vocab, *plain_tokens(tokens)) for tokens in sentences]
    return [Tree(doc) for doc in NLP.pipe(docs, batch_size=64)]


def fit(items: list[list[str]], labels: list[int], weights: list[float], *, least: int, strength: float) -> Any:
    """The names of the features seen at least so often, and a fitted model over them."""
    counts = Counter(name for item in items for name in set(item))
    names = sorted(name for name, count in counts.items() if count >= least)
    row = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for item in items:
        columns += [row[name] for name in set(item) if name in row]
        ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns), "float32"), columns, ends), (len(items), len(names)))
    model = LogisticRegression(C=strength, max_iter=300).fit(matrix, labels, sample_weight=weights)
    return names, model


def write(path: Path, classes: Sequence[str], names: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> None:
    """A model as text; features that weigh nothing are left out."""
    lines = ["\t".join(["class", *classes]), "\t".join([BIAS, *(str(round(100 * w)) for w in bias)])]
    for name, row in zip(names, weights, strict=True):
        if np.abs(row).max() >= 0.015:
            lines.append("\t".join([name, *(str(round(100 * weight)) for weight in row)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path, len(lines), "lines")


def train_triggers(data: Path, out: Path) -> None:
    """The validated sentences of the ECB+ topics that are not kept for measuring."""
    items: list[list[str]] = []
    labels: list[int] = []
    lines = (data / "events" / "ecbplus_topics1-35.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [report for report in map(json.loads, lines) if report["topic"] not in ECB_DEV]
    where = [(report, number) for report in reports for number in report["validated"]]
    for (report, number), tree in zip(where, parse(r["sents"][n] for r, n in where), strict=True):
        words = trigger_candidates(tree, ENGLISH.events.triggers)
        marked = set()
        for mention in report["mentions"]:
            if "ACTION" in mention["type"] and mention["sent"] == number:
                inside = [word for word in words if word in mention["toks"]]
                if inside:  # of "carried out an attack" the word that the others hang on
                    marked.add(min(inside, key=lambda w: (tree.head[w] in mention["toks"] and tree.head[w] != w, w)))
        items += [trigger_features(tree, word, ENGLISH.events) for word in words]
        labels += [int(word in marked) for word in words]
    names, model = fit(items, labels, [1.0] * len(labels), least=2, strength=1.0)
    write(out / TRIGGERS, ("event",), names, model.coef_.T, model.intercept_)


def train_happened(data: Path, out: Path) -> None:
    """The predicates of UDS train; what readers put at zero or below did not happen."""
    lines = (data / "events" / "uds_factuality_ewt_train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    tokens = {row["id"]: row["tokens"] for row in rows}
    judges = {name: Judge(tree, ENGLISH.factuality) for name, tree in zip(tokens, parse(tokens.values()), strict=True)}
    items = [happened_features(judges[row["id"]].tree, judges[row["id"]], row["pred"]) for row in rows]
    labels = [int(row["factual"] <= 0) for row in rows]
    names, model = fit(items, labels, [1.0] * len(labels), least=3, strength=0.2)
    write(out / HAPPENED, ("not",), names, model.coef_.T, model.intercept_)


def main(arguments: Sequence[str]) -> int:
    """The command of the docstring above."""
    if len(arguments) != 2:
        print("usage: train.py DATA OUT", file=sys.stderr)
        return 2
    data, out = map(Path, arguments)
    train_triggers(data, out)
    train_happened(data, out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
