"""Sentences with the PLOVER type of marked words: the gold of types, and the lessons of its head."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from sayso.nlp.tree import Tree

MARK: Final = re.compile(r"\[([^\[\]]+)\]")
PARTS: Final = 3  # one of so many is kept for measuring


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, the spans of its marked events, and their one type; None for those of no type.

    record   id of the record it comes from, where it comes from one
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    type: str | None
    record: str = ""

    @property
    def kept(self) -> bool:
        """Whether it is kept for measuring, if it is of the gold."""
        return int(hashlib.sha1(self.text.encode(), usedforsecurity=False).hexdigest(), 16) % PARTS == 0


def read_marked(text: str) -> list[Marked]:
    """The sentences of a file, in order; ValueError for one without a mark.

    >>> read_marked("= AID\\nCuba [sent] doctors.")
    [Marked(text='Cuba sent doctors.', spans=((5, 9),), type='AID', record='')]
    """
    out = []
    kind = ""
    for line in text.splitlines():
        if line.startswith("= "):
            kind = line.removeprefix("= ")
            continue
        spans = []
        for number, mark in enumerate(MARK.finditer(line)):
            start = mark.start() - 2 * number
            spans.append((start, start + len(mark[1])))
        if not spans:
            raise ValueError(f"no word is marked in {line!r}")
        out.append(Marked(MARK.sub(r"\1", line), tuple(spans), None if kind == "NONE" else kind))
    return out


def token_at(tree: Tree, start: int, end: int) -> int | None:
    """The word that heads a span; None where no word lies there."""
    inside = [i for i in range(len(tree)) if tree.start[i] < end and start < tree.end[i]]
    return next((i for i in inside if tree.head[i] == i or tree.head[i] not in inside), None)
