"""Who is who: the identities of a case, and one of them with every form, role and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sayso.errors import UsageError
from sayso.values.identities import Identity
from sayso.values.terms import SCHEMAS
from sayso.views.someone import reason_words, someone_dict
from sayso.web.drawing import asked
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


def owners(looking: Looking) -> Mapping[str, str]:
    """Entity -> its identity."""
    identities = looking.case.identities()
    return looking.quick("owners", lambda: {entity: one.id for one in identities.values() for entity in one.entities})


def called(looking: Looking, identity: str) -> str:
    """What to call an identity; "" for one without a name."""
    held = looking.case.identities().get(identity)
    return held.name or (held.names[0] if held.names else "") if held is not None else ""


def show_all(looking: Looking) -> Shown:
    """The identities, those in most reports first."""
    identities = looking.case.identities()

    def listed() -> list[dict[str, Any]]:
        return sorted(
            (_row(one) for one in identities.values()), key=lambda row: (-row["reports"], row["name"], row["id"])
        )

    rows = looking.quick("people", listed)
    words, schema = looking.words("name").casefold().split(), looking.choice("schema", "", *SCHEMAS)
    if words:
        rows = [row for row in rows if all(word in row["all"] for word in words)]
    if schema:
        rows = [row for row in rows if row["schema"] == schema]
    sheet = looking.of_list("people", "Persons and bodies", PEOPLE, rows, chosen="number of reports")
    return Shown("Who is who", "people.html", (sheet,), context={"schemas": SCHEMAS})


def _row(one: Identity) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name or (one.names[0] if one.names else ""), "schema": one.schema,
        "reports": len({entity.partition("/")[0] for entity in one.entities}),
        "forms": "; ".join(one.names[:5]), "all": " ".join(one.names).casefold(),
    }  # fmt: skip


def show(looking: Looking) -> Shown:
    """One someone."""
    given = looking.parts["identity"]
    identity = looking.case.identities().get(given) or _former(looking, given)
    known = looking.case.who(identity.id)
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
    name = identity.name or (identity.names[0] if identity.names else identity.id)
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


def _former(looking: Looking, given: str) -> Identity:
    """The identity that a former id means now."""
    if not ID.match(given):
        raise NotHere(f"{given} is no id of a person or body; a name is looked up in the list of them.")
    try:
        return looking.case.meant_by(given)
    except UsageError:
        raise NotHere(f"Nobody has the id {given}; a name is looked up in the list of persons and bodies.") from None
