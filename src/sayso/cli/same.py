"""Judge that two names mean one someone.

It takes effect at once in `who` and in exports, and `sayso undo CASE ID` takes it back. Where it
contradicts an older judgement the newer one counts, and `who` tells.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_people
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso same matter.sayso 'Halim Terzo' 'the envoy'
sayso same matter.sayso FFO i4cd622bb5f5e --why 'its own letterhead'
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("one", "NAME", "a name as a report has it, or an id", required=True)
@argument("other", "NAME", "the other one", required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, one: str, other: str, as_json: bool, why: str) -> int:
    """Add the judgement, and print its id."""
    return judge_people(case, "same", (one, other), lambda opened: opened.same(one, other, why=why), as_json=as_json)
