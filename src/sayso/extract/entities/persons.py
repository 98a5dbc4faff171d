"""Whom a person's name stands for: one who bears it already, or someone new.

Two different full names are never joined. A surname goes to the one who bears it: by the gender of a title, else to the
one named last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.links import Links
from sayso.lang import Language

MOST_BEARERS: Final = 200  # of one word in their names: the latest that a name is compared with


@dataclass(slots=True, eq=False)
class Bearer:
    """Someone by name: the item of its fullest name, and the item that named it last.

    nicks   given names it is also called by
    kin     introduced as somebody's wife, son, ...: the bare surname is rather that other one's
    short   it was called by its surname alone
    """

    item: Item
    words: tuple[str, ...]
    latest: Item
    gender: str
    nicks: tuple[str, ...] = ()
    kin: bool = False
    short: bool = False


def join_person(
    context: ReportContext,
    item: Item,
    persons: dict[str, list[Bearer]],
    bodies: dict[str, Bearer],
    links: Links,
    apart: Mapping[int, Collection[int]],
) -> None:
    """Give a person's name to a bearer that is known, or make a new one."""
    words = tuple(word.translate(context.language.entities.transliteration) for word in item.words)
    found = _bearer(context, item, words, persons, apart)
    if found is None and len(words) == 1 and (held := bodies.get(words[0])) and not held.item.body:
        links.join(held.item.index, item.index)  # the same word taken for a body before
    if found is None:
        found = Bearer(item, words, item, _gender(item), item.nicks, kin=_kin(context, item))
        for word in {words[-1], words[0]}:
            persons.setdefault(word, []).append(found)
        return
    links.join(found.item.index, item.index)
    found.latest = item
    found.gender = found.gender or _gender(item)
    found.nicks += tuple(nick for nick in item.nicks if nick not in found.nicks)
    found.short = found.short or len(words) < len(found.words)
    if len(words) > len(found.words) or (len(words) == len(found.words) and _initial(found.words[0])):
        found.words, found.item = words, item
        for word in {words[-1], words[0]}:
            known = persons.setdefault(word, [])
            if found not in known[-MOST_BEARERS:]:
                known.append(found)


def _bearer(
    context: ReportContext,
    item: Item,
    words: tuple[str, ...],
    persons: dict[str, list[Bearer]],
    apart: Mapping[int, Collection[int]],
) -> Bearer | None:
    """The bearer of this name: the surest one, among equals the one named last."""
    best: tuple[int, bool, bool, int] = (0, False, False, -1)
    chosen, kin = None, _kin(context, item)
    for word in dict.fromkeys((words[-1], words[0])):
        for bearer in persons.get(word, [])[-MOST_BEARERS:]:
            fit = _fit(item, words, bearer, kin=kin, language=context.language)
            if fit < 5 and bearer.item.index in apart.get(item.index, ()):
                continue  # who speaks in a turn is none of those the turn speaks of
            same = bool(bearer.gender) and bearer.gender == _gender(item)
            rank = (fit, same, bearer.short and len(words) < len(bearer.words), bearer.latest.index)
            if fit and rank > best:
                best, chosen = rank, bearer
    return chosen


def _fit(item: Item, words: tuple[str, ...], bearer: Bearer, *, kin: bool, language: Language) -> int:
    """How well a name fits a bearer: 0 not at all, 5 the same words.

    kin   the name is told as somebody's relative
    """
    known = bearer.words
    gender = _gender(item)
    if gender and bearer.gender and gender != bearer.gender:
        return 0
    if words == known:
        return 5
    if len(words) > 1 and len(known) > 1:
        if kin:
            return 0  # "Ida Brenn ... her mother, Ida Maria Brenn"
        nicked = words[0] in bearer.nicks or known[0] in item.nicks
        if words[-1] == known[-1] and (nicked or _given_fits(words[0], known[0])):
            return 4
        short, long = sorted((words, known), key=len)
        if long[-len(short) :] == short or long[: len(short)] == short:
            return 1 if bearer.kin and short is words else 3
        return 0
    single, full = (words, known) if len(words) == 1 else (known, words)
    if single is known and (kin or _other_office(item, bearer.item, language)):
        return 0  # "President Aldo met his wife, Mira Aldo", "Judge Aldo ... Senator Mira Aldo"
    if single[0] == full[-1]:
        return 1 if bearer.kin and single is words else 2
    return 1 if single[0] == full[0] and len(full) > 1 else 0


def _other_office(item: Item, other: Item, language: Language) -> bool:
    """Whether both bear offices, and not one word of them is the same."""
    left, right = (
        {word for word in one.title if word in language.roles and word not in language.address} for one in (item, other)
    )
    return bool(left and right) and not left & right


def _kin(context: ReportContext, item: Item) -> bool:
    """Whether a name is told as somebody's relative: "his son, Karl Vesk", "Karl Vesk, her husband"."""
    tree, kin, owners = context.tree, context.language.kin, context.language.possessors
    lower = tree.lower
    before, behind = item.first - 1, item.last + 1
    if before > 0 and lower[before] == ",":
        before -= 1
    nouns = [k for k in range(max(before, 0), item.head) if lower[k] in kin]
    if any(tree.has(k, "poss") or (k and (lower[k - 1] in owners or tree.tag[k - 1] == "POS")) for k in nouns):
        return True
    owned = behind + 2 < len(lower) and lower[behind] == "," and lower[behind + 1] in owners
    return owned and any(word in kin for word in lower[behind + 2 : behind + 4])


def _gender(item: Item) -> str:
    """The gender of a name by title or given name; a single word may be a surname that is a given name elsewhere."""
    return item.gender if item.sure or len(item.words) > 1 else ""


def _initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _given_fits(left: str, right: str) -> bool:
    """Whether two given names may be one: equal, or one the other's initial."""
    if left == right:
        return True
    return (_initial(left) or _initial(right)) and left[0] == right[0]
