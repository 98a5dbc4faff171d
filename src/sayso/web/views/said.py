"""Who said what: statements by speaker and words, and the lists of speakers and outlets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

from sayso.case import Case, Filters
from sayso.values.case import Said
from sayso.views.columns import STATEMENTS
from sayso.views.statements import JOINT, LINK
from sayso.web.shown import Looking, Sheet, Shown, fields
from sayso.web.views.first import OUTLETS, SPEAKERS, speakers_of
from sayso.web.views.people import called, name_of
from sayso.web.views.reports import outlets

ABOUT: Final = 5  # quotes about someone that stand below the quotes from them
MAX_LOOKED_AT: Final = 2000  # statements of a speaker in which whom they are about is looked for
OWNERS: Final[WeakKeyDictionary[Case, tuple[int, dict[str, str]]]] = WeakKeyDictionary()
Named = dict[str, tuple[str, list[int]]]  # identity -> its name, and the places of the statements that name it
MAX_LISTED: Final = 15
SOON_SECONDS: Final = 1  # after which a page asks again that waits for whom its statements are about
LATER_SECONDS: Final = 20  # the same where who is who is not there yet, which takes minutes in a large case
WHOM: Final = fields("name statements identity", statements="integer")
THROUGH: Final = fields("voice statements", statements="integer")


def show(looking: Looking) -> Shown:
    """Statements; with a speaker, also whom they are about, who carried them, and what others say of that speaker."""
    who, about, whom, filters = looking.words("who"), looking.words("about"), looking.words("whom"), looking.filters()
    order = "date of publication, then outlet and place in the report"
    asked = (who, about, filters)
    if whom:
        places = set(looking.slow(("statements", *asked), partial(_named_in, asked)).get(whom, ("", ()))[1])
        first = looking.case.said(*asked)[: max(places, default=-1) + 1]
        held = [said for place, said in enumerate(first) if place in places]
        sheets = [looking.of_list("statements", "Statements", STATEMENTS, held, chosen=order)]
    else:
        sheets = [looking.table("statements", "Statements", looking.case.said(who, about, filters), chosen=order)]
    waits, whole = False, True
    if who and not whom:
        key, make = ("statements", *asked), partial(_named_in, asked)
        named = looking.slow(key, make) if looking.patient else looking.at_hand(key, make)
        if named is not None:
            sheets.append(_whom(looking, named))
        waits = named is None
        sheets.append(_through(looking, asked))
        whole = sheets[0].total <= MAX_LOOKED_AT
        if not about:
            of_them = looking.case.said("", who, filters)
            sheets.append(looking.table("about", f"What others say of {who}", of_them, chosen=order, most=ABOUT))
    topic = (called(looking, whom) or whom) if whom else about
    return Shown(
        f"{who} on {topic}" if who and topic else who or (f"Statements on {topic}" if topic else "Statements"),
        "said.html", tuple(sheets), about={"who": who, "about": about, "whom": whom},
        context={
            "who": who, "about": about, "whom": whom, "topic": topic, "outlets": outlets(looking), "waits": waits,
            "looked_at": None if whole else MAX_LOOKED_AT,
        },
        again=(SOON_SECONDS if looking.held.latest("identity") else LATER_SECONDS) if waits else 0,
    )  # fmt: skip


def _named_in(asked: tuple[str, str, Filters], case: Case) -> Named:
    """Whom the statements of a speaker are about: identities that are named, or stand as a pronoun, in what is said.

    asked   words of the speaker, words of what is said, and of which reports
    """
    identities, actors, owner = case.identities(), case.result("actors"), _owners(case)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, said in enumerate(case.said(*asked)[:MAX_LOOKED_AT]):
        parts = _places(said, case.store.text(said.report.id) or "")
        named = {
            owner[actor.id] for actor in actors.get(said.report.id, ())
            if actor.id in owner
            and any(start <= left and right <= end for left, right in actor.spans for start, end in parts)
        }  # fmt: skip
        for one in named:
            found[one].append(place)
    return {one: (name_of(identities[one]), places) for one, places in found.items()}


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


def _owners(case: Case) -> dict[str, str]:
    """Entity -> its identity; it is made once for all speakers that one process is asked for."""
    held = OWNERS.get(case)
    if held is None or held[0] != case.changes():
        made = {entity: one.id for one in case.identities().values() for entity in one.entities}
        held = OWNERS[case] = (case.changes(), made)
    return held[1]


def _whom(looking: Looking, named: Named) -> Sheet:
    """Whom the statements of a speaker are about, by how many are."""
    rows: list[dict[str, Any]] = [
        {"name": name, "identity": one, "statements": len(places)} for one, (name, places) in named.items() if name
    ]
    rows.sort(key=lambda row: (-row["statements"], row["name"]))
    return looking.of_list("whom", "Whom it is about", WHOM, rows, chosen="number of statements", most=MAX_LISTED)


def _through(looking: Looking, asked: tuple[str, str, Filters]) -> Sheet:
    """Who carried the statements: outlets, agencies, and whoever quotes the speaker."""

    def count() -> list[dict[str, Any]]:
        found: Counter[str] = Counter()
        for said in looking.case.said(*asked)[:MAX_LOOKED_AT]:
            found.update(said.statement.chain.split(LINK)[:-1])
        return [{"voice": voice, "statements": n} for voice, n in found.most_common() if voice]

    rows = looking.quick(("through", asked), count)
    return looking.of_list("through", "Through whom", THROUGH, rows, chosen="number of statements", most=MAX_LISTED)


def speakers(looking: Looking) -> Shown:
    """All speakers, by what the statements call them."""
    name = looking.words("name")
    held = speakers_of(looking) or ()
    rows = looking.quick(("speakers", name), lambda: _named(held, "speaker", name)) if name else held
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
