"""Who does it and to whom: who is understood, whom a phrase stands for, and where nobody is told."""

from __future__ import annotations

import functools

import pytest

from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report

# text, trigger, who, whom: each one of those named; none where nobody is told
TOLD = [
    ("Dorvania promised last year that the captives would be freed before winter.", "freed", "Dorvania", "captives"),
    ("The mayor assured the families that the shelter would not be closed.", "closed", "mayor", ""),
    ("Rebels vowed that the bridge would be rebuilt.", "rebuilt", "Rebels", ""),
    ("Kestria urged Dorvania to lift the blockade.", "lift", "Dorvania", ""),
    ("Kestria's decision to close the camp was welcomed by Dorvania.", "close", "Kestria", ""),
    ("Dorvania announced plans to expel the Lasten League.", "expel", "Dorvania", "Lasten League"),
    ("A promise by Dorvania to free the captives was broken.", "free", "Dorvania", "captives"),
    ("He said the decision by Kestria's cabinet to shut the port was illegal.", "shut", "Kestria", ""),
    ("Kestria's withdrawal from the valley surprised Dorvania.", "withdrawal", "Kestria", ""),
    ("The expulsion of the monks by Kestria was condemned.", "expulsion", "Kestria", "monks"),
    ("Kestria expelled forty monks on Monday. The expulsion was condemned.", "expulsion", "Kestria", "monks"),
    ("The general's attack on the Lasten League was repelled.", "attack", "general", "Lasten League"),
    ("Before leaving the city, Ana Brill thanked the nurses.", "leaving", "Ana Brill", ""),
    ("THE AGENDA WILL INCLUDE THE RETURN OF THE MINERS AS REQUESTED BY NICARAGUA.", "REQUESTED", "NICARAGUA", ""),
    ("The pilots, arrested in May by Kestria, were freed.", "arrested", "Kestria", "pilots"),
    ("The general's arrest led to protests.", "arrest", "", "general"),
    ("Olana Prist's murder was never solved.", "murder", "", "Olana Prist"),
]
STOOD_FOR = [
    ("About 200 members of the Lasten League were detained in Orvale.", "detained", "", "Lasten League"),
    ("Soldiers beat some of the monks.", "beat", "Soldiers", "monks"),
    ("None of the eleven pilots was handed over.", "handed", "", "pilots"),
    ("Hundreds of miners blocked the road.", "blocked", "miners", ""),
    ("The Kestria government met. Kestria troops shelled a village.", "shelled", "Kestria", ""),
    ("Kestria is small. The Kestria cabinet expelled two diplomats.", "expelled", "Kestria", "two diplomats"),
    ("Greta Holm, the foreign minister of Kestria, said her country would accept 500 refugees.", "accept", "Kestria",
     "refugees"),
    ('Ivo Lant, a spokesman for the Lasten League, said: "We attacked the fort."', "attacked", "Lasten League", ""),
    ("Kestria signed a treaty with Dorvania.", "signed", "Kestria", "Dorvania"),
    ("Kestria imposed sanctions on the Dorvanian army.", "imposed", "Kestria", "army"),
    ("Kestria sent aid to France.", "sent", "Kestria", "France"),
    ("Moscow accused London of spying.", "accused", "Moscow", "London"),
]  # fmt: skip
NOBODY = [
    ("The court heard that the captives would be freed before winter.", "freed", "", "captives"),
    ("Officials said the captives had been freed.", "freed", "", "captives"),
    ("The union demanded that the driver be released.", "released", "", "driver"),
    ("Kestria denied that the captives would be freed.", "freed", "", "captives"),
    ("Residents were alarmed by the attack on the port.", "attack", "", ""),
    ("The envoy cited the repression of the monks.", "repression", "", "monks"),
    ("Kestria intensified its attacks on the Lasten League.", "intensified", "Kestria", ""),
    ("The army was engaged in fighting with the Lasten League.", "fighting", "army", "Lasten League"),
    ("The police did not arrest anyone.", "arrest", "police", ""),
    ("Nobody attacked the convoy.", "attacked", "", ""),
    ("Ana Brill fled the town in March.", "fled", "Ana Brill", ""),
    ("The family left Kestria in 1982 with two children.", "left", "family", ""),
    ("A bomb destroyed the railway station in Orvale.", "destroyed", "", ""),
    ("Three people were killed and the police arrested a student.", "killed", "", "Three people"),
    (
        "A rebel was killed on Monday, and a soldier was killed on Tuesday. The killing was condemned.",
        "killing",
        "",
        "",
    ),
]


@functools.cache
def readings() -> dict[str, Reading]:
    texts = sorted({case[0] for case in (*TOLD, *STOOD_FOR, *NOBODY)})
    found = Pipeline().read([Report.of(text) for text in texts])
    assert all(isinstance(reading, Reading) for reading in found)
    return dict(zip(texts, found, strict=True))  # type: ignore[arg-type]


def names(reading: Reading, mentions: tuple[str, ...]) -> list[str]:
    texts = {one.id: one.span.text for one in reading.mentions}
    return [next((e.name for e in reading.entities if one in e.mentions), None) or texts[one] for one in mentions]


@pytest.mark.parametrize(("text", "trigger", "who", "whom"), [*TOLD, *STOOD_FOR, *NOBODY])
def test_who_and_whom_are_who_the_text_means(text: str, trigger: str, who: str, whom: str) -> None:
    reading = readings()[text]

    event = next(event for event in reading.events if event.trigger[0].text == trigger)

    for wanted, found in ((who, names(reading, event.actors)), (whom, names(reading, event.recipients))):
        assert any(wanted in name for name in found) if wanted else not found, (wanted, found)
