"""What the command prints for people: statements with their words marked, safe in any terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.text.printable import safe, safe_keeping_ends
from sayso.values.findings import Attribution
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.views.evidence import marks as marks_of_cuts


@dataclass(frozen=True, slots=True)
class Marks:
    """How the parts of a statement are marked: pairs put around source, cue and content."""

    source: tuple[str, str]
    cue: tuple[str, str]
    content: tuple[str, str]


PLAIN: Final = Marks(("{", "}"), ("<", ">"), ("[", "]"))
COLOUR: Final = Marks(("\x1b[1;36m", "\x1b[0m"), ("\x1b[33m", "\x1b[0m"), ("\x1b[4m", "\x1b[0m"))


def marked_sentences(
    reading: Reading, attribution: Attribution, evidence: Sequence[Span], *, colour: bool = False
) -> list[str]:
    """The sentences of a statement, each by itself, with its source, cue and content marked.

    colour   mark by colours of a terminal, else {source} <cue> [content]
    """
    marks = COLOUR if colour else PLAIN
    parts: list[tuple[int, int, tuple[str, str]]] = []
    for name in ("source", "cue", "content"):
        parts += [(span.start, span.end, getattr(marks, name)) for span in getattr(attribution, name)]
    parts.sort(key=lambda part: (part[0], -part[1]))
    out = []
    for sentence in evidence:
        position = sentence.start
        before, behind = marks_of_cuts(reading.report.text, sentence.start, sentence.end)
        text = [before]
        for start, end, (opening, closing) in parts:
            start, end = max(start, position), min(end, sentence.end)
            if start < end:
                text.append(safe_keeping_ends(reading.report.text[position:start]))
                text.append(opening + safe(reading.report.text[start:end]) + closing)
                position = end
        text.append(safe_keeping_ends(reading.report.text[position : sentence.end]) + behind)
        out.append("".join(text))
    return out
