"""What a language brings for kinds of count: one ``CountWords(...)``, its `counts`."""

from __future__ import annotations

import re
from dataclasses import dataclass

NONE = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class CountWords:
    """Patterns of what stands beside a number and tells which kind of count it is; two kinds count two things.

    excess   more than there would be otherwise: excess deaths
    new      of one day or other short time: new cases, in the past 24 hours
    total    of the whole time: so far, in all, since March
    anyone   words for whoever is counted, in small letters: people, victims; rebels and soldiers are two
    more     besides those that were counted before: another 12, 12 more
    earlier  ends just before a number that has changed since: "to 38 from", "compared with"
    origin   where those who are counted come from: its group is the name
    before, after   it is told of a time on that side of something else
    called   ends just before a number that is what something is called: "Flight", "the"
    without  some of a whole are not counted: "the ten members, minus"
    """

    excess: re.Pattern[str] = NONE
    new: re.Pattern[str] = NONE
    total: re.Pattern[str] = NONE
    more: re.Pattern[str] = NONE
    earlier: re.Pattern[str] = NONE
    origin: re.Pattern[str] = NONE
    before: re.Pattern[str] = NONE
    after: re.Pattern[str] = NONE
    called: re.Pattern[str] = NONE
    without: re.Pattern[str] = NONE
    anyone: frozenset[str] = frozenset()
