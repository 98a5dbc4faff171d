"""Text -> the tokens that time expressions are made of: words with a class, numbers, marks.

Whether four digits are a year, and two a day, is settled here, from the words beside them.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.needs.times import TimeWords

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199  # four digits outside these are no year unless an era stands by them
# classes that the tokens themselves make, beside those of the language's words
YEAR_NEXT: Final = re.compile(r",?\s+[0-9]{4}\b")  # "4 may 1980", not "14 may die"
DIGITS: Final = ("amount", "three", "year", "year_two", "day")
OWN_CLASSES: Final = ("x", "year", "day", "amount", "word", "ordinal", "zero_day", "clock_four", "three", "year_two")


class Tokens:
    """Words and marks of a stretch of text: one character of `classes` a token, with its place and value."""

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


TOKEN: Final = re.compile(
    r"(?P<isodate>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-]))"
    r"|(?P<slashdate>[0-9]{1,2}([/.])[0-9]{1,2}\3(?:[0-9]{4})(?![0-9]))"
    r"|(?P<clock>[0-9]{1,2}(?:[:.][0-9]{2}){0,2}[ \xa0]?[ap](?:\.[ ]?m\.?|m\b)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])(?:hrs|h\b)?)"
    r"|(?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b|[1-9][0-9]0s(?=\s+B\.?C))"
    r"|(?P<decade_short>['’][0-9]0['’]?s\b)"
    r"|(?P<decade_two>[2-9]0['’]?s\b)"
    r"|(?P<year_short>['’][0-9]{2}(?![0-9\w]))"
    r"|(?P<ordinal_digits>[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"|(?P<quarter_number>[QH][1-4]\b)"
    r"|(?P<word>o['’]clock\b|(?:[a-z]\.){2,}|[a-z]\.[a-z]\b|[^\W\d_]+)"
    r"|(?P<own>['’]s?)"
    r"|(?P<dash>-{1,2}|[‐-―−])|(?P<comma>,)|(?P<dot>\.)|(?P<slash>/)|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<percent>%)|(?P<colon>:)|(?P<quote>[\"“”])|(?P<money>[$£€¥#№])|(?P<brk>\n\s*\n|[;!?])|(?P<line>\n)",
    re.IGNORECASE,
)


def tokens_of(text: str, start: int, end: int, words: TimeWords) -> Tokens:
    """The tokens of a stretch of text, white space left out."""
    tokens = Tokens(text, words)
    lexicon, numbers = words.words, words.numbers
    for match in TOKEN.finditer(text, start, end):
        name = match.lastgroup or ""
        at, past = match.start(), match.end()
        if name == "word":
            word = text[at:past].lower()
            known = lexicon.get(word)
            if known is not None:
                if word in words.capitals and not text[at].isupper():
                    near = (
                        tokens.names and tokens.names[-1] in ("day", "ordinal_digits") and YEAR_NEXT.match(text, past)
                    )
                    tokens.add(known[0] if near and known[0].startswith("month") else "x", at, past, word)
                elif known[0] == "month_short" and text[at].islower():
                    tokens.add("x", at, past, word)
                else:
                    tokens.add(known[0], at, past, known[1])
            elif word in numbers.units or word in numbers.scales:
                _add_number_word(tokens, word, at, past, words)
            elif word in numbers.ordinals:
                _add_ordinal(tokens, numbers.ordinals[word], at, past)
            else:
                tokens.add("x", at, past, word)
        elif name == "number":
            _add_number(tokens, at, past, words)
        elif name == "clock":
            value = _clock(match.group())
            tokens.add("clock" if value else "x", at, past, value)
        elif name == "line":
            # a line that ends in mid-sentence goes on in the next one
            before = text[at - 1] if at else "\n"
            if before in ".!?:;" or not text[past : past + 1].islower():
                tokens.add("brk", at, past)
        elif name == "ordinal_digits":
            tokens.add(name, at, past, int(re.match(r"[0-9]+", match.group()).group()))  # type: ignore[union-attr]
        elif name in ("decade", "decade_short", "decade_two"):
            tokens.add(name, at, past, int(re.search(r"[0-9]+", match.group()).group()))  # type: ignore[union-attr]
        elif name == "year_short":
            tokens.add(name, at, past, int(match.group()[1:]))
        else:
            tokens.add(name, at, past, match.group())
    _settle_years(tokens, words)
    return tokens


def _clock(written: str) -> str:
    """17:30 for "5:30 p.m."; "" where no clock shows it."""
    found = re.match(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:[:.]([0-9]{2}))?\s?([ap])?", written.lower())
    if not found:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    if hour > 24 or minute > 59:
        return ""
    return f"{hour:02}:{minute:02}"


def _add_number(tokens: Tokens, start: int, end: int, words: TimeWords) -> None:
    """A number in digits: a day (1 to 31), a year, or an amount; none where it is part of a word or a sum of money."""
    text = tokens.text
    written = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    last = tokens.names[-1] if tokens.names else "brk"
    glued = before.isalnum() or before in "_$£€¥#№.,+" or (before in ":/" and text[start - 2 : start - 1].isdigit())
    if before in "-‐‑" and start > 1 and text[start - 2].isalpha() and len(tokens.names) > 1:
        glued = tokens.names[-2] not in (
            "mid",
            "early",
            "late",
            "month",
            "month_short",
            "month_may_march",
            "units_year",
        )
        glued = glued and str(tokens.values[-2]) not in ("post", "pre")
    if glued or after.isalpha() or after == "_" or (last == "dash" and _digits_before(tokens, end - start)):
        tokens.add("x", start, end)
        return
    if not written.isdigit():
        try:
            tokens.add("amount", start, end, float(written.replace(",", "")))
        except ValueError:
            tokens.add("x", start, end)
        return
    if len(written) > 9:
        tokens.add("x", start, end)
    elif len(written) == 4 and written[0] == "0":
        hour, minute = int(written[:2]), int(written[2:])
        tokens.add("clock_four" if minute < 60 else "x", start, end, f"{hour:02}:{minute:02}")
    elif len(written) <= 2 and 1 <= int(written) <= 31:
        tokens.add("day" if written[0] != "0" else "zero_day", start, end, int(written))
    elif len(written) == 4 and EARLIEST_YEAR <= int(written) <= LATEST_YEAR:
        tokens.add("year", start, end, int(written))
    elif len(written) == 2 and written[0] >= "3":
        tokens.add("year_two", start, end, int(written))
    elif len(written) == 2 and written[0] == "0":
        tokens.add("zero_day", start, end, int(written))
    else:
        tokens.add("three" if len(written) == 3 and written[0] != "0" else "amount", start, end, int(written))


def _digits_before(tokens: Tokens, width: int) -> bool:
    """Whether a chain of digits and dashes is too long, or too odd, for a range of days or years (a phone number)."""
    names = tokens.names
    if width == 4 and len(names) >= 2 and names[-2] in ("three", "amount") and tokens.ends[-2] == tokens.starts[-1]:
        return True
    if len(names) >= 2 and names[-2] == "x" and tokens.text[tokens.starts[-2]].isdigit():
        return True
    return len(names) >= 4 and names[-3] == "dash" and names[-4] in DIGITS and names[-2] in DIGITS


def _add_number_word(tokens: Tokens, word: str, start: int, end: int, words: TimeWords) -> None:
    """A number word, joined with those before it: "twenty-five", "two hundred"."""
    numbers = words.numbers
    back = 1 + (len(tokens.names) > 1 and tokens.names[-1] == "dash")
    joined = len(tokens.names) >= back and tokens.names[-back] in ("word", "day", "amount", "three", "year_two")
    before = tokens.values[-back] if joined else 0
    if joined and isinstance(before, (int, float)):
        scale = numbers.scales.get(word)
        value: int | float | None = None
        if scale is not None:
            value = before * scale if before < scale else None
        elif tokens.names[-back] == "word":
            value = before + numbers.units[word] if _fits(before, numbers.units[word]) else None
        if value is not None and value < 10**12:
            at = tokens.starts[-back]
            for pile in (tokens.names, tokens.starts, tokens.ends, tokens.values):
                del pile[-back:]
            tokens.add("word", at, end, value)
            return
    tokens.add("word", start, end, numbers.units.get(word, numbers.scales.get(word, 0)))


def _fits(before: int | float, unit: int) -> bool:
    """Whether a small number can follow in a number written out: "twenty" "five", "hundred" "six", not "six" "five"."""
    return unit > 0 and ((before % 10 == 0 and before % 100 >= 20 and unit < 10) or (before % 100 == 0 and before > 0))


def _add_ordinal(tokens: Tokens, value: int, start: int, end: int) -> None:
    if len(tokens.names) > 1 and tokens.names[-1] == "dash" and tokens.names[-2] == "word":
        before = tokens.values[-2]
        if isinstance(before, int) and before % 10 == 0 and value < 10:
            at = tokens.starts[-2]
            for pile in (tokens.names, tokens.starts, tokens.ends, tokens.values):
                del pile[-2:]
            tokens.add("ordinal", at, end, before + value)
            return
    tokens.add("ordinal", start, end, value)


def _settle_years(tokens: Tokens, words: TimeWords) -> None:
    """Turn into amounts the four digits that are no year: "Flight 1965", "1979 members", "read 1984 and"."""
    names, values = tokens.names, tokens.values
    for i, name in enumerate(names):
        if name != "year":
            continue
        before = _word(tokens, i - 1)
        after = _word(tokens, i + 1)
        if before == "" and i > 1 and names[i - 1] == "dot":
            before = _word(tokens, i - 2)
        counted = after in words.counted or (
            is_plural(after) and names[i + 1] == "x" and tokens.text[tokens.starts[i + 1]].islower()
        )
        verb = i > 0 and names[i - 1] == "x" and tokens.text[tokens.starts[i - 1]].islower()
        loose = verb and i + 1 < len(names) and names[i + 1] in ("and", "colon") and before not in words.since
        loose = loose and not (i + 2 < len(names) and names[i + 2] == "year")
        some = i > 0 and names[i - 1] in ("few", "more", "than", "least", "most") and i + 1 < len(names)
        if (
            before in words.not_years
            or (counted and before not in words.since)
            or loose
            or some
            or i + 1 < len(names)
            and names[i + 1] == "percent"
        ):
            names[i] = "amount"
        elif isinstance(values[i], int) and int(values[i]) < 1300 and before not in words.since:
            open_or_era = (i > 0 and names[i - 1] in ("open", "dash", "comma")) or (
                i + 1 < len(names) and names[i + 1] in ("dash", "close", "bc", "ad", "zone")
            ) or (i > 0 and names[i - 1].startswith(("month", "approx")))  # fmt: skip
            if not open_or_era:
                names[i] = "amount"


def is_plural(word: str) -> bool:
    """Whether a lower-case word may be a noun in the plural, by its end."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "is", "us"))


def _word(tokens: Tokens, i: int) -> str:
    """The lower-case word at a place, "" where there is none."""
    if not 0 <= i < len(tokens.names):
        return ""
    written = tokens.text[tokens.starts[i] : tokens.ends[i]].lower()
    return written if written[:1].isalpha() or written == "%" else ""
