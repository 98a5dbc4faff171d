"""Where sentences end, by rule: fast, and the same with or without a parse.

A sentence ends at . ! ? or … with what closes after it, before white space and something that can begin one. What looks
like an end and is none (Mr., U.S., R. Aldo, No. 5) is told by a language's abbreviations. A quotation's inner sentences
are parted too; a paragraph end always parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.text import quotations

END: Final = re.compile(r"[.!?…]+[\"”’»'')\]]*(?=\s)|[:;](?=\s*$)")
BEGINS: Final = re.compile(r"\s+[\"“„«‘'(\[—–-]*\s?(?=[^\W_])")
LAST_WORD: Final = re.compile(r"(?:^|[\s(\[\"“‘'])([^\s(\[\"“‘']*)$")
ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cmdr adm maj brig rev hon sen rep gov pres st jr sr vs etc no nos fig vol "
    "inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun calif fla mass pa "
    "e.g i.e a.m p.m u.s u.k u.n e.u u.s.s.r d.c ph.d messrs ayat hojat".split()
)


def sentence_spans(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None, abbreviations: frozenset[str] = ABBREVIATIONS
) -> list[tuple[int, int]]:
    """The sentences of a text: [(start, end)] in order and apart, white space at their ends left out.

    >>> text = 'Mr. R. Aldo left. “Why?” he asked. No. 5 did not.'
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Mr. R. Aldo left.', '“Why?” he asked.', 'No. 5 did not.']
    """
    found: list[tuple[int, int]] = []
    for start, end in quotations.paragraph_spans(text) if paragraphs is None else paragraphs:
        begin = start
        for match in END.finditer(text, start, end):
            after = BEGINS.match(text, match.end(), end)
            if after is None or match.start() == begin:
                continue
            if _goes_on(text, begin, match, after.end(), abbreviations):
                continue
            found.append((begin, match.end()))
            begin = match.end()
            while begin < end and text[begin].isspace():
                begin += 1
        if begin < end:
            found.append((begin, end))
    return found


def _goes_on(text: str, begin: int, match: re.Match[str], next_start: int, abbreviations: frozenset[str]) -> bool:
    """Whether what looks like an end is none."""
    following = text[next_start]
    if following.islower():
        return True
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return False
    word = LAST_WORD.search(text[max(begin, match.start() - 30) : match.start()])
    last = word.group(1).lower() if word else ""
    if len(last) == 1 and last.isalpha() and last != "i":
        return True
    if last in ("no", "nos"):  # "No. 5", but "He said no. They left."
        return following.isdigit()
    if last in ("a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "inc", "ltd", "co", "corp", "etc", "jr", "sr"):
        return following.islower()
    if last in ("sun", "sat", "mar", "may", "co", "pa", "mass"):  # words too
        return not following.isupper()
    return last in abbreviations
