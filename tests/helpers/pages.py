"""A reader of the pages without a server or a network: `Visitor` calls the application as a server would."""

from __future__ import annotations

import asyncio
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import unquote, urlencode, urljoin, urlsplit

from sayso.web.app import Pages
from sayso.web.guard import Doorway
from sayso.web.sessions import Password, Sessions

HOST = "127.0.0.1:8000"
LINK = re.compile(r"<a\b[^>]*?\bhref=\"([^\"]*)\"[^>]*>(.*?)</a>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


class Answer:
    """What came back: status, headers in lower case, the body."""

    def __init__(self, path: str, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.path = path
        self.status = status
        self.headers = dict(headers)
        self.set_cookies = [value for name, value in headers if name == "set-cookie"]
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def words(self) -> str:
        """The text of a page without its tags."""
        return " ".join(unescape(TAG.sub(" ", re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", self.text))).split())

    @property
    def links(self) -> list[tuple[str, str]]:
        """The words and address of each link, in order."""
        return [
            (" ".join(unescape(TAG.sub(" ", words)).split()), unescape(href)) for href, words in LINK.findall(self.text)
        ]


class Visitor:
    """One browser: it keeps cookies and follows redirects."""

    def __init__(self, app: Any, *, host: str = HOST, scheme: str = "http") -> None:
        self.app, self.host, self.scheme = app, host, scheme
        self.cookies: dict[str, str] = {}

    def get(self, path: str, *, follow: bool = True, headers: dict[str, str] | None = None, **given: Any) -> Answer:
        query = urlencode(given)
        return self._follow(
            "GET", path + (("&" if "?" in path else "?") + query if query else ""), b"", headers, follow
        )

    def get_when_ready(self, path: str, **given: Any) -> Answer:
        """As `get`, once what the page needs was worked out."""
        for _ in range(600):
            answer = self.get(path, **given)
            if answer.status != 202 and "refresh" not in answer.headers:
                return answer
            time.sleep(0.05)
        raise AssertionError(f"{path}: it is still being worked out")

    def post(
        self, path: str, fields: dict[str, Any] | None = None, *, follow: bool = True,
        headers: dict[str, str] | None = None, body: bytes | None = None,
    ) -> Answer:  # fmt: skip
        sent = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._follow("POST", path, urlencode(fields or {}).encode() if body is None else body, sent, follow)

    def token(self, page: str = "/review") -> str:
        """The token that stands in the forms of a page."""
        found = re.search(r'name="token" value="([^"]+)"', self.get_when_ready(page).text)
        assert found, f"no form on {page}"
        return found[1]

    def _follow(self, method: str, path: str, body: bytes, headers: dict[str, str] | None, follow: bool) -> Answer:
        for _ in range(6):
            answer = self._ask(method, path, body, headers)
            if not follow or answer.status not in (302, 303, 307):
                return answer
            path, method, body, headers = urljoin(path, answer.headers["location"]), "GET", b"", None
        raise AssertionError("redirects without an end")

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str] | None) -> Answer:
        split = urlsplit(path)
        sent = {"host": self.host, **(headers or {})}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body:
            sent.setdefault("content-length", str(len(body)))
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": self.scheme,
            "path": unquote(split.path), "raw_path": split.path.encode(), "query_string": split.query.encode(),
            "root_path": "", "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in sent.items()],
            "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8000),
        }  # fmt: skip
        messages: list[Any] = []
        asked = [False]

        async def receive() -> Any:
            if asked[0]:
                await asyncio.sleep(3600)
            asked[0] = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        # in a thread of its own: a browser that another test drives has its loop of events in this one
        with ThreadPoolExecutor(1) as apart:
            apart.submit(lambda: asyncio.run(self.app(scope, receive, send))).result()
        (start,) = [message for message in messages if message["type"] == "http.response.start"]
        given = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in start["headers"]]
        answer = Answer(path, start["status"], given, b"".join(m.get("body", b"") for m in messages if m is not start))
        for line in answer.set_cookies:
            for name, held in SimpleCookie(line).items():
                self.cookies[name] = held.value
        return answer


def pages_of(
    case: str, *, read_only: bool = False, password: str | None = None, mask_private: bool = False, apart: bool = False
) -> Pages:
    """The application for a case, as `sayso serve` makes it."""
    sessions = Sessions(Password(password) if password is not None else None)
    outside = password is not None
    return Pages(
        case, Doorway(() if outside else (HOST, "localhost:8000"), "sayso_8000", outside), sessions, read_only=read_only,
        mask_private=mask_private, apart=apart,
    )  # fmt: skip


def visit(pages: Pages) -> Visitor:
    """A visitor who was let in by the start code."""
    visitor = Visitor(pages.app)
    answer = visitor.get("/start", code=pages.sessions.new_code())
    assert answer.status == 200, answer.text
    return visitor
