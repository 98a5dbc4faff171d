"""What every store does: run on each of conftest.STORES."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.store.base import FailureRow, FileRow, Filters, Judgement, LedgerRow, LogRow, Store, Subject
from sayso.store.ledger import check_chain, digest
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.rows import Count
from sayso.views.events import event_rows
from sayso.views.statements import said_by, statements_of
from sayso.views.tables import listing

Drafts = list[tuple[Reading, bytes]]


def fill(store: Store, drafts: Drafts) -> None:
    for reading, original in drafts:
        with store.transaction(durable=False):
            store.put(reading, listing(reading), original)


def test_a_reading_comes_back_as_it_was_put_in(store: Store, drafts: Drafts) -> None:
    fill(store, drafts)
    for reading, original in drafts:
        assert store.reading(reading.report.id) == reading
        assert store.original(reading.report.sha256) == original
        assert store.text(reading.report.id) == reading.report.text
        assert store.rows("statements", reading.report.id) == statements_of(reading)
        assert store.rows("events", reading.report.id) == event_rows(reading)


def test_what_is_in_a_transaction_that_fails_is_not_there(store: Store, drafts: Drafts) -> None:
    reading, original = drafts[0]
    with pytest.raises(RuntimeError, match="power"), store.transaction():
        store.put(reading, listing(reading), original)
        with store.transaction():
            store.append_log(LogRow(0, "", "", "read", "begun", ""))
        raise RuntimeError("power")
    assert store.find(reading.report.id) is None
    assert store.original(reading.report.sha256) is None
    assert list(store.log()) == []
    with pytest.raises(KeyError):
        store.reading(reading.report.id)
    fill(store, drafts[:1])
    assert store.reading(reading.report.id) == reading


def test_reports_come_in_one_order_whatever_order_they_went_in(store: Store, drafts: Drafts) -> None:
    fill(store, drafts[::-1])
    expected = sorted((r.report for r, _ in drafts), key=lambda r: (r.published or "", r.outlet or "", r.id))
    assert store.report_ids() == [report.id for report in expected]
    assert [row.id for row in store.reports()] == store.report_ids()


@pytest.mark.parametrize(
    "filters",
    [
        Filters(outlet="Velmar Courier"),
        Filters(since="2006-01-01"),
        Filters(until="2006"),
        Filters(since="2005", until="2008-06"),
        Filters(lang="fa"),
        Filters(outlet="'; DROP TABLE reports; --"),
    ],
)
def test_filters_leave_what_they_name(store: Store, drafts: Drafts, filters: Filters) -> None:
    fill(store, drafts)

    def wanted(report: Report) -> bool:
        day = report.published
        since, until = filters.since, filters.until
        return (
            (filters.outlet is None or report.outlet == filters.outlet)
            and (since is None or (day is not None and day[: len(since)] >= since))
            and (until is None or (day is not None and day[: len(until)] <= until))
            and (filters.lang is None or report.lang == filters.lang)
        )

    assert set(store.report_ids(filters)) == {r.report.id for r, _ in drafts if wanted(r.report)}


def test_a_hit_shows_the_words_where_they_stand(store: Store, drafts: Drafts) -> None:
    fill(store, drafts)
    hits = store.search("camp", Filters(), 100, 0)
    holding = {r.report.id for r, _ in drafts if "camp" in f"{r.report.title} {r.report.text}".lower()}
    assert {hit.report.id for hit in hits} == holding
    for hit in hits:
        text = store.text(hit.report.id) or ""
        assert text[hit.start : hit.end] == hit.snippet
        assert all(text[start:end].lower() == "camp" for start, end in hit.matches)
    pages = [store.search("camp", Filters(), 3, skip) for skip in (0, 3)]
    assert [hit.report.id for page in pages for hit in page] == [hit.report.id for hit in hits[:6]]


def test_a_report_in_another_language_is_found_and_counted_as_not_read(store: Store) -> None:
    text = "او گفت که اردوگاه بسته خواهد شد.\0 \x01 مذاکرات"
    reading = Reading(Report.of(text, outlet="کیهان", lang="fa"))
    fill(store, [(reading, text.encode())])
    [hit] = store.search("مذاکرات", Filters(), 10, 0)
    assert [text[start:end] for start, end in hit.matches] == ["مذاکرات"]
    assert store.count("reports", "lang") == [Count("fa", 1, 1, 1, 0, 0, None, None)]


def said(store: Store, who: str, about: str = "") -> set[str]:
    return {row.id for _, row in store.find_rows(said_by(who, about))}


def test_said_finds_by_speaker_and_by_content(store: Store, drafts: Drafts) -> None:
    fill(store, drafts)
    rows = [(r.report, s) for r, _ in drafts for s in statements_of(r)]
    name = rows[0][1].speaker
    expected = {s.id for _, s in rows if s.speaker == name}
    assert said(store, f'"{name}"') == expected
    about = {s.id for _, s in rows if "bridge" in s.content.lower()}
    assert said(store, "", "bridge") == about
    assert said(store, f'"{name}"', "bridge") == expected & about
    everything = [(report.published or "", report.outlet or "") for report, _ in store.find_rows(said_by())]
    assert everything == sorted(everything) and len(everything) == len(rows)


@pytest.mark.parametrize("words", ["", "  ", '"', "* *", "- ( )", "\0"])
def test_a_search_for_no_word_says_so(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="no word|not closed"):
        store.search(words, Filters(), 10, 0)


def test_shown_changes_what_is_listed_and_searched_and_not_the_reading(store: Store, drafts: Drafts) -> None:
    fill(store, drafts)
    reading = drafts[0][0]
    shown = replace(reading, report=replace(reading.report, outlet="Zephyr", title="Zanzibar"))
    with store.transaction():
        store.put_listing(listing(shown))
    assert store.reading(reading.report.id) == reading
    row = store.find(reading.report.id)
    assert row is not None and (row.outlet, row.title) == ("Zephyr", "Zanzibar")
    assert [hit.report.id for hit in store.search("zanzibar", Filters(), 10, 0)] == [reading.report.id]
    assert store.report_ids(Filters(outlet="Zephyr")) == [reading.report.id]
    assert list(store.check()) == []


def test_erasing_leaves_the_row_and_no_word(store: Store, drafts: Drafts) -> None:
    fill(store, drafts)
    report = drafts[0][0].report
    with store.transaction():
        store.erase(report.id)
    row = store.find(report.id)
    assert row is not None and row.erased and row.sha256 == report.sha256 and row.outlet == report.outlet
    assert row.title is None and row.url is None
    assert store.original(report.sha256) is None and store.text(report.id) is None
    assert store.rows("statements", report.id) == []
    assert report.id not in store.report_ids()
    assert [r.id for r in store.reports(erased=True)] == [report.id]
    number = report.text.split()[1].strip(".") if report.lang == "en" else ""
    assert all(hit.report.id != report.id for hit in store.search(number or "مذاکرات", Filters(), 100, 0))
    assert list(store.check()) == []


def test_an_original_of_two_witnesses_stays_while_one_of_them_is_there(store: Store) -> None:
    text = "One text in two papers."
    readings = [Reading(Report.of(text, outlet=outlet)) for outlet in ("Daily", "Herald")]
    fill(store, [(reading, text.encode()) for reading in readings])
    with store.transaction():
        store.erase(readings[0].report.id)
    assert store.original(readings[1].report.sha256) == text.encode()
    with store.transaction():
        store.erase(readings[1].report.id)
    assert store.original(readings[1].report.sha256) is None


def test_paths_are_kept_once_each(store: Store, drafts: Drafts) -> None:
    fill(store, drafts[:1])
    report = drafts[0][0].report
    with store.transaction():
        assert store.add_paths(report.id, ["z.txt", report.paths[0], "a.txt"]) == 2
    assert store.reading(report.id).report.paths == ("a.txt", report.paths[0], "z.txt")


def test_files_failures_and_settings_are_replaced_by_their_key(store: Store) -> None:
    row = FileRow("a.txt", "", 3, 1.5, "ab", "failed")
    failure = FailureRow("b.zip!/a.pdf", "pdf", "encrypted", "give the password", "ab", "2026-01-01T00:00:00Z")
    with store.transaction():
        store.put_file(row)
        store.put_file(replace(row, state="read"))
        store.put_failure(replace(failure, reason="other"), "b.zip")
        store.put_failure(failure, "b.zip")
        store.put_failure(replace(failure, path="a.txt"), "a.txt")
        store.set_config("originals", "false")
        store.set_config("x", "1")
        store.set_config("x", None)
    assert store.file("a.txt", "") == replace(row, state="read")
    assert store.file("a.txt", "outlet=Daily") is None
    assert store.failures() == [replace(failure, path="a.txt"), failure]
    assert store.config() == {"originals": "false"}
    with store.transaction():
        store.forget_failures("b.zip")
    assert [f.path for f in store.failures()] == ["a.txt"]


def test_judgements_log_and_ledger_come_back_in_order_and_their_chains_hold(store: Store, drafts: Drafts) -> None:
    fill(store, drafts[:1])
    report = drafts[0][0].report
    subject = Subject(report.id, "attributions", (report.span(0, 3),))
    with store.transaction():
        first, stored = store.add_judgement(Judgement("", "note", (subject,), {"a": ["é"]}, "why", "me", "now"))
        second, _ = store.add_judgement(Judgement("", "undo", (), "j1"))
        for number in range(3):
            store.append_ledger(LedgerRow(0, "now", "judged", f"j{number}", "", stored))
            store.append_log(LogRow(0, "now", "me", "judge", "done", "1", {"paths": ["é"]}, {"n": number}))
    assert store.judgements() == [first, second] and (first.id, second.id) == ("j1", "j2")
    assert {thing: held for thing, _, held in store.digests()}["j1"] == stored
    log, ledger = list(store.log()), list(store.ledger())
    assert [row.counts for row in log] == [{"n": 0}, {"n": 1}, {"n": 2}]
    assert list(check_chain("log", log)) == list(check_chain("ledger", ledger)) == []
    assert log[-1].ledger == ledger[-1].hash
    assert {thing: held for thing, _, held in store.digests()}[report.id] == digest_of(store, report.id)


def digest_of(store: Store, report_id: str) -> str:
    row = store.find(report_id)
    assert row is not None and len(row.digest) == len(digest(b""))
    return row.digest
