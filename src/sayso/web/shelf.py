"""Pages as they were drawn, held until the case changes: who goes back to one need not have it drawn again.

What differs from one reader to the next, the token of the forms and the name that signs, stands in a held page as a
stand-in: words that no report can hold, for they are made anew by every server and leave it never.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from markupsafe import escape

from sayso.web.drawing import plain

MAX_CHARACTERS: Final = 16_000_000  # of all pages together: at most 64 MB, and 16 where all of them are ASCII
MAX_SHARE: Final = 16  # a page of more than this part of it is not held


class PageShelf:
    """Pages by what was asked; the least lately asked for goes.

    token, by   what is drawn in the place of a reader's own
    """

    def __init__(self, most: int = MAX_CHARACTERS) -> None:
        self.token, self.by = (f"standin{secrets.token_hex(16)}" for _ in range(2))
        self._most = most
        self._size = 0
        self._pages: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: Hashable) -> str | None:
        """The page that is held under a key."""
        with self._lock:
            if key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def put(self, key: Hashable, page: str) -> None:
        """Hold a page, and let go of others where it would be too much."""
        if len(page) > self._most // MAX_SHARE:
            return
        with self._lock:
            self._size += len(page) - len(self._pages.pop(key, ""))
            self._pages[key] = page
            while self._size > self._most:
                _, gone = self._pages.popitem(last=False)
                self._size -= len(gone)

    def own(self, page: str, token: str, by: str) -> str:
        """A page with a reader's token and name in the place of the stand-ins."""
        return page.replace(self.token, token).replace(self.by, str(escape(plain(by))))
