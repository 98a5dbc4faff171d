"""How relations of whole reports are scored against SEESAW's stances (Zhang, Beauchamp and Wang 2022).

A name stands for a gold one if, titles, articles and punctuation aside, the words of one are all among those of the
other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from benchmarks.task import Record

SMALL: Final = frozenset(
    "the a an of mr mrs ms president senator sen rep gov former secretary judge justice u s".split()
)
WORD: Final = re.compile(r"[^\W_]+")


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it; of a name of small words alone all of them.

    >>> sorted(name_words("The U.S. Senate")), sorted(name_words("the president"))
    (['senate'], ['president', 'the'])
    """
    found = WORD.findall(name.lower())
    return frozenset([word for word in found if word not in SMALL] or found)


def is_name(gold: str, names: Iterable[str]) -> bool:
    """Whether any of these names stands for the gold one."""
    wanted = name_words(gold)
    return any((held := name_words(name)) and (wanted <= held or held <= wanted) for name in names)


def paired(gold: Sequence[Record], found: Sequence[Record], fits: Callable[[Record, Record], bool]) -> int:
    """How many of the gold have a partner, one to one and in order."""
    free, right = list(found), 0
    for want in gold:
        hit = next((one for one in free if fits(want, one)), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return right


def seesaw_scores(reports: Sequence[Record], found: Mapping[str, Sequence[Record]]) -> dict[str, float]:
    """F1, precision and recall of TRIPLE, PAIR and TARGET in per cent; see `tasks/relations`.

    reports   with "id" and "stances"
    found     id -> relations {"start", "end", "holder": [names], "target": [names], "sign"}
    """
    counts: Counter[str] = Counter()
    for report in reports:
        gold, mine = report["stances"], list(found.get(report["id"], ()))
        named = [one for one in gold if one["holder"] and one["target"]]
        aimed = [one for one in gold if one["target"]]
        counts["TRIPLE right"] += paired(named, mine, lambda g, p: _aims(g, p) and is_name(g["holder"], p["holder"]))
        counts["TARGET right"] += paired(aimed, mine, _aims)
        counts["TRIPLE said"] += len(mine)
        counts["TARGET said"] += len(mine)
        counts["TRIPLE there"] += len(named)
        counts["TARGET there"] += len(aimed)
        _pairs(counts, named, mine)
    out = {}
    for name in ("TRIPLE", "PAIR", "TARGET"):
        right, said, there = (counts[f"{name} {part}"] for part in ("right", "said", "there"))
        out[f"{name} F1"] = round(200 * right / max(1, said + there), 1)
        out[f"{name} precision"] = round(100 * right / max(1, said), 1)
        out[f"{name} recall"] = round(100 * right / max(1, there), 1)
    return out


def _aims(gold: Record, one: Record) -> bool:
    inside = one["start"] < gold["end"] and gold["start"] < one["end"]
    return inside and gold["sign"] == one["sign"] and is_name(gold["target"], one["target"])


def _pairs(counts: Counter[str], named: Sequence[Record], mine: Sequence[Record]) -> None:
    sums: Counter[tuple[str, str]] = Counter()
    ours: Counter[tuple[str, str]] = Counter()
    for one in named:
        sums[one["holder"], one["target"]] += one["sign"]
    for one in mine:
        known = (key for key in sums if is_name(key[0], one["holder"]) and is_name(key[1], one["target"]))
        ours[next(known, (min(one["holder"]), min(one["target"])))] += one["sign"]
    there = {key: value for key, value in sums.items() if value}
    counts["PAIR there"] += len(there)
    counts["PAIR said"] += sum(bool(value) for value in ours.values())
    counts["PAIR right"] += sum(ours[key] * value > 0 for key, value in there.items())
