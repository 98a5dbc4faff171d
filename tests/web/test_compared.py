"""Views of what compares reports, with answers made up here: accounts, figures, labels, relations, balance."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace as Made
from typing import Any

import pytest
from pages import Visitor, visit

from sayso.case import Case, open_case
from sayso.values.case import ReportRow
from sayso.views.answers import Column, Table
from sayso.web.app import Pages

Serve = Callable[..., Pages]
EVIL = "<script>alert(1)</script>"


def table(rows: list[Any], *columns: Column[Any]) -> Table[Any]:
    return Table("made", columns, lambda: rows)


def two_reports(path: Path) -> list[ReportRow]:
    with open_case(path, read_only=True) as case:
        return [row for row in case.reports() if row.outlet and row.day][:2]


def account_of(rows: list[ReportRow]) -> Any:
    """One thing that two reports tell with two numbers."""
    claims = [
        Made(report=row, claim=f"{row.id}/c{n}", about=f"{row.id}/a{n}", chain=f"{row.outlet} > Terzo", start=10, end=40,
             sentence=f"Some {3400 + n} people {EVIL} live there.", origin=n + 1)
        for n, row in enumerate(rows)
    ]  # fmt: skip
    spans = tuple(Made(report=row.id, start=15, end=19, text=str(3400 + n)) for n, row in enumerate(rows))
    tie = Made(tie="conflicts", account="acc1", left=claims[0].claim, right=claims[1].claim, on="number", spans=spans,
               why=f"two numbers {EVIL}")  # fmt: skip
    held = Made(id="acc1", claims=tuple(c.claim for c in claims), origins=((claims[0].claim,), (claims[1].claim,)),
                first=claims[0].claim, ties=(tie,))  # fmt: skip
    return Made(
        id="acc1", account=held, claims=tuple(claims), ties=(tie,), origins=2, reports=2,
        tied=lambda kind: (tie,) if kind == "conflicts" else (),
    )  # fmt: skip


@pytest.fixture
def compared(made_case: Path, served: Serve, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A visitor of a case that answers with what is made up here, and notes what it was asked."""
    rows = two_reports(made_case)
    account = account_of(rows)
    numbers = tuple(
        Made(id=f"{row.id}/q{n}", report=row, value=3400.0 + n, low=None, high=None, unit="", written=f"some {3400 + n}",
             hedge="", counts="people", chain=row.outlet, start=1, end=5, sentence=f"Some {3400 + n} {EVIL}", copied_from="")
        for n, row in enumerate(rows)
    )  # fmt: skip
    figure = Made(
        figure=Made(id="fig1", counts=f"people {EVIL}", moved="conflict", quantities=tuple(n.id for n in numbers),
                    ties=(Made(one=numbers[0].id, other=numbers[1].id, moved="conflict", because="numbers"),)),
        numbers=numbers, why=("3,400 and 3,401 cannot both be true",), reports=2, origins=2, first=rows[0].day,
        last=rows[1].day, least=3400.0, most=3401.0, written="some 3400; some 3401",
    )  # fmt: skip
    label = Made(
        by="Terzo", own=False, label=f"wreckers {EVIL}", about="the Front", kind="naming", polarity=-1, how="used", count=2,
        reports=1, first="", last="", sentence=f"He calls them wreckers. {EVIL}",
        uses=(Made(report=rows[0], label=Made(id=f"{rows[0].id}/l9")),),
    )  # fmt: skip
    told = tuple(Made(claim=f"{row.id}/c0", day=row.day) for row in rows)
    relation = Made(holder="i1", target="i2", sign=-1, by="Daily", speaker="", told=told, claims=(), certain=True)
    edges = tuple(Made(left=a, right=b, sign=1, claims=()) for a, b in (("i1", "i2"), ("i1", "i3"), ("i2", "i3")))
    graph = Made(by="Daily", edges=edges, triads=(Made(balanced=True, members=("i1", "i2", "i3")),), balanced=1, unbalanced=0,
                 least=0, most=0, exact=True, since=None, until=None, speaker="")  # fmt: skip
    answers = {
        "find_accounts": [account.account], "told_accounts": [account],
        "figures": table([figure], Column("id", lambda row: row.figure.id)),
        "labels": table([label], Column("by", lambda row: row.by), Column("label", lambda row: row.label)),
        "relations": [relation], "balance": [graph],
    }  # fmt: skip
    asked: list[Any] = []
    for name, answer in answers.items():

        def method(self: Case, *given: Any, answer: Any = answer, name: str = name, **named: Any) -> Any:
            asked.append((name, given, {key: value for key, value in named.items() if value not in (None, False)}))
            return answer

        monkeypatch.setattr(Case, name, method, raising=False)
    result = Case.result
    monkeypatch.setattr(
        Case, "result", lambda self, name: {"acc1": account.account} if name == "accounts" else result(self, name)
    )
    visitor = visit(served())
    visitor.asked = asked  # type: ignore[attr-defined]
    return visitor


@pytest.mark.parametrize(
    "path", ["/accounts", "/accounts/acc1", "/figures", "/figures/fig1", "/labels", "/relations", "/balance"]
)
def test_a_comparison_is_shown_with_all_words_escaped(compared: Visitor, path: str) -> None:
    page = compared.get_when_ready(path)
    assert page.status == 200, page.words
    assert EVIL not in page.text
    data = compared.get(path + ".json")
    assert data.status == 200 and data.json()["total"] >= 1
    assert len(compared.get(path + ".csv").text.splitlines()) == data.json()["total"] + 1


def test_the_words_in_which_claims_conflict_are_marked(compared: Visitor) -> None:
    page = compared.get_when_ready("/accounts/acc1").text
    assert "Some <del>3400</del> people" in page and "Some <del>3401</del> people" in page
    assert page.count("Origin ") == 2 and "two numbers" in page


def test_what_is_asked_of_accounts_reaches_the_case(compared: Visitor) -> None:
    compared.get("/accounts.json", about="camp", on="number", origins=2, conflicts=1, since="2005")
    name, given, named = next(one for one in compared.asked if one[0] == "find_accounts" and one[1])  # type: ignore[attr-defined]
    assert name == "find_accounts" and given[0] == "camp" and given[1].since == "2005"
    assert named == {"conflicts": True, "on": "number", "min_origins": 2}
    compared.get("/figures.json", about="people", moved="conflict")
    assert compared.asked[-1][2] == {"moved": "conflict"}  # type: ignore[attr-defined]


def test_labels_and_relations_are_narrowed(compared: Visitor) -> None:
    assert compared.get("/labels.json", about="front", by="terzo").json()["total"] == 1
    assert compared.get("/labels.json", about="front", by="Aldo").json()["total"] == 0
    assert compared.get("/relations.json", by="Daily", sign="against").json()["total"] == 1
    assert compared.get("/relations.json", sign="for").json()["total"] == 0


def test_drawings_leave_as_files(compared: Visitor) -> None:
    for path, media, head in (
        ("/relations.svg", "image/svg+xml", "<?xml"), ("/relations.graphml", "application/graphml+xml", "<?xml"),
        ("/figures/fig1.svg", "image/svg+xml", "<?xml"),
    ):  # fmt: skip
        answer = compared.get(path)
        assert (
            answer.status == 200 and answer.headers["content-type"].startswith(media) and answer.text.startswith(head)
        )
        assert EVIL not in answer.text


@pytest.mark.parametrize("path", ["/accounts/none", "/figures/none"])
def test_what_is_not_there_any_more_is_told(compared: Visitor, path: str) -> None:
    assert compared.get_when_ready(path).status == 404


@pytest.mark.parametrize("asked", ["on=colour", "origins=0", "origins=x"])
def test_a_question_that_accounts_do_not_know_is_told(compared: Visitor, asked: str) -> None:
    assert compared.get_when_ready(f"/accounts?{asked}").status == 400


def test_the_first_page_leads_to_conflicts_and_to_what_is_borne_out(compared: Visitor) -> None:
    page = compared.get_when_ready("/")
    while "being worked out" in page.words:
        page = compared.get("/")
    assert "In conflict" in page.words and "Of most origins" in page.words and EVIL not in page.text
    assert any(re.search(r"conflict", words, re.IGNORECASE) and "on=number" in href for words, href in page.links)
    assert any("origins=2" in href for _, href in page.links)
