"""What people decide acts at once in every view, by commands, and stays when reports are read anew."""

from __future__ import annotations

import dataclasses
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, open_case
from sayso.errors import UsageError
from sayso.values.findings import Argument, Attribution, Entity, Event, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report


def told(outlet: str, day: str, name: str, schema: str = "Person") -> Reading:
    """A report in which somebody says something and attacks a camp."""
    text = f"{name} said it was over. {name} attacked the camp."
    report = Report.of(text, outlet=outlet, published=day, published_from="meta")
    first, second = (report.span(at, at + len(name)) for at in (0, text.rindex(name)))
    mentions = tuple(Mention(f"{report.id}/m{s.start}", s, s, "name", schema) for s in (first, second))  # type: ignore[arg-type]
    start = text.index("it was over")
    said = Attribution(f"{report.id}/a{start}", (report.span(start, start + 11),), (first,),
                       (report.span(len(name) + 1, len(name) + 5),), speaker=mentions[0].id, score=0.5)  # fmt: skip
    trigger = report.span(second.end + 1, second.end + 9)
    deed = Event(f"{report.id}/e{trigger.start}", (trigger,), (Argument("agent", second, second, mentions[1].id),),
                 type="ASSAULT", factuality="CT+", state="done")  # fmt: skip
    return Reading(report, ("mentions.v1",), mentions=mentions,
                   entities=(Entity(f"{report.id}/n0", tuple(m.id for m in mentions), name, schema),),  # type: ignore[arg-type]
                   attributions=(said,), events=(deed,))  # fmt: skip


FIRST = told("Herald", "2031-05-02", "Halim Terzo")
SECOND = told("Courier", "2031-05-04", "Sable Fox")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso", create=True) as made:
        made.add(FIRST)
        made.add(SECOND)
        yield made


def outlets(rows: object) -> list[str | None]:
    return [row.report.outlet for row in rows]  # type: ignore[attr-defined]


def test_who_is_judged_one_is_found_by_either_name_in_statements_and_events(case: Case) -> None:
    assert outlets(case.said("Terzo")) == outlets(case.events(who="Terzo")) == ["Herald"]
    judgement = case.same("Halim Terzo", "Sable Fox", why="a pen name")
    assert outlets(case.said("Terzo")) == outlets(case.said("Fox")) == ["Herald", "Courier"]
    assert outlets(case.events(who="Terzo")) == outlets(case.events(who="Fox")) == ["Herald", "Courier"]
    assert outlets(case.said("Terzo", about="over")) == ["Herald", "Courier"] and list(case.said("Terzo", "rain")) == []
    assert outlets(case.events(whom="Terzo")) == []
    assert {row.statement.speaker for row in case.said("Terzo")} == {"Halim Terzo", "Sable Fox"}, "each as its report"
    case.replace(dataclasses.replace(SECOND, steps=("mentions.v2",)))
    assert outlets(case.said("Terzo")) == ["Herald", "Courier"], "after a re-reading too"
    case.judge("undo", value=judgement.id)
    assert outlets(case.said("Terzo")) == outlets(case.events(who="Terzo")) == ["Herald"]


def test_a_note_is_written_to_someone_or_to_a_thing(case: Case) -> None:
    note = case.note("Terzo", "retired", why="his letter")
    assert note.subjects[0].kind == "entities" and note.value == "retired"
    assert case.note(FIRST.report.id, "twice").subjects[0].kind == "report"
    with pytest.raises(UsageError, match="nobody is called"):
        case.note("Zweig", "x")


def run(case: Path, command: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "sayso", command, str(case), *words], capture_output=True, text=True,
                          check=False)  # fmt: skip


def test_the_commands_judge_and_take_back(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "my.sayso"
    statement, event = FIRST.attributions[0].id, FIRST.events[0].id
    assert "changes" in run(path, "accept", statement).stdout
    assert case.reading(FIRST.report.id).attributions[0].score == 1.0
    assert json.loads(run(path, "reject", statement, "--json", "--why", "a caption").stdout)["judgement"] == "j2"
    assert outlets(case.said("Terzo")) == []
    exported = io.BytesIO()
    case.export("jsonl", exported)
    first = next(line for line in map(json.loads, exported.getvalue().splitlines()) if line["kind"] == "reading"
                 and line["report"]["outlet"] == "Herald")  # fmt: skip
    assert "attributions" not in first
    assert run(path, "correct", event, "state=denied", "factuality=CT-").returncode == 0
    assert next(iter(case.events(who="Terzo"))).event.state == "denied"
    assert run(path, "note", "Terzo", "ask him").returncode == 0
    assert run(path, "undo", "2").returncode == 0
    assert outlets(case.said("Terzo")) == ["Herald"]
    for words in (("correct", event, "state"), ("correct", event, "state=gone"), ("undo", "j99"), ("accept", "nothing"),
                  ("note", "Zweig", "x")):  # fmt: skip
        done = run(path, *words)
        assert done.returncode == 2 and done.stderr.startswith("sayso "), words
    assert [judgement.verb for judgement in case.judgements()] == ["accept", "reject", "correct", "note", "undo"]
