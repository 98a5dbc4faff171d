"""The case as a table of statements or events, or as JSON lines.

From a damaged case it gives what is left, says what is lost, and ends with 1.
"""

from __future__ import annotations

import sys

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, case_argument, define, narrowing_options
from sayso.cli.printing import filters_of, tell
from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.text.printable import safe

EXAMPLES = """
sayso export matter.sayso --as csv > said.csv
sayso export matter.sayso --as csv --out said.csv --bom
sayso export matter.sayso --as jsonl > matter.jsonl
sayso export matter.sayso --as events-csv > events.csv
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@click.option(
    "--as", "form", type=click.Choice(list(FORMATS)), required=True,
    help="; ".join(f"{name}: {form.help}" for name, form in FORMATS.items()),
)  # fmt: skip
@click.option("--out", metavar="FILE", help="write to this file, which is there whole or not at all, and yours alone")
@click.option("--bom", is_flag=True, help="begin a table with the mark by which Excel knows UTF-8")
@narrowing_options
def command(case: str, form: str, out: str | None, bom: bool, narrowing: Narrowing) -> int:
    """Write the case in one of the formats."""
    lost: list[str] = []
    with look_at(case, damaged="salvage") as opened:
        lost += [str(finding) for finding in opened.damage]
        try:
            to = sys.stdout.buffer if out is None else out
            written = opened.export(form, to, filters_of(opened, narrowing), bom=bom, on_lost=lost.append)
        except OSError as error:
            if out is None:
                raise
            raise UsageError(f"{out}: cannot be written: {error.strerror or error}") from error
    for what in lost:
        tell(safe(what))
    if not written and FORMATS[form].empty:
        tell(FORMATS[form].empty)
    return 1 if lost else 0
