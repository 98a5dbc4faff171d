"""Settings of a case, and those of the environment.

`originals=false` keeps no originals' bytes from then on. Defaults of the command line come from sayso.toml in this
folder, then from SAYSO_*, then from the flags.
"""

from __future__ import annotations

import os

from sayso.case import open_case
from sayso.cli import settings
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json
from sayso.errors import UsageError
from sayso.text.printable import safe

EXAMPLES = """
sayso config matter.sayso
sayso config matter.sayso originals=false
"""


@define(__doc__, EXAMPLES)
@case_argument
@argument("changes", "[KEY=VALUE...]", "KEY= takes it out", nargs=-1)
@json_option
def command(case: str, changes: tuple[str, ...], as_json: bool) -> int:
    """Set what is given, and print the settings."""
    pairs = []
    for change in changes:
        key, equals, value = change.partition("=")
        if not equals or not key:
            raise UsageError(f"{change!r}; expected KEY=VALUE, such as originals=false")
        pairs.append((key, value or None))
    # a case of an older version is brought up here; nothing else is written if there is nothing to set
    with open_case(case, read_only=not pairs and not os.access(case, os.W_OK)) as opened:
        for key, setting in pairs:
            opened.configure(key, setting)
        held = dict(opened.config)
    environment = settings.environment()
    if as_json:
        print_json({"case": held, "environment": environment})
        return 0
    for key, value in sorted(held.items()):
        print(f"{safe(key)} = {safe(value)}")
    for key, value in sorted(environment.items()):
        print(f"{safe(key)} = {safe(value)}  (environment)")
    return 0
