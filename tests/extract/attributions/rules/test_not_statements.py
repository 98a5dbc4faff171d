"""What looks like a statement and is none: no model is loaded here."""

from __future__ import annotations

import pytest
from make_drafts import draft, run

NOT_STATEMENTS = (
    "said-already how-it-is said-nothing no-verb-of-telling only-naming nothing-proven listing by-which by-plan "
    "interview-announced"
)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The valley has seen so many of these floods that nobody counts.",
         "The valley", "has seen", "so many of these floods that nobody counts"),
        ("Inspector Dorn had read a note on behalf of the wardens.", "Inspector Dorn", "had read a note on",
         "behalf of the wardens"),
        ("Ida Brenn named the three gates that no longer close.", "Ida Brenn", "named",
         "the three gates that no longer close"),
        ("Judge Dorn read the sentence standing.", "Judge Dorn", "read", "the sentence standing"),
        ("Bread rose according to plan.", "plan", "according to", "Bread rose"),
        ("The front called a general strike for Monday.", "The front", "called", "a general strike for Monday"),
        ("The fever, known as the thin cough, is back.", "", "known as", "the thin cough"),
        ("No proof has been shown that the mine was sold.", "", "has been shown", "No proof"),
        ("Listing the gains of her year, the minister sat down.", "", "Listing", "the gains of her year"),
        ("Bishop Dorn does not remember it so.", "Bishop Dorn", "does not remember", "it so"),
        ("The mayor had said nothing for a week.", "The mayor", "had said", "nothing"),
        ("They left by the plan, according to which each post was to be handed over.",
         "which each post was to be handed over", "according to", "They left by the plan"),
    ],
)  # fmt: skip
def test_what_says_nothing_is_left_out(text: str, source: str, cue: str, content: str) -> None:
    drafts = [draft(text, source, cue, content)]
    drafts = run(NOT_STATEMENTS, text, drafts)
    assert drafts == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor has seen that the bridge is gone.", "The mayor", "has seen", "that the bridge is gone"),
        ("He doesn't think so.", "He", "doesn't think", "so"),
        ("Aid workers called the camp a prison.", "Aid workers", "called", "the camp a prison"),
        ("Noting that the vote was late, Terzo sat down.", "", "Noting", "that the vote was late"),
    ],
)
def test_what_says_something_stays(text: str, source: str, cue: str, content: str) -> None:
    drafts = [draft(text, source, cue, content)]
    drafts = run(NOT_STATEMENTS, text, drafts)
    assert len(drafts) == 1


def test_what_announces_an_interview_is_no_part_of_it() -> None:
    text = "In this interview, the hydrologist Ida Brenn speaks about the dry rivers.\n\nQ: Whose are they?\n\nA: Ours."
    drafts = run(NOT_STATEMENTS, text, [draft(text, "the hydrologist Ida Brenn", "speaks about", "the dry rivers")])
    assert drafts == []


def test_how_it_is_stands_in_what_is_said_after_it() -> None:
    text = "Ida Brenn underlined how slowly they work and said: “Nine days!”"
    drafts = [draft(text, "Ida Brenn", "underlined", "how slowly they work")]
    drafts.append(draft(text, "Ida Brenn", "said:", "“Nine days!”"))
    drafts = run(NOT_STATEMENTS, text, drafts)
    assert [text[slice(*one.cue[0])] for one in drafts] == ["said:"]
