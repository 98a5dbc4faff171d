"""What SQLite raises, as a CaseError that says what to try."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from typing import Final

from sayso.errors import CaseError

DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What SQLite and its driver say, with no code of their own, of a head or a column that no case has.
FOREIGN: Final = re.compile("unsupported file format|Could not decode|unsupported encoding|attached databases must use")
WAIT: Final = 30.0  # seconds for which another process's transaction is waited for


class DamagedCase(CaseError):
    """The file is no whole case any more; there may be something left in it."""


@contextlib.contextmanager
def telling(name: str) -> Iterator[None]:
    """Turn what SQLite raises into a CaseError that says what to try."""
    try:
        yield
    except sqlite3.Error as error:
        kind = DamagedCase if _code(error) in DAMAGE or FOREIGN.search(str(error)) else CaseError
        raise kind(f"{name}: {_told(error)}") from error


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of the number says more than we need


def _told(error: sqlite3.Error) -> str:
    match _code(error):
        case sqlite3.SQLITE_FULL:
            return "no room left on the disk; what was stored before is kept: make room and run the command again"
        case sqlite3.SQLITE_IOERR:
            return (
                f"the disk or a limit refused to write or read ({error}); what was stored before is kept: look at the"
                " disk's room and the limits (ulimit -f), and run the command again"
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"another process is writing to it, for over {WAIT:.0f} s; wait until it has finished"
        case code if code in DAMAGE:
            return f"the file is damaged ({error}); `sayso check` says what is lost, `sayso export` gives what is left"
        case _ if "Could not decode" in str(error):
            return "one of its columns holds bytes that are no text; `sayso export` gives what is left"
        case sqlite3.SQLITE_READONLY:
            return "it cannot be written; look at its permissions, or copy it"
        case sqlite3.SQLITE_CANTOPEN:
            return "it cannot be opened; look at its folder and permissions, and that a -wal beside it came along"
        case _:
            return str(error)
