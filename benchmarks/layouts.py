"""Pages to print: an article laid out as papers do it, in one, two and three columns.

Each layout is a way of writing HTML; what must come out of its PDF again is `Article.words`, in that order.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

CAPTION: Final = "The bridge over the Tarn in early spring, seen from the northern bank. Photo: our archive"
SUBHEADS: Final = (
    "What was promised",
    "A winter of waiting",
    "No word from the border",
    "The days before",
    "Next steps",
)
PICTURE: Final = (
    '<svg width="{w}" height="{h}" viewBox="0 0 10 6" preserveAspectRatio="none">'
    '<rect width="10" height="6" fill="#bbb"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Article:
    """What is printed: a title and paragraphs."""

    title: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, title: str, text: str) -> Article:
        """The article of a plain text whose paragraphs are parted by blank lines."""
        return cls(title, tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()))


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to lay out an article.

    columns   that most of the text stands in
    body      article -> the HTML inside <body>, and the text that a reader must find there, in order
    options   of the printing
    """

    name: str
    columns: int
    css: str
    body: Callable[[Article], tuple[str, str]]
    options: Mapping[str, Any] = field(default_factory=dict)

    def page(self, article: Article) -> tuple[str, str]:
        """(a whole HTML page, the text that must come out)."""
        body, text = self.body(article)
        head = f"<meta charset=utf-8><title>{html.escape(article.title)}</title><style>{self.css}</style>"
        return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>", text


def plain(article: Article) -> tuple[str, str]:
    """A heading and paragraphs."""
    parts = "".join(f"<p>{html.escape(p)}</p>" for p in article.paragraphs)
    return f"<h1>{html.escape(article.title)}</h1><main>{parts}</main>", _text(article.title, *article.paragraphs)


def parted(article: Article) -> tuple[str, str]:
    """The same with soft hyphens in all longer words."""
    parts = "".join(f"<p>{with_soft_hyphens(html.escape(p, quote=False))}</p>" for p in article.paragraphs)
    text = _text(article.title, *article.paragraphs)
    return f"<h1>{html.escape(article.title)}</h1><main>{parts}</main>", text


def rich(article: Article) -> tuple[str, str]:
    """Drop cap, picture with caption, headings, links, bold words, a quotation set apart, spaces that do not break."""
    out, said = [], []
    for number, paragraph in enumerate(article.paragraphs):
        if number and number % 4 == 0:
            heading = SUBHEADS[number // 4 % len(SUBHEADS)]
            out.append(f"<h2>{heading}</h2>")
            said.append(heading)
        words = html.escape(paragraph).replace(" of ", "&nbsp;of ")
        if number % 3 == 1:
            words = re.sub(r"([A-Z]\w+ \w+)", r"<a href='https://example.org/\1'>\1</a>", words, count=2)
        if number % 5 == 2:
            words = f"<b>{words[:20]}</b>{words[20:]}" if "&" not in words[:24] and "<" not in words[:24] else words
        kind = "blockquote" if number % 6 == 5 else "p"
        out.append(f"<{kind}>{words}</{kind}>")
        said.append(paragraph)
        if number == 1:
            out.append(f"<figure>{PICTURE.format(w='100%', h=120)}<figcaption>{CAPTION}</figcaption></figure>")
            said.append(CAPTION)
    byline = "By Ana Brandt, Haldmark"
    head = f"<h1>{html.escape(article.title)}</h1><div class=byline>{byline}</div>"
    return f"{head}<main>{''.join(out)}</main>", _text(article.title, byline, *said)


def with_heading_across(article: Article) -> tuple[str, str]:
    """Columns that a heading interrupts half way."""
    middle = max(1, len(article.paragraphs) // 2)
    halves = (article.paragraphs[:middle], article.paragraphs[middle:])
    one, two = ("".join(f"<p>{html.escape(p)}</p>" for p in half) for half in halves)
    head = f"<h1>{html.escape(article.title)}</h1>"
    return (
        f"{head}<main>{one}<h2>{SUBHEADS[0]}</h2>{two}</main>",
        _text(article.title, *halves[0], SUBHEADS[0], *halves[1]),
    )


def with_soft_hyphens(text: str) -> str:
    """Soft hyphens (U+00AD) where a long word may be parted, between two consonants or before one and a vowel."""

    def part(match: re.Match[str]) -> str:
        word = match[0]
        return re.sub(r"(?<=\w\w[aeiou])(?=[b-df-hj-np-tv-z][aeiou]\w\w)", "\u00ad", word)

    return re.sub(r"(?<![&\w])[A-Za-z]{7,}(?!;)", part, text)


def _text(*parts: str) -> str:
    return "\n\n".join(parts)


JUSTIFIED: Final = "text-align:justify;hyphens:manual;"
RICH: Final = (
    "main>p:first-of-type::first-letter{font-size:3.2em;float:left;line-height:.8;padding-right:.06em}"
    "figure{margin:0 0 1em 1em}figcaption{font-size:.75em}blockquote{font-style:italic;margin:1em 2em}"
    ".byline{font-size:.8em;letter-spacing:.06em}h1{text-transform:none;line-height:1.1}"
)
NUMBERED: Final = {
    "header": True,
    "headerTemplate": "<span></span>",
    "footerTemplate": "<div style='font-size:8px;width:100%;text-align:center'>Page <span class=pageNumber></span>"
    " of <span class=totalPages></span></div>",
}
RUNNING: Final = {
    "header": True,
    "headerTemplate": "<div style='font-size:9px;width:100%;padding:0 3em'>The Valley Post · Evening edition</div>",
    "footerTemplate": "<div style='font-size:9px;width:100%;text-align:right;padding:0 3em'>All rights reserved"
    " · <span class=pageNumber></span></div>",
    "marginTop": 0.9,
    "marginBottom": 0.9,
}
A4: Final = {"paperWidth": 8.27, "paperHeight": 11.69}

LAYOUTS: Final = (
    Layout("plain", 1, "", plain, {"header": True}),
    Layout("serif", 1, f"body{{font:11pt 'DejaVu Serif'}}p{{{JUSTIFIED}}}", parted, {**RUNNING, **A4}),
    Layout("sans", 1, f"body{{font:10.5pt 'DejaVu Sans'}}p{{margin:0;text-indent:1.5em;{JUSTIFIED}}}", plain, NUMBERED),
    Layout("rich", 1, f"body{{font:12pt 'Liberation Serif','DejaVu Serif'}}{RICH}", rich, {"header": True}),
    Layout("float", 1, f"body{{font:11pt 'DejaVu Sans'}}{RICH}figure{{float:right;width:40%}}", rich, A4),
    Layout("large", 1, "body{font:17pt/1.8 'DejaVu Sans';margin:2em 5em}h1{letter-spacing:1px}", plain, {"scale": 0.9}),
    Layout("two", 2, f"main{{column-count:2;column-gap:2em;{JUSTIFIED}}}", plain, {"header": True}),
    Layout(
        "paper", 2,
        f"body{{font:9pt 'DejaVu Serif'}}main{{column-count:2;column-gap:1.2em;column-rule:1px solid;{JUSTIFIED}}}"
        f"p{{margin:0;text-indent:1em}}", parted, {**RUNNING, **A4},
    ),
    Layout("rich two", 2, f"body{{font:10pt 'DejaVu Sans'}}main{{column-count:2;{JUSTIFIED}}}{RICH}", rich, NUMBERED),
    Layout(
        "across", 2, f"main{{column-count:2;{JUSTIFIED}}}h2{{column-span:all}}", with_heading_across, {"header": True}
    ),
    Layout(
        "three", 3,
        f"body{{font:9pt 'DejaVu Serif'}}main{{column-count:3;column-gap:1.5em;{JUSTIFIED}}}", parted, RUNNING
    ),
)  # fmt: skip
