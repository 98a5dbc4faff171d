"""Five questions that people come with, each answered in at most three clicks from the first page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from browsing import Served, Visit

from sayso.case import Case

MOST_CLICKS = 3


class Clicks:
    """A page from the first one on, with the clicks that were made in it."""

    def __init__(self, at: Visit) -> None:
        self.at, self.page, self.made = at, at.go("/"), 0

    def on(self, link: Any) -> Any:
        """Click; what is being worked out is waited for."""
        self.made += 1
        assert self.made <= MOST_CLICKS
        return self.at.follow(link)

    def menu(self, name: str) -> Any:
        """Choose a view."""
        return self.on(self.page.get_by_role("navigation", name="Views").get_by_role("link", name=name, exact=True))


@pytest.fixture
def clicks(visit: Callable[..., Visit], example: Served) -> Clicks:
    return Clicks(visit(example))


def needs(method: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not hasattr(Case, method), reason=f"this version knows no {method} of a case")


def test_what_halim_terzo_says_about_the_front(clicks: Clicks) -> None:
    """By name: he calls it "the wreckers" himself, which is for a reviewer to say; until then the list says it so."""
    page = clicks.on(clicks.page.locator("main").get_by_role("link", name="Halim Terzo", exact=True).first)
    whom = page.locator("main ul.flow a", has_text=re.compile("Front|wreckers")).first
    name = whom.inner_text()
    count = int(whom.locator("xpath=..").inner_text().rsplit(maxsplit=1)[-1])  # it stands behind the name
    page = clicks.on(whom)
    assert page.locator("h1").inner_text() == f"Halim Terzo on {name}"
    said = page.locator("main article.item blockquote").all_inner_texts()
    assert len(said) == count >= 1  # just those that the list counted
    assert all(re.search("Front|wreckers", words) for words in said)


@needs("figures")
def test_who_says_3400_and_where_it_came_from(clicks: Clicks) -> None:
    page = clicks.menu("Figures")
    row = page.locator("main tbody tr", has_text="3,400").first
    page = clicks.on(row.locator("a").first)
    told = page.locator("main tbody tr", has_text="3,400")
    assert told.count() >= 2  # several reports, each with its whole chain
    assert any("›" in words or " > " in words for words in told.locator(".chain").all_inner_texts())
    first = told.first.locator("a[href^='/reports/']").first
    assert "3,400" in clicks.on(first).locator(".text").inner_text()


@needs("figures")
def test_which_numbers_conflict(clicks: Clicks) -> None:
    page = clicks.menu("Figures")
    conflicting = page.locator("main tbody td.conflict")
    assert conflicting.count() >= 1
    page = clicks.on(page.locator("main tbody tr", has=page.locator("td.conflict")).first.locator("a").first)
    assert page.locator("main tbody th.conflict").count() >= 2
    assert page.locator("figure svg .conflict:visible").count() >= 2


@needs("labels")
def test_who_calls_the_front_what(clicks: Clicks) -> None:
    page = clicks.menu("Labels")
    page = clicks.on(page.locator("main p a", has_text=re.compile("Front")).first)
    matrix = page.locator("table.matrix:visible")
    assert matrix.locator("tbody th").count() >= 1 and matrix.locator("tbody td a").count() >= 1
    rows = page.locator("main table:not(.matrix) tbody tr")
    assert rows.count() >= 1 and "Front" in rows.first.inner_text()
    page = clicks.on(rows.first.locator("a[href^='/reports/']").first)
    assert "Front" in page.locator(".text").inner_text()


@needs("accounts")
def test_which_accounts_have_at_least_two_independent_origins(clicks: Clicks) -> None:
    page = clicks.menu("Accounts")
    page.get_by_label("Origins").select_option("2")
    page = clicks.on(page.get_by_role("button", name="Narrow"))
    counts = [int(found) for words in page.locator("article.item .meta").all_inner_texts()
              for found in re.findall(r"of (\d+) origin", words)]  # fmt: skip
    assert counts and min(counts) >= 2
    page = clicks.on(page.locator("article.item a").first)
    assert page.get_by_role("heading", name=re.compile("Origin ")).count() >= 2
