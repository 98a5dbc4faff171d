"""Readings, and one fixture for every store: a new database is one more line in STORES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.store.base import Store
from sayso.store.memory import MemoryStore
from sayso.store.sqlite import open_store
from sayso.values.reading import Reading

STORES: dict[str, Callable[[Path], Store]] = {
    "memory": lambda folder: MemoryStore(),
    "sqlite": lambda folder: open_store(folder / "m.sayso", create=True),
}


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    made = STORES[request.param](tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def drafts() -> list[tuple[Reading, bytes]]:
    """Forty readings with their originals."""
    return list(make_readings(40, seed=7))
