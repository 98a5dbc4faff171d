"""JSON Lines of the whole case, as docs/reference/output.md fixes them; what steers a terminal is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from sayso.errors import CaseError
from sayso.text.printable import escaped
from sayso.values.case import EVERYTHING, Filters
from sayso.values.identities import Identity
from sayso.values.json import failure_dict, judgement_dict, reading_to_json
from sayso.values.relations import CaseRelation
from sayso.views.relations import relation_dict
from sayso.views.someone import identity_dict

if TYPE_CHECKING:
    from sayso.case import Case


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """Readings by date, outlet and id, identities by id, relations, judgements by number, and failures by path.

    Of some reports alone, those identities are given that are in them.
    """
    given: set[str] = set()
    for reading in case.readings(filters, on_lost=on_lost):
        given.add(reading.report.id)
        yield escaped(reading_to_json(reading).decode()) + "\n"
    for identity in _identities(case, given, on_lost):
        yield escaped(msgspec.json.encode(identity_dict(identity)).decode()) + "\n"
    for relation in _relations(case, filters, on_lost):
        yield escaped(msgspec.json.encode(relation_dict(relation)).decode()) + "\n"
    for judgement in case.judgements():
        yield escaped(msgspec.json.encode(judgement_dict(judgement)).decode()) + "\n"
    for failure in case.failures():
        yield escaped(msgspec.json.encode(failure_dict(failure)).decode()) + "\n"


def _identities(case: Case, given: set[str], on_lost: Callable[[str], None] | None) -> Iterator[Identity]:
    """The identities of the reports that were given, with those of their entities that stand there."""
    try:
        found = case.identities()
    except CaseError as error:  # a damaged reading: the others are exported all the same
        if on_lost is None:
            raise
        on_lost(f"no identities: {error}")
        return
    for _, identity in sorted(found.items()):
        entities = tuple(entity for entity in identity.entities if entity.partition("/")[0] in given)
        if entities:
            yield replace(identity, entities=entities)


def _relations(case: Case, filters: Filters, on_lost: Callable[[str], None] | None) -> list[CaseRelation]:
    """The relations that these reports tell."""
    try:
        found = case.relations(filters=filters)
    except CaseError as error:
        if on_lost is None:
            raise
        on_lost(f"no relations: {error}")
        return []
    return sorted(found, key=lambda one: (one.holder, one.target, one.sign, one.by, one.speaker))
