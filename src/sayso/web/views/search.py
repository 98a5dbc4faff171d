"""Full-text search: reports that hold the words, and statements that do, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.values.case import Hit
from sayso.views.columns import HITS
from sayso.web.shown import Looking, Shown
from sayso.web.views.reports import outlets

MOST_STATEMENTS: Final = 10
PER_PAGE: Final = 20  # hits; marking the words in the text of each takes time


def show(looking: Looking) -> Shown:
    """What holds the words."""
    words, filters, case = looking.words("q"), looking.filters(), looking.case
    context = {"words": words, "outlets": outlets(looking)}
    if not words:
        return Shown("Search", "search.html", about={"words": ""}, context=context)
    total = looking.quick(("hits", words, filters), lambda: case.count_hits(words, filters))

    def part(limit: int | None, skip: int) -> Iterable[Hit]:
        return case.search(words, filters, limit=total if limit is None else limit, skip=skip)

    hits = looking.sheet("reports", "Reports", HITS, total, part, chosen="how well they fit", per=PER_PAGE)
    said = case.said("", words, filters)
    statements = looking.table("statements", "Statements", said, chosen="date of publication", most=MOST_STATEMENTS)
    return Shown(f"Search: {words}", "search.html", (hits, statements), about={"words": words}, context=context)
