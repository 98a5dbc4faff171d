"""Which views and deeds there are: address, name and function of each. A new one is a file here and a line below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sayso.web.held import Handles, Held
from sayso.web.sessions import Session
from sayso.web.shown import Looking
from sayso.web.views import (
    accounts,
    dossiers,
    events,
    figures,
    first,
    kept,
    labels,
    people,
    places,
    relations,
    reports,
    review,
    said,
    search,
    shared,
)  # fmt: skip

GROUPS: Final = ("Case", "Voices", "What happened", "Work")  # of the menu, in order


@dataclass(frozen=True, slots=True)
class View:
    """One view.

    path   its address, with {parts}
    name   short, for files that are saved and for links to it
    show   works it out: a Shown, or a response of its own
    label  in the menu; "" for a view that others lead to
    group  of the menu
    """

    path: str
    name: str
    show: Callable[[Looking], Any]
    label: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a form does; the function gives the address of the page that comes next.

    writes   whether it changes the case: refused where that is open to read only
    """

    path: str
    do: Callable[[Handles, Held, Session, Mapping[str, str]], str]
    writes: bool = True


VIEWS: Final[tuple[View, ...]] = (
    View("/", "index", first.show, "First page", "Case"),
    View("/reports", "reports", reports.show_all, "Reports", "Case"),
    View("/reports/{report}", "report", reports.show),
    View("/reports/{report}/original", "original", reports.original),
    View("/claims/{report}/{thing}", "claim", reports.claim),
    View("/search", "search", search.show, "Search", "Case"),
    View("/outlets", "outlets", said.all_outlets),
    View("/copies", "copies", shared.show_all, "Copies", "Case"),
    View("/compare/{report}/{other}", "compare", shared.side_by_side),
    View("/failures", "failures", kept.failures, "Not read", "Case"),
    View("/said", "said", said.show, "Statements", "Voices"),
    View("/speakers", "speakers", said.speakers, "Speakers", "Voices"),
    View("/people", "people", people.show_all, "Who is who", "Voices"),
    View("/people/{identity}", "someone", people.show),
    View("/labels", "labels", labels.show, "Labels", "Voices"),
    View("/relations", "relations", relations.show, "Relations", "Voices"),
    View("/balance", "balance", relations.balance, "Balance", "Voices"),
    View("/accounts", "accounts", accounts.show_all, "Accounts", "What happened"),
    View("/accounts/{account}", "account", accounts.show),
    View("/accounts/{account}/dossier.html", "account-dossier", dossiers.of_account),
    View("/figures", "figures", figures.show_all, "Figures", "What happened"),
    View("/figures/{figure}", "figure", figures.show),
    View("/people/{identity}/dossier.html", "dossier", dossiers.of_actor),
    View("/events", "events", events.show, "Events", "What happened"),
    View("/timeline", "timeline", events.timeline, "Timeline", "What happened"),
    View("/map", "map", places.show_map, "Map", "What happened"),
    View("/places", "places", places.show_named),
    View("/review", "review", review.show, "Review", "Work"),
    View("/judgements", "judgements", kept.judgements, "Judgements", "Work"),
    View("/log", "log", kept.log, "Log", "Work"),
)
DEEDS: Final[tuple[Deed, ...]] = (Deed("/judge", review.judge), Deed("/name", review.name, writes=False))


@cache
def navigation() -> tuple[tuple[str, tuple[View, ...]], ...]:
    """The menu: each group with its views."""
    return tuple((group, tuple(view for view in VIEWS if view.label and view.group == group)) for group in GROUPS)
