"""`sayso figures`: what is printed, as lines and as JSON, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from answers import Answer
from make_counts import counting, many_quantities

from sayso.case import open_case

BLAST = "The blast at the depot in Ostrany near Keld killed {} people on Saturday, the {} said. Help came from Velmar."


@pytest.fixture
def answer(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask a case of two reports that count the same dead."""
    with open_case("my.sayso", create=True) as case:
        for outlet, number, voice in (("A", "14", "army"), ("B", "\x1b19", "ministry")):
            case.add(counting(BLAST.format(number, voice), "2031-05-03", outlet, paths=(f"{outlet}.txt",)))
    return ask


def test_each_number_is_printed_with_day_voice_sentence_and_place(answer: Callable[..., Answer]) -> None:
    told = answer("figures", "my.sayso", "blast")
    lines = told.out.splitlines()
    assert told.status == 0 and "1 figures" in told.err
    assert lines[0] == "people, killed: conflict, 2 times in 2 reports"
    assert lines[1] == "    2031-05-03  14  A > the army"
    assert lines[2].strip().startswith("The blast at the depot") and "A.txt:" in lines[3]
    assert "they cannot both be true" in lines[-2] and "\x1b" not in told.out


def test_json_gives_every_number_and_tie(answer: Callable[..., Answer]) -> None:
    (line,) = answer("figures", "my.sayso", "--json").lines
    assert line["moved"] == "conflict" and line["reports"] == line["origins"] == 2
    assert [number["value"] for number in line["numbers"]] == [14, 19]
    assert line["numbers"][0]["chain"] == "A > the army" and "copied_from" not in line["numbers"][0]
    assert line["ties"][0]["why"] == "they cannot both be true"


def test_nothing_found_says_so_and_what_is_no_word_is_refused(answer: Callable[..., Answer]) -> None:
    told = answer("figures", "my.sayso", "camel")
    assert told.status == 0 and told.out == "" and "no number of these reports is told twice" in told.err
    assert answer("figures", "my.sayso", "--moved", "agree").out == ""
    assert answer("figures", "my.sayso", "").status == 2
    assert answer("figures", "my.sayso", "?!").status == 2
    assert answer("figures", "my.sayso", "--limit", "0").status == 2
    assert answer("figures", "nowhere.sayso").status == 2


def test_a_report_of_ten_thousand_numbers_is_answered(answer: Callable[..., Answer]) -> None:
    with open_case("many.sayso", create=True) as case:
        case.add(many_quantities(10_000))
    assert answer("figures", "many.sayso").status == 0
