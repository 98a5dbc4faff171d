"""Read texts into a case; a second time only what is new is read.

A case is one file, made if there is none. It can be stopped and run again at any time: each reading is there whole or
not at all.
"""

from __future__ import annotations

import click

from sayso.case import open_case
from sayso.cli.options import Originals, define, reading_options, setting
from sayso.cli.printing import tell
from sayso.cli.progress import Progress
from sayso.cli.reading import check_paths, read_into
from sayso.text.printable import safe

EXAMPLES = """
sayso read reports/ --case matter.sayso --outlet-from folder
sayso read bundle.zip page.html --case matter.sayso --jobs 2
"""


@define(__doc__, EXAMPLES)
@reading_options
@setting("--case", metavar="FILE.sayso", required=True, help="the case; made if there is none")
@click.option("--no-originals", is_flag=True, help="keep no originals' bytes from now on")
@click.option("--retry", is_flag=True, help="open again what failed")
def command(originals: Originals, case: str, no_originals: bool, retry: bool) -> int:
    """Read into the case, and say what came of it."""
    progress = Progress()
    check_paths(originals.paths, follow_links=originals.follow_links)  # before a case is made
    with open_case(case, create=True) as opened:
        if no_originals:
            opened.configure("originals", "false")
        counts = read_into(opened, originals, progress, retry=retry, min_score=originals.min_score)
    if counts.failed_before:
        tell(
            f"{counts.failed_before} files failed before and were not opened;"
            f" `sayso failed {safe(case)}` says why, --retry tries them again"
        )
    return progress.done()
