"""Readings, and one fixture for every store: a new database is one more line in STORES."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.store import Store
from sayso.store.sqlite import open_store
from sayso.types import Reading

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from make_readings import make_readings  # noqa: E402

STORES: dict[str, Callable[[Path], Store]] = {"sqlite": lambda folder: open_store(folder / "m.sayso", create=True)}


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
