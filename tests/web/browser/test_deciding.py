"""Judging in the browser: two are made one and parted again, a statement is rejected, and every page heeds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, Visit
from read_lightly import light_reading

from sayso.case import open_case
from sayso.values.report import Report

ASKED = 120  # times, half a second apart
SAID = (
    ("Ibrahim Qazem said that the camp would be closed.", "Ostrany Herald"),
    ("Ebrahim Ghazem said that rain fell.", "Velmar Courier"),
    ("Rosa Aldo said that talks go on.", "Isles Broadcasting"),
)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A case of three short reports in which one name is written in two ways."""
    file = tmp_path / "names.sayso"
    with open_case(file, create=True) as case:
        for day, (text, outlet) in enumerate(SAID, 1):
            case.add(light_reading(Report.of(text, outlet=outlet, published=f"2031-05-0{day}", lang="en")))
    with Served(file) as running:
        yield running


def names(at: Visit) -> set[str]:
    """Those whom the list of persons and bodies holds."""
    page = at.go("/people")
    return set(page.locator("main tbody th[scope=row] a").all_inner_texts())


def test_two_are_made_one_in_the_review_and_parted_again_by_undo(visit: Callable[..., Visit], served: Served) -> None:
    at = visit(served)
    assert names(at) == {"Ibrahim Qazem", "Ebrahim Ghazem", "Rosa Aldo"}
    page = at.go("/review")
    assert "0." not in page.locator("main .sides").inner_text()  # how sure the program is stays hidden
    page.get_by_label("Why they are the same").fill("one name in two spellings")
    page.get_by_role("button", name="The same (s)", exact=True).click()
    page.wait_for_selector(".told-now")
    assert "judgement" in page.locator(".told-now").inner_text().casefold()
    assert len(names(at)) == 2
    page = at.go("/review")
    assert "No pair waits" in page.locator("main").inner_text()  # nothing is asked twice
    page = at.go("/judgements")
    assert "one name in two spellings" in page.locator("main tbody").inner_text()
    page.get_by_role("button", name="Undo").first.click()
    page.wait_for_load_state()
    assert names(at) == {"Ibrahim Qazem", "Ebrahim Ghazem", "Rosa Aldo"}


def test_the_review_is_worked_by_keys(visit: Callable[..., Visit], served: Served) -> None:
    at = visit(served)
    page = at.go("/review")
    page.keyboard.press("d")
    page.wait_for_selector(".told-now")
    assert "No pair waits" in page.locator("main").inner_text()
    with page.expect_navigation():
        page.keyboard.press("u")
    comes_back(at, "/review", "Are these one?")


def test_statements_are_checked_by_keys(visit: Callable[..., Visit], served: Served) -> None:
    at = visit(served)
    page = at.go("/review/statements")
    assert "Statement 1 of 3" in page.locator("main").inner_text()
    first = page.locator("article.asked blockquote").inner_text()
    page.keyboard.press("k")
    page.wait_for_url("**skip=1*")
    assert page.locator("article.asked blockquote").inner_text() != first
    page = at.go("/review/statements")
    page.keyboard.press("y")
    page.wait_for_selector(".told-now")
    assert "Statement 1 of 2" in page.locator("main").inner_text()
    page.keyboard.press("n")
    page.get_by_text("Statement 1 of 1").wait_for()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "Statement 1 of 2" in at.go("/review/statements").locator("main").inner_text()
    assert page.locator("article.asked blockquote").inner_text() != first


def test_what_is_rejected_leaves_every_page(visit: Callable[..., Visit], served: Served) -> None:
    at = visit(served)
    page = at.go("/said?who=Aldo")
    page.get_by_role("link", name="to cite").click()
    page.get_by_role("button", name="Wrong", exact=True).click()
    page.wait_for_selector(".told-now")
    assert "A person has rejected this" in page.locator("main").inner_text()
    page = at.go("/said?who=Aldo")
    assert page.locator("article.item").count() == 0
    page = at.go("/search?q=talks")
    assert "No statement holds these words" in page.locator("main").inner_text()


def comes_back(at: Visit, path: str, words: str) -> None:
    """Open a page until it says so: what takes long is worked out anew behind it."""
    for _ in range(ASKED):
        if words in at.go(path).locator("main").inner_text():
            return
        at.page.wait_for_timeout(500)
    raise AssertionError(f"{path} does not say {words!r}")


def test_a_form_from_elsewhere_changes_nothing(browser: Any, served: Served, tmp_path: Path) -> None:
    at = Visit(browser, served)
    at.enter(served.address)
    report = at.go("/reports").locator("main tbody a[href^='/reports/']").first.get_attribute("href")
    form = (
        f'<form method="post" action="{served.root}/judge"><input name="verb" value="erase">'
        f'<input name="subject" value="{report.rpartition("/")[2]}"><button>Win</button></form>'
    )
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_text(f"<!doctype html><title>x</title>{form}", encoding="utf-8")
    page = at.context.new_page()
    page.goto(elsewhere.as_uri())
    page.get_by_role("button", name="Win").click()
    page.wait_for_load_state()
    assert at.go("/reports").locator("main tbody tr").count() == 3
    assert "Nobody has decided anything" in at.go("/judgements").locator("main").inner_text()
    at.close()
