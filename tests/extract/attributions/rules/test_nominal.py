"""Nouns that tell of a statement, and headlines: a mark or a noun stands for the verb."""

from __future__ import annotations

import pytest
from make_drafts import ENGLISH, parts, run

from sayso.extract.attributions.drafts import Draft
from sayso.nlp.tagger import Tagger, load_tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger(ENGLISH.model)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A threat by the Ostran Brigade to blow up the bridge stopped the trains.",
         "the Ostran Brigade", "threat", "to blow up the bridge"),
        ("Velmar's threat to close the strait was heard in Quell.", "Velmar's", "threat", "to close the strait"),
        ("The warden's claim that nobody was hurt did not last.", "The warden's", "claim", "that nobody was hurt"),
        ("The divers had one question for the harbour master: where was the second boat?",
         "The divers", "had one question", "where was the second boat?"),
    ],
)  # fmt: skip
def test_a_noun_tells_who_says_what(tagger: Tagger, text: str, source: str, cue: str, content: str) -> None:
    drafts: list[Draft] = []
    (tagged,) = tagger.tag([text])
    drafts = run("claim-of-owner claim-by had-one-question", text, drafts, tagged)
    assert [parts(text, d) for d in drafts] == [([source], [cue], [content])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Camp is dead – rebel chief; not yet: UN", [("rebel chief", "–", "Camp is dead"), ("UN", ":", "not yet")]),
        ("Miners' union: Strike is on", [("Miners' union", ":", "Strike is on")]),
        ("Terzo to Velmar: Stop dreaming", [("Terzo to Velmar", ":", "Stop dreaming")]),
        ("Drought to last until May: forecasters", [("forecasters", ":", "Drought to last until May")]),
        ("Analysis: What the vote means for Velmar", []),
        ("Velmar 2 – Ostran 1", []),
        ("The minister closed the camp: it was cold.", []),
        ("Live: floods in the south", []),
    ],
)
def test_in_a_headline_a_mark_stands_for_the_verb(tagger: Tagger, text: str, found: list[tuple[str, str, str]]) -> None:
    drafts: list[Draft] = []
    (tagged,) = tagger.tag([text])
    drafts = run("headline", text, drafts, tagged)
    assert [tuple(" ".join(part) for part in parts(text, d)) for d in drafts] == found
