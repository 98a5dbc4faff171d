"""Reports that are collections of attacks: in the browser they are text, and nothing of them runs or is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browsing import Served, Visit
from read_lightly import light_reading

from sayso.case import open_case
from sayso.values.report import Report

ATTACKS = (
    "<script>document.title='taken'</script>", "<img src=x onerror=\"document.title='taken'\">",
    "javascript:document.title='taken'", "\"><svg onload=document.title='taken'>", "{{ 7 * 7 }} {% raw %}",
    "</textarea></style></title><script>document.title='taken'</script>", "&lt;b&gt; &amp;amp;",
    "<iframe src=https://example.org/></iframe><link rel=stylesheet href=//example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>", "<base href=https://example.org>",
    "=HYPERLINK(\"https://example.org\")", "left \u202egnorw\u202c right \u2066x\u2069 \u200fy", "a\x00b\x1b[31mc",
)  # fmt: skip
LONG = "w" * 1_000_000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Attacks in texts, outlets, titles, addresses, paths; and one word of a megabyte."""
    file = tmp_path_factory.mktemp("hostile") / "hostile.sayso"
    with open_case(file, create=True) as case:
        for number, attack in enumerate(ATTACKS):
            text = f"Rosa Aldo said that {attack} was read. Also {attack}."
            report = Report.of(
                text, outlet=attack.replace("\x00", ""), title=attack, url=attack, lang="en", published="2031-05-04",
                paths=(f"in/{attack}/{number}.txt",), byline=attack,
            )  # fmt: skip
            case.add(light_reading(report), text.encode())
        case.add(light_reading(Report.of(f"Rosa Aldo said that {LONG} was read. {LONG}", title=LONG, lang="en")))
    with Served(file, "--read-only") as served:
        yield served


@pytest.mark.parametrize(
    "path", ["/", "/reports", "/said", "/outlets", "/search?q=read", "/people", "/timeline", "/map"]
)
def test_attacks_are_words_in_every_list(visit: Callable[..., Visit], hostile: Served, path: str) -> None:
    page = visit(hostile).go(path)
    assert "taken" not in page.title()
    assert page.locator("main :is(script, img, iframe, meta, base, link)").count() == 0
    wrong = "(all) => all.map((a) => a.getAttribute('href')).filter((href) => !/^[/?#]/.test(href) || href.startsWith('//'))"
    assert page.locator("a[href]").evaluate_all(wrong) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert "\u202e" not in page.content()


def test_each_hostile_report_shows_as_text(visit: Callable[..., Visit], hostile: Served) -> None:
    at = visit(hostile)
    addresses = (
        at.go("/reports?per=100")
        .locator("main tbody a[href^='/reports/']")
        .evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    )
    assert len(addresses) == len(ATTACKS) + 1
    shown = ""
    for address in addresses:
        page = at.go(address)
        assert page.title() != "taken" and page.locator("main :is(script, img, iframe, svg)").count() == 0
        text = page.locator(".text").text_content()
        assert len(text) < 3_000_000
        shown += text
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    for attack in (ATTACKS[0], ATTACKS[2], ATTACKS[4], ATTACKS[6]):
        assert attack in shown
    assert "[U+202E]" in shown


def test_what_somebody_types_stays_words(visit: Callable[..., Visit], hostile: Served) -> None:
    at = visit(hostile)
    page = at.go("/search")
    page.locator("main input[name=q]").fill("\"><script>document.title='taken'</script>")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.title() != "taken" and page.locator("main script").count() == 0
