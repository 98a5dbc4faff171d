"""What looks like a statement and is none: no model is loaded here."""

from __future__ import annotations

import pytest
from make_drafts import ENGLISH, draft

from sayso.extract.attributions.drafts import Layout
from sayso.extract.attributions.rules.not_statements import without_idle
from sayso.values.report import Report, Zone


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
    without_idle(drafts, Layout.of(text), (), ENGLISH)
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
    without_idle(drafts, Layout.of(text), (), ENGLISH)
    assert len(drafts) == 1


def test_what_announces_an_interview_is_no_part_of_it() -> None:
    text = "In this interview, the hydrologist Ida Brenn speaks about the dry rivers.\n\nBrenn: They were never ours."
    report = Report.of(text)
    turn = Zone("turn", report.span(text.index("Brenn:"), len(text)))
    drafts = [draft(text, "the hydrologist Ida Brenn", "speaks about", "the dry rivers")]
    without_idle(drafts, Layout.of(text), (turn,), ENGLISH)
    assert drafts == []


def test_how_it_is_stands_in_what_is_said_after_it() -> None:
    text = "Ida Brenn underlined how slowly they work and said: “Nine days!”"
    drafts = [draft(text, "Ida Brenn", "underlined", "how slowly they work")]
    drafts.append(draft(text, "Ida Brenn", "said:", "“Nine days!”"))
    without_idle(drafts, Layout.of(text), (), ENGLISH)
    assert [text[slice(*one.cue[0])] for one in drafts] == ["said:"]
