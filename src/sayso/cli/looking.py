"""Opening a case to look at, as it is or without the names of private persons."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final, Literal

import click

from sayso.case import Case, open_case
from sayso.case.masking import masked

MASKED: Final = f"{__name__}.masked"


def _note(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    ctx.meta[MASKED] = value


mask_option: Final = click.option(
    "--mask-private", is_flag=True, expose_value=False, callback=_note, is_eager=True,
    help="put neutral marks for persons without a public role",
)  # fmt: skip


def look_at(case: str, *, damaged: Literal["refuse", "salvage"] = "refuse") -> Case:
    """Open a case to read only, masked where the command line asks for it."""
    return open_case(case, read_only=True, damaged=damaged, mask_private=_is_asked())


@contextlib.contextmanager
def masked_where_asked(case: Case) -> Iterator[Case]:
    """Give a case that is open already as `look_at` would."""
    if not _is_asked():
        yield case
        return
    with masked(case) as shown:
        yield shown


def _is_asked() -> bool:
    return bool(click.get_current_context().meta.get(MASKED))
