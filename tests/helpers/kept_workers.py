"""Processes that open originals, kept from one test to the next: starting one takes a second or two of CPU."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sayso.read import Failure, HintSource, LeftOut, Original, Read
from sayso.read.worker import Limits, Worker


class KeptWorker(Worker):
    """A Worker whose process goes on when it is closed, for the next one with the same limits.

    A process that is still in the middle of an original, because nobody wanted the rest, is ended.
    """

    idle: dict[Limits, list[tuple[Any, Any, Any]]] = {}

    def __init__(self, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        super().__init__(limits)
        self.busy = False
        kept = self.idle.get(limits)
        if kept:
            self._process, self._channel, self._folder = kept.pop()

    def _ask(self, original: Original, hints: HintSource | None) -> Generator[Read | Failure | LeftOut, None, None]:
        self.busy = True
        yield from super()._ask(original, hints)
        self.busy = False

    def close(self) -> None:
        """Keep the process, if it is ready for another original."""
        if self.busy or self._process is None or self._process.poll() is not None:
            super().close()
            return
        self.idle.setdefault(self.limits, []).append((self._process, self._channel, self._folder))
        self._process = self._channel = self._folder = None

    @classmethod
    def end(cls) -> None:
        """End the processes that are kept."""
        for limits, kept in cls.idle.items():
            for process, channel, folder in kept:
                worker = Worker(limits)
                worker._process, worker._channel, worker._folder = process, channel, folder
                worker.close()
        cls.idle.clear()
