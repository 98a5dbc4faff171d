"""The processes that analyse reports: how they are started, and what becomes of one that dies or takes too long."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.read import Failure
from sayso.read.limits import Limits
from sayso.read.worker import Worker
from sayso.run import executors
from sayso.run.child import THREADS, environment
from sayso.run.doing import doing
from sayso.run.executors import Answers, Batch, Executor, Processes
from sayso.values.reading import Reading
from sayso.values.report import Report

FOLDER = Path(__file__).resolve().parent


class Obeying:
    """Stands in for the steps: does what a report says, and notes in a folder that it began."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, reports: Batch) -> Answers:
        if len(reports) > 1:
            doing("tags")
            for report in reports:
                if "together" in report.text:
                    self.obey(report)
        for report in reports:
            doing("entities", report.id)
            self.obey(report)
        return [Reading(report) for report in reports]

    def obey(self, report: Report) -> None:
        what, *more = report.text.split()
        began = self.folder / f"{report.id}.{time.monotonic_ns()}"
        if what in ("sleep", "spin", "memory", "signal", "once"):
            began.touch()
        if what == "pair":  # until two processes have come so far, or a minute has gone
            (self.folder / f"pid-{os.getpid()}").touch()
            for _ in range(600):
                if len(list(self.folder.glob("pid-*"))) > 1:
                    break
                time.sleep(0.1)
        if what == "sleep":
            time.sleep(600)
        if what == "spin":
            while True:
                pass
        if what == "memory":
            bytearray(2**40)
        if what == "signal" or (what == "once" and len(list(self.folder.glob(f"{report.id}.*"))) == 1):
            os.kill(os.getpid(), int(more[0]))

    def __call__(self) -> Obeying:
        return self


class Missing:
    """A reader that cannot be built."""

    def __call__(self) -> Obeying:
        raise ModelError("sayso-en is not installed")


@pytest.fixture
def obeying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Obeying:
    monkeypatch.syspath_prepend(str(FOLDER))  # the process finds this module there
    return Obeying(tmp_path)


def told(executor: Executor, build: Obeying, *batches: list[str]) -> Generator[str]:
    """What came of each report, in order: its own text, or why it failed."""
    made = [[Report.of(text, paths=(text,)) for text in batch] for batch in batches]
    for answers in executor.run(build, iter(made)):
        for one in answers:
            yield one.reason if isinstance(one, Failure) else one.report.text


def test_each_process_has_one_thread_unless_the_user_wants_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert {name: environment()[name] for name in THREADS} == dict.fromkeys(THREADS, "1") | {"OMP_NUM_THREADS": "3"}


def test_answers_come_in_the_order_of_the_batches(obeying: Obeying) -> None:
    batches = [[f"plain {number} {i}" for i in range(3)] for number in range(12)]
    assert list(told(Processes(2), obeying, *batches)) == [text for batch in batches for text in batch]


@pytest.mark.parametrize("what", ["spin", "sleep"])
def test_a_report_that_takes_too_long_in_a_step_of_its_own_is_blamed_at_once(obeying: Obeying, what: str) -> None:
    found = list(told(Processes(1, Limits(seconds=1)), obeying, ["plain a", what, "plain b"], ["plain c"]))
    assert found == ["plain a", "the analysis ran out of 1 s, in the step `entities`", "plain b", "plain c"]
    assert len(list(obeying.folder.iterdir())) == 1, "it is begun once"


def test_a_report_that_takes_too_long_among_others_is_found_alone(obeying: Obeying) -> None:
    found = list(told(Processes(1, Limits(seconds=1)), obeying, ["plain a", "spin together", "plain b"]))
    assert found == ["plain a", "the analysis ran out of 1 s, in the step `entities`", "plain b"]
    assert len(list(obeying.folder.iterdir())) == 2, "among others, and alone"


def test_what_opening_took_is_gone_from_the_time_of_the_analysis(obeying: Obeying) -> None:
    worker = Worker(Limits(seconds=600))
    worker.opening[Report.of("spin").id] = 599.5
    (found,) = told(Processes(1, worker.limits, worker=worker), obeying, ["spin"])
    assert found == "the analysis ran out of 600 s, of which opening it took 599 s, in the step `entities`"


def test_a_report_that_brings_its_process_down_is_blamed_the_second_time_that_it_is_alone(obeying: Obeying) -> None:
    notes: list[str] = []
    crash = f"signal {signal.SIGSEGV.value}"
    found = list(told(Processes(1, on_note=notes.append), obeying, ["plain a", crash, "plain b"], ["plain c"]))
    assert found == ["plain a", "analysis crashed, signal 11, in the step `entities`", "plain b", "plain c"]
    assert len(list(obeying.folder.iterdir())) == 3, "among others, and twice alone"
    assert set(notes) == {"analysis crashed, signal 11, in the step `entities`; what it was reading is read again"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_somebody_kills_costs_no_report(obeying: Obeying, jobs: int) -> None:
    notes: list[str] = []
    batches = [["plain a", f"once {signal.SIGKILL.value}", "plain b"], ["plain c"], [f"once {signal.SIGTERM.value}"]]
    assert list(told(Processes(jobs, on_note=notes.append), obeying, *batches)) == [t for b in batches for t in b]
    assert len(notes) == 2 and all("is read again" in note for note in notes)


def test_a_step_that_takes_too_much_memory_is_told(obeying: Obeying) -> None:
    found = list(told(Processes(1, Limits(memory=2**28)), obeying, ["plain a", "memory", "plain b"]))
    assert found == ["plain a", "the analysis takes more memory than is allowed, in the step `entities`", "plain b"]


def test_a_second_process_is_started_once_there_is_enough_to_read(
    obeying: Obeying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "usual_jobs", lambda: (2, "only two"))
    notes: list[str] = []
    few = [["plain a"]] * executors.FEW
    assert len(list(told(Processes(None, on_note=notes.append), obeying, *few))) == len(few)
    assert notes == [], "few reports are read by one, whatever the memory allows"
    list(told(Processes(None, on_note=notes.append), obeying, *few, ["pair"], ["pair"], ["pair"]))
    assert len(list(obeying.folder.glob("pid-*"))) == 2
    assert notes == ["only two"]


def test_what_cannot_be_built_is_told_and_blames_no_report() -> None:
    with pytest.raises(ModelError, match="sayso-en is not installed"):
        next(Processes(2).run(Missing(), iter([[Report.of("plain")]])))


def test_processes_end_where_nobody_wants_more(obeying: Obeying) -> None:
    executor = Processes(2)
    running = told(executor, obeying, *[["plain"]] * 5, ["sleep"], ["sleep"])
    next(running)
    running.close()  # ends at all: the sleepers are not waited for
