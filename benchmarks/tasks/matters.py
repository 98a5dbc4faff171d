"""Matters: two short reports of each, read and laid side by side: which sentences tell of one thing, and on what do
they conflict?

Gold: tests/gold/matters, said in other words for the most part.

    same F, precision, recall       of pairs of sentences that stand in one account
    conflicts F, precision          of pairs of sentences with a tie that conflicts on what the gold says
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks import feed
from benchmarks.case_parts import Figure
from benchmarks.gold_sets import gold_of
from benchmarks.task import Record, Run, Score, Task
from sayso.case import open_case
from sayso.values.reading import Reading

Pair = tuple[int, int]
HALF: Final = 0.5


def told_in(matter: Record, readings: Sequence[Reading]) -> tuple[set[Pair], set[tuple[Pair, str]]]:
    """The pairs of sentences of one account, and those that conflict, with what on."""
    with open_case(":memory:", create=True) as case:
        for reading in readings:
            case.add(reading)
        found = list(case.accounts())
    sides = {
        reading.report.id: report["sentences"] for reading, report in zip(readings, matter["reports"], strict=True)
    }
    one, other = (reading.report.id for reading in readings)

    def sentence(report: str, start: int, end: int) -> int:
        shared = [min(end, last) - max(start, first) for first, last in sides[report]]
        return max(range(len(shared)), key=shared.__getitem__)

    same: set[Pair] = set()
    conflicts: set[tuple[Pair, str]] = set()
    for account in found:
        held = [(claim.report.id, sentence(claim.report.id, claim.start, claim.end)) for claim in account.claims]
        same |= {(i, j) for a, i in held for b, j in held if (a, b) == (one, other)}
        for tie in account.ties:
            places = {span.report: sentence(span.report, span.start, span.end) for span in tie.spans}
            if tie.tie == "conflicts" and len(places) == 2:
                conflicts.add(((places[one], places[other]), tie.on))
    return same, conflicts


def figures(gold: Sequence[Record], told: Sequence[tuple[set[Pair], set[tuple[Pair, str]]]]) -> dict[str, Figure]:
    """The two figures over all matters."""
    same, conflicts = Figure(found=0), Figure(found=0)
    for matter, (pairs, against) in zip(gold, told, strict=True):
        wanted = {(i, j) for i, j in matter["same"]}
        clash = {((one["sentences"][0], one["sentences"][1]), one["on"]) for one in matter["conflicts"]}
        for figure, want, got in ((same, wanted, pairs), (conflicts, clash, against)):
            figure.right += len(want & got)
            figure.found = (figure.found or 0) + len(got)
            figure.gold += len(want)
    return {"same": same, "conflicts": conflicts}


def measure(run: Run) -> Iterator[Score]:
    """The scores of the open matters; with --blind of the others too."""
    for blind in (False, True) if run.blind else (False,):
        gold = gold_of("matters", blind=blind)
        readings = feed.readings([report for matter in gold for report in matter["reports"]])
        told = [told_in(matter, [readings[report["id"]] for report in matter["reports"]]) for matter in gold]
        for name, figure in figures(gold, told).items():
            head = f"blind {name}" if blind else name
            yield Score(f"{head} F", round(100 * (figure.f1 or 0.0), 1))
            yield Score(f"{head} precision", round(100 * (figure.precision or 0.0), 1))
            yield Score(f"{head} recall", round(100 * (figure.recall or 0.0), 1))


TASK: Final = Task("matters", "tests/gold/matters", measure, own=True)
