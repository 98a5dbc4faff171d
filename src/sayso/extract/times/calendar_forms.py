"""What the forms of calendar time mean: days, months, seasons, years, decades, centuries, clocks, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.extract.times.expression import (
    COUNTS,
    ONE_UNIT,
    ORDINALS,
    Expression,
    ExpressionKind,
    FormMatch,
    Maker,
    UnitRelation,
    is_noun,
    own_or_related_year,
    own_year,
)
from sayso.extract.times.tokens import MONTHS
from sayso.lang.needs.times import MOVING_DAY, FormName, TokenClass
from sayso.world.feasts import is_moonsighted
from sayso.world.timex import TimeUnit

# what stands before "the 24th" where it is a day of a month that is not named
BEFORE_A_DAY: Final = (
    TokenClass.ON, TokenClass.TO, TokenClass.FROM, TokenClass.AND, TokenClass.BEFORE, TokenClass.AFTER, TokenClass.OF,
)  # fmt: skip
SHORT_DATE: Final = 8  # characters of 03/04/19
FIXED_DAY: Final = re.compile(r"\d\d-\d\d")  # of a holiday: 12-25
MARKS: Final = (TokenClass.DASH, TokenClass.SLASH, TokenClass.DOT)
RANGE_MARKS: Final = (TokenClass.DASH, TokenClass.TO, TokenClass.THE, TokenClass.SLASH)


def _written(match: FormMatch) -> list[Expression]:
    if match.month is not None:
        return _named_month(match)
    text = match.tokens.text[match.start : match.end]
    first, second, third = re.split(r"[-/.]", text)
    if match.has(TokenClass.ISODATE):
        if not (1 <= int(second) <= 12 and 1 <= int(third) <= 31):
            return []
        return [match.make(ExpressionKind.READY, value=f"{first}-{int(second):02}-{int(third):02}")]
    left, middle, year = int(first), int(second), int(third)
    short = len(third) == 2
    if short and not _before_date(match) and not ("/" in text and len(text) == SHORT_DATE):
        return []  # the number of a version, a score
    day, month = (left, middle) if match.tokens.words.day_first else (middle, left)
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [match.make(ExpressionKind.DATE, year=year, month=month, day=day, two_digits=short)]


def _named_month(match: FormMatch) -> list[Expression]:
    """Return the day of 12-Dec-2014, 12/Dec/14, Dec-12-2014."""
    numbers = [i for i in range(match.first, match.last) if match.tokens.names[i] not in (*MARKS, *MONTHS)]
    if len(numbers) != 2:
        return []
    day, year = (int(match.tokens.values[i]) for i in numbers)
    written = match.tokens.ends[numbers[1]] - match.tokens.starts[numbers[1]]
    if not 1 <= day <= 31 or written not in (2, 4):
        return []
    return [match.make(ExpressionKind.DATE, year=year, month=match.month, day=day, two_digits=written == 2)]


def _before_date(match: FormMatch) -> bool:
    """Return whether a word stands before the match that stands before a date: "on 12.12.14"."""
    before = match.tokens.names[match.first - 1] if match.first else TokenClass.BREAK
    return before in (*BEFORE_A_DAY, TokenClass.OPEN) and before != TokenClass.AND


def _clocks(match: FormMatch) -> list[Expression]:
    found: list[Expression] = []
    for i, name in enumerate(match.names):
        value = match.tokens.values[match.first + i]
        if name == TokenClass.YEAR and isinstance(value, int) and value // 100 < 24 and value % 100 < 60:
            at = match.first + i
            end = match.end if found else match.tokens.ends[at]
            clock = f"{value // 100:02}:{value % 100:02}"
            found.append(
                Expression(match.tokens.starts[at], end, ExpressionKind.CLOCK, "TIME", part=clock, joined=bool(found))
            )
    if len(found) == 2 and match.has(TokenClass.TODAY):
        found = [replace(each, relation=UnitRelation.TODAY) for each in found]
    return found if len(found) == 2 else []


def _clock(match: FormMatch) -> list[Expression]:
    value = match.find(TokenClass.CLOCK, TokenClass.CLOCK_FOUR)
    if value is None:
        number = match.number(TokenClass.DAY, TokenClass.YEAR) or 0
        hour, minute = (number, 0) if match.has(TokenClass.DAY) else divmod(number, 100)
        if hour > 24 or minute > 59:
            return []
        value = f"{hour:02}:{minute:02}"
    return [match.make(ExpressionKind.CLOCK, type="TIME", part=str(value))]


def _days(match: FormMatch) -> list[Expression]:
    """Return the days of one month: "14 July 1790", "2 and 4 May", "November 4 to 8"."""
    month = match.month
    at = match.at(TokenClass.DAY, *ORDINALS)
    own = own_year(match)
    if match.has(TokenClass.BC) and at[-1] == match.last - 2 and len(at) > 1:
        at.pop()
    if match.has(TokenClass.NEXT, TokenClass.LAST) and not own:
        own = {"relation": match.relation, "of_year": True}
    day_first = at[0] < match.at(*MONTHS)[0]
    tokens = match.tokens
    end_all = match.end
    if (
        not day_first
        and len(at) > 1
        and tokens.names[at[-1] - 1] == TokenClass.AND
        and is_noun(tokens, at[-1] + 1)
        and not own
    ):
        at.pop()  # "on May 4 and 5 people died"
        end_all = tokens.ends[at[-1]]
    free = match.first == 0 or tokens.names[match.first - 1] in (TokenClass.PLAIN, TokenClass.BREAK)
    if (
        not day_first
        and len(at) == 1
        and free
        and is_noun(tokens, at[0] + 1)
        and match.has(TokenClass.MONTH_OR_VERB)
        and not own
    ):
        return []  # "they may march 20 miles", in capitals
    if match.names[-1] in (TokenClass.TWO_DIGITS, TokenClass.YEAR_SHORT) and len(at) == 1:
        return [
            match.make(
                ExpressionKind.DATE,
                year=match.number(TokenClass.TWO_DIGITS, TokenClass.YEAR_SHORT),
                month=month,
                day=int(tokens.values[at[0]]),
                two_digits=True,
            )
        ]
    found: list[Expression] = []
    for number, i in enumerate(at):
        start = match.start if number == 0 else tokens.starts[i]
        if number and i > match.first and tokens.names[i - 1] == TokenClass.THE:
            start = tokens.starts[i - 1]
        end = end_all if number == len(at) - 1 else tokens.ends[i]
        ranged = len(at) == 2 and tokens.names[i - 1 if number else at[1] - 1] in RANGE_MARKS
        day = tokens.values[i]
        found.append(
            Expression(
                start, end, ExpressionKind.DATE, month=month, day=int(day), joined=number > 0, ranged=ranged, **own
            )
        )
    return found


def _nth(match: FormMatch) -> list[Expression]:
    month = match.month
    place = match.number(*ORDINALS) or -1
    if match.has(TokenClass.UNIT_DAY) and place > 0:
        return [match.make(ExpressionKind.DATE, month=month, day=place, mod=None, **own_year(match))]
    if match.has(TokenClass.UNITS_DAY, TokenClass.UNITS_WEEK, TokenClass.UNIT_DAY):
        amount = match.number(*COUNTS) or 1
        return [match.make(ExpressionKind.DURATION, type="DURATION", value=f"P{amount}{match.unit}", mod=None)]
    weekday = (7 if place > 0 else 6) if match.has(TokenClass.UNIT_WEEKEND) else match.number(TokenClass.WEEKDAY)
    unit = match.unit or TimeUnit.DAY
    return [
        match.make(
            ExpressionKind.NTH, month=month, weekday=weekday, amount=place, unit=unit, mod=None, **own_year(match)
        )
    ]


def _is_given_name(match: FormMatch) -> bool:
    """Return whether a month alone is somebody's given name: "April Price", but "In April President Price"."""
    tokens, words = match.tokens, match.tokens.words
    if len(match.names) > 1 or tokens.text[match.start : match.end].lower() not in words.given:
        return False
    if match.last >= len(tokens.names) or tokens.text[match.end : tokens.starts[match.last]] != " ":
        return False
    behind = tokens.text[tokens.starts[match.last] : tokens.ends[match.last]]
    if behind.lower() in words.no_given:
        return True
    if not behind[0].isupper() or behind.isupper() or behind.lower() in words.words.keys() - words.given:
        return False
    before = tokens.text[tokens.starts[match.first - 1] : tokens.ends[match.first - 1]].lower() if match.first else ""
    return before not in words.before_month


def _month(match: FormMatch) -> list[Expression]:
    if _is_given_name(match):
        return []
    if match.names[-1] == TokenClass.YEAR_SHORT:
        year = match.number(TokenClass.YEAR_SHORT)
        return [match.make(ExpressionKind.DATE, month=match.month, year=year, two_digits=True)]
    return [match.make(ExpressionKind.DATE, month=match.month, **own_or_related_year(match))]


def _season(match: FormMatch) -> list[Expression]:
    season = str(match.find(TokenClass.SEASON, TokenClass.SEASON_FALL))
    tokens = match.tokens
    if match.last < len(tokens.names) and not own_year(match):
        behind = tokens.text[tokens.starts[match.last] : tokens.ends[match.last]]
        if behind[0].isupper() and behind.lower() in tokens.words.not_seasons:
            return []  # "the Spring Revolution", "the Winter Games"
    return [match.make(ExpressionKind.DATE, sub=season, **own_or_related_year(match))]


def _quarter(match: FormMatch) -> list[Expression]:
    own = own_year(match)
    if match.has(TokenClass.QUARTER_NUMBER):
        written = match.tokens.text[match.start : match.start + 2]
        letter = (match.tokens.words.letters.parts or {})[written[0].lower()]
        if letter == "H" and written[1] > "2":
            return []
        return [match.make(ExpressionKind.DATE, sub=letter + written[1], mod=None, **own)]
    place = match.number(*ORDINALS) or 0
    letter = "Q" if match.has(TokenClass.QUARTER) else "H"
    if not 1 <= place <= (4 if letter == "Q" else 2):
        return []
    if letter == "H" and not own:
        return []
    return [match.make(ExpressionKind.DATE, sub=f"{letter}{place}", mod=None, **own_or_related_year(match))]


def _decade(match: FormMatch) -> list[Expression]:
    decade = match.number(TokenClass.DECADE)
    if decade is not None:
        value = f"BC{decade // 10:03}" if match.has(TokenClass.BC) else f"{decade // 10:03}"
        return [match.make(ExpressionKind.READY, value=value)]
    short = match.number(TokenClass.DECADE_SHORT, TokenClass.DECADE_WORD, TokenClass.DECADE_TWO) or 0
    if match.has(TokenClass.BC):
        return [match.make(ExpressionKind.READY, value=f"BC{short // 10:03}")]
    return [match.make(ExpressionKind.DECADE, value=f"{short // 10}")]


def _century(match: FormMatch) -> list[Expression]:
    at = match.at(*ORDINALS)
    found: list[Expression] = []
    tokens = match.tokens
    for number, i in enumerate(at):
        place = tokens.values[i]
        if not isinstance(place, int) or not 1 <= place <= 21:
            return []
        start = match.start if number == 0 else tokens.starts[i - (tokens.names[i - 1] == TokenClass.THE)]
        end = match.end if number == len(at) - 1 else tokens.ends[i]
        value = f"{'BC' if match.has(TokenClass.BC) else ''}{place - 1:02}"
        mod = match.mod if number == 0 else None
        found.append(
            Expression(start, end, ExpressionKind.READY, value=value, mod=mod, joined=number > 0, ranged=len(at) == 2)
        )
    return found


def _era(match: FormMatch) -> list[Expression]:
    at = match.at(*COUNTS, TokenClass.YEAR)
    found: list[Expression] = []
    tokens = match.tokens
    for number, i in enumerate(at):
        year = tokens.values[i]
        if not isinstance(year, int) or not 1 <= year <= 9999:
            return []
        start = match.start if number == 0 else tokens.starts[i]
        end = match.end if number == len(at) - 1 else tokens.ends[i]
        found.append(
            Expression(
                start,
                end,
                ExpressionKind.DATE,
                year=-year if match.has(TokenClass.BC) else year,
                mod=match.mod if not number else None,
                joined=number > 0,
                ranged=len(at) == 2,
            )
        )
    return found


def _years(match: FormMatch) -> list[Expression]:
    """Return the years of 1980-1983, 1980-83; 2009-04 is a month."""
    first = match.year or 0
    i = match.last - 1
    second = match.tokens.values[i]
    if not isinstance(second, int):
        return []
    width = match.tokens.ends[i] - match.tokens.starts[i]
    if width == 2:
        second += first // 100 * 100
        if second <= first and 1 <= second % 100 <= 12:
            return [match.make(ExpressionKind.DATE, year=first, month=second % 100)]
    if width not in (2, 4) or not first < second <= first + 999:
        return [Expression(match.start, match.tokens.ends[i - 2], ExpressionKind.DATE, year=first)]
    return [
        Expression(match.start, match.tokens.ends[i - 2], ExpressionKind.DATE, year=first, ranged=True),
        Expression(match.tokens.starts[i], match.end, ExpressionKind.DATE, year=second, joined=True, ranged=True),
    ]


def _year(match: FormMatch) -> list[Expression]:
    if match.has(TokenClass.YEAR_SHORT):
        return [match.make(ExpressionKind.DATE, year=match.number(TokenClass.YEAR_SHORT), two_digits=True)]
    return [match.make(ExpressionKind.DATE, year=match.year)]


def _holiday(match: FormMatch) -> list[Expression]:
    own = own_year(match) if match.year is not None or match.has(TokenClass.UNIT_YEAR) and match.relation else {}
    if match.has(TokenClass.NEW):
        month, day = (12, 31) if match.has(TokenClass.EVE) else (1, 1)
        return [match.make(ExpressionKind.DATE, month=month, day=day, mod=None, **own)]
    named = TokenClass.HOLIDAY if match.has(TokenClass.HOLIDAY) else TokenClass.HOLIDAY_PART
    value = str(match.find(named))
    if match.has(TokenClass.HOLIDAY) and match.has(TokenClass.WEEKDAY):
        value += {1: "+1", 7: ""}.get(match.number(TokenClass.WEEKDAY) or 0, MOVING_DAY)
    if not FIXED_DAY.fullmatch(value):
        before = match.tokens.names[match.first - 1] if match.first else TokenClass.BREAK
        month_of = (
            before == TokenClass.OF and match.first > 1 and match.tokens.names[match.first - 2].startswith(ONE_UNIT)
        )
        if not own and match.relation is None and not month_of and before in (TokenClass.PLAIN, TokenClass.OF):
            return []  # "tales of Ashura", "Operation Ramadan"
        own = own or {"relation": match.relation}
        return [match.make(ExpressionKind.HOLIDAY, value=value, mod="APPROX" if is_moonsighted(value) else None, **own)]
    month, day = (int(piece) for piece in value.split("-"))
    return [match.make(ExpressionKind.DATE, month=month, day=day - match.has(TokenClass.EVE), mod=None, **own)]


def _week_of(match: FormMatch) -> list[Expression]:
    day = match.number(TokenClass.DAY, *ORDINALS)
    own = own_year(match)
    return [match.make(ExpressionKind.WEEK_OF, unit=match.units, month=match.month, day=day, mod=None, **own)]


def _months_of(match: FormMatch) -> list[Expression]:
    """Return the last three months of 1980, the first month of last year."""
    count = match.number(*COUNTS) or 1
    place = match.number(TokenClass.ORDINAL)
    if place is not None and place != 1 or count > 12:
        return []
    own = own_year(match)
    direction = 1 if place is not None else -1
    return [match.make(ExpressionKind.MONTHS_OF, amount=count, direction=direction, mod=None, **own)]


def _months_to(match: FormMatch) -> list[Expression]:
    """Return the year to March, the three months to the end of June 1980."""
    count = match.number(*COUNTS) or 12
    return [match.make(ExpressionKind.MONTHS_TO, amount=count, month=match.month, year=match.year, mod=None)]


def _ordinal_day(match: FormMatch) -> list[Expression]:
    if match.first == 0 or match.tokens.names[match.first - 1] not in BEFORE_A_DAY:
        return []
    tokens, i = match.tokens, match.last
    while i + 1 < len(tokens.names) and tokens.names[i : i + 2] == [TokenClass.AND, TokenClass.ORDINAL_DIGITS]:
        i += 2  # the 3rd and 6th Infantry Brigades
    if i < len(tokens.names) and tokens.names[i] == TokenClass.PLAIN and not tokens.text[tokens.starts[i]].islower():
        return []  # the 24th Infantry Division
    if i < len(tokens.names) and tokens.text[tokens.starts[i] : tokens.ends[i]].lower() in tokens.words.in_a_row:
        return []  # "during the 13th session"
    return [match.make(ExpressionKind.DATE, day=match.number(TokenClass.ORDINAL_DIGITS), mod=None)]


CALENDAR_MAKERS: Final[dict[FormName, Maker]] = {
    FormName.WRITTEN: _written,
    FormName.CLOCKS: _clocks,
    FormName.CLOCK: _clock,
    FormName.DAYS_MONTH: _days,
    FormName.MONTH_DAYS: _days,
    FormName.NTH: _nth,
    FormName.MONTH: _month,
    FormName.SEASON: _season,
    FormName.QUARTER: _quarter,
    FormName.DECADE: _decade,
    FormName.CENTURY: _century,
    FormName.ERA: _era,
    FormName.YEARS: _years,
    FormName.YEAR: _year,
    FormName.HOLIDAY: _holiday,
    FormName.WEEK_OF: _week_of,
    FormName.MONTHS_OF: _months_of,
    FormName.MONTHS_TO: _months_to,
    FormName.ORDINAL_DAY: _ordinal_day,
}
