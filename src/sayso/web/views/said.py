"""Who said what: statements by speaker and words, and the lists of speakers and outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from sayso.case import Filters
from sayso.values.case import Said
from sayso.views.statements import LINK
from sayso.web.held import BeingWorkedOut
from sayso.web.shown import Looking, Sheet, Shown, fields
from sayso.web.views.first import OUTLETS, SPEAKERS
from sayso.web.views.people import called, owners
from sayso.web.views.reports import outlets

ABOUT: Final = 5  # quotes about someone that stand below the quotes from them
MAX_LOOKED_AT: Final = 2000  # statements of a speaker in which whom they are about is looked for
MAX_LISTED: Final = 15
WHOM: Final = fields("name statements identity", statements="integer")
THROUGH: Final = fields("voice statements", statements="integer")


def show(looking: Looking) -> Shown:
    """Statements; with a speaker, also whom they are about, who carried them, and what others say of that speaker."""
    who, about, filters = looking.words("who"), looking.words("about"), looking.filters()
    order = "date of publication, then outlet and place in the report"
    sheets = [looking.table("statements", "Statements", looking.case.said(who, about, filters), chosen=order)]
    waits = False
    if who:
        try:
            sheets.append(_whom(looking, who, about, filters))
        except BeingWorkedOut:
            waits = True
        sheets.append(_through(looking, who, about, filters))
        if not about:
            of_them = looking.case.said("", who, filters)
            sheets.append(looking.table("about", f"What others say of {who}", of_them, chosen=order, most=ABOUT))
    title = f"{who} on {about}" if who and about else who or (f"Statements on {about}" if about else "Statements")
    return Shown(
        title, "said.html", tuple(sheets), about={"who": who, "about": about},
        context={"who": who, "about": about, "outlets": outlets(looking), "waits": waits},
    )  # fmt: skip


def _looked_at(looking: Looking, who: str, about: str, filters: Filters) -> list[Said]:
    return looking.quick(
        ("looked at", who, about, filters), lambda: list(looking.case.said(who, about, filters)[:MAX_LOOKED_AT])
    )


def _whom(looking: Looking, who: str, about: str, filters: Filters) -> Sheet:
    """Whom the statements of a speaker are about: those that are named, or stand as a pronoun, in what is said."""
    actors, owner = looking.case.result("actors"), owners(looking)

    def count() -> list[dict[str, Any]]:
        found: Counter[str] = Counter()
        for said in _looked_at(looking, who, about, filters):
            start, end = said.statement.start, said.statement.end
            inside = {
                owner[actor.id] for actor in actors.get(said.report.id, ())
                if actor.id in owner and any(start <= left and right <= end for left, right in actor.spans)
            }  # fmt: skip
            found.update(inside)
        counted = [{"name": called(looking, one), "identity": one, "statements": n} for one, n in found.items()]
        return sorted((row for row in counted if row["name"]), key=lambda row: (-row["statements"], row["name"]))

    rows = looking.quick(("whom", who, about, filters), count)
    return looking.of_list("whom", "Whom it is about", WHOM, rows, chosen="number of statements", most=MAX_LISTED)


def _through(looking: Looking, who: str, about: str, filters: Filters) -> Sheet:
    """Who carried the statements: outlets, agencies, and whoever quotes the speaker."""

    def count() -> list[dict[str, Any]]:
        found: Counter[str] = Counter()
        for said in _looked_at(looking, who, about, filters):
            found.update(said.statement.chain.split(LINK)[:-1])
        return [{"voice": voice, "statements": n} for voice, n in found.most_common() if voice]

    rows = looking.quick(("through", who, about, filters), count)
    return looking.of_list("through", "Through whom", THROUGH, rows, chosen="number of statements", most=MAX_LISTED)


def speakers(looking: Looking) -> Shown:
    """All speakers, by what the statements call them."""
    rows = looking.quick("speakers", lambda: [dict(row) for row in looking.case.show("speakers")])
    rows = _named(rows, "speaker", looking.words("name"))
    sheet = looking.of_list("speakers", "Speakers", SPEAKERS, rows, chosen="number of statements")
    return Shown("Speakers", "counts.html", (sheet,), context={"links": "/said", "asks": "who", "column": "speaker"})


def all_outlets(looking: Looking) -> Shown:
    """All outlets."""
    rows = looking.quick("outlets", lambda: [dict(row) for row in looking.case.show("outlets")])
    rows = _named(rows, "outlet", looking.words("name"))
    sheet = looking.of_list("outlets", "Outlets", OUTLETS, rows, chosen="number of reports")
    return Shown(
        "Outlets", "counts.html", (sheet,), context={"links": "/reports", "asks": "outlet", "column": "outlet"}
    )


def _named(rows: Iterable[dict[str, Any]], column: str, words: str) -> list[dict[str, Any]]:
    wanted = words.casefold().split()
    return [row for row in rows if all(word in row[column].casefold() for word in wanted)]
