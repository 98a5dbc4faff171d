"""Lists and counts of what a case holds.

Without a word: outlets, dates, languages and speakers. `--timeline` lists the events by their own dates instead.
"""

from __future__ import annotations

import itertools

import click

from sayso.case import EventQuery, open_case
from sayso.cli.options import Narrowing, argument, case_argument, define, json_option, narrowing_options
from sayso.cli.printing import event_dict, filters_of, print_json, print_table, tell, timeline_line
from sayso.errors import UsageError
from sayso.values.case import SHOWINGS

EXAMPLES = """
sayso show matter.sayso
sayso show matter.sayso speakers --limit 50
sayso show matter.sayso reports --json
sayso show matter.sayso --timeline --since 2031-05
"""
USUAL = ("outlets", "dates", "languages", "speakers")
ROWS = 20  # of each list, unless --limit asks for more


@define(__doc__, EXAMPLES)
@case_argument
@argument("what", "[LIST]", ", ".join(SHOWINGS), type=click.Choice(SHOWINGS), required=False)
@json_option
@click.option("--timeline", is_flag=True, help="events by their own dates instead")
@click.option(
    "--limit", "most", metavar="N", type=click.IntRange(1), help="so many of each (default 20; all of a timeline)"
)
@narrowing_options
def command(case: str, what: str | None, as_json: bool, timeline: bool, most: int | None, narrowing: Narrowing) -> int:
    """Print the lists that are asked for, or the timeline."""
    if timeline and what:
        raise UsageError(f"--timeline is a list of its own; leave out {what!r}, or --timeline")
    if timeline:
        return _timeline(case, narrowing, most, as_json=as_json)
    with open_case(case, read_only=True) as opened:
        filters = filters_of(opened, narrowing)
        for name in (what,) if what else USUAL:
            rows = [dict(row) for row in opened.show(name, filters)]  # type: ignore[arg-type]
            if as_json:
                print_json(rows if what else {name: rows})
            else:
                print_table(name, rows, most or ROWS)
    return 0


def _timeline(case: str, narrowing: Narrowing, most: int | None, *, as_json: bool) -> int:
    """The dated events of a case in the order of their dates, then how many have none."""
    with open_case(case, read_only=True) as opened:
        filters = filters_of(opened, narrowing)
        count = 0
        dated = EventQuery(type="any", dated=True, by_date=True)
        for found in itertools.islice(opened.events(dated, filters), most):
            count += 1
            print_json(event_dict(found)) if as_json else print(timeline_line(found))
        undated = sum(1 for _ in opened.events(EventQuery(type="any", dated=False), filters))
    tell(f"{count} dated events; {undated} more have no date: `sayso events` shows them")
    return 0
