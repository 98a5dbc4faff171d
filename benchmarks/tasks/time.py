"""Time expressions: WikiWars (histories, TIMEX3), dates of GUM (academic, court, travel, lives), and gold of our own.

Gold and predictions are lines {id, timexes: [{start, end, type, value}]}. Expressions that share a character are paired
one to one, the widest overlap first:

    span      F1 of pairs
    value     F1 of pairs with the same TIMEX3 value (TempEval-3); unknown days at its end do not count
    interval  of the gold whose value stands for days, the share paired with a value that stands for the same days

WikiWars is read without a day of publication, because its articles have none; every fourth document in order of id is
dev. GUM leaves untagged what has no date, so only the recall of its intervals is fair. Of both the rules' author has
read the errors on all but WikiWars dev.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from benchmarks.gold_sets import gold_of, read_lines, scorer
from benchmarks.task import Record, Run, Score, Task
from sayso.extract.times import find_times
from sayso.values.json import plain
from sayso.values.report import Report
from sayso.world.timex import days_of

WIKIWARS: Final = "wikiwars.jsonl"
GUM: Final = "gum_dates_dev.jsonl"


def interval_of(value: str | None) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value or of two with a slash between; None where it has none.

    >>> [day.isoformat() for day in interval_of("1980/1983-XX") or ()]
    ['1980-01-01', '1983-12-31']
    """
    if not value:
        return None
    if "/" in value:
        first, last = (interval_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    value = re.sub(r"T.*$", "", value.strip())
    value = re.sub(r"(?<=\d{4})(-XX)+$|(?<=\d{4}-\d\d)-XX$", "", value)
    value = re.sub(r"^(\d{3})X$|^(\d\d)XX$", lambda m: m[1] or m[2], value)
    return days_of(value)


def bare(value: str | None) -> str:
    """A value without unknown days at its end."""
    return re.sub(r"^(\d{4})(-XX)+$", r"\1", (value or "").strip())


def pairs_of(gold: Sequence[Record], found: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Gold and predicted expressions that share a character, one to one, the widest overlap first."""
    overlaps = sorted(
        (max(g["start"], f["start"]) - min(g["end"], f["end"]), n, m)
        for n, g in enumerate(gold)
        for m, f in enumerate(found)
        if g["start"] < f["end"] and f["start"] < g["end"]
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, n, m in overlaps:
        if n not in used_gold and m not in used_found:
            used_gold.add(n)
            used_found.add(m)
            pairs.append((gold[n], found[m]))
    return pairs


def score(gold: Sequence[Record], found: Sequence[Record]) -> dict[str, float]:
    """span and value F1 and interval recall, in per cent.

    >>> lines = [{"id": "a", "timexes": [{"start": 0, "end": 4, "value": "1980"}]}]
    >>> score(lines, lines)
    {'span': 100.0, 'value': 100.0, 'interval': 100.0}
    """
    by_id = {line["id"]: line["timexes"] for line in found}
    total = made = spans = values = dated = days = 0
    for line in gold:
        ours = by_id.get(line["id"], [])
        total += len(line["timexes"])
        made += len(ours)
        dated += sum(interval_of(one["value"]) is not None for one in line["timexes"])
        for one, other in pairs_of(line["timexes"], ours):
            spans += 1
            values += bare(one["value"]) == bare(other["value"])
            wanted = interval_of(one["value"])
            days += wanted is not None and wanted == interval_of(other["value"])
    both = max(1, total + made)
    return {"span": 200 * spans / both, "value": 200 * values / both, "interval": 100 * days / max(1, dated)}


def predict(line: Record, *, published: bool) -> Record:
    """The times of one text in the scorer's form.

    published   whether the line's `dct` is handed on as the day of publication
    """
    when = {"published": line["dct"], "published_from": "user"} if published and line.get("dct") else {}
    times = find_times(Report.of(line["text"], **when))
    spans = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in times]
    return {"id": line["id"], "timexes": spans}


def own_gold(*, blind: bool) -> dict[str, float]:
    """Scores on tests/gold/times by the scorer beside it."""
    gold = gold_of("times", blind=blind)
    predicted = []
    for line in gold:
        when = {"published": line["published"], "published_from": "user"} if line.get("published") else {}
        times = [plain(time) for time in find_times(Report.of(line["text"], **when))]
        for time in times:
            time |= {"start": time["span"]["start"], "end": time["span"]["end"]}
            time["anchor"] = "previous" if "/" in time["anchor"] else time["anchor"]
        predicted.append({"id": line["id"], "times": times})
    found: dict[str, float] = scorer().score_times(gold, predicted)
    return found


def measure(run: Run) -> Iterator[Score]:
    """WikiWars dev and the rest of it, GUM, and our own gold; the blind third of that only where asked for."""
    wars = sorted(read_lines(run.gold / WIKIWARS), key=lambda line: line["id"])
    dev, rest = wars[3::4], [line for n, line in enumerate(wars) if n % 4 != 3]
    for name, lines in (("WikiWars dev", dev), ("WikiWars rest", rest)):
        for key, value in score(lines, [predict(line, published=False) for line in lines]).items():
            yield Score(f"{name} {key}", round(value, 1))
    gum = read_lines(run.gold / GUM)
    found = score(gum, [predict(line, published=True) for line in gum])
    yield Score("GUM interval recall", round(found["interval"], 1))
    for blind in (False, True) if run.blind else (False,):
        own = own_gold(blind=blind)
        for key in ("span", "value", "interval"):
            yield Score(f"own {'blind ' if blind else ''}{key}", round(own[key], 1))


TASK: Final = Task("time", "time", measure, needs=(WIKIWARS, GUM))
