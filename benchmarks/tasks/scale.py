"""Copies among thousands of articles that a program made with known copies: what is found, and what is not one.

The articles are those of make_scale.py (seed 1, a fifth of them copies), 10,000 of them; 2,000 with --quick. A pair is
a copy where the shared text covers at least REPEATS of the shorter one (sayso.values.copies). A found pair is right if
both come from one original; two copies of it are a pair too. Recall is of the pairs of a copy and its original.

    KIND        recall of verbatim, wire, trimmed, edited, extended and updated copies
    precision   of all pairs found
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Final

from benchmarks.task import Run, Score, Task
from sayso.compare.copies import WORDS_KEPT, find_copies, fingerprint_of
from sayso.text.shared import words_of
from sayso.values.report import Report

ARTICLES: Final = 10_000
QUICK: Final = 2_000
SEED: Final = 1
SHARE: Final = 0.2  # of all articles that are copies
WINDOW: Final = 5_000  # a copy is made from an original at most so many articles back


def maker(path: Path) -> ModuleType:
    """make_scale.py, which is a program and no package."""
    spec = importlib.util.spec_from_file_location("make_scale", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(run: Run) -> Iterator[Score]:
    """Recall by kind and precision, in per cent."""
    made = maker(run.gold / "make_scale.py")
    docs = made.load(str(run.gold))
    texts: dict[str, str] = {}
    prints = {}
    origin: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for number in range(QUICK if run.quick else ARTICLES):
        article, truth = made.make(docs, SEED, number, SHARE, WINDOW)
        name = article["id"]
        texts[name] = article["text"]
        report = Report.of(article["text"], outlet=article["outlet"], published=article["date"])
        prints[name] = fingerprint_of(report)
        origin[name] = truth["copy_of"] if truth else name
        if truth:
            kinds[name] = truth["kind"]
    words = lru_cache(maxsize=WORDS_KEPT)(lambda name: words_of(texts[name]))  # as the step of a case does
    found = {frozenset((copy.a, copy.b)) for copy in find_copies(prints, words) if copy.repeats}
    wanted: Counter[str] = Counter(kinds.values())
    right = Counter(kind for name, kind in kinds.items() if frozenset((name, origin[name])) in found)
    for kind in sorted(wanted):
        yield Score(kind, round(100 * right[kind] / wanted[kind], 1))
    true = sum(len({origin[name] for name in pair}) == 1 for pair in found)
    yield Score("precision", round(100 * true / len(found), 1) if found else 0.0)


TASK: Final = Task(
    "scale",
    "news",
    measure,
    asked=True,
    needs=(
        "make_scale.py",
        "wikinews/wikinews-2019-2020.jsonl",
        "tehrantimes/tt-a.jsonl.gz",
        "tehrantimes/tt-b.jsonl.gz",
    ),
)
