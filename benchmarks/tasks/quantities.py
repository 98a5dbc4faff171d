"""Quantities: gold of our own, and the number mentions of pairs of reports on one event (ECB+).

    right, precision, role, unit   by tests/gold/score_sets.py; right is value, bounds and counted noun at once

Of the number mentions only the words are known, so what they say is read here anew, in the plainest way: digits with
their scale, or one number word. Mentions cut out of a number ("000 people", of "120, 000 people") are left out, and so
are lengths inside a date ("two years ago"), which are times.

    mentions found   overlapped by a quantity
    mentions right   the same value, and what the gold names (people, villages, years, money) is its noun or its unit
    agree            pairs that the gold says agree: both found, with the same value
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.gold_sets import gold_of, read_lines, scorer
from benchmarks.task import Record, Run, Score, Task
from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.values.findings import Quantity
from sayso.values.json import plain
from sayso.values.report import Report

REPORTS: Final = "ecbplus_train_dev.jsonl"
PAIRS: Final = "number_pairs_dev.jsonl"
WORDS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
# What the gold names -> beginnings of nouns or units that are the same; by default its own name in the singular.
SAME: Final = {
    "people": ("people", "victim", "person", "dead", "other"),
    "injured": ("wounded", "injured", "people"),
    "money": ("usd", "eur", "gbp"),
    "million": ("",),
    "feet": ("foot", "feet"),
    "women": ("women",),
    "men": ("men",),
}


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, by the steps that a reading takes."""
    report = Report.of(text)
    return find_quantities(report, find_times(report))


def plainly(words: str) -> float | None:
    """What a mention says, read in the plainest way; None where that finds nothing.

    >>> plainly("more than $2. 6 million"), plainly(" eight-year offer"), plainly(" 000 people")
    (2600000.0, 8.0, None)
    """
    digits = re.search(r"[0-9]+(?:,[0-9]{3})*(?:\. ?[0-9]+)?", words)
    if digits and digits.group() != "000":
        value = float(digits.group().replace(",", "").replace(" ", ""))
    else:
        named = re.search(rf"\b(?:{'|'.join(WORDS)})\b", words.lower())
        if digits or named is None:
            return None
        value = float(WORDS.index(named.group()))
    scale = re.search(rf"\b(?:{'|'.join(SCALES)})\b", words.lower())
    return value * SCALES[scale.group()] if scale else value


def overlapping(found: tuple[Quantity, ...], mention: Record) -> Quantity | None:
    """The quantity that shares most characters with a mention."""
    shared = [(min(q.span.end, mention["end"]) - max(q.span.start, mention["start"]), -n) for n, q in enumerate(found)]
    best = max(shared, default=(0, 0))
    return found[-best[1]] if best[0] > 0 else None


def says_unit(quantity: Quantity, unit: str) -> bool:
    """Whether a quantity's noun or unit is what the gold names."""
    said = f"{quantity.counts.text if quantity.counts else ''} {quantity.unit or ''} {quantity.role}".lower()
    return any(word in said for word in SAME.get(unit, (unit.rstrip("s"),)))


def score_mentions(texts: dict[str, str], pairs: list[Record]) -> dict[str, float]:
    """found, right and agree, in per cent.

    texts   report -> its text
    pairs   pairs of mentions, as the scorer of numbers in reports reads them
    """
    read = {name: quantities_of(texts[name]) for pair in pairs for name in (pair["a"]["doc"], pair["b"]["doc"])}
    seen: set[tuple[str, int, int]] = set()
    tally = dict.fromkeys(("mentions", "found", "right", "agreeing", "agree"), 0)
    for pair in pairs:
        both = []
        for mention in (pair["a"], pair["b"]):
            start, end = mention["start"], mention["end"]
            text = texts[mention["doc"]]
            wanted = plainly(text[start:end])
            dated = re.search(r"\b(?:ago|later)\b", text[start : end + 6])
            if wanted is None or dated:
                continue
            quantity = overlapping(read[mention["doc"]], mention)
            both.append(quantity)
            if (mention["doc"], start, end) in seen:
                continue
            seen.add((mention["doc"], start, end))
            tally["mentions"] += 1
            tally["found"] += quantity is not None
            tally["right"] += quantity is not None and quantity.value == wanted and says_unit(quantity, pair["unit"])
        if pair["label"] == "agree" and len(both) == 2:
            left, right = both
            tally["agreeing"] += 1
            tally["agree"] += left is not None and right is not None and left.value == right.value
    return {
        "found": 100 * tally["found"] / max(1, tally["mentions"]),
        "right": 100 * tally["right"] / max(1, tally["mentions"]),
        "agree": 100 * tally["agree"] / max(1, tally["agreeing"]),
    }


def own_gold(*, blind: bool) -> dict[str, float]:
    """Scores on tests/gold/quantities by the scorer beside it."""
    gold = gold_of("quantities", blind=blind)
    predicted = []
    for line in gold:
        found = []
        for quantity in quantities_of(line["text"]):
            item = plain(quantity)
            found.append(item | {"start": quantity.span.start, "end": quantity.span.end})
        predicted.append({"id": line["id"], "quantities": found})
    scores: dict[str, float] = scorer().score_quantities(gold, predicted)
    return scores


def texts_of(path: Path) -> dict[str, str]:
    """Report -> text."""
    return {line["id"]: line["text"] for line in read_lines(path)}


def measure(run: Run) -> Iterator[Score]:
    """Our own gold, the blind third of it only where asked for, and the mentions in pairs of reports."""
    for blind in (False, True) if run.blind else (False,):
        own = own_gold(blind=blind)
        for key in ("right", "precision", "role", "unit"):
            yield Score(f"own {'blind ' if blind else ''}{key}", round(own[key], 1))
    for key, value in score_mentions(texts_of(run.gold / REPORTS), read_lines(run.gold / PAIRS)).items():
        yield Score(f"mentions {key}", round(value, 1))


TASK: Final = Task("quantities", "crossdoc", measure, needs=(REPORTS, PAIRS))
