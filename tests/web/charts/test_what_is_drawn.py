"""What each chart draws: vague dates as vague, uncertain places as uncertain, signs, conflicts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from sayso.web.charts import (
    Dated,
    LabelCell,
    NetworkEdge,
    NetworkNode,
    Spot,
    ToldValue,
    label_matrix,
    network,
    number_chart,
    place_map,
    timeline,
    triads_of,
)
from sayso.web.charts.land import Frame, paths
from sayso.web.charts.scales import DayScale, NumberScale, day_number, plain

SVG = "{http://www.w3.org/2000/svg}"


def classes(svg: str, tag: str) -> list[str]:
    return [e.get("class") or "" for e in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")]


@pytest.mark.parametrize(
    ("earliest", "latest", "how", "words"),
    [
        ("2031-05-02", "2031-05-02", "day", "2031-05-02"),
        ("2031-05-02T10:00", "2031-05-02", "day", "2031-05-02"),
        ("2031-05-01", "2031-05-31", "between", "2031-05-01 to 2031-05-31"),
        ("2031-05", "2031-05", "between", "2031-05 to 2031-05"),
        ("2031-05-02", "", "from", "2031-05-02 or later"),
        ("", "2031-05-02", "until", "2031-05-02 or earlier"),
        ("", "", "none", "no date told"),
        ("XXXX-05-02", "2031-13-45", "none", "no date told"),
    ],
)
def test_a_date_is_as_exact_as_it_is_told(earliest: str, latest: str, how: str, words: str) -> None:
    thing = Dated("met", earliest, latest)
    assert (thing.how, thing.when()) == (how, words)


def test_vague_dates_are_drawn_as_the_time_within_which_they_lie() -> None:
    things = [
        Dated("a day", "2031-05-02", "2031-05-02"), Dated("a month", "2031-05-01", "2031-05-31"),
        Dated("all May", "2031-05-01", "2031-05-31", lasting=True), Dated("planned", "2031-05-09", "2031-05-09", hollow=True),
        Dated("later", "2031-05-09", ""), Dated("no date"),
    ]  # fmt: skip
    svg = timeline(things, title="When").wide
    assert sorted(classes(svg, "circle")) == ["day", "day", "day hollow"]
    assert {"between", "lasting"} <= set(classes(svg, "rect"))
    assert "reach" in classes(svg, "line")
    assert "No date told: 1" in svg
    rects = {e.get("class"): e for e in ElementTree.fromstring(svg).iter(f"{SVG}rect")}
    day = next(e for e in ElementTree.fromstring(svg).iter(f"{SVG}circle"))
    left, width = float(rects["between"].get("x") or 0), float(rects["between"].get("width") or 0)
    assert left < float(day.get("cx") or 0) < left + width


def test_time_in_which_nothing_is_told_is_left_out_and_shown_as_left_out() -> None:
    things = [
        Dated("then", "1953-08-19", "1953-08-19"),
        *(Dated(str(i), f"2031-05-0{i}", f"2031-05-0{i}") for i in (1, 4, 9)),
    ]
    svg = timeline(things, title="When").wide
    assert classes(svg, "rect").count("left-out") == 1
    near = [Dated(str(i), f"2031-05-0{i}", f"2031-05-0{i}") for i in (1, 4, 9)]
    assert "left-out" not in classes(timeline(near, title="When").wide, "rect")


def test_days_keep_their_order_and_their_distances_between_two_breaks() -> None:
    spans = [(day, day) for day in (1, 5, 9, 90_000, 90_004, 200_000)]
    scale = DayScale.over(spans, 10, 900)
    places = [scale.at(first) for first, _ in spans]
    assert places == sorted(places) and places[0] >= 10 and places[-1] <= 900
    assert places[1] - places[0] == pytest.approx(places[2] - places[1])
    assert len(scale.breaks()) == 2


@pytest.mark.parametrize("first", ["0001-01-01", "9999-12-31", "2031-05-02", "1900", "2000-02"])
def test_any_day_of_the_calendar_has_ticks(first: str) -> None:
    begin, end = day_number(first), day_number(first, end=True)
    assert begin is not None and end is not None
    for length in (0, 1, 20, 400, 5000, 300_000):
        last = min(end + length, 3652059)
        ticks = DayScale.over([(begin, last)], 0, 900).ticks(90)
        assert ticks and all(b[0] - a[0] >= 90 for a, b in zip(ticks, ticks[1:], strict=False))


def test_uncertain_places_are_drawn_as_uncertain_and_no_place_that_is_none() -> None:
    spots = [
        Spot("Tarn", 46.0, 8.0, 9), Spot("Springfield", 47.0, 9.0, 2, uncertain=True, why="two are called so"),
        Spot("Nowhere", 95.0, 8.0), Spot("NaN", float("nan"), 8.0),
    ]  # fmt: skip
    chart = place_map(spots, title="Where")
    assert classes(chart.wide, "circle") == ["spot", "spot uncertain"]
    assert "not certain: two are called so" in chart.wide and "Springfield?" in chart.wide
    assert (chart.shown, chart.total) == (2, 2)
    areas = [float(e.get("r") or 0) ** 2 for e in ElementTree.fromstring(chart.wide).iter(f"{SVG}circle")]
    assert areas[0] / areas[1] == pytest.approx(9 / 2, rel=0.05)


@pytest.mark.parametrize(
    "spots",
    [[(46.0, 8.0)], [(33.0, 44.0), (36.0, 45.0)], [(64.0, -170.0), (64.0, 170.0)], [(-77.0, 166.0)], [(82.0, 0.0)],
     [(-40.0, 175.0), (60.0, -120.0)], [(0.0, 0.0), (0.0, 0.0)]],
)  # fmt: skip
def test_a_frame_shows_all_its_places_and_land_keeps_within_it(spots: list[tuple[float, float]]) -> None:
    frame = Frame.around(spots, 960, 480)
    assert all(frame.holds(*spot) for spot in spots)
    assert -180 <= frame.west < frame.east <= 180 and -90 <= frame.south < frame.north <= 90
    land, _ = paths(frame)
    x = y = 0.0
    for ring in land.removesuffix("Z").split("Z") if land else []:
        start, _, steps = ring.removeprefix("M").partition("l")
        x, y = map(float, start.split())
        numbers = [float(piece) for piece in steps.split()]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -6 <= x <= frame.width + 6 and -6 <= y <= frame.height + 6


def test_land_is_where_land_is() -> None:
    for spots, land_is_there in (([(33.0, 44.0)], True), ([(0.0, -140.0)], False)):
        assert bool(paths(Frame.around(spots, 960, 480))[0]) is land_is_there


def test_for_and_against_differ_in_class_and_lead_to_their_claims() -> None:
    nodes = [
        NetworkNode("a", "Ostrany"),
        NetworkNode("b", "Velmar"),
        NetworkNode("c", "the Front"),
        NetworkNode("d", "nobody"),
    ]
    edges = [
        NetworkEdge("a", "b", 1, 3, "/relations?holder=a&target=b"), NetworkEdge("b", "a", -1, 1), NetworkEdge("b", "c", -1, 2),
        NetworkEdge("x", "a", 1), NetworkEdge("a", "a", 1),
    ]  # fmt: skip
    chart = network(nodes, edges, title="Who")
    assert sorted(c for c in classes(chart.wide, "path") if c.startswith("edge")) == [
        "edge against",
        "edge against",
        "edge for",
    ]
    assert "Ostrany is for Velmar: 3 claims" in chart.wide and "nobody" not in chart.wide
    assert [(row["holder"], row["target"], row["sign"]) for row in chart.rows] == [
        ("Ostrany", "Velmar", 1), ("Velmar", "the Front", -1), ("Velmar", "Ostrany", -1),
    ]  # fmt: skip


def test_a_large_network_shows_those_with_most_claims() -> None:
    nodes = [NetworkNode(str(i), f"Actor {i}") for i in range(300)]
    edges = [NetworkEdge(str(i), str((i + 1) % 300), 1, 1 + (i < 10) * 5) for i in range(300)]
    chart = network(nodes, edges, title="Who")
    assert chart.shown < chart.total == 300
    assert "of 300, chosen by the actors with the most claims" in chart.note
    assert "Actor 5" in chart.wide and "Actor 250" not in chart.wide


@pytest.mark.parametrize(
    ("signs", "balanced"), [((1, 1, 1), True), ((1, -1, -1), True), ((1, 1, -1), False), ((-1, -1, -1), False)]
)
def test_a_triad_is_balanced_by_the_product_of_its_signs(signs: tuple[int, int, int], balanced: bool) -> None:
    edges = [NetworkEdge(a, b, sign) for (a, b), sign in zip((("a", "b"), ("c", "b"), ("a", "c")), signs, strict=True)]
    [triad] = triads_of(edges)
    assert triad.balanced is balanced
    chart = network([NetworkNode(n, n) for n in "abc"], edges, title="Who")
    assert classes(chart.wide, "polygon") == [f"triad {'balanced' if balanced else 'unbalanced'}"]


def test_a_number_in_conflict_is_marked_and_bounds_are_drawn() -> None:
    values = [
        ToldValue(3400, "2031-05-02", "Herald", words="about 3,400", href="/claim/1", conflict=True),
        ToldValue(2100, "2031-05-03", "Courier", conflict=True), ToldValue(3412, "2031-05-05", "Herald"),
        ToldValue(None, "2031-05-06", "Isles", low=3000, words="more than 3,000"), ToldValue(7, "", "Lantern"),
    ]  # fmt: skip
    chart = number_chart(values, title="Members")
    assert classes(chart.wide, "circle").count("conflict") == 2
    assert sum(c.startswith("bounds") for c in classes(chart.wide, "line")) == 2  # an open end has no cap
    assert "about 3,400; Herald; 2031-05-02; in conflict with another value" in chart.wide
    assert "no date" in chart.wide and "in conflict with another" in chart.legend
    assert len(classes(chart.wide, "polyline")) == 1  # of the one voice that tells two


@pytest.mark.parametrize(
    "values", [[3400], [0], [-5, 5], [1, 1_000_000], [3400, 3400], [1e-9, 2e-9], [2.5e12, 1e3], [0, 1e9]]
)
def test_a_scale_of_numbers_shows_all_and_rises(values: list[float]) -> None:
    scale = NumberScale.over(values, 300, 10)
    ticks = scale.ticks()
    assert len(ticks) >= 2 and len({words for _, words in ticks}) == len(ticks)
    assert all(scale.low <= value <= scale.high and 9 <= scale.at(value) <= 301 for value in values)
    assert [y for y, _ in ticks] == sorted((y for y, _ in ticks), reverse=True)


@pytest.mark.parametrize(
    ("value", "words"), [(3400, "3,400"), (0.25, "0.25"), (-12, "-12"), (1.5e6, "1.5 million"), (1234.5, "1,234.5")]
)
def test_numbers_are_written_as_people_do(value: float, words: str) -> None:
    assert plain(value) == words


def test_the_table_of_labels_counts_and_sums() -> None:
    cells = [
        LabelCell("Velmar", "the group", 2), LabelCell("Ostrany", "terrorists", 3, -1, href="/labels?x"),
        LabelCell("Ostrany", "terrorists", 1, -1), LabelCell("Ostrany", "the group", 1, denied=1),
    ]  # fmt: skip
    chart = label_matrix(cells, title="Who calls the Front what")
    tree = ElementTree.fromstring(chart.wide)
    lines = [[("".join(cell.itertext())) for cell in row] for row in tree.iter("tr")]
    assert lines == [
        ["Who", "terrorists", "the group", "all"], ["Ostrany", "4−", "1", "5"], ["Velmar", "", "2", "2"],
        ["all", "4", "3", "7"],
    ]  # fmt: skip
    assert [cell.get("class") for cell in tree.iter("td") if "denied" in (cell.get("class") or "")] == [
        "neutral denied"
    ]
    assert (chart.shown, chart.total) == (3, 3)
    many = label_matrix([LabelCell(f"h{i}", f"l{i}") for i in range(60)], title="t")
    assert many.shown < many.total == 60
