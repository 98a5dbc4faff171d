"""Read texts into a case; a second time only what is new is read.

A case is one file, made if there is none. It can be stopped and run again at any time: each reading is there whole or
not at all.
"""

from __future__ import annotations

import contextlib
import functools
from typing import Final, cast

import click

from sayso.case import Case, open_case
from sayso.cli.options import (
    LIMIT,
    LINKS,
    NEW_TEXTS,
    CaseFile,
    Originals,
    argument,
    define,
    gathered,
    setting,
    was_typed,
)
from sayso.cli.printing import tell
from sayso.cli.progress import Progress
from sayso.cli.reading import check_paths, read_into
from sayso.errors import CaseError, UsageError
from sayso.text.printable import safe
from sayso.values.case import Showing

EXAMPLES = """
sayso read reports/ --case matter.sayso --outlet-from folder
sayso read bundle.zip page.html --case matter.sayso --jobs 2
sayso read --again older --case matter.sayso
"""
TEXTS: Final = argument("paths", "PATH...", "files, folders, or - for standard input", nargs=-1)
# What says how new texts are read, and has nothing to say of those that the case holds.
FOR_NEW: Final = ("meta", "outlet", "outlet_from", "published", "follow_links", "no_originals", "retry")


@define(__doc__, EXAMPLES)
@functools.partial(
    gathered, kind=Originals, name="originals",
    decorators=(TEXTS, *NEW_TEXTS, *LIMIT, LINKS),
)  # fmt: skip
@setting("--case", metavar="FILE.sayso", required=True, help="the case; made if there is none")
@click.option("--no-originals", is_flag=True, help="keep no originals' bytes from now on")
@click.option("--retry", is_flag=True, help="open again what failed")
@click.option(
    "--again", metavar="older|all", type=click.Choice(["older", "all"]),
    help="read anew what the case holds: all, or what an older model or older steps read",
)  # fmt: skip
def command(originals: Originals, case: str, no_originals: bool, retry: bool, again: str | None) -> int:
    """Read into the case, and say what came of it."""
    progress = Progress()
    if again is not None:
        return _read_again(originals, case, again, progress)
    if not originals.paths:
        raise UsageError("give texts to read, or --again older to read anew what the case holds")
    check_paths(originals.paths, follow_links=originals.follow_links)  # before a case is made
    with open_case(case, create=True) as opened:
        if no_originals:
            opened.configure("originals", "false")
        counts = read_into(opened, originals, progress, retry=retry, min_score=originals.min_score)
        older = len(opened.older())
        unknown = _unknown(opened) if counts.added else ""
        _know_who_is_who(opened, progress)
    if unknown:
        tell(
            f"in the case {unknown}; --outlet, --outlet-from folder, --published or --meta tell who printed what and"
            " when, and `sayso set` afterwards"
        )
    if counts.failed_before:
        tell(
            f"{counts.failed_before} files failed before and were not opened;"
            f" `sayso failed {safe(case)}` says why, --retry tries them again"
        )
    if older:
        tell(
            f"{older} readings in the case were made by another model or other steps;"
            f" `sayso read --again older --case {safe(case)}` reads them anew"
        )
    return progress.done()


def _unknown(opened: Case) -> str:
    """How many reports have no outlet or no date, in words; "" where most have both."""
    told: list[str] = []
    for what, shown in (("outlet", "outlets"), ("date", "dates")):
        counts = {row[what]: row["reports"] for row in opened.show(cast("Showing", shown))}
        without, total = counts.get("", 0), sum(counts.values())
        if 2 * without > total:
            told.append(f"{without} of {total} {'reports ' * (not told)}have no {what}")
    return " and ".join(told)


def _know_who_is_who(opened: Case, progress: Progress) -> None:
    """Work out the identities now, where they are kept: who asks opens a case to read only, and cannot keep them."""
    progress.at("working out who is who")
    with contextlib.suppress(CaseError):  # another process writes; or a damaged reading, which `check` tells of
        opened.identities()


def _read_again(originals: Originals, case: str, again: str, progress: Progress) -> int:
    """Read anew what a case holds. UsageError for what says how new texts are read."""
    typed = [name for name in FOR_NEW if was_typed(name)]
    if originals.paths or typed:
        what = f"--{typed[0].replace('_', '-')}" if typed else originals.paths[0]
        raise UsageError(f"{what}: --again reads what the case holds, with what is known of it; read new texts apart")
    path = CaseFile().convert(case, None, click.get_current_context())
    with open_case(path) as opened:
        counts = opened.read_again(
            "all" if again == "all" else "older", places=originals.places, min_score=originals.min_score,
            jobs=originals.jobs, limit=originals.limit, limit_memory=originals.limit_memory,
            on_progress=progress.ingest,
        )  # fmt: skip
        _know_who_is_who(opened, progress)
    tell(f"{counts.replaced} reports were read anew")
    return progress.done()
