"""Take a judgement back; what it did is as it was before.

Both are kept: an undo is a judgement itself, and can be undone. Only what was erased stays erased.
"""

from __future__ import annotations

import click

from sayso.cli.judging import judge_things
from sayso.cli.options import argument, case_argument, define, json_option

EXAMPLES = """
sayso undo matter.sayso j3
sayso undo matter.sayso 3 --why 'the wrong Aldo'
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("judgement", "JUDGEMENT", "its id or number, as it was printed", required=True)
@json_option
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, judgement: str, as_json: bool, why: str) -> int:
    """Add the judgement, and print its id and what it does."""
    return judge_things(case, "undo", lambda opened: opened.judge("undo", (), judgement, why), as_json=as_json)
