"""A case that somebody sent: what its file holds beside our tables is not run, and no bomb in it is unpacked."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import open_case
from sayso.errors import CaseError
from sayso.store.ledger import digest
from sayso.store.sqlite import schema, typed
from sayso.store.sqlite.errors import DamagedCase
from sayso.store.sqlite.pages import records

DRAFTS = list(make_readings(5, seed=3))
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "my.sayso"
    with open_case(made, create=True) as case:
        for reading, original in DRAFTS:
            case.add(reading, original)
        case.judge("note", [DRAFTS[0][0].report.id], "seen")
    return made


def change(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for sql in statements:
            connection.execute(sql)
    connection.close()


STRANGE = [
    ((f"CREATE VIEW speakers AS {ENDLESS} SELECT i FROM n",), "a view 'speakers'"),
    (
        ("ALTER TABLE reports RENAME TO old", f"CREATE VIEW reports AS {ENDLESS} SELECT i AS number FROM n, old"),
        "holds a (view 'reports'|table 'old')",
    ),
    (("CREATE TRIGGER x AFTER INSERT ON files BEGIN DELETE FROM failures; END",), "a trigger 'x'"),
    (
        ("DROP TRIGGER log_update", "CREATE TRIGGER log_update BEFORE UPDATE ON log BEGIN SELECT 1; END"),
        "a trigger 'log_update'",
    ),
    (("CREATE TABLE more (a)",), "a table 'more'"),
    (("CREATE VIRTUAL TABLE more USING fts5(a, content='reports')",), "a table 'more'"),
    (("CREATE INDEX slow ON paths (length(hex(zeroblob(100000000))))",), "an? index 'slow'"),
    (("ALTER TABLE files ADD COLUMN x GENERATED ALWAYS AS (hex(zeroblob(100000000)))",), "a table 'files'"),
    (("ALTER TABLE config ADD COLUMN x TEXT DEFAULT 'x'",), "a table 'config'"),
    (("ALTER TABLE events ADD COLUMN x GENERATED ALWAYS AS (1)",), "a table 'events' that computes"),
    (("DROP TABLE paths",), "its table 'paths' is not there"),
    (("DROP TABLE texts",), "its table 'texts' is not there"),
    (
        (
            "CREATE TABLE lengths (a, b GENERATED ALWAYS AS (hex(zeroblob(100000000))))",
            "INSERT INTO drawn VALUES ('lengths', 1)",
        ),
        "a table 'lengths' that computes",
    ),
]


@pytest.mark.parametrize(("statements", "told"), STRANGE, ids=[str(i) for i in range(len(STRANGE))])
def test_what_no_sayso_makes_is_refused_by_name_and_the_readings_come_out(
    path: Path, statements: tuple[str, ...], told: str
) -> None:
    change(path, *statements)
    for read_only in (True, False):
        with pytest.raises(DamagedCase, match=told):
            open_case(path, read_only=read_only)
    with open_case(path, read_only=True, damaged="salvage") as case:
        assert {reading.report.id for reading in case.readings()} == {reading.report.id for reading, _ in DRAFTS}
        assert any(finding.fault for finding in case.check())
        assert [judgement.value for judgement in case.judgements()] == ["seen"]


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE INDEX slow ON statements (length(content))",),
        ("ALTER TABLE events ADD COLUMN x",),
        ("DROP TABLE statements", "CREATE TABLE statements (a)"),
        ("DROP INDEX events_by_type", "CREATE INDEX events_by_type ON events (who || what)"),
    ],
)
def test_rows_that_are_kept_in_another_way_are_made_anew_from_the_readings(
    path: Path, statements: tuple[str, ...]
) -> None:
    with open_case(path) as case:
        wanted = [found.statement for found in case.said()], [found.event for found in case.events(type="ALL")]
    assert all(wanted)
    change(path, *statements)
    with pytest.raises(CaseError, match="opened once to write"):
        open_case(path, read_only=True)
    with open_case(path) as case:
        assert (
            [found.statement for found in case.said()],
            [found.event for found in case.events(type="ALL")],
        ) == wanted
        assert [str(finding) for finding in case.check()] == []


def test_a_trigger_that_was_taken_out_is_told_by_check(path: Path) -> None:
    change(path, "DROP TRIGGER ledger_delete", "DROP INDEX failures_of_file")
    with open_case(path, read_only=True) as case:
        found = [str(finding) for finding in case.check()]
    assert [line.partition("its ")[2] for line in found] == [
        "index failures_of_file is not there: somebody took it out",
        "trigger ledger_delete is not there: somebody took it out",
    ]


def bomb(size: int) -> bytes:
    engine = zlib.compressobj(9)
    return b"".join([*(engine.compress(bytes(2**20)) for _ in range(size >> 20)), engine.flush()])


@pytest.mark.parametrize("table", ["readings", "originals"])
def test_a_bomb_is_not_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    monkeypatch.setattr(typed.unpacked_bytes, "__defaults__", (2**22,))  # so that the bomb itself may be small
    packed = bomb(2**26)
    seen: list[int] = []
    real = zlib.decompressobj

    class Engine:
        def __init__(self) -> None:
            self.inner = real()

        def decompress(self, data: bytes, most: int) -> bytes:
            out = self.inner.decompress(data, most)
            seen.append(len(out))
            return out

        @property
        def eof(self) -> bool:
            return self.inner.eof

    monkeypatch.setattr(zlib, "decompressobj", Engine)
    with sqlite3.connect(path) as connection:
        column = "json" if table == "readings" else "data"
        connection.execute(f"UPDATE {table} SET {column} = ?", (packed,))
        if table == "readings":
            connection.execute("UPDATE readings SET digest = ?", (digest(b"x"),))
    connection.close()
    with open_case(path, read_only=True) as case:
        told = [str(finding) for finding in case.check()]
        if table == "readings":
            with pytest.raises(CaseError, match="as a bomb does"):
                case.reading(DRAFTS[0][0].report.id)
        else:
            with pytest.raises(CaseError, match="as a bomb does"):
                case.original(DRAFTS[0][0].report.id)
        list(case.readings(on_lost=told.append))
    assert any("as a bomb does" in line for line in told)
    assert max(seen) <= 2**22 + 1


def test_records_that_each_claim_the_whole_file_are_not_followed(tmp_path: Path) -> None:
    """A file of 300 pages, each with 200 records that say that they go on through all pages."""
    pages, size = 300, 4096
    cell = b"".join([_varint(pages * size - 1), _varint(1), bytes(489 - 35), (2).to_bytes(4, "big")])
    leaf = bytearray(size)
    leaf[0:8] = b"\x0d\0\0" + (200).to_bytes(2, "big") + (8 + 400).to_bytes(2, "big") + b"\0"
    for number in range(200):
        leaf[8 + 2 * number : 10 + 2 * number] = (3000).to_bytes(2, "big")
    leaf[3000 : 3000 + len(cell)] = cell
    path = tmp_path / "my.sayso"
    path.write_bytes(bytes(size) + bytes(leaf) * (pages - 1))
    found = list(records(path, size))
    assert len(found) <= 4


def _varint(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F | 0x80)
    return bytes(reversed(groups))


# the head


def flipped(whole: bytes, at: int, bit: int) -> bytes:
    data = bytearray(whole)
    data[at] ^= 1 << bit
    return bytes(data)


@pytest.mark.parametrize("at", [*range(60, 64), *range(68, 72)])
def test_a_flipped_bit_of_version_or_application_leads_to_salvage(path: Path, at: int) -> None:
    whole = path.read_bytes()
    for bit in range(8):
        path.write_bytes(flipped(whole, at, bit))
        with pytest.raises(DamagedCase, match="head is damaged"):
            open_case(path)
        with open_case(path, read_only=True, damaged="salvage") as case:
            assert len(list(case.readings())) == 5
            assert any("head is damaged" in str(finding) for finding in case.check())
        assert path.read_bytes() == flipped(whole, at, bit), "what is salvaged is a copy"


@pytest.mark.slow
def test_whatever_bit_of_the_head_is_flipped_the_readings_come_out(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(100):
        for bit in (0, 3, 7):
            path.write_bytes(flipped(whole, at, bit))
            with open_case(path, read_only=True, damaged="salvage") as case:
                assert len(list(case.readings())) == 5, (at, bit)


def test_a_database_of_another_program_is_none_of_ours_whatever_number_it_bears(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    for application, version in ((0, 0), (1, 0), (schema.APPLICATION ^ 1, 3), (schema.APPLICATION, 99)):
        path.unlink(missing_ok=True)
        change(
            path,
            "CREATE TABLE reports (a)",
            f"PRAGMA application_id = {application}",
            f"PRAGMA user_version = {version}",
        )
        before = path.read_bytes()
        for damaged in ("refuse", "salvage"):
            with pytest.raises(CaseError, match="another program|newer sayso"):
                open_case(path, damaged=damaged)
        assert path.read_bytes() == before
