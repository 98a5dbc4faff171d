"""Factuality: whether each event happened, on our own gold and on UDS.

macro   of our own gold's triggers, the mean F1 of done, not_yet and denied (tests/gold/score_sets.py)
NEG F1  of UDS's predicates, F1 of "did not happen", by the score; "by state" takes everything but done for it, since
        UDS calls plans that too

Triggers are given in both.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks.plover import f_score
from benchmarks.task import PROJECT, Record, Run, Score, Task
from benchmarks.tasks.events import parse
from sayso.extract.factuality import FILE, HAPPENED, Judge, happened
from sayso.lang import load_language
from sayso.nlp.linear import load_linear
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree

OWN: Final = PROJECT / "tests" / "gold" / "factuality" / "factuality.jsonl"
BLIND: Final = PROJECT / "tests" / "gold" / "blind" / "factuality" / "factuality.jsonl"
KEPT: Final = ("macro", "done", "not_yet", "denied", "hypothetical", "unknown", "state", "factuality", "because")


def scorer() -> ModuleType:
    """tests/gold/score_sets.py, which is no part of a package."""
    path = PROJECT / "tests" / "gold" / "score_sets.py"
    spec = importlib.util.spec_from_file_location("score_sets", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[Record]:
    """The records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def chief_token(tree: Tree, start: int, end: int) -> int | None:
    """Of the tokens in a stretch of text the one that the others hang on."""
    inside = [i for i in range(len(tree)) if tree.start[i] < end and start < tree.end[i]]
    return min(inside, key=lambda i: (tree.head[i] in inside and tree.head[i] != i, i)) if inside else None


def answers(line: Record, tree: Tree) -> Record:
    """A line of our own gold with what sayso says of its triggers."""
    judge = Judge(tree, load_language("en").factuality)
    events: list[dict[str, Any]] = []
    for event in line["events"]:
        token = chief_token(tree, event["start"], event["end"])
        if token is None:
            continue
        view = judge.view(token)
        because = [{"start": tree.start[i], "end": tree.end[i]} for i in view.because]
        events.append(
            {"start": event["start"], "end": event["end"], "factuality": view.value, "state": view.state}
            | {"because": because}
        )
    return {"id": line["id"], "events": events}


def measure_own(path: Path = OWN) -> dict[str, float]:
    """The scores of our own gold, or of its blind third."""
    lines = read_lines(path)
    nlp = load_parser(load_language("en").parser)
    docs = nlp.pipe(line["text"] for line in lines)
    predicted = [answers(line, Tree(doc)) for line, doc in zip(lines, docs, strict=True)]
    found = scorer().score_factuality(lines, predicted)
    return {name: found[name] for name in KEPT}


def measure_uds(path: Path) -> dict[str, float]:
    """F1 of "did not happen" by score and by state, and accuracy by score, on a file of UDS predicates."""
    rows = read_lines(path)
    tokens = {row["id"]: row["tokens"] for row in rows}
    language = load_language("en")
    judges = dict(zip(tokens, (Judge(Tree(doc), language.factuality) for doc in parse(tokens.values())), strict=True))
    gold = [row["factual"] <= 0 for row in rows]
    model = load_linear(language.model, FILE)
    by_state = [judges[row["id"]].view(row["pred"]).state != "done" for row in rows]
    scores = [happened(judges[row["id"]].tree, judges[row["id"]], [row["pred"]], model)[0] for row in rows]
    by_score = [score < HAPPENED for score in scores]
    out = {}
    for name, made in (("NEG F1", by_score), ("NEG F1 by state", by_state)):
        hits = sum(a and b for a, b in zip(gold, made, strict=True))
        out[name] = f_score(hits, sum(made), sum(gold))
    out["accuracy"] = 100 * sum(a == b for a, b in zip(gold, by_score, strict=True)) / len(rows)
    return out


def measure(folder: Path, own: Sequence[Path] = (OWN,)) -> dict[str, float]:
    """Every measure, in per cent.

    folder   holds uds_factuality_ewt_dev.jsonl
    own      files of our own gold
    """
    out: dict[str, float] = {}
    for path in own:
        name = "blind" if path == BLIND else "own"
        out |= {f"{name} {key}": value for key, value in measure_own(path).items()}
    return out | {f"UDS {key}": v for key, v in measure_uds(folder / "uds_factuality_ewt_dev.jsonl").items()}


def scores(run: Run) -> Iterator[Score]:
    """The same as lines of the table."""
    for name, value in measure(run.gold, (OWN, BLIND) if run.blind else (OWN,)).items():
        yield Score(name, round(value, 1))


TASK: Final = Task("factuality", "events", scores, needs=("uds_factuality_ewt_dev.jsonl",))
