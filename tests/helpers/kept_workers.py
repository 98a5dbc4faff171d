"""Processes that open and analyse reports, kept from one test to the next: starting one takes seconds of CPU."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Sequence
from typing import Any

from sayso.read import Failure, HintSource, LeftOut, Original, Read
from sayso.read.worker import Limits, Worker
from sayso.run.analyst import Analyst, Answers, Batch, BatchReader


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


class KeptAnalyst(Analyst):
    """An Analyst whose process goes on when it is closed, for the next one that builds the same with the same limits."""

    idle: list[tuple[bytes, Any, Any]] = []
    most = 2  # kept; each takes half a gigabyte

    def __init__(self, build: Callable[[], BatchReader], limits: Limits) -> None:
        super().__init__(build, limits)
        self.busy = False
        self.key = pickle.dumps((build, limits))
        for number, (key, process, channel) in enumerate(self.idle):
            if key == self.key:
                del self.idle[number]
                self._process, self._channel = process, channel
                break

    def read(self, batch: Batch, opening: Sequence[float]) -> Answers:
        """Read a batch; a process that did not answer is not kept."""
        self.busy = True
        answers = super().read(batch, opening)
        self.busy = False
        return answers

    def close(self) -> None:
        """Keep the process, if it is ready for another batch."""
        if self.busy or self._process is None or self._channel is None or self._process.poll() is not None:
            super().close()
            return
        self._closed.set()
        self.idle.append((self.key, self._process, self._channel))
        self._process = self._channel = None
        if len(self.idle) > self.most:
            _end(*self.idle.pop(0)[1:])

    @classmethod
    def end(cls) -> None:
        """End the processes that are kept."""
        for _, process, channel in cls.idle:
            _end(process, channel)
        cls.idle.clear()


def _end(process: Any, channel: Any) -> None:
    process.kill()
    process.wait()
    channel.close()
