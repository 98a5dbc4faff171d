"""Dates as they are written in fields and tags -> ISO 8601, or nothing."""

from __future__ import annotations

import datetime
import email.utils
import re

from sayso.errors import UsageError

ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?\Z"
)

EARLIEST = 1500  # year 1 is what programs write that know no date


def iso_date(value: str) -> str | None:
    """A date, or date and time, in ISO 8601 as Report.published holds it; None where it is not one.

    Takes ISO 8601 and the dates of mail and web headers (RFC 5322). Nothing that has to be guessed: "3/4/2020" is None.

    >>> iso_date("2031-05-04T18:20:00Z"), iso_date("Sun, 04 May 2031 18:20:00 +0100"), iso_date("2031-02-30")
    ('2031-05-04T18:20:00Z', '2031-05-04T18:20:00+01:00', None)
    """
    value = value.strip()
    match = ISO.match(value)
    try:
        if match:
            year, month, day, hour, minute, second, zone = match.groups()
            if int(year) < EARLIEST:
                return None
            date = datetime.date(int(year), int(month), int(day)).isoformat()
            if hour is None:
                return date
            time = datetime.time(int(hour), int(minute), int(second or 0)).isoformat()
            return f"{date}T{time}{_zone(zone)}"
        if re.match(r"(?:[A-Za-z]{3,9},? )?\d{1,2} [A-Za-z]{3,9} (?:\d{4}|\d\d) \d\d:\d\d", value):
            parsed = email.utils.parsedate_to_datetime(value)
            return parsed.isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError):
        pass
    return None


def given_date(value: str | datetime.date) -> str:
    """The ISO date, or date and time, of what a person gives as one. UsageError where it is none.

    >>> given_date(datetime.date(2031, 5, 4)), given_date("2031-05-04 18:20")
    ('2031-05-04', '2031-05-04T18:20:00')
    """
    found = iso_date(value if isinstance(value, str) else value.isoformat())
    if found is None:
        raise UsageError(f"{value!r} is no date; expected one such as 2031-05-04")
    return found


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
