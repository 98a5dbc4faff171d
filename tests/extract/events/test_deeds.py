"""The gold of deeds: whole readings of short texts, by kind of fault (tests/gold/deeds)."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

import sayso

GOLD = Path(__file__).resolve().parents[2] / "gold"
# Lines of a kind that are read rightly; a floor that only rises.
RIGHT = {
    "gap": 17, "strike": 15, "accuse": 16, "ask": 15, "it": 14, "claim": 14, "shot": 14, "victim": 13, "figure": 26,
    "raid": 9, "clause": 11, "told": 22, "deed": 10, "aim": 12,
}  # fmt: skip


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_deeds", GOLD / "score_deeds.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCORER = scorer()
LINES = list(SCORER.read_gold((GOLD / "deeds" / "deeds.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", RIGHT)
def test_deeds_are_read_rightly(kind: str) -> None:
    ((right, of, wrong),) = SCORER.score([one for one in LINES if one.kind == kind], sayso.read_text).values()
    assert right >= RIGHT[kind], f"{right} of {of}:\n" + "\n".join(wrong)


def test_a_line_stands_in_its_third() -> None:
    for blind in (False, True):
        path = GOLD / ("blind/deeds" if blind else "deeds") / "deeds.txt"
        lines = list(SCORER.read_gold(path.read_text(encoding="utf-8")))
        assert lines
        for line in lines:
            assert (int(hashlib.sha1(line.id.encode()).hexdigest(), 16) % 3 == 0) is blind, line.id


def test_the_scorer_sees_what_is_wrong() -> None:
    (line,) = SCORER.read_gold("d-ask-01 E :: Rebels left.\n  left | ASSAULT | denied | Kestria | Rebels\n  said: some")
    found = SCORER.faults(line, sayso.read_text(line.text))
    assert [fault.split()[0] for fault in found] == ["nobody", "left:", "left:", "left:", "left:", "left:"]
