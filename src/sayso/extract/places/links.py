"""What neighbouring names say of each other: "Paris, Texas", a list of states, one name twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.extract.places.tokens import PlaceName, ReportWord, WrittenForms
from sayso.lang.needs.places import PlaceWords
from sayso.world.gazetteer import COUNTRY, DISTRICT, NONE, REGION, TOWN, Gazetteer
from sayso.world.place_names import normal

KNOWN_PEOPLE: Final = 5.0  # log10 of the people of a city that is known abroad


def contain(
    text: str,
    read: Sequence[ReportWord],
    found: list[PlaceName],
    gazetteer: Gazetteer,
    names: WrittenForms,
    words: PlaceWords,
) -> None:
    """Find "Paris, Texas", "Lebanon, Pa." and "Dongguan, in China": link a name to the one that holds it.

    An abbreviation counts only there, so it is added to the names here.
    """
    by_first = {name.first: name for name in found}
    gone: set[int] = set()  # id() of the names that an abbreviation took the place of, or that no known place bears
    for name in list(found):
        if name.demonym:
            continue
        after = name.last + 1
        if after >= len(read):
            continue
        gap = text[read[name.last].end : read[after].start]
        if gap == " " and read[after].lower == words.inside:
            _told_to_lie_in(name, by_first.get(_behind_area(read, after + 1, words)), gazetteer, gone)
            continue
        if not re.fullmatch(r"\s*,\s{1,2}|\s\(|\.?,\s", gap):
            continue
        if read[after].lower == words.inside and after + 1 < len(read):
            after += 1
        for length in (3, 2, 1):
            if after + length > len(read):
                continue
            piece = text[read[after].start : read[after + length - 1].end]
            row = names.abbreviations.get(piece.rstrip("."))
            if row is not None and _holds(gazetteer, [(row, True)], name.rows):
                held = by_first.get(after)
                if held is None or held.last <= after + length - 1:
                    if held is not None:
                        gone.add(id(held))
                    last = after + length - 1
                    held = PlaceName(after, last, normal(piece), [(row, True)], abbreviation=len(piece) < 6, sure=True)
                    found.append(held)
                    by_first[after] = held
                name.container, name.sure = held, True
                break
        held = by_first.get(after)
        if name.container is None and held is not None and not held.demonym and _holds(gazetteer, held.rows, name.rows):
            name.container = held
            name.sure = held.sure = True
    found[:] = sorted((name for name in found if id(name) not in gone), key=lambda name: name.first)


def _behind_area(read: Sequence[ReportWord], at: int, words: PlaceWords) -> int:
    """The word behind "the", "northern" and the like, at most three of them."""
    past = at
    while past < min(at + 3, len(read)) and (read[past].lower == words.the or read[past].lower in words.area_before):
        past += 1
    return past


def _told_to_lie_in(name: PlaceName, holder: PlaceName | None, gazetteer: Gazetteer, gone: set[int]) -> None:
    """What "a raid on Boni in northern Mali" tells of "Boni": it lies there, or it is not in the gazetteer.

    Not said of a place that many people know by this very name: "the fans of Liverpool in Germany".
    """
    if holder is None or holder.demonym:
        return
    if _holds(gazetteer, holder.rows, name.rows):
        name.container = holder
        return
    towns = all(gazetteer.kind_of(row)[0] == TOWN for row, _ in name.rows)
    if towns and any(gazetteer.kind_of(row)[0] == COUNTRY for row, _ in holder.rows):
        known = [(row, True) for row, chief in name.rows if chief and gazetteer.people(row) >= KNOWN_PEOPLE]
        if known:
            name.rows = known
        else:
            gone.add(id(name))


def wanted_rows(gazetteer: Gazetteer, rows: Iterable[tuple[int, bool]]) -> frozenset[int]:
    """Return what a candidate's region, district, or -2 - country has to be, to lie in one of these places."""
    wanted: set[int] = set()
    for row, _ in rows:
        kind, country = gazetteer.kind_of(row)
        if kind == COUNTRY and country != NONE:
            wanted.add(-2 - country)
        elif kind in (REGION, DISTRICT):
            wanted.add(row)
    return frozenset(wanted)


def holding_rows(
    gazetteer: Gazetteer, outer: Iterable[tuple[int, bool]], inner: Iterable[tuple[int, bool]]
) -> frozenset[int]:
    """Return those of the outer rows that hold one of the inner ones."""
    within = frozenset(part for row, _ in inner for part in gazetteer.holders(row))
    return frozenset(row for row, _ in outer if wanted_rows(gazetteer, [(row, True)]) & within)


def _holds(gazetteer: Gazetteer, outer: list[tuple[int, bool]], inner: list[tuple[int, bool]]) -> bool:
    """Return whether one of the outer places, a country, region or district, holds one of the inner ones."""
    if {COUNTRY} <= {gazetteer.kind_of(row)[0] for row, _ in outer} & {gazetteer.kind_of(row)[0] for row, _ in inner}:
        return False  # "China, Japan" is a list, though a town in Japan is called China
    wanted = wanted_rows(gazetteer, outer)
    return any(wanted and not wanted.isdisjoint(gazetteer.holders(row)) for row, _ in inner)


def agree(text: str, read: Sequence[ReportWord], found: Sequence[PlaceName], words: PlaceWords) -> None:
    """What is sure of a name in one spot helps it in others; names in a list help each other."""
    sure = {name.key for name in found if name.points >= 2.4 and not name.person}
    for name in found:
        if name.key in sure and name.points < 2.4 and not name.person:
            name.points += 1.4
    for left, right in zip(found, found[1:], strict=False):
        gap = text[read[left.last].end : read[right.first].start]
        if gap in words.pairing:
            if left.points >= 1.6 and not right.person:
                right.points += 0.7
            if right.points >= 1.6 and not left.person:
                left.points += 0.7


def level(
    text: str, read: Sequence[ReportWord], found: Sequence[PlaceName], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    """In a list of three or more, names that can all be countries, or all regions, are: "Georgia, Texas and Utah"."""
    run: list[PlaceName] = []
    for name in [*found, None]:
        gap = text[read[run[-1].last].end : read[name.first].start] if run and name is not None else ""
        if name is not None and gap in words.listing:
            run.append(name)
            continue
        if len(run) >= 3:
            _same_kind(run, gazetteer)
        run = [name] if name is not None else []


def _same_kind(run: Sequence[PlaceName], gazetteer: Gazetteer) -> None:
    for kind in (COUNTRY, REGION):
        able = [
            any(gazetteer.kind_of(row)[0] == kind and (chief or kind == COUNTRY) for row, chief in n.rows) for n in run
        ]
        if sum(able) >= max(3, 0.75 * len(run)):
            for name, can in zip(run, able, strict=True):
                if can and name.kind == NONE and name.container is None:
                    name.kind = kind
            return
