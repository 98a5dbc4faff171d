"""Build the gold of whole matters, two short reports of each, from its marked-up source.

The sources are what a person mends: `matters/matters.txt` and `blind/src/matters.txt`. A matter reads

    ID KIND PUBLISHED PUBLISHED
    A OUTLET
    1 A sentence of the first report.
    2 Another one.
    B OUTLET
    1 A sentence of the second report.
    = 1 1              these two sentences tell of one thing
    ! 1 1 number       and on this they cannot both be true

A matter belongs to the blind third where sha1(ID) % 3 == 0; one that stands in the wrong source is an error.

    python tests/gold/build_matters.py            # writes both files
    python tests/gold/build_matters.py --check    # writes nothing, fails where a file is out of date
"""

import re
import sys
from typing import Any

from gold_parts import write_parts

HEAD = re.compile(r"(k-\d+) ([\w-]+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)")
ON = ("number", "date", "place", "actor", "factuality")


def report(id_: str, published: str, outlet: str, sentences: list[str]) -> dict[str, Any]:
    """A report with where its sentences stand.

    >>> report("k-00-a", "2031-05-02", "Ostrany Herald", ["It rained.", "It stopped."])["sentences"]
    [[0, 10], [11, 22]]
    """
    spans, at = [], 0
    for sentence in sentences:
        spans.append([at, at + len(sentence)])
        at += len(sentence) + 1
    return {"id": id_, "published": published, "outlet": outlet, "text": " ".join(sentences), "sentences": spans}


def build(block: str) -> dict[str, Any]:
    """A matter of the source as a line of the gold; its sentences are counted from 0 there."""
    head, *lines = block.splitlines()
    found = HEAD.fullmatch(head)
    if found is None:
        raise ValueError(f"no head of a matter: {head!r}")
    id_, kind, *days = found.groups()
    outlets: list[str] = []
    told: list[list[str]] = []
    same: list[list[int]] = []
    conflicts: list[dict[str, Any]] = []
    for line in lines:
        mark, rest = line.split(" ", 1)
        if mark in ("A", "B"):
            outlets.append(rest)
            told.append([])
        elif mark in ("=", "!"):
            one, other, *on = rest.split()
            pair = [int(one) - 1, int(other) - 1]
            if not all(0 <= at < len(held) for at, held in zip(pair, told, strict=True)):
                raise ValueError(f"{id_}: no such sentences: {line!r}")
            if mark == "=":
                same.append(pair)
            elif pair not in same or on[0] not in ON:
                raise ValueError(f"{id_}: what conflicts is one thing, on one of {ON}: {line!r}")
            else:
                conflicts.append({"sentences": pair, "on": on[0]})
        else:
            told[-1].append(rest)
    reports = [
        report(f"{id_}-{side}", day, outlet, sentences)
        for side, day, outlet, sentences in zip("ab", days, outlets, told, strict=True)
    ]
    return {"matter": id_, "kind": kind, "reports": reports, "same": same, "conflicts": conflicts}


def lines_of(text: str) -> list[dict[str, Any]]:
    return [build(block) for block in text.strip().split("\n\n")]


def main(arguments: list[str]) -> int:
    late = write_parts("matters", "matter", lines_of, "--check" in arguments)
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
