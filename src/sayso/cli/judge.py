"""Add a judgement: same, differ, rename, set, accept, reject, correct, note, erase or undo.

A judgement is added, not edited. It names things by their ids, which `said`, `events` and `search` print with --ids.
When a report is read anew, judgements are found again by their spans.
"""

from __future__ import annotations

import json
from typing import Any

import click

from sayso.case import open_case
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json
from sayso.values.terms import VERBS, Verb

EXAMPLES = """
sayso judge matter.sayso note 4cd622bb5f5e01b2 --value '"photographed twice"'
sayso judge matter.sayso reject 4cd622bb5f5e01b2/a1043 --why 'a caption'
sayso judge matter.sayso undo --value j3
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("verb", "VERB", "one of " + ", ".join(VERBS), type=click.Choice(VERBS), required=True)
@argument("subjects", "[ID...]", "reports, or things in them: 4cd622bb5f5e01b2/a1043", nargs=-1)
@json_option
@click.option("--value", metavar="JSON", help="what is right: a name, or an object of fields")
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, verb: Verb, subjects: tuple[str, ...], as_json: bool, value: str | None, why: str) -> int:
    """Add the judgement, and print its id."""
    meant: Any = value
    if value is not None:
        try:
            meant = json.loads(value)
        except ValueError:
            pass  # a bare word is itself
    with open_case(case) as opened, opened.logged("judge", options={"verb": verb}):
        judgement = opened.judge(verb, subjects, meant, why)
    print_json({"judgement": judgement.id}) if as_json else print(f"judgement {judgement.id}")
    return 0
