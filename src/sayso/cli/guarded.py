"""The last door before a terminal: nothing that steers it goes through but what sayso itself writes.

What is printed for people is escaped where it is put together (`sayso.views.marked.safe`). This is for what was
forgotten there: a message of an error with a path in it, a key of JSON. It is written as JSON escapes it, so that JSON
stays JSON.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import Any, Final, TextIO, cast

from sayso.text.printable import STEERING, escaped

# Of what sayso writes itself to a terminal: marks of `views.marked`, and the line of `progress` that is written anew.
OURS: Final = re.compile(r"\x1b\[(?:0|1|4|33|1;36)m|\r\x1b\[K")


class Guarded:
    """A stream of text through which no control character goes but line ends and tabs; all else as of the stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._ours = OURS if stream.isatty() else None

    def write(self, text: str) -> int:
        """Write the text, escaped."""
        if STEERING.search(text):
            text = self._escaped(text)
        return self._stream.write(text)

    def _escaped(self, text: str) -> str:
        if self._ours is None:
            return escaped(text)
        pieces, place = [], 0
        for found in self._ours.finditer(text):
            pieces += [escaped(text[place : found.start()]), found[0]]
            place = found.end()
        return "".join([*pieces, escaped(text[place:])])

    def writelines(self, lines: Any) -> None:
        """Write each of the lines, escaped."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Guard standard output and standard error; bytes written to their `buffer` are not touched."""
    out, err = Guarded(sys.stdout), Guarded(sys.stderr)
    with contextlib.redirect_stdout(cast(TextIO, out)), contextlib.redirect_stderr(cast(TextIO, err)):
        yield
