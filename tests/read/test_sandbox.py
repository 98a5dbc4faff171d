"""What the process that opens originals cannot do, whatever an original makes it do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.read import Failure, Original, Read, entries
from sayso.read.sandbox import available
from sayso.read.worker import Limits, Worker

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not any(found.startswith("landlock") for found in available()) or "seccomp" not in available(),
        reason="this kernel offers no Landlock, or no seccomp",
    ),
]

READER = '''
"""A reader that does what an original says, as one that an original took over."""

from __future__ import annotations

from sayso.errors import BrokenOriginal
from sayso.read import ReaderEntry

def take_over(original):
    try:
        exec(original.read().decode())
    except OSError as error:
        raise BrokenOriginal(f"refused: {type(error).__name__}") from error
    raise BrokenOriginal("done")
    yield

ENTRY = ReaderEntry("taken", "taken:take_over", (".taken",), text=True)
'''


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Worker]:
    package = tmp_path / "package"
    (package / "taken-1.dist-info").mkdir(parents=True)
    (package / "taken-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: taken\nVersion: 1\n")
    (package / "taken-1.dist-info" / "entry_points.txt").write_text("[sayso.readers]\ntaken = taken:ENTRY\n")
    (package / "taken.py").write_text(READER)
    monkeypatch.setenv("PYTHONPATH", f"{package}:{':'.join(path for path in sys.path if path)}")
    monkeypatch.syspath_prepend(str(package))
    entries.cache_clear()
    with Worker(Limits(seconds=20)) as made:
        yield made
    entries.cache_clear()


def outcome(worker: Worker, code: str) -> str:
    (found,) = worker(Original("x.taken", data=code.encode()))
    assert isinstance(found, Failure)
    return found.reason


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['/bin/true'])",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.kill(os.getppid(), 0)",
        "open({secret!r}).read()",
        "open({made!r}, 'w')",
        "import os; os.unlink({secret!r})",
        "import os; os.listdir({folder!r})",
    ],
)
def test_an_original_that_takes_the_reader_over_is_refused(worker: Worker, tmp_path: Path, code: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("another report")
    filled = code.format(secret=str(secret), made=str(tmp_path / "made"), folder=str(tmp_path))
    assert outcome(worker, filled).startswith("refused")
    assert secret.read_text() == "another report"
    assert not (tmp_path / "made").exists()


def test_what_readers_need_is_allowed(worker: Worker) -> None:
    assert outcome(worker, "import tempfile, sqlite3, http.server; tempfile.TemporaryFile().write(b'x')") == "done"


def test_a_file_is_read_though_the_process_may_not_open_it(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The envoy said that the camp would close.")
    (found,) = worker(Original(str(path), file=path))
    assert isinstance(found, Read)
    assert found.report.text == path.read_text()


def test_a_file_that_is_gone_is_told_as_one(worker: Worker, tmp_path: Path) -> None:
    (found,) = worker(Original("gone.txt", file=tmp_path / "gone.txt"))
    assert isinstance(found, Failure)
    assert "No such file" in found.reason
    (after,) = worker(Original("a.txt", data=b"It rained."))
    assert isinstance(after, Read)
