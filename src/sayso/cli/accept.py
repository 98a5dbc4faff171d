"""Judge that statements or events are right as they were read.

They count as certain from then on, in every view and export, also when the report is read anew. `said`, `events` and
`search` print ids with --ids; `sayso undo CASE ID` takes a judgement back.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_things
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso accept matter.sayso 4cd622bb5f5e01b2/a1043
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("subjects", "ID...", "statements or events: 4cd622bb5f5e01b2/a1043", nargs=-1, required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, subjects: tuple[str, ...], as_json: bool, why: str) -> int:
    """Add the judgement, and print its id and what it does."""
    return judge_things(case, "accept", lambda opened: opened.judge("accept", subjects, None, why), as_json=as_json)
