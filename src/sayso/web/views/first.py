"""The first page: what the case holds, what is in conflict in it, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.case import Case
from sayso.values.accounts import AccountShown
from sayso.web.shown import Looking, Shown, fields

OUTLETS = fields(
    "outlet reports statements first last", reports="integer", statements="integer", first="date", last="date"
)
SPEAKERS = fields("speaker statements reports outlets", statements="integer", reports="integer", outlets="integer")
MOST_OUTLETS, MOST_SPEAKERS, MOST_ACCOUNTS = 8, 12, 4


def show(looking: Looking) -> Shown:
    """The counts of a case, and the heads of its lists."""
    case = looking.case
    outlets = looking.quick("outlets", lambda: [dict(row) for row in case.show("outlets")])
    speakers = looking.quick("speakers", lambda: [dict(row) for row in case.show("speakers")])
    heads = looking.at_hand("accounts at first", _heads)
    return Shown(
        "First page", "first.html",
        (
            looking.of_list("outlets", "Outlets", OUTLETS, outlets, chosen="number of reports", most=MOST_OUTLETS),
            looking.of_list(
                "speakers", "Speakers", SPEAKERS, speakers, chosen="number of statements", most=MOST_SPEAKERS
            ),
        ),
        about=looking.quick("case", lambda: _about(looking)),
        context={
            "conflicts": heads.conflicts if heads else [], "borne_out": heads.borne_out if heads else [],
            "waits": heads is None,
        },
    )  # fmt: skip


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
