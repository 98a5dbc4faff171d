"""Text -> time expressions as they are written, before anything is reckoned from a date.

One pass looks for words without which there is no time expression; only the stretches around them are cut into
tokens, each with a class, and the language's forms are matched over the classes. Every pattern has bounded repeats, so
the time taken grows with the length of the text alone. Source: TimeML 1.2.1, Annotation Guidelines (2006), for what is
an expression; the way of forms over classes of words is that of SynTime (Zhong, Sun and Cambria, 2017).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from sayso.extract.times.calendar_forms import CALENDAR_MAKERS
from sayso.extract.times.expression import ORDINALS, Expression, ExpressionKind, FormMatch, Maker, UnitRelation
from sayso.extract.times.relative_forms import RELATIVE_MAKERS
from sayso.extract.times.tokens import GIVEN_CLASSES, token_pattern, tokens_of
from sayso.lang.needs.times import FormName, TimeWords, TokenClass
from sayso.world.timex import TimeUnit

SPACE: Final = re.compile(r"\s")
NEAR: Final = 56  # characters before and after a core word that can still belong to its expression
SHORT_NAMES: Final = (TokenClass.MONTH_SHORT, TokenClass.WEEKDAY_SHORT)
DAY_OR_ORDINAL: Final = "dayord"  # name in forms for a day in digits or an ordinal, which the step makes itself
NO_TIME: Final = (FormName.AGE, FormName.YEARS)  # forms that take their text also where no time is made of it
MAKERS: Final[dict[FormName, Maker]] = CALENDAR_MAKERS | RELATIVE_MAKERS


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The words and forms of a language, compiled.

    core   finds the words without which there is no expression
    forms  matches a form over the classes of tokens; the name of the group is that of the form
    char   the character that stands for a class
    beside what may stand between a time of day and its date
    range  what may stand between the two ends of a range
    """

    words: TimeWords
    core: re.Pattern[str]
    forms: re.Pattern[str]
    char: dict[str, str]
    beside: re.Pattern[str]
    range: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar(words: TimeWords) -> TimeGrammar:
    """Return the compiled grammar of a language; it is made once."""
    names = {name for name, _ in words.words.values()} | set(token_pattern(words).groupindex) | set(GIVEN_CLASSES)
    char = {name: chr(0x100 + number) for number, name in enumerate(sorted(names))}
    sets = {name: [char[part] for part in text.split() if part in char] for name, text in words.sets.items()}
    sets[TokenClass.ORDINAL] = [char[name] for name in ORDINALS]
    sets[DAY_OR_ORDINAL] = [char[TokenClass.DAY], *sets[TokenClass.ORDINAL]]

    def one(match: re.Match[str]) -> str:
        name = match.group()
        return "[" + "".join(sets[name] if name in sets else char[name]) + "]"

    forms = "|".join(
        f"(?P<{name}>{re.sub(r'[a-z_]+', one, pattern).replace(' ', '')})" for name, pattern in words.forms
    )
    core = {word for word, (name, _) in words.words.items() if name in words.core}
    short = {word for word, (name, _) in words.words.items() if name in SHORT_NAMES}
    letters = words.letters
    found = (
        rf"\b(?:[0-9](?:[0-9]{{3}}(?![0-9])|[0-9]?(?:{letters.ordinal}|[ \xa0]?{letters.half_day})\b|[0-9]?:[0-9]{{2}}"
        rf"|0{letters.decade}\b|[0-9]?[-/.][0-9]{{1,2}}[-/.][0-9]{{2}}(?:[0-9]{{2}})?(?![0-9]))"
        rf"|[{''.join(letters.parts or '#')}][1-4]\b|"
        + _trie({word for word in core | short if word[0].isalpha()})
        + rf")|['’][0-9]{{2}}(?:{letters.decade})?\b"
    )
    return TimeGrammar(
        words, re.compile(found), re.compile(forms), char, re.compile(rf"\s*(?:{words.beside})\Z", re.IGNORECASE),
        re.compile(rf"\s*(?:{words.range})\Z", re.IGNORECASE),
    )  # fmt: skip


def _trie(words: set[str]) -> str:
    """Return a pattern that matches these words whole and looks at each letter once, however many there are.

    >>> re.fullmatch(_trie({"day", "days", "dawn"}), "days") is not None
    True
    """
    tails: dict[str, set[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(letter) + _trie(rest) for letter, rest in sorted(tails.items())]
    if "" in words:
        branches.append(r"\b")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _lower(text: str) -> str:
    """Return the text in lower case, letter for letter: what would grow ("İ") stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join([low if len(low := letter.lower()) == 1 else letter for letter in text])


def expressions(text: str, words: TimeWords) -> list[Expression]:
    """Return the time expressions of a text, in order and apart.

    >>> from sayso.lang import load_language
    >>> [(e.kind.value, text[e.start:e.end]) for text in ["It fell in the early 1980s, five months later."]
    ...     for e in expressions(text, load_language("en").times)]
    [('ready', 'the early 1980s'), ('shift', 'five months later')]
    """
    compiled = grammar(words)
    found: list[Expression] = []
    for start, end in _stretches(_lower(text), compiled.core):
        found += _in_stretch(text, start, end, compiled)
    return _merged(text, found, compiled)


def _stretches(text: str, core: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Return the stretches of text around the core words, cut at white space."""
    open_start = open_end = -1
    for match in core.finditer(text):
        start, end = max(0, match.start() - NEAR), min(len(text), match.end() + NEAR)
        if start > open_end:
            if open_end >= 0:
                yield _whole_words(text, open_start, open_end)
            open_start = start
        open_end = max(open_end, end)
    if open_end >= 0:
        yield _whole_words(text, open_start, open_end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the words that its ends cut in two."""
    if start > 0:
        cut = SPACE.search(text, start, min(end, start + NEAR // 2))
        start = cut.end() if cut else start
    if end < len(text):
        space = max(text.rfind(" ", end - NEAR // 2, end), text.rfind("\n", end - NEAR // 2, end))
        end = space if space > start else end
    return start, end


def _in_stretch(text: str, start: int, end: int, compiled: TimeGrammar) -> list[Expression]:
    tokens = tokens_of(text, start, end, compiled.words)
    classes = "".join([compiled.char[name] for name in tokens.names])
    found: list[Expression] = []
    position = 0
    while True:
        match = compiled.forms.search(classes, position)
        if match is None:
            return found
        name = FormName(match.lastgroup or "")
        made = MAKERS[name](FormMatch(tokens, match.start(), match.end())) if match.end() > match.start() else []
        found += made
        position = match.end() if made or name in NO_TIME else match.start() + 1
        if match.end() == match.start():
            position += 1


def _merged(text: str, found: list[Expression], compiled: TimeGrammar) -> list[Expression]:
    """Join a time of day with the date beside it, and hand on to the first end of a range what only its second says."""
    out: list[Expression] = []
    for each in found:
        last = out[-1] if out else None
        gap = text[last.end : each.start] if last and each.start - last.end < 16 else None
        if last is not None and gap is not None:
            joint = _joint(text, last, each, gap, compiled)
            if joint is not None:
                out[-1] = joint
                continue
            if compiled.range.match(gap) and last.kind == each.kind == ExpressionKind.DATE:
                before = text[max(0, last.start - 9) : last.start].split()[-1:]
                closed = gap.strip().lower() not in compiled.words.listing or (
                    before and before[0].lower() in compiled.words.bracket
                )
                out[-1], each = _shared(last, each, bool(closed))
        out.append(each)
    return out


def _joint(text: str, last: Expression, each: Expression, gap: str, compiled: TimeGrammar) -> Expression | None:
    """Return one expression for a time of day and the day beside it; None if they do not belong together."""
    if not compiled.beside.match(gap):
        return None
    words = compiled.words
    for time, day in ((last, each), (each, last)):
        dated = day.day is not None or day.kind in (ExpressionKind.WEEKDAY, ExpressionKind.DEICTIC)
        dated = dated or (day.kind == ExpressionKind.UNIT and day.unit == TimeUnit.DAY)
        free = time.kind in (ExpressionKind.CLOCK, ExpressionKind.PART) and time.weekday is None
        free = free and time.relation in (None, UnitRelation.THAT)
        if free and dated and not day.part:
            if time is each and (words.of in gap or text.startswith(words.of, each.end)):
                continue
            if time is each and words.at in gap and time.kind == ExpressionKind.PART:
                continue
            return replace(
                day, start=last.start, end=each.end, type="TIME", part=time.part, mod=time.mod,
                joined=last.joined, ranged=last.ranged or each.ranged,
            )  # fmt: skip
    return None


def _shared(left: Expression, right: Expression, closed: bool) -> tuple[Expression, Expression]:
    """Return both ends of a range, the left one with the month and year that only the right one says."""
    year, relation, of_year, month = left.year, left.relation, left.of_year, left.month
    if year is None and not left.related and (right.year is not None or right.related):
        year, relation, of_year = right.year, right.relation, right.of_year
        if left.month and right.month and year is not None and closed and left.month > right.month:
            year -= 1  # "November to February 1915"
    if month is None and left.day is not None:
        month = right.month
    return (
        replace(left, ranged=closed or left.ranged, year=year, relation=relation, of_year=of_year, month=month),
        replace(right, joined=True, ranged=closed or right.ranged),
    )
