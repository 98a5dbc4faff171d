"""Forty-two further mails, feeds and pages, each kind in three variants, with what a person would read in them.

The originals and the answers were written before any of them was read by the program.
"""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass, field
from typing import Final

import pytest

from sayso.read import Failure, Original, Read, read_original

LEAD: Final = "The port of Osten stayed shut on Friday, the harbour master told reporters."
NEXT: Final = "“Nobody will sail before the wind drops,” Leni Tarr said, adding that 40 crews had gone home."
LAST: Final = "The owners of the ferries have not answered, a spokesman for the union said on Saturday."
ALL: Final = (LEAD, NEXT, LAST)
HEAD: Final = (
    "From: Wire Desk <desk@wire.example>\r\nTo: list@wire.example\r\nSubject: Port shut\r\nMIME-Version: 1.0\r\n"
)


@dataclass
class Case:
    """One original: its name and bytes, what its one report must and must not hold, and what it says of itself."""

    name: str
    data: str | bytes
    holds: tuple[str, ...] = ALL
    without: tuple[str, ...] = ()
    said: dict[str, str] = field(default_factory=dict)
    reports: int = 1


def html(*paragraphs: str) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def parts(kind: str, *inner: str, declared: str = '"q9"', used: str = "q9") -> str:
    joined = "".join(f"--{used}\r\n{one}\r\n" for one in inner)
    return f"Content-Type: multipart/{kind}; boundary={declared}\r\n\r\n{joined}--{used}--\r\n"


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\r\n{more}\r\n{text}"


def rich(text: str, more: str = "") -> str:
    return f"Content-Type: text/html; charset=utf-8\r\n{more}\r\n<html><body>{text}</body></html>"


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Osten Post</title>{"".join(items)}</channel></rss>'


def encoded(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


def quoted(text: str) -> str:
    return quopri.encodestring(text.encode()).decode()


TEXT: Final = "\r\n\r\n".join(ALL)
FEED_DATE: Final = {"published": "2031-05-02T10:00:00Z"}
NAV: Final = "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
MENU: Final = ("Home", "World")
LINES: Final = [f"{name} said the {what} had been closed since {day}, and that no one had told the crews why." for name, what, day in
                zip("Ana Ben Cem Dan Eva Fay Gil Hal".split(), "dock lock yard mill road gate pier bank".split(),
                    "Monday Tuesday Friday Sunday".split() * 2, strict=True)]  # fmt: skip

CASES: Final[dict[str, list[Case]]] = {
    "an empty or stub plain part": [
        Case("a.eml", HEAD + parts("mixed", rich(html(*ALL)), plain("\u00a0\r\n\t\r\n"))),
        Case("a.eml", HEAD + parts("alternative", plain("Your mail reader shows no HTML."), rich(html(*ALL))),
             without=("mail reader",)),
        Case("a.eml", HEAD + parts("alternative", plain(encoded(" "), "Content-Transfer-Encoding: base64\r\n"),
                                   rich(quoted(html(*ALL)), "Content-Transfer-Encoding: quoted-printable\r\n"))),
    ],
    "a boundary as mailers write it": [
        Case("a.eml", HEAD + parts("alternative", plain(TEXT), rich(html(*ALL)), declared="=_=x:1/2", used="=_=x:1/2")),
        Case("a.eml", HEAD + parts("alternative", plain(TEXT), rich(html(*ALL)), declared="----Mail=_7(a); charset=utf-8",
                                   used="----Mail=_7(a)")),
        Case("a.eml", (HEAD + parts("mixed", plain(TEXT), declared='"  q9"')).replace("\r\n", "\n")),
    ],
    "the footer of a list": [
        Case("a.eml", HEAD + parts("mixed", rich(html(*ALL)),
                                   plain("_______________\r\nNews mailing list\r\nhttps://lists.wire.example/news\r\n")),
             without=("mailing list",), said={"title": "Port shut"}),
        Case("a.eml", "List-Unsubscribe: <mailto:off@wire.example>\r\n" + HEAD
             + parts("mixed", plain(TEXT), plain("To unsubscribe send a mail to off@wire.example\r\n")),
             without=("unsubscribe",), said={"title": "Port shut"}),
        Case("a.eml", HEAD + parts("mixed", parts("alternative", plain(TEXT), rich(html(*ALL)), declared='"in"', used="in"),
                                   plain("-- \r\nYou get this mail since you are on the list News.\r\n")),
             without=("on the list",), said={"title": "Port shut"}),
    ],
    "a mail in another coat": [
        Case("letter", HEAD + plain(TEXT), said={"title": "Port shut"}),
        Case("letter.emlx", (lambda body: f"{len(body.encode())}\n{body}<?xml version='1.0'?><plist/>\n")(HEAD + plain(TEXT))),
        Case("box.mbox", f"From desk@wire.example Fri May  2 10:00:00 2031\n{HEAD}{plain(TEXT)}\n".replace("\r\n", "\n")),
    ],
    "odd letters in a mail": [
        Case("a.eml", (HEAD + "Content-Type: text/plain; charset=windows-1252\r\n\r\n" + TEXT).encode("cp1252")),
        Case("a.eml", (HEAD + "Content-Type: text/plain; charset=no-such\r\n\r\n" + TEXT).encode()),
        Case("a.eml", HEAD.replace("Port shut", "=?utf-8?B?SGFmZW4gZ2VzcGVycnQg4oCTIFBvcnQgc2h1dA==?=") + plain(TEXT),
             said={"title": "Hafen gesperrt – Port shut"}),
    ],
    "an item of one sentence": [
        Case("a.rss", rss(f"<item><title>Port shut</title><description>&lt;p&gt;{LEAD}&lt;/p&gt;</description></item>"),
             (LEAD,), ("<p>",), {"title": "Port shut"}),
        Case("a.rss", rss(f"<item><title>Port shut</title><description><![CDATA[<div>{LEAD}<br/></div>]]></description></item>"),
             (LEAD,)),
        Case("a.rss", rss(f"<item><title>Port shut</title><description>{LEAD}</description></item>"), (LEAD,)),
    ],
    "an item with its whole text": [
        Case("a.xml", rss(f'<item><title>Port shut</title><description>{LEAD}</description><content:encoded '
                          f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[{html(*ALL)}]]>'
                          "</content:encoded><pubDate>Fri, 02 May 2031 10:00:00 GMT</pubDate></item>"), said=FEED_DATE),
        Case("a.atom", '<feed xmlns="http://www.w3.org/2005/Atom"><title>Osten Post</title><entry><title>Port shut</title>'
             f'<updated>2031-05-02T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
             f"{html(*ALL)}</div></content></entry></feed>", said=FEED_DATE),
        Case("a.json", '{"version": "https://jsonfeed.org/version/1.1", "title": "Osten Post", "items": [{"id": "1", '
             f'"title": "Port shut", "date_published": "2031-05-02T10:00:00Z", "content_html": "{html(*ALL)}"}}]}}',
             said=FEED_DATE),
    ],
    "two items, one of them empty": [
        Case("a.rss", rss("<item><title>Nothing</title></item>",
                          f"<item><title>Port shut</title><description>{LEAD} {NEXT}</description></item>"), (LEAD, NEXT)),
        Case("a.rss", rss(f"<item><title>Port shut</title><description>{LEAD} {NEXT}</description></item>",
                          "<item><title>Later</title><description> </description></item>"), (LEAD, NEXT)),
        Case("a.rss", rss(f"<item><title>One</title><description>{LEAD}</description></item>",
                          f"<item><title>Two</title><description>{NEXT}</description></item>"), (LEAD,), reports=2),
    ],
    "a short page": [
        Case("a.html", page(f"{NAV}<h1>Port shut</h1><p>{LEAD}</p>"), (LEAD,), MENU),
        Case("a.html", page(f"<header>{NAV}</header><article><div>{LEAD}</div></article><footer>All rights reserved.</footer>"),
             (LEAD,), (*MENU, "rights")),
        Case("a.html", page(f"<table><tr><td>{NAV}</td><td>{LEAD}<br>{NEXT}</td></tr></table>"), (LEAD, NEXT), MENU),
    ],
    "a lead apart from the rest": [
        Case("a.html", page(f"{NAV}<article><h1>Port shut</h1><div class=lead><p>{LEAD}</p></div><div class=share>"
                            f"<a href=/s>Share</a></div><div class=body>{html(*LINES)}</div></article>"),
             (LEAD, *LINES), MENU),
        Case("a.html", page(f"<main><h1>Port shut</h1><h2 class=standfirst>{LEAD}</h2><section>{html(*LINES)}</section></main>"),
             (LEAD, *LINES)),
        Case("a.html", page(f"<div id=story><b>{LEAD}</b><br><br>{'<br><br>'.join(LINES)}</div>{NAV}"), (LEAD, *LINES), MENU),
    ],
    "a list in an article": [
        Case("a.html", page(f"<article><h1>Port shut</h1>{html(*LINES[:4])}<ul>"
                            + "".join(f"<li>{one}</li>" for one in LINES[4:]) + f"</ul><p>{LAST}</p></article>"),
             (*LINES, LAST)),
        Case("a.html", page(f"<article><h1>Port shut</h1>{html(*LINES[:3])}<ol>"
                            + "".join(f"<li><p>{one}</p></li>" for one in LINES[3:]) + "</ol></article>"), tuple(LINES)),
        Case("a.html", page(f"<article><h1>Port shut</h1>{html(*LINES[:5])}<blockquote>{html(NEXT)}</blockquote>"
                            f"{html(*LINES[5:])}</article>"), (*LINES, NEXT)),
    ],
    "the date of a page": [
        Case("a.html", page(html(*ALL), '<meta property="og:article:published_time" content="2031-05-02T10:00:00Z">'),
             said=FEED_DATE),
        Case("a.html", page(html(*ALL), '<script type="application/ld+json">{"@type": ["AnalysisNewsArticle"], '
                            '"datePublished": "2031-05-02T10:00:00Z", "publisher": {"name": "Osten Post"}}</script>'),
             said={**FEED_DATE, "outlet": "Osten Post"}),
        Case("a.html", page(f'<article><time itemprop="datePublished" datetime="2031-05-02T10:00:00Z">2 May</time>'
                            f"{html(*ALL)}</article>"), said=FEED_DATE),
    ],
    "words that are no report": [
        Case("a.html", page(f"<article>{html(*LINES)}</article><section id=comments><h2>Comments</h2>"
                            + html("I never liked that port.", "So true!") + "</section>"), tuple(LINES), ("never liked",)),
        Case("a.html", page(f"<article>{html(*LINES[:4])}<aside class=related><h3>More</h3><a href=/x>Strike at the mill"
                            f"</a></aside>{html(*LINES[4:])}</article>"), tuple(LINES), ("Strike at the mill",)),
        Case("a.html", page(f"<div class=cookie-consent><p>We use cookies and ask for your consent.</p></div>"
                            f"<article>{html(*LINES)}</article>"), tuple(LINES), ("cookies",)),
    ],
    "odd markup": [
        Case("a.html", f"<p>{LEAD}<p>{NEXT}<p>{LAST}"),
        Case("a.html", page(f"<article><p>{LEAD}</p><p>{NEXT}</b></i></p></div></div><p>{LAST}</p></article>")),
        Case("a.html", page(f"<article><p>{LEAD.replace(' ', '&nbsp;', 1)}</p><p>{NEXT.replace('“', '&ldquo;').replace('”', '&rdquo;')}"
                            f"</p><p>{LAST}</p></article>"), (LEAD[8:], NEXT, LAST)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{kind} {number}") for kind, cases in CASES.items()
                                  for number, case in enumerate(cases, 1)])  # fmt: skip
def test_a_further_original_is_read_as_a_person_would(case: Case) -> None:
    data = case.data if isinstance(case.data, bytes) else case.data.encode()
    found = list(read_original(Original(case.name, data=data)))
    reads = [one for one in found if isinstance(one, Read)]
    assert len(reads) == case.reports, [one.reason for one in found if isinstance(one, Failure)]
    report = reads[0].report
    text = " ".join(report.text.split())
    assert [one for one in case.holds if one not in text] == []
    assert [one for one in case.without if one in text] == []
    assert {key: str(getattr(report, key)) for key in case.said} == case.said


def test_there_are_forty_originals_each_kind_in_three_variants() -> None:
    assert {len(cases) for cases in CASES.values()} == {3} and len(CASES) * 3 >= 40
