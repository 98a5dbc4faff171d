"""Quoted mails: whose the quoted lines are, and whose those that follow."""

from __future__ import annotations

import pytest
from make_drafts import run

from sayso.extract.attributions.drafts import Draft


def draft(text: str, source: str, cue: str) -> Draft:
    """A draft whose content is all that follows the cue."""
    begin, at = text.index(source), text.index(cue)
    past = at + len(cue)
    return Draft([(begin, begin + len(source))], [(at, past)], [(past + 1, len(text))], 0.9, by_model=True)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "On Monday, Karel Dunn wrote:\n> I saw nothing.\n> Nobody did.\n\nWe will answer.",
            ["I saw nothing.\n> Nobody did."],
        ),
        (
            "On Monday, Karel Dunn wrote:\n\n> I saw nothing.\n>\n> Nobody did.\nWe will answer.",
            ["I saw nothing.\n>\n> Nobody did."],
        ),
        (
            "No.\n\nAm Montag, Karel Dunn wrote:\n>I saw nothing.\n>> And you?\n> Nobody did.",
            ["I saw nothing.", "Nobody did."],
        ),
        ("> On Monday, Karel Dunn wrote:\n>> I saw nothing.\n> I do not believe it.\nWe will.", ["I saw nothing."]),
    ],
)
def test_the_lines_that_a_mail_quotes_are_their_writer_s_and_no_others(text: str, content: list[str]) -> None:
    (found,) = run("quoted-mail", text, [draft(text, "Karel Dunn", "wrote:")])
    assert [text[a:b] for a, b in found.content] == content
    assert [text[a:b] for a, b in found.source] == ["Karel Dunn"]


@pytest.mark.parametrize(
    "text",
    [
        "Karel Dunn wrote:\n\nI saw nothing.\n\n> Nobody did.",
        "Karel Dunn wrote: I saw nothing.\n> Nobody did.",
        "Karel Dunn wrote:",
    ],
)
def test_what_no_mail_quotes_stays(text: str) -> None:
    (found,) = run("quoted-mail", text, [draft(text, "Karel Dunn", "wrote:")])
    assert found.content == [(text.index("wrote:") + 7, len(text))]
