"""An extension of griffe, which reads the code for the API reference: the parameters of a docstring become a list.

Docstrings here name a parameter at the beginning of a line and say after two spaces or more what it is (HOUSE style);
Markdown would run such lines into one paragraph.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

ROW = re.compile(r"(?P<name>\*{0,2}[a-z_][\w, *]*?) {2,}(?P<meaning>\S.*)")


def as_markdown(text: str) -> str:
    """Return a docstring with its rows of parameters as a list.

    >>> print(as_markdown("Read it.\\n\\npath   where it is\\n       in full\\njobs   how many\\nRaises ReadError."))
    Read it.
    <BLANKLINE>
    - `path`: where it is in full
    - `jobs`: how many
    <BLANKLINE>
    Raises ReadError.
    """
    made: list[str] = []
    in_list = in_example = False
    for line in text.splitlines():
        in_example = line.startswith(">>>") or (in_example and bool(line.strip()))
        row = None if in_example else ROW.fullmatch(line)
        if row:
            if not in_list and made and made[-1]:
                made.append("")
            made.append(f"- `{row['name']}`: {row['meaning']}")
            in_list = True
        elif in_list and line.startswith("  ") and line.strip():
            made[-1] += " " + line.strip()
        else:
            if in_list and line.strip():
                made.append("")
            made.append(line)
            in_list = False
    return "\n".join(made)


class ParametersAsLists(griffe.Extension):  # type: ignore[misc]  # griffe is in the environment of the site alone
    """Rewrites the docstring of everything that griffe has read."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Rewrite one docstring."""
        if obj.docstring:
            obj.docstring.value = as_markdown(obj.docstring.value)
