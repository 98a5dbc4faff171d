"""Which database an address means, and opening it: the one place that knows them all.

A new database is a line here and its folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from sayso.errors import CaseError
from sayso.store.base import Store
from sayso.store.memory import MemoryStore
from sayso.store.sqlite import open_store
from sayso.store.sqlite.errors import WAIT, DamagedCase
from sayso.store.sqlite.salvage import is_damaged, salvage
from sayso.values.case import Finding
from sayso.values.rows import RowSpec
from sayso.views.tables import TABLES

MEMORY: Final = ":memory:"

__all__ = ["MEMORY", "WAIT", "open_any"]


def open_any(
    address: str,
    *,
    create: bool = False,
    read_only: bool = False,
    damaged: Literal["refuse", "salvage"] = "refuse",
    wait: float = WAIT,
    tables: Sequence[RowSpec] = TABLES,
) -> tuple[Store, tuple[Finding, ...]]:
    """Open the store at an address, or make one; return it with what a damaged one lacks.

    address   ":memory:", or the path of a SQLite file
    create, read_only, damaged, wait   see sayso.case.open_case
    tables    of rows that it is to hold
    Raises CaseError where there is none, it is of a newer version, damaged, or cannot be opened.
    """
    if address == MEMORY:
        if not create:
            raise CaseError(":memory: is empty at first; open it with create=True, or give the path of a case")
        return MemoryStore(tables), ()
    file = Path(address)
    try:
        store = open_store(file, create=create, read_only=read_only, wait=wait, tables=tables)
        if damaged == "refuse" or not is_damaged(store):
            return store, ()
        store.close()
        told = []
    except DamagedCase as error:
        if damaged == "refuse":
            raise
        told = [Finding(address, str(error).removeprefix(f"{address}: "))]
    left, lost = salvage(file, tables)
    return left, (*told, *lost)
