"""Mails as real programs write them: stubs beside HTML, footers of lists, boundaries that are wrong."""

from __future__ import annotations

import pytest

from sayso.read import Failure, LeftOut, Original, Read, read_original

HEAD = "From: Ida Brenn <ida@front.example>\nSubject: Camp to close\nDate: Fri, 02 May 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
REPORT = "The envoy told reporters on Monday that the camp would be closed before the summer."
MORE = "The ministry denied it, and a spokeswoman said that nobody had left since the second of May."
PAGE = f"<html><body><div><p>{REPORT}</p><p>{MORE}</p></div></body></html>"
FOOTER = "_______________________________________________\nNorth mailing list\nNorth@lists.front.example\n"


def part(kind: str, text: str, more: str = "") -> str:
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{text}\n"


def multipart(kind: str, *parts: str, boundary: str = "b1", declared: str = '"b1"') -> str:
    inner = "".join(f"--{boundary}\n{one}" for one in parts)
    return f"Content-Type: multipart/{kind}; boundary={declared}\n\n{inner}--{boundary}--\n"


def read(mail: str | bytes) -> tuple[list[Read], list[Failure], list[LeftOut]]:
    data = mail if isinstance(mail, bytes) else mail.encode()
    found = list(read_original(Original("a.eml", data=data)))
    return (
        [one for one in found if isinstance(one, Read)],
        [one for one in found if isinstance(one, Failure)],
        [one for one in found if isinstance(one, LeftOut)],
    )


@pytest.mark.parametrize("plain", ["", " \n\n", "View this mail in your browser: https://front.example/m/1"])
@pytest.mark.parametrize("kind", ["alternative", "mixed"])
@pytest.mark.parametrize("first", ["plain", "html"])
def test_an_empty_or_stub_plain_part_does_not_win(plain: str, kind: str, first: str) -> None:
    parts = [part("text/plain", plain), part("text/html", PAGE)]
    reads, failures, _ = read(HEAD + multipart(kind, *(parts if first == "plain" else parts[::-1])))
    assert not failures
    assert any(REPORT in one.report.text and one.report.title == "Camp to close" for one in reads)


def test_a_plain_part_that_says_as_much_as_the_html_is_read_once() -> None:
    (found,), failures, left = read(
        HEAD + multipart("alternative", part("text/plain", f"{REPORT}\n\n{MORE}"), part("text/html", PAGE))
    )
    assert not failures and not left and found.report.media == "message/rfc822" and MORE in found.report.text


@pytest.mark.parametrize(
    ("report", "footer", "head"),
    [
        (part("text/html", PAGE), part("text/plain", FOOTER), ""),
        (part("text/plain", f"{REPORT}\n{MORE}"), part("text/plain", FOOTER), ""),
        (
            part("text/html", PAGE),
            part("text/plain", "To leave, write to leave@front.example"),
            "List-Id: <n.front.example>\n",
        ),
    ],
)
def test_the_footer_of_a_mailing_list_is_not_the_report(report: str, footer: str, head: str) -> None:
    (found,), failures, (left,) = read(head + HEAD + multipart("mixed", report, footer))
    assert not failures and left.reason == "the footer of a mailing list"
    assert found.report.title == "Camp to close" and REPORT in found.report.text


@pytest.mark.parametrize(
    ("boundary", "declared"),
    [
        ("----=_NextPart_000_0093", "----=_NextPart_000_0093"),
        ("=_a?b/c", "=_a?b/c; type=\"text/plain\""),
        ("b=1=2", "b=1=2"),
        ("other", '"b1"'),
        ("----=_Part_7", "----=_Part_8"),
        ("x y", '"x"'),
    ],
)  # fmt: skip
def test_a_boundary_without_quotation_marks_or_that_does_not_match_is_read(boundary: str, declared: str) -> None:
    text = multipart("alternative", part("text/plain", f"{REPORT}\n{MORE}"), part("text/html", PAGE),
                     boundary=boundary, declared=declared)  # fmt: skip
    (found,), failures, left = read(HEAD + text)
    assert not failures and not left and found.report.text.startswith(REPORT) and "<p>" not in found.report.text
    assert found.report.title == "Camp to close"


def test_a_multipart_without_any_boundary_is_read_as_text() -> None:
    (found,), failures, _ = read(f"{HEAD}Content-Type: multipart/mixed\n\n{REPORT}\n")
    assert not failures and found.report.text.strip() == REPORT


@pytest.mark.parametrize(
    "mail",
    [
        HEAD + multipart("mixed", part("text/plain", " "), "Content-Type: image/png\n\nxx\n"),
        HEAD + "Content-Type: application/x-thing\n\nabc\n",
        HEAD + multipart("alternative", part("text/plain", ""), part("text/html", "<p></p>")),
        HEAD + "Content-Type: tet/p\x0bain\n\nabc\n",
    ],
)
def test_a_mail_that_gives_nothing_is_a_failure(mail: str) -> None:
    reads, (failure,), _ = read(mail)
    assert not reads and "without text" in failure.reason and failure.try_ and failure.reason.isprintable()


@pytest.mark.parametrize("levels", [60, 400, 3000])
@pytest.mark.parametrize("kind", ["multipart/mixed", "message/rfc822"])
def test_a_mail_of_many_levels_is_a_failure_that_says_so(levels: int, kind: str) -> None:
    text = ""
    for level in range(levels):
        declared = f'; boundary="b{level}"' if kind.startswith("multi") else ""
        text += f"Content-Type: {kind}{declared}\n\n" + (f"--b{level}\n" if declared else "")
    reads, (failure,), _ = read(HEAD + text + part("text/plain", REPORT))
    assert not reads and "RecursionError" not in failure.reason


def test_a_page_and_its_parts_are_one_report() -> None:
    related = multipart("related", part("text/html", PAGE), part("text/plain", "alt", "Content-ID: <x>\n"),
                        boundary="r", declared='"r"')  # fmt: skip
    reads, failures, _ = read(HEAD + multipart("alternative", part("text/plain", "See the page."), related))
    assert not failures and len(reads) == 1 and MORE in reads[0].report.text
