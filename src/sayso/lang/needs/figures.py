"""What a language brings for telling what a number counts: one ``FigureWords(...)``, its `figures`; all lower case."""

from __future__ import annotations

from dataclasses import dataclass, field

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words around a number that tell which count it is.

    before      words just before a number, or between it and its noun -> kind of count: "another 12" is "more"
    behind      words just behind a number or its noun -> kind of count: "12 of them" is "part"
    beside      beginnings of words near the number -> kind of count: "suspected cases"
    part_of     words between a number and the whole that it is a part of: "two of the 60"
    moved_from, moved_to   words before the two numbers of a change: "rose from 38 to 41"
    changes     beginnings of words that tell a change; without one "from 38 to 41" is a range
    signs       marks before a number that make it a name: "§ 12"
    joins       words and marks between numbers that are told one after the other: "3,400, 3,150 and 3,000"
    people      nouns for persons of any kind: people
    people_ends   how nouns for persons end: workers; things are those that end so and are none: papers
    """

    before: dict[str, str] = field(default_factory=dict)
    behind: dict[tuple[str, ...], str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    part_of: frozenset[str] = NONE
    moved_from: frozenset[str] = NONE
    moved_to: frozenset[str] = NONE
    changes: tuple[str, ...] = ()
    signs: str = ""
    joins: frozenset[str] = NONE
    people: frozenset[str] = NONE
    people_ends: tuple[str, ...] = ()
    things: frozenset[str] = NONE
