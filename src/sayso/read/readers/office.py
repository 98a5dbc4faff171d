"""``.docx`` and ``.odt``: the paragraphs of a document, a blank line between two; notes stand at its end.

Both are zip files of XML. It is read as a stream of events, so that no depth and no entity can do harm. The text has no
map: its words stand in the document in pieces that no character counts.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.original import Budget, Failure, Original, Read, make_read
from sayso.read.packed_xml import XmlEvents, parse
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.values.report import Hints

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)
# Names without their namespaces: what is one paragraph, what stands for a character, and what is not part of the text.
PARAGRAPHS: Final = frozenset({"p", "h"})
CHARACTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-"}
WORD_TEXT: Final = frozenset({"t"})
PASSED_OVER: Final = frozenset({
    "Fallback", "del", "moveFrom", "annotation", "tracked-changes", "note-citation", "sequence-decls", "forms", "desc",
    "title", "ruby-text",
})  # fmt: skip
NOTES: Final = frozenset({"note-body"})


class _Paragraphs:
    """Collects the paragraphs of one XML file as expat goes through it.

    word   text counts only inside `w:t`, as in Word's files; else wherever it stands in a paragraph
    """

    def __init__(self, *, word: bool) -> None:
        self.word = word
        self.body: list[str] = []
        self.notes: list[str] = []
        self.open: list[list[str]] = []  # paragraphs that are open: a text box holds some inside another
        self.passing = self.in_notes = self.in_text = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(" ")[2]
        if self.passing or name in PASSED_OVER:
            self.passing += 1
        elif name in NOTES:
            self.in_notes += 1
        elif name in PARAGRAPHS:
            self.open.append([])
        elif name in WORD_TEXT:
            self.in_text += 1
        elif name == "s" and self.open and not self.word:
            count = next((value for key, value in attributes.items() if key.endswith(" c")), "1")
            self.open[-1].append(" " * min(int(count) if count.isdigit() else 1, 1000))
        elif name in CHARACTERS and self.open:
            self.open[-1].append(CHARACTERS[name])

    def end(self, name: str) -> None:
        """An element ends."""
        name = name.rpartition(" ")[2]
        if self.passing:
            self.passing -= 1
        elif name in NOTES:
            self.in_notes -= 1
        elif name in PARAGRAPHS and self.open:
            text = "".join(self.open.pop()).strip()
            if text:
                (self.notes if self.in_notes else self.body).append(text)
        elif name in WORD_TEXT:
            self.in_text -= 1

    def characters(self, text: str) -> None:
        """Text stands here."""
        if self.open and not self.passing and (self.in_text or not self.word):
            self.open[-1].append(text if self.word else _one_space(text))


class _Properties:
    """Collects what the document's file of properties says: the first value of each name."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.name = name.rpartition(" ")[2]

    def end(self, name: str) -> None:
        """An element ends."""
        self.name = ""

    def characters(self, text: str) -> None:
        """Text stands here."""
        if self.name:
            self.known[self.name] = self.known.get(self.name, "") + text

    def of(self, *names: str) -> str | None:
        """The value of the first of these names that has one."""
        return next((value for name in names if (value := " ".join(self.known.get(name, "").split()))), None)


def read_docx(original: Original) -> Iterator[Read | Failure | Original]:
    """Return the one report of a Word document; what was deleted with changes tracked, and comments, are left out.

    Title and author are those of its properties; the day on which it was made is not when it was published.
    Raises BrokenOriginal, EmptyOriginal, TooLarge.
    """
    main = ("word/document.xml", "word/document2.xml")
    yield _read(original, main, ("word/footnotes.xml", "word/endnotes.xml"), "docProps/core.xml", word=True)


def read_odt(original: Original) -> Iterator[Read | Failure | Original]:
    """Return the one report of a text document of OpenDocument; see `read_docx`."""
    yield _read(original, ("content.xml",), (), "meta.xml", word=False)


def _read(original: Original, main: tuple[str, ...], notes: tuple[str, ...], properties: str, *, word: bool) -> Read:
    data = original.read()
    budget = original.budget or Budget()
    try:
        with original.open() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            known = next((name for name in main if name in names), None)
            if known is None:
                raise BrokenOriginal(
                    "no text document: it lacks the file with the text", "save it as PDF, HTML or text"
                )
            text = _Paragraphs(word=word)
            _parse(archive, known, text, budget)
            for name in notes:
                if name in names:
                    more = _Paragraphs(word=word)
                    _parse(archive, name, more, budget)
                    text.notes += more.body
            said = _Properties()
            if properties in names:
                _parse(archive, properties, said, budget)
    except DAMAGED as error:
        raise BrokenOriginal(
            "a damaged office document", "open it in the program that wrote it, and save it"
        ) from error
    shown = "\n\n".join(text.body + text.notes)
    if not shown:
        raise EmptyOriginal("an office document without text", "if it holds pictures, let a program for OCR read them")
    found = of_text(shown, text_words().credits)
    own = Hints(title=said.of("title"), byline=said.of("initial-creator", "creator")).over(found.hints)
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document" if word else (
        "application/vnd.oasis.opendocument.text")  # fmt: skip
    return make_read(original, shown, data, own=own, credits=found.credits, dateline=found.dateline, media=media)


def _parse(archive: zipfile.ZipFile, name: str, into: XmlEvents, budget: Budget) -> None:
    budget.member()
    parse(archive, name, into, budget, what="office document", try_="open it in its program, and save it")


def _one_space(text: str) -> str:
    """OpenDocument writes runs of space as elements; white space as it stands is one space."""
    return " ".join(("x" + text + "x").split())[1:-1]
