"""PolNeAR's reports and attributions, from its brat standoff files.

A folder holds ``text/NAME.txt`` and ``attributions/NAME_XXXX.ann``, by annotator XXXX. Lines of an .ann file:

    T3<TAB>Source 132 146<TAB>...          a span; several pieces: "Content 159 190;193 230"
    E1<TAB>Attribution:T4 Source:T3 Cue:T5 Content:T6 Content2:T7

Source: Newell, Margolin and Ruths (2018), "An attribution relations corpus for political news", LREC.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

ROLES: Final = ("source", "cue", "content")
WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
Pieces = tuple[tuple[int, int], ...]
Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: pieces of text (start, end in code points, end excluded) for each role.

    kind   direct, mixed or indirect: all, some or none of the words of the content are inside quotation marks
    """

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()
    kind: Kind = "indirect"


@dataclass(frozen=True, slots=True)
class Document:
    """One report with its gold, that of the first annotator; `discard` is what that one set aside."""

    name: str
    text: str
    said: tuple[Said, ...]
    discard: Pieces


def load(folder: Path) -> list[Document]:
    """The reports of one split, in order of their names. Raises OSError where a file is missing."""
    files: dict[str, list[Path]] = defaultdict(list)
    for file in (folder / "attributions").glob("*.ann"):
        files[file.stem.rpartition("_")[0]].append(file)
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")  # not read_text: the ends of lines count
        said, discard = read_annotations(min(files[path.stem]).read_text(encoding="utf-8"), text)
        documents.append(Document(path.stem, text, said, discard))
    return documents


def read_annotations(brat: str, text: str) -> tuple[tuple[Said, ...], Pieces]:
    """The attributions of one .ann file in order of their first character, and the pieces that were set aside."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: list[list[str]] = []
    for columns in (line.split("\t") for line in brat.split("\n")):
        if len(columns) > 1 and columns[0].startswith("T"):
            label, _, offsets = columns[1].partition(" ")
            spans[columns[0]] = label, [_piece(piece) for piece in offsets.split(";")]
        elif len(columns) > 1 and columns[0].startswith("E"):
            events.append(columns[1].split()[1:])
    mask = quoted(text)
    found = []
    for arguments in events:
        held: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for argument in arguments:
            name, _, target = argument.partition(":")
            role = name.rstrip("0123456789").lower()
            if role in held and target in spans:
                held[role] += spans[target][1]
        source, cue, content = (tuple(sorted(held[role])) for role in ROLES)
        found.append(Said(source, cue, content, kind_of(text, mask, content)))
    found.sort(key=lambda said: min((*said.source, *said.cue, *said.content), default=(0, 0)))
    return tuple(found), tuple(piece for label, pieces in spans.values() if label == "Discard" for piece in pieces)


def _piece(offsets: str) -> tuple[int, int]:
    start, end = offsets.split()
    return int(start), int(end)


def quoted(text: str) -> bytearray:
    """One byte a character: 1 inside double quotation marks. A mark that is never closed runs to the line's end.

    >>> bytes(quoted('a "b" c'))
    b'\\x00\\x00\\x01\\x01\\x01\\x00\\x00'
    """
    mask = bytearray(len(text))
    for start, end in _quotations(text):
        mask[start:end] = b"\1" * (end - start)
    return mask


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for i, letter in enumerate(text):
        if letter == "\n":
            if opened is not None:
                yield opened, i
            opened = None
        elif letter in "“„" or (letter == '"' and opened is None):
            opened = i if opened is None else opened
        elif letter in '”"':
            if opened is not None:
                yield opened, i + 1
            opened = None
    if opened is not None:
        yield opened, len(text)


def kind_of(text: str, mask: bytearray, content: Pieces) -> Kind:
    """Whether all, some or none of the words of a content are inside quotation marks."""
    inside = [mask[word.start()] for start, end in content for word in WORD.finditer(text, start, end)]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"
