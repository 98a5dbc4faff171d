"""Tables of rows in SQLite, made from their `RowSpec`: one table, one word index and a few indexes each.

A row's number is its report's number times 2**20 and its place in it, so that those of a report lie together. `first`
and `last` are its dates with an open end closed at the other one, so that "between" is two comparisons on an index;
both are NULL where it has none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, get_type_hints

import msgspec

from sayso.errors import CaseError
from sayso.store.sqlite.search import match_query
from sayso.store.sqlite.typed import check_kinds, from_json, kinds_of
from sayso.values.rows import RowQuery, RowSpec

SHIFT: Final = 20  # bits: a report has at most 2**20 rows in one table
TYPES: Final = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "json": "TEXT"}


class RowTable:
    """The statements of SQL for one table; `r` is the report of a row, `e` the row."""

    def __init__(self, spec: RowSpec) -> None:
        name, kinds = spec.name, spec.columns()
        self.spec, self.name, self.words = spec, name, f"{name}_words" if spec.searched else ""
        own = [("number", "INTEGER"), ("report", "INTEGER")]
        own += [("first", "TEXT"), ("last", "TEXT")] if spec.dated else []
        self.columns = [*own, *((column, TYPES[kind]) for column, kind in kinds)]
        self.selected = ", ".join(f'e."{column}"' for column, _ in kinds)
        self.width = len(kinds)
        hints = get_type_hints(spec.row)
        self._json = {column: hints[column] for column, kind in kinds if kind == "json"}
        self._kinds = tuple(kind or (str,) for kind in kinds_of(spec.row))
        self._fields = [column for column, _ in kinds]
        searched = ", ".join(f'"{column}"' for column in spec.searched)
        self.insert = f"INSERT INTO {name} VALUES ({', '.join('?' * len(self.columns))})"
        marks = ", ".join("?" * (len(spec.searched) + 1))
        self.insert_words = f"INSERT INTO {self.words} (rowid, {searched}) VALUES ({marks})"
        # FTS5 needs the old text to delete its entries.
        self.forget_words = (
            f"INSERT INTO {self.words} ({self.words}, rowid, {searched})"
            f" SELECT 'delete', number, {searched} FROM {name} WHERE number BETWEEN ? AND ?"
        )
        self.forget = f"DELETE FROM {name} WHERE number BETWEEN ? AND ?"

    def create(self) -> list[str]:
        """The statements that make the table and its indexes."""
        number, *rest = (f'"{column}" {kind}' for column, kind in self.columns)
        made = [f"CREATE TABLE {self.name} ({', '.join([number + ' PRIMARY KEY', *rest])})"]
        if self.words:
            names = ", ".join(f'"{column}"' for column in self.spec.searched)
            made.append(
                f"CREATE VIRTUAL TABLE {self.words} USING fts5({names}, content='{self.name}', content_rowid='number',"
                " tokenize='unicode61 remove_diacritics 2')"
            )
        return made

    def indexes(self) -> list[str]:
        """The statements that make the indexes that are missing."""
        first = ", first" if self.spec.dated else ""
        made = [
            f'CREATE INDEX IF NOT EXISTS {self.name}_by_{column} ON {self.name} ("{column}"{first})'
            for column in self.spec.filtered
        ]
        made += [
            f'CREATE INDEX IF NOT EXISTS {self.name}_by_{column} ON {self.name} ("{column}")'
            for column in self.spec.ranked
        ]
        if self.spec.dated:
            made.append(
                f"CREATE INDEX IF NOT EXISTS {self.name}_by_date ON {self.name} (first, last) WHERE first IS NOT NULL"
            )
        return made

    def values(self, number: int, report: int, row: Any) -> tuple[Any, ...]:
        """A row as the table has it."""
        cells = [
            json.dumps(value) if name in self._json else value
            for name, value in ((name, getattr(row, name)) for name in self._fields)
        ]
        dates = (self.spec.span(row) or (None, None)) if self.spec.dated else ()
        return (number, report, *dates, *cells)

    def words_of(self, number: int, row: Any) -> tuple[Any, ...]:
        """A row as the word index has it."""
        return (number, *(getattr(row, name) for name in self.spec.searched))

    def row(self, cells: Sequence[Any]) -> Any:
        """The row of cells that were selected as `selected`; CaseError where one cannot be read."""
        check_kinds(cells, self._kinds, f"a row of the {self.name}")
        held = dict(zip(self._fields, cells, strict=True))
        try:
            held |= {name: msgspec.convert(from_json(held[name], name), kind) for name, kind in self._json.items()}
        except msgspec.MsgspecError as error:
            raise CaseError(f"a row of the {self.name} is damaged ({error}); `sayso check` says which") from error
        return self.spec.row(**held)

    def words_alone(self, query: RowQuery) -> str:
        """What the word index is asked where a query has words and nothing else, so that it alone answers; else ""."""
        return words_query(query) if query == RowQuery(query.table, query.words) else ""

    def where(self, query: RowQuery, *, in_order: bool = False) -> tuple[str, list[Any]]:
        """The condition of a query on `e`, and its values; UsageError for words without a word.

        in_order   the rows are gone through report by report: of each, SQLite must not try all rows that hold the words
        """
        parts: list[str] = []
        given: list[Any] = []
        if query.words:
            place = "+e.number" if in_order else "e.number"  # with "+" no index of it is used
            parts.append(f"{place} IN (SELECT rowid FROM {self.words} WHERE {self.words} MATCH ?)")
            given.append(words_query(query))
        for column, value in query.equal:
            parts.append(f'e."{column}" = ?')
            given.append(value)
        parts += [f"e.\"{column}\" <> ''" for column in query.filled]
        if query.less is not None:
            column, number = query.less
            parts.append(f'(e."{column}" >= ?) IS NOT TRUE')
            given.append(number)
        if query.between is not None:
            first, last = query.between
            parts.append("e.first <= ? AND e.last >= ?")
            given += [last, first]
        if query.dated is not None:
            parts.append("e.first IS NOT NULL" if query.dated else "e.first IS NULL")
        return " AND ".join(parts) or "1", given


def words_query(query: RowQuery) -> str:
    """What the word index is asked for the words of a query; "" for none. UsageError for words without a word."""
    return " AND ".join(match_query(words, column) for column, words in query.words)


def bounds(number: int) -> tuple[int, int]:
    """The first and last number that a row of this report can have."""
    return number << SHIFT, ((number + 1) << SHIFT) - 1
