"""Whether a file has the tables, indexes and triggers that this program makes, and nothing else that SQLite would run.

A case may come from anybody, and a view, a trigger, a generated column or an index on an expression is code: a view in
the place of a table can keep a command busy for ever, a trigger can change what is written. So the schema is compared
with the one that the program itself makes, before any table is asked. Source: "Defense Against The Dark Arts",
https://www.sqlite.org/security.html.
"""

from __future__ import annotations

import contextlib
import functools
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from sayso.store.sqlite import schema
from sayso.store.sqlite.errors import DamagedCase, telling
from sayso.store.sqlite.rows import RowTable

Thing = tuple[str, str, str, str | None]  # type, name, table, SQL: a row of sqlite_master
ASKED: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master"
SHADOWS: Final = ("data", "idx", "content", "docsize", "config")  # tables in which FTS5 keeps an index
# Their SQL is SQLite's own and may differ from version to version; nothing in it may be computed.
PLAIN: Final = re.compile(r"CREATE TABLE '?\w+'? ?\([\w ,'()]*\)(?: ?WITHOUT ROWID)?\Z")
COMPUTED: Final = re.compile(r"\b(?:AS|CHECK|COLLATE|DEFAULT|GENERATED|REFERENCES)\b", re.IGNORECASE)
FTS5: Final = re.compile(r"CREATE VIRTUAL TABLE \w+ USING fts5\(")
STATISTICS: Final = frozenset({"sqlite_stat1", "sqlite_stat4"})  # of ANALYZE
NAME: Final = re.compile(r"[a-z][a-z_]*\Z")  # of a table of rows
Ask = Callable[[str], Iterable[Any]]


def check_shape(ask: Ask, path: str, version: int, tables: Collection[RowTable]) -> None:
    """Raise DamagedCase if the file holds what no sayso makes, or lacks a table of the record; it says which.

    ask       runs one statement of SQL and gives its rows
    version   of the file, at most the program's own
    Tables of rows may be of another version: they are drawn from the readings, and made anew (see `altered`).
    """
    states = _states(schema.MIGRATIONS)
    known = _known(states, tables)
    things = list(_things(ask, path))
    drawn = _drawn_names(ask, things, known, tables)
    for thing in things:
        kind, name, table, sql = thing
        if thing in known or table.startswith("sqlite_"):
            if table.startswith("sqlite_") and name not in STATISTICS:
                raise _refused(path, f"a table {name!r}, which no sayso makes")
        elif kind == "index" and sql is None:
            continue  # SQLite's own, of a key
        elif kind in ("view", "trigger") or (table not in drawn and table not in schema.FIXED):
            raise _refused(path, f"a {kind} {name!r}, which no sayso makes")
        elif table in schema.FIXED:
            raise _refused(path, f"a {kind} {name!r} that is not as sayso makes it")
        elif kind == "table" and not _is_plain(sql or "", table in drawn):
            raise _refused(path, f"a table {name!r} that computes what it holds")
    there = {name for kind, name, _, _ in things if kind == "table"}
    later = {name for state in states[version:] for _, name, *_ in state} - {name for _, name, *_ in states[version]}
    if early := sorted(later & there & schema.FIXED):
        raise DamagedCase(
            f"{path}: its head is damaged: it says that it is of version {version}, and has the table {early[0]!r};"
            " `sayso check` says what is lost, `sayso export` gives what is left"
        )
    lost = sorted(name for kind, name, *_ in states[version] if name in schema.FIXED - there and kind == "table")
    if lost:
        raise DamagedCase(
            f"{path}: it is no whole case: its table {lost[0]!r} is not there; `sayso check` says what is lost, `sayso"
            " export` gives what is left"
        )


def is_ours(ask: Ask, path: str, tables: Collection[RowTable]) -> bool:
    """Whether all that is in the file is what this program makes, and it has what a case cannot be without."""
    known = _known(_states(schema.MIGRATIONS), tables)
    things = set(_things(ask, path))
    held = {name for kind, name, *_ in things & known if kind == "table"}
    strange = {thing for thing in things - known if thing[2] not in _shadows(tables) and thing[3] is not None}
    return held >= schema.FIXED and not strange


def altered(ask: Ask, path: str, tables: Collection[RowTable]) -> set[str]:
    """The tables of rows that are not just as this program, or an older one, makes them: to be made anew."""
    known = _known(_states(schema.MIGRATIONS), tables)
    found = set()
    for thing in _things(ask, path):
        if thing not in known and not (thing[0] == "index" and thing[3] is None):
            found |= {table.name for table in tables if thing[2] in _family(table.name)}
    return found


def missing(ask: Ask, path: str) -> list[str]:
    """Triggers and indexes of the record that are not there: a program takes none out."""
    there = {thing[1] for thing in _things(ask, path)}
    last = _states(schema.MIGRATIONS)[-1]
    return sorted(f"{kind} {name}" for kind, name, table, sql in last if sql and name not in there and kind != "table")


def _refused(path: str, what: str) -> DamagedCase:
    return DamagedCase(
        f"{path}: it holds {what}: it is not opened; take it out if you put it there, else `sayso export` gives the"
        " readings in it, and `sayso check` what else is wrong"
    )


def _things(ask: Ask, path: str) -> Iterator[Thing]:
    for row in ask(ASKED):
        if not all(isinstance(cell, str) for cell in row[:3]) or not isinstance(row[3], str | None):
            raise DamagedCase(f"{path}: the list of its tables is damaged")
        kind, name, table, sql = row
        # FTS5 keeps its index in tables of its own: they belong to the index, whose name they begin with
        yield kind, name, table, _same_space(sql)


def _same_space(sql: str | None) -> str | None:
    return None if sql is None else " ".join(sql.split())


def _is_plain(sql: str, own: bool) -> bool:
    if FTS5.match(sql):
        return True
    body = sql.replace('"', "'")
    return own and COMPUTED.search(re.sub(r"'\w+'", "x", body)) is None and PLAIN.match(body) is not None


def _shadows(tables: Collection[RowTable]) -> set[str]:
    return {f"{name}_words_{shadow}" for name in ("texts", *(table.name for table in tables)) for shadow in SHADOWS}


def _family(name: str) -> set[str]:
    """The names of all tables that belong to a table of rows: itself, its word index, and what that keeps."""
    index = f"{name}_words"
    return {name, index, *(f"{index}_{shadow}" for shadow in SHADOWS)}


def _drawn_names(ask: Ask, things: Sequence[Thing], known: frozenset[Thing], tables: Collection[RowTable]) -> set[str]:
    """All names that tables of rows may have here: those of this program, and those that the file says it has."""
    names: set[Any] = {table.name for table in tables}
    if any(thing[1] == "drawn" and thing in known for thing in things):
        names |= {name for (name,) in ask("SELECT name FROM drawn")}
    found = {name for name in names - schema.FIXED if isinstance(name, str) and NAME.match(name)}
    return {member for name in found for member in _family(name)} | _shadows(())


def _known(states: Sequence[frozenset[Thing]], tables: Collection[RowTable]) -> frozenset[Thing]:
    return frozenset().union(
        *states, _made(tuple(sql for table in tables for sql in (*table.create(), *table.indexes())))
    )


@functools.lru_cache(maxsize=8)
def _states(migrations: tuple[tuple[str, ...], ...]) -> tuple[frozenset[Thing], ...]:
    """What a case holds of each version, from 0."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made, telling("a new case"):
        states = [frozenset[Thing]()]
        for step in migrations:
            for sql in step:
                made.execute(sql)
            states.append(_held(made))
    return tuple(states)


@functools.lru_cache(maxsize=8)
def _made(statements: tuple[str, ...]) -> frozenset[Thing]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made, telling("a new case"):
        for sql in statements:
            made.execute(sql)
        return _held(made)


def _held(connection: sqlite3.Connection) -> frozenset[Thing]:
    return frozenset((kind, name, table, _same_space(sql)) for kind, name, table, sql in connection.execute(ASKED))
