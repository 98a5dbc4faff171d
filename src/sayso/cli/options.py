"""The grammar that commands share: arguments and options with their checks, and the objects that they come as."""

from __future__ import annotations

import datetime
import functools
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, TypeVar

import click
from click.core import ParameterSource

from sayso.cli.settings import lies_in, variable
from sayso.read.dates import iso_date

Run = TypeVar("Run", bound=Callable[..., Any])
SQLITE: Final = b"SQLite format 3"
PATHS: Final = ("paths", "items", "folder")  # the arguments of commands that may name texts
TOLD: Final = f"{__name__}.told"
DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)
EXPECTED_DAY: Final = "expected a year, a month or a day, such as 2031, 2031-05 or 2031-05-04"


class Command(click.Command):
    """A command of sayso: its help ends with examples, and SAYSO_CASE stands in for a case that is not given."""

    def __init__(self, *arguments: Any, examples: str = "", **others: Any) -> None:
        super().__init__(*arguments, **others)
        self.examples = [line.strip() for line in examples.strip().splitlines()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default case in front if the command takes a case and none is given."""
        first = next((param for param in self.params if isinstance(param, click.Argument)), None)
        if first is not None and first.name == "case" and not any(is_case(argument) for argument in args):
            case = default_case(ctx)
            args = [case, *args] if case else args
        try:
            self._pass_over_settings(ctx, args)
            rest = super().parse_args(ctx, args)
            tell_settings(ctx, [p.name for p in self.params if p.name and _is_set_by_file(ctx, p.name)])
            return rest
        except click.MissingParameter as error:
            if error.param is not None and error.param.name == "case":
                give = "give the case's file" if isinstance(error.param, click.Argument) else "add --case matter.sayso"
                raise click.UsageError(f"no case is given; {give}, or set SAYSO_CASE", ctx) from None
            raise

    def _pass_over_settings(self, ctx: click.Context, args: list[str]) -> None:
        """Forget what sayso.toml says if it lies in a folder that is to be read: it came with the reports."""
        if not ctx.default_map:
            return
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        names = [path for name in PATHS for path in _as_tuple(given.get(name)) if not is_case(path)]
        if lies_in(names):
            ctx.default_map = {}
            tell_once(
                ctx, "note: sayso.toml lies in a folder that is read, so it is not taken as settings; move it, or give"
                " what it says by flags or SAYSO_*",
            )  # fmt: skip

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand."""
        formatter.write("\nexamples:\n" + "".join(f"  {line}\n" for line in self.examples))


def define(help: str | None, examples: str) -> Callable[[Callable[..., int]], Command]:
    """Make a command of a function; its help is the docstring of its module, its examples are one a line."""

    def make(function: Callable[..., int]) -> Command:
        name = function.__module__.rpartition(".")[2]
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
        decorate = click.command(name, cls=Command, help=help, examples=examples, context_settings=settings)
        return decorate(function)

    return make


def argument(name: str, metavar: str, help: str, **others: Any) -> Callable[[Run], Run]:
    """An argument with a line of help; one in brackets may be left out. The rest as click.argument takes it."""
    if metavar.startswith("["):
        others.setdefault("required", False)
    return click.argument(name, metavar=metavar, help=help, **others)


def is_case(path: str) -> bool:
    """Whether a path is meant as a case: by its end, or by what the file begins with."""
    if path.endswith(".sayso"):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except (OSError, ValueError):
        return False


def default_case(ctx: click.Context) -> str | None:
    """The case of the environment, else of sayso.toml, which is then told."""
    named = os.environ.get(variable("case"))
    if not named and (named := (ctx.default_map or {}).get("case")):
        tell_settings(ctx, ["case"])
    return str(named) if named else None


def tell_settings(ctx: click.Context, names: Sequence[str]) -> None:
    """Say on standard error, once, which settings of sayso.toml count for this command."""
    held = ctx.default_map or {}
    if names:
        told = ", ".join(f"{name} = {held[name]!r}" for name in names)
        tell_once(ctx, f"note: sayso.toml in this folder sets {told}")


def tell_once(ctx: click.Context, message: str) -> None:
    """Print a line on standard error, unless it was printed for this command before."""
    told: set[str] = ctx.meta.setdefault(TOLD, set())
    if message not in told:
        told.add(message)
        print(message, file=sys.stderr)


def _is_set_by_file(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.DEFAULT_MAP


def _as_tuple(value: Any) -> tuple[str, ...]:
    """What an argument was given, however many it takes; click's own mark for nothing is no word."""
    return tuple(part for part in (value if isinstance(value, (tuple, list)) else (value,)) if isinstance(part, str))


class CaseFile(click.ParamType[str, Any]):
    """The path of a case that is there."""

    name = "case"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path as it is; a folder, a file of texts, and a path where nothing is are refused."""
        path = str(value)
        if os.path.isdir(path):
            self.fail(
                f"{path} is a folder, expected a case; `sayso read {path} --case matter.sayso` makes one", None, ctx
            )
        if not os.path.exists(path):
            self.fail(f"{path}: no case there; `sayso read PATH --case {_case_name(path)}` makes one", None, ctx)
        if os.path.getsize(path) and not is_case(path):
            self.fail(f"{path} is no case; `sayso read {path} --case matter.sayso` reads it into one", None, ctx)
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Let the shell complete the names of files."""
        return click.Path().shell_complete(ctx, param, incomplete)


class Day(click.ParamType[str, Any]):
    """A year, a month or a day, as dates of reports are compared with."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it is given, if there is such a day, month or year."""
        match = DAY.match(str(value).strip())
        try:
            if match is None:
                raise ValueError
            datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError:
            self.fail(f"{value!r} is no date; {EXPECTED_DAY}", param, ctx)
        return match.group()


class Published(click.ParamType[str, Any]):
    """The day, or day and time, when a report was printed; "" takes it away if `clears`."""

    name = "date"

    def __init__(self, *, clears: bool = False) -> None:
        self.clears = clears

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date in ISO 8601."""
        if self.clears and not value:
            return ""
        date = iso_date(str(value))
        if date is None:
            self.fail(f"{value!r} is no date; expected one such as 2031-05-04 or 2031-05-04T18:20:00Z", param, ctx)
        return date


@dataclass(frozen=True, slots=True)
class Originals:
    """Which texts to read, and what the user says of them."""

    paths: tuple[str, ...] = ()
    meta: str | None = None
    outlet: str | None = None
    outlet_from: str | None = None
    published: str | None = None
    min_score: float | None = None
    places: str | None = None
    jobs: int | None = None  # one a core
    limit: int = 60  # seconds for each report
    limit_memory: int = 2048  # MB for each report
    follow_links: bool = False


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which reports of a case are meant; what is None narrows nothing."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    lang: str | None = None


def setting(flag: str, **others: Any) -> Callable[[Run], Run]:
    """An option that sayso.toml and the environment may set too."""
    return click.option(flag, envvar=variable(flag.removeprefix("--").replace("-", "_")), **others)


PRINTED_BY: Final = setting("--outlet", metavar="NAME", help="who printed them")
TEXT_OPTIONS: Final = (
    setting("--meta", metavar="FILE.csv", help="path or glob -> outlet, published, title, agency, url, id"),
    setting(
        "--outlet-from", metavar="folder", type=click.Choice(["folder"]), help="the outlet is the name of the folder"
    ),
    setting("--published", metavar="DATE", type=Published(), help="when they were printed, as 2031-05-04"),
    click.option(
        "--min-score", metavar="CHANCE", type=click.FloatRange(0, 1),
        help="leave out statements less likely right than this, 0 to 1",
    ),
    setting("--places", metavar="FILE.csv", help="places of your own, beside those of the gazetteer"),
    setting("--jobs", metavar="N", type=click.IntRange(1), help="processes to read with (default: one a core)"),
)  # fmt: skip
NEW_TEXTS: Final = (PRINTED_BY, *TEXT_OPTIONS)
LIMIT: Final = (
    setting("--limit", metavar="SECONDS", type=click.IntRange(1), default=60, help="for each report (default 60)"),
    click.option(
        "--limit-memory", metavar="MB", type=click.IntRange(1), default=2048, help="for each report (default 2048)"
    ),
)
LINKS: Final = click.option("--follow-links", is_flag=True, help="also what links in a folder show outside it")
DATES: Final = (
    click.option("--since", metavar="DATE", type=Day(), help="published on this day or later"),
    click.option("--until", metavar="DATE", type=Day(), help="published on this day or earlier"),
    click.option("--lang", metavar="CODE", help="only this language, as en"),
)
OUTLET: Final = click.option("--outlet", metavar="NAME", help="only this outlet")

case_argument: Final = argument(
    "case", "CASE", "the case's file; SAYSO_CASE stands in for it", type=CaseFile(), required=True
)
paths_argument: Final = argument("paths", "PATH...", "files, folders, or - for standard input", nargs=-1, required=True)
json_option: Final = click.option("--json", "as_json", is_flag=True, help="print JSON")
ids_option: Final = click.option("--ids", is_flag=True, help="print the ids too, by which `judge` names things")


def reading_options(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of all that read texts; they come as one `originals`."""
    return gathered(function, Originals, "originals", (paths_argument, *NEW_TEXTS, *LIMIT, LINKS))


def narrowing_options(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say which reports of a case are meant; they come as one `narrowing`."""
    return gathered(function, Narrowing, "narrowing", (OUTLET, *DATES))


def gathered(
    function: Callable[..., int], kind: type[Any], name: str, decorators: Iterable[Callable[[Any], Any]]
) -> Callable[..., int]:
    """Give a command some options; those that are fields of `kind` come as one value of it under this name."""

    @functools.wraps(function)
    def gather(**given: Any) -> int:
        parts = {field.name: given.pop(field.name) for field in fields(kind) if field.name in given}
        if parts.get("outlet") and parts.get("outlet_from"):
            _drop_what_is_only_set(parts)
        return function(**given, **{name: kind(**parts)})

    made: Callable[..., int] = gather
    for decorate in reversed(list(decorators)):
        made = decorate(made)
    return made


def _drop_what_is_only_set(parts: dict[str, Any]) -> None:
    """Of --outlet and --outlet-from, one that is typed beats one from the settings."""
    typed = {name: was_typed(name) for name in ("outlet", "outlet_from")}
    if any(typed.values()):
        parts |= {name: None for name in typed if not typed[name]}


def was_typed(name: str) -> bool:
    """Whether an option stands in the command line, rather than in the environment, in sayso.toml or nowhere."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def _case_name(path: str) -> str:
    return path if path.endswith(".sayso") else f"{path}.sayso"
