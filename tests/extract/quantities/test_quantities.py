"""Quantities: value and bounds, what is counted, role and unit, traps, and any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.values.findings import Quantity
from sayso.values.report import Report

WORDS = (
    "12 3,400 20-30 1.2m $3bn 2. 6 million two hundred and half a dozen several few many no one of the at least more than "
    "up to between to or so odd percent % years old - , . ( ) killed wounded men soldiers them third thirds in ten out "
    "every $ £ 40s his aged times magnitude 0 99999999999999999999 1,2,3 1 250 ' 's \n"
).split(" ")
ANY_TEXT = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)


def read(text: str) -> tuple[Quantity, ...]:
    report = Report.of(text)
    return find_quantities(report, find_times(report))


@given(ANY_TEXT)
def test_quantities_of_any_text_are_apart_in_order_and_read_back(text: str) -> None:
    report = Report.of(text)
    position = 0
    for each in find_quantities(report, find_times(report)):
        assert position <= each.span.start
        position = each.span.end
        for span in (each.span, each.hedge, each.counts):
            if span is not None:
                report.check(span)
        assert each.hedge is None or each.span.covers(each.hedge)


@pytest.mark.parametrize(
    "text, value, low, high",
    [
        ("About 3,400 members came.", 3400, None, None),
        ("At least 11 passengers came.", 11, 11, None),
        ("No fewer than a dozen men came.", 12, 12, None),
        ("Up to 50 guests came.", 50, None, 50),
        ("Between 20 and 30 men came.", None, 20, 30),
        ("20 to 30 men came.", None, 20, 30),
        ("Dozens of men came.", None, 24, 99),
        ("Tens of thousands of men came.", None, 20000, 99999),
        ("A number of men came.", None, 2, None),
        ("Half a million men came.", 500000, None, None),
        ("Twenty-three thousand four hundred men came.", 23400, None, None),
        ("One hundred and twelve men came.", 112, None, None),
        ("Some 1.2bn people came.", 1.2e9, None, None),
        ("One and a quarter million men came.", 1.25e6, None, None),
        ("Three and a half thousand men came.", 3500, None, None),
        ("Some 10-15,000 men came.", None, 10000, 15000),
        ("Two to 3,000 men came.", None, 2, 3000),
        ("Its 3.400 members came.", 3400, None, None),
        ("All 1 250 detainees came.", 1250, None, None),
        ("Seventy-odd men came.", None, 70, 79),
        ("At least 40 and as many as 60 men came.", None, 40, 60),
        ("Two or more men came.", 2, 2, None),
        ("Two-thirds of the men came.", 2 / 3, None, None),
        ("One in five men came.", 0.2, None, None),
    ],
)
def test_a_number_has_its_value_and_its_bounds(text: str, value: float, low: float, high: float) -> None:
    (each,) = read(text)
    assert (each.value, each.low, each.high) == (pytest.approx(value) if value else value, low, high)
    assert each.counts is not None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Two men in masks shot dead a judge.", ["other"]),
        ("Two gunmen killed five farmers and wounded 12.", ["other", "killed", "wounded"]),
        ("Soldiers shot and killed a father of three.", ["other"]),
        ("Three policemen who had killed a boy were freed.", ["other"]),
        ("Seven villagers were abducted and two beheaded.", ["held", "killed"]),
        ("Six farmers died the next day.", ["killed"]),
        ("Nine farmers were killed by two gunmen.", ["killed", "other"]),
        ("Gangs attacked two prisons and freed 40 prisoners.", ["other", "held"]),
    ],
)
def test_who_does_it_is_not_among_those_to_whom_it_was_done(text: str, roles: list[str]) -> None:
    assert [each.role for each in read(text)] == roles


@pytest.mark.parametrize(
    "text, said, value, unit, role",
    [
        ("It cost $2.5 million.", "$2.5 million", 2.5e6, "USD", "money"),
        ("It cost €3bn.", "€3bn", 3e9, "EUR", "money"),
        ("It cost 210 trillion rials.", "210 trillion rials", 2.1e14, "IRR", "money"),
        ("It grew 45 per cent.", "45 per cent", 45, "percent", "share"),
        ("He served three years.", "three years", 3, "year", "duration"),
        ("A day and a half passed.", "A day and a half", 1.5, "day", "duration"),
        ("A 34-year-old woman spoke.", "34-year-old", 34, "year", "age"),
        ("The singer, aged 38, died.", "38", 38, "year", "age"),
        ("It is 1.2 km away.", "1.2 km", 1.2, "km", "other"),
    ],
)
def test_money_shares_lengths_and_ages_have_units_and_count_nothing(
    text: str, said: str, value: float, unit: str, role: str
) -> None:
    (each,) = read(text)
    assert (each.span.text, each.value, each.unit, each.role, each.counts) == (said, value, unit, role, None)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Five Iraqi soldiers and two civilians were killed.", [("Iraqi soldiers", "killed"), ("civilians", "killed")]),
        ("Gunmen killed nine men and wounded 41 women.", [("men", "killed"), ("women", "wounded")]),
        ("Police arrested 15 men and one woman.", [("men", "held"), ("woman", "held")]),
        ("The front has 500 members.", [("members", "members")]),
        ("The army bought 36 F-16 jets.", [("F-16 jets", "other")]),
        ("A four-person crew left.", [("person", "members")]),
        ("Clinics saw 18 people in Kidapawan and six in Digos.", [("people", "other"), ("people", "other")]),
        ("It took 14 of the state's 41 delegates.", [("delegates", "other"), ("delegates", "other")]),
        ("Three of them fled.", [(None, "other")]),
    ],
)
def test_what_is_counted_and_what_befell_it(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(each.counts.text if each.counts else None, each.role) for each in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 4 November 2010 at 5:30 p.m. he left.",
        "The third round of the 82nd Airborne was the first.",
        "His F-16, the G7 and Resolution 1701 were in Article 5.",
        "They won 3-2 and lost 1-0.",
        "Call 555-0199-33 from Room 101.",
        "One of the men said that on the one hand he was glad.",
        "It was three times what it had been.",
        "Two years ago he left, five months later he was back.",
        "No one knows, and no bank was fined.",
        "They followed the Twelve Imams and the Group of Eight.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert [each.span.text for each in read(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "1 2 3 " * 2_000,
        "one two three hundred and " * 1_000,
        "between 1 and " * 1_000,
        "9" * 30_000,
        "1,000," * 2_000,
        "a few hundred of the many thousands upon " * 1_000,
        "at least more than up to " * 1_000,
        "He said that 5 men " * 1_000,
    ],
)
def test_time_taken_grows_with_the_length_alone(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 10
