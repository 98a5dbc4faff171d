from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read import Failure, Original, Read, read_original

MARK = "\ufeff"


def one(name: str, data: bytes) -> Any:
    found = list(read_original(Original(name, data=data)))
    assert len(found) == 1
    return found[0]


def text_of(name: str, data: bytes) -> str:
    found = one(name, data)
    assert isinstance(found, Read), found
    return found.report.text


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_comes_back_exactly(text):
    found = one("a.txt", text.encode())
    if not text.strip(MARK + " \t\r\n\f\v") or text.isspace():
        assert isinstance(found, Failure)
        return
    report = found.report
    assert report.text == text.removeprefix(MARK)
    decoded = text.encode().decode(report.charset)
    for start, original, length in report.map:
        assert decoded[original : original + length] == report.text[start : start + length]


def test_line_ends_and_white_space_are_kept():
    assert text_of("a.txt", b"  One.\r\n\r\n Two. \r\n") == "  One.\r\n\r\n Two. \r\n"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_wide_charsets_are_read_and_their_mark_is_left_out(charset):
    said = "Envoy Halim Terzo said “no” on Friday, and left the room."
    assert text_of("a.txt", said.encode(charset)) == said


def test_a_byte_order_mark_is_left_out_and_the_map_says_so():
    assert one("a.txt", "\ufeffNo.".encode()).report.map == ((0, 1, 3),)


def test_curly_quotes_of_windows_are_read():
    said = "The envoy said “the camp’s gate is closed” – and it was."
    found = one("a.txt", said.encode("cp1252"))
    assert (found.report.text, found.report.charset) == (said, "cp1252")


def test_invalid_utf8_keeps_the_sound_rest():
    text = text_of("a.txt", "Čapek, Dvořák und Škoda gingen über die Brücke. ".encode() + b"\xff\xfe\xfd and on.")
    assert text.startswith("Čapek, Dvořák und Škoda gingen über die Brücke. ")
    assert text.endswith(" and on.")


BAD = [
    ("empty", b"", "nothing in it"),
    ("white space", b" \r\n\t", "white space"),
    ("many NULs", b"The\0 envoy\0 spoke\0.\0 " * 9, "NUL at byte 3"),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0", "a PDF"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
    ("noise", bytes(range(1, 256)) * 20, "no text"),
]


@pytest.mark.parametrize(
    "data", [b"The envoy\0 spoke.", b"MZ, a paper, wrote that the envoy spoke.", b"\0The envoy spoke."]
)
def test_a_nul_here_and_there_is_read_like_any_other_character(data: bytes) -> None:
    assert one("a.txt", data).report.text == data.decode()


@pytest.mark.parametrize(("data", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_no_text_fails_with_the_reason(data, reason):
    found = one("a.txt", data)
    assert isinstance(found, Failure)
    assert reason in found.reason
    assert found.try_ or not data.strip()


def test_200_megabytes_fail_without_being_held(tmp_path: Path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    found = next(read_original(Original(str(large), file=large)))
    assert isinstance(found, Failure)
    assert "over 32 MB" in found.reason


def test_front_matter_tells_of_the_report_and_stays_in_its_text():
    source = "---\ntitle: 'The gate'\noutlet: Daily\ndate: 2031-05-04\n---\n\nThe gate is closed.\n"
    report = one("a.md", source.encode()).report
    assert report.text == source
    assert (report.title, report.outlet, report.published, report.published_from) == (
        "The gate", "Daily", "2031-05-04", "meta",
    )  # fmt: skip


HALF = "The envoy said – “the camp” – that ".encode() + b"\xed\xa0\x80 it would close. "


@pytest.mark.parametrize(
    ("name", "data", "notes"),
    [
        ("a.txt", HALF, ("3 characters were replaced (U+FFFD), for what stood there is no utf-8",)),
        ("a.html", b"<html><meta charset='utf-8'><body><p>" + HALF * 40 + b"</p></body></html>",
         ("120 characters were replaced (U+FFFD), for what stood there is no utf-8",)),
        ("a.rtf", rb"{\rtf1\uc1 The camp \u-10179? would close, \u-3? it seems.}",
         ("1 character was replaced (U+FFFD), for what stood there is no character",)),
        ("a.txt", "The camp \ufffd would close.".encode(), ()),
        ("a.txt", "The camp \U0001f600 would close.".encode(), ()),
        ("a.rtf", rb"{\rtf1\uc1 The camp \u-10179?\u-8704? would close, \u65533? it seems.}", ()),
    ],
)  # fmt: skip
def test_it_is_said_how_many_characters_were_replaced(name: str, data: bytes, notes: tuple[str, ...]) -> None:
    found = one(name, data)
    assert isinstance(found, Read) and found.notes == notes
