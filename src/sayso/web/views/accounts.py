"""Accounts: what several reports say of one thing, side by side by origin, with what differs marked in the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from sayso.case import Case, Filters
from sayso.values.accounts import AccountShown
from sayso.values.reading import Reading
from sayso.views.columns import ACCOUNTS
from sayso.web.charts import Chart, ToldValue, figure, number_chart, standalone
from sayso.web.drawing import marked_at
from sayso.web.shown import Looking, NotHere, Shown, fields
from sayso.web.views.reports import outlets

ON: Final = ("", "number", "date", "place", "actor", "factuality")
MOST_ORIGINS: Final = 99
PER_PAGE: Final = 20  # accounts; the readings of each are opened
CLAIMS: Final = fields(
    "claim about published outlet chain sentence origin report start end", published="date", origin="integer",
    start="integer", end="integer",
)  # fmt: skip
TIES: Final = fields("tie on left left_words right right_words why")
TAGS: Final = {
    "conflicts": "del",
    "updates": "ins",
    "corroborates": "u",
    "copies": "u",
}  # how words of a tie are marked


def show_all(looking: Looking) -> Shown:
    """The accounts that are asked for, those with conflicts first."""
    words, on = looking.words("about"), looking.choice("on", *ON)
    origins = looking.number("origins", 1, MOST_ORIGINS)
    asked = (words, looking.filters(), bool(looking.words("conflicts")), on, origins)
    found = looking.slow(("accounts", *asked), partial(_found, asked))
    accounts = looking.case.result("accounts")

    def part(limit: int | None, skip: int) -> Iterable[AccountShown]:
        if limit is None:
            return looking.case.told_accounts(accounts[id_] for id_ in found[skip:] if id_ in accounts)
        wanted = tuple(found[skip : skip + limit])
        told: Sequence[AccountShown] = looking.slow(("claims of these accounts", wanted), partial(_told, wanted))
        return told

    sheet = looking.sheet(
        "accounts", "Accounts", ACCOUNTS, len(found), part, chosen="conflicts, then number of origins", per=PER_PAGE
    )
    return Shown(
        "Accounts", "accounts.html", (sheet,), about={"about": words, "on": on, "origins": origins},
        context={"outlets": outlets(looking), "kinds": ON[1:], "words": words},
    )  # fmt: skip


def _found(asked: tuple[str, Filters, bool, str, int], case: Case) -> list[str]:
    """The ids of the accounts that are asked for, in order."""
    words, which, conflicts, on, origins = asked
    found = case.find_accounts(words, which, conflicts=conflicts, on=on or None, min_origins=origins)
    return [one.id for one in found]


def _told(ids: tuple[str, ...], case: Case) -> tuple[AccountShown, ...]:
    """Accounts with their claims: many readings are opened for it."""
    accounts = case.result("accounts")
    return tuple(case.told_accounts(accounts[id_] for id_ in ids if id_ in accounts))


def show(looking: Looking) -> Shown:
    """One account: its claims by origin, how they stand to each other, and how its numbers moved."""
    found = account_of(looking)
    claims = [_claim(one) for one in found.claims]
    ties = [_tie(tie) for tie in found.ties]
    chart = _chart(looking, found)
    marked = marked_claims(found)
    files = {"svg": ("image/svg+xml", lambda: standalone(chart))} if chart is not None else {}
    return Shown(
        found.claims[0].sentence[:80], "account.html",
        (
            looking.of_list("claims", "Claims", CLAIMS, claims, chosen="date of publication", most=max(1, len(claims))),
            looking.of_list("ties", "How they stand to each other", TIES, ties, chosen="conflicts first", most=200),
        ),
        about={"id": found.id, "claims": len(found.claims), "origins": found.origins, "reports": found.reports},
        context={
            "account": found, "marked": marked, "by_origin": _by_origin(found.claims),
            "drawing": figure(chart) if chart is not None else None,
        },
        files=files,
    )  # fmt: skip


def account_of(looking: Looking) -> AccountShown:
    """The account that an address means."""
    given = looking.parts["account"]
    account = looking.case.result("accounts").get(given)
    if account is None:
        raise NotHere(f"There is no account {given}; when a report comes, an account may get another id.")
    return looking.quick(("account", given), lambda: looking.case.told_accounts([account])[0])


def marked_claims(found: Any) -> dict[str, Markup]:
    """The sentences of each claim of an account, marked where it differs from others or is borne out by them."""
    return {one.claim: _marked(one, found.ties) for one in found.claims}


def _claim(one: Any) -> dict[str, Any]:
    return {
        "claim": one.claim, "about": one.about, "published": one.report.published, "outlet": one.report.outlet,
        "chain": one.chain, "sentence": one.sentence, "origin": one.origin, "report": one.report.id,
        "start": one.start, "end": one.end,
    }  # fmt: skip


def _tie(tie: Any) -> dict[str, Any]:
    left, right = tie.spans
    return {
        "tie": tie.tie, "on": tie.on, "left": tie.left, "left_words": left.text, "right": tie.right,
        "right_words": right.text, "why": tie.why,
    }  # fmt: skip


def _by_origin(claims: Sequence[Any]) -> list[tuple[int, list[Any]]]:
    """The claims by their origins, each in order of publication."""
    groups: dict[int, list[Any]] = {}
    for claim in claims:
        groups.setdefault(claim.origin, []).append(claim)
    return sorted(groups.items())


def _marked(claim: Any, ties: Sequence[Any]) -> Markup:
    """The sentences of a claim, with the words in which it differs from others, or is borne out by them, marked."""
    places = []
    for tie in ties:
        for end, span in zip((tie.left, tie.right), tie.spans, strict=True):
            if end == claim.claim and tie.on != "text" and claim.start <= span.start and span.end <= claim.end:
                places.append((span.start - claim.start, span.end - claim.start, TAGS[tie.tie]))
    text = claim.sentence
    kept = [(start, end, tag) for start, end, tag in places if end <= len(text)]
    return marked_at(text, kept)


def _chart(looking: Looking, found: Any) -> Chart | None:
    """How the numbers of an account moved; None where no two of its numbers stand to each other."""
    held: dict[tuple[str, int], bool] = {}
    for tie in found.ties:
        if tie.on == "number":
            for span in tie.spans:
                held[span.report, span.start] = held.get((span.report, span.start), False) or tie.tie == "conflicts"
    values = []
    readings: Mapping[str, Reading] = {report: looking.reading(report) for report in {key[0] for key in held}}
    for claim in found.claims:
        for quantity in readings[claim.report.id].quantities if claim.report.id in readings else ():
            at = (claim.report.id, quantity.span.start)
            if at in held and claim.start <= at[1] < claim.end:
                values.append(
                    ToldValue(
                        quantity.value, claim.report.day, claim.chain.split(" > ")[-1], quantity.low, quantity.high,
                        quantity.span.text, f"/claims/{claim.claim}", held[at],
                    )
                )  # fmt: skip
    return number_chart(values, title="How the number moved") if len(values) > 1 else None
