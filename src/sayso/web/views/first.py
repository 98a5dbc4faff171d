"""The first page: what the case holds, what is in conflict in it, and where to go on."""

from __future__ import annotations

from typing import Any

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
    accounts = looking.at_hand("accounts")
    most = sorted(accounts or (), key=lambda one: -one.origins)
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
            "conflicts": [one for one in accounts or () if one.tied("conflicts")][:MOST_ACCOUNTS],
            "borne_out": [one for one in most if one.origins > 1][:MOST_ACCOUNTS], "waits": accounts is None,
        },
    )  # fmt: skip


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
