"""How many processes this machine reads with if nobody says: one a core, as far as the free memory goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

PROCESS_BYTES: Final = (
    10**9
)  # of one that analyses; with the model and a long report in it, 580 to 660 MB were measured
CGROUP: Final = Path("/sys/fs/cgroup")
MEMINFO: Final = Path("/proc/meminfo")


def usual_jobs() -> tuple[int, str]:
    """Return how many processes, and, where the memory allows fewer than there are cores, the words for it, else ""."""
    many, free = cores(), free_memory()
    few = many if free is None else max(1, min(many, free // PROCESS_BYTES))
    if free is None or few == many:
        return many, ""
    number = "1 process" if few == 1 else f"{few} processes"
    return (
        few,
        f"reading with {number} on {many} cores, for {free / 1e9:.1f} GB of memory are free; --jobs says otherwise",
    )


def cores() -> int:
    """Return how many cores this process may use: by its affinity, and by the quota of its control group."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota, _, period = _text(CGROUP / "cpu.max").partition(" ")
    if quota.isdigit() and period.strip().isdigit() and int(period) > 0:
        here = min(here, -(-int(quota) // int(period)))
    return max(1, here)


def free_memory() -> int | None:
    """Return how many bytes are free for this process; None if the system does not tell."""
    found = []
    for line in _text(MEMINFO).splitlines():
        if line.startswith("MemAvailable:"):
            found.append(int(line.split()[1]) * 1024)
    limit, used = _text(CGROUP / "memory.max").strip(), _text(CGROUP / "memory.current").strip()
    if limit.isdigit() and used.isdigit():
        cached = [
            line.split()[1] for line in _text(CGROUP / "memory.stat").splitlines() if line.startswith("inactive_file ")
        ]
        found.append(max(0, int(limit) - int(used) + sum(map(int, cached))))
    return min(found, default=None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, ValueError):  # no Linux, or another version of control groups
        return ""
