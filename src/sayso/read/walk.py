"""Files and folders as they lie on disk, and standard input, in a fixed order and without running in circles."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.errors import ReadError
from sayso.read.original import UNKNOWN, Failure, LeftOut, Original


def find_files(
    paths: Iterable[str], *, known: Callable[[Original], bool], follow_links: bool = False
) -> Iterator[Original | Failure | LeftOut]:
    """The files under these paths, in the order given and sorted by name inside a folder.

    known   whether a file met in a folder is of a kind that can be read; one that is not, and one that is hidden, is
            LeftOut. A file given by name always comes back
    follow_links   also read what a link in a folder shows that lies outside it; else that is LeftOut
    A link that leads nowhere, in a circle, or back into a folder it lies in is a Failure. Standard input and pipes are
    spooled to a file without a name first, so that they may be read twice and in another process.
    """
    for given in paths:
        if given == "-":
            yield from _spooled("-", sys.stdin.buffer)
            continue
        try:
            mode = os.stat(given).st_mode
        except OSError as error:
            yield _unreadable(given, error)
            continue
        if stat.S_ISDIR(mode):
            inside = None if follow_links else Path(os.path.realpath(given))
            yield from _folder(Path(given), shown(given), known, (), inside)
        elif stat.S_ISREG(mode):
            yield Original(shown(given), file=Path(given), root=shown(given))
        else:
            try:
                with open(given, "rb") as stream:
                    yield from _spooled(shown(given), stream)
            except OSError as error:
                yield _unreadable(given, error)


def shown(path: str | Path) -> str:
    """A path as text that can be printed and put in JSON; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _folder(
    folder: Path,
    root: str,
    known: Callable[[Original], bool],
    above: tuple[tuple[int, int], ...],
    inside: Path | None,
) -> Iterator[Original | Failure | LeftOut]:
    """inside   the folder that links must not lead out of; None if they may"""
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            reason = f"a link leads back to a folder that it lies in ({shown(os.path.realpath(folder))})"
            yield Failure(shown(folder), "folder", reason, "nothing is lost; remove the link to be rid of this")
            return
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for name in names:
        path = folder / name
        if name.startswith(".") and not _is_mail_folder(path):
            yield LeftOut(shown(path), "hidden")
            continue
        try:
            mode = path.stat().st_mode
            if inside is not None and path.is_symlink() and not _lies_in(path, inside):
                target = shown(os.path.realpath(path))
                yield LeftOut(shown(path), f"a link out of the folder, to {target}; --follow-links reads it")
                continue
            if stat.S_ISDIR(mode):
                yield from _folder(path, root, known, (*above, here), inside)
                continue
            original = Original(shown(path), file=path, root=root)
            if not stat.S_ISREG(mode):
                yield LeftOut(shown(path), "not a regular file")
            elif not known(original):
                yield LeftOut(shown(path), UNKNOWN)
            else:
                yield original
        except OSError as error:
            yield _unreadable(path, error)


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether what a link leads to, by way of any others, lies in this folder, whose own links are resolved."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _is_mail_folder(path: Path) -> bool:
    """Whether this is a folder of a Maildir, such as ``.Sent``: it holds the folders ``cur`` and ``new``."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def _spooled(path: str, stream: BinaryIO) -> Iterator[Original]:
    """Copy a stream to a file without a name, which is gone when the process ends, however it ends.

    Its descriptor stays open until then: who walks may list all originals first and read them afterwards.
    """
    with tempfile.TemporaryFile(prefix="sayso-") as file:
        shutil.copyfileobj(stream, file, 2**20)
        file.flush()
        yield Original(path, descriptor=os.dup(file.fileno()), root=path)


def _unreadable(path: str | Path, error: OSError) -> Failure:
    reason = f"cannot be opened: {error.strerror or error}"
    advice = "look at its permissions" if isinstance(error, PermissionError) else "look whether it exists"
    if Path(path).is_symlink():
        reason += f"; it is a link to {shown(os.readlink(path))}"
        advice = "mend or remove the link"
    return Failure.of(Original(shown(path)), ReadError(reason, advice), "folder")
