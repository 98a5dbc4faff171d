"""The quantities of one sentence: number, hedge, unit and counted noun put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.quantities.measures import Measures, QuantityDraft
from sayso.extract.quantities.nouns import FAR_LEFT, CountedNouns, is_title, is_upper
from sayso.extract.quantities.numbers import Amount, Numbers
from sayso.extract.quantities.tokens import TokenKind, tokens_of
from sayso.lang.needs.quantities import PERCENT, QuantityWords
from sayso.values.terms import QuantityRole

THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}\Z")


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity by its places in the text."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    hedge: tuple[int, int] | None
    counts: tuple[int, int] | None
    role: QuantityRole
    unit: str | None


class SentenceReader:
    """Reads one sentence from left to right."""

    def __init__(self, text: str, start: int, end: int, dated: Sequence[tuple[int, int]], words: QuantityWords) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words
        self.tokens = tokens_of(text, start, end, words)
        self.numbers = Numbers(self.tokens, words)
        self.nouns = CountedNouns(self.numbers)
        self.low, self.books = self.numbers.low, self.numbers.books
        self.upper = is_upper(self.tokens)
        self.title = self.upper or is_title(self.tokens)
        self.dated = [any(s < token.end and token.start < e for s, e in dated) for token in self.tokens]
        self.measures = Measures(self.nouns, self.dated, upper=self.upper)

    def read(self) -> list[FoundQuantity]:
        """Return the quantities, in order and apart."""
        drafts: list[QuantityDraft] = []
        i = 0
        while i < len(self.tokens):
            draft, after = self._at(i, drafts)
            if draft is not None:
                drafts.append(draft)
            i = max(after, i + 1)
        lent = [self._borrowed(n, drafts) for n in range(len(drafts))]
        return [self._found(draft, role) for draft, role in zip(lent, self._roles(lent, drafts), strict=True)]

    # -- one number

    def _at(self, i: int, before: Sequence[QuantityDraft]) -> tuple[QuantityDraft | None, int]:
        """Return the quantity whose number starts at a token, and the token to go on from."""
        if self.dated[i] or any(each.noun and each.noun.first <= i < each.noun.last for each in before[-2:]):
            return None, i + 1
        token = self.tokens[i]
        size = self.numbers.starts(i, self.books.nobody)
        if size and self.low(i) not in self.words.numbers.units:
            return self._nobody(i, size)
        if token.kind == TokenKind.MONEY:
            amount = self.numbers.amount(i + 1)
            if amount is None or amount.share:
                return None, i + 1
            last = amount.end + (self.low(amount.end) in self.words.currencies)
            unit = self.words.currencies.get(token.low, self.words.currencies.get(token.low[-1:], token.low))
            draft = QuantityDraft(i, last, amount, unit=unit, role="money", number=i)
            return self.measures.hedged(draft), last
        if token.low in self.words.none:
            return self._none(i)
        amount = self._amount(i)
        if amount is None:
            return self.measures.one_and_a_half(i)
        if any(self.dated[i : amount.end]):
            return None, i + 1
        if self.measures.is_no_number(i, amount):
            return None, self.measures.chain(amount.end)
        measured = self.measures.with_unit(QuantityDraft(i, amount.end, amount, number=i))
        if measured is None:
            return None, amount.end
        draft = self.measures.hedged(measured)
        if draft.role is None:
            draft = self.measures.age(draft, before)
        if draft.role is None or (draft.amount.share or draft.unit == PERCENT):
            draft = self._counted(draft)
        if self._is_name(draft) or self._is_bare(draft):
            return None, draft.last
        if self.low(i - 1) in self.words.negation and self.low(i + 1) in self.words.single:
            draft = replace(draft, first=i - 1, amount=replace(draft.amount, value=0.0))
        return draft, draft.last

    def _amount(self, i: int) -> Amount | None:
        """Return the number; no range if "from" makes the two a change."""
        amount = self.numbers.amount(i)
        if amount is None or amount.low is None or amount.vague:
            return amount
        simple = self.numbers.simple(i)
        if simple is None or simple.value is None:
            return amount
        moved = self.low(i - 1) in self.words.moved and not self.numbers.ends(i, self.books.between)
        if moved and self.low(simple.end) in self.words.range_join:
            return simple
        tight = self.low(simple.end) == "-" and self.numbers.starts(simple.end, self.books.odd)
        return simple if tight else amount

    def _counted(self, draft: QuantityDraft) -> QuantityDraft:
        amount = draft.amount
        share = amount.share or draft.unit == PERCENT
        if draft.unit == PERCENT and self.low(draft.last) != self.words.of:
            return draft
        noun = self.nouns.behind(draft.last, one=amount.value in (0, 1), share=share)
        if noun is None:
            return draft
        token = self.tokens[draft.number]
        if draft.unit is None and draft.last == draft.number + 1 and THOUSANDS.match(token.text) and not amount.share:
            amount = replace(amount, value=float(token.text.replace(".", "")))  # "3.400 members"
        return replace(draft, noun=noun, amount=amount)

    def _is_name(self, draft: QuantityDraft) -> bool:
        """Return whether the number belongs to a name, or is a year: "Radio 4", "Twelve Imams", "a 2005 Ford"."""
        if (
            draft.role is not None
            or draft.hedge is not None
            and draft.noun is not None
            and draft.noun.last - draft.noun.first == 1
        ):
            return False
        i = draft.number
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        digits = token.kind == TokenKind.NUMBER
        yearlike = digits and len(token.text) == 4 and token.text.isdigit() and 1400 <= int(token.text) <= 2100
        if yearlike and draft.last == i + 1 and (draft.noun is None or draft.noun.last - draft.noun.first > 1):
            return True
        if before is None:
            return False
        back = 2 if before.low == "." and i >= 2 else 1
        name = self.low(i - back)
        if name in self.words.names and draft.first == i and "," not in token.text:
            tight = draft.noun is None or self.upper or self.tokens[i - back].text[0].isupper() and digits
            return tight or back == 2
        if self.title:
            return False
        first_word = (
            i - 1 == 0 or self.tokens[i - 1].kind != TokenKind.WORD or self.tokens[i - 2].kind != TokenKind.WORD
        )
        if before.kind == TokenKind.WORD and before.text[0].isupper() and not first_word and draft.noun is None:
            return digits and name not in self.words.stops
        number_word = token.kind == TokenKind.WORD and token.text[0].isupper() and before.kind == TokenKind.WORD
        following = self.tokens[draft.last] if draft.last < len(self.tokens) else None
        return number_word and (following is None or following.text[0].isupper() or before.low == self.words.of)

    def _is_bare(self, draft: QuantityDraft) -> bool:
        """Return whether it is "one", "several" or a half that counts nothing."""
        if draft.role is not None:
            return False
        amount = draft.amount
        if self.low(draft.number) == self.words.one and draft.amount.end == draft.number + 1:
            if (
                self.low(draft.number - 1) in self.words.not_one_behind
                or self.low(draft.last) in self.words.not_one_before
            ):
                return True
        if draft.noun is not None:
            return False
        if self.low(draft.number) == self.words.one and self._befell(draft.last):
            return False  # "one was killed"
        bare = amount.value == 1 and self.tokens[draft.number].kind == TokenKind.WORD and draft.hedge is None
        return bare and self.low(draft.number - 1) not in self.words.only

    def _none(self, i: int) -> tuple[QuantityDraft | None, int]:
        """no deaths, zero cases: only where it answers how many fell, were hurt or held; "zero" always."""
        noun = self.nouns.behind(i + 1, one=True, share=False)
        if noun is None:
            return None, i + 1
        draft = QuantityDraft(i, i + 1, Amount(0.0, None, None, i + 1), noun=noun, number=i)
        if self.low(i) in self.words.numbers.units:
            return draft, i + 1
        words = self.text[self.tokens[noun.first].start : self.tokens[noun.last - 1].end].lower()
        hit = any(cue in words for role, cues in self.words.roles if role != "members" for cue in cues)
        hit = hit or any(f" {cue}" in f" {words}" for cue in self.words.harm)
        behind = self._befell(noun.last)
        return (draft, i + 1) if hit or behind else (None, i + 1)

    def _befell(self, i: int) -> bool:
        """Return whether the next words say "was killed", "were hurt", "died"."""
        for k in range(i, min(i + 4, len(self.tokens))):
            low = self.low(k)
            if any(low.startswith(cue) for role, cues in self.words.roles if role != "members" for cue in cues):
                return True
            if low not in self.words.stops:
                return False
        return False

    def _nobody(self, i: int, size: int) -> tuple[QuantityDraft | None, int]:
        if not self._befell(i + size):
            return None, i + size
        return QuantityDraft(i, i + size, Amount(0.0, None, None, i + size), number=i), i + size

    # -- the whole sentence

    def _borrowed(self, n: int, drafts: Sequence[QuantityDraft]) -> QuantityDraft:
        """A number without a noun counts what the one before it counts, or what stands before "from"; so with units."""
        draft = drafts[n]
        if draft.noun is not None or draft.unit is not None or draft.amount.share or draft.role is not None:
            return draft
        last = self.low(draft.first - 1)
        following = self.low(draft.last)
        earlier = drafts[n - 1] if n else None
        if following == self.words.of and self.low(draft.last + 1) in self.words.pronouns:
            return draft
        if last not in self.words.borrow and draft.first > 0:
            return draft
        if last in self.words.moved:
            noun = self.nouns.before(draft.first - 1)
            if noun is not None and self.tokens[noun.first].low not in self.words.toll:
                return replace(draft, noun=noun)
        if following and following not in self.words.stops and self.tokens[draft.last].kind == TokenKind.WORD:
            return draft
        for other in reversed(drafts[:n]):
            if other.unit == PERCENT or other.role == "duration":
                if other is earlier and draft.amount.value is not None:
                    return replace(draft, unit=other.unit, role=other.role)
                return draft
            if other.noun is not None:
                return replace(draft, noun=other.noun)
            if other.role is None and other is earlier and self.low(other.first - 1) in self.words.moved:
                noun = self.nouns.before(other.first - 1)
                if noun is not None and self.tokens[noun.first].low not in self.words.toll:
                    return replace(draft, noun=noun)
        return draft

    def _roles(self, drafts: Sequence[QuantityDraft], unlent: Sequence[QuantityDraft]) -> list[QuantityRole]:
        """What befell the counted of each draft; those in one list share it, and a borrowed noun brings it along."""
        places = [self._place(draft) for draft in unlent]
        roles: list[QuantityRole | None] = []
        for n, draft in enumerate(drafts):
            if draft.role is not None:
                roles.append(draft.role)
                continue
            start, end = places[n]
            left = self.text[places[n - 1][1] if n else self.start : start]
            right = self.text[end : places[n + 1][0] if n + 1 < len(drafts) else self.end]
            noun = self._words(draft)
            if self._is_untouched(noun) or self.words.spared.search(left[-FAR_LEFT:].lower()):
                roles.append("other")
                continue
            if unlent[n].noun is not None and self.words.acts.match(right.lower()):
                roles.append(self.nouns.named(noun) or "other")  # they did it: "two men shot dead a judge"
                continue
            left = left.rpartition(";")[2]
            borrowed = draft.noun != unlent[n].noun and self._befell(draft.last)
            found = self.nouns.beside("", right) if borrowed else None  # of five hostages "one was killed"
            found = found or self.nouns.named(noun) or self.nouns.beside(left, right.split(";")[0])
            if found is None and noun and draft.noun != unlent[n].noun:
                found = next(
                    (roles[k] for k in range(n - 1, -1, -1) if drafts[k].noun == draft.noun and drafts[k].role is None),
                    None,
                )
            roles.append(found)
        for n in [*range(1, len(drafts)), *range(len(drafts) - 2, -1, -1)]:
            for other in (n - 1, n + 1):
                if roles[n] is None and 0 <= other < len(drafts) and drafts[other].role is None:
                    first, second = sorted((n, other))
                    gap = self.text[places[first][1] : places[second][0]]
                    if gap.lower().strip(" ,") in (
                        "",
                        self.words.numbers.joiner,
                        *self.words.range_join,
                        *self.words.moved,
                    ):
                        roles[n] = roles[other]
        return [
            role or self.nouns.named(self._words(draft), members=True) or self._body(place) or "other"
            for role, draft, place in zip(roles, drafts, places, strict=True)
        ]

    def _is_untouched(self, noun: str) -> bool:
        """Whether what is counted can be neither killed nor hurt nor held: missiles, counts, the missing."""
        last = noun.lower().split()[-1:]
        words = self.words
        return any(word in words.things or word in words.charges for word in last) or (
            bool(last) and last[0] in words.states and self.nouns.named(noun) is None
        )

    def _body(self, place: tuple[int, int]) -> QuantityRole | None:
        return self.nouns.body(self.text[self.start : place[0]], self.text[place[1] : self.end])

    def _place(self, draft: QuantityDraft) -> tuple[int, int]:
        """Where a draft and its noun stand."""
        last = draft.last - 1
        if draft.noun is not None and draft.noun.first >= draft.last:
            last = draft.noun.last - 1
        return self.tokens[draft.first].start, self.tokens[last].end

    def _words(self, draft: QuantityDraft) -> str:
        """The text of a draft's noun."""
        if draft.noun is None:
            return ""
        return self.text[self.tokens[draft.noun.first].start : self.tokens[draft.noun.last - 1].end]

    def _found(self, draft: QuantityDraft, role: QuantityRole) -> FoundQuantity:
        tokens = self.tokens
        start, end = tokens[draft.first].start, tokens[draft.last - 1].end
        amount = draft.amount
        value, low, high = amount.value, amount.low, amount.high
        if value is not None and draft.sign == ">":
            low = value
        elif value is not None and draft.sign == "<":
            high = value
        hedge = (tokens[draft.hedge[0]].start, tokens[draft.hedge[1] - 1].end) if draft.hedge else None
        counts = (tokens[draft.noun.first].start, tokens[draft.noun.last - 1].end) if draft.noun else None
        return FoundQuantity(start, end, value, low, high, hedge, counts, role, draft.unit)
