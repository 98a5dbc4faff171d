"""What the user says about originals: ``--meta FILE.csv``, ``--outlet``, ``--outlet-from folder``, ``--published``.

A line of the CSV beats a flag, and both beat what the file says itself.
"""

from __future__ import annotations

import csv
import fnmatch
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sayso.errors import UsageError
from sayso.read.dates import iso_date
from sayso.values.report import Hints

COLUMNS: Final = ("path", "id", "title", "outlet", "agency", "published", "url", "lang", "byline")
GLOB: Final = re.compile(r"[*?\[]")
MEMBER: Final = re.compile(r"!|:\d+\Z")  # where the name of a member begins behind that of its container


@dataclass(frozen=True, slots=True)
class MetaRow:
    """One line of a CSV: a path or glob (`*` crosses folders), the line's number, and what it says."""

    path: str
    line: int
    hints: Hints
    folder: str = ""

    def names(self, candidates: tuple[str, ...]) -> bool:
        """Whether its glob fits one of these names of a path."""
        return any(fnmatch.fnmatchcase(name, self.path) for name in candidates)


@dataclass(frozen=True, slots=True)
class HintSource:
    """All that the user says. Ask with `of(path, root=...)`.

    file                 the CSV that the lines are from, so that it is not told as left out of the folder it lies in
    rows                 lines of ``--meta``, as read_meta gives them; an exact path beats a glob, then the first one.
                         A path is meant as shown, below the root, or below the CSV's folder; a bare name in any folder
    outlet, published    for every report
    outlet_from_folder   the outlet is the name of the folder directly under the root, or of the folder that a file
                         given by itself lies in; empty for a file directly in the root
    """

    rows: tuple[MetaRow, ...] = ()
    outlet: str | None = None
    published: str | None = None
    outlet_from_folder: bool = False
    file: str | None = None
    exact: dict[str, list[MetaRow]] = field(init=False, repr=False, compare=False, default_factory=dict)
    globs: list[MetaRow] = field(init=False, repr=False, compare=False, default_factory=list)
    folders: set[str] = field(init=False, repr=False, compare=False, default_factory=set)
    members: dict[str, list[MetaRow]] = field(init=False, repr=False, compare=False, default_factory=dict)
    matched: set[int] = field(init=False, repr=False, compare=False, default_factory=set)

    def __post_init__(self) -> None:
        for row in self.rows:
            self.folders.add(row.folder)
            if GLOB.search(row.path):
                self.globs.append(row)
            else:
                self.exact.setdefault(row.path, []).append(row)  # a CSV may have as many lines as there are files
            if member := MEMBER.search(row.path):
                self.members.setdefault(row.path[: member.start()], []).append(row)
        if self.outlet and self.outlet_from_folder:
            raise UsageError("the outlet is given twice; use --outlet or --outlet-from, not both")
        if self.published is not None and iso_date(self.published) is None:
            raise UsageError(f"{self.published!r} is no date; expected one such as 2031-05-04")

    @classmethod
    def given(
        cls,
        *,
        meta: str | os.PathLike[str] | None = None,
        outlet: str | None = None,
        published: str | None = None,
        outlet_from: str | None = None,
    ) -> HintSource:
        """The source of what a person gives by name, as the flags of the command do.

        meta         path of a CSV for read_meta
        outlet_from  "folder" takes each report's outlet from the folder that it lies in
        UsageError where one of them cannot be used, or two contradict each other.
        """
        if outlet_from not in (None, "folder"):
            raise UsageError(f"outlet_from is {outlet_from!r}; expected 'folder'")
        return cls(
            rows=read_meta(meta) if meta is not None else (), outlet=outlet, published=published,
            outlet_from_folder=outlet_from == "folder", file=os.fspath(meta) if meta is not None else None,
        )  # fmt: skip

    def is_from(self, path: str) -> bool:
        """Whether this path is the CSV itself."""
        if self.file is None or path.rpartition("/")[2] != os.path.basename(self.file):
            return False
        try:
            return os.path.samefile(path, self.file)
        except OSError:
            return False

    def of(self, path: str, *, root: str = "") -> Hints:
        """What the user says of the original shown under this path and found under this root."""
        names = self._names(path, root)
        exact = [row for name in dict.fromkeys(names) for row in self.exact.get(name, ())]
        known = Hints()
        for row in [*exact, *(row for row in self.globs if row.names(names))]:
            known = known.over(row.hints)
            self.matched.add(row.line)
        outlet = _folder_outlet(path, root) if self.outlet_from_folder else self.outlet
        date = iso_date(self.published) if self.published else None
        return known.over(Hints(outlet=outlet, published=date, published_from="user" if date else None))

    def saw(self, path: str, *, root: str = "") -> None:
        """Note that something of this path was found, so that `unmatched` does not list the lines that name it.

        `of` notes it too; this is for members of a container whose hints another process asked for.
        """
        if self.rows:
            self.of(path, root=root)

    def passed_over(self, path: str, *, root: str = "") -> None:
        """Note that a container was not opened, for it was read before: lines that name its members may be right."""
        if not self.members:
            return
        for name in self._names(path, root):
            self.matched.update(row.line for row in self.members.get(name, ()))
        self.matched.update(row.line for row in self.globs if MEMBER.search(row.path))

    def unmatched(self) -> list[str]:
        """The lines of the CSV that fitted nothing that was found, each as words: a path is misspelt, or it is gone."""
        return [
            f"line {row.line}: {row.path!r} matches no file that was read; see how `sayso show` writes its path"
            for row in self.rows
            if row.line not in self.matched
        ]

    def _names(self, path: str, root: str) -> tuple[str, ...]:
        """What a line of the CSV may call an original."""
        below = (_below(path, folder) for folder in self.folders)
        return (path, _below(path, root), *below, path.rpartition("/")[2])


def read_meta(file: str | os.PathLike[str]) -> tuple[MetaRow, ...]:
    """The lines of a CSV with a column `path` and any of id, title, outlet, agency, published, url, lang, byline.

    Raises UsageError, with the line, where it cannot be read, has no such columns, a row of another length, or a bad
    date.
    """
    try:
        with open(file, encoding="utf-8-sig", newline="") as stream:
            return tuple(_rows(csv.reader(stream, strict=True), Path(file)))
    except OSError as error:
        raise UsageError(f"{file}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: byte {error.start} is no UTF-8; save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise UsageError(f"{file}: no CSV: {error}") from error


def _rows(reader: Iterator[list[str]], file: Path) -> Iterator[MetaRow]:
    header = [name.strip().lower() for name in next(reader, [])]
    if "path" not in header:
        raise UsageError(f"{file}, line 1: no column 'path'; expected {','.join(COLUMNS)}, found {','.join(header)!r}")
    unknown = [name for name in header if name not in COLUMNS]
    if unknown or len(set(header)) < len(header):
        what = f"unknown column {unknown[0]!r}" if unknown else "a column stands twice"
        raise UsageError(f"{file}, line 1: {what}; expected {', '.join(COLUMNS)}")
    for row in reader:
        line = reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise UsageError(f"{file}, line {line}: {len(row)} cells where the first line has {len(header)}")
        cells = {name: cell.strip() or None for name, cell in zip(header, row, strict=True)}
        path = cells.pop("path")
        if path is None:
            raise UsageError(f"{file}, line {line}: no path")
        published = cells.get("published")
        if published is not None:
            cells["published"] = iso_date(published)
            if cells["published"] is None:
                raise UsageError(f"{file}, line {line}: {published!r} is no date; expected one such as 2031-05-04")
        hints = Hints(**cells, published_from="user" if published else None)
        yield MetaRow(path.removeprefix("./"), line, hints, folder=file.parent.as_posix())


def _below(path: str, folder: str) -> str:
    folder = folder.rstrip("/")
    if folder in ("", "."):
        return path.removeprefix("./")
    if path.startswith(folder + "/"):
        return path[len(folder) + 1 :]
    return path[len(folder) + 2 :] if path.startswith(folder + "!/") else path


def _folder_outlet(path: str, root: str) -> str | None:
    if path == root:
        parts = [part for part in path.split("/")[:-1] if part not in ("", ".", "..")]
        return parts[-1] if parts else None
    parts = _below(path, root).split("/")
    return parts[0] if len(parts) > 1 else None
