"""What holds for the repository as a whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
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
        f"sayso-en @ {(root / 'models' / 'sayso-en').as_uri()}", "sayso-none==2", "numpy>=1",
    ]  # fmt: skip
    assert hatch_build.dependencies(root, models, ["numpy>=1"], portable=True) == [*models, "numpy>=1"]


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
    code = f"import sys, sayso, sayso.cli; sayso.cli.build_parser(); print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_step_imports_no_other_step() -> None:
    """A step's helpers bear its name (attribution_rules of attributions), or begin with an underscore."""
    graph = grimp.build_graph("sayso")
    inside = "sayso.extract."

    def stem(module: str) -> str:
        return module.removeprefix(inside).split(".")[0].split("_")[0].rstrip("s")

    wrong = []
    for module in graph.find_descendants("sayso.extract"):
        for imported in graph.find_modules_directly_imported_by(module):
            name = imported.removeprefix(inside)
            if imported.startswith(inside) and not name.startswith("_") and stem(imported) != stem(module):
                wrong.append(f"{module} -> {imported}")
    assert wrong == []


def test_the_commands_of_run_are_told_by_its_help(root: Path) -> None:
    script = (root / "run").read_text(encoding="utf-8")
    ran = subprocess.run(["./run", "help"], cwd=root, capture_output=True, text=True, check=True)
    for command in re.findall(r"^    (\w+)\)$", script, re.MULTILINE):
        assert f"./run {command} " in ran.stdout


def test_a_command_that_run_does_not_know_ends_with_2_and_the_list(root: Path) -> None:
    ran = subprocess.run(["./run", "nonsense"], cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "./run demo" in ran.stderr
