"""JSON Lines of the whole case, as docs/reference/output.md fixes them; what steers a terminal is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from sayso.text.printable import escaped
from sayso.values.case import EVERYTHING, Filters
from sayso.values.json import failure_dict, judgement_dict, reading_to_json

if TYPE_CHECKING:
    from sayso.case import Case


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """Readings by date, outlet and id, then judgements by their number, then failures by path."""
    for reading in case.readings(filters, on_lost=on_lost):
        yield escaped(reading_to_json(reading).decode()) + "\n"
    for judgement in case.judgements():
        yield escaped(msgspec.json.encode(judgement_dict(judgement)).decode()) + "\n"
    for failure in case.failures():
        yield escaped(msgspec.json.encode(failure_dict(failure)).decode()) + "\n"
