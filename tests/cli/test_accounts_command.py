"""`sayso accounts` and `sayso origin`: what is printed, as lines and as JSON, and what is said where nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer
from make_claims import claiming

from sayso.case import open_case

BLAST = "The blast at the fireworks depot near Ostrany killed {} people on Saturday, the {} said."
AGAIN = "On Saturday a blast tore through a depot near Ostrany and {} people were killed by it, the {} said."


@pytest.fixture
def answer(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask a case of two reports that count the same dead, and one of something else."""
    with open_case("my.sayso", create=True) as case:
        case.add(claiming(BLAST.format("14", "army"), "2031-05-03", "A", paths=("a.txt",)))
        case.add(claiming(AGAIN.format("\x1b19", "coroner"), "2031-05-03", "B", paths=("b.txt",)))
        case.add(claiming("It rained all day in Keld, the curator said.", "2031-05-04", "C", paths=("c.txt",)))
    return ask


def test_each_claim_is_printed_with_its_origin_and_each_tie_with_its_reason(answer: Callable[..., Answer]) -> None:
    told = answer("accounts", "my.sayso", "blast")
    lines = told.out.splitlines()
    assert told.status == 0 and "1 accounts" in told.err
    assert lines[0].endswith("  2 origins, 2 claims, 2 reports, 1 conflict")
    assert {line[:5] for line in lines if line.startswith("  [")} == {"  [1]", "  [2]"}
    assert any("the army says 14" in line and "of the same thing" in line for line in lines)
    assert any("a.txt:" in line for line in lines) and "\x1b" not in told.out
    assert answer("accounts", "my.sayso", "--conflicts", "--on", "number", "--min-origins", "2").out == told.out
    assert "  id " in answer("accounts", "my.sayso", "--ids").out


def test_json_gives_claims_origins_and_ties_with_their_spans(answer: Callable[..., Answer]) -> None:
    (line,) = answer("accounts", "my.sayso", "--json").lines
    assert line["kind"] == "account" and line["first"] == line["claims"][0] and len(line["origins"]) == 2
    (tie,) = line["ties"]
    assert (tie["tie"], tie["on"]) == ("conflicts", "number") and {span["text"] for span in tie["spans"]} == {
        "14",
        "19",
    }
    assert {claim["outlet"] for claim in line["told"]} == {"A", "B"}


def test_nothing_found_says_so_and_what_to_try(answer: Callable[..., Answer]) -> None:
    told = answer("accounts", "my.sayso", "camel", "--conflicts")
    assert told.status == 0 and told.out == ""
    assert "no two claims of these reports tell of one thing" in told.err and "--conflicts" in told.err
    assert "sayso search" in answer("accounts", "my.sayso", "curator").err
    assert answer("accounts", "my.sayso", "--min-origins", "0").status == 2
    assert answer("accounts", "nowhere.sayso").status == 2


def test_origin_leads_back_and_says_where_a_claim_stands_alone(answer: Callable[..., Answer]) -> None:
    (line,) = answer("accounts", "my.sayso", "--json").lines
    told = answer("origin", "my.sayso", line["claims"][1])
    assert told.status == 0 and "this is the first of its origin" in told.err
    with open_case("my.sayso") as case:
        alone = next(r.attributions[0].id for r in case.readings() if "rained" in r.report.text)
    assert "no other report tells of this" in answer("origin", "my.sayso", alone).err
    assert answer("origin", "my.sayso", alone, "--json").lines[0]["steps"][0]["outlet"] == "C"
    assert answer("origin", "my.sayso", "nonsense").status == 2


def test_what_was_worked_out_is_kept_unless_names_are_masked(answer: Callable[..., Answer]) -> None:
    def kept() -> list[str]:
        with open_case("my.sayso", read_only=True) as case:
            return case.store.result_steps()

    answer("accounts", "my.sayso", "--mask-private")
    assert kept() == []
    first = answer("accounts", "my.sayso")
    assert any(step.startswith("accounts.") for step in kept())
    before = Path("my.sayso").read_bytes()
    assert answer("accounts", "my.sayso").out == first.out
    assert Path("my.sayso").read_bytes() == before  # nothing new: it is not opened to be written


def test_a_case_that_is_being_written_is_looked_at_and_left(answer: Callable[..., Answer]) -> None:
    with open_case("my.sayso") as writer, writer.store.transaction():
        assert answer("accounts", "my.sayso", "blast").status == 0
    with open_case("my.sayso", read_only=True) as case:
        assert case.store.result_steps() == []
