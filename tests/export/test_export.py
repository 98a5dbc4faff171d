"""CSV and JSON Lines of a case."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_counts import counting
from make_readings import make_readings
from make_relations import related

from sayso.case import open_case
from sayso.errors import UsageError
from sayso.export import FORMATS, export
from sayso.export.cells import CONTROL, safe_cell
from sayso.export.csv import COLUMNS, csv_lines
from sayso.values.case import Filters
from sayso.values.findings import Argument, Attribution, Event, Mention
from sayso.values.json import reading_from_json
from sayso.values.reading import Reading
from sayso.values.report import Report

DRAFTS = list(make_readings(20, seed=5))


def table(lines: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(lines, newline="")))


def test_csv_has_a_row_a_statement_and_the_columns_of_the_issue() -> None:
    rows = table("".join(csv_lines(reading for reading, _ in DRAFTS)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(reading.attributions) for reading, _ in DRAFTS)
    texts = {reading.report.id: reading.report.text for reading, _ in DRAFTS}
    for row in rows:
        stretch = texts[row["report"]][int(row["start"]) : int(row["end"])]
        assert all(part in stretch for part in row["content"].split(" … "))
        assert row["sentence"] and row["chain"].endswith(row["speaker"])


@given(st.text())
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    cell = safe_cell(text)
    assert not cell or cell[0] not in "=+-@\t\r\n" or cell.lstrip("+-").replace(".", "", 1).isdecimal()
    kept = text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    assert CONTROL.search(cell) is None
    if CONTROL.search(kept) is None:
        assert cell.removeprefix("'") == kept.removeprefix("'")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_csv_reads_back_whatever_is_said(texts: list[str]) -> None:
    readings = []
    for text in texts:
        report = Report.of(text, outlet=text)
        said = Attribution(f"{report.id}/a0", (report.span(0, len(text)),))
        readings.append(Reading(report, attributions=(said,)))
    rows = table("".join(csv_lines(readings)))
    assert [row["content"] for row in rows] == [safe_cell(text) for text in texts]
    assert [row["outlet"] for row in rows] == [safe_cell(text) for text in texts]


def test_a_bom_is_put_in_front_of_a_table_when_asked(tmp_path: Path) -> None:
    with open_case(tmp_path / "a.sayso", create=True) as case:
        for form, held in FORMATS.items():
            begun = b"".join(export(case, form, bom=True)).startswith(b"\xef\xbb\xbf")
            assert begun == held.table
            assert not b"".join(export(case, form)).startswith(b"\xef\xbb\xbf")


def test_dates_have_one_form_in_every_table(tmp_path: Path) -> None:
    with open_case(tmp_path / "a.sayso", create=True) as case:
        for number, published in enumerate(("2031-05-04T18:20:00Z", "2031-05-05", "2031-05-06T01:00:00+03:00", None)):
            text = f"Police arrested {number} men."
            report = Report.of(text, published=published, published_from="user" if published else None)
            trigger = (report.span(7, 15),)
            case.add(Reading(
                report, attributions=(Attribution(f"{report.id}/a0", (report.span(0, len(text)),)),),
                events=(Event(f"{report.id}/e7", trigger, (), "COERCE"),),
            ))  # fmt: skip
        for form, delimiter, column in (
            ("csv", ",", "published"), ("events-csv", ",", "published"), ("polecat", "\t", "Publication Date"),
        ):  # fmt: skip
            held = io.StringIO(b"".join(export(case, form)).decode(), newline="")
            days = [row[column] for row in csv.DictReader(held, delimiter=delimiter)]
            assert sorted(days) == ["", "2031-05-04", "2031-05-05", "2031-05-06"], form


def test_jsonl_gives_readings_judgements_and_failures_in_one_order(tmp_path: Path) -> None:
    given = []
    for name, drafts in (("a", DRAFTS), ("b", DRAFTS[::-1])):
        with open_case(tmp_path / f"{name}.sayso", create=True) as case:
            for reading, original in drafts:
                case.add(reading, original)
            for failed in ("z.pdf", "a.pdf"):
                case.add_failure(failed, "pdf", "encrypted", "give the password")
            given.append(b"".join(export(case, "jsonl")))
            assert list(export(case, "csv", bom=True))[0].startswith(b"\xef\xbb\xbf")
            judgement = case.judge("note", [DRAFTS[0][0].attributions[0].id], {"page": 3}, by="Ana")
            lines = [json.loads(line) for line in export(case, "jsonl")]
    lines_of = [[json.loads(line) for line in held.splitlines()] for held in given]
    found = [[line for line in held if line["kind"] == "identity"] for held in lines_of]
    assert {frozenset(one["entities"]) for one in found[0]} == {frozenset(one["entities"]) for one in found[1]}
    assert [one["id"] for one in found[0]] == sorted(one["id"] for one in found[0]), "ids tell which report came first"
    others = [[line for line in held if line["kind"] != "identity"] for held in lines_of]
    assert others[0] == others[1]
    lines = [line for line in lines if line["kind"] not in ("identity", "account", "tie", "figure", "copy")]
    assert [line["kind"] for line in lines] == ["reading"] * 20 + ["judgement"] + ["failure"] * 2
    assert [line["path"] for line in lines[-2:]] == ["a.pdf", "z.pdf"]
    assert lines[-3]["subjects"][0]["report"] == DRAFTS[0][0].report.id
    assert {"id": judgement.id, "verb": "note", "value": {"page": 3}, "by": "Ana"}.items() <= lines[-3].items()
    readings = [reading_from_json(line) for line in given[0].splitlines()[:20]]
    assert {r.report.id: r for r in readings} == {r.report.id: r for r, _ in DRAFTS}
    with (
        open_case(tmp_path / "a.sayso") as case,
        pytest.raises(UsageError, match="expected one of csv, jsonl, events-csv, labels-csv, polecat"),
    ):
        export(case, "xlsx")


def test_jsonl_holds_the_figures_and_copies_of_the_reports_that_are_meant(tmp_path: Path) -> None:
    blast = "The blast at the depot in Ostrany near Keld killed {} people on Saturday, the army said. Help from Velmar came."
    with open_case(tmp_path / "a.sayso", create=True) as case:
        for outlet, number in (("A", "14"), ("B", "19"), ("C", "19")):
            case.add(counting(blast.format(number), "2031-05-03", outlet))
        lines = [json.loads(line) for line in b"".join(export(case, "jsonl")).splitlines()]
        some = [json.loads(line) for line in b"".join(export(case, "jsonl", Filters(outlet="A"))).splitlines()]
    kinds = [line["kind"] for line in lines if line["kind"] not in ("account", "tie")]
    assert kinds == sorted(kinds, key=["reading", "identity", "figure", "copy"].index)
    assert {line["version"] for line in lines if line["kind"] == "reading"} == {"1"}, "docs/versions.md"
    (figure,) = [line for line in lines if line["kind"] == "figure"]
    quantities = {q["id"] for line in lines if line["kind"] == "reading" for q in line["quantities"]}
    assert figure["moved"] == "conflict" and set(figure["quantities"]) == quantities
    copies = [line for line in lines if line["kind"] == "copy"]
    texts = {line["report"]["id"]: line["report"]["text"] for line in lines if line["kind"] == "reading"}
    for copy in copies:
        for side in (copy["left"], copy["right"]):
            assert texts[side["report"]][side["start"] : side["end"]] == side["text"]
    outlets = {line["report"]["id"]: line["report"]["outlet"] for line in lines if line["kind"] == "reading"}
    how = {"".join(sorted(outlets[copy[side]["report"]] for side in ("left", "right"))): copy["how"] for copy in copies}
    assert how == {"AB": "updated", "AC": "updated", "BC": "verbatim"}
    assert {line["kind"] for line in some} == {"reading", "identity"}


@pytest.mark.parametrize("name", ['"Red" Ida Brenn', '"', '"a', 'the "Front"', '\'"x"', '""'])
def test_a_cell_with_a_quotation_mark_shifts_no_columns_of_polecat(tmp_path: Path, name: str) -> None:
    text = f"{name} attacked two guards."
    report = Report.of(text, outlet=name, published="2031-05-04", published_from="user")
    trigger = (report.span(len(name) + 1, len(name) + 9),)
    who = report.span(0, len(name))
    mention = Mention(f"{report.id}/m0", who, who, "name")
    actor = Argument("agent", who, mention=mention.id)
    event = Event(f"{report.id}/e{trigger[0].start}", trigger, type="ASSAULT", arguments=(actor,))
    with open_case(tmp_path / "a.sayso", create=True) as case:
        case.add(Reading(report, ("events.v1",), mentions=(mention,), events=(event,)), text.encode())
        held = b"".join(export(case, "polecat")).decode()
    rows = list(csv.reader(io.StringIO(held, newline=""), delimiter="\t"))
    assert [len(row) for row in rows] == [len(rows[0])] * 2, "as a reader of tables takes it"
    assert {len(line.split("\t")) for line in held.splitlines()} == {len(rows[0])}, "as a reader of lines takes it"
    row = dict(zip(*rows, strict=True))
    assert row["Actor Name Raw"] == safe_cell(name) and row["Report"] == report.id


def test_a_short_report_of_an_outlet_that_nobody_knows_is_exported_twice() -> None:
    reading, original = related([("Ostrany", "Velmar", -1, "CT+")], outlet=None, day=None)
    short = Reading(Report.of("No.", original=b"No."), ())
    with open_case(":memory:", create=True) as case:
        case.add(reading, original)
        case.add(short, b"No.")
        first, second = (list(export(case, "jsonl")) for _ in range(2))  # the second from what was kept of the first
        assert first == second
        assert {json.loads(line)["kind"] for line in first} == {"reading", "identity", "relation"}
