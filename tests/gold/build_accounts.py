"""Build the gold of pairs of statements from its marked-up source, and score answers to it.

The sources are what a person mends: `accounts/accounts.txt` and `blind/src/accounts.txt`. A source line reads

    ID LABEL KIND PUBLISHED PUBLISHED :: a statement with one [number] || a statement of another report

A line belongs to the blind third where sha1(ID) % 3 == 0; one that stands in the wrong source is an error.

    python tests/gold/build_accounts.py                       # writes both files
    python tests/gold/build_accounts.py --check               # writes nothing, fails where a file is out of date
    python tests/gold/build_accounts.py --score GOLD ANSWERS  # lines {"pair", "label"}; F of each label, their mean
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LABELS = ("agree", "compatible", "conflict", "different")
LINE = re.compile(r"(a-\d+) (\w+) ([\w-]+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d) :: (.+?) \|\| (.+)")


def side(pair: str, name: str, published: str, marked: str) -> dict[str, Any]:
    """One statement: its text without the marks, and where its number stands.

    >>> side("a-000", "a", "2031-05-02", "They held [two men].")["text"]
    'They held two men.'
    """
    if marked.count("[") != 1 or marked.count("]") != 1:
        raise ValueError(f"{pair}: one number is marked in each statement: {marked!r}")
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return {"report": f"{pair}-{name}", "published": published, "text": text, "start": start, "end": end}


def build(line: str) -> dict[str, Any]:
    """A source line as a line of the gold."""
    found = LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"no line of this gold: {line!r}")
    pair, label, kind, first, second, one, other = found.groups()
    if label not in LABELS:
        raise ValueError(f"{pair}: {label} is none of {LABELS}")
    a, b = side(pair, "a", first, one), side(pair, "b", second, other)
    return {"pair": pair, "label": label, "kind": kind, "a": a, "b": b}


def is_blind(pair: str) -> bool:
    return int(hashlib.sha1(pair.encode()).hexdigest(), 16) % 3 == 0


def score(gold: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, float]:
    """F of each label in per cent, and their mean."""
    given = {answer["pair"]: answer["label"] for answer in answers}
    scores = {}
    for label in LABELS:
        hits = sum(line["label"] == label == given.get(line["pair"]) for line in gold)
        named = sum(given.get(line["pair"]) == label for line in gold) + sum(line["label"] == label for line in gold)
        scores[label] = 200 * hits / named if named else 0.0
    return scores | {"macro": sum(scores.values()) / len(LABELS)}


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--score"]:
        print(" | ".join(f"{name} {value:.1f}" for name, value in score(*map(read, map(Path, arguments[1:]))).items()))
        return 0
    late = 0
    for blind, source in ((False, HERE / "accounts/accounts.txt"), (True, HERE / "blind/src/accounts.txt")):
        lines = [build(line) for line in source.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        wrong = [line["pair"] for line in lines if is_blind(line["pair"]) != blind]
        if wrong:
            raise ValueError(f"{', '.join(wrong)} stand in the wrong source")
        made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        path = HERE / ("blind/accounts" if blind else "accounts") / "accounts.jsonl"
        if "--check" in arguments:
            late += not path.exists() or path.read_text(encoding="utf-8") != made
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
