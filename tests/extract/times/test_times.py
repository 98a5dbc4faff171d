"""Times: forms, anchors, traps, and any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.times import find_times
from sayso.values.findings import Time
from sayso.values.report import Report

WEDNESDAY = "2010-11-10"  # publication, where a test says nothing else
WORDS = (
    "may March second sun 4 31 1980 1979 -  , . ( ) early late mid the of in on to until between and last next this "
    "that same year years month weeks days day decade century ago later earlier 5:30 p.m. noon Monday Nov. November "
    "the past present future recent time being former now "
    "spring fall '80s 1980s BC AD 30th 2010-11-04 04/11/2010 \n two hundred a half quarter first every Christmas"
).split(" ")
ANY_TEXT = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)


def report_of(text: str, published: str | None) -> Report:
    return Report.of(text, published=published, published_from="user" if published else None)


def read(text: str, published: str | None = WEDNESDAY) -> tuple[Time, ...]:
    return find_times(report_of(text, published))


def values(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(each.span.text, each.value) for each in read(text, published)]


@given(ANY_TEXT, st.sampled_from((None, "2010-11-10", "0001-01-01", "9999-12-31")))
def test_times_of_any_text_are_apart_in_order_and_read_back(text: str, published: str | None) -> None:
    report = report_of(text, published)
    position = 0
    known = {"stated", "published", "none"}
    for each in find_times(report):
        report.check(each.span)
        assert position <= each.span.start
        position = each.span.end
        assert each.anchor in known
        known.add(each.id)
        if each.type in ("DATE", "TIME") and each.value.startswith("X"):
            assert each.earliest is None and each.latest is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("It lasted from November 4 to 8.", ["2010-11-04", "2010-11-08"]),
        ("Between 2 and 4 May 2009 it rained.", ["2009-05-02", "2009-05-04"]),
        ("The war of 1980-83 was long.", ["1980", "1983"]),
        ("From 1979 until 1981 he was away.", ["1979", "1981"]),
        ("The battle (14 August - 2 September 1914) was lost.", ["1914-08-14", "1914-09-02"]),
    ],
)
def test_a_range_is_two_times_that_both_know_it(text: str, expected: list[str]) -> None:
    times = read(text)
    assert [each.value for each in times] == expected
    if "From" not in text:
        assert {each.range for each in times} == {tuple(expected)}


@pytest.mark.parametrize(
    "text, value, mod, earliest, latest",
    [
        ("In the early 1980s it grew.", "198", "START", "1980-01-01", "1983-12-31"),
        ("By mid-2003 it was over.", "2003", "MID", "2003-05-01", "2003-08-31"),
        ("At the end of March 2003 they left.", "2003-03", "END", "2003-03-21", "2003-03-31"),
        ("He was born around 1975.", "1975", "APPROX", "1974-01-01", "1976-12-31"),
        ("In the late 19th century they came.", "18", "END", "1866-01-01", "1899-12-31"),
    ],
)
def test_a_vague_time_keeps_its_bounds(text: str, value: str, mod: str, earliest: str, latest: str) -> None:
    (each,) = read(text, None)
    assert (each.value, each.mod, each.earliest, each.latest) == (value, mod, earliest, latest)


@pytest.mark.parametrize(
    "text, value",
    [
        ("He was freed on Monday.", "2010-11-08"),
        ("He will be freed on Monday.", "2010-11-15"),
        ("They came on Wednesday.", "2010-11-10"),
        ("It rained last week.", "2010-W44"),
        ("In December they lost.", "2009-12"),
        ("They will vote in December.", "2010-12"),
        ("He left two years ago.", "2008"),
        ("Last night they struck.", "2010-11-09TNI"),
    ],
)
def test_what_has_no_year_is_reckoned_from_publication_by_tense(text: str, value: str) -> None:
    (each,) = read(text)
    assert (each.value, each.anchor) == (value, "published")


@pytest.mark.parametrize(
    "text, value",
    [
        ("They came on November 4.", "XXXX-11-04"),
        ("He was freed on Monday.", "XXXX-WXX-1"),
        ("It rained last week.", "XXXX-WXX"),
        ("Yesterday they left.", "XXXX-XX-XX"),
    ],
)
def test_without_publication_a_time_stays_open_and_says_so(text: str, value: str) -> None:
    (each,) = read(text, None)
    assert (each.value, each.anchor, each.earliest, each.latest) == (value, "none", None, None)


def test_a_later_time_names_the_one_it_is_reckoned_from() -> None:
    first, second, third = read("She was arrested in June 2003. Five months later she was free. The next year she wed.")
    assert (second.value, second.anchor) == ("2003-11", first.id)
    assert (third.value, third.anchor) == ("2004", second.id)


def test_in_a_history_a_bare_date_has_the_year_last_told_even_if_it_was_published_now() -> None:
    text = "War came in 1914. Antwerp fell on 10 October. In 1915 Italy joined. In 1916 it was cold. On 4 May he spoke."
    text += " In 1917 he left. In 1918 peace came."
    told = read(text, "2009-12-19")
    assert [each.value for each in told][:5] == ["1914", "1914-10-10", "1915", "1916", "1916-05-04"]
    assert told[1].anchor == told[0].id


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun; wait a second.",
        "Flight 1965 and Route 1984 cost $1,999 in Room 2003.",
        "Some 2,000 people, 1979 members among them, came.",
        "Dial 555-1984-2003 or 1-800-1944.",
        "The form gives 30 February, the year 0 and the year 99999.",
        "On 31 April 1980",
        "The 24th Infantry and Resolution 1929.",
        "Troops of the 3rd and 6th Infantry Brigades fought.",
        "It was signed during the 13th session, after the 4th round and before the 5th meeting.",
        "A 61-year-old man and a boy of 12 years of age.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert values(text) == []


def test_upper_case_text_is_read_like_any_other() -> None:
    assert values("ON 26 FEBRUARY 1990 THE ARMY, LAST NIGHT, IN THE '70S AND ON WEDNESDAY", "1990-03-01") == [
        ("26 FEBRUARY 1990", "1990-02-26"),
        ("LAST NIGHT", "1990-02-28TNI"),
        ("THE '70S", "197"),
        ("WEDNESDAY", "1990-02-28"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1980-1981-" * 4_000,
        "1 - 2 - 3 - 4 " * 4_000,
        "the early the late in the mid " * 2_000,
        "two hundred and " * 4_000,
        "last next this that same year " * 2_000,
        "He said, on Monday and on 4 May " * 1_000,
        "9" * 50_000,
        "İ 1980 " * 4_000,
        "\n" * 20_000,
    ],
)
def test_time_taken_grows_with_the_length_alone(text: str) -> None:
    start = time.process_time()
    read(text)
    read(text, None)
    assert time.process_time() - start < 10


def test_a_clock_written_with_a_space_is_one_time() -> None:
    assert values("They met at 7 p. m. and left.") == [("7 p. m.", "XXXX-XX-XXT19:00")]


def test_in_news_no_date_takes_the_year_of_another_sentence() -> None:
    text = "In 2012 it rose. In 2013 it fell. In 2014 it rose. In 2015 it fell. In 2016 it rose. It fell on 4 May."
    assert values(text, "2018-06-01")[-1] == ("4 May", "XXXX-05-04")
    assert values(text.replace("20", "19"), "2018-06-01")[-1] == ("4 May", "1916-05-04")
    assert values(text.replace(" It fell", "\nIt fell"), "2018-06-01")[-1] == ("4 May", "2018-05-04")
