"""Who did what to the case, oldest first.

Each row holds the hash of the row before it; `sayso check` follows the chain. `--seal` prints what seals all that was
done: write it down somewhere else, and `sayso check --seal` will tell if any of it was changed, whoever did it.
"""

from __future__ import annotations

from dataclasses import asdict

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json
from sayso.text.printable import safe

EXAMPLES = """
sayso log matter.sayso
sayso log matter.sayso --seal
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@json_option
@click.option("--seal", is_flag=True, help="print the seal of all of it, to be kept elsewhere")
def command(case: str, as_json: bool, seal: bool) -> int:
    """Print the log, a row a line, or its seal."""
    with look_at(case) as opened:
        if seal:
            print_json({"seal": opened.seal()}) if as_json else print(opened.seal())
            return 0
        for row in opened.log():
            if as_json:
                print_json(asdict(row))
                continue
            counts = ", ".join(f"{name} {count}" for name, count in row.counts.items())
            print(f"{row.number}  {row.at}  {safe(row.by)}  {row.command} {row.state}  {safe(counts)}  {row.hash[:12]}")
    return 0
