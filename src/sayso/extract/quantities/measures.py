"""What stands around a number: marks that make it none, per cent, money and units, ages, hedges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.quantities.nouns import CountedNoun, CountedNouns
from sayso.extract.quantities.numbers import Amount
from sayso.extract.quantities.tokens import TokenKind
from sayso.lang.needs.quantities import DAY, HOUR, MINUTE, MONTH, PERCENT, TIMES, WEEK, YEAR
from sayso.values.terms import QuantityRole

SCORE: Final = ("-", ":", "/", "–")
OLDEST: Final = 119  # years; a larger number is nobody's age
DAYS: Final = {YEAR: 365.25, MONTH: 30.4375, WEEK: 7.0, DAY: 1.0, HOUR: 1 / 24, MINUTE: 1 / 1440}
MONTHS: Final = {YEAR: 12.0, MONTH: 1.0}


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A quantity by its tokens: `first` to `last`, the hedge's, the noun's."""

    first: int
    last: int
    amount: Amount
    sign: str = ""
    hedge: tuple[int, int] | None = None
    unit: str | None = None
    role: QuantityRole | None = None
    noun: CountedNoun | None = None
    number: int = 0


class Measures:
    """Reads what stands around the numbers of one sentence."""

    def __init__(self, nouns: CountedNouns, dated: Sequence[bool], *, upper: bool) -> None:
        self.nouns, self.numbers, self.words, self.tokens = nouns, nouns.numbers, nouns.words, nouns.tokens
        self.low, self.books = self.numbers.low, self.numbers.books
        self.dated, self.upper = dated, upper

    def is_no_number(self, i: int, amount: Amount) -> bool:
        """Return whether marks or letters glued to it, or the words beside it, show that nothing is counted."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        after = self.tokens[amount.end] if amount.end < len(self.tokens) else None
        if token.kind == TokenKind.NUMBER:
            digits = amount.end == i + 1
            if digits and i == 0 and len(self.tokens) == 2 and self.low(1) in (".", ")"):
                return True  # the number of a paragraph
            if digits and after is not None and after.low in SCORE and self._digit(amount.end + 1):
                return True  # "(10 - 5)", "14: 25", "9/11"
            if before is not None and before.low in SCORE and self._digit(i - 2) and amount.low is None:
                return True
            if before is not None and token.glued:
                if before.kind in (TokenKind.WORD, TokenKind.NUMBER) or before.low in "#/:.'’_+&@=*":
                    return True
                if before.low == "-" and before.glued and self.low(i - 2) not in self.words.measured:
                    return True
            if after is not None and after.glued and self._is_tail(amount.end):
                return True
            if len(token.text) > 20 or (token.text[0] == "0" and len(token.text) > 1 and token.text[1].isdigit()):
                return True
        elif token.glued and before is not None and before.low in "-'’" and before.glued:
            return True
        return self.numbers.starts(amount.end, self.books.clock) > 0

    def _digit(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == TokenKind.NUMBER

    def _is_tail(self, j: int) -> bool:
        """Return whether what is glued behind a number makes it a clock, a score, an ordinal or a name."""
        token = self.tokens[j]
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        if token.kind == TokenKind.WORD:
            if token.low in self.words.tight_units:
                return False
            if token.low == self.words.numbers.plurals.ending:
                return False
            return (
                (token.low,) not in self.words.percent
                and (token.low,) not in self.words.units
                and (token.low not in self.words.currencies)
            )
        if token.low in ":/-–+" and following is not None and following.glued:
            return following.kind == TokenKind.NUMBER
        return token.low in "_@="

    def chain(self, i: int) -> int:
        """Behind the digits and marks glued to a number that is none: a score, a phone number, a clock."""
        while (
            i < len(self.tokens)
            and self.tokens[i].glued
            and (self.tokens[i].kind == TokenKind.NUMBER or self.low(i) in "-–:/.")
        ):
            i += 1
        return i

    def with_unit(self, draft: QuantityDraft) -> QuantityDraft | None:
        """Return the draft with per cent, money or a unit behind it; None if it compares ("three times what ...")."""
        words = self.words
        j = draft.last
        amount = draft.amount
        size = self.numbers.starts(j, self.books.percent)
        if size:
            return replace(draft, last=j + size, unit=PERCENT, role="share")
        if amount.share:
            return replace(draft, role="share")
        of = self.low(j) == words.of and amount.vague
        currency = self.low(j + of)
        if currency in words.currencies and self.tokens[j + of].kind == TokenKind.WORD:
            return replace(draft, last=j + of + 1, unit=words.currencies[currency], role="money")
        if self.low(j) == words.numbers.plurals.ending and self.tokens[j].glued:
            return self._decade_of_life(draft)
        if self.low(j) == "-" and self.low(j + 1) in words.something and amount.value and not amount.value % 10:
            bounds = Amount(None, amount.value, amount.value + 9, j + 2, vague=True)  # "a 60-something"
            return replace(draft, last=j + 2, amount=bounds, unit=YEAR, role="age")
        dash = self.low(j) == "-"  # glued or not: "a 36 - year - old" in tokenized text
        size = self.numbers.starts(j + dash + of, self.books.units)
        if not size:
            measured = words.measured.get(self.low(j + dash)) or self._measured_before(draft.first)
            return replace(draft, unit=measured, role="other") if measured else draft
        first = j + dash + of
        unit, role = words.units[tuple(self.low(first + n) for n in range(size))]
        last = first + size
        if unit == TIMES and (self.low(last) in words.not_times or amount.value == 1):
            return None
        if role == "duration":
            return self._lasting(replace(draft, last=last, unit=unit, role=role))
        return replace(draft, last=last, unit=unit, role=role)

    def _measured_before(self, i: int) -> str | None:
        """The unit of "magnitude 6.8", "magnitude-6.8", "magnitude of 6.8"."""
        back = 2 if self.low(i - 1) in ("-", self.words.of) else 1
        return self.words.measured.get(self.low(i - back))

    def _lasting(self, draft: QuantityDraft) -> QuantityDraft:
        """An age where "old" follows; a length of time with its "and a half", its smaller part, its apostrophe."""
        words = self.words
        j = draft.last
        dash = self.low(j) == "-"
        if self.low(draft.first - 1) in words.age_before:
            return replace(draft, role="age")
        if self.low(j + dash) in words.age_behind:
            return replace(draft, last=j + dash + 1, role="age")
        if self.low(j) == words.of and self.low(j + 1) in words.age_before:
            return replace(draft, last=j + 2, role="age")
        amount = draft.amount
        joiner = words.numbers.joiner
        if self.low(j) == joiner and self.low(j + 1) in words.articles and words.fractions.get(self.low(j + 2)) == 0.5:
            value = None if amount.value is None else amount.value + 0.5
            return replace(draft, last=j + 3, amount=replace(amount, value=value))
        comma = self.low(j) == ","
        smaller = self.numbers.simple(j + comma) if j + comma < len(self.tokens) else None
        if smaller is not None and smaller.value is not None and amount.value is not None:
            size = self.numbers.starts(smaller.end, self.books.units)
            unit = words.units[tuple(self.low(smaller.end + n) for n in range(size))][0] if size else ""
            table = MONTHS if unit in MONTHS and draft.unit in MONTHS else DAYS
            if unit in table and draft.unit in table and table[unit] < table[draft.unit]:
                value = amount.value + smaller.value * table[unit] / table[draft.unit]
                return replace(draft, last=smaller.end + size, amount=replace(amount, value=value))
        if j < len(self.tokens) and self.tokens[j].text in "'’" and self.tokens[j].glued:
            return replace(draft, last=j + 1)
        return draft

    def _decade_of_life(self, draft: QuantityDraft) -> QuantityDraft | None:
        """in his 40s"""
        size = self.numbers.ends(draft.first, self.books.age_decade)
        value = draft.amount.value
        if not size or value is None or value % 10:
            return None
        amount = Amount(None, value, value + 9, draft.last + 1, vague=True)
        hedge = (draft.first - size, draft.first)
        return replace(draft, first=hedge[0], last=draft.last + 1, amount=amount, hedge=hedge, unit=YEAR, role="age")

    def one_and_a_half(self, i: int) -> tuple[QuantityDraft | None, int]:
        """a day and a half"""
        words = self.words
        size = self.numbers.starts(i + 1, self.books.units) if self.low(i) in words.articles else 0
        j = i + 1 + size
        if not size or self.low(j) != words.numbers.joiner or self.low(j + 1) not in words.articles:
            return None, i + 1
        if words.fractions.get(self.low(j + 2)) != 0.5:
            return None, i + 1
        unit, role = words.units[tuple(self.low(i + 1 + n) for n in range(size))]
        return self.hedged(
            QuantityDraft(i, j + 3, Amount(1.5, None, None, j + 3), unit=unit, role=role, number=i)
        ), j + 3

    def hedged(self, draft: QuantityDraft) -> QuantityDraft:
        """Return the draft with the hedge before or behind its number, and with a second bound where one follows."""
        words = self.words
        size = self.numbers.ends(draft.first, self.books.between)
        if size and draft.hedge is None:
            ranged = self._between(draft, size)
            if ranged is not None:
                return ranged
        if draft.hedge is None:
            size = self.numbers.ends(draft.first, self.books.before)
            if size:
                sign = words.before[tuple(self.low(draft.first - size + n) for n in range(size))]
                draft = replace(draft, first=draft.first - size, sign=sign, hedge=(draft.first - size, draft.first))
        j = draft.last
        size = self.numbers.starts(j, self.books.behind)
        if size:
            sign = words.behind[tuple(self.low(j + n) for n in range(size))]
            hedge = draft.hedge or (j, j + size)
            return replace(draft, last=j + size, sign=sign or draft.sign, hedge=hedge)
        value = draft.amount.value
        open_end = self.numbers.starts(j, self.books.odd) if value else 0
        if open_end and value:
            step = 10
            while value % (step * 10) == 0:
                step *= 10
            amount = Amount(None, value, value + step - 1, j + open_end, vague=True)
            return replace(draft, last=j + open_end, amount=amount)
        if draft.sign == ">" and self.low(j) == words.numbers.joiner:
            return self._and_at_most(draft)
        return draft

    def _between(self, draft: QuantityDraft, size: int) -> QuantityDraft | None:
        """between 20 and 30; anywhere from 300 to 500"""
        hedge = (draft.first - size, draft.first)
        if draft.amount.low is not None and draft.amount.high is not None and not draft.amount.vague:
            return replace(draft, first=hedge[0], hedge=hedge)
        j = draft.amount.end
        if self.low(j) not in self.words.range_join:
            return None
        at = j + 1 + (j + 1 < len(self.tokens) and self.tokens[j + 1].kind == TokenKind.MONEY)
        ranged = self.numbers.second_end(draft.amount, at)
        if ranged is None:
            return None
        again = self.with_unit(replace(draft, amount=ranged, last=ranged.end))
        if again is None:
            return None
        return replace(again, first=hedge[0], hedge=hedge, unit=again.unit or draft.unit, role=again.role or draft.role)

    def _and_at_most(self, draft: QuantityDraft) -> QuantityDraft:
        """at least 40 and as many as 60"""
        j = draft.last + 1
        size = self.numbers.starts(j, self.books.before)
        sign = self.words.before[tuple(self.low(j + n) for n in range(size))] if size else ""
        second = self.numbers.simple(j + size) if sign == "<" and j + size < len(self.tokens) else None
        low = draft.amount.value
        if second is None or second.value is None or low is None or second.value <= low:
            return draft
        amount = Amount(None, low, second.value, second.end, vague=True)
        again = self.with_unit(replace(draft, amount=amount, last=second.end))
        return again or draft

    def age(self, draft: QuantityDraft, before: Sequence[QuantityDraft]) -> QuantityDraft:
        """An age by the words around: "aged 38", "retired at 68", "Maria Costa, 34,", "a boy of 12", "under five"."""
        words = self.words
        value = draft.amount.value if draft.amount.value is not None else draft.amount.high  # "aged 5 to 12"
        if value is None or not 0 < value <= OLDEST or draft.amount.share:
            return draft
        i = draft.first
        last, second = self.low(i - 1), self.low(i - 2)
        is_age = last in words.age_before
        is_age = is_age or (last == words.at and second in words.age_at)
        free = self.nouns.behind(draft.last, one=value == 1, share=False) is None
        is_age = is_age or (last == words.of and second in words.age_of and free)
        is_age = is_age or (draft.sign == "<" and last in words.age_of and free)
        earlier = before[-1] if before else None
        listed = last in (",", words.numbers.joiner) and earlier is not None and earlier.role == "age"
        is_age = is_age or (
            listed and earlier is not None and i - 2 <= earlier.last <= i - 1 and self._ends_list(draft.last)
        )
        if not is_age and last == "," and free and self.low(draft.last) in (",", ")", "."):
            named = i >= 3 and self.tokens[i - 2].kind == TokenKind.WORD and self.tokens[i - 2].text[0].isupper()
            is_age = (
                named
                and not self.upper
                and self.tokens[draft.number].kind == TokenKind.NUMBER
                and not self.dated[i - 2]
            )
        if not is_age:
            return draft
        first = i - 1 if last in words.age_before and draft.sign == ">" else i
        return replace(draft, first=first, role="age", unit=YEAR)

    def _ends_list(self, i: int) -> bool:
        """Whether no noun stands behind the number of a list: "aged 4 and 6, were", but "aged 4 and 6 soldiers"."""
        low = self.low(i)
        return not low or self.tokens[i].kind != TokenKind.WORD or low in self.words.stops
