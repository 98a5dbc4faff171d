"""Opens originals in a process of its own, with limits, so that a bad one cannot take the others along.

The process has a limit on its address space (RLIMIT_AS), on CPU time for each report (RLIMIT_CPU), and the parent waits
only so long for the next one. A process that dies, by a signal or over a limit, is one failed original; the next one is
read by a new process.
"""

from __future__ import annotations

import contextlib
import logging
import math
import multiprocessing
import multiprocessing.connection
import resource
import signal
import sys
import tempfile
import types
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from sayso.errors import ReadError, SaysoError
from sayso.read import Failure, HintSource, LeftOut, Original, Read, read_original

logger = logging.getLogger(__name__)
STARTING: Final = 120.0  # seconds
PATIENCE: Final = 20  # times the seconds for an answer that a process waits for its turn at most
GRACE: Final = 1.0  # seconds between the end of its CPU time and the signal that cannot be caught


@dataclass(frozen=True, slots=True)
class Limits:
    """What one original may use.

    memory    bytes of address space of the process
    seconds   of CPU and of the clock, for each report that comes out of it
    """

    memory: int = 2 * 2**30
    seconds: float = 60.0


class Worker:
    """Reads originals in another process; called with an original it stands in for `sayso.read.read_original`.

    >>> with Worker() as worker:
    ...     [read.report.text for read in worker(Original("a.txt", data=b"It rained."))]
    ['It rained.']
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self.limits = limits
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: multiprocessing.connection.Connection[Any, Any] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(timeout=GRACE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._process = self._pipe = None

    def __call__(self, original: Original, *, hints: HintSource | None = None) -> Iterator[Read | Failure | LeftOut]:
        """What one original holds. What was given before the process died is kept; then comes a Failure."""
        pipe = self.start()
        try:
            pipe.send((original, hints))
            while self._answers(pipe):
                found = pipe.recv()
                if found is None:
                    return
                yield found
            reason = f"it took over {self.limits.seconds:.0f} s"
            yield _failed(original, reason, "leave it out, or allow more with --limit")
        except (EOFError, BrokenPipeError, ConnectionResetError):
            yield _failed(original, *self._post_mortem())
        except GeneratorExit:  # nobody wants the rest; the process is in the middle of it
            self._kill()
            raise
        self._kill()

    def start(self) -> multiprocessing.connection.Connection[Any, Any]:
        """Bring the process up, unless it is; gives the way to it. SaysoError where it cannot read anything here."""
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self.limits), daemon=True)
            with without_main():
                self._process.start()
            theirs.close()
            # coming up takes a second or more on a busy machine, and is no original's fault
            wrong = ""
            if self._pipe.poll(STARTING):
                with contextlib.suppress(EOFError):
                    wrong = self._pipe.recv()
            if wrong:
                self._kill()
                raise SaysoError(
                    f"the process that opens files cannot work: {wrong}; look at the room in {tempfile.gettempdir()}"
                    " and at the limits (ulimit -a)"
                )
        return self._pipe

    def _answers(self, pipe: multiprocessing.connection.Connection[Any, Any]) -> bool:
        """Wait for the next answer; False where it takes too long.

        A process that could run but is not let, because the machine does other things, is waited for longer: what it
        may use is CPU time, and that has a limit of its own.
        """
        for _ in range(PATIENCE):
            if pipe.poll(self.limits.seconds + GRACE):
                return True
            if not self._is_runnable():
                return False
        return False

    def _is_runnable(self) -> bool:
        assert self._process is not None
        try:
            with open(f"/proc/{self._process.pid}/stat", encoding="utf-8", errors="replace") as stream:
                state = stream.read().rpartition(")")[2].split()[0]
        except OSError:  # no Linux, or it is gone
            return False
        return state == "R"

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
        self.close()

    def _post_mortem(self) -> tuple[str, str]:
        assert self._process is not None
        self._process.join(timeout=5 * GRACE)
        code = self._process.exitcode
        if code == -signal.SIGKILL:
            return (
                "reader killed, signal 9, as a system does that has no memory left",
                "try it alone, with less running",
            )
        if code == -signal.SIGXCPU:
            return f"it took over {self.limits.seconds:.0f} s of CPU", "leave it out, or allow more with --limit"
        if code == -signal.SIGABRT:  # libraries in C end so where the limit on memory refuses them more
            reason = f"reader crashed, signal 6, as where it needs more than {self.limits.memory // 2**20:,} MB"
            return reason, "leave it out, or allow more with --limit-memory"
        if code is not None and code < 0:
            return f"reader crashed, signal {-code}", "please report it with the file"
        return f"reader ended with status {code}", "please report it with the file"


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


def _failed(original: Original, reason: str, advice: str) -> Failure:
    from sayso.read import reader_for

    try:
        entry = reader_for(original)
    except OSError:
        entry = None
    return Failure.of(original, ReadError(reason, advice), entry.name if entry else "sayso")


def _serve(pipe: multiprocessing.connection.Connection[Any, Any], limits: Limits) -> None:
    """The other process: originals come in, what they hold goes out, None ends each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends us
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        # what every reader loads is there before the first file's time runs, or it is known that no file is to blame
        (first,) = read_original(
            Original("first.txt", data=b"It rained on the valley for a third day, and no one came.")
        )
        pipe.send(first.reason if isinstance(first, Failure) else "")
        while True:
            original, hints = pipe.recv()
            _allow(limits.seconds)
            for found in read_original(original, hints=hints):
                pipe.send(found)
                _allow(limits.seconds)
            pipe.send(None)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _allow(seconds: float) -> None:
    """CPU time from now on; the kernel counts from the start of the process, in whole seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
