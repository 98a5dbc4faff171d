"""The sets in tests/gold that score_sets.py scores, and lines of JSON."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterator, Sequence
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


def is_blind(key: str) -> bool:
    """Whether what has this id belongs to the blind third."""
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % 3 == 0


def corpus_rows(records: Sequence[Record], news: Path) -> Iterator[tuple[Record, Record]]:
    """Each report of a gold without texts, with its row of the corpus; those that the folder lacks are left out.

    news   the folder that the `file` of a report lies in
    """
    wanted: dict[str, dict[str, Record]] = {}
    for record in records:
        wanted.setdefault(record["file"], {})[record["id"]] = record
    for name, held in wanted.items():
        path = news / name
        if not path.is_file():
            continue
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                key = row.get("id") or row.get("file")
                if key in held:
                    yield held[key], row


def scorer() -> ModuleType:
    """tests/gold/score_sets.py, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("score_sets", GOLD / "score_sets.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
