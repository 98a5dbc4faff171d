"""Read the example case and print who said what on whose say-so."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.case import open_case
from sayso.cli.options import Originals, argument, define
from sayso.cli.printing import Readings, said_lines
from sayso.cli.progress import Progress
from sayso.cli.reading import read_into
from sayso.errors import UsageError
from sayso.text.printable import safe

EXAMPLES = """
sayso demo
sayso demo examples/tarn-bridge
"""
PACKAGE = Path(__file__).resolve().parents[1]
# Where the example case lies in an installed package, and in a clone of the repository.
PLACES = (PACKAGE / "example_case", PACKAGE.parents[1] / "examples" / "tarn-bridge")


@define(__doc__, EXAMPLES)
@argument(
    "folder",
    "[FOLDER]",
    "another case of the same form: a folder with originals/ and originals/meta.csv in it",
    required=False,
)
def command(folder: str | None) -> int:
    """Print the statements of each report, oldest first."""
    originals = os.path.join(folder, "originals") if folder else _example()
    meta = os.path.join(originals, "meta.csv")
    if not os.path.isfile(meta):
        raise UsageError(f"there is no {meta}; leave FOLDER out for the example case that comes with sayso")
    progress = Progress()
    print("{who says}  <the words that say so>  [what is said]\n")
    with open_case(":memory:", create=True) as case:
        read_into(case, Originals((originals,), meta), progress)
        readings, last = Readings(case), ""
        for found in case.said():
            report = found.report
            if report.id != last:
                last = report.id
                date = (report.published or "")[:10]
                print(f"== {safe(report.outlet or 'unknown outlet')}, {date}: {safe(report.title or '')}\n")
            print(said_lines(found, readings.of(report.id)) + "\n")
    return progress.done()


def _example() -> str:
    """The originals of the example case that came with the package."""
    found = next((place for place in PLACES if (place / "originals").is_dir()), None)
    if found is None:
        raise UsageError("the example case is not installed; give its folder, as in: sayso demo examples/tarn-bridge")
    return str(found / "originals")
