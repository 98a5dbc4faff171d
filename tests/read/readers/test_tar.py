"""Tar archives, packed in every way; cut ones, and ones that mean harm."""

from __future__ import annotations

import bz2
import functools
import gzip
import io
import lzma
import random
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz import FOOLISH, mutated

from sayso.read import Failure, LeftOut, Original, Read, read_original, read_paths

TEXT = "The envoy told reporters on Monday that the camp would be closed before the summer.\n"
PACKS: dict[str, Callable[[bytes], bytes]] = {
    "a.tar": bytes, "a.tar.gz": gzip.compress, "a.tgz": gzip.compress, "a.tar.bz2": bz2.compress, "a.tar.xz": functools.partial(lzma.compress, preset=1),
}  # fmt: skip


def tarred(*members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.type, entry.size, entry.linkname = kind, len(data) if kind == tarfile.REGTYPE else 0, "/etc/passwd"
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def found_in(name: str, data: bytes) -> list[Read | Failure | LeftOut]:
    return list(read_original(Original(name, data=data)))


@pytest.mark.parametrize("name", PACKS)
def test_the_members_of_a_tar_archive_are_read_in_its_order(name: str, tmp_path: Path) -> None:
    members = [
        ("z/b.txt", TEXT.encode()),
        ("a.html", b"<p>It rained on the north for a week.</p>"),
        ("c.png", b"\x89PNG"),
    ]
    (tmp_path / name).write_bytes(PACKS[name](tarred(*members)))
    left: list[LeftOut] = []
    reads = [one for one in read_paths([str(tmp_path)], on_left_out=left.append) if isinstance(one, Read)]
    assert [one.report.paths[0].rpartition(name)[2] for one in reads] == ["!/z/b.txt", "!/a.html"]
    assert reads[0].report.text == TEXT and [one.path.rpartition("!/")[2] for one in left] == ["c.png"]


@pytest.mark.parametrize("name", PACKS)
def test_an_archive_that_is_cut_keeps_what_came_before(name: str) -> None:
    noise = random.Random(1).randbytes(500_000).hex().encode()
    data = PACKS[name](tarred(("a.txt", TEXT.encode()), ("b.txt", noise), ("c.txt", TEXT.encode())))
    first, *others = found_in(name, data[: len(data) // 2])
    assert isinstance(first, Read) or name == "a.tar.bz2"  # whose blocks are of 900 kB
    assert any(isinstance(one, Failure) and "cut" in one.reason for one in [first, *others])


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt"])
def test_names_that_would_climb_out_are_only_names(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.tar").write_bytes(tarred((name, TEXT.encode())))
    (found,) = read_paths([str(tmp_path)])
    assert isinstance(found, Read) and [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.tar"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_left_out_and_never_followed(kind: bytes) -> None:
    (found,) = found_in("a.tar", tarred(("a.txt", b""), kind=kind))
    assert isinstance(found, LeftOut) and found.reason in ("a link", "not a regular file")


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tar.bz2", "a.tar.xz"])
@pytest.mark.parametrize("inside", ["b.txt", "b.png"])
def test_an_archive_that_unpacks_without_end_is_stopped(name: str, inside: str) -> None:
    data = PACKS[name](tarred(("a.txt", TEXT.encode()), (inside, b"\x89PNG" + b"0" * 12_000_000)))
    failures = [one for one in found_in(name, data) if isinstance(one, Failure)]
    assert failures and "bomb" in failures[-1].reason


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b", bytes(10240)])
def test_what_is_no_archive_says_so(data: bytes) -> None:
    (failure,) = found_in("a.tar.gz" if data[:1] == b"\x1f" else "a.tar", data)
    assert isinstance(failure, Failure) and not FOOLISH.search(failure.reason)


def test_a_second_member_of_a_name_is_told_apart() -> None:
    reads = found_in("a.tar", tarred(("a.txt", TEXT.encode()), ("./a.txt", b"It poured in the south.")))
    assert [one.report.paths[0] for one in reads if isinstance(one, Read)] == ["a.tar!/a.txt", "a.tar!/a#2.txt"]


@pytest.mark.parametrize("name", [name for name in PACKS if name != "a.tgz"])
def test_damaged_archives_are_read_or_fail_with_a_reason(name: str) -> None:
    plain = tarred(("a.txt", TEXT.encode()), ("b.txt", b"It rained."), ("c.txt", TEXT.encode()))
    for seed in range(200):
        chance = random.Random(seed)
        data = PACKS[name](mutated(plain, "zip", chance)) if seed % 2 else mutated(PACKS[name](plain), "zip", chance)
        for one in found_in(name, data):
            assert not isinstance(one, Failure) or not FOOLISH.search(one.reason), (seed, one)


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "unpack it"),
        ("a.rar", b"Rar!\x1a\x07\x01" + bytes(50), "unpack it"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), ".docx"),
    ],
)
def test_a_kind_that_no_reader_knows_says_what_to_do(name: str, data: bytes, advice: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (failure,) = read_paths([str(tmp_path)])
    assert isinstance(failure, Failure) and "no reader knows" in failure.reason and advice in failure.try_
