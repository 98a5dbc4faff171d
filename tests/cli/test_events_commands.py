"""`sayso events`, timelines, event rows and lists of places, from the arguments to what is printed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sayso import cli
from sayso.case import open_case
from sayso.export.events_csv import COLUMNS as EVENT_COLUMNS
from sayso.views import polecat

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("kept_workers")]

FIRST = (
    "Rebels of the Tarn Front attacked a convoy near Quell on 4 May 2031, killing about 40 soldiers. "
    "Envoy Halim Terzo said the army had arrested two men after the raid. "
    "The Front denied that it had burned the school. Velmar will expel the fighters if the court agrees.\n"
)
SECOND = "SORVANE, May 9 (AP) -- Police beat Ida Brenn in 1982, her brother told the Associated Press. =2+3 she said.\n"
PLACES = "name,latitude,longitude,kind\nQuell,42.5,44.1,camp\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "in" / "b.txt").write_text(SECOND, encoding="utf-8")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    path = str(folder / "my.sayso")
    given = ["read", str(folder / "in"), "--case", path, "--outlet", "Daily", "--published", "2031-05-12"]
    assert cli.main([*given, "--places", str(folder / "places.csv")]) == 0
    return path


def asked(case: str, capsys: pytest.CaptureFixture[str], *given: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert cli.main(["events", case, "--json", *given]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_event_tells_who_whom_when_where_how_many_and_on_whose_say_so(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = next(event for event in asked(case, capsys, "--whom", "convoy") if event["what"] == "attacked")
    assert attack["who"] == "Rebels" and attack["type"] == "ASSAULT" and attack["state"] == "done"
    assert (attack["earliest"], attack["latest"], attack["place"]) == ("2031-05-04", "2031-05-04", "Quell")
    assert attack["chain"] == "Daily" and "attacked a convoy" in str(attack["sentences"])
    killed = next(event for event in asked(case, capsys) if event["what"] == "killing")
    assert killed["how_many"] == "about 40 soldiers"
    found = asked(case, capsys, "--type", "coerce", "--who", "army")
    (arrest,) = [event for event in found if event["what"] == "arrested"]
    assert arrest["chain"] == "Daily > Halim Terzo"


def test_state_and_type_narrow(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert [event["what"] for event in asked(case, capsys, "--state", "denied", "--type", "ALL")] == ["burned"]
    assert "expel" in [event["what"] for event in asked(case, capsys, "--state", "hypothetical")]


def test_between_finds_what_may_lie_there(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "beat" in [event["what"] for event in asked(case, capsys, "--between", "1980", "1983")]
    assert "attacked" in [event["what"] for event in asked(case, capsys, "--between", "2031-05", "2031-05")]
    assert asked(case, capsys, "--between", "1990", "1999") == []


def test_a_credited_agency_that_was_told_is_one_voice(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    (beaten,) = asked(case, capsys, "--whom", "Brenn", "--type", "ASSAULT")
    assert str(beaten["chain"]).split(" > ")[:2] == ["Daily", "AP"] and str(beaten["chain"]).count("A") == 1


def test_events_are_told_for_people_too(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["events", case, "--whom", "convoy"]) == 0
    out = capsys.readouterr().out
    assert "-> a convoy" in out and "[ASSAULT" in out and "a.txt:" in out and "Daily" in out


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--type", "FIGHT"], "ASSAULT"),
        (["--between", "May", "June"], "expected a year"),
        (["--between", "2031", "1980"], "earlier date first"),
        (["--who", "?!"], "no word to look for"),
    ],
)
def test_misuse_says_what_is_expected(
    case: str, capsys: pytest.CaptureFixture[str], given: list[str], told: str
) -> None:
    assert cli.main(["events", case, *given]) == 2
    assert told in capsys.readouterr().err


def test_nothing_found_says_what_there_is(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["events", case, "--who", "Zorro", "--type", "AID"]) == 0
    told = capsys.readouterr().err
    assert "leave out one of --who, --type" in told and "ASSAULT" in told


def test_a_timeline_is_in_the_order_of_the_events(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["show", case, "--timeline"]) == 0
    told = capsys.readouterr()
    days = [line[:4] for line in told.out.splitlines()]
    assert days[0] == "1982" and days == sorted(days)
    assert "have no date" in told.err


def test_what_a_report_is_about_comes_first_and_alone_with_main(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    all_of_them = asked(case, capsys)
    assert [event["what"] for event in asked(case, capsys, "--main")] == ["attacked", "beat"]
    for report in {str(event["report"]) for event in all_of_them}:
        standings = [str(event["standing"]) for event in all_of_them if event["report"] == report]
        assert standings[0] == "main" and standings == sorted(standings)
    assert asked(case, capsys, "--main", "--type", "AID") == []


UNDATED = "The Tarn dam collapsed after heavy rain. Residents of four villages left their homes.\n"
NOTHING = "Contents. Page 4. Sorvane, Velmar.\n"


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("undated")
    for name, text in (("a.txt", FIRST), ("b.txt", UNDATED), ("c.txt", NOTHING)):
        (folder / name).write_text(text, encoding="utf-8")
    path = str(folder / "my.sayso")
    files = [str(folder / name) for name in ("a.txt", "b.txt", "c.txt")]
    assert cli.main(["read", *files, "--case", path, "--outlet", "Daily", "--published", "2031-05-12"]) == 0
    return path


def test_an_event_without_type_and_date_that_a_report_is_about_is_shown(
    undated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "collapsed" in {str(event["what"]) for event in asked(undated, capsys)}
    for given in (["--timeline"], ["--timeline", "--main"]):
        assert cli.main(["show", undated, *given]) == 0
        told = capsys.readouterr()
        assert told.out.splitlines()[0].startswith("2031-05-04 ")
        assert told.out.splitlines()[-1].startswith("no date told ") and "collapsed" in told.out.splitlines()[-1]
        assert "1 that reports are about and do not date" in told.err


def test_show_main_lists_each_report_with_its_events(undated: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["show", undated, "--main"]) == 0
    told = capsys.readouterr()
    assert told.out.count("2031-05-12  Daily: ") == 2
    assert "attacked" in told.out and "no date told" in told.out and "left" not in told.out
    assert "1 more tell nothing that happens" in told.err
    assert cli.main(["show", undated, "--main", "--json"]) == 0
    assert {json.loads(line)["standing"] for line in capsys.readouterr().out.splitlines()} == {"main"}
    assert cli.main(["show", undated, "reports", "--main"]) == 2
    assert "leave out 'reports'" in capsys.readouterr().err


def test_python_asks_for_main_events_too(undated: str) -> None:
    with open_case(undated, read_only=True) as opened:
        table = opened.events(main=True)
        assert {"attacked", "collapsed"} == {one.event.what for one in table}
        assert all(line["main"] for line in table.to_dicts())
        assert not opened.events(main=True, type="AID")


def test_event_rows_are_a_table_of_known_columns(case: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    capsysbinary.readouterr()
    assert cli.main(["export", case, "--as", "events-csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode(), newline="")))
    assert tuple(rows[0]) == EVENT_COLUMNS
    attack = next(row for row in rows if row["what"] == "attacked")
    assert (attack["type"], attack["earliest"], attack["place"], attack["state"]) == (
        "ASSAULT", "2031-05-04", "Quell", "done",
    )  # fmt: skip


def test_polecat_rows_have_polecat_s_columns_first(
    case: str, capsysbinary: pytest.CaptureFixture[bytes], root: Path
) -> None:
    capsysbinary.readouterr()
    assert cli.main(["export", case, "--as", "polecat"]) == 0
    lines = capsysbinary.readouterr().out.decode().split("\n")
    assert lines.pop() == "" and lines[0].split("\t") == list(polecat.COLUMNS)
    assert all(len(line.split("\t")) == len(polecat.COLUMNS) for line in lines)
    rows = [dict(zip(polecat.COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    attack = next(row for row in rows if row["Event Date"] == "2031-05-04")
    assert (attack["Event Type"], attack["Quad Code"], attack["Placename"]) == ("ASSAULT", "MATERIAL CONFLICT", "Quell")
    expelled = [row for row in rows if row["State"] == "hypothetical"]
    assert expelled and all("hypothetical" in row["Contexts"].split(";") for row in expelled)
    page = (root / "docs" / "reference" / "event-rows.md").read_text(encoding="utf-8")
    assert all(column in page for column in polecat.COLUMNS)


def test_no_cell_of_an_event_is_a_formula(case: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for form, delimiter in (("events-csv", ","), ("polecat", "\t")):
        capsysbinary.readouterr()
        assert cli.main(["export", case, "--as", form]) == 0
        text = capsysbinary.readouterr().out.decode()
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell[:1] in "=+@" and cell]


def test_places_of_ones_own_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    assert cli.main(["annotate", str(tmp_path / "a.txt"), "--places", str(tmp_path / "places.csv")]) == 0
    line = json.loads(capsys.readouterr().out)
    (quell,) = [place for place in line["places"] if place["span"]["text"] == "Quell"]
    assert (quell["latitude"], quell["gazetteer"]) == (42.5, "sayso:quell")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_list_of_places_that_is_none_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "places.csv").write_text("name,lat\nQuell,1\n", encoding="utf-8")
    given = ["annotate", str(tmp_path / "a.txt"), "--jobs", jobs]
    assert cli.main([*given, "--places", str(tmp_path / "places.csv")]) == 2
    assert "no column latitude" in capsys.readouterr().err
    assert cli.main([*given, "--places", str(tmp_path / "none.csv")]) == 2
