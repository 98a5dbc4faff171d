"""Reading originals into a case from Python: progress, counts, what is not blamed. Without the model (read_lightly)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from read_lightly import light_readings

from sayso.case import Case, ingest, open_case
from sayso.case.ingest import IngestCounts, IngestProgress
from sayso.errors import ModelError, UsageError
from sayso.read import Failure, LeftOut
from sayso.values.reading import Reading
from sayso.values.report import Report

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_workers")]

TEXT = "Envoy Terzo said that camp {} would be closed."


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "read_reports", light_readings)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports of one text, another report, a file that is no text, a picture, each in the folder of its outlet."""
    for name, data in {
        "Herald/1.txt": TEXT.format(1).encode(),
        "Herald/1-again.txt": TEXT.format(1).encode(),
        "Courier/2.txt": TEXT.format(2).encode(),
        "Courier/broken.txt": b"\0\1\2",
        "Courier/picture.png": b"\x89PNG",
    }.items():
        (tmp_path / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / name).write_bytes(data)
    return tmp_path / "reports"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso", create=True) as made:
        yield made


def test_what_happens_is_counted_and_called_back(case: Case, folder: Path) -> None:
    steps: list[IngestProgress] = []
    counts = case.read(folder, outlet_from="folder", on_progress=steps.append)
    # the steps take reports in batches: the second file of one text is opened before the first one's reading is there
    assert counts == IngestCounts(added=2, known=1, failed=1, left_out=1)
    assert counts.not_read == 1
    assert [step.number for step in steps if step.what == "file"] == [1, 2, 3, 4]
    assert {step.total for step in steps} == {4}
    found = {step.what: type(step.found) for step in steps}
    assert found == {"file": type(None), "added": Reading, "known": Reading, "failed": Failure, "left out": LeftOut}
    assert {row.outlet for row in case.reports()} == {"Herald", "Courier"}
    *_, last = case.log()
    assert (last.command, last.counts) == ("read", {"added": 2, "known": 1, "failed": 1, "left out": 1})
    assert last.options["paths"] == [str(folder)]


def test_a_second_reading_opens_only_what_is_new(case: Case, folder: Path) -> None:
    case.read(folder)
    (folder / "3.txt").write_text(TEXT.format(3))
    assert case.read(str(folder)) == IngestCounts(added=1, known_files=3, failed_before=1, left_out=1)
    assert case.read([folder], retry=True) == IngestCounts(known_files=4, failed=1, left_out=1)


def test_standard_input_is_read(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(TEXT.format(1).encode())

    monkeypatch.setattr("sys.stdin", Standard())
    steps: list[IngestProgress] = []
    assert case.read("-", on_progress=steps.append) == IngestCounts(added=1)
    assert {step.total for step in steps} == {0}, "how many there are is not known before they are read"


def test_a_callback_that_interrupts_leaves_no_file_to_blame(case: Case, folder: Path) -> None:
    def interrupt(step: IngestProgress) -> None:
        if step.what == "failed":  # the file is open at that moment
            raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            case.read(folder, on_progress=interrupt)
    counts = case.read(folder)
    assert (counts.failed_before, counts.failed) == (0, 1)
    assert len(list(case.reports())) == 2
    assert [row.state for row in case.log() if row.command == "read"].count("failed") == 2


def test_a_model_that_is_missing_leaves_no_file_to_blame(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_a_model(reports: Iterable[Report], **settings: object) -> Iterator[Reading]:
        for report in reports:  # the file is open at that moment
            raise ModelError(f"sayso-en is not installed, so {report.id} cannot be read")
        yield from ()

    with monkeypatch.context() as patch:
        patch.setattr(ingest, "read_reports", without_a_model)
        for _ in range(2):
            with pytest.raises(ModelError):
                case.read(folder)
    assert case.failures() == []
    assert case.read(folder) == IngestCounts(added=2, known=1, failed=1, left_out=1)


def test_what_cannot_be_used_is_told_before_anything_is_opened(case: Case, folder: Path) -> None:
    for given, reason in (
        ({"outlet": "Daily", "outlet_from": "folder"}, "given twice"),
        ({"outlet_from": "name"}, "expected 'folder'"),
        ({"published": "yesterday"}, "is no date"),
        ({"meta": folder / "none.csv"}, "cannot be opened"),
    ):
        with pytest.raises(UsageError, match=reason):
            case.read(folder, **given)
    assert list(case.log()) == []
