"""A folder of reports is data: nothing in it is run, and nothing that is unpacked from it stays."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TRAP = 'import os\nopen(os.environ["SPRUNG"], "a").write(__name__ + "\\n")\nraise SystemExit("trapped")\n'
NAMES = ("signal", "json", "numpy", "lxml", "sayso", "sitecustomize", "socket", "pickle", "spacy")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text("Envoy Halim Terzo said that the camp would close.")
    for name in NAMES:
        (made / f"{name}.py").write_text(TRAP)
    return made


def program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in the folder, as its command does."""
    sprung = folder.parent / "sprung"
    environment = {**os.environ, "SPRUNG": str(sprung)}
    environment.pop("PYTHONSAFEPATH", None)
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = folder.parent / "bin" / "sayso"
    command.parent.mkdir()
    command.write_text("import sys\nfrom sayso.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n")
    ran = subprocess.run(
        [sys.executable, str(command), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not sprung.exists(), f"{sprung.read_text()} was imported from the folder of the reports"
    return ran


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_code_of_the_folder_runs(folder: Path, jobs: str) -> None:
    ran = program(folder, "annotate", "a.txt", "--only", "zones", "--jobs", jobs)
    assert ran.returncode == 0, ran.stderr
    assert '"kind":"reading"' in ran.stdout


def test_nothing_that_was_unpacked_stays_when_the_program_is_killed(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "big.txt.gz").write_bytes(gzip.compress(os.urandom(6_000_000).hex().encode(), 1))
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "sayso", "annotate", str(tmp_path / "big.txt.gz"), "--only", "zones"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(200):
        if process.poll() is not None or any(temporary.iterdir()):
            break
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert [path for path in temporary.rglob("*") if path.is_file()] == []
