"""A case of made readings, and a visitor of its pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make_readings import make_readings
from pages import Visitor, pages_of, visit

from sayso.case import open_case
from sayso.web.app import Pages


@pytest.fixture(scope="session")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of seventy readings; it is not to be changed."""
    path = tmp_path_factory.mktemp("web") / "made.sayso"
    with open_case(path, create=True) as case:
        with case.store.transaction():
            for reading, original in make_readings(70, seed=3):
                case.add(reading, original)
        case.result("identity")
        case.result("copies")
    return path


@pytest.fixture
def served(made_case: Path, tmp_path: Path) -> Iterator[Callable[..., Pages]]:
    """The pages of a copy of the case; each is closed at the end."""
    made: list[Pages] = []

    def serve(case: Path | None = None, *, read_only: bool = False, password: str | None = None) -> Pages:
        path = case or Path(shutil.copy(made_case, tmp_path / "my.sayso"))
        made.append(pages_of(str(path), read_only=read_only, password=password))
        return made[-1]

    yield serve
    for pages in made:
        pages.close()


@pytest.fixture
def visitor(served: Callable[..., Pages]) -> Visitor:
    """Somebody who was let in."""
    return visit(served())
