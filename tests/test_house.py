"""What holds for the repository as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import notice
import pytest

import hatch_build
import sayso

REGISTRIES = re.compile(
    r"pypi\.(?:org|python)|pythonhosted|npmjs\.|file:///|deb\.debian|--(?:extra-)?index-url|--find-links"
)


def pins(lock: Path) -> dict[str, str]:
    """Package -> what stands after its name, on the lines of a lock that name one."""
    lines = re.findall(r"^([a-z0-9-]+)==(.*?) ?\\$", lock.read_text(encoding="utf-8"), re.MULTILINE)
    found: dict[str, str] = {}
    for name, rest in lines:
        found[name] = found.get(name, "") + rest
    return found


def committed(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git repository")
    return [root / name for name in listed.stdout.split("\0") if name and (root / name).is_file()]


def test_notice_is_what_the_table_of_data_and_models_gives(root: Path) -> None:
    given = notice.notice()
    assert (root / "NOTICE").read_text(encoding="utf-8") == given, "run python tools/notice.py"
    for item in tomllib.loads((root / "docs" / "licences.toml").read_text(encoding="utf-8"))["item"]:
        assert item["name"] in given


def test_no_committed_file_names_a_registry(root: Path) -> None:
    itself = Path(__file__)
    naming = []
    for path in committed(root):
        data = path.read_bytes()
        if (
            path.resolve() != itself
            and b"\0" not in data[:8000]
            and path.suffix in ("", ".lock", ".toml", ".yml", ".cfg")
        ):
            if found := REGISTRIES.search(data.decode("utf-8", "replace").replace("--no-emit-index-url", "")):
                naming.append(f"{path.relative_to(root)}: {found.group()}")
    assert naming == []


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock", "docs.lock"])
def test_a_lock_pins_every_package_with_hashes(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]
    assert not {"sayso", "sayso-en", "sayso-en-parser"} & set(pins(root / lock))


def test_the_tests_run_with_the_versions_that_users_get(root: Path) -> None:
    assert pins(root / "run.lock").items() <= pins(root / "dev.lock").items()


def test_every_dependency_is_locked(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    for lock, wanted in {
        "run.lock": project["tool"]["hatch"]["metadata"]["hooks"]["custom"]["others"],
        "dev.lock": groups["dev"] + project["project"]["optional-dependencies"]["notebook"],
        "docs.lock": groups["docs"],
    }.items():
        names = {re.split(r"[<>=\[; ]", line)[0].lower().replace("_", "-") for line in wanted}
        assert names <= set(pins(root / lock)), f"./run lock; {lock} lacks what pyproject.toml asks for"


def test_a_wheel_made_in_a_clone_names_the_models_by_where_they_lie(root: Path) -> None:
    models = ["sayso-en==1", "sayso-none==2"]
    assert hatch_build.dependencies(root, models, ["numpy>=1"], portable=False) == [
        f"sayso-en @ {(root / 'models' / 'sayso_en').as_uri()}", "sayso-none==2", "numpy>=1",
    ]  # fmt: skip
    assert hatch_build.dependencies(root, models, ["numpy>=1"], portable=True) == [*models, "numpy>=1"]


def test_pip_does_not_keep_the_wheel_of_a_models_folder_for_good(root: Path) -> None:
    # what pip takes for the "name-version" of an archive (`_egg_info_re` of pip's wheel_builder): kept by its path, for ever
    kept = re.compile(r"([a-z0-9_.]+)-([a-z0-9_.!+-]+)", re.IGNORECASE)
    folders = sorted((root / "models").glob("*/pyproject.toml"))
    assert len(folders) >= 2 and not [path for path in folders if kept.search(path.parent.name)]


def test_what_trains_models_is_no_part_of_what_runs_them(root: Path) -> None:
    assert not {"torch", "transformers", "tokenizers", "tensorflow", "scikit-learn"} & set(pins(root / "dev.lock"))


def test_every_public_name_is_there_and_declared_for_type_checkers(root: Path) -> None:
    source = (root / "src" / "sayso" / "__init__.py").read_text(encoding="utf-8")
    declared = dict(reversed(pair) for pair in re.findall(r"from (sayso\.[\w.]+) import (\w+) as \2\n", source))
    assert declared == sayso.PUBLIC
    for name in (*sayso.PUBLIC, "__version__"):
        assert getattr(sayso, name)
        assert name in dir(sayso)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        sayso.nonsense  # noqa: B018


def test_importing_the_program_imports_nothing_heavy() -> None:
    heavy = "{'numpy', 'spacy', 'onnxruntime', 'trafilatura', 'lxml', 'msgspec', 'py3langid', 'sqlite3', 'http.server'}"
    code = f"import sys, sayso, sayso.cli; sayso.cli.main(['--help']); print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *told, last = ran.stdout.splitlines()
    assert last == "[]" and any("annotate" in line for line in told)


MAX_MODULE_LINES = 400
PARTS = re.compile(r"sayso\.extract\.\w+\.")
LOOSE = {"__init__.py", "__main__.py", "errors.py", "steps.py", "component.py", "py.typed"}
EMPTY_ROOM_LINES = 5


def modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "sayso").rglob("*.py"))


def test_no_module_is_too_long_to_read(root: Path) -> None:
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(root)
    }
    assert {name: length for name, length in lengths.items() if length > MAX_MODULE_LINES} == {}


def test_no_file_lies_loose_in_the_package(root: Path) -> None:
    loose = {path.name for path in (root / "src" / "sayso").iterdir() if path.is_file()}
    assert loose <= LOOSE


def test_no_class_name_has_two_meanings(root: Path) -> None:
    places: dict[str, list[str]] = {}
    for path in modules(root):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(path.relative_to(root)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_every_module_says_what_it_is_for(root: Path) -> None:
    silent = [path for path in modules(root) if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_benchmarks_and_training_use_steps_and_not_their_parts(root: Path) -> None:
    """The linter sees the package alone; what stands outside it keeps to ``sayso.extract.STEP`` too."""
    wrong = []
    for folder in ("benchmarks", "training", "tools"):
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and PARTS.match(node.module or ""):
                    wrong.append(f"{path.relative_to(root)} imports {node.module}")
    assert wrong == []


def test_decisions_are_numbered_without_a_hole_and_linked(root: Path) -> None:
    numbers = [path.name[:4] for path in sorted((root / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    index = (root / "docs" / "index.md").read_text(encoding="utf-8")
    assert [p.name for p in (root / "docs" / "decisions").glob("*.md") if f"decisions/{p.name}" not in index] == []


def test_the_commands_of_run_are_told_by_its_help(root: Path) -> None:
    script = (root / "run").read_text(encoding="utf-8")
    ran = subprocess.run(["./run", "help"], cwd=root, capture_output=True, text=True, check=True)
    for command in re.findall(r"^    (\w+)\)$", script, re.MULTILINE):
        assert f"./run {command} " in ran.stdout


def test_a_command_that_run_does_not_know_ends_with_2_and_the_list(root: Path) -> None:
    ran = subprocess.run(["./run", "nonsense"], cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "./run demo" in ran.stderr
