"""The sets in tests/gold that score_sets.py scores, and lines of JSON."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

from benchmarks.task import PROJECT, Record

GOLD = PROJECT / "tests" / "gold"


def read_lines(path: Path) -> list[Record]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def gold_of(name: str, *, blind: bool = False) -> list[Record]:
    """The cases of a set: two thirds, or the blind one."""
    return read_lines((GOLD / "blind" if blind else GOLD) / name / f"{name}.jsonl")


def scorer() -> ModuleType:
    """tests/gold/score_sets.py, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("score_sets", GOLD / "score_sets.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
