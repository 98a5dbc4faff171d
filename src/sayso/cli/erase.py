"""Take a name and all its forms out of a case, for good.

Blocks of the same length stand for it in texts, statements, titles, paths, judgements and the log; originals that hold
it are dropped, and reports that are read later come without it. Nothing brings it back, `undo` neither: keep a copy if
you must. What is left is told by `sayso check`.
"""

from __future__ import annotations

import click

from sayso.case import open_case
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json

EXAMPLES = """
sayso erase matter.sayso 'Mira Aldo'
sayso erase matter.sayso i4cd622bb5f5e --json
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("name", "NAME", "a name as a report has it, or an id", required=True)
@json_option
def command(case: str, name: str, as_json: bool) -> int:
    """Erase the name, and print how much held it."""
    with open_case(case) as opened:
        done = opened.erase(name)
    told = {
        "reports": done.reports, "judgements": done.judgements, "records": done.records, "originals": done.originals,
    }  # fmt: skip
    if as_json:
        print_json(told)
    else:
        click.echo(
            f"erased from {done.reports} reports, {done.judgements} judgements and {done.records} rows of paths and"
            f" log; {done.originals} originals dropped"
        )
    return 0
