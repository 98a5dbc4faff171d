"""Verify every span, every original's hash, and the log of a case.

A fault is a line, and the status is 1. What cannot be verified (no originals were kept, say) is told as a note. The
case is opened to read only, and its file stays as it is, byte by byte.
"""

from __future__ import annotations

from dataclasses import asdict

import click

from sayso.case import open_case
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.text.printable import safe

EXAMPLES = """
sayso check matter.sayso
sayso check matter.sayso --seal 17-9b5c...
"""


@define(__doc__, EXAMPLES)
@case_argument
@json_option
@click.option(
    "--seal", metavar="SEAL", help="compare with what `log --seal` printed; else nothing tells of a whole new log"
)
def command(case: str, as_json: bool, seal: str | None) -> int:
    """Print what is wrong, a line each."""
    faults = 0
    with open_case(case, read_only=True, damaged="salvage") as opened:
        for finding in opened.check(seal):
            faults += finding.fault
            if as_json:
                print_json(asdict(finding))
            else:
                print(("" if finding.fault else "note: ") + safe(str(finding)))
    tell(f"{faults} faults" if faults else "clean")
    return 1 if faults else 0
