"""From what a case answers to charts: which rows become which marks, and where each mark leads.

Views call these; the charts themselves (`charts/`) know no case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sayso.values.rows import Count
from sayso.views.events import Happened
from sayso.views.places import read_spot
from sayso.web.charts import Chart, Dated, Spot, TimeBar, density, place_map, timeline
from sayso.web.shown import address

LASTING: Final = ("during", "since", "until", "throughout", "for ", "from ")
HOLLOW: Final = frozenset({"denied", "not_yet", "hypothetical", "unknown"})
WHY_UNCERTAIN: Final = "several places are called so"


def events_timeline(
    found: Sequence[Happened], *, title: str, total: int | None = None, chosen: str = "date", key: str = "timeline"
) -> Chart:
    """Events by their own dates, each leading to its claim.

    total   how many there are, where these are not all
    """
    things = [_dated(one) for one in found]
    return timeline(things, title=title, total=total, chosen=chosen, key=key, most=max(len(things), 1))


def _dated(found: Happened) -> Dated:
    event = found.event
    label = " ".join(part for part in (event.who or ("somebody" if event.whom else ""), event.what, event.whom) if part)
    return Dated(
        label, event.earliest, event.latest, f"/claims/{event.id}",
        lasting=event.when.casefold().startswith(LASTING), hollow=event.state in HOLLOW,
        note="" if event.state == "done" else event.state.replace("_", " "),
    )  # fmt: skip


def events_over_time(counts: Iterable[Count], given: Mapping[str, Any], *, path: str = "/timeline") -> Chart:
    """How many events begin when, each bar leading to just these.

    counts   of events by the day on which they are earliest
    given    what else is asked, which stays
    """
    held = {count.value: count.rows for count in counts}

    def href(bar: TimeBar) -> str:
        return address(path, **{**given, "first": bar.first, "last": bar.last, "page": ""})

    return density(held, title="Events over time", unit="events of every kind", href=href)


def spots_of(counts: Iterable[Count], given: Mapping[str, Any]) -> list[Spot]:
    """The places that a map shows, those of which most is told first: one for each point and name.

    counts   of places by their spot
    given    what else is asked, which stays
    """
    held: dict[tuple[float, float, str], list[tuple[bool, int, str]]] = {}
    for count in counts:
        place = read_spot(count.value)
        if place is not None:
            key = (place.latitude, place.longitude, place.name)
            held.setdefault(key, []).append((place.certain, count.rows, count.value))
    spots = []
    for (latitude, longitude, name), parts in held.items():
        certain = sum(rows for sure, rows, _ in parts if sure)
        total = sum(rows for _, rows, _ in parts)
        wholly = 2 * certain < total
        asked = address("/places", **{**given, "at": f"{latitude:.3f} {longitude:.3f}", "name": name, "page": ""})
        spots.append(Spot(name, latitude, longitude, total, asked, wholly, WHY_UNCERTAIN if wholly else ""))
    return sorted(spots, key=lambda spot: (-spot.count, spot.name, spot.latitude, spot.longitude))


def spots_map(spots: Sequence[Spot], *, title: str) -> Chart:
    """The map of these places."""
    return place_map(spots, title=title, chosen="how often they are named")
