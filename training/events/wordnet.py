"""WordNet 3.0's files, read for what they say of single words: the classes, synonyms and gloss of their first senses."""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from pathlib import Path
from typing import Final

SENSES: Final = 4  # of a word, the most frequent first
HEIGHT: Final = 12  # classes above a sense
LESS: Final = 0.85  # what a class weighs beside the one below it
ACTS: Final = frozenset({"04", "10", "11"})  # files of nouns for acts, communication, events
SMALL: Final = frozenset(
    "the and for with that from someone something one its into out who which not some etc especially usually".split()
)
SYNONYM, GLOSS, MADE_OF, SEE_ALSO = 0.7, 0.35, 0.5, 0.25


class WordNet:
    """The files of verbs and nouns.

    names look like "turn down/v", "plea/n"
    """

    def __init__(self, folder: Path) -> None:
        self.senses: dict[str, dict[str, tuple[str, list[str], list[tuple[str, str, str]], str]]] = {}
        self.index: dict[str, dict[str, list[str]]] = {}
        for part, file in (("v", "verb"), ("n", "noun")):
            self.senses[part] = dict(map(_sense, _lines(folder / f"data.{file}")))
            held = (line.split() for line in _lines(folder / f"index.{file}"))
            self.index[part] = {cells[0]: cells[-int(cells[2]) :] for cells in held}
        self.features = functools.lru_cache(maxsize=None)(self._features)

    def names(self) -> list[str]:
        """All verbs, and all nouns of one word that have a sense of acting, saying or happening."""
        verbs = [f"{word.replace('_', ' ')}/v" for word in self.index["v"]]
        nouns = [
            f"{word}/n"
            for word, senses in self.index["n"].items()
            if "_" not in word and any(self.senses["n"][sense][0] in ACTS for sense in senses[:3])
        ]
        return sorted(verbs + nouns)

    def _above(self, part: str, sense: str) -> dict[str, int]:
        """A sense and the classes above it, each with how far above."""
        out: dict[str, int] = {}
        front, height = [sense], 0
        while front and height < HEIGHT:
            front = [one for one in front if one not in out]
            out |= dict.fromkeys(front, height)
            front = [
                other
                for one in front
                for kind, other, of in self.senses[part][one][2]
                if kind in ("@", "@i") and of == part
            ]
            height += 1
        return out

    def _features(self, name: str) -> dict[str, float]:
        """What WordNet says of a word, as features of length one together; {} where it has no such word."""
        word, _, part = name.rpartition("/")
        index = self.index[part]
        senses = index.get(word.replace(" ", "_")) or index.get(word.replace("-", ""), [])
        out: defaultdict[str, float] = defaultdict(float)
        for rank, sense in enumerate(senses[:SENSES]):
            weight = 1 / (1 + rank)
            file, words, pointers, gloss = self.senses[part][sense]
            self._classes(out, part, sense, weight)
            for one in words:
                out[f"w {one}"] += weight * SYNONYM
            for one in re.findall(r"[a-z]{3,}", gloss):
                if one not in SMALL:
                    out[f"g {one[:7]}"] += weight * GLOSS
            for kind, other, of in pointers:
                if kind == "+" and of in "nv" and of != part:
                    self._classes(out, of, other, weight * MADE_OF)
                    for one in self.senses[of][other][1]:
                        out[f"w {one}"] += weight * MADE_OF * SYNONYM
                elif kind in ("*", ">", "$", "~") and of == part:
                    for one in self.senses[part][other][1]:
                        out[f"w {one}"] += weight * SEE_ALSO
        length = math.sqrt(sum(value * value for value in out.values()))
        return {feature: value / length for feature, value in out.items()}

    def _classes(self, out: defaultdict[str, float], part: str, sense: str, weight: float) -> None:
        for above, height in self._above(part, sense).items():
            out[f"{part} {above}"] += weight * LESS**height
        out[f"file {self.senses[part][sense][0]}"] += weight


def _lines(path: Path) -> list[str]:
    """The lines of a file without those of the licence, which begin with two spaces."""
    return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  ")]


def _sense(line: str) -> tuple[str, tuple[str, list[str], list[tuple[str, str, str]], str]]:
    """Offset -> file, words, pointers (kind, offset, part) and gloss without its examples."""
    body, _, gloss = line.partition("|")
    cells = body.split()
    count = int(cells[3], 16)
    words = [cells[4 + 2 * i].lower() for i in range(count)]
    at = 5 + 2 * count
    pointers = [(cells[at + 4 * i], cells[at + 1 + 4 * i], cells[at + 2 + 4 * i]) for i in range(int(cells[at - 1]))]
    return cells[0], (cells[1], words, pointers, gloss.split('"')[0].lower())
