"""What sayso.toml in the working folder says; the environment and the flags come on top of it.

What of it counts for a command is told on standard error. If it lies where reports are read from, it came with them,
and is not taken as settings.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from sayso.errors import UsageError

FILE: Final = "sayso.toml"
# Each is also SAYSO_<NAME> in the environment. They are the defaults of the commands that read texts; `case` is the
# case of every command that takes one.
NAMES: Final = ("case", "jobs", "outlet", "outlet_from", "meta", "published", "places", "limit")


def held() -> dict[str, Any]:
    """The settings of sayso.toml, {} if there is no such file. UsageError if it is no TOML or has another key."""
    file = Path(FILE)
    if not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{FILE}: {error}") from None
    unknown = sorted(found.keys() - set(NAMES))
    if unknown:
        raise UsageError(f"{FILE}: {unknown[0]!r} is not known; expected one of {', '.join(NAMES)}")
    return found


def lies_in(paths: Iterable[str]) -> bool:
    """Whether sayso.toml lies in, under or beside any of the paths, or beside what a link among them leads to."""
    here = os.path.realpath(os.curdir)
    for path in paths:
        if path == "-" or not os.path.lexists(path):
            continue
        found = os.path.realpath(path)
        folder = found if os.path.isdir(found) else os.path.dirname(found)
        if folder == here or (folder == found and os.path.commonpath((folder, here)) == folder):
            return True
    return False


def default_map(commands: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The settings of sayso.toml as the defaults of each command, in the form that click takes."""
    found = held()
    return dict.fromkeys(commands, found) if found else {}


def variable(name: str) -> str:
    """The environment variable of a setting.

    >>> variable("outlet_from")
    'SAYSO_OUTLET_FROM'
    """
    return f"SAYSO_{name.upper()}"


def environment() -> dict[str, str]:
    """The variables of the environment that are settings and have a value."""
    return {variable(name): value for name in NAMES if (value := os.environ.get(variable(name)))}
