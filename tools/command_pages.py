"""Make what docs/commands/ derives from the commands: the index, and the table of arguments of each page.

usage: python tools/command_pages.py

A new command needs its module in src/sayso/cli/ and a page that begins with "# sayso NAME" and says in words what it
does and gives; the rest is written by this, and a test compares.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from sayso.cli.group import group, summary

PAGES: Final = Path(__file__).resolve().parent.parent / "docs" / "commands"
INDEX: Final = "index.md"
INDEX_HEAD: Final = """\
# The commands

Every command but annotate, read and demo takes the case first; `SAYSO_CASE` stands in for it. `said` and `explain` take
texts too. `sayso COMMAND --help` prints what the command's page says, with examples.

| command | what it does |
|---|---|
"""
HEAD: Final = "| argument | meaning |\n|---|---|\n"
TABLE: Final = re.compile(re.escape(HEAD) + r"(?:\|.*\|\n)*")
# What a page says better with a link than the help of the command can.
LINKED: Final = {
    "places of your own": "[places of your own](../reference/places.md)",
    "without a public role": "without a public role: [privacy](../privacy.md#masking-private-persons)",
}


def commands() -> dict[str, click.Command]:
    """All commands by name, in order."""
    context = click.Context(group)
    found = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return {name: command for name, command in found if command is not None}


def index() -> str:
    """The page that lists the commands, from the first lines of their help."""
    rows = "".join(f"| [{name}]({name}.md) | {summary(name)} |\n" for name in commands())
    return INDEX_HEAD + rows


def table(command: click.Command) -> str:
    """The arguments and options of a command, a row each, in the order of its help."""
    context = click.Context(command, info_name=command.name)
    rows = []
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and "--help" not in param.opts:
            meaning = re.sub(r"\s*\[[^\[\]]*\]$", "", record[1]).replace("|", "\\|")
            for words, link in LINKED.items():
                meaning = meaning.replace(words, link)
            rows.append(f"| `{record[0].replace('|', chr(92) + '|')}` | {meaning} |\n")
    return HEAD + "".join(rows)


def page(text: str, command: click.Command) -> str:
    """A page with its table made anew; ValueError if it has no table to begin with."""
    made, count = TABLE.subn(lambda _: table(command), text)
    if count != 1:
        raise ValueError(f"a page holds one table that begins with {HEAD.splitlines()[0]!r}, found {count}")
    return made


def main() -> None:
    """Write them."""
    (PAGES / INDEX).write_text(index(), encoding="utf-8")
    for name, command in commands().items():
        path = PAGES / f"{name}.md"
        path.write_text(page(path.read_text(encoding="utf-8"), command), encoding="utf-8")


if __name__ == "__main__":
    main()
