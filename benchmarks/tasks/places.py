"""Places in local and world news: names found, and how many are within 161 km (100 miles) of where they are.

Gold: LGL, GeoWebNews and GeoVirus as in Gritta, Pilehvar and Collier (2020). A found name and a name of the gold are
matched if they share a character, one to one, the longest overlap first.

    CORPUS 161    F1 of names that are found and right: the same GeoNames id, or within 161 km (gold with a point)
    CORPUS found  F1 of names found, wherever they lie
    CORPUS 161 of found    share of the matched names that are right, in per cent

LGL counts "Iraqi" as a place, GeoVirus does not, and GeoWebNews sets it aside: demonyms are left out for GeoVirus.
Each is told by half as well (by SHA-1 of the id): the rules were made on the even half.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from benchmarks import feed
from benchmarks.task import Record, Run, Score, Task
from sayso.values.findings import Place
from sayso.world.earth import EARTH_RADIUS_KM

STEPS: Final = ("places",)
CORPORA: Final = ("lgl", "gwn", "geovirus")
LEFT_OUT: Final = frozenset(("Non_Toponym", "Demonym", "Homonym", "Language"))  # kinds that are no names of places
FAR: Final = 161.0


def counts(toponym: Mapping[str, Any]) -> bool:
    """Whether an annotation is a place's name."""
    kind = toponym.get("kind") or ""
    pointless = kind == "Coercion" and toponym.get("lat") is None
    return not (kind in LEFT_OUT or kind.endswith("_Expression") or pointless)


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The great circle between two points in degrees."""
    a, b, c, d = (math.radians(angle) for angle in (*left, *right))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def tally(gold: Sequence[Mapping[str, Any]], found: Sequence[Place]) -> Counter[str]:
    """Names of gold, found and matched, all (names) and with a point (points), of one text."""
    wanted = [t for t in gold if counts(t)]
    aside = [t for t in gold if not counts(t)]

    def shared(place: Place, toponym: Mapping[str, Any]) -> int:
        return int(min(place.span.end, toponym["end"]) - max(place.span.start, toponym["start"]))

    pairs = sorted(
        (-1000 * over + abs((p.span.end - p.span.start) - (t["end"] - t["start"])), i, j)
        for i, p in enumerate(found)
        for j, t in enumerate(wanted)
        if (over := shared(p, t)) > 0
    )
    match: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in match and j not in taken:
            match[i] = j
            taken.add(j)
    kept = [i for i, place in enumerate(found) if i in match or not any(shared(place, t) > 0 for t in aside)]
    out = Counter(found=len(kept), gold=len(wanted), matched=len(match))
    out["gold points"] = sum(t.get("lat") is not None for t in wanted)
    for i in kept:
        toponym = wanted[match[i]] if i in match else None
        pointed = toponym is not None and toponym.get("lat") is not None
        out["found points"] += found[i].latitude is not None and (toponym is None or pointed)
        if toponym is not None and pointed:
            out["matched points"] += 1
            out["right"] += is_right(found[i], toponym)
    return out


def is_right(place: Place, toponym: Mapping[str, Any]) -> bool:
    """The same GeoNames id, or within 161 km."""
    if place.gazetteer == f"geonames:{toponym.get('geonameid')}":
        return True
    if place.latitude is None or place.longitude is None:
        return False
    return kilometres((place.latitude, place.longitude), (toponym["lat"], toponym["lon"])) <= FAR


def f1(right: int, found: int, gold: int) -> float:
    """In per cent, one digit."""
    return round(200 * right / (found + gold), 1) if found + gold else 0.0


def scores(name: str, tallies: Iterable[Counter[str]]) -> list[Score]:
    """The three numbers of a corpus, or of half of one."""
    held: Counter[str] = Counter()
    for one in tallies:
        held.update(one)
    share = 100 * held["right"] / held["matched points"] if held["matched points"] else 0.0
    return [
        Score(f"{name} 161", f1(held["right"], held["found points"], held["gold points"])),
        Score(f"{name} found", f1(held["matched"], held["found"], held["gold"])),
        Score(f"{name} 161 of found", round(share, 1)),
    ]


def half(record: Record) -> int:
    """0 for the half the rules were made on, 1 for the other."""
    return int(hashlib.sha1(str(record["id"]).encode()).hexdigest(), 16) % 2


def measure(run: Run) -> list[Score]:
    """Read the texts as `sayso annotate` does and score each corpus, whole and by half."""
    out: list[Score] = []
    for corpus in CORPORA:
        lines = (run.gold / f"{corpus}.jsonl").read_text(encoding="utf-8").split("\n")
        records = [json.loads(line) for line in lines if line]
        readings = feed.readings([{"id": r["id"], "text": r["text"]} for r in records], only=STEPS)
        tallies = []
        for record in records:
            found = readings[record["id"]].places
            if corpus == "geovirus":
                found = tuple(place for place in found if place.use != "demonym")
            tallies.append(tally(record["toponyms"], found))
        out += scores(corpus, tallies)
        for number, name in ((0, "made on"), (1, "not seen")):
            out += scores(f"{corpus}, {name}", [t for r, t in zip(records, tallies, strict=True) if half(r) == number])[
                :1
            ]
    return out


TASK: Final = Task("places", "places", measure)
