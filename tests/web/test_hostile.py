"""Everything in a report is hostile: it is shown as text, and nothing of it becomes a tag, an address or a script."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from make_readings import make_readings
from pages import Answer, Visitor, visit

from sayso import Attribution, Claim, Entity, Event, Label, Mention, Reading, Report, Voice
from sayso.case import open_case
from sayso.errors import CaseError
from sayso.values.case import FailureRow
from sayso.values.findings import Argument, Fact, Place, Quantity, Time
from sayso.web.app import Pages

Serve = Callable[..., Pages]
SCRIPT = "<script>alert(1)</script>"
ATTACKS = (
    SCRIPT, "\"><img src=x onerror=alert(1)>", "' autofocus onfocus=alert(1) x='", "javascript:alert(1)", "{{ 7 * 7 }}",
    "</textarea></title></style><svg onload=alert(1)>", "\u202egnp.exe\u202c", "a\u2066b\u2069c", "\x1b[31mred", "&lt;b&gt;",
    "<!--", "]]>", "%3Cscript%3E", "\\\"};alert(1)//", "../../etc/passwd", "//evil.example/x", "\ufeff\u200b\ufffe",
)  # fmt: skip
NAME = SCRIPT + "\u202eozreT \"mailH\" 'x'"
MEGABYTE = "w" * 1_000_000


def hostile(number: int, attack: str) -> tuple[Reading, bytes]:
    """A reading whose every word is an attack."""
    text = f"{NAME} said {attack} was called {attack}x. {number} {attack}"
    data = text.encode("utf-8", "surrogatepass")
    report = Report.of(
        text, outlet=f"{attack} Herald", original=data, title=f"{attack} {number}", url=f"javascript:alert({number})",
        published="2031-05-04", byline=attack, paths=(f"in/{attack}/{number}.html",), media=f"text/html; {attack}", lang="en",
    )  # fmt: skip
    span = report.span
    at = len(NAME) + len(" said ")
    speaker = Mention(f"{report.id}/m0", span(0, len(NAME)), span(0, len(NAME)), "name", "Person")
    content = span(at, at + len(attack))
    called = span(text.index(" was called ") + len(" was called "), text.index("x. ") + 1)
    said = Attribution(f"{report.id}/a{at}", (content,), (speaker.span,), (span(len(NAME) + 1, len(NAME) + 5),),
                       speaker=speaker.id, score=0.5)  # fmt: skip
    fact = Fact("role", attack, content)
    who = Entity(f"{report.id}/n0", (speaker.id,), NAME, "Person", facts=(fact,))
    event = Event(f"{report.id}/e{at}", (content,), (Argument("agent", speaker.span, None, speaker.id),), "ASSAULT")
    label = Label(f"{report.id}/l{called.start}", called, "naming", speaker.id, speaker.id, -1)
    place = Place(f"{report.id}/p{at}", content, name=attack, latitude=1.0, longitude=2.0, score=0.2)
    quantity = Quantity(f"{report.id}/q{at}", content, 3400.0, counts=content)
    time = Time(f"{report.id}/t{at}", content, "DATE", "2031", earliest="2031-01-01", latest="2031-12-31")
    evidence = (span(0, len(text)),)
    chain = (Voice("outlet", f"{attack} Herald"), Voice("speaker", NAME, speaker.id))
    claims = (Claim(f"{report.id}/c0", said.id, chain, evidence), Claim(f"{report.id}/c1", event.id, chain, evidence))
    reading = Reading(
        report, ("attributions.v1", "events.v1"), mentions=(speaker,), entities=(who,), attributions=(said,),
        events=(event,), labels=(label,), places=(place,), quantities=(quantity,), times=(time,), claims=claims,
    )  # fmt: skip
    return reading, data


@pytest.fixture(scope="module")
def hostile_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "<b>my.sayso"
    with open_case(path, create=True) as case, case.store.transaction():
        for number, attack in enumerate(ATTACKS):
            case.add(*hostile(number, attack))
        case.store.put_failure(FailureRow(f"in/{SCRIPT}", SCRIPT, SCRIPT, SCRIPT), "in")
        case.judge("note", [case.store.report_ids()[0]], SCRIPT, SCRIPT, SCRIPT)
    return path


class Tags(HTMLParser):
    """The tags of a page, their attributes, and the text between them."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


def check(answer: Answer) -> Tags:
    """Nothing of a report is a tag, an attribute that runs, or an address out of the pages."""
    found = Tags(answer)
    for tag, attributes in found.tags:
        assert tag not in ("img", "iframe", "object", "embed", "base", "textarea", "style"), (answer.path, tag)
        assert tag != "script" or attributes["src"].startswith("/static/"), answer.path
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (answer.path, attributes)
        assert "autofocus" not in attributes
        for name in ("href", "src", "action"):
            address = attributes.get(name, "/")
            assert address.startswith(("/", "#")) and not address.startswith("//"), (answer.path, address)
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x1b\x00") & set(answer.text), answer.path
    return found


@pytest.fixture
def hostile_visitor(hostile_case: Path, served: Serve, tmp_path: Path) -> Visitor:
    return visit(served(Path(shutil.copy(hostile_case, tmp_path / "<b>my.sayso"))))


def test_what_reports_say_is_text_on_every_page(hostile_visitor: Visitor) -> None:
    """Follow every link of every page: some hundred of them."""
    seen: set[str] = set()
    waiting = ["/"]
    shown = ""
    while waiting and len(seen) < 400:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = hostile_visitor.get_when_ready(path)
        assert answer.status == 200, (path, answer.words)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        shown += check(answer).text
        waiting += [href.partition("#")[0] for _, href in answer.links if href.startswith("/")]
    assert len(seen) > 100
    for attack in (
        SCRIPT,
        "onerror=alert(1)",
        "{{ 7 * 7 }}",
        "&lt;b&gt;",
        "[U+202E]",
        "[U+001B]",
        "javascript:alert(1)",
    ):
        assert attack in shown, attack


@pytest.mark.parametrize("attack", [*ATTACKS, "\x00", "x" * 501, "\ud800"[:0] + "ü" * 200])
@pytest.mark.parametrize("path", ["/search?q=", "/said?who=", "/said?about=", "/people?name=", "/events?type=", "/reports?since=",
                                  "/reports?outlet=", "/reports?page=", "/copies?report=", "/index.csv?list="])  # fmt: skip
def test_what_is_asked_is_text_too(hostile_visitor: Visitor, path: str, attack: str) -> None:
    path, _, name = path.rstrip("=").partition("?")
    answer = hostile_visitor.get_when_ready(path, **{name: attack})
    assert answer.status in (200, 400, 404)
    if answer.headers["content-type"].startswith("text/html"):
        check(answer)


@pytest.mark.parametrize("path", ["/reports/<script>", "/claims/0000000000000000/<b>", "/people/'x", "/compare/a/b", "/accounts/x",
                                  "/reports/%00", "/static/x/..%2f..%2fapp.py", "/static/x/app.py", "/reports/../app.py"])  # fmt: skip
def test_an_address_of_nothing_is_told_as_text(hostile_visitor: Visitor, path: str) -> None:
    answer = hostile_visitor.get_when_ready(path)
    assert answer.status == 404
    if answer.headers["content-type"].startswith("text/html"):
        check(answer)


def test_an_original_is_saved_and_never_shown(hostile_visitor: Visitor) -> None:
    report = hostile_visitor.get("/reports.json").json()["rows"][0]["id"]
    answer = hostile_visitor.get(f"/reports/{report}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{report}_')
    assert answer.headers["content-security-policy"] == "sandbox"
    assert SCRIPT.encode() in answer.body


def test_no_cell_of_a_csv_is_run(tmp_path: Path, served: Serve) -> None:
    path = tmp_path / "formula.sayso"
    with open_case(path, create=True) as case:
        case.add(*hostile(0, "=HYPERLINK(1)"))
    visitor = visit(served(path))
    for name in ("reports", "said", "events", "speakers"):
        for line in visitor.get(f"/{name}.csv").text.splitlines():
            assert not any(cell.startswith(("=", '"=')) for cell in line.split(",")), line


def test_a_word_of_a_megabyte_and_a_hundred_thousand_lines(tmp_path: Path, served: Serve) -> None:
    path = tmp_path / "large.sayso"
    with open_case(path, create=True) as case:
        case.add(Reading(Report.of(MEGABYTE + "\nthe end", title=MEGABYTE[:100_000], outlet="Daily")))
        case.add(Reading(Report.of("line\n" * 100_000, title="lines", outlet="Daily")))
    visitor = visit(served(path))
    for row in visitor.get("/reports.json").json()["rows"]:
        answer = visitor.get(f"/reports/{row['id']}")
        assert answer.status == 200
    assert "more characters are not shown" in answer.words or "the end" in answer.words
    assert len(visitor.get("/reports").body) < 100_000  # a title is shortened where it stands in a list


def test_a_damaged_reading_is_told_and_the_other_pages_stay(tmp_path: Path, served: Serve) -> None:
    path = tmp_path / "damaged.sayso"
    with open_case(path, create=True) as case:
        for reading, original in make_readings(3):
            case.add(reading, original)
        report = case.store.report_ids()[0]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET json = zeroblob(20) WHERE id = ?", (report,))
    connection.close()
    with pytest.raises(CaseError), open_case(path) as case:
        case.reading(report)
    visitor = visit(served(path))
    answer = visitor.get(f"/reports/{report}")
    assert answer.status == 503 and "damaged" in answer.words
    assert visitor.get("/").status == visitor.get("/reports").status == 200
