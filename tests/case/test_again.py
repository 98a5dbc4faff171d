"""Reading anew what a case holds: what stays, what is found again, what is told. Without the model (read_lightly)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from read_lightly import light_readings

from sayso.case import Case, again, ingest, open_case
from sayso.case.ingest import IngestCounts, IngestProgress
from sayso.errors import UsageError
from sayso.read import Failure
from sayso.values.reading import Reading
from sayso.values.report import Report

pytestmark = pytest.mark.slow

TEXTS = {
    "Herald/1.txt": "Envoy Terzo said that camp 1 would be closed. Ida Brenn denied that it was so.",
    "Courier/2.txt": "Envoy Terzo said that camp 2 would be closed.",
}
Made = Callable[[Reading], Reading | Failure]


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "read_reports", light_readings)
    monkeypatch.setattr(again, "read_reports", light_readings)


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Made], None]:
    """Put other steps in place, whose readings differ as a function says."""

    def put(differ: Made) -> None:
        def readings(reports: Iterable[Report], **settings: Any) -> Iterator[Reading | Failure]:
            for reading in light_readings(reports):
                yield differ(dataclasses.replace(reading, steps=("light.v2",)))

        monkeypatch.setattr(again, "read_reports", readings)
        monkeypatch.setattr(again, "made_by", lambda: "sayso-xx 2, light.v2")

    return put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / name).write_text(text)
    return tmp_path / "reports"


@pytest.fixture
def case(tmp_path: Path, folder: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso", create=True) as made:
        made.read(folder, outlet_from="folder", published="2031-05-02")
        yield made


def notes(steps: list[IngestProgress]) -> list[str]:
    return [str(step.found) for step in steps if step.what == "note"]


def without_denials(reading: Reading) -> Reading:
    """Newer steps find no denial."""
    kept = tuple(a for a in reading.attributions if a.cue[0].text != "denied")
    ids = {a.id for a in kept}
    return dataclasses.replace(reading, attributions=kept, claims=tuple(c for c in reading.claims if c.about in ids))


def test_what_older_steps_read_is_read_anew_once(case: Case, newer: Callable[[Made], None]) -> None:
    assert case.older() == [] and case.read_again() == IngestCounts()
    newer(lambda reading: reading)
    ids = case.store.report_ids()
    assert case.older() == ids and len(ids) == 2
    steps: list[IngestProgress] = []
    assert case.read_again(on_progress=steps.append) == IngestCounts(replaced=2)
    assert [step.what for step in steps] == ["file", "file", "replaced", "replaced"]
    assert case.store.report_ids() == ids and case.older() == []
    assert {case.reading(report_id).steps for report_id in ids} == {("light.v2",)}
    assert {(row.outlet, row.published, row.kept) for row in case.reports()} == {
        ("Herald", "2031-05-02", True),
        ("Courier", "2031-05-02", True),
    }
    assert [str(finding) for finding in case.check() if finding.fault] == []
    assert case.read_again() == IngestCounts() and case.read_again("all") == IngestCounts(replaced=2)
    assert [row.options.get("again") for row in case.log() if row.command == "read"][-1] == "all"
    with pytest.raises(UsageError, match="expected 'older' or 'all'"):
        case.read_again("newer")  # type: ignore[arg-type]


def test_judgements_are_found_again_and_what_fits_no_more_is_told(case: Case, newer: Callable[[Made], None]) -> None:
    said = {found.statement.cue: found.statement.id for found in case.said()}
    terzo = next(found.statement.id for found in case.said("Terzo") if found.report.outlet == "Herald")
    denial = next(found.statement.id for found in case.said("Brenn"))
    assert said
    case.judge("reject", [terzo])
    lost = case.judge("accept", [denial])
    newer(without_denials)
    steps: list[IngestProgress] = []
    case.read_again(on_progress=steps.append)
    assert [found.report.outlet for found in case.said("Terzo")] == ["Courier"], "what was rejected stays so"
    assert len(list(case.said("Brenn"))) == 0
    (note,) = notes(steps)
    assert note.startswith(f"judgement {lost.id} (accept): in report ") and "judge anew, or undo it" in note


def test_a_report_that_fails_keeps_the_reading_that_it_has(case: Case, newer: Callable[[Made], None]) -> None:
    def fail(reading: Reading) -> Reading | Failure:
        return Failure("2.txt", "pipeline", "out of time") if reading.report.outlet == "Courier" else reading

    newer(fail)
    assert case.read_again() == IngestCounts(replaced=1, failed=1)
    assert len(list(case.said("Terzo"))) == 2 and case.failures() == []
    assert [case.reading(report_id).report.outlet for report_id in case.older()] == ["Courier"]


def test_an_original_that_is_not_kept_is_read_from_its_file_if_that_is_the_same(
    folder: Path, newer: Callable[[Made], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(":memory:") as case:
        case.configure("originals", "false")
        case.read(folder, outlet_from="folder")
        newer(lambda reading: reading)
        opened: list[str] = []
        plain = again.Again._opened

        def noting(self: again.Again, known: Report, kept: bytes | None) -> Report | None:
            found = plain(self, known, kept)
            opened.extend([known.paths[0]] if found is not None else [])
            return found

        monkeypatch.setattr(again.Again, "_opened", noting)
        (folder / "Courier" / "2.txt").write_text("Something else stands here now.")
        steps: list[IngestProgress] = []
        assert case.read_again(on_progress=steps.append) == IngestCounts(replaced=2)
        assert [Path(path).name for path in opened] == ["1.txt"]
        assert notes(steps) == ["of 1 reports the original is not at hand as it was; the text that was read is taken"]
        assert len(list(case.said("Terzo"))) == 2


def test_what_is_erased_is_not_read_anew(case: Case, newer: Callable[[Made], None]) -> None:
    gone, kept = case.store.report_ids()
    case.judge("erase", [gone])
    newer(lambda reading: reading)
    assert case.older() == [kept] and case.read_again("all") == IngestCounts(replaced=1)


@pytest.mark.parametrize("form", ["originals", "other-forms"])
def test_originals_of_every_form_are_opened_again_and_stay_the_same_reports(tarn_bridge: Path, form: str) -> None:
    folder = tarn_bridge / form
    with open_case(":memory:") as case:
        counts = case.read(folder, meta=folder / "meta.csv")
        before = {report_id: case.reading(report_id).report for report_id in case.store.report_ids()}
        steps: list[IngestProgress] = []
        assert case.read_again("all", on_progress=steps.append) == IngestCounts(replaced=counts.added)
        assert notes(steps) == []
        assert {report_id: case.reading(report_id).report for report_id in case.store.report_ids()} == before
