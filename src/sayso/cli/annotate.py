"""Read texts and print one Reading a line as JSON.

Nothing is kept. A text that cannot be read is one line of JSON on standard error, with its reason and what to try; the
others are read all the same.
"""

from __future__ import annotations

import sys

import click

from sayso.cli.options import Originals, define, reading_options
from sayso.cli.progress import Progress
from sayso.cli.reading import check_paths, readings
from sayso.text.printable import escaped
from sayso.values.json import reading_to_json

EXAMPLES = """
sayso annotate reports/ > readings.jsonl
sayso annotate - --outlet Daily < report.txt
sayso annotate page.html --only zones,times
"""


@define(__doc__, EXAMPLES)
@reading_options
@click.option("--only", metavar="STEP,...", default="", help="these steps and what they need")
def command(originals: Originals, only: str) -> int:
    """Print one Reading a line, in the order given."""
    check_paths(originals.paths, follow_links=originals.follow_links)
    progress = Progress()
    names = tuple(name.strip() for name in only.split(",") if name.strip())
    out = sys.stdout.buffer
    for reading in readings(originals, progress, only=names):
        out.write(escaped(reading_to_json(reading).decode()).encode() + b"\n")
        out.flush()
    return progress.done()
