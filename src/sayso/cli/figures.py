"""How a number moved over time and by voice: who counts how many, when, and which counts conflict.

Numbers of all reports that most likely count the same thing stand together, with the words, the day, the chain of
voices and the sentence of each, and from which report it was copied. Which of them is true is never told.
"""

from __future__ import annotations

import itertools

import click

from sayso.cli.looking import look_and_keep, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, ids_option, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, tell, where
from sayso.values.figures import MOVES
from sayso.views.figures import figure_lines, figure_told_dict

EXAMPLES = """
sayso figures matter.sayso
sayso figures matter.sayso camp people
sayso figures matter.sayso --moved conflict --json
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("words", "WORDS", "words of what is counted, or of the sentence that tells it", nargs=-1)
@json_option
@ids_option
@click.option("--moved", type=click.Choice(MOVES), help="only figures with such numbers")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), help="so many figures")
@narrowing_options
def command(
    case: str, words: tuple[str, ...], as_json: bool, ids: bool, moved: str | None, most: int | None,
    narrowing: Narrowing,
) -> int:  # fmt: skip
    """Print the figures: those with conflicts first."""
    with look_and_keep(case) as opened:
        count = 0
        meant = " ".join(words) or (" " if words else "")  # a word of no letters is told, and does not mean all
        for told in itertools.islice(opened.figures(meant, filters_of(opened, narrowing), moved=moved), most):
            count += 1
            if as_json:
                print_json(figure_told_dict(told))
            else:
                print("\n".join(figure_lines(told, where=where, ids=ids)) + "\n")
    tell(f"{count} figures" if count else "no number of these reports is told twice")
    return 0
