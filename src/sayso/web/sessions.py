"""Who may look: the start code of the printed address, the password of a server for others, and sessions.

Nothing of it is written anywhere; all sessions end with the server.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

MAX_SESSIONS: Final = 200  # the least lately used ends
IDLE_SECONDS: Final = 12 * 3600.0
SCRYPT: Final = {"n": 2**15, "r": 8, "p": 3, "maxmem": 2**26}  # 32 MB and some 0.2 s a try; OWASP's second choice
FIRST_WAIT_SECONDS: Final = 1.0  # after a wrong password; twice as long after each further one
LONGEST_WAIT_SECONDS: Final = 60.0
MAX_PASSWORD_BYTES: Final = 1024


@dataclass(slots=True)
class Session:
    """One browser that was let in.

    token   stands in every form of its pages; a change without it is refused
    by      the name that its judgements bear; "" for the user's own
    told    what its last deed did, which the next page tells: words, and the id of the judgement, "" for none
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    by: str = ""
    told: tuple[str, str] | None = None
    seen: float = 0.0

    def holds(self, token: str) -> bool:
        """Whether a form comes from a page of this session."""
        return hmac.compare_digest(token.encode(), self.token.encode())


class Password:
    """A password that is known by its hash alone."""

    def __init__(self, words: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._hash = self._of(words)
        self._lock = threading.Lock()  # one try at a time, so that tries fill no memory

    def _of(self, words: str) -> bytes:
        return hashlib.scrypt(words.encode("utf-8", "surrogatepass"), salt=self._salt, dklen=32, **SCRYPT)

    def fits(self, words: str) -> bool:
        """Whether it is this one."""
        if len(words) > MAX_PASSWORD_BYTES:
            return False
        with self._lock:
            return hmac.compare_digest(self._of(words), self._hash)


class Sessions:
    """The sessions of one server. `password` is None for one that listens to this machine alone."""

    def __init__(self, password: Password | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.password = password
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[str, Session] = {}  # SHA-256 of the cookie -> session
        self._code: str | None = None
        self._wrong = 0
        self._not_before = 0.0

    def new_code(self) -> str:
        """A start code, which lets one browser in, once; the one before it is of no use any more."""
        self._code = secrets.token_urlsafe(24)
        return self._code

    def start(self, code: str) -> str | None:
        """The cookie of a new session for the start code; None if it is not the one, or was used."""
        with self._lock:
            known, given = self._code, code.encode("utf-8", "replace")
            if known is None or not hmac.compare_digest(given, known.encode()):
                return None
            self._code = None
        return self._open()

    def enter(self, words: str) -> str | None:
        """The cookie of a new session for the password; None if it is wrong, or tried too soon after a wrong one."""
        if self.password is None:
            return None
        with self._lock:
            now = self._clock()
            if now < self._not_before:
                return None
            self._not_before = now + min(FIRST_WAIT_SECONDS * 2**self._wrong, LONGEST_WAIT_SECONDS)
        if not self.password.fits(words):
            with self._lock:
                self._wrong = min(self._wrong + 1, 10)
            return None
        with self._lock:
            self._wrong, self._not_before = 0, 0.0
        return self._open()

    def find(self, cookie: str | None) -> Session | None:
        """The session of a cookie; None if there is none, or it was not used for half a day."""
        if not cookie:
            return None
        with self._lock:
            session = self._held.get(_key(cookie))
            if session is None:
                return None
            if self._clock() - session.seen > IDLE_SECONDS:
                del self._held[_key(cookie)]
                return None
            session.seen = self._clock()
            return session

    def end(self, cookie: str | None) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(_key(cookie or ""), None)

    def _open(self) -> str:
        cookie = secrets.token_urlsafe(32)
        with self._lock:
            if len(self._held) >= MAX_SESSIONS:
                del self._held[min(self._held, key=lambda key: self._held[key].seen)]
            self._held[_key(cookie)] = Session(seen=self._clock())
        return cookie


def _key(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()
