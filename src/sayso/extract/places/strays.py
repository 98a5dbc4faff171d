"""Small towns abroad that only look like a name because all of the text stands in capitals.

"SOME SOUGHT REFUGE FROM GOING OUT": where capitals tell nothing, any word may be the name of a village somewhere. One
that lies in a country of which the report names nothing that is sure is none: no country, people or capital, and no
well-known town behind a preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sayso.extract.places.names import fame
from sayso.extract.places.tokens import PlaceName, ReportWord
from sayso.lang.needs.places import PlaceWords
from sayso.world.gazetteer import DISTRICT, REGION, TOWN, Gazetteer

KNOWN: Final = 1.0  # points of fame of a town of some 180,000 people


def without_strays(
    read: Sequence[ReportWord],
    kept: Sequence[PlaceName],
    chosen: Callable[[PlaceName], int],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> list[PlaceName]:
    """Return the names without those in capitals that are strays.

    chosen   the row of the gazetteer that a name means
    """
    held = {
        gazetteer.entry(chosen(name)).country for name in kept if _is_sure(read, name, chosen(name), gazetteer, words)
    }
    if not held:
        return list(kept)
    return [name for name in kept if gazetteer.entry(chosen(name)).country in held or not _only_capitals(read, name)]


def _only_capitals(read: Sequence[ReportWord], name: PlaceName) -> bool:
    """Whether nothing but capitals shows that a word is a name, and these show nothing."""
    return read[name.first].plain and read[name.first].shouted


def _is_sure(read: Sequence[ReportWord], name: PlaceName, row: int, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Whether a name speaks for its country: a country, a capital, a known town, one with its country behind it."""
    if name.sure or name.demonym or name.container is not None or not _only_capitals(read, name):
        return True
    if row in gazetteer.capitals or gazetteer.kind_of(row)[0] not in (TOWN, DISTRICT, REGION):
        return True
    led = name.first > 0 and read[name.first - 1].lower in words.before
    return led and fame(name, gazetteer) > KNOWN
