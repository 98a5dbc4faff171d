"""The door of the pages: whoever asks is looked at before anything else runs, and every answer bears the same rules.

Refused are a Host that is not this server (a page elsewhere that calls its own name 127.0.0.1), a connection that a
proxy did not take over HTTPS, and who has no session. A browser is told to run nothing that is not in `static/`, to
load nothing from elsewhere, and to keep nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.sessions import Sessions
from sayso.web.shown import FORMATS

OPEN: Final = ("/static/", "/start", "/enter")  # what is there for whoever has no session yet
FILES: Final = (*FORMATS, "svg", "graphml")  # formats that stand behind the dot of an address
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
RULES: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would take the Origin from our own forms too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Doorway:
    """What the door knows of its server.

    hosts    that a request may name; () for any, behind a proxy, where a session takes a password
    cookie   name of the cookie; it has the port, for browsers give a host's cookies to all of its ports
    secure   whether the cookie goes over HTTPS alone, and a request must come from a proxy that was asked so
    """

    hosts: tuple[str, ...]
    cookie: str
    secure: bool = False


class Guard:
    """See the module. Around the whole application."""

    def __init__(self, app: ASGIApp, doorway: Doorway, sessions: Sessions) -> None:
        self.app = app
        self.doorway = doorway
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let it through."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # no web sockets: the connection is closed
        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, _with_rules(send))

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if self.doorway.hosts and host not in self.doorway.hosts:
            return PlainTextResponse("This is not the address of this server.\n", 421)
        if self.doorway.secure and headers.get("x-forwarded-proto") != "https":
            return PlainTextResponse("Ask for this page over HTTPS.\n", 403)
        path, dot, form = scope["path"].rpartition(".")
        if dot and form in FILES and not scope["path"].startswith("/static/"):
            # "/reports.csv" is the same view as "/reports", in another form; "/index.json" is the first page
            scope["path"] = "/" if path == "/index" else path
            scope["raw_path"] = scope["path"].encode()
            scope.setdefault("state", {})["form"] = form
        session = self.sessions.find(cookie_of(headers, self.doorway.cookie))
        scope.setdefault("state", {})["session"] = session
        if session is not None or scope["path"].startswith(OPEN):
            return None
        if self.sessions.password is not None:
            return RedirectResponse("/enter", 303)
        told = "Open the address that `sayso serve` has printed. It lets one browser in, once.\n"
        return PlainTextResponse(told, 403)


def cookie_of(headers: Headers, name: str) -> str | None:
    """The value of a cookie that a request holds."""
    try:
        held = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return None
    return held[name].value if name in held else None


def _with_rules(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in RULES.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
