"""What a report has told of time before an expression: the times that later ones may be reckoned from.

Here stands which earlier time leads a date that does not say its year, and what kind of text the report is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.extract.times.expression import Expression, ExpressionKind, UnitRelation
from sayso.lang.needs.times import TimeWords
from sayso.values.report import Report
from sayso.world.timex import Days

SENTENCE: Final = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])|\n")
CLAUSE_END: Final = ";"
ASIDE_YEARS: Final = 10  # from those told; tried 5, 10, 20, never, on WikiWars and GUM
HISTORY_YEARS: Final = 5  # fewer stated years than this do not make a history; 3 and 4 change no score
UNDATED_HISTORY_YEARS: Final = 5  # the same where the day of publication is not known
FAR_YEARS: Final = 2  # from publication that a stated year lies, to make a date behind it doubtful
# The same for a text whose last told year leads its bare dates. Of 16 dates in 500 reports of the news that were led by
# a year told two to five years back, six were right, and the day of publication gave all of those.
LONG_AGO_YEARS: Final = 10
HISTORY_SHARE: Final = 0.6  # share of them that must lie two years or more before publication
BEYOND_MONTHS: Final = 3  # stated in years after publication
BEYOND_SHARE: Final = 0.3  # of all months stated with a year
LEAD_REACH: Final = 400  # characters over which, in news, a stated time leads a date behind it
YEAR_OPENS: Final = 25  # characters from a sentence's start within which a year alone leads it
SENTENCE_OPENS: Final = 4  # characters from a sentence's start: a year behind them stands in mid-sentence
SET_REACH: Final = 8  # characters from "every year" within which a date is one of every year
TENSE_BEFORE, TENSE_BEHIND = 400, 300  # characters of a sentence in which a word that shows its tense is looked for
MARKS_BEFORE: Final = (",", "(", ":", "–", "—", "-")
BEHIND, NO_TENSE, AHEAD = -1, 0, 1
SHORTEST_PAST: Final = 5  # letters of a word that its end shows to be in the past: "red" is none


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that the report has told: what later ones may be reckoned from."""

    id: str
    value: str
    days: Days
    stated: bool
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.days[0] == self.days[1]

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing smaller."""
        return len(self.value) == 4


class ToldTimes:
    """What is known at a point of one report: its publication, its kind, and the times told up to there.

    published      the day of publication, None if it is not known
    history        whether the report tells of years far from it: there the time told last leads
    printed_anew   whether it tells of months after its day of publication as of the past
    long_ago       that, or whether it tells of years so far off that their dates are none of the news
    last           the time told last
    last_day       the day told last
    before_christ  the year before Christ told last, negative, until a later date is told
    """

    def __init__(self, report: Report, found: Sequence[Expression], words: TimeWords) -> None:
        self.text, self.words = report.text, words
        self.published = publication_day(report)
        self.history = is_history(found, self.published)
        self.printed_anew = self.history and tells_beyond(found, self.published)
        self.long_ago = self.printed_anew or (self.history and is_history(found, self.published, LONG_AGO_YEARS))
        self.last: ToldTime | None = None
        self.last_day: ToldTime | None = None
        self.before_christ: int | None = None
        self._days: set[date] = set()  # told so far, but for the day of publication
        self._aside: ToldTime | None = None  # a year far from those told, in mid-sentence: it leads that sentence alone
        self._set_end: int | None = None  # where the last "every year" ended
        self._sentences = [0, *(match.end() for match in SENTENCE.finditer(self.text))]

    def remember_date(self, expression: Expression, time: ToldTime) -> None:
        """Take in a date that has days; one longer than a year, or of a range of years the second, leads nothing."""
        self.before_christ = None
        if len(time.value) < 4:
            return  # a decade or a century
        if self.history and expression.joined and expression.ranged and time.is_year:
            return  # of a range of years the first leads: "(1975-1976) ... In March"
        far = self.last is not None and abs(time.days[0].year - self.last.days[0].year) > ASIDE_YEARS
        if self.history and far and time.is_year:
            if time.start - self._sentences[self._sentence(time.start)] > SENTENCE_OPENS:
                self._aside = time
                return
        self.last, self._aside = time, None
        if time.is_day:
            self.last_day = time
            self._days |= {time.days[0]} - {self.published}

    def remember_before_christ(self, year: int | None) -> None:
        """Take in a time before Christ, which leads later dates where it says its year."""
        self.before_christ = year if year is not None else self.before_christ

    def remember_set(self, expression: Expression) -> None:
        """Take in an "every year"."""
        self._set_end = expression.end

    def leading(self, expression: Expression) -> ToldTime | None:
        """Return the earlier time that supplies the missing year; None if the publication date does."""
        told = self.last
        if told is None:
            return None
        if expression.relation == UnitRelation.THAT and expression.month is not None:
            return told  # "that September" is of the year that was told
        if self.history and (self.published is None or self.long_ago):
            if self._aside is not None and self._sentence(self._aside.start) == self._sentence(expression.start):
                return self._aside
            if self.published is None or self.printed_anew or self.published.year - told.days[0].year >= LONG_AGO_YEARS:
                return told
        if expression.start - told.end > LEAD_REACH or not told.stated:
            return None
        here, there = self._sentence(expression.start), self._sentence(told.start)
        if here != there:
            return None
        if told.is_year and (told.start - self._sentences[here] > YEAR_OPENS):
            return None
        return told if len(told.value) >= 4 and told.value[0] != "X" else None

    def doubtful(self, expression: Expression) -> bool:
        """Return whether a date without a year may be one of a year long before publication, told just before it.

        "The army took the town in 1998. It left on June 3": of which year, nobody says. In a text that mostly tells of
        such years that holds for the whole paragraph.
        """
        told = self.last
        if told is None or not told.stated or self.published is None:
            return False
        between = self.text[told.end : expression.start]
        near = self.history or self._sentence(expression.start) - self._sentence(told.start) <= 1
        near = near and "\n" not in between
        return near and abs(told.days[0].year - self.published.year) >= FAR_YEARS

    def beside(self, expression: Expression) -> bool:
        """Return whether a mark parts a date from the words before it: "fixed a date for the closure, 30 June"."""
        return self.text[max(0, expression.start - 4) : expression.start].rstrip()[-1:] in MARKS_BEFORE

    def near_day(self, expression: Expression) -> ToldTime | None:
        """Return the day told last; in news only one told in this sentence or the one before, or the only one told.

        A month or a year told near by since then, in which it does not lie, parts them.
        """
        told = self.last_day
        if told is None or self.history:
            return told
        here, last = self._sentence(expression.start), self.last
        if last is not None and here - self._sentence(last.start) <= 1:
            if not last.days[0] <= told.days[0] <= last.days[1]:
                return None
        near = here - self._sentence(told.start) <= 1
        alone = self._days == {told.days[0]} and self.tense(expression) != AHEAD
        return told if near or alone else None

    def of_every_year(self, expression: Expression) -> bool:
        """Return whether it stands right behind a set: "every year in May"."""
        return self._set_end is not None and expression.start - self._set_end < SET_REACH

    def ahead(self, expression: Expression) -> bool:
        """Return whether the sentence of an expression speaks of what is to come."""
        return self.tense(expression) == AHEAD

    def meant(self, expression: Expression) -> bool:
        """Return whether a word before an expression says that something was meant for then: "called a strike for"."""
        before = self.text[max(0, expression.start - 8) : expression.start].split()
        return bool(before) and before[-1].lower() in self.words.meant_for

    def tense(self, expression: Expression) -> int:
        """Return AHEAD, BEHIND or NO_TENSE: whether the sentence tells what is to come, or what has been."""
        number = self._sentence(expression.start)
        start = max(self._sentences[number], expression.start - TENSE_BEFORE)
        end = self._sentences[number + 1] if number + 1 < len(self._sentences) else len(self.text)
        end = min(end, expression.end + TENSE_BEHIND)
        clause = self.text.find(CLAUSE_END, expression.end, end)
        end = clause if clause >= 0 else end
        return tense_of(self.text[start : expression.start], self.text[expression.end : end], self.words)

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentences, position) - 1


def publication_day(report: Report) -> date | None:
    """Return the day a report was printed, None if it is not known."""
    try:
        return date.fromisoformat(report.published[:10]) if report.published else None
    except ValueError:
        return None


def is_history(found: Sequence[Expression], published: date | None, least: int = FAR_YEARS) -> bool:
    """Return whether most of the years that a text states lie far from the day it was printed.

    least   so many years
    Where that day is not known, a text that states several years is one.
    """
    dates = [each for each in found if each.kind == ExpressionKind.DATE and not each.two_digits]
    years = [each.year for each in dates if each.year is not None]
    if published is None:
        return len(years) >= UNDATED_HISTORY_YEARS
    far = sum(abs(published.year - year) >= least for year in years)
    return len(years) >= HISTORY_YEARS and far >= HISTORY_SHARE * len(years)


def tells_beyond(found: Sequence[Expression], published: date | None) -> bool:
    """Return whether several of the months that a text states with their year lie in years after it was printed.

    Then it was written later: a life that is kept up to date.
    """
    stated = [each.year for each in found if each.month and each.year is not None and not each.two_digits]
    beyond = sum(published is not None and year > published.year for year in stated)
    return beyond >= BEYOND_MONTHS and beyond >= BEYOND_SHARE * len(stated)


def tense_of(before: str, behind: str, words: TimeWords) -> int:
    """Return whether a sentence speaks of what is to come: by the last word before a time that shows it, else behind.

    >>> from sayso.lang import load_language
    >>> tense_of("The minister arrived on Wednesday and leaves on ", ".", load_language("en").times) == AHEAD
    True
    """
    lowered = before.lower()
    begin = max((match.end() for match in words.clause.finditer(lowered)), default=0)
    if begin and tense_of(lowered[begin:], behind, words) != NO_TENSE:
        return tense_of(lowered[begin:], behind, words)
    led = list(words.tense_word.finditer(lowered))[::-1]
    for number, found in enumerate(led):
        if found.group() in words.future:
            return AHEAD
        if words.bound.match(lowered, found.start()):
            return NO_TENSE
        if _is_past(found.group(), words):
            # "will be freed": a participle behind a word of the future
            helped = any(nearby.group() in words.future for nearby in led[number + 1 : number + 4])
            return AHEAD if helped else BEHIND
    for word in words.tense_word.findall(behind.lower()):
        if word in words.future or _is_past(word, words):
            return AHEAD if word in words.future else BEHIND
    return NO_TENSE


def _is_past(word: str, words: TimeWords) -> bool:
    return word in words.past or (word.endswith(words.past_end) and len(word) >= SHORTEST_PAST)
