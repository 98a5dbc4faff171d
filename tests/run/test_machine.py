"""How many processes read if nobody says: by cores and free memory, from files as Linux has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.run import machine
from sayso.run.machine import cores, free_memory, usual_jobs

GB = 10**9


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which /proc/meminfo is "meminfo", and the files of the control group have their own names."""
    monkeypatch.setattr(machine, "CGROUP", tmp_path)
    monkeypatch.setattr(machine, "MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(8)), raising=False)
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text)


def test_one_a_core_where_the_system_tells_nothing(files: Path) -> None:
    assert (cores(), free_memory(), usual_jobs()) == (8, None, (8, ""))


def test_cores_are_bounded_by_the_quota_of_the_control_group(files: Path) -> None:
    write(files, cpu_max="max 100000\n")
    assert cores() == 8
    write(files, cpu_max="250000 100000\n")
    assert cores() == 3, "two and a half"


def test_a_process_needs_its_memory_free(files: Path) -> None:
    write(files, meminfo=f"MemTotal: 64000000 kB\nMemAvailable: {20 * GB // 1024} kB\n")
    assert usual_jobs() == (8, "")
    write(files, meminfo=f"MemTotal: 64000000 kB\nMemAvailable: {3 * GB // 1024 + 1} kB\n")
    few, why = usual_jobs()
    assert few == 3
    assert why == "reading with 3 processes on 8 cores, for 3.0 GB of memory are free; --jobs says otherwise"


def test_the_memory_of_the_control_group_counts_and_what_it_could_give_back_is_free(files: Path) -> None:
    write(files, meminfo=f"MemAvailable: {20 * GB // 1024} kB\n", memory_max=str(2 * GB), memory_current=str(2 * GB))
    assert free_memory() == 0 and usual_jobs()[0] == 1, "one at least"
    write(files, memory_stat=f"anon 5\ninactive_file {2 * GB}\n")
    assert free_memory() == 2 * GB and usual_jobs()[0] == 2
    write(files, memory_max="max\n")
    assert usual_jobs()[0] == 8
