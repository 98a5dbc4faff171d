"""Tokens of a sentence as the search for quantities sees them, and the phrases that are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from enum import StrEnum, auto
from functools import lru_cache

from sayso.lang.needs.quantities import QuantityWords


class TokenKind(StrEnum):
    """What a token is by its letters alone; the names of the groups of `token_pattern`."""

    NUMBER = auto()
    WORD = auto()
    OWN = auto()  # 's
    MONEY = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A word, number or mark; `low` is it in lower case, `glued` whether it follows the one before without a space."""

    start: int
    end: int
    text: str
    low: str
    kind: TokenKind
    glued: bool


@lru_cache(maxsize=8)
def token_pattern(words: QuantityWords) -> re.Pattern[str]:
    """Return the pattern of tokens. Spaces inside a number ("2. 6 million", "120, 000") are those of tokenized text."""
    scales = "|".join([*words.numbers.scales, *(re.escape(phrase[0]) for phrase in words.percent), *words.measured])
    behind = "|".join(rf"(?<={word}{mark})" for word in words.measured for mark in (" ", " - ", "-", f" {words.of} "))
    return re.compile(
        rf"(?P<{TokenKind.NUMBER}>[0-9]{{1,3}}(?:, ?[0-9]{{3}})*,(?: 000|[0-9]{{3}})(?:\.[0-9]+)?(?![0-9])"
        rf"|(?:[0-9]{{1,3}}\.\ [0-9]{{1,2}}(?=[ -]{{0,3}}(?:{scales}))|(?:{behind})[0-9]\.\ [0-9](?![0-9]))"
        r"|[0-9]+(?:\.[0-9]+)*)"
        rf"|(?P<{TokenKind.WORD}>(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:{words.word_tail})?)"
        rf"|(?P<{TokenKind.OWN}>['’]{words.own}\b|['’](?![^\W\d_]))"
        rf"|(?P<{TokenKind.MONEY}>[^\W\d_]{{0,2}}\$|[£€¥₹₪₽₩])|(?P<{TokenKind.MARK}>[^\w\s])",
        re.IGNORECASE,
    )


def tokens_of(text: str, start: int, end: int, words: QuantityWords) -> list[NumberToken]:
    """Return the tokens of a sentence."""
    found: list[NumberToken] = []
    past = -1
    for match in token_pattern(words).finditer(text, start, end):
        at = match.start()
        word = match.group()
        found.append(NumberToken(at, match.end(), word, word.lower(), TokenKind(match.lastgroup or ""), at == past))
        past = match.end()
    return found


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first and by their last word."""

    by_first: dict[str, list[tuple[str, ...]]]
    by_last: dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class PhraseBooks:
    """The fields of a language's words that hold phrases, see QuantityWords."""

    nobody: Phrases
    before: Phrases
    behind: Phrases
    between: Phrases
    ratio: Phrases
    percent: Phrases
    units: Phrases
    age_decade: Phrases
    odd: Phrases
    clock: Phrases


@lru_cache(maxsize=8)
def phrases_of(words: QuantityWords) -> PhraseBooks:
    """Return the fields of a language's words that hold phrases, each by first and last word."""
    return PhraseBooks(*(_phrases(getattr(words, book.name)) for book in fields(PhraseBooks)))


def _phrases(phrases: Collection[tuple[str, ...]]) -> Phrases:
    book = Phrases({}, {})
    for phrase in phrases:
        book.by_first.setdefault(phrase[0], []).append(phrase)
        book.by_last.setdefault(phrase[-1], []).append(phrase)
    return book
