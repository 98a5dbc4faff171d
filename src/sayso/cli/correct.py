"""Mend what was read wrongly of a statement or an event.

Of a statement its manner or style, of an event its type, mode, state or factuality. It counts in every view and export,
also when the report is read anew. `sayso undo CASE ID` takes a judgement back.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_things
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.errors import UsageError

EXAMPLES = """
sayso correct matter.sayso 4cd622bb5f5e01b2/e1043 state=denied factuality=CT-
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("subject", "ID", "a statement or an event: 4cd622bb5f5e01b2/e1043", required=True)
@argument("changes", "FIELD=VALUE...", "what is right", nargs=-1, required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, subject: str, changes: tuple[str, ...], as_json: bool, why: str) -> int:
    """Add the judgement, and print its id and what it does."""
    fields = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals or not name:
            raise UsageError(f"{change!r}; expected FIELD=VALUE, such as state=denied")
        fields[name] = value
    return judge_things(
        case, "correct", lambda opened: opened.judge("correct", [subject], fields, why), as_json=as_json
    )
