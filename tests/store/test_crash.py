"""What a case withstands: kill -9, a full disk, two processes, another version, damage."""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.errors import CaseError
from sayso.export import export, jsonl
from sayso.store.sqlite import schema
from sayso.values.case import FileRow, FileState
from sayso.values.reading import Reading
from sayso.values.rows import RowQuery, RowSpec
from sayso.views.tables import TABLES

pytestmark = pytest.mark.slow

Drafts = list[tuple[Reading, bytes]]
MANY = 600
FEW = 200


@pytest.fixture(scope="module")
def many() -> Drafts:
    return list(make_readings(MANY, seed=11))


@pytest.fixture(autouse=True)
def only_identities(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what reports say together, exports hold identities alone: it is worked out from readings, and takes longest."""
    monkeypatch.setattr(jsonl, "KINDS", {"identity": jsonl.KINDS["identity"]})


def tell(pipe: int) -> None:
    os.write(pipe, b".")


def read(path: Path, drafts: Drafts, begun: Callable[[], None] = lambda: None) -> None:
    """What the command does with a folder of files, every tenth of which cannot be read."""
    with open_case(path, create=True) as case, case.logged("read") as counts:
        for number, (reading, original) in enumerate(drafts):
            name = reading.report.paths[0]
            answer = case.begin_file(name, sha256=reading.report.sha256)
            counts[answer] += 1
            if answer != "read":
                continue
            begun()
            failed = number % 10 == 9
            if failed:
                case.add_failure(name, "plain", "broken", sha256=reading.report.sha256)
            else:
                case.add(reading, original)
            state: FileState = "failed" if failed else "read"
            case.finish_file(FileRow(name, "", len(original), 0.0, reading.report.sha256, state))


def in_child(work: Callable[[], None]) -> int:
    """Fork, work, and leave without a trace of pytest; gives the process."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def contents(path: Path) -> tuple[bytes, list[tuple[object, ...]]]:
    """All that a case holds, but for when it was put there."""
    with open_case(path) as case:
        assert [str(finding) for finding in case.check()] == []
        lines = b"".join(export(case, "jsonl")) + b"".join(export(case, "csv"))
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT path, sha256, state FROM files ORDER BY path").fetchall()
    rows += connection.execute("SELECT sha256, size FROM originals ORDER BY sha256").fetchall()
    rows += connection.execute(
        "SELECT thing, deed, digest FROM ledger WHERE deed NOT IN ('logged', 'failed', 'forgotten') ORDER BY thing, digest"
    ).fetchall()
    connection.close()
    return lines, rows


def test_a_case_killed_thirty_times_equals_one_that_was_not(tmp_path: Path, many: Drafts) -> None:
    whole, killed = tmp_path / "whole.sayso", tmp_path / "killed.sayso"
    read(whole, many)
    rng = random.Random(0)
    kills = 0
    while kills < 30:
        heard, said = os.pipe()
        process = in_child(lambda said=said: read(killed, many, lambda: tell(said)))  # type: ignore[misc]
        os.close(said)
        if kills % 5:  # else also while it opens, or passes over what it knows
            os.read(heard, 1)
        time.sleep(rng.uniform(0, 0.04))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        os.close(heard)
        assert not os.WIFEXITED(status), "it was done before it could be killed: give it more to read"
        kills += 1
    with open_case(killed) as case:
        assert 30 <= len(list(case.reports())) < MANY * 0.9, "the kills did not fall among the readings"
        cut_off = [row.state for row in case.log()]
    assert "done" not in cut_off and cut_off.count("begun") > 20
    read(killed, many)
    assert contents(killed) == contents(whole)


def limited(path: Path, drafts: Drafts, size: int) -> None:
    """Add under a limit of the size of any file, which SQLite meets as it meets a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        read(path, drafts)
    except CaseError as error:
        assert "what was stored before is kept" in str(error)
        return
    raise AssertionError("it fitted")


@pytest.mark.parametrize("size", [30_000, 400_000, 1_200_000])
def test_where_the_limit_of_a_file_is_met_the_case_stays_whole(tmp_path: Path, many: Drafts, size: int) -> None:
    path = tmp_path / "my.sayso"
    _, status = os.waitpid(in_child(lambda: limited(path, many, size)), 0)
    assert os.waitstatus_to_exitcode(status) == 0
    read(path, many)
    contents(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_on_a_full_disk_it_says_so_and_the_case_stays_whole(tmp_path: Path, many: Drafts) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], check=False)
    if mounted.returncode != 0:
        pytest.skip("no mount here")
    try:
        path = disk / "my.sayso"
        with pytest.raises(CaseError, match="no room left on the disk; what was stored before is kept"):
            read(path, many)
        with open_case(path) as case:
            kept = [row.id for row in case.reports()]
            assert len(kept) > 20
            assert [finding for finding in case.check() if finding.fault] == []
        subprocess.run(["mount", "-o", "remount,size=30m", str(disk)], check=True)
        read(path, many)
        contents(path)
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_two_processes_may_add_to_one_case(tmp_path: Path, many: Drafts) -> None:
    path = tmp_path / "my.sayso"
    halves = [many[:120], many[80:200]]
    processes = [in_child(lambda half=half: read(path, half)) for half in halves]  # type: ignore[misc]
    for process in processes:
        _, status = os.waitpid(process, 0)
        assert os.waitstatus_to_exitcode(status) == 0
    lines, _ = contents(path)
    whole = tmp_path / "whole.sayso"
    read(whole, many[:200])
    expected, _ = contents(whole)
    # an identity is called after the report that came first, and which of two processes came first is chance
    assert without_identities(lines) == without_identities(expected)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["my.sayso", "whole.sayso"]


def without_identities(lines: bytes) -> list[bytes]:
    return [line for line in lines.split(b"\n") if b'"kind":"identity"' not in line]


def test_who_waits_too_long_is_told(tmp_path: Path, many: Drafts) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    with open_case(path) as first, open_case(path, wait=0.05) as second:
        with first.store.transaction():
            with pytest.raises(CaseError, match="another process is writing to it"):
                second.add(*many[5])
            assert len(list(second.reports())) == 5
        assert second.add(*many[5]) == "added"
        assert len(list(first.reports())) == 6


def test_one_that_looks_sees_what_another_writes(tmp_path: Path, many: Drafts) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    with open_case(path) as writer, open_case(path, read_only=True) as reader:
        writer.add(*many[5])
        assert len(list(reader.reports())) == 6
        writer.set_report(many[5][0].report.id, outlet="Zephyr")
        assert reader.reading(many[5][0].report.id).report.outlet == "Zephyr"
        with pytest.raises(CaseError, match="cannot be written"):
            reader.add(*many[6])


# other files


def test_a_case_of_a_newer_version_is_left_alone(tmp_path: Path, many: Drafts) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE later (a)")  # without, it might be ours with a flipped bit in its head
    connection.close()
    before = path.read_bytes()
    with pytest.raises(
        CaseError, match=rf"version {schema.VERSION + 1}.*up to {schema.VERSION}; install a newer sayso"
    ):
        open_case(path)
    with pytest.raises(CaseError, match="install a newer sayso"):
        open_case(path, damaged="salvage")
    assert path.read_bytes() == before


def test_an_older_case_takes_the_steps_it_lacks(tmp_path: Path, many: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    steps = (*schema.MIGRATIONS, ("ALTER TABLE originals ADD COLUMN seen TEXT", "CREATE TABLE later (a)"))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    with pytest.raises(CaseError, match="opened once to write"):
        open_case(path, read_only=True)
    with open_case(path) as case:
        assert len(list(case.readings())) == 5
        assert case.store._rows("SELECT * FROM later") == []  # type: ignore[attr-defined]
        assert [finding for finding in case.check() if finding.fault] == []
    monkeypatch.setattr(schema, "MIGRATIONS", (*steps, ("CREATE TABLE more (a)", "SELECT no such column")))
    monkeypatch.setattr(schema, "VERSION", len(steps) + 1)
    with pytest.raises(CaseError):
        open_case(path)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with open_case(path) as case:  # a step that fails leaves the file as it was
        assert case.store._rows("SELECT name FROM sqlite_master WHERE name = 'more'") == []  # type: ignore[attr-defined]


def as_version(path: Path, version: int) -> None:
    """Make the file what an older program left: without the tables that came later, and with the indexes of then."""
    with sqlite3.connect(path) as connection:
        for name in ("drawn", "results", "inputs", *(("events_words", "events") if version < 2 else ())):
            connection.execute(f"DROP TABLE {name}")
        if version == 2:
            for column in ("type", "state", "date"):
                connection.execute(f"DROP INDEX events_by_{column}")
            for sql in schema.EVENTS[1:3]:
                connection.execute(sql)
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_case_gets_what_it_lacks_from_its_readings(tmp_path: Path, many: Drafts, version: int) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    with open_case(path) as case:
        wanted = [found.event for found in case.events(type="ALL")], [found.statement for found in case.said()]
    assert all(wanted)
    as_version(path, version)
    with pytest.raises(CaseError, match="opened once to write"):
        open_case(path, read_only=True)
    with open_case(path) as case:
        assert (
            [found.event for found in case.events(type="ALL")],
            [found.statement for found in case.said()],
        ) == wanted
        assert [finding for finding in case.check() if finding.fault] == []
        indexes = {name for (name,) in case.store._rows("SELECT name FROM sqlite_master WHERE type = 'index'")}  # type: ignore[attr-defined]
    assert "events_by_type" in indexes and "events_of_type" not in indexes


@dataclass(frozen=True)
class Length:
    """A row of a table that a case has not had before."""

    id: str
    words: str
    characters: int
    parts: tuple[tuple[int, int], ...]


def lengths(reading: Reading) -> list[Length]:
    text = reading.report.text
    return [Length(f"{reading.report.id}/x0", text[:20], len(text), ((0, 1), (2, 3)))]


def test_a_new_table_is_filled_from_the_readings_and_drawn_anew_when_its_version_changes(
    tmp_path: Path, many: Drafts
) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    spec = RowSpec("lengths", Length, lengths, searched=("words",))
    with pytest.raises(CaseError, match="opened once to write"):
        open_case(path, read_only=True, tables=(*TABLES, spec))
    with open_case(path, tables=(*TABLES, spec)) as case:
        found = list(case.rows(RowQuery("lengths", words=(("words", "report"),))))
        assert found and all(row == lengths(case.reading(report.id))[0] for report, row in found)
        assert [finding for finding in case.check() if finding.fault] == []
    newer = replace(spec, version=2, draw=lambda reading: [replace(row, words="later") for row in lengths(reading)])
    with open_case(path, tables=(*TABLES, newer)) as case:
        assert {row.words for _, row in case.rows(RowQuery("lengths", words=(("words", "later"),)))} == {"later"}
        assert list(case.rows(RowQuery("lengths", words=(("words", "report"),)))) == []
    with open_case(path) as case:  # a program that does not know the table could not keep it right
        assert case.store._rows("SELECT name FROM sqlite_master WHERE name LIKE 'lengths%'") == []  # type: ignore[attr-defined]


def test_a_file_that_names_its_record_as_a_table_of_rows_keeps_it(tmp_path: Path, many: Drafts) -> None:
    path = tmp_path / "my.sayso"
    read(path, many[:5])
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO drawn VALUES ('readings', 1), ('log; DROP TABLE log', 1)")
    connection.close()
    with open_case(path) as case:
        assert len(list(case.readings())) == 5 and len(list(case.log())) == 2
        assert [finding for finding in case.check() if finding.fault] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "no case there; `sayso read"),
        (b"", "nothing in it"),
        (b"It rained.", "no case, or its head is damaged"),
        (b"PK\x03\x04" + bytes(200), "no case, or its head is damaged"),
    ],
)
def test_what_is_no_case_is_named(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "my.sayso"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaseError, match=told):
        open_case(path)


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.commit()
    for mark in ("PRAGMA application_id = 0", "PRAGMA application_id = 7"):
        connection.execute(mark)
        connection.commit()
        before = path.read_bytes()
        with pytest.raises(CaseError, match="database of another program"):
            open_case(path, create=True)
        assert path.read_bytes() == before
    connection.close()


# damage


def damaged(path: Path, how: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    how(data)
    path.write_bytes(data)


def zero_head(data: bytearray) -> None:
    data[:100] = bytes(100)


def zero_first_page(data: bytearray) -> None:
    data[:4096] = bytes(4096)


def cut_in_half(data: bytearray) -> None:
    del data[len(data) // 2 :]


def cut_off_mid_page(data: bytearray) -> None:
    del data[len(data) - 50_001 :]


def noise_in_the_middle(data: bytearray) -> None:
    at = len(data) // 2
    data[at : at + 40_000] = random.Random(1).randbytes(40_000)


def every_tree_s_root(data: bytearray) -> None:
    for at in range(4096, 4096 * 40, 4096):
        if data[at] in (2, 5):  # inner pages
            data[at : at + 4096] = bytes(4096)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, many: Drafts) -> Path:
    path = tmp_path_factory.mktemp("good") / "my.sayso"
    read(path, many[:FEW])
    with open_case(path) as case:
        case.judge("note", [many[0][0].report.id], "seen")
        case.set_report(many[1][0].report.id, outlet="Zephyr")
    return path


@pytest.mark.parametrize(
    ("how", "least"),
    [
        (zero_head, 1.0),
        (zero_first_page, 1.0),
        (every_tree_s_root, 1.0),
        (noise_in_the_middle, 0.9),
        (cut_off_mid_page, 0.9),
        (cut_in_half, 0.4),
    ],
)
def test_of_a_damaged_case_check_says_what_is_lost_and_export_gives_the_rest(
    tmp_path: Path, good: Path, many: Drafts, how: Callable[[bytearray], None], least: float
) -> None:
    path = tmp_path / "my.sayso"
    path.write_bytes(good.read_bytes())
    damaged(path, how)
    before = path.read_bytes()
    stored = {r.report.id: r for number, (r, _) in enumerate(many[:FEW]) if number % 10 != 9}
    with open_case(path, damaged="salvage") as case:
        found = [str(finding) for finding in case.check() if finding.fault]
        left = {reading.report.id: reading for reading in case.readings(as_read=True)}
        lines = list(export(case, "jsonl"))
        csv = list(export(case, "csv"))
        assert any("damaged" in line for line in found), found
        lost = {line.split()[1].rstrip(":") for line in found if line.startswith("report ") and "lost" in line}
        unnamed = [line for line in found if "not even the id is left" in line or "is cut off" in line]
        assert lost <= stored.keys() - left.keys()
        assert lost == stored.keys() - left.keys() or unnamed
        assert len(left) >= least * len(stored)
        assert {r: stored[r] for r in left} == left
        assert len(csv) == 1 + sum(len(r.attributions) for r in left.values())
        if least == 1.0:
            assert case.reading(many[1][0].report.id).report.outlet == "Zephyr"
            assert [j.value for j in case.judgements()] == ["seen", {"outlet": "Zephyr"}]
            assert len(case.failures()) == FEW // 10
            kinds = Counter(json.loads(line)["kind"] for line in lines)
            assert (kinds["reading"], kinds["judgement"], kinds["failure"]) == (len(stored), 2, FEW // 10)
            assert case.original(many[0][0].report.id) == many[0][1]
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["my.sayso"]


def test_one_flipped_byte_is_found_and_the_other_readings_come_out(tmp_path: Path, good: Path) -> None:
    whole = good.read_bytes()
    rng = random.Random(2)
    told = 0
    for _ in range(6):
        path = tmp_path / "my.sayso"
        data = bytearray(whole)
        at = rng.randrange(200, len(data))
        data[at] ^= 1 << rng.randrange(8)
        path.write_bytes(data)
        lost: list[str] = []
        with open_case(path, damaged="salvage") as case:
            faults = [finding for finding in case.check() if finding.fault]
            left = sum(1 for _ in case.readings(on_lost=lost.append))
        told += bool(faults)
        assert left + len(lost) >= FEW * 0.9 - 8
        assert not lost or faults
    assert told >= 2, "a byte that is flipped in a page's unused part does no harm, but others are told"


def test_a_case_with_nothing_left_is_named(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    path.write_bytes(bytes(20_000))
    with pytest.raises(CaseError, match="nothing of a case is left in it"):
        open_case(path, damaged="salvage")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be opened|no case there"):
        open_case(tmp_path / "none" / "my.sayso", create=True)
    (tmp_path / "folder.sayso").mkdir()
    with pytest.raises(CaseError, match=os.strerror(errno.EISDIR)):
        open_case(tmp_path / "folder.sayso", create=True)


def test_case_is_what_open_case_gives(tmp_path: Path) -> None:
    case = open_case(tmp_path / "my.sayso", create=True)
    assert isinstance(case, Case)
    case.close()
    case.close()
