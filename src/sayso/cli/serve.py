"""The case in a browser: everything that the other commands print, and the judging, as pages on this machine.

It prints one line with an address, which lets one browser in, once. Nothing leaves the machine: no page loads anything
from elsewhere. Interrupt it (Ctrl-C) to end it.
"""

from __future__ import annotations

import os

import click

from sayso.case import open_case
from sayso.cli.options import case_argument, define
from sayso.cli.settings import variable
from sayso.errors import UsageError

EXAMPLES = """
sayso serve matter.sayso
sayso serve matter.sayso --read-only --no-open
sayso serve matter.sayso --mask-private
sayso serve matter.sayso --host 192.0.2.7 --port 8000 --behind-proxy --password-file secret.txt
"""


@define(__doc__, EXAMPLES)
@case_argument
@click.option("--mask-private", is_flag=True, help="put neutral marks for persons without a public role; to read only")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=0, help="0 takes one that is free (default)"
)
@click.option("--no-open", is_flag=True, help="do not open a browser")
@click.option("--read-only", is_flag=True, help="refuse every change")
@click.option("--host", metavar="ADDRESS", help="listen there, for other machines; needs a password and --behind-proxy")
@click.option("--behind-proxy", is_flag=True, help="a proxy before it speaks HTTPS, and says so in X-Forwarded-Proto")
@click.option(
    "--password-file", metavar="FILE", type=click.Path(), help="its first line; else SAYSO_PASSWORD, or it is asked"
)
def command(
    case: str,
    mask_private: bool,
    port: int,
    no_open: bool,
    read_only: bool,
    host: str | None,
    behind_proxy: bool,
    password_file: str | None,
) -> int:
    """Serve until interrupted."""
    from sayso.web.serving import is_loopback, serve  # what serves is not needed by other commands

    with open_case(case, read_only=read_only or mask_private):
        pass  # what is the matter with a case is told before anything listens
    outside = behind_proxy or (host is not None and not is_loopback(host))
    serve(
        case, port=port, host=host, behind_proxy=behind_proxy, read_only=read_only, mask_private=mask_private,
        open_browser=not no_open,
        password=_password(password_file) if outside and behind_proxy else None,
        tell=lambda line: print(line, flush=True),
    )  # fmt: skip
    return 0


def _password(path: str | None) -> str:
    """The password for others: of the file, of the environment, or asked; never of the command line."""
    if path is not None:
        try:
            with open(path, encoding="utf-8") as file:
                return file.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no UTF-8"
            raise UsageError(f"{path}: the password cannot be read: {reason}") from error
    held = os.environ.pop(variable("password"), None)
    return held if held is not None else str(click.prompt("Password for the pages", hide_input=True, err=True))
