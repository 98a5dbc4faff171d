"""Dossiers: an actor as HTML that stands alone, to be printed or kept."""

from __future__ import annotations

import re

from starlette.responses import HTMLResponse, Response

from sayso.errors import UsageError
from sayso.web.dossier import Dossier, actor_dossier, dossier_html, policy
from sayso.web.shown import Looking, NotHere


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


def _response(dossier: Dossier) -> Response:
    name = re.sub(r"[^A-Za-z0-9]+", "_", dossier.title).strip("_")[:60] or dossier.kind
    headers = {
        "Content-Security-Policy": policy(), "Content-Disposition": f'inline; filename="dossier_{name}.html"',
    }  # fmt: skip
    return HTMLResponse(dossier_html(dossier), headers=headers)
