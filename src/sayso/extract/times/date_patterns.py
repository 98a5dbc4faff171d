"""What the forms of calendar time mean: days, months, seasons, years, decades, centuries, clocks, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.extract.times.expression import Expression, Maker, Part, is_noun, own_year


def _written(part: Part) -> list[Expression]:
    text = part.tokens.text[part.start : part.end]
    if part.has("isodate"):
        return [part.make("ready", value=text)]
    left, middle, year = (int(piece) for piece in re.split(r"[/.]", text))
    day, month = (left, middle) if middle <= 12 else (middle, left)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [part.make("date", year=year, month=month, day=day)]


def _clocks(part: Part) -> list[Expression]:
    found: list[Expression] = []
    for i, name in enumerate(part.names):
        value = part.tokens.values[part.first + i]
        if name == "year" and isinstance(value, int) and value // 100 < 24 and value % 100 < 60:
            at = part.first + i
            end = part.end if found else part.tokens.ends[at]
            clock = f"{value // 100:02}:{value % 100:02}"
            found.append(Expression(part.tokens.starts[at], end, "clock", "TIME", part=clock, joined=bool(found)))
    if len(found) == 2 and part.has("today"):
        found = [replace(each, relation="today") for each in found]
    return found if len(found) == 2 else []


def _clock(part: Part) -> list[Expression]:
    value = part.find("clock", "clock_four")
    if value is None:
        number = part.number("day", "year") or 0
        hour, minute = (number, 0) if part.has("day") else divmod(number, 100)
        if hour > 24 or minute > 59:
            return []
        value = f"{hour:02}:{minute:02}"
    return [part.make("clock", type="TIME", part=str(value))]


def _days(part: Part) -> list[Expression]:
    """Days of one month: "14 July 1790", "2 and 4 May", "November 4 to 8"."""
    month = part.number("month", "month_may_march", "month_short")
    at = [part.first + i for i, name in enumerate(part.names) if name in ("day", "ordinal", "ordinal_digits")]
    own = own_year(part)
    if part.has("bc") and at[-1] == part.last - 2 and len(at) > 1:
        at.pop()
    if part.has("next", "last") and not own:
        own = {"relation": f"{part.relation} year"}
    month_at = next(i for i, name in enumerate(part.names) if name.startswith("month")) + part.first
    day_first = at[0] < month_at
    tokens = part.tokens
    end_all = part.end
    if not day_first and len(at) > 1 and tokens.names[at[-1] - 1] == "and" and is_noun(tokens, at[-1] + 1) and not own:
        at.pop()  # "on May 4 and 5 people died"
        end_all = tokens.ends[at[-1]]
    free = part.first == 0 or tokens.names[part.first - 1] in ("x", "brk")
    if (
        not day_first
        and len(at) == 1
        and free
        and is_noun(tokens, at[0] + 1)
        and part.has("month_may_march")
        and not own
    ):
        return []  # "they may march 20 miles", in capitals
    if part.names[-1] == "year_two":
        return [
            part.make("date", year=part.number("year_two"), month=month, day=int(tokens.values[at[0]]), sub="short")
        ]
    found: list[Expression] = []
    for number, i in enumerate(at):
        start = part.start if number == 0 else tokens.starts[i]
        if number and i > part.first and tokens.names[i - 1] == "the":
            start = tokens.starts[i - 1]
        end = end_all if number == len(at) - 1 else tokens.ends[i]
        ranged = len(at) == 2 and tokens.names[i - 1 if number else at[1] - 1] in ("dash", "to", "the", "slash")
        day = tokens.values[i]
        found.append(Expression(start, end, "date", month=month, day=int(day), joined=number > 0, ranged=ranged, **own))
    return found


def _nth(part: Part) -> list[Expression]:
    month = part.number("month", "month_may_march", "month_short")
    place = part.number("ordinal", "ordinal_digits") or -1
    if part.has("unit_day") and place > 0:
        return [part.make("date", month=month, day=place, mod=None, **own_year(part))]
    if part.has("units_day", "units_week", "unit_day"):
        amount = part.number("day", "three", "year_two", "amount", "word") or 1
        return [part.make("duration", type="DURATION", value=f"P{amount}{part.unit}", mod=None)]
    weekday = (7 if place > 0 else 6) if part.has("unit_weekend") else part.number("weekday")
    unit = part.unit or "D"
    return [part.make("nth", month=month, weekday=weekday, amount=place, unit=unit, mod=None, **own_year(part))]


def _month(part: Part) -> list[Expression]:
    month = part.number("month", "month_may_march", "month_short")
    own = own_year(part)
    if not own and part.relation:
        own = {"relation": part.relation}
    return [part.make("date", month=month, **own)]


def _season(part: Part) -> list[Expression]:
    own = own_year(part)
    if not own and part.relation:
        own = {"relation": part.relation}
    return [part.make("date", sub=str(part.find("season", "season_fall")), **own)]


def _quarter(part: Part) -> list[Expression]:
    own = own_year(part)
    if part.has("quarter_number"):
        text = part.tokens.text[part.start : part.start + 2].upper()
        if text[0] == "H" and text[1] > "2":
            return []
        return [part.make("date", sub=text, mod=None, **own)]
    place = part.number("ordinal", "ordinal_digits") or 0
    letter = "Q" if part.has("quarter") else "H"
    if not 1 <= place <= (4 if letter == "Q" else 2):
        return []
    if letter == "H" and not own:
        return []
    if not own and part.relation:
        own = {"relation": part.relation}
    return [part.make("date", sub=f"{letter}{place}", mod=None, **own)]


def _decade(part: Part) -> list[Expression]:
    decade = part.number("decade")
    if decade is not None:
        value = f"BC{decade // 10:03}" if part.has("bc") else f"{decade // 10:03}"
        return [part.make("ready", value=value)]
    short = part.number("decade_short", "decade_word", "decade_two") or 0
    if part.has("bc"):
        return [part.make("ready", value=f"BC{short // 10:03}")]
    return [part.make("decade", value=f"{short // 10}")]


def _century(part: Part) -> list[Expression]:
    at = [part.first + i for i, name in enumerate(part.names) if name in ("ordinal", "ordinal_digits")]
    found: list[Expression] = []
    tokens = part.tokens
    for number, i in enumerate(at):
        place = tokens.values[i]
        if not isinstance(place, int) or not 1 <= place <= 21:
            return []
        start = part.start if number == 0 else tokens.starts[i - (tokens.names[i - 1] == "the")]
        end = part.end if number == len(at) - 1 else tokens.ends[i]
        value = f"{'BC' if part.has('bc') else ''}{place - 1:02}"
        mod = part.mod if number == 0 else None
        found.append(Expression(start, end, "ready", value=value, mod=mod, joined=number > 0, ranged=len(at) == 2))
    return found


def _era(part: Part) -> list[Expression]:
    at = [
        part.first + i
        for i, name in enumerate(part.names)
        if name in ("day", "three", "year_two", "amount", "word", "year")
    ]
    found: list[Expression] = []
    tokens = part.tokens
    for number, i in enumerate(at):
        year = tokens.values[i]
        if not isinstance(year, int) or not 1 <= year <= 9999:
            return []
        start = part.start if number == 0 else tokens.starts[i]
        end = part.end if number == len(at) - 1 else tokens.ends[i]
        found.append(
            Expression(start, end, "date", year=-year if part.has("bc") else year, mod=part.mod if not number else None,
                       joined=number > 0, ranged=len(at) == 2)
        )  # fmt: skip
    return found


def _years(part: Part) -> list[Expression]:
    """1980-1983, 1980-83; 2009-04 is a month."""
    first = part.year or 0
    i = part.last - 1
    second = part.tokens.values[i]
    if not isinstance(second, int):
        return []
    width = part.tokens.ends[i] - part.tokens.starts[i]
    if width == 2:
        second += first // 100 * 100
        if second <= first and 1 <= second % 100 <= 12:
            return [part.make("date", year=first, month=second % 100)]
    if width not in (2, 4) or not first < second <= first + 999:
        return [Expression(part.start, part.tokens.ends[i - 2], "date", year=first)]
    return [
        Expression(part.start, part.tokens.ends[i - 2], "date", year=first, ranged=True),
        Expression(part.tokens.starts[i], part.end, "date", year=second, joined=True, ranged=True),
    ]


def _year(part: Part) -> list[Expression]:
    if part.has("year_short"):
        return [part.make("date", year=part.number("year_short"), sub="short")]
    return [part.make("date", year=part.year)]


def _holiday(part: Part) -> list[Expression]:
    own = own_year(part) if part.year is not None or part.has("unit_year") and part.relation else {}
    if part.has("new"):
        month, day = (12, 31) if part.has("eve") else (1, 1)
        return [part.make("date", month=month, day=day, mod=None, **own)]
    value = str(part.find("holiday"))
    if value in ("easter", "XX"):
        return [part.make("holiday", value=value, mod=None, **own)]
    month, day = (int(piece) for piece in value.split("-"))
    return [part.make("date", month=month, day=day - part.has("eve"), mod=None, **own)]


def _ordinal_day(part: Part) -> list[Expression]:
    if part.first == 0 or part.tokens.names[part.first - 1] not in ("on", "to", "from", "and", "before", "after", "of"):
        return []
    tokens, i = part.tokens, part.last
    if i < len(tokens.names) and tokens.names[i] == "x" and not tokens.text[tokens.starts[i]].islower():
        return []  # the 24th Infantry Division
    return [part.make("date", day=part.number("ordinal_digits"), mod=None)]


DATE_MAKERS: Final[dict[str, Maker]] = {
    "written": _written,
    "clocks": _clocks,
    "clock": _clock,
    "days_month": _days,
    "month_days": _days,
    "nth": _nth,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "era": _era,
    "years": _years,
    "year": _year,
    "holiday": _holiday,
    "ordinal_day": _ordinal_day,
}
