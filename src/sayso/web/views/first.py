"""The first page: what the case holds, what is in conflict in it, and where to go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sayso.case import Case, Filters
from sayso.values.accounts import AccountShown
from sayso.values.rows import Count
from sayso.web.shown import Looking, Shown, fields

OUTLETS = fields(
    "outlet reports statements first last", reports="integer", statements="integer", first="date", last="date"
)
SPEAKERS = fields("speaker statements reports outlets", statements="integer", reports="integer", outlets="integer")
MOST_OUTLETS, MOST_SPEAKERS, MOST_ACCOUNTS = 8, 12, 4
MANY: Final = 20_000  # statements of a case whose rows are counted apart, once for all readers
SOON_SECONDS: Final = 2  # after which it asks again


def show(looking: Looking) -> Shown:
    """The counts of a case, and the heads of its lists."""
    case = looking.case
    outlets = looking.quick("outlets", lambda: [dict(row) for row in case.show("outlets")])
    about = looking.quick("case", lambda: _about(looking))
    speakers = speakers_of(looking, wait=False)
    heads = looking.at_hand("accounts at first", _heads)
    return Shown(
        "First page", "first.html",
        (
            looking.of_list("outlets", "Outlets", OUTLETS, outlets, chosen="number of reports", most=MOST_OUTLETS),
            looking.of_list(
                "speakers", "Speakers", SPEAKERS, speakers or (), chosen="number of statements", most=MOST_SPEAKERS
            ),
        ),
        about=about,
        context={
            "conflicts": heads.conflicts if heads else [], "borne_out": heads.borne_out if heads else [],
            "waits": heads is None, "counted": speakers is not None,
        },
        again=0 if speakers is not None else SOON_SECONDS,
    )  # fmt: skip


def speakers_of(looking: Looking, *, wait: bool = True) -> Sequence[dict[str, Any]] | None:
    """The speakers with their counts, those with most statements first.

    wait   else None is given where there are MANY statements that are not counted yet; they are then
    """
    held: Sequence[dict[str, Any]] | None
    if not is_large(looking):
        return looking.quick("speakers", lambda: count_speakers(looking.case))
    held = (
        looking.slow("speakers", count_speakers)
        if wait or looking.patient
        else looking.at_hand("speakers", count_speakers)
    )
    return held


def is_large(looking: Looking) -> bool:
    """Whether the case has so many rows that to count them takes longer than a reader waits."""
    return looking.quick("statements", lambda: len(looking.case.said())) > MANY


def counts_of(looking: Looking, table: str, column: str) -> Sequence[Count]:
    """How many rows of a table there are of each value of a column, of the reports that are asked for."""
    filters = looking.filters()
    name, make = counting(table, column, filters)
    return looking.slow(name, make) if is_large(looking) else looking.quick(name, lambda: make(looking.case))


def counting(
    table: str, column: str, filters: Filters
) -> tuple[tuple[str, str, str, Filters], Callable[[Case], list[Count]]]:
    """What `counts_of` gives: the name under which it is held, and what works it out."""
    return ("counts", table, column, filters), partial(_counted, table, column, filters)


def _counted(table: str, column: str, filters: Filters, case: Case) -> list[Count]:
    return case.store.count(table, column, filters)


def count_speakers(case: Case) -> list[dict[str, Any]]:
    """The speakers with how many statements and reports each has."""
    return [dict(row) for row in case.show("speakers")]


@dataclass(frozen=True, slots=True)
class Heads:
    """The first of the accounts in conflict, and of those of most origins."""

    conflicts: list[AccountShown]
    borne_out: list[AccountShown]


def _heads(case: Case) -> Heads:
    found = case.find_accounts()
    conflicts = [one for one in found if any(tie.tie == "conflicts" for tie in one.ties)]
    most = sorted((one for one in found if len(one.origins) > 1), key=lambda one: -len(one.origins))
    return Heads(case.told_accounts(conflicts[:MOST_ACCOUNTS]), case.told_accounts(most[:MOST_ACCOUNTS]))


def _about(looking: Looking) -> dict[str, Any]:
    """How much there is of everything, and from when to when."""
    case = looking.case
    outlets = [dict(row) for row in case.show("outlets")]
    languages = [dict(row) for row in case.show("languages")]
    days = [row[end] for row in outlets for end in ("first", "last") if row[end]]
    return {
        "case": case.store.name.rpartition("/")[2],
        "reports": sum(row["reports"] for row in outlets),
        "outlets": sum(bool(row["outlet"]) for row in outlets),
        "first": min(days, default="")[:10],
        "last": max(days, default="")[:10],
        "statements": len(case.said()),
        "events": len(case.events(type="ALL")),
        "failures": len(case.failures()),
        "judgements": len(case.judgements()),
        "not_read": {row["language"] or "?": row["not_read"] for row in languages if row["not_read"]},
    }
