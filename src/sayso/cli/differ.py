"""Judge that two names mean two.

Also where the program has made them one: then those who are called by the second name are kept apart from the first.
It takes effect at once in `who` and in exports, and `sayso undo CASE ID` takes it back.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_people
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso differ matter.sayso 'Rurik Aldo' 'Mira Aldo'
sayso differ matter.sayso Terzo Terzow --why 'cousins'
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("one", "NAME", "a name as a report has it, or an id", required=True)
@argument("other", "NAME", "the other one", required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, one: str, other: str, as_json: bool, why: str) -> int:
    """Add the judgement, and print its id."""
    return judge_people(
        case, "differ", (one, other), lambda opened: opened.differ(one, other, why=why), as_json=as_json
    )
