"""Scores beside their floors, bars and peers, as lines of text; and what they fall below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.floors import Floor
from benchmarks.task import Score


@dataclass(slots=True)
class Result:
    """What came of one task: its scores and the digest of its gold, or why it was not measured.

    failed    the program cannot do it, as against gold that is not there
    crashed   by a bug, not by a part of the program that is missing
    """

    task: str
    scores: Sequence[Score] = ()
    digest: str = ""
    missing: str = ""
    own: bool = False
    failed: bool = False
    crashed: bool = False


def faults(results: Iterable[Result], floors: Mapping[str, Floor]) -> list[str]:
    """Every score below its floor, in words; also floors that were to be compared and could not.

    Own gold that has changed is a fault, since the floor then says nothing; other gold given by --gold is not. A task
    that the program can no longer do is a fault where it has a floor; a crash always is.
    """
    out = []
    for result in results:
        if result.crashed:
            out.append(f"{result.task}: {result.missing}")
        for name, floor in sorted(floors.items()):
            task, _, measure = name.partition(" ")
            if task != result.task or floor.floor is None:
                continue
            if result.failed:
                out.append(f"{name}: not measured, the floor is {floor.floor:g}")
            elif result.scores and result.own and floor.gold != result.digest:
                out.append(f"{name}: the gold is another than the floor's; measure it anew (--raise-floors)")
            for score in result.scores:
                if score.measure == measure and floor.gold == result.digest and not floor.holds(score.value):
                    side = "above" if floor.less else "below"
                    out.append(f"{name}: {score.value:g} is {side} the floor of {floor.floor:g}; see {floor.command}")
    return out


def lines(results: Iterable[Result], floors: Mapping[str, Floor]) -> list[str]:
    """The table: task, measure, value, floor, bar, then a column a peer; `!` marks a floor not held, `*` a bar met."""
    results = list(results)
    peers = list(dict.fromkeys(peer for r in results for score in r.scores for peer in score.peers))
    rows = [["task", "measure", "sayso", "floor", "bar", *peers]]
    for result in results:
        for score in result.scores:
            floor = floors.get(f"{result.task} {score.measure}")
            rows.append([result.task, score.measure, *_judged(score, floor, result.digest)])
            rows[-1] += [_number(score.peers.get(peer)) for peer in peers]
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    out = [
        "  ".join(cell.ljust(w) if n < 2 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, wide, strict=True)))
        for row in rows
    ]
    out.insert(1, "-" * len(out[0]))
    out += [f"not measured: {r.task}: {r.missing}" for r in results if r.missing]
    return [line.rstrip() for line in out]


def _judged(score: Score, floor: Floor | None, digest: str) -> list[str]:
    value = _number(score.value)
    if floor is None:
        return [value, "-", "-"]
    same = floor.floor is not None and floor.gold == digest
    if same and not floor.holds(score.value):
        value = "! " + value
    bar = _number(floor.bar)
    if floor.bar is not None and (score.value <= floor.bar if floor.less else score.value >= floor.bar):
        bar = "* " + bar
    held = _number(floor.floor) if same else "-" if floor.floor is None else "other gold"
    return [value, held, bar]


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}".removesuffix("0")
