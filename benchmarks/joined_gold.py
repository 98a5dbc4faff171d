"""The gold of who is who over several reports (tests/gold/joined): its cases, and what must hold of them.

The gold holds no text, only where each report lies in the folder of news, the SHA-256 of its text, and offsets in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks import who_gold
from benchmarks.gold_sets import gold_of
from benchmarks.task import Record

SCHEMAS: Final = frozenset({"Person", "Organization", "PublicBody"})


def load(*, blind: bool = False) -> list[Record]:
    """The cases of the open part, or of the blind third."""
    return gold_of("joined", blind=blind)


def texts(cases: Sequence[Record], news: Path) -> dict[str, str]:
    """Id of a report -> its text, of those that the folder of news has."""
    return who_gold.texts([report for case in cases for report in case["reports"]], news)


def faults(case: Record, held: Mapping[str, str] | None = None) -> Iterator[str]:
    """What is wrong with a case of the gold, one line a fault.

    held   texts by the id of their report; without them only the form is looked at
    """
    owner: dict[tuple[int, int, int], int] = {}
    for number, actor in enumerate(case["actors"]):
        if actor["schema"] not in SCHEMAS:
            yield f"actor {number}: schema {actor['schema']!r}"
        if not actor["mentions"]:
            yield f"actor {number}: no mention"
        for report, start, end in actor["mentions"]:
            if not (0 <= report < len(case["reports"]) and 0 <= start < end):
                yield f"actor {number}: no mention: {report}, {start} to {end}"
            if owner.setdefault((report, start, end), number) != number:
                yield f"actors {owner[report, start, end]} and {number} share {start} to {end} of report {report}"
    for at, report in enumerate(case["reports"]) if held is not None else ():
        text = held.get(report["id"], "") if held is not None else ""
        if hashlib.sha256(text.encode()).hexdigest() != report["sha256"]:
            yield f"{report['id']}: another text than the one that was answered"
            continue
        for actor in case["actors"]:
            spans = [(start, end) for where, start, end in actor["mentions"] if where == at]
            for start, end in spans:
                if text[start:end] != text[start:end].strip() or end > len(text):
                    yield f"{report['id']}: {start} to {end} is no stretch of words"
