"""HTML -> PDF as a browser prints it: one headless chromium, driven over a pipe, for any number of pages.

    with Chromium() as browser:
        data = browser.print(html, header=True)

It speaks the DevTools protocol over two file descriptors, opens no port and is told to leave the network alone.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from sayso.errors import SaysoError

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
# the browser wants its pipes as descriptors 3 and 4
START: Final = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execvp(sys.argv[3], sys.argv[3:])"
)
PATIENCE: Final = 180.0  # seconds for one answer, on a busy machine


def find_chromium() -> str | None:
    """The path of the browser; None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Chromium:
    """A browser that prints. Raises SaysoError where there is none, or it does not answer."""

    def __init__(self) -> None:
        program = find_chromium()
        if program is None:
            raise SaysoError("no chromium here; install it (Debian: chromium, fonts-dejavu-core)")
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # high numbers, so that moving one to 3 cannot overwrite the other
        held = [os.dup(end) if end > 4 else _above(end) for end in (theirs_in, theirs_out)]
        for end in (theirs_in, theirs_out):
            os.close(end)
        profile = f"--user-data-dir={self._folder.name}/profile"
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *map(str, held), program, *FLAGS, profile, "about:blank"],
            pass_fds=held, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in held:
            os.close(end)
        self._in, self._out = ours_in, ours_out
        self._number = 0
        self._buffer = b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the browser."""
        for end in (self._in, self._out):
            os.close(end)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def print(self, html: str, *, header: bool = False, **options: Any) -> bytes:
        """The PDF of a page.

        header    date, title, address and number of the page in the margins, as the print dialogue has them
        options   of Page.printToPDF: paperWidth and marginTop in inches, footerTemplate, scale and so on
        """
        page = Path(self._folder.name) / "page.html"
        page.write_text(html, encoding="utf-8")
        self._ask("Page.navigate", url=page.as_uri())
        self._wait("Page.loadEventFired")
        made = self._ask("Page.printToPDF", displayHeaderFooter=header, printBackground=False, **options)
        return base64.b64decode(made["data"])

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if not method.startswith("Target."):
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while (answer := self._next(method)).get("id") != self._number:
            pass
        if "error" in answer:
            raise SaysoError(f"chromium, {method}: {answer['error'].get('message')}")
        result: dict[str, Any] = answer["result"]
        return result

    def _wait(self, event: str) -> None:
        while self._next(event).get("method") != event:
            pass

    def _next(self, wanted: str) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, deadline - time.monotonic()))
            more = os.read(self._in, 2**20) if ready else b""
            if not more:
                raise SaysoError(f"chromium gave no answer to {wanted}; does `chromium --headless` run here?")
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


def _above(end: int) -> int:
    import fcntl

    return fcntl.fcntl(end, fcntl.F_DUPFD, 10)
