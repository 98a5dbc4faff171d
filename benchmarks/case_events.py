"""The main events of a case: which were found, and of those found, which slots are right.

who, whom    an actor of the gold is among those named; where the gold has none, none is named
when         the two intervals share 0.3 of the days of both; only where the gold's can be read
factuality   done, denied, or anything else (planned, demanded, conditional)
say-so       the gold's last voice is among those named; where the gold has none, none is named
numbers      all of the gold's are among those found; only where the gold has some
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from benchmarks.case_parts import Actors, Figure, Record, plain_name, words_of

NO_YEAR: Final = 9996  # stands for the year where none is told; a leap year, for 29 February
SHARED: Final = 0.3
Days = tuple[date, date]


def days_of(value: object) -> Days | None:
    """First and last day of "1979", "2003-03", "198X", "1980/1983", "1997/..", "XXXX-11-04"; None for what is none.

    >>> [day.isoformat() for day in days_of("1980/1983-06") or ()]
    ['1980-01-01', '1983-06-30']
    """
    if not isinstance(value, str) or not value.strip():
        return None
    text = re.sub(r"(^|/)\s*(?:XXXX-|--)", rf"\g<1>{NO_YEAR}-", value.strip())
    first, last = text.split("/")[0], text.split("/")[-1]
    begin = (date.min,) * 2 if first in ("", "..") else _days(first)
    end = (date(9998, 12, 31),) * 2 if last in ("", "..") else _days(last)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _days(text: str) -> Days | None:
    if re.fullmatch(r"\d{3}[Xx]?", text):
        return date(int(text[:3] + "0"), 1, 1), date(int(text[:3] + "9"), 12, 31)
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return (date(year, month, day),) * 2
        if month:
            following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
            return date(year, month, 1), following - timedelta(1) if following != date.max else following
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def same_time(found: object, gold: str) -> bool:
    """Whether two intervals share enough days; without a year in the gold, month and day alone are compared."""
    if plain_name(str(found)) == plain_name(gold):
        return True
    ours, theirs = days_of(found), days_of(gold)
    if ours is None or theirs is None:
        return False
    if theirs[0].year == NO_YEAR and ours[0].year == ours[1].year:
        ours = (ours[0].replace(year=NO_YEAR), ours[1].replace(year=NO_YEAR))
    shared = (min(ours[1], theirs[1]) - max(ours[0], theirs[0])).days + 1
    both = (max(ours[1], theirs[1]) - min(ours[0], theirs[0])).days + 1
    return shared > 0 and shared / both >= SHARED


def plain_state(state: str | None) -> str:
    """done, denied, or not_yet for all else.

    >>> plain_state("reported as fact"), plain_state("CT-"), plain_state("planned")
    ('done', 'denied', 'not_yet')
    """
    text = (state or "").casefold()
    if text.startswith(("denied", "ct-", "did not happen")):
        return "denied"
    return "done" if text.startswith(("reported", "asserted", "done", "fact", "occurred", "ct+")) else "not_yet"


def same_actors(want: Sequence[str], got: Sequence[str], actors: Actors) -> bool:
    """Whether one that is meant is named; where none is meant, whether none is named."""
    if not want:
        return not got
    return bool(got) and any(set(want) & actors(name) for name in got)


def right_slots(want: Record, got: Record, actors: Actors) -> dict[str, bool]:
    """Slot -> whether it is right, for those that the gold has."""
    out = {name: same_actors(as_list(want[name]), as_list(got.get(name)), actors) for name in ("who", "whom")}
    last = as_list(want["say_so"])[-1:]
    out["say-so"] = same_actors(last, as_list(got.get("say_so")), actors)
    if days_of(want["when"]):
        out["when"] = same_time(got.get("when"), want["when"])
    out["factuality"] = plain_state(got.get("factuality")) == plain_state(want["factuality"])
    counts = [one["value"] for one in want.get("numbers", ()) if one["value"] is not None]
    if counts:
        out["numbers"] = all(count in (got.get("numbers") or ()) for count in counts)
    return out


def as_list(value: str | Iterable[str] | None) -> list[str]:
    """One, several or none, as a list."""
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def best_of(text: str, want: Record, found: Sequence[Record], taken: set[int], actors: Actors) -> int | None:
    """Which of the found events is the gold's one; None where no trigger shares a character with its trigger."""
    ours = words_of(text, [want["trigger"]])
    best: tuple[float, int] | None = None
    for number, one in enumerate(found):
        trigger = one.get("trigger")
        if number in taken or not trigger or trigger[0] >= want["trigger"][1] or want["trigger"][0] >= trigger[1]:
            continue
        theirs = words_of(text, [trigger])
        named: set[str] = set().union(*(actors(name) for name in as_list(one.get("who"))))
        both = len(ours | theirs)
        value = (len(ours & theirs) / both if both else 0.0) + 0.5 * (set(as_list(want["who"])) <= named)
        if best is None or value > best[0]:
            best = value, number
    return None if best is None else best[1]


def event_figures(
    gold: Record, texts: Mapping[str, str], output: Sequence[Record], actors: Actors
) -> dict[str, Figure]:
    """events -> how many of the gold's were found; event SLOT -> how many of those have it right. Recalls alone."""
    found_in = {line["report"]: line.get("events", ()) for line in output if "report" in line}
    names = ("who", "whom", "when", "factuality", "say-so", "numbers")
    out = {name: Figure(found=None) for name in ("events", *(f"event {name}" for name in names))}
    for report, text in texts.items():
        found, taken = found_in.get(report, ()), set[int]()
        for want in (one for one in gold.get("events", ()) if one["report"] == report):
            out["events"].gold += 1
            number = best_of(text, want, found, taken, actors)
            if number is None:
                continue
            taken.add(number)
            out["events"].right += 1
            for name, right in right_slots(want, found[number], actors).items():
                out[f"event {name}"].gold += 1
                out[f"event {name}"].right += right
    return out
