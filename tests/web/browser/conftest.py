"""A browser, and cases in it: the example, a made one with everything, and one of hostile reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, Visit, browser_of, find_chromium
from make_world import make_world

from sayso.case import open_case

MADE_REPORTS = 40


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They start a server and a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium, driven by Playwright; in CI both must be there."""
    executable = find_chromium()
    if executable is None and not os.environ.get("CI"):
        pytest.skip("no chromium here to look at pages with; Debian: apt install chromium fonts-dejavu-core")
    assert executable is not None, "CI has no chromium"
    with browser_of(executable) as made:
        yield made


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory, tarn_bridge: Path) -> Path:
    """The example case, read as the front page of the documentation has it."""
    file = tmp_path_factory.mktemp("example") / "tarn.sayso"
    originals = tarn_bridge / "originals"
    with open_case(file, create=True) as case:
        counts = case.read(originals, meta=originals / "meta.csv")
    assert counts.added == 8
    return file


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with events, places, labels and relations in all their kinds."""
    file = tmp_path_factory.mktemp("made") / "made.sayso"
    with open_case(file, create=True) as case:
        for reading, original in make_world(MADE_REPORTS):
            case.add(reading, original)
    return file


@pytest.fixture(scope="session")
def example(example_file: Path) -> Iterator[Served]:
    with Served(example_file, "--read-only") as served:
        yield served


@pytest.fixture(scope="session")
def made(made_file: Path) -> Iterator[Served]:
    with Served(made_file, "--read-only") as served:
        yield served


@pytest.fixture(scope="session")
def let_in() -> dict[str, Any]:
    """The cookies of each server, which lets one browser in once."""
    return {}


@pytest.fixture
def visit(browser: Any, let_in: dict[str, Any]) -> Iterator[Callable[..., Visit]]:
    """A page of a server: nothing leaves the machine, and nothing goes wrong in the browser, until the test ends."""
    open_ones: list[Visit] = []

    def begin(served: Served, **options: Any) -> Visit:
        known = let_in.get(served.root)
        made = Visit(browser, served, **options, **({"storage_state": known} if known else {}))
        open_ones.append(made)
        if known is None:
            made.enter(served.address)
            let_in[served.root] = made.context.storage_state()
        return made

    yield begin
    for one in open_ones:
        try:
            assert one.away() == []
            assert one.faults == []
        finally:
            one.close()
