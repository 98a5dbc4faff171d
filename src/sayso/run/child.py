"""The process that analyses reports, and what goes to and fro between it and the program (see `sayso.run.analyst`).

It is started as a program of its own, without a folder of the user's before Python's own on its path, and so that the
user's script is not run again. To it goes how to build what reads a batch, once, and then batches; from it come
("ready", None), before each step ("doing", (step, report, seconds of CPU so far)), after a batch ("answers", them), and
("failed", the error) where no report is to blame. All of it is pickled: both ends are this program.
"""

from __future__ import annotations

import contextlib
import json
import math
import multiprocessing.connection
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
from typing import Any, Final

from sayso.errors import SaysoError
from sayso.read.limits import OUT_OF_MEMORY
from sayso.run.doing import doing
from sayso.values.report import Report

Channel = multiprocessing.connection.Connection
THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
BOOT: Final = (
    "import sys; sys.path += [p for p in sys.argv[2:] if p not in sys.path]; from sayso.run import child; child.main()"
)


def start(channel: int, memory: int, seconds: float) -> subprocess.Popen[bytes]:
    """Start the process; it answers on the other end of the channel, whose file number is given.

    memory    bytes that it may take beside what the model takes; 0 for as many as there are
    seconds   of CPU for each report; inf for as many as it takes
    """
    settings = json.dumps({"channel": channel, "memory": memory, "seconds": seconds if seconds < math.inf else 0})
    paths = [path for path in sys.path if os.path.isabs(path)]
    return subprocess.Popen(
        [sys.executable, "-P", "-c", BOOT, settings, *paths], pass_fds=(channel,), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, env=environment(),
    )  # fmt: skip


def environment() -> dict[str, str]:
    """The variables for the process: one thread a library, unless the user set another number.

    Many processes of many threads would only wait for each other.
    """
    return {**dict.fromkeys(THREADS, "1"), **os.environ, "PYTHONSAFEPATH": "1"}


def main() -> None:
    """Read batches as they come, until the program goes away."""
    settings: dict[str, Any] = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program is told, and ends us
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    channel: Channel = Channel(settings["channel"])
    try:
        _serve(channel, settings["memory"], settings["seconds"])
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _serve(channel: Channel, memory: int, seconds: float) -> None:
    try:
        reader = channel.recv()()
        # what every report needs is loaded before the first one's time runs
        reader.read([Report.of("It rained on the valley for a third day, and no one came.")])
    except Exception as error:
        _fail(channel, error)
        return
    _limit_memory(memory)
    channel.send(("ready", None))

    def announce(step: str, report: str) -> None:
        try:
            channel.send(("doing", (step, report, time.process_time())))
        except OSError:  # the program has gone, and nobody wants the rest
            os._exit(0)

    doing.to = announce
    while True:
        batch = channel.recv()
        _allow(seconds, len(batch))
        try:
            answers = reader.read(batch)
        except MemoryError:
            raise
        except Exception as error:
            _fail(channel, error)
            return
        channel.send(("answers", answers))


def _fail(channel: Channel, error: Exception) -> None:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = SaysoError(f"{type(error).__name__}: {error}")
    channel.send(("failed", error))


def _limit_memory(memory: int) -> None:
    """Allow so many bytes of address space beside those that are taken now."""
    if memory:
        with contextlib.suppress(OSError, ValueError):  # no Linux, or a lower limit is set already
            with open("/proc/self/statm", encoding="ascii") as stream:
                taken = int(stream.read().split()[0]) * resource.getpagesize()
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (taken + memory, hard))


def _allow(seconds: float, reports: int) -> None:
    """Allow so much CPU time from now on, so that this process ends even if the program that watches it is gone."""
    if seconds:
        soft = math.ceil(time.process_time() + seconds * (reports + 1)) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
