"""Case steps, with toy ones: their order, what they are handed, and that a second run equals a run from nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from make_readings import make_readings

from sayso import compare
from sayso.case import Case, open_case
from sayso.compare import Changes, Input, case_step
from sayso.errors import StepError
from sayso.values.case import Judgement
from sayso.values.reading import Reading

DRAFTS = list(make_readings(12, seed=5))


@dataclass(frozen=True)
class Someone:
    """A name and the reports that hold it."""

    name: str
    reports: tuple[str, ...]


@pytest.fixture(autouse=True)
def no_other_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "CASE_STEPS", {})


@pytest.fixture
def calls() -> list[str]:
    """Two steps: the names of each report; who is named in which reports, worked out only for what changed."""
    calls: list[str] = []

    @case_step("names.v1", needs=("reading",), gives="names", value=tuple[str, ...])
    def names(reading: Reading) -> tuple[str, ...]:
        calls.append(reading.report.id)
        return tuple(sorted({entity.name for entity in reading.entities if entity.name}))

    @case_step("someone.v1", needs=("names", "judgements", "previous"), gives="someone", value=Someone)
    def someone(
        names: Input[tuple[str, ...]], judgements: Input[Judgement], previous: Mapping[str, Someone]
    ) -> Changes[Someone]:
        calls.append("someone")
        hidden = {j.value for j in judgements.values() if j.verb == "note"}
        if judgements.changed or judgements.gone:
            held: dict[str, set[str]] = {}
            looked_at: tuple[str, ...] = tuple(names)
        else:
            held = {one.name: set(one.reports) for one in previous.values()}
            looked_at = names.changed
        for reports in held.values():
            reports.difference_update(names.changed, names.gone)
        for report in looked_at:
            for name in names[report]:
                held.setdefault(name, set()).add(report)
        put = {name: Someone(name, tuple(sorted(held[name]))) for name in held if held[name] and name not in hidden}
        return Changes(put, [name for name in previous if name not in put])

    return calls


@pytest.fixture(params=["file", ":memory:"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso" if request.param == "file" else ":memory:", create=True) as made:
        for reading, original in DRAFTS[:8]:
            made.add(reading, original)
        yield made


def from_nothing(case: Case) -> dict[str, Any]:
    with case.store.transaction():
        case.store.forget_results()
    return case.result("someone")


def test_a_result_is_worked_out_once_and_then_only_for_what_changed(case: Case, calls: list[str]) -> None:
    first = case.result("someone")
    assert first and all(isinstance(one, Someone) and one.reports for one in first.values())
    assert sorted(calls) == sorted([*case.store.report_ids(), "someone"])
    calls.clear()
    assert case.result("someone") == first and calls == []
    reading, original = DRAFTS[8]
    case.add(reading, original)
    after = case.result("someone")
    assert calls == [reading.report.id, "someone"]
    assert after != first and after == from_nothing(case)


def test_what_is_stored_is_taken_without_looking_at_the_steps_before_it(
    case: Case, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = case.result("someone")
    asked: list[str] = []
    results = case.store.results

    def looked_at(step: str) -> object:
        asked.append(step)
        return results(step)

    monkeypatch.setattr(case.store, "results", looked_at)
    case._known_at = None  # as if opened again
    assert case.result("someone") == first and asked == ["someone.v1"]
    note = case.judge("note", [case.store.report_ids()[0]], next(iter(first)))
    hidden = case.result("someone")
    assert hidden != first and "names.v1" in asked
    case.judge("undo", value=note.id)
    assert case.result("someone") == first  # the same beginning as before, but not what is stored last


def test_whatever_is_done_the_result_is_that_of_a_run_from_nothing(case: Case, calls: list[str]) -> None:
    rng = random.Random(3)
    here = [reading.report.id for reading, _ in DRAFTS[:8]]
    later = list(DRAFTS[8:])
    for _ in range(12):
        what = rng.choice(["add", "rename", "reject", "undo", "erase", "note", "again"])
        report_id = rng.choice(here)
        reading = case.reading(report_id)
        if what == "add" and later:
            case.add(*later.pop())
        elif what == "rename" and reading.entities:
            case.judge("rename", [reading.entities[0].id], "Somebody")
        elif what == "reject" and reading.attributions:
            case.judge("reject", [reading.attributions[0].id])
        elif what == "undo" and (made := [j for j in case.judgements() if j.verb not in ("erase", "undo")]):
            case.judge("undo", value=rng.choice(made).id)
        elif what == "erase" and len(here) > 5:
            case.judge("erase", [report_id])
            here.remove(report_id)
        elif what == "note":
            case.judge("note", [report_id], next(iter(case.result("someone"))))
        elif what == "again":
            case.replace(Reading(reading.report, reading.steps, mentions=reading.mentions))
        step_by_step = case.result("someone")
        assert step_by_step == from_nothing(case), what


def test_a_judgement_reaches_the_comparison(case: Case, calls: list[str]) -> None:
    name, someone = next(iter(case.result("someone").items()))
    entity = next(e for e in case.reading(someone.reports[0]).entities if e.name == name)
    case.judge("rename", [entity.id], "Zephyr Quill")
    assert case.result("someone")["Zephyr Quill"].reports == (someone.reports[0],)


def test_another_version_is_worked_out_anew_and_the_older_one_goes(case: Case, calls: list[str]) -> None:
    case.result("someone")
    del compare.CASE_STEPS["names.v1"]

    @case_step("names.v2", needs=("reading",), gives="names", value=tuple[str, ...])
    def names(reading: Reading) -> tuple[str, ...]:
        return (reading.report.id,)

    assert set(case.result("someone")) == set(case.store.report_ids())
    assert case.store.result_steps() == ["names.v2", "someone.v1"]


def test_no_result_holds_the_words_of_an_erased_report(tmp_path: Path, calls: list[str]) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        case.add(*DRAFTS[0])
        name = next(iter(case.result("someone")))
        assert name in next(iter(case.store.results("names.v1").values()))
        case.judge("erase", [DRAFTS[0][0].report.id])
    assert name.encode() not in path.read_bytes()


def test_a_case_that_is_open_to_read_only_answers_too(tmp_path: Path, calls: list[str]) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        for reading, original in DRAFTS:
            case.add(reading, original)
        first = case.result("someone")
        case.add_failure("a.txt", "plain", "empty")
        case.judge("reject", [DRAFTS[0][0].attributions[0].id])
    with open_case(path, read_only=True) as case:
        calls.clear()
        assert case.result("someone") == first
        assert calls == [DRAFTS[0][0].report.id, "someone"], "only what changed"
        assert case.store.inputs("names.v1")[f"reading/{DRAFTS[0][0].report.id}"], "and nothing is written"


def test_a_step_that_raises_leaves_what_was_there(case: Case, calls: list[str]) -> None:
    first = case.result("someone")

    @case_step("broken.v1", needs=("someone",), gives="broken")
    def broken(someone: Input[Someone]) -> dict[str, Any]:
        raise RuntimeError(f"{len(someone)} are too many")

    with pytest.raises(RuntimeError, match="too many"):
        case.result("broken")
    assert case.result("someone") == first and "broken.v1" not in case.store.result_steps()


# order


def test_an_order_that_cannot_be_is_told_with_advice(calls: list[str]) -> None:
    steps = compare.CASE_STEPS
    with pytest.raises(
        StepError, match=r"someone.v1 needs names, which no earlier case step gives; put names.v1 before"
    ):
        compare.check_order([steps["someone.v1"], steps["names.v1"]])
    compare.check_order([steps["names.v1"], steps["someone.v1"]])
    assert [step.name for step in compare.steps_for("someone")] == ["names.v1", "someone.v1"]
    with pytest.raises(StepError, match="no case step gives 'accounts'; known results are: names, someone"):
        compare.steps_for("accounts")


def test_a_step_of_no_sense_is_refused(calls: list[str]) -> None:
    with pytest.raises(StepError, match="lower case with a version"):
        case_step("Names", needs=("reading",), gives="names")
    with pytest.raises(StepError, match="needs reading and judgements"):
        case_step("x.v1", needs=("reading", "judgements"), gives="x")
    with pytest.raises(StepError, match="names.v1 is taken by"):
        case_step("names.v1", needs=("reading",), gives="names")(dict)

    @case_step("first.v1", needs=("second",), gives="first")
    def first(second: Any) -> Any: ...

    @case_step("second.v1", needs=("first",), gives="second")
    def second(first: Any) -> Any: ...

    @case_step("third.v1", needs=("fourth",), gives="third")
    def third(fourth: Any) -> Any: ...

    with pytest.raises(StepError, match="first needs second needs first; one of them must do without"):
        compare.steps_for("first")
    with pytest.raises(StepError, match="third.v1 needs fourth, .* no case step that is known gives it"):
        compare.steps_for("third")
