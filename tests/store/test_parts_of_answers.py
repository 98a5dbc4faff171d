"""A part of an answer is cut where the rows are kept, and is the same part of all of them on every store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from make_readings import make_readings

from sayso.case import open_case
from sayso.case.asking import Judged, events_table, said_table
from sayso.errors import UsageError
from sayso.store.base import Store
from sayso.store.sqlite import reports
from sayso.values.case import EVERYTHING, Filters
from sayso.values.reading import Reading
from sayso.values.rows import RowQuery
from sayso.views.events import EventQuery
from sayso.views.statements import said_by
from sayso.views.tables import listing

Drafts = list[tuple[Reading, bytes]]
NOBODY = Judged(lambda words: {}, lambda report: pytest.fail(f"{report} need not be read"))
QUERIES = (
    RowQuery("statements"), said_by("", "camp"), said_by("ministry"), said_by("ministry", "closed"), said_by("nobody"),
    EventQuery().of_rows(), EventQuery(by_date=True).of_rows(), EventQuery(dated=False).of_rows(),
    RowQuery("statements", rising="score"), RowQuery("statements", less=("score", 0.7), rising="score"),
    RowQuery("statements", (("content", "camp"),), less=("score", 0.7)),
    EventQuery(state="done").of_rows(), EventQuery(between=("2003", "2006")).of_rows(),
)  # fmt: skip
FILTERS = (EVERYTHING, Filters(outlet="Ostrany Herald"), Filters(since="2006", until="2008-06"), Filters(lang="fa"))


@pytest.fixture
def filled(store: Store, drafts: Drafts) -> Store:
    with store.transaction():
        for reading, original in drafts:
            store.put(reading, listing(reading), original)
    return store


@pytest.mark.parametrize("many", [0, 10**9])
@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("query", QUERIES)
def test_a_part_is_a_slice_of_all(
    filled: Store, query: RowQuery, filters: Filters, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MANY", many)  # either way of going through the rows
    whole = list(filled.find_rows(query, filters))
    assert filled.count_rows(query, filters) == len(whole)
    for limit, skip in ((1, 0), (7, 0), (7, 5), (1000, 3), (5, 10_000), (0, 0)):
        assert list(filled.find_rows(query, filters, limit=limit, skip=skip)) == whole[skip : skip + limit]
    assert list(filled.find_rows(query, filters, skip=3)) == whole[3:]


def test_rows_are_told_in_the_order_of_a_number(store: Store, drafts: Drafts) -> None:
    with store.transaction():
        for reading, original in drafts:
            said = tuple(replace(one, score=None) if n % 3 == 0 else one for n, one in enumerate(reading.attributions))
            reading = replace(reading, attributions=said)
            store.put(reading, listing(reading), original)
    found = [row.score for _, row in store.find_rows(RowQuery("statements", rising="score"))]
    known = [score for score in found if score is not None]
    assert known == sorted(known) and len(set(known)) > 2
    assert found == known + [None] * (len(found) - len(known)) and len(known) < len(found)
    less = RowQuery("statements", less=("score", known[-1]), rising="score")
    below = [row.score for _, row in store.find_rows(less)]
    assert below == [score for score in found if score is None or score < known[-1]] and len(below) < len(found)
    assert store.count_rows(less) == len(below)


@pytest.mark.parametrize("filters", FILTERS)
def test_reports_and_hits_are_cut_and_counted(filled: Store, filters: Filters) -> None:
    whole = list(filled.reports(filters))
    assert filled.count_reports(filters) == len(whole)
    assert list(filled.reports(filters, limit=4, skip=2)) == whole[2:6]
    assert filled.count_hits("camp", filters) == len(filled.search("camp", filters, 1000, 0))
    with pytest.raises(UsageError):
        filled.count_hits("...", filters)


def test_the_number_of_changes_grows_with_each(drafts: Drafts) -> None:
    with open_case(":memory:") as case:
        seen = [case.changes()]
        case.add(*drafts[0])
        seen.append(case.changes())
        case.judge("note", [drafts[0][0].report.id], "seen")
        seen.append(case.changes())
        case.configure("originals", "false")
        seen.append(case.changes())
        case.result("actors")
        assert case.changes() == seen[-1]  # what is worked out is no change
    assert seen == sorted(set(seen)) and len(seen) == 4


def noting(asked: list[object], real: Any) -> Any:
    def find_rows(*given: Any, **named: Any) -> Any:
        asked.append(named.get("limit"))
        return real(*given, **named)

    return find_rows


def test_a_table_is_cut_and_counted_by_its_store(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for table in (
        said_table(filled, "", "", EVERYTHING, None, NOBODY),
        events_table(filled, EventQuery(), EVERYTHING, NOBODY),
    ):
        whole = list(table)
        with monkeypatch.context() as patch:
            asked: list[object] = []
            patch.setattr(filled, "find_rows", noting(asked, filled.find_rows))
            assert len(table) == len(whole) > 20
            assert list(table[5:12]) == whole[5:12] and list(table[:3]) == whole[:3]
            assert {limit for limit in asked if limit is not None} == {7, 3}  # memory counts by finding all
        assert table[4] == whole[4] and table[-1] == whole[-1] and list(table[10:2:-3]) == whole[10:2:-3]
    scored = said_table(filled, "", "", EVERYTHING, 0.9, NOBODY)
    assert len(scored) == len(list(scored)) <= len(whole) * 10


def test_a_case_can_be_handed_results_that_others_hold() -> None:
    with open_case(":memory:") as case:
        for reading, original in make_readings(3):
            case.add(reading, original)
        worked_out = case.result("identity")
        case.results_from = lambda name: {"held": name}
        assert case.result("identity") == {"held": "identity"} and case.identities() is not worked_out
        assert case.work_out("identity") == worked_out
