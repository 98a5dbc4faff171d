"""What the pages show: the same as the commands, in pages that say how much there is, and as data at the same address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pages import Answer, Visitor, visit

from sayso.case import open_case
from sayso.web.app import Pages
from sayso.web.views import VIEWS

Serve = Callable[..., Pages]
LISTS = {
    "/reports": "reports", "/said": "statements", "/events": "events", "/timeline": "events", "/people": "people",
    "/speakers": "speakers", "/outlets": "outlets", "/copies": "copies", "/failures": "failures", "/log": "log",
    "/judgements": "judgements", "/search": "reports",
}  # fmt: skip
COUNT = re.compile(r"\b(?:none|([\d,]+)(?:, by| to [\d,]+ of ([\d,]+)| of ([\d,]+), chosen by))")


def rows_of(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def told(answer: Answer) -> int:
    """The count that a page tells first: "50 of 359, chosen by ..."."""
    found = COUNT.search(answer.words)
    assert found, answer.words
    return int(next((group for group in (found[3], found[2], found[1]) if group), "0").replace(",", ""))


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_the_same_on_its_page_in_json_and_in_csv(visitor: Visitor, path: str) -> None:
    asked: dict[str, Any] = {"q": "camp"} if path == "/search" else {}
    asked |= {"type": "ALL"} if path == "/events" else {}
    page = visitor.get_when_ready(path, **asked)
    assert page.status == 200
    data = visitor.get(f"{path}.json", **asked).json()
    rows = rows_of(visitor.get(f"{path}.csv", **asked))
    assert data["list"] == LISTS[path]
    assert len(rows) == data["total"] == len(data["rows"])
    if path != "/search":  # there the statements come first
        assert told(page) == data["total"]
    for row, held in zip(rows, data["rows"], strict=True):
        assert all(name in row for name in held)


def test_every_view_without_a_part_in_its_address_is_there(visitor: Visitor) -> None:
    for view in VIEWS:
        if "{" not in view.path:
            answer = visitor.get_when_ready(view.path)
            assert answer.status == 200, view.path
            assert "<h1" in answer.text


def test_all_links_of_all_pages_lead_somewhere(visitor: Visitor) -> None:
    seen: dict[str, int] = {}
    waiting = ["/"]
    anchors: set[tuple[str, str]] = set()
    while waiting and len(seen) < 150:
        path = waiting.pop(0)
        if path in seen:
            continue
        answer = visitor.get_when_ready(path)
        seen[path] = answer.status
        assert answer.status == 200, path
        for _, href in answer.links:
            there, _, anchor = href.partition("#")
            if anchor and there in ("", path) and anchor != "main":
                anchors.add((path, anchor))
                assert f'id="{anchor}"' in answer.text, (path, anchor)
            waiting += [there] if there.startswith("/") else []
    assert len(seen) == 150 and anchors


def test_the_pages_of_a_list_hold_each_row_once(visitor: Visitor) -> None:
    ids: list[str] = []
    path = "/said?per=40"
    while path:
        answer = visitor.get(path)
        ids += re.findall(r'<article class="item" id="([^"]+)"', answer.text)
        path = next((href for words, href in answer.links if words == "Further rows"), "")
    total = visitor.get("/said.json").json()["total"]
    assert len(ids) == len(set(ids)) == total > 200


def test_a_page_behind_the_last_one_is_the_last_one(visitor: Visitor) -> None:
    last = visitor.get("/said", page=100_000)
    assert last.status == 200 and "page 1 of" not in last.words and "Further rows" not in last.words


@pytest.mark.parametrize(
    ("path", "asked", "told_words"),
    [
        ("/said", {"since": "yesterday"}, "no date"), ("/said", {"who": "..."}, "no word"),
        ("/events", {"type": "NONE"}, "expected one of"), ("/events", {"state": "maybe"}, "state"),
        ("/events", {"first": "2031", "last": "2030"}, "earlier date first"), ("/said", {"page": "-1"}, "a number from 1"),
        ("/said", {"per": "5000"}, "a number from 1 to 200"), ("/said", {"about": "x" * 501}, "at most 500"),
        ("/copies", {"least": "all"}, "expected one of"), ("/people", {"schema": "Cat"}, "expected one of"),
        ("/said.csv", {"list": "nothing"}, "expected one of"), ("/said.json", {"since": "2031-13"}, "no date"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(visitor: Visitor, path: str, asked: dict[str, str], told_words: str) -> None:
    answer = visitor.get_when_ready(path, **asked)
    assert answer.status == 400 and told_words in answer.words


@pytest.mark.parametrize("path", ["/reports/0123456789abcdef", "/claims/0123456789abcdef/a0", "/people/i000000000000",
                                  "/compare/0123456789abcdef/0123456789abcdee", "/reports.svg", "/nothing.json"])  # fmt: skip
def test_what_is_not_there_is_told(visitor: Visitor, path: str) -> None:
    assert visitor.get_when_ready(path).status == 404


def test_the_first_page_counts_what_the_case_holds(visitor: Visitor, made_case: Path) -> None:
    data = visitor.get("/index.json").json()
    with open_case(made_case, read_only=True) as case:
        assert data["reports"] == len(case.store.report_ids()) == 70
        assert data["statements"] == sum(1 for _ in case.said())
        assert data["events"] == sum(1 for _ in case.events(type="ALL"))
        assert {row["outlet"] for row in data["rows"] if "outlet" in row} == {
            row["outlet"] for row in case.show("outlets") if row["outlet"]
        }


def test_the_statements_are_those_of_the_command(visitor: Visitor, made_case: Path) -> None:
    with open_case(made_case, read_only=True) as case:
        speaker = next(row["speaker"] for row in case.show("speakers"))
        wanted = [found.statement.id for found in case.said(speaker, about="camp")]
    data = visitor.get("/said.json", who=speaker, about="camp").json()
    assert [row["id"] for row in data["rows"]] == wanted and wanted


def test_a_speaker_has_whom_it_is_about_and_what_others_say(visitor: Visitor) -> None:
    speaker = visitor.get("/speakers.json").json()["rows"][0]["speaker"]
    data = visitor.get("/said.json", who=speaker).json()
    assert set(data["lists"]) == {"whom", "through", "about"}
    assert sum(row["statements"] for row in data["lists"]["through"]["rows"]) > 0
    page = visitor.get_when_ready("/said", who=speaker)
    assert f"What others say of {speaker}" in page.words or data["lists"]["about"]["total"] == 0


def test_a_statement_is_marked_in_its_sentence(visitor: Visitor) -> None:
    page = visitor.get("/said").text
    quotes = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", page, re.DOTALL)
    assert quotes and all("<mark>" in quote for quote in quotes)


def test_a_report_marks_what_was_found_and_leads_to_it(visitor: Visitor) -> None:
    report = max(visitor.get("/reports.json").json()["rows"], key=lambda row: row.get("statements", 0))
    page = visitor.get(f"/reports/{report['id']}")
    data = visitor.get(f"/reports/{report['id']}.json").json()
    assert data["total"] == report["statements"] == len(data["rows"])
    for row in data["rows"]:
        anchor = row["id"].partition("/")[2]
        assert page.text.count(f'id="{anchor}"') == 1 and f'href="#{anchor}"' in page.text
    text = "".join(re.findall(r"<p dir=\"auto\">(.*?)</p>", page.text, re.DOTALL))
    assert "m-content" in text and "m-cue" in text


def test_every_claim_can_be_cited(visitor: Visitor, made_case: Path) -> None:
    report = visitor.get("/reports.json").json()["rows"][5]["id"]
    with open_case(made_case, read_only=True) as case:
        reading = case.reading(report)
    assert reading.claims
    for claim in reading.claims[:8]:
        for thing in (claim.id, claim.about):
            answer = visitor.get(f"/claims/{thing}.json")
            if answer.status == 404:
                assert thing.partition("/")[2][0] not in "ae"
                continue
            data = answer.json()
            assert data["id"] == claim.about and data["sha256"] == reading.report.sha256
            for sentence in data["evidence"]:
                assert reading.report.text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_an_original_comes_back_byte_for_byte(visitor: Visitor, made_case: Path) -> None:
    report = visitor.get("/reports.json").json()["rows"][3]["id"]
    with open_case(made_case, read_only=True) as case:
        wanted = case.original(report)
    assert visitor.get(f"/reports/{report}/original").body == wanted


def test_a_search_marks_the_words_found(visitor: Visitor) -> None:
    page = visitor.get("/search", q="camp")
    assert re.search(r"<mark>camp</mark>", page.text, re.IGNORECASE)
    assert visitor.get("/search", q="zebra quagga").words.count("No report holds all these words") == 1


def test_a_name_written_from_right_to_left_is_kept_apart(visitor: Visitor) -> None:
    page = visitor.get("/reports", lang="fa")
    assert page.status == 200 and '<bdi dir="auto">' in page.text


def test_an_empty_case_says_what_to_do(tmp_path: Path, served: Serve) -> None:
    path = tmp_path / "empty.sayso"
    with open_case(path, create=True):
        pass
    visitor = visit(served(path))
    assert "sayso read FOLDER --case empty.sayso" in visitor.get("/").words
    for view in VIEWS:
        if "{" not in view.path:
            answer = visitor.get_when_ready(view.path)
            assert answer.status == 200
            assert view.path in ("/", "/log") or 'class="empty"' in answer.text, view.path
            assert visitor.get(("/index" if view.path == "/" else view.path) + ".json").status == 200


def test_what_another_process_adds_is_seen(served: Serve, tmp_path: Path) -> None:
    from make_readings import make_reading

    pages = served()
    visitor = visit(pages)
    before = visitor.get("/index.json").json()["reports"]
    visitor.get_when_ready("/people")
    with open_case(tmp_path / "my.sayso") as case:
        case.add(*make_reading(5000, seed=9))
    assert visitor.get("/index.json").json()["reports"] == before + 1
    assert told(visitor.get("/reports")) == before + 1


def test_the_file_is_one_plain_file_after_the_server(served: Serve, tmp_path: Path) -> None:
    pages = served()
    visitor = visit(pages)
    fields = {"verb": "note", "value": "x", "subject": visitor.get("/reports.json").json()["rows"][0]["id"]}
    assert visitor.post("/judge", {**fields, "token": visitor.token("/review")}).status == 200
    pages.close()
    assert [path.name for path in tmp_path.iterdir()] == ["my.sayso"]


def test_nothing_is_asked_of_a_network(network: list[str], visitor: Visitor) -> None:
    for view in VIEWS:
        if "{" not in view.path:
            visitor.get_when_ready(view.path)
