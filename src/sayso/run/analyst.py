"""One process that analyses reports, watched by the program: what takes too long or dies takes no other report along.

Called by `sayso.run.executors`. What the process does is told in `sayso.run.child`.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from sayso.errors import SaysoError
from sayso.read import Failure
from sayso.read.limits import ENDED, Limits, analysis_ran_out, how_it_ended
from sayso.run import child
from sayso.run.doing import ALL
from sayso.values.reading import Reading
from sayso.values.report import Report

Batch = list[Report]
Answers = list[Reading | Failure]  # one a report, in order
STARTING: Final = 120.0  # seconds
STARTS: Final = 3  # at most, if somebody ends the process while it starts
DYING: Final = 5.0  # seconds between the end of the channel and that of the process
PATIENCE: Final = 20  # times its seconds that a process waits for its turn on a busy machine at most
LEAST: Final = 1.0  # second that the analysis has at least, however long opening took
# A step that takes a whole batch may take so long, and then its reports are read one by one. Tags of news take some
# 0.08 ms of CPU a character on the slowest machine that was measured.
BATCH_SECONDS: Final = 2.0
BATCH_SECONDS_A_CHARACTER: Final = 0.0004


class BatchReader(Protocol):
    """What reads a batch: a Pipeline."""

    def read(self, reports: Batch) -> Answers:
        """One Reading or Failure a report, in order."""


class Ended(Exception):  # noqa: N818 - it says what became of the process, and is no fault of ours
    """The process died or was ended while it read a batch.

    step     that it was at, "" if that is not known
    report   id of the one that it was at, "" in a step that takes all
    late     it was ended because it took too long
    outside  somebody else ended it, as far as the signal tells
    reason, advice   the words for it
    """

    def __init__(self, step: str, report: str, late: bool, outside: bool, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.step, self.report, self.late, self.outside = step, report, late, outside
        self.reason, self.advice = reason, advice

    @classmethod
    def closed(cls) -> Ended:
        """Nobody wants the answer any more."""
        return cls("", ALL, False, True, "the program ends", "")


def failure(report: Report, reason: str, advice: str) -> Failure:
    """The failure of a report that could be opened and not analysed."""
    return Failure(report.paths[0] if report.paths else report.id, "pipeline", reason, advice, report.sha256)


class Analyst:
    """A process that is brought up when it is first needed, and again after it has died.

    build    makes what reads a batch; it can be pickled
    limits   what each report may use
    """

    def __init__(self, build: Callable[[], BatchReader], limits: Limits) -> None:
        self.build, self.limits = build, limits
        self._closed = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: child.Channel | None = None

    def close(self) -> None:
        """End the process for good, also while another thread waits for its answer; that one is told Ended."""
        self._closed.set()
        if (process := self._process) is not None:
            process.kill()

    def clear(self) -> None:
        """Let go of what is left of the process; called by the thread that used it last."""
        self._kill()

    def read(self, batch: Batch, opening: Sequence[float]) -> Answers:
        """Read a batch; one answer a report, in order.

        opening   seconds that are gone of each report's time
        Raises Ended if the process died over it, and what the reader raised where no report is to blame.
        """
        channel = self.start()
        left = {report.id: max(LEAST, self.limits.seconds - gone) for report, gone in zip(batch, opening, strict=True)}
        try:
            channel.send(batch)
            return self._answers(channel, batch, left)
        except (EOFError, OSError):
            raise self._post_mortem("", ALL) from None

    def _answers(self, channel: child.Channel, batch: Batch, left: dict[str, float]) -> Answers:
        step, at, since = "", ALL, self._cpu()
        while True:
            alone = at if at else batch[0].id if len(batch) == 1 else None
            shared = BATCH_SECONDS + BATCH_SECONDS_A_CHARACTER * sum(len(report.text) for report in batch)
            allowed = left[alone] if alone is not None else min(self.limits.seconds, shared)
            try:
                if not self._within(channel, allowed, since):
                    self._kill()
                    gone = self.limits.seconds - left[alone] if alone is not None else 0.0
                    raise Ended(step, at, True, False, *analysis_ran_out(self.limits, step, gone))
                kind, told = channel.recv()
            except (EOFError, OSError):
                raise self._post_mortem(step, at) from None
            if kind == "answers":
                return list(told)
            if kind == "failed":
                self._kill()
                raise told
            step, at, cpu = told
            if alone is not None:
                left[alone] -= max(0.0, cpu - since)
            since = cpu

    def _within(self, channel: child.Channel, allowed: float, since: float) -> bool:
        """Wait for the next message; False where it takes longer than is allowed.

        A process that could run but is not let, because the machine does other things, is waited for until it has had
        its time of CPU.
        """
        if self.limits.seconds == float("inf"):
            return channel.poll(None)
        left = allowed
        for _ in range(PATIENCE):
            if channel.poll(max(0.0, left)):
                return True
            used = self._cpu() - since
            if not self._is_runnable() or used >= 0.95 * allowed:
                return False
            left = max(0.1, allowed - used)
        return False

    def start(self) -> child.Channel:
        """Bring the process up, unless it is. SaysoError if it does not come up, or what its `build` raised."""
        if self._process is not None and self._channel is not None and self._process.poll() is None:
            return self._channel
        for _ in range(STARTS):
            if self._closed.is_set():
                raise Ended.closed()
            self._kill()
            self._channel, theirs = multiprocessing.Pipe()
            with theirs:
                self._process = child.start(theirs.fileno(), self.limits.memory, self.limits.seconds)
            if self._closed.is_set():
                self._process.kill()
            with contextlib.suppress(EOFError, OSError):
                self._channel.send(self.build)
                if self._channel.poll(STARTING):
                    kind, told = self._channel.recv()
                    if kind == "failed":
                        self._kill()
                        raise told
                    return self._channel
            if self._wait() not in ENDED:
                break
        code = self._wait()
        self._kill()
        wrong = "it does not start" if code is None else f"it ends with status {code}"
        raise SaysoError(
            f"the process that analyses reports cannot work: {wrong}; look at the free memory"
            " and at the limits (ulimit -a)"
        )

    def _wait(self) -> int | None:
        """The status of the process, once it has ended; None if it does not."""
        assert self._process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=DYING)
        return self._process.returncode

    def _post_mortem(self, step: str, report: str) -> Ended:
        code = self._wait()
        self._kill()
        late = code == -signal.SIGXCPU
        return Ended(step, report, late, code in ENDED, *how_it_ended("analysis", code, self.limits, step))

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._channel is not None:
            self._channel.close()
        self._process = self._channel = None

    def _cpu(self) -> float:
        """Seconds of CPU that the process has used; 0 where the system does not tell."""
        fields = self._stat()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0

    def _is_runnable(self) -> bool:
        fields = self._stat()
        return bool(fields) and fields[0] in "RD"

    def _stat(self) -> list[str]:
        """What /proc tells of the process, from its state on; [] where there is no Linux, or it is gone."""
        assert self._process is not None
        try:
            with open(f"/proc/{self._process.pid}/stat", encoding="utf-8", errors="replace") as stream:
                return stream.read().rpartition(")")[2].split()
        except OSError:
            return []
