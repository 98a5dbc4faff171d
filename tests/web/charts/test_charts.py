"""What holds for every chart: well-formed, escaped, without style or script, within its edges, nothing on each other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from sayso.web.charts import (
    Chart,
    Dated,
    LabelCell,
    NetworkEdge,
    NetworkNode,
    Spot,
    ToldValue,
    figure,
    graphml,
    label_matrix,
    network,
    number_chart,
    place_map,
    standalone,
    timeline,
)
from sayso.web.charts.labels import Box
from sayso.web.charts.markup import width_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&\u202eevil\u0000" + "w" * 5000
LINKS = ("javascript:alert(1)", "//example.org/x", "https://example.org", "/\\example.org", "data:text/html,x")


def charts(words: str, href: str) -> dict[str, Chart]:
    """One of each kind, with these words and this address in every place that takes any."""
    days = ["2031-05-02", "2031-05", "1953", "", "XXXX-05", "2031-05-02"]
    return {
        "timeline": timeline([Dated(words, day, day, href, note=words) for day in days], title=words),
        "map": place_map([Spot(words, 33.3, 44.4, 3, href, True, words), Spot(words, 36.2, 44.0)], title=words),
        "network": network(
            [NetworkNode(name, words, href) for name in "abc"],
            [NetworkEdge(a, b, sign, 2, href, words) for a, b, sign in (("a", "b", 1), ("b", "c", -1), ("c", "a", 1))],
            title=words,
        ),
        "numbers": number_chart(
            [
                ToldValue(3400, "2031-05-02", words, 3000, None, words, href, True),
                ToldValue(None, "", words, 12, 15, href=href),
            ],
            title=words,
        ),
    }


def drawings(words: str, href: str) -> Iterator[tuple[str, str]]:
    for name, chart in charts(words, href).items():
        yield f"{name} wide", chart.wide
        yield f"{name} narrow", chart.narrow
    table = label_matrix([LabelCell(words, words, 2, -1, 1, href, href), LabelCell("b", "c")], title=words)
    yield "matrix", table.wide


@pytest.mark.parametrize("href", LINKS)
def test_hostile_words_and_addresses_stay_words(href: str) -> None:
    for name, drawn in drawings(HOSTILE, href):
        tree = ElementTree.fromstring(drawn)
        assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= set(
            "svg title desc g a text circle rect line path polyline polygon div table caption thead tbody tfoot tr th td "
            "span".split()
        ), name
        for element in tree.iter():
            assert not {key for key in element.attrib if key.startswith("on") or key in ("style", "href")}, name
        assert "\u202e" not in drawn and "<script" not in drawn, name
        assert len(drawn) < 60_000, name


def test_a_chart_carries_links_of_its_own_server() -> None:
    for name, drawn in drawings("Terzo", "/account/a1?x=1&y=2"):
        found = [e.get("href") for e in ElementTree.fromstring(drawn).iter() if e.get("href")]
        assert set(found) == {"/account/a1?x=1&y=2"}, name


def test_every_drawing_says_what_it_is_and_every_link_where_it_leads() -> None:
    for name, drawn in drawings("Terzo", "/x"):
        tree = ElementTree.fromstring(drawn)
        if tree.tag == f"{SVG}svg":
            ids = {e.get("id") for e in tree.iter() if e.get("id")}
            assert {tree.get("aria-labelledby"), tree.get("aria-describedby")} <= ids, name
        for link in tree.iter(f"{SVG}a"):
            assert (link.get("aria-label") or "").strip(), name


def boxes(svg: str) -> list[tuple[str, Box]]:
    """The place of each text, by the widths that the charts reckon with."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size = 11.0 if {"tick", "credit", "small"} & set((text.get("class") or "").split()) else 12.0
        width, x, y = width_of(text.text or "", size), float(text.get("x") or 0), float(text.get("y") or 0)
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor") or "start"]
        found.append((text.text or "", Box(left, y - 0.8 * size, left + width, y + 0.2 * size)))
    return found


def crowded() -> dict[str, Chart]:
    names = [f"Somebody of the {word} ministry" for word in "first second third fourth fifth sixth seventh".split()]
    spots = [
        Spot(f"Town {i}", 33 + i % 7 * 0.05, 44 + i // 7 * 0.05, 1 + i % 5, uncertain=i % 3 == 0) for i in range(49)
    ]
    days = ["2031-05-02", "2031-05-03", "2030", "1979-02", "1953-08-19", "", "2031-04-28"]
    values = [
        ToldValue(3000 + 37 * i, days[i % 7], names[i % 7], words=f"about {i}", conflict=i % 4 == 0) for i in range(28)
    ]
    pairs = list(itertools.combinations(range(7), 2))
    edges = [NetworkEdge(str(a), str(b), (-1) ** (a + b), a + b) for a, b in pairs] + [NetworkEdge("6", "0", -1)]
    return {
        "timeline": timeline(
            [Dated(names[i % 7], days[i % 7], days[i % 7], note="denied") for i in range(40)], title="t"
        ),
        "map": place_map(spots, title="m"),
        "numbers": number_chart(values, title="v"),
        "network": network([NetworkNode(str(i), name) for i, name in enumerate(names)], edges, title="n"),
    }


@pytest.mark.parametrize("kind", ["timeline", "map", "numbers", "network"])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_no_label_lies_on_another_or_is_cut_off(kind: str, form: str) -> None:
    svg = getattr(crowded()[kind], form)
    tree = ElementTree.fromstring(svg)
    edge = Box(0, 0, float(tree.get("width") or 0), float(tree.get("height") or 0))
    held = boxes(svg)
    assert len(held) > 5
    assert [text for text, box in held if not box.inside(edge)] == []
    assert [(a, b) for (a, one), (b, other) in itertools.combinations(held, 2) if one.meets(other)] == []


def test_the_same_data_give_the_same_drawing() -> None:
    for kind, chart in crowded().items():
        assert crowded()[kind] == chart


def test_a_figure_tells_how_many_of_how_many_it_shows() -> None:
    things = [Dated(str(i), "2031-05-02", "2031-05-02", weight=i) for i in range(70)]
    chart = timeline(things, title="When", total=900, chosen="the most claims")
    assert (chart.shown, chart.total, len(chart.rows)) == (60, 900, 60)
    assert {row["label"] for row in chart.rows} == {str(i) for i in range(10, 70)}
    page = figure(chart, data="/timeline")
    assert "60 of 900, chosen by the most claims" in page
    assert re.findall(r'href="(/timeline\.\w+)"', page) == ["/timeline.svg", "/timeline.csv", "/timeline.json"]


def test_nothing_to_show_says_what_to_do() -> None:
    for chart in (
        timeline([], title="t"),
        place_map([], title="m"),
        network([], [], title="n"),
        number_chart([], title="v"),
    ):
        assert figure(chart, empty="Read reports first.") == '<p class="empty">Read reports first.</p>'


def test_a_drawing_stands_alone_as_a_file() -> None:
    text = standalone(charts("Terzo", "/x")["network"])
    tree = ElementTree.fromstring(text)
    assert tree.find(f"{SVG}style") is not None
    assert "@media (prefers-color-scheme: dark)" in text


def test_graphml_is_xml_whatever_the_names() -> None:
    tree = ElementTree.fromstring(
        graphml(
            [NetworkNode("<a>", HOSTILE), NetworkNode("b", "B")],
            [NetworkEdge("<a>", "b", -1), NetworkEdge("b", "c", 1)],
        )
    )
    name = "{http://graphml.graphdrawing.org/xmlns}"
    assert [edge.get("source") for edge in tree.iter(f"{name}edge")] == ["<a>"]
    assert len(list(tree.iter(f"{name}node"))) == 2
