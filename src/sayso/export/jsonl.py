"""JSON Lines of the whole case, as docs/reference/output.md fixes them; what steers a terminal is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.errors import CaseError
from sayso.text.printable import escaped
from sayso.values.accounts import Account
from sayso.values.case import EVERYTHING, Filters
from sayso.values.copies import Copy
from sayso.values.figures import Figure
from sayso.values.identities import Identity
from sayso.values.json import failure_dict, judgement_dict, reading_to_json
from sayso.values.relations import CaseRelation
from sayso.views.accounts import account_dict, tie_dict
from sayso.views.copies import copy_dicts
from sayso.views.figures import figure_dict
from sayso.views.relations import relation_dict
from sayso.views.someone import identity_dict

if TYPE_CHECKING:
    from sayso.case import Case


def lines(case: Case, filters: Filters = EVERYTHING, *, on_lost: Callable[[str], None] | None = None) -> Iterator[str]:
    """Readings by date, outlet and id, then what the case makes of them, judgements by number, and failures by path.

    Of some reports alone, what is in them: an identity with their entities, an account with two of their claims, a
    figure with two of their numbers, a copy if both reports are among them, a relation as they tell it.
    """
    given: set[str] = set()
    for reading in case.readings(filters, on_lost=on_lost):
        given.add(reading.report.id)
        yield escaped(reading_to_json(reading).decode()) + "\n"
    for line in _compared(case, given, on_lost):
        yield _line(line)
    for judgement in case.judgements():
        yield _line(judgement_dict(judgement))
    for failure in case.failures():
        yield _line(failure_dict(failure))


def _line(line: dict[str, Any]) -> str:
    return escaped(msgspec.json.encode(line).decode()) + "\n"


def _compared(case: Case, given: set[str], on_lost: Callable[[str], None] | None) -> Iterator[dict[str, Any]]:
    """The lines of what several reports say together, kind by kind; a kind that a damaged reading is in the way of is
    told and left out."""
    for result, of in KINDS.items():
        try:
            found = case.result(result)
        except CaseError as error:
            if on_lost is None:
                raise
            on_lost(f"no {result}: {error}")
            continue
        for _, value in sorted(found.items()):
            yield from of(case, value, given)


def _identity(case: Case, identity: Identity, given: set[str]) -> Iterator[dict[str, Any]]:
    """An identity with those of its entities that stand in the reports."""
    entities = _within(identity.entities, given)
    if entities:
        yield identity_dict(replace(identity, entities=entities))


def _figure(case: Case, figure: Figure, given: set[str]) -> Iterator[dict[str, Any]]:
    """A figure with those of its numbers that stand in the reports."""
    quantities = _within(figure.quantities, given)
    if len(quantities) > 1:
        yield figure_dict(replace(figure, quantities=quantities))


def _copy(case: Case, copy: Copy, given: set[str]) -> Iterator[dict[str, Any]]:
    """What two of the reports share."""
    if copy.a in given and copy.b in given:
        yield from copy_dicts(copy, case.store.text(copy.a) or "", case.store.text(copy.b) or "")


def _relation(case: Case, relation: CaseRelation, given: set[str]) -> Iterator[dict[str, Any]]:
    """A relation as the reports tell it outright; what is only likely stands in their readings.

    An outlet that no report names is no identity, and its labels say the same.
    """
    told = tuple(one for one in relation.told if one.report in given and not one.only_likely)
    if told and relation.holder:
        yield relation_dict(replace(relation, told=told))


def _within(ids: tuple[str, ...], given: set[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_.partition("/")[0] in given)


def _account(_: Case, account: Account, given: set[str]) -> Iterator[dict[str, Any]]:
    """An account with those of its claims that stand in the reports, and the ties between them."""
    claims = _within(account.claims, given)
    if len(claims) < 2:
        return
    origins = tuple(held for origin in account.origins if (held := _within(origin, given)))
    yield account_dict(replace(account, claims=claims, origins=origins, first=claims[0]))
    for tie in account.ties:
        if tie.left in claims and tie.right in claims:
            yield tie_dict(tie)


# Results of the case in the order of their lines, each with what makes its lines of one value.
KINDS: Final[dict[str, Callable[[Case, Any, set[str]], Iterator[dict[str, Any]]]]] = {
    "identity": _identity,
    "accounts": _account,
    "figures": _figure,
    "copies": _copy,
    "relations": _relation,
}
