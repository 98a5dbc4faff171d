"""Opening a case to look at, as it is or without the names of private persons."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Final, Literal

import click

from sayso.case import Case, open_case
from sayso.case.masking import masked
from sayso.errors import CaseError

KEEPING: Final = 2.0  # seconds for which another process's transaction is waited for before nothing is kept
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
def look_and_keep(case: str) -> Iterator[Case]:
    """Open a case as `look_at` does; what took long to work out is kept in it afterwards, where it can be written now.

    The accounts of 900 reports take minutes: whoever asks twice shall not wait twice.
    """
    with look_at(case) as opened:
        yield opened
        unkept = opened.unkept
        if unkept is None or _is_asked() or not os.access(case, os.W_OK):
            return
        with contextlib.suppress(CaseError), open_case(case, wait=KEEPING) as written:
            unkept.write_to(written.store)


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
