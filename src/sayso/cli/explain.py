"""Why a report's statements were found, and why others were not.

From a case: `sayso explain CASE REPORT`; from a file: `sayso explain PATH`. For each statement it prints how sure the
model was, how likely it is right and what weighed most, and the rules that touched it; then each candidate that was
removed, with what removed it.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from dataclasses import replace

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import LIMIT, Originals, argument, default_case, define, gathered, is_case, json_option
from sayso.cli.printing import explained_dict, explained_lines, print_json, report_called, tell
from sayso.cli.progress import Progress
from sayso.cli.reading import check_paths, limits_of, reports
from sayso.errors import UsageError
from sayso.read import Failure
from sayso.read.worker import Worker
from sayso.run.explain import Explainer
from sayso.text.printable import safe
from sayso.values.report import Report

EXAMPLES = """
sayso explain matter.sayso reports/a.txt
sayso explain matter.sayso 4cd622bb
sayso explain reports/a.txt
"""


@define(__doc__, EXAMPLES)
@argument("items", "CASE REPORT | PATH...", "a case and a report's id, head of it or path; or files", nargs=-1)
@json_option
@mask_option
@functools.partial(gathered, kind=Originals, name="originals", decorators=LIMIT)
def command(items: tuple[str, ...], as_json: bool, originals: Originals) -> int:
    """Print what is told of each report."""
    progress = Progress()
    with Worker(limits_of(originals)) as worker, Explainer(worker.limits, worker.opening) as explain:
        for report in _meant(items, default_case(click.get_current_context()), originals, progress, worker):
            told = explain(report)
            if isinstance(told, Failure):
                progress.failure(told)
                continue
            if not as_json:
                print(f"== {safe(report.paths[0] if report.paths else report.id)}: {safe(report.title or report.id)}\n")
            for one in (*told.statements, *told.removed):
                (
                    print_json({"report": report.id, **explained_dict(one)})
                    if as_json
                    else print(explained_lines(one) + "\n")
                )
            if not as_json:
                for rule, about in told.rules:
                    print(f"{rule}: {about}")
            tell(f"{len(told.statements)} statements, {len(told.removed)} candidates removed")
    return 1 if progress.failures else 0


def _meant(
    items: tuple[str, ...], default: str | None, originals: Originals, progress: Progress, worker: Worker
) -> Iterator[Report]:
    """The reports that are asked about. UsageError if case and report, or paths, are not what they should be."""
    case, named = (items[0], items[1:]) if items and is_case(items[0]) else (default, items)
    if case is not None and len(named) == 1 and (case in items or not os.path.exists(named[0])):
        with look_at(case) as opened:
            yield opened.reading(report_called(opened, named[0])).report
        return
    if not items or case in items:
        raise UsageError("give a case and one report (sayso explain CASE REPORT), or files (sayso explain PATH...)")
    check_paths(items)
    yield from reports(replace(originals, paths=items), progress, worker)
