"""Dossiers: an actor or an account as HTML that stands alone, to be printed or kept."""

from __future__ import annotations

import re

from starlette.responses import HTMLResponse, Response

from sayso.errors import UsageError
from sayso.web.dossier import Dossier, account_dossier, actor_dossier, dossier_html, policy
from sayso.web.shown import Looking, NotHere
from sayso.web.views.accounts import account_of, marked_claims


def of_actor(looking: Looking) -> Response:
    """The dossier of someone."""
    given = looking.parts["identity"]
    identity = looking.case.identities().get(given)
    if identity is None:
        try:
            identity = looking.case.meant_by(given)
        except UsageError:
            raise NotHere(f"Nobody has the id {given}.") from None
    return _response(actor_dossier(looking.case, identity))


def of_account(looking: Looking) -> Response:
    """The dossier of an account."""
    found = account_of(looking)
    return _response(account_dossier(looking.case, found, marked_claims(found)))


def _response(dossier: Dossier) -> Response:
    name = re.sub(r"[^A-Za-z0-9]+", "_", dossier.title).strip("_")[:60] or dossier.kind
    headers = {
        "Content-Security-Policy": policy(), "Content-Disposition": f'inline; filename="dossier_{name}.html"',
    }  # fmt: skip
    return HTMLResponse(dossier_html(dossier), headers=headers)
