"""The command: floors, the table, what is missing, predictions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import floors, predict, table, task, tasks
from benchmarks.floors import Floor
from benchmarks.table import Result
from benchmarks.task import Record, Run, Score, Task
from benchmarks.tasks import AWAITED, all_tasks
from benchmarks.tasks import forms as forms_task
from sayso.errors import ModelError

GOLD = "0" * 64


def test_the_floors_are_well_formed_and_name_tasks_that_there_are() -> None:
    held = floors.load()
    names = {one.name for one in all_tasks()}

    for name, floor in held.items():
        assert name.partition(" ")[0] in names, name
        assert re.match(r"\./run bench( |\Z)", floor.command), name
    assert list(json.loads(floors.PATH.read_text(encoding="utf-8"))) == sorted(held)


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    held = {"t a": Floor("./run bench", GOLD, 1.5, 2.0), "t b": Floor("./run bench", less=True, bar=3)}

    floors.save(held, tmp_path / "floors.json")

    assert floors.load(tmp_path / "floors.json") == held


@pytest.mark.parametrize(
    "held",
    [{"floor": 1.0}, {"floor": 1.0, "gold": "abc"}, {"bar": float("nan")}, {"floor": float("inf"), "gold": GOLD}],
)
def test_a_floor_that_says_nothing_is_refused(held: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="floor|SHA|score"):
        Floor("./run bench", **held)  # type: ignore[arg-type]


def test_a_floor_goes_up_with_a_better_score_and_never_down_on_the_same_gold() -> None:
    held = {"t up": Floor("x", GOLD, 50), "t down": Floor("x", GOLD, 50), "t cost": Floor("x", GOLD, 3.0, less=True)}
    scores = [Score("up", 51), Score("down", 49), Score("cost", 2.5, less=True), Score("new", 7)]

    after = floors.raised(held, "t", scores, GOLD)

    assert {name: floor.floor for name, floor in after.items()} == {"t up": 51, "t down": 50, "t cost": 2.5}


def test_a_measure_without_a_floor_gets_one_only_where_that_is_asked_for() -> None:
    held = {"t bar": Floor("x", bar=90), "t held": Floor("x", GOLD, 50)}
    scores = [Score("bar", 80), Score("held", 49), Score("new", 7, less=True)]

    after = floors.raised(held, "t", scores, GOLD, first=True)

    assert floors.raised(held, "t", scores, GOLD) == held
    assert after == {
        "t bar": Floor("x", GOLD, 80, 90), "t held": Floor("x", GOLD, 50),
        "t new": Floor("./run bench --only t", GOLD, 7, less=True),
    }  # fmt: skip


def test_a_score_below_its_floor_is_a_fault_and_marked() -> None:
    held = {"t a": Floor("x", GOLD, 50.0), "t b": Floor("x", GOLD, 3.0, less=True)}
    result = Result("t", [Score("a", 49.9, {"other": 60}), Score("b", 2.0, less=True)], GOLD)

    assert table.faults([result], held) == ["t a: 49.9 is below the floor of 50; see x"]
    assert [line.split() for line in table.lines([result], held)][2:] == [
        ["t", "a", "!", "49.9", "50.0", "-", "60.0"],
        ["t", "b", "2.0", "3.0", "-", "-"],
    ]


def test_other_gold_is_not_compared_but_own_gold_that_changed_is_a_fault() -> None:
    held = {"t a": Floor("x", GOLD, 50.0)}

    assert table.faults([Result("t", [Score("a", 1)], "1" * 64)], held) == []
    assert len(table.faults([Result("t", [Score("a", 99)], "1" * 64, own=True)], held)) == 1


def test_a_task_that_cannot_be_done_any_more_is_a_fault_where_it_has_a_floor() -> None:
    broken = Result("t", missing="the model is not there", failed=True)

    assert len(table.faults([broken], {"t a": Floor("x", GOLD, 50.0)})) == 1
    assert table.faults([broken], {"t a": Floor("x", bar=50.0)}) == []
    assert table.faults([Result("t", missing="no gold")], {"t a": Floor("x", GOLD, 50.0)}) == []


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    def no_model(run: Run) -> Iterable[Score]:
        raise ModelError("the model is not installed")

    (tmp_path / "there").mkdir()
    both = [Task("a", "not/there", no_model), Task("b", "there", no_model)]

    first, second = command.measured(both, tmp_path, Run(tmp_path))

    assert first.missing.startswith("no not/there in ")
    assert (second.missing, second.failed) == ("the model is not installed", True)
    assert table.lines([first], {})[-1].startswith("not measured: a: no not/there")


def test_a_task_that_cannot_be_imported_leaves_the_others_alone(tmp_path: Path) -> None:
    broken = tasks.task_of("nonsense")

    assert broken is not None
    (result,) = command.measured([broken], None, Run(tmp_path))
    assert result.failed
    assert result.missing.startswith("tasks/nonsense.py cannot be imported")


def test_a_bug_in_one_task_is_a_fault_and_leaves_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def bug(run: Run) -> Iterable[Score]:
        raise IndexError("oh")

    (result,) = command.measured([Task("a", "", bug, own=True)], None, Run(tmp_path))

    assert table.faults([result], {}) == ["a: crashed with IndexError: oh"]
    assert "Traceback" in capsys.readouterr().err


def test_the_digest_tells_names_and_bytes_apart(tmp_path: Path) -> None:
    def digest(**files: str) -> str:
        folder = tmp_path / "-".join(f"{name}{text}" for name, text in files.items())
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        return task.digest([folder])

    assert len({digest(a="1", b="2"), digest(a="2", b="1"), digest(a="12"), digest(b="12")}) == 4


def test_cost_is_measured_only_when_named() -> None:
    every = all_tasks()

    assert "cost" not in [one.name for one in command.chosen(every, "")]
    assert [one.name for one in command.chosen(every, "cost, case")] == ["cost", "case"]
    with pytest.raises(SystemExit) as ended:
        command.main(["--only", "nonsense"])
    assert ended.value.code == 2


def upper(records: Sequence[Record]) -> Iterable[Record]:
    return ({"id": record["id"], "answer": record["text"].upper()} for record in records)


def judged(records: Sequence[Record], found: Sequence[Record]) -> list[Score] | None:
    if "gold" not in records[0]:
        return None
    return [
        Score("right", 100 * sum(r["gold"] == f["answer"] for r, f in zip(records, found, strict=True)) / len(found))
    ]


@pytest.mark.parametrize("answers", [False, True])
def test_a_prediction_is_the_same_with_answers_and_without(
    answers: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    records = [{"id": 1, "text": "a"} | ({"gold": "B"} if answers else {})]
    inputs.write_text("".join(json.dumps(record) + "\n\n" for record in records))
    one = Task("shout", "", lambda run: (), predict=upper, judge=judged)

    assert predict.predict("shout", inputs, out, [one]) == 0

    assert json.loads(out.read_text()) == {"id": 1, "answer": "A"}
    assert capsys.readouterr().out == ("shout right: 0\n" if answers else "")


@pytest.mark.parametrize("name", [*AWAITED, "attribution", "nonsense"])
def test_a_task_that_cannot_predict_ends_with_2_and_says_so(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if any(one.name == name and one.predict for one in all_tasks()):
        pytest.skip("this one is there")
    (tmp_path / "in.jsonl").write_text("{}\n")
    out = tmp_path / "out.jsonl"

    status = command.main(["--task", name, "--gold", str(tmp_path / "in.jsonl"), "--predict", str(out)])

    assert (status, out.exists()) == (2, False)
    assert name in capsys.readouterr().err


def test_a_line_that_is_no_json_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text("{}\n{\n")
    one = Task("shout", "", lambda run: (), predict=upper)

    assert predict.predict("shout", tmp_path / "in.jsonl", tmp_path / "out", [one]) == 2
    assert "in.jsonl:2 is no JSON" in capsys.readouterr().err


def test_the_forms_against_themselves_give_100(root: Path) -> None:
    cases = forms_task.load(root / "tests" / "gold" / "forms")
    result = forms_task.gold_module("score_forms").score(cases, {one["id"]: one["attributions"] for one in cases})

    assert {score.value for score in forms_task.scores_of(result)} == {100.0}
