"""The relations of a case: who is for or against whom, with a sentence that says so.

One that is found is right if the gold has one of its sign between these actors, and shares evidence with it. Precision
counts what is found, so one told by two voices twice; recall counts the gold's, of which those that are optional may be
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.case_parts import Actors, overlap
from benchmarks.task import Record, Score


def relation_scores(gold: Record, case: Record) -> list[Score]:
    """F, precision and recall in per cent; nothing where the gold has no relations.

    gold   what gold.json holds
    case   the line of the case, as `case_output` writes it
    """
    if not gold.get("relations"):
        return []
    actors = Actors(gold["actors"], case.get("actors", ()))
    found = case.get("relations", ())
    met: set[str] = set()
    right = 0
    for one in found:
        fits = [want["id"] for want in gold["relations"] if _is(want, one, actors)]
        right += bool(fits)
        met.update(fits)
    needed = [want["id"] for want in gold["relations"] if not want.get("optional")]
    precision = right / len(found) if found else 0.0
    recall = len(met & set(needed)) / len(needed)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    shares = {"F": f1, "precision": precision, "recall": recall}
    return [Score(f"relations {name}", round(100 * value, 1)) for name, value in shares.items()]


def _is(want: Record, one: Record, actors: Actors) -> bool:
    return (
        want["sign"] == one["sign"]
        and want["from"] in actors(one["from"])
        and want["to"] in actors(one["to"])
        and _shares(want["evidence"], one.get("evidence", ()))
    )


def _shares(left: Iterable[Record], right: Sequence[Record]) -> bool:
    return any(a["report"] == b["report"] and overlap([a["span"]], [b["span"]]) for a in left for b in right)
