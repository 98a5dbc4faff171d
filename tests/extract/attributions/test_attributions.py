"""Attributions through the whole pipeline: who says what, through whom, inside what."""

from __future__ import annotations

import pytest

from sayso.extract.attributions.finish import spans_of
from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.steps import Settings
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str, **fields: object) -> Reading:
    (reading,) = pipeline.read([Report.of(text, **fields)])  # type: ignore[arg-type]
    assert not isinstance(reading, Failure), reading
    return reading


def said(reading: Reading) -> list[tuple[list[str], str]]:
    """For each attribution its chain's names and its content."""
    claims = {claim.about: claim for claim in reading.claims}
    return [
        ([voice.name or "" for voice in claims[a.id].chain], " ... ".join(span.text for span in a.content))
        for a in reading.attributions
    ]


def chain_of(reading: Reading, words: str) -> list[str]:
    (chain,) = [chain for chain, content in said(reading) if words in content and len(content) < len(words) + 60][-1:]
    return chain


def test_the_agency_that_was_told_carries_the_words(pipeline: Pipeline) -> None:
    reading = read(
        pipeline, "Envoy Halim Terzo told the Ostrany Press Service that the camp would be closed.", outlet="Herald"
    )
    assert chain_of(reading, "the camp would be closed") == ["Herald", "Ostrany Press Service", "Halim Terzo"]


def test_an_agency_credited_for_the_report_stands_in_every_chain(pipeline: Pipeline) -> None:
    text = "HALDMARK, May 3 (OPS) -- The envoy Halim Terzo said that the camp would be closed."
    reading = read(pipeline, text, outlet="Courier", credits=(Credit("Ostrany Press Service"),))
    assert chain_of(reading, "the camp would be closed")[:2] == ["Courier", "Ostrany Press Service"]


def test_whom_a_speaker_quotes_stands_behind_him(pipeline: Pipeline) -> None:
    reading = read(
        pipeline, "Halim Terzo said the government of Velmar had promised him that the men would be handed over."
    )
    assert chain_of(reading, "that the men would be handed over") == ["Halim Terzo", "the government of Velmar"]


def test_a_pronoun_is_none_of_those_it_tells_of(pipeline: Pipeline) -> None:
    text = "Envoy Halim Terzo arrived on Friday. He said Minister Rurik Aldo had assured him that the men would be sent back."
    assert chain_of(read(pipeline, text), "that the men would be sent back") == ["Halim Terzo", "Rurik Aldo"]


@pytest.mark.parametrize(
    ("text", "inner", "chain"),
    [
        ("Ostrany Radio reported that three nurses said the road to Quell was mined.", "the road to Quell was mined", ["Ostrany Radio", "three nurses"]),
        ("“My sister told me, ‘Leave the lamp and run,’” said Ilse Dorn, who is 60.", "‘Leave the lamp and run,’", ["Ilse Dorn", "My sister"]),
        ("The decree asked Judge Anton Mirz, a critic of the mayor, to lead the inquiry, the Velmar agency said.", "to lead the inquiry", ["Velmar agency", "The decree"]),
    ],
)  # fmt: skip
def test_a_statement_inside_a_statement_has_both_voices(
    pipeline: Pipeline, text: str, inner: str, chain: list[str]
) -> None:
    reading = read(pipeline, text)
    found = [names for names, content in said(reading) if inner in content and len(names) == 2]
    assert found == [chain]


def test_each_clause_of_a_statement_may_hold_a_statement(pipeline: Pipeline) -> None:
    text = "Ilse Dorn said four buses had gone, and that the guards had told her they would be back."
    assert ["Ilse Dorn", "the guards"] in [names for names, _ in said(read(pipeline, text))]


def test_hearsay_inside_a_statement_has_the_voice_that_tells_it(pipeline: Pipeline) -> None:
    text = "“The mill is shut. There is a rumour that the owner has fled,” Ilse Dorn said."
    found = [names for names, content in said(read(pipeline, text)) if content.startswith("that the owner")]
    assert found == [["Ilse Dorn"]]


def test_who_stands_for_the_words_before_it(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Rurik Aldo, who told reporters that the mine was shut, left on Friday.")
    assert [names for names, _ in said(reading)] == [["Rurik Aldo"]]


def test_a_post_is_said_by_who_signs_it(pipeline: Pipeline) -> None:
    text = "The town waits.\n\nResidents were promised safety by three councils. — Ida Brenn (@idabrenn) May 3, 2031\n"
    reading = read(pipeline, text)
    assert [([s.text for s in a.source], [s.text for s in a.content]) for a in reading.attributions] == [
        (["Ida Brenn (@idabrenn)"], ["Residents were promised safety by three councils."])
    ]


def test_what_a_voice_says_of_itself_is_one_statement(pipeline: Pipeline) -> None:
    reading = read(pipeline, "“I said I would come, and you told me that the gate was shut,” Ilse Dorn said.")
    assert [names for names, _ in said(reading)] == [["Ilse Dorn"]]


def test_hearsay_names_nobody(pipeline: Pipeline) -> None:
    reading = read(pipeline, "The order to close the camp was reportedly signed on Thursday.")
    ((chain, content),) = said(reading)
    assert chain == []
    assert "signed on Thursday" in content


def test_a_role_leads_to_who_bears_it(pipeline: Pipeline) -> None:
    text = "Envoy Halim Terzo met the ministers on Friday. The envoy said that the camp would be closed."
    assert chain_of(read(pipeline, text), "the camp would be closed") == ["Halim Terzo"]


def test_turns_of_an_interview_are_said_by_their_labels(pipeline: Pipeline) -> None:
    text = (
        "Q: Who wrote the paper?\n\nSALK: The envoy. I read it out.\n\nQ: And then?\n\nSALK: Then I went home to my "
        "children.\n\nThe interview with Juno Salk was held on Monday."
    )
    assert chain_of(read(pipeline, text), "Then I went home to my children") == ["Juno Salk"]


def test_a_denial_a_demand_and_a_promise_are_told_apart(pipeline: Pipeline) -> None:
    text = (
        "The ministry denied that anyone had been hurt. The union demanded that the gates be opened. "
        "The mayor promised that the wells would be cleaned."
    )
    assert [a.manner for a in read(pipeline, text).attributions] == ["denies", "demands", "promises"]


def test_an_empty_report_has_nothing_said(pipeline: Pipeline) -> None:
    assert read(pipeline, "...").attributions == ()


@pytest.mark.parametrize(
    "text", ["12 34 56\n" * 50, "CAPITALS ONLY. HE SAID SO.", "نص عربي. قال الوزير.", "a" * 5000, "word " * 5000]
)
def test_odd_texts_are_read_without_a_fault(pipeline: Pipeline, text: str) -> None:
    read(pipeline, text)


def test_a_report_in_another_language_is_kept_and_not_read(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Il ministro ha detto che il campo sarà chiuso.", lang="it")
    assert reading.steps == () and reading.attributions == ()


def test_a_least_score_leaves_out_what_is_less_likely() -> None:
    text = "Envoy Halim Terzo said the camp would be closed. Many in Quell seemed to feel some relief about the news."
    scores = [a.score or 0 for a in read(Pipeline(settings=Settings(min_score=0.0)), text).attributions]
    assert len(scores) >= 2
    least = sorted(scores)[-1]
    kept = read(Pipeline(settings=Settings(min_score=least - 0.001)), text)
    assert [a.score for a in kept.attributions] == [least]
    assert {claim.about for claim in kept.claims} == {
        *(said.id for said in kept.attributions),
        *(event.id for event in kept.events),
    }


def test_an_outlet_that_credits_itself_is_one_voice(pipeline: Pipeline) -> None:
    text = "QUELL, 3 MAY 31 (RADIO VELMAR) -- ENVOY HALIM TERZO SAID THE CAMP WOULD BE CLOSED."
    reading = read(pipeline, text, outlet="RADIO VELMAR", credits=(Credit("Radio Velmar"),))
    assert all([voice.name for voice in claim.chain].count("RADIO VELMAR") == 1 for claim in reading.claims)
    assert not any(voice.name == "Radio Velmar" for claim in reading.claims for voice in claim.chain)


def test_a_turn_is_said_by_its_label_without_a_score(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Q: Who is there?\n\nA: The master of the port.\n\nQ: And who else?\n\nA: Nobody.")
    assert [a.score for a in reading.attributions if not a.inside] == [None] * 4


def test_pieces_that_overlap_become_one_span() -> None:
    report = Report.of("He said that it rained and that it would rain again.")
    assert [(s.start, s.end) for s in spans_of(report, [(8, 22), (8, 52)])] == [(8, 52)]
    assert [(s.start, s.end) for s in spans_of(report, [(27, 52), (8, 22)])] == [(8, 22), (27, 52)]
