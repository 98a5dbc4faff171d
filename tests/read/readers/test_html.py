import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read import Failure, Original, Read, read_original
from sayso.read.readers.html import declared_charset
from sayso.read.readers.html.markup import scan

WORDS = "The harbour master said on Friday that the boats would stay in port until the wind had dropped. "


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article(*paragraphs: str) -> str:
    return page("<article><h1>Boats in port</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>")


def read(source: str | bytes) -> Any:
    data = source if isinstance(source, bytes) else source.encode()
    found = list(read_original(Original("a.html", data=data)))
    assert len(found) == 1
    return found[0]


def check_map(found: Read) -> None:
    report = found.report
    decoded = found.data.decode(report.charset or "utf-8", "replace")
    for start, original, length in report.map:
        assert decoded[original : original + length] == report.text[start : start + length]
    places = [(start, original) for start, original, _ in report.map]
    assert places == sorted(places)


def test_paragraphs_are_parted_by_a_blank_line_and_the_title_is_no_text():
    report = read(article(WORDS, "“We wait,” he said.", WORDS)).report
    assert report.text == f"{WORDS.strip()}\n\n“We wait,” he said.\n\n{WORDS.strip()}"
    assert report.title == "Boats in port" or report.title is None


def test_headings_quotations_items_and_posts_are_paragraphs_of_their_own():
    body = (
        f"<p>{WORDS}</p><h2>A long wait</h2><p>{WORDS}</p><blockquote><p>No boat of mine will go out in this.</p></blockquote>"
        f"<p>{WORDS}</p><ul><li>Nine boats are in the inner port.</li><li>Two boats are at the outer wall.</li></ul>"
        '<blockquote class="twitter-tweet"><p>Still blowing.</p>&mdash; Ana Ruiz (@anaruiz) <a href="#">May 3, 2031</a>'
        f"</blockquote><p>{WORDS}</p>"
    )
    paragraphs = read(
        page(f"<nav><a href='/'>Home</a></nav><article><h1>Boats</h1>{body}</article>")
    ).report.text.split("\n\n")
    assert paragraphs[1] == "A long wait"
    assert "No boat of mine will go out in this." in paragraphs
    assert "Nine boats are in the inner port." in paragraphs
    assert "Still blowing. — Ana Ruiz (@anaruiz) May 3, 2031" in paragraphs
    assert "Home" not in paragraphs


def test_the_map_splits_at_entities_tags_and_white_space():
    found = read(article(f"{WORDS}The  <b>boats</b> &amp; the &ldquo;wind&rdquo;.", WORDS, WORDS))
    assert "The boats & the “wind”." in found.report.text
    check_map(found)
    covered = sum(length for _, _, length in found.report.map)
    assert covered > 0.95 * len(found.report.text.replace("\n", ""))


def test_the_page_tells_of_itself_in_meta_tags_and_linked_data():
    head = (
        '<meta property="og:site_name" content="Port Post"><meta property="og:title" content="Boats &amp; wind">'
        '<link rel="canonical" href="https://post.example/boats"><script type="application/ld+json">'
        '{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-04T06:00:00+01:00",'
        ' "author": [{"name": "Ana Ruiz"}, {"name": "Bo Lind"}]}]}</script>'
    )
    report = read(page(f"<article><p>{WORDS}</p><p>{WORDS}</p></article>", head)).report
    assert (report.outlet, report.title, report.byline) == ("Port Post", "Boats & wind", "Ana Ruiz, Bo Lind")
    assert (report.published, report.published_from) == ("2031-05-04T06:00:00+01:00", "meta")
    assert (report.url, report.lang, report.media) == ("https://post.example/boats", "en", "text/html")


def test_what_a_page_does_not_say_is_empty():
    report = read(page(f"<p>{WORDS}</p><p>{WORDS}</p><p>{WORDS}</p>")).report
    assert (report.outlet, report.byline, report.published, report.url) == (None, None, None, None)


CHARSETS = [
    ("declared", "<meta charset='iso-8859-2'>", "iso-8859-2", "iso8859-2"),
    (
        "declared in the long form",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>",
        "cp1250",
        "cp1250",
    ),
    ("declared wrong, sound UTF-8", "<meta charset='iso-8859-1'>", "utf-8", "utf-8"),
    ("byte order mark", "", "utf-8-sig", "utf-8"),
    ("unknown name", "<meta charset='x-nonsense'>", "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("meta", "charset", "expected"), [c[1:] for c in CHARSETS], ids=[c[0] for c in CHARSETS])
def test_the_charset_is_the_declared_one_unless_the_bytes_say_otherwise(meta, charset, expected):
    body = (
        "<p>Ředitel přístavu řekl v pátek, že lodě zůstanou v přístavu, dokud vítr neutichne, a že nikdo nevypluje.</p>"
    )
    source = f"<html><head>{meta}</head><body><article>{body * 4}</article></body></html>"
    found = read(source.encode(charset))
    assert found.report.charset == expected
    assert "Ředitel přístavu řekl v pátek" in found.report.text
    check_map(found)


def test_a_charset_is_declared_in_the_head_only():
    assert declared_charset(b"<meta charset=koi8-r>") == "koi8-r"
    assert declared_charset(b"x" * 5000 + b"<meta charset=koi8-r>") is None


HOSTILE = {
    "nested": "<div>" * 50_000 + f"<p>{WORDS * 3}</p>" + "</div>" * 50_000,
    "never closed": "<b><i>" * 25_000 + f"<p>{WORDS * 3}",
    "open quotes": '<a href="' * 20_000,
    "only brackets": "<" * 100_000,
    "closing tags": "</div>" * 50_000 + WORDS * 3,
    "items": "<li>" * 50_000,
    "comments": "<!--" * 50_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_or_fail_with_a_reason(source):
    found = read("<html><body>" + source)
    if isinstance(found, Read):
        check_map(found)
    else:
        assert found.reason == "no text of an article in this page"


def test_the_words_of_a_page_nested_50000_deep_are_read():
    assert "The harbour master said on Friday" in read("<html>" + HOSTILE["nested"]).report.text


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02" * 500, b"<html><body></body></html>"])
def test_a_page_without_text_fails_with_a_reason(data):
    found = read(data)
    assert isinstance(found, Failure)
    assert found.reason and found.reader == "html"


pieces = st.sampled_from(
    ["<p>", "</p>", "<div class=x>", "</div>", "<a href='", "'>", "<!--", "-->", "<script>", "</script>", "&amp;", "&#x41;", "&",
     "<br>", "<h2>", "</h2>", "<li>", "<", ">", '"', WORDS, "é", "\u00ad", "\xa0", "\r\n", "<table><tr><td>", "<b>", "</b>"]
)  # fmt: skip
markup = st.lists(st.one_of(pieces, st.text(max_size=8)), max_size=40).map("".join)


@given(markup)
def test_every_run_of_any_markup_says_what_the_page_says(source):
    for block in scan(source).blocks:
        assert block.text and block.text == block.text.strip()
        for start, original, length in block.runs:
            assert source[original : original + length] == block.text[start : start + length]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(markup.map(lambda m: m.encode("utf-8", "surrogatepass")), st.binary(max_size=300)))
def test_any_page_is_read_or_fails_with_a_reason(data):
    for found in read_original(Original("a.html", data=b"<html><body>" + data)):
        if isinstance(found, Read):
            check_map(found)
        else:
            assert "the reader failed" not in found.reason, found.reason


def test_reading_a_page_opens_no_socket(monkeypatch):
    def refuse(*args, **others):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = article(
        WORDS + '<img src="https://post.example/a.png"><iframe src="https://post.example/b"></iframe>', WORDS, WORDS
    )
    assert isinstance(read(source), Read)


@pytest.mark.parametrize(
    "kind", ["ReportageNewsArticle", "AskPublicNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle"]
)
def test_every_kind_of_news_article_tells_of_itself(kind: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "2031-05-04"}}</script>'
    assert read(page(f"<article><p>{WORDS}</p><p>{WORDS}</p></article>", head)).report.published == "2031-05-04"


def test_the_date_stands_under_any_of_its_names() -> None:
    head = '<meta property="og:article:published_time" content="2031-05-04T10:00:00Z">'
    found = read(page(f"<article><p>{WORDS}</p><p>{WORDS}</p></article>", head)).report
    assert found.published == "2031-05-04T10:00:00Z"


SENTENCE = "The minister resigned on Monday, two aides said."


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{SENTENCE}</p>",
        f"<div>{SENTENCE}</div>",
        SENTENCE,
        f"{SENTENCE}<br><br>",
        f"<div class=entry><span>{SENTENCE}</span></div>",
        page(f"<p>{SENTENCE}</p>"),
        page(f"<div>{SENTENCE}</div>"),
        page(f"<nav><a href='/'>Home</a></nav><h1>It is over</h1><div>{SENTENCE}</div><footer>All rights.</footer>"),
    ],
)
def test_one_sentence_is_a_report(source):
    found = read(source)
    assert found.report.text == SENTENCE and found.notes == ()
    check_map(found)


@pytest.mark.parametrize(
    "tag", ['<meta content="1""/>', '<meta name="x" content=1">', "<a title=5' href=/>", '<div class="a"">']
)
def test_a_stray_quotation_mark_in_a_tag_swallows_nothing(tag):
    found = read(page(f"{tag}<p class='lead'>{SENTENCE}</p><p class='next'>{WORDS}</p>"))
    assert SENTENCE in found.report.text and WORDS.strip() in found.report.text


@pytest.mark.parametrize("text", ["He resigned.", "Gone", "“No,” he said"])
def test_few_words_in_a_piece_of_a_page_are_its_text(text):
    assert read(f"<p>{text}</p>").report.text == text


@pytest.mark.parametrize("text", ["Please enable JavaScript", "Loading", "Log in to read on"])
def test_a_page_that_shows_no_sentence_is_a_failure(text):
    assert read(page(f"<div>{text}</div>")).reason == "no text of an article in this page"


def told(*, body: str = "", marked: str = "", linked: str = "") -> Read:
    data = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{linked}"}}</script>'
        if linked
        else ""
    )
    held = f'<div itemprop="articleBody">{marked}</div>' if marked else ""
    return read(page(f"<main><h1>Boats</h1>{body}{held}</main>", head=data))


LONG = [f"{who} said on {day} that the {what} would stay shut until the wind had dropped, and that nobody had been paid."
        for who, day, what in zip("Ana Ben Cem Dan Eva Fay Gil Hal Ida Jon Kit Leo".split(), ["Monday", "Friday"] * 6,
                                  "port mill road bank yard dock lock shop ward hall gate pier".split(), strict=True)]  # fmt: skip


@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_what_the_page_marks_as_its_article_is_kept_whole(tag, monkeypatch):
    monkeypatch.setattr("sayso.read.readers.html._extracted", lambda *_, **__: LONG[8:])
    text = told(marked="".join(f"<{tag}>{line}</{tag}>" for line in LONG)).report.text
    assert all(line in text for line in LONG)


def test_a_lead_that_the_page_s_linked_data_holds_is_kept(monkeypatch):
    monkeypatch.setattr("sayso.read.readers.html._extracted", lambda *_, **__: LONG[9:])
    far = "<ul><li><a href='/'>More</a></li></ul>" * 12
    body = "<div><section>" + "".join(f"<p>{line}</p>" for line in LONG[:9]) + f"</section></div>{far}<div>"
    found = told(body=body + "".join(f"<p>{line}</p>" for line in LONG[9:]) + "</div>", linked=" ".join(LONG))
    assert all(line in found.report.text for line in LONG[:9])


def test_a_page_of_which_much_is_left_out_says_so(monkeypatch):
    monkeypatch.setattr("sayso.read.readers.html._extracted", lambda *_, precise: [WORDS * 3] if precise else LONG * 2)
    found = read(page(f"<article><h1>Boats</h1><p>{WORDS * 3}</p></article>"))
    assert found.notes == (f"kept 54 of {len(' '.join(LONG * 2).split())} words of the page",)


@pytest.mark.parametrize(("style", "says"), [("display: none", True), ("color: red", False)])
def test_words_that_a_page_hides_are_no_text_and_are_told(style, says):
    more = f"<div style='{style}'><p>Choose what of your own screens we may write down.</p></div>" * 60
    found = read(page("<article><h1>Boats</h1>" + "".join(f"<p>{line}</p>" for line in LONG) + "</article>" + more))
    assert any("which hides 600 of them" in note for note in found.notes) == says
    assert not (says and "own screens" in found.report.text)
