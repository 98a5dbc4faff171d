"""Whom the name of a body stands for: by its words, its initials, or the chief word of its name ("the Front")."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.links import Links
from sayso.extract.entities.persons import MOST_BEARERS, Bearer

ANY_COUNTRY: Final = "*"  # before a body's name: what is known without the country that it begins with
MAX_SHORT: Final = 12  # letters of a name's short form


def initials_of(words: tuple[str, ...], small: Collection[str]) -> set[str]:
    """The acronyms a name may have: of all its words, and without the small ones.

    >>> sorted(initials_of(("front", "for", "a", "free", "ostrany"), {"for", "a"}))
    ['ffafo', 'ffo']
    """
    letters = [word[0] for word in words if word[0].isalnum()]
    chief = [word[0] for word in words if word not in small and word[0].isalnum()]
    # Médecins d'Urgence: MDU
    parted = [part[0] for word in words for part in re.split(r"['’-]", word) if part[:1].isalnum()]
    return {"".join(letters), "".join(chief), "".join(parted)} if len(chief) > 1 else set()


def shortens(short: str, words: tuple[str, ...]) -> bool:
    """Whether a short form is made of the beginnings of two words of a name or more, in their order.

    >>> shortens("interpol", ("international", "criminal", "police", "organization"))
    True
    >>> shortens("afcfta", ("african", "continental", "free", "trade", "area"))
    True
    >>> shortens("inter", ("international", "criminal", "police", "organization"))
    False
    """
    if len(words) < 2 or not short.isalnum() or len(short) > MAX_SHORT or short[:1] != words[0][:1]:
        return False
    reached = {(0, 0)}  # (letters of the short form, words that gave some; two are enough)
    for word in words:
        for letters, given in list(reached):
            for taken in range(1, min(len(word), len(short) - letters) + 1):
                if short[letters + taken - 1] != word[taken - 1]:
                    break
                reached.add((letters + taken, min(given + 1, 2)))
    return (len(short), 2) in reached


def join_body(
    item: Item,
    persons: dict[str, list[Bearer]],
    bodies: dict[str, Bearer],
    by_chief: dict[str, Bearer],
    links: Links,
    context: ReportContext,
) -> None:
    """Give a body's name to what is known by this name, these initials, or this chief word."""
    key = " ".join(item.words)
    written = item.mention.span.text.split(" ", 1)
    without = written[1] if len(written) == 2 and written[0].lower() in context.language.grammar.definite else None
    full = context.language.agencies.get(without or item.mention.span.text, "").lower()
    compact = key.replace(".", "")
    same = _country(item.words, context)
    found = bodies.get(key) or bodies.get(full) or bodies.get(compact) or bodies.get(same)
    article = item.first < item.head and context.tree.lower[item.first] in context.language.grammar.definite
    initials = initials_of(item.words, context.language.entities.small)
    if found is None:  # UNRO, and only later its name in full
        short = (bodies.get(letters) for letters in sorted(initials) if len(letters) > 2)
        found = next((bearer for bearer in short if bearer and len(bearer.words) == 1), None)
    rest = _without_country(item.words, context)
    if found is None:  # "the Supreme Court", and the "US Supreme Court" where that is no other state's
        found = bodies.get(f"{ANY_COUNTRY} {key}") if not rest else bodies.get(rest)
        if found is not None and rest and found.words != tuple(rest.split()):
            found = None
    if found is None and len(item.words) == 1 and (article or item.body):
        found = by_chief.get(item.words[0])
    if found is None and len(item.words) == 1 and not item.body:
        bearer = next((b for b in persons.get(item.words[0], [])[:MOST_BEARERS] if b.words[-1] == item.words[0]), None)
        if bearer is not None and not article:
            links.join(bearer.item.index, item.index)
            return
    if found is None:
        found = Bearer(item, item.words, item, "")
    else:
        links.join(found.item.index, item.index)
        found.latest = item
    for name in {key, full, compact, same, *initials} - {""}:
        bodies.setdefault(name, found)
    if rest:
        held = bodies.setdefault(f"{ANY_COUNTRY} {rest}", found)
        if held is not found:  # two states have one: the bare name is neither's
            bodies.pop(f"{ANY_COUNTRY} {rest}")
    if len(item.words) > 1:
        chief = context.tree.lower[item.head]
        by_chief[chief] = found


def _country(words: tuple[str, ...], context: ReportContext) -> str:
    """The one form of a country's names: of "U.S." and "the Kingdom of Velmar"; "" where it is none."""
    language = context.language
    of = next((k for k, word in enumerate(words) if word in language.entities.of), len(words))
    if of < len(words) - 1 and words[of - 1] in language.entities.state_titles:
        words = tuple(word for word in words[of + 1 :] if word not in language.grammar.definite)
    name = " ".join(words)
    name = language.same_country.get(name) or language.same_country.get(name.replace(" ", ""), name)
    return name if name in language.countries else ""


def _without_country(words: tuple[str, ...], context: ReportContext) -> str:
    """What is left of "US Supreme Court" and "Iranian Foreign Ministry", if it is two words or more; else ""."""
    language = context.language
    for size in range(min(3, len(words) - 2), 0, -1):
        front = " ".join(words[:size])
        if front in language.countries or front in language.same_country or front in language.demonyms:
            return " ".join(words[size:])
    return ""
