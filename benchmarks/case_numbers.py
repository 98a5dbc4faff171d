"""The numbers of a case: which mentions of numbers the output tells to count the same thing.

Over pairs of the gold's mentions. `numbers` is F of the pairs that stand in one figure of the output, against those
that stand in one group of the gold; `numbers conflicts` is the recall of those pairs with two values, of groups that
the gold says conflict or were updated.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from benchmarks.case_parts import Figure, overlap
from benchmarks.task import Record, Score

MOVED = ("conflict", "update")


def number_scores(gold: Sequence[Record], given: Sequence[Record]) -> list[Score]:
    """The figures in per cent; nothing where the gold has no numbers.

    gold    [{"id", "status", "values": [{"report", "span", "value"}]}]
    given   [{"members": [{"report", "span"}]}]
    """
    mentions = [(group["id"], group["status"], value) for group in gold for value in group["values"]]
    pairs = list(itertools.combinations(range(len(mentions)), 2))
    wanted = {(i, j) for i, j in pairs if mentions[i][0] == mentions[j][0]}
    if not wanted:
        return []
    moved = {
        (i, j) for i, j in wanted
        if mentions[i][1].startswith(MOVED) and mentions[i][2]["value"] != mentions[j][2]["value"]
    }  # fmt: skip
    found: set[tuple[int, int]] = set()
    for one in given:
        held = [i for i, (_, _, value) in enumerate(mentions) if any(_is(value, member) for member in one["members"])]
        found |= set(itertools.combinations(held, 2))
    all_pairs = Figure(len(found & wanted), len(found), len(wanted))
    conflicts = Figure(len(found & moved), None, len(moved))
    kinds = {
        "numbers F": all_pairs.f1, "numbers precision": all_pairs.precision, "numbers recall": all_pairs.recall,
        "numbers conflicts recall": conflicts.recall,
    }  # fmt: skip
    return [Score(name, round(100 * (value or 0.0), 1)) for name, value in kinds.items()]


def _is(value: Record, member: Record) -> bool:
    return bool(value["report"] == member["report"] and overlap([value["span"]], [member["span"]]))
