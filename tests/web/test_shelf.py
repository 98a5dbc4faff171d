"""Pages that are held: the same page again until the case changes, with each reader's own token and name."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pages import visit

from sayso.case import open_case
from sayso.web.app import Pages
from sayso.web.drawing import draw
from sayso.web.shelf import MAX_SHARE, PageShelf

Serve = Callable[..., Pages]
WAITS = "What is in conflict is being worked out"


def test_a_page_is_drawn_once_until_the_case_changes(served: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = served()
    visitor = visit(pages)
    drawn: list[str] = []

    def draws(template: str, context: Mapping[str, Any]) -> str:
        drawn.append(template)
        return draw(template, context)

    monkeypatch.setattr("sayso.web.app.draw", draws)
    first = visitor.get("/reports").text
    assert visitor.get("/reports").text == first
    assert drawn == ["reports.html"]
    assert visitor.get("/reports", page="2").text != first
    assert len(drawn) == 2
    with open_case(pages.handles.path) as case:
        row = next(case.reports())
        case.judge("set", [row.id], {"outlet": "The Quarry Post"})
    assert "The Quarry Post" in visitor.get("/reports").text
    assert len(drawn) == 3


def test_each_reader_has_a_token_and_a_name_of_their_own(served: Serve) -> None:
    pages = served()
    one, other = visit(pages), visit(pages)
    with open_case(pages.handles.path) as case:
        report = next(case.reports()).id
    for visitor, name in ((one, "Ann <b>"), (other, "Ben")):
        visitor.post("/name", {"token": visitor.token(), "name": name, "back": "/"})
        visitor.get("/")  # where it is told that the name is noted
    mine, theirs = one.token(), other.token()
    shown = [visitor.get(f"/reports/{report}").text for visitor in (one, other)]
    assert mine != theirs
    assert mine in shown[0] and mine not in shown[1]
    assert theirs in shown[1] and theirs not in shown[0]
    assert "Ann &lt;b&gt;" in shown[0] and "Ann" not in shown[1]
    assert pages.shelf.token not in "".join(shown) and pages.shelf.by not in "".join(shown)


def test_what_a_deed_did_is_told_once(served: Serve) -> None:
    visitor = visit(served())
    report = visitor.get("/reports.json").json()["rows"][0]["id"]
    before = visitor.get(f"/reports/{report}").text
    fields = {"token": visitor.token(), "verb": "note", "subject": report, "value": "look again"}
    visitor.post("/judge", fields | {"back": f"/reports/{report}"}, follow=False)
    assert "Judgement j1" in visitor.get(f"/reports/{report}").text
    assert "Judgement j1" not in visitor.get(f"/reports/{report}").text
    assert "Judgement j1" not in before


def test_a_shelf_holds_no_more_than_it_may() -> None:
    shelf = PageShelf(most=MAX_SHARE * 10)
    shelf.put("too large", "x" * 11)
    assert shelf.find("too large") is None
    for number in range(MAX_SHARE):
        shelf.put(number, "x" * 10)
    assert shelf.find(0) == "x" * 10
    shelf.put("new", "x" * 10)
    assert shelf.find(1) is None
    assert shelf.find(0) is not None and shelf.find("new") is not None


def test_a_page_that_waits_for_something_is_not_held(served: Serve) -> None:
    pages = served()
    visitor = visit(pages)
    assert WAITS in visitor.get("/").text
    for _ in range(600):
        if pages.held.latest("accounts at first") is not None:
            break
        time.sleep(0.05)
    assert WAITS not in visitor.get("/").text
