"""Several who say one thing together: each is a speaker, and the chain names them all."""

from __future__ import annotations

import pytest

import sayso
from sayso.views.statements import statements_of


@pytest.mark.parametrize(
    ("source", "together"),
    [
        ("Both Roscova and the port authority", ["Roscova", "the port authority"]),
        ("Ida Brenn, the mayor, and Tom Aldo", ["Ida Brenn", "Tom Aldo"]),
        ("Doctors and nurses", ["Doctors", "nurses"]),
        ("The founder and editor of the paper", []),
        ("The Ministry of Roads and Bridges", []),
        ("The lawyer for Brenn and the guild", []),
        ("Ida Brenn, head of the union of miners and smelters,", []),
    ],
)
def test_who_says_it_together(source: str, together: list[str]) -> None:
    reading = sayso.read_text(f"{source} said the dam would hold.", only=("attributions", "entities", "claims"))
    (said,) = reading.attributions
    names = {mention.id: mention.span.text for mention in reading.mentions}
    assert [names[speaker] for speaker in said.speakers] == together
    assert said.speakers[:1] in ((), (said.speaker,))
    (claim,) = (claim for claim in reading.claims if claim.about == said.id)
    assert [names[mention] for mention in claim.chain[-1].together] == together[1:]
    (row,) = statements_of(reading)
    assert all(name in row.who and name in row.chain for name in together)


def test_a_title_before_the_source_parts_nobody() -> None:
    text = 'HONDURAN PRESIDENT JOSE AZCONA AND GUATEMALAN PRESIDENT ANA CEREZO ASKED THEIR COLLEAGUES "TO END THE WAR."'
    reading = sayso.read_text(text, only=("attributions", "entities"))
    names = {mention: entity.name for entity in reading.entities for mention in entity.mentions}
    (said,) = reading.attributions
    assert [names[speaker] for speaker in said.speakers] == ["JOSE AZCONA", "ANA CEREZO"]
