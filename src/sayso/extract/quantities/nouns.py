"""What a number counts, without a parse: the words behind it up to the first plural, and what befell them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.extract.quantities.numbers import Numbers
from sayso.extract.quantities.tokens import NumberToken, TokenKind
from sayso.lang.needs.quantities import QuantityWords
from sayso.values.terms import QuantityRole

REACH: Final = 8  # words that a counted noun may have
SHORTEST_PLURAL, SHORTEST_PEOPLE, SHORTEST_VERB = 3, 6, 5  # letters of "MPs", "Yemenis", a verb that its end shows
NEAR, FAR_RIGHT, FAR_LEFT = 22, 70, 90  # characters from a number to a word that shows its role


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A counted noun: its first token and the one behind its last; `owner` says it stands behind "of"."""

    first: int
    last: int


class CountedNouns:
    """Finds counted nouns in one sentence."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers, self.words, self.tokens = numbers, numbers.words, numbers.tokens
        self.plurals = numbers.words.numbers.plurals
        self.counting = counting_words(numbers.words)
        self.cues = cue_pattern(numbers.words)

    def behind(self, i: int, *, one: bool, share: bool) -> CountedNoun | None:
        """Return the noun behind the number that ends before a token.

        one     a noun in the singular will do
        share   the number is a part: what stands behind "of" will do in the singular too
        """
        low = self.numbers.low
        if (
            low(i) == "-"
            and self.tokens[i].glued
            and i + 1 < len(self.tokens)
            and self.tokens[i + 1].kind == TokenKind.WORD
        ):
            return CountedNoun(i + 1, i + 2)  # "a four-person crew"
        if low(i) == self.words.of:
            return self._behind_of(i + 1, share)
        while low(i) in self.words.skipped:
            i += 1
        return self._run(i, one=one, mass=share)

    def _behind_of(self, i: int, share: bool) -> CountedNoun | None:
        low = self.numbers.low
        if low(i) in self.words.pronouns:  # "82 of them Ostrany nationals", "two of them died"
            return self._run(i + 1, one=False, mass=False)
        for k in range(i, min(i + 5, len(self.tokens))):  # "of the state's 41 delegates"
            if self.tokens[k].kind == TokenKind.OWN:
                i = k + 1
                break
            if self.tokens[k].kind == TokenKind.MARK and low(k) != "-":
                break
        while low(i) in self.words.owners or low(i) in self.words.articles:
            i += 1
        amount = self.numbers.amount(i)
        if amount is not None:
            i = amount.end
        return self._run(i, one=False, mass=share)

    def _run(self, start: int, *, one: bool, mass: bool) -> CountedNoun | None:
        """From a token to the first plural before a word that no noun holds; to that word where singular will do."""
        k = start
        while k < min(len(self.tokens), start + REACH) and self._holds(k, start):
            if self.tokens[k].low in self.words.states and k == start:
                return CountedNoun(start, k + 1) if self._counts_state(start) else None
            if self._is_plural(k) and not (self.tokens[k].low in self.words.adjectives and self._is_plural(k + 1)):
                while (
                    self._is_plural(k + 1)
                    and self._holds(k + 1, start)
                    and self.tokens[k + 1].low.endswith(self.plurals.ending)
                ):
                    k += 1
                return CountedNoun(start, k + 1)
            k += 1
        if not (one or mass) or k == start:
            return None
        end = next((n for n in range(start + 1, k) if self._is_verb(n)), k)
        if (self._is_verb(start) or self.tokens[start].low.endswith(self.words.doing_end)) and not mass:
            return None
        return CountedNoun(start, end)

    def _counts_state(self, i: int) -> bool:
        """Return whether "dead" behind a number is a noun: not at the start of a sentence, nor behind "left"."""
        k = i - 1
        while k >= 0 and (self.tokens[k].kind == TokenKind.NUMBER or self.tokens[k].low in self.counting):
            k -= 1
        return k >= 0 and self.tokens[k].low not in self.words.left

    def _holds(self, k: int, start: int) -> bool:
        token = self.tokens[k]
        if token.kind == TokenKind.WORD:
            if token.low not in self.words.stops:
                return True
            # "two A-37 planes"
            return (
                token.text.isupper()
                and k + 2 < len(self.tokens)
                and (self.tokens[k + 1].low == "-" and self.tokens[k + 1].glued and self.tokens[k + 2].glued)
            )
        if token.low == "-":
            return k > start and token.glued
        if token.kind == TokenKind.NUMBER:
            # "F-16 jets", "122mm rockets"
            return token.glued or (k + 1 < len(self.tokens) and self.tokens[k + 1].glued)
        return False

    def _is_plural(self, k: int) -> bool:
        if not 0 <= k < len(self.tokens) or self.tokens[k].kind != TokenKind.WORD:
            return False
        low = self.tokens[k].low
        if low == self.plurals.ending:
            return self.tokens[k].glued and k > 0 and self.tokens[k - 1].kind == TokenKind.NUMBER  # "nine MiG-29s"
        if low in self.words.verbs or low in self.words.stops:
            return False
        if low in self.words.people or low.endswith(self.words.people_ends):
            return True
        if self.plurals.peoples is not None and low.endswith(self.plurals.peoples):
            return self.tokens[k].text[0].isupper() and len(low) >= SHORTEST_PEOPLE  # "Yemenis"
        return self.plurals.fits(low, shortest=SHORTEST_PLURAL)

    def _is_verb(self, k: int) -> bool:
        low = self.tokens[k].low
        return low in self.words.verbs or (low.endswith(self.words.verb_ends) and len(low) >= SHORTEST_VERB)

    def before(self, i: int) -> CountedNoun | None:
        """The plural that stands before a token ("arrivals | from 3.1 million")."""
        return CountedNoun(i - 1, i) if self._is_plural(i - 1) else None

    def named(self, noun: str, *, members: bool = False) -> QuantityRole | None:
        """The role that a counted noun tells by itself ("hostages"); that of members only where asked for."""
        low = f" {noun.lower()}"
        for role, cues in self.words.roles:
            if (role == "members") == members and any(f" {cue}" in low for cue in cues):
                return role
        return None

    def body(self, left: str, right: str) -> QuantityRole | None:
        """Return whether the words next to it make it the size of a body: "a jury of nine women", "40,000 strong"."""
        if right[:9].lower().strip(" -").startswith(self.words.strong):
            return "members"
        near = f" {left[-14:].lower()}"
        cues = next((cues for role, cues in self.words.roles if role == "members"), ())
        return "members" if any(f" {cue}" in near or right[:9].lower().startswith(f" {cue}") for cue in cues) else None

    def beside(self, left: str, right: str) -> QuantityRole | None:
        """What befell the counted: by a word close before, one behind, one farther before.

        left, right   the text between this quantity and its neighbours, at most; `left` ends where this one starts
        """
        left, right = left[-FAR_LEFT:].lower(), right[:FAR_RIGHT].lower()
        near = left[-NEAR:]
        for part in self.words.parts:
            near = near.rpartition(part)[2]
        return self._nearest(near, last=True) or self._nearest(right, last=False) or self._nearest(left, last=True)

    def _nearest(self, stretch: str, *, last: bool) -> QuantityRole | None:
        found: QuantityRole | None = None
        for match in self.cues.finditer(stretch):
            found = match.lastgroup  # type: ignore[assignment]
            if not last:
                break
        return found


@lru_cache(maxsize=8)
def cue_pattern(words: QuantityWords) -> re.Pattern[str]:
    """Finds the beginnings of words that show what befell the counted; the name of the group is the role."""
    roles = [(role, cues) for role, cues in words.roles if role != "members"]
    return re.compile("|".join(rf"(?P<{role}>\b(?:{'|'.join(map(re.escape, cues))}))" for role, cues in roles))


@lru_cache(maxsize=8)
def counting_words(words: QuantityWords) -> frozenset[str]:
    """Return the words that hedges and numbers are made of."""
    hedges = {word for phrase in words.before for word in phrase}
    return frozenset({*hedges, *words.numbers.units, *words.numbers.scales, *words.articles, *words.grouped, "-"})


def is_upper(tokens: list[NumberToken]) -> bool:
    """Return whether a sentence is written in capitals throughout."""
    words = [token.text for token in tokens if token.kind == TokenKind.WORD and len(token.text) > 1]
    return bool(words) and all(word.isupper() for word in words)


def is_title(tokens: list[NumberToken]) -> bool:
    """Return whether a sentence is a heading in which most words have a capital."""
    words = [token.text for token in tokens if token.kind == TokenKind.WORD and len(token.text) > 3]
    return len(words) > 3 and tokens[-1].low != "." and sum(word[0].isupper() for word in words) > 0.7 * len(words)
