"""Take away from a process what it does not need: called by the process that opens originals, after it has started.

Two mechanisms of Linux are used if the kernel offers them. Landlock limits which files can be opened and forbids TCP
and signals to other processes; a seccomp filter refuses sockets of every kind, new programs and the inspection of other
processes. Both are one-way: a process cannot leave. Where neither is offered, the process runs with its limits on
memory and time alone, and `sayso --version` says so.

Sources: landlock(7), seccomp(2), linux/landlock.h, linux/filter.h.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable
from typing import Any, Final

LANDLOCK_CREATE_RULESET: Final = 444
LANDLOCK_ADD_RULE: Final = 445
LANDLOCK_RESTRICT_SELF: Final = 446
LANDLOCK_VERSION: Final = 1  # flag of LANDLOCK_CREATE_RULESET that asks for the version alone
RULE_PATH_BENEATH: Final = 1
PR_SET_NO_NEW_PRIVS: Final = 38
PR_GET_SECCOMP: Final = 21
PR_SET_SECCOMP: Final = 22
SECCOMP_MODE_FILTER: Final = 2

# Rights of Landlock's first version, bit by bit: execute, write, read a file, read a folder, ... make_sym.
READ: Final = 1 << 2 | 1 << 3
WRITE: Final = READ | 1 << 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8  # and remove and make files and folders
RIGHTS_BY_VERSION: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
TRUNCATE: Final = 1 << 14  # from version 3 on
NET_RIGHTS: Final = 0b11  # bind and connect TCP; from version 4 on
SCOPES: Final = 0b11  # abstract Unix sockets and signals outside; from version 6 on
READABLE: Final = ("/usr", "/lib", "/lib64", "/etc", "/dev", "/proc", "/sys/fs/cgroup", "/sys/devices/system/cpu")

# System calls that are refused, by machine: their numbers are not the same everywhere.
ARCHITECTURES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
REFUSED: Final[dict[str, dict[str, int]]] = {
    "x86_64": {
        "socket": 41, "connect": 42, "bind": 49, "listen": 50, "execve": 59, "ptrace": 101, "mount": 165,
        "umount2": 166, "keyctl": 250, "unshare": 272, "setns": 308, "process_vm_readv": 310,
        "process_vm_writev": 311, "bpf": 321, "execveat": 322, "io_uring_setup": 425,
    },
    "aarch64": {
        "umount2": 39, "mount": 40, "unshare": 97, "ptrace": 117, "socket": 198, "bind": 200, "listen": 201,
        "connect": 203, "keyctl": 219, "execve": 221, "setns": 268, "process_vm_readv": 270, "process_vm_writev": 271,
        "bpf": 280, "execveat": 281, "io_uring_setup": 425,
    },
}  # fmt: skip
EPERM: Final = 1
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | EPERM
X32: Final = 0x40000000  # calls of the 32-bit interface of x86_64 have this bit; none of ours has


def available() -> list[str]:
    """Return which mechanisms this kernel offers: "landlock 7", "seccomp"; [] for none, or no Linux."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    version = landlock_version()
    if version:
        found.append(f"landlock {version}")
    if platform.machine() in ARCHITECTURES and _prctl(PR_GET_SECCOMP) >= 0:
        found.append("seccomp")
    return found


def enter(writable: str) -> list[str]:
    """Give up what this process does not need, for good; return the mechanisms that are on.

    writable   the one folder in which files may be made and written
    Files can be read in Python's own folders and the system's; everything else must be handed over already open.
    """
    if not sys.platform.startswith("linux") or _prctl(PR_SET_NO_NEW_PRIVS, 1) != 0:
        return []
    on = []
    version = landlock_version()
    if version and _landlock(version, readable_folders(), writable):
        on.append(f"landlock {version}")
    if _seccomp(platform.machine()):
        on.append("seccomp")
    return on


def readable_folders() -> list[str]:
    """Return the folders that Python and its packages are loaded from, and the system's."""
    own = [sys.prefix, sys.base_prefix, *sys.path, os.path.dirname(os.path.dirname(os.path.dirname(__file__)))]
    return list(dict.fromkeys(os.path.realpath(path) for path in (*own, *READABLE) if path and os.path.exists(path)))


def landlock_version() -> int:
    """Return the version of Landlock that the kernel offers, 0 for none."""
    return max(0, _syscall(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_VERSION))


def _landlock(version: int, readable: Iterable[str], writable: str) -> bool:
    rights = max((known for known in RIGHTS_BY_VERSION.items() if known[0] <= version), key=lambda known: known[0])[1]
    held = struct.pack("=QQQ", rights, NET_RIGHTS if version >= 4 else 0, SCOPES if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _syscall(LANDLOCK_CREATE_RULESET, held[:size], size, 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow(ruleset, path, READ)
        _allow(ruleset, writable, (WRITE | (TRUNCATE if version >= 3 else 0)) & rights)
        return _syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    """Add a rule; a path that is gone needs none."""
    try:
        folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):
            rights &= ~(1 << 3)  # the kernel refuses a right of folders on a file
        _syscall(LANDLOCK_ADD_RULE, ruleset, RULE_PATH_BENEATH, struct.pack("=Qi", rights, folder), 0)
    finally:
        os.close(folder)


class _Program(ctypes.Structure):
    """struct sock_fprog: how many instructions, and where they are."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _seccomp(machine: str) -> bool:
    if machine not in ARCHITECTURES:
        return False
    load, equal, greater, give = 0x20, 0x15, 0x35, 0x06  # BPF_LD|W|ABS, JMP|JEQ|K, JMP|JGE|K, RET|K
    numbers = sorted(REFUSED[machine].values())
    code = [(load, 0, 0, 4), (equal, 1, 0, ARCHITECTURES[machine]), (give, 0, 0, REFUSE), (load, 0, 0, 0)]
    if machine == "x86_64":
        code += [(greater, 0, 1, X32), (give, 0, 0, REFUSE)]
    # each comparison jumps over those behind it and over "allow", to "refuse"
    code += [(equal, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    code += [(give, 0, 0, ALLOW), (give, 0, 0, REFUSE)]
    packed = b"".join(struct.pack("=HBBI", *line) for line in code)
    program = _Program(len(code), packed)
    return _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program)) == 0


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _syscall(number: int, *arguments: Any) -> int:
    """Call the kernel; -1 where it refuses or does not know the call."""
    typed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return int(_libc().syscall(ctypes.c_long(number), *typed))


def _prctl(option: int, *arguments: Any) -> int:
    typed = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in (*arguments, *[0] * (4 - len(arguments)))]
    return int(_libc().prctl(ctypes.c_int(option), *typed))
