"""Which reader for which file; folders, members of containers, standard input.

    for found in read_paths(["reports/"], hints=HintSource(outlet="Daily")):
        match found:
            case Read(report, data): ...
            case Failure(path, reader, reason): ...

`find_originals` walks, `read_original` reads one original to the end; `read_paths` is the one after the other. A store
that wants to mark a file before it is opened, or a worker in a process of its own, takes them apart.

`sayso.read(paths)` is a function of the front door too (`sayso.run.front.read`): this package can be called.

A new reader is a module with a function (see `sayso.read.original`) and a line in READERS, or a line under the entry
point ``sayso.readers`` that names a ReaderEntry.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import logging
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from sayso.errors import BrokenOriginal, EmptyOriginal, ReadError, TooLarge
from sayso.read.hints import HintSource
from sayso.read.original import UNKNOWN, Failure, LeftOut, Original, Read, Reader, make_read
from sayso.read.walk import find_files
from sayso.values.report import Hints

__all__ = [
    "READERS", "Failure", "HintSource", "Hints", "LeftOut", "Original", "Read", "Reader", "ReaderEntry", "entries",
    "find_originals", "make_read", "read_original", "read_paths", "reader_for",
]  # fmt: skip

MAX_DEPTH: Final = 3  # containers inside containers; deeper ones are bombs or accidents
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReaderEntry:
    """One reader: its name, where its function is, and how its originals are known.

    function   "module:function", imported only when there is something to read (`sayso --help` stays quick);
               ".html:read" is in sayso.read.readers
    suffixes   ends of names, with the dot
    media      media types, as a container may say them
    magic      matched against the first 4096 bytes; must be sure enough to overrule the name
    text       such files are text: their name is believed, whatever they begin with
    sure       what it begins with is believed before a name that says text
    """

    name: str
    function: str
    suffixes: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    magic: re.Pattern[bytes] | None = None
    text: bool = False
    sure: bool = False

    def load(self) -> Reader:
        """The function itself."""
        module, _, name = self.function.partition(":")
        loaded: Reader = getattr(importlib.import_module(module, "sayso.read.readers"), name)
        return loaded


# A mail begins with fields of which only mail programs write some, whatever the file is called (Maildir, a saved page).
MAIL: Final = re.compile(
    rb"(?i)(?=(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?(?:From|Date|Subject|To|Content-Type)[ \t]*:)"
    rb"(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?(?:Message-ID|MIME-Version|Received|Return-Path)[ \t]*:"
)
ZIP: Final = re.compile(rb"PK\x03\x04")
MBOX: Final = re.compile(rb"From [^\r\n]{1,300}\d\d:\d\d[^\r\n]{0,100}\r?\n[!-9;-~]+[ \t]*:")

# Databases of news write their documents one after the other, each with a head of fields (see readers/exports).
EXPORT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+\d{1,5} of \d{1,5} DOCUMENTS?\s|"  # LexisNexis
    rb"(?ms:(?=.*?^Length:[ \t]*[\d,]{1,9} words[ \t]*\r?$).*?^Body[ \t]*\r?$)|"  # Nexis Uni
    rb"(?ms:(?=.*?^HD(?:[ \t]|\r?$))(?=.*?^WC(?:[ \t\r\n]){1,4}[\d,]{1,9} words).*?^PD(?:[ \t]|\r?$))|"  # Factiva
    rb"(?ms:.*?^[\d,]{1,9} words[ \t]*\r?\n\s{0,4}\d{1,2} [A-Z][a-z]{2,8} \d{4}[ \t]*\r?$)|"  # Factiva as shown
    rb"(?ms:\s*(?:_{20,}\s*)?Document \d{1,5} of \d{1,5}\s.*?^Title:)"  # ProQuest
)

READERS: Final[tuple[ReaderEntry, ...]] = (
    ReaderEntry("record", ".records:read_record", media=("application/x-sayso-record",)),
    ReaderEntry(
        "jsonl", ".records:read_lines",
        (".jsonl", ".ndjson"), ("application/x-ndjson", "application/jsonl"), text=True,
    ),
    ReaderEntry("export", ".exports:read", (), ("application/x-sayso-export",), EXPORT, sure=True),
    ReaderEntry("plain", ".plain:read", (".txt", ".md", ".text", ".markdown"),
                ("text/plain", "text/markdown"), text=True),
    ReaderEntry(
        "html", ".html:read", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"),
        re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])",
                   re.DOTALL),
    ),
    ReaderEntry(
        "feed", ".feeds:read_xml", (".rss", ".atom", ".xml"),
        ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
        re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:rdf)[\s>]",
                   re.DOTALL),
    ),
    ReaderEntry("jsonfeed", ".feeds:read_json", (".json",), ("application/feed+json", "application/json")),
    ReaderEntry("mbox", ".mailbox:read_mbox", (".mbox", ".mbx"), ("application/mbox",), MBOX, sure=True),
    ReaderEntry("emlx", ".mailbox:read_emlx", (".emlx",)),
    ReaderEntry("mail", ".mail:read", (".eml", ".mht", ".mhtml"), ("message/rfc822", "multipart/related"), MAIL,
                sure=True),
    ReaderEntry("pdf", ".pdf:read", (".pdf",), ("application/pdf",), re.compile(rb"%PDF-")),
    ReaderEntry("warc", ".warc:read", (".warc", ".warc.gz"), ("application/warc",),
                re.compile(rb"WARC/[01]")),
    ReaderEntry("tar", ".tar:read", (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"),
                ("application/x-tar",), re.compile(rb"[^\0].{256}ustar", re.DOTALL)),
    ReaderEntry("gzip", ".gzip:read", (".gz",), ("application/gzip",), re.compile(rb"\x1f\x8b")),
    ReaderEntry("zip", ".zip:read", (".zip",), ("application/zip",), ZIP),
    ReaderEntry("docx", ".office:read_docx", (".docx", ".docm", ".dotx"),
                ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), ZIP),
    ReaderEntry("odt", ".office:read_odt", (".odt", ".ott"), ("application/vnd.oasis.opendocument.text",), ZIP),
    ReaderEntry("epub", ".epub:read", (".epub",), ("application/epub+zip",), ZIP),
    ReaderEntry("foreign", ".foreign:read", (".7z", ".rar", ".doc", ".msg"), (),
                re.compile(rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ReaderEntry("rtf", ".rtf:read", (".rtf",), ("application/rtf", "text/rtf"), re.compile(rb"\s*\{\\rtf1?\\")),
)  # fmt: skip


@functools.cache
def entries() -> tuple[ReaderEntry, ...]:
    """The readers of this package, then those of others."""
    return READERS + tuple(point.load() for point in importlib.metadata.entry_points(group="sayso.readers"))


def reader_for(original: Original, *, named: bool = True) -> ReaderEntry | None:
    """The reader of an original: by media type, by what it begins with, by its name; None where none knows it.

    The longest end of its name counts, and one that is longer than that of the reader which knows its first bytes is
    believed before these: "a.warc.gz" is a web archive, though it begins as any gzip file does. So is one whose files
    begin so as well: "a.docx" is a zip file too.
    named   somebody named this very file, so that text under any name is read as text
    """
    media = (original.media or "").partition(";")[0].strip().lower()
    for entry in entries():
        if media and media in entry.media:
            return entry
    by_name, suffix = _by_name(original)
    head = original.head()
    if by_name is not None and by_name.text:
        return next((e for e in entries() if e.sure and e.magic is not None and e.magic.match(head)), by_name)
    for entry in entries():
        if entry.magic is not None and entry.magic.match(head):
            if by_name is not None and (suffix.endswith(entry.suffixes) or _begins_so(by_name, head)):
                return by_name
            return entry
    if by_name is None and named and head.strip() and b"\0" not in head:
        jsonl = re.match(rb'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:', head) and original.suffix in ("", ".jsonl")
        return next(entry for entry in entries() if entry.name == ("jsonl" if jsonl else "plain"))
    return by_name


def _begins_so(entry: ReaderEntry, head: bytes) -> bool:
    """Whether a file of this reader may begin with these bytes; packed archives begin as gzip files do."""
    packed = entry.name == "tar" and head.startswith(b"\x1f\x8b")
    return packed or (entry.magic is not None and entry.magic.match(head) is not None)


def _by_name(original: Original) -> tuple[ReaderEntry | None, str]:
    """The reader that knows the longest end of a name, and that end; (None, "") where none does."""
    name = original.name.lower()
    known = [(len(s), entry, s) for entry in entries() for s in entry.suffixes if name.endswith(s) and name != s]
    _, entry, suffix = max(known, key=lambda found: found[0], default=(0, None, ""))
    return entry, suffix


def read_original(original: Original, *, hints: HintSource | None = None) -> Iterator[Read | Failure | LeftOut]:
    """Read one original and all its members. Never raises on what the original holds: that becomes a Failure.

    hints   asked again for each member, so that a line of a CSV may name "bundle.zip!/a.html" or "x.jsonl:3"
    """
    name = "sayso"
    try:
        if original.depth > MAX_DEPTH:
            raise TooLarge(f"more than {MAX_DEPTH} containers inside one another", "unpack the outer ones first")
        entry = reader_for(original)
        if entry is None:
            empty = not original.head(1)
            raise (
                EmptyOriginal("nothing in it") if empty else BrokenOriginal(UNKNOWN, "give it as .txt, .html or .jsonl")
            )
        name = entry.name
        for found in entry.load()(original):
            if isinstance(found, Original):
                if hints is not None:
                    found = replace(found, hints=hints.of(found.path, root=found.root).over(found.hints))
                yield from read_original(found, hints=hints)
            else:
                yield found
    except ReadError as error:
        yield Failure.of(original, error, name)
    except OSError as error:
        reason = f"cannot be opened: {error.strerror or error}"
        yield Failure.of(original, ReadError(reason, "look at its permissions and links"), name)
    except MemoryError:
        reason = "reading it takes more memory than is allowed"
        yield Failure.of(original, TooLarge(reason, "split it, or allow more with --limit-memory"), name)
    except Exception as error:  # a reader's fault must not take the folder along
        logger.debug("%s: the reader failed", original.path, exc_info=True)
        reason = f"the reader failed with {type(error).__name__}: {error}"[:300]
        yield Failure.of(original, ReadError(reason, "please report it with the file"), name)


def find_originals(
    paths: Iterable[str], *, hints: HintSource | None = None, follow_links: bool = False
) -> Iterator[Original | Failure | LeftOut]:
    """The originals under these paths: files as given, folders at any depth in sorted order, "-" standard input.

    What is left out of a folder: hidden files, kinds that no reader knows, links that lead out of it unless these are
    followed, and the CSV that the hints were read from.
    """
    source = hints or HintSource()
    for found in find_files(paths, known=_is_known, follow_links=follow_links):
        if isinstance(found, Original):
            yield replace(found, hints=source.of(found.path, root=found.root))
        elif not source.is_from(found.path):
            yield found


def read_paths(
    paths: Iterable[str],
    *,
    hints: HintSource | None = None,
    read: Callable[..., Iterator[Read | Failure | LeftOut]] = read_original,
    on_left_out: Callable[[LeftOut], None] | None = None,
    on_note: Callable[[str, str], None] | None = None,
    follow_links: bool = False,
) -> Iterator[Read | Failure]:
    """Read all that lies under these paths, in order.

    read          reads one original, called with it and `hints=`; a worker with limits may stand in for read_original
    on_left_out   called for each file of a folder and member of a container that is no report
    on_note       called with a path and what the user should know of it: of a report, or of the CSV of the hints
    follow_links  also read what links in a folder show that lies outside it
    """
    for original in find_originals(paths, hints=hints, follow_links=follow_links):
        for found in read(original, hints=hints) if isinstance(original, Original) else (original,):
            if hints is not None and isinstance(original, Original):
                hints.saw(found.report.paths[0] if isinstance(found, Read) else found.path, root=original.root)
            if isinstance(found, LeftOut):
                if on_left_out is not None:
                    on_left_out(found)
                continue
            if isinstance(found, Read) and on_note is not None:
                for note in found.notes:
                    on_note(found.report.paths[0], note)
            yield found
    if hints is not None and on_note is not None:
        for note in hints.unmatched():
            on_note(hints.file or "", note)


def _is_known(original: Original) -> bool:
    return reader_for(original, named=False) is not None


class _CallablePackage(types.ModuleType):
    """A package that can be called, so that `sayso.read(paths)` is what it looks like."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """See `sayso.run.front.read`, which stands above this package and is looked up when it is called."""
        return importlib.import_module("sayso.run.front").read(*arguments, **named)


sys.modules[__name__].__class__ = _CallablePackage
