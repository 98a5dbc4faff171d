"""``.epub``: the chapters of a book, or articles bound as one, each a member ``x.epub!/text/a.xhtml``."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.dates import iso_date
from sayso.read.original import Budget, Failure, LeftOut, Original, Read
from sayso.read.packed_xml import parse, pieces
from sayso.read.shown import shown_text
from sayso.values.report import Hints

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)
CONTAINER: Final = "META-INF/container.xml"
PAGES: Final = ("application/xhtml+xml", "text/html")
SENTENCE_WORDS: Final = 8  # a page of fewer is a cover or a title


@dataclass
class _Package:
    """What the file of contents says: its pages in their order, and the facts of the book."""

    files: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # id -> path, media type, properties
    spine: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    path: str = ""
    open: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(" ")[2]
        self.open = name if name in ("title", "creator", "publisher", "date", "language") else ""
        if name == "item":
            known = attributes.get("href", ""), attributes.get("media-type", ""), attributes.get("properties", "")
            self.files[attributes.get("id", "")] = known
        elif name == "itemref":
            self.spine.append(attributes.get("idref", ""))
        elif name == "rootfile" and not self.path:
            self.path = attributes.get("full-path", "")
        if self.open in self.facts:
            self.open = ""  # the first one counts

    def end(self, name: str) -> None:
        """An element ends."""
        self.open = ""

    def characters(self, text: str) -> None:
        """Text stands here."""
        if self.open:
            self.facts[self.open] = self.facts.get(self.open, "") + text

    def fact(self, name: str) -> str | None:
        """What the book says of itself under this name."""
        return " ".join(self.facts.get(name, "").split()) or None


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """Return the pages of a book in the order in which they are read; tables of contents and covers are left out.

    Publisher, author and date of the book count where a page says nothing itself.
    Raises BrokenOriginal (damaged, protected), EmptyOriginal, TooLarge.
    """
    budget = original.budget or Budget()
    found = 0
    try:
        with original.open() as stream, zipfile.ZipFile(stream) as archive:
            if "META-INF/encryption.xml" in archive.NameToInfo and "META-INF/rights.xml" in archive.NameToInfo:
                raise BrokenOriginal("a book that is protected against copying", "give the text, if you may")
            package = _package(archive, budget)
            published = iso_date(package.fact("date") or "")
            carried = Hints(
                outlet=package.fact("publisher"), byline=package.fact("creator"), published=published,
                published_from="meta" if published else None, lang=(package.fact("language") or "")[:2].lower() or None,
            )  # fmt: skip
            for name, properties in _pages(package):
                if name not in archive.NameToInfo:
                    missing = BrokenOriginal("the book names this page but does not hold it", "fetch the book again")
                    yield Failure.of(original.member(f"!/{name}"), missing, "epub")
                    continue
                budget.member()
                data = _taken(archive, name, budget)
                if (
                    "nav" in properties.split()
                    or len(shown_text(data.decode("utf-8", "replace")).split()) < SENTENCE_WORDS
                ):
                    yield LeftOut(f"{original.path}!/{name}", "a page of a book without text of its own")
                    continue
                found += 1
                yield original.member(f"!/{name}", data, media="text/html", carried=carried, budget=budget)
    except DAMAGED as error:
        raise BrokenOriginal("a damaged book", "fetch it again") from error
    if not found:
        raise EmptyOriginal("a book without text", "if its pages are pictures, let a program for OCR read them")


def _package(archive: zipfile.ZipFile, budget: Budget) -> _Package:
    if CONTAINER not in archive.NameToInfo:
        raise BrokenOriginal("no book: it lacks META-INF/container.xml", "fetch it again")
    first = _parsed(archive, CONTAINER, _Package(), budget)
    if first.path not in archive.NameToInfo:
        raise BrokenOriginal("a book without a table of its files", "fetch it again")
    return _parsed(archive, first.path, _Package(path=first.path), budget)


def _pages(package: _Package) -> Iterator[tuple[str, str]]:
    """Path in the book and properties of each page, in the order of reading, each once."""
    folder = posixpath.dirname(package.path)
    seen = set()
    for given in package.spine:
        path, media, properties = package.files.get(given, ("", "", ""))
        name = posixpath.normpath(posixpath.join(folder, unquote(path.partition("#")[0]))) if path else ""
        if name and media in PAGES and name not in seen:
            seen.add(name)
            yield name, properties


def _taken(archive: zipfile.ZipFile, name: str, budget: Budget) -> bytes:
    return b"".join(pieces(archive, name, budget, what="book"))


def _parsed(archive: zipfile.ZipFile, name: str, into: _Package, budget: Budget) -> _Package:
    parse(archive, name, into, budget, what="book", try_="fetch it again", doctype=True)
    return into
