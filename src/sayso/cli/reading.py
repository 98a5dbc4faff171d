"""Commands that read originals and keep nothing: annotate, said on paths, demo."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from sayso.cli.progress import Progress
from sayso.errors import UsageError
from sayso.read import Failure, HintSource, read_paths
from sayso.read.worker import Limits, Worker
from sayso.run.pipeline import read_reports
from sayso.steps import Settings
from sayso.values.json import reading_to_json
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.marked import safe, show_statement, statements


def hints_of(options: argparse.Namespace) -> HintSource:
    """What the options say about the originals."""
    return HintSource.given(
        meta=options.meta, outlet=options.outlet, published=options.published, outlet_from=options.outlet_from
    )


def settings_of(options: argparse.Namespace) -> Settings:
    """What the options ask of all steps."""
    return Settings(min_score=getattr(options, "min_score", None), places=getattr(options, "places", None))


def limits_of(options: argparse.Namespace) -> Limits:
    """What one original may use; the defaults where the command has no options for it."""
    usual = Limits()
    memory = getattr(options, "limit_memory", None)
    return Limits(
        memory=memory * 2**20 if memory else usual.memory, seconds=getattr(options, "limit", None) or usual.seconds
    )


def readings(options: argparse.Namespace, progress: Progress, *, only: Sequence[str] = ()) -> Iterator[Reading]:
    """The readings of all that the options name, in order; failures go to the progress.

    Originals are opened in a process of their own, so that one that brings it down takes nothing else along.
    """

    def reports() -> Iterator[Report]:
        with Worker(limits_of(options)) as worker:
            hints = hints_of(options)
            for found in read_paths(options.paths, hints=hints, read=worker, on_left_out=progress.left_out):
                if isinstance(found, Failure):
                    progress.failure(found)
                else:
                    yield found.report

    for read in read_reports(reports(), only=only, settings=settings_of(options), jobs=options.jobs):
        if isinstance(read, Failure):
            progress.failure(read)
        else:
            progress.reading(read)
            yield read


def annotate(options: argparse.Namespace) -> int:
    """Print one Reading a line."""
    progress = Progress()
    only = tuple(name.strip() for name in options.only.split(",") if name.strip())
    out = sys.stdout.buffer
    for reading in readings(options, progress, only=only):
        out.write(reading_to_json(reading) + b"\n")
        out.flush()
    return progress.done()


def said(options: argparse.Namespace, who: str) -> int:
    """Print what someone said, from originals."""
    progress = Progress()
    count = 0
    for reading in readings(options, progress):
        for attribution, claim in statements(reading, who, options.about):
            count += 1
            print(show_statement(reading, attribution, claim, colour=use_colour()) + "\n")
    print(f"{count} statements", file=sys.stderr)
    return progress.done()


def use_colour() -> bool:
    """Whether standard output is a terminal whose user wants colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def demo(options: argparse.Namespace) -> int:
    """Read the example case and print who said what on whose say-so."""
    originals = os.path.join(options.folder, "originals")
    if not os.path.isdir(originals):
        raise UsageError(f"{options.folder} has no folder 'originals'; give the path of examples/tarn-bridge")
    options.paths, options.meta = [originals], os.path.join(originals, "meta.csv")
    options.outlet = options.outlet_from = options.published = options.places = None
    options.jobs = 1
    progress = Progress()
    print("{who says}  <the words that say so>  [what is said]\n")
    for reading in sorted(readings(options, progress), key=lambda r: r.report.published or ""):
        report = reading.report
        date = (report.published or "")[:10]
        print(f"== {safe(report.outlet or 'unknown outlet')}, {date}: {safe(report.title or '')}\n")
        for attribution, claim in statements(reading):
            print(show_statement(reading, attribution, claim, colour=use_colour()) + "\n")
    return progress.done()
