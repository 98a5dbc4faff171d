"""What could not be read, with its reason and what to try."""

from __future__ import annotations

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.text.printable import safe

EXAMPLES = """
sayso failed matter.sayso
sayso failed matter.sayso --json
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@json_option
def command(case: str, as_json: bool) -> int:
    """Print the failures, by path."""
    with look_at(case) as opened:
        rows = [dict(row) for row in opened.show("failures")]
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        advice = f"; {safe(row['try'])}" if row.get("try") else ""
        print(f"{safe(row['path'])}: {safe(row['reason'])}{advice}")
    tell(f"{len(rows)} failures")
    return 0
