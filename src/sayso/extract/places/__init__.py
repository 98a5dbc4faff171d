"""Places: what the report names, which place of that name it is, and what the name is used for.

A name is found by :mod:`sayso.extract.places.names` and settled by :mod:`sayso.extract.places.choice`, without a parse.
A name may stand for the place itself, for a government ("Tehran said"), for its people ("Iranian"), or be part of the
name of a body ("University of Tehran"); `use` tells which.
"""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from typing import Final

import numpy as np

from sayso.extract.places.choice import MOST_CANDIDATES, MOST_GROUPS, NameGroup, choose
from sayso.extract.places.links import holding_rows, wanted_rows
from sayso.extract.places.names import find_names
from sayso.extract.places.strays import without_strays
from sayso.extract.places.tokens import PlaceName, ReportWord, WrittenForms
from sayso.lang import Language
from sayso.lang.needs.places import PlaceWords
from sayso.steps import Settings, extractor
from sayso.values.findings import Place
from sayso.values.report import Report
from sayso.values.terms import PlaceUse
from sayso.world.earth import great_circle
from sayso.world.gazetteer import DISTRICT, NONE, REGION, TOWN, Gazetteer, data_lines, load_gazetteer, split
from sayso.world.place_names import normal

SITE: Final = "site"  # kind of the seats of governments, such as the Kremlin
LEAST_POINTS: Final = 0.3  # points: above it more names are places than not
DOUBT: Final = (
    2.2  # points below LEAST_POINTS that a name may lack, to be taken where the places around it speak for it
)
CLOSE_KM: Final = 60.0  # kilometres over which a town speaks for another


@extractor("places.v1", gives="places")
def places(report: Report, language: Language, settings: Settings) -> tuple[Place, ...]:
    """Find the places of a report, in order; two never overlap. What the user's own list names comes first."""
    return find_places(report, language, gazetteer=load_gazetteer(Path(settings.places)) if settings.places else None)


def find_places(report: Report, language: Language, *, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """Return the places of a report, in order; two never overlap.

    gazetteer   another one than the package's own, such as load_gazetteer(Path("camps.csv"))
    A place that no gazetteer has is not found. In a language without place words only names that are sure by
    themselves are.
    """
    held = gazetteer or load_gazetteer()
    words = language.places
    read, found = find_names(report.text, language, words, held, written_forms(held, words))
    kept = [name for name in found if name.points >= LEAST_POINTS]
    groups = _settle(kept, held)
    more = [
        name
        for name in found
        if LEAST_POINTS - DOUBT <= name.points < LEAST_POINTS and not name.person and not name.demonym
    ]
    _speak_for(more, list(groups.values()), held)
    if any(name.points >= LEAST_POINTS for name in more):
        kept = [name for name in found if name.points >= LEAST_POINTS]
        groups = _settle(kept, held)
    kept = without_strays(read, kept, lambda name: _group(name, groups).chosen, held, words)
    return _values(report, read, kept, groups, held, words)


@functools.lru_cache(maxsize=4)
def written_forms(gazetteer: Gazetteer, words: PlaceWords) -> WrittenForms:
    """Return demonyms with their plurals, and the abbreviations of regions, as they are written."""
    demonyms: dict[str, int] = {}
    abbreviations: dict[str, int] = {}
    for line in csv.DictReader(data_lines("regions.csv")):
        wanted = {-2 - gazetteer.codes.index(line["country"])}
        rows = [row for row, _ in gazetteer.look_up([normal(line["name"])])[0]
                if gazetteer.kind_of(row)[0] == REGION and wanted & set(gazetteer.holders(row))]  # fmt: skip
        if rows:
            abbreviations.update((short.rstrip("."), rows[0]) for short in split(line["abbreviations"]))
            own = words.region_demonyms.get(f"{line['country']}/{line['name']}", ())
            demonyms.update((form, rows[0]) for word in own for form in forms_of(word, words))
    for key, own in words.town_demonyms.items():
        code, _, town = key.partition("/")
        country = gazetteer.codes.index(code)
        towns = [row for row, _ in gazetteer.look_up([normal(town)])[0] if gazetteer.kind_of(row) == (TOWN, country)]
        if towns:
            row = max(towns, key=gazetteer.people)
            demonyms.update((form, row) for word in own for form in forms_of(word, words))
    for position, place in enumerate(gazetteer.extra):
        own = (*place.demonyms, *words.other_demonyms.get(place.id, ()))
        demonyms.update((form, gazetteer.size + position) for word in own for form in forms_of(word, words))
    for code, own in words.country_demonyms.items():
        row = gazetteer.country_row(code)
        if row != NONE:
            demonyms.update((form, row) for word in own for form in forms_of(word, words))
    for line in csv.DictReader(data_lines("countries.csv")):
        row = gazetteer.country_row(line["iso"])
        for short in split(line["names"]):
            if row != NONE and "." in short and len(short) <= 7:
                abbreviations[short.rstrip(".")] = row
    return WrittenForms(demonyms, abbreviations)


def forms_of(demonym: str, words: PlaceWords) -> tuple[str, ...]:
    """Return a demonym and its plural, if that is another word.

    >>> from sayso.lang import load_language
    >>> [forms_of(word, load_language("en").places) for word in ("Iraqi", "Chinese")]
    [('Iraqi', 'Iraqis'), ('Chinese',)]
    """
    plural = words.people_ending
    return (demonym,) if not plural or demonym.endswith(words.people_alike) else (demonym, demonym + plural)


def _settle(kept: list[PlaceName], gazetteer: Gazetteer) -> dict[tuple[str, str], NameGroup]:
    """Return the groups of the names, by name and by what stands after its comma, each with the place that is meant."""
    groups: dict[tuple[str, str], NameGroup] = {}
    for name in kept:
        label = (name.key + ("*" if name.demonym else ""), name.container.key if name.container else "")
        group = groups.get(label)
        if group is None:
            rows = np.array([row for row, _ in name.rows], dtype=np.int64)
            chief = np.array([chief for _, chief in name.rows], dtype=bool)
            if len(rows) > MOST_CANDIDATES:
                order = np.argsort(-gazetteer.columns(rows).population, kind="stable")[:MOST_CANDIDATES]
                rows, chief = rows[order], chief[order]
            wanted = wanted_rows(gazetteer, name.container.rows) if name.container else frozenset()
            group = groups[label] = NameGroup(name.key, rows, chief, 0, wanted, kind=name.kind)
        group.count += 1
        if group.kind == NONE:
            group.kind = name.kind
    for name in kept:
        if name.container is not None:
            label = name.container.key, name.container.container.key if name.container.container else ""
            if label in groups:
                groups[label].holding |= holding_rows(gazetteer, name.container.rows, name.rows)
    for (key, outer), group in groups.items():
        if outer and (key, "") in groups:
            group.bare = groups[key, ""]
    choose(list(groups.values()), gazetteer)
    return groups


def _group(name: PlaceName, groups: dict[tuple[str, str], NameGroup]) -> NameGroup:
    """Return the group of a name."""
    return groups[name.key + ("*" if name.demonym else ""), name.container.key if name.container else ""]


def _speak_for(doubtful: list[PlaceName], groups: list[NameGroup], gazetteer: Gazetteer) -> None:
    """Add points to names that would lie close to, or in one region with, places that the report is sure to name."""
    chosen = [group.chosen for group in groups[:MOST_GROUPS]]
    sure = gazetteer.columns(np.array(chosen, dtype=np.int64)) if groups else None
    if sure is None or not doubtful:
        return
    small = (sure.kind == TOWN) | (sure.kind == DISTRICT)
    regions = set(sure.row[sure.kind == REGION].tolist()) | set(sure.region[small].tolist()) - {NONE}
    by_key: dict[str, list[PlaceName]] = {}
    for name in doubtful:
        by_key.setdefault(name.key, []).append(name)
    for names in by_key.values():
        here = gazetteer.columns(np.array([row for row, _ in names[0].rows], dtype=np.int64))
        there = (sure.latitude[small][None, :], sure.longitude[small][None, :])
        distance = great_circle(here.latitude[:, None], here.longitude[:, None], *there)
        pull = float(np.exp(-distance / CLOSE_KM).sum(axis=1).max(initial=0.0))
        bonus = min(1.6, 1.2 * pull) + (0.6 if not regions.isdisjoint(here.region.tolist()) else 0.0)
        for name in names:
            name.points += bonus


def _values(
    report: Report,
    read: list[ReportWord],
    kept: list[PlaceName],
    groups: dict[tuple[str, str], NameGroup],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> tuple[Place, ...]:
    ids = {id(name): f"{report.id}/p{read[name.first].start}" for name in kept}
    out: list[Place] = []
    acting = _acting_together(report.text, read, kept, groups, gazetteer, words)
    for position, name in enumerate(kept):
        group = _group(name, groups)
        entry = gazetteer.entry(group.chosen)
        following = kept[position + 1] if position + 1 < len(kept) else None
        out.append(
            Place(
                id=ids[id(name)],
                span=report.span(read[name.first].start, _end(report.text, read, name)),
                use="government" if acting[position] else _plain_use(name),
                gazetteer=entry.id,
                name=entry.name,
                country=entry.country or None,
                latitude=entry.latitude,
                longitude=entry.longitude,
                within=ids.get(id(name.container)) if name.container else None,
                near=ids[id(following)] if following and _is_near(report.text, read, name, following, words) else None,
                score=round(min(1.0, max(0.0, group.score)), 3),
            )
        )
    return tuple(out)


def _end(text: str, read: list[ReportWord], name: PlaceName) -> int:
    """Return where a name ends; the point of "Pa." belongs to it, that of a sentence that ends in "PA" does not."""
    last = read[name.last]
    return last.end + (name.abbreviation and not last.shouted and text[last.end : last.end + 1] == ".")


def _plain_use(name: PlaceName) -> PlaceUse:
    """Return what a name that stands for no government is used for."""
    return "demonym" if name.demonym else "in_name" if name.in_name else "place"


def _acting_together(
    text: str,
    read: list[ReportWord],
    kept: list[PlaceName],
    groups: dict[tuple[str, str], NameGroup],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> list[bool]:
    """Return which names stand for governments; of "London, Rome and the Kremlin welcomed it" all do."""
    able: list[bool] = []
    out: list[bool] = []
    for name in kept:
        chosen = _group(name, groups).chosen
        site = gazetteer.entry(chosen).kind == SITE
        able.append(not name.demonym and not name.in_name and (site or chosen in gazetteer.capitals))
        out.append(able[-1] and _governs(text, read, name, words, site=site))
    for i in range(len(kept) - 2, -1, -1):
        gap = text[read[kept[i].last].end : read[kept[i + 1].first].start].removesuffix(words.the + " ")
        before = read[kept[i].first - 1].lower if kept[i].first else ""
        if out[i + 1] and able[i] and gap in words.listing and before not in words.before:
            out[i] = True
    return out


def _governs(text: str, read: list[ReportWord], name: PlaceName, words: PlaceWords, *, site: bool) -> bool:
    """Return whether a capital stands for its government: it says, its envoy, relations between it and another."""
    before = read[name.first - 1] if name.first else None
    after = read[name.last + 1] if name.last + 1 < len(read) else None
    if before is not None and before.lower in words.before and before.lower != words.between:
        return False
    if after is not None:
        gap = text[read[name.last].end : after.start]
        if gap == " " and (after.lower in words.governs or site and after.lower in words.houses_govern):
            return True
        if gap.strip() in words.owner and after.lower in words.owned:
            return True
    if before is not None and before.lower in words.governed:
        return True
    earlier = [word.lower for word in read[max(0, name.first - 6) : name.first]]
    return words.between in earlier[-4:] and not words.relations.isdisjoint(earlier)


def _is_near(text: str, read: list[ReportWord], name: PlaceName, following: PlaceName, words: PlaceWords) -> bool:
    """Return whether the next place says where this one lies: "Ashraf, 60 km north of Baghdad", "X near Y"."""
    between = read[name.last + 1 : following.first]
    if not 1 <= len(between) <= 8 or "." in text[read[name.last].end : read[following.first].start]:
        return False
    lower = [word.lower for word in between]
    if lower[-1] not in words.nearness:
        return False
    measured = not words.measures.isdisjoint(lower) or not words.directions.isdisjoint(lower[:-1])
    return measured or lower[-1] in words.nearness_alone and len(lower) <= 2
