"""What commands that read texts share: the readings one by one, or all that is new read into a case."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Sequence

from sayso.case import Case
from sayso.case.ingest import IngestCounts
from sayso.cli.options import Originals, is_case
from sayso.cli.progress import Progress
from sayso.errors import UsageError
from sayso.read import Failure, HintSource, LeftOut, find_originals, read_paths
from sayso.read.worker import Limits, Worker
from sayso.run.pipeline import read_reports
from sayso.steps import Settings
from sayso.text.printable import safe
from sayso.values.reading import Reading
from sayso.values.report import Report


def check_paths(paths: Sequence[str], *, follow_links: bool = False) -> None:
    """Raise UsageError if a case stands among the paths of texts, or if there is nothing to read under any of them."""
    for path in paths:
        if is_case(path):
            raise UsageError(
                f"{path} is a case, expected texts; to add texts to it: sayso read PATH... --case {path};"
                f" to get its readings: sayso export {path} --as jsonl"
            )
    if all(os.path.isfile(path) or os.path.isdir(path) for path in paths):  # a pipe can be looked at only once
        left_out = 0
        for found in find_originals(paths, follow_links=follow_links):
            if not isinstance(found, LeftOut):
                return
            left_out += 1
        why = f"{left_out} files were left out" if left_out else "no file is there"
        raise UsageError(f"nothing to read in {', '.join(safe(path) for path in paths)}: {why}")


def read_into(
    case: Case, originals: Originals, progress: Progress, *, retry: bool = False, min_score: float | None = None
) -> IngestCounts:
    """Read all that is new under the paths into a case, and count what came of it."""
    return case.read(
        originals.paths, meta=originals.meta, outlet=originals.outlet, outlet_from=originals.outlet_from,
        published=originals.published, places=originals.places, min_score=min_score, jobs=originals.jobs,
        limit=originals.limit, limit_memory=originals.limit_memory, retry=retry,
        follow_links=originals.follow_links, on_progress=progress.ingest,
    )  # fmt: skip


def readings(originals: Originals, progress: Progress, *, only: Sequence[str] = ()) -> Iterator[Reading]:
    """The readings of all that the options name, in order; failures go to the progress."""
    settings = Settings(min_score=originals.min_score, places=originals.places)
    with Worker(limits_of(originals)) as worker:
        for read in read_reports(
            reports(originals, progress, worker), only=only, settings=settings, jobs=originals.jobs,
            worker=worker, on_note=functools.partial(progress.note, ""),
        ):  # fmt: skip
            if isinstance(read, Failure):
                progress.failure(read)
            else:
                progress.reading(read)
                yield read


def limits_of(originals: Originals) -> Limits:
    """What each report may use."""
    return Limits(memory=originals.limit_memory * 2**20, seconds=originals.limit)


def reports(originals: Originals, progress: Progress, worker: Worker) -> Iterator[Report]:
    """The reports of all that the options name, in order, before any step; failures go to the progress."""
    hints = HintSource.given(
        meta=originals.meta, outlet=originals.outlet, published=originals.published, outlet_from=originals.outlet_from
    )
    for found in read_paths(
        originals.paths, hints=hints, read=worker, on_left_out=progress.left_out, on_note=progress.note,
        follow_links=originals.follow_links,
    ):  # fmt: skip
        if isinstance(found, Failure):
            progress.failure(found)
        else:
            yield found.report
