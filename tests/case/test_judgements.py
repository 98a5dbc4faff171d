"""What judgements do: the same in every view, told when they are made, and taken back by an undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.errors import UsageError
from sayso.export import export
from sayso.store.effects import EFFECTS
from sayso.values.findings import Argument, Attribution, Claim, Entity, Event, Mention, Voice, When
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import VERBS

TEXT = "Envoy Terzo said the ministry had told him rebels attacked the camp before they fled. Salk denied it."


def nested() -> Reading:
    """Terzo tells what the ministry told him: that rebels attacked before they fled; Salk denies it."""
    report = Report.of(TEXT, outlet="Daily", published="2031-05-02", published_from="meta")

    def at(words: str) -> Any:
        start = TEXT.index(words)
        return report.span(start, start + len(words))

    def named(words: str, kind: str = "name") -> Mention:
        return Mention(f"{report.id}/m{TEXT.index(words)}", at(words), at(words), kind)  # type: ignore[arg-type]

    def id_of(letter: str, words: str) -> str:
        return f"{report.id}/{letter}{TEXT.index(words)}"

    terzo, ministry, rebels, salk = (
        named("Terzo"),
        named("the ministry", "nominal"),
        named("rebels", "nominal"),
        named("Salk"),
    )
    outer = Attribution(
        id_of("a", "the ministry"), (at(TEXT[17:84]),), (at("Terzo"),), (at("said"),), speaker=terzo.id, score=0.4
    )
    inner = Attribution(
        id_of("a", "rebels"), (at("rebels attacked the camp before they fled"),), (at("the ministry"),), (at("had told him"),),
        inside=outer.id, speaker=ministry.id, score=0.6,
    )  # fmt: skip
    denial = Attribution(
        id_of("a", "it."), (at("it"),), (at("Salk"),), (at("denied"),), manner="denies", speaker=salk.id
    )
    fled = Event(id_of("e", "fled"), (at("fled"),), inside=inner.id)
    attacked = Event(
        id_of("e", "attacked"), (at("attacked"),),
        (Argument("agent", at("rebels"), at("rebels"), rebels.id), Argument("time", at("before they fled"), event=fled.id)),
        "ASSAULT", when=(When("before", event=fled.id),), inside=inner.id,
    )  # fmt: skip
    first, second = report.span(0, 85), report.span(86, len(TEXT))
    head = (Voice("outlet", "Daily"),)
    told = (*head, Voice("speaker", None, terzo.id))
    deeper = (*told, Voice("speaker", None, ministry.id))
    claims = tuple(
        Claim(f"{report.id}/c{number}", about, chain, (sentence,))
        for number, (about, chain, sentence) in enumerate((
            (outer.id, told, first), (inner.id, deeper, first),
            (denial.id, (*head, Voice("speaker", None, salk.id)), second),
            (attacked.id, deeper, first), (fled.id, deeper, first),
        ))
    )  # fmt: skip
    entity = Entity(f"{report.id}/n{TEXT.index('Terzo')}", (terzo.id,), "Terzo", "Person")
    return Reading(
        report, ("attributions.v1", "events.v1", "claims.v1"), mentions=(terzo, ministry, rebels, salk),
        entities=(entity,), attributions=(outer, inner, denial), events=(attacked, fled), claims=claims,
    )  # fmt: skip


READING = nested()
OUTER, INNER, DENIAL = (a.id for a in READING.attributions)
ATTACKED, FLED = (e.id for e in READING.events)


@pytest.fixture(params=["file", ":memory:"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso" if request.param == "file" else ":memory:", create=True) as made:
        made.add(READING, TEXT.encode())
        yield made


def views(case: Case) -> dict[str, Any]:
    """All that a case shows, but for its judgements."""
    lines = b"".join(export(case, "jsonl")).splitlines()
    return {
        "said": [(s.statement.id, s.statement.chain, s.statement.manner, s.statement.score) for s in case.said()],
        "events": [
            (e.event.id, e.event.chain, e.event.type, e.event.state, e.event.when) for e in case.events(type="ALL")
        ],
        "speakers": case.show("speakers"),
        "csv": b"".join(export(case, "csv")),
        "events-csv": b"".join(export(case, "events-csv")),
        "polecat": b"".join(export(case, "polecat")),
        "jsonl": [line for line in lines if json.loads(line)["kind"] == "reading"],
    }


def faults(case: Case) -> list[str]:
    return [str(finding) for finding in case.check() if finding.fault]


@pytest.mark.parametrize("named", ["j1", "1", 1])
def test_a_judgement_is_undone_by_its_id_or_its_number(case: Case, named: object) -> None:
    report_id = next(case.reports()).id
    made = case.set_report(report_id, outlet="Zephyr")
    assert made.id == "j1"
    undo = case.judge("undo", value=named)
    assert undo.value == "j1" and case.reading(report_id).report.outlet != "Zephyr"
    for wrong in (True, 1.0, "j01", "٣", None, [1]):
        with pytest.raises(UsageError, match="there is no judgement"):
            case.judge("undo", value=wrong)


def test_what_is_rejected_is_in_no_view_and_comes_back_with_an_undo(case: Case) -> None:
    before = views(case)
    made = case.judge("reject", [OUTER], why="he did not say it")
    assert made.effect == "changes 2 events, 1 report, 2 statements"
    after = views(case)
    assert OUTER not in str(after) and all(after[name] != before[name] for name in before)
    assert [(id_, chain) for id_, chain, *_ in after["said"]] == [
        (INNER, "Daily > the ministry"),
        (DENIAL, "Daily > Salk"),
    ]
    assert {chain for _, chain, *_ in after["events"]} == {"Daily > the ministry"}
    assert faults(case) == []
    assert case.judge("undo", value=made.id).effect == "changes 2 events, 1 report, 2 statements"
    assert views(case) == before and faults(case) == []


def test_what_a_rejected_event_timed_has_no_time_from_it(case: Case) -> None:
    assert case.judge("reject", [FLED]).effect == "changes 2 events"
    assert [(id_, when) for id_, *_, when in views(case)["events"]] == [(ATTACKED, "")]
    assert case.reading(READING.report.id).events[0].arguments[1].event is None
    assert faults(case) == []


def test_a_claim_stands_for_what_it_is_about(case: Case) -> None:
    assert case.judge("reject", [READING.claims[2].id]).effect == "changes 1 report, 1 statement"
    assert DENIAL not in str(views(case))


def test_of_accept_and_reject_the_newest_counts(case: Case) -> None:
    case.judge("reject", [INNER])
    assert case.judge("accept", [INNER]).effect == "changes 2 events, 1 report, 1 statement"
    assert [(id_, score) for id_, *_, score in views(case)["said"]] == [(OUTER, 0.4), (INNER, 1.0), (DENIAL, None)]
    assert faults(case) == []


def test_another_name_is_in_every_view(case: Case) -> None:
    entity = READING.entities[0].id
    before = views(case)
    made = case.judge("rename", [entity], "Halim Terzo")
    assert made.effect == "changes 2 events, 2 statements"
    after = views(case)
    assert [chain for _, chain, *_ in after["said"]][:2] == [
        "Daily > Halim Terzo",
        "Daily > Halim Terzo > the ministry",
    ]
    assert (
        [s.statement.id for s in case.said('"Halim Terzo"')] == [OUTER] == [s.statement.id for s in case.said("Terzo")]
    )
    assert (
        b"Halim Terzo" in after["csv"] and b"Halim Terzo" in after["events-csv"] and b"Halim Terzo" in after["polecat"]
    )
    case.judge("rename", [entity], "H. Terzo")
    assert {row["speaker"] for row in case.show("speakers")} == {"H. Terzo", "the ministry", "Salk"}
    for name in ("j2", "j1"):
        case.judge("undo", value=name)
    assert views(case) == before and faults(case) == []


def test_what_is_corrected_is_so_in_every_view(case: Case) -> None:
    assert case.judge("correct", [ATTACKED], {"type": "COERCE", "state": "denied"}).effect == "changes 1 event"
    assert case.judge("correct", [DENIAL], {"manner": "says"}).effect == "changes 1 statement"
    after = views(case)
    assert [(kind, state) for _, _, kind, state, _ in after["events"]][0] == ("COERCE", "denied")
    assert [manner for _, _, manner, _ in after["said"]][2] == "says"
    assert faults(case) == []
    for subjects, value, told in (
        ([ATTACKED], {"state": "maybe"}, "state is 'maybe'; expected one of done"),
        ([DENIAL], {"score": "1"}, "'score' of attributions cannot be corrected; expected one of manner, style"),
    ):
        with pytest.raises(UsageError, match=told):
            case.judge("correct", subjects, value)
    assert len(case.judgements()) == 2


def test_a_judgement_without_effect_says_so(case: Case) -> None:
    before = views(case)
    mention = READING.mentions[0].id
    assert case.judge("note", [OUTER], "see letter").effect == "recorded; a note changes nothing"
    for verb, subjects, value in (
        ("same", [OUTER, OUTER], None), ("differ", [OUTER, OUTER], None), ("reject", [mention], None),
        ("rename", [mention], "X"), ("correct", [READING.entities[0].id], {"schema": "Person"}),
    ):  # fmt: skip
        assert case.judge(verb, subjects, value).effect == "recorded; it has no effect yet", verb  # type: ignore[arg-type]
    assert case.set_report(READING.report.id, outlet="Daily").effect == "recorded; nothing that is listed changes"
    assert views(case) == before
    assert all(judgement.effect == "" for judgement in case.judgements()), "it is told once and not stored"


def test_what_is_set_and_erased_is_told(case: Case) -> None:
    assert case.set_report(READING.report.id, outlet="Herald").effect == "changes 2 events, 1 report, 3 statements"
    assert case.judge("erase", [READING.report.id]).effect == "takes out the words of 1 report"


def test_a_judgement_that_lost_its_words_with_an_erased_report_has_no_effect(case: Case) -> None:
    other = next(reading for reading, _ in make_readings(9, seed=1) if reading.entities)
    case.add(other)
    case.judge("rename", [READING.entities[0].id, other.entities[0].id], "Zephyr")
    case.judge("erase", [READING.report.id])
    assert case.reading(other.report.id) == other
    assert faults(case) == []


def test_every_verb_has_its_line_in_the_table_or_is_the_case_s_own() -> None:
    assert set(EFFECTS) | {"erase", "undo"} == set(VERBS)


def test_a_newer_reading_that_no_longer_fits_is_taken_all_the_same(case: Case) -> None:
    case.judge("correct", [ATTACKED], {"mode": "firearms"})
    newer = Reading(
        READING.report, mentions=READING.mentions, events=(Event(ATTACKED, READING.events[0].trigger, type="AID"),)
    )
    case.replace(newer)
    assert [(e.event.type, e.event.mode) for e in case.events(type="ALL")] == [("AID", "")]
    assert faults(case) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_rejecting_everything_one_by_one_leaves_sound_readings(tmp_path: Path, seed: int) -> None:
    with open_case(":memory:", create=True) as case:
        drafts = list(make_readings(6, seed=seed))
        for reading, original in drafts:
            case.add(reading, original)
        for reading, _ in drafts:
            for id_ in (*(said.id for said in reading.attributions), *(event.id for event in reading.events)):
                case.judge("reject", [id_])
        assert [*case.said(), *case.events(type="ALL")] == [] and faults(case) == []
        assert not any(reading.claims for reading in case.readings())
