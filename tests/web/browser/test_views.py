"""Every view in a browser, light and dark, on a telephone and a wide screen: nothing wrong, nothing wider than it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Served, Visit

from sayso.web.views import VIEWS

PLAIN = [view.path for view in VIEWS if "{" not in view.path]
SCREENS = [(1280, "light"), (360, "dark")]
SERIOUS = ("serious", "critical")


def findings(page: Any) -> list[str]:
    """What axe-core finds that keeps people from using a page."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}; {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in SERIOUS]


def first_link(page: Any, beginning: str) -> str:
    """The first link of a page that leads to an address that begins so."""
    found = page.locator(f'main a[href^="{beginning}"]').first.get_attribute("href")
    assert found
    return str(found)


def others(visit: Visit) -> list[str]:
    """An address of each view that needs an id: those that other pages lead to."""
    reports = first_link(visit.go("/reports"), "/reports/")
    someone = first_link(visit.go("/people"), "/people/i")
    claim = first_link(visit.go("/said"), "/claims/")
    event = first_link(visit.go("/events"), "/claims/")
    return [reports, someone, claim, event]


@pytest.mark.parametrize(("which", "width", "scheme"), [("example", *SCREENS[0]), ("made", *SCREENS[-1])])
def test_each_view_is_whole_and_for_everybody(
    visit: Callable[..., Visit], request: pytest.FixtureRequest, which: str, width: int, scheme: str
) -> None:
    served: Served = request.getfixturevalue(which)
    at = visit(served, width=width, color_scheme=scheme)
    wrong = {}
    for path in [*PLAIN, *others(at)]:
        page = at.go(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found = findings(page) + ([f"{wide} pixels wide"] if wide > width else [])
        found += [] if page.locator("h1").count() == 1 else ["no heading, or several"]
        if found:
            wrong[path] = found
    assert wrong == {}


def test_a_dossier_stands_alone_and_is_for_everybody(visit: Callable[..., Visit], example: Served) -> None:
    at = visit(example)
    someone = first_link(at.go("/people?name=Terzo"), "/people/i")
    at.go(f"{someone}/dossier.html")  # a page that waits, until it is worked out
    before = len(at.asked)
    page = at.go(f"{someone}/dossier.html")
    assert [address for address in at.asked[before:] if not address.endswith("/dossier.html")] == []
    assert page.locator("script").count() == 0
    assert findings(page) == []
    assert "SHA-256 of the original" in page.inner_text("main")


@pytest.mark.parametrize("path", ["/map", "/timeline"])
def test_each_mark_of_a_chart_can_be_reached_by_keys_and_leads_somewhere(
    visit: Callable[..., Visit], made: Served, path: str
) -> None:
    at = visit(made)
    page = at.go(path)
    addresses = page.locator("svg a:visible").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert len(addresses) > 5
    page.locator("svg a:visible").first.focus()
    assert page.evaluate("document.activeElement.tagName") == "a"
    page.keyboard.press("Enter")
    page.wait_for_url(made.root + addresses[0])


@pytest.mark.parametrize("path", ["/map", "/timeline"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_label_of_a_chart_lies_on_another_in_the_browser(
    visit: Callable[..., Visit], made: Served, path: str, width: int
) -> None:
    page = visit(made, width=width).go(path)
    boxes = page.locator("figure svg text:visible").evaluate_all(
        """(all) => all.map((text) => [text.textContent, ...(({left, top, right, bottom}) =>
           [left, top, right, bottom])(text.getBoundingClientRect())])"""
    )
    assert len(boxes) > 5
    meeting = []
    for i, (name, left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= width + 0.5, name
        for other, left2, top2, right2, bottom2 in boxes[i + 1 :]:
            # the height of a line is more than that of its letters: a fifth of it may be shared
            if left < right2 and left2 < right and top + 3 < bottom2 and top2 + 3 < bottom:
                meeting.append((name, other))
    assert meeting == []
