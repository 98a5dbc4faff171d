"""Two numbers of two reports: what agrees, what can both be true, what conflicts, what counts another thing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.match.numbers import AROUND, NUMBERS, around_features, number_features, tie_of, ties_between
from sayso.values.numbers import NumberInText
from sayso.values.report import Report

GOLD = Path(__file__).resolve().parents[1] / "gold" / "accounts" / "accounts.jsonl"


def number(marked: str, published: str | None = None) -> NumberInText:
    """The number in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    report = Report.of(text)
    found = [q for q in find_quantities(report, find_times(report)) if q.span.start < end and start < q.span.end]
    return NumberInText(text, start, end, found[0] if found else None, published)


BLAST = "The blast at the depot in Ostrany killed [{}] people on Saturday, the ministry said."


@pytest.mark.parametrize(
    ("one", "other", "label", "because"),
    [
        ("14", "fourteen", "agree", "same number"),
        ("about 14", "14", "agree", "same number"),
        ("at least 14", "19", "compatible", "bounds"),
        ("at least 14", "9", "conflict", "numbers"),
        ("up to 80", "more than 75", "compatible", "bounds"),
        ("between 40 and 60", "52", "compatible", "bounds"),
        ("between 40 and 60", "95", "conflict", "numbers"),
        ("dozens of", "47", "compatible", "bounds"),
        ("almost 100", "97", "compatible", "bounds"),
        ("3,400", "3,412", "compatible", "rounding"),
        ("3,410", "3,412", "compatible", "rounding"),
        ("3,411", "3,412", "conflict", "numbers"),
        ("14", "19", "conflict", "numbers"),
    ],
)
def test_numbers_of_one_thing(one: str, other: str, label: str, because: str) -> None:
    found = tie_of(number(BLAST.format(one)), number(BLAST.format(other)))
    assert (found.label, found.because) == (label, because)
    assert tie_of(number(BLAST.format(other)), number(BLAST.format(one))) == found, "either way round"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed [14] people.", "The blast wounded [14] people."),
        ("Dora Quill, [61], was held.", "Dora Quill worked there for [61 years]."),
        ("The climber fell [60 metres].", "The climber fell for [60 minutes]."),
        ("The blast killed [14] people at the depot.", "Donors want [$19 million] for a school in the north."),
        ("The ferry carried [140 passengers].", "Rice rose by [9 percent] in May."),
    ],
)  # fmt: skip
def test_another_quantity_is_different(one: str, other: str) -> None:
    assert tie_of(number(one), number(other)).label == "different"


def test_other_units_and_currencies() -> None:
    fell = "The climber fell [{}] to his death on the glacier."
    assert tie_of(number(fell.format("60 metres")), number(fell.format("about 200 feet"))).because == "other unit"
    assert tie_of(number(fell.format("60 metres")), number(fell.format("2 km"))).label != "compatible"
    took = "Robbers took jewels worth [{}] from the shop."
    assert tie_of(number(took.format("€2 million")), number(took.format("$2.2 million"))).because == "other currency"


def test_a_toll_that_grows_is_no_conflict() -> None:
    early, late = number(BLAST.format(14), "2031-05-02"), number(BLAST.format(19), "2031-05-04")
    assert tie_of(early, late).because == "later count" and tie_of(late, early).because == "later count"
    fallen = number(BLAST.format(9), "2031-05-04")
    assert tie_of(early, fallen).label == "conflict"
    assert tie_of(early, number(BLAST.format(19), "2031-05-02")).label == "conflict", "on one day"


def test_the_tables_fit_the_features() -> None:
    one = number(BLAST.format(14))
    assert len(around_features(one, one)) == len(AROUND)
    assert len(number_features(one, one, "agree", 0.0)) == len(NUMBERS)


def test_a_number_at_the_edge_of_a_text_is_judged() -> None:
    assert tie_of(number("[14]"), number("[14] dead")).chance >= 0
    assert tie_of(NumberInText("", 0, 0), NumberInText("x", 0, 1)).label == "different"


def test_own_pairs_are_mostly_right() -> None:
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = 0
    for line in lines:
        sides = [
            number(f"{side['text'][: side['start']]}[{side['text'][side['start'] : side['end']]}]{side['text'][side['end'] :]}",
                   side["published"])
            for side in (line["a"], line["b"])
        ]  # fmt: skip
        right += tie_of(*sides).label == line["label"]
    assert right >= 0.6 * len(lines)  # without a reading: days, places and changes are not looked at


def test_between_two_reports_each_number_has_one_partner() -> None:
    one = [number(BLAST.format(14)), number("It wounded [30 people] in all.")]
    other = [number(BLAST.format(19)), number(BLAST.format(14)), number("Rice costs [9 percent] more.")]
    found = ties_between(one, other)
    assert [(a, b, tie.label) for a, b, tie in found] == [(one[0], other[1], "agree")]
    assert [tie.label for *_, tie in ties_between(one, other[:1])] == ["conflict"]
    assert ties_between([], other) == []
