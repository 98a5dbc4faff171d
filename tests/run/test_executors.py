"""The processes of `--jobs`: how they are started."""

from __future__ import annotations

import os
from typing import Any

import pytest

from sayso.run.executors import THREADS, environment, start_all


class Pool:
    """Notes what the environment is when a process would be started."""

    def __init__(self) -> None:
        self.seen: list[dict[str, str | None]] = []

    def submit(self, _function: Any) -> None:
        self.seen.append({name: os.environ.get(name) for name in THREADS})


def test_each_process_has_one_thread_unless_the_user_wants_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    pool = Pool()
    with environment():
        start_all(pool, 2)  # type: ignore[arg-type]
    assert pool.seen == [dict.fromkeys(THREADS, "1") | {"OMP_NUM_THREADS": "3"}] * 2
    assert {name: os.environ.get(name) for name in THREADS} == dict.fromkeys(THREADS) | {"OMP_NUM_THREADS": "3"}
