"""Text -> the tokens that time expressions are made of: words with a class, numbers, marks.

Whether four digits are a year, and two a day, is settled here, from the words beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sayso.lang.needs.times import TimeWords, TokenClass

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199  # four digits outside these are no year unless an era stands by them
SURE_YEAR = 1300  # four digits below are a year only beside a month, a mark or a word that says so
LONGEST_NUMBER = 9  # digits; what is longer is no number of units or years
SHORTEST_PLURAL = 4  # letters of a plural that a number in digits counts: "was" behind 1979 is none
YEAR_NEXT: Final = re.compile(r",?\s+[0-9]{4}\b")  # "4 may 1980", not "14 may die"
DIGITS: Final = (
    TokenClass.AMOUNT, TokenClass.THREE_DIGITS, TokenClass.YEAR, TokenClass.TWO_DIGITS, TokenClass.DAY,
)  # fmt: skip
# classes that the step gives, beside those that the pattern of tokens has as groups
GIVEN_CLASSES: Final = (
    TokenClass.PLAIN, *DIGITS, TokenClass.NUMBER_WORD, TokenClass.ORDINAL, TokenClass.ZERO_DAY, TokenClass.CLOCK_FOUR,
    TokenClass.BREAK,
)  # fmt: skip
BEFORE_HYPHEN: Final = (  # classes that a hyphen may join to a number: "mid-1980", "May-2"
    TokenClass.MID, TokenClass.EARLY, TokenClass.LATE, TokenClass.MONTH, TokenClass.MONTH_SHORT,
    TokenClass.MONTH_OR_VERB, TokenClass.UNITS_YEAR,
)  # fmt: skip
MONTHS: Final = (TokenClass.MONTH, TokenClass.MONTH_OR_VERB, TokenClass.MONTH_SHORT)
WITH_DIGITS: Final = (
    TokenClass.ORDINAL_DIGITS, TokenClass.DECADE, TokenClass.DECADE_SHORT, TokenClass.DECADE_TWO, TokenClass.YEAR_SHORT,
)  # fmt: skip
# classes before and behind four digits below SURE_YEAR that make them a year
OPENING: Final = (TokenClass.OPEN, TokenClass.DASH, TokenClass.COMMA)
CLOSING: Final = (TokenClass.DASH, TokenClass.CLOSE, TokenClass.BC, TokenClass.AD, TokenClass.ZONE)
COMPARING: Final = (TokenClass.FEW, TokenClass.MORE, TokenClass.THAN, TokenClass.LEAST, TokenClass.MOST)


class TimeTokens:
    """Words and marks of a stretch of text: four lists with one item a token, its class, place and value."""

    def __init__(self, text: str, words: TimeWords) -> None:
        self.text, self.words = text, words
        self.names: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[int | float | str] = []

    def add(self, name: str, start: int, end: int, value: int | float | str = "") -> None:
        """Append one token."""
        self.names.append(name)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)

    def join(self, count: int, name: str, end: int, value: int | float) -> None:
        """Put one token in the place of the last `count`."""
        start = self.starts[-count]
        for column in (self.names, self.starts, self.ends, self.values):
            del column[-count:]
        self.add(name, start, end, value)

    def is_plural(self, word: str) -> bool:
        """Return whether a lower-case word may be a noun in the plural, by its end."""
        return self.words.numbers.plurals.fits(word, shortest=SHORTEST_PLURAL)


@lru_cache(maxsize=8)
def token_pattern(words: TimeWords) -> re.Pattern[str]:
    """Return the pattern of tokens; the name of the group that matched is the first class of the token."""
    letters = words.letters
    marked = [word for word in words.words if word[0].isalpha() and re.search(r"['’]", word)]  # o'clock
    own = sorted((word for word, (name, _) in words.words.items() if name == TokenClass.OWN), key=len, reverse=True)
    short = "".join(letters.parts or ())
    return re.compile(
        rf"(?P<{TokenClass.ISODATE}>(?<![0-9./-])[0-9]{{4}}([-/.])[0-9]{{1,2}}\2[0-9]{{1,2}}(?![0-9/-]))"
        rf"|(?P<{TokenClass.SLASHDATE}>(?<![0-9./-])[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\4"
        rf"(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9/-]|\.[0-9]))"
        rf"|(?P<{TokenClass.CLOCK}>[0-9]{{1,2}}(?:[:.][0-9]{{2}}){{0,2}}[ \xa0]?{letters.half_day}"
        rf"|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9:]){letters.hour}?)"
        rf"|(?P<{TokenClass.DECADE}>(?:1[0-9]|20)[0-9]0['’]?{letters.decade}\b"
        rf"|[1-9][0-9]0{letters.decade}(?=\s+{letters.era}))"
        rf"|(?P<{TokenClass.DECADE_SHORT}>['’][0-9]0['’]?{letters.decade}\b)"
        rf"|(?P<{TokenClass.DECADE_TWO}>[2-9]0['’]?{letters.decade}\b)"
        rf"|(?P<{TokenClass.YEAR_SHORT}>['’][0-9]{{2}}(?![0-9\w]))"
        rf"|(?P<{TokenClass.ORDINAL_DIGITS}>[0-9]{{1,2}}{letters.ordinal}\b)"
        rf"|(?P<{TokenClass.NUMBER}>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)"
        rf"|(?P<{TokenClass.QUARTER_NUMBER}>[{short or '#'}][1-4]\b)"
        rf"|(?P<{TokenClass.WORD}>(?:{'|'.join(marked) or '(?!)'})\b|(?:[a-z]\.){{2,}}|[a-z]\.[a-z]\b|[^\W\d_]+)"
        rf"|(?P<{TokenClass.OWN}>{'|'.join(own) or '(?!)'})"
        rf"|(?P<{TokenClass.DASH}>-{{1,2}}|[‐-―−])|(?P<{TokenClass.COMMA}>,)|(?P<{TokenClass.DOT}>\.)"
        rf"|(?P<{TokenClass.SLASH}>/)|(?P<{TokenClass.OPEN}>[(\[])|(?P<{TokenClass.CLOSE}>[)\]])"
        rf"|(?P<{TokenClass.PERCENT}>%)|(?P<{TokenClass.COLON}>:)|(?P<{TokenClass.QUOTE}>[\"“”])"
        rf"|(?P<{TokenClass.MONEY}>[$£€¥#№])|(?P<{TokenClass.BREAK}>\n\s*\n|[;!?])|(?P<{TokenClass.LINE}>\n)",
        re.IGNORECASE,
    )


def tokens_of(text: str, start: int, end: int, words: TimeWords) -> TimeTokens:
    """Return the tokens of a stretch of text, white space left out."""
    tokens = TimeTokens(text, words)
    for match in token_pattern(words).finditer(text, start, end):
        name = match.lastgroup or ""
        at, past = match.start(), match.end()
        if name == TokenClass.WORD:
            _add_word(tokens, at, past, words)
        elif name == TokenClass.NUMBER:
            _add_number(tokens, at, past, words)
        elif name == TokenClass.CLOCK:
            value = _clock(match.group(), words.letters.half_days or {})
            tokens.add(name if value else TokenClass.PLAIN, at, past, value)
        elif name == TokenClass.LINE:
            # a line that ends in mid-sentence goes on in the next one
            before = text[at - 1] if at else "\n"
            if before in ".!?:;" or not text[past : past + 1].islower():
                tokens.add(TokenClass.BREAK, at, past)
        elif name in WITH_DIGITS:
            tokens.add(name, at, past, int("".join(filter(str.isdigit, match.group()))))
        else:
            tokens.add(name, at, past, match.group())
    _settle_years(tokens, words)
    return tokens


def _add_word(tokens: TimeTokens, start: int, end: int, words: TimeWords) -> None:
    """Append a word with its class; a plain word if it has none, or one that it has with a capital alone."""
    text, numbers = tokens.text, words.numbers
    word = text[start:end].lower()
    known = words.words.get(word)
    if known is not None:
        name, value = known
        if word in words.capitals and not text[start].isupper():
            day_before = tokens.names and tokens.names[-1] in (TokenClass.DAY, TokenClass.ORDINAL_DIGITS)
            dated = day_before and YEAR_NEXT.match(text, end) and name in MONTHS
            tokens.add(name if dated else TokenClass.PLAIN, start, end, word)
        elif name == TokenClass.MONTH_SHORT and text[start].islower():
            tokens.add(TokenClass.PLAIN, start, end, word)
        else:
            tokens.add(name, start, end, value)
    elif word in numbers.units or word in numbers.scales:
        _add_number_word(tokens, word, start, end, words)
    elif word in numbers.ordinals:
        _add_ordinal(tokens, numbers.ordinals[word], start, end)
    else:
        tokens.add(TokenClass.PLAIN, start, end, word)


def _clock(written: str, half_days: dict[str, int]) -> str:
    """Return 17:30 for "5:30 p.m."; "" if no clock shows it."""
    half_day = "".join(half_days) or "#"
    found = re.match(rf"([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))?(?:[:.]([0-9]{{2}}))?\s?([{half_day}])?", written.lower())
    if not found:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + half_days[found[4]]
    if hour > 24 or minute > 59:
        return ""
    return f"{hour:02}:{minute:02}"


def _add_number(tokens: TimeTokens, start: int, end: int, words: TimeWords) -> None:
    """Append a number in digits: a day (1 to 31), a year, an amount; a plain word inside a word or a sum of money."""
    text = tokens.text
    written = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    last = tokens.names[-1] if tokens.names else TokenClass.BREAK
    glued = before.isalnum() or before in "_$£€¥#№.,+" or (before in ":/" and text[start - 2 : start - 1].isdigit())
    if before in "-‐‑" and start > 1 and text[start - 2].isalpha() and len(tokens.names) > 1:
        prefixed = str(tokens.values[-2]) in words.prefixes
        glued = tokens.names[-2] not in BEFORE_HYPHEN and not prefixed
    if glued or after.isalpha() or after == "_" or (last == TokenClass.DASH and _digits_before(tokens, end - start)):
        tokens.add(TokenClass.PLAIN, start, end)
        return
    if not written.isdigit():
        try:
            tokens.add(TokenClass.AMOUNT, start, end, float(written.replace(",", "")))
        except ValueError:
            tokens.add(TokenClass.PLAIN, start, end)
        return
    if len(written) > LONGEST_NUMBER:
        tokens.add(TokenClass.PLAIN, start, end)
    elif len(written) == 4 and written[0] == "0":
        hour, minute = int(written[:2]), int(written[2:])
        tokens.add(TokenClass.CLOCK_FOUR if minute < 60 else TokenClass.PLAIN, start, end, f"{hour:02}:{minute:02}")
    elif len(written) <= 2 and 1 <= int(written) <= 31:
        tokens.add(TokenClass.DAY if written[0] != "0" else TokenClass.ZERO_DAY, start, end, int(written))
    elif len(written) == 4 and EARLIEST_YEAR <= int(written) <= LATEST_YEAR:
        tokens.add(TokenClass.YEAR, start, end, int(written))
    elif len(written) == 2 and written[0] >= "3":
        tokens.add(TokenClass.TWO_DIGITS, start, end, int(written))
    elif len(written) == 2 and written[0] == "0":
        tokens.add(TokenClass.ZERO_DAY, start, end, int(written))
    else:
        tokens.add(
            TokenClass.THREE_DIGITS if len(written) == 3 and written[0] != "0" else TokenClass.AMOUNT,
            start,
            end,
            int(written),
        )


def _digits_before(tokens: TimeTokens, width: int) -> bool:
    """Return whether digits and dashes make a chain too long, or too odd, for a range (a phone number)."""
    names = tokens.names
    if (
        width == 4
        and len(names) >= 2
        and names[-2] in (TokenClass.THREE_DIGITS, TokenClass.AMOUNT)
        and tokens.ends[-2] == tokens.starts[-1]
    ):
        return True
    if len(names) >= 2 and names[-2] == TokenClass.PLAIN and tokens.text[tokens.starts[-2]].isdigit():
        return True
    return len(names) >= 4 and names[-3] == TokenClass.DASH and names[-4] in DIGITS and names[-2] in DIGITS


def _add_number_word(tokens: TimeTokens, word: str, start: int, end: int, words: TimeWords) -> None:
    """Append a number word, joined with those before it: "twenty-five", "two hundred"."""
    numbers = words.numbers
    back = 1 + (len(tokens.names) > 1 and tokens.names[-1] == TokenClass.DASH)
    joined = len(tokens.names) >= back and tokens.names[-back] in (
        TokenClass.NUMBER_WORD,
        TokenClass.DAY,
        TokenClass.AMOUNT,
        TokenClass.THREE_DIGITS,
        TokenClass.TWO_DIGITS,
    )
    before = tokens.values[-back] if joined else 0
    if joined and isinstance(before, (int, float)):
        scale = numbers.scales.get(word)
        value: int | float | None = None
        if scale is not None:
            value = before * scale if before < scale else None
        elif tokens.names[-back] == TokenClass.NUMBER_WORD:
            value = before + numbers.units[word] if numbers.continues(before, numbers.units[word]) else None
        if value is not None and value < 10**12:
            tokens.join(back, TokenClass.NUMBER_WORD, end, value)
            return
    tokens.add(TokenClass.NUMBER_WORD, start, end, numbers.units.get(word, numbers.scales.get(word, 0)))


def _add_ordinal(tokens: TimeTokens, value: int, start: int, end: int) -> None:
    if len(tokens.names) > 1 and tokens.names[-1] == TokenClass.DASH and tokens.names[-2] == TokenClass.NUMBER_WORD:
        before = tokens.values[-2]
        if isinstance(before, int) and before % 10 == 0 and value < 10:
            tokens.join(2, TokenClass.ORDINAL, end, before + value)
            return
    tokens.add(TokenClass.ORDINAL, start, end, value)


def _settle_years(tokens: TimeTokens, words: TimeWords) -> None:
    """Turn into amounts the four digits that are no year: "Flight 1965", "1979 members", "read 1984 and"."""
    names, values = tokens.names, tokens.values
    for i, name in enumerate(names):
        if name != TokenClass.YEAR:
            continue
        before = _word(tokens, i - 1)
        after = _word(tokens, i + 1)
        if before == "" and i > 1 and names[i - 1] == TokenClass.DOT:
            before = _word(tokens, i - 2)
        counted = not _day_beside(names, i) and (
            after in words.counted
            or (tokens.is_plural(after) and names[i + 1] == TokenClass.PLAIN)
            and tokens.text[tokens.starts[i + 1]].islower()
        )
        verb = i > 0 and names[i - 1] == TokenClass.PLAIN and tokens.text[tokens.starts[i - 1]].islower()
        loose = (
            verb
            and i + 1 < len(names)
            and names[i + 1] in (TokenClass.AND, TokenClass.COLON)
            and before not in words.since
        )
        loose = loose and not (i + 2 < len(names) and names[i + 2] == TokenClass.YEAR)
        some = i > 0 and names[i - 1] in COMPARING and i + 1 < len(names)
        if (
            before in words.not_years
            or (counted and before not in words.since)
            or loose
            or some
            or i + 1 < len(names)
            and names[i + 1] == TokenClass.PERCENT
        ):
            names[i] = TokenClass.AMOUNT
        elif isinstance(values[i], int) and int(values[i]) < SURE_YEAR and before not in words.since:
            beside = i > 0 and names[i - 1] in (*OPENING, *MONTHS, TokenClass.APPROX)
            open_or_era = beside or (i + 1 < len(names) and names[i + 1] in CLOSING)
            if not open_or_era:
                names[i] = TokenClass.AMOUNT


def _day_beside(names: list[str], i: int) -> bool:
    """Return whether a day stands before four digits, which makes them its year: "the September 11, 2001 attacks"."""
    if i >= 3 and names[i - 1] == TokenClass.COMMA:
        i -= 1
    days = (TokenClass.DAY, TokenClass.ORDINAL_DIGITS, TokenClass.ZERO_DAY)
    return (
        i >= 2
        and {names[i - 1] in MONTHS, names[i - 2] in MONTHS} == {True, False}
        and (names[i - 1] in days or names[i - 2] in days)
    )


def _word(tokens: TimeTokens, i: int) -> str:
    """Return the lower-case word at a place, "" if there is none."""
    if not 0 <= i < len(tokens.names):
        return ""
    written = tokens.text[tokens.starts[i] : tokens.ends[i]].lower()
    return written if written[:1].isalpha() or written == "%" else ""
