"""Where batches of reports are read: in this process, or in several.

An executor is anything with the one method of Executor. It is given how to build what reads a batch, which it does once
in each process or machine that it uses, and the batches; it gives the answers back in the order of the batches. So a
cluster is one more class here, and nothing else changes.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import multiprocessing
import os
import sys
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol

from sayso.errors import UsageError
from sayso.read import Failure
from sayso.values.reading import Reading
from sayso.values.report import Report

Batch = list[Report]
Answers = list[Reading | Failure]  # one a report, in order
THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
WAITING: Final = 2  # batches a process that are handed out before the first answer is waited for


class BatchReader(Protocol):
    """What reads a batch: a Pipeline."""

    def read(self, reports: Batch) -> Answers:
        """One Reading or Failure a report, in order."""


class Executor(Protocol):
    """Where batches are read."""

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """The answers to all batches, in order; batches are taken as they are needed.

        build   makes the reader; it can be pickled, and is called once in each place where batches are read
        """


class OneProcess:
    """Reads in this process, one batch after the other."""

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """See Executor."""
        reader = build()
        for batch in batches:
            yield reader.read(batch)


class Processes:
    """Reads in several processes of this machine; one of one thread a core is fastest."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(self, build: Callable[[], BatchReader], batches: Iterable[Batch]) -> Iterator[Answers]:
        """See Executor."""
        context = multiprocessing.get_context("spawn")  # a fork of a process with ONNX Runtime's threads may hang
        with contextlib.ExitStack() as stack:
            with environment():
                pool = stack.enter_context(
                    concurrent.futures.ProcessPoolExecutor(
                        self.jobs, mp_context=context, initializer=_start, initargs=(build,)
                    )
                )
                start_all(pool, self.jobs)
            waiting: deque[concurrent.futures.Future[Answers]] = deque()
            for batch in batches:
                waiting.append(pool.submit(_read, batch))
                if len(waiting) > WAITING * self.jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def executor_for(jobs: int | str | Executor) -> Executor:
    """The executor that is meant: a number of processes, or one made elsewhere.

    UsageError for a number below 1, and for "ray", which has a name in the extras and is not built yet.
    """
    if jobs == "ray":
        raise UsageError("jobs='ray' is not built yet; give a number of processes, such as jobs=4")
    if isinstance(jobs, str) or (isinstance(jobs, int) and jobs < 1):
        raise UsageError(f"jobs is {jobs!r}; expected a number of processes from 1 on, or an executor")
    if isinstance(jobs, int):
        return OneProcess() if jobs == 1 else Processes(jobs)
    return jobs


@contextlib.contextmanager
def without_main() -> Iterator[None]:
    """Start processes that do not run the user's script again.

    A process that is spawned imports the main module, to find functions of it. Ours are in this package, and a script
    such as ``sayso.open_case(...).read("reports/")`` has no ``if __name__ == "__main__":`` around it: the process would
    read the reports too, and never come up.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextlib.contextmanager
def environment() -> Iterator[None]:
    """Variables for processes that are started meanwhile; a process reads them once, as it starts.

    Each has one thread a library, unless the user set another number: many processes of many threads would only wait
    for each other. And none looks for modules in the current folder, where a report may be called signal.py.
    """
    unset = [name for name in (*THREADS, "PYTHONSAFEPATH") if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


def start_all(pool: concurrent.futures.Executor, jobs: int) -> None:
    """Start the processes now, while the variables are set for them."""
    with without_main():
        for _ in range(jobs):
            pool.submit(_nothing)


_reader: BatchReader | None = None  # of this process, where it is one that was started


def _nothing() -> None:
    """What a process does first."""


def _start(build: Callable[[], BatchReader]) -> None:
    global _reader
    _reader = build()


def _read(batch: Batch) -> Answers:
    assert _reader is not None
    return _reader.read(batch)
