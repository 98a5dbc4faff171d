"""`sayso copies`, `sayso compare` and `case.copies()`, from the files to what is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer

from sayso.case import open_case
from sayso.errors import UsageError

STORY = (
    "The envoy left the talks in Keld on Monday and flew home to Ostrany without a word to the press. A second round, "
    "which both sides had agreed on in March, is now in doubt, officials in the capital fear."
)
FILES = {
    "a.txt": STORY,
    "b.txt": f"KELD (OPS) -- {STORY.replace('Monday', 'Tuesday')} \x1b[31mRed",
    "c.txt": "Farmers in the north have had no rain since the spring, and the price of bread has doubled since then.",
}


@pytest.fixture
def answer(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask a case of three reports, of which two share a story."""
    for day, (name, text) in enumerate(FILES.items(), start=2):
        Path(name).write_text(text, encoding="utf-8")
        assert (
            ask(
                "read", name, "--case", "my.sayso", "--outlet", name[0].upper(), "--published", f"2031-05-0{day}"
            ).status
            == 0
        )
    return ask


def test_the_pair_is_printed_with_both_places_and_which_was_first(answer: Callable[..., Answer]) -> None:
    told = answer("copies", "my.sayso")
    first, other = told.out.splitlines()[1:3]
    assert told.status == 0 and told.out.startswith("copy  9") and "1 pairs" in told.err
    assert "2031-05-02  A" in first and first.endswith("first, by date") and "2031-05-03  B" in other
    assert "a.txt:0-" in told.out and "b.txt:14-" in told.out
    assert "\x1b" not in told.out


def test_json_gives_all_passages(answer: Callable[..., Answer]) -> None:
    (line,) = answer("copies", "my.sayso", "a.txt", "--json").lines
    (passage,) = line["passages"]
    assert FILES["a.txt"][passage["start"] : passage["end"]] == STORY[:-1] and line["because"] == "date"
    assert "agencies" not in line


def test_nothing_found_says_so(answer: Callable[..., Answer]) -> None:
    told = answer("copies", "my.sayso", "c.txt")
    assert told.status == 0 and told.out == ""
    assert "no two of these reports share so much text; --least passage" in told.err
    assert answer("copies", "my.sayso", "nowhere.txt").status == 2


def test_in_python(answer: Callable[..., Answer]) -> None:
    with open_case("my.sayso") as case:
        (pair,) = case.copies(least="copy")
        assert (pair.a.outlet, pair.b.outlet, pair.copy.first) == ("A", "B", pair.a.id)
        assert pair.words == len(STORY.split()) - 1 and case.copies(outlet="A") == []
        assert case.copies().to_dicts()[0]["label"] == "copy"
        with pytest.raises(UsageError, match="'whole' is no kind of shared text"):
            case.copies(least="whole")


def test_two_reports_side_by_side(answer: Callable[..., Answer]) -> None:
    told = answer("compare", "my.sayso", "a.txt", "b.txt")
    assert told.status == 0 and "[-Monday-] {+Tuesday+}" in told.out and "copy: 98%" in told.out
    assert "\x1b" not in told.out and "no numbers that plainly count the same thing" in told.out
    (line,) = answer("compare", "my.sayso", "a.txt", "c.txt", "--json").lines
    assert "passages" not in line and "label" not in line
    assert "no shared text" in answer("compare", "my.sayso", "a.txt", "c.txt").out
    assert answer("compare", "my.sayso", "a.txt", "a.txt").status == 2


def test_compare_tells_what_both_tell_and_what_one_tells_alone(ask: Callable[..., Answer]) -> None:
    shared = "Ida Brenn said that the old bridge at Tarn would stay shut until the end of the summer."
    texts = {"d.txt": shared, "e.txt": f"{shared}\n\nKarl Vesk said that nobody in the town had been told of it."}
    for day, (name, text) in enumerate(texts.items(), start=2):
        Path(name).write_text(text, encoding="utf-8")
        assert ask("read", name, "--case", "two.sayso", "--published", f"2031-05-0{day}").status == 0
    told = ask("compare", "two.sayso", "d.txt", "e.txt").out
    assert "told by both" in told and "only in e.txt" in told and "only in d.txt" not in told
    assert "quoted: Karl Vesk" in told.partition("only in e.txt")[2]
    (line,) = ask("compare", "two.sayso", "d.txt", "e.txt", "--json").lines
    assert line["told"][0]["ties"][0]["tie"] == "copies"
    with open_case("two.sayso") as case:
        ids = [row.id for row in case.reports()]
        found = case.compare(*ids)
    assert [only.report for only in found.only] == ids and [only.quoted for only in found.only] == [(), ("Karl Vesk",)]
    assert all({claim.report.id for claim in account.claims} == set(ids) for account in found.told)
