"""How balanced it is who is for or against whom, according to each voice: triads, and how far from two camps it is.

Three who all stand to each other are balanced if friends of friends are friends and enemies of enemies too. The
frustration index is the least number of edges that stand against any division in two camps, or its bounds in a large
graph. Only what a voice tells as a plain fact counts. Over long times nothing is balanced: --since, --until and --each
narrow.
"""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, case_argument, define, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, tell
from sayso.views.relations import balance_dict, balance_lines, naming

EXAMPLES = """
sayso balance matter.sayso
sayso balance matter.sayso --by 'Ostrany Herald' --since 2031-05
sayso balance matter.sayso --each year --json
"""
NO_LIMIT = 20


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@json_option
@click.option("--by", metavar="VOICE", help="only by the word of this outlet, agency or speaker")
@click.option("--each", type=click.Choice(["year", "month"]), help="a graph for each year or month of publication")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), default=NO_LIMIT, help="so many triads each")
@narrowing_options
def command(case: str, as_json: bool, by: str | None, each: Any, most: int, narrowing: Narrowing) -> int:
    """Print a graph for each voice, the largest first."""
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        found = opened.balance(by=by, filters=filters, each=each or "")
        told = {one.claim: one for relation in opened.relations(by=by, filters=filters) for one in relation.told}
        called = naming(opened.identities())
        for graph in found:
            if as_json:
                print_json(balance_dict(graph, called))
            else:
                lines = balance_lines(graph, called, told, lambda report: opened.store.text(report) or "", most)
                print("\n".join(lines) + "\n")
    tell(f"{len(found)} voices" if not each else f"{len(found)} graphs")
    return 0
