"""Score chains of voices against the gold for chains: how many statements have the right one.

usage: score_chains.py PRED.json [--blind]    PRED: {case id: [{"content": [[s, e]], "chain": ["Mehr", ...]}]}
       score_chains.py --self                 the gold against itself: 100
In a program: score(load(), predictions).

The gold is `chains/chains.txt` (blind: `blind/chains/chains.txt`), cases parted by their head lines:

    # c01                                          the id
    Karl Dunn told Reuters that ... He said ...    the text, of one paragraph or several
    = the gates would be opened | Reuters > Karl Dunn    words of a content, and its chain without the outlet

A statement is matched by the prediction with the most alike content, if the Jaccard of their words is at least 0.5; its
chain agrees as in score_forms.py. What is predicted beside the gold isn't judged: most of it is arguable, and
score_forms.py judges that.
"""

import argparse
import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
LEAST = 0.5  # of the words of two contents that are one

Record = dict[str, Any]


def forms() -> ModuleType:
    """The scorer of forms, which knows when two chains are the same."""
    spec = importlib.util.spec_from_file_location("score_forms", HERE / "score_forms.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_blind(case_id: str) -> bool:
    """Tell whether a case is kept blind: one in two, by the hash of its id."""
    return int(hashlib.sha1(case_id.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0


def load(*, blind: bool = False) -> list[Record]:
    """Read the cases: {"id", "text", "statements": [{"content": [[s, e]], "chain": [name]}]}. ValueError where amiss."""
    path = (HERE / "blind" if blind else HERE) / "chains" / "chains.txt"
    cases = []
    for piece in re.split(r"(?m)^(?=# )", path.read_text(encoding="utf-8"))[1:]:
        head, *lines = piece.strip().split("\n")
        text = "\n".join(line for line in lines if not line.startswith("= ")).strip()
        case: Record = {"id": head[2:].strip(), "text": text, "statements": []}
        if is_blind(case["id"]) != blind:
            raise ValueError(f"{case['id']} does not belong in {path}")
        for line in lines:
            if line.startswith("= "):
                content, _, chain = line[2:].partition(" | ")
                if text.count(content) != 1:
                    raise ValueError(f"{case['id']}: {content!r} is not there once")
                start = text.index(content)
                names = [name.strip() for name in chain.split(" > ")]
                case["statements"].append({"content": [[start, start + len(content)]], "chain": names})
        cases.append(case)
    return cases


def score(cases: Sequence[Record], predictions: dict[str, list[Record]]) -> Record:
    """Score predictions: {"of", "found", "right", "recall", "missed": [[id, content, chain, found chain]]}; in per cent."""
    judge = forms()
    of = found = right = 0
    missed = []
    for case in cases:
        text = case["text"]
        words = [(judge.touched(text, p["content"]), p) for p in predictions.get(case["id"], [])]
        for gold in case["statements"]:
            of += 1
            wanted = judge.touched(text, gold["content"])
            alike = [(len(wanted & theirs) / len(wanted | theirs), n) for n, (theirs, _) in enumerate(words)]
            value, number = max(alike, default=(0.0, -1))
            held = words[number][1] if value >= LEAST else None
            found += held is not None
            if held is not None and judge.same_chain(gold["chain"], held.get("chain")):
                right += 1
            else:
                start, end = gold["content"][0]
                missed.append([case["id"], text[start:end], gold["chain"], held and held.get("chain")])
    return {"of": of, "found": found, "right": right, "recall": round(100 * right / max(1, of), 1), "missed": missed}


def main() -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Score chains of voices against the gold.")
    parser.add_argument("predictions", nargs="?", type=Path)
    parser.add_argument("--blind", action="store_true", help="the half that is scored once, at the end")
    parser.add_argument("--self", action="store_true", help="score the gold against itself")
    options = parser.parse_args()
    cases = load(blind=options.blind)
    if options.self:
        predictions = {case["id"]: case["statements"] for case in cases}
    elif options.predictions:
        predictions = json.loads(options.predictions.read_text(encoding="utf-8"))
    else:
        parser.error("name a file of predictions, or --self")
    result = score(cases, predictions)
    print(f"{result['right']} of {result['of']} right ({result['recall']}), {result['found']} found")
    if not options.blind:
        for line in result["missed"]:
            print(*line, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
