"""Who calls whom what: labels by holder, how often, with the sentences.

With a name: the labels of this someone, under all that reports call it; if few use them, a table of labels and holders
stands first, so that two outlets lie side by side. An outlet is the holder of its own words, a speaker of what stands
in his statement, and whoever is said to call somebody something of that.
"""

from __future__ import annotations

import itertools

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, tell, tell_unread
from sayso.views.labels import called_dict, label_lines

EXAMPLES = """
sayso labels matter.sayso
sayso labels matter.sayso Front
sayso labels matter.sayso Front --by Terzo --json
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("name", "[NAME]", "a name as a report has it, words of one, or an id")
@json_option
@click.option("--by", metavar="HOLDER", default="", help="words of the name of who uses them, or of an outlet")
@click.option("--kind", type=click.Choice(["naming", "evaluation"]), help="only what is a name, or only what judges")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), help="so many labels")
@narrowing_options
def command(
    case: str, name: str | None, as_json: bool, by: str, kind: str | None, most: int | None, narrowing: Narrowing
) -> int:
    """Print the labels, the most frequent first."""
    with look_at(case) as opened:
        filters = filters_of(opened, narrowing)
        asked = opened.labels(name, filters, by=by)
        found = list(itertools.islice((one for one in asked if kind in (None, one.kind)), most))
        if as_json:
            for one in found:
                print_json(called_dict(one))
        elif found:
            print("\n".join(label_lines(found, whose=name is None)))
        tell_unread(opened, filters)
    tell(f"{len(found)} labels, used {sum(one.count for one in found)} times")
    return 0
