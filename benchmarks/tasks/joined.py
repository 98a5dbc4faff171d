"""Who is who over several reports: twelve small cases whose actors were joined by hand (tests/gold/joined).

The reports of a case are read, and their entities joined as a case joins them. A mention of the program is the gold's
where they overlap best, one to one; mentions that the gold does not have are left aside.

    B3                     over the gold's mentions: how much of its actor stands with each (recall, over all of them),
                           and how much of what stands with it is its actor's (precision, over those that were found)
    over reports           the same recall and precision counted between reports alone: how many pairs of mentions of
                           two reports are one actor's, F1
    named people merged    pairs of persons with a name of their own in one identity; each is told on standard error

The texts lie in the folder of gold, under news; those that are not there are an error.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from benchmarks import feed, joined_gold
from benchmarks.task import Record, Run, Score, Task
from benchmarks.tasks.actors import Said, joined, matched
from sayso.errors import SaysoError

STEPS: Final = ("relations",)  # what a case's actors are made of
Item = tuple[str, int, int, int]  # case, report, start and end of a mention of the gold


def found_for(case: Record, given: Mapping[str, Sequence[Said]], held: Mapping[str, str]) -> dict[Item, str]:
    """The gold's mentions that were found, each with the identity that it stands in."""
    out: dict[Item, str] = {}
    for at, report in enumerate(case["reports"]):
        gold = [
            Said(start, end, held[report["id"]][start:end], str(number))
            for number, actor in enumerate(case["actors"])
            for where, start, end in actor["mentions"]
            if where == at
        ]
        own = given.get(report["id"], ())
        for i, j in matched(own, gold).items():
            out[case["id"], at, gold[j].start, gold[j].end] = own[i].entity
    return out


def owners(case: Record) -> dict[Item, str]:
    """The gold's mentions, each with its actor."""
    return {
        (case["id"], where, start, end): f"{case['id']} {number}"
        for number, actor in enumerate(case["actors"])
        for where, start, end in actor["mentions"]
    }


def b3(gold: Mapping[Item, str], found: Mapping[Item, str]) -> tuple[float, float, float]:
    """F1, precision and recall of B3 over the gold's mentions, in per cent.

    >>> gold = {("c", 0, 0, 1): "a", ("c", 1, 0, 1): "a", ("c", 1, 5, 6): "b"}
    >>> b3(gold, gold)
    (100.0, 100.0, 100.0)
    >>> b3(gold, {item: "x" for item in gold})[1:]
    (55.6, 100.0)
    """
    actor, identity = _groups(gold), _groups(found)
    recall = precision = 0.0
    for item, whose in gold.items():
        same = identity[found[item]] if item in found else {item}
        right = len(same & actor[whose])
        recall += right / len(actor[whose])
        precision += right / len(same) if item in found else 0.0
    precision, recall = precision / max(len(found), 1), recall / max(len(gold), 1)
    return (_f1(precision, recall), round(100 * precision, 1), round(100 * recall, 1))


def between_reports(gold: Mapping[Item, str], found: Mapping[Item, str]) -> float:
    """F1, in per cent, of the pairs of mentions of two reports that are one actor's."""
    true, told = (set(_pairs(_groups(held))) for held in (gold, found))
    right = len(true & told)
    return _f1(right / max(len(told), 1), right / max(len(true), 1))


def _groups(held: Mapping[Item, str]) -> dict[str, set[Item]]:
    groups: dict[str, set[Item]] = defaultdict(set)
    for item, group in held.items():
        groups[group].add(item)
    return groups


def _pairs(groups: Mapping[str, set[Item]]) -> Iterator[tuple[Item, Item]]:
    for group in groups.values():
        yield from (pair for pair in itertools.combinations(sorted(group), 2) if pair[0][1] != pair[1][1])


def _f1(precision: float, recall: float) -> float:
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


def merged(case: Record, found: Mapping[Item, str]) -> list[tuple[str, str]]:
    """Named persons of the gold of whom mentions stand in one identity, in pairs."""
    held: dict[str, set[str]] = defaultdict(set)
    for actor in case["actors"]:
        if actor["name"] and actor["schema"] == "Person":
            for where, start, end in actor["mentions"]:
                identity = found.get((case["id"], where, start, end))
                if identity is not None:
                    held[identity].add(actor["name"])
    return sorted({pair for names in held.values() for pair in itertools.combinations(sorted(names), 2)})


def part_scores(cases: Sequence[Record], held: Mapping[str, str], run: Run, part: str) -> Iterator[Score]:
    """The scores of a part of the gold.

    held   text of each report by its id
    part   what the names of the measures begin with
    """
    read = feed.readings(({"id": id_, "text": text} for id_, text in held.items()), only=STEPS, language="en")
    for id_, reading in read.items():
        if reading.report.text != held[id_]:
            raise SaysoError(f"{id_} was read as another text")
    ids = {reading.report.id: id_ for id_, reading in read.items()}
    gold: dict[Item, str] = {}
    found: dict[Item, str] = {}
    wrong: list[tuple[str, str]] = []
    for case in cases:
        own_readings = [read[report["id"]] for report in case["reports"] if report["id"] in read]
        given = {ids[id_]: mentions for id_, mentions in joined(own_readings).items()}
        own = found_for(case, given, held)
        wrong += merged(case, own)
        gold |= owners(case)
        found |= {item: f"{case['id']} {identity}" for item, identity in own.items()}
    for one, other in wrong:
        run.say(f"{part}joined: {one!r} and {other!r} are in one identity")
    f1, precision, recall = b3(gold, found)
    yield Score(f"{part}B3 F", f1)
    yield Score(f"{part}B3 precision", precision)
    yield Score(f"{part}B3 recall", recall)
    yield Score(f"{part}over reports", between_reports(gold, found))
    yield Score(f"{part}named people merged", float(len(wrong)), less=True)


def measure(run: Run) -> Iterator[Score]:
    """The scores of the open part; of the blind third too where it is asked for."""
    for blind in (False, True) if run.blind else (False,):
        cases = joined_gold.load(blind=blind)
        held = joined_gold.texts(cases, run.folder / "news") if run.folder else {}
        for case in cases:
            absent = next((report["id"] for report in case["reports"] if report["id"] not in held), None)
            if absent is not None:
                raise SaysoError(f"the text of {absent} is not there; name its folder with --gold DIR")
            for fault in joined_gold.faults(case, held):
                raise SaysoError(f"{case['id']}: {fault}")
        yield from part_scores(cases, held, run, "blind " if blind else "")


TASK: Final = Task("joined", "tests/gold/joined", measure, own=True, asked=True, needs=("joined.jsonl",))
