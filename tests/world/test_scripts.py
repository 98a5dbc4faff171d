"""Letters of other scripts in Latin ones."""

from __future__ import annotations

import pytest

from sayso.world.scripts import latin


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Łukasz Müller", "lukasz muller"),
        ("Владимир", "vladimir"),
        ("Κυριάκος", "kyriakos"),
        ("ბარაკ", "barak"),
        ("Բարակ", "barak"),
        ("バラク", "baraku"),
        ("नरेन्द्र", "narendra"),
        ("נתניהו", "ntnyhv"),
        ("أدينا", "adyna"),
        ("习近平", "习近平"),  # what no letter tells stays
        ("", ""),
    ],
)
def test_names_of_many_scripts(written: str, said: str) -> None:
    assert latin(written) == said
