"""Attributions by the form they take in a sentence: the share of cases that pass, by group.

Gold, rules and scorer are in tests/gold.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks import feed
from benchmarks.case_output import ReadingLines
from benchmarks.task import PROJECT, Record, Run, Score, Task
from sayso.values.json import reading_dict

STEPS: Final = ("attributions", "entities", "claims")


def gold_module(name: str) -> ModuleType:
    """A module of tests/gold, which is no package."""
    path = PROJECT / "tests" / "gold" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(folder: Path) -> list[Record]:
    """The cases of a folder of JSON Lines, in order of its files."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.jsonl")))
    return [json.loads(line) for text in texts for line in text.split("\n") if line]


def answers_of(reading: Record) -> list[Record]:
    """The attributions of a Reading in the scorer's form; `continues` is the index of another one.

    reading   as `annotate` prints it
    """
    lines = ReadingLines(reading)
    held = reading.get("attributions", [])
    number = {one["id"]: i for i, one in enumerate(held)}
    out = []
    for one in held:
        answer = lines.attribution(one) | {"manner": one["manner"], "speakers": lines.named(one.get("speakers", ()))}
        if "continues" in one:
            answer["continues"] = number[one["continues"]]
        out.append(answer)
    return out


def scores_of(result: Record, name: str = "") -> list[Score]:
    """A result of the scorer as numbers of the table, in per cent; a rate of nothing is left out."""
    rates: dict[str, Any] = {"all": result["all"]["rate"]}
    rates |= {f"right {what}": result[what]["rate"] for what in ("speaker", "manner", "chain")}
    rates |= {group: held["rate"] for group, held in result["groups"].items()}
    return [Score(name + measure, rate) for measure, rate in rates.items() if rate is not None]


def measure(run: Run) -> list[Score]:
    """Read each case as `sayso annotate` reads a report; of the blind third, if asked for, only the sums are told."""
    judge = gold_module("score_forms")
    scores: list[Score] = []
    for blind in (False, True) if run.blind else (False,):
        cases = load(run.gold.parent / "blind" / "forms" if blind else run.gold)
        readings = feed.readings(({"id": case["id"], "text": case["text"]} for case in cases), only=STEPS)
        answers = {key: answers_of(reading_dict(reading)) for key, reading in readings.items()}
        found = scores_of(judge.score(cases, answers), "blind " if blind else "")
        scores += found[:4] if blind else found
    return scores


TASK: Final = Task("forms", "tests/gold/forms", measure, own=True)
