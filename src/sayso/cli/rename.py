"""Call someone otherwise, in every report.

The forms that reports use stay, and lead to the new name. The newest name counts; `sayso undo CASE ID` takes it
back.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_people
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso rename matter.sayso FFO 'Front for a Free Ostrany'
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("one", "NAME", "a name as a report has it, or an id", required=True)
@argument("name", "NEW", "what to call them", required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, one: str, name: str, as_json: bool, why: str) -> int:
    """Add the judgement, and print its id."""
    return judge_people(case, "rename", (one,), lambda opened: opened.rename(one, name, why=why), as_json=as_json)
