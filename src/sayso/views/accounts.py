"""Accounts as rows, as JSON and as words: which claims, whose, from where, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sayso.text.printable import safe
from sayso.values.accounts import Account, AccountShown, Recounted, ReportSpan, Tie, Traced
from sayso.values.case import ReportRow
from sayso.values.reading import Reading
from sayso.views.evidence import shown
from sayso.views.names import Names
from sayso.views.statements import LINK

NOBODY: Final = "(the report; its outlet is not known)"


def recounted(reading: Reading, row: ReportRow, origins: Mapping[str, int]) -> dict[str, Recounted]:
    """The claims of a report that stand in an account, by id.

    origins   claim -> the number of its origin, from 1; other claims are left out
    """
    names = Names(reading)
    text = reading.report.text
    found = {}
    for claim in reading.claims:
        if claim.id in origins:
            found[claim.id] = Recounted(
                row,
                claim.id,
                claim.about,
                LINK.join(voice.name or names.of(voice.mention or "") for voice in claim.chain),
                " ".join(" ".join(shown(text, span.start, span.end).split()) for span in claim.evidence),
                claim.evidence[0].start,
                claim.evidence[-1].end,
                origins[claim.id],
            )
    return found


def origin_numbers(account: Account) -> dict[str, int]:
    """The claims of an account, each with the number of its origin, from 1: the first where it has several."""
    return {claim: at for at in range(len(account.origins), 0, -1) for claim in account.origins[at - 1]}


def span_dict(span: ReportSpan) -> dict[str, Any]:
    """A stretch of a report as the lines of an export have it."""
    return {"report": span.report, "start": span.start, "end": span.end, "text": span.text}


def tie_dict(tie: Tie) -> dict[str, Any]:
    """The line of a tie in an export; see docs/reference/output.md."""
    return {
        "kind": "tie", "tie": tie.tie, "account": tie.account, "left": tie.left, "right": tie.right, "on": tie.on,
        "spans": [span_dict(span) for span in tie.spans], "why": tie.why,
    }  # fmt: skip


def account_dict(account: Account) -> dict[str, Any]:
    """The line of an account in an export, without its ties."""
    return {
        "kind": "account", "id": account.id, "claims": list(account.claims),
        "origins": [list(origin) for origin in account.origins], "first": account.first,
    }  # fmt: skip


def shown_dict(found: AccountShown) -> dict[str, Any]:
    """An account as `sayso accounts --json` gives it: its line, with its claims in words and its ties."""
    ties = [
        {name: value for name, value in tie_dict(tie).items() if name not in ("kind", "account")} for tie in found.ties
    ]
    return account_dict(found.account) | {"told": [claim_dict(claim) for claim in found.claims], "ties": ties}


def claim_dict(claim: Recounted) -> dict[str, Any]:
    """A claim in words, with its report; what is not known is absent."""
    row = claim.report
    out = {
        "claim": claim.claim, "about": claim.about, "origin": claim.origin, "report": row.id,
        "published": row.published, "outlet": row.outlet, "path": row.path, "chain": claim.chain,
        "sentence": claim.sentence, "start": claim.start, "end": claim.end,
    }  # fmt: skip
    return {name: value for name, value in out.items() if value not in (None, "")}


def account_lines(found: AccountShown, *, ids: bool = False) -> Iterator[str]:
    """An account for people: how many origins, each claim in order of publication, and the ties with their reasons."""
    count = {kind: len(found.tied(kind)) for kind in ("conflicts", "updates")}
    told = [f"{found.origins} {'origin' if found.origins == 1 else 'origins'}", f"{len(found.claims)} claims",
            f"{found.reports} {'report' if found.reports == 1 else 'reports'}"]  # fmt: skip
    told += [f"{number} {kind if number > 1 else kind[:-1]}" for kind, number in count.items() if number]
    yield f"{found.id}  {', '.join(told)}"
    for claim in found.claims:
        yield from claim_lines(claim, ids=ids)
    number = {claim.claim: claim for claim in found.claims}
    for tie in found.ties:
        yield f"  {tie.tie} on {tie.on}: {safe(tie.why)}"
        for span, side in zip(tie.spans, (tie.left, tie.right), strict=True):
            row = number[side].report
            yield f"      | {safe(' '.join(span.text.split()))}  {safe(row.path)}:{span.start}-{span.end}"


def claim_lines(claim: Recounted, *, ids: bool = False) -> Iterator[str]:
    """A claim for people: its origin, day and chain, then its sentences and where they stand."""
    yield f"  [{claim.origin}] {claim.report.day or 'no date'}  {safe(claim.chain or NOBODY)}"
    yield f"      {safe(claim.sentence)}"
    yield f"      {safe(claim.report.path)}:{claim.start}-{claim.end}" + (f"  id {claim.claim}" if ids else "")


def traced_lines(traced: Traced) -> Iterator[str]:
    """The way from a claim back to the first of its origin, for people."""
    for step in traced.steps:
        yield from claim_lines(step.claim, ids=True)
        if step.why:
            yield f"      from: {safe(step.why)}"


def traced_dict(traced: Traced) -> dict[str, Any]:
    """The way from a claim back to the first of its origin, as JSON."""
    steps = [claim_dict(step.claim) | ({"why": step.why} if step.why else {}) for step in traced.steps]
    return {"claim": traced.claim, "account": traced.account, "first": traced.first, "steps": steps}
