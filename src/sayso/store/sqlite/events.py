"""Events in SQLite: rows drawn from a reading, and the ones that a question means.

`first` and `last` are an event's dates with an open end closed at the other one, so that "between" is two comparisons
on an index; both are NULL where it is not dated.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, Final

from sayso.errors import UsageError
from sayso.store.sqlite import search as search_words
from sayso.store.sqlite.search import searchable
from sayso.views.events import EventQuery, EventRow

NAMES: Final = tuple(field.name for field in fields(EventRow))
EVENT: Final = ", ".join(f'e."{name}"' for name in NAMES)
TABLES: Final = (
    # An event's number is its report's times 2**20 and its place in it, as a statement's is.
    'CREATE TABLE events (number INTEGER PRIMARY KEY, report INTEGER NOT NULL, first TEXT, last TEXT, "id" TEXT NOT'
    ' NULL, "what" TEXT NOT NULL, "type" TEXT NOT NULL, "mode" TEXT NOT NULL, "context" TEXT NOT NULL, "who" TEXT NOT'
    ' NULL, "whom" TEXT NOT NULL, "whos" TEXT NOT NULL, "whoms" TEXT NOT NULL, "when" TEXT NOT NULL, "earliest" TEXT'
    ' NOT NULL, "latest" TEXT NOT NULL, "place" TEXT NOT NULL, "country" TEXT NOT NULL, "how_many" TEXT NOT NULL,'
    ' "factuality" TEXT NOT NULL, "state" TEXT NOT NULL, "because" TEXT NOT NULL, "chain" TEXT NOT NULL, "evidence"'
    ' TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "version" TEXT NOT NULL)',
    "CREATE INDEX events_of_type ON events (type, first)",
    "CREATE INDEX events_in_time ON events (first, last) WHERE first IS NOT NULL",
    "CREATE VIRTUAL TABLE events_words USING fts5(whos, whoms, content='events', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')",
)  # fmt: skip
INSERT: Final = f"INSERT INTO events VALUES ({', '.join('?' * (len(NAMES) + 4))})"
INSERT_WORDS: Final = "INSERT INTO events_words (rowid, whos, whoms) VALUES (?, ?, ?)"
FORGET_WORDS: Final = (
    "INSERT INTO events_words (events_words, rowid, whos, whoms)"
    " SELECT 'delete', number, whos, whoms FROM events WHERE number BETWEEN ? AND ?"
)
FORGET: Final = "DELETE FROM events WHERE number BETWEEN ? AND ?"


def values(number: int, report: int, row: EventRow) -> tuple[Any, ...]:
    """A row as the table has it."""
    held = [getattr(row, name) for name in NAMES]
    cells = [
        json.dumps(value) if isinstance(value, tuple) else searchable(value) if isinstance(value, str) else value
        for value in held
    ]
    first, last = row.earliest or row.latest or None, row.latest or row.earliest or None
    return (number, report, first, last, *cells)


def row_of(cells: Any) -> EventRow:
    """A row of the table, selected as EVENT."""
    held = dict(zip(NAMES, cells, strict=True))
    held["evidence"] = tuple((start, end) for start, end in json.loads(held["evidence"]))
    return EventRow(**held)


def where(query: EventQuery) -> tuple[str, list[Any]]:
    """The condition of a query on `events e`, and its values; UsageError for a name without a word or a bad date."""
    parts: list[str] = []
    given: list[Any] = []
    names = [search_words.match_query(query.who, "whos")] if query.who else []
    names += [search_words.match_query(query.whom, "whoms")] if query.whom else []
    if names:
        parts.append("e.number IN (SELECT rowid FROM events_words WHERE events_words MATCH ?)")
        given.append(" AND ".join(names))
    if query.type:
        parts.append("e.type <> ''" if query.type == "any" else "e.type = ?")
        given += [] if query.type == "any" else [query.type]
    if query.state:
        parts.append("e.state = ?")
        given.append(query.state)
    if query.between is not None:
        first, last = bounds(*query.between)
        parts.append("e.first <= ? AND e.last >= ?")
        given += [last, first]
    if query.dated is not None:
        parts.append("e.first IS NOT NULL" if query.dated else "e.first IS NULL")
    return " AND ".join(parts) or "1", given


def bounds(first: str, last: str) -> tuple[str, str]:
    """Two dates of any precision as strings that ISO dates can be compared with; UsageError where one is none.

    >>> bounds("1980", "1983-06")
    ('1980', '1983-06-99')
    """
    for date in (first, last):
        pieces = date.split("-")
        lengths = [len(piece) for piece in pieces]
        if not all(piece.isascii() and piece.isdigit() for piece in pieces) or lengths not in ([4], [4, 2], [4, 2, 2]):
            raise UsageError(f"{date!r} is no date; expected a year, a month or a day, as 1980, 1980-05 or 1980-05-02")
    if first > last + "-99":
        raise UsageError(f"nothing lies between {first} and {last}; give the earlier date first")
    return first, last + "-99-99"[: 10 - len(last)]
