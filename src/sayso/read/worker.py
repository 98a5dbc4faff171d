"""Opens originals in a process of its own, with limits, so that a bad one cannot take the others along.

The process has a limit on its address space (RLIMIT_AS), on CPU time for each report (RLIMIT_CPU), and the parent waits
only so long for the next one. A process that dies, by a signal or over a limit, is one failed original; the next one is
read by a new process. What the process is, and what it may not do, is told in `sayso.read.child`.
"""

from __future__ import annotations

import contextlib
import logging
import select
import socket
import subprocess
import tempfile
from collections.abc import Callable, Generator, Iterator
from types import TracebackType
from typing import Final

from sayso.errors import ReadError, SaysoError
from sayso.read import Failure, HintSource, LeftOut, Original, Read, child
from sayso.read.limits import ATTEMPTS, ENDED, Limits, how_it_ended, opening_ran_out

__all__ = ["Limits", "Worker"]

logger = logging.getLogger(__name__)
STARTING: Final = 120.0  # seconds
PATIENCE: Final = 20  # times the seconds for an answer that a process waits for its turn at most
SLOW: Final = 1.0  # seconds; what opening takes below that is not counted against the analysis
USUAL: Final = Limits()
GRACE: Final = 1.0  # seconds between the end of its CPU time and the signal that cannot be caught


class _EndedError(Exception):
    """The process was ended from outside; its arguments are the reason and the advice of a Failure."""


class Worker:
    """Reads originals in another process; called with an original it stands in for `sayso.read.read_original`.

    opening    seconds of CPU by id of report, where opening it took over SLOW; who takes the report takes it out
    on_start   called when something is to be opened for the first time

    >>> with Worker() as worker:
    ...     [read.report.text for read in worker(Original("a.txt", data=b"It rained."))]
    ['It rained.']
    """

    def __init__(self, limits: Limits = USUAL) -> None:
        self.limits = limits
        self.opening: dict[str, float] = {}
        self.on_start: Callable[[], None] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            try:
                self._process.wait(timeout=GRACE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._folder is not None:
            self._folder.cleanup()
        self._process = self._channel = self._folder = None

    def __call__(self, original: Original, *, hints: HintSource | None = None) -> Iterator[Read | Failure | LeftOut]:
        """What one original holds. What was given before the process died is kept; then comes a Failure.

        If somebody ended the process from outside, the original is asked once more: a system that ends all processes of
        a program one by one, or one that has no memory left, says nothing of the file that was open.
        """
        given = 0
        for attempt in range(ATTEMPTS):
            try:
                with contextlib.closing(self._ask(original, hints)) as answers:
                    for number, found in enumerate(answers):
                        if number >= given:
                            given += 1
                            yield found
                return
            except _EndedError as ended:
                if attempt == ATTEMPTS - 1:
                    yield _failed(original, *ended.args)

    def _ask(self, original: Original, hints: HintSource | None) -> Generator[Read | Failure | LeftOut, None, None]:
        """What one original holds; _EndedError if the process was ended from outside."""
        channel = self.start()
        try:
            try:
                child.ask(channel, original, hints)
            except (BrokenPipeError, ConnectionResetError):
                raise
            except OSError as error:  # of the file, which is opened here
                reason = f"cannot be opened: {error.strerror or error}"
                yield _failed(original, reason, "look at its permissions and links")
                return
            while self._answers(channel):
                found = child.answer(channel)
                if found is None:
                    return
                if isinstance(found, Read) and found.seconds > SLOW:
                    self.opening[found.report.id] = found.seconds
                yield found
            yield _failed(original, *opening_ran_out(self.limits))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            reason, advice = self._post_mortem()
            if self._process is not None and self._process.returncode in ENDED:
                self._kill()
                raise _EndedError(reason, advice) from None
            yield _failed(original, reason, advice)
        except GeneratorExit:  # nobody wants the rest; the process is in the middle of it
            self._kill()
            raise
        self._kill()

    def start(self) -> socket.socket:
        """Bring the process up, unless it is; gives the way to it. SaysoError where it cannot read anything here."""
        if self._process is None or self._channel is None or self._process.poll() is not None:
            self.close()
            if self.on_start is not None:
                self.on_start()
                self.on_start = None
            self._channel, theirs = socket.socketpair()
            wrong = "it does not start"
            try:
                self._folder = tempfile.TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True)
                with theirs:
                    self._process = child.start(theirs, self.limits.memory, self.limits.seconds, self._folder.name)
                # coming up takes a second or more on a busy machine, and is no original's fault
                if select.select([self._channel], [], [], STARTING)[0]:
                    with contextlib.suppress(EOFError, ConnectionResetError):
                        first = child.answer(self._channel)
                        wrong = first.reason if isinstance(first, Failure) else ""
            except OSError as error:
                wrong = error.strerror or str(error)
            if wrong:
                self._kill()
                raise SaysoError(
                    f"the process that opens files cannot work: {wrong}; look at the room in {tempfile.gettempdir()}"
                    " and at the limits (ulimit -a)"
                )
        return self._channel

    def _answers(self, channel: socket.socket) -> bool:
        """Wait for the next answer; False where it takes too long.

        A process that could run but is not let, because the machine does other things, is waited for longer: what it
        may use is CPU time, and that has a limit of its own.
        """
        for _ in range(PATIENCE):
            if select.select([channel], [], [], self.limits.seconds + GRACE)[0]:
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
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5 * GRACE)
        return how_it_ended("reader", self._process.returncode, self.limits)


def _failed(original: Original, reason: str, advice: str) -> Failure:
    from sayso.read import reader_for

    try:
        entry = reader_for(original)
    except OSError:
        entry = None
    return Failure.of(original, ReadError(reason, advice), entry.name if entry else "sayso")
