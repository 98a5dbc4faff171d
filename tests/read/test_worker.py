"""The process that opens originals: what it reads, and how it dies."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import cli
from sayso.read import Failure, Original, Read, entries
from sayso.read.worker import Limits, Worker

pytestmark = pytest.mark.slow

TEXT = b"The envoy said that the camp would close."


def crash(original: Original) -> Iterator[Read]:
    """A reader that does what the original's words say; stands in for one that a file brings down."""
    words = original.read().split()
    if words[0] == b"signal":
        os.kill(os.getpid(), int(words[1]))
    if words[0] == b"memory":
        bytearray(3 * 2**30)
    if words[0] == b"sleep":
        time.sleep(600)
    if words[0] == b"spin":
        while True:
            pass
    yield from ()


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Worker]:
    # the process is a new one, so the reader that crashes is put in through an entry point of its own
    package = tmp_path / "crashing"
    (package / "crashing-1.dist-info").mkdir(parents=True)
    (package / "crashing-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: crashing\nVersion: 1\n")
    (package / "crashing-1.dist-info" / "entry_points.txt").write_text("[sayso.readers]\ncrash = crashing:ENTRY\n")
    source = Path(__file__).read_text(encoding="utf-8")
    body = source[source.index("def crash") : source.index("@pytest.fixture")]
    (package / "crashing.py").write_text(
        "from __future__ import annotations\nimport os, time\nfrom collections.abc import Iterator\n"
        "from sayso.read import Original, Read, ReaderEntry\n"
        f"{body}\nENTRY = ReaderEntry('crash', 'crashing:crash', ('.crash',), text=True)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{package}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.syspath_prepend(str(package))
    entries.cache_clear()
    with Worker(Limits(memory=2 * 2**30, seconds=2)) as made:
        yield made
    entries.cache_clear()


def test_a_text_is_read_as_it_is_without_a_worker() -> None:
    with Worker() as worker:
        (found,) = worker(Original("a.txt", data=TEXT))
    assert isinstance(found, Read) and found.report.text == TEXT.decode() and found.data == TEXT


def failure(worker: Worker, words: bytes) -> Failure:
    (found,) = worker(Original("x.crash", data=words))
    assert isinstance(found, Failure)
    return found


def test_a_reader_that_crashes_is_one_failure_and_the_next_file_is_read(worker: Worker) -> None:
    assert failure(worker, f"signal {signal.SIGSEGV.value}".encode()).reason == "reader crashed, signal 11"
    (found,) = worker(Original("a.txt", data=TEXT))
    assert isinstance(found, Read)


def test_a_file_is_tried_once_more_if_its_process_was_ended_from_outside(worker: Worker, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(i), "text": f"{TEXT.decode()} {i}"}) + "\n" for i in range(2000))
    (tmp_path / "a.jsonl").write_text(lines)
    texts, ended = [], []
    for found in worker(Original("a.jsonl", file=tmp_path / "a.jsonl")):
        assert isinstance(found, Read)
        texts.append(found.report.text)
        if len(texts) == 3 and not ended:
            assert worker._process is not None
            ended.append(worker._process.pid)
            os.kill(worker._process.pid, signal.SIGKILL)
    assert ended and texts == [f"{TEXT.decode()} {i}" for i in range(2000)], "each report once, in order"


def test_a_file_whose_process_is_ended_twice_is_a_failure(worker: Worker) -> None:
    assert "signal 9" in failure(worker, f"signal {signal.SIGKILL.value}".encode()).reason


def test_a_reader_that_takes_too_much_memory_is_told(worker: Worker) -> None:
    assert "more memory than is allowed" in failure(worker, b"memory").reason


@pytest.mark.parametrize("words", [b"sleep", b"spin"])
def test_a_reader_that_takes_too_long_is_ended(worker: Worker, words: bytes) -> None:
    began = time.monotonic()
    assert "over 2 s" in failure(worker, words).reason
    assert time.monotonic() - began < 30  # ended at all; how quickly is the machine's affair


def test_annotate_goes_on_behind_a_file_that_brings_the_reader_down(
    worker: Worker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.crash").write_bytes(f"signal {signal.SIGSEGV.value}".encode())
    (folder / "b.txt").write_bytes(TEXT)
    assert cli.main(["annotate", str(folder), "--only", "zones"]) == 1
    found = capsys.readouterr()
    assert [json.loads(line)["report"]["text"] for line in found.out.splitlines()] == [TEXT.decode()]
    assert "reader crashed, signal 11" in found.err
