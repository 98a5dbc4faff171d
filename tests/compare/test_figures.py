"""Figures: numbers of several reports that count the same thing, and how they stand to each other."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence

import pytest
from make_counts import counting, many_quantities

from sayso.case import Case, open_case
from sayso.compare.counted import counted
from sayso.compare.figures import find_figures
from sayso.errors import UsageError
from sayso.values.figures import Figure
from sayso.values.findings import Quantity
from sayso.values.reading import Reading
from sayso.values.report import Report

CAMP = "The blast at the depot in Ostrany near Keld killed {} people on Saturday, {} said. Rescuers from Velmar came."


def figures_of(*readings: Reading) -> list[Figure]:
    return list(find_figures({reading.report.id: counted(reading) for reading in readings}).values())


def said(number: str, day: int, voice: str = "the ministry", outlet: str = "Daily") -> Reading:
    return counting(CAMP.format(number, voice), f"2031-05-{day:02}", outlet)


def case_of(readings: Sequence[Reading]) -> Case:
    case = open_case(":memory:", create=True)
    for reading in readings:
        case.add(reading)
    return case


@pytest.mark.parametrize(
    ("first", "second", "days", "moved"),
    [
        ("14", "14", (3, 4), "agree"),
        ("about 14", "14", (3, 4), "agree"),
        ("at least 14", "19", (3, 3), "compatible"),
        ("about 3,400", "3,412", (3, 3), "compatible"),
        ("3,400", "3,412", (3, 3), "compatible"),
        ("between 40 and 60", "52", (3, 3), "compatible"),
        ("14", "19", (3, 4), "update"),
        ("14", "19", (3, 3), "conflict"),
        ("at least 14", "9", (3, 3), "conflict"),
    ],
)  # fmt: skip
def test_how_two_numbers_of_one_thing_stand(first: str, second: str, days: tuple[int, int], moved: str) -> None:
    one = said(first, days[0], "the ministry", "A")
    other = said(second, days[1], "the army", "B")
    (figure,) = figures_of(one, other)
    assert figure.moved == moved and len(figure.quantities) == 2 and figure.counts == "people, killed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # dead and wounded
        ("The blast in Ostrany near Keld killed 14 people on Saturday.",
         "The blast in Ostrany near Keld wounded 19 people on Saturday."),
        # a part and its whole
        ("The blast in Ostrany near Keld killed nine children on Saturday.",
         "The blast in Ostrany near Keld killed 23 people on Saturday."),
        ("Nine of the 23 dead in Ostrany near Keld were children.",
         "The blast in Ostrany near Keld killed 23 people on Saturday."),
        # what was new on one day, and all of them
        ("Hospitals of Ostrany and Keld reported 212 new infections.",
         "Hospitals of Ostrany and Keld reported 3,411 infections."),
        # asked for in each month, and in all
        ("Donors in Ostrany and Keld paid 500 dollars a month to the school.",
         "Donors in Ostrany and Keld paid 4,100 dollars to the school."),
        # another measure
        ("The ferry of Ostrany and Keld was 60 metres long.", "The ferry of Ostrany and Keld was worth 60 dollars."),
    ],
)  # fmt: skip
def test_what_counts_two_things_is_no_figure(one: str, other: str) -> None:
    found = figures_of(counting(one, "2031-05-03", "A"), counting(other, "2031-05-03", "B"))
    assert [figure for figure in found if len({q.partition("/")[0] for q in figure.quantities}) > 1
            and figure.moved != "agree"] == []  # fmt: skip


def test_reports_on_two_matters_are_not_held_against_each_other() -> None:
    other = CAMP.replace("Ostrany", "Sorvane").replace("Keld", "Hollin").replace("Velmar", "Tarn")
    assert figures_of(said("14", 3), counting(other.format("19", "the army"), "2031-05-03", "B")) == []


def test_the_same_voice_at_a_later_date_updates() -> None:
    (figure,) = figures_of(said("19", 3, outlet="A"), said("14", 9, outlet="B"))
    assert figure.moved == "update" and figure.ties[0].because == "same voice"


def test_what_the_text_tells_as_a_change_is_an_update() -> None:
    text = "The number of people in the camp fell from 3,400 to 3,150 after a week."
    (figure,) = figures_of(counting(text, "2031-05-03"))
    assert figure.moved == "update" and figure.ties[0].because == "told as a change"


def test_a_row_of_bare_numbers_counts_one_thing() -> None:
    text = "There are said to be 2,900 people left. I have heard 3,400, 3,150 and 3,120."
    (figure,) = figures_of(counting(text, "2031-05-03"))
    assert len(figure.quantities) == 3
    bare = counting("I have heard 3,400, 3,150 and 3,120.")
    with case_of([bare]) as case:
        assert case.figures()[0].figure == figures_of(bare)[0], "also where nothing tells what is counted"


def test_bare_numbers_of_other_things_are_not_taken_up() -> None:
    text = "There are 2,900 people left. They paid $3,000. Of the 3,100, twelve stayed for 3,050 days."
    assert all(len(figure.quantities) <= 2 for figure in figures_of(counting(text, "2031-05-03")))


def test_the_order_of_reports_makes_no_difference() -> None:
    readings = [said(number, day, voice, outlet) for number, day, voice, outlet in (
        ("14", 3, "the army", "A"), ("19", 4, "the ministry", "B"), ("14", 5, "the coroner", "C"), ("21", 6, "Aldo", "D"),
    )]  # fmt: skip
    wanted = figures_of(*readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert figures_of(*readings) == wanted


def test_ten_thousand_numbers_of_one_report_take_no_time_that_grows_with_their_pairs() -> None:
    start = time.process_time()
    few = figures_of(many_quantities(1_000))
    took = time.process_time() - start
    start = time.process_time()
    assert len(figures_of(many_quantities(10_000))) == len(few) == 0
    assert time.process_time() - start < 40 * took + 5


@pytest.mark.parametrize("value", [1e30, -3400.0, 0.0, 1e-12, 3400.0, float("inf"), float("nan")])
def test_numbers_of_any_size_are_held_against_each_other(value: float) -> None:
    readings = []
    for outlet, number in (("A", value), ("B", value * 1.01), ("C", value)):
        report = Report.of("The fund of Ostrany and Keld has 7 boats.", outlet=outlet, published="2031-05-03")
        base = counting(report.text, "2031-05-03", outlet)
        (old,) = base.quantities
        quantity = Quantity(old.id, old.span, number, counts=old.counts)
        readings.append(
            Reading(base.report, base.steps, mentions=base.mentions, entities=base.entities, quantities=(quantity,))
        )
    for figure in figures_of(*readings):
        assert figure.moved in ("agree", "compatible", "conflict", "update")
    if not math.isfinite(value):
        assert figures_of(*readings) == []
        return  # no reading that is read back holds one
    with case_of(readings) as case:
        assert len(case.figures()) <= 2


def test_a_case_tells_each_number_with_its_voice_and_where_it_was_copied_from() -> None:
    tail = " The road from Keld to Ostrany stayed closed until noon, and nobody in Velmar knew for how long it would."
    one = counting(CAMP.format("14", "the ministry") + tail, "2031-05-03", "A")
    copy = counting("(OPS) " + CAMP.format("14", "the ministry") + tail, "2031-05-04", "B")
    with case_of([one, copy, said("19", 3, "the army", "C")]) as case:
        (told,) = case.figures("people blast")
        assert told.figure.moved == "conflict" and told.reports == 3 and told.origins == 2
        numbers = {number.report.outlet: number for number in told.numbers}
        assert numbers["A"].chain == "A > the ministry" and numbers["A"].written == "14"
        assert numbers["B"].copied_from == one.report.id and not numbers["C"].copied_from
        assert numbers["C"].sentence.startswith("The blast at the depot") and numbers["C"].report.day == "2031-05-03"
        assert any("cannot both be true" in why for why in told.why)
        assert case.figures("camel") == [] and case.figures(outlet="A") == [] and case.figures(moved="agree") == []
        assert case.figures(moved="conflict").to_dicts()[0]["least"] == 14.0
        with pytest.raises(UsageError, match="no word"):
            case.figures(" ?! ")
        with pytest.raises(UsageError, match="no way in which"):
            case.figures(moved="sideways")


def test_what_is_added_gives_what_a_run_from_nothing_gives() -> None:
    readings = [
        said(str(number), day, outlet=outlet) for number, day, outlet in ((14, 3, "A"), (19, 4, "B"), (23, 6, "C"))
    ]
    with case_of(readings[:2]) as case:
        case.result("figures")
        case.add(readings[2])
        after = case.result("figures")
        case.judge("erase", [readings[0].report.id])
        fewer = case.result("figures")
        with case.store.transaction():
            case.store.forget_results()
        assert case.result("figures") == fewer
    with case_of(readings) as case:
        assert case.result("figures") == after
