"""Accounts: two statements of two reports, read and laid side by side: do their numbers agree, or conflict?

Gold: tests/gold/accounts, of which each pair is a case of two reports. What is scored is the tie that `sayso accounts`
makes of the two numbers that the gold marks; two that are in no tie are different. (`numbers` scores the comparison of
two numbers alone, without a reading.)

    LABEL, macro          F1 of each label, and their mean
    conflict precision    of the pairs that are told to conflict, those that do
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from benchmarks import feed
from benchmarks.gold_sets import gold_of
from benchmarks.task import Record, Run, Score, Task
from benchmarks.tasks.numbers import NEUTRAL, scores
from sayso.case import open_case
from sayso.values.reading import Reading
from sayso.values.tellings import Meeting, Sign, SignKind

OUTLETS: Final = {"a": "Ostrany Herald", "b": "Isles Broadcasting"}
LABEL_OF: Final[Mapping[SignKind, str]] = {
    "agrees": "agree", "compatible": "compatible", "beside": "compatible", "later": "compatible", "differs": "conflict",
}  # fmt: skip


def labels(pairs: Sequence[Record]) -> Iterator[str]:
    """The label of each pair, by the sign that its two marked numbers have in a case of these two reports."""
    records = [
        {"id": pair[side]["report"], "text": pair[side]["text"], "published": pair[side]["published"], "outlet": outlet}
        for pair in pairs
        for side, outlet in OUTLETS.items()
    ]
    readings = feed.readings(records)
    for pair in pairs:
        yield label_of(pair, [readings[pair[side]["report"]] for side in OUTLETS])


def label_of(pair: Record, readings: Sequence[Reading]) -> str:
    """How the two marked numbers stand to each other."""
    with open_case(":memory:", create=True) as case:
        for reading in readings:
            case.add(reading)
        met: dict[str, Meeting] = case.result("links")
    sides = {reading.report.id: pair[side] for side, reading in zip(OUTLETS, readings, strict=True)}
    for key, meeting in met.items():
        reports = key.split()
        for link in meeting.links if len(reports) == len(OUTLETS) else ():
            for sign in link.signs:
                if _marked(sign, [sides[report] for report in reports]):
                    return LABEL_OF[sign.kind]
    return NEUTRAL


def _marked(sign: Sign, sides: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a sign is between the numbers that are marked."""
    places = zip((sign.left, sign.right), sides, strict=True)
    return sign.on == "number" and all(start < side["end"] and side["start"] < end for (start, end), side in places)


def measure(run: Run) -> Iterator[Score]:
    """The scores of our own pairs."""
    pairs = gold_of("accounts")
    truth, said = [pair["label"] for pair in pairs], list(labels(pairs))
    yield from scores(truth, said)
    told = [real for real, label in zip(truth, said, strict=True) if label == "conflict"]
    yield Score("conflict precision", round(100 * told.count("conflict") / len(told), 1) if told else 0.0)


TASK: Final = Task("accounts", "tests/gold/accounts", measure, own=True)
