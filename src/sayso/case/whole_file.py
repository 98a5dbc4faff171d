"""A file that is there whole or not at all, and its owner's alone; for exports, which hold the texts of a case."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO, Final

PRIVATE: Final = 0o600  # for its owner alone
CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def whole_file(path: str) -> Iterator[BinaryIO]:
    """Write a file under ``path.part``, which takes its name at the end and is gone if anything fails.

    A new file is its owner's alone; one that takes the place of another has the permissions of that one, and until then
    is private too. What already stands at ``path.part``, a link say, is taken away and never written into.
    OSError where it cannot be written.
    """
    part = f"{path}.part"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(part)
    try:
        with open(os.open(part, CREATE, PRIVATE), "wb") as stream:
            yield stream
        with contextlib.suppress(OSError):
            os.chmod(part, stat.S_IMODE(os.stat(path).st_mode))
        os.replace(part, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(part)
