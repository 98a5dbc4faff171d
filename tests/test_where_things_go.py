"""How many files a new thing touches: the table "Where a new thing goes" of ARCHITECTURE.md, by a walk over the imports.

What is imported from one place alone can be added by changing that place alone.
"""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import click
import pytest

from sayso.cli.group import Sayso
from sayso.export import FORMATS
from sayso.read import READERS

COMMANDS = Sayso()


@functools.cache  # every module is asked for a hundred times
def imported(path: Path, package: str) -> set[str]:
    """The modules that a file imports, relative names made full."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def importers(root: Path, prefix: str) -> set[str]:
    """Files of src/sayso outside a module or package that import it."""
    source = root / "src"
    own = source.joinpath(*prefix.split("."))
    found = set()
    for path in (source / "sayso").rglob("*.py"):
        if own in path.parents or path == own.with_suffix(".py"):
            continue
        names = imported(path, ".".join(path.relative_to(source).parent.parts))
        if any(name == prefix or name.startswith(prefix + ".") for name in names):
            found.add(str(path.relative_to(source / "sayso")))
    return found


def folders(root: Path, floor: str) -> list[str]:
    """The packages directly inside a floor."""
    return sorted(path.parent.name for path in (root / "src" / "sayso" / floor).glob("*/__init__.py"))


def test_a_reader_is_a_file_and_a_row(root: Path) -> None:
    folder = root / "src" / "sayso" / "read" / "readers"
    kinds = {path.stem if path.suffix else path.name for path in folder.iterdir() if not path.name.startswith("__")}
    assert {entry.function.partition(":")[0].lstrip(".") for entry in READERS} == kinds
    for kind in kinds:  # the front calls the reader of plain text for a text that it is given
        assert importers(root, f"sayso.read.readers.{kind}") <= {"run/front.py"}, kind


def test_a_command_is_a_module(root: Path) -> None:
    for name in COMMANDS.list_commands(click.Context(COMMANDS)):
        assert importers(root, f"sayso.cli.{name}") == set(), name


def test_a_format_is_a_module_and_a_row(root: Path) -> None:
    modules = {path.stem for path in (root / "src" / "sayso" / "export").glob("*.py")} - {"__init__", "cells"}
    assert {format.module for format in FORMATS.values()} == modules
    for module in modules:
        assert importers(root, f"sayso.export.{module}") <= {f"export/{other}.py" for other in modules}, module


def test_a_database_is_a_folder_and_a_line(root: Path) -> None:
    for store in ("sayso.store.memory", *(f"sayso.store.{name}" for name in folders(root, "store"))):
        assert importers(root, store) == {"store/open.py"}, store


def test_a_step_is_named_by_the_pipeline_and_imported_by_no_other(root: Path) -> None:
    steps = folders(root, "extract")
    assert len(steps) >= 9
    # what runs the rules with a trace, what prints it, and what times a report anew by a day that was set
    traced = {"run/explain.py", "cli/printing.py", "store/retimed.py"}
    for step in steps:
        assert importers(root, f"sayso.extract.{step}") <= traced, step


def test_what_a_step_asks_of_a_language_is_known_to_the_step_and_to_languages(root: Path) -> None:
    for step in folders(root, "extract"):
        if (root / "src" / "sayso" / "lang" / "needs" / f"{step}.py").is_file():
            others = {
                name for name in importers(root, f"sayso.lang.needs.{step}")
                if not name.startswith(("lang/", f"extract/{step}/"))
            }  # fmt: skip
            assert not {name for name in others if name.startswith("extract/")}, step


def test_a_comparison_is_found_in_its_folder(root: Path) -> None:
    # the case asks for its steps in one place; some questions of its own use what a comparison can do, and a masked case
    # knows which results there are
    asked = {"case/questions.py", "case/asking.py", "case/suggesting.py", "case/relating.py", "case/masking.py",
             "case/beside.py"}  # fmt: skip
    assert importers(root, "sayso.compare") <= asked


@pytest.mark.parametrize("thing", ["a reporting verb", "a reader", "a database", "a comparison across reports"])
def test_the_table_names_tests_and_files_that_exist(root: Path, thing: str) -> None:
    (row,) = re.findall(rf"^\| {thing} \|.*$", (root / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"`((?:tests|lang|read|store|run|compare)/[\w/.]+)`", row)
    assert named
    for name in named:
        if "NAME" not in name:
            assert (root / name).exists() or (root / "src" / "sayso" / name).exists(), name
