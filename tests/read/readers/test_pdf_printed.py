"""Articles that a browser printed come back as they were: text, order and places. Needs chromium, which CI must have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.chromium import Chromium, find_chromium
from benchmarks.layouts import LAYOUTS, Article
from benchmarks.tasks.pdf_text import boxes_right, own_articles, paragraphs_f1, runs_f1
from sayso.read import Original, Read, read_original
from sayso.values.report import Report

pytestmark = pytest.mark.slow

NEEDED = 0.99, 0.95  # F1 over runs of four words, one column and more
FEW = ("plain", "sans", "rich", "paper", "rich two", "three")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if find_chromium() is None and not os.environ.get("CI"):
        pytest.skip("no chromium here, so nothing can be printed; Debian: apt install chromium fonts-dejavu-core")
    with Chromium() as made:  # raises where CI has none
        yield made


@pytest.fixture(scope="module")
def long_article(root: Path) -> Article:
    return own_articles(root / "examples" / "tarn-bridge" / "gold")[-1]


def report_of(data: bytes) -> Report:
    (found,) = read_original(Original("printed.pdf", data=data))
    assert isinstance(found, Read), found
    return found.report


@pytest.mark.parametrize("name", FEW)
def test_a_printed_article_comes_back(browser: Chromium, long_article: Article, name: str) -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == name)
    page, wanted = layout.page(long_article)
    data = browser.print(page, **layout.options)
    report = report_of(data)
    assert runs_f1(report.text, wanted) >= NEEDED[layout.columns > 1]
    assert paragraphs_f1(report.text, wanted) >= 0.9
    assert boxes_right(report, data) == 1.0
    assert (report.title, report.media) == (long_article.title, "application/pdf")
    assert len({page for _, _, page, *_ in report.boxes}) > 1, "it should go over several pages"
    assert "\u00ad" not in report.text and "\u2010" not in report.text


def test_what_the_browser_puts_in_the_margins_is_no_text(browser: Chromium) -> None:
    article = Article("Camp to close", ("The envoy said so on Friday.", "Nobody else did."))
    layout = next(layout for layout in LAYOUTS if layout.name == "plain")
    report = report_of(browser.print(layout.page(article)[0], header=True))
    assert report.text == "Camp to close\n\nThe envoy said so on Friday.\n\nNobody else did."
    assert report.url is None, "a file's address is nobody's"


def test_a_table_in_a_page_keeps_its_rows_and_a_list_its_items(browser: Chromium) -> None:
    page = """<!doctype html><title>Count</title><style>td,th{width:9em;text-align:left}</style><h1>Counting heads</h1>
    <p>People counted by the mission:</p><table><tr><th>Camp<th>May<th>June<tr><td>Tarn Bridge<td>3,400<td>3,150
    <tr><td>Sorvane<td>210<td>195</table><p>What is asked for:</p><ol><li>a doctor<li>a lawyer</ol>"""
    report = report_of(browser.print(page))
    assert "Camp\tMay\tJune\nTarn Bridge\t3,400\t3,150\nSorvane\t210\t195\n\nWhat is asked for:" in report.text
    assert report.text.split("\n\n")[-2:] == ["1. a doctor", "2. a lawyer"]
