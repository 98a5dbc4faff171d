"""How well `sayso.read.readers.html` finds the main text of real pages, and how much of it maps back to them.

    python benchmarks/tasks/html_text.py GOLD_DIR [--worst N]

GOLD_DIR holds gold.jsonl (`file`, `gold_text`) and the pages it names, gzipped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.read.original import Original, Read
from sayso.read.readers.html import read


def measure(gold_dir: str | Path) -> dict[str, Any]:
    """Mean precision, recall and F1 over runs of four words, and the share of paragraphs that map.

    Over the pages whose whole main text is known. A paragraph maps where the runs of the map cover 90% of its
    characters that are no white space; each run is checked against the page. Pages with strings that must and must not
    come out give `must` and `must_not`, the shares that did.
    """
    folder = Path(gold_dir)
    scores, paragraphs, mapped = [], 0, 0
    must: list[bool] = []
    must_not: list[bool] = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        data = gzip.decompress((folder / gold["file"]).read_bytes())
        try:
            found = next(iter(read(Original(gold["file"], data=data))))
        except ReadError:
            found = None
        report = found.report if isinstance(found, Read) else None
        text = report.text if report is not None else ""
        if "gold_text" not in gold:
            must += [part in text for part in gold["must_have"]]
            must_not += [part in text for part in gold["must_not_have"]]
            continue
        scores.append((*_overlap(text, gold["gold_text"]), gold["file"]))
        if report is not None:
            here, there = _mapped(report.text, report.map, data.decode(report.charset or "utf-8", "replace"))
            paragraphs, mapped = paragraphs + here, mapped + there
    mean = [sum(score[i] for score in scores) / max(1, len(scores)) for i in range(3)]
    return {
        "pages": len(scores), "precision": mean[0], "recall": mean[1], "f1": mean[2],
        "mapped": mapped / max(1, paragraphs), "must": sum(must) / max(1, len(must)),
        "must_not": sum(must_not) / max(1, len(must_not)),
        "worst": sorted((score[2], score[0], score[1], score[3]) for score in scores),
    }  # fmt: skip


def _overlap(text: str, gold: str) -> tuple[float, float, float]:
    have, want = _runs(text), _runs(gold)
    both = sum((have & want).values())
    precision, recall = both / max(1, sum(have.values())), both / max(1, sum(want.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def _mapped(text: str, runs: tuple[tuple[int, int, int], ...], page: str) -> tuple[int, int]:
    covered = bytearray(len(text))
    for start, original, length in runs:
        assert page[original : original + length] == text[start : start + length]
        covered[start : start + length] = b"\1" * length
    total = good = 0
    for match in re.finditer(r"[^\n]+", text):
        solid = [at for at in range(match.start(), match.end()) if not text[at].isspace()]
        total += 1
        good += sum(covered[at] for at in solid) >= 0.9 * len(solid)
    return total, good


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold_dir")
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    result = measure(options.gold_dir)
    for name in ("pages", "f1", "precision", "recall", "mapped", "must", "must_not"):
        print(f"{name:10} {result[name]:.4f}" if isinstance(result[name], float) else f"{name:10} {result[name]}")
    for f1, precision, recall, file in result["worst"][: options.worst]:
        print(f"  {f1:.3f}  p {precision:.3f}  r {recall:.3f}  {file}")
