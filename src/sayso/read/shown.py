"""What a piece of HTML shows, roughly: for readers of containers, which only ask how many words there are."""

from __future__ import annotations

import re
from typing import Final

PIECE: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]*+)[^<>]*+>|(?P<text>[^<]+)|<")
HIDDEN: Final = frozenset({"head", "style", "script", "title", "template"})


def shown_text(page: str) -> str:
    """Return the text between the tags, without scripts and styles; linear in the page, whatever it holds.

    >>> shown_text("<style>p {}</style><p>It <b>rained</b>.").split()
    ['It', 'rained', '.']
    """
    out: list[str] = []
    hidden = ""
    for piece in PIECE.finditer(page):
        name = (piece["name"] or "").lower()
        if piece["text"] is not None:
            if not hidden:
                out.append(piece["text"])
        elif hidden:
            if piece["end"] and name == hidden:
                hidden = ""
        elif name in HIDDEN and not piece["end"]:
            hidden = name
        elif name:
            out.append(" ")
    return "".join(out)
