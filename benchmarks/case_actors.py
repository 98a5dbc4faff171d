"""The actors of a case: which of the gold's names stand in one actor of the output, by B3.

An item is a name of a gold actor that stands in the reports and is no other actor's. Of each item in turn: the share of
its actor's items that stand with it (recall), and of the items that stand with it those of its actor (precision, over
items that stand anywhere). `wrongly merged` are the pairs of actors that share one of the output.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.case_parts import plain_name
from benchmarks.task import Record, Score


def actor_scores(gold: Sequence[Record], texts: Mapping[str, str], given: Iterable[Record]) -> list[Score]:
    """B3 in per cent, and how many pairs are wrongly merged; nothing where the gold or the output has no actors.

    gold    [{"id", "name", "names"}]
    given   [{"name", "names"}]
    """
    text = plain_name(" ".join(texts.values()))
    names = {(one["id"], plain_name(name)) for one in gold for name in one["names"]}
    owners = Counter(name for _, name in names)
    items = sorted((actor, name) for actor, name in names if owners[name] == 1 and name and name in text)
    where: dict[str, int] = {}
    merged = set()
    for number, one in enumerate(given):
        forms = {plain_name(name) for name in (one.get("name", ""), *one.get("names", ()))}
        for form in forms:
            where.setdefault(form, number)
        merged |= set(itertools.combinations(sorted({actor for actor, name in items if name in forms}), 2))
    found = [(actor, name) for actor, name in items if name in where]
    if not found:
        return []
    precision = recall = 0.0
    for actor, name in items:
        mine = {other for owner, other in items if owner == actor}
        same = {other for _, other in found if where[other] == where[name]} if name in where else {name}
        recall += len(mine & same) / len(mine)
        precision += len(mine & same) / len(same) if name in where else 0.0
    precision, recall = precision / len(found), recall / len(items)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    shares = {"actors B3 F": f1, "actors B3 precision": precision, "actors B3 recall": recall}
    scores = [Score(name, round(100 * value, 1)) for name, value in shares.items()]
    return [*scores, Score("actors wrongly merged", float(len(merged)), less=True)]
