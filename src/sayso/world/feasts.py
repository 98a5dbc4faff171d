"""The days of feasts that move through the year, reckoned; used by the step of times.

The Islamic calendar is the tabular one: where the moon is looked for, a feast may lie a day off. Sources: Meeus,
Astronomical Algorithms (1991), chapters 8 and 9, for Easter and the Islamic calendar; Reingold and Dershowitz,
Calendrical Calculations (2018), chapter 8, for the Hebrew one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sayso.world.timex import Days, easter

# name -> month and day of the Islamic year, and how many days; 0 for the whole month
ISLAMIC: Final = {
    "ashura": (1, 10, 1), "muharram": (1, 1, 0), "arbaeen": (2, 20, 1), "mawlid": (3, 12, 1), "ramadan": (9, 1, 0),
    "eid-al-fitr": (10, 1, 1), "eid-al-adha": (12, 10, 1), "hajj": (12, 8, 6),
}  # fmt: skip
# name -> days from the first of Tishri of the Hebrew year that begins in a year, and how many days
HEBREW: Final = {"rosh-hashanah": (0, 2), "yom-kippur": (9, 1), "sukkot": (14, 7)}
PASSOVER, PASSOVER_DAYS = "passover", 8
BEFORE_TISHRI: Final = 163  # days from the first day of Passover to the next first of Tishri
EASTER: Final = "easter"  # with the days that a feast lies behind it: "easter-2"
ISLAMIC_EPOCH: Final = 227_014  # the proleptic ordinal of the day before 1 Muharram 1
HEBREW_EPOCH: Final = -1_373_427  # ordinal of the day before the Hebrew year 1
FIRST_YEAR, LAST_YEAR = 1583, 4099  # for which Easter is reckoned


def feasts(name: str, year: int) -> list[Days]:
    """First and last day of each feast of this name that begins in a year; [] of an unknown name or year.

    >>> [day.isoformat() for day in feasts("ramadan", 2023)[0]], feasts("easter-2", 2024)[0][0].isoformat()
    (['2023-03-23', '2023-04-21'], '2024-03-29')
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return []
    if name.startswith(EASTER):
        day = easter(year) + timedelta(int(name.removeprefix(EASTER) or 0))
        return [(day, day)]
    if name in ISLAMIC:
        month, day_of_month, length = ISLAMIC[name]
        about = round((year - 622) * 33 / 32)
        starts = [(_islamic(about + more, month, day_of_month), about + more) for more in range(-2, 3)]
        return [
            (start, start + timedelta((length or _month_days(number, month)) - 1))
            for start, number in starts
            if start.year == year
        ]
    if name in HEBREW:
        after, length = HEBREW[name]
        start = _tishri(year) + timedelta(after)
    elif name == PASSOVER:
        start, length = _tishri(year) - timedelta(BEFORE_TISHRI), PASSOVER_DAYS
    else:
        return []
    return [(start, start + timedelta(length - 1))]


def is_moonsighted(name: str) -> bool:
    """Whether a feast may lie a day off what is reckoned."""
    return name in ISLAMIC


def _islamic(year: int, month: int, day: int) -> date:
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(ISLAMIC_EPOCH + days)


def _month_days(year: int, month: int) -> int:
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return (_islamic(*after, 1) - _islamic(year, month, 1)).days


def _tishri(year: int) -> date:
    """The first of Tishri that lies in a year of ours."""
    hebrew = year + 3761
    days = _elapsed(hebrew)
    if _elapsed(hebrew + 1) - days == 356:
        days += 2
    elif days - _elapsed(hebrew - 1) == 382:
        days += 1
    return date.fromordinal(HEBREW_EPOCH + days)


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of a Hebrew year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
