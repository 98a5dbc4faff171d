"""What several reports say of one thing, from how many independent origins, and what disagrees.

Claims are listed as they were published. Those with one number in brackets have one origin: copies of one text, what
shares an agency, what one speaker says. Ties say how two claims stand to each other, each with its reason and the words
that show it: corroborates, copies, updates, conflicts. Which claim is true is never told.
"""

from __future__ import annotations

import itertools

import click

from sayso.cli.looking import look_and_keep, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, ids_option, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, tell
from sayso.values.accounts import TIES_ON
from sayso.views.accounts import account_lines, shown_dict

EXAMPLES = """
sayso accounts matter.sayso
sayso accounts matter.sayso 'Tarn Bridge' --conflicts
sayso accounts matter.sayso Terzo --min-origins 2
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument(
    "words", "[WORDS|NAME]", "words of what is told, the name or id of someone, or the id of a claim", required=False
)
@json_option
@ids_option
@click.option("--conflicts", is_flag=True, help="only where something disagrees")
@click.option("--on", type=click.Choice(TIES_ON[:-1]), help="only where this disagrees")
@click.option(
    "--min-origins", metavar="N", type=click.IntRange(1), default=1, help="only from so many independent origins"
)
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), help="so many accounts")
@narrowing_options
def command(
    case: str,
    words: str | None,
    as_json: bool,
    ids: bool,
    conflicts: bool,
    on: str | None,
    min_origins: int,
    most: int | None,
    narrowing: Narrowing,
) -> int:
    """Print the accounts, those with conflicts first, then those of most origins."""
    with look_and_keep(case) as opened:
        which = filters_of(opened, narrowing)
        found = opened.accounts(words or "", which, conflicts=conflicts, on=on, min_origins=min_origins)
        for one in itertools.islice(found, most):
            print_json(shown_dict(one)) if as_json else print("\n".join(account_lines(one, ids=ids)) + "\n")
        if not found:
            fewer = "" if conflicts is False and on is None and min_origins == 1 else "; without --conflicts, --on and"
            fewer += " --min-origins there may be more" if fewer else ""
            more = f"; `sayso search {case} WORDS` finds what single reports tell"
            tell(f"no two claims of these reports tell of one thing{fewer}{more}")
    tell(f"{len(found)} accounts")
    return 0
