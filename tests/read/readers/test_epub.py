"""Books and papers bound as books: whole ones, damaged ones, protected ones."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from fuzz import FOOLISH, mutated

from sayso.read import Failure, LeftOut, Original, Read, read_original

FIRST = "The envoy told reporters on Monday that the camp would be closed before the summer."
SECOND = "The ministry denied it, and a spokeswoman said that nobody had left since the second of May."
CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Daily</dc:title>'
    "<dc:publisher>Ostrany Herald</dc:publisher><dc:date>2031-05-02</dc:date><dc:language>en-GB</dc:language></metadata><manifest>"
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="text/b%20c.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c.png" media-type="image/png"/>'
    '</manifest><spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def xhtml(text: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Camp</title></head><body><h1>Camp</h1><p>{text}</p></body></html>'


def book(folder: str = "OEBPS/", **others: str) -> bytes:
    members = {
        "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER.format(folder + "book.opf"), folder + "book.opf": OPF,
        folder + "nav.xhtml": xhtml("Contents of the book: one, two, three, four, five, six, seven"), folder + "text/a.xhtml": xhtml(FIRST),
        folder + "text/b c.xhtml": xhtml(SECOND), **{name.replace("__", "/").replace("_xml", ".xml"): text for name, text in others.items()},
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if data:
                archive.writestr(name, data)
    return out.getvalue()


def found_in(data: bytes) -> list[Read | Failure | LeftOut]:
    return list(read_original(Original("a.epub", data=data)))


@pytest.mark.parametrize("folder", ["OEBPS/", "", "a/b/"])
def test_the_pages_of_a_book_are_read_in_their_order(folder: str) -> None:
    nav, first, second = found_in(book(folder))
    assert isinstance(nav, LeftOut) and isinstance(first, Read) and isinstance(second, Read)
    assert first.report.paths == (f"a.epub!/{folder}text/b c.xhtml",) and first.report.text == SECOND
    assert second.report.text == FIRST
    assert (first.report.outlet, first.report.published, first.report.lang) == ("Ostrany Herald", "2031-05-02", "en")


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ({"META-INF__encryption_xml": "<x/>", "META-INF__rights_xml": "<x/>"}, "protected"),
        ({"META-INF__container_xml": ""}, "lacks META-INF"),
        ({"META-INF__container_xml": CONTAINER.format("none.opf")}, "without a table"),
        ({"OEBPS__book.opf": "<package"}, "no XML"),
        ({"OEBPS__book.opf": "<package/>"}, "without text"),
        ({"OEBPS__book.opf": '<!DOCTYPE x [<!ENTITY a "b">]><package>&a;</package>'}, "entities"),
    ],
)
def test_a_book_that_cannot_be_read_says_why(others: dict[str, str], reason: str) -> None:
    (failure,) = found_in(book(**others))
    assert isinstance(failure, Failure) and reason in failure.reason and failure.try_


def test_a_page_that_is_missing_fails_alone() -> None:
    found = found_in(book(**{"OEBPS__text__a.xhtml": ""}))
    assert [type(one) for one in found] == [LeftOut, Read, Failure]


def test_damaged_books_are_read_or_fail_with_a_reason() -> None:
    for seed in range(300):
        chance = random.Random(seed)
        data = (
            mutated(book(), "zip", chance)
            if seed % 2
            else book(**{"OEBPS__book.opf": mutated(OPF.encode(), "xml", chance).decode("latin-1")})
        )
        for one in found_in(data):
            assert not isinstance(one, Failure) or not FOOLISH.search(one.reason), (seed, one)
