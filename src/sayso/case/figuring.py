"""How numbers moved over a case: the figures that a question means, told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

from sayso.case import asking
from sayso.errors import UsageError
from sayso.store.base import Store
from sayso.values.case import Filters
from sayso.values.figures import MOVES, Figure, FigureTold
from sayso.views.answers import Table
from sayso.views.columns import FIGURES
from sayso.views.figures import FigureView

WORD: Final = re.compile(r"[^\W_]+")
TEXTS_HELD: Final = 256


def figures_table(
    result: Callable[[str], dict[str, Any]], store: Store, words: str, moved: str | None, which: Filters
) -> Table[FigureTold]:
    """The figures that hold all these words, those that conflict first, then those that most reports tell.

    moved   one of MOVES; None for all
    UsageError for words without a letter or digit, and for a kind that is none.
    """
    wanted = frozenset(WORD.findall(words.casefold()))
    if words and not wanted:
        raise UsageError(f"figures: {words!r} has no word; leave it out for all figures")
    if moved is not None and moved not in MOVES:
        raise UsageError(f"{moved!r} is no way in which a number moves; expected one of {', '.join(MOVES)}")

    @lru_cache(maxsize=TEXTS_HELD)
    def text(report: str) -> str:
        return store.text(report) or ""

    def ask() -> Iterator[FigureTold]:
        found: dict[str, Figure] = result("figures")
        rows = {row.id: row for row in store.reports(which)}
        view = FigureView(result("counted"), rows.__getitem__, text, result("copies").values())
        for figure in sorted(found.values(), key=_rank):
            if (moved is None or figure.moved == moved) and view.holds(figure, wanted):
                told = view.told(figure)
                if len(told.numbers) > 1 and (told.reports > 1 or figure.ties):
                    yield told

    return Table(asking.called("figures", ("about", words), ("that are", moved), which=which), FIGURES, ask)


def _rank(figure: Figure) -> tuple[int, int, str]:
    reports = {quantity.partition("/")[0] for quantity in figure.quantities}
    return MOVES.index(figure.moved), -len(reports), figure.id
