"""Write a note to a report, to anything in it, or to someone.

It changes nothing that is read; exports hold it. It is kept with who wrote it and when, and `sayso undo CASE ID` takes
it back.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_things
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso note matter.sayso 4cd622bb5f5e01b2 'photographed twice'
sayso note matter.sayso 'Halim Terzo' 'retired in 2030'
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("subject", "ID | NAME", "a report, a thing in it, or a name as a report has it", required=True)
@argument("words", "WORDS", "the note", required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, subject: str, words: str, as_json: bool, why: str) -> int:
    """Add the note, and print its id."""
    return judge_things(case, "note", lambda opened: opened.note(subject, words, why=why), as_json=as_json)
