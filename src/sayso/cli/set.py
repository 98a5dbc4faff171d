"""Mend what was read wrongly of a report: its outlet, date, title and the like.

It is a judgement beside the reading, never a change of it; ids stay. The newest judgement counts. '' takes away.
"""

from __future__ import annotations

import click

from sayso.case import open_case
from sayso.cli.options import Published, argument, case_argument, define, json_option
from sayso.cli.printing import print_json, report_called
from sayso.errors import UsageError

EXAMPLES = """
sayso set matter.sayso 4cd622bb --outlet 'Ostrany Herald' --why 'stamp on the page'
sayso set matter.sayso reports/a.txt --published 2031-05-04
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("report", "REPORT", "its id, the head of it, or its path", required=True)
@json_option
@click.option("--outlet", metavar="WORDS", help="'' takes it away")
@click.option("--agency", metavar="WORDS", help="'' takes it away")
@click.option("--published", metavar="DATE", type=Published(clears=True), help="'' takes it away")
@click.option("--title", metavar="WORDS", help="'' takes it away")
@click.option("--byline", metavar="WORDS", help="'' takes it away")
@click.option("--url", metavar="WORDS", help="'' takes it away")
@click.option("--lang", metavar="CODE", help="'' takes it away")
@click.option("--why", metavar="WORDS", default="", help="the reason, kept with it")
def command(case: str, report: str, as_json: bool, why: str, **given: str | None) -> int:
    """Add the judgement, and print its id."""
    fields = {name: value or None for name, value in given.items() if value is not None}
    if not fields:
        raise UsageError("nothing to set; give " + ", ".join(f"--{name}" for name in given))
    with open_case(case) as opened:
        report_id = report_called(opened, report)  # before the log says that something was begun
        # the values stand in the judgement alone, from which an erasure takes them; the log keeps what it once holds
        with opened.logged("set", options={"report": report_id, "fields": sorted(fields)}):
            judgement = opened.set_report(report_id, why=why, **fields)
    print_json({"judgement": judgement.id}) if as_json else print(f"judgement {judgement.id}")
    return 0
