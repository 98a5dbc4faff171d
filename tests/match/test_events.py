"""Two words for events of two reports: what may be one event, and groups of what is."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sayso.lang import load_language
from sayso.match.events import (
    WEIGHTS,
    EventInText,
    event_features,
    event_in_text,
    group_events,
    report_likeness,
    same_event,
)

KNOWN = load_language("en").same_events


def event(marked: str) -> EventInText:
    """The event in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return event_in_text(text, start, end, (0, len(text)), KNOWN)


def tells(stem: str) -> float:
    return 1.0


def chance(one: str, other: str, alike: float | None = 0.4) -> float:
    return same_event(event(one), event(other), alike, tells)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army [attacked] the depot in Ostrany on Saturday.", "The [attack] on the Ostrany depot came on Saturday."),
        ("A gunman [shot] two guards at the bank in Keld.", "The [shooting] of the guards at the bank in Keld was filmed."),
        ("An [earthquake] shook the town of Hollin at dawn.", "The dawn [quake] near the town of Hollin cut off the power."),
    ],
)  # fmt: skip
def test_other_forms_and_kin_may_tell_one_event(one: str, other: str) -> None:
    assert chance(one, other) == pytest.approx(chance(other, one)) and chance(one, other) > 0.5
    assert chance(one, other) > chance(one, other, 0.0), "less so in reports on two matters"


def test_what_is_called_otherwise_is_never_one_event() -> None:
    assert chance("The army [attacked] the depot.", "The army [rebuilt] the depot.") == 0.0


def test_two_statements_are_one_event_only_if_much_else_fits() -> None:
    one = "Terzo [said] the camp would be closed."
    assert chance(one, "Aldo [said] rice was dear.") < chance(one, "Terzo [said] the camp would be closed soon.")


def test_the_table_fits_the_features() -> None:
    one = event("The army [attacked] the depot.")
    assert len(event_features(one, one, None, tells)) == len(WEIGHTS)
    assert 0.0 <= same_event(event("[x]"), event("[7]"), 0.0, tells) <= 1.0


def test_groups_are_those_that_are_like_each_other_on_the_whole() -> None:
    chances = np.full((6, 6), 0.05)
    for held in ([0, 2, 4], [1, 5]):
        for i in held:
            for j in held:
                chances[i, j] = 0.9
    assert group_events(chances) == [0, 1, 0, 3, 0, 1]
    order = list(range(6))
    random.Random(2).shuffle(order)
    turned = group_events(chances[np.ix_(order, order)])
    assert {frozenset(order[i] for i in range(6) if turned[i] == g) for g in turned} == {
        frozenset({0, 2, 4}), frozenset({1, 5}), frozenset({3}),
    }  # fmt: skip
    assert group_events(np.zeros((0, 0))) == [] and group_events(np.ones((1, 1))) == [0]
    assert group_events(np.ones((3, 3))) == [0, 0, 0]


def test_reports_without_a_word_are_like_none() -> None:
    assert report_likeness(["", "Rebels took Keld.", "..."], KNOWN)[0].tolist() == [0.0, 0.0, 0.0]
    assert report_likeness([], KNOWN).shape == (0, 0)
