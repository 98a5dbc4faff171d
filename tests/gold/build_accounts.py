"""Build the gold of pairs of statements from its marked-up source, and score answers to it.

The sources are what a person mends: `accounts/accounts.txt` and `blind/src/accounts.txt`. A source line reads

    ID LABEL KIND PUBLISHED PUBLISHED :: a statement with one [number] || a statement of another report

A line belongs to the blind third where sha1(ID) % 3 == 0; one that stands in the wrong source is an error.

    python tests/gold/build_accounts.py                       # writes both files
    python tests/gold/build_accounts.py --check               # writes nothing, fails where a file is out of date
    python tests/gold/build_accounts.py --score GOLD ANSWERS  # lines {"pair", "label"}; F of each label, their mean
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from gold_parts import write_parts

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


def lines_of(text: str) -> list[dict[str, Any]]:
    return [build(line) for line in text.splitlines() if line and line[0] != "#"]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--score"]:
        print(" | ".join(f"{name} {value:.1f}" for name, value in score(*map(read, map(Path, arguments[1:]))).items()))
        return 0
    late = write_parts("accounts", "pair", lines_of, "--check" in arguments)
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
