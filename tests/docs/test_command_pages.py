"""Each command has a page; the index and the tables of arguments are those that the commands themselves give."""

from __future__ import annotations

from pathlib import Path

import click
import command_pages
import pytest

COMMANDS = command_pages.commands()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_page_lists_just_the_arguments_of_its_command(name: str, root: Path) -> None:
    text = (root / "docs" / "commands" / f"{name}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# sayso {name}\n") and f"```text\nsayso {name}" in text and "Exit status: " in text
    assert command_pages.page(text, COMMANDS[name]) == text, "run python tools/command_pages.py"


def test_the_index_lists_every_command_and_no_page_is_of_none(root: Path) -> None:
    folder = root / "docs" / "commands"
    assert (folder / "index.md").read_text(encoding="utf-8") == command_pages.index(), "python tools/command_pages.py"
    assert {path.stem for path in folder.glob("*.md")} == {*COMMANDS, "index"}
    assert "commands/index.md" in (root / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_argument_says_what_it_means(name: str) -> None:
    context = click.Context(COMMANDS[name], info_name=name)
    for param in COMMANDS[name].get_params(context):
        record = param.get_help_record(context)
        assert record is not None and record[1].strip(), param.name
