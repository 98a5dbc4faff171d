"""`sayso relations` and `sayso balance`: who is for or against whom, always according to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from answers import Answer
from make_relations import related

from sayso.case import open_case


@pytest.fixture
def answer(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask a case of two outlets."""
    with open_case("my.sayso", create=True) as made:
        made.add(
            *related([("Ostrany", "Velmar", -1, "CT+"), ("Velmar", "Keld", -1, "CT+"), ("Ostrany", "Keld", -1, "CT+")])
        )
        made.add(*related([("Ostrany", "Velmar", 1, "CT-")], outlet="Courier \x1b[31m", day="2032-01-04"))
    return ask


def test_each_line_says_according_to_whom_and_shows_the_sentence(answer: Callable[..., Answer]) -> None:
    told = answer("relations", "my.sayso", "Velmar")
    assert told.status == 0 and "3 of 3" in told.err
    assert "Ostrany against Velmar  according to Herald, 1 time, 2031-05-02" in told.out
    assert "told  Ostrany is against Velmar (CT+)." in told.out and "told CT-  " in told.out
    assert "\x1b" not in told.out


def test_json_has_names_claims_and_factuality(answer: Callable[..., Answer]) -> None:
    (line,) = answer("relations", "my.sayso", "--since", "2032", "--json").lines
    assert (line["kind"], line["sign"], line["holder_name"], line["certain"]) == ("relation", 1, "Ostrany", False)
    assert line["told"][0]["factuality"] == "CT-" and line["claims"] == [line["told"][0]["claim"]]


def test_balance_prints_each_triad_with_the_claims_behind_its_edges(answer: Callable[..., Answer]) -> None:
    told = answer("balance", "my.sayso", "--by", "Herald")
    assert told.status == 0
    assert "according to Herald: 3 signed edges among 3, 0 of 1 triads balanced, frustration index 1" in told.out
    assert "unbalanced: " in told.out and told.out.count("is against") == 3


def test_balance_as_json(answer: Callable[..., Answer]) -> None:
    (graph,) = answer("balance", "my.sayso", "--json", "--each", "year").lines
    assert (graph["by"], graph["since"], graph["unbalanced"]) == ("Herald", "2031", 1)
    assert graph["frustration"] == {"least": 1, "most": 1, "exact": True}
    assert len(graph["triads"][0]["edges"]) == 3 and set(graph["names"].values()) == {"Ostrany", "Velmar", "Keld"}


@pytest.mark.parametrize("command", ["relations", "balance"])
def test_a_voice_that_tells_nothing_is_misuse(answer: Callable[..., Answer], command: str) -> None:
    told = answer(command, "my.sayso", "--by", "Nobody Here")
    assert told.status == 2 and "voices are: Courier" in told.err and "Herald" in told.err


def test_nothing_found_is_no_error(answer: Callable[..., Answer]) -> None:
    told = answer("balance", "my.sayso", "--since", "2040")
    assert told.status == 0 and told.out == ""
