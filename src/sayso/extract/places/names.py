"""Where a report names places: capitalised words that the gazetteer knows, weighed by what stands around them.

No parse is needed. Every stretch of capitalised words is cut into the longest names that the gazetteer has; each gets
points for and against being a place here: how well known the name is, the preposition before, the state after a comma,
a title or a given name before, a word such as Police or Street behind. What is told of a name once holds for the whole
report: Mr. Jordan stays a man.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sayso.extract.places.links import agree, contain, level
from sayso.extract.places.tokens import PlaceName, ReportWord, WrittenForms, read_words
from sayso.lang import Language
from sayso.lang.needs.places import PlaceWords
from sayso.world.gazetteer import COUNTRY, DISTRICT, KINDS, NONE, REGION, TOWN, Gazetteer
from sayso.world.place_names import normal

LONGEST_NAME: Final = 6  # words of one name
DATELINE: Final = re.compile(r"[^\n]{0,40}?(?:\([A-Z][\w ,./-]{1,30}\)|\s[-–—]{1,2}|[–—])")
SHORTEST_NAME: Final = 3  # shortest name that is looked up, save abbreviations with points


def find_names(
    text: str, language: Language, words: PlaceWords, gazetteer: Gazetteer, names: WrittenForms
) -> tuple[list[ReportWord], list[PlaceName]]:
    """Return the words of the text, and the names in it that may be places, in order and apart, with their points."""
    read = read_words(text, words)
    found = _longest(text, read, words, gazetteer, names)
    contain(text, read, found, gazetteer, names, words)
    people = _people(read, language, words, found)
    lower = Counter(word.lower for word in read if not word.capital)
    places = {name.first for name in found if name.demonym or fame(name, gazetteer) >= 2.0}
    for name in found:
        _weigh(text, read, name, language, words, gazetteer, people, lower, places)
    agree(text, read, found, words)
    level(text, read, found, gazetteer, words)
    return read, found


def _longest(
    text: str, read: Sequence[ReportWord], words: PlaceWords, gazetteer: Gazetteer, names: WrittenForms
) -> list[PlaceName]:
    """Return the longest names from left to right; all runs of capitalised words are looked up in one batch."""
    tries: list[tuple[int, int, str]] = []
    for first, word in enumerate(read):
        if not word.capital or word.lower in words.days and not word.plain:
            follows = first + 1 < len(read) and read[first + 1].joined and read[first + 1].capital
            article = word.lower in words.articles and follows and text[word.end : read[first + 1].start] in " -"
            if not (article or word.lower == words.the and follows):
                continue
        last = first
        while True:
            if read[last].capital and (
                last > first or len(word.text) >= SHORTEST_NAME or word.shouted or "." in word.text
            ):
                piece = text[word.start : read[last].end]
                if piece in names.demonyms or len(piece) >= SHORTEST_NAME or "." in piece or word.shouted:
                    tries.append((first, last, piece))
            last += 1
            if last - first >= LONGEST_NAME or last >= len(read) or not read[last].joined:
                break
            if not read[last].capital and read[last].lower not in words.particles:
                break
    hits = gazetteer.look_up([normal(piece) for *_, piece in tries])
    best: dict[int, PlaceName] = {}
    for (first, last, piece), rows in zip(tries, hits, strict=True):
        demonym = names.demonyms.get(piece if not read[first].plain or not piece.isupper() else piece.title())
        if demonym is None and piece.isupper():
            demonym = names.demonyms.get(piece.title())
        # two letters are a name only where they are written so: US, UK, but not Us
        if rows and len(normal(piece)) <= 2 and piece not in words.two_letters:
            rows = []
        if not rows and piece.count(".") >= 2 and piece.rstrip(".") in names.abbreviations:
            rows = [(names.abbreviations[piece.rstrip(".")], True)]
        if rows or demonym is not None:
            best[first] = PlaceName(first, last, normal(piece), [(demonym, True)] if demonym is not None else rows,
                                demonym=demonym is not None)  # fmt: skip
    found: list[PlaceName] = []
    past = 0
    for first in sorted(best):
        longer = best.get(first + 1)
        if read[first].lower == words.the and longer is not None and longer.last > best[first].last:
            continue  # "the West" of "the West Bank"
        if first >= past:
            found.append(best[first])
            past = best[first].last + 1
    return found


def _people(read: Sequence[ReportWord], language: Language, words: PlaceWords, found: Sequence[PlaceName]) -> set[str]:
    """Return the last words of names that are called a person anywhere: with a title or a given name before them."""
    people: set[str] = set()
    for before, word in zip(read, read[1:], strict=False):
        if not (word.joined and word.capital and before.capital) or word.plain:
            continue
        if before.lower in language.first_names and word.lower not in words.bodies or before.lower in language.titles:
            people.add(word.lower)
    for index in range(2, len(read)):  # "Gov. Sarah Palin": the point keeps the title apart
        if read[index].joined and read[index - 1].joined and read[index].capital and len(read[index - 1].text) == 1:
            people.add(read[index].lower)  # "George W. Bush"
    return people


def _weigh(
    text: str, read: Sequence[ReportWord], name: PlaceName, language: Language, words: PlaceWords, gazetteer: Gazetteer,
    people: set[str], lower: Counter[str], places: set[int],
) -> None:  # fmt: skip
    """Set the points of one name, its kind if the words beside it tell one, and whether it is inside a longer name."""
    first, last = read[name.first], read[name.last]
    before = read[name.first - 1] if name.first else None
    after = read[name.last + 1] if name.last + 1 < len(read) else None
    gap_before = text[before.end : first.start] if before else "\n"
    gap_after = text[last.end : after.start] if after else "\n"
    joined_before = before is not None and first.joined and not gap_before.startswith("\n")
    joined_after = after is not None and after.joined
    owned = words.owner_mark.match(text, last.end) is not None
    single = name.first == name.last
    points = fame(name, gazetteer)
    if name.demonym:
        name.points = 3.0
        if after is not None and joined_after and after.capital and not after.plain:
            name.in_name = after.lower in words.bodies
            if gazetteer.kind_of(name.rows[0][0])[0] == TOWN:
                name.points = -1.0  # Roman Catholic
        spoken = before is not None and before.lower in words.of_speech and first.lower in words.languages
        if spoken or after is not None and after.lower in words.tongues:
            name.points = -1.0
        named = before is not None and (before.lower in language.first_names or before.lower in language.address)
        if before is not None and named and joined_before and before.capital:
            name.points, name.person = -1.0, True  # Monica French, Mr Finn
        if first.lower in people:
            name.points -= 2.5
        return
    if name.sure:
        name.points = 6.0
        return
    kinds = [(gazetteer.kind_of(row)[0], chief) for row, chief in name.rows]
    country = points >= 2.0 and any(kind == COUNTRY or kind == REGION and chief for kind, chief in kinds)
    big = points >= 1.0
    if not single:
        points += 0.8
        if last.lower in words.kinds or first.lower in words.nature:
            points += 1.2
    word = first.lower
    if single:
        listed = any(kind > TOWN for kind, _ in kinds)
        if first.shouted and len(first.text) <= 4 and not (first.plain or country or listed) and "." not in first.text:
            points -= 2.5  # an abbreviation of something else: WHO, ICE
        if word in words.ordinary and not (first.shouted and country and not first.plain):
            points -= 2.6
        elif lower[word] and not country:
            points -= 1.0
        if word in words.surnames:
            points -= 1.0 if big else 1.8
        elif word in language.first_names and not country:
            points -= 0.8 if big else 1.6
        if word in language.titles and not big:
            points -= 1.5
        if first.begins and not first.plain and not big:
            points -= 0.3
    if before is not None and not first.begins or before is not None and gap_before in (" ", "\n"):
        if before.lower in words.before and before.lower not in words.before_or_verb:
            points += 1.6
        elif before.lower in words.weak_before:
            points += 0.4
        elif before.lower in words.area_before and gap_before in " -":
            points += 1.2
        elif before.lower == words.the and single and not big and not (joined_after and after and not after.capital):
            points -= 1.0
    if name.first >= 2 and read[name.first - 1].lower == words.of and first.joined:
        head = read[name.first - 2]
        name.in_name = head.capital and head.lower in words.bodies and not head.plain  # University of Tehran
    kind_before = _kind_before(read, name.first, words)
    if kind_before is not None:
        points += 1.5
        name.kind = KINDS.index(kind_before) if kind_before else NONE
    if after is not None and joined_after and after.lower in words.kinds and (single or last.lower not in words.kinds):
        points += 1.4
        asked = words.kinds[after.lower]
        if asked:
            name.kind = KINDS.index(asked)
    elif after is not None and gap_after == "-" and after.lower in words.compounds:
        points += 1.2
    elif after is not None and gap_after == "-" and not after.capital:
        points += 0.2
    if owned:
        points += 0.3
    elif after is not None and joined_after and gap_after == " ":
        if after.lower in words.belongs:
            points += 1.2
        elif after.lower in words.spoilers:
            points -= 3.5
    if last.lower in words.nature and after is not None and joined_after and after.lower == words.of:
        points -= 4.0  # "the Gulf" of "the Gulf of Alaska"
    if text[last.end : last.end + 1] == "$":
        points -= 4.0
    # the names around it
    if before is not None and joined_before and before.capital and gap_before in (" ", "\n", "-", "\xa0"):
        if before.lower in language.titles or before.lower in words.people_before:
            points -= 3.0
            name.person = True
        elif before.lower in language.first_names and not (before.begins and before.lower in words.ordinary):
            points -= 3.2
            name.person = True
        elif not (
            before.plain
            or before.begins and before.lower in words.ordinary
            or before.lower in words.days | words.area_before | words.before
            or before.lower in words.kinds
        ):  # fmt: skip
            points -= 0.8 if before.lower in words.ordinary or before.lower in words.bodies else 1.8
            name.in_name = True
    if before is not None and gap_before == ". " and before.lower in language.titles and before.capital:
        points -= 3.0  # "Gov. Jackson"
        name.person = True
    if after is not None and joined_after and after.capital and gap_after in (" ", "\n", "-", "\xa0"):
        if after.lower in (words.bodies - words.papers) or after.lower in words.kinds:
            name.in_name = name.in_name or after.lower in words.bodies
            points += 0.3
        elif after.lower in words.streets:
            points -= 2.0
        elif first.lower == words.the and not after.plain:
            points -= 3.5  # "the West Nile virus"
        elif after.lower in words.nature:
            points -= 0.8
            name.in_name = True
        elif after.lower in words.papers and not after.plain:  # "IN BOGOTA TODAY" is no "USA Today"
            points -= 1.8
            name.in_name = True
        elif after.lower in words.days or after.plain or gap_after == "-" and name.last + 1 in places:
            pass
        elif (
            single and word in words.given and after.lower not in words.ordinary and after.lower not in language.titles
        ):
            points -= 5.0  # Israel Vega
            name.person = True
        elif after.lower in words.surnames or (single and word in language.first_names):
            points -= 3.5 if word in language.first_names else 2.5
            name.person = True
        else:
            points -= 0.6 if country else 1.4
            name.in_name = True
    if after is not None and not after.capital and single and not country:
        if after.lower in words.governs and (word in words.surnames or word in language.first_names):
            points -= 0.6
    if single and word in people and not country:
        points -= 2.5
        name.person = True
    elif single and word in people and (word in words.surnames or word in language.first_names):
        points -= 3.0
        name.person = True
    if (first.start == 0 or "\n" in gap_before) and first.shouted and DATELINE.match(text, last.end):
        points += 2.0
    name.points = points


def _kind_before(read: Sequence[ReportWord], first: int, words: PlaceWords) -> str | None:
    """ "town of", "province of" before a name -> its kind; None where there is no such word."""
    if first >= 2 and read[first - 1].lower == words.of and read[first].joined:
        return words.kinds.get(read[first - 2].lower)
    return None


def fame(name: PlaceName, gazetteer: Gazetteer) -> float:
    """Return points for how well known the best known place of this name is."""
    best = -1.0
    for row, chief in name.rows:
        kind, _ = gazetteer.kind_of(row)
        people = gazetteer.people(row)
        if kind == COUNTRY:
            value = 3.0
        elif kind > TOWN:
            value = 2.2
        elif kind == REGION:
            value = 1.0 + 0.5 * max(0.0, people - 5.5)
        elif kind == DISTRICT:
            value = 0.4
        else:
            value = (people - 4.0) * 0.8
        best = max(best, value - (0.0 if chief else 0.8 if kind == TOWN else 0.2))
    return best
