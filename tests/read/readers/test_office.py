"""Office documents: Word's, OpenDocument's and RTF; good ones, damaged ones, and ones that mean harm."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from fuzz import FOOLISH, mutated

from sayso.read import Failure, Original, Read, read_original

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = (  # noqa: E741
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
FIRST = "The envoy told reporters on Monday that the camp would be closed before the summer."
SECOND = "“Nobody left,” said Ida Brenn."


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def docx(body: str, **others: str) -> bytes:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    core = f"<cp:coreProperties xmlns:cp='x' {DC}><dc:title>Camp to close</dc:title><dc:creator>Ida Brenn</dc:creator></cp:coreProperties>"
    members = {"[Content_Types]_xml": "<x/>", "word__document_xml": document, "docProps__core_xml": core, **others}
    return zipped(**members)


def odt(body: str) -> bytes:
    content = f"<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    meta = f"<office:document-meta {O} {DC}><office:meta><dc:title>Camp to close</dc:title><dc:creator>Ida Brenn</dc:creator></office:meta></office:document-meta>"
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=content,
        meta_xml=meta,
        **{"META-INF__manifest_xml": "<x/>"},
    )


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def read(name: str, data: bytes) -> Read:
    (found,) = read_original(Original(name, data=data))
    assert isinstance(found, Read), found
    return found


WORD = docx(p(*FIRST.partition("camp")) + "<w:p/>" + p(SECOND))
OPEN = odt(
    f"<text:h>The camp</text:h><text:p>{FIRST.replace('camp', '<text:span>camp</text:span>')}</text:p><text:p>{SECOND}</text:p>"
)
RICH = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title Camp to close}{\author Ida Brenn}}"
    r"{\header Page 1\par}\pard " + FIRST + "\\par\r\n\\pard\\b0 \\ldblquote Nobody left,\\rdblquote  said Ida Brenn.\\par}"
).encode()  # fmt: skip


@pytest.mark.parametrize(("name", "data"), [("a.docx", WORD), ("a.odt", OPEN), ("a.rtf", RICH), ("a", RICH)])
def test_paragraphs_title_and_author_of_a_document_are_read(name: str, data: bytes) -> None:
    found = read(name, data)
    assert found.report.text.removeprefix("The camp\n\n") == f"{FIRST}\n\n{SECOND}"
    assert (found.report.title, found.report.byline, found.report.published) == ("Camp to close", "Ida Brenn", None)
    assert found.data == data and found.report.map == ()


def test_what_word_keeps_of_deleted_words_and_copies_for_old_programs_is_no_text() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>They lied.</w:delText></w:r></w:del><w:ins><w:r><w:t>They spoke.</w:t></w:r></w:ins>"
        '<w:r><w:instrText>HYPERLINK "x"</w:instrText><w:tab/><w:t>Today</w:t><w:br/><w:t>too.</w:t></w:r></w:p>'
        '<w:p><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Choice><mc:Fallback>'
        "<w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>"
    )
    notes = f"<w:footnotes {W}>{p('A note.')}</w:footnotes>"
    text = read("a.docx", docx(body, word__footnotes_xml=notes)).report.text
    assert text == "They spoke.\tToday\ntoo.\n\nBoxed.\n\nA note."


def test_notes_of_opendocument_stand_at_the_end_and_comments_are_left_out() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    comment = "<office:annotation><text:p>Is it so?</text:p></office:annotation>"
    text = read(
        "a.odt",
        odt(f"<text:p>It{note} rained<text:s text:c='3'/>on{comment} and\n  on.</text:p><text:p>Then not.</text:p>"),
    )
    assert text.report.text == "It rained   on and on.\n\nThen not.\n\nA note."


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}", "Мир"),
        (r"{\rtf1\ansi\uc1 \u1052?\u1080?\u1088?}", "Мир"),
        (r"{\rtf1\uc2 \u8220\'93\'93No\u8221 xx}", "“No”"),
        (r"{\rtf1 a\~b\_c\-d \{e\}\\}", "a\u00a0b-cd {e}\\"),
        (r"{\rtf1{\*\shpinst{\shptxt In a box}}{\*\other gone}{\pict\bin5 }}}}}}{\b kept}}", "In a boxkept"),
        (r"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt the link}} here}", "the link here"),
        (r"{\rtf1\uc1 \u-10179?\u-8704?}", "😀"),
        ("{\\rtf1 One\\\nTwo\\par\n\n\\par Three}", "One\n\nTwo\n\nThree"),
    ],
)
def test_rtf_is_text_in_control_words(rtf: str, text: str) -> None:
    assert read("a.rtf", rtf.encode("latin-1")).report.text == text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx("")),
        ("a.odt", odt("")),
        ("a.rtf", b"{\\rtf1 }"),
        ("a.docx", WORD[:200]),
        ("a.docx", docx("<w:p><w:t>cut")),
        ("a.odt", zipped(mimetype="x")),
        ("a.rtf", b"no rtf"),
        ("a.docx", docx("").replace(b"word/document.xml", b"word/otherthin.xml")),
        (
            "a.docx",
            zipped(word__document_xml=f'<!DOCTYPE x [<!ENTITY a "{"b" * 99}">]><w:document {W}>&a;</w:document>'),
        ),
        ("a.docx", docx(p("0" * 20_000_000))),
    ],
)
def test_a_document_that_cannot_be_read_says_why(name: str, data: bytes) -> None:
    (failure,) = read_original(Original(name, data=data))
    assert isinstance(failure, Failure) and failure.try_ and not FOOLISH.search(failure.reason), failure


def test_a_document_nested_deep_is_read() -> None:
    depth = 50_000
    assert "It rained." in read("a.docx", docx("<w:x>" * depth + p("It rained.") + "</w:x>" * depth)).report.text
    assert "It rained." in read("a.rtf", b"{\\rtf1 " + b"{" * 9000 + b"It rained." + b"}" * 9001).report.text


def test_a_spreadsheet_is_no_report() -> None:
    data = zipped(**{"[Content_Types]_xml": "<x/>", "xl__workbook_xml": "<x/>"})
    (failure,) = read_original(Original("a.xlsx", data=data))
    assert isinstance(failure, Failure) and "no reader knows" in failure.reason


@pytest.mark.parametrize(
    ("name", "data", "kind"), [("a.docx", WORD, "zip"), ("a.odt", OPEN, "zip"), ("a.rtf", RICH, "xml")]
)
def test_damaged_documents_are_read_or_fail_with_a_reason(name: str, data: bytes, kind: str) -> None:
    for seed in range(400):
        for found in read_original(Original(name, data=mutated(data, kind, random.Random(seed)))):
            assert not isinstance(found, Failure) or not FOOLISH.search(found.reason), (seed, found)


@pytest.mark.parametrize("seed", range(100))
def test_documents_with_damaged_text_are_read_or_fail_with_a_reason(seed: int) -> None:
    chance = random.Random(seed)
    document = mutated(f"<w:document {W}><w:body>{p(FIRST)}{p(SECOND)}</w:body></w:document>".encode(), "xml", chance)
    for found in read_original(Original("a.docx", data=zipped(word__document_xml=document))):
        assert not isinstance(found, Failure) or not FOOLISH.search(found.reason), found
