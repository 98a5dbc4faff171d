"""Who said what: statements by speaker and words, and the lists of speakers and outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from sayso.case import Filters
from sayso.values.case import Said
from sayso.views.columns import STATEMENTS
from sayso.views.statements import JOINT, LINK
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
    who, about, whom, filters = looking.words("who"), looking.words("about"), looking.words("whom"), looking.filters()
    order = "date of publication, then outlet and place in the report"
    if whom:
        held = [said for said, named in _named_in(looking, who, about, filters) if whom in named]
        sheets = [looking.of_list("statements", "Statements", STATEMENTS, held, chosen=order)]
    else:
        sheets = [looking.table("statements", "Statements", looking.case.said(who, about, filters), chosen=order)]
    waits = False
    if who and not whom:
        try:
            sheets.append(_whom(looking, who, about, filters))
        except BeingWorkedOut:
            waits = True
        sheets.append(_through(looking, who, about, filters))
        if not about:
            of_them = looking.case.said("", who, filters)
            sheets.append(looking.table("about", f"What others say of {who}", of_them, chosen=order, most=ABOUT))
    topic = (called(looking, whom) or whom) if whom else about
    return Shown(
        f"{who} on {topic}" if who and topic else who or (f"Statements on {topic}" if topic else "Statements"),
        "said.html", tuple(sheets), about={"who": who, "about": about, "whom": whom},
        context={
            "who": who, "about": about, "whom": whom, "topic": topic, "outlets": outlets(looking), "waits": waits,
        },
        again=waits,
    )  # fmt: skip


def _looked_at(looking: Looking, who: str, about: str, filters: Filters) -> list[Said]:
    return looking.quick(
        ("looked at", who, about, filters), lambda: list(looking.case.said(who, about, filters)[:MAX_LOOKED_AT])
    )


def _named_in(looking: Looking, who: str, about: str, filters: Filters) -> list[tuple[Said, frozenset[str]]]:
    """Statements, and whom each is about: identities that are named, or stand as a pronoun, in what is said."""
    actors, owner = looking.case.result("actors"), owners(looking)

    def look() -> list[tuple[Said, frozenset[str]]]:
        found = []
        for said in _looked_at(looking, who, about, filters):
            parts = _places(said, looking.case.store.text(said.report.id) or "")
            named = {
                owner[actor.id] for actor in actors.get(said.report.id, ())
                if actor.id in owner
                and any(start <= left and right <= end for left, right in actor.spans for start, end in parts)
            }  # fmt: skip
            found.append((said, frozenset(named)))
        return found

    return looking.quick(("named in", who, about, filters), look)


def _places(said: Said, text: str) -> list[tuple[int, int]]:
    """Where the pieces of what is said stand in the report; what stands between them is not said."""
    places, at = [], said.statement.start
    for piece in said.statement.content.split(JOINT):
        found = text.find(piece, at, said.statement.end)
        if found < 0:
            return [(said.statement.start, said.statement.end)]
        at = found + len(piece)
        places.append((found, at))
    return places


def _whom(looking: Looking, who: str, about: str, filters: Filters) -> Sheet:
    """Whom the statements of a speaker are about, by how many are."""
    held = _named_in(looking, who, about, filters)

    def count() -> list[dict[str, Any]]:
        found = Counter(one for _, named in held for one in named)
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
