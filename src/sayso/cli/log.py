"""Who did what to the case, oldest first.

Each row holds the hash of the row before it; `sayso check` follows the chain.
"""

from __future__ import annotations

from dataclasses import asdict

from sayso.case import open_case
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json
from sayso.views.marked import safe

EXAMPLES = """
sayso log matter.sayso
"""


@define(__doc__, EXAMPLES)
@case_argument
@json_option
def command(case: str, as_json: bool) -> int:
    """Print the log, a row a line."""
    with open_case(case, read_only=True) as opened:
        for row in opened.log():
            if as_json:
                print_json(asdict(row))
                continue
            counts = ", ".join(f"{name} {count}" for name, count in row.counts.items())
            print(f"{row.number}  {row.at}  {safe(row.by)}  {row.command} {row.state}  {safe(counts)}  {row.hash[:12]}")
    return 0
