"""The matcher of names: kinds of variants that it must know, and names that it must keep apart."""

from __future__ import annotations

import random

import pytest

from sayso.nlp.names import JOINS, NameMatcher, matcher_for
from sayso.nlp.names.parts import MAX_NAME_WORDS


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return matcher_for("en")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Halim Terzo", "Mr. Terzo"),
        ("Former Prime Minister Halim Terzo of Ostrany", "Halim Terzo"),
        ("Secretary of State Greta Lunn", "Greta Lunn"),
        ("Lunn, Greta", "Greta Lunn"),
        ("HALIM TERZO", "Halim Terzo"),
        ("Halim K. Terzo", "Halim Terzo"),
        ("H. Terzo", "Halim Terzo"),
        ("Halim Terzo, Jr.", "Halim Terzo"),
        ("Ahmad Kazemi", "Ahmad Qazemi"),
        ("Halim Terzo Tam", "Halim Terzo Tami"),
        ("Bob Whitlock", "Robert Whitlock"),
        ("Халим Терзо", "Halim Terzo"),
        ("Μιχάλης Βαρδής", "Michalis Vardis"),
        ("FFO", "Front for a Free Ostrany"),
        ("ffo", "the Front for a Free Ostrany"),
        ("Velmar Steel Ltd.", "Velmar Steel Limited"),
        ("U. S. Geological Survey", "USGS"),
        ("First Bank of Velmar", "1st Bank of Velmar"),
    ],
)
def test_variants_of_one_name_are_joined(matcher: NameMatcher, left: str, right: str) -> None:
    found = matcher.compare(left, right)
    assert found.score >= JOINS and found.reasons and not found.blocked
    assert matcher.score(right, left) == found.score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mr. Terzo", "Mrs. Terzo"),
        ("Rurik Aldo", "Mira Aldo"),
        ("President Terzo", "President Lunn"),
        ("Prime Minister Halim Terzo of Ostrany", "Prime Minister Osk Dravin of Velmar"),
        ("Embassy of Iraq", "Embassy of Iran"),
        ("FFO", "FFA"),
        ("Greta Lunn", "Tam Okell"),
        ("Government of Velmar", "Government of Ostrany"),
        ("", "Halim Terzo"),
        ("", ""),
        ("...", "!!!"),
    ],
)
def test_other_names_stay_apart(matcher: NameMatcher, left: str, right: str) -> None:
    found = matcher.compare(left, right)
    assert found.score < JOINS and found.reasons == ()


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Ward 3", "Ward 4", "digits"),
        ("3rd Tank Brigade", "4th Tank Brigade", "digits"),
        ("Third Tank Brigade", "4th Tank Brigade", "digits"),
        ("Tarn Partners VII", "Tarn Partners VIII", "digits"),
        ("Halim Terzo, Jr.", "Halim Terzo, Sr.", "generation"),
        ("Halim Terzo II", "Halim Terzo III", "generation"),
    ],
)
def test_a_digit_an_ordinal_or_a_generation_is_never_passed_over(
    matcher: NameMatcher, left: str, right: str, why: str
) -> None:
    found = matcher.compare(left, right)
    assert (found.score, found.blocked) == (0.0, why)


def test_the_reasons_say_what_fits(matcher: NameMatcher) -> None:
    assert "family" in matcher.compare("Terzo", "Halim Terzo").reasons
    assert "acronym" in matcher.compare("FFO", "Front for a Free Ostrany").reasons
    assert "spelling" in matcher.compare("Ahmad Kazemi", "Ahmad Qazemi").reasons
    assert "variant" in matcher.compare("Bob Whitlock", "Robert Whitlock").reasons
    assert "initials" in matcher.compare("H. Terzo", "Halim Terzo").reasons


def test_anything_can_be_compared(matcher: NameMatcher) -> None:
    long = "Terzo " * 1000
    assert 0 <= matcher.score(long, long + "x") <= 1
    assert 0 <= matcher.score("x" * 5000, "x" * 4999) <= 1
    rng = random.Random(4)
    alphabet = "aZ й.,'’-0９ 김\u0301\u202e\x00मो&()ß "
    for _ in range(500):
        left, right = ("".join(rng.choices(alphabet, k=rng.randrange(12))) for _ in range(2))
        score = matcher.score(left, right)
        assert 0 <= score <= 1 and score == matcher.score(right, left), (left, right)


def test_of_a_long_name_only_the_head_is_compared(matcher: NameMatcher) -> None:
    assert len(matcher.parts("abcdefgh ijklmnop " * 300).words) <= MAX_NAME_WORDS
