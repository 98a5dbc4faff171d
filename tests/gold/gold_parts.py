"""The two parts of a gold, open and blind, made of their marked-up sources: for the scripts of this folder."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def is_blind(name: str) -> bool:
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0


def write_parts(gold: str, key: str, lines_of: Callable[[str], Sequence[dict[str, Any]]], check: bool) -> int:
    """Write `GOLD/GOLD.jsonl` and `blind/GOLD/GOLD.jsonl` of their sources; how many were out of date, with `check`.

    key        of a line: its id, by which it lies in its part; ValueError where it stands in the wrong source
    lines_of   makes the lines of a source
    check      writes nothing
    """
    late = 0
    for blind, source in ((False, HERE / gold / f"{gold}.txt"), (True, HERE / "blind" / "src" / f"{gold}.txt")):
        lines = lines_of(source.read_text(encoding="utf-8"))
        wrong = [line[key] for line in lines if is_blind(line[key]) != blind]
        if wrong:
            raise ValueError(f"{', '.join(wrong)} stand in the wrong source")
        made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        path = HERE / (f"blind/{gold}" if blind else gold) / f"{gold}.jsonl"
        if check:
            late += not path.exists() or path.read_text(encoding="utf-8") != made
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8")
    return late
