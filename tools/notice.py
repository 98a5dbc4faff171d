"""Make NOTICE from docs/licences.toml, the one table of data and models.

usage: python tools/notice.py           write NOTICE
       python tools/notice.py --check   exit 1 where NOTICE is not what the table gives
"""

from __future__ import annotations

import sys
import textwrap
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "licences.toml"
NOTICE = ROOT / "NOTICE"
HEAD = """\
sayso
Copyright the authors of sayso

Licensed under the Apache License, Version 2.0; see LICENSE.

Data and models that sayso is made with, or ships. Made from docs/licences.toml by tools/notice.py.
"""
FIELDS = {"use": "use", "by": "by", "licence": "licence", "source": "from", "shipped": "shipped"}


def notice(table: Path = TABLE) -> str:
    """The text of NOTICE. Raises KeyError where an item lacks one of its fields."""
    parts = [HEAD]
    for item in tomllib.loads(table.read_text(encoding="utf-8"))["item"]:
        lines = [item["name"]]
        for field, label in FIELDS.items():
            lines += textwrap.wrap(
                item[field], 96, initial_indent=f"    {label + ':':<9} ", subsequent_indent=" " * 14,
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Write NOTICE, or compare it."""
    if arguments == ["--check"]:
        return 0 if NOTICE.read_text(encoding="utf-8") == notice() else 1
    NOTICE.write_text(notice(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
