"""Which country a capital is of."""

from __future__ import annotations

import functools

from sayso.world.gazetteer import load_gazetteer
from sayso.world.scripts import latin


@functools.cache
def countries_by_capital() -> dict[str, str]:
    """The name of each capital -> the name of its country, both in lower case and Latin letters; 1 KB, read once.

    >>> countries_by_capital()["paris"]
    'france'
    """
    gazetteer = load_gazetteer()
    found: dict[str, str] = {}
    for row in sorted(gazetteer.capitals, key=gazetteer.people):
        entry = gazetteer.entry(row)
        if entry.country:
            country = gazetteer.entry(gazetteer.country_row(entry.country))
            found[latin(entry.name)] = latin(country.name)
    return found
