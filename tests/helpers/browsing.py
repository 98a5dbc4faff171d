"""A browser and a server for tests and for the screenshots: Playwright drives the chromium of this machine.

`Served` runs `sayso serve` as its users do; `Visit` is a page of a browser that was let in, and lists all it asks for.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
WORKED_OUT_MS: Final = 300_000  # for which a page that is being worked out is waited for
FLAGS: Final = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update")


def find_chromium() -> str | None:
    """The path of the browser; None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Served:
    """`sayso serve` of a case, in a process of its own; `address` lets one browser in."""

    def __init__(self, case: Path, *options: str) -> None:
        command = [sys.executable, "-m", "sayso", "serve", str(case), "--no-open", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("http://127.0.0.1:"):
            self.close()
            raise RuntimeError(f"sayso serve printed {self.address!r}: {self.errors}")
        self.root = self.address.partition("/start")[0]

    def __enter__(self) -> Served:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the server; `errors` is what it said."""
        self.process.terminate()
        _, self.errors = self.process.communicate(timeout=60)


@contextlib.contextmanager
def browser_of(executable: str) -> Iterator[Any]:
    """A headless browser of Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A page in a browser context of its own that `served` let in.

    asked    every address that the page asked for
    faults   what scripts threw, and what the browser's console says is wrong, a broken rule of the policy included
    """

    def __init__(self, browser: Any, served: Served, *, width: int = 1280, height: int = 900, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.root = served.root
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page = self.context.new_page()
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def enter(self, address: str) -> Any:
        """Open the printed address, which lets this context in."""
        self.page.goto(address)
        return self.page

    def go(self, path: str) -> Any:
        """Open a page of the server; what is being worked out of it comes by itself, and is waited for."""
        answer = self.page.goto(self.root + path)
        assert answer is not None and answer.status in (200, 202), f"{path}: {answer and answer.status}"
        return self.settled()

    def follow(self, link: Any) -> Any:
        """Click on what leads to another page, and wait for all of that."""
        with self.page.expect_navigation():
            link.click()
        return self.settled()

    def settled(self) -> Any:
        """The page, once nothing of it is being worked out any more, which it says by aria-busy."""
        self.page.locator("main:not([aria-busy])").first.wait_for(state="attached", timeout=WORKED_OUT_MS)
        self.page.wait_for_load_state()
        return self.page

    def away(self) -> list[str]:
        """What was asked of another place than the server."""
        own = (self.root + "/", "data:", "blob:", "about:")
        return [address for address in self.asked if not address.startswith(own)]

    def close(self) -> None:
        """Close the context."""
        self.context.close()
