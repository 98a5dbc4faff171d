"""Verify every span, every original's hash, and the log of a case.

A fault is a line, and the status is 1. What cannot be verified (no originals were kept, say) is told as a note.
"""

from __future__ import annotations

import os
from dataclasses import asdict

from sayso.case import open_case
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.views.marked import safe

EXAMPLES = """
sayso check matter.sayso
"""


@define(__doc__, EXAMPLES)
@case_argument
@json_option
def command(case: str, as_json: bool) -> int:
    """Print what is wrong, a line each."""
    faults = 0
    writable = os.access(case, os.W_OK)  # an index can be checked only by who may write
    with open_case(case, read_only=not writable, damaged="salvage") as opened:
        for finding in opened.check():
            faults += finding.fault
            if as_json:
                print_json(asdict(finding))
            else:
                print(("" if finding.fault else "note: ") + safe(str(finding)))
    tell(f"{faults} faults" if faults else "clean")
    return 1 if faults else 0
