"""Where sentences end, by rule: fast, and the same with or without a parse.

A sentence ends at . ! ? or … with what closes after it, before white space and something that can begin one. What looks
like an end and is none (Mr., U.S., R. Aldo, No. 5) is told by a language's abbreviations. A quotation's inner sentences
are parted too; a paragraph end always parts. What runs on for LONGEST characters is cut at a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.lang.needs.text import SentenceWords
from sayso.text import quotations

# possessive, and only from the first stop of a run: a long run of stops is gone through once
END: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»'')\]]*+(?=\s)|[:;](?=\s*$)")
BEGINS: Final = re.compile(r"\s+[\"“„«‘'(\[—–-]*\s?(?=[^\W_])")
LAST_WORD: Final = re.compile(r"(?:^|[\s(\[\"“‘'])([^\s(\[\"“‘']*)$")
LONGEST: Final = 2_000  # characters; the longest sentence of 4,000 reports has half of them
SPACE: Final = re.compile(r"\s+")
LAST_WORD_REACH: Final = 30  # characters before a full stop in which its word is looked for


def sentence_spans(
    text: str, paragraphs: Sequence[tuple[int, int]] | None, words: SentenceWords
) -> list[tuple[int, int]]:
    """The sentences of a text: [(start, end)] in order and apart, white space at their ends left out.

    paragraphs   those of the text, None to find them
    words        the language's words that end no sentence, though a full stop follows

    >>> from sayso.lang import load_language
    >>> english = load_language("en").text.sentences
    >>> text = 'Mr. R. Aldo left. “Why?” he asked. No. 5 did not.'
    >>> [text[start:end] for start, end in sentence_spans(text, None, english)]
    ['Mr. R. Aldo left.', '“Why?” he asked.', 'No. 5 did not.']
    """
    found: list[tuple[int, int]] = []
    for start, end in quotations.paragraph_spans(text) if paragraphs is None else paragraphs:
        begin = start
        for match in END.finditer(text, start, end):
            after = BEGINS.match(text, match.end(), end)
            if after is None or match.start() == begin:
                continue
            if _goes_on(text, begin, match, after.end(), words):
                continue
            found += _cut(text, begin, match.end())
            begin = match.end()
            while begin < end and text[begin].isspace():
                begin += 1
        if begin < end:
            found += _cut(text, begin, end)
    return found


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in parts of at most LONGEST characters, cut at the last space of the second half where there is one.

    >>> list(_cut("x" * 1500 + " " + "y" * 1500, 0, 3001))
    [(0, 1500), (1501, 3001)]
    """
    while end - begin > LONGEST:
        past = begin + LONGEST
        spaces = list(SPACE.finditer(text, past - LONGEST // 2, past))
        cut, after = spaces[-1].span() if spaces else (past, past)
        yield begin, cut
        begin = after
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


def _goes_on(text: str, begin: int, match: re.Match[str], next_start: int, words: SentenceWords) -> bool:
    """Whether what looks like an end is none."""
    following = text[next_start]
    if following.islower():
        return True
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return False
    word = LAST_WORD.search(text[max(begin, match.start() - LAST_WORD_REACH) : match.start()])
    last = word.group(1).lower() if word else ""
    if len(last) == 1 and last.isalpha() and last not in words.alone:
        return True
    if last in words.with_number:  # "No. 5", but "He said no. They left."
        return following.isdigit()
    if last in words.either:
        return following.islower()
    if last in words.words_too:  # words too
        return not following.isupper()
    return last in words.abbreviations
