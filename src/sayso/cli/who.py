"""Who someone is: every form, where it stands, roles, when first and last seen, and why each form is theirs.

The name may be any form that a report uses, words of one, or an id; also a former one, of an identity that has become
part of another. Without a name it lists who is named in most reports.
"""

from __future__ import annotations

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json, tell
from sayso.text.printable import safe
from sayso.views.someone import identity_dict, someone_dict, someone_lines

EXAMPLES = """
sayso who matter.sayso Terzo
sayso who matter.sayso 'the Front' --json
sayso who matter.sayso --limit 20
"""
NO_LIMIT = 50


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("name", "[NAME]", "a name as a report has it, words of one, or an id")
@json_option
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), default=NO_LIMIT, help="so many, without a name")
def command(case: str, name: str | None, as_json: bool, most: int) -> int:
    """Print what the case knows of someone, or who is in it."""
    with look_at(case) as opened:
        if name is not None:
            known = opened.who(name)
            if as_json:
                print_json(someone_dict(known))
            else:
                print("\n".join(someone_lines(known)))
            return 0
        found = [one for one in opened.identities().values() if one.name]
        found.sort(key=lambda one: (-len(one.entities), one.name, one.id))
        for one in found[:most]:
            forms = ", ".join(safe(form) for form in one.names if form != one.name)
            print_json(identity_dict(one)) if as_json else print(
                f"{len(one.entities):5} {safe(one.name)}  {one.id}  {forms}"
            )
    tell(f"{min(most, len(found))} of {len(found)}")
    return 0
