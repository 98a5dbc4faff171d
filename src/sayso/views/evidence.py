"""A sentence of evidence as it is shown: one that was cut says so by "…" where more of it stands in the report."""

from __future__ import annotations

from typing import Final

CUT: Final = "…"
LEAST: Final = 500  # code points; what is cut is longer, save the rest of what was cut
ENDS: Final = ".!?…\"”’»'')]:;"  # what may stand at the end of a whole sentence


def shown(text: str, start: int, end: int) -> str:
    """The words of a stretch, with a mark at each end that lies inside a sentence.

    >>> text = "The fund " + "and the fund " * 50 + "was empty. Nobody knew."
    >>> shown(text, 9, 609)[:11], shown(text, 9, 609)[-8:], shown(text, 0, len(text) - 13)[-10:]
    ('… and the f', 'und an …', 'was empty.')
    """
    before, after = marks(text, start, end)
    return before + text[start:end] + after


def marks(text: str, start: int, end: int) -> tuple[str, str]:
    """What is put before and behind a stretch: "… " and " …" where it was cut, else ""."""
    if end - start < LEAST:
        return "", ""
    return f"{CUT} " if _inside(text, start) else "", f" {CUT}" if _goes_on(text, end) else ""


def _inside(text: str, start: int) -> bool:
    while start and text[start - 1].isspace():
        start -= 1
        if text[start] in "\n\r":
            return False
    return start > 0 and text[start - 1] not in ENDS


def _goes_on(text: str, end: int) -> bool:
    if text[end - 1] in ENDS:
        return False
    while end < len(text) and text[end].isspace():
        if text[end] in "\n\r":
            return False
        end += 1
    return end < len(text)
