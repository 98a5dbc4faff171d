"""Which views and deeds there are: address, name and function of each. A new one is a file here and a line below."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sayso.case import Case
from sayso.values.case import EVERYTHING
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
    unchecked,
)  # fmt: skip

GROUPS: Final = ("Case", "Voices", "What happened", "Work")  # of the menu, in order


@dataclass(frozen=True, slots=True)
class PageView:
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


VIEWS: Final[tuple[PageView, ...]] = (
    PageView("/", "index", first.show, "First page", "Case"),
    PageView("/reports", "reports", reports.show_all, "Reports", "Case"),
    PageView("/reports/{report}", "report", reports.show),
    PageView("/reports/{report}/original", "original", reports.original),
    PageView("/claims/{report}/{thing}", "claim", reports.claim),
    PageView("/search", "search", search.show, "Search", "Case"),
    PageView("/outlets", "outlets", said.all_outlets),
    PageView("/copies", "copies", shared.show_all, "Copies", "Case"),
    PageView("/compare/{report}/{other}", "compare", shared.side_by_side),
    PageView("/failures", "failures", kept.failures, "Not read", "Case"),
    PageView("/said", "said", said.show, "Statements", "Voices"),
    PageView("/speakers", "speakers", said.speakers, "Speakers", "Voices"),
    PageView("/people", "people", people.show_all, "Who is who", "Voices"),
    PageView("/people/{identity}", "someone", people.show),
    PageView("/labels", "labels", labels.show, "Labels", "Voices"),
    PageView("/relations", "relations", relations.show, "Relations", "Voices"),
    PageView("/balance", "balance", relations.balance, "Balance", "Voices"),
    PageView("/accounts", "accounts", accounts.show_all, "Accounts", "What happened"),
    PageView("/accounts/{account}", "account", accounts.show),
    PageView("/accounts/{account}/dossier.html", "account-dossier", dossiers.of_account),
    PageView("/figures", "figures", figures.show_all, "Figures", "What happened"),
    PageView("/figures/{figure}", "figure", figures.show),
    PageView("/people/{identity}/dossier.html", "dossier", dossiers.of_actor),
    PageView("/events", "events", events.show, "Events", "What happened"),
    PageView("/timeline", "timeline", events.timeline, "Timeline", "What happened"),
    PageView("/map", "map", places.show_map, "Map", "What happened"),
    PageView("/places", "places", places.show_named),
    PageView("/review", "review", review.show, "Review", "Work"),
    PageView("/review/statements", "statements-to-check", unchecked.show, "Check statements", "Work"),
    PageView("/judgements", "judgements", kept.judgements, "Judgements", "Work"),
    PageView("/log", "log", kept.log, "Log", "Work"),
)
# What a server works out before anybody asks, and before who is who: the name under which it is held, and the function.
AT_ONCE: Final[tuple[tuple[Hashable, Callable[[Case], Any]], ...]] = (
    ("speakers", first.count_speakers),
    *(first.counting(*counted, EVERYTHING) for counted in (events.DATES, places.POINTS)),
)
DEEDS: Final[tuple[Deed, ...]] = (Deed("/judge", review.judge), Deed("/name", review.name, writes=False))


@cache
def navigation() -> tuple[tuple[str, tuple[PageView, ...]], ...]:
    """The menu: each group with its views."""
    return tuple((group, tuple(view for view in VIEWS if view.label and view.group == group)) for group in GROUPS)
