"""A reading without the names that were erased from its case: blocks of the same length, all ids and offsets stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from sayso.lang import load_language
from sayso.store.rewriting import rewritten
from sayso.text.erased_names import ErasedNames, Range, blackened, written_words
from sayso.values.findings import Entity
from sayso.values.reading import Reading

CALLED: Final = ("name", "value")  # keys of a reading's JSON that hold what someone is called
PATHS: Final = "paths"


def without_names(reading: Reading, erased: ErasedNames, own: Collection[str] = ()) -> Reading:
    """The reading without the names; the same object where it holds none of them.

    own   ids of entities that are whoever is erased, also where the report calls them by one word
    Single words of a name go where the whole name stands, or someone is known to be meant; in another one's name
    (Rurik Aldo beside Mira Aldo) they stay.
    """
    report = reading.report
    if not erased:
        return reading
    whole = erased.names_in(report.text)
    lines = (report.title, report.byline, report.url, report.outlet, report.given_id)
    here = bool(whole or own) or report.id in erased.reports or any(erased.names_in(line or "") for line in lines)
    others, called_else = _others(reading, erased, own) if here else ([], set())
    ranges = [*whole, *(erased.parts_in(report.text, others) if here else ())]

    def line(key: str, words: str) -> str:
        if key == PATHS:
            return erased.line(words)
        parts: Iterable[Range] = ()
        if here and words not in called_else:
            parts = erased.parts_in(words, small=key not in CALLED)
        return blackened(words, [*erased.names_in(words), *parts])

    held = rewritten(reading, blackened(report.text, ranges), line) if ranges or here else reading
    if held is reading and any(erased.line(path) != path for path in report.paths):
        held = rewritten(reading, report.text, line)
    return reading if held == reading else held


def _others(reading: Reading, erased: ErasedNames, own: Collection[str]) -> tuple[list[Range], set[str]]:
    """Where other people are named, and how."""
    language = load_language("en")
    titles = frozenset(title.strip(".") for title in language.titles) | language.roles | language.bygone
    mentions = {mention.id: mention for mention in reading.mentions}
    ranges: list[Range] = []
    names: set[str] = set()
    for entity in reading.entities:
        held = [mentions[id_] for id_ in entity.mentions if mentions[id_].kind == "name"]
        if entity.id not in own and not _theirs(entity, [mention.span.text for mention in held], erased, titles):
            ranges += [(mention.span.start, mention.span.end) for mention in held]
            names |= {mention.span.text for mention in held} | ({entity.name} if entity.name else set())
    return ranges, names


def _theirs(entity: Entity, called: Iterable[str], erased: ErasedNames, titles: Collection[str]) -> bool:
    """Whether an entity is one whose name is erased: by the whole name, or by its words and titles alone."""
    names = [*called, *([entity.name] if entity.name else [])]
    if any(erased.names_in(name) for name in names):
        return True
    words = [[word.plain for word in written_words(name) if word.plain not in titles] for name in names]
    return any(words) and all(erased.is_part(word) for held in words for word in held)
