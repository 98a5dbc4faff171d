"""The process that opens originals, and what goes to and fro between it and the program (see `sayso.read.worker`).

It is started by `start`: without a folder of the user's on its path, so that a ``signal.py`` beside the reports is
never imported, and, once it has loaded what readers need, without the rights that it does not need
(`sayso.read.sandbox`). Files reach it already open. What comes back is JSON and bytes, checked as it comes in: an
original that takes this process over can lie about its own report, and do nothing else.

A message to it is pickled, for it comes from the program itself. A message from it is two lengths of eight bytes, then
JSON in ASCII, then the bytes of the original.
"""

from __future__ import annotations

import array
import contextlib
import json
import math
import os
import pickle
import resource
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from typing import Any, Final

import msgspec

from sayso.errors import SaysoError
from sayso.read import Failure, HintSource, LeftOut, Original, Read, read_original
from sayso.read.original import MAX_BYTES
from sayso.values.report import Report

LENGTHS: Final = struct.Struct("=QQ")
MAX_JSON_BYTES: Final = 32 * MAX_BYTES  # a text of MAX_BYTES that is all escapes, and its map
# Without -P Python puts the current folder on the path of a program given by -c.
BOOT: Final = (
    "import sys; sys.path += [p for p in sys.argv[1:2] if p not in sys.path]; "
    "from sayso.read import child; child.main()"
)


def start(channel: socket.socket, memory: int, seconds: float, folder: str) -> subprocess.Popen[bytes]:
    """Start the process; it answers on the other end of the channel.

    memory    bytes of address space
    seconds   of CPU for each report
    folder    a private folder for what it unpacks
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    number = channel.fileno()
    settings = json.dumps({"channel": number, "memory": memory, "seconds": seconds, "folder": folder})
    return subprocess.Popen(
        [sys.executable, "-P", "-c", BOOT, package, settings], pass_fds=(number,), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONSAFEPATH": "1"},
    )  # fmt: skip


def ask(channel: socket.socket, original: Original, hints: HintSource | None) -> None:
    """Send an original to be read, its file already open. OSError where the file cannot be opened."""
    files = [] if original.descriptor is None else [original.descriptor]
    with contextlib.ExitStack() as stack:
        if original.data is None and not files and original.file is not None:
            files.append(stack.enter_context(open(original.file, "rb")).fileno())
        body = pickle.dumps((original, hints))
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
        channel.sendmsg([struct.pack("=Q", len(body))], rights)
        channel.sendall(body)


def answer(channel: socket.socket) -> Read | Failure | LeftOut | None:
    """Receive what was found next; None at the end of an original.

    Raises EOFError if the process is gone or sends what is no answer.
    """
    json_size, data_size = LENGTHS.unpack(_receive(channel, LENGTHS.size))
    if json_size > MAX_JSON_BYTES or data_size > MAX_BYTES:
        raise EOFError
    try:
        kind, value = json.loads(_receive(channel, json_size))
        data = _receive(channel, data_size)
        if kind == "read":
            report, notes, seconds = value
            return Read(
                msgspec.convert(report, Report), data, msgspec.convert(notes, tuple[str, ...]),
                max(0.0, msgspec.convert(seconds, float)),
            )  # fmt: skip
        if kind == "failure":
            return msgspec.convert(value, Failure)
        return msgspec.convert(value, LeftOut) if kind == "left out" else None
    except (ValueError, TypeError, RecursionError, msgspec.MsgspecError, SaysoError) as error:
        raise EOFError from error


def _receive(channel: socket.socket, size: int) -> bytes:
    held = bytearray()
    while len(held) < size:
        chunk = channel.recv(min(size - len(held), 2**20))
        if not chunk:
            raise EOFError
        held += chunk
    return bytes(held)


def _tell(channel: socket.socket, found: Read | Failure | LeftOut | None, seconds: float = 0.0) -> None:
    data = found.data if isinstance(found, Read) else b""
    kind = {Read: "read", Failure: "failure", LeftOut: "left out"}.get(type(found), "end")
    value = msgspec.to_builtins((found.report, found.notes, seconds) if isinstance(found, Read) else found)
    text = json.dumps((kind, value)).encode("ascii")  # lone surrogates too, which a file's name may hold
    channel.sendall(LENGTHS.pack(len(text), len(data)) + text)
    channel.sendall(data)


def _asked(channel: socket.socket) -> tuple[Original, HintSource | None]:
    head, rights, _, _ = channel.recvmsg(8, socket.CMSG_SPACE(4))
    if len(head) < 8:
        raise EOFError
    (size,) = struct.unpack("=Q", head)
    files = array.array("i")
    for level, kind, data in rights:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            files.frombytes(data[: len(data) - len(data) % files.itemsize])
    original, hints = pickle.loads(_receive(channel, size))
    if files:
        original = original.opened(files[0])
    return original, hints


def main() -> None:
    """Read originals as they come, until the program goes away."""
    settings: dict[str, Any] = json.loads(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program is told, and ends us
    resource.setrlimit(resource.RLIMIT_AS, (settings["memory"], settings["memory"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tempfile.tempdir = settings["folder"]
    channel = socket.socket(fileno=settings["channel"])
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        _warm_up(channel, settings["folder"])
        while True:
            original, hints = _asked(channel)
            with contextlib.closing(_read(original, hints)) as found:
                _allow(settings["seconds"])
                since = time.process_time()
                for one in found:
                    _tell(channel, one, time.process_time() - since)
                    _allow(settings["seconds"])
                    since = time.process_time()
            _tell(channel, None)


def _read(original: Original, hints: HintSource | None) -> Generator[Read | Failure | LeftOut, None, None]:
    try:
        yield from read_original(original, hints=hints)
    finally:
        if original.descriptor is not None:
            os.close(original.descriptor)


def _warm_up(channel: socket.socket, folder: str) -> None:
    """Load what every reader needs before the first file's time runs, and tell whether that works here."""
    from sayso.read.sandbox import enter

    first = Original("first.txt", data=b"It rained on the valley for a third day, and no one came.")
    (found,) = read_original(first)
    enter(folder)
    _tell(channel, found)


def _allow(seconds: float) -> None:
    """Allow so much CPU time from now on; the kernel counts from the start of the process, in whole seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
