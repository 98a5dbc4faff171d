"""Who is for or against whom, and according to whom: by what they do, what they say of them, what they are said to be.

One line a holder, target, sign and voice, those told most often first, with the sentences that say so. Nothing is put
together over voices: what one outlet tells is no word of another. A relation that is denied, doubted or only possible
says so, by FactBank's value. What is only likely, by how somebody speaks, is left out unless asked for.
"""

from __future__ import annotations

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, tell
from sayso.views.relations import naming, relation_lines, relation_told_dict

EXAMPLES = """
sayso relations matter.sayso
sayso relations matter.sayso Terzo --by 'Ostrany Herald'
sayso relations matter.sayso --since 2031-05 --json
"""
NO_LIMIT = 50


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("name", "[NAME]", "only those of someone: a name, words of one, or an id", required=False)
@json_option
@click.option("--likely", is_flag=True, help="also what nobody says outright and is only likely by how they speak")
@click.option("--by", metavar="VOICE", help="only by the word of this outlet, agency or speaker")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), default=NO_LIMIT, help="so many (default 50)")
@narrowing_options
def command(
    case: str, name: str | None, as_json: bool, likely: bool, by: str | None, most: int, narrowing: Narrowing
) -> int:
    """Print the relations, those told most often first."""
    with look_at(case) as opened:
        found = opened.relations(name, by=by, filters=filters_of(opened, narrowing), likely=likely)
        called = naming(opened.identities())
        for one in found[:most]:
            if as_json:
                print_json(relation_told_dict(one, called))
            else:
                print("\n".join(relation_lines(one, called, lambda report: opened.store.text(report) or "")) + "\n")
    tell(f"{min(most, len(found))} of {len(found)}")
    return 0
