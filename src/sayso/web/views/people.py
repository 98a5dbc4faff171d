"""Who is who: the identities of a case, and one of them with every form, role and reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import methodcaller
from typing import Any, Final

from sayso.case import Case
from sayso.errors import UsageError
from sayso.values.identities import Identity, Someone
from sayso.values.terms import SCHEMAS
from sayso.views.someone import reason_words, someone_dict
from sayso.web.drawing import asked
from sayso.web.packed import PackedRows
from sayso.web.shown import Looking, NotHere, Shown, fields

PEOPLE: Final = fields("name reports schema forms id", reports="integer")
FORMS: Final = fields("text named count why", named="flag", count="integer")
ROLES: Final = fields("text body first reports", body="flag", first="date", reports="integer")
JOINS: Final = fields("left right why score", score="number")
WHERE: Final = fields("report outlet published count", published="date", count="integer")
MAX_SHOWN: Final = 30
QUOTES: Final = 5
ID: Final = re.compile(r"i[0-9a-f]{12}\Z")
IN_LISTS: Final = ("forms", "roles", "kind", "entities")  # of what `sayso who --json` prints


@dataclass(frozen=True, slots=True)
class Everybody:
    """The identities of a case as their list shows them, those in most reports first.

    rows      with the fields of PEOPLE
    forms     all that each is called, in small letters, to be searched
    schemas   of each
    """

    rows: PackedRows[dict[str, Any]]
    forms: tuple[str, ...]
    schemas: tuple[str, ...]


def called(looking: Looking, identity: str) -> str:
    """What to call an identity; "" for one without a name."""
    held = looking.case.identities().get(identity)
    return name_of(held) if held is not None else ""


def name_of(one: Identity) -> str:
    """What to call an identity; "" for one without a name."""
    return one.name or (one.names[0] if one.names else "")


def show_all(looking: Looking) -> Shown:
    """The identities, those in most reports first."""
    held: Everybody = looking.slow("people", _everybody)
    words, schema = looking.words("name").casefold(), looking.choice("schema", "", *SCHEMAS)
    places = looking.quick(("people", words, schema), lambda: _places(held, words.split(), schema))

    sheet = looking.of_list(
        "people", "Persons and bodies", PEOPLE, held.rows, chosen="number of reports", places=places
    )
    return Shown("Who is who", "people.html", (sheet,), context={"schemas": SCHEMAS})


def _places(held: Everybody, words: Iterable[str], schema: str) -> Sequence[int]:
    """Where those stand in the list who are called so."""
    found: Sequence[int] = range(len(held.rows))
    for word in words:
        found = [place for place in found if word in held.forms[place]]
    return [place for place in found if held.schemas[place] == schema] if schema else found


def _everybody(case: Case) -> Everybody:
    identities = case.identities()
    rows = sorted(map(_row, identities.values()), key=lambda row: (-row["reports"], row["name"], row["id"]))
    forms = tuple(" ".join(identities[row["id"]].names).casefold() for row in rows)
    return Everybody(PackedRows(rows), forms, tuple(row["schema"] for row in rows))


def _row(one: Identity) -> dict[str, Any]:
    return {
        "id": one.id, "name": name_of(one), "schema": one.schema,
        "reports": len({entity.partition("/")[0] for entity in one.entities}), "forms": "; ".join(one.names[:5]),
    }  # fmt: skip


def show(looking: Looking) -> Shown:
    """One someone."""
    given = looking.parts["identity"]
    identity = looking.case.identities().get(given) or _former(looking, given)
    known = known_of(looking, identity)
    forms = [
        {"text": form.text, "named": form.named, "count": form.count, "why": "; ".join(form.why), "where": form.where}
        for form in known.forms
    ]
    roles = [
        {"text": role.text, "body": role.body, "where": role.where, "reports": len({w.report for w in role.where}),
         "first": min((w.day for w in role.where if w.day), default="")}
        for role in known.roles
    ]  # fmt: skip
    joins = [
        {
            "left": one.left,
            "right": one.right,
            "why": reason_words(one),
            "score": one.score,
            "judged": "judged" in one.reasons,
        }
        for one in identity.why
    ]
    name = name_of(identity) or identity.id
    sheets = [
        looking.of_list("forms", "What they are called", FORMS, forms, chosen="how often", most=MAX_SHOWN),
        looking.of_list(
            "roles", "Roles, by the day when they were first given", ROLES, roles, chosen="day", most=MAX_SHOWN
        ),
        looking.of_list("joins", "Why these are one", JOINS, joins, chosen="what was there first", most=MAX_SHOWN),
    ]
    order = "date of publication"
    if asked(identity.name):
        said, told = looking.case.said(asked(identity.name)), looking.case.said("", asked(identity.name))
        sheets.append(looking.table("said", f"What {name} says", said, chosen=order, most=QUOTES))
        sheets.append(looking.table("about", f"What others say of {name}", told, chosen=order, most=QUOTES))
    return Shown(
        name, "someone.html", tuple(sheets),
        about={key: value for key, value in someone_dict(known).items() if key not in IN_LISTS},
        context={"identity": identity, "known": known, "name": name},
    )  # fmt: skip


def known_of(looking: Looking, one: Identity) -> Someone:
    """What the case knows of an identity: the actors of each of its reports are looked at, which may be thousands."""
    known: Someone = looking.slow(("names and roles", one.id), methodcaller("who", one.id))
    return known


def _former(looking: Looking, given: str) -> Identity:
    """The identity that a former id means now."""
    if not ID.match(given):
        raise NotHere(f"{given} is no id of a person or body; a name is looked up in the list of them.")
    try:
        return looking.case.meant_by(given)
    except UsageError:
        raise NotHere(f"Nobody has the id {given}; a name is looked up in the list of persons and bodies.") from None
