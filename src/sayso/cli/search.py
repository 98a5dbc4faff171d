"""The reports that hold all these words, the best first.

Words in quotation marks must stand in that order; `clos*` finds every word that begins so.
"""

from __future__ import annotations

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, ids_option, json_option, narrowing_options
from sayso.cli.printing import filters_of, hit_dict, hit_lines, print_json, tell

EXAMPLES = """
sayso search matter.sayso camp closed
sayso search matter.sayso '"close the camp"' --since 2031-05-04
"""


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("words", "WORDS...", "words that must all be there", nargs=-1, required=True)
@json_option
@ids_option
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), default=20, help="so many reports (default 20)")
@narrowing_options
def command(case: str, words: tuple[str, ...], as_json: bool, ids: bool, most: int, narrowing: Narrowing) -> int:
    """Print the reports that hold the words."""
    with look_at(case) as opened:
        hits = opened.search(" ".join(words), filters_of(opened, narrowing), limit=most)
        for hit in hits:
            print_json(hit_dict(hit)) if as_json else print(hit_lines(hit, ids=ids) + "\n")
    tell(f"{len(hits)} reports")
    return 0
