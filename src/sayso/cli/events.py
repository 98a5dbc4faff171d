"""Who did what to whom, when, where, and on whose say-so.

`--who` and `--whom` match names as `said` does: all words must be among what someone is called in the report.
"""

from __future__ import annotations

import itertools

import click

from sayso.case import Case, EventQuery, Filters
from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Day, Narrowing, case_argument, define, ids_option, json_option, narrowing_options
from sayso.cli.printing import event_dict, event_lines, filters_of, print_json, tell, tell_unread
from sayso.errors import UsageError
from sayso.values.terms import MODES, STATES

EXAMPLES = """
sayso events matter.sayso
sayso events matter.sayso --who Front --state denied
sayso events matter.sayso --whom camp --type COERCE --between 2031-05 2031-06-15
"""
ALL = "ALL"
OFTEN = 10  # kinds of events that are named if nothing was found


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@json_option
@ids_option
@click.option("--who", metavar="WORDS", default="", help="words of a name of who does it")
@click.option("--whom", metavar="WORDS", default="", help="words of a name of whom it is done to")
@click.option("--type", "kind", metavar="TYPE", help="a PLOVER type as ASSAULT; ALL also shows what no type fits")
@click.option("--state", type=click.Choice(STATES), help="whether it happened, in the eyes of who tells it")
@click.option(
    "--between", nargs=2, metavar="DATE DATE", type=Day(), help="events that may lie between, as 1980 1983-06"
)
@click.option("--main", is_flag=True, help="only what the reports are about, at most three events of each")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), help="so many events")
@narrowing_options
def command(
    case: str,
    as_json: bool,
    ids: bool,
    who: str,
    whom: str,
    kind: str | None,
    state: str | None,
    between: tuple[str, str] | None,
    main: bool,
    most: int | None,
    narrowing: Narrowing,
) -> int:
    """Print the events that are asked for, oldest report first, of each what it is about first."""
    query = EventQuery(
        who=who, whom=whom, type=type_of(kind), state=state or "", between=between or None, main=main
    )  # fmt: skip
    count = 0
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        for found in itertools.islice(opened.events(query, filters), most):
            count += 1
            print_json(event_dict(found)) if as_json else print(event_lines(found, ids=ids) + "\n")
        if not count:
            tell(_advice(opened, query, filters))
        tell_unread(opened, filters)
    tell(f"{count} events")
    return 0


def type_of(kind: str | None) -> str:
    """The type to ask for: "any" if none is given, "" for ALL; UsageError for one that PLOVER has not."""
    name = (kind or "any").upper()
    if name not in (*MODES, ALL, "ANY"):
        raise UsageError(f"{kind!r} is no type; expected {ALL} or one of {', '.join(MODES)}")
    return {"ANY": "any", ALL: ""}.get(name, name)


def _advice(case: Case, query: EventQuery, filters: Filters) -> str:
    """What to try if nothing was found: what there is, or what narrows too much."""
    narrowed = [f"--{name}" for name in ("who", "whom", "type", "state", "between", "main") if getattr(query, name)]
    if query.type == "any":
        narrowed.remove("--type")
    kinds: dict[str, int] = {}
    for found in case.events(EventQuery(type="any"), filters):
        if found.event.type:
            kinds[found.event.type] = kinds.get(found.event.type, 0) + 1
    if not kinds:
        return "the case holds no events of these reports; `sayso show` lists what was read, `sayso read` reads more"
    often = ", ".join(f"{name} {count}" for name, count in sorted(kinds.items(), key=lambda k: -k[1])[:OFTEN])
    less = f"; leave out one of {', '.join(narrowed)}" if len(narrowed) > 1 else ""
    return f"nothing fits{less}. There are: {often}. A name must be written as in the reports; --type ALL looks wider"
