"""Shared text in words: how a passage of one report stands in another, as the line of an export tells it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from sayso.values.copies import Copy, SharedPassage

How = Literal["verbatim", "wire", "trimmed", "edited", "extended", "updated", "stock"]
WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")
NUMBER: Final = re.compile(r"\d")
WHOLE: Final = 0.9  # of the words of a report that are in the other: then it is there as a whole


def copy_dicts(copy: Copy, left: str, right: str) -> Iterator[dict[str, Any]]:
    """The lines of two reports that share text, one a passage, in the order of the left one.

    left, right   the texts of `copy.a` and `copy.b`
    """
    sides = len(WORD.findall(left)), len(WORD.findall(right))
    shared = sum(passage.words for passage in copy.passages if not passage.stock)
    come = "left" if copy.first == copy.a else "right" if copy.first == copy.b else "unknown"
    for passage in copy.passages:
        out: dict[str, Any] = {
            "kind": "copy",
            "left": _span(copy.a, left, passage.start, passage.end),
            "right": _span(copy.b, right, passage.other_start, passage.other_end),
            "how": how_copied(copy, passage, left, right, shared, sides),
            "from": come,
            "cover": copy.score,
        }
        yield out | ({"why": _why(copy)} if _why(copy) else {})


def how_copied(copy: Copy, passage: SharedPassage, left: str, right: str, shared: int, sides: tuple[int, int]) -> How:
    """How a passage came from one report into the other.

    shared   words of all passages
    sides    words of both reports
    edited: words were changed; updated: a number alone was; wire: unchanged, and one of both credits an agency or is
    it; trimmed, extended: unchanged, and the later report is the shorter one of both, or holds all of the other
    """
    if passage.stock:
        return "stock"
    changed = _changed(left[passage.start : passage.end], right[passage.other_start : passage.other_end])
    if changed:
        return "updated" if all(NUMBER.search(word) for word in changed) else "edited"
    turned = copy.first == copy.b
    earlier, later = sides[::-1] if turned else sides
    if copy.label == "copy" and shared >= WHOLE * earlier and later - shared > (1 - WHOLE) * later:
        return "extended"
    if copy.label == "copy" and shared >= WHOLE * later and earlier - shared > (1 - WHOLE) * earlier:
        return "trimmed"
    return "wire" if copy.agencies or copy.because == "agency" else "verbatim"


def _changed(one: str, other: str) -> list[str]:
    """The words that stand in one of two stretches alone; capitals make no difference."""
    mine, theirs = ([word.casefold() for word in WORD.findall(text)] for text in (one, other))
    if mine == theirs:
        return []
    changed = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            changed += mine[i:j] + theirs[k:m]
    return changed


def _why(copy: Copy) -> str:
    if copy.agencies:
        return f"both credit {', '.join(copy.agencies)}"
    match copy.because:
        case "agency":
            return "the other one credits the agency that published it"
        case "date":
            return "published earlier"
    return ""


def _span(report: str, text: str, start: int, end: int) -> dict[str, Any]:
    return {"report": report, "start": start, "end": end, "text": text[start:end]}
