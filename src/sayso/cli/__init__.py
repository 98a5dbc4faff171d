"""The ``sayso`` command: its grammar. What is heavy is imported by the command that needs it, so that help is quick."""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from sayso.errors import SaysoError, UsageError
from sayso.values.terms import STATES, VERBS

OK, SOME_FAILED, MISUSE = 0, 1, 2
EPILOG: Final = """\
examples:
  sayso annotate reports/ > readings.jsonl         one Reading a line (docs/reference/output.md)
  sayso said Terzo reports/                        what someone said, with the words marked
  sayso read reports/ --case matter.sayso          keep it; a second time only what is new is read
  sayso said matter.sayso Terzo --about camp       ask the case
  sayso events matter.sayso --whom camp            who did what to whom, and whether it happened
  sayso export matter.sayso --as csv > said.csv    one row a statement, for a spreadsheet

Defaults come from sayso.toml in this folder, then SAYSO_* (SAYSO_CASE, SAYSO_JOBS, ...), then the flags.
"""
SETTINGS: Final = ("case", "jobs", "outlet", "outlet_from", "meta", "published", "places", "limit")


class Parser(argparse.ArgumentParser):
    """Misuse ends with 2, a word on what was found and where help is."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Print the message and end with 2."""
        self.exit(MISUSE, f"{self.prog}: {message}; see {self.prog} --help\n")


def does(module: str, function: str) -> Callable[..., int]:
    """A command's function, imported when it is called."""

    def run(*arguments: Any) -> int:
        found: int = getattr(importlib.import_module(f"sayso.cli.{module}"), function)(*arguments)
        return found

    return run


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
    _reading_commands(commands)
    _asking_commands(commands)
    _deciding_commands(commands)
    return parser


def _reading_commands(commands: Any) -> None:
    annotate = commands.add_parser("annotate", help="read texts and print one Reading a line as JSON")
    add_reading(annotate)
    annotate.add_argument("--only", metavar="STEP,...", default="", help="these steps and what they need")
    annotate.set_defaults(run=does("reading", "annotate"))

    read = commands.add_parser("read", help="read texts into a case; a second time only what is new")
    add_reading(read)
    read.add_argument("--case", metavar="FILE.sayso", help="the case; made where there is none")
    read.add_argument("--no-originals", action="store_true", help="keep no originals' bytes from now on")
    read.add_argument("--retry", action="store_true", help="open again what failed, or was started and never ended")
    read.set_defaults(run=does("case", "read"))

    demo = commands.add_parser("demo", help="read the example case and print who said what on whose say-so")
    demo.add_argument("folder", metavar="FOLDER", help="the example case: examples/tarn-bridge")
    demo.set_defaults(run=does("reading", "demo"))


def _asking_commands(commands: Any) -> None:
    said = commands.add_parser(
        "said", help="what someone said: from a case, or straight from texts",
        usage="sayso said CASE WHO [--about WORDS] ...\n       sayso said WHO PATH... [--about WORDS] ...",
    )  # fmt: skip
    said.add_argument("items", metavar="CASE WHO | WHO PATH", nargs="+", help="part of a name; '' for everyone")
    said.add_argument("--about", metavar="WORDS", default="", help="words that must stand in what was said")
    add_meta(said)
    add_filters(said, outlet=False)
    said.set_defaults(run=run_said)

    show = asking(commands, "show", "lists and counts of what a case holds")
    show.add_argument("what", nargs="?", choices=["reports", "outlets", "dates", "languages", "speakers", "failures"])
    show.add_argument("--timeline", action="store_true", help="events by their own dates instead")
    show.add_argument("--limit", metavar="N", type=positive, help="so many of each (default 20; all of a timeline)")
    add_filters(show)

    events = asking(commands, "events", "who did what to whom, when, where, and on whose say-so", module="events")
    events.add_argument("--who", metavar="WORDS", default="", help="words of a name of who does it")
    events.add_argument("--whom", metavar="WORDS", default="", help="words of a name of whom it is done to")
    events.add_argument("--type", metavar="TYPE", help="a PLOVER type as ASSAULT; ALL also shows what no type fits")
    events.add_argument("--state", choices=STATES, help="whether it happened, in the eyes of who tells it")
    events.add_argument("--between", nargs=2, metavar="DATE", help="events that may lie between, as 1980 1983-06")
    events.add_argument("--limit", metavar="N", type=positive, help="so many events")
    add_filters(events)

    search = asking(commands, "search", "the reports that hold all these words, the best first")
    search.add_argument("words", metavar="WORDS", nargs="+")
    search.add_argument("--limit", metavar="N", type=positive, default=20, help="so many reports (default 20)")
    add_filters(search)

    asking(commands, "failed", "what could not be read, with its reason")

    export = asking(commands, "export", "the case as a table of statements or events, or as JSON lines")
    export.add_argument("--as", dest="form", choices=["csv", "jsonl", "events-csv", "polecat"], required=True)
    export.add_argument("--bom", action="store_true", help="begin a CSV with the mark by which Excel knows UTF-8")
    add_filters(export)

    asking(commands, "check", "verify every span, every original's hash and the log")
    asking(commands, "log", "who did what to the case, oldest first")


def _deciding_commands(commands: Any) -> None:
    mend = asking(commands, "set", "mend what was read wrongly of a report", function="set_report")
    mend.add_argument("report", metavar="REPORT", help="its id, the head of it, or its path")
    for name in ("outlet", "agency", "published", "title", "byline", "url", "lang"):
        mend.add_argument(f"--{name}", metavar="WORDS", help="'' takes it away")
    mend.add_argument("--why", metavar="WORDS", default="", help="the reason, kept with it")

    judge = asking(
        commands, "judge", "add a judgement: same, differ, rename, accept, reject, correct, note, erase, undo"
    )
    judge.add_argument("verb", choices=VERBS)
    judge.add_argument("subjects", metavar="ID", nargs="*", help="reports, or things in them: 4cd622bb5f5e01b2/a1043")
    judge.add_argument("--value", metavar="JSON", help="what is right: a name, or an object of fields")
    judge.add_argument("--why", metavar="WORDS", default="", help="the reason, kept with it")

    config = asking(commands, "config", "settings of a case")
    config.add_argument("settings", metavar="KEY=VALUE", nargs="*", help="KEY= takes it out")


def asking(
    commands: Any, name: str, text: str, *, function: str | None = None, module: str = "case"
) -> argparse.ArgumentParser:
    """A command that takes a case first."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text)
    parser.add_argument("case", metavar="CASE", help="the case's file; SAYSO_CASE stands in for it")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=does(module, function or name))
    return parser


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads originals."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, or - for standard input")
    add_meta(parser)
    parser.add_argument("--limit", metavar="SECONDS", type=positive, default=60, help="for each report (default 60)")
    parser.add_argument(
        "--limit-memory", metavar="MB", type=positive, default=2048, help="of the reader (default 2048)"
    )


def add_meta(parser: argparse.ArgumentParser) -> None:
    """What the user says of the originals."""
    parser.add_argument("--meta", metavar="FILE.csv", help="path or glob -> outlet, published, title, agency, url, id")
    parser.add_argument("--outlet", metavar="NAME", help="who printed them")
    parser.add_argument("--outlet-from", choices=["folder"], help="the outlet is the name of the folder")
    parser.add_argument("--published", metavar="DATE", help="when they were printed, as 2031-05-04")
    add_min_score(parser)
    parser.add_argument("--places", metavar="FILE.csv", help="places of your own, beside those of the gazetteer")
    parser.add_argument("--jobs", metavar="N", type=positive, default=1, help="processes to read with (default 1)")


def add_filters(parser: argparse.ArgumentParser, *, outlet: bool = True) -> None:
    """Which reports of a case are meant."""
    if outlet:
        parser.add_argument("--outlet", metavar="NAME", help="only this outlet")
    else:
        parser.add_argument("--json", action="store_true", help="print JSON, one statement a line")
    parser.add_argument("--since", metavar="DATE", help="published on this day or later")
    parser.add_argument("--until", metavar="DATE", help="published on this day or earlier")
    parser.add_argument("--lang", metavar="CODE", help="only this language, as en")


def add_min_score(parser: argparse.ArgumentParser) -> None:
    """How sure a statement must be."""
    parser.add_argument(
        "--min-score", metavar="CHANCE", type=chance, help="leave out statements less likely right than this, 0 to 1"
    )


def chance(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def run_said(options: argparse.Namespace) -> int:
    """From a case where the first word is one, or SAYSO_CASE is set and no path is given; else from originals."""
    first = options.items[0]
    case = first if is_case(first) else options.default_case if len(options.items) == 1 else None
    if case is not None:
        rest = options.items[1:] if case == first else options.items
        if len(rest) != 1:
            raise UsageError("said: a case and one name, please; more words go to --about or in quotation marks")
        options.case = case
        return does("case", "said")(options, rest[0])
    if len(options.items) < 2:
        raise UsageError("said: give a case before the name, or paths after it; --help shows both")
    options.paths = options.items[1:]
    return does("reading", "said")(options, first)


def is_case(path: str) -> bool:
    """Whether a path is meant as a case: by its end, or by what the file begins with."""
    if path.endswith(".sayso"):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(15) == b"SQLite format 3"
    except OSError:
        return False


def settings() -> dict[str, Any]:
    """What sayso.toml in this folder says, and then SAYSO_*; UsageError where it is no TOML or has another key."""
    file = Path("sayso.toml")
    held: dict[str, Any] = {}
    if file.is_file():
        try:
            held = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"sayso.toml: {error}") from None
        unknown = sorted(held.keys() - set(SETTINGS))
        if unknown:
            raise UsageError(f"sayso.toml: {unknown[0]!r} is not known; expected one of {', '.join(SETTINGS)}")
    for name in SETTINGS:
        value = os.environ.get(f"SAYSO_{name.upper()}")
        if value:
            held[name] = value
    return held


def with_case(arguments: Sequence[str], case: str | None) -> list[str]:
    """Put the default case where a command expects one and none is given."""
    taking = {"show", "events", "search", "failed", "export", "check", "set", "log", "judge", "config"}
    if case is None or not arguments or arguments[0] not in taking:
        return list(arguments)
    if len(arguments) > 1 and is_case(arguments[1]):
        return list(arguments)
    return [arguments[0], case, *arguments[1:]]


def apply_settings(options: argparse.Namespace, given: Sequence[str], held: dict[str, Any]) -> None:
    """Settings take the place of defaults, never of flags."""
    for name, value in held.items():
        flag = "--" + name.replace("_", "-")
        said = any(a == flag or a.startswith(flag + "=") for a in given)
        if name in ("jobs", "limit"):
            value = positive(str(value))
        reading = options.command in ("annotate", "read", "said")
        if hasattr(options, name) and not said and reading and (name != "case" or options.command == "read"):
            setattr(options, name, value)


def versions() -> str:
    """Versions of the program, the model and the parser."""
    parts = []
    for name in ("sayso", "sayso-en", "sayso-en-parser"):
        try:
            parts.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            parts.append(f"{name} not installed")
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status: 0 all read, 1 some failed, 2 misuse."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = build_parser()
    try:
        held = settings()
        options = parser.parse_args(with_case(given, held.get("case")))
        if options.version:
            print(versions())
            return OK
        if options.command is None:
            parser.print_help()
            return MISUSE
        options.default_case = held.get("case")
        apply_settings(options, given, held)
        if options.command == "read" and not options.case:
            raise UsageError("give the case to read into: --case matter.sayso, or SAYSO_CASE")
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except (SaysoError, argparse.ArgumentTypeError) as error:
        command = f" {given[0]}" if given and not given[0].startswith("-") else ""
        print(f"sayso{command}: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:  # the reader of our output has gone; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
