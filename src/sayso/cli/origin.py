"""Where a claim comes from: back over copies, agencies and the same speaker to the first claim of its origin.

Each line of the way says why it leads to the next. The first is the one that was published earliest, as far as the
dates of the reports tell; a report without a date is taken as the latest.
"""

from __future__ import annotations

from sayso.cli.looking import look_and_keep, mask_option
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.views.accounts import traced_dict, traced_lines

EXAMPLES = """
sayso origin matter.sayso 4cd622bb5f5e01b2/c1043
sayso origin matter.sayso 4cd622bb5f5e01b2/a1043 --json
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("claim", "CLAIM", "its id, or that of the statement or event that it is about", required=True)
@json_option
def command(case: str, claim: str, as_json: bool) -> int:
    """Print the way back, the claim itself first."""
    with look_and_keep(case) as opened:
        traced = opened.origin(claim)
        print_json(traced_dict(traced)) if as_json else print("\n".join(traced_lines(traced)))
        if not traced.account:
            tell("no other report tells of this, as far as was found")
        elif len(traced.steps) == 1:
            tell(f"this is the first of its origin; `sayso accounts {case} {traced.account}` shows the others")
    return 0
