"""Where batches of reports are read: in this process, or in others that are watched.

An executor is anything with the one method of Executor. It is given how to build what reads a batch, which it does once
in each process or machine that it uses, and the batches; it gives the answers back in the order of the batches. So a
cluster is one more class here, and nothing else changes.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import math
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol

from sayso.errors import SaysoError, UsageError
from sayso.read.limits import ATTEMPTS, Limits
from sayso.read.worker import Worker
from sayso.run.analyst import Analyst, Answers, Batch, BatchReader, Ended, failure
from sayso.run.child import THREADS
from sayso.run.machine import usual_jobs

__all__ = ["THREADS", "Answers", "Batch", "BatchReader", "Crew", "Executor", "OneProcess", "Processes", "executor_for"]

# Batches; from the next on a second process pays. Starting one took 6.5 s of CPU, mostly the parser's import, when a
# report of news of 4,000 characters took 0.77 s: as much as half a batch.
FEW: Final = 2
UNLIMITED: Final = Limits(memory=0, seconds=math.inf)
WAITING: Final = 2  # batches a process that are handed out before the first answer is waited for


class Executor(Protocol):
    """Where batches are read."""

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """The answers to all batches, in order; batches are taken as they are needed.

        build   makes the reader; it can be pickled, and is called once in each place where batches are read
        """


class OneProcess:
    """Reads in this process, one batch after the other; nothing limits a report."""

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """See Executor."""
        reader = build()
        for batch in batches:
            yield reader.read(batch)


class Processes:
    """Reads in processes of this machine that are watched; one of one thread a core is fastest.

    jobs      how many processes; None for one a core, as far as the free memory goes, of which a further one is started
              only when there is enough to read
    limits    what each report may use; one that uses more is a Failure that names the step
    worker    that opens the reports, and says how much of their time that took; when it starts, so does a process here
    on_note   called, in the thread that takes the answers, with what a user should know

    A report is blamed for what is its own: a step that was at it alone and took too long, or the death of a process
    that had nothing else to read, twice. If a process dies over a batch, its reports are read again one by one.
    """

    def __init__(
        self,
        jobs: int | None = 1,
        limits: Limits = UNLIMITED,
        *,
        worker: Worker | None = None,
        on_note: Callable[[str], None] | None = None,
    ) -> None:
        self.grows = jobs is None
        self.jobs, self.note = usual_jobs() if jobs is None else (jobs, "")
        self.limits, self.worker = limits, worker
        self.on_note = on_note

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """See Executor."""
        crew = Crew(self.jobs, build, self.limits, at_once=1 if self.grows else self.jobs)
        waiting: deque[concurrent.futures.Future[Answers]] = deque()
        with contextlib.ExitStack() as stack:
            pool = concurrent.futures.ThreadPoolExecutor(self.jobs, "sayso-analyst")
            stack.callback(pool.shutdown, cancel_futures=True)
            stack.callback(crew.close)
            opened: dict[str, float] = {}
            if self.worker is not None:
                stack.callback(setattr, self.worker, "on_start", None)
                opened, self.worker.on_start = self.worker.opening, functools.partial(_submit, pool, crew.warm_up)
            for number, batch in enumerate(batches):
                if number == FEW and self.note:
                    crew.notes.append(self.note)
                crew.allow(number + 1 - FEW)
                opening = [opened.pop(report.id, 0.0) for report in batch]
                waiting.append(pool.submit(crew.read, batch, opening))
                if len(waiting) > WAITING * self.jobs:
                    yield self._told(crew, waiting.popleft().result())
            while waiting:
                yield self._told(crew, waiting.popleft().result())

    def _told(self, crew: Crew, answers: Answers) -> Answers:
        while crew.notes:
            note = crew.notes.popleft()
            if self.on_note is not None:
                self.on_note(note)
        return answers


def _submit(pool: concurrent.futures.ThreadPoolExecutor, task: Callable[[], None]) -> None:
    pool.submit(task)


class Crew:
    """The processes of one run, each used by one thread at a time; for who reads batch after batch himself.

    at_once   how many may work at first
    notes     what a user should know of how it went
    """

    def __init__(self, jobs: int, build: Callable[[], BatchReader], limits: Limits, at_once: int = 1) -> None:
        self.limits, self.at_once = limits, at_once
        self.notes: deque[str] = deque()
        self.closed = False
        self._all = [Analyst(build, limits) for _ in range(jobs)]
        self._idle = list(self._all)
        self._changed = threading.Condition()

    def read(self, batch: Batch, opening: list[float], attempt: int = 1) -> Answers:
        """The answers to a batch, whatever becomes of the processes that read it."""
        if not batch:
            return []
        try:
            if self.closed:
                raise Ended.closed()
            with self._one() as analyst:
                return analyst.read(batch, opening)
        except Ended as error:
            if self.closed:
                raise
            ended = error
        mine = [ended.late and report.id == ended.report for report in batch]
        if len(batch) == 1 and (ended.late or attempt == ATTEMPTS):
            mine = [True]
        if any(mine):
            others = [(report, gone) for report, gone, blamed in zip(batch, opening, mine, strict=True) if not blamed]
            answers = iter(self.read([report for report, _ in others], [gone for _, gone in others]))
            return [
                failure(report, ended.reason, ended.advice) if blamed else next(answers)
                for report, blamed in zip(batch, mine, strict=True)
            ]
        if not ended.late:
            self.notes.append(f"{ended.reason}; what it was reading is read again")
        if len(batch) == 1:
            return self.read(batch, opening, attempt + 1)
        return [one for report, gone in zip(batch, opening, strict=True) for one in self.read([report], [gone])]

    def allow(self, more: int) -> None:
        """Let so many work beside the first, as far as there are so many."""
        if self.at_once < min(1 + more, len(self._all)):
            with self._changed:
                self.at_once = min(1 + more, len(self._all))
                self._changed.notify_all()

    def warm_up(self) -> None:
        """Start one of the processes, so that it is there when the first batch is."""
        with self._one() as analyst, contextlib.suppress(Ended, SaysoError):  # told where a batch is read
            analyst.start()

    def close(self) -> None:
        """End all processes; who waits for an answer is told that there is none."""
        self.closed = True
        for analyst in self._all:
            analyst.close()
        with self._changed:
            while len(self._idle) < len(self._all):  # a thread that has one gives it back
                self._changed.wait()
        for analyst in self._all:
            analyst.clear()

    @contextlib.contextmanager
    def _one(self) -> Iterator[Analyst]:
        with self._changed:
            while not self._idle or len(self._all) - len(self._idle) >= self.at_once:
                self._changed.wait()
            analyst = self._idle.pop()
        try:
            yield analyst
        finally:
            with self._changed:
                self._idle.append(analyst)
                self._changed.notify_all()


def executor_for(
    jobs: int | str | Executor | None,
    limits: Limits | None = None,
    *,
    worker: Worker | None = None,
    on_note: Callable[[str], None] | None = None,
) -> Executor:
    """The executor that is meant: a number of processes, None for the usual one (see Processes), or one made elsewhere.

    limits   what each report may use; without any, one process is this one
    worker, on_note   see Processes
    UsageError for a number below 1, and for "ray", which has a name in the extras and is not built yet.
    """
    if jobs == "ray":
        raise UsageError("jobs='ray' is not built yet; give a number of processes, such as jobs=4")
    if isinstance(jobs, str) or (isinstance(jobs, int) and jobs < 1):
        raise UsageError(f"jobs is {jobs!r}; expected a number of processes from 1 on, or an executor")
    if jobs is not None and not isinstance(jobs, int):
        return jobs
    if jobs == 1 and limits is None:
        return OneProcess()
    return Processes(jobs, limits or UNLIMITED, worker=worker, on_note=on_note)
