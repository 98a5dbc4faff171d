"""What a case keeps of its own making: failures, judgements, and the log of what was done to it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from sayso.store.judging import in_force
from sayso.values.case import Judgement
from sayso.web.shown import Looking, Shown, fields

FAILURES: Final = fields("path reader reason try sha256")
JUDGEMENTS: Final = fields("id at by verb subjects value why in_force", in_force="flag")
LOG: Final = fields("number at by command state version options counts hash", number="integer")


def failures(looking: Looking) -> Shown:
    """What could not be read."""
    rows = looking.quick("failures", lambda: [dict(row) for row in looking.case.show("failures")])
    return Shown("Not read", "failures.html", (looking.of_list("failures", "Not read", FAILURES, rows, chosen="path"),))


def judgements(looking: Looking) -> Shown:
    """What people decided, the newest first."""
    case = looking.case

    def listed() -> list[dict[str, Any]]:
        held = case.judgements()
        counting = {one.id for one in in_force(held)}
        return [_row(one, one.id in counting) for one in reversed(held)]

    rows = looking.quick("judgements", listed)
    sheet = looking.of_list("judgements", "Judgements", JUDGEMENTS, rows, chosen="time, the newest first")
    meant = {row["id"]: case.meant(row["judgement"]) for row in sheet.rows}
    return Shown("Judgements", "judgements.html", (sheet,), context={"meant": meant})


def _row(one: Judgement, counts: bool) -> dict[str, Any]:
    subjects = "; ".join(
        f"{s.report} {s.kind} {' … '.join(span.text for span in s.spans)}".strip() for s in one.subjects
    )
    value = one.value if isinstance(one.value, str) else "" if one.value is None else json.dumps(one.value)
    return {
        "id": one.id, "at": one.at, "by": one.by, "verb": one.verb, "subjects": subjects, "value": value,
        "why": one.why, "in_force": counts and one.verb != "undo", "judgement": one,
    }  # fmt: skip


def log(looking: Looking) -> Shown:
    """Who did what to the case, the newest first."""
    rows = looking.quick("log", lambda: [_line(asdict(row)) for row in looking.case.log()][::-1])
    sheet = looking.of_list("log", "Log", LOG, rows, chosen="time, the newest first")
    return Shown("Log", "log.html", (sheet,))


def _line(row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        name: json.dumps(row[name], ensure_ascii=False) if row[name] else "" for name in ("options", "counts")
    }
