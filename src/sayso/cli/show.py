"""Lists and counts of what a case holds.

Without a word: outlets, dates, languages and speakers. `--timeline` lists the events by their own dates instead,
`--main` what each report is about; both together, what the reports are about by its own dates.
"""

from __future__ import annotations

import itertools

import click

from sayso.case import EventQuery
from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, json_option, narrowing_options
from sayso.cli.printing import event_dict, filters_of, print_json, print_table, report_line, tell, timeline_line
from sayso.errors import UsageError
from sayso.values.case import SHOWINGS

EXAMPLES = """
sayso show matter.sayso
sayso show matter.sayso speakers --limit 50
sayso show matter.sayso reports --json
sayso show matter.sayso --timeline --since 2031-05
sayso show matter.sayso --main
"""
USUAL = ("outlets", "dates", "languages", "speakers")
ROWS = 20  # of each list, unless --limit asks for more


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("what", "[LIST]", ", ".join(SHOWINGS), type=click.Choice(SHOWINGS), required=False)
@json_option
@click.option("--timeline", is_flag=True, help="events by their own dates instead")
@click.option("--main", is_flag=True, help="what each report is about, at most three events")
@click.option(
    "--limit", "most", metavar="N", type=click.IntRange(1), help="so many of each (default 20; all of a timeline)"
)
@narrowing_options
def command(
    case: str, what: str | None, as_json: bool, timeline: bool, main: bool, most: int | None, narrowing: Narrowing
) -> int:
    """Print the lists that are asked for, the timeline, or what the reports are about."""
    if (timeline or main) and what:
        flag = "--timeline" if timeline else "--main"
        raise UsageError(f"{flag} is a list of its own; leave out {what!r}, or {flag}")
    if timeline:
        return _timeline(case, narrowing, most, main=main, as_json=as_json)
    if main:
        return _main(case, narrowing, most, as_json=as_json)
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        for name in (what,) if what else USUAL:
            rows = [dict(row) for row in opened.show(name, filters)]  # type: ignore[arg-type]
            if as_json:
                print_json(rows if what else {name: rows})
            else:
                print_table(name, rows, most or ROWS)
    return 0


def _main(case: str, narrowing: Narrowing, most: int | None, *, as_json: bool) -> int:
    """What each report is about, under its date, outlet and title; then how many tell nothing that happens."""
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        found = opened.events(EventQuery(main=True), filters)
        told = 0
        for report, several in itertools.islice(itertools.groupby(found, key=lambda one: one.report), most):
            told += 1
            if as_json:
                for one in several:
                    print_json(event_dict(one))
            else:
                print("\n".join([report_line(report), *(f"    {timeline_line(one)}" for one in several)]) + "\n")
        reports = sum(row.read for row in opened.reports(filters)) if most is None else told
    tell(f"{told} reports" + (f"; {reports - told} more tell nothing that happens" if reports > told else ""))
    return 0


def _timeline(case: str, narrowing: Narrowing, most: int | None, *, main: bool, as_json: bool) -> int:
    """The dated events of a case in the order of their dates, then what reports are about but do not date."""
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        dated = opened.events(EventQuery(type="any", main=main, dated=True, by_date=True), filters)
        undated = opened.events(EventQuery(main=True, dated=False), filters)
        counts = [0, 0]
        for found in itertools.islice(itertools.chain(dated, undated), most):
            counts[not (found.event.earliest or found.event.latest)] += 1
            print_json(event_dict(found)) if as_json else print(timeline_line(found))
        rest = sum(1 for _ in opened.events(EventQuery(type="any", main=main, dated=False), filters)) - counts[1]
    undated_words = f", {counts[1]} that reports are about and do not date" if counts[1] else ""
    tell(f"{counts[0]} dated events{undated_words}; {rest} more have no date: `sayso events` shows them")
    return 0
