"""The notebooks in examples/ run from the first cell to the last, and what their cells show can be shown."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def cells_of(path: Path) -> list[dict[str, Any]]:
    held = json.loads(path.read_text(encoding="utf-8"))
    assert held["nbformat"] == 4
    cells: list[dict[str, Any]] = held["cells"]
    return cells


def run_cell(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does; gives the value of its last line where that is an expression, else None."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if isinstance(last, ast.Expr) else None


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["in-python.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_committed_without_what_it_printed(path: Path) -> None:
    cells = cells_of(path)
    assert [cell["outputs"] for cell in cells if cell["cell_type"] == "code" and cell["outputs"]] == []
    assert len({cell["id"] for cell in cells}) == len(cells)


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_twice_in_a_copy_of_its_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(path.parent, tmp_path / "examples")
    monkeypatch.chdir(tmp_path / "examples")
    shown = []
    for _ in range(2):  # the second time the case is there
        names: dict[str, Any] = {"__name__": "__main__"}
        for cell in cells_of(path):
            if cell["cell_type"] == "code":
                value = run_cell("".join(cell["source"]), names)
                if value is not None:
                    html = value._repr_html_() if hasattr(value, "_repr_html_") else repr(value)
                    assert html
                    shown.append(type(value).__name__)
    half = len(shown) // 2
    assert shown[:half] == shown[half:]
    assert {"Reading", "Span", "IngestCounts", "Case", "Table", "DataFrame"} <= set(shown)
