"""What commands that judge have in common: a judgement is made, logged, and told with what it does."""

from __future__ import annotations

from collections.abc import Callable

from sayso.case import Case, open_case
from sayso.cli.printing import print_json
from sayso.values.case import Judgement
from sayso.values.terms import Verb


def judge_people(
    case: str, verb: Verb, names: tuple[str, ...], make: Callable[[Case], Judgement], *, as_json: bool
) -> int:
    """Add a judgement on who these names mean, for the commands that judge by names; print its id and what it does."""
    with open_case(case) as opened:
        for name in names:
            opened.meant_by(name)  # before the log says that something was begun
        with opened.logged("judge", options={"verb": verb}):
            judgement = make(opened)
    print_json({"judgement": judgement.id}) if as_json else print(f"judgement {judgement.id}: {judgement.effect}")
    return 0


def judge_things(case: str, verb: Verb, make: Callable[[Case], Judgement], *, as_json: bool) -> int:
    """Add a judgement on things that are named by their ids; print its id and what it does."""
    with open_case(case) as opened, opened.logged("judge", options={"verb": verb}):
        judgement = make(opened)
    print_json({"judgement": judgement.id, "effect": judgement.effect}) if as_json else print(
        f"judgement {judgement.id}: {judgement.effect}"
    )
    return 0
