"""Which names may be one someone's: likely pairs that nobody has judged, to be decided with `same` and `differ`.

Each line has two identities, with the names that are close. Their score is not shown, so that it sways nobody; a pair
that was judged does not come again.
"""

from __future__ import annotations

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.views.someone import suggestion_dict, suggestion_line

EXAMPLES = """
sayso suggest matter.sayso
sayso suggest matter.sayso --limit 5 --scores
"""
NO_LIMIT = 20


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@json_option
@click.option("--scores", is_flag=True, help="how likely each pair is, 0 to 1, by the names alone")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), default=NO_LIMIT, help="so many pairs")
def command(case: str, as_json: bool, scores: bool, most: int) -> int:
    """Print the likeliest pairs first."""
    with look_at(case) as opened:
        found = opened.suggest()
    for pair in found[:most]:
        if as_json:
            print_json(suggestion_dict(pair, scores=scores))
        else:
            print(suggestion_line(pair, scores=scores))
    tell(f"{min(most, len(found))} of {len(found)}")
    return 0
