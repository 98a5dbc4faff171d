"""What a piece of HTML shows is found in one pass."""

from __future__ import annotations

import pytest

from sayso.read.shown import PIECE, shown_text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>It <b>rained</b>.</p>", "It rained ."),
        ("<script>var a = '<p>';</script>It rained", "It rained"),
        ("<STYLE>p {}</style ><title>x</title>It", "It"),
        ("1 < 2 and <b", "1 2 and b"),
        ("<script>never closed", ""),
    ],
)
def test_tags_scripts_and_styles_are_not_shown(page: str, words: str) -> None:
    assert " ".join(shown_text(page).split()) == words


@pytest.mark.parametrize("piece", ["<", "<script>", "<style", "<p ", "</", "a<", "<>"])
def test_the_number_of_steps_grows_with_the_page(piece: str) -> None:
    short, long = (sum(1 for _ in PIECE.finditer(piece * count)) for count in (1000, 10_000))
    assert long <= 11 * short
