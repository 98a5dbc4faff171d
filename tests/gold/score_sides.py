"""Score who is for or against whom in short texts against the gold of sides.

usage: score_sides.py PRED.json [--blind]
       score_sides.py --self                 the gold against itself: 100

PRED: {case id: [{"holder": [form], "target": [form], "sign": 1, "sure": true}]}

In a program: score(load(), predictions).

A form is what someone is called in the text; a holder without forms is the report's own voice. `sure` is whether it is
told as a plain fact. A relation is right if the sign is the gold's and a form of either end has the gold's words in it.
Those that are not sure count for nothing, except that the gold marks some (`~`) that must not be sure.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VOICE = "@"

Record = dict[str, Any]


def is_blind(case_id: str) -> bool:
    """Tell whether a case is kept blind: one in three, by the hash of its id."""
    return int(hashlib.sha1(case_id.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def load(*, blind: bool = False) -> list[Record]:
    """Read the cases: {"id", "hard", "text", "relations": [(holder, sign, target, sure)]}. ValueError where amiss."""
    path = (HERE / "blind" if blind else HERE) / "sides" / "sides.txt"
    cases = [_case(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for case in cases:
        if is_blind(case["id"]) != blind:
            raise ValueError(f"{case['id']} lies in the wrong part")
    if len({case["id"] for case in cases}) != len(cases):
        raise ValueError(f"{path}: an id twice")
    return cases


def _case(line: str) -> Record:
    head, text, told = (part.strip() for part in line.split("::"))
    relations = []
    for one in filter(None, (part.strip() for part in told.split(";"))):
        parts = re.fullmatch(r"(~ )?(.+?) ([+-]) (.+)", one)
        if parts is None or any(end != VOICE and end not in text for end in (parts[2], parts[4])):
            raise ValueError(f"{head}: {one!r} is no relation between words of the text")
        relations.append((parts[2], 1 if parts[3] == "+" else -1, parts[4], parts[1] is None))
    key, _, hard = head.partition(" ")
    return {"id": key, "hard": hard == "H", "text": text, "relations": relations}


def score(cases: Sequence[Record], predicted: Mapping[str, Sequence[Record]]) -> dict[str, float]:
    """F1, precision and recall in per cent, and the share of hard cases in which nothing wrong is said."""
    right = said = there = clean = 0
    for case in cases:
        wanted = [one for one in case["relations"] if one[3]]
        given = [one for one in predicted.get(case["id"], ()) if one["sure"]]
        met = {at for at, want in enumerate(wanted) if any(_is(want, one) for one in given)}
        wrong = [one for one in given if not any(_is(want, one) for want in wanted)]
        right, said, there = right + len(met), said + len(met) + len(wrong), there + len(wanted)
        clean += case["hard"] and not wrong
    precision, recall = (100 * right / whole if whole else 0.0 for whole in (said, there))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    hard = sum(case["hard"] for case in cases)
    return {"F": f1, "precision": precision, "recall": recall, "hard clean": 100 * clean / hard if hard else 0.0}


def _is(want: tuple[str, int, str, bool], one: Mapping[str, Any]) -> bool:
    return want[1] == one["sign"] and _fits(want[0], one["holder"]) and _fits(want[2], one["target"])


def _fits(want: str, forms: Sequence[str]) -> bool:
    if want == VOICE or not forms:
        return want == VOICE and not forms
    pattern = re.compile(rf"\b{re.escape(want)}\b", re.IGNORECASE)
    return any(pattern.search(form) for form in forms)


def gold_as_predicted(cases: Sequence[Record]) -> dict[str, list[Record]]:
    """The gold in the form of predictions."""
    return {
        case["id"]: [
            {"holder": [] if holder == VOICE else [holder], "target": [target], "sign": sign, "sure": sure}
            for holder, sign, target, sure in case["relations"]
        ]
        for case in cases
    }


def main() -> int:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predicted", nargs="?", type=Path)
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--self", action="store_true", dest="itself")
    asked = parser.parse_args()
    cases = load(blind=asked.blind)
    if asked.itself == (asked.predicted is not None):
        parser.error("expected predictions, or --self")
    found = gold_as_predicted(cases) if asked.itself else json.loads(asked.predicted.read_text(encoding="utf-8"))
    print(json.dumps({key: round(value, 1) for key, value in score(cases, found).items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
