"""Who is let in, what a browser is told, and what no page of another site can do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pages import HOST, Visitor, visit

from sayso.errors import UsageError
from sayso.web.app import Pages
from sayso.web.serving import is_loopback, serve
from sayso.web.sessions import FIRST_WAIT_SECONDS, IDLE_SECONDS, MAX_SESSIONS, Password, Sessions
from sayso.web.views import DEEDS, VIEWS

Serve = Callable[..., Pages]
SECRET = "a long enough password"
PLAIN = [view.path for view in VIEWS if "{" not in view.path]


@pytest.mark.parametrize("path", [*PLAIN, "/index.json", "/reports.csv", "/judge", "/nonsense", "/leave"])
def test_without_a_session_nothing_is_told(served: Serve, path: str) -> None:
    answer = Visitor(served().app).get(path)
    assert answer.status == 403
    assert "made" not in answer.text and "reports" not in answer.text


def test_the_start_code_lets_one_browser_in_once(served: Serve) -> None:
    pages = served()
    code = pages.sessions.new_code()
    first, second = Visitor(pages.app), Visitor(pages.app)
    entered = first.get("/start", code=code, follow=False)
    assert entered.status == 303 and entered.headers["location"] == "/" and code not in entered.text
    assert first.get("/").status == 200
    assert second.get("/start", code=code).status == 403
    assert second.get("/").status == 403
    assert first.get("/start", code=code, follow=False).headers["location"] == "/"  # the same browser, again


@pytest.mark.parametrize("code", ["", "x", "\u0663" * 40, "x" * 5000])
def test_a_wrong_code_lets_nobody_in(served: Serve, code: str) -> None:
    pages = served()
    pages.sessions.new_code()
    assert Visitor(pages.app).get("/start", code=code).status == 403


def test_a_newer_code_takes_the_place_of_the_older(served: Serve) -> None:
    pages = served()
    older, newer = pages.sessions.new_code(), pages.sessions.new_code()
    assert Visitor(pages.app).get("/start", code=older).status == 403
    assert Visitor(pages.app).get("/start", code=newer).status == 200


def test_the_cookie_is_for_this_server_and_no_script(served: Serve) -> None:
    pages = served()
    answer = Visitor(pages.app).get("/start", code=pages.sessions.new_code(), follow=False)
    (cookie,) = answer.set_cookies
    assert cookie.startswith("sayso_8000=")
    assert "httponly" in cookie.lower() and "samesite=strict" in cookie.lower() and "path=/" in cookie.lower()


def test_a_link_from_another_page_gets_a_page_that_goes_on_by_itself(served: Serve) -> None:
    """A browser keeps a strict cookie back while it follows a redirect that another site began."""
    pages = served()
    headers = {"sec-fetch-site": "cross-site"}
    answer = Visitor(pages.app).get("/start", code=pages.sessions.new_code(), headers=headers, follow=False)
    assert answer.status == 200 and answer.headers["refresh"] == "0; url=/"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "localhost", ""])
@pytest.mark.parametrize("path", ["/", "/index.json", "/start", "/static/x/sayso.css"])
def test_another_host_is_not_answered(served: Serve, host: str, path: str) -> None:
    pages = served()
    visitor = visit(pages)
    visitor.host = host
    answer = visitor.get(path)
    assert answer.status == 421 and "sayso_8000" not in answer.text


def test_localhost_is_this_server_too(served: Serve) -> None:
    visitor = visit(served())
    visitor.host = "LOCALHOST:8000"
    assert visitor.get("/").status == 200


def test_every_answer_bears_the_rules(visitor: Visitor) -> None:
    for path in ("/", "/reports.csv", "/nonsense", "/static/x/sayso.css", "/start", "/reports/0/original"):
        headers = visitor.get(path, follow=False).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy and (policy == "sandbox" or policy.startswith("default-src 'none'"))
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert visitor.get("/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PLAIN)
def test_no_page_has_a_script_or_style_in_it(visitor: Visitor, path: str) -> None:
    text = visitor.get(path).text
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", text))
    assert re.findall(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text) == []
    addresses = re.findall(r"(?:href|src|action)=\"([^\"]*)\"", text)
    assert addresses and all(re.match(r"/(?!/)|#", address) for address in addresses)


# changes


def judged(visitor: Visitor) -> int:
    return int(visitor.get("/index.json").json()["judgements"])


def a_report(visitor: Visitor) -> str:
    return str(visitor.get("/reports.json").json()["rows"][0]["id"])


def test_a_change_needs_the_token_of_the_session(served: Serve) -> None:
    pages = served()
    visitor, other = visit(pages), visit(pages)
    fields = {"verb": "note", "subject": a_report(visitor), "value": "seen", "back": "/"}
    for token in ({}, {"token": ""}, {"token": "x"}, {"token": other.token("/review")}):
        assert visitor.post("/judge", {**fields, **token}).status == 403
    assert judged(visitor) == 0
    assert visitor.post("/judge", {**fields, "token": visitor.token("/review")}).status == 200
    assert judged(visitor) == 1


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
                {"sec-fetch-site": "same-site"}, {"origin": f"http://{HOST}1"}],
)  # fmt: skip
def test_a_change_from_another_site_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    fields = {"verb": "note", "subject": a_report(visitor), "value": "seen", "token": visitor.token("/review")}
    assert visitor.post("/judge", fields, headers=headers).status == 403
    assert judged(visitor) == 0


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/json", ""])
def test_a_form_of_another_kind_is_refused(visitor: Visitor, kind: str) -> None:
    assert visitor.post("/judge", {"verb": "note"}, headers={"content-type": kind}).status == 413


def test_a_form_that_is_too_large_is_refused(visitor: Visitor) -> None:
    assert visitor.post("/judge", body=b"x=" + b"y" * 70_000).status == 413
    assert visitor.post("/judge", body=b"&".join(b"a%d=1" % n for n in range(200))).status == 413


def test_no_address_that_is_looked_at_changes_anything(visitor: Visitor) -> None:
    before = visitor.get("/log.json").json()["total"]
    for deed in DEEDS:
        assert visitor.get(deed.path).status == 405
    for path in PLAIN:
        visitor.get(path, verb="note", value="x")
    assert visitor.get("/log.json").json()["total"] == before


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/", "/\\evil.example", "", "/a\r\nX: y"])
def test_a_form_leads_to_no_other_site(visitor: Visitor, back: str) -> None:
    fields = {"name": "Rosa", "token": visitor.token("/review"), "back": back}
    answer = visitor.post("/name", fields, follow=False)
    assert answer.status == 303 and answer.headers["location"] == "/"


def test_a_case_open_to_read_only_is_not_changed(served: Serve) -> None:
    pages = served(read_only=True)
    visitor = visit(pages)
    report = a_report(visitor)
    assert 'action="/judge"' not in visitor.get("/review").text + visitor.get(f"/reports/{report}").text
    (session,) = pages.sessions._held.values()
    fields = {"verb": "note", "subject": report, "value": "seen", "token": session.token}
    answer = visitor.post("/judge", fields)
    assert answer.status == 403 and "read only" in answer.words
    assert judged(visitor) == 0


def test_who_leaves_is_out(visitor: Visitor) -> None:
    cookies = dict(visitor.cookies)
    visitor.post("/leave", {"token": visitor.token("/review")})
    visitor.cookies = cookies
    assert visitor.get("/").status == 403


# for other machines


def test_others_enter_by_a_password_over_https_alone(served: Serve) -> None:
    visitor = Visitor(served(password=SECRET).app, host="news.example")
    assert visitor.get("/").status == 403  # plain HTTP
    https = {"x-forwarded-proto": "https"}
    asked = visitor.get("/", headers=https, follow=False)
    assert asked.status == 303 and asked.headers["location"] == "/enter"
    assert 'type="password"' in visitor.get("/enter", headers=https).text
    wrong = visitor.post("/enter", {"password": "guess"}, headers=https)
    assert wrong.status == 403 and wrong.set_cookies == []
    soon = visitor.post("/enter", {"password": SECRET}, headers=https)
    assert soon.status == 403  # too soon after a wrong one


def test_the_right_password_lets_in(served: Serve) -> None:
    https = {"x-forwarded-proto": "https"}
    visitor = Visitor(served(password=SECRET).app, host="news.example")
    entered = visitor.post("/enter", {"password": SECRET}, headers=https, follow=False)
    assert entered.status == 303
    (cookie,) = entered.set_cookies
    assert "secure" in cookie.lower() and "httponly" in cookie.lower()
    assert visitor.get("/", headers=https).status == 200
    assert visitor.get("/start", code="x", headers=https, follow=False).headers["location"] == "/"


def test_tries_of_a_password_become_slower() -> None:
    now = [100.0]
    sessions = Sessions(Password(SECRET), clock=lambda: now[0])
    assert sessions.enter("wrong") is None
    now[0] += FIRST_WAIT_SECONDS / 2
    assert sessions.enter(SECRET) is None
    now[0] += FIRST_WAIT_SECONDS
    assert sessions.enter("wrong again") is None
    now[0] += FIRST_WAIT_SECONDS
    assert sessions.enter(SECRET) is None  # twice as long now
    now[0] += FIRST_WAIT_SECONDS * 2
    assert sessions.enter(SECRET) is not None
    assert sessions.enter(SECRET) is not None  # nobody waits after a right one


def test_a_password_is_not_held_in_words() -> None:
    password = Password(SECRET)
    assert password.fits(SECRET) and not password.fits(SECRET + "x") and not password.fits("x" * 100_000)
    assert SECRET.encode() not in repr([getattr(password, name) for name in vars(password)]).encode()


def test_a_session_ends_when_it_is_not_used_and_there_are_not_too_many() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    first = sessions.start(sessions.new_code())
    assert sessions.find(first) is not None
    now[0] += IDLE_SECONDS + 1
    assert sessions.find(first) is None
    second = sessions.start(sessions.new_code())
    for _ in range(MAX_SESSIONS):
        now[0] += 1
        sessions.start(sessions.new_code())
    assert sessions.find(second) is None and len(sessions._held) == MAX_SESSIONS
    assert sessions.find(None) is None and sessions.find("x") is None
    assert sessions.enter("x") is None  # there is no password


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"host": "0.0.0.0"}, "--behind-proxy"),
        ({"host": "192.0.2.7", "password": SECRET}, "--behind-proxy"),
        ({"host": "0.0.0.0", "behind_proxy": True}, "password"),
        ({"behind_proxy": True, "password": "short"}, "12 characters"),
        ({"host": "news.example", "behind_proxy": True, "password": SECRET}, "no address"),
        ({"host": "192.0.2.7", "behind_proxy": True, "password": SECRET}, "cannot listen"),
    ],
)
def test_what_cannot_be_served_is_told_before_anything_listens(given: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        serve("none.sayso", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True), ("0.0.0.0", False),
                      ("::", False), ("192.0.2.7", False), ("news.example", False), ("", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own
