"""Each command has a page, and the page names just the options that the command has."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from sayso.cli import build_parser

COMMANDS: dict[str, argparse.ArgumentParser] = next(
    action.choices for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)
)


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_page_names_the_options_of_its_command_and_no_others(name: str, root: Path) -> None:
    page = (root / "docs" / "commands" / f"{name}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# sayso {name}\n")
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))
    assert named == options(COMMANDS[name])


def test_every_page_is_a_command_and_is_linked(root: Path) -> None:
    pages = {path.stem for path in (root / "docs" / "commands").glob("*.md")}
    assert pages == set(COMMANDS)
    index = (root / "docs" / "index.md").read_text(encoding="utf-8")
    assert all(f"commands/{name}.md" in index for name in pages)
