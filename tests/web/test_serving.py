"""The command itself: one line once it listens, nothing of its secrets elsewhere, and an end by Ctrl-C."""

from __future__ import annotations

import http.cookiejar
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/start\?code=([\w-]{20,})\n\Z")


@pytest.fixture
def running(made_case: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    path = shutil.copy(made_case, tmp_path / "my.sayso")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-m", "sayso", "serve", str(path), "--no-open"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
        # a job in the background of a shell ignores interruptions, and so would its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdout is not None
    yield process, process.stdout.readline()
    process.kill()
    process.communicate()


def test_it_prints_its_address_and_ends_when_interrupted(
    running: tuple[subprocess.Popen[str], str], tmp_path: Path
) -> None:
    process, line = running
    found = ADDRESS.match(line)
    assert found, line
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://127.0.0.1:{found[1]}/", timeout=60)
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with browser.open(line.strip(), timeout=60) as page:
        assert page.status == 200 and page.geturl() == f"http://127.0.0.1:{found[1]}/"
        assert b"<h1" in page.read()
    (cookie,) = jar
    with browser.open(f"http://127.0.0.1:{found[1]}/reports.csv", timeout=60) as data:
        assert data.read().count(b"\r\n") == 71
    with pytest.raises(urllib.error.HTTPError):
        browser.open(f"http://127.0.0.1:{found[1]}/nonsense?secret=1", timeout=60)
    loaded = Path(f"/proc/{process.pid}/maps")
    if loaded.exists():
        assert not re.search(r"onnxruntime|spacy|thinc", loaded.read_text(encoding="utf-8")), "no model is loaded"
        assert found[2] not in Path(f"/proc/{process.pid}/cmdline").read_text(encoding="utf-8")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == "" and found[2] not in err and str(cookie.value) not in err and "secret" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["my.sayso"]


@pytest.mark.parametrize(
    ("arguments", "told"), [(["--host", "0.0.0.0"], "--behind-proxy"), (["--host", "news.example"], "--behind-proxy"),
                            (["--behind-proxy", "--password-file", "none"], "cannot be read")],
)  # fmt: skip
def test_what_is_not_safe_is_refused(made_case: Path, arguments: list[str], told: str) -> None:
    command = [sys.executable, "-P", "-m", "sayso", "serve", str(made_case), "--no-open", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)
    assert ran.returncode == 2 and told in ran.stderr and ran.stdout == ""
