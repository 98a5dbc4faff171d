"""The application: an address to a view, a view to a page, JSON, CSV or a file; a form to a deed.

What a view or a deed is stands in `sayso.web.views`; who may ask, in `sayso.web.guard`. Nothing here knows a view.
"""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from sayso.errors import CaseError, SaysoError, UsageError
from sayso.export.cells import csv_line, safe_cell
from sayso.web.apart import Apart
from sayso.web.drawing import HERE, draw, static_version
from sayso.web.guard import Doorway, Guard
from sayso.web.held import BeingWorkedOut, Handles, Held
from sayso.web.sessions import Session, Sessions
from sayso.web.shelf import PageShelf
from sayso.web.shown import Looking, NotHere, Sheet, Shown
from sayso.web.views import AT_ONCE, DEEDS, VIEWS, Deed, PageView, navigation

MAX_BODY: Final = 2**16  # bytes of a form
MAX_FIELDS: Final = 100
AGAIN_SECONDS: Final = 3  # after which a page asks again that waits for all it shows
MEDIA: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
YEAR: Final = "public, max-age=31536000, immutable"  # of files whose address holds a digest of them

Endpoint = Callable[[Request], Awaitable[Response]]


class Pages:
    """One case as pages: an ASGI application, `app`.

    path       of the case
    doorway    what the door knows of its server
    read_only  refuse every change
    mask_private   show a copy without the names of private persons, to read only
    apart     work out what takes long in a process of its own; a masked case does it in this one
    """

    def __init__(
        self, path: str, doorway: Doorway, sessions: Sessions, *, read_only: bool = False, mask_private: bool = False,
        apart: bool = False,
    ) -> None:  # fmt: skip
        self.handles = Handles(path, read_only=read_only, mask_private=mask_private)
        separate = apart and not mask_private
        self.held = Held(self.handles, partial(Apart, path, read_only=read_only) if separate else None)
        self.shelf = PageShelf()
        self.doorway = doorway
        self.sessions = sessions
        self.read_only = self.handles.read_only
        self.masked = mask_private
        routes = [Route(view.path, self._looking(view), methods=["GET"]) for view in VIEWS]
        routes += [Route(deed.path, self._doing(deed), methods=["POST"]) for deed in DEEDS]
        routes += [
            Route("/static/{version}/{name}", self._static, methods=["GET"]),
            Route("/start", self._start, methods=["GET"]),
            Route("/enter", self._enter, methods=["GET", "POST"]),
            Route("/leave", self._leave, methods=["POST"]),
        ]
        inner = Starlette(
            routes=routes, exception_handlers={404: self._not_found, 405: self._not_found}, lifespan=self._life
        )
        self.app = Guard(inner, doorway, sessions)

    @contextlib.asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        self.held.begin(AT_ONCE)
        yield
        self.close()

    def close(self) -> None:
        """Let go of the case."""
        self.held.close()
        self.handles.close()

    # views

    def _looking(self, view: PageView) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._look, view, request)

        return endpoint

    def _look(self, view: PageView, request: Request) -> Response:
        form = getattr(request.state, "form", "html")
        session: Session = request.state.session
        given = dict(request.query_params)
        try:
            if form == "html":
                with self.handles.lent() as case:
                    by = session.by or case.by
                    key = (case.changes(), request.url.path, tuple(given.items()))
                    page = None if session.told else self.shelf.find(key)
                    if page is not None:
                        return HTMLResponse(self.shelf.own(page, session.token, by))
                    looking = Looking(
                        case, self.held, request.url.path, request.path_params, given,
                        read_only=self.read_only, token=self.shelf.token, by=self.shelf.by, told=session.told,
                    )  # fmt: skip
                    case.results_from = self.held.results_of(case, stale=looking.stale)
                    made = view.show(looking)
                    if isinstance(made, Response):
                        return made
                    page = self._drawn(made, view, looking)
                    if made.lasting and looking.whole and not session.told and case.changes() == key[0]:
                        self.shelf.put(key, page)
                session.told = None  # it is told once
                page = self.shelf.own(page, session.token, by)
                return HTMLResponse(page, headers={"Refresh": str(made.again)} if made.again else None)
            return self._as_file(view, form, request)
        except BeingWorkedOut as waiting:
            page = self._told(
                "One moment", f"The case's {waiting.what} are being worked out; this page comes by itself.", busy=True
            )
            return HTMLResponse(page, 202, {"Refresh": str(AGAIN_SECONDS)})
        except NotHere as error:
            return HTMLResponse(self._told("Not in this case", str(error)), 404)
        except UsageError as error:
            return HTMLResponse(self._told("That cannot be asked", str(error)), 400)
        except CaseError as error:
            return HTMLResponse(self._told("The case cannot be read", str(error)), 503)

    def _drawn(self, shown: Shown, view: PageView, looking: Looking) -> str:
        return draw(shown.template, {
            **shown.context, "shown": shown, "looking": looking, "view": view, "navigation": navigation(),
            "sheets": {sheet.name: sheet for sheet in shown.sheets}, "title": shown.title, "masked": self.masked,
        })  # fmt: skip

    def _told(self, title: str, words: str, *, busy: bool = False) -> str:
        return draw("told.html", {"title": title, "words": words, "busy": busy})

    def _as_file(self, view: PageView, form: str, request: Request) -> Response:
        """A view as JSON, CSV or a file. It has a case of its own, for it may take long to be fetched."""
        case = self.handles.open()
        try:
            looking = Looking(case, self.held, request.url.path, request.path_params, dict(request.query_params), True)
            case.results_from = self.held.results_of(case, patient=True)
            shown = view.show(looking)
            if not isinstance(shown, Shown):
                raise NotHere("This has one form alone.")
            if form in shown.files:
                media, make = shown.files[form]
                made = make()
                case.close()
                return Response(made, media_type=media)
            if form == "json":
                pieces, media = _json(shown), "application/json"
            elif form == "csv" and shown.sheets:
                pieces, media = _csv(_sheet(shown, looking.words("list"))), "text/csv; charset=utf-8"
            else:
                raise NotHere(f"This view has no .{form}.")
        except BaseException:
            case.close()
            raise

        def closing() -> Iterator[bytes]:
            with contextlib.closing(case):
                yield from pieces

        headers = {"Content-Disposition": f'attachment; filename="{view.name}.csv"'} if form == "csv" else {}
        return StreamingResponse(iterate_in_threadpool(closing()), media_type=media, headers=headers)

    # deeds

    def _doing(self, deed: Deed) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            session: Session = request.state.session
            fields = await _fields(request)
            refused = self._refused(request, session, fields)
            if refused is not None or fields is None:
                return refused or PlainTextResponse("No form.\n", 400)
            return await run_in_threadpool(self._do, deed, session, fields)

        return endpoint

    def _refused(self, request: Request, session: Session, fields: dict[str, str] | None) -> Response | None:
        """What is said to a form that does not come from a page of ours; None if it does."""
        if fields is None:
            return PlainTextResponse("Too much, or no form.\n", 413)
        if not session.holds(fields.pop("token", "")) or not _from_here(request):
            return HTMLResponse(
                self._told("Not done", "The form is not from this page; open it anew and try again."), 403
            )
        return None

    def _do(self, deed: Deed, session: Session, fields: dict[str, str]) -> Response:
        if self.read_only and deed.writes:
            return HTMLResponse(self._told("Not done", "The case is open to read only."), 403)
        try:
            to = deed.do(self.handles, self.held, session, fields)
        except (SaysoError, NotHere) as error:
            return HTMLResponse(self._told("Not done", str(error)), 400)
        return RedirectResponse(to, 303)

    # letting in

    async def _start(self, request: Request) -> Response:
        if request.state.session is not None:
            return RedirectResponse("/", 303)
        cookie = self.sessions.start(request.query_params.get("code", ""))
        if cookie is None:
            words = "This address let a browser in already, or is not whole. Start `sayso serve` again for a new one."
            return HTMLResponse(self._told("Not let in", words), 403)
        if request.headers.get("sec-fetch-site") == "cross-site":
            # from a link on another page: the browser would keep a strict cookie back while it follows a redirect
            response: Response = HTMLResponse(self._told("Let in", "The case opens."), headers={"Refresh": "0; url=/"})
        else:
            response = RedirectResponse("/", 303)
        return self._with_cookie(response, cookie)

    async def _enter(self, request: Request) -> Response:
        if self.sessions.password is None or request.state.session is not None:
            return RedirectResponse("/", 303)
        if request.method == "GET":
            return HTMLResponse(draw("enter.html", {"title": "sayso", "wrong": False}))
        fields = await _fields(request)
        if fields is None or not _from_here(request):
            return PlainTextResponse("No form of this page.\n", 403)
        cookie = await run_in_threadpool(self.sessions.enter, fields.get("password", ""))
        if cookie is None:
            return HTMLResponse(draw("enter.html", {"title": "sayso", "wrong": True}), 403)
        return self._with_cookie(RedirectResponse("/", 303), cookie)

    async def _leave(self, request: Request) -> Response:
        fields = await _fields(request)
        refused = self._refused(request, request.state.session, fields)
        if refused is not None:
            return refused
        self.sessions.end(request.cookies.get(self.doorway.cookie))
        return HTMLResponse(self._told("Gone", "This browser is no longer let in."))

    def _with_cookie(self, response: Response, cookie: str) -> Response:
        response.set_cookie(
            self.doorway.cookie, cookie, httponly=True, samesite="strict", secure=self.doorway.secure, path="/"
        )
        return response

    # the rest

    async def _static(self, request: Request) -> Response:
        there = {path.name: path for path in (HERE / "static").iterdir()}
        path = there.get(request.path_params["name"])
        if path is None or path.suffix not in MEDIA:
            return PlainTextResponse("Not there.\n", 404)
        current = hmac.compare_digest(request.path_params["version"].encode(), static_version().encode())
        return FileResponse(
            path, media_type=MEDIA[path.suffix], headers={"Cache-Control": YEAR if current else "no-cache"}
        )

    async def _not_found(self, request: Request, error: Exception) -> Response:
        words = "There is no such page; the first page leads to all of them."
        return HTMLResponse(self._told("No such page", words), getattr(error, "status_code", 404))


async def _fields(request: Request) -> dict[str, str] | None:
    """The fields of a form; None if it is too large or no form. Several of one name are joined by line ends."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
        return None
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            return None
    fields: dict[str, str] = {}
    try:
        for name, value in parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MAX_FIELDS):
            fields[name] = f"{fields[name]}\n{value}" if name in fields else value
    except ValueError:
        return None
    return fields


def _from_here(request: Request) -> bool:
    """Whether a form was sent by a page of this server, as far as the browser tells."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
        return False
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _sheet(shown: Shown, name: str) -> Sheet:
    if not name:
        return shown.sheets[0]
    found = next((sheet for sheet in shown.sheets if sheet.name == name), None)
    if found is None:
        raise UsageError(f"list is {name!r}; expected one of {', '.join(sheet.name for sheet in shown.sheets)}")
    return found


def _csv(sheet: Sheet) -> Iterator[bytes]:
    """All rows of a list, as a spreadsheet takes them: no cell of them is run."""
    yield csv_line(column.name for column in sheet.columns).encode()
    for row in sheet.all_rows():
        cells = (column.of(row) for column in sheet.columns)
        yield csv_line("" if cell is None else safe_cell(cell) for cell in cells).encode()


def _json(shown: Shown) -> Iterator[bytes]:
    """The head of a view, then all rows of its lists: the first list itself, the others under `lists`."""
    encode = msgspec.json.Encoder(enc_hook=str).encode
    head: dict[str, Any] = {"title": shown.title, **shown.about}
    yield encode(head)[:-1]
    for place, sheet in enumerate(shown.sheets):
        yield (b', "lists": {' if place == 1 else b", ") if place else b", "
        if place:
            yield encode(sheet.name) + b": {"
        yield b'"list": ' + encode(sheet.name) + b', "total": ' + encode(sheet.total)
        yield b', "chosen_by": ' + encode(sheet.chosen) + b', "rows": ['
        for number, row in enumerate(sheet.all_rows()):
            yield (b",\n" if number else b"\n") + encode(sheet.cells(row))
        yield b"]}" if place else b"]"
    yield (b"}" if len(shown.sheets) > 1 else b"") + b"}\n"
