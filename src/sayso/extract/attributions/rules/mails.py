"""Quoted mails: a line that names who wrote, and lines that begin with ``>``."""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.attributions.drafts import Draft
from sayso.extract.attributions.rules.registry import Context, mend
from sayso.text.layout import Piece

MARKS: Final = re.compile(r"[ \t]*((?:>[ \t]?)*)")
ADDRESS: Final = re.compile(r"[ \t]{0,20}[<(\[][^\s<>]{0,200}@")


@mend(
    "quoted-mail",
    example="{s:Karel Dunn <karel@front.example} {q:wrote:}\n{c:> I saw nothing.\n> Nobody did.\n\nWe will answer}.",
    becomes="{s:Karel Dunn} <karel@front.example {q:wrote:}\n> {c:I saw nothing.\n> Nobody did.}\n\nWe will answer.",
    keeps="{s:Karel Dunn} {q:wrote:}\n\n{c:I saw nothing}.\n\n> Nobody did.",
)
def quoted_mail(draft: Draft, context: Context) -> None:
    """What a mail quotes with ``>`` is its writer's, and what follows is the sender's."""
    text = context.text
    if not draft.cue or not draft.content:
        return
    past = max(end for _, end in draft.cue)
    line_end = _end_of_line(text, past)
    if ":" not in text[past - 1 : line_end] or text[past:line_end].strip(" \t:>"):
        return
    level = _level(text, text.rfind("\n", 0, past) + 1)
    quoted = _quoted(text, line_end + 1, level + 1)
    if not quoted:
        return
    draft.content = quoted
    draft.source = [_without_address(text, piece) for piece in draft.source]


def _quoted(text: str, place: int, level: int) -> list[Piece]:
    """The lines of this many marks that begin here, a stretch for each run of them, without the marks before it."""
    found: list[Piece] = []
    run: Piece | None = None
    begun = False
    while place < len(text):
        end = _end_of_line(text, place)
        blank = not text[place:end].strip()
        depth = _level(text, place)
        if depth < level and not (blank and not begun):
            break
        begun = begun or not blank
        words = MARKS.match(text, place, end)
        start = words.end() if words is not None else place
        if depth != level:
            run = None
        elif text[start:end].strip():
            last = start + len(text[start:end].rstrip())
            if run is None:
                found.append((start, last))
            else:
                found[-1] = (run[0], last)
            run = found[-1]
        place = end + 1
    return found


def _level(text: str, place: int) -> int:
    found = MARKS.match(text, place)
    return found[1].count(">") if found is not None else 0


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def _without_address(text: str, piece: Piece) -> Piece:
    start, end = piece
    found = ADDRESS.search(text, start, end)
    return (start, found.start()) if found is not None and found.start() > start else piece
