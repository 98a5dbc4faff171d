"""What readers do: search, follow a claim to its evidence, take the table with them, narrow what is drawn."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, Visit

from sayso.case import Case

RELATIONS = pytest.mark.skipif(not hasattr(Case, "relations"), reason="this version knows no relations of a case")


def saved(at: Visit, link: Any) -> str:
    """What a link that saves a file saves."""
    with at.page.expect_download() as download:
        link.click()
    path: Path = download.value.path()
    return path.read_text(encoding="utf-8")


def counted(page: Any) -> int:
    """How many there are of all, as the first count of a page says."""
    words = page.locator("main .count").first.inner_text()
    found = re.search(r"(?:of )?([\d,]+),? (?:chosen )?by", words)
    assert found, words
    return int(found[1].replace(",", ""))


def test_a_statement_leads_to_its_sentence_its_place_and_its_original(
    visit: Callable[..., Visit], example: Served
) -> None:
    at = visit(example)
    page = at.go("/said?who=Terzo")
    first = page.locator("article.item").first
    said = first.locator("mark").first.inner_text()
    first.get_by_role("link", name="to cite").click()
    assert said in page.locator("main blockquote").first.inner_text()
    assert "SHA-256 of the original" in page.inner_text("main")
    page.get_by_role("link", name="See it in the text").click()
    place = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert place.is_visible()  # the folded list of what was found is open
    assert " ".join(said.split())[:20] in " ".join(place.inner_text().split())
    page.get_by_text("Where it is from").click()
    assert len(saved(at, page.get_by_role("link", name="save it"))) > 200


def test_a_mark_in_the_text_leads_to_its_chain_in_one_click(visit: Callable[..., Visit], example: Served) -> None:
    page = visit(example).go("/reports")
    page.locator("main tbody a[href^='/reports/']").first.click()
    mark = page.locator(".text a.m-content").first
    mark.click()
    one = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert one.is_visible() and one.locator(".chain").count() >= 1


def test_search_finds_words_and_marks_them(visit: Callable[..., Visit], example: Served) -> None:
    page = visit(example).go("/")
    page.get_by_role("searchbox").first.fill("camp closed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    found = page.locator("#reports ~ *, article.item mark").all_inner_texts()
    assert found and {"camp"} <= {words.casefold() for words in page.locator("article.item mark").all_inner_texts()}
    page.go_back()
    page.get_by_role("searchbox").first.fill("nothingofthekind")
    page.keyboard.press("Enter")
    assert "No report holds all these words" in page.locator(".empty").last.inner_text()


@pytest.mark.parametrize("path", ["/said", "/events?type=ALL", "/reports", "/map", "/timeline"])
def test_a_table_leaves_with_as_many_rows_as_the_page_counts(
    visit: Callable[..., Visit], made: Served, path: str
) -> None:
    at = visit(made)
    page = at.go(path)
    counts = page.locator("main .count").all_inner_texts()
    total = max(int(n.replace(",", "")) for words in counts for n in re.findall(r"(?:^|of )([\d,]+)", words))
    link = page.locator("footer a[href*='.csv']").first
    rows = list(csv.reader(saved(at, link).splitlines(keepends=True)))
    assert len(rows) - 1 == total > 0
    name, _, query = path.partition("?")
    answer = at.context.request.get(f"{made.root}{name}.json" + (f"?{query}" if query else ""))
    assert answer.status == 200
    held = json.loads(answer.text())
    assert held["total"] == total == len(held["rows"])


def test_a_circle_of_the_map_leads_to_where_the_place_is_named(visit: Callable[..., Visit], made: Served) -> None:
    page = visit(made).go("/map")
    circle = page.locator("svg a.place:visible").first
    name, count = re.match(r"(.+): ([\d,]+)", circle.get_attribute("aria-label")).groups()
    circle.click()
    assert page.locator("h1").inner_text() == name
    assert page.locator("article.item").count() == min(int(count), 50)
    assert all(name in words for words in page.locator("article.item blockquote").all_inner_texts())


def test_a_bar_of_the_timeline_leads_to_the_events_of_its_time(visit: Callable[..., Visit], made: Served) -> None:
    page = visit(made).go("/timeline")
    bar = page.locator("figure.chart-density svg a:visible").last
    time = bar.get_attribute("aria-label").partition(":")[0]
    bar.click()
    page.wait_for_url("**first=*")
    assert f"first={time[:3]}" in page.url
    assert page.locator("figure.chart-timeline svg a:visible").count() > 0


@RELATIONS
def test_the_network_is_filtered_by_voice_and_sign_and_leads_to_its_claims(
    visit: Callable[..., Visit], made: Served
) -> None:
    page = visit(made).go("/relations")
    everybody = page.locator("svg a.tie:visible").count()
    page.locator("select[name=by]").select_option("Ostrany Herald")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**by=Ostrany*")
    ones = page.locator("svg a.tie:visible").count()
    assert 0 < ones < everybody
    page.locator("select[name=sign]").select_option("against")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**sign=against*")
    kinds = page.locator("svg path.edge:visible").evaluate_all("(all) => all.map((one) => one.getAttribute('class'))")
    assert set(kinds) == {"edge against"} and len(kinds) < ones
    edge = page.locator("svg a.tie:visible").first
    holder = edge.get_attribute("aria-label").partition(" is against ")[0]
    edge.click()
    page.wait_for_url("**holder=*")
    rows = page.locator("main tbody tr")
    assert rows.count() >= 1 and holder.rstrip("…") in rows.first.inner_text()
    graph = at_graph(page, made)
    assert graph.count("<edge ") >= 1 and "graphml.graphdrawing.org" in graph


def at_graph(page: Any, served: Served) -> str:
    answer = page.context.request.get(served.root + "/relations.graphml")
    assert answer.status == 200
    return str(answer.text())


def test_reading_works_without_scripts(browser: Any, example_file: Path) -> None:
    with Served(example_file, "--read-only") as served:
        at = Visit(browser, served, java_script_enabled=False)
        page = at.enter(served.address)
        page.locator("main a[href^='/said?who=']").first.click()
        assert page.locator("article.item blockquote").count() > 0
        page.locator("article.item a[href^='/claims/']").first.click()
        page.get_by_role("link", name="See it in the text").click()
        assert page.locator(".text").inner_text()
        assert at.away() == []
        at.close()
