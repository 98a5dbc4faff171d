"""Which commands there are, and what becomes of an error: the group of all commands, and `main`.

Each command is one module of this package with a `command`; its name is the module's, its line in the list is the first
line of the module's docstring. The list is made without importing the commands, so that ``sayso --help`` is quick.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import importlib.metadata
import importlib.util
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any, Final

import click

from sayso import cli
from sayso.cli.guarded import guarded
from sayso.cli.settings import default_map
from sayso.errors import SaysoError

OK, SOME_FAILED, MISUSE, INTERRUPTED = 0, 1, 2, 130
COMPLETE: Final = "_SAYSO_COMPLETE"  # a shell sets it to ask for completions
# Modules of this package that commands share; every other one is a command.
SHARED: Final = frozenset(
    {"group", "guarded", "judging", "looking", "options", "printing", "progress", "reading", "settings"}
)
EXAMPLES: Final = """\
examples:
  sayso demo                                       who said what in the example case
  sayso said reports/ --who Terzo                  what someone said, with the words marked
  sayso read reports/ --case matter.sayso          keep it; a second time only what is new is read
  sayso said matter.sayso Terzo --about camp       ask the case
  sayso events matter.sayso --whom camp            who did what to whom, and whether it happened
  sayso export matter.sayso --as csv > said.csv    one row a statement, for a spreadsheet

Defaults come from sayso.toml in this folder, then SAYSO_* (SAYSO_CASE, SAYSO_JOBS, ...), then the flags.
Completion in the shell: eval "$(_SAYSO_COMPLETE=bash_source sayso)"; zsh_source and fish_source for the others.
"""


class Sayso(click.Group):
    """The group of all commands; a command's module is imported when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, by the alphabet."""
        found = {module.name for module in pkgutil.iter_modules(cli.__path__) if not module.ispkg}
        return sorted(name for name in found - SHARED if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = importlib.import_module(f"{cli.__name__}.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; UsageError, with the closest names, if there is none."""
        name = args[0]
        if name.startswith("-") or name in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        close = difflib.get_close_matches(name, self.list_commands(ctx))
        guess = f"; did you mean: {' or '.join('sayso ' + c for c in close)}" if close else ""
        raise click.UsageError(f"there is no command {name!r}{guess}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line a command, from the docstrings of their modules."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(name)) for name in self.list_commands(ctx)])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand."""
        formatter.write("\n" + EXAMPLES)


def summary(name: str) -> str:
    """The first line of the docstring of a command's module, which is not imported for it."""
    module = f"{cli.__name__}.{name}"
    spec = importlib.util.find_spec(module)
    source = spec.loader.get_source(module) if spec is not None and hasattr(spec.loader, "get_source") else None  # type: ignore[union-attr]
    text = ast.get_docstring(ast.parse(source)) if source else importlib.import_module(module).__doc__
    return (text or "").partition("\n")[0]


def print_versions(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Print the versions of the program, the model and the parser, and end."""
    if not value or ctx.resilient_parsing:
        return
    for name in ("sayso", "sayso-en", "sayso-en-parser"):
        try:
            click.echo(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            click.echo(f"{name} not installed")
    from sayso.read.sandbox import available

    click.echo(f"originals are opened with: {', '.join(available()) or 'limits on memory and time alone'}")
    ctx.exit(OK)


group: Final = Sayso(
    "sayso",
    help="Who said what, who did what to whom, and on whose say-so, with the characters of evidence.",
    no_args_is_help=False,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    params=[
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=print_versions,
            help="Print versions of program and model, and end.",
        )
    ],
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 all read, 1 some failed, 2 misuse, 130 interrupted."""
    with guarded():
        return _main(arguments)


def _main(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if asked := os.environ.get(COMPLETE):
            from click.shell_completion import shell_complete

            return shell_complete(group, {}, "sayso", COMPLETE, asked)
        status = _run(given)
        sys.stdout.flush()
        return status
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        return _misuse(error.ctx, error.format_message())
    except click.ClickException as error:
        return _misuse(None, error.format_message())
    except SaysoError as error:
        name = f" {given[0]}" if given and not given[0].startswith("-") else ""
        print(f"sayso{name}: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:  # the reader of our output has gone; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (KeyboardInterrupt, click.Abort):
        print("stopped", file=sys.stderr)
        return INTERRUPTED


def _run(given: list[str]) -> int:
    if not given:
        with group.make_context("sayso", [], resilient_parsing=True) as context:
            click.echo(group.get_help(context))
        return MISUSE
    extra: dict[str, Any] = {}
    if not {"--help", "-h", "--version"} & set(given):  # help is there even if the settings are wrong
        extra["default_map"] = default_map(group.list_commands(click.Context(group)))
    with group.make_context("sayso", given, **extra) as context:
        status: int = group.invoke(context)
    return status


def _misuse(context: click.Context | None, message: str) -> int:
    path = context.command_path if context is not None else "sayso"
    print(f"{path}: {message.rstrip('.')}; see {path} --help", file=sys.stderr)
    return MISUSE
