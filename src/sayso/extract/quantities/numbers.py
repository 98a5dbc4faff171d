"""The numbers written in a sentence: digits, words, vague numbers, fractions and ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.quantities.tokens import NumberToken, Phrases, TokenKind, phrases_of
from sayso.lang.needs.quantities import QuantityWords

FULL_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2},000\Z")
DOZEN: Final = 12  # what multiplies the number before it although it is no scale
WHOLES: Final = (*range(2, 11), 12, 20, 50, 100, 1000)  # what "one in" may stand before
LONGEST_NUMBER: Final = 15  # digits; what is longer is no number that anyone counts


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or its bounds, and the token behind it.

    share   it is a part of a whole, 0 to 1
    vague   its words give bounds alone, which no hedge moves
    """

    value: float | None
    low: float | None
    high: float | None
    end: int
    share: bool = False
    vague: bool = False


class Numbers:
    """Reads numbers from the tokens of one sentence."""

    def __init__(self, tokens: Sequence[NumberToken], words: QuantityWords) -> None:
        self.tokens, self.words = tokens, words
        self.books = phrases_of(words)

    def low(self, i: int) -> str:
        """Return the lower-case word at a place, "" outside."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def starts(self, i: int, book: Phrases) -> int:
        """Return how many tokens the longest of these phrases takes that starts here; 0 for none."""
        best = 0
        for phrase in book.by_first.get(self.low(i), ()):
            if len(phrase) > best and all(self.low(i + n) == word for n, word in enumerate(phrase)):
                best = len(phrase)
        return best

    def ends(self, i: int, book: Phrases) -> int:
        """Return how many tokens the longest of these phrases takes that ends before here; 0 for none."""
        best = 0
        for phrase in book.by_last.get(self.low(i - 1), ()):
            size = len(phrase)
            if size > best and all(self.low(i - size + n) == word for n, word in enumerate(phrase)):
                best = size
        return best

    def amount(self, i: int) -> Amount | None:
        """Return the number that starts at a token, with a range, a fraction or a scale; None if there is none."""
        first = self.simple(i)
        if first is None:
            return None
        return self._ratio(first) or self._range(i, first) or first

    def simple(self, i: int) -> Amount | None:
        """Return the number that starts at a token, without a range."""
        token = self.tokens[i] if i < len(self.tokens) else None
        if token is None:
            return None
        if token.kind == TokenKind.NUMBER:
            return self._digits(i)
        if token.kind != TokenKind.WORD:
            return None
        low = token.low
        numbers = self.words.numbers
        if low in numbers.units or low in numbers.scales:
            return self._fraction(i, self._in_words(i))
        if low in self.words.articles:
            return self._with_article(i)
        if low in self.words.fractions:
            return self._half(i)
        return self._vague(i)

    def _digits(self, i: int) -> Amount | None:
        token = self.tokens[i]
        value = number_of(token.text)
        if value is None:
            return None
        j = i + 1
        # thousands parted by spaces: "1 250 detainees"
        while (
            token.text.isdigit()
            and len(self.tokens[i].text) <= 3
            and j < len(self.tokens)
            and self.tokens[j].kind == TokenKind.NUMBER
            and len(self.tokens[j].text) == 3
            and self.tokens[j].text.isdigit()
            and self.tokens[j].start - self.tokens[j - 1].end == 1
        ):
            value = value * 1000 + int(self.tokens[j].text)
            j += 1
        return self._scaled(Amount(value, None, None, j))

    def _scaled(self, amount: Amount) -> Amount:
        """The number with the scales behind it: "2 million", "2.7bn", "a million and a half"."""
        words = self.words
        value, j = amount.value or 0.0, amount.end
        last = 1
        if self.low(j) == "-" and self.low(j + 1) in words.numbers.scales:
            j += 1  # "$137-million"
        while self.low(j) in words.numbers.scales or words.grouped.get(self.low(j)) == DOZEN:
            last = words.numbers.scales.get(self.low(j)) or words.grouped[self.low(j)]
            value, j = value * last, j + 1
        if last == 1 and j < len(self.tokens) and self.tokens[j].glued and self.low(j) in words.numbers.short:
            tight = self.low(j) in words.tight_units
            money = amount.end >= 2 and self.tokens[amount.end - 2].kind == TokenKind.MONEY
            if money or not tight or self._noun_follows(j + 1):
                value, j = value * words.numbers.short[self.low(j)], j + 1
        if last > 1 and self._and_a_part(j):
            value, j = value + last * self._and_a_part(j), j + 3
        return replace(amount, value=value, end=j)

    def _noun_follows(self, i: int) -> bool:
        low = self.low(i)
        return (
            bool(low)
            and self.tokens[i].kind == TokenKind.WORD
            and low not in self.words.stops
            and not self.tokens[i].glued
        )

    def _and_a_part(self, i: int) -> float:
        """The part that comes on top: .5 of "and a half", .25 of "and a quarter"; 0 where none does."""
        low, words = self.low(i + 2), self.words
        if self.low(i) != words.numbers.joiner or self.low(i + 1) not in words.articles:
            return 0.0
        return words.fractions.get(low, 0.0) if low not in words.numbers.ordinals else 0.0

    def _in_words(self, i: int) -> Amount:
        """A number in words: "two hundred and six", "twenty-three thousand four hundred"."""
        numbers = self.words.numbers
        total = current = 0.0
        j = i
        smallest = float("inf")  # a scale must be smaller than those before it, unless it multiplies what stands alone
        while j < len(self.tokens):
            low = self.low(j)
            if low in numbers.units:
                unit = numbers.units[low]
                if j > i and current and not numbers.continues(current, unit):
                    break
                current += unit
                j += 1
            elif low in numbers.scales and (current > 0 or j == i):
                scale = numbers.scales[low]
                if scale >= smallest and scale > 100:
                    break
                current = max(current, 1) * scale
                if scale > 100:
                    total, current, smallest = total + current, 0.0, scale
                j += 1
            elif (
                low == "-"
                and self._continues(j + 1, current)
                or low == numbers.joiner
                and self.low(j - 1) in numbers.scales
                and self._continues(j + 1, current)
            ):
                j += 1
            else:
                break
        amount = Amount(total + current, None, None, max(j, i + 1))
        part = self._and_a_part(amount.end)
        if part and (self.low(amount.end + 3),) in self.words.units:
            return replace(amount, value=total + current + part, end=amount.end + 3)
        if part and self.low(amount.end + 3) in numbers.scales:
            # "two and a half thousand"
            return self._scaled(replace(amount, value=total + current + part, end=amount.end + 3))
        if part and smallest < float("inf"):
            return replace(amount, value=total + current + smallest * part, end=amount.end + 3)
        if self.words.grouped.get(self.low(amount.end)) == DOZEN:
            return self._scaled(amount)
        return amount

    def _continues(self, i: int, current: float) -> bool:
        low = self.low(i)
        numbers = self.words.numbers
        if low in numbers.units:
            return numbers.units[low] > 0 and (not current or numbers.continues(current, numbers.units[low]))
        return low in numbers.scales and 0 < current < numbers.scales[low] and self.low(i - 1) == "-"

    def _fraction(self, i: int, amount: Amount) -> Amount:
        """two-thirds, three quarters: a number and the name of a part."""
        j = amount.end + (self.low(amount.end) == "-")
        part = self.words.fractions.get(self.low(j))
        value = amount.value or 0
        if (
            part is None
            or not 1 <= value < 1 / part
            or (value == 1) == self.low(j).endswith(self.words.numbers.plurals.ending)
        ):
            return amount
        return self._of_scale(Amount(value * part, None, None, j + 1, share=True))

    def _of_scale(self, amount: Amount) -> Amount:
        """The number of "a quarter of a million", which is no share; else the share itself."""
        words = self.words
        at = amount.end + 1
        article = self.low(at) in words.articles
        scale = words.numbers.scales.get(self.low(at + article))
        if self.low(amount.end) != words.of or scale is None or amount.value is None:
            return amount
        return Amount(amount.value * scale, None, None, at + article + 1)

    def _with_article(self, i: int) -> Amount | None:
        """a dozen, a couple, a hundred, a third, a few, a number (of), a handful; "a" alone is no number."""
        low = self.low(i + 1)
        words = self.words
        if low in words.single:
            return Amount(1, None, None, i + 2)
        if low in words.few:
            return self._few(i + 1)
        if low in words.grouped:
            if low in words.numbers.scales:
                inner = self._in_words(i + 1)
                return self._scaled(inner) if inner.value == words.numbers.scales[low] else inner
            return self._group_of(Amount(words.grouped[low], None, None, i + 2))
        if low in words.fractions and self.low(i + 2) != words.numbers.joiner:
            if words.fractions[low] == 0.5 and self.low(i + 2) != words.of or self._is_ordinal(i + 1):
                return None
            return self._of_scale(Amount(words.fractions[low], None, None, i + 2, share=True))
        if low in words.heaps and self.low(i + 2) == words.of:
            return Amount(None, words.heaps[low], None, i + 2, vague=True)
        return None

    def _is_ordinal(self, i: int) -> bool:
        """Whether a part's name is a place in a row: "a third man", but "a third of the men", "a third more"."""
        behind = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if self.low(i) not in self.words.numbers.ordinals or behind is None or behind.kind != TokenKind.WORD:
            return False
        return behind.low not in self.words.stops and behind.low not in self.words.comparing

    def _group_of(self, amount: Amount) -> Amount:
        """The number of "a couple of thousand", "a couple hundred", "a pair of dozen"."""
        words = self.words
        at = amount.end + (self.low(amount.end) == words.of)
        scale = words.grouped.get(self.low(at))
        if scale is None or amount.value is None or scale <= amount.value:
            return amount
        return self._scaled(Amount(amount.value * scale, None, None, at + 1))

    def _few(self, i: int) -> Amount | None:
        """several hundred, a few dozen, many thousands, a few."""
        words = self.words
        least, most = words.few[self.low(i)]
        if least == most and self.low(i - 1) in words.articles:
            return self._group_of(Amount(least, None, None, i + 1))
        scale = words.grouped.get(self.low(i + 1))
        plural = words.vague.get(self.low(i + 1))
        if scale is not None and scale > 2:
            high = (most + 1) * scale - 1 if scale >= 100 else 99
            return Amount(None, least * scale, high, i + 2, vague=True)
        if plural is not None and plural[1] is not None:
            return Amount(None, plural[0], plural[1], i + 2, vague=True)
        if self.low(i - 1) in words.articles:
            return Amount(None, least, None, i + 1, vague=True)
        return None

    def _half(self, i: int) -> Amount | None:
        """half a million, half of, half the, half a dozen."""
        words = self.words
        if words.fractions[self.low(i)] != 0.5:
            return None
        if self.low(i + 1) in words.articles and self.low(i + 2) in words.grouped:
            return Amount(words.grouped[self.low(i + 2)] / 2, None, None, i + 3)
        if self.low(i + 1) in words.articles and (self.low(i + 2),) in words.units:
            return Amount(0.5, None, None, i + 2)
        if self.low(i + 1) == words.of or self.low(i + 1) in words.owners:
            return self._of_scale(Amount(0.5, None, None, i + 1, share=True))
        hedged = self.ends(i, self.books.before) and self.low(i + 1) in (words.stops | words.comparing)
        return Amount(0.5, None, None, i + 1, share=True) if hedged else None

    def _vague(self, i: int) -> Amount | None:
        """dozens, tens of thousands, thousands upon thousands, several."""
        words = self.words
        low = self.low(i)
        if low in words.few and low not in words.articles:
            found = self._few(i)
            if found is not None:
                return found
        if low not in words.vague:
            return None
        least, most = words.vague[low]
        if most is not None and self.low(i + 1) == words.of and self.low(i + 2) in words.vague:
            inner = words.vague[self.low(i + 2)]
            if inner[1] is not None:
                scale = inner[0] // 2
                high = (most + 1) * scale - 1
                return Amount(None, least * scale, high, i + 3, vague=True)
        if most is not None and self.low(i + 1) in words.repeat and self.low(i + 2) == low:
            return Amount(None, least, most, i + 3, vague=True)
        return Amount(None, least, most, i + 1, vague=True)

    def _ratio(self, first: Amount) -> Amount | None:
        """nine out of ten, one in five."""
        size = self.starts(first.end, self.books.ratio)
        if not size or first.value is None or first.share:
            return None
        second = self.simple(first.end + size)
        if second is None or second.value is None or not 0 < first.value < second.value:
            return None
        if size == 1 and not (first.value < 10 and second.value in WHOLES):
            return None
        return Amount(first.value / second.value, None, None, second.end, share=True)

    def _range(self, i: int, first: Amount) -> Amount | None:
        """20 to 30, 20-30, 30 or 40, one or two hundred; between 20 and 30 is for the caller, who sees "between"."""
        if first.value is None or self.low(first.end) not in self.words.range_marks:
            return None
        return self.second_end(first, first.end + 1)

    def second_end(self, first: Amount, at: int) -> Amount | None:
        """Return the range from a number to the one at a token; a scale behind the second holds for both."""
        second = self.simple(at)
        if second is None or second.value is None or first.value is None or first.share != second.share:
            return None
        low, high = first.value, second.value
        scale = self.words.numbers.scales.get(self.low(second.end - 1))
        last = self.low(second.end - 1)
        if scale is None and self.tokens[second.end - 1].glued:
            scale = self.words.numbers.short.get(last)
            number = self.tokens[second.end - 2]
            written = number_of(number.text) if number.kind == TokenKind.NUMBER else None
            if scale is not None and (written is None or written * scale != high):
                scale = None  # "20 to 30m" is a length where nothing makes it money
        plain = self.low(first.end - 1) not in self.words.numbers.scales and first.end - 1 >= 0
        plain = plain and self.low(first.end - 1) not in self.words.numbers.short
        if scale is None and plain and self._short_of_thousands(first.end, second.end - 1):
            scale = 1000
        if scale and low < high / scale and plain:
            low *= scale
        if not low < high:
            return None
        return Amount(None, low, high, second.end, share=first.share)

    def _short_of_thousands(self, mark: int, last: int) -> bool:
        """Whether the second number's thousands hold for the first, which is tied to it: "10-15,000 people"."""
        tied = last == mark + 1 and self.tokens[mark].glued and self.tokens[last].glued
        first, second = self.tokens[mark - 1].text, self.tokens[last].text
        return tied and first.isdigit() and bool(FULL_THOUSANDS.match(second))


def number_of(written: str) -> float | None:
    """Return the number of digits with commas and points; None if they make none ("1.2.3").

    >>> number_of("1,944.03"), number_of("3.400"), number_of("12.5"), number_of("1.2.3")
    (1944.03, 3.4, 12.5, None)
    """
    if len(written) > LONGEST_NUMBER + 6:
        return None
    plain = written.replace(",", "").replace(" ", "")
    if plain.count(".") > 1:
        parts = plain.split(".")
        if not all(len(part) == 3 for part in parts[1:]) or len(parts[0]) > 3:
            return None
        plain = "".join(parts)
    return float(plain)
