"""Nothing that reads or prints opens a connection or looks up a name."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from sayso import cli

pytestmark = pytest.mark.slow

ORIGINALS = Path(__file__).resolve().parents[1] / "examples" / "tarn-bridge" / "originals"
LINKS = """\
<!DOCTYPE html><html><head><title>News</title><link rel="stylesheet" href="https://news.example/a.css">
<link rel="canonical" href="https://news.example/story"><base href="https://news.example/"></head><body><article>
<p>The envoy said on Monday that the camp would be closed before the summer, and that nobody would be hurt.</p>
<p><img src="https://news.example/a.png"><script src="https://news.example/a.js"></script>The ministry denied it.</p>
</article></body></html>
"""


def test_the_block_counts_what_is_tried_even_where_the_error_is_swallowed(network: list[str]) -> None:
    with pytest.raises(OSError, match="blocked"):
        urllib.request.urlopen("http://news.example/")
    with pytest.raises(OSError, match="blocked"), socket.socket() as opened:
        opened.connect(("127.0.0.1", 9))
    assert len(network) == 2
    assert "news.example" in network[0]
    network.clear()


def test_the_demo_runs_without_a_network(network: list[str], tarn_bridge: Path) -> None:
    assert cli.main(["demo", str(tarn_bridge)]) == 0


@pytest.mark.parametrize("name", sorted(path.name for path in ORIGINALS.iterdir() if path.suffix != ".csv"))
def test_a_report_is_read_without_a_network(network: list[str], name: str) -> None:
    assert cli.main(["annotate", str(ORIGINALS / name)]) == 0


def test_a_page_full_of_links_is_read_without_following_one(network: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(LINKS, encoding="utf-8")
    assert cli.main(["annotate", str(page)]) == 0


SYSTEM_CALLS = re.compile(r"\b(?:AF_INET6?|AF_NETLINK)\b|/etc/(?:resolv\.conf|nsswitch\.conf|hosts)")


def test_no_process_of_the_tree_opens_a_socket_or_looks_up_a_name(tmp_path: Path) -> None:
    """Watch system calls, which see what libraries written in C do too (onnxruntime's telemetry, for one)."""
    strace = shutil.which("strace")
    if strace is None:
        assert not os.environ.get("CI"), "CI installs strace"
        pytest.skip("strace is not installed")
    seen = tmp_path / "calls"
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    command = [
        sys.executable,
        "-P",
        "-m",
        "sayso",
        "annotate",
        "--jobs",
        "2",
        *map(str, sorted(ORIGINALS.iterdir())),
    ]
    ran = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=network,openat", "-o", str(seen), *command],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    calls = seen.read_text(encoding="utf-8", errors="replace")
    assert "socketpair" in calls, "strace saw nothing of the process that opens originals"
    assert SYSTEM_CALLS.findall(calls) == []
    assert list(home.iterdir()) == []  # no identifier of this machine is kept
