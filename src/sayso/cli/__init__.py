"""The ``sayso`` command; each module here but a few that commands share (sayso.cli.group names them) is one command.

Nothing else is defined here: a command's module becomes a name of this package, and "set" would hide the built-in one.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 all read, 1 some failed, 2 misuse, 130 interrupted."""
    from sayso.cli.group import main as run

    return run(arguments)
