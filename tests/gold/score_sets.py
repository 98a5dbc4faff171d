"""Score predictions against the gold of quantities, factuality and times.

    python tests/gold/score_sets.py quantities GOLD.jsonl PREDICTED.jsonl

Both files hold lines of the gold's shape (see the README.md of each set); a predicted line needs only its id and its
list. Every number that comes back is a percentage from 0 to 100, except counts. Gold against itself gives 100.
"""

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]
Item = Mapping[str, Any]
Scores = dict[str, float]

JUDGED_STATES = ("done", "not_yet", "denied")


def pairs(gold: Sequence[Item], predicted: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pair items that share a character, one to one, the widest overlap first."""
    overlaps = sorted(
        (max(g["start"], p["start"]) - min(g["end"], p["end"]), n, m)
        for n, g in enumerate(gold)
        for m, p in enumerate(predicted)
        if g["start"] < p["end"] and p["start"] < g["end"]
    )
    found: list[tuple[Item, Item]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, n, m in overlaps:
        if n not in used_gold and m not in used_predicted:
            used_gold.add(n)
            used_predicted.add(m)
            found.append((gold[n], predicted[m]))
    return found


def aligned(gold: Sequence[Line], predicted: Sequence[Line], key: str) -> list[tuple[list[Item], list[Item], str]]:
    """Gold items, predicted items and text of each gold line; a line that was not predicted has no items."""
    by_id = {line["id"]: list(line.get(key) or []) for line in predicted}
    return [(list(line[key]), by_id.get(line["id"], []), line["text"]) for line in gold]


def share(part: float, whole: float) -> float:
    """A percentage; 0 of nothing, so that finding nothing is never a good score."""
    return 100 * part / whole if whole else 0.0


def f_score(hits: int, predicted: int, gold: int) -> float:
    return share(2 * hits, predicted + gold)


def same_number(left: float | None, right: float | None) -> bool:
    """Equal, or within a thousandth; absent only equals absent."""
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-3)


def head(text: str, span: Item) -> tuple[int, int]:
    """Start and end of the last word of a span."""
    words = text[span["start"] : span["end"]].rstrip()
    return span["start"] + words.rfind(" ") + 1, span["start"] + len(words)


def same_head(text: str, left: Item | None, right: Item | None) -> bool:
    """Whether two counted nouns share their last word; absent only equals absent."""
    if not left or not right:
        return not left and not right
    (start, end), (other_start, other_end) = head(text, left), head(text, right)
    return start < other_end and other_start < end


def score_quantities(gold: Sequence[Line], predicted: Sequence[Line]) -> Scores:
    """Share of gold quantities found with value, bounds and counted noun all right; the parts; precision.

    right      gold quantities overlapped by a prediction with the same value, low and high and the same head counted
    precision  the same hits as a share of what was predicted
    found      gold quantities overlapped at all; numbers, counts, role, unit: right among those found
    """
    total = made = 0
    tally = dict.fromkeys(("found", "right", "numbers", "counts", "role", "unit"), 0)
    for ours, theirs, text in aligned(gold, predicted, "quantities"):
        total += len(ours)
        made += len(theirs)
        for one, other in pairs(ours, theirs):
            numbers = all(same_number(one.get(key), other.get(key)) for key in ("value", "low", "high"))
            counts = same_head(text, one.get("counts"), other.get("counts"))
            tally["found"] += 1
            tally["numbers"] += numbers
            tally["counts"] += counts
            tally["right"] += numbers and counts
            tally["role"] += one.get("role") == other.get("role")
            tally["unit"] += one.get("unit") == other.get("unit")
    scores = {"right": share(tally["right"], total), "precision": share(tally["right"], made)}
    scores["found"] = share(tally["found"], total)
    scores |= {key: share(tally[key], tally["found"]) for key in ("numbers", "counts", "role", "unit")}
    return scores | {"gold": total, "predicted": made}


def score_factuality(gold: Sequence[Line], predicted: Sequence[Line]) -> Scores:
    """Macro F of done, not_yet and denied over the gold's triggers, which are given.

    A trigger without a prediction counts as unknown; predictions at other places are not looked at.
    state and factuality are the shares of triggers whose five-way state and eight-way value are right; because is
    the share of triggers with reasons where a predicted reason overlaps one of them.
    """
    truth: list[tuple[str, str]] = []
    values = reasoned = reasons = 0
    for ours, theirs, _ in aligned(gold, predicted, "events"):
        matched = {(one["start"], one["end"]): other for one, other in pairs(ours, theirs)}
        for one in ours:
            other = matched.get((one["start"], one["end"]), {})
            truth.append((one["state"], other.get("state", "unknown")))
            values += one["factuality"] == other.get("factuality", "Uu")
            if one.get("because"):
                reasoned += 1
                reasons += bool(pairs(one["because"], other.get("because") or []))
    scores: Scores = {}
    for state in ("done", "not_yet", "denied", "hypothetical", "unknown"):
        hits = sum(state == left == right for left, right in truth)
        scores[state] = f_score(
            hits, sum(right == state for _, right in truth), sum(left == state for left, _ in truth)
        )
    macro = sum(scores[state] for state in JUDGED_STATES) / len(JUDGED_STATES)
    right = sum(left == right for left, right in truth)
    scores = {"macro": macro, **scores, "state": share(right, len(truth)), "factuality": share(values, len(truth))}
    return scores | {"because": share(reasons, reasoned), "gold": len(truth)}


def plain_value(item: Item) -> str:
    """A TIMEX3 value without unknown days at its end: 1943-07-XX is 1943-07."""
    value = str(item.get("value") or "")
    while value.endswith("-XX") and value[:4].isdigit():
        value = value[:-3]
    return value


def score_times(gold: Sequence[Line], predicted: Sequence[Line]) -> Scores:
    """Span F1 (sharing a character), value F1, and interval recall.

    value     F1 of expressions found with the same TIMEX3 value
    interval  share of gold expressions with earliest or latest whose both days are right
    type, mod, anchor: right among those found
    """
    total = made = dated = days = 0
    tally = dict.fromkeys(("found", "value", "type", "mod", "anchor"), 0)
    for ours, theirs, _ in aligned(gold, predicted, "times"):
        total += len(ours)
        made += len(theirs)
        dated += sum("earliest" in one or "latest" in one for one in ours)
        for one, other in pairs(ours, theirs):
            tally["found"] += 1
            tally["value"] += plain_value(one) == plain_value(other)
            for key in ("type", "mod", "anchor"):
                tally[key] += one.get(key) == other.get(key)
            if "earliest" in one or "latest" in one:
                days += all(one.get(key) == other.get(key) for key in ("earliest", "latest"))
    scores = {"value": f_score(tally["value"], made, total), "interval": share(days, dated)}
    scores["span"] = f_score(tally["found"], made, total)
    scores |= {key: share(tally[key], tally["found"]) for key in ("type", "mod", "anchor")}
    return scores | {"gold": total, "predicted": made}


SCORERS: dict[str, Callable[[Sequence[Line], Sequence[Line]], Scores]] = {
    "quantities": score_quantities,
    "factuality": score_factuality,
    "times": score_times,
}


def read_lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 3 or arguments[0] not in SCORERS:
        print(f"usage: score_sets.py {'|'.join(SCORERS)} GOLD.jsonl PREDICTED.jsonl", file=sys.stderr)
        return 2
    scores = SCORERS[arguments[0]](read_lines(Path(arguments[1])), read_lines(Path(arguments[2])))
    print(arguments[0], *(f"{key} {value:.1f}" for key, value in scores.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
