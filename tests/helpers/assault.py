"""Attack sayso as a stranger would who sends files, and print a table of what did not hold; all of it is to be 0.

usage: python tests/helpers/assault.py [--edits N] [--flips N] [--kills N] [--fuzz N] [--seed S] [--light] [--full]

    edits     a case is changed by SQL: those of tampering.py, and N more of any row and column
    flips     single bits of a case are flipped
    kills     `sayso read`, with its model, is killed N times in campaigns of ten; then one plain reading
    folders   reports lie among files that are called like modules, links, pipes, strange names and bombs
    fuzz      damaged originals of every kind

A hang is what takes over LIMIT seconds, a crash an exception that is not meant for people, unnoticed what changes what a
reader sees and is told by no check. Without options a few of each are made; --full makes 100 kills and 5,000 originals.
Exit status 1 if anything did not hold.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from fuzz import LIMITS, Mutants, faults, temporary_folder
from fuzz_newer import NewerMutants
from killing import LIGHT, REAL, campaign, timed, write_reports
from tampering import EDITS, fill_for_edits, tamper

from sayso.case import open_case
from sayso.errors import SaysoError
from sayso.export import export
from sayso.read.worker import Worker
from sayso.values.case import SHOWINGS

LIMIT: Final = 60  # seconds for one thing that is tried
PER_CAMPAIGN: Final = 10  # kills
SYSTEM_CALLS: Final = re.compile(r"\b(?:AF_INET6?|AF_NETLINK)\b|/etc/(?:resolv\.conf|nsswitch\.conf|hosts)")
TRAP: Final = 'import os\nopen(os.environ["SPRUNG"], "a").write(__name__ + "\\n")\n'
TABLES: Final = (
    "reports",
    "texts",
    "statements",
    "events",
    "readings",
    "paths",
    "failures",
    "files",
    "judgements",
    "config",
)


@dataclass
class Row:
    """How often something was tried, and what of it did not hold."""

    attack: str
    tried: int = 0
    hangs: int = 0
    crashes: int = 0
    unnoticed: int = 0
    lookups: int = 0
    blamed: int = 0

    @property
    def held(self) -> bool:
        """Whether all of it held."""
        return not (self.hangs or self.crashes or self.unnoticed or self.lookups or self.blamed)


class HangError(Exception):
    """It took over LIMIT seconds."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    """Raise HangError in what takes too long."""

    def ring(*_: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def seen(path: Path) -> list[Any]:
    """All that a reader sees of a case."""
    with open_case(path, read_only=True) as case:
        found: list[Any] = [[dict(row) for row in case.show(what)] for what in SHOWINGS]  # type: ignore[arg-type]
        found += [list(case.said()), list(case.events(type="ALL")), list(case.search("camp"))]
        found += [list(case.log()), case.judgements(), case.config, list(export(case, "jsonl"))]
    return found


def attacked(path: Path, like: list[Any], row: Row, what: str) -> None:
    """Look at a case that was changed: a fault is told, or a reader sees what he saw before."""
    row.tried += 1
    try:
        with limited():
            try:
                with open_case(path, read_only=True, damaged="salvage") as case:
                    noticed = any(finding.fault for finding in case.check())
                if not noticed and seen(path) != like:
                    row.unnoticed += 1
                    tell(f"unnoticed: {what}")
            except SaysoError:
                pass  # it is refused, in words
    except HangError:
        row.hangs += 1
        tell(f"hangs: {what}")
    except Exception as error:  # the very thing that is looked for
        row.crashes += 1
        tell(f"{type(error).__name__}: {error}: {what}")


def random_edit(path: Path, chance: random.Random) -> str:
    """Change one value of one row of a case, in its kind; gives the statement."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        table = chance.choice(TABLES)
        columns = [(name, kind) for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")]
    name, kind = chance.choice(columns)
    value = {"INTEGER": f'coalesce("{name}", 0) + 1', "REAL": f'coalesce("{name}", 0) / 2', "BLOB": "x'00'"}.get(
        kind, f"coalesce(\"{name}\", '') || 'x'"
    )
    where = " AND ".join(f'"{n}" IS (SELECT "{n}" FROM {table} ORDER BY 1, 2 LIMIT 1)' for n, _ in columns[:2])
    return f'UPDATE OR IGNORE {table} SET "{name}" = {value} WHERE {where}'


def edits(folder: Path, count: int, chance: random.Random, few: bool = False) -> Row:
    row = Row("edits by SQL")
    sound, other = folder / "sound.sayso", folder / "edited.sayso"
    fill_for_edits(sound)
    like = seen(sound)
    for sql in [*(sql for sql, _ in EDITS[:: 8 if few else 1]), *(random_edit(sound, chance) for _ in range(count))]:
        shutil.copy(sound, other)
        with contextlib.suppress(sqlite3.Error):  # the file itself refuses it
            tamper(other, sql)
        attacked(other, like, row, sql)
    return row


def flips(folder: Path, count: int, chance: random.Random) -> Row:
    row = Row("flipped bits")
    sound, other = folder / "whole.sayso", folder / "flipped.sayso"
    fill_for_edits(sound)
    like, data = seen(sound), sound.read_bytes()
    for number in range(count):
        at, bit = chance.randrange(100 if number % 4 == 0 else len(data)), chance.randrange(8)
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        other.write_bytes(flipped)
        attacked(other, like, row, f"bit {bit} of byte {at}")
    return row


def kills(folder: Path, count: int, seed: int, program: tuple[str, ...]) -> Row:
    row = Row("kills, " + ("with the model" if program == REAL else "without the model"))
    if not count:
        return row
    reports, whole = folder / "reports", folder / "never-killed.sayso"
    write_reports(reports, 40)
    took = timed(whole, reports, program)
    for number in range(0, count, PER_CAMPAIGN):
        case = folder / f"killed-{number}.sayso"
        found = campaign(case, reports, whole, took, min(PER_CAMPAIGN, count - number), seed + number, program)
        row.tried += found.done
        row.blamed += len(found.blamed)
        row.unnoticed += found.differs
        for blamed in found.blamed:
            tell(f"blamed: {blamed}")
    return row


def hostile_folder(folder: Path) -> Path:
    """Reports among all that a stranger may put beside them."""
    reports = folder / "hostile"
    deep = reports.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Envoy Halim Terzo said that the camp would close.")
    for name in ("signal", "json", "numpy", "lxml", "sayso", "sitecustomize", "socket", "pickle", "msgspec"):
        (reports / f"{name}.py").write_text(TRAP)
    (reports / "sayso.toml").write_text('outlet = "Forged"\ncase = "forged.sayso"\n')
    for name in ("a\x1b[31m.txt", "b\n\u202e.txt", "--json", "-", "x" * 250 + ".txt", "'; DROP TABLE reports; --.txt"):
        (reports / name).write_text(f"Ida Brenn said that the gate {len(name)} was shut.")
    (reports / "passwd.txt").symlink_to("/etc/passwd")
    (reports / "loop").symlink_to(reports, target_is_directory=True)
    os.mkfifo(reports / "pipe.txt")
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(2**20)) for _ in range(300)), packer.flush()])
    (reports / "bomb.txt.gz").write_bytes(bomb)
    page = '<html><head><link rel="stylesheet" href="https://news.example/a.css"><base href="https://news.example/"></head>'
    (reports / "page.html").write_text(
        page + "<body><p>The envoy said that the camp would be closed.</p></body></html>"
    )
    return reports


def folders(folder: Path, program: tuple[str, ...]) -> Row:
    row = Row("hostile folders")
    reports, sprung, calls = hostile_folder(folder), folder / "sprung", folder / "calls"
    environment = {**os.environ, "SPRUNG": str(sprung), "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "ORT_DISABLE_TELEMETRY"):  # then a name may be looked up
        environment.pop(name, None)
    strace = shutil.which("strace")
    watch = [strace, "-f", "-qq", "-e", "trace=network,openat", "-o", str(calls)] if strace else []
    case = folder / "of-hostile.sayso"
    for arguments in (("read", ".", "--case", str(case)), ("said", str(case)), ("check", str(case))):
        row.tried += 1
        try:
            ran = subprocess.run(
                [*watch, *program, *arguments], cwd=reports, env=environment, capture_output=True, timeout=10 * LIMIT, check=False,
                text=True, errors="replace",
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            row.hangs += 1
            tell(f"hangs: sayso {arguments[0]} in a hostile folder")
            continue
        if ran.returncode not in (0, 1) or "Traceback" in ran.stderr:
            row.crashes += 1
            tell(ran.stderr[-2000:])
        row.unnoticed += bool(re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", ran.stdout + ran.stderr))
        if strace:
            row.lookups += len(SYSTEM_CALLS.findall(calls.read_text(encoding="utf-8", errors="replace")))
    row.unnoticed += sprung.exists() + (reports / "forged.sayso").exists()
    if not strace:
        tell("strace is not installed: look-ups were not watched")
    with open_case(case, read_only=True) as held:
        row.unnoticed += sum(
            found.outlet == "Forged" or "root:" in (held.store.text(found.id) or "") for found in held.reports()
        )
        row.unnoticed += not list(held.reports())
    return row


def fuzz(count: int, seed: int) -> Row:
    row = Row("damaged originals")
    with temporary_folder() as folder, Worker(LIMITS) as worker:
        kinds = (Mutants(seed), NewerMutants(seed))
        for index in range(count):
            name, data = kinds[index % 2][index]
            row.tried += 1
            began = time.monotonic()
            for fault in faults(worker, name, data, folder):
                row.crashes += 1
                tell(f"seed {seed}, {index}, {name}: {fault}")
            if time.monotonic() - began > LIMIT:
                row.hangs += 1
                tell(f"hangs: seed {seed}, {index}, {name}")
    return row


def assault(
    *,
    some: int = 50,
    bits: int = 50,
    killed: int = 10,
    mutants: int = 300,
    seed: int = 1,
    light: bool = False,
    few: bool = False,
) -> list[Row]:
    """All of it; the numbers say how many of each, and `few` takes every eighth of the known edits."""
    chance, program = random.Random(seed), LIGHT if light else REAL
    with tempfile.TemporaryDirectory(prefix="assault-") as name:
        folder = Path(name)
        parts: list[Callable[[], Row]] = [
            lambda: edits(folder, some, chance, few),
            lambda: flips(folder, bits, chance),
            lambda: kills(folder, killed, seed, program),
            lambda: folders(folder, program),
            lambda: fuzz(mutants, seed),
        ]
        return [part() for part in parts]


def table(rows: list[Row]) -> str:
    """The rows, with a head and their sums."""
    heads = [field.name for field in fields(Row)]
    cells = [[str(getattr(row, head)) for head in heads] for row in rows]
    sums = ["all", *(str(sum(getattr(row, head) for row in rows)) for head in heads[1:])]
    lines = [heads, *cells, sums]
    return "\n".join(
        "  ".join(cell.ljust(26) if i == 0 else cell.rjust(9) for i, cell in enumerate(line)) for line in lines
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--edits", type=int, default=50, help="of any row and column, beside those that are known")
    parser.add_argument("--flips", type=int, default=50)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--fuzz", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--light", action="store_true", help="leave the model out")
    parser.add_argument("--full", action="store_true", help="200 edits and flips, 100 kills, 5,000 damaged originals")
    given = parser.parse_args()
    if given.full:
        given.edits, given.flips, given.kills, given.fuzz = 200, 200, 100, 5000
    rows = assault(
        some=given.edits, bits=given.flips, killed=given.kills, mutants=given.fuzz, seed=given.seed, light=given.light
    )
    print(table(rows))
    return 0 if all(row.held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
