"""What several tests use."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from kept_workers import KeptAnalyst, KeptWorker

from sayso.cli import reading
from sayso.read import worker
from sayso.run import executors, front

ROOT = Path(__file__).resolve().parents[1]
collect_ignore = ["helpers"]  # scripts and makers of test data, no tests

# No deadlines: the suite also runs on machines that are busy with something else. In CI the examples are the same each
# time, so that a change is judged by what it changes; at home they are new each time.
settings.register_profile("home", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("home"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def tarn_bridge() -> Path:
    """The example case."""
    return ROOT / "examples" / "tarn-bridge"


@pytest.fixture(scope="session")
def worker_class() -> Iterator[type[KeptWorker]]:
    """Workers that leave their processes to the next test."""
    yield KeptWorker
    KeptWorker.end()
    KeptAnalyst.end()


@pytest.fixture
def kept_workers(monkeypatch: pytest.MonkeyPatch, worker_class: type[KeptWorker]) -> None:
    """Open and analyse reports in processes that other tests use too; for tests of something else than that process."""
    for module in (worker, reading, front):
        monkeypatch.setattr(module, "Worker", worker_class)
    monkeypatch.setattr(executors, "Analyst", KeptAnalyst)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Block the network, and list what was tried: connections and look-ups of names.

    Where the code under test swallows the error, the list still tells; it must be empty at the end.
    """
    tried: list[str] = []

    def blocked(what: str) -> Any:
        real: Any = getattr(socket.socket, what, None)

        def refuse(*arguments: Any, **named: Any) -> Any:
            if what in ("sendto", "sendmsg") and arguments[0].family == socket.AF_UNIX:
                return real(*arguments, **named)  # between two processes of ours, over a pair made when they started
            shown = [a for a in arguments if not isinstance(a, socket.socket)]
            tried.append(f"{what}{tuple(shown)}")
            raise OSError(f"the network is blocked in this test: {tried[-1]}")

        return refuse

    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, blocked(name))
    for name in (
        "getaddrinfo",
        "gethostbyname",
        "gethostbyname_ex",
        "gethostbyaddr",
        "getnameinfo",
        "create_connection",
    ):
        monkeypatch.setattr(socket, name, blocked(name))
    yield tried
    assert tried == []
