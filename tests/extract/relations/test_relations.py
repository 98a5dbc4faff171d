"""Relations of one report: who is for or against whom, on what basis, how certain, and what tells of none."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.names import Names


@functools.cache
def pipeline() -> Pipeline:
    return Pipeline(("claims",))


@functools.cache
def read(text: str) -> Reading:
    (found,) = pipeline().read([Report.of(text)])
    assert isinstance(found, Reading), found
    return found


def told(text: str) -> set[tuple[str, str, int, str]]:
    """Holder, target, sign and factuality of what words say; what a network finds likely in speech is left out."""
    reading = read(text)
    names = Names(reading)
    return {
        (names.of(one.holder), names.of(one.target), one.sign, one.factuality)
        for one in reading.relations
        if not (one.basis == "speech" and one.factuality == "PR+")
    }


TOLD = {
    "who harms somebody is against them": [
        ("Turkey bombed Syria.", ("Turkey", "Syria", -1, "CT+")),
        ("Mary Lunn was arrested by Keld police.", ("Keld police", "Mary Lunn", -1, "CT+")),
        ("Bolton turned against Trump.", ("Bolton", "Trump", -1, "CT+")),
    ],
    "who helps somebody is for them": [
        ("Iran armed Syria.", ("Iran", "Syria", 1, "CT+")),
        ("France sided with Greece.", ("France", "Greece", 1, "CT+")),
    ],
    "who praises or blames somebody, or what is theirs, says so": [
        ("Greta Lunn praised Halim Terzo.", ("Greta Lunn", "Halim Terzo", 1, "CT+")),
        ("Greta Lunn criticized Halim Terzo.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Greta Lunn criticized Halim Terzo's plan.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Greta Lunn lashed out at Halim Terzo.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
    ],
    "what someone is said to be": [
        ("Syria is an ally of Iran.", ("Syria", "Iran", 1, "CT+")),
        ("Syria is an ally of Iran.", ("Iran", "Syria", 1, "CT+")),
        ("Greta Lunn, a critic of Halim Terzo, left.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Greta Lunn is critical of Halim Terzo.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Iran and Syria are allies.", ("Iran", "Syria", 1, "CT+")),
    ],
    "who calls somebody names is against them": [
        ("“The wreckers have gone,” Envoy Halim Terzo said on Friday.", ("Halim Terzo", "The wreckers", -1, "CT+")),
        ("“Mary Aldo is a liar,” Halim Terzo said on Friday.", ("Halim Terzo", "Mary Aldo", -1, "CT+")),
        ("Greta Lunn called Halim Terzo a hangman.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Greta Lunn described Halim Terzo as a hero.", ("Greta Lunn", "Halim Terzo", 1, "CT+")),
    ],
    "what moves somebody tells how they stand": [
        ("Halim Terzo's decision angered Greta Lunn.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
    ],
    "who praises a deed is for its doers and against those it harms": [
        ("Greta Lunn condemned Halim Terzo's attack on Mary Aldo.", ("Greta Lunn", "Halim Terzo", -1, "CT+")),
        ("Greta Lunn condemned Halim Terzo's attack on Mary Aldo.", ("Greta Lunn", "Mary Aldo", 1, "CT+")),
    ],
    "what is denied or not yet so keeps its factuality": [
        ("Syria is not an ally of Iran.", ("Syria", "Iran", 1, "CT-")),
        ("Iran did not attack Israel.", ("Iran", "Israel", -1, "CT-")),
        ("Russia could become an ally of Iran.", ("Russia", "Iran", 1, "Uu")),
        ("If Turkey attacks Syria, the talks are over.", ("Turkey", "Syria", -1, "Uu")),
    ],
    "who refuses to support somebody is against them": [
        ("Ted Cruz did not endorse Donald Trump.", ("Ted Cruz", "Donald Trump", -1, "CT+")),
    ],
}

NONE = {
    "what is asked for, or only ought to be": ["That ought to make Iran and Syria friends."],
    "what is so no more": ["Syria is a former ally of Iran.", "His one-time friend Mary Lunn met Halim Terzo."],
    "a question": ["Is Syria an ally of Iran?"],
    "meeting, asking, warning": [
        "Greta Lunn met Halim Terzo.",
        "Greta Lunn asked Halim Terzo for the list.",
        "Greta Lunn warned Halim Terzo of the storm.",
        "Greta Lunn interviewed Halim Terzo.",
        "Turkey and Syria resumed talks.",
    ],
    "someone and themselves": ["Halim Terzo praised himself.", "Halim Terzo criticized his own plan."],
    "names in the report's own words": ["The wreckers have gone.", "A traitor was seen in Keld."],
    "things": ["The storm destroyed the bridge.", "Halim Terzo praised the weather.", "The ally was late."],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in TOLD.values() for case in cases])
def test_is_told(text: str, expected: tuple[str, str, int, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", [text for texts in NONE.values() for text in texts])
def test_tells_of_no_relation(text: str) -> None:
    assert {one for one in told(text) if one[3] == "CT+"} == set()


def test_each_has_a_claim_with_its_chain() -> None:
    reading = read("Envoy Halim Terzo said on Friday that Velmar had attacked Ostrany without any reason.")
    (one,) = [r for r in reading.relations if r.basis == "act"]
    (claim,) = [claim for claim in reading.claims if claim.about == one.id]
    assert one.inside == reading.attributions[0].id and claim.chain[-1].name == "Halim Terzo"
    assert claim.evidence[0].text.startswith("Envoy Halim Terzo")


def test_a_denial_keeps_the_words_of_who_denies() -> None:
    reading = read("Iran denied that it had attacked Israel.")
    assert all(one.factuality == "CT-" for one in reading.relations if one.basis == "act")


@settings(max_examples=25)
@given(st.text(alphabet="Iran attacked ally of , . \n'’-“” pro anti backed is not 中é", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for one in read(text).relations:
        assert one.holder != one.target and one.evidence


def test_a_list_of_a_thousand_names_is_bounded() -> None:
    names = ", ".join(f"Mary Nam{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(300))
    reading = read(f"Halim Terzo criticized {names}. " * 3)
    assert len(reading.relations) <= 5_000
