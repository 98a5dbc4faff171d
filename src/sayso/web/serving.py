"""A server of the pages of one case: where it listens, what it prints, and whom it lets in.

It listens to this machine alone, unless `host` is given: then a password is needed, and a proxy before it that speaks
HTTPS, for this server does not.
"""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import os
import socket
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from html import escape
from typing import Final

import uvicorn

from sayso.errors import UsageError
from sayso.web.app import Pages
from sayso.web.guard import Doorway
from sayso.web.held import settle
from sayso.web.sessions import Password, Sessions

LOOPBACK: Final = "127.0.0.1"
MIN_PASSWORD: Final = 12  # characters
BACKLOG: Final = 128
# Python looks for garbage when so many objects are new; a page makes thousands, of which next to none is garbage.
GARBAGE: Final = (20_000, 20, 20)  # as of gc.set_threshold
SECONDS_OF_FILE: Final = 60.0  # after which the file that opened the browser is taken away


def serve(
    case: str,
    *,
    port: int = 0,
    host: str | None = None,
    behind_proxy: bool = False,
    password: str | None = None,
    read_only: bool = False,
    mask_private: bool = False,
    open_browser: bool = False,
    tell: Callable[[str], None] = print,
) -> None:
    """Serve the pages of a case until the process is interrupted.

    case          path of its file
    port          0 for one that is free
    host          the address to listen at, if not this machine alone; needs `password` and `behind_proxy`
    behind_proxy  a proxy takes requests over HTTPS and says so (X-Forwarded-Proto)
    mask_private  show a copy without the names of private persons, made now, to read only
    tell          is given one line with the address, once it listens
    UsageError where these do not go together, or the address cannot be had.
    """
    outside = behind_proxy or (host is not None and not is_loopback(host))
    if outside and not behind_proxy:
        raise UsageError(
            f"{host} can be reached from other machines, and this server speaks plain HTTP; put a proxy before it that"
            " speaks HTTPS, and add --behind-proxy"
        )
    if outside and (password is None or len(password) < MIN_PASSWORD):
        raise UsageError(f"who is let in from other machines needs a password of {MIN_PASSWORD} characters or more")
    listening = _listen(host or LOOPBACK, port)
    bound_host, bound_port = listening.getsockname()[:2]
    name = f"[{bound_host}]" if ":" in bound_host else bound_host
    sessions = Sessions(Password(password) if outside and password is not None else None)
    hosts = () if outside else (f"{name}:{bound_port}", f"localhost:{bound_port}")
    doorway = Doorway(hosts, f"{'__Host-' if outside else ''}sayso_{bound_port}", outside)
    try:
        pages = Pages(case, doorway, sessions, read_only=read_only, mask_private=mask_private, apart=True)
    except BaseException:
        listening.close()
        raise
    address = f"http://{name}:{bound_port}/" + ("" if outside else f"start?code={sessions.new_code()}")
    config = uvicorn.Config(
        pages.app, log_level="warning", access_log=False, server_header=False, lifespan="on", proxy_headers=False,
        ws="none", timeout_graceful_shutdown=3, h11_max_incomplete_event_size=2**16,
    )  # fmt: skip
    server = uvicorn.Server(config)
    gc.set_threshold(*GARBAGE)
    settle()
    tell(address)
    if open_browser and not outside:
        _open_browser(address)
    server.run(sockets=[listening])


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    if host.lower() == "localhost":
        host = LOOPBACK  # no name is looked up
    try:
        family = socket.AF_INET6 if ipaddress.ip_address(host).version == 6 else socket.AF_INET
    except ValueError:
        raise UsageError(f"{host!r} is no address; expected one such as 0.0.0.0 or 192.0.2.7") from None
    listening = socket.socket(family)
    try:
        if os.name == "posix":  # elsewhere it would let another program listen at the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot listen at {host}, port {port}: {reason}; --port 0 takes one that is free") from error
    return listening


def _open_browser(address: str) -> None:
    """Open the address in the user's browser, by a file of theirs that leads there.

    The address itself would stand in the list of processes, where other users of the machine could read its code.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    handle, path = tempfile.mkstemp(prefix="sayso-", suffix=".html")  # its owner's alone
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0; url={escape(address)}"><title>sayso</title>')

    def gone() -> None:
        with contextlib.suppress(OSError):
            os.unlink(path)

    timer = threading.Timer(SECONDS_OF_FILE, gone)
    timer.daemon = True
    timer.start()
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(f"file://{path}")
