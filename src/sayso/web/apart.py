"""What takes long is worked out in a process of its own, which takes neither time nor memory from the pages.

It is started when it is first asked, keeps what it loaded for the next question, and goes when it was not asked for a
while. To it go functions of a case, pickled; from it come ("answer", (the newest change that it is as of, what the
function gives)) or ("failed", the error). Both ends are this program.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from sayso.case import Case, open_case
from sayso.errors import SaysoError
from sayso.web.packed import packed

Value = TypeVar("Value")
Channel = multiprocessing.connection.Connection
IDLE_SECONDS: Final = 300.0  # to load who is who of 8,516 reports anew takes half a minute
NICE: Final = 5  # it stands back where the pages want the processor
BOOT: Final = (
    "import sys; sys.path += [p for p in sys.argv[2:] if p not in sys.path]; from sayso.web import apart; apart.main()"
)


class Apart:
    """One process for one case; it is asked by one thread at a time.

    path       of the case
    read_only  whether it may keep in the case what was worked out
    """

    def __init__(self, path: str, *, read_only: bool) -> None:
        self._settings = {"case": path, "read_only": read_only}
        self._closed = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None

    def ask(self, function: Callable[[Case], Value]) -> tuple[int, Value]:
        """The newest change that the answer is as of, and what a function gives of the case; it must be picklable.

        A table and a dict come packed. What the function raises is raised; SaysoError where the process died.
        """
        for fresh in (False, True):
            channel = self._start(fresh)
            with contextlib.suppress(OSError, EOFError):  # it went just now, for it was not asked: asked anew
                channel.send(function)
                kind, told = channel.recv()
                if kind == "failed":
                    raise told
                as_of, value = told
                return as_of, value
            if self._closed.is_set():
                break
        raise SaysoError("the process that compares reports died; look at the free memory")

    def close(self) -> None:
        """End the process, also while another thread waits for its answer."""
        self._closed.set()
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _start(self, fresh: bool) -> Channel:
        if not fresh and self._channel is not None and self._process is not None and self._process.poll() is None:
            return self._channel
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._channel is not None:
            self._channel.close()
        if self._closed.is_set():
            raise SaysoError("the pages are closed")
        self._channel, theirs = multiprocessing.Pipe()
        settings = json.dumps(self._settings | {"channel": theirs.fileno()})
        paths = [path for path in sys.path if os.path.isabs(path)]
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", BOOT, settings, *paths], pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONSAFEPATH": "1"},
            )  # fmt: skip
        if self._closed.is_set():
            self._process.kill()
        return self._channel


def main() -> None:
    """Answer until nobody asks any more."""
    settings: dict[str, Any] = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server is told, and ends us
    with contextlib.suppress(OSError):
        os.nice(NICE)
    channel: Channel = Channel(settings["channel"])
    with contextlib.suppress(OSError, EOFError):
        while channel.poll(IDLE_SECONDS):
            function = channel.recv()
            channel.send(_answer(settings, function))


def _answer(settings: dict[str, Any], function: Callable[[Case], Any]) -> tuple[str, Any]:
    try:
        case = _case(settings["case"], settings["read_only"])
        as_of = case.changes()
        found = function(case)
        return "answer", (as_of, packed(found))
    except Exception as error:
        with contextlib.suppress(Exception):
            pickle.loads(pickle.dumps(error))
            return "failed", error
        return "failed", SaysoError(f"{type(error).__name__}: {error}")


_OPEN: dict[str, Case] = {}


def _case(path: str, read_only: bool) -> Case:
    """The case, opened once: it keeps in memory what it has worked out."""
    if path not in _OPEN:
        _OPEN[path] = open_case(path, read_only=read_only)
    return _OPEN[path]
