"""Ids of the things in a reading, and what each value checks when it is made.

An id reads as report id, ``/``, a letter for the kind, and the start offset (``4cd622bb5f5e01b2/a1043``; a second one
at that offset ends in ``b``), so that the same input gives the same ids and a better model moves no other id.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.errors import ValueFault

ID: Final = re.compile(r"[0-9a-f]{16}/[a-z][0-9]+[a-z]*\Z")


def fail(what: str) -> None:
    """Raise a ValueFault that says what is wrong with a value."""
    raise ValueFault(what)


def check_id(value: str) -> None:
    """Raise ValueFault unless the id reads as report id, kind letter and offset."""
    if not ID.match(value):
        fail(f"{value!r} is no id; expected 16 hex digits, '/', a letter and an offset, such as 4cd622bb5f5e01b2/a1043")


def check_probability(name: str, value: float | None) -> None:
    """Raise ValueFault unless the value is absent or lies in 0..1."""
    if value is not None and not 0.0 <= value <= 1.0:
        fail(f"{name}: the score is {value}, expected 0 to 1")


class Ids:
    """Gives the ids of one kind in one report: by start offset, with a letter from the second one on.

    >>> ids = Ids("4cd622bb5f5e01b2", "a")
    >>> ids(1043), ids(1043), ids(7)
    ('4cd622bb5f5e01b2/a1043', '4cd622bb5f5e01b2/a1043b', '4cd622bb5f5e01b2/a7')
    """

    def __init__(self, report: str, kind: str) -> None:
        self._prefix = f"{report}/{kind}"
        self._seen: dict[int, int] = {}

    def __call__(self, start: int) -> str:
        """The next id at this offset."""
        count = self._seen[start] = self._seen.get(start, 0) + 1
        suffix = ""
        number = count - 1
        while number > 0:  # b, c, ... z, ab, ...: one more letter where the alphabet runs out
            number, letter = divmod(number, 26)
            suffix = chr(ord("a") + letter) + suffix
        return f"{self._prefix}{start}{suffix}"
