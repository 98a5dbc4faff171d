"""Other programs to compare with. Each has a file NAME.py with ``run(text)``, and NAME.lock with what it needs.

A peer runs in a process of its own, in an environment of its own (.peers/NAME, made from the lock with hashes checked),
so that its packages never meet ours. It is handed texts as JSON Lines and answers in the same order:

    {"id", "text"}  ->  {"versions": {program: version}}, then {"id", "attributions": [{"source", "cue", "content"}]}

where each part is a list of [start, end] in code points, end excluded.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.task import PROJECT, Run

PEERS: Final = ("textacy",)
HERE: Final = Path(__file__).resolve().parent
Answers = dict[str, list[dict[str, list[list[int]]]]]


def environment(name: str) -> Path:
    """The Python of a peer's environment, made where it is missing or its lock has changed.

    Raises OSError or subprocess.CalledProcessError where it cannot be made, as without a network.
    """
    folder = PROJECT / ".peers" / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    lock, stamp = HERE / f"{name}.lock", folder / "lock.stamp"
    wanted = lock.read_text(encoding="utf-8")
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"installing what {lock.name} lists into .peers/{name}", file=sys.stderr)
    venv.create(folder, with_pip=True, clear=True)
    (folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True, stdin=subprocess.DEVNULL)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def peer_answers(name: str, texts: Mapping[str, str], run: Run) -> Answers | None:
    """What a peer finds in texts, by their ids; None where it cannot be run, told on standard error.

    Its version and those of what it stands on are added to `run.versions`.
    """
    lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
    try:
        command = [str(environment(name)), "-I", str(HERE / f"{name}.py")]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        tail = (getattr(error, "stderr", None) or "").strip().splitlines()[-1:]
        run.say(f"{name} cannot be compared with: {' '.join([str(error), *tail])}")
        return None
    first, *rest = (json.loads(line) for line in done.stdout.splitlines())
    versions: dict[str, str] = first["versions"]
    own = versions.pop(name)
    run.versions[name] = f"{own} (with {', '.join(f'{other} {held}' for other, held in versions.items())})"
    return {answer["id"]: answer["attributions"] for answer in rest}
