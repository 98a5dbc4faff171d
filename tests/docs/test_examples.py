"""Every example in README.md and docs/ does what the page says."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_workers")]

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    *(
        ROOT / name
        for name in ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "benchmarks/README.md")
    ),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "models").glob("*/README.md")),
    *sorted((ROOT / "examples").glob("*/README.md")),
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
LIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
NOT_RUN = {"text"}
# What stands in a page for a command that a test cannot give: a second environment, or the suite inside itself.
INSTEAD = {"./run demo": "sayso demo examples/tarn-bridge", "./run test": "./run help", "./run check": "./run help"}


@dataclass(frozen=True)
class Block:
    page: Path
    line: int
    kind: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(page, text.count("\n", 0, m.start()) + 1, m[1], m[2]) for m in FENCE.finditer(text)]


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


def of_kind(kind: str) -> pytest.MarkDecorator:
    chosen = [block for block in BLOCKS if block.kind == kind]
    return pytest.mark.parametrize("block", [pytest.param(block, id=block.name) for block in chosen])


def steps_of(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it prints."""
    assert text.startswith("$ ")
    return [
        (command, output)
        for command, _, output in (part.partition("\n") for part in re.split(r"^\$ ", text, flags=re.M)[1:])
    ]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the repository to who stands in it, and may be written into."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copy(ROOT / "run", folder / "run")
    return folder


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_every_block_of_a_page_says_what_it_is(page: Path) -> None:
    assert page.read_text(encoding="utf-8").count("```") == 2 * len(blocks_of(page))
    for block in blocks_of(page):
        assert block.kind in {"python", "console", "json", *NOT_RUN}, f"{block.name}: {block.kind!r} is no kind we run"


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "page",
    [pytest.param(p, id=str(p.relative_to(ROOT))) for p in PAGES if any(b.kind == "python" for b in blocks_of(p))],
)
def test_the_sessions_of_a_page_run_as_printed(page: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    runner = doctest.DocTestRunner(optionflags=LIKE)
    shared: dict[str, object] = {}
    for block in blocks_of(page):
        if block.kind == "python":
            test = doctest.DocTestParser().get_doctest(block.text, shared, block.name, str(page), block.line)
            assert test.examples, f"{block.name}: a python block is a session with >>>"
            said: list[str] = []
            runner.run(test, out=said.append, clear_globs=False)
            shared.update(test.globs)
            assert not runner.failures, "".join(said)


@of_kind("console")
def test_the_commands_of_a_page_print_what_it_says(block: Block, copy: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    for command, expected in steps_of(block.text):
        given = INSTEAD.get(command, command).replace("./run sayso ", "sayso ")
        ran = subprocess.run(given, shell=True, cwd=copy, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{block.name}: {command}\n{ran.stdout}{ran.stderr}"
        if expected.strip():
            checker = doctest.OutputChecker()
            example = doctest.Example(command, expected)
            assert checker.check_output(expected, ran.stdout, LIKE), (
                f"{block.name}: {command}\n" + checker.output_difference(example, ran.stdout, LIKE)
            )


@of_kind("json")
def test_a_json_block_is_json(block: Block) -> None:
    json.loads(block.text)
