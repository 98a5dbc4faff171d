"""Chains, words, judging, statements and pages: the parts that need no store, on any input."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import read_text
from sayso.errors import UsageError
from sayso.store import effects, judging
from sayso.store.base import Judgement, LogRow, Subject
from sayso.store.ledger import check_chain, sealed_log
from sayso.store.sqlite.pages import records
from sayso.store.sqlite.search import marked_offsets, match_query
from sayso.store.words import snippet_bounds
from sayso.text.printable import storable
from sayso.values.findings import Attribution, Claim, Entity, Fact, Mention, Voice
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report
from sayso.views.statements import statements_of

Drafts = list[tuple[Reading, bytes]]

# chains


def chain_of(count: int) -> list[LogRow]:
    rows: list[LogRow] = []
    for number in range(count):
        rows.append(sealed_log(LogRow(0, "now", "me", f"command {number}", "done", "1"), rows[-1] if rows else None))
    return rows


@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_row_that_was_changed_taken_out_or_put_elsewhere_is_found(at: int) -> None:
    rows = chain_of(5)
    assert list(check_chain("log", rows)) == []
    changed = [*rows[:at], replace(rows[at], by="you"), *rows[at + 1 :]]
    [finding] = check_chain("log", changed)
    assert finding.where == f"log {at + 1}" and "was changed" in finding.what
    if at < 4:
        assert list(check_chain("log", [*rows[:at], *rows[at + 1 :]]))
        assert list(check_chain("log", [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]))
    resealed = sealed_log(replace(rows[at], by="you"), rows[at - 1] if at else None)
    if at < 4:
        [finding] = check_chain("log", [*rows[:at], resealed, *rows[at + 1 :]])
        assert finding.where == f"log {at + 2}"


# words


@given(st.text())
def test_any_words_make_a_query_that_the_index_understands_or_are_refused(words: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE w USING fts5(who, content)")
        for column in ("", "who"):
            try:
                query = match_query(words, column)
            except UsageError:
                continue
            connection.execute("SELECT * FROM w WHERE w MATCH ?", (query,)).fetchall()
    connection.close()


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=5), st.text())
def test_marks_give_back_offsets_in_any_text(parts: list[tuple[str, str]], rest: str) -> None:
    opened, closed = "\1mark<\1", "\1mark>\1"
    text = "".join(before + word for before, word in parts) + rest
    marked = "".join(before + opened + word + closed for before, word in parts) + rest
    matches = marked_offsets(marked, opened, closed)
    assert [text[start:end] for start, end in matches] == [word for _, word in parts]
    start, end = snippet_bounds(text, matches)
    assert 0 <= start <= end <= len(text)


@given(st.text(st.characters()))
def test_what_is_searched_is_as_long_as_the_text_and_can_be_stored(text: str) -> None:
    found = storable(text)
    assert len(found) == len(text) and "\0" not in found
    found.encode()


# statements


def test_a_statement_tells_who_vouches_for_it() -> None:
    report = Report.of('Envoy Halim Terzo said the ministry had told him it would close. He "agreed".', outlet="Daily")
    name, ministry = report.span(6, 17), report.span(23, 35)
    terzo = Mention(f"{report.id}/m6", name, name, "name", "Person")
    whom = Mention(f"{report.id}/m23", ministry, ministry, "nominal", "Organization")
    title = Fact("title", "Envoy", report.span(0, 5))
    entity = Entity(f"{report.id}/n6", (terzo.id,), "Halim Terzo", "Person", facts=(title,))
    outer = Attribution(f"{report.id}/a23", (report.span(23, 63),), (name,), (report.span(18, 22),), speaker=terzo.id)
    inner = Attribution(
        f"{report.id}/a49", (report.span(49, 63),), cue=(report.span(36, 48),), inside=outer.id, speaker=whom.id
    )
    chain = (Voice("outlet", "Daily"), Voice("agency", "AFP"), Voice("speaker", mention=terzo.id))
    claim = Claim(f"{report.id}/c23", outer.id, chain, (report.span(0, 64),))
    reading = Reading(
        report, ("attributions.v3",), mentions=(terzo, whom), entities=(entity,), attributions=(outer, inner),
        claims=(claim,),
    )  # fmt: skip
    first, second = statements_of(reading)
    assert (first.chain, first.role, first.cue) == ("Daily > AFP > Halim Terzo", "Envoy", "said")
    assert first.sentence == report.text[:64] and first.version == "attributions.v3"
    assert (second.chain, second.content) == ("Daily > Halim Terzo > the ministry", report.text[49:63])
    assert second.sentence == "" and second.start == 49


# judging


def test_a_thing_is_found_again_by_its_spans(drafts: Drafts) -> None:
    for reading, _ in drafts:
        for name in ("mentions", "entities", "attributions", "events", "claims"):
            for value in getattr(reading, name):
                subject = judging.subject_of(value.id, reading)
                assert judging.attach(subject, reading) == value.id


@given(st.integers(0, 39), st.integers(0, 30), st.integers(0, 10))
def test_a_thing_is_found_again_where_its_content_grew_or_the_text_moved(n: int, grown: int, moved: int) -> None:
    text = "“We will go home,” Terzo said. And so they went, all of them, over the bridge."
    report = Report.of(text)
    first = Attribution(f"{report.id}/a1", (report.span(1, 16),), cue=(report.span(25, 29),))
    subject = judging.subject_of(first.id, Reading(report, attributions=(first,)))
    after = Report(report.id, "." * moved + text)
    content = after.span(1 + moved, 17 + moved)
    longer = (content, after.span(31 + moved, 31 + moved + grown)) if grown else (content,)
    newer = Attribution(f"{report.id}/a{1 + moved}", longer, cue=(after.span(25 + moved, 29 + moved),))
    other = Attribution(f"{report.id}/a62", (after.span(62, 70),))
    found = judging.attach(subject, Reading(after, attributions=(newer, other)))
    assert found == (newer.id if grown <= 18 else None)


def test_what_was_said_elsewhere_or_is_gone_is_not_found() -> None:
    report = Report.of("He came. He went.")
    subject = Subject(report.id, "mentions", (report.span(0, 2),))
    assert judging.attach(subject, Reading(report)) is None
    moved = Report(report.id, "Then he came. He went. He slept.")
    assert judging.attach(subject, Reading(moved)) is None  # two places say "He": none is sure


def test_an_undo_can_be_undone() -> None:
    rows = [
        Judgement("j1", "set", (Subject("0" * 16),), {"outlet": "A", "title": "T"}),
        Judgement("j2", "set", (Subject("0" * 16),), {"outlet": "B"}),
        Judgement("j3", "undo", value="j2"),
        Judgement("j4", "undo", value="j3"),
    ]
    reading = Reading(Report("0" * 16, "It rained."))
    outlets = []
    for count in (1, 2, 3, 4):
        held = effects.by_report(judging.in_force(rows[:count]))["0" * 16]
        shown = effects.as_decided(reading, held).report
        outlets.append(shown.outlet)
        assert shown.title == "T"
    assert outlets == ["A", "B", "A", "B"]


def test_what_is_set_stands_in_the_report_and_first_in_its_chains() -> None:
    report = Report.of("Terzo spoke.", outlet="Daily", credits=(Credit("AFP"), Credit("DPA", None, "attribution")))
    mention = Mention(f"{report.id}/m0", report.span(0, 5), report.span(0, 5), "name")
    said = Attribution(f"{report.id}/a6", (report.span(6, 11),), speaker=mention.id)
    chain = (
        Voice("outlet", "Daily"),
        Voice("agency", "AFP"),
        Voice("agency", "DPA"),
        Voice("speaker", None, mention.id),
    )
    claim = Claim(f"{report.id}/c6", said.id, chain, (report.span(0, 12),))
    reading = Reading(report, mentions=(mention,), attributions=(said,), claims=(claim,))

    def voices(changes: dict[str, str | None]) -> list[str | None]:
        return [voice.name for voice in judging.shown(reading, changes).claims[0].chain]

    assert voices({"outlet": "Herald"}) == ["Herald", "AFP", "DPA", None]
    assert voices({"outlet": None}) == ["AFP", "DPA", None]
    assert voices({"agency": "Reuters"}) == ["Daily", "Reuters", "DPA", None]
    assert voices({"outlet": "Herald", "agency": None}) == ["Herald", "DPA", None]
    assert judging.shown(reading, {"published": "2008-11-11"}).report.published_from == "user"
    assert judging.shown(reading, {"outlet": "Herald"}).report.id == report.id


BAD_JUDGEMENTS = [
    ("like", (Subject("0" * 16),), None, "no verb"),
    ("undo", (), "j9", "no judgement"),
    ("undo", (), "j1", "is gone"),
    ("same", (Subject("0" * 16),), None, "two subjects"),
    ("note", (), "x", "at least one"),
    ("set", (Subject("0" * 16),), {}, "at least one of outlet"),
    ("set", (Subject("0" * 16),), {"id": "x"}, "cannot be set"),
    ("set", (Subject("0" * 16),), {"outlet": 3}, "expected words"),
    ("set", (Subject("0" * 16, "mentions"),), {"outlet": "x"}, "about reports"),
    ("erase", (Subject("0" * 16, "mentions"),), None, "about reports"),
    ("rename", (Subject("0" * 16, "entities"),), " ", "new name"),
    ("correct", (Subject("0" * 16, "events"),), None, "right values"),
]


@pytest.mark.parametrize(("verb", "subjects", "value", "told"), BAD_JUDGEMENTS)
def test_a_judgement_that_says_nothing_is_refused(verb, subjects, value, told) -> None:
    erased = {"j1": Judgement("j1", "erase", (Subject("0" * 16),))}
    with pytest.raises(UsageError, match=told):
        judging.check_judgement(Judgement("", verb, subjects, value), erased.get)


# pages


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
            st.one_of(st.floats(allow_nan=False), st.text(st.characters(exclude_categories=["Cs"]))),
            st.one_of(st.binary(), st.integers(0, 3).map(lambda n: bytes(range(256)) * 40 * n)),
        ),
        max_size=30,
    )
)
def test_every_record_of_a_file_is_read_from_its_pages(rows: list[tuple[object, object, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.db"
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE t (a, b, c)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.commit()
        expected = connection.execute("SELECT rowid, a, b, c FROM t ORDER BY rowid").fetchall()
        connection.close()
        found = sorted((rowid or 0, *row) for rowid, row in records(path, 4096) if len(row) == 3)
    assert found == expected


def test_a_day_of_publication_that_is_set_times_the_report_anew() -> None:
    text = "Gunmen shot a judge on Monday, the mayor said. The trial opens on 3 June. It began in 2019."
    reading = read_text(text, published="2031-05-14")
    set_later = judging.shown(reading, {"published": "2031-06-18"})
    assert [time.value for time in reading.times] == ["2031-05-12", "2031-06-03", "2019"]
    assert [time.value for time in set_later.times] == ["2031-06-16", "2031-06-03", "2019"]
    assert [time.id for time in set_later.times] == [time.id for time in reading.times]
    taken_away = judging.shown(reading, {"published": None})
    assert [time.value for time in taken_away.times] == ["XXXX-WXX-1", "XXXX-06-03", "2019"]
    assert judging.shown(reading, {"outlet": "Herald"}).times == reading.times
    assert set_later.events == reading.events
