"""Compare what two states of the program print, byte for byte: a net under moves that must change nothing.

usage: python tools/net.py record FOLDER [--quick] [--shared ../shared] [--jobs 2]
       python tools/net.py compare BEFORE AFTER

`record` reads at least 700 texts with the program of this working tree: the example case, every text of tests/gold, the
forms beside the tests of attributions and, where they are there, news and pages of shared/data. It asks every command
about the example case, and writes one file for each answer. `--quick` takes every ninth text. `compare` prints the
first difference of each file and exits 1 where there is one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
QUICK_STEP = 9  # every ninth text
LONGEST_TEXT = 6_000  # characters; a longer text is cut at its last paragraph before that, to keep a run short
# name -> how many lines of each file of shared/data are read; the file's key of the date is "published" or "date"
NEWS = {
    "news/wikinews/*.jsonl*": 90,
    "news/tehrantimes/*.jsonl*": 60,
    "news/muc4/*.jsonl*": 90,
    "attribution/polnear/dev/text/*.txt": 84,
    "places/lgl.jsonl": 30,
    "places/gwn.jsonl": 30,
    "coref/gum_dev.jsonl": 20,
    "time/wikiwars.jsonl": 6,
    "faults/faults.jsonl": 200,
}
COMMANDS: dict[str, str] = {
    "read": "read originals --meta originals/meta.csv --case c.sayso",
    "read-again": "read originals --meta originals/meta.csv --case c.sayso",
    "read-forms": "read other-forms --meta other-forms/meta.csv --case o.sayso",
    "annotate": "annotate originals --meta originals/meta.csv",
    "annotate-only": "annotate originals --only attributions,times --published 2031-05-04",
    "said-paths": "said originals --meta originals/meta.csv --who Terzo",
    "said-paths-json": "said originals --meta originals/meta.csv --who Terzo --json",
    "said": "said c.sayso Terzo",
    "said-json": "said c.sayso Terzo --json",
    "said-about": "said c.sayso Terzo --about camp",
    "show": "show c.sayso",
    "show-reports": "show c.sayso reports --json",
    "timeline": "show c.sayso --timeline",
    "events": "events c.sayso --type ALL",
    "events-json": "events c.sayso --json",
    "events-whom": "events c.sayso --whom residents --between 2031-05 2031-06",
    "search": "search c.sayso camp",
    "search-json": "search c.sayso lake orrin --json",
    "failed": "failed o.sayso",
    "failed-json": "failed o.sayso --json",
    "set": "set c.sayso originals/8-interview.txt --outlet Lantern --why masthead",
    "judge": "judge c.sayso note --value seen",
    "export-csv": "export c.sayso --as csv",
    "export-jsonl": "export c.sayso --as jsonl",
    "export-events": "export c.sayso --as events-csv",
    "export-polecat": "export c.sayso --as polecat",
    "check": "check c.sayso",
    "log": "log c.sayso --json",
    "config": "config c.sayso --json",
    "demo": "demo .",
}
VARIES = (  # what differs between two runs of the same program
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)"), "<now>"),
    (re.compile(r'"(?:hash|previous|ledger|digest)": ?"[0-9a-f]{64}"'), '"seal":"<hash>"'),
    (re.compile(r"\d+(?:\.\d+)? (?:s|reports/s|words/s)\b"), "<speed>"),
)


def main(arguments: list[str]) -> int:
    """Record or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    record_ = actions.add_parser("record")
    record_.add_argument("folder", type=Path)
    record_.add_argument("--quick", action="store_true")
    record_.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    record_.add_argument("--jobs", type=int, default=2)
    compare_ = actions.add_parser("compare")
    compare_.add_argument("before", type=Path)
    compare_.add_argument("after", type=Path)
    options = parser.parse_args(arguments)
    if options.action == "compare":
        return compare(options.before, options.after)
    record(options.folder, options.shared, quick=options.quick, jobs=options.jobs)
    return 0


def record(folder: Path, shared: Path, *, quick: bool, jobs: int) -> None:
    """Write what the program prints for the texts and for each command."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = list(own_texts()) + list(shared_texts(shared))
    chosen = texts[::QUICK_STEP] if quick else texts
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / "texts.jsonl"
        source.write_text("".join(json.dumps(line) + "\n" for line in chosen), encoding="utf-8")
        ran = sayso(["annotate", "texts.jsonl", "--jobs", str(jobs)], Path(temporary))
        (folder / "readings.jsonl").write_bytes(ran.stdout)
        print(f"{len(ran.stdout.splitlines())} readings of {len(chosen)} texts")
        if not quick and (shared / "data/news/html").is_dir():
            ran = sayso(["annotate", str(shared / "data/news/html"), "--jobs", str(jobs)], Path(temporary))
            (folder / "pages.jsonl").write_bytes(ran.stdout)
    with tempfile.TemporaryDirectory() as temporary:
        case = Path(temporary) / "tarn-bridge"
        shutil.copytree(ROOT / "examples/tarn-bridge", case)
        for name, line in COMMANDS.items():
            ran = sayso(line.split(), case)
            out = ran.stdout.decode("utf-8", "replace") + "\n-- stderr --\n" + ran.stderr.decode("utf-8", "replace")
            for pattern, word in VARIES:
                out = pattern.sub(word, out)
            (folder / f"command-{name}.txt").write_text(f"$ sayso {line}\nexit {ran.returncode}\n{out}")


def sayso(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command of this working tree in a folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}
    source = os.pathsep.join(map(str, [ROOT / "src", *sorted(ROOT.glob("models/*/src"))]))
    environment |= {"PYTHONPATH": source, "USER": "net", "LOGNAME": "net", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )


def own_texts() -> Iterator[dict[str, Any]]:
    """Every text of this repository's gold."""
    for path in sorted((ROOT / "tests/gold").rglob("*.jsonl")):
        for number, line in enumerate(lines_of(path)):
            if isinstance(line.get("text"), str):
                yield entry(line, f"{path.stem}-{number}")
    drafts = ROOT / "tests/extract/attributions/forms.txt"
    if drafts.is_file():
        for number, block in enumerate(drafts.read_text(encoding="utf-8").split("\n\n")):
            kept = "\n".join(row for row in block.splitlines() if not row.startswith(("#", "=")))
            if text := re.sub(r"\{(?:[a-z]\d*:)?([^{}]*)\}", r"\1", kept).strip():
                yield {"id": f"form-{number}", "text": text}


def shared_texts(shared: Path) -> Iterator[dict[str, Any]]:
    """The first texts of each set of development data that is there."""
    for pattern, most in NEWS.items():
        for path in sorted((shared / "data").glob(pattern)):
            if path.suffix == ".txt":
                yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}
                continue
            for number, line in enumerate(islice(lines_of(path), most)):
                if isinstance(line.get("text"), str):
                    yield entry(line, f"{path.parent.name}-{path.stem}-{number}")


def entry(line: dict[str, Any], name: str) -> dict[str, Any]:
    """A line that `annotate` reads."""
    text = line["text"]
    if len(text) > LONGEST_TEXT:
        text = text[: text.rfind("\n", 0, LONGEST_TEXT) if "\n" in text[:LONGEST_TEXT] else LONGEST_TEXT]
    made = {"id": name, "text": text.replace("\0", ""), "outlet": line.get("outlet"), "title": line.get("title")}
    date = line.get("published") or line.get("dct") or line.get("date")
    if isinstance(date, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        made["published"] = date
    return {key: value for key, value in made.items() if isinstance(value, str) and value}


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                found = json.loads(line)
                if isinstance(found, dict):
                    yield found


def compare(before: Path, after: Path) -> int:
    """Print what differs; 1 where something does."""
    names = sorted({path.name for folder in (before, after) for path in folder.iterdir()})
    different = 0
    for name in names:
        left, right = before / name, after / name
        if not (left.is_file() and right.is_file()):
            print(f"{name}: only in {before if left.is_file() else after}")
            different += 1
        elif left.read_bytes() != right.read_bytes():
            different += 1
            pairs = list(zip_lines(left, right))
            print(f"{name}: {len(pairs)} lines differ; the first is line {pairs[0][0]}")
            print("\n".join(around(pairs[0][1], pairs[0][2])))
    print(f"{different} of {len(names)} files differ" if different else f"{len(names)} files, no difference")
    return 1 if different else 0


def zip_lines(left: Path, right: Path) -> Iterator[tuple[int, str, str]]:
    """The lines of two files that differ, with their number."""
    a = left.read_text(encoding="utf-8", errors="replace").splitlines()
    b = right.read_text(encoding="utf-8", errors="replace").splitlines()
    for number in range(max(len(a), len(b))):
        x, y = (side[number] if number < len(side) else "(no line)" for side in (a, b))
        if x != y:
            yield number + 1, x, y


def around(left: str, right: str) -> list[str]:
    """Where two lines part, with what stands around."""
    at = next((i for i, (x, y) in enumerate(zip(left, right, strict=False)) if x != y), min(len(left), len(right)))
    low = max(0, at - 120)
    return [f"  before: ...{left[low : at + 120]!r}", f"  after:  ...{right[low : at + 120]!r}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
