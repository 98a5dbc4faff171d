"""The labels of a case: rows, counts, the table of holders, the question and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.case import Case, open_case
from sayso.cli.group import Sayso
from sayso.errors import UsageError
from sayso.export import export
from sayso.values.findings import Attribution, Claim, Entity, Label, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.labels import called_dict, label_lines, label_rows


def told(outlet: str, day: str, word: str, *, holder: str = "", hostile: str = "") -> Reading:
    """A report by which the Front is called something, in its own voice or as Terzo's statement."""
    front = "Front for a Free Ostrany"
    text = f"{holder or 'Here'}: the {front}, the {word}{hostile}, left."
    report = Report.of(text, outlet=outlet, published=day, published_from="meta")

    def span(part: str) -> tuple[int, int]:
        at = text.index(part)
        return at, at + len(part)

    whom, what = report.span(*span(front)), report.span(*span(word + hostile))
    mentions = [Mention(f"{report.id}/m{whom.start}", whom, whom, "name", "Organization", True)]
    entities = [Entity(f"{report.id}/n{whom.start}", (mentions[0].id,), front, "Organization")]
    said: tuple[Attribution, ...] = ()
    if holder:
        who = report.span(0, len(holder))
        mentions.append(Mention(f"{report.id}/m0", who, who, "name", "Person"))
        entities.append(Entity(f"{report.id}/n0", (mentions[1].id,), holder, "Person"))
        content = report.span(len(holder) + 2, len(text))
        said = (Attribution(f"{report.id}/a0", (content,), (who,), speaker=mentions[1].id),)
    inside = said[0].id if said else None
    label = Label(f"{report.id}/l{what.start}", what, "naming", mentions[0].id, None, -1, inside=inside)
    claim = Claim(f"{report.id}/c0", label.id, (), (report.span(0, len(text)),))
    return Reading(
        report, ("labels.v1",), mentions=tuple(mentions), entities=tuple(entities), attributions=said,
        labels=(label,), claims=(claim,),
    )  # fmt: skip


READINGS = [
    told("Herald", "2031-05-02", "wreckers"),
    told("Herald", "2031-05-09", "Wreckers"),
    told("Isles", "2031-05-03", "exiles"),
    told("Isles", "2031-05-04", "wreckers", holder="Halim Terzo"),
]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    opened = open_case(tmp_path / "m.sayso", create=True)
    for reading in READINGS:
        opened.add(reading)
    return opened


def test_the_holder_is_the_outlet_or_who_speaks() -> None:
    (own,), (other,) = label_rows(READINGS[0]), label_rows(READINGS[3])
    assert (own.by, own.own, own.about) == ("Herald", 1, "Front for a Free Ostrany")
    assert (other.by, other.own) == ("Halim Terzo", 0)


def test_labels_are_counted_by_holder_and_word(case: Case) -> None:
    found = [(one.by, one.label, one.count, one.first, one.last) for one in case.labels("Front")]
    assert found == [
        ("Herald", "wreckers", 2, "2031-05-02", "2031-05-09"),
        ("Isles", "exiles", 1, "2031-05-03", "2031-05-03"),
        ("Halim Terzo", "wreckers", 1, "2031-05-04", "2031-05-04"),
    ]
    assert [one.by for one in case.labels("Front", by="terzo")] == ["Halim Terzo"]
    assert [one.label for one in case.labels(outlet="Isles")] == ["exiles", "wreckers"]
    assert list(case.labels("Terzo")) == []
    with pytest.raises(UsageError, match="nobody is called"):
        case.labels("Nobody At All")
    with pytest.raises(UsageError, match="no date"):
        case.labels(since="yesterday")


def test_a_judgement_acts_on_labels_at_once(case: Case) -> None:
    case.rename("Front", "The Front")
    assert {one.about for one in case.labels()} == {"The Front"}
    entities = [entity.id for reading in READINGS for entity in reading.entities if entity.name != "Halim Terzo"]
    case.differ(entities[0], entities[2])
    assert len({(one.by, one.label) for one in case.labels(entities[0])}) < 3


def test_two_outlets_lie_side_by_side(case: Case) -> None:
    lines = list(label_lines(list(case.labels("Front")), whose=False))
    head = lines[0].split("  ")
    assert [part.strip() for part in head if part.strip()] == ["Herald", "Isles", "Halim Terzo"]
    assert lines[1].split() == ["-", "wreckers", "2", "1"]
    assert "exiles" in lines[2]
    assert any("the Front for a Free Ostrany, the exiles, left." in line for line in lines)


def test_nothing_printed_steers_a_terminal(case: Case) -> None:
    case.add(told("Ev\x1b[31mil", "2031-05-05", "wreckers", hostile="\x1b[2J"))
    assert not any("\x1b" in line for whose in (True, False) for line in label_lines(list(case.labels()), whose=whose))


def test_a_label_as_json_holds_its_evidence(case: Case) -> None:
    first = called_dict(case.labels("Front")[0])
    assert (first["voice"], first["count"], first["polarity"]) == ("report", 2, -1)
    assert [use["outlet"] for use in first["uses"]] == ["Herald", "Herald"]
    assert all("wreckers" in use["sentence"].casefold() for use in first["uses"])
    assert json.loads(json.dumps(first)) == first


def test_the_command_prints_and_narrows(case: Case, tmp_path: Path) -> None:
    case.close()
    path = str(tmp_path / "m.sayso")
    found = CliRunner().invoke(Sayso(), ["labels", path, "Front", "--by", "Herald", "--json"])
    assert found.exit_code == 0
    assert [json.loads(line)["label"] for line in found.stdout.splitlines()] == ["wreckers"]
    none = CliRunner().invoke(Sayso(), ["labels", path, "Front", "--kind", "evaluation"])
    assert none.exit_code == 0 and none.stdout == ""


def test_the_table_has_a_row_a_label(case: Case) -> None:
    lines = b"".join(export(case, "labels-csv")).decode()
    rows = list(csv.DictReader(io.StringIO(lines, newline="")))
    assert len(rows) == len(READINGS)
    assert {row["label"] for row in rows} == {"wreckers", "Wreckers", "exiles"}
    assert all(row["sentence"] and row["polarity"] == "-1" for row in rows)
