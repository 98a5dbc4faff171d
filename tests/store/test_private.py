"""A case and all that is written of it is its owner's alone, whatever the umask says."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.case.whole_file import whole_file
from sayso.read.worker import Worker
from sayso.store.sqlite import salvage
from sayso.values.case import Filters

DRAFTS = list(make_readings(5, seed=3))


@pytest.fixture(autouse=True)
def no_umask() -> Iterator[None]:
    """What a careless user has set; without care every file would be for everybody to write."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def made(path: Path) -> Path:
    with open_case(path, create=True) as case:
        for reading, original in DRAFTS:
            case.add(reading, original)
    return path


def test_a_case_is_private_and_so_is_what_sqlite_puts_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        assert modes(tmp_path)["my.sayso"] == 0o600
        case.add(*DRAFTS[0])
        assert {"my.sayso", "my.sayso-wal", "my.sayso-shm"} <= modes(tmp_path).keys()
        assert set(modes(tmp_path).values()) == {0o600}
    assert modes(tmp_path) == {"my.sayso": 0o600}
    with open_case(path) as first, open_case(path, read_only=True):
        first.store._rows("PRAGMA journal_mode = DELETE")  # type: ignore[attr-defined]
        first.store._wrote = True  # type: ignore[attr-defined]
        with first.store.transaction():
            first.store.set_config("originals", "false")
            assert "my.sayso-journal" in modes(tmp_path)
            assert set(modes(tmp_path).values()) == {0o600}
    assert modes(tmp_path) == {"my.sayso": 0o600}


def test_an_empty_file_becomes_private_with_the_case(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    path.touch(0o666)
    assert modes(made(path).parent) == {"my.sayso": 0o600}


def test_who_shares_a_case_on_purpose_is_left_to_it(tmp_path: Path) -> None:
    path = made(tmp_path / "my.sayso")
    path.chmod(0o640)
    with open_case(path) as case:
        case.configure("originals", "false")
        assert set(modes(tmp_path).values()) == {0o640}


def test_an_export_is_private_while_it_is_written_and_after(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    seen: dict[str, int] = {}

    class Watched(Case):
        def readings(self, *given: object, **named: object) -> Iterator[object]:  # type: ignore[override]
            for reading in super().readings(Filters()):
                seen.update(modes(out))
                yield reading

    with open_case(made(tmp_path / "my.sayso")) as case:
        watched = Watched(case.store)
        watched.export("jsonl", out / "a.jsonl")
        assert seen == {"a.jsonl.part": 0o600}
        assert modes(out) == {"a.jsonl": 0o600}
        (out / "a.jsonl").chmod(0o644)
        seen.clear()
        watched.export("csv", out / "a.jsonl")
        assert seen["a.jsonl.part"] == 0o600
        assert modes(out) == {"a.jsonl": 0o644}, "it has the permissions of the one in whose place it is"


def test_a_link_that_waits_for_an_export_is_not_written_into(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "a.csv.part").symlink_to(victim)
    with whole_file(str(tmp_path / "a.csv")) as stream:
        stream.write(b"x")
    assert victim.read_text() == "mine" and (tmp_path / "a.csv").read_text() == "x"
    with contextlib.suppress(RuntimeError), whole_file(str(tmp_path / "a.csv")) as stream:
        raise RuntimeError
    assert modes(tmp_path) == {"victim": stat.S_IMODE(victim.stat().st_mode), "a.csv": 0o600}
    assert (tmp_path / "a.csv").read_text() == "x"


def test_the_copy_of_a_damaged_case_and_the_folder_of_the_worker_are_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "my.sayso")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    left, _ = salvage.salvage(path)
    try:
        assert set(modes(temporary).values()) == {0o700}
        assert {mode for folder in temporary.iterdir() for mode in modes(folder).values()} == {0o600}
    finally:
        left.close()
    with Worker() as worker:
        worker.start()
        assert set(modes(temporary).values()) == {0o700}
